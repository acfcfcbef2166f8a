import { callersIn } from '../changes/origins.ts';
import type { Program } from '../code/names/program.ts';
import type { ValueAt } from '../code/routes/route.ts';
import { type Expression, type Place, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { partsOf } from '../joins/expressions.ts';
import { unreadIn } from './unread.ts';

/** What a page keeps where every script of it can read it. */
export interface Kept {
  readonly key: string;
  /** Whether it is a token, by its name, or that of a part of it; else what would tell. */
  readonly token: boolean | { readonly decidedBy: string };
  readonly at: Place;
}

const STORAGE = /^((window|globalThis|self)\.)?(localStorage|sessionStorage)$/;
/** What is known of who is signed in, often all that the server answered when they did. */
const OF_PERSON = /^(current_?)?(user|session|account|profile|login|me)(_?(info|data|state))?$/i;
const OF_TOKENS = /(^|[._-]|[a-z](?=[A-Z]))(token|jwt|bearer|credential|session-?id|auth)s?([._-]|[A-Z]|$)/i;

/** `localStorage.setItem('token', …)`, `localStorage.token = …`, `window.localStorage[TOKEN] = …`. */
export function keptInStorage(program: Program, module: SourceModule): readonly Kept[] {
  const found: Kept[] = [];
  const isStorage = (value: Expression, within: number) =>
    STORAGE.test(program.pathOf(module, value, within) ?? '') ||
    isNamedStorage(program, module, value, within);
  for (const { callee, arguments: given, within, at } of module.calls) {
    const [key, value] = given;
    if (callee.kind !== 'member' || callee.name !== 'setItem' || key === undefined) continue;
    if (isStorage(callee.of, within)) found.push(kept(program, module, key.value, value?.value, within, at));
  }
  for (const { target, value, within, at } of module.bindings) {
    if ((target.kind !== 'member' && target.kind !== 'index') || !isStorage(target.of, within)) continue;
    const key: Expression =
      target.kind === 'index' ? target.index : { kind: 'literal', value: target.name, at: target.at };
    found.push(kept(program, module, key, value, within, at));
  }
  return found;
}

/** `localStorage` itself, and what is called otherwise in the same place: `const storage = window.localStorage`. */
function isNamedStorage(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  steps = 0,
): boolean {
  if (value.kind === 'member')
    return value.of.kind === 'name' && STORAGE.test(`${value.of.name}.${value.name}`);
  if (value.kind !== 'name' || steps > 3) return false;
  const found = program.scopes(module).lookUp(value.name, within);
  if (found.length === 0) return STORAGE.test(value.name);
  return found.some(
    (one) =>
      one.kind === 'binding' &&
      isNamedStorage(program, module, one.binding.value, one.binding.within, steps + 1),
  );
}

function kept(
  program: Program,
  module: SourceModule,
  key: Expression,
  value: Expression | undefined,
  within: number,
  at: Place,
): Kept {
  const names = namesOf(program, module, key, within);
  const values = value === undefined ? [] : [...meant(program, { module, value, within })];
  const wholes = values.flatMap((one) => stringified(one) ?? []);
  const objects = wholes.flatMap((one) => [...meant(program, one)]).flatMap((one) => membersOf(program, one));
  const said = [
    names ?? [],
    lastName(key) ?? [],
    values.flatMap((one) => lastName(one.value) ?? []),
    objects.flat(),
  ].flat();
  const tokens = said.filter((name) => OF_TOKENS.test(name));
  const [shown = ''] = [tokens.join(', '), names?.join(', '), lastName(key)].filter(Boolean);
  if (tokens.length > 0) return { key: shown, token: true, at };
  if (names === undefined) return { key: shown, token: { decidedBy: `what ${shown} is called` }, at };
  const isTold = !values.some(isAnswer) && wholes.every((one) => isWrittenOut(program, one));
  return !isTold && names.some((name) => OF_PERSON.test(name))
    ? { key: shown, token: { decidedBy: `whether what is kept as ${shown} holds a token` }, at }
    : { key: shown, token: false, at };
}

/** A value, and what it is under its name, also where callers hand it over. */
function* meant(program: Program, at: ValueAt, steps = 0): Generator<ValueAt> {
  yield at;
  const { module, value, within } = at;
  if ((value.kind !== 'name' && value.kind !== 'member') || steps > 3) return;
  const meaning = program.resolve(module, value, within);
  for (const one of meaning.kind === 'several' ? meaning.of : [meaning]) {
    if (one.kind === 'value' && one.value !== value) yield* meant(program, one, steps + 1);
    if (one.kind === 'made' && one.members.length === 0)
      yield {
        module: one.module,
        value: { kind: 'call', call: one.call, at: value.at },
        within: one.module.calls[one.call]!.within,
      };
    if (one.kind === 'parameter' && one.members.length === 0)
      for (const handed of callersIn(program).handed(one.module, one.function, one.parameter))
        yield* meant(program, handed, steps + 1);
  }
}

/** What `JSON.stringify(…)` is given. */
function stringified({ module, value, within }: ValueAt): ValueAt | undefined {
  if (value.kind !== 'call') return undefined;
  const { callee, arguments: given } = module.calls[value.call]!;
  const [first] = given;
  return lastName(callee) === 'stringify' && first !== undefined
    ? { module, value: first.value, within }
    : undefined;
}

/** `await response.text()`: all that the server answered. */
function isAnswer({ module, value }: ValueAt): boolean {
  return value.kind === 'call' && lastName(module.calls[value.call]!.callee) === 'text';
}

/** The names of what stands in an object, and of what is put into it later on. */
function membersOf(program: Program, { module, value }: ValueAt): readonly string[] {
  const inside = partsOf(value, module).flatMap((one) =>
    one.kind === 'object' ? [...one.members, ...(one.perhaps ?? [])].map(({ name }) => name) : [],
  );
  const added = program.scopes(module).allAdded(value);
  return [...inside, ...added.flatMap(({ target }) => lastName(target) ?? [])];
}

function isWrittenOut(program: Program, { module, value, within }: ValueAt): boolean {
  const meaning = value.kind === 'object' ? undefined : program.resolve(module, value, within);
  const object = meaning?.kind === 'value' ? meaning.value : value;
  return object.kind === 'object' && (!object.open || object.perhaps !== undefined);
}

/** The names that a key may be: as written, as a constant, or as all callers hand it over. Nothing where one is not told. */
function namesOf(
  program: Program,
  module: SourceModule,
  key: Expression,
  within: number,
): readonly string[] | undefined {
  if (key.kind === 'text') {
    const written = module.texts[key.text]!.parts.filter((part) => typeof part === 'string').join('');
    return /\w{3}/.test(written) ? [written] : undefined;
  }
  const meaning = program.resolve(module, key, within);
  const all = meaning.kind === 'several' ? meaning.of : [meaning];
  const names = all.map((one): readonly string[] | undefined => {
    if (one.kind === 'value' && one.value.kind === 'literal') return [String(one.value.value)];
    if (one.kind !== 'parameter' || one.members.length > 0) return undefined;
    return handedTo(program, one.module, one.function, one.parameter);
  });
  return names.some((own) => own === undefined) ? undefined : names.flatMap((own) => own!);
}

/** What every caller of a function of the repository hands over, where all of it is written. */
function handedTo(
  program: Program,
  module: SourceModule,
  number: number,
  parameter: number,
): readonly string[] | undefined {
  const { name = nameGiven(module, number), within } = module.functions[number]!;
  if (name === undefined || within !== TOP) return undefined;
  const names: string[] = [];
  for (const other of program.modules.values())
    for (const { callee, arguments: given, within: place } of other.calls) {
      if ((callee.kind !== 'name' && callee.kind !== 'member') || callee.name !== name) continue;
      const called = program.resolve(other, callee, place);
      if (called.kind === 'external') continue;
      if (called.kind === 'function' && (called.module !== module || called.function !== number)) continue;
      const value = given[parameter]?.value;
      if (called.kind !== 'function' || value?.kind !== 'literal') return undefined;
      names.push(String(value.value));
    }
  // A caller that was not read may hand over another one.
  const mayBeMore = unreadIn(program, module) !== undefined && !names.some((own) => OF_TOKENS.test(own));
  return names.length === 0 || mayBeMore ? undefined : names;
}

/** `export const useStored = (key) => …` */
function nameGiven(module: SourceModule, number: number): string | undefined {
  for (const { target, value } of module.bindings)
    if (value.kind === 'function' && value.function === number && target.kind === 'name') return target.name;
  return module.exports.find(({ value }) => value?.kind === 'function' && value.function === number)?.name;
}

function lastName(value: Expression | undefined): string | undefined {
  return value?.kind === 'name' || value?.kind === 'member' ? value.name : undefined;
}
