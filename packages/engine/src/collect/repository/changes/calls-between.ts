import { type Call, isBefore, type Range, type SourceModule } from '../code/syntax/source-module.ts';

/** The calls that begin in a range. A module has its calls in the order in which they begin. */
export function callsBetween({ calls }: SourceModule, { at, end }: Range): readonly Call[] {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(calls[middle]!.at, at)) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < calls.length && isBefore(calls[last]!.at, end)) last++;
  return calls.slice(low, last);
}
