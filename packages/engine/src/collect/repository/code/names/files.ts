import { onceFor } from '../../../../once-for.ts';
import { folderOf } from '../../../files/paths.ts';
import type { SourceOfFiles } from '../../reader.ts';
import type { SourceModule } from '../syntax/source-module.ts';

/** Where the module is that an import names: a file of the repository, a package of others, or something that was not read. */
export type Found =
  | { readonly kind: 'file'; readonly file: string }
  /** A folder of Python modules without a module of its own. */
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'package' }
  | { readonly kind: 'open'; readonly why: string };

const PACKAGE: Found = { kind: 'package' };
/** Where Lambda puts the files of layers. */
const OF_LAYERS = '/opt/';
const ENDINGS = ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '.vue', '.svelte', '.astro'];

/** What leads from a name of an import to a file: paths, configuration of compilers, names of packages in the repository. */
export class ModuleFiles {
  readonly #files: ReadonlySet<string>;
  readonly #source: SourceOfFiles;
  readonly #folders: ReadonlySet<string>;
  /** Folders with Python at any depth, but for the top. */
  readonly #pythonFolders: ReadonlySet<string>;
  /** From folder to what its `tsconfig.json` says of names. */
  readonly #aliases: ReadonlyMap<string, Aliases>;
  /** From name to folder. */
  readonly #packages: ReadonlyMap<string, string>;
  readonly #pythonTops: ReadonlyMap<string, readonly string[]>;
  readonly #found = new Map<string, Found>();
  /** Whether everything was read that gives short names to files. */
  readonly areNamesKnown: boolean;

  private constructor(
    files: readonly string[],
    source: SourceOfFiles,
    aliases: ReadonlyMap<string, Aliases>,
    packages: ReadonlyMap<string, string>,
    areNamesKnown: boolean,
  ) {
    this.areNamesKnown = areNamesKnown;
    this.#files = new Set(files);
    this.#source = source;
    this.#aliases = aliases;
    this.#packages = packages;
    const folders = new Set<string>();
    const pythonFolders = new Set<string>();
    const tops = new Map<string, Set<string>>();
    for (const file of files) {
      for (let at = folderOf(file); !folders.has(at); at = folderOf(at)) {
        folders.add(at);
        if (at === '.') break;
      }
      if (!file.endsWith('.py')) continue;
      for (let at = folderOf(file); at !== '.' && !pythonFolders.has(at); at = folderOf(at))
        pythonFolders.add(at);
      const steps = file.slice(0, -3).split('/');
      for (const [index, step] of steps.entries()) {
        const places = tops.get(step) ?? new Set();
        tops.set(step, places.add(steps.slice(0, index).join('/') || '.'));
      }
    }
    this.#folders = folders;
    this.#pythonFolders = pythonFolders;
    this.#pythonTops = new Map([...tops].map(([name, places]) => [name, [...places]]));
  }

  static async of(modules: Iterable<string>, source: SourceOfFiles): Promise<ModuleFiles> {
    const aliases = new Map<string, Aliases>();
    const packages = new Map<string, string>();
    let areNamesKnown = true;
    for (const path of source.paths) {
      const name = nameOf(path);
      const isConfiguration = /^[jt]sconfig(\.base)?\.json$/.test(name);
      if (!isConfiguration && name !== 'package.json') continue;
      const text = await source.text(path);
      const said = text.kind === 'text' ? looseJson(text.text) : undefined;
      areNamesKnown &&= said !== undefined;
      if (said === undefined) continue;
      const folder = folderOf(path);
      if (name === 'package.json') {
        if (typeof said['name'] === 'string') packages.set(said['name'], folder);
      } else if (!aliases.has(folder) || name !== 'jsconfig.json') {
        const found = aliasesOf(await optionsOf(path, said, source), folder);
        if (found !== undefined) aliases.set(folder, found);
      }
    }
    return new ModuleFiles([...modules], source, aliases, packages, areNamesKnown);
  }

  /** What `module` means in a file. */
  find({ file, language }: Pick<SourceModule, 'file' | 'language'>, module: string): Found {
    const key = `${language} ${folderOf(file)} ${module}`;
    const before = this.#found.get(key);
    if (before !== undefined) return before;
    const found = language === 'python' ? this.#python(file, module) : this.#script(file, module);
    this.#found.set(key, found);
    return found;
  }

  #script(file: string, module: string): Found {
    if (/^\.{1,2}(\/|$)/.test(module)) {
      const path = joined(folderOf(file), module);
      const found = path === undefined ? undefined : this.#scriptAt(path);
      if (found !== undefined) return { kind: 'file', file: found };
      return { kind: 'open', why: `${module} is not among the files that are read` };
    }
    for (let at = folderOf(file); ; at = folderOf(at)) {
      for (const path of this.#aliases.get(at)?.(module) ?? []) {
        const found = this.#scriptAt(path);
        if (found !== undefined) return { kind: 'file', file: found };
      }
      if (at === '.') break;
    }
    if (module.startsWith(OF_LAYERS)) return this.#inLayer(module);
    const own = this.#ownPackage(module);
    if (own !== undefined) return own;
    // `@/`, `~/` and, with Nuxt, `~~/`: from the top or from `src`; `$lib` of SvelteKit is `src/lib`.
    const [short, lib] = /^(?:[@~]{1,2}\/|(\$lib)(?:\/|$))/.exec(module) ?? [];
    if (short !== undefined) {
      const rest = `${lib === undefined ? '' : 'lib/'}${module.slice(short.length)}`.replace(/\/$/, '');
      for (let at = folderOf(file); ; at = folderOf(at)) {
        const found = this.#scriptAt(within(at, rest)) ?? this.#scriptAt(within(at, `src/${rest}`));
        if (found !== undefined) return { kind: 'file', file: found };
        if (at === '.') return { kind: 'open', why: `where ${module} is cannot be told` };
      }
    }
    return PACKAGE;
  }

  /**
   * A file of a layer of Lambda, by its path in the package of the layer, wherever that lies in the repository.
   * Source: AWS Lambda Developer Guide, "Packaging your layer content".
   */
  #inLayer(module: string): Found {
    const path = module.slice(OF_LAYERS.length);
    const bare = path.replace(/\.[mc]?jsx?$/, '');
    const names = [path, ...ENDINGS.flatMap((ending) => [bare + ending, within(bare, `index${ending}`)])];
    const named = filesByName(this.#files);
    // In the folder of a runtime a path says enough; any other may be that of another file.
    const isSure = (file: string) => /^nodejs\/./.test(path) || /layer/i.test(folderOf(file));
    const found = [...new Set(names)].flatMap((name) =>
      (named.get(nameOf(name)) ?? []).filter(
        (file) => (file === name || file.endsWith(`/${name}`)) && isSure(file),
      ),
    );
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) return { kind: 'file', file: only };
    const why =
      only === undefined ? 'is in a layer that is not among the files that are read' : 'is in several layers';
    return { kind: 'open', why: `${module} ${why}` };
  }

  #ownPackage(module: string): Found | undefined {
    const name = module.startsWith('@') ? module.split('/').slice(0, 2).join('/') : module.split('/')[0]!;
    const folder = this.#packages.get(name);
    if (folder === undefined) return undefined;
    const rest = module.slice(name.length + 1);
    const found = ['src', '.', 'lib', 'dist']
      .map((part) => this.#scriptAt(within(within(folder, part), rest === '' ? 'index' : rest)))
      .find((at) => at !== undefined);
    return found === undefined
      ? { kind: 'open', why: `what ${module} exports cannot be told` }
      : { kind: 'file', file: found };
  }

  #scriptAt(path: string): string | undefined {
    if (this.#files.has(path)) return path;
    const bare = path.replace(/\.[mc]?jsx?$/, '');
    for (const start of bare === path ? [path] : [bare, path])
      for (const ending of ENDINGS) if (this.#files.has(start + ending)) return start + ending;
    for (const ending of ENDINGS) {
      const index = within(path, `index${ending}`);
      if (this.#files.has(index)) return index;
    }
    return undefined;
  }

  #python(file: string, module: string): Found {
    const dots = /^\.*/.exec(module)![0].length;
    const steps = module
      .slice(dots)
      .split('.')
      .filter((step) => step !== '');
    if (dots > 0) {
      let base = folderOf(file);
      for (let up = 1; up < dots; up++) base = folderOf(base);
      return (
        this.#pythonAt(base, steps) ?? { kind: 'open', why: `${module} is not among the files that are read` }
      );
    }
    // A module of the repository of the same name is found by its folder: `from app.logging import setup`.
    if (STANDARD.has(steps[0] ?? '')) return PACKAGE;
    for (let at = folderOf(file); ; at = folderOf(at)) {
      const found = this.#pythonAt(at, steps);
      if (found !== undefined) return found;
      if (at === '.') break;
    }
    // Folders that a deployment puts on the path: layers, `src`.
    const places = (this.#pythonTops.get(steps[0]!) ?? []).flatMap((at) => this.#pythonAt(at, steps) ?? []);
    const onPath = places.filter((found) => ON_PATH.test(placeOf(found, steps)));
    const [only, ...others] = onPath;
    if (only !== undefined && others.length === 0) return only;
    return onPath.length > 1 ? { kind: 'open', why: `${module} is in several folders` } : PACKAGE;
  }

  #pythonAt(folder: string, steps: readonly string[]): Found | undefined {
    const path = steps.reduce(within, folder);
    for (const file of [`${path}.py`, within(path, '__init__.py')])
      if (this.#files.has(file) && steps.length > 0) return { kind: 'file', file };
    if (steps.length === 0 && this.#files.has(within(path, '__init__.py')))
      return { kind: 'file', file: within(path, '__init__.py') };
    if (this.#folders.has(path) && (steps.length === 0 || this.#pythonFolders.has(path)))
      return { kind: 'folder', folder: path };
    return undefined;
  }

  /** A module of Python in a folder: `store` in `src`. */
  inFolder(folder: string, name: string): Found | undefined {
    return this.#pythonAt(folder, [name]);
  }

  /** Whether a file exists that is not read as code. */
  has(path: string): boolean {
    return this.#source.has(path);
  }
}

/** Modules of Python's own library that every program has loaded before its own: a name alone means no file beside it. */
const STANDARD: ReadonlySet<string> = new Set(
  (
    'abc argparse asyncio base64 collections contextlib copy csv dataclasses datetime decimal email enum functools hashlib hmac ' +
    'html http importlib inspect io itertools json logging math multiprocessing operator os pathlib pickle random re shutil ' +
    'socket ssl string subprocess sys tempfile threading time traceback types typing unittest urllib uuid warnings'
  ).split(' '),
);

const ON_PATH = /(^|\/)(python|src|lib|layers?(\/[^/]+)?|shared|common)$|^\.$/;

function placeOf(found: Found, steps: readonly string[]): string {
  const path =
    found.kind === 'file'
      ? found.file.replace(/(\/__init__)?\.py$/, '')
      : found.kind === 'folder'
        ? found.folder
        : '';
  return path.split('/').slice(0, -steps.length).join('/') || '.';
}

const filesByName = onceFor((files: ReadonlySet<string>) => Map.groupBy(files, nameOf));

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The paths that a name may stand for, the likeliest first. */
type Aliases = (module: string) => readonly string[];

/** What a file of settings says of names, with what it takes over from those that it extends. */
interface Options {
  readonly baseUrl?: string;
  readonly paths?: { readonly rows: Readonly<Record<string, unknown>>; readonly folder: string };
}

/** Settings extend settings. */
const FURTHEST = 8;

async function optionsOf(
  path: string,
  said: Readonly<Record<string, unknown>>,
  source: SourceOfFiles,
  steps = 0,
): Promise<Options> {
  const folder = folderOf(path);
  const options = isRecord(said['compilerOptions']) ? said['compilerOptions'] : {};
  const baseUrl = typeof options['baseUrl'] === 'string' ? joined(folder, options['baseUrl']) : undefined;
  const paths = isRecord(options['paths']) ? { rows: options['paths'], folder } : undefined;
  let found: Options = {};
  // The last of several stands over those before it; what packages of others say of names is for their own files.
  for (const one of steps > FURTHEST ? [] : [said['extends']].flat()) {
    const target = typeof one === 'string' && one.startsWith('.') ? joined(folder, one) : undefined;
    const at = [target, `${target}.json`].find((file) => file !== undefined && source.has(file));
    const text = at === undefined ? undefined : await source.text(at);
    const other = text?.kind === 'text' ? looseJson(text.text) : undefined;
    if (other !== undefined) found = { ...found, ...(await optionsOf(at!, other, source, steps + 1)) };
  }
  return {
    ...found,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(paths === undefined ? {} : { paths }),
  };
}

function aliasesOf({ baseUrl, paths }: Options, folder: string): Aliases | undefined {
  const base = baseUrl ?? paths?.folder ?? folder;
  const rows = Object.entries(paths?.rows ?? {});
  if (rows.length === 0 && baseUrl === undefined) return undefined;
  return (module) => {
    const found = rows.flatMap(([pattern, targets]) => {
      const [start = '', end] = pattern.split('*');
      const fits =
        end === undefined
          ? module === start
          : module.length >= start.length + end.length && module.startsWith(start) && module.endsWith(end);
      if (!fits || !Array.isArray(targets)) return [];
      const star = end === undefined ? '' : module.slice(start.length, module.length - end.length);
      return targets.flatMap((target) =>
        typeof target === 'string'
          ? (joined(
              base,
              target.replace('*', () => star),
            ) ?? [])
          : [],
      );
    });
    return baseUrl === undefined ? found : [...found, within(baseUrl, module)];
  };
}

/** JSON as people write it in configuration: with comments and commas at the end. */
function looseJson(text: string): Readonly<Record<string, unknown>> | undefined {
  const bare = text
    .replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '$1')
    .replace(/,(\s*[}\]])/g, '$1');
  try {
    const said: unknown = JSON.parse(bare);
    return isRecord(said) ? said : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function within(folder: string, path: string): string {
  if (path === '' || path === '.') return folder;
  return folder === '.' ? path : `${folder}/${path}`;
}

/** A path from a folder, or `undefined` where it leads out of the repository. */
function joined(folder: string, path: string): string | undefined {
  const steps = folder === '.' ? [] : folder.split('/');
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join('/') || '.';
}
