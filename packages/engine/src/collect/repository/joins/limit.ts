import type { Expression } from '../code/syntax/source-module.ts';
import type { Given } from './given-settings.ts';
import { isNoLimit } from './no-limit.ts';

/** How long one call of a client may take, and what says so. */
export interface Ended {
  /** Seconds for all attempts together; `Infinity` where nothing ends it; nothing where that cannot be told. */
  readonly seconds: number | undefined;
  readonly because: string;
  /** Nobody set it: what the client does by itself. */
  readonly byDefault?: true;
  /** A time is set that only warns when it is over. */
  readonly onlyWarns?: true;
  /** What would tell it, where that is more than the settings. */
  readonly decidedBy?: string;
}

export interface Limit extends Ended {
  /** What is asked: `dynamodb`, `pg`, `requests`. */
  readonly of: string;
}

export const BY_DEFAULT = { byDefault: true } as const;

export const OPEN: Ended = { seconds: undefined, because: 'its settings cannot be told' };

export function unlimited(because: string): Ended {
  return { seconds: Number.POSITIVE_INFINITY, because };
}

export function ofNumber(given: Given, value: Expression | undefined, perSecond: number): Ended {
  if (value === undefined) return given.isSpread ? OPEN : unlimited('no timeout');
  if (isNoLimit(value)) return unlimited('its timeout is no limit');
  const number = given.number(value);
  return number === undefined ? OPEN : { seconds: number / perSecond, because: `timeout ${number}` };
}

/** What ends first. */
export function sooner(a: Ended, b: Ended): Ended {
  if (a.seconds === undefined || b.seconds === undefined) return OPEN;
  return a.seconds <= b.seconds ? a : b;
}
