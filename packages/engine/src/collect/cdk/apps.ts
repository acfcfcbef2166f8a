import type { Naming } from '../environment.ts';
import { folderOf, join } from '../files/paths.ts';
import type { Repository } from '../files/repository.ts';
import { type NamedApp, namedApps } from './named-apps.ts';

/** A CDK application: a folder with a `cdk.json`, or one in which a command names what makes it. */
export interface CdkApp {
  /** Path of its `cdk.json`; without one, the file whose command names it. */
  readonly file: string;
  /** Folder of its `cdk.json`, or the one that the command is run in; `.` is the assessed folder. */
  readonly folder: string;
  /** The command that synthesizes it, `app` of `cdk.json` or what `--app` is given; `undefined` where none is written. */
  readonly command: string | undefined;
  /** Commands of what else is deployed from the same folder: without a `cdk.json` one folder may hold several. */
  readonly others?: readonly string[];
  /** Folder that its assembly goes to by `cdk.json`, relative to the assessed folder; `cdk.out` unless it says otherwise. */
  readonly output: string;
  readonly language: 'typescript' | 'javascript' | 'python' | 'other';
  /** `context` of `cdk.json`, as written. */
  readonly context: Readonly<Record<string, unknown>>;
  /** Why `cdk.json` could not be read as it stands; the rest holds what could. */
  readonly problem?: string;
}

/** Every CDK application of a repository, in the order of its paths. Those in examples and tests are among them. */
export async function findApps(repository: Repository): Promise<readonly CdkApp[]> {
  const files = repository.paths.filter((path) => /(?:^|\/)cdk\.json$/.test(path));
  const named = Map.groupBy(await namedApps(repository), ({ folder }) => folder);
  const written = await Promise.all(
    files.map((file) => readApp(repository, file, named.get(folderOf(file)) ?? [])),
  );
  const folders = new Set(files.map(folderOf));
  const known = new Set(written.flatMap(({ folder, command }) => filesIn(folder, command ?? '')));
  const alone = [...named].flatMap(([folder, all]) => {
    // What a script runs from above may be the application of a cdk.json below it.
    const apps = all.filter(({ command }) => !filesIn(folder, command).some((file) => known.has(file)));
    return folders.has(folder) || apps.length === 0 ? [] : [appNamed(folder, apps, repository)];
  });
  const placeOf = ({ folder }: CdkApp) => inFolder(folder, 'cdk.json');
  return [...written, ...alone].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** The files of code that a command names, from the folder that it is run in. */
function filesIn(folder: string, command: string): readonly string[] {
  const words = command.split(/[\s"'&;|]+/).filter((word) => /\.(?:[cm]?[jt]s|py)$/.test(word));
  return words.map((word) => join(folder, word)).filter((path) => path !== undefined);
}

/** The application of a folder without a `cdk.json`. */
function appNamed(folder: string, apps: readonly NamedApp[], repository: Repository): CdkApp {
  const [first, ...more] = apps;
  const commands = apps.map(({ command }) => command);
  return {
    file: first?.file ?? '',
    folder,
    command: first?.command,
    ...(more.length === 0 ? {} : { others: more.map(({ command }) => command) }),
    output: inFolder(folder, 'cdk.out'),
    language: languageOf(commands.join(' '), repository, folder),
    context: {},
  };
}

/** `named` are the applications that commands name in the folder; they count where `cdk.json` names none. */
async function readApp(repository: Repository, file: string, named: readonly NamedApp[]): Promise<CdkApp> {
  const folder = folderOf(file);
  const read = await repository.text(file);
  const { settings, problem } =
    read.kind === 'text'
      ? parsed(file, read.text)
      : { settings: {}, problem: `${file} cannot be read: ${read.why}` };
  const [first, ...more] = problem === undefined ? named : [];
  const own = typeof settings['app'] === 'string' ? settings['app'].trim() : undefined;
  const command = own ?? first?.command;
  const others = own === undefined ? more.map((one) => one.command) : [];
  const output = typeof settings['output'] === 'string' ? settings['output'] : 'cdk.out';
  return {
    file,
    folder,
    command,
    ...(others.length === 0 ? {} : { others }),
    output: inFolder(folder, output.replace(/^\.\//, '').replace(/\/+$/, '')),
    language: languageOf([command ?? '', ...others].join(' '), repository, folder),
    context: isRecord(settings['context']) ? settings['context'] : {},
    ...(problem === undefined ? {} : { problem }),
  };
}

function parsed(
  file: string,
  text: string,
): { settings: Readonly<Record<string, unknown>>; problem?: string } {
  try {
    const settings: unknown = JSON.parse(text);
    if (isRecord(settings)) return { settings };
    return { settings: {}, problem: `${file} holds no object` };
  } catch {
    return { settings: {}, problem: `${file} is not JSON` };
  }
}

function languageOf(command: string, repository: Repository, folder: string): CdkApp['language'] {
  if (/\bpython3?\b|\.py\b|\b(?:poetry|uv|pipenv) run\b/.test(command)) return 'python';
  if (/\.tsx?\b|ts-node|tsx\b/.test(command)) return 'typescript';
  if (/\bnode\b|\.[cm]?js\b/.test(command)) {
    // A compiled app is written in TypeScript where its folder has a compiler's settings.
    return repository.has(inFolder(folder, 'tsconfig.json')) ? 'typescript' : 'javascript';
  }
  return 'other';
}

/** The folder of an application as keys of outcomes have it: nothing for the top. */
export function homeOf({ folder }: CdkApp): string {
  return folder === '.' ? '' : folder;
}

/** A path below a folder of the repository, both with `/`. */
export function inFolder(folder: string, path: string): string {
  return folder === '.' ? path : `${folder}/${path}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Environments that CDK applications are configured for. */
export type CdkEnvironments = readonly Naming[];
