import type { Location } from '../../../../model/origin.ts';
import { join } from '../../../files/paths.ts';
import { folderOf } from './paths.ts';
import { type Run, scalar } from './run.ts';

/** A path as the source puts it together, and the folder that it begins in: the repository, or the one that the app is run in. */
export interface WrittenPath {
  readonly from: From;
  readonly path: string;
}

type From = 'repository' | 'app';

/** What stands for a path while the source is followed: never a text, so that no property of a resource is made of it. */
const PATH = 'a path of the repository';

export function pathRun({ from, path }: WrittenPath, at: Location): Run {
  return { kind: 'made', module: PATH, names: [from], args: [scalar(path, at)], at, seen: [] };
}

/** What a name of the language itself says of where a file lies: `__dirname`, `__file__`, `import.meta`. */
export function placeNamed(name: string, file: string, isPython: boolean, at: Location): Run | undefined {
  const is = isPython ? name === '__file__' : /^(__filename|__dirname|import\.meta)$/.test(name);
  if (!is) return undefined;
  if (name === 'import.meta')
    return { kind: 'made', module: PATH, names: ['meta'], args: [scalar(file, at)], at, seen: [] };
  return pathRun({ from: 'repository', path: name === '__dirname' ? folderOf(file) : file }, at);
}

/** The path that a value is; nothing where it is none, or is not known. */
export function writtenPath(run: Run | undefined): WrittenPath | undefined {
  if (run?.kind === 'scalar')
    return typeof run.value === 'string' && !run.value.startsWith('/') && run.value !== ''
      ? { from: 'app', path: run.value }
      : undefined;
  if (run?.kind === 'made' && run.module === PATH) return ofMade(run);
  if (run?.kind !== 'text') return undefined;
  const [first, ...rest] = run.parts;
  const begins = writtenPath(first);
  const ends = rest.map((part) => (part.kind === 'scalar' ? String(part.value) : undefined));
  if (begins === undefined || !ends.every((part) => part !== undefined)) return undefined;
  const end = ends.join('');
  return end.startsWith('/') ? { ...begins, path: `${begins.path}${end}` } : undefined;
}

function ofMade({ names, args }: Extract<Run, { kind: 'made' }>): WrittenPath | undefined {
  const [from, , member] = names;
  const [first] = args;
  if (from === 'meta') {
    const file = first?.kind === 'made' ? first.args[0] : undefined;
    const path = file?.kind === 'scalar' ? String(file.value) : undefined;
    if (path === undefined || names.length !== 3) return undefined;
    if (member === 'dirname') return { from: 'repository', path: folderOf(path) };
    return member === 'filename' || member === 'url' ? { from: 'repository', path } : undefined;
  }
  if (names.length !== 1 || first?.kind !== 'scalar' || typeof first.value !== 'string') return undefined;
  return from === 'repository' || from === 'app' ? { from, path: first.value } : undefined;
}

/** What a function of paths gives; nothing where it is another one, or its arguments are not known. */
export function pathGiven(
  { module, names }: Extract<Run, { kind: 'foreign' }>,
  args: readonly Run[],
  at: Location,
): Run | undefined {
  const name = [module.replace(/^node:/, ''), ...names].join('.');
  const [first] = args;
  const begins = writtenPath(first);
  if (begins === undefined) return undefined;
  if (/^url\.fileURLToPath$/.test(name)) return pathRun(begins, at);
  if (/^(path(\.posix)?|os\.path)\.dirname$/.test(name)) {
    const above = folderAbove(begins.path);
    return above === undefined ? undefined : pathRun({ ...begins, path: above }, at);
  }
  const isJoined = /^(path(\.posix)?\.(join|resolve|normalize)|os\.path\.(join|abspath|realpath|normpath))$/;
  if (!isJoined.test(name)) return undefined;
  const rest = args.slice(1).map((one) => (one.kind === 'scalar' ? one.value : undefined));
  if (!rest.every((one) => typeof one === 'string' && !one.startsWith('/'))) return undefined;
  return pathRun({ ...begins, path: [begins.path, ...rest].join('/') }, at);
}

function folderAbove(path: string): string | undefined {
  const plain = join('.', path);
  if (plain === undefined || plain === '.') return undefined;
  return folderOf(plain);
}

/** A path as it lies in the repository; nothing where it leads out of it. */
export function inRepository({ from, path }: WrittenPath, app: string): string | undefined {
  return join(from === 'app' ? app : '.', path);
}
