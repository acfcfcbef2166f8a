import type { ObjectValue, Value } from '../../../model/value.ts';
import { folderOf, join } from '../../files/paths.ts';
import type { SourceOfFiles } from '../reader.ts';
import { itemsOf, member, readStructured, textOf } from '../structured-text.ts';
import { namesByGlob } from '../tests/name-patterns.ts';

/** What the compiler of TypeScript is told in a folder. */
export interface CompilerSettings {
  /** Where it writes. */
  readonly out: string | undefined;
  /** The folder whose files it writes there: the one that is set, else the common one of all that it compiles. */
  readonly root: string | undefined;
}

/** The `tsconfig.json` of a folder; folders in it are told from there. */
export async function compilerSettings(
  folder: string,
  source: SourceOfFiles,
): Promise<CompilerSettings | undefined> {
  const path = join(folder, 'tsconfig.json');
  if (path === undefined || !source.has(path)) return undefined;
  const read = await source.text(path);
  if (read.kind !== 'text') return undefined;
  const [settings] = readStructured(path, withoutComments(read.text)).documents;
  const options = member(settings, 'compilerOptions');
  const clean = (name: string) => textOf(member(options, name))?.replace(/^\.\/|\/+$/g, '');
  const out = clean('outDir');
  return { out, root: clean('rootDir') ?? commonFolder(settings, out, folder, source) };
}

/** Patterns (`src/**`) look like comments. */
function withoutComments(text: string): string {
  return text.replace(/("(?:[^"\\\n]|\\.)*")|\/\/.*$|\/\*[\s\S]*?\*\//gm, '$1');
}

/**
 * Source: TSConfig reference, "rootDir": the longest common path of all input files that are no declarations. What they import
 * from other folders is not looked for; nothing where settings of another file may say otherwise.
 */
function commonFolder(
  settings: Value | undefined,
  out: string | undefined,
  folder: string,
  source: SourceOfFiles,
): string | undefined {
  if (settings?.kind !== 'object' || settings.members.has('extends')) return undefined;
  const isTaken = inputsOf(settings, out, folder);
  const start = folder === '.' ? '' : `${folder}/`;
  const folders = source.paths
    .filter((path) => path.startsWith(start) && COMPILED.test(path) && !HIDDEN.test(path) && isTaken?.(path))
    .map((path) => folderOf(path.slice(start.length)).split('/'));
  const [first] = folders;
  const length = first?.findIndex((step, at) => folders.some((one) => one[at] !== step));
  return (length === -1 ? first : first?.slice(0, length))?.join('/') || undefined;
}

const COMPILED = /(?<!\.d)\.[mc]?tsx?$/;

function inputsOf(
  { members }: ObjectValue,
  out: string | undefined,
  folder: string,
): ((path: string) => boolean) | undefined {
  const [files, include] = [listed(members.get('files')), listed(members.get('include'))];
  const exclude = listed(members.get('exclude')) ?? (out === undefined ? [] : [out]);
  const given = [...(files ?? []), ...(include ?? (files === undefined ? ['**/*'] : [])).map(asFiles)];
  const left = [...exclude, ...exclude.map((one) => `${one}/**/*`)];
  if (!left.every((one) => PLAIN.test(one)) || !given.every((one) => PLAIN.test(one) && !HIDDEN.test(one)))
    return undefined;
  const [takes, leaves] = [given, left].map((patterns) => namesByGlob(patterns, folder, 'relative'));
  return takes && leaves && ((path) => takes(path) && !leaves(path));
}

function listed(value: Value | undefined): readonly string[] | undefined {
  return value === undefined
    ? undefined
    : itemsOf(value).map((one) => (textOf(one) ?? '!').replace(/^\.\/|\/+$/g, ''));
}

/** A folder stands for all that is in it. */
function asFiles(pattern: string): string {
  const last = pattern.slice(pattern.lastIndexOf('/') + 1);
  if (pattern === '.' || pattern === '') return '**/*';
  return last === '**' || !/[.*?]/.test(last) ? `${pattern.replace(/\/?\*\*$/, '')}/**/*` : pattern;
}

/** Patterns with what the compiler knows, and of this folder. */
const PLAIN = /^(?!\/|\.\.)[\w@*?./-]+$/;
/** What the compiler takes only where it is named. */
const HIDDEN = /(?:^|\/)(?:\.|node_modules\/)/;
