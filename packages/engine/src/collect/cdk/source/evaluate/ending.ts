import { type Condition, NEVER } from '../../../../model/condition.ts';
import type { Location } from '../../../../model/origin.ts';
import type { Execution } from './execution.ts';
import type { Run } from './run.ts';

/** How a list of statements ends: the condition under which it returned, and what. */
export interface Ending {
  readonly left: Condition;
  readonly value: Run | undefined;
  /** It ended by a failure that nothing catches, so that nothing is deployed. */
  readonly failed?: boolean;
}

export const GOES_ON: Ending = { left: NEVER, value: undefined };

/** What is given back where two endings are possible. */
export function merged(condition: Condition, yes: Run | undefined, no: Run | undefined): Run | undefined {
  const one = yes ?? no;
  if (one === undefined) return undefined;
  const { at } = one;
  const nothing: Run = { kind: 'undefined', at, seen: [] };
  return { kind: 'choice', condition, yes: yes ?? nothing, no: no ?? nothing, at, seen: [] };
}

/** An ending that is certain inside a place that may not be reached. */
export function partly(ending: Ending, at: Location, by: Execution): Ending {
  if (ending.left.op === 'never') return ending;
  return {
    left: by.doubt(`how a loop ends at ${at.file}:${at.line}`),
    value: by.unknown('what a loop returns', at),
  };
}

export function softened(ending: Ending, at: Location, by: Execution): Ending {
  if (ending.left.op !== 'always') return ending;
  // What handles a failure may go on behind it.
  return ending.value === undefined
    ? { left: by.doubt(`whether something fails at ${at.file}:${at.line}`), value: undefined }
    : ending;
}
