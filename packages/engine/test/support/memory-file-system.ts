import type { DirectoryEntry, EntryKind, FileSystem } from '../../src/collect/files/file-system.ts';

/** What stands at a path: a text, bytes, a link, or an error that reading gives (`{ error: 'EACCES' }`). */
export type MemoryFile = string | Uint8Array | { readonly link: string } | { readonly error: string };

export interface MemoryFileSystem extends FileSystem {
  /** Paths whose contents were read, in order. */
  readonly reads: string[];
}

/** A file system of the given files (paths relative to `/repo`), for tests. */
export function memoryFileSystem(
  files: Readonly<Record<string, MemoryFile>>,
  root = '/repo',
): MemoryFileSystem {
  const nodes = new Map<string, MemoryFile | 'directory'>([[root, 'directory']]);
  for (const [path, file] of Object.entries(files)) {
    const absolute = normal(`${root}/${path}`);
    for (let at = parent(absolute); at !== '' && at !== '/'; at = parent(at)) {
      if (!nodes.has(at)) nodes.set(at, 'directory');
    }
    nodes.set(absolute, file);
  }
  const reads: string[] = [];

  function real(path: string, depth = 0): string {
    if (depth > 40) throw failure('ELOOP', path);
    let at = '';
    for (const part of normal(path).split('/').slice(1)) {
      at = `${at}/${part}`;
      const node = nodes.get(at);
      if (typeof node === 'object' && 'link' in node) {
        at = real(node.link.startsWith('/') ? node.link : `${parent(at)}/${node.link}`, depth + 1);
      }
    }
    if (!nodes.has(at) && !isAbove(at)) throw failure('ENOENT', path);
    return at;
  }

  const isAbove = (path: string): boolean => [...nodes.keys()].some((key) => key.startsWith(`${path}/`));

  return {
    reads,
    async readDirectory(path) {
      const at = real(path);
      const node = nodes.get(at);
      if (typeof node === 'object' && 'error' in node) throw failure(node.error, path);
      if (node !== undefined && node !== 'directory') throw failure('ENOTDIR', path);
      const entries: DirectoryEntry[] = [];
      for (const [key, value] of nodes) {
        if (parent(key) === at) entries.push({ name: key.slice(at.length + 1), kind: kindOf(value) });
      }
      return entries;
    },
    async readFile(path) {
      reads.push(path);
      const node = nodes.get(real(path));
      if (typeof node === 'string' && node !== 'directory') return new TextEncoder().encode(node);
      if (node instanceof Uint8Array) return node;
      if (typeof node === 'object' && 'error' in node) throw failure(node.error, path);
      throw failure('EISDIR', path);
    },
    async stat(path) {
      const node = nodes.get(real(path)) ?? 'directory';
      if (node === 'directory') return { kind: 'directory', size: 0 };
      if (typeof node === 'string') return { kind: 'file', size: Buffer.byteLength(node) };
      return { kind: 'file', size: node instanceof Uint8Array ? node.length : 0 };
    },
    realPath: async (path) => real(path),
  };
}

function kindOf(node: MemoryFile | 'directory'): EntryKind {
  if (node === 'directory') return 'directory';
  return typeof node === 'object' && 'link' in node ? 'link' : 'file';
}

function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function parent(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
