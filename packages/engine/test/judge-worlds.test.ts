import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../src/assess/judge.ts';
import type { Check } from '../src/catalog/check.ts';
import { ALWAYS, atom } from '../src/model/condition.ts';
import { Graph, type Resource } from '../src/model/graph.ts';
import type { Possible } from '../src/model/outcome.ts';
import { all, any, not, type Truth } from '../src/model/truth.ts';
import { absent, known, objectOf, unknown, type Value } from '../src/model/value.ts';

const origin = {
  plane: 'code' as const,
  at: { file: 'main.tf', line: 1, column: 1, endLine: 1, endColumn: 9 },
  trail: [],
};
const text = (value: string) => known(value, origin);

/** `yes` where a condition of its own holds, else `no`. */
const byCondition = (name: string): Value => ({
  kind: 'choice',
  condition: atom(name, `a value for ${name}`),
  whenTrue: text('yes'),
  whenFalse: text('no'),
  origin,
});

const SIX = ['A', 'B', 'C', 'D', 'E', 'F'];

function graphWith(conditions: readonly string[]): Graph {
  const properties = {
    ...Object.fromEntries(conditions.map((name) => [name, byCondition(name)])),
    Open: unknown('input-without-value', 'a value for var.open', origin),
    Known: text('yes'),
  };
  return new Graph({
    resources: [
      {
        type: 'T',
        address: 't',
        exists: ALWAYS,
        properties: objectOf(properties, origin),
        origin,
        identity: {},
      },
    ],
    notSeen: [],
    facts: [],
    edges: [],
    environment: absent(origin),
    defaults: () => undefined,
    readInFull: 'all 1 files',
    origin,
  });
}

function checkOf(evaluate: (one: Resource) => Truth): Check {
  return {
    id: 'example',
    title: 'It holds',
    messages: {},
    appliesTo: 'T',
    evaluate,
  } as unknown as Check;
}

const is = (name: string) => (one: Resource) => one.text(name).is('yes');

describe('a row that open conditions leave undecided', () => {
  type Question = (one: Resource) => Truth;
  const questions: fc.Arbitrary<Question> = fc.letrec<{ q: Question }>((tie) => ({
    q: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom('A', 'B', 'C', 'Open', 'Known').map(is),
      tie('q').map(
        (q): Question =>
          (one) =>
            not(q(one)),
      ),
      fc.array(tie('q'), { minLength: 1, maxLength: 3 }).map(
        (qs): Question =>
          (one) =>
            all(...qs.map((q) => q(one))),
      ),
      fc.array(tie('q'), { minLength: 1, maxLength: 3 }).map(
        (qs): Question =>
          (one) =>
            any(...qs.map((q) => q(one))),
      ),
    ),
  })).q;

  it('can be what it can be in some world, and nothing else', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const graph = graphWith(['A', 'B', 'C']);
        const check = checkOf(question);
        const [row] = judge(check, graph);
        const inWorlds = new Set<Possible>();
        for (let bits = 0; bits < 8; bits++) {
          const world = new Map(['A', 'B', 'C'].map((name, i) => [name, (bits & (1 << i)) !== 0]));
          for (const possible of judge(check, graph.in(world))[0]!.could) inWorlds.add(possible);
        }
        expect(new Set(row!.could)).toEqual(inWorlds);
      }),
    );
  });

  it('is asked once for each condition, and not in each world, where something else keeps it open', () => {
    let asked = 0;
    const check = checkOf((one) => {
      asked += 1;
      return all(...SIX.map((name) => is(name)(one)), is('Open')(one)).quote();
    });
    const stays = checkOf((one) => {
      asked += 1;
      return all(is('Open')(one), any(...SIX.map((name) => is(name)(one)))).quote();
    });
    judge(stays, graphWith(SIX));
    expect(asked).toBeLessThanOrEqual(1 + SIX.length);
    asked = 0;
    judge(check, graphWith(SIX));
    expect(asked).toBeLessThanOrEqual(1 + 2 * SIX.length);
  });

  it('is asked of the same graph as the row before that supposed the same', () => {
    const graph = graphWith(SIX);
    const supposed = () =>
      new Map([
        ['A', true],
        ['B', false],
      ]);
    expect(graph.in(supposed())).toBe(graph.in(new Map([...supposed()].toReversed())));
    expect(graph.in(supposed())).not.toBe(graph.in(new Map([['A', true]])));
  });
});
