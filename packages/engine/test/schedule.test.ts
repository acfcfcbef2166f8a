import { expect, test } from 'vitest';
import { longestPause } from '../src/catalog/blocks/schedule.ts';

test.each([
  ['rate(10 days)', 10],
  ['rate(1 day)', 1],
  ['rate(12 hours)', 0.5],
  ['cron(0 4 * * ? *)', 31],
  ['cron(0 4 ? * SUN#1 *)', 31],
  ['cron(0 4 1 1/2 ? *)', 62],
  ['cron(0 4 1 */3 ? *)', 93],
  ['cron(0 4 1 JAN,JUL ? *)', 186],
  ['cron(0 4 1 2-11 ? *)', 93],
  ['cron(0 4 1 2 ? *)', 372],
  ['cron(0 4 1 * ? 2030)', Number.POSITIVE_INFINITY],
  ['cron(0 4 1 thirteen ? *)', Number.POSITIVE_INFINITY],
])('%s leaves %d days at most between two runs', (schedule, days) => {
  expect(longestPause(schedule)).toBe(days);
});
