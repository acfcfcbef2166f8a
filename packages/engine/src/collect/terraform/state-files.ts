import { inCode } from '../../model/origin.ts';
import { known, listOf, objectOf, type Unknown, unknown } from '../../model/value.ts';
import type { CollectedRoot } from '../collected.ts';
import type { Repository } from '../files/repository.ts';

const STATE = /^(?:terraform\.tfstate\.d\/[^/]+\/)?[^/]+\.tfstate(?:\.backup)?$/;

/**
 * The same root with the files of state that lie in its folder, as a fact (`state-files`), those left out that git ignores.
 * An empty one is what moving to a backend leaves behind.
 */
export async function withStateFiles(root: CollectedRoot, repository: Repository): Promise<CollectedRoot> {
  const { kind, role, path } = root.root;
  if (kind !== 'terraform' || role === 'module') return root;
  const start = path === '.' ? '' : `${path}/`;
  const files = repository.paths.filter(
    (file) => file.startsWith(start) && STATE.test(file.slice(start.length)),
  );
  const found: string[] = [];
  let open: Unknown | undefined;
  for (const file of files) {
    const read = await repository.text(file);
    if (read.kind === 'text' && read.text.trim() === '') continue;
    const ignored = await isIgnored(file, repository);
    if (ignored === undefined) open = unknown('not-collected', `git check-ignore ${file}`, inCode(top(file)));
    if (ignored === false) found.push(file);
  }
  const items = found.map((file) => known(file, inCode(top(file))));
  const properties = objectOf({ files: listOf(items, root.origin, open) }, root.origin);
  return { ...root, facts: [...root.facts, { kind: 'state-files', properties, origin: root.origin }] };
}

function top(file: string) {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/**
 * Whether a `.gitignore` on the way to a file names it: by its own name, its ending, or a folder of it. Rules that take
 * files in again are not followed: where one might, it is not known.
 */
async function isIgnored(file: string, repository: Repository): Promise<boolean | undefined> {
  const parts = file.split('/');
  let named = false;
  let taken = false;
  for (let depth = 0; depth < parts.length; depth += 1) {
    const ignoring = [...parts.slice(0, depth), '.gitignore'].join('/');
    const read = repository.has(ignoring) ? await repository.text(ignoring) : undefined;
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
