import { inCode } from '../../../../model/origin.ts';
import { unknown } from '../../../../model/value.ts';
import { fact, placeIn, type RepositoryFact } from '../../fact.ts';
import { type FunctionAt, lastName, type Reaches } from '../behaviour/reach.ts';
import type { Expression, Place, SourceModule } from '../syntax/source-module.ts';

interface Taken {
  readonly of: 'tenant' | 'user';
  readonly from: 'header' | 'query' | 'body' | 'token';
  readonly name: string;
  readonly at: Place;
  readonly within: number;
  readonly value: Expression | undefined;
}

const TENANT =
  /^(x-)?((tenant|company|organi[sz]ation|org|workspace|customer-?account)[-_]?(id|name|key)?|custom:(tenant|company|org\w*)(_?id)?)$/i;
const USER = /^(x-)?(user|account|member|customer|owner)[-_]?(id|name|email|sub)?$/i;
const VERIFIED =
  /(^|\.)(authorizer|claims|session|auth|currentUser|current_user|principal)(\.|$)|^(req|request|ctx\.state|context)\.user(\.|$)/;

/** Where code that answers requests takes who is calling, or for which tenant: from a proven token, or from what the caller writes. */
export function identitiesTaken(reaches: Reaches, starts: readonly FunctionAt[]): readonly RepositoryFact[] {
  const scopes = new Map<SourceModule, Set<number>>();
  for (const start of starts)
    for (const at of reaches.of(start).functions) {
      const own = scopes.get(at.module) ?? new Set();
      scopes.set(at.module, own);
      for (const number of reaches.inside(at.module, at.function)) own.add(number);
    }
  return [...scopes].flatMap(([module, functions]) =>
    takenIn(module)
      .filter(({ within }) => functions.has(within))
      .map((one) => identity(module, one)),
  );
}

function takenIn(module: SourceModule): readonly Taken[] {
  const reads = module.reads.flatMap(({ path, at, within, value }): Taken[] => {
    const found = path === undefined ? undefined : byPath(path.split('.'));
    return found === undefined ? [] : [{ ...found, at, within, value }];
  });
  const calls = module.calls.flatMap(({ callee, arguments: given, at, within, path }): Taken[] => {
    const [first] = given;
    if (first?.value.kind !== 'literal' || typeof first.value.value !== 'string') return [];
    if (!/^(get|header|get_header_value|get_query_string_value)$/.test(lastName(callee) ?? '')) return [];
    const before = (path ?? '').replace(/\(\)/g, '').split('.').slice(0, -1);
    const isRequest =
      /^(req|request|flask\.request|c\.req|ctx)$/.test(before.join('.')) &&
      lastName(callee) !== 'get_query_string_value';
    const found = byPath([...before, ...(isRequest ? ['headers'] : []), first.value.value]);
    return found === undefined ? [] : [{ ...found, at, within, value: undefined }];
  });
  return [...reads, ...calls];
}

function byPath(steps: readonly string[]): Pick<Taken, 'of' | 'from' | 'name'> | undefined {
  const name = steps.at(-1) ?? '';
  const of = TENANT.test(name) ? 'tenant' : USER.test(name) || name === 'sub' ? 'user' : undefined;
  if (of === undefined || steps.length < 2) return undefined;
  const before = steps.slice(0, -1).join('.');
  if (/(^|\.)(headers|multiValueHeaders)$/i.test(before)) return { of, from: 'header', name };
  if (
    /(^|\.)(queryStringParameters|query|args|query_params|searchParams|query_string_parameters)$/.test(before)
  )
    return { of, from: 'query', name };
  if (of === 'tenant' && /^(req|request|event|ctx\.request)\.(body|json)$/.test(before))
    return { of, from: 'body', name };
  return VERIFIED.test(before) ? { of, from: 'token', name } : undefined;
}

function identity(module: SourceModule, { of, from, name, at, within, value }: Taken): RepositoryFact {
  const place = placeIn(module.file, at.line, at.column);
  const compared = from === 'token' ? undefined : comparedIn(module, within, at);
  return fact({
    type: 'Repository::Identity',
    address: `${of} from ${from} ${name} in ${module.file}`,
    at: place,
    properties: {
      of,
      file: module.file,
      from:
        compared === true
          ? unknown('unresolved-expression', `reading what ${name} is compared with`, inCode(place))
          : from,
      name,
      otherwise: fallbackOf(module, value),
    },
  });
}

/** Whether a condition of the function rests on it: it may be compared with what was proven. */
function comparedIn(module: SourceModule, within: number, at: Place): boolean {
  const names = new Set(
    module.bindings.flatMap((one) =>
      one.within === within && one.at.line === at.line && one.target.kind === 'name' ? [one.target.name] : [],
    ),
  );
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
