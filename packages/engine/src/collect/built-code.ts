import type { ResourceNode } from '../model/resource.ts';
import type { Value } from '../model/value.ts';
import { folderOf, join } from './files/paths.ts';
import { itemsOf, member, textOf } from './repository/structured-text.ts';

/**
 * How `sam build` makes the package of a function where it is not a copy of its folder: files that esbuild bundles, by their paths
 * in that folder, or nobody can tell (a makefile makes it, or what is built has no value here).
 */
export type Build = { readonly bundles: readonly string[] } | 'untold';

/**
 * The build that the metadata of a function ask for; nothing where its folder is taken as it is.
 * Source: AWS SAM Developer Guide, "Building Node.js Lambda functions with esbuild" and "Building custom runtimes".
 */
export function buildOf({ meta }: ResourceNode): Build | undefined {
  const metadata = meta?.members.get('Metadata');
  const method = there(metadata, 'BuildMethod');
  if (method === undefined) return metadata?.kind === 'unknown' ? 'untold' : undefined;
  if (method.kind !== 'known' || method.value === 'makefile') return 'untold';
  if (method.value !== 'esbuild') return undefined;
  const properties = there(metadata, 'BuildProperties');
  // Without entry points it bundles the file that the handler names.
  if (properties === undefined) return undefined;
  if (properties.kind !== 'object' || properties.open !== undefined) return 'untold';
  const entries = there(properties, 'EntryPoints');
  if (entries === undefined) return undefined;
  // What is said besides is handed on to esbuild.
  if ([...properties.members.keys()].some((name) => /^out_?base$/i.test(name))) return 'untold';
  const paths = itemsOf(entries).map((item) => join('.', textOf(item) ?? '..'));
  const isWhole = entries.kind === 'list' && entries.open === undefined && !paths.includes(undefined);
  return isWhole ? { bundles: paths.filter((path) => path !== undefined) } : 'untold';
}

/**
 * The files of which a module of the package is bundled: esbuild puts what it makes below the folder that all entry points have in
 * common. Source: esbuild's documentation of `outbase`.
 */
export function bundledAs(module: string, { bundles }: Exclude<Build, 'untold'>): readonly string[] {
  const folders = bundles
    .map((path) => folderOf(path))
    .map((folder) => (folder === '.' ? [] : folder.split('/')));
  const [first = [], ...others] = folders;
  const differs = first.findIndex((part, at) => others.some((folder) => folder[at] !== part));
  const common = first.slice(0, differs < 0 ? first.length : differs);
  return bundles.filter((path) => {
    const made = path.split('/').slice(common.length).join('/');
    return made.replace(/\.[cm]?[jt]sx?$/, '') === module;
  });
}

/** A member that may be there; nothing where it is left out. */
function there(value: Value | undefined, name: string): Value | undefined {
  const found = member(value, name);
  return found?.kind === 'absent' ? undefined : found;
}
