import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interval } from '../src/assess/score.ts';
import { combine, type Possible } from '../src/model/outcome.ts';

const POSSIBLE: readonly Possible[] = ['pass', 'fail', 'not-applicable'];
const coulds = fc
  .subarray([...POSSIBLE], { minLength: 1 })
  .map((list) => new Set(list) as ReadonlySet<Possible>);
const rows = fc.array(coulds, { maxLength: 6 });

/** Every way in which the open rows could turn out, by brute force. */
function completions(sets: readonly ReadonlySet<Possible>[]): readonly (readonly Possible[])[] {
  return sets.reduce<readonly (readonly Possible[])[]>(
    (done, set) => done.flatMap((d) => [...set].map((p) => [...d, p])),
    [[]],
  );
}

function exactly(decided: readonly Possible[]): Possible {
  if (decided.includes('fail')) return 'fail';
  return decided.includes('pass') ? 'pass' : 'not-applicable';
}

describe('what a check as a whole could be', () => {
  it('is what its rows could turn out to be together', () => {
    fc.assert(
      fc.property(rows, (sets) => {
        expect(new Set(combine(sets))).toEqual(new Set(completions(sets).map(exactly)));
      }),
    );
  });
});

describe('the score', () => {
  it('has the bounds of every way the open checks could turn out', () => {
    fc.assert(
      fc.property(fc.array(coulds, { minLength: 1, maxLength: 6 }), (sets) => {
        const shares = completions(sets).flatMap((decided) => {
          const pass = decided.filter((p) => p === 'pass').length;
          const fail = decided.filter((p) => p === 'fail').length;
          return pass + fail === 0 ? [0, 1] : [pass / (pass + fail)];
        });
        const { lower, upper } = interval(sets);
        expect(lower).toBeCloseTo(Math.min(...shares), 10);
        expect(upper).toBeCloseTo(Math.max(...shares), 10);
      }),
    );
  });

  it('never rises at the bottom when something is hidden', () => {
    fc.assert(
      fc.property(fc.array(coulds, { minLength: 1, maxLength: 8 }), fc.nat(), coulds, (sets, at, more) => {
        const hidden = sets.map((s, i) => (i === at % sets.length ? new Set([...s, ...more]) : s));
        expect(interval(hidden).lower).toBeLessThanOrEqual(interval(sets).lower + 1e-12);
        expect(interval(hidden).upper).toBeGreaterThanOrEqual(interval(sets).upper - 1e-12);
      }),
    );
  });
});
