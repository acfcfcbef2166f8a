import { folderOf, join } from '../files/paths.ts';
import type { Repository } from '../files/repository.ts';

/** An application that a command line names where no `cdk.json` does: `cdk deploy --app "npx tsx infra.ts"`. */
export interface NamedApp {
  /** The file in which the command stands. */
  readonly file: string;
  /** The folder that the command is run in. */
  readonly folder: string;
  /** What makes the application, as the CDK's command line runs it. */
  readonly command: string;
}

/** Files whose commands deploy: scripts of packages, of shells and of `make`, and pipelines. */
const RUNS_COMMANDS =
  /(?:^|\/)(?:package\.json|[Mm]akefile|[Jj]ustfile|[Tt]askfile\.ya?ml|Jenkinsfile|buildspec[\w.-]*\.ya?ml|\.gitlab-ci\.yml|\.travis\.yml|azure-pipelines\.ya?ml|bitbucket-pipelines\.yml|\.circleci\/config\.yml|\.github\/(?:workflows|actions)\/.+\.ya?ml)$|\.(?:sh|bash|mk)$/;

/**
 * Every application that a command names with `--app`, once for each folder and command. One whose folder cannot be told,
 * because the file that it runs is nowhere where it could be run, is left out unless a package's script says it.
 * Source: reference of the CDK's command line, `--app, -a`.
 */
export async function namedApps(repository: Repository): Promise<readonly NamedApp[]> {
  const found = new Map<string, NamedApp>();
  for (const file of repository.paths) {
    if (!RUNS_COMMANDS.test(file)) continue;
    const read = await repository.text(file);
    if (read.kind === 'skipped' || !/\bcdk\b/.test(read.text)) continue;
    for (const line of linesOf(file, read.text)) {
      for (const command of commandsIn(line)) {
        const folder = folderFor(command, { file, text: read.text }, repository);
        if (folder === undefined) continue;
        const key = `${folder} ${command}`;
        if (!found.has(key)) found.set(key, { file, folder, command });
      }
    }
  }
  return [...found.values()];
}

/** Lines of commands; what stands behind a `#` alone is none. */
function linesOf(file: string, text: string): readonly string[] {
  if (/(?:^|\/)package\.json$/.test(file)) return scriptsIn(text);
  return text
    .replace(/\\\r?\n\s*/g, ' ')
    .split('\n')
    .filter((line) => !/^\s*(?:#|\/\/)/.test(line));
}

function scriptsIn(text: string): readonly string[] {
  try {
    const { scripts } = JSON.parse(text) as { scripts?: Readonly<Record<string, unknown>> };
    return Object.values(scripts ?? {}).filter((script) => typeof script === 'string');
  } catch {
    return [];
  }
}

/** Up to the end of one command, what its `--app` is given: quoted, or one word. */
const NAMED =
  /(?:^|[\s/"'&|;(])(?:aws-)?cdk(?:@[\w.^~-]+)?\s(?:[^\n;&|]*?\s)?(?:--app|-a)(?:\s+|=)(?:\\?"([^"]+?)\\?"|'([^']+)'|([^\s"';&|)]+))/g;

function commandsIn(line: string): readonly string[] {
  return [...line.matchAll(NAMED)].flatMap(([, double, single, bare]) => {
    const command = (double ?? single ?? bare ?? '').trim();
    // What a variable holds is not known here, and a folder is an assembly that was made before.
    if (/[$`{]/.test(command) || fileIn(command) === undefined) return [];
    return [/^\S+\.js$/.test(command) ? `node ${command}` : command];
  });
}

function fileIn(command: string): string | undefined {
  return command.split(/[\s"'&;|]+/).find((word) => /\.(?:[cm]?[jt]s|py)$/.test(word));
}

/** Where a command is run, by where the file lies that it runs. */
function folderFor(
  command: string,
  { file, text }: { readonly file: string; readonly text: string },
  repository: Repository,
): string | undefined {
  const own = folderOf(file);
  if (/(?:^|\/)package\.json$/.test(file)) return own;
  const entry = fileIn(command) ?? '';
  const entered = [...text.matchAll(ENTERED)].map(([, folder = '']) => folder);
  const from = own.startsWith('.') ? ['.'] : [own, '.'];
  const folders = [...from, ...entered.flatMap((folder) => from.map((base) => join(base, folder)))];
  const there = folders.filter((folder) => folder !== undefined && isThere(folder, entry, repository));
  const [only, another] = new Set(there);
  return another === undefined ? only : undefined;
}

/** Folders that a file goes into before it runs something. */
const ENTERED = /(?:\bcd\s+|working-directory:\s*|--(?:cwd|prefix|dir)[ =]|\s-C\s+)["']?([\w./-]+)/g;

/** A compiled file is there where its source is. */
function isThere(folder: string, entry: string, repository: Repository): boolean {
  const path = join(folder, entry);
  return (
    path !== undefined && [path, path.replace(/\.([cm]?)js$/, '.$1ts')].some((one) => repository.has(one))
  );
}
