import { readDockerfile } from '../containers/dockerfile.ts';
import { commandOf } from '../containers/image-entry.ts';
import { holdsIn, ImagePaths } from '../containers/image-paths.ts';
import { instructionsOfLast } from '../containers/reader.ts';
import type { SourceOfFiles } from '../reader.ts';
import type { Command, OpenCommand } from './command.ts';
import type { Followed } from './commands.ts';
import type { Settings } from './deployments.ts';
import type { PipelineStep } from './pipeline.ts';
import { isOpen, quoted } from './shell-text.ts';

/** An action of the repository that is an image: what it is built from, and what it is told to run. */
export interface ImageAction {
  readonly file: string;
  readonly entryPoint?: string;
  readonly arguments: readonly string[];
}

/** What the program runs that the image of an action starts, where it lies in the repository. */
export async function imageActionRuns(
  step: PipelineStep,
  action: ImageAction,
  followed: Followed,
  settings: Settings,
  source: SourceOfFiles,
): Promise<{ readonly commands: readonly Command[]; readonly open: readonly OpenCommand[] }> {
  const { file, line } = step.at;
  const words = await wordsStarted(action, source);
  if (words === undefined)
    return {
      commands: [],
      open: [{ decidedBy: `what the program of ${step.uses} does`, file, line }],
    };
  return followed.of({
    text: words.map(quoted).join(' '),
    file,
    line,
    shell: { errexit: true, pipefail: true },
    folder: '.',
    variables: step.variables,
    settings,
  });
}

/** The words that it starts, files of the image put back to where they lie; nothing where that cannot be told. */
async function wordsStarted(
  { file, entryPoint, arguments: given }: ImageAction,
  source: SourceOfFiles,
): Promise<readonly string[] | undefined> {
  const read = source.has(file) ? await source.text(file) : undefined;
  const instructions = read?.kind === 'text' ? readDockerfile(read.text) : undefined;
  if (instructions === undefined) return undefined;
  const { words } = commandOf(instructionsOfLast(instructions), {
    ...(entryPoint === undefined ? {} : { entryPoint: [entryPoint] }),
    ...(given.length === 0 ? {} : { command: given }),
  });
  if (words.length === 0 || isOpen(words[0]!)) return undefined;
  const paths = new ImagePaths(file, instructions, holdsIn(source));
  const own = words.map((word) => paths.sourcesOf(word).find((path) => source.has(path)) ?? word);
  // A file of the image that is not from here is of somebody else, and may do anything.
  const [program, ...rest] = own;
  const told = rest.find((word) => !word.startsWith('-')) ?? '';
  const isUnseen = [program!, told].some((word) => /(?:^|[\s;&|(])\.{0,2}\//.test(word));
  return isUnseen ? undefined : own.map((word, at) => (at === 0 && source.has(word) ? `./${word}` : word));
}
