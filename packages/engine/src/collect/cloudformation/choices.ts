import { type Condition, holds, NO_WORLD, type World } from '../../model/condition.ts';
import type { Location, Origin } from '../../model/origin.ts';
import type { Choice, Value } from '../../model/value.ts';

/** More arms than this are not worked out one by one; the open choices then stay inside the result. */
const MOST_ARMS = 32;

/**
 * Applies a function to values of which some are open choices: the choice moves outwards, and choices on the same
 * condition are decided together. Where there are too many, `combine` sees the remaining choices as they are.
 */
export function overChoices(values: readonly Value[], combine: (values: readonly Value[]) => Value): Value {
  const budget = { arms: MOST_ARMS };
  return split(values, combine, NO_WORLD, budget);
}

function split(
  values: readonly Value[],
  combine: (values: readonly Value[]) => Value,
  world: World,
  budget: { arms: number },
): Value {
  const decided = values.map((value) => inWorld(value, world));
  const open = decided.find((value): value is Choice => value.kind === 'choice');
  if (open === undefined || budget.arms < 2) return combine(decided);
  budget.arms -= 1;
  const arm = (truth: boolean): Value => {
    const here = assume(open.condition, truth, world);
    const chosen = decided.map((v) => (v === open ? (truth ? open.whenTrue : open.whenFalse) : v));
    return split(chosen, combine, here, budget);
  };
  return { ...open, whenTrue: arm(true), whenFalse: arm(false) };
}

function inWorld(value: Value, world: World): Value {
  let here = value;
  while (here.kind === 'choice') {
    const truth = holds(here.condition, world);
    if (truth === undefined) return here;
    here = truth ? here.whenTrue : here.whenFalse;
  }
  return here;
}

/** The world in which a condition is so, as far as that decides its atoms. */
function assume(condition: Condition, truth: boolean, world: World): World {
  switch (condition.op) {
    case 'atom':
      return new Map([...world, [condition.id, truth]]);
    case 'not':
      return assume(condition.of, !truth, world);
    case 'and':
      return truth ? condition.of.reduce((w, c) => assume(c, true, w), world) : world;
    case 'or':
      return truth ? world : condition.of.reduce((w, c) => assume(c, false, w), world);
    default:
      return world;
  }
}

/** The same value seen from `at`, with the places on the way put before its own trail. */
export function through<V extends Value>(value: V, at: Location, ...steps: readonly Location[]): V {
  return { ...value, origin: { ...value.origin, at, trail: [...steps, ...value.origin.trail] } };
}

/** An origin at a place, led to by the trails of the values it was made from. */
export function madeFrom(at: Location, parts: readonly Value[]): Origin {
  const trail: Location[] = [];
  for (const part of parts) {
    for (const step of part.origin.trail) {
      if (trail.length < 12 && !trail.includes(step)) trail.push(step);
    }
  }
  return { plane: 'code', at, trail };
}
