import type { Beside } from './beside.ts';
import type { Asked } from './shell-asks.ts';
import type { Fate } from './shell-fates.ts';
import type { List } from './shell-tree.ts';

/** How the shell takes a failure, and where it starts. */
export interface Shell {
  /** `set -e`: a failing command ends the script. */
  readonly errexit: boolean;
  readonly pipefail: boolean;
  /** The lines of its text at which another command begins that is not run where the one before it has failed. */
  readonly begins?: readonly number[];
}

/** A command as it is run: its words with variables put in, and what becomes of its failure. */
export interface Ran {
  readonly words: readonly string[];
  readonly variables: ReadonlyMap<string, string>;
  /** The folder, relative to the repository; nothing where it is not known. */
  readonly folder: string | undefined;
  /** How the folder is told, where it is not known. */
  readonly openFolder?: OpenFolder;
  readonly line: number;
  /** Where that line is, if not in the text itself: a function of a file that was sourced. */
  readonly file?: string;
  /** As it is written. */
  readonly written: string;
  readonly output?: string;
  /** The command whose output it is given by a pipe. */
  readonly input?: readonly string[];
  readonly fate?: Fate;
  readonly beside?: readonly Beside[];
  /** The ways of the script that lead to it. */
  readonly asked?: readonly Asked[];
  /** The condition behind which it runs, as it is written. */
  readonly onlyIf?: string;
  /** What is open of a text that `eval` is given are arguments: nothing that begins another command is put into it. */
  readonly argumentsOpen?: true;
  /** The file without which it does not run. */
  readonly ifThere?: string;
}

/** A folder that somebody says: `cd "environments/$1"`. */
export interface OpenFolder {
  /** As far as it is known: `environments/…`. */
  readonly path: string;
  /** As it is written. */
  readonly written: string;
}

/** Whether a file is there that a script asks for from a folder; nothing where it may be made or not. */
export type FileAsked = (path: string, folder: string | undefined) => boolean | undefined;

export interface Start {
  readonly shell: Shell;
  readonly variables: ReadonlyMap<string, string>;
  readonly folder: string | undefined;
  readonly openFolder?: OpenFolder;
  /** The file that is run, where it is one: what `dirname "$0"` names the folder of. */
  readonly script?: string;
  /** What holds where nobody says otherwise is up to whoever runs it. */
  readonly defaultsAreOpen?: true;
  readonly fileThere?: FileAsked;
  /** A file that the text sources by a path. */
  readonly sourced?: (
    path: string,
    folder: string | undefined,
  ) => { readonly file: string; readonly body: List } | undefined;
}
