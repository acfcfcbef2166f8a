import type { Graph, Resource } from '../model/graph.ts';
import type { Effort, Phase, Severity } from '../model/outcome.ts';
import type { Truth } from '../model/truth.ts';

/** Kinds of evidence that can decide a check. */
export type EvidenceKind = 'iac' | 'repo' | 'aws' | 'http' | 'metrics' | 'load' | 'attest';

export type Area =
  | 'infrastructure'
  | 'security'
  | 'monitoring'
  | 'cost'
  | 'performance'
  | 'data'
  | 'backup'
  | 'compliance'
  | 'operations'
  | 'testing'
  | 'application';

interface CheckBase<Id extends string> {
  /** Stable, kebab-case, names the thing protected: `dynamodb-point-in-time-recovery`. Same as its folder. */
  readonly id: string;
  /** Row of the requirements catalogue: `BKP-02`. */
  readonly requirement: string;
  readonly severity: Severity;
  readonly effort: Effort;
  /** When it counts in the plan; follows the severity unless given. */
  readonly phase?: Phase;
  /** What is true when it passes, as a sentence about all: "DynamoDB tables can be restored to a point in time". */
  readonly title: string;
  /** What a gap is called, as a sentence; `{count}` is the number of resources: "{count} tables cannot be restored". */
  readonly gap: { readonly one: string; readonly many: string };
  readonly evidence: readonly EvidenceKind[];
  /** Ids of other tools' rules for the same thing: CKV_AWS_28, AWS-0024, AwsSolutions-DDB3, DynamoDB.2. */
  readonly aliases: readonly string[];
  readonly frameworks: { readonly wellArchitected?: readonly string[]; readonly fsbp?: readonly string[] };
  /** By id; `{property}`, `{actual}` and `{expected}` come from the deciding evidence, `{resource}` is the address. */
  readonly messages: Readonly<Record<Id, string>>;
  /** What to do, in words, in one imperative sentence; shown as "do: …". */
  readonly fix: string;
  /** The same in the user's own language, ready to paste, where one snippet says it. */
  readonly snippets?: { readonly terraform?: string; readonly cloudformation?: string };
  readonly fixImpact: { readonly downtime: boolean; readonly monthlyCost?: string };
  /**
   * What it is about where that is not infrastructure: it is asked once, of the facts of the repository (`Repository::…`),
   * and never of a root. Checks without it never see those facts.
   */
  readonly about?: 'repository';
  /** With `about: 'repository'`: it looks at the resources of all assessed roots too, which it does not judge. */
  readonly seesInfrastructure?: true;
  /**
   * Messages of gaps that consist in nothing being there. Where an attestation may show the requirement, one with a link
   * answers them: the thing may lie elsewhere. What is there and wrong it never answers.
   */
  readonly attests?: readonly Id[];
  /** Belongs to the whole account: where the code does not have it, the account decides. */
  readonly accountWide?: boolean;
}

/** A check on each resource of a type, or of several. */
export interface ResourceCheck<Id extends string = string> extends CheckBase<Id> {
  readonly appliesTo: string | readonly string[];
  /** No: not applicable. */
  readonly when?: (resource: Resource, graph: Graph) => Truth<string>;
  readonly evaluate: (resource: Resource, graph: Graph) => Truth<Id>;
}

/** A check on a root as a whole. */
export interface RootCheck<Id extends string = string> extends CheckBase<Id> {
  readonly appliesTo: 'root';
  readonly when?: (graph: Graph) => Truth<string>;
  readonly evaluate: (graph: Graph) => Truth<Id>;
}

export type Check = ResourceCheck | RootCheck;

export function isRootCheck(check: Check): check is RootCheck {
  return check.appliesTo === 'root';
}

/** A check on resources. Nothing is registered by hand: the index of the catalogue is generated from the folders. */
export function defineCheck<const Id extends string>(check: ResourceCheck<Id>): ResourceCheck<Id> {
  return check;
}

/** A check on the root as a whole: something that is there or absent once. */
export function defineRootCheck<const Id extends string>(
  check: Omit<RootCheck<Id>, 'appliesTo'>,
): RootCheck<Id> {
  return { ...check, appliesTo: 'root' };
}

const AREAS: Readonly<Record<string, Area>> = {
  INF: 'infrastructure',
  SEC: 'security',
  MON: 'monitoring',
  CST: 'cost',
  PRF: 'performance',
  DAT: 'data',
  BKP: 'backup',
  CMP: 'compliance',
  OPS: 'operations',
  TST: 'testing',
  APP: 'application',
};

export function areaOf(check: { readonly requirement: string }): Area {
  const area = AREAS[check.requirement.slice(0, 3)];
  if (area === undefined) throw new Error(`requirement ${check.requirement} has no area`);
  return area;
}

export function phaseOf(check: { readonly phase?: Phase; readonly severity: Severity }): Phase {
  if (check.phase !== undefined) return check.phase;
  return check.severity === 'low' ? 'long-term' : check.severity;
}
