import { folderOf, join } from '../../files/paths.ts';
import type { Repository } from '../../files/repository.ts';
import type { CdkApp } from '../apps.ts';
import { inFolder } from '../apps.ts';
import { wantedDocker } from './docker.ts';
import type { Ending } from './run.ts';

/** Why an app could not be synthesized and what to do about it, in one sentence. */
export function failureOf(app: CdkApp, ending: Ending, repository: Repository, seconds: number): string {
  const where = app.folder === '.' ? 'in this folder' : `in ${app.folder}`;
  if (ending.kind === 'not-started')
    return `${app.file}: "${app.command}" could not be started (${ending.why})`;
  if (ending.kind === 'timed-out') {
    return `${app.file}: "${app.command}" did not end within ${seconds} s and was ended; run it ${where} to see what it waits for`;
  }
  const { code, output } = ending;
  const program = missingProgram(output, code, app.command ?? '');
  if (program !== undefined) {
    return `${app.file}: "${app.command}" needs ${program}, which is not installed here; install it, or run cdk synth where it is and assess again`;
  }
  const dependency = missingDependency(output);
  if (dependency !== undefined) {
    return notInstalled(app, repository, dependency);
  }
  const compiled = notBuilt(output, repository);
  if (compiled !== undefined) {
    return `${app.file}: ${compiled}, which "${app.command}" runs, is not there; build the app ${where} and assess again`;
  }
  const lookUp = /Cannot retrieve value from context provider ([\w-]+)/.exec(output)?.[1];
  if (lookUp !== undefined) {
    return `${app.file}: it looks something up in the account (${lookUp}); run "npx cdk synth" ${where} with credentials, which keeps the answers in cdk.context.json, and assess again`;
  }
  if (/NoCredentialsError|CredentialsProviderError|Could not load credentials/.test(output)) {
    return `${app.file}: it asks the account while it is synthesized, and --synth passes no credentials on; run "npx cdk synth" ${where} with credentials and assess again, which reads ${app.output}`;
  }
  if (wantedDocker(output)) {
    return `${app.file}: it starts Docker while it is synthesized, which --synth does not; run "npx cdk synth" ${where} and assess again, which reads ${app.output}`;
  }
  if (code === 0) {
    return `${app.file}: "${app.command}" ended well and wrote no cloud assembly; does it call app.synth()?`;
  }
  const error = ownError(output, repository, app);
  return `${app.file}: "${app.command}" failed${error === undefined ? ` with exit code ${code}` : `: ${error}`}; run it ${where} to see more`;
}

function notInstalled(app: CdkApp, repository: Repository, { name, importer }: Dependency): string {
  const other = importer === undefined ? undefined : packageOf(importer, app, repository);
  const folder = other ?? app.folder;
  const install = installCommand(app, folder, repository);
  const where = folder === '.' ? 'in this folder' : `in ${folder}`;
  const whose = other === undefined ? 'its dependency' : `the dependency of ${other}`;
  return `${app.file}: ${whose} ${name} is not installed; run "${install}" ${where} and assess again`;
}

/** The folder of another package of the repository that a file belongs to. */
function packageOf(file: string, app: CdkApp, repository: Repository): string | undefined {
  const below = `${repository.root}/`;
  const path = file.startsWith('/')
    ? file.startsWith(below)
      ? file.slice(below.length)
      : undefined
    : join(app.folder, file);
  if (path === undefined || path.includes('node_modules/')) return undefined;
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    if (repository.has(inFolder(folder, 'package.json')) || folder === '.')
      return app.folder === folder || app.folder.startsWith(`${folder}/`) || folder === '.'
        ? undefined
        : folder;
  }
}

function installCommand(app: CdkApp, folder: string, repository: Repository): string {
  const has = (name: string) => repository.has(inFolder(folder, name)) || repository.has(name);
  if (app.language === 'python') {
    const tool = /\b(poetry|uv|pipenv) run\b/.exec(app.command ?? '')?.[1];
    if (tool === 'poetry' || has('poetry.lock')) return 'poetry install';
    if (tool === 'uv' || has('uv.lock')) return 'uv sync';
    if (tool === 'pipenv' || has('Pipfile')) return 'pipenv install';
    const what = has('pyproject.toml') && !has('requirements.txt') ? '.' : '-r requirements.txt';
    return `python3 -m venv .venv && .venv/bin/pip install ${what}`;
  }
  if (has('pnpm-lock.yaml')) return 'pnpm install';
  if (has('yarn.lock')) return 'yarn install';
  return has('package-lock.json') ? 'npm ci' : 'npm install';
}

function missingProgram(output: string, code: number | null, command: string): string | undefined {
  const named =
    /(?:^|\n)[^\n]*?(?:sh|bash)?:? ?(?:line \d+: |\d+: )?([\w@./-]+): (?:command )?not found/.exec(
      output,
    )?.[1] ?? /'([^'\n]+)' is not recognized as an internal/.exec(output)?.[1];
  if (named !== undefined) return named;
  return code === 127 ? command.split(/\s+/)[0] : undefined;
}

const DEPENDENCY: readonly RegExp[] = [
  /Cannot find (?:module|package) '([^'./][^']*)'/,
  /No module named '?([\w.]+)'?/,
  /could not determine executable to run/i,
  /npx canceled due to missing packages[^[]*\["?([^"\]]+)/,
  /code ENOTCACHED[\s\S]*?registry\.[^/\s]+\/([^\s]+)/,
  /ENOTCACHED/,
];

/** The file of the application that Node.js was to run and that a build has yet to write. */
function notBuilt(output: string, repository: Repository): string | undefined {
  const [, file] = /Cannot find module '([^'\n]+\.[cm]?js)'[\s\S]*?requireStack: \[\]/.exec(output) ?? [];
  const below = `${repository.root}/`;
  return file?.startsWith(below) === true ? file.slice(below.length) : undefined;
}

interface Dependency {
  readonly name: string;
  /** The file that asks for it: absolute, or relative to the folder of the app. */
  readonly importer?: string;
}

function missingDependency(output: string): Dependency | undefined {
  for (const pattern of DEPENDENCY) {
    const match = pattern.exec(output);
    if (match === null) continue;
    const name = decodeURIComponent(match[1] ?? 'that npx would download');
    const importer = IMPORTER.exec(output)
      ?.slice(1)
      .find((file) => file !== undefined);
    return importer === undefined ? { name } : { name, importer };
  }
  return undefined;
}

/** Who imports what is not there, as the TypeScript compiler and Node.js say it. */
const IMPORTER =
  /^(\S+\.[cm]?tsx?)[(:]\d+[^\n]*Cannot find module|Require stack:\r?\n- (\S+)|imported from (\S+\.[cm]?[jt]sx?)/m;

const LONGEST = 200;

/** `TypeError: …`, `jsii.errors.JSIIError: …`, and what the CDK library says since 2025: `«CannotFindLockFile» …`. */
const SAID = /^(?:[\w.]*(?:Error|Exception)(?:\s*\[[^\]]*\])?:\s|\[?«\w+»\s)/;

/** The application's own words about its failure, with the line of its code that said them. */
function ownError(output: string, repository: Repository, app: CdkApp): string | undefined {
  const lines = output.split(/\r?\n/).map((line) => line.trim());
  const said = lines.findLast((line) => SAID.test(line));
  const text = said ?? lines.find((line) => /error/i.test(line)) ?? onlyWords(lines);
  if (text === undefined || text === '') return undefined;
  const place = placeOf(lines, repository, app);
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text.replace(/^\[(?=«)|\.$/g, '');
  return place === undefined ? short : `${short} (${place})`;
}

/** Of little output the first line says why; of much any line may be about something else. */
function onlyWords(lines: readonly string[]): string | undefined {
  const written = lines.filter((line) => line !== '');
  return written.length <= 5 ? written[0] : undefined;
}

function placeOf(lines: readonly string[], repository: Repository, app: CdkApp): string | undefined {
  const below = app.folder === '.' ? `${repository.root}/` : `${repository.root}/${app.folder}/`;
  // Python names the innermost frame last, Node.js first.
  const ordered = app.language === 'python' ? [...lines].reverse() : lines;
  for (const line of ordered) {
    const match =
      /File "([^"]+)", line (\d+)/.exec(line) ?? /(?:file:\/\/)?(\/[^\s()]+?\.[cm]?[jt]sx?):(\d+)/.exec(line);
    const [, file, number] = match ?? [];
    if (file === undefined || !file.startsWith(below) || file.includes('/node_modules/')) continue;
    if (file.includes('site-packages')) continue;
    return `${file.slice(repository.root.length + 1)}:${number}`;
  }
  return undefined;
}
