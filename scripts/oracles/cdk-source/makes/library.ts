import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { syntaxOf } from './syntax.ts';
import { type ClassUnit, type FileUnits, LOADED, type Ref, type Unit, unitsOf } from './units.ts';

/** A class of the library, with what its names lead to. */
export interface LibraryClass extends ClassUnit {
  readonly file: string;
  /** The type of the resource that a `Cfn…` class is. */
  readonly type?: string;
}

export interface LibraryFile extends Omit<FileUnits, 'classes'> {
  readonly classes: readonly LibraryClass[];
}

/** All code of an installed library, by file. */
export interface LibraryCode {
  readonly version: string;
  readonly files: ReadonlyMap<string, LibraryFile>;
  resolve(file: string, ref: Ref): Meant;
}

export interface Meant {
  readonly classes: readonly LibraryClass[];
  readonly functions: readonly { readonly file: string; readonly name: string }[];
  /** Files that it is part of. */
  readonly files: readonly string[];
}

/** What is no code of constructs. */
const LEFT_OUT =
  /^(?:node_modules|rosetta|testhelpers|assertions|custom-resource-handlers\/dist\/.*\/(?:index|__entrypoint__)\.js|\.warnings\.jsii\.js|core\/lib\/analytics-data-source\/|cloudformation-include\/)/;

export async function readLibrary(folder: string): Promise<LibraryCode> {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const files = new Map<string, LibraryFile>();
  const constructs = join(folder, '../constructs');
  const paths = [
    ...globSync('**/*.js', { cwd: folder, exclude: (name) => name === 'node_modules' })
      .filter((path) => !LEFT_OUT.test(path))
      .map((path) => join(folder, path)),
    ...globSync('lib/**/*.js', { cwd: constructs }).map((path) => join(constructs, path)),
  ];
  for (const path of paths) {
    const source = readFileSync(path, 'utf8');
    const name = path.startsWith(constructs)
      ? `constructs/${relative(constructs, path)}`
      : relative(folder, path);
    files.set(
      name,
      /extends (?:[\w$]+(?:\(\))?\.)CfnResource\b/.test(source) && /\.generated\.js$/.test(path)
        ? resourcesOf(name, source)
        : await codeOf(name, source),
    );
  }
  return { version, files, resolve };

  function resolve(file: string, ref: Ref): Meant {
    if (ref.module === undefined) return inFile(file, ref.name);
    const target = targetOf(file, ref.module);
    return target === undefined ? NOTHING : exportedBy(target, ref.name, new Set());
  }

  function targetOf(from: string, module: string): string | undefined {
    if (module === 'constructs' || module.startsWith('constructs/')) return 'constructs/lib/index.js';
    if (!module.startsWith('.')) return undefined;
    const path = join(dirname(from), module).replace(/\/$/, '');
    return [path, `${path}.js`, `${path}/index.js`].find((one) => files.has(one));
  }

  function inFile(path: string, name: string): Meant {
    const file = files.get(path);
    if (file === undefined) return NOTHING;
    const classes = file.classes.filter((one) => one.names.has(name));
    const own = file.functions.get(name);
    return { classes, functions: own === undefined ? [] : [{ file: path, name }], files: [path] };
  }

  function exportedBy(path: string, name: string, seen: Set<string>): Meant {
    const file = files.get(path);
    if (file === undefined || seen.has(path)) return NOTHING;
    seen.add(path);
    if (name === LOADED) return { ...NOTHING, files: [path] };
    if (name === '*') return allOf(path, new Set());
    const own = inFile(path, name);
    const renamed = file.exported.get(name);
    const other = renamed === undefined ? NOTHING : inFile(path, renamed);
    if (own.classes.length + own.functions.length + other.classes.length + other.functions.length > 0)
      return joined([own, other]);
    const further = file.handsOn.flatMap((module) => targetOf(path, module) ?? []);
    return joined([
      { ...NOTHING, files: [path] },
      ...[...new Set(further)].map((next) => exportedBy(next, name, seen)),
    ]);
  }

  function allOf(path: string, seen: Set<string>): Meant {
    const file = files.get(path);
    if (file === undefined || seen.has(path)) return NOTHING;
    seen.add(path);
    const further = file.handsOn.flatMap((module) => targetOf(path, module) ?? []);
    return joined([
      {
        classes: file.classes,
        functions: [...file.functions.keys()].map((name) => ({ file: path, name })),
        files: [path],
      },
      ...further.map((next) => allOf(next, seen)),
    ]);
  }
}

const NOTHING: Meant = { classes: [], functions: [], files: [] };

function joined(all: readonly Meant[]): Meant {
  return {
    classes: all.flatMap((one) => one.classes),
    functions: all.flatMap((one) => one.functions),
    files: all.flatMap((one) => one.files),
  };
}

async function codeOf(file: string, source: string): Promise<LibraryFile> {
  const units = unitsOf(await syntaxOf(source), source);
  return { ...units, classes: units.classes.map((one) => Object.assign(one, { file })) };
}

/** The generated classes of resources make their own and nothing else. */
function resourcesOf(file: string, source: string): LibraryFile {
  const unit = (): Unit => ({ name: '', types: new Set(), names: new Set(), refs: [] });
  const classes = [
    ...source.matchAll(/class (Cfn\w+) extends [\s\S]{0,2000}?CFN_RESOURCE_TYPE_NAME\s?=\s?"([^"]+)"/g),
    ...source.matchAll(/\b(Cfn\w+)\.CFN_RESOURCE_TYPE_NAME\s?=\s?"([^"]+)"/g),
  ].map(([, name = '', type = '']): LibraryClass => {
    const make = unit();
    make.types.add(type);
    return {
      file,
      type,
      names: new Set([name]),
      parent: { module: undefined, name: 'CfnResource', as: 'value' },
      odd: false,
      fqn: undefined,
      make,
      methods: new Map(),
      statics: new Map(),
    };
  });
  return {
    load: unit(),
    functions: new Map(),
    classes,
    exported: new Map(),
    handsOn: [],
    gives: [],
    patches: false,
    computed: [],
  };
}

export function exists(folder: string): boolean {
  return existsSync(folder) && statSync(folder).isDirectory();
}
