import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CHECKS } from '../src/catalog/index.generated.ts';
import { assessFolder } from './support/assess-folder.ts';

/*
 * The true facts of the examples were written from their description, before any tool was run. Those that a check decides
 * must be what the check says.
 */
interface Fact {
  readonly id: string;
  readonly fact: string;
  readonly requirement: string;
  readonly check?: string;
  readonly resource?: string;
  readonly state: 'pass' | 'gap' | 'unknown' | 'not-applicable';
  /** The configuration accepts it: the outcome is said to be waived. */
  readonly accepted?: 'waiver';
  readonly why: string;
}

const STATE = { pass: 'pass', gap: 'fail', unknown: 'unknown', 'not-applicable': 'not-applicable' } as const;
const examples = fileURLToPath(new URL('../../../examples', import.meta.url));

describe.each([
  ['flashcards', 'NO-GO'],
  ['flashcards-ready', 'GO'],
])('%s', (name, decision) => {
  const facts = (parse(readFileSync(`${examples}/${name}/facts.yaml`, 'utf8')) as { facts: Fact[] }).facts;

  it(`is ${decision}`, async () => {
    const { verdict } = await assessFolder(`${examples}/${name}`);
    expect(
      verdict.decision,
      JSON.stringify(verdict.criteria.filter((c) => c.outcome === 'fail' || c.outcome === 'unknown')),
    ).toBe(decision);
  });

  it('agrees with every fact that a check decides', async () => {
    const { outcomes } = await assessFolder(`${examples}/${name}`);
    const wrong: string[] = [];
    let compared = 0;
    for (const fact of facts) {
      if (fact.check === undefined) continue;
      expect(
        CHECKS.map((c) => c.id),
        fact.id,
      ).toContain(fact.check);
      compared++;
      const own = outcomes.filter(
        (o) =>
          o.check === fact.check &&
          (fact.resource === undefined ? true : o.resource?.address === fact.resource),
      );
      const said = new Set(own.map((o) => o.outcome));
      const nothing = own.length === 0 && fact.state === 'not-applicable';
      if (nothing || (said.size === 1 && said.has(fact.accepted === 'waiver' ? 'waived' : STATE[fact.state])))
        continue;
      wrong.push(
        `${fact.id} ${fact.check} ${fact.resource ?? ''}: expected ${fact.state}, said ${[...said].join(' and ') || 'nothing'}: ${own[0]?.message ?? ''}`,
      );
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(50);
  });

  it('has facts that are complete', () => {
    expect(new Set(facts.map((f) => f.id)).size).toBe(facts.length);
    for (const fact of facts)
      expect([fact.fact, fact.requirement, fact.state, fact.why].every(Boolean), fact.id).toBe(true);
  });
});
