import type { Expression } from '../code/syntax/source-module.ts';

/**
 * Whether a time limit is written that is none: zero, or nothing. Sources: documentation of axios (`timeout`), Requests
 * ("Timeouts"), NodeHttpHandlerOptions of the AWS SDK for JavaScript, PostgreSQL (`statement_timeout`).
 */
export function isNoLimit(value: Expression): boolean {
  if (value.kind === 'name') return value.name === 'undefined';
  return value.kind === 'literal' && (value.value === null || Number(value.value) === 0);
}
