import type { Program } from '../code/names/program.ts';
import { type Expression, type Place, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { unreadIn } from './unread.ts';

/** What a page keeps where every script of it can read it. */
export interface Kept {
  readonly key: string;
  /** Whether it is a token, by its name; unknown where its name is not told. */
  readonly token: boolean | undefined;
  readonly at: Place;
}

const STORAGE = /^((window|globalThis)\.)?(localStorage|sessionStorage)\./;
const OF_TOKENS = /(^|[._-]|[a-z](?=[A-Z]))(token|jwt|bearer|credential|session-?id|auth)s?([._-]|[A-Z]|$)/i;

/** `localStorage.setItem('token', …)`, `localStorage.token = …`. */
export function keptInStorage(program: Program, module: SourceModule): readonly Kept[] {
  const found: Kept[] = [];
  for (const { path, arguments: given, within, at } of module.calls) {
    const [key, value] = given;
    if (path === undefined || !STORAGE.test(path) || !path.endsWith('.setItem') || key === undefined)
      continue;
    const names = namesOf(program, module, key.value, within);
    const said = [names ?? [], lastName(key.value) ?? [], lastName(value?.value) ?? []].flat();
    const tokens = said.filter((name) => OF_TOKENS.test(name));
    const [shown = ''] = [tokens.join(', '), names?.join(', '), lastName(key.value)].filter(Boolean);
    found.push({ key: shown, token: tokens.length > 0 ? true : names === undefined ? undefined : false, at });
  }
  for (const { target, at } of module.bindings) {
    if (
      target.kind !== 'member' ||
      target.of.kind !== 'name' ||
      !/^(local|session)Storage$/.test(target.of.name)
    )
      continue;
    found.push({ key: target.name, token: OF_TOKENS.test(target.name), at });
  }
  return found;
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
  const mayBeMore = unreadIn(program) !== undefined && !names.some((own) => OF_TOKENS.test(own));
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
