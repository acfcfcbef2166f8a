import { type Call, isIn, type SourceModule } from '../code/syntax/source-module.ts';
import type { TestModule } from './assertions.ts';
import { makerOf, type Said } from './script-cases.ts';

/**
 * Functions of other files of the tests that make one: `export const forEach = (names) => (title, run) => test.each(names)(title, run)`.
 * By the names that they have in the file that imports them.
 */
export function importedMakers({ module, resolve }: TestModule): ReadonlyMap<string, Said> {
  const found = new Map<string, Said>();
  for (const { local, member, module: from, typeOnly } of module.imports) {
    if (local === undefined || typeOnly || !from.startsWith('.')) continue;
    const other = resolve(from);
    const said = typeof other === 'object' ? madeIn(other.module, member) : undefined;
    if (said !== undefined) found.set(local, said);
  }
  return found;
}

/** What a function of a module makes, where that is one test, whatever it is given. */
function madeIn(module: SourceModule, name: string): Said | undefined {
  const { value } = module.exports.find((one) => one.name === name) ?? {};
  const number =
    value?.kind === 'function'
      ? value.function
      : value?.kind === 'name'
        ? module.functions.findIndex((one) => one.name === value.name && one.within === -1)
        : -1;
  const made = module.functions[number];
  if (made === undefined) return undefined;
  const inside = module.calls.filter(({ at }) => isIn(at, made));
  const makes = inside.flatMap((call) => {
    const said = makerOf(call.callee, module);
    return said === undefined ? [] : [{ call, said }];
  });
  const [only, ...others] = makes.filter(({ call }) => !isCalledAgain(module, call, inside));
  if (only === undefined || others.length > 0) return undefined;
  const perhaps = only.said.perhaps || module.branches.some(({ at }) => isIn(at, made));
  return { ...only.said, perhaps };
}

/** `test.each(names)` of `test.each(names)(title, run)`. */
function isCalledAgain(module: SourceModule, call: Call, all: readonly Call[]): boolean {
  return all.some(({ callee }) => callee.kind === 'call' && module.calls[callee.call] === call);
}
