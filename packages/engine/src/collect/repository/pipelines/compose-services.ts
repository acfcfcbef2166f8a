import { folderOf } from '../../files/paths.ts';
import type { SourceOfFiles } from '../reader.ts';
import { member, readStructured, textOf } from '../structured-text.ts';
import { type ImageBuild, imageBuildAt } from './image-builds.ts';
import { isOpen, pathFrom } from './shell-text.ts';

const NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

/** Options of `docker compose` before its command, and of `run` and `exec`, that take a value of their own. */
const VALUED = new Set(
  `-f --file -p --project-name --profile --env-file --project-directory --ansi --progress --parallel -e --env -u --user -w --workdir
   -v --volume --name --entrypoint -l --label --publish --pull --cap-add --cap-drop --index`.split(/\s+/),
);

/**
 * What the service is built from that `docker compose run api npm test` runs in; nothing where that is not told, `unread`
 * where the file that tells it cannot be read.
 */
export async function buildOfService(
  words: readonly string[],
  folder: string | undefined,
  source: SourceOfFiles,
): Promise<ImageBuild | 'unread' | undefined> {
  const own = words[0] === 'docker-compose' ? 1 : words[0] === 'docker' && words[1] === 'compose' ? 2 : 0;
  if (own === 0 || folder === undefined) return undefined;
  const files: string[] = [];
  const plain: string[] = [];
  for (let at = own; at < words.length && plain.length < 2; at++) {
    const word = words[at]!;
    const [option, given] = /^(--?[\w-]+)=([\s\S]*)$/.exec(word)?.slice(1) ?? [word, undefined];
    if (!word.startsWith('-')) plain.push(word);
    else if (VALUED.has(option!)) {
      const value = given ?? words[++at];
      if ((option === '-f' || option === '--file') && plain.length === 0 && value !== undefined)
        files.push(value);
    }
  }
  const [command, service] = plain;
  if ((command !== 'run' && command !== 'exec') || service === undefined || isOpen(service)) return undefined;
  const paths =
    files.length > 0 ? files.map((file) => pathFrom(folder, file)) : composeFileIn(folder, source);
  // What stands in a later file wins.
  for (const path of paths.toReversed()) {
    if (path === undefined) return undefined;
    if (source.leftOut(path) !== undefined) return 'unread';
    if (!source.has(path)) return undefined;
    const read = await source.text(path);
    if (read.kind !== 'text') return 'unread';
    const { documents, problem } = readStructured(path, read.text);
    if (problem !== undefined) return 'unread';
    const [root] = documents;
    const build = member(member(member(root, 'services'), service), 'build');
    if (build === undefined) continue;
    return imageBuildAt(folderOf(path), {
      context: textOf(build) ?? textOf(member(build, 'context')) ?? '.',
      file: undefined,
      target: textOf(member(build, 'target')),
    });
  }
  return undefined;
}

/** The file that Compose finds by itself, in the folder or above it. */
function composeFileIn(folder: string, source: SourceOfFiles): readonly (string | undefined)[] {
  for (let at: string | undefined = folder; at !== undefined; at = at === '.' ? undefined : folderOf(at)) {
    const found = NAMES.map((name) => (at === '.' ? name : `${at}/${name}`)).find(
      (path) => source.has(path) || source.leftOut(path) !== undefined,
    );
    if (found !== undefined) return [found];
  }
  return [];
}
