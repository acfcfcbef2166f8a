import { inCode } from '../../../model/origin.ts';
import { known, listOf, objectOf, unknown, type Value } from '../../../model/value.ts';
import { folderOf } from '../../files/paths.ts';
import { programOf } from '../code/names/program.ts';
import { entryOfImage } from '../containers/image-entry.ts';
import { isForDevelopment } from '../containers/reader.ts';
import type { RepositoryFact } from '../fact.ts';
import type { SourceOfFiles, UnseenFacts } from '../reader.ts';
import { itemsOf, member, textOf } from '../structured-text.ts';
import { reachedFrom } from './reached-code.ts';

/**
 * The same facts, those of images that a pipeline pushes with the code that runs in them (`runs`): from what the image starts,
 * through all that this imports. Where it cannot be told what one starts, it may be any code, and so where a pipeline was not seen
 * (`notSeen`) that may push it; where it cannot be told which image a pipeline that is here pushes, nothing is said.
 */
export async function withCodeOfImages(
  facts: readonly RepositoryFact[],
  source: SourceOfFiles,
  notSeen: readonly UnseenFacts[] = [],
): Promise<readonly RepositoryFact[]> {
  const images = facts.filter(
    ({ type, address }) => type === 'Repository::ImageFile' && !isForDevelopment(address),
  );
  const pushed = pushedImages(images, facts);
  const hidden = notSeen.find(({ holds }) => holds.includes('Repository::Step'));
  const asked = hidden === undefined ? pushed : new Set(images);
  if (asked.size === 0) return facts;
  const program = await programOf(source);
  const found: RepositoryFact[] = [];
  for (const fact of facts) {
    const entry = asked.has(fact)
      ? await entryOfImage(fact.address, source, (path) => program.modules.has(path))
      : undefined;
    const reached = entry?.file === undefined ? undefined : reachedFrom(program, entry.file, entry.handler);
    if (entry === undefined || (reached === undefined && !entry.mayBeCode)) found.push(fact);
    else if (!pushed.has(fact)) found.push(withFiles(fact, [], `${hidden!.what}: ${hidden!.decidedBy}`));
    else if (reached === undefined) found.push(withFiles(fact, [], entry.why));
    else {
      const files = reached.modules.map(({ file }) => file);
      const [open] = reached.open;
      found.push(withFiles(fact, files, open && `${open.file}:${open.line}: ${open.why}`));
    }
  }
  return found;
}

const PUSHES =
  /\b(?:docker|podman|buildah)\b.*\bpush\b|\b(?:docker|buildx)\b.*\s--push\b|\b(?:crane push|skopeo copy|kaniko)\b/;
const BUILDS = /\b(?:docker|podman|buildah|buildx|kaniko)\b/;

/** The images that a pipeline pushes: the only one, or those that it names where it builds them. */
function pushedImages(
  images: readonly RepositoryFact[],
  facts: readonly RepositoryFact[],
): ReadonlySet<RepositoryFact> {
  if (images.length === 0) return new Set();
  const commands = facts.flatMap(commandsOf);
  if (!commands.some((command) => PUSHES.test(command))) return new Set();
  if (images.length === 1) return new Set(images);
  // A tag may be called like a folder.
  const builds = commands.flatMap((command) =>
    BUILDS.test(command) ? [command.replace(/\s(?:-t|--tag|--name|--label|--build-arg)[\s=]+\S+/g, ' ')] : [],
  );
  return new Set(
    images.filter(({ address }) => {
      const folder = folderOf(address);
      const names = folder === '.' ? [address] : [address, folder];
      return builds.some((command) =>
        command.split(/[\s='"]+/).some((word) => names.includes(cleaned(word))),
      );
    }),
  );
}

/** What steps that run finally run. */
function commandsOf({ type, properties }: RepositoryFact): readonly string[] {
  if (type !== 'Repository::Step' || properties.members.has('neverRuns')) return [];
  return itemsOf(properties.members.get('commands')).flatMap((one) => textOf(member(one, 'text')) ?? []);
}

function cleaned(word: string): string {
  return word.replace(/^\.\/|\/+$/g, '');
}

function withFiles(fact: RepositoryFact, files: readonly string[], open: string | undefined): RepositoryFact {
  const { origin } = fact;
  const items = files.map((file) =>
    known(file, inCode({ file, line: 1, column: 1, endLine: 1, endColumn: 1 })),
  );
  const more = open === undefined ? undefined : unknown('unresolved-expression', open, origin);
  const runs: Value = listOf(items, origin, more);
  return { ...fact, properties: objectOf(new Map(fact.properties.members).set('runs', runs), origin) };
}
