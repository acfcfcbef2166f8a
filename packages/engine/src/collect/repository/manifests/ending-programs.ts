import { inCode } from '../../../model/origin.ts';
import { unknown, type Value } from '../../../model/value.ts';
import { folderOf, join } from '../../files/paths.ts';
import { moduleOf } from '../code/modules.ts';
import { type Call, isIn, type Place, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { placeIn, written } from '../fact.ts';
import type { SourceOfFiles } from '../reader.ts';
import { SCRIPT_FRAMEWORKS } from '../tests/framework-names.ts';

/**
 * Why a command cannot fail that starts a program of the repository: the program catches whatever goes wrong in what it tries,
 * and ends with 0. Nothing where it may fail, or nobody can say; what would tell where its code cannot be read.
 */
export async function cannotFailBy(
  command: string,
  folder: string,
  source: SourceOfFiles,
): Promise<Value | undefined> {
  const named = STARTS.exec(command.trim())?.[1];
  const path = named === undefined ? undefined : join(folder, named);
  const file = fileAt(path, source);
  if (file === undefined) {
    const isClosed = path !== undefined && /\.[cm]?[jt]s$/.test(path) && source.leftOut(path) !== undefined;
    return isClosed ? unknown('not-readable', `making ${path} readable`, inCode(placeIn(path))) : undefined;
  }
  const modules: SourceModule[] = [];
  const left = [file];
  for (const path of left) {
    if (modules.length >= MOST) return undefined;
    const read = await source.text(path);
    if (read.kind !== 'text')
      return unknown('not-readable', `making ${path} readable`, inCode(placeIn(path)));
    if (MAY_END_OTHERWISE.test(read.text)) return undefined;
    const module = await moduleOf(source, path, read.text);
    if (module === undefined || module.problems.length > 0) return undefined;
    modules.push(module);
    for (const name of takenIn(module)) {
      if (SCRIPT_FRAMEWORKS.has(name)) return undefined;
      if (!name.startsWith('.')) continue;
      const taken = fileAt(join(folderOf(path), name), source);
      if (taken === undefined) return undefined;
      if (!left.includes(taken)) left.push(taken);
    }
  }
  const [program, ...others] = modules;
  if (program === undefined || others.some(({ calls }) => calls.some(exits))) return undefined;
  const end = program.calls.find((call) => exits(call) && isAlways(call, program));
  if (end === undefined || !isSwallowed(program)) return undefined;
  const at = placeIn(file, end.at.line, end.at.column);
  return written(`${file} catches what fails, and ends with 0 whatever happened`, at);
}

/** A program by its file, and nothing besides. */
const STARTS =
  /^(?:cross-env\s+)?(?:[A-Z_]\w*=\S*\s+)*(?:npx\s+)?(?:node|tsx|ts-node|bun(?:\s+run)?)\s+(?:(?!--test\b)--?[\w-]+(?:=\S+)?\s+)*((?:\.{1,2}\/)*[\w@][\w@./-]*)(?:\s+[\w@=./:-]+)*$/;

const ENDINGS = ['', '.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '/index.js', '/index.ts'];

function fileAt(path: string | undefined, source: SourceOfFiles): string | undefined {
  if (path === undefined) return undefined;
  const bare = path.replace(/\.[cm]?js$/, '');
  return [path, bare]
    .flatMap((start) => ENDINGS.map((ending) => start + ending))
    .find((one) => /\.[cm]?[jt]s$/.test(one) && source.has(one));
}

/** What a program takes in is looked through up to here. */
const MOST = 60;

/** Any end but `process.exit(0)`: another code, one that is kept for the end, a signal, or one that goes by another name. */
const MAY_END_OTHERWISE =
  /exitCode|\bprocess\s*\.\s*(?:abort|kill|reallyExit|on|once|emit)\b|\bprocess\s*\[|\bprocess\s*\.\s*exit\b(?!\s*\(\s*0?\s*\))|=\s*process\b(?!\s*\.)|(?:from|require\()\s*['"](?:node:)?process['"]|\bimport\s*\((?!\s*['"])|\brequire\s*\((?!\s*['"])|\bPromise\s*\.\s*reject\b|\bchild_process\b/;

function takenIn({ imports, bindings, calls }: SourceModule): readonly string[] {
  const required = calls.flatMap((call) => call.arguments.map(({ value }) => value));
  return [
    ...imports.flatMap(({ module, typeOnly }) => (typeOnly ? [] : [module])),
    ...[...bindings.map(({ value }) => value), ...required].flatMap((value) => {
      const from = value.kind === 'member' ? value.of : value;
      return from.kind === 'module' ? [from.module] : [];
    }),
  ];
}

function exits({ path }: Call): boolean {
  return path === 'process.exit';
}

/** In no branch, in nothing that only follows a failure, and in a function that is called or handed on. */
function isAlways({ at, within }: Call, module: SourceModule): boolean {
  const isPerhaps =
    module.branches.some(({ then, otherwise }) => isIn(at, then) || (otherwise && isIn(at, otherwise))) ||
    module.catches.some(({ caught, tried }) => isIn(at, caught) || isIn(at, tried));
  if (isPerhaps || within === TOP) return !isPerhaps;
  const isHandedOn = module.calls.some(
    ({ path, arguments: given, within: outer }) =>
      outer === TOP &&
      /\.(?:then|finally)$/.test(path ?? '') &&
      given.some(({ value }) => value.kind === 'function' && value.function === within),
  );
  return (
    isHandedOn || callsOf(within, module).some((call) => call.within === TOP && isOutright(call, module))
  );
}

function isOutright({ at }: Call, { branches }: SourceModule): boolean {
  return !branches.some(({ then, otherwise }) => isIn(at, then) || (otherwise && isIn(at, otherwise)));
}

/** The calls of a function by its own name, or where it stands. */
function callsOf(within: number, module: SourceModule): readonly Call[] {
  const { name } = module.functions[within]!;
  const bound = module.bindings.flatMap(({ target, value }) =>
    value.kind === 'function' && value.function === within && target.kind === 'name' ? [target.name] : [],
  );
  const names = new Set(name === undefined ? bound : [name, ...bound]);
  return module.calls.filter(
    ({ callee }) =>
      (callee.kind === 'function' && callee.function === within) ||
      (callee.kind === 'name' && names.has(callee.name)),
  );
}

/** Whether it tries something, and whatever is thrown there ends in a catch that goes on. */
function isSwallowed(module: SourceModule): boolean {
  const own = ownNames(module);
  const local = localNames(module);
  const tried = module.calls.filter(
    ({ path, callee }) =>
      callee.kind !== 'function' &&
      !(callee.kind === 'name' && local.has(callee.name)) &&
      (path === undefined || isOfRepository(path, own) || !HARMLESS.test(path)),
  );
  return (
    tried.length > 0 && [...tried, ...module.throws].every((one) => isCaught(one, one.within, module, 0))
  );
}

/** What programs call to make things ready and to say how it went. */
const HARMLESS =
  /^(?:console|process|JSON|Object|Array|String|Number|Math|Date|Buffer|Symbol|Promise|setTimeout|require|dotenv|(?:node:)?(?:fs|path|util|url|os|events|perf_hooks|timers)(?:\/promises)?)\b|\.(?:push|join|repeat|padEnd|padStart|toFixed|toString|toISOString|slice|trim|split|includes|keys|entries)$/;

function localNames({ functions, bindings }: SourceModule): ReadonlySet<string> {
  const bound = bindings.flatMap(({ target, value }) =>
    value.kind === 'function' && target.kind === 'name' ? [target.name] : [],
  );
  return new Set([...bound, ...functions.flatMap(({ name, isDeclared }) => (isDeclared && name) || [])]);
}

function isOfRepository(path: string, own: ReadonlySet<string>): boolean {
  return path.startsWith('.') || own.has(path.split(/[.(]/, 1)[0]!);
}

/** The names that code of the repository goes by in a program. */
function ownNames({ bindings, imports }: SourceModule): ReadonlySet<string> {
  const bound = bindings.flatMap(({ target, value }) => {
    const from = value.kind === 'member' ? value.of : value;
    return from.kind === 'module' && from.module.startsWith('.') && target.kind === 'name'
      ? [target.name]
      : [];
  });
  const taken = imports.flatMap(({ local, module }) =>
    module.startsWith('.') && local !== undefined ? [local] : [],
  );
  return new Set([...bound, ...taken]);
}

function isCaught(one: { readonly at: Place }, within: number, module: SourceModule, depth: number): boolean {
  const { catches, calls } = module;
  if (depth > 5) return false;
  if (catches.some(({ tried, within: own }) => own === within && isIn(one.at, tried))) return true;
  // `check().catch(say)`: what is thrown in `say` is looked at by itself.
  const isChained = calls.some(
    ({ at, path, arguments: [first] }) =>
      at.line === one.at.line &&
      at.column === one.at.column &&
      /\.catch$/.test(path ?? '') &&
      first?.value.kind === 'function',
  );
  if (isChained) return true;
  if (within === TOP) return false;
  const from = callsOf(within, module);
  return from.length > 0 && from.every((call) => isCaught(call, call.within, module, depth + 1));
}
