import type { FileText } from './repository.ts';

/** What is asked of the files of a repository. */
interface Files {
  has(path: string): boolean;
  text(path: string): Promise<FileText>;
}

/**
 * Whether git leaves a file out: the last rule on it or on a folder of it decides, in the `.gitignore` files on the way to it.
 * What a left-out folder holds no rule takes in again. Not known where a rule on the way has a sign that is not read here.
 */
export async function isIgnored(file: string, files: Files): Promise<boolean | undefined> {
  const parts = file.split('/');
  const rules: { readonly depth: number; readonly pattern: string; readonly takesIn: boolean }[] = [];
  let doubtful = false;
  for (let depth = 0; depth < parts.length; depth += 1) {
    const ignoring = [...parts.slice(0, depth), '.gitignore'].join('/');
    const read = files.has(ignoring) ? await files.text(ignoring) : undefined;
    // What stands in rules that cannot be read nobody knows.
    if (read?.kind === 'skipped') doubtful = true;
    if (read?.kind !== 'text') continue;
    for (const line of read.text.split('\n').map((one) => one.trim())) {
      if (line === '' || line.startsWith('#')) continue;
      const takesIn = line.startsWith('!');
      rules.push({ depth, pattern: takesIn ? line.slice(1) : line, takesIn });
    }
  }
  for (let length = 1; length <= parts.length; length += 1) {
    let ignored = false;
    for (const { depth, pattern, takesIn } of rules) {
      if (depth >= length || (pattern.endsWith('/') && length === parts.length)) continue;
      if (!isReadable(pattern)) doubtful ||= ignored || !takesIn;
      else if (matches(pattern, parts.slice(depth, length))) ignored = !takesIn;
    }
    if (ignored) return doubtful ? undefined : true;
  }
  return doubtful ? undefined : false;
}

/** Whether a pattern of git names this file or folder. */
function matches(pattern: string, parts: readonly string[]): boolean {
  const anywhere = pattern
    .replace(/^\*\*\//, '')
    .replace(/\/$/, '')
    .replace(/\/\*\*$/, '/*');
  if (!anywhere.includes('/')) return fits(anywhere, parts.at(-1)!);
  const path = anywhere.replace(/^\//, '');
  if (pattern.startsWith('**/')) return parts.some((_, index) => fits(path, parts.slice(index).join('/')));
  // A star is of one folder.
  const steps = path.split('/');
  if (!path.includes('**'))
    return steps.length === parts.length && steps.every((step, i) => fits(step, parts[i]!));
  return fits(path, parts.join('/'));
}

/** A class of signs that does not end, and more stars than anybody writes. */
function isReadable(pattern: string): boolean {
  return !/\[[^\]]*$|\\$/.test(pattern) && (pattern.match(/\*/g)?.length ?? 0) <= 8;
}

/** Compared piece by piece, so that no pattern takes long. */
function fits(pattern: string, text: string): boolean {
  if (/[[?\\]/.test(pattern)) return new RegExp(`^${expressionOf(pattern)}$`).test(text);
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

/** `*.py[cod]` as an expression; a text is the path of one file, so no expression takes long. */
function expressionOf(pattern: string): string {
  return pattern.replace(/\\(.)|\[(!?)([^\]]*)\]|\*+|\?|[.+^${}()|/\]]/g, (sign, plain, not, set) => {
    if (plain !== undefined) return `\\${plain}`.replace(/\\(\w)/, '$1');
    if (set !== undefined) return `[${not === '!' ? '^' : ''}${String(set).replace(/[\\\]^]/g, '\\$&')}]`;
    if (sign.startsWith('*')) return '.*';
    return sign === '?' ? '.' : `\\${sign}`;
  });
}
