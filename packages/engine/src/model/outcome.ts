import type { Location, Plane } from './origin.ts';
import type { UnknownReason } from './value.ts';

export type Severity = 'critical' | 'high' | 'medium' | 'low';
export type Effort = 'minutes' | 'hours' | 'days' | 'weeks';
export type Phase = 'critical' | 'high' | 'medium' | 'long-term';

/** What an evaluation can turn out to be. */
export type Possible = (typeof POSSIBLE)[number];
/** In the order in which reports name them. */
export const POSSIBLE = ['pass', 'fail', 'not-applicable'] as const;
/** What a report says of it. */
export type OutcomeKind = Possible | 'unknown' | 'waived' | 'attested';

/** One quoted fact behind an outcome. */
export interface Evidence {
  readonly plane: Plane;
  readonly at: Location;
  readonly trail: readonly Location[];
  readonly resource?: string;
  readonly property?: string;
  /** As a person reads it; secrets are never in it. */
  readonly value?: string;
  readonly expected?: string;
}

/** What kept something from being decided. */
export interface Decider {
  readonly reason: UnknownReason;
  readonly decidedBy: string;
  /** What in particular is not known. */
  readonly what?: string;
  readonly at?: Location;
  readonly trail?: readonly Location[];
}

/**
 * The judgement of one check on one resource (or on the whole root, `resource: null`): the set of what it could be,
 * with the evidence. One member is decided, more is unknown. Hiding evidence only adds members.
 */
export interface Outcome {
  readonly check: string;
  readonly resource: { readonly type: string; readonly address: string; readonly at?: Location } | null;
  readonly could: ReadonlySet<Possible>;
  /** Id of the check's message, where it fails or could. */
  readonly messageId?: string;
  readonly message: string;
  readonly property?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly evidence: readonly Evidence[];
  readonly deciders: readonly Decider[];
}

/** The one word for a set of possibilities. */
export function kindOf(could: ReadonlySet<Possible>): Possible | 'unknown' {
  if (could.size === 1) for (const only of could) return only;
  return 'unknown';
}

/**
 * What a check as a whole could be, given what each of its rows could be: it fails when any row fails, passes when at
 * least one row passes and none fails, and does not apply when no row does.
 */
export function combine(rows: readonly ReadonlySet<Possible>[]): ReadonlySet<Possible> {
  const could = new Set<Possible>();
  if (rows.some((row) => row.has('fail'))) could.add('fail');
  if (rows.some((row) => row.size === 1 && row.has('fail'))) return could;
  if (rows.some((row) => row.has('pass'))) could.add('pass');
  if (rows.every((row) => row.has('not-applicable'))) could.add('not-applicable');
  return could;
}
