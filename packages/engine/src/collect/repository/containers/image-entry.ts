import { join } from '../../files/paths.ts';
import type { SourceOfFiles } from '../reader.ts';
import { member, readStructured, textOf } from '../structured-text.ts';
import { compilerSettings } from './compiler-settings.ts';
import { assignments, type Instruction, readDockerfile } from './dockerfile.ts';
import { holdsIn, ImagePaths, stagesOf } from './image-paths.ts';
import { instructionsOfLast } from './reader.ts';
import { lastOfLine, mayStartCode, programIn, type Started, startedBy, wordsOf } from './started.ts';

/** What an image runs when it is started, as far as that is in the repository. */
export interface ImageEntry {
  /** The file of code that it begins with; nothing where that cannot be told. */
  readonly file: string | undefined;
  /** The function of it that Lambda calls; empty where the file runs as a program. */
  readonly handler: string;
  /** Why it cannot be told. */
  readonly why: string;
  /** Whether it may be a file of code for all that its command says. */
  readonly mayBeCode: boolean;
  readonly line: number;
  /** Names of variables that the image itself sets. */
  readonly environment: readonly string[];
  /** What it sets them to, as far as that is written. */
  readonly values: ReadonlyMap<string, string>;
  /** The words that it runs. */
  readonly words: readonly string[];
  /** The image that it is built on. */
  readonly base: string;
}

/** What a container is told to run instead of what its image says. */
export interface Overrides {
  readonly command?: readonly string[];
  readonly entryPoint?: readonly string[];
}

/**
 * Finds the file that an image begins with: from its command, through scripts of the manifest, copies between stages and
 * what a compiler writes elsewhere. `isCode` tells files whose code is read.
 */
export async function entryOfImage(
  file: string,
  source: SourceOfFiles,
  isCode: (path: string) => boolean,
  overrides: Overrides = {},
): Promise<ImageEntry | undefined> {
  const read = await source.text(file);
  const instructions = read.kind === 'text' ? readDockerfile(read.text) : undefined;
  if (instructions === undefined) return undefined;
  const last = instructionsOfLast(instructions);
  const set = last.flatMap(({ name, rest }) => (name === 'ENV' ? assignments(rest) : []));
  const environment = set.map((one) => one.name);
  const values = new Map(
    set.flatMap(({ name, value }) =>
      value === undefined || value.includes('$') ? [] : [[name, value] as const],
    ),
  );
  const { words, line } = commandOf(last, overrides);
  const paths = new ImagePaths(file, instructions, holdsIn(source));
  const called = calledByLambda(words, instructions);
  const started = called ?? (words.length === 0 ? undefined : startedBy(words));
  const found = started === undefined ? undefined : await fileOf(started, paths, source, isCode);
  const why = `what the image of ${file} starts${words.length === 0 ? '' : `: ${words.join(' ').slice(0, 80)}`}`;
  // Without a command the base decides.
  const base = baseOf(instructions);
  // A script of the repository may be called without an ending: `/entrypoint`.
  const isOwn = paths.sourcesOf(programIn(words)).some((path) => source.has(path));
  const mayBeCode = words.length === 0 ? OF_CODE.test(base) : isOwn || mayStartCode(words);
  const handler = called?.handler ?? '';
  return { file: found, handler, why, mayBeCode, line, environment, values, words, base };
}

/** Images in which code of a language that is read runs. */
const OF_CODE = /(?:^|[/-])(?:node|nodejs|python|bun|deno|lambda)(?:$|[:@/\d-])/;

/** The image that the last stage begins with, through stages of its own. */
function baseOf(instructions: readonly Instruction[]): string {
  const stages = stagesOf(instructions);
  let found = stages.at(-1)?.base ?? '';
  for (const { name, base } of stages.toReversed()) if (name === found) found = base;
  return found;
}

const LAMBDA = /\bawslambdaric\b|\baws-lambda-ric\b|\bpublic\.ecr\.aws\/lambda\/|\bamazon\/aws-lambda-/;

/** The handler that an image for Lambda names in its last word. Source: AWS Lambda developer guide, "Container images". */
function calledByLambda(
  words: readonly string[],
  instructions: readonly Instruction[],
):
  | {
      readonly kind: 'file' | 'module';
      readonly path: string;
      readonly name: string;
      readonly handler: string;
    }
  | undefined {
  const [, path, handler] = /^([\w./-]+)\.(\w+)$/.exec(words.at(-1) ?? '') ?? [];
  if (path === undefined || handler === undefined) return undefined;
  const texts = [...words, ...instructions.map(({ rest }) => rest)];
  if (!texts.some((text) => LAMBDA.test(text))) return undefined;
  const isPython = texts.some((text) => /\bawslambdaric\b|\blambda\/python\b|aws-lambda-python/.test(text));
  return { kind: isPython ? 'module' : 'file', path, name: path.replaceAll('/', '.'), handler };
}

/** The words that an image runs when it is started, with the line that says so. */
export function commandOf(last: readonly Instruction[], { command, entryPoint }: Overrides) {
  const cmd = last.findLast(({ name }) => name === 'CMD');
  const entry = last.findLast(({ name }) => name === 'ENTRYPOINT');
  const before = entryPoint ?? (entry === undefined ? [] : wordsOf(entry.rest));
  const after = command ?? (entryPoint !== undefined || cmd === undefined ? [] : wordsOf(cmd.rest));
  return { words: [...before, ...after], line: (cmd ?? entry)?.line ?? 1 };
}

/** Scripts may call scripts. */
const FURTHEST = 5;

async function fileOf(
  started: Started,
  paths: ImagePaths,
  source: SourceOfFiles,
  isCode: (path: string) => boolean,
): Promise<string | undefined> {
  let current: Started | undefined = started;
  for (let steps = 0; current?.kind === 'script' && steps < FURTHEST; steps++) {
    const manifest: string | undefined = paths.sourcesOf('package.json').find((path) => source.has(path));
    const text = manifest === undefined ? undefined : await source.text(manifest);
    if (manifest === undefined || text?.kind !== 'text') return undefined;
    const [root] = readStructured(manifest, text.text).documents;
    const line: string | undefined = textOf(member(member(root, 'scripts'), current.name));
    current = line === undefined ? undefined : lastOfLine(line);
  }
  if (current === undefined || current.kind === 'script') return undefined;
  const path: string = current.kind === 'file' ? current.path : current.name.replaceAll('.', '/');
  const endings = current.kind === 'file' ? FILE_ENDINGS : MODULE_ENDINGS;
  for (const candidate of paths.sourcesOf(path)) {
    const found = await beforeBuild(candidate, source, isCode, endings);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The file that a compiler makes another one of, or that file itself; nothing where none is here. */
export async function beforeBuild(
  path: string,
  source: SourceOfFiles,
  isCode: (path: string) => boolean,
  endings: readonly Change[] = FILE_ENDINGS,
): Promise<string | undefined> {
  for (const place of await placesBeforeBuild(path, source)) {
    const found = endings.flatMap((change) => change(place)).find(isCode);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Change = (path: string) => readonly string[];

/** What a file of the image may be called in the repository. */
const FILE_ENDINGS: readonly Change[] = [
  (path) => [path],
  (path) => [/\.[mc]?js$/.test(path) ? path.replace(/\.([mc]?)js$/, '.$1ts') : path],
  (path) => [path.replace(/\.[mc]?js$/, '.ts'), path.replace(/\.[mc]?js$/, '.tsx')],
  (path) => ['.js', '.ts', '.mjs', '.mts', '.cjs', '/index.js', '/index.ts'].map((ending) => path + ending),
];
const MODULE_ENDINGS: readonly Change[] = [
  (path) => [`${path}.py`, `${path}/__init__.py`, `${path}/__main__.py`],
];

/** Where compilers write, by habit. */
const OUTPUT = /^(?:dist|build|out|lib|\.output)$/;

/** The source of a built file that is not here: `api/src/list.ts` or `api/list.ts` of `api/dist/list.js`, where one of them is. */
export function sourceByHabit(path: string, has: (path: string) => boolean): string | undefined {
  const parts = path.split('/');
  const places = parts.slice(0, -1).flatMap((part, at) => {
    const [before, after] = [parts.slice(0, at), parts.slice(at + 1)];
    return OUTPUT.test(part) ? [[...before, 'src', ...after].join('/'), [...before, ...after].join('/')] : [];
  });
  const found = new Set(
    places.flatMap((place) => FILE_ENDINGS.slice(0, 3).flatMap((change) => change(place))).filter(has),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

/** A path of what was built, and where its source may lie. */
async function placesBeforeBuild(path: string, source: SourceOfFiles): Promise<readonly string[]> {
  const parts = path.split('/');
  const found = [path];
  for (const [at, part] of parts.entries()) {
    if (at === parts.length - 1) continue;
    const folder = parts.slice(0, at).join('/') || '.';
    const settings = await compilerSettings(folder, source);
    const out = settings?.out ?? undefined;
    if (out === undefined ? !OUTPUT.test(part) : part !== out) continue;
    const rest = parts.slice(at + 1).join('/');
    const roots = [...(settings?.root === undefined ? [] : [settings.root]), 'src', '.'];
    found.push(...roots.flatMap((root) => join(folder, `${root}/${rest}`) ?? []));
  }
  return [...new Set(found)];
}
