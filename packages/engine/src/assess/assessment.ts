import type { Area } from '../catalog/check.ts';
import type { Environment, RootKind, RootRole } from '../collect/collected.ts';
import type { Controls } from '../knowledge/frameworks/index.ts';
import type { Effort, Evidence, OutcomeKind, Phase, Possible, Severity } from '../model/outcome.ts';

export type Decision = 'GO' | 'NO-GO';

/** Everything a report needs, and nothing it has to decide. `assess --json` is this, cut to the contract. */
export interface Assessment {
  readonly tool: { readonly name: 'airworthy'; readonly version: string };
  readonly service: string;
  readonly subject: {
    readonly path: string;
    readonly revision: string | null;
    readonly environment: Environment;
    readonly roots: readonly AssessedRoot[];
    /** Nothing but modules: assessed, variables without default stay unknown. */
    readonly library: boolean;
  };
  readonly scope: {
    readonly planes: readonly string[];
    readonly notAsked: readonly NotAsked[];
    /** Requirements that code could show and no check of this version looks at. */
    readonly notCovered: readonly string[];
  };
  readonly verdict: Verdict;
  readonly score: Score;
  readonly levels: readonly Level[];
  readonly outcomes: readonly ReportedOutcome[];
  readonly coverage: Coverage;
  readonly plan: readonly PlanItem[];
  /** Metadata of every check that ran, by id. */
  readonly checks: ReadonlyMap<string, CheckInfo>;
  /** Settings that were not given, and what was assumed instead: sentences. */
  readonly assumptions: readonly string[];
  /** Waivers and attestations that are expired, malformed or match nothing: sentences. */
  readonly notices: readonly string[];
}

export interface AssessedRoot {
  readonly path: string;
  readonly kind: RootKind;
  readonly role: RootRole;
  readonly assessed: boolean;
  readonly because: string;
  readonly verdict: Decision | null;
}

export interface NotAsked {
  readonly requirement: string;
  readonly title: string;
  /** The option that would ask it: `--live`, `--url or --import`. */
  readonly ask: string;
  /** What to write into `airworthy.yaml`, where a statement would do. */
  readonly write?: string;
}

export interface Verdict {
  readonly decision: Decision;
  readonly library: boolean;
  /** No found gap blocks, only unknowns do. */
  readonly lackOfEvidence: boolean;
  readonly criteria: readonly CriterionResult[];
}

export interface CriterionResult {
  readonly id: string;
  /** A sentence that is true when it holds: "no critical gap". */
  readonly title: string;
  /** What to say when it does not hold: "critical gaps". */
  readonly broken: string;
  readonly outcome: 'met' | 'fail' | 'unknown' | 'not-asked' | 'not-applicable';
  /** Checks that decided it. */
  readonly checks: readonly string[];
  /** Outcome keys behind a failure or an unknown. */
  readonly outcomes: readonly string[];
}

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

export interface Score extends Interval {
  readonly areas: readonly AreaScore[];
  /** Counted per check. */
  readonly checks: Counts;
}

export interface Counts {
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly notApplicable: number;
}

export interface AreaScore extends Interval, Counts {
  readonly area: Area;
}

export interface Level {
  readonly phase: Phase;
  readonly reached: boolean;
  readonly counts: Counts;
}

export interface ReportedOutcome {
  readonly key: string;
  readonly check: string;
  readonly requirement: string;
  readonly area: Area;
  readonly severity: Severity;
  readonly resource: {
    readonly type: string;
    readonly address: string;
    readonly root: string;
    readonly file?: string;
    readonly line?: number;
  } | null;
  readonly root: string;
  readonly outcome: OutcomeKind;
  readonly messageId?: string;
  readonly message: string;
  readonly property?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly could: readonly Possible[];
  readonly decidedBy?: string;
  readonly reason?: string;
  /** What in particular is not known, where what decides it is the same for all of an app that was not synthesized. */
  readonly openBecause?: string;
  readonly evidence: readonly Evidence[];
  /** Read from the source of a CDK app that was not synthesized. */
  readonly notSynthesized?: true;
  /** The report line it belongs to: check + message + root cause. */
  readonly group: string;
  /** Set for waived and attested. */
  readonly accepted?: {
    readonly reason: string;
    readonly owner: string;
    readonly until: string;
    readonly link?: string;
  };
}

export interface Coverage {
  readonly files: {
    readonly read: readonly string[];
    readonly partly: readonly { readonly file: string; readonly line: number; readonly why: string }[];
    readonly skipped: readonly { readonly file: string; readonly why: string }[];
  };
  readonly resources: {
    readonly total: number;
    readonly mapped: number;
    readonly unmapped: readonly { readonly type: string; readonly count: number }[];
  };
  readonly unmappedArguments: readonly { readonly argument: string; readonly count: number }[];
  readonly notSeen: readonly {
    readonly root: string;
    readonly what: string;
    readonly why: string;
    readonly decidedBy: string;
  }[];
  /** Of the repository itself, where it was asked: what is no application code, and code in languages that nothing reads. */
  readonly repository?: {
    readonly paths: number;
    readonly leftOut: readonly { readonly kind: string; readonly count: number }[];
    readonly unread: readonly { readonly ending: string; readonly count: number }[];
  };
}

export interface PlanItem {
  readonly phase: Phase;
  readonly check: string;
  readonly outcomes: readonly string[];
  readonly effort: Effort;
  readonly fix: string;
  readonly impact: { readonly downtime: boolean };
  /** Fixing it lifts a blocking criterion. */
  readonly blocks: boolean;
}

export interface CheckInfo {
  readonly id: string;
  readonly requirement: string;
  readonly title: string;
  readonly area: Area;
  readonly severity: Severity;
  readonly effort: Effort;
  readonly phase: Phase;
  readonly gap: { readonly one: string; readonly many: string };
  readonly fix: string;
  readonly snippets?: { readonly terraform?: string; readonly cloudformation?: string };
  readonly aliases: readonly string[];
  /** The controls that it helps to show, by framework. */
  readonly frameworks: Controls;
  /** Why it matters, from the check's notes (Markdown). */
  readonly why: string;
}
