/** What collectors need of a file system. The only door to files; tests put unreadable or endless ones behind it. */
export interface FileSystem {
  /** Names in a folder with their kind; links are resolved by the caller through `realPath`. */
  readDirectory(path: string): Promise<readonly DirectoryEntry[]>;
  readFile(path: string): Promise<Uint8Array>;
  /** Size in bytes and kind of what a path leads to, links followed. */
  stat(path: string): Promise<{ readonly kind: EntryKind; readonly size: number }>;
  /** The path with every link resolved. */
  realPath(path: string): Promise<string>;
}

export type EntryKind = 'file' | 'directory' | 'link' | 'other';

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: EntryKind;
}
