import { resolve } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { limitTo } from './limit.ts';
import type { ParsedFiles } from './parsed-files.ts';
import type { FileText, Repository } from './repository.ts';
import { decoded } from './text.ts';
import { whyOf } from './why.ts';

export interface RepositoryOptions {
  /** Larger files are not read. Default 5 MB. */
  readonly maximumFileBytes?: number;
  /** The walk ends with a notice after so many files. Default 200,000. */
  readonly maximumFiles?: number;
  /** Files and folders that are open at the same time. Default 64. */
  readonly concurrency?: number;
  /** Trees of an earlier run. */
  readonly parsedFiles?: ParsedFiles;
}

/** Folders that hold no source of the assessed repository. `.terraform/modules` is read all the same. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.airworthy',
  '.venv',
  'venv',
  '__pycache__',
  'dist',
  'build',
  'vendor',
]);

const MEGABYTE = 1024 * 1024;

/**
 * Walks a folder once, without reading any contents. Links are followed where they lead to something inside the
 * folder, and never in a circle; everything else is listed in `skipped`.
 */
export async function openRepository(
  fs: FileSystem,
  root: string,
  options: RepositoryOptions = {},
): Promise<Repository> {
  const absolute = resolve(root);
  const walk = await new Walk(fs, absolute, options).run();
  return new WalkedRepository(fs, absolute, walk, options);
}

type Skipped = Repository['skipped'][number];

interface Folder {
  readonly path: string;
  readonly absolute: string;
  /** Real paths of this folder and those it was reached through. */
  readonly chain: readonly string[];
  readonly throughLink: boolean;
}

interface Walked {
  readonly files: ReadonlySet<string>;
  readonly skipped: readonly Skipped[];
}

const LEADS_OUT = 'a link that leads out of the assessed folder';

class Walk {
  readonly #fs: FileSystem;
  readonly #root: string;
  readonly #maximum: number;
  readonly #limit: <T>(work: () => Promise<T>) => Promise<T>;
  readonly #files = new Set<string>();
  readonly #skipped: Skipped[] = [];
  #realRoot = '';
  #full = false;

  constructor(fs: FileSystem, root: string, options: RepositoryOptions) {
    this.#fs = fs;
    this.#root = root;
    this.#maximum = options.maximumFiles ?? 200_000;
    this.#limit = limitTo(options.concurrency ?? 64);
  }

  async run(): Promise<Walked> {
    this.#realRoot = await this.#fs.realPath(this.#root);
    // The root itself must be readable: its error is the caller's to tell.
    await this.#fs.readDirectory(this.#root);
    await this.#folder({ path: '', absolute: this.#root, chain: [this.#realRoot], throughLink: false });
    if (this.#full) {
      const why = `more than ${this.#maximum.toLocaleString('en-US')} files; the rest was not looked at`;
      this.#skipped.push({ file: '.', why });
    }
    this.#skipped.sort((a, b) => compare(a.file, b.file));
    return { files: new Set([...this.#files].sort(compare)), skipped: this.#skipped };
  }

  async #folder(folder: Folder): Promise<void> {
    if (this.#full) return;
    const entries = await this.#limit(() => this.#fs.readDirectory(folder.absolute)).catch(
      (error: unknown) => {
        this.#skipped.push({ file: folder.path, why: whyOf(error), is: 'folder' });
        return [];
      },
    );
    const below: Promise<void>[] = [];
    for (const entry of [...entries].sort((a, b) => compare(a.name, b.name))) {
      const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
      const absolute = `${folder.absolute === '/' ? '' : folder.absolute}/${entry.name}`;
      if (entry.kind === 'file') this.#file(path);
      else if (entry.kind === 'directory' && !leavesOut(path)) {
        below.push(this.#folder({ ...folder, path, absolute, chain: [...folder.chain, absolute] }));
      } else if (entry.kind === 'link' && !leavesOut(path)) {
        below.push(this.#link(folder, path, absolute));
      } else if (entry.kind === 'other') {
        this.#skipped.push({ file: path, why: 'not a regular file' });
      }
    }
    await Promise.all(below);
  }

  async #link(folder: Folder, path: string, absolute: string): Promise<void> {
    const skip = (why: string, is?: 'file' | 'folder'): void =>
      void this.#skipped.push({ file: path, why, ...(is === undefined ? {} : { is }) });
    try {
      const target = await this.#limit(() => this.#fs.realPath(absolute));
      const leadsOut = target !== this.#realRoot && !target.startsWith(`${this.#realRoot}/`);
      if (leadsOut) return skip(LEADS_OUT, await this.#kindOf(absolute));
      const { kind } = await this.#limit(() => this.#fs.stat(absolute));
      if (kind === 'file') return this.#file(path);
      if (kind !== 'directory') return skip('not a regular file');
      const inside = target.slice(this.#realRoot.length + 1);
      if (inside !== '' && leavesOut(inside)) return skip('a link into a folder that is left out');
      if (await this.#isCircle(folder, target)) return skip('a link that leads back to where it stands');
      if (folder.throughLink) return skip('a link to a folder inside a linked folder');
      await this.#folder({ path, absolute, chain: [...folder.chain, target], throughLink: true });
    } catch (error) {
      skip(isMissing(error) ? 'a link to something that does not exist' : whyOf(error));
    }
  }

  async #kindOf(absolute: string): Promise<'file' | 'folder' | undefined> {
    const { kind } = await this.#limit(() => this.#fs.stat(absolute)).catch(() => ({ kind: 'other' }));
    return kind === 'file' ? 'file' : kind === 'directory' ? 'folder' : undefined;
  }

  async #isCircle(folder: Folder, target: string): Promise<boolean> {
    const here = await this.#limit(() => this.#fs.realPath(folder.absolute));
    return folder.chain.includes(target) || here === target || here.startsWith(`${target}/`);
  }

  #file(path: string): void {
    if (this.#files.size >= this.#maximum) this.#full = true;
    else this.#files.add(path);
  }
}

class WalkedRepository implements Repository {
  readonly root: string;
  readonly paths: readonly string[];
  readonly skipped: readonly Skipped[];
  readonly parsedFiles?: ParsedFiles;
  readonly #fs: FileSystem;
  readonly #files: ReadonlySet<string>;
  readonly #maximumBytes: number;
  readonly #limit: <T>(work: () => Promise<T>) => Promise<T>;
  readonly #bytes = new Map<string, Promise<Uint8Array | Skipped>>();
  readonly #texts = new Map<string, Promise<FileText>>();

  constructor(fs: FileSystem, root: string, walked: Walked, options: RepositoryOptions) {
    this.root = root;
    this.#fs = fs;
    this.#files = walked.files;
    this.paths = [...walked.files];
    this.skipped = walked.skipped;
    if (options.parsedFiles !== undefined) this.parsedFiles = options.parsedFiles;
    this.#maximumBytes = options.maximumFileBytes ?? 5 * MEGABYTE;
    this.#limit = limitTo(options.concurrency ?? 64);
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  leftOut(path: string): string | undefined {
    if (this.#files.has(path)) return undefined;
    if (path === '..' || path.startsWith('../') || path.startsWith('/')) return 'outside the assessed folder';
    const link = this.skipped.find((s) => s.file === path || path.startsWith(`${s.file}/`));
    if (link !== undefined) return link.why;
    if (leavesOut(path)) return 'in a folder that is left out (dependencies, build results)';
    return this.skipped.find((s) => s.file === '.')?.why;
  }

  text(path: string): Promise<FileText> {
    return remembered(this.#texts, path, async () => {
      const bytes = await this.#load(path);
      if (!(bytes instanceof Uint8Array)) return { kind: 'skipped', why: bytes.why };
      const text = decoded(bytes);
      return text === undefined ? { kind: 'skipped', why: 'binary' } : { kind: 'text', ...text };
    });
  }

  async bytes(path: string): Promise<Uint8Array | undefined> {
    const bytes = await this.#load(path);
    return bytes instanceof Uint8Array ? bytes : undefined;
  }

  #load(path: string): Promise<Uint8Array | Skipped> {
    return remembered(this.#bytes, path, () => this.#limit(() => this.#read(path)));
  }

  async #read(path: string): Promise<Uint8Array | Skipped> {
    if (!this.#files.has(path)) return { file: path, why: this.leftOut(path) ?? 'no such file' };
    const absolute = `${this.root}/${path}`;
    try {
      const { size } = await this.#fs.stat(absolute);
      if (size > this.#maximumBytes) return { file: path, why: tooLarge(size, this.#maximumBytes) };
      const bytes = await this.#fs.readFile(absolute);
      if (bytes.length <= this.#maximumBytes) return bytes;
      return { file: path, why: tooLarge(bytes.length, this.#maximumBytes) };
    } catch (error) {
      return { file: path, why: whyOf(error) };
    }
  }
}

function leavesOut(path: string): boolean {
  const parts = path.split('/');
  const first = parts.findIndex((part) => LEFT_OUT.has(part) || part === '.terraform');
  if (first < 0) return false;
  if (parts[first] !== '.terraform') return true;
  // `.terraform` holds plugins, which are left out, and modules, which are read.
  const next = parts[first + 1];
  if (next === undefined) return false;
  return next !== 'modules' || leavesOut(parts.slice(first + 2).join('/'));
}

function tooLarge(size: number, limit: number): string {
  const megabytes = (bytes: number): string => String(Math.round((bytes / MEGABYTE) * 10) / 10);
  return `larger than the limit of ${megabytes(limit)} MB (${megabytes(size)} MB)`;
}

function isMissing(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'ENOENT';
}

function remembered<T>(store: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  let promise = store.get(key);
  if (promise === undefined) {
    promise = make();
    store.set(key, promise);
  }
  return promise;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
