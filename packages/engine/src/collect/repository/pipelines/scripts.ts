import { folderOf } from '../../files/paths.ts';
import type { SourceOfFiles } from '../reader.ts';
import type { Beside } from './beside.ts';
import { type KnownCommand, kindOfCommand } from './command-kinds.ts';
import { fetchesKnownScript, runsKnownScript } from './installers.ts';
import { justRun } from './just-recipes.ts';
import type { Justfile } from './justfile.ts';
import { makeRun } from './make-runs.ts';
import type { Makefile } from './makefile.ts';
import { packageScript, workspaceTask } from './package-scripts.ts';
import { severalTasks } from './several-tasks.ts';
import type { Fate } from './shell-fates.ts';
import type { Ran, Shell } from './shell-ran.ts';
import { isOpen, pathAmong, pathFrom, plainly } from './shell-text.ts';

/** The files whose contents commands call by name. */
export interface ScriptFiles {
  /** Shell files by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Makefiles by path. */
  readonly makefiles: ReadonlyMap<string, Makefile>;
  /** Files of recipes of just by path. */
  readonly justfiles: ReadonlyMap<string, Justfile>;
  readonly packages: ReadonlyMap<string, PackageScripts>;
  /** What of them could not be read. */
  readonly unread: ReadonlySet<string>;
}

export interface PackageScripts {
  readonly name: string | undefined;
  readonly scripts: ReadonlyMap<string, { readonly command: string; readonly line: number }>;
}

/** One script that is run: texts for shells, in order. */
export interface ScriptRun {
  readonly file: string;
  readonly beside?: readonly Beside[];
  /** What becomes of its failure, however it fails. */
  readonly fate?: Fate;
  /** What lets make go on whatever fails in it. */
  readonly ignores?: string;
  /** As a person says it: `npm run build`, `make deploy`, `scripts/deploy.sh`. */
  readonly called: string;
  readonly name: string;
  readonly parts: readonly {
    readonly text: string;
    readonly line: number;
    readonly ignored?: boolean;
    /** Puts in what the runner puts into a text before a shell sees it. */
    readonly expand?: (
      text: string,
      variables: ReadonlyMap<string, string>,
      defaultsAreOpen: boolean,
    ) => string;
  }[];
  readonly shell: Shell;
  readonly folder: string | undefined;
  readonly arguments: readonly string[];
  readonly variables: ReadonlyMap<string, string>;
  readonly isFile: boolean;
}

export type ScriptsRun =
  | { readonly runs: readonly ScriptRun[] }
  | {
      readonly open: string;
      /** A path that names no file of the repository. */
      readonly missing?: string;
      /** What it may run, where only the folder is not known. */
      readonly perhaps?: readonly ScriptRun[];
      /** It belongs to a package of somebody else. */
      readonly ofOthers?: true;
      /** It is there, and cannot be followed: it may deploy. */
      readonly mayDeploy?: true;
    }
  /** No script after all, but a program that is known for what it does. */
  | { readonly known: KnownCommand }
  | undefined;

export const BARE: Shell = { errexit: false, pipefail: false };

/** The scripts of the repository that a command runs; nothing where it is no such command. */
export async function scriptRunBy(
  words: readonly string[],
  ran: Ran,
  files: ScriptFiles,
  source: SourceOfFiles,
): Promise<ScriptsRun> {
  const run = await scriptRunIn(words, ran, files, source);
  if (run === undefined || !('open' in run) || run.missing !== undefined || ran.folder !== undefined)
    return run;
  const perhaps = await inAnyFolder(words, ran, files, source);
  return perhaps.length === 0 ? run : { ...run, perhaps };
}

/** Folders are tried up to here. */
const MOST_FOLDERS = 300;

/** What a command would run in each of the folders that it may stand in; nothing where one of them may deploy unseen. */
async function inAnyFolder(
  words: readonly string[],
  ran: Ran,
  files: ScriptFiles,
  source: SourceOfFiles,
): Promise<readonly ScriptRun[]> {
  const { texts, makefiles, justfiles, packages, unread } = files;
  const paths = [texts, makefiles, justfiles, packages, unread].flatMap((some) => [...some.keys()]);
  // A path goes on from the folder: `bin/test` is in `api` for `api/bin/test`.
  const below = words.find((word) => word.includes('/') && !isOpen(word))?.replace(/^(?:\.\/)+/, '');
  const around = source.paths.filter((path) => below !== undefined && path.endsWith(`/${below}`));
  const folders = new Set([
    ...paths.map(folderOf),
    ...around.map((path) => path.slice(0, -below!.length - 1)),
  ]);
  const found = new Map<string, ScriptRun>();
  if (folders.size > MOST_FOLDERS) return [];
  for (const folder of folders) {
    const run = await scriptRunIn(words, { ...ran, folder }, files, source);
    if (run !== undefined && 'open' in run && run.mayDeploy === true) return [];
    for (const one of run !== undefined && 'runs' in run ? run.runs : [])
      found.set(`${one.file} ${one.called}`, one);
  }
  return [...found.values()];
}

async function scriptRunIn(
  words: readonly string[],
  ran: Ran,
  files: ScriptFiles,
  source: SourceOfFiles,
): Promise<ScriptsRun> {
  const [program = ''] = words;
  if (/^(npm|yarn|pnpm|bun)$/.test(program)) return packageScript(words, ran, files);
  if (/^(turbo|nx|lerna|rush|wireit|lage)$/.test(program)) return workspaceTask(words, files);
  if (/^(concurrently|npm-run-all|run-s|run-p)$/.test(program)) return severalTasks(words, ran, files);
  if (program === 'make' || program === 'gmake') return makeRun(words, ran, files, source);
  if (program === 'just') return justRun(words, ran, files, source);
  if (program === 'task' || program === 'mage' || program === 'invoke' || program === 'poe')
    return kindOfCommand(words) === undefined ? { open: `what ${plainly(words.join(' '))} runs` } : undefined;
  if (/^(bash|sh|zsh|dash|ash|\.|source)$/.test(program)) {
    const path = words.slice(1).find((word) => !word.startsWith('-'));
    const isGiven = path === undefined || words.slice(1, words.indexOf(path)).includes('-s');
    if (isGiven && ran.input !== undefined && fetchesKnownScript(ran.input))
      return { known: { kind: 'other' } };
    if (runsKnownScript(ran.written)) return { known: { kind: 'other' } };
    if (path === undefined)
      return program === '.' || program === 'source'
        ? undefined
        : { open: `what ${plainly(ran.written)} is given`, missing: 'what it is given' };
    if (SETS_ALONE.test(path)) return { runs: [] };
    const isSourced = program === '.' || program === 'source';
    // What is only taken where it is there, and is not, belongs to somebody's own machine.
    const isOptional = isSourced && ran.ifThere === path && isMissing(path, ran.folder, files, source);
    if (isOptional) return { runs: [] };
    const strict = words.some((word) => /^-\w*e/.test(word));
    return shellFile(path, words.slice(words.indexOf(path) + 1), ran, files, source, strict);
  }
  if (
    /^(python[\d.]*|py|node|nodejs|tsx|ts-node|ts-node-esm|deno|bun|ruby|perl|php|pwsh|powershell|esr|babel-node|zx)$/.test(
      program,
    )
  )
    return program_(words, ran, source);
  if (isOfPackage(program)) return undefined;
  if (program.includes('/') || /\.(sh|bash)$/.test(program))
    return shellFile(program, words.slice(1), ran, files, source, false);
  return undefined;
}

/** Whether a program is called by its package, `@acme/tool`: a path begins otherwise. */
export function isOfPackage(program: string): boolean {
  return /^@[\w.-]+\/[\w.-]+$/.test(program);
}

/** What is sourced by these names sets variables, and runs nothing. */
const SETS_ALONE = /activate$|(?:^|\/)\.env[\w.-]*$|\.env$|nvm\.sh$|\.bashrc$|\.profile$|\/dev\/stdin$/;

/** Whether a path certainly names no file of the repository: none is called so where the folder is not known. */
function isMissing(
  path: string,
  folder: string | undefined,
  { unread }: ScriptFiles,
  source: SourceOfFiles,
): boolean {
  const at = pathFrom(folder, path);
  if (at !== undefined) return !unread.has(at) && !source.has(at) && source.leftOut(at) === undefined;
  if (path.startsWith('/') || path.startsWith('~')) return true;
  const name = nameOf(path);
  return !isOpen(name) && [...source.paths, ...unread].every((one) => nameOf(one) !== name);
}

/** A file that is run by its path. */
async function shellFile(
  path: string,
  given: readonly string[],
  ran: Ran,
  files: ScriptFiles,
  source: SourceOfFiles,
  strict: boolean,
): Promise<ScriptsRun> {
  const at = pathAmong(ran.folder, path, files.texts.keys());
  if (at === undefined)
    return path.startsWith('/') || path.startsWith('~') ? undefined : { open: whereIs(plainly(path)) };
  const text = files.texts.get(at);
  if (text === undefined) {
    if (files.unread.has(at) || source.leftOut(at) !== undefined) return closed(at);
    if (!source.has(at)) return { open: `what ${at} does, which is not in the repository`, missing: at };
    return (await program_(['program', path, ...given], ran, source)) ?? whatItSpeaksOf(at, source);
  }
  const shebang = text.split('\n', 1)[0]!;
  if (/^#!.*\b(python|node|ruby|perl|tsx|deno)/.test(shebang)) return whatItSpeaksOf(at, source);
  return {
    runs: [
      {
        file: at,
        called: at,
        name: nameOf(at),
        parts: [{ text, line: 1 }],
        shell: { errexit: strict || /^#!.*\s-\w*e/.test(shebang), pipefail: /^#!.*pipefail/.test(shebang) },
        folder: ran.folder,
        arguments: given,
        variables: new Map(),
        isFile: true,
      },
    ],
  };
}

/** `bash <(curl …)` says nothing of a path. */
function whereIs(path: string): string {
  return /\w/.test(path) ? `where ${path} is` : 'which script is run';
}

const MENTIONS =
  /\b(pytest|unittest|vitest|jest|mocha|npm (?:run )?test|npm audit|pip-audit|trivy|snyk|semgrep|bandit|gitleaks|(?:cdk|sam|serverless|sls) deploy|terraform (?:plan|apply)|alembic|prisma migrate|update[-_]function[-_]code|update[-_]service|create[-_]stack|update[-_]stack|UpdateFunctionCode|UpdateService)\b/g;

const DEPLOYS = /deploy|apply|update|create/i;

/** What stays open of a text that is not followed, and names a tool of a pipeline. Nothing where it names none. */
export function spokenOf(text: string, what: string): (ScriptsRun & { readonly open: string }) | undefined {
  const mentions = [...text.matchAll(MENTIONS)].map(([mention]) => mention);
  if (mentions.length === 0) return undefined;
  return {
    open: `what ${what} runs: it speaks of ${mentions[0]}`,
    ...(mentions.some((mention) => DEPLOYS.test(mention)) ? { mayDeploy: true } : {}),
  };
}

/** A file that is there, and cannot be read: it may run anything. */
export function closed(file: string): ScriptsRun & { readonly open: string } {
  return { open: `making ${file} readable`, mayDeploy: true };
}

/** A program of the application's own language. It does what its text says: one that runs nothing of ours is no test. */
async function program_(words: readonly string[], ran: Ran, source: SourceOfFiles): Promise<ScriptsRun> {
  const [, ...rest] = words;
  const at = rest.findIndex(
    (word) => !word.startsWith('-') && /\.(?:[mc]?[jt]sx?|py|rb|pl|php|ps1)$/.test(word),
  );
  if (at < 0 || rest.some((word) => word === '--test')) return undefined;
  const path = rest[at]!;
  const file = pathFrom(ran.folder, path);
  const short = [nameOf(path), ...rest.slice(at + 1)];
  const known = kindOfCommand(short);
  if (known !== undefined) return { known };
  if (
    /(^|[/_.-])migrat(e|ions?)([/_.-]|$)/i.test(path) &&
    !/rollback|down|create|generate|make/i.test(rest.join(' '))
  )
    return { known: { kind: 'migrate' } };
  if (isOpen(path) || file === undefined)
    return path.startsWith('/') ? undefined : { open: `which file ${plainly(ran.written)} runs` };
  if (source.leftOut(file) !== undefined) return closed(file);
  if (!source.has(file)) return undefined;
  return whatItSpeaksOf(file, source);
}

/** A program is read for what it speaks of: one that names no tool of a pipeline runs none. */
async function whatItSpeaksOf(file: string, source: SourceOfFiles): Promise<ScriptsRun> {
  const read = await source.text(file);
  if (read.kind !== 'text') return closed(file);
  return spokenOf(read.text, file) ?? { known: { kind: 'other' } };
}

export function asCommand(words: readonly string[], file: string, ran: Ran): ScriptRun {
  return {
    file,
    called: file,
    name: '',
    parts: [{ text: words.join(' '), line: ran.line }],
    shell: { errexit: true, pipefail: true },
    folder: ran.folder,
    arguments: [],
    variables: new Map(),
    isFile: false,
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
