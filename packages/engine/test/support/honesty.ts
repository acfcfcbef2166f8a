import { expect } from 'vitest';
import type { Assessment } from '../../src/assess/assessment.ts';

const rows = (a: Assessment, named: (address: string) => string) =>
  new Map(a.outcomes.map((o) => [`${o.check} ${named(o.resource?.address ?? '')}`, o]));

/**
 * Expects that hiding something took nothing but certainty: nothing became a pass, no gap anything but unknown, neither
 * the verdict nor the lower bound of the score improved. `named` gives addresses that hiding changes the name of before.
 */
export function onlyLost(
  before: Assessment,
  after: Assessment,
  what: string,
  named: (address: string) => string = (address) => address,
): void {
  const was = rows(before, named);
  for (const [row, o] of rows(after, named)) {
    const old = was.get(row)?.outcome;
    if (o.outcome === 'pass') expect(old, `${what}: ${row} became a pass`).toBe('pass');
    if (o.outcome === 'fail' && old !== undefined) expect(old, `${what}: ${row} became a gap`).toBe('fail');
    if (old === 'fail') expect(['fail', 'unknown'], `${what}: ${row} was a gap`).toContain(o.outcome);
  }
  if (before.verdict.decision === 'NO-GO') expect(after.verdict.decision, what).toBe('NO-GO');
  expect(after.score.lower, `${what}: lower bound`).toBeLessThanOrEqual(before.score.lower + 1e-12);
}
