import { inCode } from '../model/origin.ts';
import type { FactNode, ResourceNode } from '../model/resource.ts';
import { known, listOf, objectOf, unknown, type Value } from '../model/value.ts';
import { onceFor } from '../once-for.ts';
import { buildOf, bundledAs } from './built-code.ts';
import { UPLOADED_FROM } from './cloudformation/sam/code.ts';
import type { CollectedRoot } from './collected.ts';
import { compiledFrom } from './compiled-files.ts';
import { exportedNames } from './exported-names.ts';
import { folderOf, join } from './files/paths.ts';
import type { Repository } from './files/repository.ts';
import { zippedFolders } from './zipped-folders.ts';

/**
 * The same root with a fact for each function whose code is in the repository (`function-code`): which files of it can be
 * the module that the handler names, and what each of them exports. Where the code is packaged from a folder that is here,
 * these are all there are (no file: the module is missing), and `folder` is told. Where a build makes the package elsewhere, only a file that has
 * the handler is told; without one nothing is known.
 */
export async function withFunctionCode<Root extends Functions>(
  root: Root,
  repository: Files,
  folder?: string,
): Promise<Root> {
  const functions = root.resources.filter((r) => r.type === 'AWS::Lambda::Function' && r.foreign !== true);
  const facts = await Promise.all(functions.map((fn) => codeOf(fn, root, repository, folder)));
  const found = facts.filter((fact) => fact !== undefined);
  return found.length === 0 ? root : { ...root, facts: [...root.facts, ...found] };
}

type Functions = Pick<CollectedRoot, 'resources' | 'facts'>;
type Files = Pick<Repository, 'paths' | 'has' | 'leftOut' | 'text'>;

/** Endings of the files that a runtime can load, and of those that are compiled into them. */
const ENDINGS: readonly (readonly [runtime: RegExp, endings: readonly string[]])[] = [
  [/^nodejs/, ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.tsx']],
  [/^python/, ['.py', '/__init__.py']],
];

async function codeOf(
  fn: ResourceNode,
  root: Functions,
  repository: Files,
  folder: string | undefined,
): Promise<FactNode | undefined> {
  const handler = textOf(fn.properties.members.get('Handler'));
  const runtime = textOf(fn.properties.members.get('Runtime')) ?? textOf(fn.meta?.members.get('Language'));
  const endings = ENDINGS.find(([pattern]) => runtime !== undefined && pattern.test(runtime))?.[1];
  const dot = handler?.lastIndexOf('.') ?? -1;
  if (handler === undefined || endings === undefined || dot <= 0) return undefined;
  const module = handler.slice(0, dot);
  const path = /^python/.test(runtime!) ? module.replaceAll('.', '/') : module;
  const build = buildOf(fn);
  const place = placeOf(fn, root);
  const candidates =
    build === undefined || build === 'untold' || place === undefined
      ? endings.map((ending) => `${path}${ending}`)
      : bundledAs(path, build).flatMap((entry) => [entry, ...endings.map((ending) => `${entry}${ending}`)]);
  const zipped = await zippedFiles(archiveOf(fn, folder), candidates, repository);
  if (zipped.length > 0) return fact(fn, await described(zipped, repository));
  const hidden = candidates.some(
    (c) => place !== undefined && repository.leftOut(below(place, c)) !== undefined,
  );
  if (hidden) return undefined;
  if (place !== undefined && repository.paths.some((p) => within(place, p))) {
    const files = candidates
      .map((c) => below(place, c))
      .filter((p) => repository.has(p) && within(place, p))
      .sort();
    if (files.length > 0 || (place.mayBeBuilt !== true && build !== 'untold'))
      return fact(fn, await described(files, repository), 'folder' in place ? place.folder : undefined);
  }
  const anywhere = candidates
    .flatMap((c) =>
      named(c, repository).filter(
        (p) => (p === c || p.endsWith(`/${c}`)) && !/(^|\/)(tests?|__tests__|examples?)\//.test(p),
      ),
    )
    .sort();
  const files = (await described(anywhere, repository)).filter(({ names }) =>
    names.has(handler.slice(dot + 1)),
  );
  return files.length === 0 ? undefined : fact(fn, calledLike(fn, files) ?? files);
}

/** Folders that are called the same in all functions. */
const OF_ANY = /^(?:src|app|lib|code|dist|handlers?|lambdas?|functions?)$/;

/** Of several files that have the handler the one in the folder that is called like the function or its package. */
function calledLike(fn: ResourceNode, files: readonly Described[]): readonly Described[] | undefined {
  if (files.length < 2) return undefined;
  const names = new Set(namesOf(fn).map(asOneWord));
  const own = files.filter(({ path }) => {
    const folder = path
      .split('/')
      .slice(0, -1)
      .findLast((part) => !OF_ANY.test(part));
    return folder !== undefined && names.has(asOneWord(folder));
  });
  return own.length === 1 ? own : undefined;
}

/** What a function is called: by its package, its key among many, its own name and its resource. */
function namesOf({ address, properties, meta }: ResourceNode): readonly string[] {
  const given = meta?.members.get('arguments');
  const archive = given?.kind === 'object' ? lastTextOf(given.members.get('filename')) : undefined;
  const key = /\["([^"]+)"\]$/.exec(address)?.[1];
  const resource = /([\w-]+)(?:\[[^\]]*\])?$/.exec(address)?.[1]?.replace(/(?:Lambda)?Function$/, '');
  return [
    archive?.replace(/^.*\/|\.(?:zip|jar)$/g, ''),
    key,
    lastTextOf(properties.members.get('FunctionName')),
    key === undefined ? resource : undefined,
  ].filter((name) => name !== undefined);
}

/** A text, or the end of one whose beginning is not known. */
function lastTextOf(value: Value | undefined): string | undefined {
  return textOf(value?.kind === 'composed' ? value.parts.at(-1) : value);
}

/** `cancel-event`, `cancel_event` and `cancelEvent` are one. */
function asOneWord(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The files that are called as the last part of a path says. */
function named(path: string, repository: Files): readonly string[] {
  return byName(repository).get(nameOf(path)) ?? [];
}

/** Looked up for each function of each root. */
const byName = onceFor(({ paths }: Files) => Map.groupBy(paths, nameOf));

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The archive that a function is made from, where it is named as a file of the repository. */
function archiveOf(fn: ResourceNode, root: string | undefined): string | undefined {
  const given = fn.meta?.members.get('arguments');
  const filename = given?.kind === 'object' ? textOf(given.members.get('filename')) : undefined;
  const place = filename === undefined ? placeOf(fn, { facts: [] }) : undefined;
  const path =
    filename === undefined || root === undefined
      ? place !== undefined && 'folder' in place
        ? place.folder
        : undefined
      : join(root, filename);
  return path !== undefined && /\.zip$/i.test(path) ? path : undefined;
}

/** The files of the repository that scripts put into an archive under one of some names. */
async function zippedFiles(
  archive: string | undefined,
  candidates: readonly string[],
  repository: Files,
): Promise<readonly string[]> {
  if (archive === undefined) return [];
  const made = (await zippedFolders(repository)).filter((one) => one.archive === archive);
  const named = made.flatMap(({ folder, taken }) =>
    candidates
      .map((name) => below({ folder }, name))
      .filter((path) => taken.some((one) => path === one || within({ folder: one }, path))),
  );
  if (named.some((path) => repository.leftOut(path) !== undefined)) return [];
  const files = named.filter((path) => repository.has(path));
  return [...new Set(files)].sort();
}

/** With `mayBeBuilt` its files may only come there when it is built. */
type Place =
  | { readonly folder: string; readonly mayBeBuilt?: boolean }
  | { readonly file: string; readonly mayBeBuilt?: boolean };

/** Where the package of a function is taken from, where the code says so and it lies in the repository. */
function placeOf(fn: ResourceNode, root: Pick<Functions, 'facts'>): Place | undefined {
  const archive = fn.meta?.members.get('arguments');
  const filename = archive?.kind === 'object' ? textOf(archive.members.get('filename')) : undefined;
  if (filename !== undefined) {
    const made = root.facts.find(
      (f) => f.kind === 'archive' && textOf(f.properties.members.get('output')) === filename,
    );
    const folder = textOf(made?.properties.members.get('folder'));
    const file = textOf(made?.properties.members.get('file'));
    return folder !== undefined ? { folder } : file !== undefined ? { file } : undefined;
  }
  const packaged = fn.meta?.members.get('Packaged');
  const asset = packaged?.kind === 'object' ? textOf(packaged.members.get('folder')) : undefined;
  if (asset !== undefined) return { folder: asset, mayBeBuilt: true };
  const code = fn.properties.members.get('Code');
  const local = textOf(code) ?? uploadedFrom(code);
  const folder = local === undefined ? undefined : join(folderOf(fn.origin.at.file), local);
  return folder === undefined ? undefined : { folder };
}

function uploadedFrom(code: Value | undefined): string | undefined {
  const key = code?.kind === 'object' ? code.members.get('S3Key') : undefined;
  return key?.kind === 'unknown' && key.decidedBy.startsWith(UPLOADED_FROM)
    ? key.decidedBy.slice(UPLOADED_FROM.length)
    : undefined;
}

function within(place: Place, path: string): boolean {
  if ('file' in place) return path === place.file;
  return place.folder === '.' || path.startsWith(`${place.folder}/`);
}

/** A module's path in the repository. An archive of one file has that file at its top. */
function below(place: Place, module: string): string {
  if ('file' in place)
    return module.includes('/') ? '' : `${folderOf(place.file)}/${module}`.replace(/^\.\//, '');
  return place.folder === '.' ? module : `${place.folder}/${module}`;
}

interface Described {
  readonly path: string;
  readonly names: ReadonlySet<string>;
  /** It exports more than can be told without running it. */
  readonly open: boolean;
}

/** Of what a compiler made the file beside it is told, which it is made of. */
async function described(paths: readonly string[], repository: Files): Promise<readonly Described[]> {
  const written = await Promise.all(
    paths.map(async (path) => (await compiledFrom(path, repository)) ?? path),
  );
  return Promise.all(
    [...new Set(written)].map(async (path) => {
      const read = await repository.text(path);
      if (read.kind !== 'text') return { path, names: new Set<string>(), open: true };
      return { path, ...exportedNames(read.text, path.endsWith('.py') ? 'python' : 'javascript') };
    }),
  );
}

function fact(fn: ResourceNode, files: readonly Described[], folder?: string): FactNode {
  const { origin } = fn;
  const items = files.map(({ path, names, open }) => {
    const at = inCode({ file: path, line: 1, column: 1, endLine: 1, endColumn: 1 });
    const more = unknown('unresolved-expression', `running ${path}`, at);
    const exported = listOf(
      [...names].map((name) => known(name, at)),
      at,
      open ? more : undefined,
    );
    return objectOf({ path: known(path, at), names: exported }, at);
  });
  const properties = objectOf(
    {
      function: known(fn.address, origin),
      files: listOf(items, origin),
      ...(folder === undefined ? {} : { folder: known(folder, origin) }),
    },
    origin,
  );
  return { kind: 'function-code', properties, origin };
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'known' && typeof value.value === 'string' ? value.value : undefined;
}
