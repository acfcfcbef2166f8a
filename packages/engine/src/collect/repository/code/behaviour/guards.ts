import type { Meaning } from '../names/program.ts';
import { FRAMEWORKS } from '../routes/frameworks.ts';
import type { GuardUse } from '../routes/route.ts';
import { textIn, writtenAs } from '../routes/texts.ts';
import type { Expression, SourceModule } from '../syntax/source-module.ts';
import { stops } from './answers.ts';
import { identitiesIn } from './callers.ts';
import { isOptional } from './failed-proofs.ts';
import { type Guard, type RouteName, unknownGuard } from './guard.ts';
import { libraryThatValidates, limits, verifies } from './known-names.ts';
import { parameterLookup } from './lookups.ts';
import { MOST_OVERRIDDEN, overriddenIn } from './overridden.ts';
import { Proofs } from './proofs.ts';
import { type FunctionAt, lastName, type Reach, type Reaches } from './reach.ts';
import { answersWith } from './refusals.ts';
import { standsBefore } from './stands-before.ts';
import { GUARD_WORD, HARMLESS, VALIDATES, VERIFIES_BY_MEMBER } from './vocabulary.ts';

/** What stands before handlers, looked into. */
export class Guards {
  readonly #reaches: Reaches;
  readonly #proofs: Proofs;

  constructor(reaches: Reaches) {
    this.#reaches = reaches;
    this.#proofs = new Proofs(reaches);
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
      const found = [...this.#ofParameters(at, route), ...this.#proofs.of(reach, route, place, at, true)];
      return found.length > 0 ? found : this.#ofOverridden(reach, route, 0);
    });
  }

  /** What methods ask of which each is called on objects of another class: nothing only where none of them asks anything. */
  #ofOverridden(reach: Reach, route: RouteName, steps: number): readonly Guard[] {
    return overriddenIn(reach).flatMap(({ module, call, by }) => {
      const name = lastName(call.callee) ?? 'a method';
      const place = { module, at: call.at };
      const asks = (at: FunctionAt) =>
        this.#ofFunction({ kind: 'function', ...at }, name, place, route, steps + 1).length > 0;
      if (by.length > 0 && steps <= MOST_OVERRIDDEN && !by.some(asks)) return [];
      const decidedBy = `telling which class writes ${name} for this object (${module.file}:${call.at.line})`;
      return [unknownGuard(name, place, decidedBy)];
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
    if (verifies(path) || verifies(bare) || /^@nestjs\/passport\.AuthGuard/.test(path))
      return meaning.kind === 'made' && this.#isLeftToOthers(meaning)
        ? [unknownGuard(name, place, `telling what is done for who brings nothing: ${name} leaves it open`)]
        : [{ name, kind: 'authenticates', ...place }];
    if (limits(path) || limits(bare)) return [{ name, kind: 'rate-limits', ...place }];
    const validator =
      libraryThatValidates(path) === undefined && libraryThatValidates(bare) === undefined
        ? undefined
        : VALIDATES.find((one) => one.name.test(path) || one.name.test(bare));
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

  /** Whether a package refuses nobody by itself: it is told so, or tells a function that refuses nobody either. */
  #isLeftToOthers({ module, call: number }: Extract<Meaning, { kind: 'made' }>): boolean {
    const call = module.calls[number]!;
    return (
      isOptional(call) ||
      call.arguments.some(
        ({ value }) =>
          value.kind === 'function' && !stops(this.#reaches.of({ module, function: value.function })),
      )
    );
  }

  #ofFunction(
    at: FunctionAt & { kind: 'function' },
    name: string,
    place: Pick<Guard, 'module' | 'at'>,
    route: RouteName,
    steps = 0,
  ): readonly Guard[] {
    const reach = this.#reaches.of(at);
    const found = [...this.#ofParameters(at, route), ...this.#proofs.of(reach, route, place, at, false)].map(
      (one) => ({
        ...one,
        name,
        ...place,
        by: one.by ?? { module: one.module, at: one.at },
      }),
    );
    const lookup = found.some(({ kind }) => kind === 'believes-the-caller')
      ? parameterLookup(this.#reaches, at)
      : undefined;
    // What the framework only reads is a key of each caller's own where the function looks it up.
    if (lookup !== undefined)
      return found.map((one) =>
        one.kind === 'believes-the-caller' ? unknownGuard(name, place, lookup) : one,
      );
    if (found.length > 0) return found;
    const overridden = this.#ofOverridden(reach, route, steps);
    if (overridden.length > 0) return overridden;
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
    if (bases.some((base) => /^@nestjs\/passport\.AuthGuard/.test(base))) {
      const answer = program.memberOf(
        { kind: 'class', module: meaning.module, class: meaning.class },
        'handleRequest',
      );
      const letsIn = answer.kind === 'function' && !stops(this.#reaches.of(answer));
      return letsIn
        ? [unknownGuard(name, place, `reading what handleRequest of ${name} gives where nobody is signed in`)]
        : [{ name, kind: 'authenticates', ...place }];
    }
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
    return !identitiesIn(reach).some((one) => answersWith(one))
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
}

function nameOfDependency(module: SourceModule, value: Expression): string {
  const [first] = value.kind === 'call' ? module.calls[value.call]!.arguments : [];
  return first === undefined ? 'Depends()' : writtenAs(module, first.value);
}
