import { rowOf } from '../../../knowledge/row-of.ts';
import { folderOf, join } from '../../files/paths.ts';
import { kindOfCommand } from './command-kinds.ts';
import { asCommand, BARE, closed, type ScriptFiles, type ScriptRun, type ScriptsRun } from './scripts.ts';
import type { Ran } from './shell-ran.ts';
import { isOpen, pathFrom, plainly, quoted } from './shell-text.ts';

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

export function packageScript(words: readonly string[], ran: Ran, files: ScriptFiles): ScriptsRun {
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
  } else if (program === 'npm' && rowOf(NPM_SHORT, command!) !== undefined) {
    given = name === undefined ? [] : [name, ...given];
    name = rowOf(NPM_SHORT, command!);
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
  const isOfOthers = folder !== undefined && OF_OTHERS.test(folder) && packageIn(folder, files) === undefined;
  if (isOfOthers && member === undefined && !everywhere)
    return { open: `what ${plainly(ran.written)} runs in ${folder}`, ofOthers: true };
  if (everywhere) return inWorkspaces([name!, ...given], called, folder ?? '.', ran, files, program);
  const at = member === undefined ? packageAbove(folder, files) : packageNamed(member, folder, files);
  if (at === undefined) return { open: `where the package is whose script ${plainly(name!)} is run` };
  if (files.unread.has(at)) return closed(at);
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
export function scriptIn(
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

/**
 * A script in every workspace. The package above them that says so is none of them; where a workspace has no such script, Yarn
 * runs the program of that name.
 */
function inWorkspaces(
  [name, ...given]: readonly [string, ...string[]],
  called: string,
  top: string,
  ran: Ran,
  files: ScriptFiles,
  program: string,
): ScriptsRun {
  const above = top === '.' ? 'package.json' : `${top}/package.json`;
  const all = inEveryPackage(name, called, top, given, files);
  const members = all.filter(({ file }) => file !== above);
  if (members.length > 0 || program !== 'yarn') return { runs: members.length > 0 ? members : all };
  const first = [...files.packages.keys()].find(
    (at) => at !== above && (top === '.' || at.startsWith(`${top}/`)),
  );
  if (first === undefined) return { runs: all };
  return {
    runs: [{ ...asCommand([name, ...given], first, ran), folder: folderOf(first), called, name: '' }],
  };
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
export function workspaceTask(words: readonly string[], files: ScriptFiles): ScriptsRun {
  const rest = words.slice(1);
  if (words[0] === 'turbo' && rest.some((word) => /^--dry(?:-run)?(?:=|$)/.test(word))) return undefined;
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
      : words[0] === 'nx'
        ? nxTask(plain, files)
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
  const all = tasks.flatMap((task) => inEveryPackage(task, `${called} ${task}`, '.', [], files));
  // The package at the top is the workspace: its script of that name is what starts all of this.
  const members = all.filter(({ file }) => file !== 'package.json');
  if (all.length > 0) return { runs: members.length > 0 ? members : all };
  return { open: `what ${plainly(words.join(' '))} runs` };
}

/**
 * `nx run api:test:unit` names project, target and perhaps a configuration; `nx test:unit api` and `nx affected:build` the
 * target alone.
 */
function nxTask([first, second]: readonly string[], files: ScriptFiles): readonly string[] {
  if (first === undefined || /^(run-many|affected|exec|watch)$/.test(first)) return [];
  if (first !== 'run') return [first.replace(/^affected:/, '')];
  const target = (second ?? '').split(':').slice(1);
  const longest = target.map((_, i) => target.slice(0, target.length - i).join(':'));
  const known = longest.find((name) => [...files.packages.values()].some(({ scripts }) => scripts.has(name)));
  return target.length === 0 ? [] : [known ?? target[0]!];
}

/** Where package managers put the packages of others. */
const OF_OTHERS = /(?:^|\/)node_modules\/./;

function packageIn(folder: string, files: ScriptFiles): string | undefined {
  const file = `${folder}/package.json`;
  return files.packages.has(file) || files.unread.has(file) ? file : undefined;
}

export function packageAbove(folder: string | undefined, files: ScriptFiles): string | undefined {
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

export function inFolder(folder: string | undefined, path: string): string | undefined {
  return pathFrom(folder, path);
}
