import { expect, it } from 'vitest';
import { Stopwatch } from '../src/timings.ts';

it('tells reading from deciding, and sums each check over all roots, the slowest first', () => {
  let clock = 100;
  const watch = new Stopwatch(() => clock);
  const takes = (milliseconds: number) => () => (clock += milliseconds);
  clock += 40;
  watch.read();
  watch.around('a', takes(3));
  watch.around('b', takes(5));
  watch.around('a', takes(4));
  clock += 1;
  expect(watch.timings()).toEqual({
    reading: 40,
    deciding: 13,
    checks: [
      { id: 'a', milliseconds: 7 },
      { id: 'b', milliseconds: 5 },
    ],
  });
});

it('gives back what the work gives', () => {
  expect(new Stopwatch().around('a', () => 'done')).toBe('done');
});
