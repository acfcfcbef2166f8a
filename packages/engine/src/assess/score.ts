import type { Area, Check } from '../catalog/check.ts';
import { areaOf, phaseOf } from '../catalog/check.ts';
import { kindOf, type Phase, type Possible } from '../model/outcome.ts';
import type { AreaScore, Counts, Interval, Level, Score } from './assessment.ts';

/** What one check as a whole could be, over all its rows. */
export interface CheckResult {
  readonly check: Check;
  readonly could: ReadonlySet<Possible>;
  /** What is open of it is first of all something that no repository holds. */
  readonly isElsewhere?: boolean;
}

/**
 * How ready, as an interval: the share of passing among the applicable checks if every open one turned out worst, and
 * if every open one turned out best. Counted per check, so that hiding a file full of failing resources cannot lift it.
 */
export function score(results: readonly CheckResult[]): Score {
  const areas = new Map<Area, CheckResult[]>();
  for (const result of results) {
    const area = areaOf(result.check);
    areas.set(area, [...(areas.get(area) ?? []), result]);
  }
  return {
    ...interval(results.map((r) => r.could)),
    checks: count(results.map((r) => r.could)),
    areas: [...areas].map(
      ([area, own]): AreaScore => ({
        area,
        ...interval(own.map((r) => r.could)),
        ...count(own.map((r) => r.could)),
      }),
    ),
  };
}

/** The four phases as levels: one is reached only when it and all below it are full. */
export function levels(results: readonly CheckResult[]): readonly Level[] {
  let below = true;
  return PHASES.map((phase) => {
    const own = results.filter((r) => phaseOf(r.check) === phase).map((r) => r.could);
    const counts = count(own);
    below = below && counts.fail === 0 && counts.unknown === 0;
    return { phase, reached: below, counts };
  });
}

export const PHASES: readonly Phase[] = ['critical', 'high', 'medium', 'long-term'];

/** Bounds of pass / (pass + fail) over everything that the open checks could turn out to be. */
export function interval(coulds: readonly ReadonlySet<Possible>[]): Interval {
  let certainPass = 0;
  let worstFail = 0;
  let bestPass = 0;
  let certainFail = 0;
  for (const could of coulds) {
    if (could.size === 1 && could.has('pass')) certainPass++;
    if (could.has('fail')) worstFail++;
    if (could.has('pass')) bestPass++;
    if (could.size === 1 && could.has('fail')) certainFail++;
  }
  // Where nothing is certain to apply, nothing is proven and nothing refuted.
  const nothingMayApply = coulds.every((could) => could.has('not-applicable'));
  const lower = certainPass + worstFail === 0 ? 0 : certainPass / (certainPass + worstFail);
  const upper = bestPass + certainFail === 0 ? 0 : bestPass / (bestPass + certainFail);
  return nothingMayApply ? { lower: 0, upper: 1 } : { lower, upper: onlyNeverFailing(coulds) ? 1 : upper };
}

/** Checks that can only pass or not apply leave no room below 1 at the top. */
function onlyNeverFailing(coulds: readonly ReadonlySet<Possible>[]): boolean {
  return coulds.every((could) => could.has('pass') || could.has('not-applicable'));
}

export function count(coulds: readonly ReadonlySet<Possible>[]): Counts {
  const counts = { pass: 0, fail: 0, unknown: 0, notApplicable: 0 };
  for (const could of coulds) {
    const kind = kindOf(could);
    if (kind === 'not-applicable') counts.notApplicable++;
    else counts[kind]++;
  }
  return counts;
}
