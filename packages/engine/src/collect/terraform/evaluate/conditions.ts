import { ALWAYS, and, atom, type Condition, NEVER, not, or } from '../../../model/condition.ts';
import type { Origin } from '../../../model/origin.ts';
import { type Choice, known, type Value } from '../../../model/value.ts';
import { canonical } from './canonical.ts';
import { convert } from './convert.ts';
import { fail } from './failure.ts';
import { BOOL } from './types.ts';
import { unknownFrom } from './worlds.ts';

/** The condition under which a value is true. Throws where it can be no boolean. */
export function conditionOf(value: Value): Condition {
  const converted = convert(value, BOOL);
  switch (converted.kind) {
    case 'known':
      if (converted.value === null) return fail('the condition is null');
      return converted.value === true ? ALWAYS : NEVER;
    case 'choice':
      return or(
        and(converted.condition, conditionOf(converted.whenTrue)),
        and(not(converted.condition), conditionOf(converted.whenFalse)),
      );
    case 'sensitive':
      return converted.reveal === undefined ? atomOf(converted) : conditionOf(converted.reveal());
    default:
      return atomOf(converted);
  }
}

/** An open condition that a value stands for. */
function atomOf(value: Value): Condition {
  const text = canonical(value);
  const { decidedBy, reason } = unknownFrom(value, [], text, value.origin.at);
  return atom(text, decidedBy, reason);
}

/** The boolean that a condition is: known, or a choice between true and false. */
export function booleanOf(condition: Condition, origin: Origin): Value {
  if (condition.op === 'always') return known(true, origin);
  if (condition.op === 'never') return known(false, origin);
  // A choice is by a positive condition, so that the same condition is recognised wherever it decides.
  if (condition.op === 'not') return flipped(condition.of, origin);
  const choice: Choice = {
    kind: 'choice',
    condition,
    whenTrue: known(true, origin),
    whenFalse: known(false, origin),
    origin,
  };
  return choice;
}

function flipped(condition: Condition, origin: Origin): Value {
  return {
    kind: 'choice',
    condition,
    whenTrue: known(false, origin),
    whenFalse: known(true, origin),
    origin,
  };
}
