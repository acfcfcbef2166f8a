import { join } from '../../files/paths.ts';
import { readDockerfile } from '../containers/dockerfile.ts';
import type { SourceOfFiles } from '../reader.ts';
import type { Shell } from './shell-ran.ts';
import { isOpen, pathFrom } from './shell-text.ts';

/** What an image is built from. */
export interface ImageBuild {
  /** The folder of the repository that is given to the build. */
  readonly context: string;
  readonly file: string;
  /** The stage that is asked for; the last one where none is. */
  readonly target?: string;
}

/** A stage of a Dockerfile with what it runs when it is built. */
export interface ImageStage {
  /** As a person says it: `stage test of api/Dockerfile`. */
  readonly called: string;
  readonly runs: readonly { readonly text: string; readonly line: number }[];
  readonly shell: Shell;
  /** Whether the image is made from it: a build may leave out the others. */
  readonly isBuilt: boolean;
}

/** Options of `docker build` that take a value of their own. */
const VALUED = new Set(
  `-t --tag -f --file --target --build-arg --build-context --platform --cache-from --cache-to --label --annotation --network --secret
   --ssh --progress -o --output --iidfile --metadata-file --builder --attest --add-host --allow --shm-size --ulimit -m --memory`.split(
    /\s+/,
  ),
);

/** What `docker build …` builds from; nothing where it is another command, or the place is not known. */
export function imageBuildOf(words: readonly string[], folder: string | undefined): ImageBuild | undefined {
  const head =
    /^(?:(?:docker|podman|nerdctl|finch)(?: image| buildx| builder)? build|buildah (?:bud|build)) /.exec(
      `${words.slice(0, 3).join(' ')} `,
    );
  if (head === null) return undefined;
  let context: string | undefined;
  let file: string | undefined;
  let target: string | undefined;
  for (let at = head[0].trim().split(' ').length; at < words.length; at++) {
    const word = words[at]!;
    const [option, given] = /^(--?[\w-]+)=([\s\S]*)$/.exec(word)?.slice(1) ?? [word, undefined];
    if (!word.startsWith('-')) context ??= word;
    else if (VALUED.has(option!)) {
      const value = given ?? words[++at];
      if (option === '-f' || option === '--file') file = value;
      if (option === '--target') target = value;
    }
  }
  return context === undefined || (target !== undefined && isOpen(target))
    ? undefined
    : imageBuildAt(folder, { context, file, target });
}

/** The same from its parts, as they are written in a folder. */
export function imageBuildAt(
  folder: string | undefined,
  said: { readonly context: string; readonly file: string | undefined; readonly target: string | undefined },
): ImageBuild | undefined {
  const context = isOpen(said.context) ? undefined : pathFrom(folder, said.context);
  if (context === undefined) return undefined;
  const file =
    said.file === undefined
      ? join(context, 'Dockerfile')
      : isOpen(said.file)
        ? undefined
        : pathFrom(folder, said.file);
  if (file === undefined) return undefined;
  return { context, file, ...(said.target === undefined ? {} : { target: said.target }) };
}

/** The stages of the Dockerfile of a build, in order; none where it is not in the repository, nothing where it cannot be read. */
export async function stagesBuilt(
  { file, target }: ImageBuild,
  source: SourceOfFiles,
): Promise<readonly ImageStage[] | undefined> {
  if (source.leftOut(file) !== undefined) return undefined;
  if (!source.has(file)) return [];
  const read = await source.text(file);
  if (read.kind !== 'text') return undefined;
  const instructions = readDockerfile(read.text);
  const stages: Stage[] = [];
  const defaults = new Map<string, string>();
  for (const { name, rest, line } of instructions ?? []) {
    const stage = stages.at(-1);
    if (name === 'ARG' && stage === undefined) {
      const [, own, value] = /^(\w+)=["']?([^"'\s]*)/.exec(rest) ?? [];
      if (own !== undefined) defaults.set(own, value!);
    } else if (name === 'FROM') {
      const [base = '', as, own] = rest.split(/\s+/).filter((word) => !word.startsWith('--'));
      const put = base.replace(
        /\$\{?(\w+)\}?/g,
        (whole, variable: string) => defaults.get(variable) ?? whole,
      );
      const before = stages.find(({ called }) => called !== undefined && called === put.toLowerCase());
      stages.push({
        called: /^as$/i.test(as ?? '') ? own?.toLowerCase() : undefined,
        from: [put.toLowerCase()],
        runs: [],
        shell: before?.shell ?? { errexit: false, pipefail: false },
      });
    } else if (stage !== undefined) {
      const taken = /(?:--from=|--mount=\S*\bfrom=)([^\s,]+)/g;
      if (/^(COPY|ADD|RUN)$/.test(name))
        for (const [, from] of rest.matchAll(taken)) stage.from.push(from!.toLowerCase());
      if (name === 'RUN') stage.runs.push({ text: shellText(rest), line });
      if (name === 'SHELL')
        stage.shell = { errexit: /"-\w*e\w*"/.test(rest), pipefail: rest.includes('pipefail') };
    }
  }
  const wanted = target?.toLowerCase();
  const last =
    wanted === undefined
      ? stages.length - 1
      : stages.findIndex(({ called }, at) => called === wanted || String(at) === wanted);
  const built = new Set<number>();
  const visit = (at: number): void => {
    if (at < 0 || built.has(at)) return;
    built.add(at);
    for (const from of stages[at]!.from)
      visit(stages.findIndex(({ called }, own) => own < at && (called === from || String(own) === from)));
  };
  visit(last);
  return stages.map(({ called, runs, shell }, at) => ({
    called: called === undefined ? file : `stage ${called} of ${file}`,
    runs,
    shell,
    isBuilt: built.has(at),
  }));
}

interface Stage {
  readonly called: string | undefined;
  readonly from: string[];
  readonly runs: { text: string; line: number }[];
  shell: Shell;
}

/** What a `RUN` gives to its shell: without options, and as words where it is a list. */
function shellText(rest: string): string {
  const text = rest.replace(/^(?:--\w+=\S+\s+)+/, '');
  if (!text.startsWith('[')) return text;
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
    .map(([, word]) => `'${word!.replaceAll("'", "'\\''")}'`)
    .join(' ');
}
