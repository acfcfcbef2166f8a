import type { Environment, RootCandidate } from '../collected.ts';
import type { ParsedFiles } from '../files/parsed-files.ts';
import type { FileText } from '../files/repository.ts';
import type { CodeParser } from './code/syntax/parse-code.ts';
import type { RepositoryFact } from './fact.ts';
import type { FileKind } from './file-kind.ts';
import type { Entry } from './joins/construct-entry.ts';
import type { RepositoryType } from './types.ts';

/** One kind of source, from files into facts. A reader collects and never judges; checks judge and never read. */
export interface Reader {
  readonly name: string;
  /** The types of fact it makes: what a file of its that cannot be read could hold. */
  readonly types: readonly RepositoryType[];
  /** It looks through texts of any kind for one thing: what nothing else reads is not read by that. */
  readonly onlySearches?: true;
  /** Whether a file is one of its, by path and kind. Asked of every file, before any is read. */
  wants(path: string, kind: FileKind): boolean;
  /**
   * Reads its files, sorted by path, into facts. Never judges, and never throws for what is written in a file. It is asked
   * also where none of its files are there: `[]`. Application code that turns out to be generated or minified is not among them.
   */
  read(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts>;
}

/** What a reader may look at. Every file is read once, whoever asks for it. */
export interface SourceOfFiles {
  /** All files of the repository, sorted; those that no reader wants too. */
  readonly paths: readonly string[];
  has(path: string): boolean;
  /** Why a path is not among `paths` although it may exist. */
  leftOut(path: string): string | undefined;
  /** By path, and for application code that was read by its first lines. */
  kind(path: string): FileKind;
  text(path: string): Promise<FileText>;
  /** Every root of infrastructure that was found, assessed or not. */
  readonly roots: readonly RootCandidate[];
  /** What infrastructure and frameworks name as the handlers of functions, where the file of it can be told. */
  readonly handlers?: () => Promise<readonly Entry[]>;
  /** The environment that is assessed, and all that the repository knows. */
  readonly environment: Environment;
  /** Syntax trees of an earlier run, where some are kept. */
  readonly parsedFiles?: ParsedFiles;
  /** Parses code beside this thread, where there is much of it. */
  readonly parser?: CodeParser;
}

/** What a reader found. */
export interface ReadFacts {
  readonly facts: readonly RepositoryFact[];
  /** Places that could hold more facts, with their types. */
  readonly notSeen: readonly UnseenFacts[];
  /** For the coverage ledger: files that were read in part, and those that were not. */
  readonly partly: readonly { readonly file: string; readonly line: number; readonly why: string }[];
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
}

/** A place of the repository that was not read. Unlike one of infrastructure it always says what it could hold. */
export interface UnseenFacts {
  readonly what: string;
  readonly why: string;
  /** As an instruction: `mending line 12`. */
  readonly decidedBy: string;
  readonly holds: readonly RepositoryType[];
  readonly file?: string;
  readonly line?: number;
}
