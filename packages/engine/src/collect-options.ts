import type { FileSystem } from './collect/files/file-system.ts';
import type { ParsedFiles } from './collect/files/parsed-files.ts';
import type { LanguageName } from './collect/language.ts';

/** What to assess, and the values that the caller gives. */
export interface CollectOptions {
  /** Folder to assess. */
  readonly path: string;
  readonly env?: string;
  /** Only these roots; all that are assessed by themselves unless given. */
  readonly roots?: readonly string[];
  /** Values of Terraform variables. */
  readonly vars?: ReadonlyMap<string, string>;
  readonly varFiles?: readonly string[];
  readonly workspace?: string;
  /** Values of CloudFormation parameters. */
  readonly params?: ReadonlyMap<string, string>;
  /** Configuration file; `airworthy.yaml` in the assessed folder unless given. */
  readonly config?: string;
  /**
   * The process's environment; an empty one unless given. `TF_VAR_…` is read, and little is passed on to the commands that
   * `synth` runs.
   */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  /** Injected time. */
  readonly now: Date;
  readonly fileSystem?: FileSystem;
  /** Syntax trees of an earlier run. */
  readonly parsedFiles?: ParsedFiles;
  /** Only these languages; `repository` for what the repository itself shows. */
  readonly languages?: readonly (LanguageName | 'repository')[];
  /** JSON of a Terraform plan (`terraform show -json`). May lie outside of the assessed folder. */
  readonly plan?: string;
  /** JSON of a Terraform state. May lie outside of the assessed folder. */
  readonly state?: string;
  /** Run the app commands of CDK applications and assess what they synthesize. */
  readonly synth?: boolean;
  /** Seconds that one of these commands may take. Default 120. */
  readonly synthSeconds?: number;
  readonly onProgress?: (step: string) => void;
  /** Told of each command of the repository before it runs; none does without `synth`. */
  readonly onCommand?: (sentence: string) => void;
}

/** Inputs that are empty unless they are given. */
type Inputs = 'roots' | 'vars' | 'varFiles' | 'params' | 'variables';

/** Options that say each of these inputs. */
export type WithInputs<Options extends CollectOptions> = Options & Required<Pick<CollectOptions, Inputs>>;

/** The same options with an empty input for each that is not given. */
export function withInputs<Options extends CollectOptions>(options: Options): WithInputs<Options> {
  return {
    ...options,
    roots: options.roots ?? [],
    vars: options.vars ?? new Map(),
    varFiles: options.varFiles ?? [],
    params: options.params ?? new Map(),
    variables: options.variables ?? {},
  };
}
