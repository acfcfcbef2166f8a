import { onceFor } from '../../../once-for.ts';
import { folderOf, join } from '../../files/paths.ts';
import type { SourceOfFiles } from '../reader.ts';
import type { Instruction } from './dockerfile.ts';

/** Where the files of an image come from, stage by stage. */
export class ImagePaths {
  /** The folder that the image is built from. */
  readonly context: string;
  readonly #stages: readonly Stage[];

  /** `holds` tells whether a path of the repository is a file or a folder there. */
  constructor(file: string, instructions: readonly Instruction[], holds: Holds) {
    this.#stages = stagesOf(instructions);
    this.context = contextsOf(file, this.#stages, holds)[0]!;
    this.#holds = holds;
  }

  readonly #holds: Holds;

  /** The folder that the last stage works in. */
  get folder(): string {
    return this.#stages.at(-1)?.workdir ?? '/';
  }

  /** Where a path of the image may come from, the likeliest first. What a build makes has the place where it would lie. */
  sourcesOf(path: string): readonly string[] {
    const absolute = path.startsWith('/') ? path : joinAbsolute(this.folder, path);
    return [...new Set(this.#from(this.#stages.length - 1, absolute, 0))];
  }

  #from(at: number, path: string, depth: number): readonly string[] {
    const stage = this.#stages[at];
    if (stage === undefined || depth > 20) return [];
    const found = stage.copies.toReversed().flatMap((copy): readonly string[] => {
      const { from, sources, target } = copy;
      if (from !== undefined) {
        const before = this.#stages.findIndex(({ name }, i) => name === from || String(i) === from);
        const source = sources[0]!;
        const below = before < 0 || before >= at ? undefined : belowOf(path, target);
        return below === undefined
          ? []
          : this.#from(before, joinAbsolute('/', `${source}/${below}`), depth + 1);
      }
      return sources.flatMap((source) => this.#ofCopy(source, target, path, sources.length > 1));
    });
    const base = this.#stages.findIndex(({ name }) => name !== undefined && name === stage.base);
    const inherited = base >= 0 && base < at ? this.#from(base, path, depth + 1) : [];
    const beside = belowOf(path, stage.workdir);
    return [
      ...found,
      ...inherited,
      ...(beside === undefined ? [] : [join(this.context, beside)].flatMap((p) => p ?? [])),
    ];
  }

  #ofCopy(source: string, target: string, path: string, many: boolean): readonly string[] {
    const from = join(this.context, inContext(source));
    if (from === undefined || /[*?[]/.test(source)) return [];
    if (this.#holds(from) === 'file') {
      const into = many || target.endsWith('/') ? joinAbsolute(target, baseOf(source)) : target;
      return into === path ? [from] : [];
    }
    const below = belowOf(path, target);
    const whole = below === undefined ? undefined : join(from, below);
    return whole === undefined ? [] : [whole];
  }
}

export type Holds = (path: string) => 'file' | 'folder' | undefined;

/** The folders that an image may be built from, the nearest first: all that is copied is there. */
export function contextsOf(file: string, stages: readonly Stage[], holds: Holds): readonly string[] {
  const copied = stages.flatMap(({ copies }) =>
    copies.flatMap(({ from, sources }) => (from === undefined ? sources : [])),
  );
  const own = folderOf(file);
  const found = contextsFrom(own).filter((folder) => copied.every((one) => isThere(folder, one, holds)));
  return found.length > 0 ? found : [own];
}

export interface Stage {
  readonly base: string;
  readonly name: string | undefined;
  readonly workdir: string;
  readonly copies: readonly Copy[];
}

interface Copy {
  readonly from: string | undefined;
  readonly sources: readonly string[];
  readonly target: string;
  readonly line: number;
}

export function stagesOf(instructions: readonly Instruction[]): readonly Stage[] {
  const stages: { base: string; name: string | undefined; workdir: string; copies: Copy[] }[] = [];
  for (const { name, rest, line } of instructions) {
    if (name === 'FROM') {
      const words = rest.split(/\s+/).filter((word) => !word.startsWith('--'));
      const base = (words[0] ?? '').toLowerCase();
      const before = stages.find((stage) => stage.name !== undefined && stage.name === base);
      const own = /^as$/i.test(words[1] ?? '') ? words[2]?.toLowerCase() : undefined;
      stages.push({ base, name: own, workdir: before?.workdir ?? '/', copies: [] });
    }
    const stage = stages.at(-1);
    if (stage === undefined) continue;
    if (name === 'WORKDIR') stage.workdir = joinAbsolute(stage.workdir, rest.replace(/["']/g, ''));
    if (name === 'COPY' || name === 'ADD') {
      const copy = copyOf(rest, stage.workdir);
      if (copy !== undefined) stage.copies.push({ ...copy, line });
    }
  }
  return stages;
}

function copyOf(rest: string, workdir: string): Omit<Copy, 'line'> | undefined {
  const from = /--from=(\S+)/.exec(rest)?.[1]?.toLowerCase();
  const words = rest
    .replace(/--[\w-]+(=\S+)?/g, '')
    .trim()
    .replace(/^\[(.*)\]$/s, '$1')
    .split(/[\s,]+/)
    .map((word) => word.replace(/^["']|["']$/g, ''))
    .filter((word) => word !== '');
  const target = words.pop();
  if (target === undefined || words.length === 0) return undefined;
  const end = target.endsWith('/') ? '/' : '';
  const whole = joinAbsolute(workdir, target);
  return { from, sources: words, target: whole === '/' ? whole : `${whole}${end}` };
}

function isThere(folder: string, source: string, holds: Holds): boolean {
  if (/[*?[$]|^https?:/.test(source)) return true;
  const path = join(folder, inContext(source));
  return path === '.' || path === '' || (path !== undefined && holds(path) !== undefined);
}

/** What is copied begins in the context, with a slash or without. */
export function inContext(source: string): string {
  return source.replace(/^\/+/, '');
}

/** A folder and those above it, up to the repository itself. */
function contextsFrom(folder: string): readonly string[] {
  const found = [folder];
  while (found.at(-1) !== '.' && found.length < 20) found.push(folderOf(found.at(-1)!));
  return found;
}

/** What stands in a path behind a folder; nothing where it is not below. */
export function belowOf(path: string, folder: string): string | undefined {
  const clean = folder === '/' ? '' : folder.replace(/\/$/, '');
  if (path === clean) return '.';
  return path.startsWith(`${clean}/`) ? path.slice(clean.length + 1) : undefined;
}

export function joinAbsolute(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${path.startsWith('/') ? '' : folder}/${path}`.split('/'))
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  return `/${parts.join('/')}`;
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Tells what a path of the repository is. */
export function holdsIn(source: SourceOfFiles): Holds {
  const all = foldersOf(source);
  return (path) => (source.has(path) ? 'file' : all.has(path) ? 'folder' : undefined);
}

const foldersOf = onceFor(({ paths }: SourceOfFiles): ReadonlySet<string> => {
  const found = new Set<string>(['.']);
  for (const path of paths)
    for (let folder = folderOf(path); !found.has(folder); folder = folderOf(folder)) found.add(folder);
  return found;
});
