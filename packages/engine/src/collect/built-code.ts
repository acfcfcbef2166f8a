import type { ResourceNode } from '../model/resource.ts';
import type { Value } from '../model/value.ts';
import { folderOf, join } from './files/paths.ts';

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
  if (metadata === undefined || metadata.kind === 'absent') return undefined;
  const method = member(metadata, 'BuildMethod');
  if (method === undefined) return metadata.kind === 'object' ? undefined : 'untold';
  if (method.kind !== 'known' || method.value === 'makefile') return 'untold';
  if (method.value !== 'esbuild') return undefined;
  const properties = member(metadata, 'BuildProperties');
  // Without entry points it bundles the file that the handler names.
  if (properties === undefined) return undefined;
  const entries = member(properties, 'EntryPoints');
  if (entries === undefined) return properties.kind === 'object' ? undefined : 'untold';
  // What is said besides is handed on to esbuild.
  if (
    properties.kind === 'object' &&
    [...properties.members.keys()].some((name) => /^out_?base$/i.test(name))
  )
    return 'untold';
  const paths =
    entries.kind === 'list' && entries.open === undefined ? entries.items.map(pathOf) : [undefined];
  return paths.includes(undefined) ? 'untold' : { bundles: paths.filter((path) => path !== undefined) };
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

function member(value: Value, name: string): Value | undefined {
  const found = value.kind === 'object' ? value.members.get(name) : undefined;
  return found?.kind === 'absent' ? undefined : found;
}

function pathOf(value: Value): string | undefined {
  return value.kind === 'known' && typeof value.value === 'string' ? join('.', value.value) : undefined;
}
