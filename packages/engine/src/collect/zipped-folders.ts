import { onceFor } from '../once-for.ts';
import { folderOf, join } from './files/paths.ts';
import type { Repository } from './files/repository.ts';
import { partsOf } from './repository/pipelines/make-runs.ts';
import { readMakefile } from './repository/pipelines/makefile.ts';
import { BARE } from './repository/pipelines/scripts.ts';
import { runShell } from './repository/pipelines/shell-run.ts';
import { readShell } from './repository/pipelines/shell-syntax.ts';
import { isOpen, OPEN, pathFrom } from './repository/pipelines/shell-text.ts';
import { itemsOf, member, membersOf, readStructured, textOf } from './repository/structured-text.ts';

/** What a command puts into an archive: files and folders below the one that it stands in. */
export interface Zipped {
  readonly archive: string;
  /** The folder that is the top of the archive. */
  readonly folder: string;
  /** What of the folder is taken: paths of the repository. */
  readonly taken: readonly string[];
}

type Files = Pick<Repository, 'paths' | 'text'>;

/**
 * The archives that scripts, makefiles, scripts of packages and steps of workflows make with `zip` or the like, of what lies in
 * the repository; none where one of them cannot be read. A script is run from its own folder or from the top; what it makes from either is told.
 */
export const zippedFolders = onceFor(async (files: Files): Promise<readonly Zipped[]> => {
  const found: Zipped[] = [];
  for (const path of files.paths) {
    const read = READ.find(({ isFile }) => isFile.test(path))?.read;
    if (read === undefined || /(^|\/)node_modules\//.test(path)) continue;
    const got = await files.text(path);
    // One that cannot be read may make the same archive of something else.
    if (got.kind !== 'text') return [];
    if (!ARCHIVES.test(got.text)) continue;
    for (const { text, folders } of read(path, got.text))
      for (const folder of folders) found.push(...zippedBy(text, folder, path));
  }
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
});

const ARCHIVES = /\b(zip|bestzip|7z)\b/;

/** A text for a shell, and the folders that it may start in. */
interface Text {
  readonly text: string;
  readonly folders: readonly string[];
}

const READ: readonly {
  readonly isFile: RegExp;
  readonly read: (path: string, text: string) => readonly Text[];
}[] = [
  {
    isFile: /\.(sh|bash)$/,
    read: (path, text) => [{ text, folders: [...new Set(['.', folderOf(path)])] }],
  },
  { isFile: /(^|\/)(GNUmakefile|[Mm]akefile)$|\.mk$/, read: ofMakefile },
  { isFile: /(^|\/)package\.json$/, read: ofPackage },
  { isFile: /(^|\/)\.github\/(workflows|actions)\/.*\.ya?ml$/, read: ofWorkflow },
];

function ofMakefile(path: string, text: string): readonly Text[] {
  const makefile = readMakefile(text, () => []);
  return [...makefile.targets.values()].map(({ recipe }) => ({
    text: partsOf(recipe, makefile)
      .map(({ text: own, expand }) => `(${expand?.(own, new Map(), false) ?? own}\n)`)
      .join('\n'),
    folders: [folderOf(path)],
  }));
}

function ofPackage(path: string, text: string): readonly Text[] {
  const [root] = readStructured(path, text).documents;
  return [...membersOf(member(root, 'scripts')).values()].flatMap((value) => {
    const command = textOf(value);
    return command === undefined ? [] : [{ text: command, folders: [folderOf(path)] }];
  });
}

/** Each step begins in its own folder, or in that of its job or workflow. */
function ofWorkflow(path: string, text: string): readonly Text[] {
  const [root] = readStructured(path, text).documents;
  const stated = (one: typeof root) =>
    textOf(member(member(member(one, 'defaults'), 'run'), 'working-directory'));
  const jobs = [...membersOf(member(root, 'jobs')).values(), ...[member(root, 'runs')]];
  return jobs.flatMap((job) =>
    itemsOf(member(job, 'steps')).flatMap((step) => {
      const run = textOf(member(step, 'run'));
      const folder = textOf(member(step, 'working-directory')) ?? stated(job) ?? stated(root) ?? '.';
      const start = folder.includes('${{') ? undefined : join('.', folder);
      if (run === undefined || start === undefined) return [];
      return [{ text: run.replace(/\$\{\{[\s\S]*?\}\}/g, OPEN), folders: [start] }];
    }),
  );
}

function zippedBy(text: string, folder: string, script: string): readonly Zipped[] {
  const { body } = readShell(text);
  const { ran } = runShell(body, { shell: BARE, variables: new Map(), folder, script });
  return ran.flatMap((one) => zippedIn(one.words, one.folder) ?? []);
}

/** Options of `zip` that take what stands behind them: patterns, and places for what it makes meanwhile. */
const ENDS_INPUTS = /^(-x|-i|--exclude|--include|-@|@)/;
const TAKES_ONE = /^(-b|-t|-tt|-n|-P|--password|--temp-path)$/;

/** `zip -r ../api.zip .`, `bestzip api.zip src/*`, `7z a api.zip src`; nothing where a part of it is not known. */
function zippedIn(words: readonly string[], folder: string | undefined): Zipped | undefined {
  const [program, ...given] = words;
  const args = program === '7z' ? (given[0] === 'a' ? given.slice(1) : []) : given;
  if (program === undefined || !/^(zip|bestzip|7z)$/.test(program) || folder === undefined) return undefined;
  const named: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at]!;
    if (ENDS_INPUTS.test(word)) break;
    // Without their folders files stand at the top.
    if (/^-\w*j/.test(word) || word === '--junk-paths') return undefined;
    if (TAKES_ONE.test(word)) at++;
    else if (!word.startsWith('-')) named.push(word);
  }
  const [output, ...inputs] = named;
  if (output === undefined || inputs.length === 0 || named.some(isOpen)) return undefined;
  const archive = pathFrom(folder, /\.\w+$/.test(output) ? output : `${output}.zip`);
  // `src/*` takes what is in the folder, by the same name.
  const taken = inputs.map((one) => pathFrom(folder, one.replace(/\/?\*(\.\*)?$/, '') || '.'));
  return archive === undefined || !taken.every((one) => one !== undefined)
    ? undefined
    : { archive, folder, taken };
}
