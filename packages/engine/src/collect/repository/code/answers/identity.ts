import { inCode } from '../../../../model/origin.ts';
import { unknown } from '../../../../model/value.ts';
import { fact, placeIn, type RepositoryFact } from '../../fact.ts';
import { COMPARES, isProof } from '../behaviour/callers.ts';
import { IdentityOrigins, type Origin } from '../behaviour/identity-origins.ts';
import { type CallAt, type FunctionAt, lastName, type Reaches } from '../behaviour/reach.ts';
import { callsNamed } from '../names/calls-named.ts';
import type { Program } from '../names/program.ts';
import { writtenAs } from '../routes/texts.ts';
import { partsOf } from '../syntax/expressions.ts';
import { type Call, type Expression, type Place, type SourceModule, TOP } from '../syntax/source-module.ts';
import { namesOfCallers } from './names-of-callers.ts';
import { isBodyOfRequest } from './parsed-bodies.ts';

/** A function that is given requests. */
export interface Answering extends FunctionAt {
  /** What stands before it, or is asked in it: a proof, perhaps one, nothing; or a gateway, of which the code tells nothing. */
  readonly asked: 'proof' | 'perhaps' | 'nothing' | 'gateway';
}

interface Taken {
  readonly of: 'tenant' | 'user';
  readonly from: 'header' | 'query' | 'body' | 'token' | 'perhaps a token';
  readonly name: string;
  /** What it is a member of. */
  readonly holder: Expression | undefined;
  readonly at: Place;
  readonly within: number;
  readonly value: Expression | undefined;
  /** What it is called here where a framework hands it over. */
  readonly handed?: string;
}

const TENANT =
  /^(x-)?((tenant|company|organi[sz]ation|org|workspace|customer-?account)[-_]?(id|name|key)?|custom:(tenant|company|org\w*)(_?id)?)$/i;
const USER = /^(x-)?(user|account|member|customer|owner)[-_]?(id|name|email|sub)?$/i;
/** Functions that are given the name of what they read out of a request. */
const ASKED_BY_NAME = ['get', 'header', 'get_header_value', 'get_query_string_value'];
/** Names that people give to what they read out of a token, verified or not. */
const READ_OUT = /^(payload|decoded|decoded_?token|token_?payload|jwt_?payload|token_?data|token_?claims)$/i;
const VERIFIED =
  /(^|\.)(authorizer|claims|session|auth|currentUser|current_user|principal)(\.|$)|^(req|request|ctx\.state|context)\.user(\.|$)/;

/** Where code that answers requests takes who is calling, or for which tenant: from a proven token, or from what the caller writes. */
export function identitiesTaken(reaches: Reaches, starts: readonly Answering[]): readonly RepositoryFact[] {
  const scopes = new Map<SourceModule, Map<number, Set<Answering['asked']>>>();
  for (const start of starts)
    for (const at of reaches.of(start).functions) {
      const own = scopes.get(at.module) ?? new Map<number, Set<Answering['asked']>>();
      scopes.set(at.module, own);
      for (const number of reaches.inside(at.module, at.function))
        own.set(number, (own.get(number) ?? new Set()).add(start.asked));
    }
  const origins = new IdentityOrigins(reaches);
  const names = namesOfCallers(reaches.program, origins);
  return [...scopes].flatMap(([module, functions]) =>
    takenIn(reaches.program, module, names).flatMap((one) => {
      const asked = functions.get(one.within);
      if (asked === undefined) return [];
      const from = fromWhere(reaches, origins, module, one, asked);
      return from === undefined ? [] : [identity(module, one, from)];
    }),
  );
}

/** What is said of where it is from: a name, or what would tell. */
type From = { readonly said: string } | { readonly decidedBy: string };

/** A claim is one of a verified token only where its name leads to what verified it. */
function fromWhere(
  reaches: Reaches,
  origins: IdentityOrigins,
  module: SourceModule,
  { of, from, name, holder, within, at, handed }: Taken,
  asked: ReadonlySet<Answering['asked']>,
): From | undefined {
  if (from !== 'token' && from !== 'perhaps a token') {
    if (comparedIn(module, within, at, handed)) return { decidedBy: `reading what ${name} is compared with` };
    // Who is known to be calling may write down whom a call is about.
    return of === 'user' && from === 'body' && (asked.has('proof') || asked.has('perhaps'))
      ? { decidedBy: `telling whether ${name} is who is calling, or whom the call is about` }
      : { said: from };
  }
  const origin: Origin | undefined =
    holder === undefined ? undefined : origins.of({ module, value: holder, within });
  if (origin?.kind === 'proven') return { said: 'token' };
  if (origin?.kind !== 'unverified')
    return from === 'perhaps a token'
      ? undefined
      : { decidedBy: origin?.decidedBy ?? `finding where ${name} comes from (${module.file}:${at.line})` };
  const read = writtenAs(origin.module, origin.call.callee);
  const place = `${origin.module.file}:${origin.call.at.line}`;
  const proofs = within === TOP ? [] : reaches.of({ module, function: within }).calls.filter(isProof);
  if (proofs.some((proof) => isOfSameToken(proof, origin))) return { said: 'token' };
  if (proofs.length > 0 || asked.has('proof') || asked.has('perhaps'))
    return { decidedBy: `telling whether the token that ${read} reads is verified before (${place})` };
  if (!isFromHeader(origin, reaches)) return { said: 'unverified token' };
  return asked.has('gateway') && !asked.has('nothing')
    ? { decidedBy: 'the authorizer of the gateway in front' }
    : { said: 'unverified token in a header' };
}

/** Whether the function that looks into a token verifies it too: by hand, or by handing the same name to a library. */
function isOfSameToken(
  { call, name, conditional, module }: CallAt,
  read: Extract<Origin, { kind: 'unverified' }>,
) {
  if (conditional || module !== read.module || call.within !== read.call.within) return false;
  if (COMPARES.test(name)) return true;
  const names = (one: Call) =>
    one.arguments.flatMap(({ value }) =>
      value.kind === 'name' || value.kind === 'member' ? [value.name] : [],
    );
  return names(call).some((one) => names(read.call).includes(one));
}

/** Whether the token that is looked into may have come in a header, where a gateway verifies it; a body is verified by nobody. */
function isFromHeader({ module, call }: { module: SourceModule; call: Call }, { program }: Reaches): boolean {
  const seen = new Set<Expression>();
  const waiting = [...call.arguments.map(({ value }) => value)];
  for (const one of waiting) {
    if (seen.has(one) || seen.size > 200) continue;
    seen.add(one);
    if (one.kind === 'member' && /^(body|queryStringParameters|query)$/.test(one.name)) return false;
    if (one.kind === 'call') {
      const { callee, arguments: given } = module.calls[one.call]!;
      waiting.push(callee, ...given.map(({ value }) => value));
    } else if (one.kind === 'name') {
      const meaning = program.resolve(module, one, call.within);
      if (meaning.kind === 'value' && meaning.module === module) waiting.push(meaning.value);
      else if (meaning.kind === 'made' && meaning.module === module)
        waiting.push({ kind: 'call', call: meaning.call, at: one.at });
      else if (meaning.kind === 'parameter' && meaning.members.includes('body')) return false;
    } else waiting.push(...partsOf(one));
  }
  return true;
}

function takenIn(program: Program, module: SourceModule, names: ReadonlySet<string>): readonly Taken[] {
  // `const patronId = request.query.id`
  const called = new Map<Expression, string>();
  if (names.size > 0)
    for (const { target, value } of module.bindings)
      if (target.kind === 'name' && names.has(target.name)) called.set(value, target.name);
  const reads = module.reads.flatMap(({ path, at, within, value }): Taken[] => {
    const found =
      path === undefined
        ? undefined
        : (byPath(path.split('.'), names, called.get(value)) ?? inBody(program, module, value, within));
    const holder = value.kind === 'member' ? value.of : undefined;
    return found === undefined ? [] : [{ ...found, holder, at, within, value }];
  });
  const calls = callsNamed(module, ASKED_BY_NAME).flatMap(
    ({ callee, arguments: given, at, within, path }): Taken[] => {
      const [first] = given;
      if (first?.value.kind !== 'literal' || typeof first.value.value !== 'string') return [];
      const before = (path ?? '').replace(/\(\)/g, '').split('.').slice(0, -1);
      const isRequest =
        /^(req|request|flask\.request|c\.req|ctx)$/.test(before.join('.')) &&
        lastName(callee) !== 'get_query_string_value';
      const found = byPath([...before, ...(isRequest ? ['headers'] : []), first.value.value], names);
      const holder = callee.kind === 'member' ? callee.of : undefined;
      return found === undefined ? [] : [{ ...found, holder, at, within, value: undefined }];
    },
  );
  return [...reads, ...calls, ...handedOver(module, names)];
}

/** `x_tenant_id: str = Header()`, `tenant: Annotated[str, Query()]`: what FastAPI hands over of what the caller writes. */
function handedOver(module: SourceModule, names: ReadonlySet<string>): readonly Taken[] {
  if (module.language !== 'python') return [];
  return module.functions.flatMap(({ parameters }, within) =>
    parameters.flatMap(({ name, otherwise, annotation }): Taken[] => {
      if (name === undefined) return [];
      return [otherwise, annotation].flatMap((value): Taken[] => {
        const call = value === undefined ? undefined : callIn(value, module, /^(Header|Query)$/);
        if (call === undefined) return [];
        const alias = call.arguments.find((one) => one.name === 'alias')?.value;
        const said =
          alias?.kind === 'literal' ? String(alias.value) : name.replace(/^x_/, 'x-').replaceAll('_', '-');
        const holder = lastName(call.callee) === 'Header' ? 'headers' : 'query';
        const found = byPath([holder, said], names, names.has(name) ? name : '');
        return found === undefined
          ? []
          : [{ ...found, holder: undefined, at: call.at, within, value: undefined, handed: name }];
      });
    }),
  );
}

/** Whose id stands in a body; beside a password it is that of who comes in. */
function inBody(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): Pick<Taken, 'of' | 'from' | 'name'> | undefined {
  if (value.kind !== 'member') return undefined;
  const { name } = value;
  const of = TENANT.test(name) ? 'tenant' : USER_ID.test(name) ? 'user' : undefined;
  if (of === undefined || !isBodyOfRequest(program, module, value.of, within)) return undefined;
  const isWayIn =
    of === 'user' &&
    module.reads.some((one) => one.within === within && OF_A_WAY_IN.test(lastName(one.value) ?? ''));
  return isWayIn ? undefined : { of, from: 'body', name };
}

const USER_ID = /^(user|account|member|customer|owner)_?id$/i;
const OF_A_WAY_IN = /password|passcode|passwd|otp|^code$|confirmation|verification|signature/i;

function callIn(value: Expression, module: SourceModule, named: RegExp): Call | undefined {
  if (value.kind === 'call') {
    const call = module.calls[value.call]!;
    return named.test(lastName(call.callee) ?? '') ? call : undefined;
  }
  for (const part of partsOf(value)) {
    const found = callIn(part, module, named);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `names` are those that the application has for its callers, `called` what the value is called here. */
function byPath(
  steps: readonly string[],
  names: ReadonlySet<string>,
  called = '',
): Pick<Taken, 'of' | 'from' | 'name'> | undefined {
  const name = steps.at(-1) ?? '';
  const isUser = USER.test(name) || name === 'sub' || names.has(name) || called !== '';
  const of = TENANT.test(name) ? 'tenant' : isUser ? 'user' : undefined;
  if (of === undefined || steps.length < 2) return undefined;
  const before = steps.slice(0, -1).join('.');
  if (/(^|\.)(headers|multiValueHeaders)$/i.test(before)) return { of, from: 'header', name };
  if (
    /(^|\.)(queryStringParameters|query|args|query_params|searchParams|query_string_parameters)$/.test(before)
  )
    return { of, from: 'query', name };
  if (of === 'tenant' && /^(req|request|event|ctx\.request)\.(body|json)$/.test(before))
    return { of, from: 'body', name };
  if (VERIFIED.test(before)) return { of, from: 'token', name };
  return READ_OUT.test(steps.at(-2) ?? '') ? { of, from: 'perhaps a token', name } : undefined;
}

function identity(
  module: SourceModule,
  { of, name, at, value, ...taken }: Taken,
  from: From,
): RepositoryFact {
  const place = placeIn(module.file, at.line, at.column);
  const said = taken.from === 'perhaps a token' ? 'token' : taken.from;
  return fact({
    type: 'Repository::Identity',
    address: `${of} from ${said} ${name} in ${module.file}`,
    at: place,
    properties: {
      of,
      file: module.file,
      from: 'said' in from ? from.said : unknown('unresolved-expression', from.decidedBy, inCode(place)),
      name,
      otherwise: fallbackOf(module, value),
    },
  });
}

/** Whether a condition of the function rests on it: it may be compared with what was proven. */
function comparedIn(module: SourceModule, within: number, at: Place, handed: string | undefined): boolean {
  const names = new Set(
    module.bindings.flatMap((one) =>
      one.within === within && one.at.line === at.line && one.target.kind === 'name' ? [one.target.name] : [],
    ),
  );
  if (handed !== undefined) names.add(handed);
  return module.branches.some(({ test, within: scope }) => scope === within && compares(test, names, at));
}

function compares(test: Expression, names: ReadonlySet<string>, at: Place): boolean {
  if (test.kind === 'both' || test.kind === 'choice') return test.of.some((one) => compares(one, names, at));
  if (test.kind !== 'compare') return false;
  const sides = [test.left, test.right];
  return (
    sides.some(
      (side) =>
        (side.kind === 'name' && names.has(side.name)) ||
        (side.at.line === at.line && side.at.column === at.column),
    ) && sides.every((side) => side.kind !== 'literal')
  );
}

/** `event.headers['X-Tenant-ID'] || 'demo'`. */
function fallbackOf(module: SourceModule, value: Expression | undefined): string | undefined {
  const read = value === undefined ? undefined : module.reads.find((one) => one.value === value);
  const { otherwise } = read ?? {};
  return otherwise?.kind === 'literal' && typeof otherwise.value === 'string' && otherwise.value !== ''
    ? otherwise.value
    : undefined;
}
