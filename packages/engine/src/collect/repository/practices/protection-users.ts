import { onceFor } from '../../../once-for.ts';
import type { Meaning, Program } from '../code/names/program.ts';
import { type Expression, isInside, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { partsOf, partsOfKind, placedPartsIn } from '../joins/expressions.ts';

type Files = (module: SourceModule, name: string) => readonly string[];

/**
 * The files that use what a module offers. A use by another protection, or by what a module keeps to itself, counts only where
 * that one is used in its turn: a validator that only an unused validator calls protects nothing.
 */
export function usersThroughOthers(
  program: Program,
  offeredBy: (module: SourceModule) => ReadonlySet<string>,
  saying: Files,
  { isImported, isLookedUp }: Ways,
): Files {
  const known = new Map<string, readonly string[]>();
  const follow = (module: SourceModule, name: string, asked: ReadonlySet<string>): readonly string[] => {
    const key = `${module.file} ${name}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    // What only calls itself, or the one that asks, is used by nothing.
    if (asked.has(key)) return [];
    const further = new Set([...asked, key]);
    const files = offeredBy(module).has(name) ? saying(module, name) : [module.file];
    const found = files.filter((file) => {
      const user = program.modules.get(file)!;
      return usesIn(program, user, module, name).some(
        (by) => by === ANYBODY || follow(user, by, further).length > 0,
      );
    });
    // An answer on the way round a circle is of that way only.
    if (asked.size === 0) known.set(key, found);
    return found;
  };
  /** What uses it in a module: the name of one that has to be used itself, or anybody. */
  function usesIn(of: Program, user: SourceModule, module: SourceModule, name: string): readonly string[] {
    return placesOfUse(of, user, module, name).map((within) => {
      const host = hostOf(user, within);
      if (host === undefined || isLookedUp(user)) return ANYBODY;
      return isKept(user, host) || (isImported(user) && offeredBy(user).has(host)) ? host : ANYBODY;
    });
  }
  return (module, name) => follow(module, name, new Set());
}

/** How a module's functions are come by; one that nothing imports may be where something starts. */
interface Ways {
  readonly isImported: (module: SourceModule) => boolean;
  /** By a text that is made while the code runs. */
  readonly isLookedUp: (module: SourceModule) => boolean;
}

const ANYBODY = '';

function placesOfUse(
  program: Program,
  user: SourceModule,
  module: SourceModule,
  name: string,
): readonly number[] {
  return user === module ? usesInside(module, name) : usesOutside(program, user, module, name);
}

/** Where a module that says a name can mean by it what another module offers. */
function usesOutside(
  program: Program,
  user: SourceModule,
  module: SourceModule,
  name: string,
): readonly number[] {
  const canMean = (value: Expression, within: number): boolean => {
    const meaning = program.resolve(user, value, within);
    if (meaning.kind === 'external' || meaning.kind === 'parameter') return false;
    return (meaning.kind !== 'function' && meaning.kind !== 'class') || meaning.module === module;
  };
  const found: number[] = user.exports.some(({ from }) => from?.member === name) ? [TOP] : [];
  const renamed = renamedIn(user, program);
  for (const { value, within } of placedPartsIn(user)) {
    if (value.kind !== 'name' && value.kind !== 'member') continue;
    if (value.name !== name && (value.kind !== 'name' || renamed.get(value.name) !== name)) continue;
    if (within === TOP && isBroughtIn(user, value)) continue;
    if (canMean(value, within)) found.push(within);
  }
  for (const { decorators, within } of [...user.functions, ...user.classes])
    for (const part of decorators.flatMap((one) => partsOf(one, user)))
      if ((part.kind === 'name' || part.kind === 'member') && part.name === name && canMean(part, within))
        found.push(within);
  return found;
}

/** From the names that a module gives to what it imports to those that they have there: `import { valid as isFine }`. */
export const renamedIn = onceFor((user: SourceModule, program: Program): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { local, member, typeOnly, within, at } of user.imports) {
    if (local === undefined || typeOnly || member === '*' || member === local) continue;
    const own =
      member === 'default'
        ? nameOf(program.resolve(user, { kind: 'name', name: local, at }, within))
        : member;
    if (own !== undefined && own !== local) found.set(local, own);
  }
  return found;
});

function nameOf(meaning: Meaning): string | undefined {
  if (meaning.kind === 'function') return meaning.module.functions[meaning.function]!.name;
  return meaning.kind === 'class' ? meaning.module.classes[meaning.class]!.name : undefined;
}

/** Whether it only gives a name to what `require` brings, by that name: `const { valid } = require('./checks')`. */
function isBroughtIn({ bindings }: SourceModule, value: Expression): boolean {
  return (
    value.kind === 'member' &&
    value.of.kind === 'module' &&
    bindings.some(
      (one) => one.value === value && one.target.kind === 'name' && one.target.name === value.name,
    )
  );
}

/** Where the module itself uses what it has, outside of the thing itself. */
function usesInside(module: SourceModule, name: string): readonly number[] {
  const own = module.functions.findIndex((one) => one.name === name);
  const said = partsOfKind(module, 'name').filter(({ value }) => value.name === name);
  const decorated = [...module.functions, ...module.classes].filter(({ decorators }) =>
    decorators.some((one) => partsOf(one, module).some((part) => part.kind === 'name' && part.name === name)),
  );
  return [...said, ...decorated]
    .map(({ within }) => within)
    .filter((within) => own === -1 || !isInside(module, within, own));
}

/** The function or class of a module's top in which a place is; none where something else may call it. */
function hostOf({ functions, classes }: SourceModule, within: number): string | undefined {
  let outer = within;
  while (outer !== TOP && functions[outer]!.within !== TOP) outer = functions[outer]!.within;
  if (outer === TOP) return undefined;
  const { name, class: owner, decorators } = functions[outer]!;
  const host = owner === undefined ? { name, decorators } : classes[owner]!;
  return decorators.length + host.decorators.length > 0 ? undefined : host.name;
}

/** Whether nothing outside of a module can name it: what is exported is no part of that, whatever it is called there. */
function isKept(module: SourceModule, name: string): boolean {
  if (module.language === 'python') return /^_[^_]/.test(name);
  const isNamed = module.bindings.some(({ target }) => target.kind === 'name' && target.name === name);
  if (!isNamed && !module.functions.some((one) => one.isDeclared && one.name === name)) return false;
  return !module.exports.some(
    (one) =>
      one.name === name ||
      (one.value !== undefined && partsOf(one.value, module).some((part) => isCalled(module, part, name))),
  );
}

function isCalled({ functions, classes }: SourceModule, value: Expression, name: string): boolean {
  if (value.kind === 'function') return functions[value.function]!.name === name;
  return value.kind === 'class'
    ? classes[value.class]!.name === name
    : value.kind === 'name' && value.name === name;
}
