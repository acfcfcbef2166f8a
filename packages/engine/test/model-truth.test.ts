import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all, allUntilNo, any, anyUntilYes, choose, not, Truth } from '../src/model/truth.ts';

const proof = (value: string) => ({
  evidence: {
    plane: 'code' as const,
    at: { file: 'a.tf', line: 1, column: 1, endLine: 1, endColumn: 1 },
    trail: [],
    value,
  },
});
const yes = Truth.yes(proof('yes'));
const no = Truth.no(proof('no'));
const open = Truth.unknown([{ reason: 'input-without-value', decidedBy: 'a value for var.x' }]);
const truths = fc.constantFrom(yes, no, open);

/** Kleene's tables, written down as numbers: no 0, unknown 1/2, yes 1. */
const number = (t: Truth<string>) => ({ yes: 1, no: 0, unknown: 0.5 })[t.state];

describe('what a "not" expected', () => {
  const expecting = (expected: string) =>
    Truth.yes({ evidence: { ...proof('web:latest').evidence, expected } });
  const expectations = (truth: Truth<string>) => truth.proofs.map((p) => p.evidence.expected);

  it('is worded the other way round, and twice is as it was', () => {
    const latest = expecting('ending with :latest');
    expect(expectations(not(latest))).toEqual(['not ending with :latest']);
    expect(expectations(not(not(latest)))).toEqual(['ending with :latest']);
    expect(expectations(not(expecting('not latest')))).toEqual(['latest']);
  });

  it('stays where the evidence only belongs to the question', () => {
    expect(expectations(not(expecting('set on purpose').asMembership()))).toEqual(['set on purpose']);
  });
});

describe('three-valued logic', () => {
  it('computes all as the minimum and any as the maximum', () => {
    fc.assert(
      fc.property(fc.array(truths, { maxLength: 5 }), (parts) => {
        expect(number(all(...parts))).toBe(Math.min(1, ...parts.map(number)));
        expect(number(any(...parts))).toBe(Math.max(0, ...parts.map(number)));
      }),
    );
  });

  it('answers as all at once where it asks until a no, and asks nothing behind it', () => {
    fc.assert(
      fc.property(fc.array(truths, { maxLength: 5 }), (parts) => {
        let asked = 0;
        const untilNo = allUntilNo(
          ...parts.map((truth) => () => {
            asked += 1;
            return truth;
          }),
        );
        expect(untilNo.state).toBe(all(...parts).state);
        const firstNo = parts.findIndex((truth) => truth.state === 'no');
        expect(asked).toBe(firstNo === -1 ? parts.length : firstNo + 1);
      }),
    );
  });

  it('answers as any at once where it asks until a yes, and asks nothing behind it', () => {
    fc.assert(
      fc.property(fc.array(truths, { maxLength: 5 }), (parts) => {
        let asked = 0;
        const untilYes = anyUntilYes(
          ...parts.map((truth) => () => {
            asked += 1;
            return truth;
          }),
        );
        expect(untilYes.state).toBe(any(...parts).state);
        const firstYes = parts.findIndex((truth) => truth.state === 'yes');
        expect(asked).toBe(firstYes === -1 ? parts.length : firstYes + 1);
      }),
    );
  });

  it('asks only the arms of a choice that may be taken, with the same answer', () => {
    fc.assert(
      fc.property(truths, truths, truths, (condition, then, otherwise) => {
        const asked: string[] = [];
        const arm = (name: string, truth: Truth) => () => {
          asked.push(name);
          return truth;
        };
        const chosen = choose(condition, arm('then', then), arm('otherwise', otherwise));
        const known = choose(condition, then, otherwise);
        expect([chosen.state, chosen.proofs]).toEqual([known.state, known.proofs]);
        const expected = { yes: ['then'], no: ['otherwise'], unknown: ['then', 'otherwise'] };
        expect(asked).toEqual(expected[condition.state]);
      }),
    );
  });

  it('negates twice to itself, and exchanges all and any', () => {
    fc.assert(
      fc.property(fc.array(truths, { minLength: 1, maxLength: 4 }), (parts) => {
        expect(not(not(parts[0]!)).state).toBe(parts[0]!.state);
        expect(not(all(...parts)).state).toBe(any(...parts.map((p) => not(p))).state);
      }),
    );
  });

  it('chooses under an unknown condition only where both sides agree', () => {
    expect(choose(open, yes, yes).state).toBe('yes');
    expect(choose(open, no, no).state).toBe('no');
    expect(choose(open, yes, no).state).toBe('unknown');
    expect(choose(yes, no, yes).state).toBe('no');
  });

  it('never decides more when a part becomes unknown', () => {
    const combine = (parts: readonly Truth[]) => [
      all(...parts),
      any(...parts),
      choose(parts[0]!, parts[1]!, parts[2]!),
      not(all(parts[0]!, not(any(parts[1]!, parts[2]!)))),
    ];
    fc.assert(
      fc.property(fc.tuple(truths, truths, truths), fc.nat(2), (parts, at) => {
        const before = combine(parts);
        const after = combine(parts.map((p, i) => (i === at ? open : p)));
        after.forEach((truth, i) => {
          if (truth.state !== 'unknown') expect(truth.state).toBe(before[i]!.state);
        });
      }),
    );
  });
});

describe('messages of a gap', () => {
  it('lets the outermost else win and the first failing part speak', () => {
    expect(all(yes.else('a'), no.else('b'), no.else('c')).message).toBe('b');
    expect(all(no.else('b')).else('outer').message).toBe('outer');
    expect(any(no.else('a'), no.else('b')).message).toBe('a');
    expect(all(yes, open.else('x')).message).toBe('x');
  });

  it('keeps the evidence of the parts that decided', () => {
    expect(all(yes, no).proofs.map((p) => p.evidence.value)).toEqual(['no']);
    expect(any(yes, no).proofs.map((p) => p.evidence.value)).toEqual(['yes']);
  });

  it('does not let a truth be taken for a boolean', () => {
    const mistakes = () => {
      // @ts-expect-error A truth in an `if` is always defined: it would always be taken.
      if (yes) return;
      // @ts-expect-error An id that no message has does not fit where the messages are `a` and `b`.
      const wrong: Truth<'a' | 'b'> = no.else('c');
      return wrong;
    };
    expect(mistakes).toBeTypeOf('function');
  });
});

describe('what an answer rests on', () => {
  const shown = (truth: Truth<string>) =>
    truth.proofs.map(({ evidence, quoted, membership }) =>
      [evidence.value, quoted ? 'quoted' : membership ? 'membership' : 'plain'].join(' '),
    );
  const lacking = (what: string) =>
    Truth.unknown([{ reason: 'input-without-value', decidedBy: 'a value for var.x', what }]);

  it('is listed in the order in which it was asked, where the innermost mark holds', () => {
    const b = Truth.yes(proof('b')).quote();
    const whole = all(Truth.yes(proof('a')), b.asMembership(), Truth.yes(proof('c')).asMembership());
    expect(shown(whole)).toEqual(['a plain', 'b quoted', 'c membership']);
    expect(shown(whole.quote())).toEqual(['a quoted', 'b quoted', 'c membership']);
    const values = (truth: Truth<string>) => {
      const { quoted, plain, membership } = truth.proofsByRole(1, (a, b) => a.value === b.value);
      return [quoted, plain, membership].map((all) => all.map((evidence) => evidence.value));
    };
    expect(values(whole)).toEqual([['b'], ['a'], ['c']]);
    expect(values(whole.quote())).toEqual([['a'], [], ['c']]);
  });

  it('leaves open each thing once, however often it was asked', () => {
    const one = lacking('one');
    const whole = all(any(one, lacking('two')), one, all(lacking('one'), yes));
    expect(whole.deciders.map(({ what }) => what)).toEqual(['one', 'two']);
    expect(all(no, one).deciders).toEqual([]);
  });

  it('depends on conditions only where it is unknown', () => {
    const atom = { op: 'atom' as const, id: 'c', decidedBy: 'a value for c' };
    const conditional = Truth.unknown([], new Map([[atom.id, atom]]));
    expect(all(yes, any(open, conditional)).condition).toBe(atom);
    expect(choose(conditional, yes, yes).condition).toBeUndefined();
    expect(open.condition).toBeUndefined();
  });

  it('may be put together from a hundred thousand answers, one in another', () => {
    let nested: Truth<string> = all(yes, open);
    for (let i = 0; i < 100_000; i++) nested = choose(open, nested, no);
    expect(nested.state).toBe('unknown');
    expect(nested.deciders).toHaveLength(1);
    expect(nested.proofs.length).toBeGreaterThan(0);
  });
});
