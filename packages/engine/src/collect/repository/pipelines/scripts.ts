import { folderOf, join } from '../../files/paths.ts';
import type { SourceOfFiles } from '../reader.ts';
import { type KnownCommand, kindOfCommand } from './command-kinds.ts';
import type { Makefile } from './makefile.ts';
import { isOpen, pathFrom, plainly, type Ran, type Shell } from './shell-run.ts';

/** The files whose contents commands call by name. */
export interface ScriptFiles {
  /** Shell files by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Makefiles by path. */
  readonly makefiles: ReadonlyMap<string, Makefile>;
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
  /** As a person says it: `npm run build`, `make deploy`, `scripts/deploy.sh`. */
  readonly called: string;
  readonly name: string;
  readonly parts: readonly {
    readonly text: string;
    readonly line: number;
    readonly ignored?: boolean;
    readonly make?: Makefile;
  }[];
  readonly shell: Shell;
  readonly folder: string | undefined;
  readonly arguments: readonly string[];
  readonly variables: ReadonlyMap<string, string>;
  readonly isFile: boolean;
}

export type ScriptsRun =
  | { readonly runs: readonly ScriptRun[] }
  | { readonly open: string /** A path that names no file of the repository. */; readonly missing?: string }
  /** No script after all, but a program that is known for what it does. */
  | { readonly known: KnownCommand }
  | undefined;

const BARE: Shell = { errexit: false, pipefail: false };

/** The scripts of the repository that a command runs; nothing where it is no such command. */
export async function scriptRunBy(
  words: readonly string[],
  ran: Ran,
  files: ScriptFiles,
  source: SourceOfFiles,
): Promise<ScriptsRun> {
  const [program = ''] = words;
  if (/^(npm|yarn|pnpm|bun)$/.test(program)) return packageScript(words, ran, files);
  if (/^(turbo|nx|lerna|rush|wireit|lage)$/.test(program)) return workspaceTask(words, files);
  if (/^(concurrently|npm-run-all|run-s|run-p)$/.test(program)) return several(words, ran, files);
  if (program === 'make' || program === 'gmake') return makeRun(words, ran, files, source);
  if (
    program === 'just' ||
    program === 'task' ||
    program === 'mage' ||
    program === 'invoke' ||
    program === 'poe'
  )
    return kindOfCommand(words) === undefined ? { open: `what ${plainly(words.join(' '))} runs` } : undefined;
  if (/^(bash|sh|zsh|dash|ash|\.|source)$/.test(program)) {
    const path = words.slice(1).find((word) => !word.startsWith('-'));
    if (path === undefined)
      return program === '.' || program === 'source'
        ? undefined
        : { open: `what ${plainly(ran.written)} is given` };
    if (/activate$|\.env$|nvm\.sh$|\.bashrc$|\.profile$|\/dev\/stdin$/.test(path)) return { runs: [] };
    const strict = words.some((word) => /^-\w*e/.test(word));
    return shellFile(path, words.slice(words.indexOf(path) + 1), ran, files, source, strict);
  }
  if (
    /^(python[\d.]*|py|node|nodejs|tsx|ts-node|ts-node-esm|deno|bun|ruby|perl|php|pwsh|powershell|esr|babel-node|zx)$/.test(
      program,
    )
  )
    return program_(words, ran, source);
  if (program.includes('/') || /\.(sh|bash)$/.test(program))
    return shellFile(program, words.slice(1), ran, files, source, false);
  return undefined;
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
  const at = pathFrom(ran.folder, path);
  if (at === undefined)
    return path.startsWith('/') || path.startsWith('~') ? undefined : { open: `where ${plainly(path)} is` };
  const text = files.texts.get(at);
  if (text === undefined) {
    if (files.unread.has(at) || source.leftOut(at) !== undefined) return { open: `making ${at} readable` };
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

const MENTIONS =
  /\b(pytest|unittest|vitest|jest|mocha|npm (?:run )?test|npm audit|pip-audit|trivy|snyk|semgrep|bandit|gitleaks|(?:cdk|sam|serverless|sls) deploy|terraform (?:plan|apply)|alembic|prisma migrate|update[-_]function[-_]code|update[-_]service|create[-_]stack|update[-_]stack|UpdateFunctionCode|UpdateService)\b/;

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
  if (source.leftOut(file) !== undefined) return { open: `making ${file} readable` };
  if (!source.has(file)) return undefined;
  return whatItSpeaksOf(file, source);
}

/** A program is read for what it speaks of: one that names no tool of a pipeline runs none. */
async function whatItSpeaksOf(file: string, source: SourceOfFiles): Promise<ScriptsRun> {
  const read = await source.text(file);
  if (read.kind !== 'text') return { open: `making ${file} readable` };
  const mention = MENTIONS.exec(read.text)?.[0];
  return mention === undefined
    ? { known: { kind: 'other' } }
    : { open: `what ${file} runs: it speaks of ${mention}` };
}

function asCommand(words: readonly string[], file: string, ran: Ran): ScriptRun {
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

const NPM_SHORT: Readonly<Record<string, string>> = {
  test: 'test',
  t: 'test',
  tst: 'test',
  start: 'start',
  stop: 'stop',
  restart: 'restart',
};
const FOLDER_OPTIONS = new Set(['--prefix', '-C', '--dir', '--cwd']);
const MEMBER_OPTIONS = new Set(['-w', '--workspace', '--filter', '-F', '--scope']);
const BUILT_IN = new Set(
  'install i ci add remove rm uninstall audit publish pack login logout whoami config cache dedupe link unlink outdated update upgrade up exec dlx create init version view info why ls list prune rebuild set run-script-shell workspaces import store fetch deploy licenses patch patch-commit env setup self-update global node plugin constraints npm search team access dist-tag deprecate owner ping root prefix bin fund explain pkg query sbom doctor help --version -v x'.split(
    ' ',
  ),
);

function packageScript(words: readonly string[], ran: Ran, files: ScriptFiles): ScriptsRun {
  const [program, ...rest] = words as [string, ...string[]];
  let folder = ran.folder;
  let member: string | undefined;
  let everywhere = false;
  let lenient = false;
  const plain: string[] = [];
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i]!;
    const [option, value] = /^(--?[\w-]+)=(.*)$/.exec(word)?.slice(1) ?? [word, undefined];
    if (word === '--') {
      plain.push(...rest.slice(i + 1));
      break;
    }
    if (FOLDER_OPTIONS.has(option!) && plain.length < 3) folder = inFolder(folder, value ?? rest[++i] ?? '');
    else if (MEMBER_OPTIONS.has(option!) && plain.length < 3) member = value ?? rest[++i];
    else if (/^(--workspaces|-ws|-r|--recursive|-A|--all)$/.test(option!)) everywhere = true;
    else if (option === '--if-present') lenient = true;
    else if (!word.startsWith('-') || plain.length > 0) plain.push(word);
  }
  let [command, name, ...given] = plain;
  if (command === undefined) return undefined;
  if (program === 'yarn' && command === 'workspace') {
    member = name;
    [command, name, ...given] = given;
  }
  if ((program === 'yarn' && command === 'workspaces') || (program === 'pnpm' && command === 'recursive')) {
    everywhere = true;
    const runs = plain.indexOf('run');
    if (runs < 0) return undefined;
    [command, name, ...given] = plain.slice(runs);
  }
  if (command === 'run' || command === 'run-script' || command === 'rum') {
    if (name === undefined) return undefined;
  } else if (program === 'npm' && NPM_SHORT[command!] !== undefined) {
    given = name === undefined ? [] : [name, ...given];
    name = NPM_SHORT[command!];
  } else if (program === 'npm' || BUILT_IN.has(command!) || (program === 'bun' && command === 'test')) {
    return undefined;
  } else {
    given = name === undefined ? [] : [name, ...given];
    name = command;
    // `yarn jest` runs a program where there is no such script.
    lenient ||= program !== 'npm' && kindOfCommand([name!, ...given]) !== undefined;
  }
  if (isOpen(name!)) return { open: `which script ${plainly(ran.written)} runs` };
  const called = `${program} run ${name}`;
  if (everywhere) return { runs: inEveryPackage(name!, called, folder ?? '.', given, files) };
  const at = member === undefined ? packageAbove(folder, files) : packageNamed(member, folder, files);
  if (at === undefined) return { open: `where the package is whose script ${plainly(name!)} is run` };
  if (files.unread.has(at)) return { open: `making ${at} readable` };
  const runs = scriptIn(at, name!, called, given, files);
  if (runs.length > 0) return { runs };
  if (lenient) {
    const direct = program !== 'npm' ? [name!, ...given] : [];
    return direct.length === 0
      ? { runs: [] }
      : { runs: [{ ...asCommand(direct, at, ran), called, name: '' }] };
  }
  if (program !== 'npm' && command !== 'run')
    return { runs: [{ ...asCommand([name!, ...given], at, ran), called, name: '' }] };
  return { open: `where the script ${name} is, which ${at} does not have` };
}

/** A script with those that npm runs before and after it. */
function scriptIn(
  at: string,
  name: string,
  called: string,
  given: readonly string[],
  files: ScriptFiles,
): readonly ScriptRun[] {
  const { scripts } = files.packages.get(at) ?? { scripts: new Map() };
  if (!scripts.has(name)) return [];
  return [`pre${name}`, name, `post${name}`].flatMap((own): ScriptRun[] => {
    const script = scripts.get(own);
    if (script === undefined) return [];
    const more =
      own === name && given.length > 0
        ? ` ${given.map((word) => (isOpen(word) ? word : quoted(word))).join(' ')}`
        : '';
    return [
      {
        file: at,
        called: own === name ? called : called.replace(/\S+$/, own),
        name: own,
        parts: [{ text: script.command + more, line: script.line }],
        shell: BARE,
        folder: folderOf(at),
        arguments: [],
        variables: new Map(),
        isFile: false,
      },
    ];
  });
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function inEveryPackage(
  name: string,
  called: string,
  top: string,
  given: readonly string[],
  files: ScriptFiles,
): readonly ScriptRun[] {
  return [...files.packages.keys()]
    .filter((at) => top === '.' || at.startsWith(`${top}/`))
    .flatMap((at) => scriptIn(at, name, called, given, files));
}

/** `turbo run test`, `nx affected -t test`, `lerna run test`: a script in every package that has it. */
function workspaceTask(words: readonly string[], files: ScriptFiles): ScriptsRun {
  const rest = words.slice(1);
  const targets = rest.flatMap((word, i) => {
    const match = /^(?:--target|--targets|-t)(?:=(.*))?$/.exec(word);
    return match === null ? [] : (match[1] ?? rest[i + 1] ?? '').split(',');
  });
  const plain = rest.filter(
    (word, i) => !word.startsWith('-') && !/^(--filter|-F|--scope|--target|-t)$/.test(rest[i - 1] ?? ''),
  );
  const tasks =
    targets.length > 0
      ? targets
      : plain
          .filter((word) => !/^(run|run-many|affected|exec|watch)$/.test(word))
          .map((word) => word.split(':').at(-1)!);
  if (/^(publish|version|bootstrap|prune|login|link|install|update|change|migrate)$/.test(tasks[0] ?? ''))
    return undefined;
  if (tasks.length === 0 || tasks.some(isOpen))
    return { open: `which tasks ${plainly(words.join(' '))} runs` };
  const unread = [...files.unread].find((file) => file.endsWith('package.json'));
  if (unread !== undefined) return { open: `making ${unread} readable` };
  const called = `${words[0]} run`;
  const runs = tasks.flatMap((task) => inEveryPackage(task, `${called} ${task}`, '.', [], files));
  if (runs.length > 0) return { runs };
  return { open: `what ${plainly(words.join(' '))} runs` };
}

function several(words: readonly string[], ran: Ran, files: ScriptFiles): ScriptsRun {
  const at = packageAbove(ran.folder, files);
  if (at === undefined) return { open: `what ${plainly(ran.written)} runs` };
  const texts = words
    .slice(1)
    .filter((word, i) => !word.startsWith('-') && !/^(-n|--names|-c|--prefix-colors)$/.test(words[i] ?? ''));
  const runs = texts.flatMap((text): readonly ScriptRun[] => {
    const name =
      /^(?:npm|yarn|pnpm):(.+)$/.exec(text)?.[1] ?? (words[0] === 'concurrently' ? undefined : text);
    if (name === undefined)
      return [{ ...asCommand([], at, ran), parts: [{ text, line: ran.line }], folder: folderOf(at) }];
    const pattern = new RegExp(`^${name.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replace(/\*+/g, '.*')}$`);
    const names = [...(files.packages.get(at)?.scripts.keys() ?? [])].filter((own) => pattern.test(own));
    return names.flatMap((own) => scriptIn(at, own, `npm run ${own}`, [], files));
  });
  return runs.length === 0 ? { open: `what ${plainly(ran.written)} runs` } : { runs };
}

function packageAbove(folder: string | undefined, files: ScriptFiles): string | undefined {
  if (folder === undefined) return undefined;
  for (let at: string | undefined = folder; at !== undefined; at = at === '.' ? undefined : folderOf(at)) {
    const file = at === '.' ? 'package.json' : `${at}/package.json`;
    if (files.packages.has(file) || files.unread.has(file)) return file;
  }
  return undefined;
}

function packageNamed(member: string, folder: string | undefined, files: ScriptFiles): string | undefined {
  const bare = member.replace(/^\.\.\.|\.\.\.$|^\.\//g, '');
  const byPath = folder === undefined ? undefined : join(folder, `${bare}/package.json`);
  if (byPath !== undefined && files.packages.has(byPath)) return byPath;
  return [...files.packages].find(
    ([file, { name }]) =>
      name === bare || name?.split('/').at(-1) === bare || folderOf(file).endsWith(`/${bare}`),
  )?.[0];
}

function inFolder(folder: string | undefined, path: string): string | undefined {
  return pathFrom(folder, path);
}

function makeRun(words: readonly string[], ran: Ran, files: ScriptFiles, source: SourceOfFiles): ScriptsRun {
  let folder = ran.folder;
  let file: string | undefined;
  const goals: string[] = [];
  const variables = new Map(ran.variables);
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!;
    const assigned = /^([A-Za-z_][\w.-]*)[:?]?=([\s\S]*)$/.exec(word);
    if (assigned !== null) {
      variables.set(assigned[1]!, assigned[2]!);
      variables.set(`make:${assigned[1]!}`, '');
    } else if (word === '-C' || word === '--directory') folder = inFolder(folder, words[++i] ?? '');
    else if (/^-C./.test(word)) folder = inFolder(folder, word.slice(2));
    else if (word.startsWith('--directory=')) folder = inFolder(folder, word.slice(12));
    else if (word === '-f' || word === '--file') file = words[++i];
    else if (!word.startsWith('-')) goals.push(word);
  }
  if (folder === undefined) return { open: `where the makefile of ${plainly(ran.written)} is` };
  const names = file === undefined ? ['GNUmakefile', 'makefile', 'Makefile'] : [file];
  const paths = names.flatMap((name) => join(folder!, name) ?? []);
  const at = paths.find((path) => files.makefiles.has(path));
  if (at === undefined) {
    const closed = paths.find((path) => files.unread.has(path) || source.leftOut(path) !== undefined);
    return {
      open:
        closed === undefined
          ? `where the makefile of ${plainly(ran.written)} is`
          : `making ${closed} readable`,
    };
  }
  const makefile = files.makefiles.get(at)!;
  const wanted = goals.length > 0 ? goals : makefile.first === undefined ? [] : [makefile.first];
  const runs: ScriptRun[] = [];
  const done = new Set<string>();
  const missing: string[] = [];
  const visit = (name: string, top: boolean): void => {
    if (done.has(name)) return;
    done.add(name);
    const target = makefile.targets.get(name);
    if (target === undefined) {
      if (top) missing.push(name);
      return;
    }
    for (const need of target.needs) visit(need, false);
    if (target.recipe.length === 0) return;
    runs.push({
      file: at,
      called: `make ${name}`,
      name,
      parts: target.recipe.map(({ text, line, ignored }) => ({ text, line, ignored, make: makefile })),
      shell: BARE,
      folder,
      arguments: [],
      variables,
      isFile: false,
    });
  };
  for (const goal of wanted) {
    if (isOpen(goal)) missing.push(plainly(goal));
    else visit(goal, true);
  }
  if (missing.length > 0) return { open: `where the target ${missing[0]} is, which ${at} does not have` };
  return { runs };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
