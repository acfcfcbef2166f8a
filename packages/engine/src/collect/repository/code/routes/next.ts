import type { FunctionAt } from '../behaviour/reach.ts';
import type { Program } from '../names/program.ts';
import { type SourceModule, TOP } from '../syntax/source-module.ts';
import type { FoundRoute, FoundRoutes, GuardUse } from './route.ts';
import { handlersIn } from './walk.ts';

const APP_ROUTE = /(?:^|\/)app\/(?:(.*)\/)?route\.[jt]sx?$/;
const PAGES_ROUTE = /(?:^|\/)pages\/(api(?:\/.*)?)\.[jt]sx?$/;
const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/** The routes of Next.js: by the place of their file and the names that it exports. */
export function nextRoutes(program: Program): FoundRoutes {
  const uses = [...program.modules.values()].some((module) =>
    module.imports.some((one) => /^next(\/|$)/.test(one.module)),
  );
  if (!uses) return { routes: [], unseen: [] };
  const routes = [...program.modules.values()].flatMap((module): readonly FoundRoute[] => {
    if (module.language === 'python') return [];
    const app = APP_ROUTE.exec(module.file);
    if (app !== null) return inApp(program, module, app[1] ?? '');
    const page = PAGES_ROUTE.exec(module.file);
    return page === null ? [] : inPages(program, module, page[1]!);
  });
  return { routes, unseen: [] };
}

/** Each method of `app/…/route.ts` is an export of that name. */
function inApp(program: Program, module: SourceModule, folder: string): readonly FoundRoute[] {
  return module.exports.flatMap((one): FoundRoute[] => {
    if (!METHODS.has(one.name) || one.value === undefined) return [];
    const value = { module, value: one.value, within: TOP };
    return [routeOf(program, module, one.name, pathOf(folder), one.at, handlersIn(program, value))];
  });
}

/** The one handler of `pages/api/….ts`; which methods it answers is in its code. */
function inPages(program: Program, module: SourceModule, path: string): readonly FoundRoute[] {
  const found = module.exports.find((one) => one.name === 'default');
  if (found?.value === undefined) return [];
  const handlers = handlersIn(program, { module, value: found.value, within: TOP });
  const methods = methodsAsked(module);
  const own = methods.length === 0 ? ['ANY'] : methods;
  return own.map((method) =>
    routeOf(program, module, method, pathOf(path.replace(/\/index$/, '')), found.at, handlers),
  );
}

function routeOf(
  program: Program,
  module: SourceModule,
  method: string,
  path: string,
  at: FoundRoute['at'],
  handlers: readonly FunctionAt[],
): FoundRoute {
  return {
    framework: 'next',
    method,
    path,
    module,
    at,
    handlers,
    handlerName: undefined,
    guards: middlewareOf(program, module),
    guardsOpen: undefined,
    options: [],
  };
}

/** `(group)` and `@slot` are no part of the address. */
function pathOf(folder: string): string {
  const steps = folder.split('/').filter((step) => step !== '' && !/^\(.*\)$|^@/.test(step));
  return `/${steps.map((step) => step.replace(/^\[{1,2}(\.{3})?(\w+)\]{1,2}$/, (_, dots, name) => (dots ? `*${name}` : `:${name}`))).join('/')}`;
}

/** The methods that the code compares `req.method` with. */
function methodsAsked(module: SourceModule): readonly string[] {
  const found = new Set<string>();
  for (const { test } of module.branches) {
    if (test.kind !== 'compare' || test.operator !== '==' || test.right.kind !== 'literal') continue;
    const { left, right } = test;
    const isMethod = (left.kind === 'member' || left.kind === 'name') && left.name === 'method';
    if (isMethod && typeof right.value === 'string' && METHODS.has(right.value)) found.add(right.value);
  }
  return [...found].sort();
}

/** `middleware.ts` at the top of the site stands before all routes, or those that its matcher names. */
function middlewareOf(program: Program, { file }: SourceModule): readonly GuardUse[] {
  const top = file.replace(/(^|\/)(src\/)?(app|pages)\/.*$/, '$1');
  for (const name of [
    'middleware.ts',
    'middleware.js',
    'src/middleware.ts',
    'src/middleware.js',
    'proxy.ts',
    'src/proxy.ts',
  ]) {
    const module = program.modules.get(`${top}${name}`);
    const found = module?.exports.find(
      (one) => one.name === 'middleware' || one.name === 'default' || one.name === 'proxy',
    );
    if (module === undefined || found?.value === undefined) continue;
    // Which paths it looks at is written in its matcher and its code.
    return [{ module, value: found.value, within: TOP, name, conditional: true }];
  }
  return [];
}
