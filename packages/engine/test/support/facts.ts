import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ReportedOutcome } from '../../src/index.ts';

export type State = 'pass' | 'gap' | 'unknown' | 'not-applicable';

/** What is true of an example, written before any tool was run. */
export interface Fact {
  readonly id: string;
  readonly fact: string;
  readonly requirement: string;
  /** The check that decides it, where one does. */
  readonly check?: string;
  /** Address of the resource that it is about; `{env}` stands for the environment. About the whole where left out. */
  readonly resource?: string;
  /** One for every environment, or one for each. */
  readonly state: State | Readonly<Record<string, State>>;
  /** The configuration accepts it: the outcome is said to be waived. */
  readonly accepted?: 'waiver';
  readonly why: string;
}

export function readFacts(file: string): readonly Fact[] {
  return (parse(readFileSync(file, 'utf8')) as { facts: Fact[] }).facts;
}

const OUTCOME = {
  pass: 'pass',
  gap: 'fail',
  unknown: 'unknown',
  'not-applicable': 'not-applicable',
} as const;

export function stateIn(fact: Fact, environment: string | undefined): State {
  const state = typeof fact.state === 'string' ? fact.state : fact.state[environment ?? ''];
  if (state === undefined) throw new Error(`${fact.id} has no state for ${environment}`);
  return state;
}

/**
 * How the outcomes differ from a fact that a check decides; `undefined` where they agree. What only a statement shows is
 * unknown as long as nobody states it: then its requirement is among those that were not asked.
 */
export function disagreement(
  fact: Fact,
  outcomes: readonly ReportedOutcome[],
  environment?: string,
  notAsked: readonly string[] = [],
): string | undefined {
  const state = stateIn(fact, environment);
  const resource = fact.resource?.replaceAll('{env}', environment ?? '');
  const own = outcomes.filter(
    (o) => o.check === fact.check && (resource === undefined || o.resource?.address === resource),
  );
  const said = new Set(own.map((o) => o.outcome));
  // What the check does not look at, beside what it does, says nothing about the whole.
  if (resource === undefined && said.size > 1) said.delete('not-applicable');
  const expected = fact.accepted === 'waiver' ? 'waived' : OUTCOME[state];
  if (own.length === 0 && state === 'not-applicable') return undefined;
  if (own.length === 0 && state === 'unknown' && notAsked.includes(fact.requirement)) return undefined;
  if (said.size === 1 && said.has(expected)) return undefined;
  return `${fact.id} ${fact.check} ${resource ?? ''}: expected ${state}, said ${[...said].join(' and ') || 'nothing'}: ${own[0]?.message ?? ''}`;
}
