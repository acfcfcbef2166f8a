import type { FunctionAt } from '../behaviour/reach.ts';
import type { Program } from '../names/program.ts';
import type { SourceModule } from '../syntax/source-module.ts';
import type { RouterFramework } from './frameworks.ts';
import { neverMounted } from './never-mounted.ts';
import { madeWith, readPythonRegistrations } from './python-registrations.ts';
import {
  type FoundRoute,
  type FoundRoutes,
  type GuardUse,
  joinedPath,
  UNKNOWN_PATH,
  type UnseenRoutes,
  type ValueAt,
} from './route.ts';
import { inOrder, parameterId, type Router, Routers } from './routers.ts';
import { readScriptRegistrations } from './script-registrations.ts';
import { writtenAs } from './texts.ts';

/** The routes that are registered on routers, under the prefixes and behind the guards of those that they are mounted in. */
export function routesOnRouters(program: Program): FoundRoutes {
  const routers = new Routers(program);
  for (const module of program.modules.values()) {
    if (module.language === 'python') readPythonRegistrations(routers, module);
    else readScriptRegistrations(routers, module);
  }
  passRouters(routers);
  return new Walk(routers).all();
}

/** `accountRoutes(app)`: the parameter of a function is the router that it is given. */
function passRouters(routers: Routers): void {
  const { program, all } = routers;
  const waiting = new Map<string, Router>();
  for (const router of all.values())
    if (router.made === undefined && router.registrations.length > 0) waiting.set(router.id, router);
  if (waiting.size === 0) return;
  for (const module of program.modules.values())
    for (const call of module.calls) {
      if (!call.arguments.some(({ value }) => /^(name|member|call)$/.test(value.kind))) continue;
      const callee = program.resolve(module, call.callee, call.within);
      const { functions } = program.functionsOf(
        callee.kind === 'module' ? program.exported(callee.module, '*') : callee,
      );
      for (const target of functions)
        for (const [index, { value }] of call.arguments.entries()) {
          const child = waiting.get(parameterId(target.module, target.function, index));
          const given = child === undefined ? undefined : routers.in({ module, value, within: call.within });
          if (child === undefined || given === undefined || given === child) continue;
          if (given.made === undefined && given.framework === undefined && !waiting.has(given.id)) continue;
          const { at, within } = call;
          given.registrations.push({
            kind: 'mount',
            path: '',
            router: child.id,
            guards: [],
            same: true,
            module,
            at,
            within,
          });
        }
    }
}

interface Above {
  readonly prefix: string | undefined;
  /** Those that stand before what comes next; what a part of the same router adds is added for all that follows. */
  readonly guards: GuardUse[];
  readonly open: string | undefined;
  readonly framework: RouterFramework | undefined;
}

class Walk {
  readonly #routers: Routers;
  readonly #routes: FoundRoute[] = [];
  readonly #unseen: UnseenRoutes[] = [];
  readonly #left: { file: string; line: number; why: string }[] = [];
  readonly #visited = new Set<Router>();

  constructor(routers: Routers) {
    this.#routers = routers;
  }

  all(): FoundRoutes {
    const { all } = this.#routers;
    const mounted = new Set(
      [...all.values()].flatMap((router) =>
        router.registrations.flatMap((one) =>
          one.kind === 'mount' && one.router !== router.id ? [one.router] : [],
        ),
      ),
    );
    const known = [...all.values()].filter((router) => router.framework !== undefined);
    for (const router of known)
      if (router.isApp && !mounted.has(router.id))
        this.#visit(router, { prefix: '', guards: [], open: undefined, framework: undefined }, new Set());
    const isLeft = neverMounted(this.#routers.program, known);
    for (const router of known)
      if (!this.#visited.has(router)) {
        if (isLeft(router)) {
          this.#leave(router);
          continue;
        }
        const open = `finding where ${router.module.file} is mounted`;
        this.#visit(router, { prefix: '', guards: [], open, framework: undefined }, new Set());
      }
    for (const router of all.values()) if (!this.#visited.has(router)) this.#neverTold(router);
    for (const { module, at, what } of this.#routers.unknown) this.#notTold(module, at.line, what);
    return { routes: eachOnce(this.#routes), unseen: this.#unseen, left: this.#left };
  }

  /** A router that nothing mounts serves nothing, and what is mounted in it neither. */
  #leave(router: Router): void {
    this.#visited.add(router);
    for (const one of router.registrations) {
      const child = one.kind === 'mount' ? this.#routers.all.get(one.router) : undefined;
      if (child !== undefined && !this.#visited.has(child)) this.#leave(child);
    }
    const { file } = router.module;
    const why = `its routes are not served: no application mounts ${file}`;
    if (router.registrations.some(({ kind }) => kind === 'route'))
      this.#left.push({ file, line: router.at.line, why });
  }

  /** A parameter that is used like a router, and of which nobody sees what it is given. */
  #neverTold(router: Router): void {
    const route = router.registrations.find(
      (one) =>
        one.kind === 'route' && one.paths.some((path) => path?.startsWith('/')) && one.handler !== undefined,
    );
    if (route?.kind !== 'route' || route.handler === undefined) return;
    if (handlersIn(this.#routers.program, route.handler).length > 0)
      this.#notTold(route.module, route.at.line, 'a parameter');
  }

  #notTold(module: SourceModule, line: number, what: string): void {
    this.#unseen.push({
      what: `routes on ${what} in ${module.file}`,
      why: `what ${what} is cannot be told from the code`,
      decidedBy: 'looking at its routes by hand',
      file: module.file,
      line,
    });
  }

  #visit(router: Router, above: Above, path: ReadonlySet<Router>): void {
    if (path.has(router) || path.size > 30) return;
    this.#visited.add(router);
    const way = new Set([...path, router]);
    const own = madeWith(this.#routers, router);
    const framework = router.framework ?? above.framework;
    const { guards } = above;
    guards.push(...own.guards);
    const prefix = both(above.prefix, own.prefix);
    const registrations = inOrder(router);
    // What hooks guard does not hang on which of them stands first.
    if (framework?.ordered === false)
      for (const one of registrations) if (one.kind === 'guards') guards.push(...placed(one.guards, prefix));
    for (const one of registrations) {
      switch (one.kind) {
        case 'guards':
          if (framework?.ordered !== false) guards.push(...placed(one.guards, prefix));
          break;
        case 'mount': {
          const child = this.#routers.all.get(one.router);
          if (child === undefined) break;
          const before = [...guards, ...placed(one.guards, prefix)];
          this.#visit(
            child,
            {
              prefix: both(prefix, one.path),
              guards: one.same ? guards : before,
              open: above.open,
              framework,
            },
            way,
          );
          break;
        }
        case 'unseen':
          this.#unseen.push({
            what: `what ${one.what} mounts`,
            why: 'which routes it has cannot be told from the code',
            decidedBy: `importing the router of ${one.what} where it is mounted`,
            file: one.module.file,
            line: one.at.line,
          });
          break;
        case 'route':
          for (const method of one.methods)
            for (const own of one.paths)
              this.#routes.push({
                framework: framework?.name ?? 'express',
                method,
                ...(one.methodsOpen === undefined ? {} : { methodOpen: one.methodsOpen }),
                path: both(prefix, withoutEnd(own, framework?.name ?? 'express')),
                module: one.module,
                at: one.at,
                handlers: one.handler === undefined ? [] : handlersIn(this.#routers.program, one.handler),
                handlerName:
                  one.handler === undefined ? undefined : writtenAs(one.handler.module, one.handler.value),
                guards: [...guards, ...one.guards],
                guardsOpen: above.open,
                options: one.options,
              });
          break;
      }
    }
  }
}

/** A part that is put in place twice has its routes once, those that are known to be reached first. */
function eachOnce(routes: readonly FoundRoute[]): readonly FoundRoute[] {
  const seen = new Set<string>();
  return routes.filter(({ module, at, method, path, guards }) => {
    const key = [
      module.file,
      at.line,
      at.column,
      method,
      path,
      ...guards.map((g) => `${g.module.file}:${g.value.at.line}`),
    ].join(' ');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Express 4 makes expressions of its paths: `$` is the end, which a path has anyway. */
function withoutEnd(path: string | undefined, framework: string): string | undefined {
  return framework === 'express' ? path?.replace(/\$$/, '') : path;
}

function both(prefix: string | undefined, path: string | undefined): string | undefined {
  return prefix === undefined || path === undefined ? undefined : joinedPath(prefix, path);
}

/** Guards for a part of the paths, under the prefix of their router. */
function placed(guards: readonly GuardUse[], prefix: string | undefined): readonly GuardUse[] {
  return guards.map((guard) =>
    guard.below === undefined
      ? guard
      : {
          ...guard,
          below: both(prefix, guard.below === UNKNOWN_PATH ? undefined : guard.below) ?? UNKNOWN_PATH,
        },
  );
}

/** The functions that a handler is, wrappers (`caught(handler)`) and what they wrap. */
export function handlersIn(
  program: Program,
  { module, value, within }: ValueAt,
  steps = 0,
): readonly FunctionAt[] {
  if (steps > 5) return [];
  const meaning = program.resolve(module, value, within);
  const { functions } = program.functionsOf(meaning);
  if (functions.length > 0) return functions;
  if (meaning.kind !== 'made' || meaning.members.length > 1) return [];
  const call = meaning.module.calls[meaning.call]!;
  const inner = call.arguments.flatMap((one) =>
    handlersIn(program, { module: meaning.module, value: one.value, within: call.within }, steps + 1),
  );
  // What a chain begins with: `middy(handler).use(…)`.
  const chained =
    call.callee.kind === 'member' && /^(use|handler|before|after|onError)$/.test(call.callee.name)
      ? handlersIn(program, { module: meaning.module, value: call.callee.of, within: call.within }, steps + 1)
      : [];
  if (chained.length > 0) return chained;
  const bound = call.callee.kind === 'member' && call.callee.name === 'bind';
  const callee = program.resolve(
    meaning.module,
    bound && call.callee.kind === 'member' ? call.callee.of : call.callee,
    call.within,
  );
  return [...program.functionsOf(callee).functions, ...inner];
}
