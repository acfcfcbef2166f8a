import type { Program } from '../code/names/program.ts';
import type { SourceModule } from '../code/syntax/source-module.ts';
import { importedBy } from '../joins/reached-code.ts';
import { isOfAPage } from './pages.ts';

/** Whether a page loads a module: one that puts itself into a document, or that its framework finds by its place, reaches it. */
export function isLoadedByAPage(program: Program, module: SourceModule): boolean {
  let all = loaded.get(program);
  if (all === undefined) {
    all = new Set([...program.modules.values()].filter((one) => isOfAPage(program, one) && isEntry(one)));
    // A set is walked on while it grows.
    for (const one of all) for (const imported of importedBy(program, one)) all.add(imported);
    loaded.set(program, all);
  }
  return all.has(module);
}

const loaded = new WeakMap<Program, Set<SourceModule>>();

/** `createRoot(…)`, `ReactDOM.render(…)`, `createApp(App)`, `bootstrapApplication(App)`. */
const PUTS_IN =
  /(^|\.)(createRoot|hydrateRoot|bootstrapApplication|bootstrapModule)$|^react-dom\.(default\.)?(render|hydrate)$|^ReactDOM\.(render|hydrate)$|^vue\.createApp$/;
/** What Next finds in its folder: https://nextjs.org/docs/app/api-reference/file-conventions */
const BY_ITS_PLACE = /(^|\/)app\/(.*\/)?(page|layout)\.[jt]sx$/;

function isEntry({ file, calls }: SourceModule): boolean {
  return BY_ITS_PLACE.test(file) || calls.some(({ path }) => path !== undefined && PUTS_IN.test(path));
}
