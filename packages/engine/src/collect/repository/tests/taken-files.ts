import { inCode } from '../../../model/origin.ts';
import { unknown, type Value } from '../../../model/value.ts';
import { folderOf, join } from '../../files/paths.ts';
import { moduleOf } from '../code/modules.ts';
import { rootOf } from '../code/syntax/expressions.ts';
import type { Expression, ObjectExpression, SourceModule } from '../code/syntax/source-module.ts';
import { placeIn, written } from '../fact.ts';
import type { SourceOfFiles } from '../reader.ts';
import { itemsOf, member, membersOf, readStructured, textOf } from '../structured-text.ts';
import { namesByGlob, namesByRegex } from './name-patterns.ts';

/** Why no runner takes a file of tests, by the names that the settings of each give; what would tell where one cannot be read. */
export type Left = (file: string, framework: string | undefined) => Value | undefined;

/** One setting that says which files are tests. */
interface Setting {
  readonly file: string;
  readonly runner: 'jest' | 'vitest';
  /** Whether it takes a file; nothing where it is not written out. */
  readonly takes: ((file: string) => boolean) | undefined;
  /** It cannot be read at all. */
  readonly isUnread?: true;
}

/** Where Jest and Vitest are told which files are tests, and what of them they leave. */
export async function filesLeft(source: SourceOfFiles): Promise<Left> {
  const byPackage = new Map<string, Setting[]>();
  const manifests = new Set(source.paths.filter((path) => MANIFEST.test(path)).map(folderOf));
  const packageOf = (path: string) => {
    for (let folder = folderOf(path); ; folder = folderOf(folder))
      if (manifests.has(folder) || folder === '.') return folder;
  };
  const isOwn = (path: string) => !['vendored', 'example'].includes(source.kind(path));
  for (const path of source.paths) {
    if (!SETTINGS.test(path)) continue;
    if (!isOwn(path)) continue;
    const own = packageOf(path);
    const settings = await settingsIn(
      path,
      source,
      (named) => IS_SETTING.test(named) && source.has(named) && packageOf(named) === own && isOwn(named),
    );
    byPackage.set(own, [...(byPackage.get(own) ?? []), ...settings]);
  }
  return (file, framework) => {
    // Another runner may take it, wherever it stands.
    const own = packageOf(file);
    const closed = (byPackage.get(own) ?? []).find(({ isUnread }) => isUnread === true);
    if (framework === undefined && closed !== undefined) return open(closed);
    if (framework !== 'jest' && framework !== 'vitest') return undefined;
    const nearest = (byPackage.get(own) ?? []).filter(({ runner }) => runner === framework);
    if (nearest.length === 0) return undefined;
    const above = [...byPackage].flatMap(([folder, settings]) =>
      folder !== own && (folder === '.' || own.startsWith(`${folder}/`)) ? settings : [],
    );
    const all = [...nearest, ...above];
    const unread = all.find(({ isUnread }) => isUnread === true);
    const copies = [file, ...madeOf(file).filter((path) => source.kind(path) === 'generated')];
    if (all.some(({ takes, isUnread }) => isUnread !== true && copies.some((one) => takes?.(one) !== false)))
      return undefined;
    if (unread !== undefined) return open(unread);
    return written(`${nearest[0]!.file} names other files as tests`, placeIn(nearest[0]!.file));
  };
}

/** What a compiler makes of a file, and may be what a runner takes. */
function madeOf(file: string): readonly string[] {
  const made = file.replace(/\.([mc]?)ts$|\.tsx$/, '.$1js');
  return made === file ? [] : [made];
}

function open({ file }: Setting): Value {
  return unknown('not-readable', `making ${file} readable`, inCode(placeIn(file)));
}

const MANIFEST = /(?:^|\/)package\.json$/;
const SETTINGS = /(?:^|\/)(?:package\.json|(?:jest|vitest|vite)[\w.-]*\.(?:json|[cm]?[jt]s))$/;
const IS_SETTING =
  /(?:^|\/)(?:jest[\w.-]*\.json|(?:jest|vitest|vite)[\w.-]*\.(?:config|workspace)\.\w+|(?:jest|vitest|vite)\.(?:config|workspace)[\w.-]*)$/;

async function settingsIn(
  path: string,
  source: SourceOfFiles,
  isRead: (settings: string) => boolean,
): Promise<readonly Setting[]> {
  const isManifest = MANIFEST.test(path);
  if (!isManifest && !IS_SETTING.test(path)) return [];
  const runner = /(?:^|\/)vite[\w.-]*$/.test(path) ? 'vitest' : 'jest';
  const read = await source.text(path);
  const unread = { file: path, takes: undefined, isUnread: true as const };
  if (read.kind !== 'text')
    return isManifest
      ? [
          { ...unread, runner: 'jest' },
          { ...unread, runner: 'vitest' },
        ]
      : [{ ...unread, runner }];
  if (path.endsWith('.json')) {
    const { documents, problem } = readStructured(path, read.text);
    const [root] = documents;
    if (problem !== undefined) return [{ file: path, runner, takes: undefined }];
    const jest = isManifest ? member(root, 'jest') : root;
    // A command may name settings, or files, of its own.
    const told = isManifest
      ? [...membersOf(member(root, 'scripts')).values()].some((one) =>
          tells(
            textOf(one) ?? '',
            folderOf(path),
            isRead,
            jest !== undefined || hasOwn(folderOf(path), source),
          ),
        )
      : false;
    const elsewhere = told
      ? (['jest', 'vitest'] as const).map((of) => ({ file: path, runner: of, takes: undefined }))
      : [];
    return jest === undefined
      ? elsewhere
      : [...elsewhere, { file: path, runner: 'jest', takes: takenByJest(folderOf(path), textsOf(jest)) }];
  }
  const module = await moduleOf(source, path, read.text);
  const settings = module === undefined || module.problems.length > 0 ? undefined : objectOf(module);
  if (settings === undefined) return [{ file: path, runner, takes: undefined }];
  if (runner === 'jest')
    return [{ file: path, runner, takes: takenByJest(folderOf(path), literalsOf(module!, settings)) }];
  const test = settings.members.find(({ name }) => name === 'test')?.value;
  if (test === undefined && !settings.open && path.includes('vite.')) return [];
  const own = test?.kind === 'object' && !settings.open ? literalsOf(module!, test) : undefined;
  const isMoved = settings.members.some(({ name }) => name === 'root');
  return [{ file: path, runner, takes: isMoved ? undefined : takenByVitest(folderOf(path), own) }];
}

/** Options by which a command says itself which files are tests, each with what it is given. */
const TELLS =
  /\s--?(testMatch|testRegex|config|projects?|rootDir|root|dir|workspace|runTestsByPath|[cr])\b(?:=|\s+)?(?:(["'])(.*?)\2|([^\s"']+))?/g;

/** Whether a runner that is told nothing finds settings in a folder. Else it takes what is named as tests are by default. */
function hasOwn(folder: string, source: SourceOfFiles): boolean {
  return source.paths.some(
    (path) => folderOf(path) === folder && /(?:^|\/)(?:jest|vitest|vite)\.config\.\w+$/.test(path),
  );
}

/** Whether a command may take other files than settings say that are read: settings that it names alone are among them. */
function tells(
  command: string,
  folder: string,
  isRead: (settings: string) => boolean,
  hasDefault: boolean,
): boolean {
  const start = command.search(/\b(?:jest|vitest)\b/);
  if (start < 0) return false;
  const options = [...command.slice(start).matchAll(TELLS)];
  const runs = [...command.matchAll(/(?:^|[\s&|;/])(?:jest|vitest)(?=\s|$)/g)].length;
  if (runs > options.length && !hasDefault) return true;
  return options.some(([, option, , quoted, plain]) => {
    const named = option === 'config' || option === 'c' ? (quoted ?? plain) : undefined;
    const settings = named === undefined || /\bcd\s/.test(command) ? undefined : join(folder, named);
    return settings === undefined || !isRead(settings);
  });
}

/** The texts that settings give by name; `undefined` where one is not written out. */
type Given = ReadonlyMap<string, readonly string[] | undefined>;

function takenByJest(folder: string, given: Given | undefined): Setting['takes'] {
  if (given === undefined || given.has('projects')) return undefined;
  const [told = '.'] = given.has('rootDir') ? (given.get('rootDir') ?? [undefined]) : ['.'];
  const root = told === undefined || /[<$]/.test(told) ? undefined : join(folder, told);
  if (root === undefined || (given.has('rootDir') && given.get('rootDir') === undefined)) return undefined;
  const match = given.get('testMatch');
  const regex = given.get('testRegex');
  if (match !== undefined && !given.has('testRegex'))
    return within(root, namesByGlob(match, root, 'absolute'));
  if (regex !== undefined && !given.has('testMatch')) return within(root, namesByRegex(regex, root));
  return undefined;
}

function takenByVitest(folder: string, given: Given | undefined): Setting['takes'] {
  if (
    given === undefined ||
    ['projects', 'workspace', 'root', 'dir', 'includeSource', 'typecheck'].some((one) => given.has(one))
  )
    return undefined;
  const include = given.get('include');
  return include === undefined ? undefined : within(folder, namesByGlob(include, folder, 'relative'));
}

/** What lies elsewhere is not looked at. */
function within(root: string, takes: Setting['takes']): Setting['takes'] {
  return takes && ((file) => (root === '.' || file.startsWith(`${root}/`)) && takes(file));
}

function textsOf(object: Value): Given | undefined {
  if (object.kind !== 'object') return undefined;
  return new Map(
    [...membersOf(object)].map(([name, value]) => {
      const one = textOf(value);
      const items = itemsOf(value).map(textOf);
      const all = items.every((item) => item !== undefined) && items.length > 0 ? items : undefined;
      return [name, one === undefined ? all : [one]];
    }),
  );
}

function literalsOf(module: SourceModule, object: ObjectExpression): Given | undefined {
  if (object.open) return undefined;
  return new Map(
    object.members.map(({ name, value }) => {
      const items = value.kind === 'list' && !value.open ? value.items : [value];
      const texts = items.map((item) => textIn(module, item, 0));
      return [name, texts.every((text) => text !== undefined) && texts.length > 0 ? texts : undefined];
    }),
  );
}

/** A text that is written out, in pieces too, or behind a name that is given nothing else. */
function textIn(module: SourceModule, value: Expression, depth: number): string | undefined {
  if (depth > 3) return undefined;
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : undefined;
  if (value.kind === 'name') {
    const [bound, more] = module.bindings.filter(({ target }) => rootOf(target) === value.name);
    const isFixed = bound?.declares === true && bound.target.kind === 'name' && more === undefined;
    return isFixed ? textIn(module, bound.value, depth + 1) : undefined;
  }
  if (value.kind !== 'text' || module.texts[value.text]!.tag !== undefined) return undefined;
  const parts = module.texts[value.text]!.parts.map((part) =>
    typeof part === 'string' ? part : textIn(module, part, depth + 1),
  );
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
}

/** The object that a file of settings gives: as it stands, behind a name, or in `defineConfig(…)`. */
function objectOf(module: SourceModule): ObjectExpression | undefined {
  const given = module.exports.find(({ name }) => name === 'default' || name === '*')?.value;
  const named = (value: Expression | undefined, depth: number): ObjectExpression | undefined => {
    if (value === undefined || depth > 3) return undefined;
    if (value.kind === 'object') return value;
    if (value.kind === 'call') {
      const { path, arguments: inside } = module.calls[value.call]!;
      return /(?:^|\.)defineConfig$/.test(path ?? '') && inside.length === 1
        ? named(inside[0]!.value, depth + 1)
        : undefined;
    }
    if (value.kind !== 'name') return undefined;
    const bound = module.bindings.filter(({ target }) => rootOf(target) === value.name);
    return bound.length === 1 ? named(bound[0]!.value, depth + 1) : undefined;
  };
  return named(given, 0);
}
