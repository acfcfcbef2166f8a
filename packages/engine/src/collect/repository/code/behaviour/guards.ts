import type { Meaning } from '../names/program.ts';
import { FRAMEWORKS } from '../routes/frameworks.ts';
import { type GuardUse, UNKNOWN_PATH } from '../routes/route.ts';
import { textIn, writtenAs } from '../routes/texts.ts';
import { type Expression, type Place, type SourceModule, TOP } from '../syntax/source-module.ts';
import { refusalIn, stops } from './answers.ts';
import { branchesAround, type CallAt, type FunctionAt, lastName, type Reach, type Reaches } from './reach.ts';
import {
  GUARD_WORD,
  HARMLESS,
  LIMITS,
  LOOKS_ONLY,
  VALIDATES,
  VALIDATES_BY_MEMBER,
  VERIFIES,
  VERIFIES_BY_MEMBER,
} from './vocabulary.ts';

/** What something that stands before a handler does. */
export type GuardKind =
  /** Proves who is calling. */
  | 'authenticates'
  /** Asks what somebody may do whose identity was proven before. */
  | 'authorizes'
  /** Compares a key that all callers share. */
  | 'shares-a-key'
  /** Believes what the caller writes: a header that names a role. */
  | 'believes-the-caller'
  | 'rate-limits'
  | 'validates'
  /** A guard that lets this route through: its list of public ones names it. */
  | 'lets-through'
  /** Nobody can tell from the code. */
  | 'unknown';

export interface Guard {
  readonly name: string;
  readonly kind: GuardKind;
  readonly module: SourceModule;
  /** Where it is put before the handler. */
  readonly at: Place;
  /** Where it does what it does. */
  readonly by?: { readonly module: SourceModule; readonly at: Place };
  /** For kind `unknown`: what would tell. */
  readonly decidedBy?: string;
  readonly library?: string;
}

/** What a route is called inside its application, for guards that let some through. */
export interface RouteName {
  readonly method: string;
  readonly path: string | undefined;
}

/** What stands before handlers, looked into. */
export class Guards {
  readonly #reaches: Reaches;

  constructor(reaches: Reaches) {
    this.#reaches = reaches;
  }

  /** What is put before a handler: none where it is known to guard nothing. */
  of(use: GuardUse, route: RouteName): readonly Guard[] {
    const place = { module: use.module, at: use.value.at };
    const name = use.name ?? writtenAs(use.module, use.value);
    const stands = use.below === undefined ? 'before' : standsBefore(use.below, route.path);
    if (stands === 'not before') return [];
    const found = this.#ofValue(use.module, use.value, use.within, name, place, route, 0);
    if (stands === 'before' && !use.conditional) return found;
    const decidedBy = `telling whether ${name} stands before this route`;
    return found
      .filter(({ kind }) => kind !== 'validates' && kind !== 'rate-limits')
      .map((one): Guard => ({ ...one, kind: 'unknown', decidedBy }));
  }

  /** What a handler asks itself, before or while it does its work. */
  inside(handlers: readonly FunctionAt[], route: RouteName): readonly Guard[] {
    return handlers.flatMap((at) => {
      const reach = this.#reaches.of(at);
      const place = { module: at.module, at: at.module.functions[at.function]!.at };
      return [...this.#ofParameters(at, route), ...this.#proofs(reach, route, place, at, true)];
    });
  }

  #ofValue(
    module: SourceModule,
    value: Expression,
    within: number,
    name: string,
    place: Pick<Guard, 'module' | 'at'>,
    route: RouteName,
    steps: number,
  ): readonly Guard[] {
    const { program } = this.#reaches;
    const meaning = program.whole(program.resolve(module, value, within));
    if (steps > 6) return [unknownGuard(name, place, `reading ${name}`)];
    const byPackage = this.#byPackage(meaning, name, place);
    if (byPackage !== undefined) return byPackage;
    switch (meaning.kind) {
      case 'function':
        return this.#ofFunction(meaning, name, place, route);
      case 'class':
      case 'instance':
        return this.#ofClass(meaning, name, place, route);
      case 'several':
      case 'open':
        return [unknownGuard(name, place, `finding what ${name} is`)];
      case 'parameter':
        return this.#decorated(meaning.members.at(-1), name, place, route, steps);
      case 'made': {
        if (meaning.members.length > 0)
          return this.#decorated(meaning.members.at(-1), name, place, route, steps);
        const call = meaning.module.calls[meaning.call]!;
        const callee = program.whole(program.resolve(meaning.module, call.callee, call.within));
        // `Depends(signedIn)`: what is handed on is what guards.
        if (/(^|\.)(Depends|Security)$/.test(program.nameOf(callee) ?? '')) {
          const [first] = call.arguments;
          if (first === undefined) return [];
          return this.#ofValue(
            meaning.module,
            first.value,
            call.within,
            writtenAs(meaning.module, first.value),
            place,
            route,
            steps + 1,
          );
        }
        if (callee.kind === 'function') return this.#ofFunction(callee, name, place, route);
        if (callee.kind === 'class') return this.#ofClass(callee, name, place, route);
        const handed = call.arguments.flatMap((one) => {
          const { functions } = program.functionsOf(program.resolve(meaning.module, one.value, call.within));
          return functions.flatMap((at) => this.#ofFunction({ kind: 'function', ...at }, name, place, route));
        });
        return handed.length > 0 ? handed : [unknownGuard(name, place, `reading what ${name} does`)];
      }
      case 'value':
        return [];
      default:
        return [unknownGuard(name, place, `reading what ${name} does`)];
    }
  }

  /** What a package is known for. */
  #byPackage(
    meaning: Meaning,
    name: string,
    place: Pick<Guard, 'module' | 'at'>,
  ): readonly Guard[] | undefined {
    const { program } = this.#reaches;
    const path = program.nameOf(meaning);
    if (path === undefined || /(^|\.)(Depends|Security)\(\)$/.test(path)) return undefined;
    const bare = path.replace(/\(\)$/, '');
    if (
      matchesAny(VERIFIES, path) ||
      matchesAny(VERIFIES, bare) ||
      /^@nestjs\/passport\.AuthGuard/.test(path)
    )
      return [{ name, kind: 'authenticates', ...place }];
    if (matchesAny(LIMITS, path) || matchesAny(LIMITS, bare))
      return [{ name, kind: 'rate-limits', ...place }];
    const validator = VALIDATES.find((one) => one.name.test(path) || one.name.test(bare));
    if (validator !== undefined) return [{ name, kind: 'validates', library: validator.library, ...place }];
    if (/^express-validator\.(body|check|param|query|checkSchema|oneOf|header|cookie)\b/.test(path))
      return [];
    if (/^fastapi\.security\.(\w+\.)?(HTTPBearer|OAuth2\w*|APIKey\w*|HTTPDigest)\(\)$/.test(path))
      return [{ name, kind: 'believes-the-caller', ...place }];
    if (HARMLESS.test(path) || FRAMEWORKS.some(({ made }) => made.test(path))) return [];
    // What a package does whose name says nothing of callers is taken to be something else.
    if (meaning.kind === 'external' && !GUARD_WORD.test(path)) return [];
    if (
      meaning.kind === 'made' &&
      meaning.members.length === 0 &&
      !GUARD_WORD.test(path) &&
      !/valid|schema|limit/i.test(path)
    )
      return [];
    // Decorators of the language and of tools that have no hand in requests.
    if (/^(staticmethod|classmethod|property|functools\.\w+|typing\.\w+|contextlib\.\w+)$/.test(path))
      return [];
    return undefined;
  }

  #ofFunction(
    at: FunctionAt & { kind: 'function' },
    name: string,
    place: Pick<Guard, 'module' | 'at'>,
    route: RouteName,
  ): readonly Guard[] {
    const reach = this.#reaches.of(at);
    const found = [...this.#ofParameters(at, route), ...this.#proofs(reach, route, place, at, false)].map(
      (one) => ({
        ...one,
        name,
        ...place,
        by: one.by ?? { module: one.module, at: one.at },
      }),
    );
    if (found.length > 0) return found;
    const opaque = reach.open.find((one) => GUARD_WORD.test(one.name));
    if (opaque !== undefined)
      return [unknownGuard(name, place, `finding ${opaque.name} (${opaque.module.file}:${opaque.at.line})`)];
    return stops(reach) && GUARD_WORD.test(name)
      ? [unknownGuard(name, place, `reading what ${name} asks`)]
      : [];
  }

  #ofClass(
    meaning: Extract<Meaning, { kind: 'class' | 'instance' }>,
    name: string,
    place: Pick<Guard, 'module' | 'at'>,
    route: RouteName,
  ): readonly Guard[] {
    const { program } = this.#reaches;
    const made = meaning.module.classes[meaning.class]!;
    const bases = made.bases.map(
      (base) => program.pathOf(meaning.module, base, made.within) ?? writtenAs(meaning.module, base),
    );
    if (bases.some((base) => /^@nestjs\/passport\.AuthGuard/.test(base)))
      return [{ name, kind: 'authenticates', ...place }];
    if (bases.some((base) => /Throttler/.test(base))) return [{ name, kind: 'rate-limits', ...place }];
    const methods = [
      'canActivate',
      'use',
      'resolve',
      '__call__',
      'dispatch',
      'intercept',
      'transform',
      'before',
      'validate',
    ].flatMap((method) => {
      const found = program.memberOf({ kind: 'class', module: meaning.module, class: meaning.class }, method);
      return found.kind === 'function' ? [{ method, at: found }] : [];
    });
    if (methods.length === 0)
      return GUARD_WORD.test(name) ? [unknownGuard(name, place, `reading what ${name} does`)] : [];
    const own = methods.flatMap(({ at }) => this.#ofFunction(at, name, place, route));
    if (own.length > 0) return own;
    // What a guard answers with `false` is refused by the framework.
    const asks = methods.find(({ method }) => method === 'canActivate');
    if (asks === undefined) return [];
    const reach = this.#reaches.of(asks.at);
    return identityIn(reach) === undefined
      ? [unknownGuard(name, place, `reading what ${name} asks`)]
      : [{ name, kind: 'authorizes', ...place }];
  }

  /** `request.jwtVerify`, `app.authenticate` where `app.decorate('authenticate', …)` says what it is. */
  #decorated(
    member: string | undefined,
    name: string,
    place: Pick<Guard, 'module' | 'at'>,
    route: RouteName,
    steps: number,
  ): readonly Guard[] {
    if (member === undefined) return [unknownGuard(name, place, `finding what ${name} is`)];
    if (VERIFIES_BY_MEMBER.test(member)) return [{ name, kind: 'authenticates', ...place }];
    const { program } = this.#reaches;
    for (const module of program.modules.values())
      for (const call of module.calls) {
        if (lastName(call.callee) !== 'decorate') continue;
        const [said, value] = call.arguments;
        if (said === undefined || value === undefined) continue;
        if (textIn(program, module, said.value, call.within) !== member) continue;
        return this.#ofValue(module, value.value, call.within, name, place, route, steps + 1);
      }
    return [unknownGuard(name, place, `finding what ${name} is`)];
  }

  /** What FastAPI asks before it calls a function: `user: User = Depends(signed_in)`. */
  #ofParameters({ module, function: number }: FunctionAt, route: RouteName): readonly Guard[] {
    if (module.language !== 'python') return [];
    return module.functions[number]!.parameters.flatMap((parameter) =>
      [parameter.otherwise, parameter.annotation].flatMap((value) =>
        value === undefined ? [] : this.#dependencies(module, value, number, route, 0),
      ),
    );
  }

  #dependencies(
    module: SourceModule,
    value: Expression,
    within: number,
    route: RouteName,
    steps: number,
  ): readonly Guard[] {
    const { program } = this.#reaches;
    if (steps > 6) return [];
    if (value.kind === 'call') {
      const call = module.calls[value.call]!;
      const callee = program.pathOf(module, call.callee, call.within) ?? '';
      if (!/(^|\.)(Depends|Security)$/.test(callee)) return [];
      return this.#ofValue(
        module,
        value,
        within,
        nameOfDependency(module, value),
        { module, at: value.at },
        route,
        0,
      );
    }
    if (value.kind === 'index') {
      const parts = value.index.kind === 'list' ? value.index.items : [value.index];
      return parts.flatMap((one) => this.#dependencies(module, one, within, route, steps + 1));
    }
    if (value.kind !== 'name' && value.kind !== 'member') return [];
    const meaning = program.resolve(module, value, within);
    return meaning.kind === 'value' && meaning.value !== value && meaning.value.kind === 'index'
      ? this.#dependencies(meaning.module, meaning.value, meaning.within, route, steps + 1)
      : [];
  }

  /** What the calls and reads of a function prove, limit and compare. */
  #proofs(
    reach: Reach,
    route: RouteName,
    place: Pick<Guard, 'module' | 'at'>,
    start: FunctionAt,
    /** Whether it is a handler: that one throws for other reasons too. */
    strict: boolean,
  ): readonly Guard[] {
    const found: Guard[] = [];
    const verifying = reach.calls.filter((one) => isProof(one) && !this.#isKey(one));
    const certain = verifying.find((one) => !one.conditional) ?? verifying[0];
    if (certain !== undefined) found.push(this.#conditioned(certain, route, 'authenticates', start));
    else {
      const identity = identityIn(reach);
      const key = reach.calls.find((one) => isProof(one) && this.#isKey(one));
      if (key !== undefined && identity === undefined)
        found.push({ name: key.name, kind: 'shares-a-key', module: key.module, at: key.call.at });
      else if (identity !== undefined && strict && stops(reach) && !this.#refusesThere(reach, identity)) {
        const { module, read } = identity;
        found.push(
          unknownGuard(
            read.path ?? 'identity',
            { module, at: read.at },
            `telling what happens where ${read.path} is not there`,
          ),
        );
      } else if (identity !== undefined && stops(reach)) {
        const { module, read } = identity;
        const by = { module, at: read.at };
        const conditional = reach.functions.length > 1 ? this.#exempt(reach, start, route, by) : undefined;
        found.push(
          conditional ?? { name: read.path ?? 'identity', kind: 'authenticates', module, at: read.at, by },
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
        if (header !== undefined)
          found.push({
            name: header.name,
            kind: usesKey(reach) ? 'shares-a-key' : 'believes-the-caller',
            module: header.module,
            at: header.at,
          });
      }
    }
    const validation = strict
      ? undefined
      : reach.calls.find(
          ({ name }) => VALIDATES.some((one) => one.name.test(name)) || VALIDATES_BY_MEMBER.test(name),
        );
    if (validation !== undefined)
      found.push({
        name: validation.name,
        kind: 'validates',
        library: VALIDATES.find((one) => one.name.test(validation.name))?.library ?? 'a schema',
        module: validation.module,
        at: validation.call.at,
      });
    const limit = reach.calls.find(({ name }) => matchesAny(LIMITS, name));
    if (limit !== undefined)
      found.push({ name: limit.name, kind: 'rate-limits', module: limit.module, at: limit.call.at });
    return found.map((one) =>
      one.module === place.module ? one : { ...one, by: one.by ?? { module: one.module, at: one.at } },
    );
  }

  /** Whether the function that reads who is calling refuses those of whom it learns nothing. */
  #refusesThere(
    reach: Reach,
    {
      module,
      read,
    }: { readonly module: SourceModule; readonly read: { readonly within: number; readonly at: Place } },
  ): boolean {
    const names = new Set(
      module.bindings.flatMap(({ target, within: scope, at }) =>
        scope === read.within && at.line === read.at.line && target.kind === 'name' ? [target.name] : [],
      ),
    );
    const ends = [
      ...reach.throws,
      ...reach.returns.map(({ module: of, at }) => ({ module: of, at })),
      ...reach.calls.map(({ module: of, call }) => ({ module: of, at: call.at })),
    ];
    return module.branches.some(
      ({ test, then, within: scope, at }) =>
        scope === read.within &&
        ((at.line <= read.at.line && read.at.line < then.at.line) ||
          (at.line === read.at.line && read.at.line === then.at.line) ||
          mentionsName(test, names, module)) &&
        ends.some(
          (end) => end.module === module && end.at.line >= then.at.line && end.at.line <= then.end.line,
        ),
    );
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
  #letsThrough({ module, function: number }: FunctionAt, proof: CallAt): Place | undefined {
    const own = module.functions[number]!;
    const inner = new Set(this.#reaches.inside(module, number));
    const branch = module.branches.find(
      (one) =>
        inner.has(one.within) &&
        (proof.module !== module || one.at.line < proof.call.at.line) &&
        own.at.line <= one.at.line &&
        mentionsPath(one.test, module) &&
        (module.returns.some(
          (end) =>
            end.at.line >= one.then.at.line && end.at.line <= one.then.end.line && inner.has(end.within),
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

const COMPARES = /(^|\.)(compare_digest|timingSafeEqual)$/;
const SIGNS =
  /(^|\.)(createHmac|createHash|scrypt|scryptSync|pbkdf2|pbkdf2_hmac|hashpw|checkpw|bcrypt|sign|signature)(\(\))?$|^hmac\.(new|digest)|^hashlib\.|^bcrypt/;

const GATEWAY =
  /(^|\.)(requestContext|request_context|current_event)\b.*(authorizer|identity)|(^|\.)authorizer(\.|$)/;
const IDENTITY =
  /(^|\.)(session|user|auth|currentUser|current_user|principal|claims|authorizer|cognitoIdentityId|isAuthenticated|is_authenticated)(\.|$)/;
const NOT_IDENTITY = /headers|body|query|params|process\.env|environ|user_?agent/i;

function identityIn(reach: Reach) {
  return (
    reach.reads.find(({ read }) => {
      const path = read.path ?? '';
      return (
        IDENTITY.test(path) &&
        /^(event|evt|req|request|ctx|context|c|g|flask|session|this|self|state|app|router)\b/.test(path) &&
        !NOT_IDENTITY.test(path)
      );
    }) ??
    reach.calls.flatMap(({ module, call }) => {
      const of = call.callee.kind === 'member' ? call.callee.of : undefined;
      if (of === undefined || of.kind === 'name') return [];
      const path = (call.path ?? '').replace(/\.get\(\)|\.get$/g, '');
      const named = call.arguments[0]?.value;
      const whole = named?.kind === 'literal' ? `${path}.${named.value}` : path;
      return GATEWAY.test(whole)
        ? [{ module, read: { value: call.callee, path: whole, within: call.within, at: call.at } }]
        : [];
    })[0] ??
    authorizerByGet(reach)
  );
}

/** `event["requestContext"].get("authorizer", {})`. */
function authorizerByGet(reach: Reach) {
  const found = reach.calls.find(
    ({ call }) =>
      lastName(call.callee) === 'get' &&
      call.arguments[0]?.value.kind === 'literal' &&
      call.arguments[0].value.value === 'authorizer',
  );
  if (found === undefined) return undefined;
  const { module, call } = found;
  return {
    module,
    read: { value: call.callee, path: 'requestContext.authorizer', within: call.within, at: call.at },
  };
}

/** A header, or another part of the request, that a decision rests on. */
function headerIn(reach: Reach): { name: string; module: SourceModule; at: Place } | undefined {
  const read = reach.reads.find(({ read: one }) => /(^|\.)headers\.[\w-]+$/.test(one.path ?? ''));
  if (read !== undefined) {
    const name = (read.read.path ?? '').replace(/^.*headers\./, '');
    return { name: `header ${name}`, module: read.module, at: read.read.at };
  }
  const call = reach.calls.find(({ call: one }) => {
    const [first] = one.arguments;
    return (
      /(^|\.)(headers\.get|req(uest)?\.(get|header)|header)$/.test(one.path ?? '') &&
      first?.value.kind === 'literal'
    );
  });
  if (call === undefined) return undefined;
  const [first] = call.call.arguments;
  return {
    name: `header ${first?.value.kind === 'literal' ? first.value.value : ''}`,
    module: call.module,
    at: call.call.at,
  };
}

function usesKey(reach: Reach): boolean {
  return (
    reach.reads.some(({ read }) => /^(process\.env|os\.environ)\./.test(read.path ?? '')) ||
    reach.calls.some(({ name }) => /getenv|environ|SecretValue|get_secret|compare_digest/.test(name))
  );
}

function isProof({ name, call, module }: CallAt): boolean {
  if (LOOKS_ONLY.test(name)) return false;
  if (!matchesAny(VERIFIES, name) && !VERIFIES_BY_MEMBER.test(name)) return false;
  if (!/jwt\.decode$/.test(name)) return true;
  return !call.arguments.some(({ name: said, value }) => {
    if (said === 'verify') return value.kind === 'literal' && value.value === false;
    if (said !== 'options' || value.kind !== 'object') return false;
    return value.members.some(
      (one) =>
        one.name === 'verify_signature' &&
        one.value.kind === 'literal' &&
        one.value.value === false &&
        module.file !== '',
    );
  });
}

function mentionsName(test: Expression, names: ReadonlySet<string>, module: SourceModule): boolean {
  switch (test.kind) {
    case 'name':
      return names.has(test.name);
    case 'member':
    case 'not':
      return mentionsName(test.of, names, module);
    case 'compare':
      return mentionsName(test.left, names, module) || mentionsName(test.right, names, module);
    case 'both':
    case 'choice':
      return test.of.some((one) => mentionsName(one, names, module));
    case 'call': {
      const { callee, arguments: given } = module.calls[test.call]!;
      return (
        mentionsName(callee, names, module) || given.some(({ value }) => mentionsName(value, names, module))
      );
    }
    default:
      return false;
  }
}

function mentionsPath(test: Expression, module: SourceModule): boolean {
  switch (test.kind) {
    case 'member':
      return (
        /^(path|originalUrl|url|baseUrl|pathname|method|routeKey|rawPath)$/.test(test.name) ||
        mentionsPath(test.of, module)
      );
    case 'name':
      return /^(path|url|pathname|isPublic|public)$/i.test(test.name);
    case 'compare':
      return mentionsPath(test.left, module) || mentionsPath(test.right, module);
    case 'both':
    case 'choice':
      return test.of.some((one) => mentionsPath(one, module));
    case 'not':
      return mentionsPath(test.of, module);
    case 'call': {
      const { callee, arguments: given } = module.calls[test.call]!;
      return mentionsPath(callee, module) || given.some(({ value }) => mentionsPath(value, module));
    }
    default:
      return false;
  }
}

function unknownGuard(name: string, place: Pick<Guard, 'module' | 'at'>, decidedBy: string): Guard {
  return { name, kind: 'unknown', ...place, decidedBy };
}

function matchesAny(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((one) => one.test(text));
}

/** Whether what is registered for a path stands before a route: `/api` before `/api/cards`, and `/api/*` too. */
function standsBefore(below: string, path: string | undefined): 'before' | 'not before' | 'perhaps' {
  const start = below.replace(/\/?\*$/, '').replace(/\/$/, '');
  if (start === '') return 'before';
  if (path === undefined || below === UNKNOWN_PATH || /[*:{(]/.test(start)) return 'perhaps';
  return path === start || path.startsWith(`${start}/`) ? 'before' : 'not before';
}

function within({ module, function: number }: FunctionAt, at: Place): boolean {
  const { at: start, end } = module.functions[number]!;
  return at.line >= start.line && at.line <= end.line;
}

function nameOfDependency(module: SourceModule, value: Expression): string {
  const [first] = value.kind === 'call' ? module.calls[value.call]!.arguments : [];
  return first === undefined ? 'Depends()' : writtenAs(module, first.value);
}
