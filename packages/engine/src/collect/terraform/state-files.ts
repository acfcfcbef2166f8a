import { inCode } from '../../model/origin.ts';
import { known, listOf, objectOf, type Unknown, unknown } from '../../model/value.ts';
import type { CollectedRoot } from '../collected.ts';
import { isIgnored } from '../files/git-ignore.ts';
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
