import type { Origin, Plane } from '../model/origin.ts';
import type { FactNode, NotSeen, ResourceNode } from '../model/resource.ts';
import type { Default, Value } from '../model/value.ts';
import type { Naming } from './environment.ts';
import type { FileKind } from './repository/file-kind.ts';
import type { Planned } from './terraform/plan/planned.ts';

/** What a root is written in; `elsewhere` where the repository holds no infrastructure. */
export type RootKind = 'terraform' | 'cloudformation' | 'sam' | 'cdk' | 'cdk-source' | 'elsewhere';
export type RootRole = 'root' | 'module' | 'example' | 'test' | 'legacy';

/** A folder or template that can be deployed, and what is known of its role before anything is evaluated. */
export interface RootCandidate {
  /** Relative to the assessed folder: a folder for Terraform, a file for a template. */
  readonly path: string;
  readonly kind: RootKind;
  readonly role: RootRole;
  readonly assessed: boolean;
  /** Why it has this role, or is (not) assessed: evidence in the repository. */
  readonly because: string;
  /** The one environment that it was made for, in lower case: a cloud assembly is made for one. */
  readonly environment?: string;
}

/** The chosen environment. `name` is `undefined` where nothing in the repository or call names one. */
export interface Environment {
  readonly name: string | undefined;
  /** A clause that completes "environment prod (…)". */
  readonly because: string;
  /** All names that the repository knows, sorted. */
  readonly known: readonly string[];
}

/** What it means that a repository names no environment: what is assessed is what would be launched. */
export const NO_ENVIRONMENT: Default = { value: null, source: 'the repository names no environment' };

/** What a collector found in one root. */
export interface CollectedRoot {
  readonly root: RootCandidate;
  readonly resources: readonly ResourceNode[];
  readonly notSeen: readonly NotSeen[];
  readonly facts: readonly FactNode[];
  /** Files that were read for this root, in full or in part, and those that were not. */
  readonly files: FileLedger;
  /** Resource types without a mapping, kept under their own name. */
  readonly unmapped: ReadonlyMap<string, number>;
  /** Arguments that the mapping does not know, by `type.argument`: kept and counted. */
  readonly unmappedArguments: ReadonlyMap<string, number>;
  /** Environment of this root as a value for checks: known, or unknown. */
  readonly environment: Value;
  readonly origin: Origin;
  /** The kinds of place that were read for it, where that is more than code. */
  readonly planes?: readonly Plane[];
  /**
   * Folder that the keys of its outcomes start from (nothing for the top), where that is not told by its path: the source of
   * a CDK application and each assembly of it, wherever it is written to, have their keys from the application's folder.
   */
  readonly home?: string;
  /** What a reader has to know of this root beside its outcomes, as sentences: an assembly that may be stale. */
  readonly notices?: readonly string[];
}

/** What the files of the repository itself show, as one more root: its resources are facts. */
export interface CollectedRepository extends Omit<CollectedRoot, 'root'> {
  readonly root: { readonly path: ''; readonly kind: 'repository' };
  /** How many files there are, by name at least. */
  readonly paths: number;
  /** How many of each kind. */
  readonly kinds: ReadonlyMap<FileKind, number>;
  /** What its services of the Serverless Framework and its applications of SST define. */
  readonly services?: Services;
  /** Application code that nothing reads, by the ending of its files. */
  readonly unread: ReadonlyMap<string, number>;
}

/** What services and applications define, as far as their files say it: seen beside the code, and not judged. */
export interface Services {
  /** The tools that deploy them, by name. */
  readonly tools: readonly string[];
  readonly resources: readonly ResourceNode[];
  readonly notSeen: readonly NotSeen[];
  /** Files of services that could not be read. */
  readonly files: Pick<FileLedger, 'partly' | 'skipped'>;
}

export interface FileLedger {
  readonly read: readonly string[];
  readonly partly: readonly { readonly file: string; readonly line: number; readonly why: string }[];
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
}

/** What `--synth` made. */
export interface Synthesized {
  /** Cloud assemblies by folder, with the command that made each. */
  readonly folders: ReadonlyMap<string, string>;
  /** Environments that the applications are configured for. */
  readonly environments: readonly Naming[];
  /** Applications that could not be synthesized, as sentences. */
  readonly failures: readonly string[];
}

/** What the caller gave: `--env`, `--var`, `--var-file`, `--workspace`, `--param`, `--root`, and the process's `TF_VAR_…`. */
export interface Inputs {
  readonly env?: string;
  /** The environment that `airworthy.yaml` declares production. */
  readonly declaredEnvironment?: string;
  /** Files of values by environment, from `airworthy.yaml`. */
  readonly environmentFiles?: ReadonlyMap<string, readonly string[]>;
  readonly roots: readonly string[];
  readonly vars: ReadonlyMap<string, string>;
  readonly varFiles: readonly string[];
  readonly workspace?: string;
  readonly params: ReadonlyMap<string, string>;
  /** `TF_VAR_x` of the calling process, by variable name. */
  readonly environmentVars: ReadonlyMap<string, string>;
  /** Injected time, for `timestamp()` and dates. */
  readonly now: Date;
  /** The Terraform plan or state of the call (`--plan`, `--state`), read. */
  readonly planned?: Planned;
  /** What this run synthesized (`--synth`). */
  readonly synthesized?: Synthesized;
}
