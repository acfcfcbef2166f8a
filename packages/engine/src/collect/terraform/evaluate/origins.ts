import { type Location, type Origin, seenFrom } from '../../../model/origin.ts';
import type { Value } from '../../../model/value.ts';

/** A trail longer than this tells a reader nothing more; its last step, the literal, is always kept. */
const MAX_STEPS = 12;

function samePlace(a: Location, b: Location): boolean {
  return (
    a.line === b.line &&
    a.column === b.column &&
    a.endLine === b.endLine &&
    a.endColumn === b.endColumn &&
    a.file === b.file
  );
}

/** An origin seen from another place, without repeated steps and without growing for ever. */
export function steppedTo(at: Location, origin: Origin): Origin {
  if (samePlace(at, origin.at)) return origin;
  const seen = seenFrom(at, origin);
  const trail = seen.trail.filter(
    (step, index) => seen.trail.findIndex((other) => samePlace(step, other)) === index,
  );
  if (trail.length > MAX_STEPS) trail.splice(MAX_STEPS - 1, trail.length - MAX_STEPS);
  return { ...seen, trail };
}

/** The same value, used at `at`. */
export function usedAt<V extends Value>(value: V, at: Location): V {
  return samePlace(at, value.origin.at) ? value : { ...value, origin: steppedTo(at, value.origin) };
}

/** Origin of a result that was computed at `at`: it leads to the operand with the longest story. */
export function computedAt(at: Location, operands: readonly Value[]): Origin {
  let best: Origin | undefined;
  for (const { origin } of operands)
    if (best === undefined || origin.trail.length > best.trail.length) best = origin;
  return best === undefined ? { plane: 'code', at, trail: [] } : steppedTo(at, best);
}
