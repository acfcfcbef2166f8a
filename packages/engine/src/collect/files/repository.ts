import type { ParsedFiles } from './parsed-files.ts';

/**
 * The assessed folder after one walk: every text file that a collector may read, read once, inside the root only.
 * Paths are relative to the assessed folder, with `/`.
 */
export interface Repository {
  /** Absolute path of the assessed folder. */
  readonly root: string;
  /** All file paths, sorted; `node_modules`, `.git`, `.terraform` except its modules, and the like are left out. */
  readonly paths: readonly string[];
  has(path: string): boolean;
  /** Files and folders that were found but not entered or read, with the reason: links that lead out, loops, folders without permission. */
  readonly skipped: readonly {
    readonly file: string;
    readonly why: string;
    /** What stands there, or a link leads to; not given where it could not be told. */
    readonly is?: 'file' | 'folder';
  }[];
  /** Why a path is not among `paths` although it may exist (`build is left out`), or `undefined` where nothing is there. */
  leftOut(path: string): string | undefined;
  /** The text of a file (UTF-8, or UTF-16 with its mark; the mark removed), or why it cannot be had. Reading twice costs once. */
  text(path: string): Promise<FileText>;
  /** Raw bytes, for `filebase64` and hashes. */
  bytes(path: string): Promise<Uint8Array | undefined>;
  /** Trees of an earlier run, where some are kept. */
  readonly parsedFiles?: ParsedFiles;
}

export type FileText =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** The first line with bytes that are no text. */
      readonly damagedAt?: number;
    }
  /** `why` is a sentence for the coverage ledger: "larger than the limit of 5 MB (7.2 MB)", "binary", "permission denied", "a link that leads out of the assessed folder". */
  | { readonly kind: 'skipped'; readonly why: string };
