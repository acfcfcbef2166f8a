import { onceFor } from '../../../../once-for.ts';
import { unreadIn } from '../../practices/unread.ts';
import { branchesAround, type FunctionAt, lastName, type Reaches } from '../behaviour/reach.ts';
import type { Meaning, Program } from '../names/program.ts';
import { methodOf } from '../names/scopes.ts';
import { partsOf } from '../syntax/expressions.ts';
import { type Call, type Expression, isIn, type Place, type SourceModule } from '../syntax/source-module.ts';
import { type Held, heldNames } from './handed-parts.ts';
import { isGeneral, LOGS, type Shown, STATUS, shownBy, toldIn } from './shown-errors.ts';

interface ClassAt {
  readonly module: SourceModule;
  readonly class: number;
}

/** An error of the repository that something of another error is put into where it is thrown. */
export interface OwnError extends ClassAt {
  /** Its members that hold that, and of an object that is written out the members of these. */
  readonly members: ReadonlyMap<string, Held>;
  /** Where it is made. */
  readonly call: Call;
}

/** What went wrong, as it is called where it is answered. */
export interface AnsweredAs {
  readonly module: SourceModule;
  readonly name: string;
  readonly at: Place;
  /** In Python, the classes that are caught. */
  readonly types: readonly Expression[];
  /** Where it was caught that is handed to it; nothing where it answers for whatever goes wrong anywhere. */
  readonly from: { readonly module: SourceModule; readonly at: Place } | undefined;
}

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

function innermost(module: SourceModule, at: Place): FunctionAt | undefined {
  const number = module.functions.findLastIndex((made) => isIn(at, made));
  return number < 0 ? undefined : { module, function: number };
}

/** Whether a place is for errors of one kind alone. */
function isOfOneKind({ module, at: from, types }: AnsweredAs, at: Place): boolean {
  return (
    (types.length > 0 && !types.some(isGeneral)) ||
    branchesAround(module, at, { at: from }).some(
      ({ test, then }) => isIn(at, then) && kindsIn(module, test).length > 0,
    )
  );
}

/** Whether a place is only for errors of another kind: `if (error instanceof NotFound)`, and for what is told in development. */
function onlyForOthers(
  program: Program,
  { module, at: from }: AnsweredAs,
  own: OwnError | undefined,
  at: Place,
): boolean {
  return branchesAround(module, at, { at: from }).some(({ test, then }) => {
    const kinds = kindsIn(module, test);
    if (kinds.length === 0) return false;
    const fits = kinds.some((one) =>
      typeof one === 'string'
        ? own === undefined || isNamed(program, own, one)
        : isKindOf(program, own, module, one),
    );
    return isIn(at, then) ? !fits : own !== undefined && fits && kinds.length === 1 && test.kind !== 'both';
  });
}

/** The kinds of errors that a condition asks for: classes, or the name of one. */
function kindsIn(module: SourceModule, test: Expression): readonly (Expression | string)[] {
  if (test.kind === 'both' || test.kind === 'choice') return test.of.flatMap((one) => kindsIn(module, one));
  if (test.kind === 'compare' && test.operator === 'instanceof')
    return isGeneral(test.right) ? [] : [test.right];
  if (test.kind === 'compare' && test.operator === '==') {
    const sides = [test.left, test.right];
    const text = sides.find((one) => one.kind === 'literal');
    const isName = sides.some((one) => one.kind === 'member' && one.name === 'name');
    return isName && text?.kind === 'literal' && typeof text.value === 'string' ? [text.value] : [];
  }
  if (test.kind !== 'call') return [];
  const { callee, arguments: given } = module.calls[test.call]!;
  const [, type] = given;
  // `isProblem(error)`.
  const named = /^is_?(\w+)$/i.exec(lastName(callee) ?? '')?.[1];
  if (named !== undefined && /(error|exception|problem)$/i.test(named) && !/^native_?error$/i.test(named))
    return [named];
  return lastName(callee) === 'isinstance' && type !== undefined && !isGeneral(type.value)
    ? type.value.kind === 'list'
      ? type.value.items
      : [type.value]
    : [];
}

/** Whether an own error is of a class, or of one above it. */
function isKindOf(
  program: Program,
  own: ClassAt | undefined,
  module: SourceModule,
  type: Expression,
): boolean {
  const wanted = program.resolve(module, type, innermost(module, type.at)?.function ?? -1);
  if (wanted.kind !== 'class') return wanted.kind === 'open';
  if (own === undefined) return true;
  return [own, ...above(program, own)].some(
    (one) => one.module === wanted.module && one.class === wanted.class,
  );
}

/** The classes of the repository that a class is made of, the nearest first. */
function above(program: Program, { module, class: number }: ClassAt, steps = 0): readonly ClassAt[] {
  if (steps > FURTHEST) return [];
  const own = module.classes[number]!;
  return own.bases.flatMap((base) => {
    const found = program.resolve(module, base, own.within);
    return found.kind === 'class' ? [found, ...above(program, found, steps + 1)] : [];
  });
}

/** Whether an own error, or one above it, is called so. */
function isNamed(program: Program, own: ClassAt, name: string): boolean {
  const plain = (one: string) => one.replace(/_/g, '').toLowerCase();
  return [own, ...above(program, own)].some((one) => plain(nameOf(one)) === plain(name));
}

function nameOf({ module, class: number }: ClassAt): string {
  return module.classes[number]!.name ?? 'an own error';
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

function rootOf(value: Expression): string | undefined {
  if (value.kind === 'name') return value.name;
  return value.kind === 'member' || value.kind === 'index' ? rootOf(value.of) : undefined;
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

/** The own errors that are made where another one was caught, with what of that is put into them. */
export const ownErrors = onceFor((program: Program): readonly OwnError[] =>
  [...program.modules.values()].flatMap((module) =>
    module.calls.flatMap((call): readonly OwnError[] => {
      const caught = caughtAround(module, call.at);
      if (caught.length === 0 || (module.language === 'script' && !call.isNew)) return [];
      const found = program.resolve(module, call.callee, call.within);
      if (found.kind !== 'class' || !isError(program, found)) return [];
      const given = call.arguments.map(({ value }) => heldIn(program, module, value, caught));
      if (given.every((one) => one === undefined)) return [];
      const members = membersOf(program, found, call, given, 0);
      return members.size === 0 ? [] : [{ module: found.module, class: found.class, members, call }];
    }),
  ),
);

/** What was caught around a place, by its names. */
function caughtAround(module: SourceModule, at: Place) {
  const promised = module.calls.flatMap(({ callee, arguments: given }) => {
    const index =
      callee.kind !== 'member' ? -1 : callee.name === 'catch' ? 0 : callee.name === 'then' ? 1 : -1;
    const value = given[index]?.value;
    if (value?.kind !== 'function' || module.language !== 'script') return [];
    const made = module.functions[value.function]!;
    return isIn(at, made)
      ? [{ name: made.parameters[0]?.name, members: made.parameters[0]?.members, range: made }]
      : [];
  });
  return [
    ...module.catches.flatMap(({ caught, name, members }) =>
      isIn(at, caught) ? [{ name, members, range: caught }] : [],
    ),
    ...promised,
  ];
}

/** What an argument holds of what was caught. */
function heldIn(
  program: Program,
  module: SourceModule,
  value: Expression,
  caught: ReturnType<typeof caughtAround>,
): Held | undefined {
  for (const { name, members, range } of caught) {
    const error = { program, module, name, members };
    const told = toldIn(error, range, 0);
    const shows = (one: Expression) => shownBy(error, one, told, 0).length > 0;
    if (!shows(value)) continue;
    return value.kind === 'object' && !value.open
      ? new Set(value.members.flatMap((one) => (shows(one.value) ? [one.name] : [])))
      : 'all';
  }
  return undefined;
}

/** Whether a class is one of errors, by what it is made of. */
function isError(program: Program, found: ClassAt): boolean {
  return [found, ...above(program, found)].some(({ module, class: number }) =>
    module.classes[number]!.bases.some((base) => /(Error|Exception)$/.test(lastName(base) ?? '')),
  );
}

/** The members of an error that hold what its constructor is handed. */
function membersOf(
  program: Program,
  own: ClassAt,
  call: Call,
  given: readonly (Held | undefined)[],
  steps: number,
): ReadonlyMap<string, Held> {
  const { module, class: number } = own;
  const made = module.classes[number]!;
  const maker = methodOf(module, made, module.language === 'python' ? '__init__' : 'constructor');
  if (maker === undefined || steps > FURTHEST) {
    const [base] = made.bases.map((one) => program.resolve(module, one, made.within));
    return base?.kind === 'class' && steps <= FURTHEST
      ? membersOf(program, base, call, given, steps + 1)
      : ofBuiltIn(module, given);
  }
  const { parameters } = module.functions[maker]!;
  const held = new Map<string, Held>();
  const bound = module.language === 'python' ? 1 : 0;
  for (const [index, one] of given.entries()) {
    if (one === undefined) continue;
    const said = call.arguments[index]?.name;
    const parameter =
      (said === undefined ? parameters[index + bound] : parameters.find(({ name }) => name === said)) ??
      parameters.find(({ rest }) => rest);
    if (parameter?.name !== undefined) held.set(parameter.name, parameter.rest ? 'all' : one);
    for (const { member, local } of parameter?.members ?? [])
      if (one === 'all' || one.has(member)) held.set(local, 'all');
  }
  const found = new Map<string, Held>();
  for (const { name, kept } of parameters)
    if (kept && name !== undefined && held.has(name)) found.set(name, held.get(name)!);
  const inMaker = ({ within }: { readonly within: number }) => within === maker;
  const heldOf = (value: Expression) => heldAs(module, value, held, 0);
  for (const { target, value } of module.bindings.filter(inMaker)) {
    const one = heldOf(value);
    if (one === undefined) continue;
    if (target.kind === 'name') held.set(target.name, one);
    else if (target.kind === 'member' && target.of.kind === 'name' && /^(this|self)$/.test(target.of.name))
      found.set(target.name, one);
  }
  let isHandedUp = false;
  for (const up of module.calls.filter(inMaker)) {
    const values = up.arguments.map(({ value }) => heldOf(value));
    if (up.path === 'Object.assign' && rootOf(up.arguments[0]?.value ?? up.callee) === 'this')
      for (const one of values)
        if (one !== undefined && one !== 'all') for (const name of one) found.set(name, 'all');
    if (!isSuper(module, up)) continue;
    isHandedUp = true;
    const [base] = made.bases.map((one): Meaning => program.resolve(module, one, made.within));
    const above =
      base?.kind === 'class' ? membersOf(program, base, up, values, steps + 1) : ofBuiltIn(module, values);
    for (const [name, one] of above) found.set(name, one);
  }
  if (module.language === 'python' && !isHandedUp)
    for (const [name, one] of ofBuiltIn(module, given)) found.set(name, one);
  return found;
}

/** `super(…)`, `super().__init__(…)`. */
function isSuper(module: SourceModule, { callee }: Call): boolean {
  if (callee.kind === 'name') return callee.name === 'super';
  if (callee.kind !== 'member' || callee.name !== '__init__') return false;
  return callee.of.kind === 'call' && lastName(module.calls[callee.of.call]!.callee) === 'super';
}

/** What an error of the language does with what it is handed: its text, and of options the error below. */
function ofBuiltIn(module: SourceModule, given: readonly (Held | undefined)[]): ReadonlyMap<string, Held> {
  const found = new Map<string, Held>();
  const handed = module.language === 'python' ? given.find((one) => one !== undefined) : given[0];
  if (handed !== undefined) {
    found.set('message', 'all');
    if (module.language === 'python') found.set('args', 'all');
  }
  const options = module.language === 'python' ? undefined : given[1];
  if (options !== undefined && options !== 'all' && options.has('cause')) found.set('cause', 'all');
  return found;
}

/** What a value in a constructor holds of what that was handed. */
function heldAs(
  module: SourceModule,
  value: Expression,
  held: ReadonlyMap<string, Held>,
  steps: number,
): Held | undefined {
  if (steps > FURTHEST) return undefined;
  const next = (one: Expression) => heldAs(module, one, held, steps + 1);
  const any = (all: readonly Expression[]): Held | undefined =>
    all.some((one) => next(one) !== undefined) ? 'all' : undefined;
  switch (value.kind) {
    case 'name':
      return held.get(value.name);
    case 'member': {
      const of = next(value.of);
      return of === 'all' || of?.has(value.name) ? 'all' : undefined;
    }
    case 'choice':
      return value.of.map(next).find((one) => one !== undefined);
    case 'object': {
      const names = value.members.filter((one) => next(one.value) !== undefined).map(({ name }) => name);
      for (const one of value.spread ?? []) {
        const of = next(one);
        if (of === 'all') return 'all';
        names.push(...(of ?? []));
      }
      return names.length === 0 ? undefined : new Set(names);
    }
    case 'text':
      return any(module.texts[value.text]!.parts.filter((part) => typeof part !== 'string'));
    case 'call': {
      const { callee, arguments: given } = module.calls[value.call]!;
      return any([...given.map((one) => one.value), ...(callee.kind === 'member' ? [callee.of] : [])]);
    }
    case 'compare':
    case 'not':
      return undefined;
    default:
      return any(partsOf(value));
  }
}
