import { join } from '../../files/paths.ts';

/** Stands in a text for a part that nobody knows before it runs. */
export const OPEN = '\uFFFD';

/** Stands for what whoever runs it may say: a variable that nothing has set. */
export const GIVEN = '\uFFFC';

/** Stands for a commit or version that only the run knows. */
export const SOME_VERSION = '${__VERSION}';

export function isOpen(text: string): boolean {
  return text.includes(OPEN) || text.includes(GIVEN) || text.includes(SOME_VERSION);
}

/** Begins a path from the top of the repository, wherever that lies when it runs. */
export const TOP = '\u0001/';

/** A path as the shell sees it, from the top of the repository. */
export function pathFrom(folder: string | undefined, path: string): string | undefined {
  if (path.startsWith(TOP)) return join('.', path.slice(TOP.length));
  if (folder === undefined || isOpen(path) || path.startsWith('/') || path.startsWith('~')) return undefined;
  return join(folder, path);
}

/**
 * The same where the folder is not known, or the path begins with what is not: the one of some paths that ends so, if there
 * is one and no other.
 */
export function pathAmong(
  folder: string | undefined,
  path: string,
  paths: Iterable<string>,
): string | undefined {
  const known = pathFrom(folder, path);
  if (known !== undefined || !isOpen(path)) return known;
  const tail = /^[\uFFFC\uFFFD]+\/((?:[\w.@-]+\/)*[\w.@-]+)$/.exec(path)?.[1];
  if (tail === undefined) return undefined;
  const [only, more] = [...paths].filter((one) => one === tail || one.endsWith(`/${tail}`));
  return more === undefined ? only : undefined;
}

/** Without the mark of the repository's top: for people. */
export function plainly(text: string): string {
  return text
    .replaceAll(TOP, '')
    .replace(/[\uFFFC\uFFFD]/g, '…')
    .replaceAll(SOME_VERSION, '…');
}

/** A word as it is written in a shell. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
