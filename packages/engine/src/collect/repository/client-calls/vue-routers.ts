import type { Program } from '../code/names/program.ts';
import type { ValueAt } from '../code/routes/route.ts';
import { itemsIn, memberIn } from '../code/routes/routers.ts';
import { textIn } from '../code/routes/texts.ts';
import type { Call, SourceModule } from '../code/syntax/source-module.ts';

/** A router of Vue with the paths of its pages; nothing where they are not all written out. */
export interface VueRouter {
  readonly file: string;
  readonly pages: readonly string[] | undefined;
}

const MAKES = /^vue-router\.(createRouter|default)$|^vue-router$/;
const HISTORY = /^vue-router\.create(Web|WebHash|Memory)History$/;
/** `/:pathMatch(.*)*`: whatever no other page answers. */
const ALL_OTHERS = /^\/?(\*|:\w+\(\.\*\)[*+]?)$/;

/** The tables by which Vue Router tells pages apart: `createRouter({ routes: [{ path: '/cards', component }] })`. */
export function vueRouters(program: Program): readonly VueRouter[] {
  const modules = [...program.modules.values()].filter((module) =>
    module.imports.some((one) => one.module === 'vue-router'),
  );
  // Pages that are added while it runs are in no table.
  const adds = modules.some(({ calls }) =>
    calls.some(({ callee }) => callee.kind === 'member' && /^addRoutes?$/.test(callee.name)),
  );
  return modules.flatMap((module) =>
    module.calls.flatMap((call): readonly VueRouter[] => {
      if (!MAKES.test(program.pathOf(module, call.callee, call.within) ?? '')) return [];
      return [{ file: module.file, pages: adds ? undefined : pagesOf(program, module, call) }];
    }),
  );
}

function pagesOf(program: Program, module: SourceModule, call: Call): readonly string[] | undefined {
  const [first] = call.arguments;
  if (first === undefined) return undefined;
  const options = { module, value: first.value, within: call.within };
  const history = memberIn(program, options, 'history');
  if (history !== undefined && isBelow(program, history)) return undefined;
  const base = memberIn(program, options, 'base');
  if (base !== undefined && textIn(program, base.module, base.value, base.within) !== '/') return undefined;
  const routes = memberIn(program, options, 'routes');
  return routes === undefined ? undefined : pathsIn(program, routes, '');
}

/** `createWebHistory('/app/')`: its pages begin with more than their paths say. */
function isBelow(program: Program, { module, value, within }: ValueAt): boolean {
  if (value.kind !== 'call') return true;
  const { callee, arguments: given } = module.calls[value.call]!;
  const [base] = given;
  if (!HISTORY.test(program.pathOf(module, callee, within) ?? '')) return true;
  if (base === undefined) return false;
  const path = program.pathOf(module, base.value, within) ?? '';
  return !/(^|\.)(BASE_URL)$/.test(path) && textIn(program, module, base.value, within) !== '/';
}

/** The paths of a list of routes with those of their children; nothing where one of them is not written out. */
function pathsIn(program: Program, list: ValueAt, above: string): readonly string[] | undefined {
  const meaning = program.resolve(list.module, list.value, list.within);
  if (meaning.kind !== 'value' || meaning.value.kind !== 'list' || meaning.value.open) return undefined;
  const found = itemsIn(program, list).map((one) => pathsOfRoute(program, one, above));
  return found.every((one) => one !== undefined) ? found.flat() : undefined;
}

function pathsOfRoute(program: Program, route: ValueAt, above: string): readonly string[] | undefined {
  const said = memberIn(program, route, 'path');
  const own = said === undefined ? undefined : textIn(program, said.module, said.value, said.within);
  if (own === undefined) return undefined;
  const path = own.startsWith('/') ? own : `${above.replace(/\/$/, '')}/${own}`;
  const children = memberIn(program, route, 'children');
  const below = children === undefined ? [] : pathsIn(program, children, path);
  const alias = memberIn(program, route, 'alias');
  const others =
    alias === undefined
      ? []
      : itemsIn(program, alias).map((one) => textIn(program, one.module, one.value, one.within));
  if (below === undefined || others.some((one) => one === undefined)) return undefined;
  return [path, ...others.flatMap((one) => one ?? [])].flatMap(plainly).concat(below);
}

/** `/cards/:id(\\d+)?` as the paths that it answers. */
function plainly(path: string): readonly string[] {
  if (ALL_OTHERS.test(path)) return ['*'];
  const parts = path.split('/');
  const last = parts.at(-1) ?? '';
  const start = parts.slice(0, -1);
  if (/[*+]$/.test(last)) return [[...start, '*'].join('/')];
  const all = parts.map((part) => (part.startsWith(':') ? part.replace(/[(?].*$/, '') : part)).join('/');
  return last.endsWith('?') ? [all, start.join('/') || '/'] : [all];
}
