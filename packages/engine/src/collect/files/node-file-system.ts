import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import type { DirectoryEntry, EntryKind, FileSystem } from './file-system.ts';

interface Kinded {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** The file system of the machine. */
export const nodeFileSystem: FileSystem = {
  async readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  },
  readFile: (path) => readFile(path),
  async stat(path) {
    const found = await stat(path);
    return { kind: kindOf(found), size: found.size };
  },
  realPath: (path) => realpath(path),
};

function kindOf(entry: Kinded): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
