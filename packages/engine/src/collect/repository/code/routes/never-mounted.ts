import { modulesNamed } from '../names/named-modules.ts';
import type { Program } from '../names/program.ts';
import type { SourceModule } from '../syntax/source-module.ts';
import type { Router } from './routers.ts';

/** Packages and calls that load modules whose names are not written. */
const LOADS_OTHERS =
  /^((importlib\.)?import_module|__import__|pkgutil\.\w+|importlib\.\w+|require|import|fs\.readdir(Sync)?|fs\.promises\.readdir|fs\/promises\.readdir|os\.(listdir|scandir|walk)|glob(\.\w+)?|fast-glob(\.\w+)?|globby(\.\w+)?|@fastify\/autoload|fastify-autoload|require-all|consign|express-file-routing(\.\w+)?)(\(\))?$/;

/**
 * Whether a router is put into no application: an application of its framework is there, no module names the file that the
 * router is made in, and none loads modules whose names are not written.
 */
export function neverMounted(program: Program, routers: readonly Router[]): (router: Router) => boolean {
  const apps = new Set(routers.flatMap(({ isApp, framework }) => (isApp ? [framework?.name] : [])));
  let named: ReadonlySet<string> | undefined;
  return ({ framework, module, isApp }) => {
    if (isApp || framework === undefined || !apps.has(framework.name)) return false;
    named ??= namedModules(program);
    return !named.has(ANY) && !named.has(stemOf(module.file));
  };
}

const ANY = '*';

/** The last parts of all modules that are named; {@link ANY} where some are loaded whose names are not written. */
function namedModules(program: Program): ReadonlySet<string> {
  const named = new Set<string>();
  for (const module of program.modules.values()) {
    for (const name of namesIn(module)) named.add(name);
    if (module.calls.some(({ path }) => path !== undefined && LOADS_OTHERS.test(path))) named.add(ANY);
  }
  return named;
}

function* namesIn(module: SourceModule): Generator<string> {
  const last = (name: string) => (module.language === 'python' ? name.split('.').at(-1)! : stemOf(name));
  for (const named of modulesNamed(module)) yield last(named.module);
  for (const { member } of module.imports) if (member !== '*') yield member;
  // `uvicorn.run('app.cards:router')`
  for (const { callee, arguments: given } of module.calls)
    for (const value of [callee, ...given.map((one) => one.value)]) {
      const of = value.kind === 'member' ? value.of : value;
      if (of.kind !== 'literal' || typeof of.value !== 'string' || of.value.length > 200) continue;
      if (/^[\w.]+:\w+$|^\.{1,2}\/[\w./-]+$/.test(of.value)) yield last(of.value.replace(/:\w+$/, ''));
    }
}

/** `slack.router` of `routers/slack.router.js`; a folder of an index. */
function stemOf(path: string): string {
  const whole = path.replace(/\.([cm]?[jt]sx?|py)$/, '').replace(/\/(index|__init__)$/, '');
  return whole.slice(whole.lastIndexOf('/') + 1);
}
