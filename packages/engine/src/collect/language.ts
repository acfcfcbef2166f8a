import type { CollectedRoot, Environment, Inputs, RootCandidate } from './collected.ts';
import type { Naming } from './environment.ts';
import type { Repository } from './files/repository.ts';

export type LanguageName = 'terraform' | 'cloudformation' | 'cdk';

/** One kind of source: finds the roots of its kind in a repository, and evaluates those that are assessed. */
export interface Language {
  readonly name: LanguageName;
  /** `claimed` are the files that a language before this one took for its own. */
  find(repository: Repository, inputs: Inputs, claimed: ReadonlySet<string>): Promise<FoundRoots>;
}

/** What a language found, before an environment is chosen. */
export interface FoundRoots {
  readonly candidates: readonly RootCandidate[];
  /** Environments that this language's files name, beyond what the names of files and folders say. */
  readonly environments: readonly Naming[];
  /** Files that no other language shall take for its own: the templates of a cloud assembly. */
  readonly claims: ReadonlySet<string>;
  /** Files that could be roots by their name but could not be read. */
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
  /** Told which roots are assessed before the first of them is evaluated. Throws `CannotRun` where nothing fits. */
  settle?(assessed: readonly RootCandidate[]): Promise<void>;
  /** Evaluates one of the candidates. */
  collect(candidate: RootCandidate, environment: Environment): Promise<CollectedRoot>;
}
