import * as fs from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { DirectoryEntry, EntryKind, FileSystem } from './file-system.ts';

/** For thousands of small files these take a third of the time of those that give promises themselves. */
const readFile = promisify(fs.readFile);
const stat = promisify(fs.stat);

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
