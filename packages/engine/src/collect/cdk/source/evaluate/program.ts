import type { Repository } from '../../../files/repository.ts';
import type { CdkApp } from '../../apps.ts';
import { parseSource } from '../syntax/parse.ts';
import type { Expression, SourceFile, Statement } from '../syntax/tree.ts';
import { type Aliases, aliasesOf } from './aliases.ts';
import { folderOf, normalized } from './paths.ts';

/** The files of an application that its entry leads to, by path. */
export interface Program {
  readonly entries: readonly string[];
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
  /** Files beside others that these import and that are not here. */
  readonly missing: readonly { readonly from: string; readonly module: string }[];
  /** Packages that they import. */
  readonly packages: ReadonlySet<string>;
  /** The file that an import means, or `undefined` where it is a package. */
  resolve(from: string, module: string): string | undefined;
}

/** The files that an application may be made of. */
export type Files = Pick<Repository, 'paths' | 'has' | 'text'>;

/** Where an application lies, and the command that starts it. */
export type App = Pick<CdkApp, 'folder' | 'command'> & Partial<Pick<CdkApp, 'file' | 'others'>>;

/** An application with more files than this is read in part. */
const MAX_FILES = 1500;

/** Reads what the entry of an application imports, directly or not; once for each application. */
export function readProgram(repository: Files, app: App): Promise<Program> {
  const before = READ.get(app);
  if (before !== undefined) return before;
  const program = read(repository, app);
  READ.set(app, program);
  return program;
}

const READ = new WeakMap<App, Promise<Program>>();

async function read(repository: Files, app: App): Promise<Program> {
  const files = new Map<string, SourceFile>();
  const missing: { from: string; module: string }[] = [];
  const packages = new Set<string>();
  const { entries, commands } = await entriesOf(repository, app);
  const skipped = commands.map((command) => ({
    file: command,
    why: `${app.file ?? command} runs it, and what it runs is not here`,
  }));
  const aliases = await aliasesOf(repository, app);
  const open = [...entries];
  const met = new Set(open);
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.size >= MAX_FILES) {
      skipped.push({ file, why: `more than ${MAX_FILES} files of one app` });
      continue;
    }
    const read = await repository.text(file);
    if (read.kind === 'skipped') {
      skipped.push({ file, why: read.why });
      continue;
    }
    // A JSON file is what it exports.
    const json = file.endsWith('.json');
    const parsed = await parseSource(json ? `${file}.js` : file, json ? `export = ${read.text}` : read.text);
    if (parsed === undefined) {
      skipped.push({ file, why: 'larger than what people write' });
      continue;
    }
    const source: SourceFile = { ...parsed, file };
    files.set(file, source);
    for (const module of modulesIn(source.body)) {
      const target = resolveModule(repository, app, aliases, file, module.name);
      const targets = target === undefined ? [] : [target];
      if (target === undefined) {
        if (module.name.startsWith('.')) missing.push({ from: file, module: module.name });
        else packages.add(module.name);
      }
      // `from a import b` may mean the file a/b.py.
      for (const name of module.parts) {
        const part = resolveModule(repository, app, aliases, file, joined(module.name, name));
        if (part !== undefined) targets.push(part);
      }
      for (const next of targets) {
        if (met.has(next)) continue;
        met.add(next);
        open.push(next);
      }
    }
  }
  return {
    entries,
    files,
    skipped,
    missing,
    packages,
    resolve: (from, module) => resolveModule(repository, app, aliases, from, module),
  };
}

/** The module `name` of the Python package `module`. */
export function joined(module: string, name: string): string {
  return module.endsWith('.') ? `${module}${name}` : `${module}.${name}`;
}

interface Imported {
  readonly name: string;
  readonly parts: readonly string[];
}

/** What a file imports and loads, wherever in it that stands. */
function modulesIn(body: readonly Statement[]): readonly Imported[] {
  const found: Imported[] = [];
  const open: unknown[] = [body];
  while (open.length > 0) {
    const part = open.pop();
    if (typeof part !== 'object' || part === null) continue;
    const imported = importedBy(part as Partial<Statement | Expression>);
    if (imported !== undefined) found.push(imported);
    for (const [name, inner] of Object.entries(part)) if (name !== 'at') open.push(inner);
  }
  return found;
}

function importedBy(part: Partial<Statement | Expression>): Imported | undefined {
  switch (part.kind) {
    case 'import': {
      const { module = '', names = [] } = part;
      return { name: module, parts: names.map((n) => n.imported) };
    }
    case 'export-from': {
      const { module = '', names = [] } = part;
      return { name: module, parts: names.map((n) => n.imported) };
    }
    case 'call': {
      const first = part.args?.[0]?.value;
      const isLoading = part.callee?.kind === 'name' && /^(require|import)$/.test(part.callee.name);
      return isLoading && first?.kind === 'literal' ? { name: String(first.value), parts: [] } : undefined;
    }
    default:
      return undefined;
  }
}

const ENDS = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx', '/index.ts', '/index.js'];

function resolveModule(
  repository: Files,
  app: App,
  aliases: Aliases,
  from: string,
  module: string,
): string | undefined {
  return from.endsWith('.py')
    ? pythonModule(repository, app, from, module)
    : scriptModule(repository, app, aliases, from, module);
}

function scriptModule(
  repository: Files,
  app: App,
  aliases: Aliases,
  from: string,
  module: string,
): string | undefined {
  const bases = module.startsWith('.')
    ? [`${folderOf(from)}/${module}`]
    : [
        ...aliases(module),
        // Settings that are not there name mostly one of these folders to start from.
        ...(/^(?:@\/|~\/|src\/|lib\/)/.test(module)
          ? [
              `${app.folder}/${module.replace(/^[@~]\//, '')}`,
              `${app.folder}/src/${module.replace(/^[@~]\//, '')}`,
            ]
          : []),
      ];
  for (const base of bases) {
    const path = normalized(base);
    if (path === undefined) continue;
    const written = path.replace(/\.([cm]?)js$/, '.$1ts');
    const found = [...(written === path ? [] : [written]), ...ENDS.map((end) => path + end)].find(
      (p) => repository.has(p) && /\.(?:[cm]?[jt]sx?|json)$/.test(p) && !p.endsWith('.d.ts'),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function pythonModule(repository: Files, app: App, from: string, module: string): string | undefined {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const path = module.slice(dots).replaceAll('.', '/');
  const start = dots === 0 ? undefined : `${folderOf(from)}${'/..'.repeat(dots - 1)}`;
  for (const base of start === undefined ? [app.folder, folderOf(from)] : [start]) {
    const whole = normalized(`${base}/${path}`);
    if (whole === undefined) continue;
    const found = [`${whole}.py`, `${whole}/__init__.py`].find((p) => repository.has(p));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The files that the commands of an application run; else the one that makes an app. */
async function entriesOf(repository: Files, app: App): Promise<Entries> {
  const commands = [app.command ?? '', ...(app.others ?? [])];
  const named = commands.map((command) => entryNamed(repository, app.folder, command));
  const entries = [...new Set(named.filter((entry) => entry !== undefined))];
  if (entries.length > 0)
    return { entries, commands: commands.filter((_command, i) => named[i] === undefined) };
  const makers = await makersIn(repository, app);
  return { entries: makers.length === 1 ? makers : [], commands: [] };
}

interface Entries {
  readonly entries: readonly string[];
  /** Those of which nothing is here that they run. */
  readonly commands: readonly string[];
}

/** The file that a command runs. */
function entryNamed(repository: Files, folder: string, command: string): string | undefined {
  for (const word of command.split(/[\s"'&;|]+/)) {
    if (!/\.(?:[cm]?[jt]s|py)$/.test(word) && !/\//.test(word)) continue;
    const path = normalized(`${folder}/${word}`);
    if (path === undefined) continue;
    const source = path.replace(/\.([cm]?)js$/, '.$1ts');
    // A compiled app runs from the folder of the results.
    const places = [
      source,
      path,
      source.replace(/(^|\/)(?:dist|build|out)\//, '$1'),
      source.replace(/(^|\/)(?:dist|build|out)\//, '$1src/'),
    ];
    const found = places
      .flatMap((p) => [p, `${p}.ts`, `${p}.js`])
      .find((p) => repository.has(p) && /\.(?:[cm]?[jt]s|py)$/.test(p));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The files of an application's folder that make an app. */
async function makersIn(repository: Files, app: App): Promise<readonly string[]> {
  const makers: string[] = [];
  const prefix = app.folder === '.' ? '' : `${app.folder}/`;
  const own = repository.paths.filter(
    (p) => p.startsWith(prefix) && /\.(?:[cm]?[jt]s|py)$/.test(p) && !NOT_SOURCE.test(p),
  );
  for (const path of own.slice(0, MAX_FILES)) {
    const read = await repository.text(path);
    if (
      read.kind === 'text' &&
      /\b(?:new (?:\w+\.)?App\(|(?:cdk|core|aws_cdk)\.App\(|= ?App\()/.test(read.text)
    )
      makers.push(path);
  }
  return makers;
}

/** Files that no app starts from. */
const NOT_SOURCE =
  /\.d\.ts$|\.min\.js$|(?:^|\/)(?:tests?|__tests__|specs?|e2e|cdk\.out)\/|\.(?:test|spec)\.[jt]sx?$|(?:^|\/)test_[^/]*\.py$/;
