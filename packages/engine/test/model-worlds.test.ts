import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALWAYS,
  and,
  atom,
  type Condition,
  holds,
  NEVER,
  not,
  openAtoms,
  or,
} from '../src/model/condition.ts';

const atoms = ['a', 'b', 'c'].map((id) => atom(id, `a value for ${id}`));
const conditions: fc.Arbitrary<Condition> = fc.letrec<{ c: Condition }>((tie) => ({
  c: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Condition>(...atoms, ALWAYS, NEVER),
    tie('c').map((c) => not(c)),
    fc.array(tie('c'), { maxLength: 3 }).map((cs) => and(...cs)),
    fc.array(tie('c'), { maxLength: 3 }).map((cs) => or(...cs)),
  ),
})).c;
const worlds = fc
  .dictionary(fc.constantFrom('a', 'b', 'c'), fc.boolean())
  .map((d) => new Map(Object.entries(d)));

describe('conditions in worlds', () => {
  it('are decided in every world that decides all their atoms', () => {
    fc.assert(
      fc.property(conditions, fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), (condition, [a, b, c]) => {
        const world = new Map([
          ['a', a],
          ['b', b],
          ['c', c],
        ]);
        expect(holds(condition, world)).not.toBeUndefined();
        expect(openAtoms(condition, world).size).toBe(0);
      }),
    );
  });

  it('keep their truth when a world decides more', () => {
    fc.assert(
      fc.property(
        conditions,
        worlds,
        fc.constantFrom('a', 'b', 'c'),
        fc.boolean(),
        (condition, world, id, value) => {
          const before = holds(condition, world);
          if (before !== undefined && !world.has(id)) {
            expect(holds(condition, new Map([...world, [id, value]]))).toBe(before);
          }
        },
      ),
    );
  });

  it('follow De Morgan', () => {
    fc.assert(
      fc.property(conditions, conditions, worlds, (x, y, world) => {
        expect(holds(not(and(x, y)), world)).toBe(holds(or(not(x), not(y)), world));
      }),
    );
  });
});
