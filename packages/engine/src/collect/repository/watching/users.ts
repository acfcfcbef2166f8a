import { inCode, type Location } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Program } from '../code/names/program.ts';
import { type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { openList, type Plain, placeIn, written } from '../fact.ts';
import { importedBy } from '../joins/reached-code.ts';
import { unreadIn } from '../practices/unread.ts';
import { asked } from './loggers.ts';
import { saidIn } from './said.ts';

/** Functions that the outside calls by their names. */
const CALLED_FROM_OUTSIDE =
  /^(\w*handler|main|default|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|register|run|getServerSideProps|getStaticProps|loader|action|middleware|onRequest\w*|lambda_handler)$/i;

/** Functions among the options of a component that Vue calls, or Nuxt. Source: the documentation of both, "Lifecycle Hooks". */
const OF_THE_LIFE_OF_A_COMPONENT =
  /^(setup|data|beforeCreate|created|beforeMount|mounted|beforeUpdate|updated|beforeUnmount|unmounted|beforeDestroy|destroyed|activated|deactivated|errorCaptured|serverPrefetch|asyncData|fetch)$/;

/**
 * The files through which a place of the code comes to run: its own, or where it is in a function that a module offers to
 * others, those that import the module and name the function. Open where files were not read.
 */
export function usersIn(program: Program, module: SourceModule, within: number, place: Location): Plain {
  const users = [...new Set(usersOf(program, module, within))]
    .sort()
    .map((file) => written(file, placeIn(file)));
  const unread = unreadIn(program, module);
  return unread === undefined || users.length > 0
    ? users
    : openList(users, unknown('unresolved-expression', `reading ${unread}`, inCode(place)));
}

function usersOf(program: Program, module: SourceModule, within: number): readonly string[] {
  const name = offeredAs(module, within);
  if (name === undefined) return [module.file];
  const own = isNamedInside(module, within, name) ? [module.file] : [];
  const others = importersOf(program, module).filter((one) => saidIn(one).has(name));
  // A script of a page has no imports: its names are those of the page.
  const ofPage = module.imports.length === 0 && module.exports.length === 0 && module.language === 'script';
  const beside = ofPage
    ? [...program.modules.values()].filter(
        (one) => one !== module && one.language === 'script' && saidIn(one).has(name),
      )
    : [];
  return [...own, ...others.map(({ file }) => file), ...beside.map(({ file }) => file)];
}

/** The outermost function or class around a place by the name under which others call it; nothing where it runs by itself. */
function offeredAs(module: SourceModule, within: number): string | undefined {
  if (within === TOP) return undefined;
  let outer = within;
  for (let at = within; at !== TOP; at = module.functions[at]!.within) outer = at;
  const { class: own, name, decorators } = module.functions[outer]!;
  if (decorators.length > 0) return undefined;
  const called = own === undefined ? (name ?? nameGiven(module, outer)) : module.classes[own]!.name;
  return called === undefined ||
    CALLED_FROM_OUTSIDE.test(called) ||
    isPageItself(module, called) ||
    (module.file.endsWith('.vue') && OF_THE_LIFE_OF_A_COMPONENT.test(called))
    ? undefined
    : called;
}

/** What a file in the folder of pages offers by default is the page: the framework shows it, and nobody imports it. */
function isPageItself({ file, exports }: SourceModule, called: string): boolean {
  return (
    /(^|\/)(pages|app|routes)\/(.*\/)?[^/]+\.[jt]sx$/.test(file) &&
    exports.some(({ name, value }) => name === 'default' && value?.kind === 'name' && value.name === called)
  );
}

/** `exports.count = (name) => …`, `export const count = (name) => …`. */
function nameGiven(module: SourceModule, number: number): string | undefined {
  for (const { target, value } of module.bindings)
    if (value.kind === 'function' && value.function === number)
      return target.kind === 'name' || target.kind === 'member' ? target.name : undefined;
  return module.exports.find(({ value }) => value?.kind === 'function' && value.function === number)?.name;
}

function isNamedInside(module: SourceModule, within: number, name: string): boolean {
  let outer = within;
  for (let at = within; at !== TOP; at = module.functions[at]!.within) outer = at;
  const own = module.functions[outer]!.class;
  const isInside = (place: number) => {
    for (let at = place; at !== TOP; at = module.functions[at]!.within)
      if (at === outer || (own !== undefined && module.functions[at]!.class === own)) return true;
    return false;
  };
  const isIt = (one: Expression) => (one.kind === 'name' || one.kind === 'member') && one.name === name;
  return (
    module.calls.some(
      ({ callee, arguments: given, within: place }) =>
        !isInside(place) && [callee, ...given.map(({ value }) => value)].some(isIt),
    ) ||
    // `<button @click="start">`
    module.elements.some(
      ({ attributes, within: place }) => !isInside(place) && attributes.some(({ value }) => isIt(value)),
    )
  );
}

function importersOf(program: Program, module: SourceModule): readonly SourceModule[] {
  const all = asked(program, 'importers', () => {
    const found = new Map<SourceModule, Set<SourceModule>>();
    for (const one of program.modules.values())
      for (const imported of importedBy(program, one)) {
        const before = found.get(imported);
        if (before === undefined) found.set(imported, new Set([one]));
        else before.add(one);
      }
    // What is re-exported is taken from elsewhere: `export * from './metrics'`.
    for (const [imported, users] of found)
      for (const user of users)
        if (
          user !== imported &&
          (user.exports.some(({ from }) => from !== undefined) || user.file.endsWith('__init__.py'))
        )
          for (const further of found.get(user) ?? []) users.add(further);
    return found;
  });
  return [...(all.get(module) ?? [])].filter((one) => one !== module);
}
