import { unreadIn } from '../../practices/unread.ts';
import { type FunctionAt, lastName, type Reaches } from '../behaviour/reach.ts';
import type { Program } from '../names/program.ts';
import { methodOf } from '../names/scopes.ts';
import { partsOf, rootOf } from '../syntax/expressions.ts';
import { type Call, type Expression, isIn, type Place, type SourceModule } from '../syntax/source-module.ts';
import {
  type AnsweredAs,
  above,
  type ClassAt,
  innermost,
  isKindOf,
  isOfOneKind,
  nameOf,
  onlyForOthers,
} from './error-kinds.ts';
import { type Held, heldNames } from './handed-parts.ts';
import { isGeneral, LOGS, type Shown, STATUS } from './shown-errors.ts';
import { type OwnError, ownErrors } from './thrown-errors.ts';

const FURTHEST = 10;
/** Members that writing an error as JSON leaves out: `Error` has them, and not as its own. */
const NOT_WRITTEN = /^(message|stack|cause)$/;
/** Members that tell which kind of error it is. */
const OF_NONE = /^(name|constructor|__class__)$/;
/** What any error has. */
const OF_ANY = /^(message|stack|cause|args)$/;
const WRITES_OUT = /^(toJSON|toString|to_dict|as_dict|to_json|__str__|__repr__)$/;

/** What answers tell of another error that was put into one of the repository's own. */
export function shownOfOwn(
  reaches: Reaches,
  answered: AnsweredAs,
  values: readonly Expression[],
): readonly Shown[] {
  const { program } = reaches;
  const found = ownErrors(program).flatMap((own) => {
    const shown = shownOf(program, answered, values, own);
    if (shown.length === 0) return [];
    const sure = answered.from === undefined || comesTo(reaches, answered.from, own);
    const name = nameOf(own);
    return shown.map((one) => (sure || one.perhaps !== undefined ? one : { ...one, perhaps: name }));
  });
  const unread = unreadIn(program, answered.module);
  if (unread === undefined || found.some(({ perhaps }) => perhaps === undefined)) return found;
  // What is thrown there may have anything in it.
  return [
    ...found,
    ...shownOf(program, answered, values, undefined).map((one) => ({ ...one, perhaps: unread, unread })),
  ];
}

/** What is shown of one own error; without one, of any that is not seen. */
function shownOf(
  program: Program,
  answered: AnsweredAs,
  values: readonly Expression[],
  own: OwnError | undefined,
): readonly Shown[] {
  if (!isCaught(program, answered, own)) return [];
  const seen = (leftOut: RegExp | undefined) => {
    const parts = new Parts(program, own, leftOut);
    return values.flatMap((value) => parts.in(answered.module, value, answered.name, 0));
  };
  return [
    ...seen(undefined).filter(({ at }) => isOfOneKind(answered, at)),
    // What any error has beside its parts is looked at for all of them.
    ...seen(OF_ANY).filter(({ at }) => !isOfOneKind(answered, at)),
  ].filter(({ at }) => !onlyForOthers(program, answered, own, at));
}

/** Whether `catch` takes such an error: in Python by its class. */
function isCaught(program: Program, { module, types }: AnsweredAs, own: OwnError | undefined): boolean {
  if (types.length === 0 || types.some(isGeneral)) return true;
  const named = types.flatMap((one) => (one.kind === 'list' ? one.items : [one]));
  return named.some((one) => isKindOf(program, own, module, one));
}

/** Whether the place that makes it is run by the function that answers. */
function comesTo(
  reaches: Reaches,
  { module, at }: NonNullable<AnsweredAs['from']>,
  { call }: OwnError,
): boolean {
  const around = innermost(module, at);
  return around !== undefined && reaches.of(around).calls.some((one) => one.call === call);
}

/** What is shown of an own error by what is answered. */
class Parts {
  readonly #program: Program;
  readonly #own: OwnError | undefined;
  readonly #leftOut: RegExp | undefined;
  readonly #classes: readonly ClassAt[];

  /** Of the members only those that are not left out; of an error that is not seen, any. */
  constructor(program: Program, own: OwnError | undefined, leftOut: RegExp | undefined) {
    this.#program = program;
    this.#own = own;
    this.#leftOut = leftOut;
    this.#classes = own === undefined ? [] : [own, ...above(program, own)];
  }

  #held(name: string): Held | undefined {
    if (this.#leftOut?.test(name)) return undefined;
    if (this.#own !== undefined) return this.#own.members.get(name);
    return STATUS.test(name) || OF_NONE.test(name) ? undefined : 'all';
  }

  in(module: SourceModule, value: Expression, name: string, steps: number): readonly Shown[] {
    if (steps > FURTHEST) return [];
    const next = (one: Expression) => this.in(module, one, name, steps + 1);
    const shown: Shown = { what: 'text', at: value.at };
    const isRoot = (one: Expression) => this.#isIt(module, one, name);
    switch (value.kind) {
      case 'name':
        return isRoot(value) ? this.#written(value.at, steps) : this.#named(module, value, name, steps);
      case 'member': {
        if (isRoot(value.of)) return this.#member(value.name, value.at, steps);
        const of = value.of;
        if (of.kind === 'member' && isRoot(of.of)) {
          const held = this.#held(of.name);
          if (held !== undefined) return held === 'all' || held.has(value.name) ? [shown] : [];
        }
        return STATUS.test(value.name) ? [] : next(of).map((one) => ({ ...one, perhaps: value.name }));
      }
      case 'text':
        return module.texts[value.text]!.parts.flatMap((part) =>
          typeof part === 'string' ? [] : isRoot(part) ? this.#member('message', part.at, steps) : next(part),
        );
      case 'object':
        return [...value.members.map((one) => one.value), ...(value.spread ?? [])].flatMap(next);
      case 'call':
        return this.#call(module, module.calls[value.call]!, value.at, name, steps);
      case 'compare':
      case 'not':
        return [];
      default:
        return partsOf(value).flatMap(next);
    }
  }

  /** Whether it is the error itself, perhaps under another name: `const problem = error as Problem`. */
  #isIt(module: SourceModule, value: Expression, name: string): boolean {
    if (value.kind !== 'name') return false;
    if (value.name === name) return true;
    const within = innermost(module, value.at)?.function ?? -1;
    const found = this.#program.scopes(module).lookUp(value.name, within);
    return (
      found.length > 0 &&
      found.every(
        (one) =>
          one.kind === 'binding' && one.binding.value.kind === 'name' && one.binding.value.name === name,
      )
    );
  }

  /** A name that was given a part of it. */
  #named(module: SourceModule, value: Expression, name: string, steps: number): readonly Shown[] {
    if (value.kind !== 'name') return [];
    const within = innermost(module, value.at)?.function ?? -1;
    const found = this.#program.scopes(module).lookUp(value.name, within);
    return found.flatMap((one) =>
      one.kind === 'binding' && one.binding.value !== value
        ? this.in(module, one.binding.value, name, steps + 1)
        : [],
    );
  }

  /** A member, or what a getter or a method of that name gives. */
  #member(name: string, at: Place, steps: number): readonly Shown[] {
    if (this.#held(name) !== undefined) return [{ what: name === 'stack' ? 'stack' : 'text', at }];
    for (const one of this.#classes) {
      const method = methodOf(one.module, one.module.classes[one.class]!, name);
      if (method !== undefined) return this.#givenBy(one.module, method, at, steps);
    }
    return /^(toString|__str__)$/.test(name) && this.#held('message') !== undefined
      ? [{ what: 'text', at }]
      : [];
  }

  #givenBy(module: SourceModule, method: number, at: Place, steps: number): readonly Shown[] {
    const name =
      module.language === 'python' ? (module.functions[method]!.parameters[0]?.name ?? 'self') : 'this';
    return this.#given(module, method, name, steps).map((one) => ({ ...one, at }));
  }

  #given(module: SourceModule, number: number, name: string, steps: number): readonly Shown[] {
    const { gives } = module.functions[number]!;
    const returned = module.returns.flatMap(({ value, within }) =>
      within === number && value !== undefined ? [value] : [],
    );
    const values = [...(gives === undefined ? [] : [gives]), ...returned];
    const seen = (parts: Parts) => values.flatMap((value) => parts.in(module, value, name, steps + 2));
    const { at } = module.functions[number]!;
    const here: AnsweredAs = { module, name, at, types: [], from: undefined };
    const all =
      this.#leftOut === undefined
        ? seen(this)
        : [
            ...seen(this).filter((one) => !isOfOneKind(here, one.at)),
            ...seen(new Parts(this.#program, this.#own, undefined)).filter((one) =>
              isOfOneKind(here, one.at),
            ),
          ];
    return all.filter((one) => !onlyForOthers(this.#program, here, this.#own, one.at));
  }

  /** The whole of it, as JSON has it. */
  #written(at: Place, steps: number): readonly Shown[] {
    for (const one of this.#classes) {
      const method = methodOf(one.module, one.module.classes[one.class]!, 'toJSON');
      if (method !== undefined) return this.#givenBy(one.module, method, at, steps);
    }
    const [own] = this.#classes;
    const names = [...(this.#own?.members.keys() ?? [])].filter((name) => this.#held(name) !== undefined);
    const isText = own?.module.language === 'python';
    return own === undefined || names.some((name) => isText || !NOT_WRITTEN.test(name))
      ? [{ what: 'text', at }]
      : [];
  }

  #call(module: SourceModule, call: Call, at: Place, name: string, steps: number): readonly Shown[] {
    const { callee, arguments: given } = call;
    const last = lastName(callee) ?? '';
    const isRoot = (one: Expression) => this.#isIt(module, one, name);
    if (callee.kind === 'member' && isRoot(callee.of)) return this.#member(last, at, steps);
    if (LOGS.test(call.path ?? last) || STATUS.test(last)) return [];
    if (/^(str|String|repr)$/.test(last) && given[0] !== undefined && isRoot(given[0].value))
      return this.#member('message', at, steps);
    const { functions } = this.#program.functionsOf(this.#program.resolve(module, callee, call.within));
    const inArguments = given.flatMap((one, index): readonly Shown[] => {
      if (functions.length === 0 || !isRoot(one.value)) {
        const shown = this.in(module, one.value, name, steps + 1);
        return functions.length === 0 ? shown : shown.filter(() => this.#isGivenOn(functions, call, index));
      }
      return functions.flatMap((to): readonly Shown[] => {
        const [own] = heldNames(to.module.functions[to.function]!, call, index, 'all')?.keys() ?? [];
        return own === undefined
          ? [{ what: 'text', at, perhaps: `${last}(…)` }]
          : this.#given(to.module, to.function, own, steps).map((shown) => ({ ...shown, at }));
      });
    });
    const of = callee.kind === 'member' && !WRITES_OUT.test(last) ? callee.of : undefined;
    return [...inArguments, ...(of === undefined ? [] : this.in(module, of, name, steps + 1))];
  }

  /** Whether a function gives on what it is handed, as far as its name for that stands in what it gives or sends. */
  #isGivenOn(functions: readonly FunctionAt[], call: Call, index: number): boolean {
    return functions.some(({ module, function: number }) => {
      const made = module.functions[number]!;
      const names = heldNames(made, call, index, 'all');
      if (names === undefined) return true;
      return module.reads.some(({ value, at }) => isIn(at, made) && names.has(rootOf(value) ?? ''))
        ? true
        : namesIn(module, made).some((one) => names.has(one));
    });
  }
}

/** The names in what a function gives, calls and puts together. */
function namesIn(module: SourceModule, range: SourceModule['functions'][number]): readonly string[] {
  const found: string[] = [];
  const add = (value: Expression): void => {
    if (value.kind === 'name') found.push(value.name);
    else for (const part of partsOf(value)) add(part);
    if (value.kind === 'object') for (const part of value.spread ?? []) add(part);
  };
  if (range.gives !== undefined) add(range.gives);
  for (const { value, at } of module.returns) if (value !== undefined && isIn(at, range)) add(value);
  for (const { arguments: given, at, path } of module.calls)
    if (isIn(at, range) && !LOGS.test(path ?? '')) for (const { value } of given) add(value);
  for (const { value, at } of module.bindings) if (isIn(at, range)) add(value);
  for (const { parts, at } of module.texts)
    if (isIn(at, range)) for (const part of parts) if (typeof part !== 'string') add(part);
  return found;
}
