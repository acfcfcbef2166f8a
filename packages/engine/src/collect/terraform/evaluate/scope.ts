import type { Location } from '../../../model/origin.ts';
import type { Value } from '../../../model/value.ts';

/** What names mean where an expression stands. */
export interface Scope {
  /**
   * The value of a traversal's root (`var`, `local`, `each`, `count`, `path`, `terraform`, `self`, `module`, `data`,
   * a resource type, or a name bound by `for`), with the first steps of the traversal that belong to it:
   * `resolve('aws_sqs_queue', ['dead'])`. Answers with the value and how many of `steps` it used,
   * or `undefined` where the name means nothing here.
   */
  resolve(name: string, steps: readonly string[], at: Location): Resolved | undefined;
  /** Files inside the root, for `file`, `templatefile`, `fileexists`, `fileset` and hashes. */
  readonly files: ScopeFiles;
  /** Injected time, for `timestamp` and `plantimestamp`. */
  readonly now: Date;
}

export interface Resolved {
  readonly value: Value;
  readonly used: number;
}

/** A file that was read. `file` is its path in the assessed folder, where that differs from the one asked for. */
export interface FileContents {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly file?: string;
}

/** Synchronous, because everything was read before evaluation starts. Paths are as the expression gave them. */
export interface ScopeFiles {
  /** Text, or why not: outside the root, missing, binary, too large. */
  read(path: string): FileContents | { readonly why: string; readonly missing: boolean };
  list(path: string): readonly string[] | { readonly why: string };
}
