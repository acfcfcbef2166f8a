import { folderOf, join } from '../../files/paths.ts';
import type { SourceOfFiles } from '../reader.ts';
import {
  comesTo,
  expandJust,
  givenTo,
  type JustCall,
  type Justfile,
  type JustParameter,
  type JustRecipe,
  type JustScope,
  valueOfParameter,
} from './justfile.ts';
import { closed, type ScriptFiles, type ScriptRun, type ScriptsRun, spokenOf } from './scripts.ts';
import type { Ran } from './shell-ran.ts';
import { isOpen, pathAmong, pathFrom, plainly } from './shell-text.ts';

const VALUED = new Set(
  '-f --justfile -d --working-directory --shell --shell-arg -E --dotenv-path --dotenv-filename --color --tempdir --chooser --timestamp-format --list-heading --list-prefix'.split(
    ' ',
  ),
);

/** The recipes that `just [--justfile F] RECIPE…` runs. */
export function justRun(
  words: readonly string[],
  ran: Ran,
  files: ScriptFiles,
  source: SourceOfFiles,
): ScriptsRun {
  const options = new Map<string, string>();
  const set = new Map<string, string>();
  const goals: string[] = [];
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!;
    const [option, given] = /^(--[\w-]+)=([\s\S]*)$/.exec(word)?.slice(1) ?? [word, undefined];
    const variable = goals.length === 0 ? /^([A-Za-z_][\w-]*)=([\s\S]*)$/.exec(word) : null;
    if (goals.length === 0 && word === '--set') {
      set.set(givenTo(words[i + 1] ?? ''), words[i + 2] ?? '');
      i += 2;
    } else if (goals.length === 0 && VALUED.has(option!)) options.set(option!, given ?? words[++i] ?? '');
    else if (variable !== null) set.set(givenTo(variable[1]!), variable[2]!);
    else if (!word.startsWith('-') || goals.length > 0) goals.push(word);
  }
  const asked = options.get('-f') ?? options.get('--justfile');
  const called = plainly(words.join(' '));
  const file =
    asked === undefined
      ? justfileAbove(ran.folder, files, source)
      : pathAmong(ran.folder, asked, files.justfiles.keys());
  const justfile = file === undefined ? undefined : files.justfiles.get(file);
  if (file === undefined || justfile === undefined) {
    const isClosed = file !== undefined && (files.unread.has(file) || source.leftOut(file) !== undefined);
    return isClosed ? closed(file) : { open: `where the justfile of ${called} is` };
  }
  const elsewhere = options.get('-d') ?? options.get('--working-directory');
  const folder = elsewhere === undefined ? folderOf(file) : pathFrom(ran.folder, elsewhere);
  return recipesRun(goals, { file, justfile, folder, set, ran });
}

/** The nearest file of recipes, in the folder or above it. */
function justfileAbove(
  folder: string | undefined,
  files: ScriptFiles,
  source: SourceOfFiles,
): string | undefined {
  for (let at: string | undefined = folder; at !== undefined; at = at === '.' ? undefined : folderOf(at)) {
    const named = ['justfile', '.justfile', 'Justfile'].flatMap((name) => join(at!, name) ?? []);
    const found = named.find(
      (path) => files.justfiles.has(path) || files.unread.has(path) || source.leftOut(path) !== undefined,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

interface From {
  readonly file: string;
  readonly justfile: Justfile;
  readonly folder: string | undefined;
  readonly set: ReadonlyMap<string, string>;
  readonly ran: Ran;
}

function recipesRun(words: readonly string[], from: From): ScriptsRun {
  const { file, justfile, set, ran } = from;
  const runs: ScriptRun[] = [];
  const done = new Set<string>();
  let missing: string | undefined;
  let unread: string | undefined;
  const visit = (said: string, given: readonly string[]): void => {
    const name = justfile.aliases.get(said) ?? said;
    const recipe = justfile.recipes.get(name);
    const key = [name, ...given].join('\n');
    if (recipe === undefined) missing ??= name;
    if (recipe === undefined || done.has(key)) return;
    done.add(key);
    if (!isForShell(recipe)) {
      unread ??= spokenOf(textOf(recipe), `the recipe ${name} of ${file}`)?.open;
      return;
    }
    const run = runOf(recipe, given, from);
    const scope: JustScope = {
      justfile,
      recipe,
      folder: from.folder,
      variables: new Map([...ran.variables, ...run.variables]),
      defaultsAreOpen: false,
    };
    const call = ({ name: other, given: more }: JustCall) =>
      visit(
        other,
        more.map((one) => comesTo(one, scope, 0)),
      );
    recipe.before.forEach(call);
    if (recipe.lines.length > 0) runs.push(run);
    recipe.after.forEach(call);
  };
  const goals = words.length > 0 ? [...words] : justfile.first === undefined ? [] : [justfile.first];
  while (goals.length > 0 && missing === undefined) {
    const name = goals.shift()!;
    if (isOpen(name)) return { open: `which recipe of ${file} is run` };
    const recipe = justfile.recipes.get(justfile.aliases.get(name) ?? name);
    const takesRest = recipe?.parameters.some((parameter) => parameter.takesRest) === true;
    visit(name, goals.splice(0, takesRest ? goals.length : (recipe?.parameters.length ?? 0)));
  }
  if (unread !== undefined) return { open: unread, mayDeploy: true };
  if (missing === undefined) return { runs: set.size === 0 ? runs : runs.map((run) => withMore(run, set)) };
  return justfile.includes
    ? { open: `what the recipe ${missing} runs, which ${file} takes from another file`, mayDeploy: true }
    : { open: `where the recipe ${missing} is, which ${file} does not have` };
}

function withMore(run: ScriptRun, more: ReadonlyMap<string, string>): ScriptRun {
  return { ...run, variables: new Map([...run.variables, ...more]) };
}

function runOf(recipe: JustRecipe, given: readonly string[], from: From): ScriptRun {
  const variables = new Map(
    recipe.parameters.flatMap(({ name, takesRest }, at): [string, string][] => {
      const value = takesRest ? given.slice(at).join(' ') : given[at];
      return value === undefined || (takesRest && given.length <= at)
        ? []
        : [[givenTo(name, recipe.name), value]];
    }),
  );
  const folder = recipe.staysThere ? from.ran.folder : from.folder;
  return {
    ...asScript(recipe, from.file, from.justfile, folder),
    variables,
    arguments: from.justfile.isPositional ? given : [],
  };
}

/** Whether a shell reads it: a script may be for another interpreter. */
export function isForShell({ isScript, lines }: JustRecipe): boolean {
  return !isScript || /^#!.*\b(?:ba|z|da|a|k)?sh\b/.test(lines[0]?.text ?? '');
}

function textOf({ lines }: JustRecipe): string {
  return lines.map(({ text }) => text).join('\n');
}

/** A recipe by itself, whoever calls it. */
export function asScript(
  recipe: JustRecipe,
  file: string,
  justfile: Justfile,
  folder: string | undefined = folderOf(file),
): ScriptRun {
  const expand = (text: string, variables: ReadonlyMap<string, string>, defaultsAreOpen: boolean): string => {
    const scope: JustScope = { justfile, recipe, folder, variables, defaultsAreOpen };
    return [...exportsOf(scope), expandJust(text, scope)].join(' ');
  };
  const first = recipe.lines[0]?.text ?? '';
  const head = recipe.isScript ? first : justfile.shell;
  return {
    file,
    called: `just ${recipe.name}`,
    name: recipe.name,
    parts: recipe.isScript
      ? [{ text: textOf(recipe), line: recipe.lines[0]!.line, expand }]
      : recipe.lines.map((line) => ({ ...line, expand })),
    shell: { errexit: /\s-\w*e/.test(head), pipefail: /pipefail/.test(head) },
    folder,
    arguments: [],
    variables: new Map(),
    isFile: false,
  };
}

/** What a recipe finds in its environment, as the shell would set it. */
function exportsOf(scope: JustScope): readonly string[] {
  const { justfile, recipe } = scope;
  const own = recipe.parameters.filter((parameter: JustParameter) => parameter.exported);
  const set = (name: string, value: string) => `${name}='${value.replaceAll("'", "'\\''")}';`;
  return [
    ...[...justfile.exported].map((name) => set(name, comesTo(name, scope, 0))),
    ...own.map((parameter) => set(parameter.name, valueOfParameter(parameter, scope))),
  ];
}
