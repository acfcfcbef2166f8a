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
  /** The file that an import means, or `undefined` where it is a package. */
  resolve(from: string, module: string): string | undefined;
}

/** An application with more files than this is read in part. */
const MAX_FILES = 1500;

/** Reads what the entry of an application imports, directly or not; once for each application. */
export function readProgram(repository: Repository, app: CdkApp): Promise<Program> {
  const before = READ.get(app);
  if (before !== undefined) return before;
  const program = read(repository, app);
  READ.set(app, program);
  return program;
}

const READ = new WeakMap<CdkApp, Promise<Program>>();

async function read(repository: Repository, app: CdkApp): Promise<Program> {
  const files = new Map<string, SourceFile>();
  const { entries, missing } = await entriesOf(repository, app);
  const skipped = missing.map((command) => ({
    file: command,
    why: `${app.file} runs it, and what it runs is not here`,
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

function modulesIn(body: readonly Statement[], depth = 0): Imported[] {
  if (depth > 40) return [];
  return body.flatMap((statement): Imported[] => {
    switch (statement.kind) {
      case 'import':
        return [{ name: statement.module, parts: statement.names.map((n) => n.imported) }];
      case 'export-from':
        return [{ name: statement.module, parts: (statement.names ?? []).map((n) => n.imported) }];
      case 'declare':
        return statement.value === undefined ? [] : requiredIn(statement.value);
      case 'if':
        return [...modulesIn(statement.yes, depth + 1), ...modulesIn(statement.no, depth + 1)];
      case 'block':
      case 'each':
      case 'loop':
        return modulesIn(statement.body, depth + 1);
      case 'try':
        return [...modulesIn(statement.body, depth + 1), ...modulesIn(statement.handler, depth + 1)];
      case 'function':
        return Array.isArray(statement.value.body)
          ? modulesIn(statement.value.body as Statement[], depth + 1)
          : [];
      case 'class':
        return [
          ...statement.value.methods.map((m) => m.value),
          ...(statement.value.make === undefined ? [] : [statement.value.make]),
        ].flatMap((f) => (Array.isArray(f.body) ? modulesIn(f.body as Statement[], depth + 1) : []));
      default:
        return [];
    }
  });
}

function requiredIn(value: Expression): Imported[] {
  const call = value.kind === 'member' ? value.object : value;
  const first = call.kind === 'call' ? call.args[0]?.value : undefined;
  if (call.kind !== 'call' || call.callee.kind !== 'name' || call.callee.name !== 'require') return [];
  return first?.kind === 'literal' ? [{ name: String(first.value), parts: [] }] : [];
}

const ENDS = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx', '/index.ts', '/index.js'];

function resolveModule(
  repository: Repository,
  app: CdkApp,
  aliases: Aliases,
  from: string,
  module: string,
): string | undefined {
  return from.endsWith('.py')
    ? pythonModule(repository, app, from, module)
    : scriptModule(repository, app, aliases, from, module);
}

function scriptModule(
  repository: Repository,
  app: CdkApp,
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

function pythonModule(repository: Repository, app: CdkApp, from: string, module: string): string | undefined {
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
async function entriesOf(repository: Repository, app: CdkApp): Promise<Entries> {
  const commands = [app.command ?? '', ...(app.others ?? [])];
  const named = commands.map((command) => entryNamed(repository, app.folder, command));
  const entries = [...new Set(named.filter((entry) => entry !== undefined))];
  if (entries.length > 0)
    return { entries, missing: commands.filter((_command, i) => named[i] === undefined) };
  const makers = await makersIn(repository, app);
  return { entries: makers.length === 1 ? makers : [], missing: [] };
}

interface Entries {
  readonly entries: readonly string[];
  /** Commands of which nothing is here that they run. */
  readonly missing: readonly string[];
}

/** The file that a command runs. */
function entryNamed(repository: Repository, folder: string, command: string): string | undefined {
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
async function makersIn(repository: Repository, app: CdkApp): Promise<readonly string[]> {
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
