import type { FileText } from './repository.ts';

/** What is asked of the files of a repository. */
interface Files {
  has(path: string): boolean;
  text(path: string): Promise<FileText>;
}

/**
 * Whether a `.gitignore` on the way to a file names it: by its own name, its ending, or a folder of it. Rules that take
 * files in again are not followed: where one might, it is not known.
 */
export async function isIgnored(file: string, files: Files): Promise<boolean | undefined> {
  const parts = file.split('/');
  let named = false;
  let taken = false;
  for (let depth = 0; depth < parts.length; depth += 1) {
    const ignoring = [...parts.slice(0, depth), '.gitignore'].join('/');
    const read = files.has(ignoring) ? await files.text(ignoring) : undefined;
    if (read?.kind !== 'text') continue;
    for (const line of read.text.split('\n').map((one) => one.trim())) {
      if (line.startsWith('!') && matches(line.slice(1), parts.slice(depth))) taken = true;
      else if (line !== '' && !line.startsWith('#') && matches(line, parts.slice(depth))) named = true;
    }
  }
  return named && taken ? undefined : named;
}

/** Whether a pattern of git names a file or one of its folders. */
function matches(pattern: string, parts: readonly string[]): boolean {
  const anywhere = pattern.replace(/^\*\*\//, '').replace(/\/$/, '');
  if (!anywhere.replace(/^\//, '').includes('/') && !anywhere.startsWith('/'))
    return parts.some((part) => fits(anywhere, part));
  const path = anywhere.replace(/^\//, '');
  return parts.some((_, index) => fits(path, parts.slice(0, index + 1).join('/')));
}

/** Compared piece by piece, so that no pattern takes long. */
function fits(pattern: string, text: string): boolean {
  const pieces = pattern.split(/\*+/);
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const last = index === pieces.length - 1;
    const found = last && index > 0 ? text.length - piece.length : text.indexOf(piece, at);
    if (found < at || !text.startsWith(piece, found) || (index === 0 && found !== 0)) return false;
    at = found + piece.length;
  }
  return at === text.length;
}
