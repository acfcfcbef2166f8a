import type { FileText } from './repository.ts';
import { wildcard } from './wildcard.ts';

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
      if (wildcard(pattern) === undefined) doubtful ||= ignored || !takesIn;
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

function fits(pattern: string, text: string): boolean {
  return wildcard(pattern)?.(text) === true;
}
