import { join } from '../../files/paths.ts';
import type { SourceOfFiles } from '../reader.ts';
import type { Beside } from './beside.ts';
import { expandMake, type Makefile, type MakeTarget, type RecipeLine } from './makefile.ts';
import { inFolder } from './package-scripts.ts';
import { closed, type ScriptFiles, type ScriptRun, type ScriptsRun } from './scripts.ts';
import type { Ran } from './shell-ran.ts';
import { isOpen, plainly } from './shell-text.ts';

/** With which make goes on, and ends well, whatever fails. */
const IGNORES = /^(?:-[a-hj-z]*i[a-z]*|--ignore-errors)$/;

/** The recipes that `make` runs, in order: those of what a target needs before its own. */
export function makeRun(
  words: readonly string[],
  ran: Ran,
  files: ScriptFiles,
  source: SourceOfFiles,
): ScriptsRun {
  let folder = ran.folder;
  let file: string | undefined;
  const goals: string[] = [];
  const variables = new Map(ran.variables);
  const given: string[] = [];
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
    else if (/^(?:-j|--jobs)$/.test(word) && /^\d+$/.test(words[i + 1] ?? '')) given.push(`-j${words[++i]!}`);
    else if (isTold(word)) given.push(word);
    else if (!word.startsWith('-')) goals.push(word);
  }
  // What make is told it tells those that it calls.
  if (given.length > 0)
    variables.set('MAKEFLAGS', [variables.get('MAKEFLAGS') ?? '', ...given].join(' ').trim());
  if (folder === undefined) return { open: `where the makefile of ${plainly(ran.written)} is` };
  const names = file === undefined ? ['GNUmakefile', 'makefile', 'Makefile'] : [file];
  const paths = names.flatMap((name) => join(folder!, name) ?? []);
  const at = paths.find((path) => files.makefiles.has(path));
  if (at === undefined) {
    const unread = paths.find((path) => files.unread.has(path) || source.leftOut(path) !== undefined);
    return unread === undefined
      ? { open: `where the makefile of ${plainly(ran.written)} is` }
      : closed(unread);
  }
  const makefile = files.makefiles.get(at)!;
  if (makefile.unread !== undefined) return closed(makefile.unread);
  const wanted = goals.length > 0 ? goals : makefile.first === undefined ? [] : [makefile.first];
  const flags = [variables.get('MAKEFLAGS'), makefile.variables.get('MAKEFLAGS')?.value];
  const said = flags.flatMap((own) => own?.split(/\s+/) ?? []);
  const told = said.find((flag) => IGNORES.test(flag) || /^[a-hj-z]*i[a-z]*$/.test(flag));
  const beside = besideIn(makefile, goesOnBy(said, makefile));
  const spared = makefile.targets.get('.IGNORE');
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
    for (const need of needsOf(target, makefile, variables)) visit(need, false);
    const isEmpty = top && target.needs.length === 0 && !isMadeByPattern(target, makefile);
    if (target.recipe.length === 0 && !isEmpty) return;
    const isSpared = spared !== undefined && (spared.needs.length === 0 || spared.needs.includes(name));
    const ignores = told ?? (isSpared ? '.IGNORE' : undefined);
    runs.push({
      file: target.file ?? at,
      ...(ignores === undefined ? {} : { ignores }),
      ...beside(name),
      called: `make ${name}`,
      name,
      parts: partsOf(target.recipe, makefile),
      shell: makefile.shell,
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

/** What make makes before a target; what is computed is open. */
export function needsOf(
  { needs }: MakeTarget,
  makefile: Makefile,
  variables: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  return expandMake(needs.join(' '), variables, makefile)
    .split(/\s+/)
    .filter((need) => need !== '');
}

/** Whether a target without a recipe may have that of a pattern: `test-%`. */
export function isMadeByPattern({ name, recipe }: MakeTarget, { targets }: Makefile): boolean {
  if (recipe.length > 0) return false;
  return [...targets.keys()].some((pattern) => {
    const [before, after] = pattern.split('%');
    return after !== undefined && name.startsWith(before!) && name.endsWith(after);
  });
}

/** The lines of a target; a variable may bring the signs along that keep make from saying what it runs. */
export function partsOf(recipe: readonly RecipeLine[], makefile: Makefile): ScriptRun['parts'] {
  const expand: ScriptRun['parts'][number]['expand'] = (text, variables, defaultsAreOpen) =>
    expandMake(text, variables, makefile, defaultsAreOpen).replace(/^[@+\s]+/, '');
  const [first] = recipe;
  if (!makefile.isOneShell || first === undefined) return recipe.map((line) => ({ ...line, expand }));
  // Lines that were left out are empty ones, so that each stands where it is written.
  let text = '';
  let at = first.line;
  for (const one of recipe) {
    text += '\n'.repeat(Math.max(one.line - at, 0)) + one.text;
    at = one.line;
  }
  return [{ text, line: first.line, ignored: first.ignored, expand }];
}

const KEEPS_GOING = /^(?:-?[bdeiknpqrsvw]*k[bdeiknpqrsvw]*|--keep-going)$/;

/** One at a time is what make does by itself. */
const SIDE_BY_SIDE = /^(?:-?[bdeiknpqrsvw]*j(?!1$)\d*|-j.*\D.*|--jobs(?:=(?!1$).*)?)$/;

function isTold(word: string): boolean {
  return [IGNORES, KEEPS_GOING, SIDE_BY_SIDE].some((flag) => word.startsWith('-') && flag.test(word));
}

/** The option with which make goes on after a failure, as far as nothing needs what has failed. */
function goesOnBy(flags: readonly string[], { targets }: Makefile): string | undefined {
  const isBeside = !targets.has('.NOTPARALLEL');
  return flags.find(
    (flag) => flag !== '' && (KEEPS_GOING.test(flag) || (isBeside && SIDE_BY_SIDE.test(flag))),
  );
}

function besideIn(
  { targets }: Makefile,
  flag: string | undefined,
): (name: string) => { readonly beside?: readonly Beside[] } {
  if (flag === undefined) return () => ({});
  const group = {};
  const neededBy = (name: string, found: Set<string> = new Set()): ReadonlySet<string> => {
    for (const need of targets.get(name)?.needs ?? []) if (!found.has(need)) neededBy(need, found.add(need));
    return found;
  };
  const how = `make ${plainly(flag)}`;
  return (name) => ({ beside: [{ group, place: name, waitsFor: neededBy(name), how }] });
}
