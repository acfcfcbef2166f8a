import type { Check } from '../catalog/check.ts';
import type { Severity } from '../model/outcome.ts';
import { kindOf } from '../model/outcome.ts';
import type { CriterionResult, Verdict } from './assessment.ts';
import type { CheckResult } from './score.ts';

/** A condition of the launch: what it looks at, and how it is said. */
export interface Criterion {
  readonly id: string;
  /** A sentence that is true when it holds. */
  readonly title: string;
  /** What to say when it does not hold. */
  readonly broken: string;
  readonly severity?: Severity;
  readonly requirements?: readonly string[];
  readonly checks?: readonly string[];
  /** Checks of these requirements that hold it back by a gap, and not by what only the account shows. */
  readonly byGapAlone?: readonly string[];
}

/** Without any configuration: what no launch should go without. */
export const DEFAULT_CRITERIA: readonly Criterion[] = [
  { id: 'no-critical-gap', title: 'no critical gap', broken: 'critical gaps', severity: 'critical' },
  {
    id: 'data-survives',
    title: 'data survives a mistake',
    broken: 'data can be lost',
    requirements: ['BKP-01', 'BKP-02', 'BKP-03', 'DAT-07'],
  },
  {
    id: 'somebody-is-told',
    title: 'somebody is told when it fails',
    broken: 'no alarm reaches anybody',
    requirements: ['MON-03', 'MON-04', 'MON-09'],
    // Only the account shows who opened the mail: a verdict on code would never be GO.
    byGapAlone: ['alarm-subscriptions-confirmed'],
  },
  {
    id: 'cost-within-budget',
    title: 'the cost is within the budget',
    broken: 'the cost exceeds the budget',
    requirements: ['CST-01'],
  },
  {
    id: 'no-slow-operation',
    title: 'no operation takes over 5 seconds',
    broken: 'an operation takes over 5 seconds',
    requirements: ['PRF-12'],
  },
  {
    id: 'routes-work',
    title: 'all declared routes work',
    broken: 'a declared route does not work',
    requirements: ['INF-24', 'APP-10'],
  },
];

export function selects(
  criterion: Criterion,
  check: Pick<Check, 'id' | 'requirement' | 'severity'>,
): boolean {
  return (
    criterion.severity === check.severity ||
    criterion.requirements?.includes(check.requirement) === true ||
    criterion.checks?.includes(check.id) === true
  );
}

/**
 * GO when every criterion holds. A check that could still fail leaves its criterion undecided, which blocks for lack of
 * evidence; one that could only pass or not apply does not. A criterion that no check in scope answers is not asked.
 */
export function decide(
  criteria: readonly Criterion[],
  results: readonly CheckResult[],
  keysOf: (check: string, kind: 'fail' | 'unknown') => readonly string[],
  options: { readonly library: boolean; readonly everythingAsked: boolean },
): Verdict {
  const answered = criteria.map((criterion) => answer(criterion, results, keysOf));
  const blocking = answered.filter(
    (c) =>
      c.outcome === 'fail' ||
      c.outcome === 'unknown' ||
      (options.everythingAsked && c.outcome === 'not-asked'),
  );
  const go = blocking.length === 0 && !options.library;
  return {
    decision: go ? 'GO' : 'NO-GO',
    library: options.library,
    lackOfEvidence: !go && !blocking.some((c) => c.outcome === 'fail'),
    criteria: answered,
  };
}

function answer(
  criterion: Criterion,
  results: readonly CheckResult[],
  keysOf: (check: string, kind: 'fail' | 'unknown') => readonly string[],
): CriterionResult {
  const own = results.filter((r) => selects(criterion, r.check));
  const said = { id: criterion.id, title: criterion.title, broken: criterion.broken };
  if (own.length === 0) return { ...said, outcome: 'not-asked', checks: [], outcomes: [] };
  const failing = own.filter((r) => kindOf(r.could) === 'fail');
  const isExcused = ({ check, could, isElsewhere }: CheckResult) =>
    kindOf(could) === 'unknown' && isElsewhere === true && criterion.byGapAlone?.includes(check.id) === true;
  const open = own.filter((r) => kindOf(r.could) === 'unknown' && r.could.has('fail') && !isExcused(r));
  const deciding = failing.length > 0 ? [...failing, ...open] : open;
  const outcome =
    failing.length > 0
      ? 'fail'
      : open.length > 0
        ? 'unknown'
        : own.every((r) => kindOf(r.could) === 'not-applicable')
          ? 'not-applicable'
          : own.every((r) => kindOf(r.could) === 'not-applicable' || isExcused(r))
            ? 'unknown'
            : 'met';
  return {
    ...said,
    outcome,
    checks: (deciding.length > 0 ? deciding : own).map((r) => r.check.id),
    outcomes: deciding.flatMap((r) => [...keysOf(r.check.id, 'fail'), ...keysOf(r.check.id, 'unknown')]),
  };
}
