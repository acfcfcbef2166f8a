import { textIn } from '../routes/texts.ts';
import { everyOne } from '../syntax/expressions.ts';
import { type Expression, type Place, type SourceModule, TOP } from '../syntax/source-module.ts';
import { refusalIn, refusesWith, stops } from './answers.ts';
import { COMPARES, GATEWAY, headerIn, identitiesIn, identityIn, isProof, SIGNS, usesKey } from './callers.ts';
import { untoldFailure } from './failed-proofs.ts';
import { goesOnBeforeRefusing, goesOnUnasked, mentionsPath } from './going-on.ts';
import { type Guard, type GuardKind, type RouteName, unknownGuard } from './guard.ts';
import { IdentityOrigins, type Origin } from './identity-origins.ts';
import { anyOf, libraryThatValidates, limits } from './known-names.ts';
import { headerLookup } from './lookups.ts';
import { branchesAround, type CallAt, type FunctionAt, lastName, type Reach, type Reaches } from './reach.ts';
import { handsOnRefusal, type IdentityRead, Refusals } from './refusals.ts';
import { GIVES_NOTHING, GUARD_WORD, VALIDATES_BY_MEMBER } from './vocabulary.ts';

const MAY_GIVE_NOTHING = anyOf(GIVES_NOTHING);

/** Of very long handlers the first reads are enough. */
const MOST_READ = 40;

/** What packages ask of a caller, by their names; making tokens is no asking. */
const ASKS_CALLER = /auth|jwt|token|profile|identity|principal|signed_?in|current_?user|permission/i;
const MAKES =
  /(^|[._])(sign|encode|create|generate|make|issue|revoke|delete|hash|set|add|put|update|log\w*|initiate|admin)\w*$|^(@?aws-sdk|boto3|botocore|aws_)/i;
/** Members of a session that are there because somebody signed in. */
const WHO =
  /user|account|auth|sub|mail|log(ged)?_?in|signed|sign_?in|token|claim|identity|principal|member|role|permission|admin|passport|profile|customer|person|id$/i;
const OWN_VARIABLE = /^(session|state|this|self)\b/;

interface Decision {
  readonly identity: IdentityRead;
  readonly origin: Origin | undefined;
}

/** What the code of functions proves of a caller, and when it does so. */
export class Proofs {
  readonly #reaches: Reaches;
  readonly #refusals: Refusals;
  readonly #origins: IdentityOrigins;

  constructor(reaches: Reaches) {
    this.#reaches = reaches;
    this.#refusals = new Refusals(reaches);
    this.#origins = new IdentityOrigins(reaches);
  }

  /** What the calls and reads of a function prove, limit and compare. */
  of(
    reach: Reach,
    route: RouteName,
    place: Pick<Guard, 'module' | 'at'>,
    start: FunctionAt,
    /** Whether it is a handler: that one throws for other reasons too. */
    strict: boolean,
  ): readonly Guard[] {
    const found: Guard[] = [];
    const verifying = reach.calls.filter((one) => isProof(one) && !this.#isKey(one));
    const deciding = verifying.filter((one) => this.#refusesWithout(reach, one, strict));
    const certain = deciding.find((one) => !one.conditional) ?? deciding[0] ?? verifying[0];
    const untold = certain === undefined ? undefined : this.#untold(reach, certain, start, strict);
    if (certain !== undefined && untold !== undefined)
      found.push(
        unknownGuard(
          certain.name.replace(/\(\)/g, ''),
          { module: certain.module, at: certain.call.at },
          untold,
        ),
      );
    else if (certain !== undefined) {
      const { module, call } = certain;
      const asked = { module, at: call.at, within: call.within, isBranchTold: true };
      found.push({ ...this.#conditioned(certain, route, 'authenticates', start), asked });
    } else {
      const identity = identityIn(reach);
      const key = reach.calls.find((one) => isProof(one) && this.#isKey(one));
      const decides = this.#decidesBy(reach, strict);
      if (key !== undefined && identity === undefined)
        found.push({ name: key.name, kind: 'shares-a-key', module: key.module, at: key.call.at });
      else if (decides !== undefined) {
        const early = strict ? undefined : goesOnBeforeRefusing(start);
        found.push(
          early === undefined
            ? this.#byIdentity(decides, reach, start, route)
            : unknownGuard(
                decides.identity.read.path ?? 'identity',
                { module: decides.identity.module, at: decides.identity.read.at },
                `telling who goes on at ${start.module.file}:${early.line}, before anybody is refused`,
              ),
        );
      } else if (identity !== undefined && strict && stops(reach) && this.#isOfCaller(identity)) {
        const { module, read } = identity;
        found.push(
          unknownGuard(
            read.path ?? 'identity',
            { module, at: read.at },
            `telling what happens where ${read.path} is not there`,
          ),
        );
      } else if (identity !== undefined && GATEWAY.test(identity.read.path ?? ''))
        found.push(
          unknownGuard(
            'claims of the gateway',
            { module: identity.module, at: identity.read.at },
            'the authorizer of the gateway in front',
          ),
        );
      else if (refusalIn(reach) !== undefined) {
        const header = headerIn(reach);
        const lookup = header === undefined ? undefined : headerLookup(this.#reaches, reach, header);
        if (header !== undefined && lookup !== undefined)
          found.push(unknownGuard(header.name, header, lookup));
        else if (header !== undefined)
          found.push({
            name: header.name,
            kind: usesKey(reach) ? 'shares-a-key' : 'believes-the-caller',
            module: header.module,
            at: header.at,
          });
      }
    }
    if (found.length === 0 && strict) found.push(...asksElsewhere(reach));
    const validation = strict
      ? undefined
      : reach.calls.find(
          ({ name }) => libraryThatValidates(name) !== undefined || VALIDATES_BY_MEMBER.test(name),
        );
    if (validation !== undefined)
      found.push({
        name: validation.name,
        kind: 'validates',
        library: libraryThatValidates(validation.name) ?? 'a schema',
        module: validation.module,
        at: validation.call.at,
      });
    const limit = reach.calls.find(({ name }) => limits(name));
    if (limit !== undefined)
      found.push({ name: limit.name, kind: 'rate-limits', module: limit.module, at: limit.call.at });
    return found.map((one) =>
      one.module === place.module ? one : { ...one, by: one.by ?? { module: one.module, at: one.at } },
    );
  }

  /** What would tell whether whoever proves nothing is refused: an error that ends on the way, somebody who goes on before. */
  #untold(
    reach: Reach,
    proof: CallAt,
    { module, function: number }: FunctionAt,
    strict: boolean,
  ): string | undefined {
    if (!this.#refusesWithout(reach, proof, strict))
      return `telling what happens where ${proof.name.replace(/\(\)/g, '')} gives nothing (${proof.module.file}:${proof.call.at.line})`;
    const untold = untoldFailure(reach, this.#reaches, this.#refusals, proof, strict);
    if (untold !== undefined || strict) return untold;
    const early = module.calls.find(
      (call) =>
        call.within === number &&
        lastName(call.callee) === 'next' &&
        call.arguments.length === 0 &&
        goesOnUnasked(module, call, proof, number),
    );
    return early === undefined
      ? undefined
      : `telling who goes on at ${module.file}:${early.at.line}, before ${lastName(proof.call.callee) ?? 'the proof'} is asked`;
  }

  /** Whether a proof refuses, or the code does where it gives nothing. */
  #refusesWithout(reach: Reach, { name, module, call }: CallAt, strict: boolean): boolean {
    if (!MAY_GIVE_NOTHING.test(name) && !isLeftOut(module, call)) return true;
    const { callee: value, within, at } = call;
    return this.#refusals.rests(reach, { module, read: { value, path: undefined, within, at } }, !strict);
  }

  /** The first of what is read of the caller that the code refuses by, with where it comes from. */
  #decidesBy(reach: Reach, strict: boolean): Decision | undefined {
    let first: Decision | undefined;
    for (const identity of identitiesIn(reach).slice(0, MOST_READ)) {
      if (!this.#refusals.rests(reach, identity, !strict)) continue;
      const { module, read } = identity;
      const { value, within } = read;
      const origin = this.#origins.of({ module, value, within });
      if (origin?.kind === 'proven') return { identity, origin };
      first ??= { identity, origin };
    }
    return first;
  }

  /** Whether it lies on the request, or was proven: a variable may be a row that anybody can name. */
  #isOfCaller({ module, read: { path, value, within } }: IdentityRead): boolean {
    return !OWN_VARIABLE.test(path ?? '') || this.#origins.of({ module, value, within })?.kind === 'proven';
  }

  #byIdentity({ identity, origin }: Decision, reach: Reach, start: FunctionAt, route: RouteName): Guard {
    const { module, read } = identity;
    const name = read.path ?? 'identity';
    const by = { module, at: read.at };
    if (origin?.kind === 'unverified') return { name, kind: 'believes-the-caller', ...by, by };
    // What lies on a request was put there by the server; a variable may be a row that anybody can name.
    if (origin?.kind === 'open' && (origin.mixed === true || OWN_VARIABLE.test(name)))
      return unknownGuard(name, by, origin.decidedBy);
    // Who is signed in is not all that a session keeps.
    if (/(^|\.)session\.\w/.test(name) && !GATEWAY.test(name) && !WHO.test(name.replace(/^.*session\./, '')))
      return unknownGuard(name, by, `telling whether ${name} is only there for who is signed in`);
    const conditional = reach.functions.length > 1 ? this.#exempt(reach, start, route, by) : undefined;
    const asked = { ...by, within: read.within, isBranchTold: false };
    return conditional ?? { name, kind: 'authenticates', ...by, by, asked };
  }

  /** Two texts are compared, and neither was signed or hashed: a key that all callers share. */
  #isKey({ name, call, module }: CallAt): boolean {
    if (!COMPARES.test(name) || call.within === TOP) return false;
    const reach = this.#reaches.of({ module, function: call.within });
    return !reach.calls.some((one) => SIGNS.test(one.name));
  }

  /** A proof that is only asked for where something holds: `if route not in PUBLIC`. */
  #conditioned(proof: CallAt, route: RouteName, kind: GuardKind, start: FunctionAt): Guard {
    const name = proof.name.replace(/\(\)/g, '');
    const at = { module: proof.module, at: proof.call.at };
    const early = this.#letsThrough(start, proof);
    if (!proof.conditional && early === undefined) return { name, kind, ...at };
    if (early === undefined && this.#refusesOtherwise(start, proof)) return { name, kind, ...at };
    const lists = this.#exemptions(start, proof);
    if (lists !== undefined && early === undefined) {
      const isListed =
        route.path !== undefined &&
        lists.some((one) => one === `${route.method} ${route.path}` || one === route.path);
      return isListed ? { name: 'listed as public', kind: 'lets-through', ...at } : { name, kind, ...at };
    }
    return unknownGuard(
      name,
      at,
      `telling when ${name} is asked (${proof.module.file}:${proof.call.at.line})`,
    );
  }

  #exempt(
    reach: Reach,
    start: FunctionAt,
    route: RouteName,
    by: { module: SourceModule; at: Place },
  ): Guard | undefined {
    const call = reach.calls.find(({ meaning, conditional, depth }) => {
      if (!conditional || depth > 0 || meaning.kind !== 'function') return false;
      return this.#reaches
        .of(meaning)
        .functions.some((one) => one.module === by.module && within(one, by.at));
    });
    return call === undefined ? undefined : { ...this.#conditioned(call, route, 'authenticates', start), by };
  }

  /** The texts of the list that a route must not be in for the proof to be asked, if that is the whole condition. */
  #exemptions({ module, function: number }: FunctionAt, proof: CallAt): readonly string[] | undefined {
    // Only what stands in the function itself: further inside, conditions are about the proof.
    const own = module.functions[number]!;
    const call =
      proof.depth === 0
        ? proof.call
        : this.#reaches
            .of({ module, function: number })
            .calls.find(
              (one) =>
                one.depth === 0 &&
                one.conditional &&
                one.meaning.kind === 'function' &&
                this.#reaches.of(one.meaning).calls.some((inner) => inner.call === proof.call),
            )?.call;
    if (call === undefined) return undefined;
    const around = branchesAround(module, call.at, own);
    const lists = around.map(({ test }) => this.#listIn(module, test, call.within));
    const known = lists.filter((one) => one !== undefined);
    return known.length === 1 ? known[0] : undefined;
  }

  /** `route not in PUBLIC`, `!PUBLIC.has(route)`, `!PUBLIC.includes(path)`. */
  #listIn(module: SourceModule, test: Expression, within: number): readonly string[] | undefined {
    const { program } = this.#reaches;
    if (test.kind === 'both')
      return test.of.map((one) => this.#listIn(module, one, within)).find((one) => one !== undefined);
    let list: Expression | undefined;
    if (test.kind === 'compare' && test.operator === 'not in') list = test.right;
    else if (test.kind === 'not' && test.of.kind === 'call') {
      const { callee } = module.calls[test.of.call]!;
      if (callee.kind === 'member' && /^(has|includes)$/.test(callee.name)) list = callee.of;
    } else if (test.kind === 'not' && test.of.kind === 'compare' && test.of.operator === 'in')
      list = test.of.right;
    if (list === undefined) return undefined;
    const meaning = program.resolve(module, list, within);
    if (meaning.kind === 'value' && meaning.value.kind === 'list')
      return meaning.value.items.flatMap(
        (item) => textIn(program, meaning.module, item, meaning.within) ?? [],
      );
    if (meaning.kind === 'value' && meaning.value.kind === 'object')
      return meaning.value.members.map(({ name }) => name);
    if (meaning.kind !== 'made') return undefined;
    const call = meaning.module.calls[meaning.call]!;
    if (!/^(Set|set|frozenset)$/.test(call.path ?? '')) return undefined;
    const [items] = call.arguments;
    return items?.value.kind === 'list'
      ? items.value.items.flatMap((item) => textIn(program, meaning.module, item, call.within) ?? [])
      : undefined;
  }

  /** The proof is asked where a token came along, and who has none is refused: `if (token) { verify } else throw`. */
  #refusesOtherwise(start: FunctionAt, proof: CallAt): boolean {
    const { module, call } = proof;
    if (call.within === TOP) return false;
    const around = branchesAround(module, call.at, module.functions[call.within]!);
    const [branch] = around;
    if (branch === undefined || around.some(({ test }) => mentionsPath(test, module))) return false;
    // Conditions further out are about when all of it is asked.
    const outer = this.#reaches.of(start).calls;
    const leads = outer.some(
      (one) =>
        one.depth === 0 &&
        one.conditional &&
        one.call !== call &&
        one.meaning.kind === 'function' &&
        this.#reaches.of(one.meaning).calls.some((inner) => inner.call === call),
    );
    if (leads) return false;
    const ends = [
      ...module.throws,
      ...module.calls.filter(
        (one) =>
          /(^|\.)(next|reject|sendStatus|status|code|abort)$/.test(one.path ?? '') &&
          one.arguments.length > 0,
      ),
    ];
    return ends.some(
      ({ at, within: scope }) =>
        scope === call.within && !(at.line >= branch.then.at.line && at.line <= branch.then.end.line),
    );
  }

  /** A middleware that goes on before it asks, for some paths: `if (request.path === '/health') return next()`. */
  #letsThrough({ module, function: number, part }: FunctionAt, proof: CallAt): Place | undefined {
    const own = module.functions[number]!;
    const inner = new Set(this.#reaches.inside(module, number));
    const branch = module.branches.find(
      (one) =>
        inner.has(one.within) &&
        (proof.module !== module || one.at.line < proof.call.at.line) &&
        own.at.line <= one.at.line &&
        mentionsPath(one.test, module) &&
        part?.decides(one) !== true &&
        (module.returns.some(
          (end) =>
            end.at.line >= one.then.at.line &&
            end.at.line <= one.then.end.line &&
            inner.has(end.within) &&
            !refusesWith(end.value),
        ) ||
          module.calls.some(
            (call) =>
              lastName(call.callee) === 'next' &&
              call.at.line >= one.then.at.line &&
              call.at.line <= one.then.end.line,
          )),
    );
    return branch?.at;
  }
}

/** `token && verify(token)`: without a token nothing is asked, and nothing refused by it. */
function isLeftOut(module: SourceModule, call: CallAt['call']): boolean {
  return everyOne(module, 'both').some(
    ({ value, within: scope }) =>
      scope === call.within &&
      value.of.slice(1).some((one) => one.kind === 'call' && module.calls[one.call] === call),
  );
}

/** A handler that refuses callers and asks a package that could not be read: what it asks may be who is calling. */
function asksElsewhere(reach: Reach): readonly Guard[] {
  const refuses =
    refusalIn(reach) !== undefined ||
    reach.calls.some(({ call }) =>
      call.arguments.some(
        ({ value }) => value.kind === 'literal' && (value.value === 401 || value.value === 403),
      ),
    );
  const asked = reach.calls.find(({ meaning, name, call, module }) => {
    if (isPerhapsAsked(module, call, meaning)) return true;
    if (!refuses) return false;
    const isElsewhere = meaning.kind === 'external' || meaning.kind === 'made' || meaning.kind === 'open';
    const last = lastName(call.callee) ?? '';
    return (
      isElsewhere && name.includes('.') && ASKS_CALLER.test(last) && !MAKES.test(last) && !MAKES.test(name)
    );
  });
  if (asked === undefined) return [];
  const { module, call, name } = asked;
  const at = { module, at: call.at };
  return [
    unknownGuard(
      name.replace(/\(\)/g, ''),
      at,
      `reading what ${lastName(call.callee)} asks (${module.file}:${call.at.line})`,
    ),
  ];
}

/** A function that nobody read, by its name or by what is done with its answer. */
function isPerhapsAsked(
  module: SourceModule,
  call: CallAt['call'],
  { kind, ...more }: CallAt['meaning'],
): boolean {
  if (kind !== 'open' || call.within === TOP) return false;
  const isUnread = 'why' in more && more.why.endsWith(' is not read');
  return (
    (isUnread && GUARD_WORD.test(lastName(call.callee) ?? '')) || handsOnRefusal(module, call, 'NextResponse')
  );
}

function within({ module, function: number }: FunctionAt, at: Place): boolean {
  const { at: start, end } = module.functions[number]!;
  return at.line >= start.line && at.line <= end.line;
}
