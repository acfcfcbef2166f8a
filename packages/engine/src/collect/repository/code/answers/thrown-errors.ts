import { onceFor } from '../../../../once-for.ts';
import { lastName } from '../behaviour/reach.ts';
import type { Meaning, Program } from '../names/program.ts';
import { methodOf } from '../names/scopes.ts';
import { partsOf, rootOf } from '../syntax/expressions.ts';
import { type Call, type Expression, isIn, type Place, type SourceModule } from '../syntax/source-module.ts';
import { above, type ClassAt } from './error-kinds.ts';
import type { Held } from './handed-parts.ts';
import { shownBy, toldIn } from './shown-errors.ts';

/** An error of the repository that something of another error is put into where it is thrown. */
export interface OwnError extends ClassAt {
  /** Its members that hold that, and of an object that is written out the members of these. */
  readonly members: ReadonlyMap<string, Held>;
  /** Where it is made. */
  readonly call: Call;
}

const FURTHEST = 10;

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

/** What is caught in a module, by its names, and where: in `catch`, or by what a promise is given. */
const caughtIn = onceFor((module: SourceModule) => {
  const promised = module.calls.flatMap(({ callee, arguments: given }) => {
    if (callee.kind !== 'member' || module.language !== 'script') return [];
    const index = callee.name === 'catch' ? 0 : callee.name === 'then' ? 1 : -1;
    const value = given[index]?.value;
    if (value?.kind !== 'function') return [];
    const range = module.functions[value.function]!;
    return [{ name: range.parameters[0]?.name, members: range.parameters[0]?.members, range }];
  });
  const caught = module.catches.map(({ caught: range, name, members }) => ({ name, members, range }));
  return [...caught, ...promised];
});

function caughtAround(module: SourceModule, at: Place) {
  return caughtIn(module).filter(({ range }) => isIn(at, range));
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
