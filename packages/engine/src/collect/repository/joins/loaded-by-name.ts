import { folderOf, join } from '../../files/paths.ts';
import type { Program } from '../code/names/program.ts';
import { importPath } from '../code/syntax/path.ts';
import { type Call, type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';

/** What a module loads while it runs, by names that are no imports. */
export interface LoadedByName {
  readonly modules: readonly SourceModule[];
  /** What a framework that it starts loads from where it looks for it, and no text names. */
  readonly found: readonly SourceModule[];
  /** Why it may load more than can be told. */
  readonly open: readonly { readonly why: string; readonly line: number }[];
}

/** Calls that load the module that they are given the name of. */
const LOADS = /^(?:require|import|(?:importlib\.)?import_module|(?:importlib\.)?__import__)$/;

/** Packages that load all files of a folder, and servers of frameworks whose pages lie where they look for them. */
const LOADERS =
  /^(?:@fastify\/autoload|fastify-autoload|require-all|require-dir(?:ectory)?|consign|express-file-routing|nuxt|nitropack|@sveltejs\/kit|@remix-run\/(?:architect|express|node|serve)|@react-router\/(?:architect|express|node|serve)|@sls-next\/[\w-]+)$/;

/** Where Next.js looks for what it serves, from its folder. Source: Next.js documentation, "Project structure". */
const OF_NEXT = /^(?:src\/)?(?:(?:pages|app)\/|(?:middleware|proxy|instrumentation)\.[cm]?[jt]s$)/;

/** Where Django begins: it goes on to what its settings name. Source: Django documentation, "Applications", "URL dispatcher". */
const DJANGO = /^django\.(?:core\.(?:wsgi|asgi|management)|setup)\b|^django$/;

/**
 * Modules that a module loads by a text: one that is written is one of the repository or of a package, one that begins in a
 * written way (`./tasks/${name}`) may be any below; of any other nothing is told. Where Django is started, it may load all
 * that lies beside its settings, and Next.js all that lies where it looks for pages. `imported` is what the module imports.
 */
export function loadedByName(
  program: Program,
  module: SourceModule,
  imported: Iterable<{ readonly name: string; readonly line: number }>,
): LoadedByName {
  // Asked of each module for each function that reaches it.
  const before = known.get(module);
  if (before !== undefined) return before;
  const found = loaded(program, module, imported);
  known.set(module, found);
  return found;
}

const known = new WeakMap<SourceModule, LoadedByName>();

function loaded(
  program: Program,
  module: SourceModule,
  imported: Iterable<{ readonly name: string; readonly line: number }>,
): LoadedByName {
  const modules: SourceModule[] = [];
  const found: SourceModule[] = [];
  const open: { why: string; line: number }[] = [];
  for (const call of module.calls) {
    if (call.path === undefined || !LOADS.test(call.path)) continue;
    const meant = named(program, module, call);
    if (meant === undefined)
      open.push({ why: 'which module it loads by a computed name', line: call.at.line });
    else modules.push(...meant);
  }
  for (const { name, line } of imported) {
    if (LOADERS.test(name)) open.push({ why: `which files ${name} loads`, line });
    // What is of the request or of a component is imported from below: `next/server`.
    if (name === 'next') found.push(...pagesAround(program, module.file));
  }
  for (const one of module.imports)
    if (module.language === 'python' && DJANGO.test(importPath(one)))
      found.push(...below(program, inside(projectOf(program, module.file)), 'python'));
  return { modules, found, open };
}

/** What Next.js serves from the nearest folder that has such. */
function pagesAround(program: Program, file: string): readonly SourceModule[] {
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    const start = inside(folder);
    const own = below(program, start, 'script').filter((one) => OF_NEXT.test(one.file.slice(start.length)));
    if (own.length > 0 || folder === '.') return own;
  }
}

/** The folder of a Django project: where its `manage.py` lies. */
function projectOf(program: Program, file: string): string {
  const own = folderOf(file);
  for (let folder = own; ; folder = folderOf(folder)) {
    if (program.modules.has(`${inside(folder)}manage.py`)) return folder;
    if (folder === '.') return /(?:^|\/)[aw]sgi\.py$/.test(file) ? folderOf(own) : own;
  }
}

/** What the paths of a folder's files begin with. */
function inside(folder: string): string {
  return folder === '.' ? '' : `${folder}/`;
}

/** The modules that the text of a call may mean; nothing where it may mean any. */
function named(program: Program, module: SourceModule, call: Call): readonly SourceModule[] | undefined {
  const value = call.arguments[0]?.value;
  if (value === undefined) return [];
  if (value.kind === 'literal')
    return typeof value.value === 'string' ? whole(program, module, value.value, call) : [];
  const start = startOf(value, module);
  if (start === undefined || start === '') return undefined;
  if (module.language === 'python') return below(program, start.replaceAll('.', '/'), 'python', true);
  // What does not begin with a dot is of a package.
  if (!start.startsWith('.')) return [];
  const path = join(folderOf(module.file), start);
  return path === undefined ? [] : below(program, start.endsWith('/') ? inside(path) : path, 'script');
}

/** What a text begins with that is put together. */
function startOf(value: Expression, module: SourceModule): string | undefined {
  const first = value.kind === 'text' ? module.texts[value.text]!.parts[0] : undefined;
  return typeof first === 'string' ? first : undefined;
}

function whole(program: Program, module: SourceModule, name: string, { at }: Call): readonly SourceModule[] {
  const found = program.resolve(module, { kind: 'module', module: name, at }, TOP);
  return found.kind === 'module' ? [found.module] : [];
}

/** The modules of a language whose paths begin with a text, or hold it from the beginning of a name. */
function below(
  program: Program,
  start: string,
  language: SourceModule['language'],
  anywhere = false,
): readonly SourceModule[] {
  const all = [...program.modules.values()].filter((one) => one.language === language);
  return all.filter(({ file }) => file.startsWith(start) || (anywhere && file.includes(`/${start}`)));
}
