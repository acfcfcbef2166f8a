import { folderOf } from '../../files/paths.ts';
import { starsFit } from '../../files/wildcard.ts';
import { packageAbove, scriptIn } from './package-scripts.ts';
import { asCommand, BARE, type ScriptFiles, type ScriptRun, type ScriptsRun } from './scripts.ts';
import type { Fate } from './shell-fates.ts';
import type { Ran } from './shell-ran.ts';
import { plainly } from './shell-text.ts';

/** What runs several scripts is told: which, what is run at the same time, and what becomes of those that fail. */
interface Told {
  readonly tasks: readonly { readonly text: string; readonly place: number; readonly group?: object }[];
  /** What lets them run beside each other, or go on after a failure. */
  readonly how: string;
  readonly fate?: Fate;
}

/** `concurrently "npm:test" "eslint ."`, `run-s test deploy`, `npm-run-all lint --parallel test build`. */
export function severalTasks(words: readonly string[], ran: Ran, files: ScriptFiles): ScriptsRun {
  const at = packageAbove(ran.folder, files);
  if (at === undefined) return { open: `what ${plainly(ran.written)} runs` };
  const isConcurrently = words[0] === 'concurrently';
  const { tasks, how, fate } = isConcurrently ? toldConcurrently(words) : toldToRunAll(words);
  const runs = tasks.map(({ text, place, group }): readonly ScriptRun[] => {
    const marks = {
      ...(group === undefined ? {} : { beside: [{ group, place, how }] }),
      ...(fate === undefined ? {} : { fate }),
    };
    const own = isConcurrently ? ofConcurrently(text, at, ran, files) : scriptsNamed(text, at, files);
    return own.map((run) => ({ ...run, ...marks }));
  });
  const isMissing = runs.length === 0 || runs.some((own) => own.length === 0);
  return isMissing ? { open: `what ${plainly(ran.written)} runs` } : { runs: runs.flat() };
}

/** A command for a shell, or `npm:test` for a script of the package. */
function ofConcurrently(text: string, at: string, ran: Ran, files: ScriptFiles): readonly ScriptRun[] {
  const name = /^(?:npm|yarn|pnpm|bun):(.+)$/.exec(text)?.[1];
  if (name !== undefined) return scriptsNamed(name, at, files);
  const parts = [{ text, line: ran.line }];
  return [{ ...asCommand([], at, ran), parts, shell: BARE, folder: folderOf(at) }];
}

/** A script of the package by its name with stars, and what it is given: `"test:* -- --ci"`. */
function scriptsNamed(text: string, at: string, files: ScriptFiles): readonly ScriptRun[] {
  const [name = '', ...given] = text.split(/\s+/);
  const names = [...(files.packages.get(at)?.scripts.keys() ?? [])].filter((own) => starsFit(name, own));
  const handed = given[0] === '--' ? given.slice(1) : given;
  return names.flatMap((own) => scriptIn(at, own, `npm run ${own}`, handed, files));
}

/** Options of `concurrently` that take a value of their own. Source: its README. */
const VALUED =
  /^(?:-n|--names|--name-separator|-s|--success|--hide|-m|--max-processes|-p|--prefix|-c|--prefix-colors|-l|--prefix-length|-t|--timestamp-format|--restart-tries|--restart-after|--default-input-target|--teardown|--kill-signal|--ks)$/;

function toldConcurrently([, ...rest]: readonly string[]): Told {
  const tasks: string[] = [];
  let success = 'all';
  for (let at = 0; at < rest.length; at++) {
    const [, option = '', joined] = /^(--?[\w-]+)(?:=(.*))?$/.exec(rest[at]!) ?? [];
    if (option === '') {
      tasks.push(rest[at]!);
      continue;
    }
    const value = joined ?? (VALUED.test(option) ? rest[++at] : undefined);
    if (option === '-s' || option === '--success') success = value ?? success;
  }
  const group = {};
  return {
    tasks: tasks.map((text, place) => ({ text, place, group })),
    how: 'concurrently',
    ...(success === 'all'
      ? {}
      : { fate: { open: `which of what it runs concurrently ends with (--success ${success})` } }),
  };
}

/** Source: the pages of npm-run-all, run-s and run-p in the documentation of npm-run-all. */
function toldToRunAll([program = '', ...rest]: readonly string[]): Told {
  const tasks: { text: string; place: number; part: object | undefined }[] = [];
  let part: object | undefined = program === 'run-p' ? {} : undefined;
  let goesOn: string | undefined;
  let races = false;
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at]!;
    if (word === '--') break;
    if (!word.startsWith('-')) tasks.push({ text: word, place: tasks.length, part });
    else if (/^--(?:max-parallel|npm-path)$/.test(word)) at++;
    else if (word === '--parallel' || (program === 'npm-run-all' && /^-[pP]$/.test(word))) part = {};
    else if (/^--(?:sequential|serial)$/.test(word) || (program === 'npm-run-all' && /^-[sS]$/.test(word)))
      part = undefined;
    else {
      if (/^(?:--continue-on-error|-\w*c\w*)$/.test(word)) goesOn = word;
      races ||= /^(?:--race|-\w*r\w*)$/.test(word);
    }
  }
  const all = goesOn === undefined ? undefined : {};
  return {
    tasks: tasks.map(({ part: own, ...task }) => {
      const group = all ?? own;
      return group === undefined ? task : { ...task, group };
    }),
    how: goesOn === undefined ? program : `${program} ${goesOn}`,
    ...(races ? { fate: { open: `which of what ${program} runs ends first (--race)` } } : {}),
  };
}
