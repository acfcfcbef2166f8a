import { createHash } from 'node:crypto';
import { type Condition, NO_WORLD, not, openAtoms } from '../../../model/condition.ts';
import type { Location } from '../../../model/origin.ts';
import {
  type Choice,
  type Sensitive,
  type Unknown,
  type UnknownReason,
  unknown,
  type Value,
} from '../../../model/value.ts';
import { canonical, conditionText } from './canonical.ts';
import { EvaluationError } from './failure.ts';
import { computedAt } from './origins.ts';

/** A choice among more than this many values is no longer looked into. */
const MAX_LEAVES = 16;

/** One value or another; the value itself where both arms are the same. */
export function choose(condition: Condition, whenTrue: Value, whenFalse: Value, at: Location): Value {
  if (condition.op === 'always') return whenTrue;
  if (condition.op === 'never') return whenFalse;
  if (condition.op === 'not') return choose(condition.of, whenFalse, whenTrue, at);
  const yes = assume(whenTrue, condition, true);
  const no = assume(whenFalse, condition, false);
  if (sameValue(yes, no)) return yes;
  const choice: Choice = {
    kind: 'choice',
    condition,
    whenTrue: yes,
    whenFalse: no,
    origin: computedAt(at, [yes, no]),
  };
  if (leaves(choice) <= MAX_LEAVES) return choice;
  return unknown(
    'too-many-worlds',
    `values for ${conditionText(condition)} and the other open conditions`,
    choice.origin,
    canonical(choice),
  );
}

/** What a value is once a condition is decided. Only conditions that are written the same are recognised. */
export function assume(value: Value, condition: Condition, truth: boolean): Value {
  if (value.kind !== 'choice') return value;
  if (condition.op === 'not') return assume(value, condition.of, !truth);
  if (value.condition.op === 'not') {
    const { whenTrue, whenFalse } = value;
    return assume(
      { ...value, condition: value.condition.of, whenTrue: whenFalse, whenFalse: whenTrue },
      condition,
      truth,
    );
  }
  if (value.condition === condition || conditionText(value.condition) === conditionText(condition))
    return assume(truth ? value.whenTrue : value.whenFalse, condition, truth);
  const whenTrue = assume(value.whenTrue, condition, truth);
  const whenFalse = assume(value.whenFalse, condition, truth);
  return whenTrue === value.whenTrue && whenFalse === value.whenFalse
    ? value
    : { ...value, whenTrue, whenFalse };
}

function leaves(value: Value): number {
  return value.kind === 'choice' ? leaves(value.whenTrue) + leaves(value.whenFalse) : 1;
}

function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || (a.kind === 'list' && b.kind === 'list' && a.as !== b.as)) return false;
  if (a.kind === 'object' && b.kind === 'object' && a.as !== b.as) return false;
  // An unknown without a text of its own equals nothing but itself.
  return canonical(a) === canonical(b);
}

/** As `across`, for one value. */
export function acrossOne(value: Value, at: Location, compute: (value: Value) => Value): Value {
  return across([value], at, ([one]) => compute(one!));
}

/**
 * Computes on values some of which may be choices or sensitive: once for each arm, and once more with what is
 * hidden revealed; the result is a choice or sensitive again. Where one arm cannot be computed it is unknown there.
 */
export function across(
  values: readonly Value[],
  at: Location,
  compute: (values: readonly Value[]) => Value,
): Value {
  const hidden = values.find((value): value is Sensitive => value.kind === 'sensitive');
  if (hidden !== undefined) {
    const open = values.map((value) => (value.kind === 'sensitive' ? value.reveal?.() : value));
    const lost = open.indexOf(undefined);
    if (lost !== -1)
      return unknown(
        'unresolved-expression',
        'the sensitive value',
        computedAt(at, values),
        canonical(values[lost]!),
      );
    return sensitive(across(open as Value[], at, compute));
  }
  const choice = values.find((value): value is Choice => value.kind === 'choice');
  if (choice === undefined) return compute(values);
  const arm = (truth: boolean): Value | EvaluationError => {
    try {
      return across(
        values.map((value) => assume(value, choice.condition, truth)),
        at,
        compute,
      );
    } catch (error) {
      if (error instanceof EvaluationError) return error;
      throw error;
    }
  };
  return chooseOrFail(choice.condition, arm(true), arm(false), at);
}

/** A choice whose arms may be errors: both wrong is an error, one wrong is unknown there. */
export function chooseOrFail(
  condition: Condition,
  yes: Value | EvaluationError,
  no: Value | EvaluationError,
  at: Location,
): Value {
  if (yes instanceof EvaluationError && no instanceof EvaluationError) throw yes;
  return choose(condition, orUnknown(yes, condition, at), orUnknown(no, not(condition), at), at);
}

function orUnknown(value: Value | EvaluationError, condition: Condition, at: Location): Value {
  if (!(value instanceof EvaluationError)) return value;
  return unknown(
    'unresolved-expression',
    `correcting the expression: ${value.message}`,
    { plane: 'code', at, trail: [] },
    `(error at ${at.file}:${at.line}:${at.column} if ${conditionText(condition)})`,
  );
}

/** Hides a value; it keeps a fingerprint, so that two of the same can be told to be the same. */
export function sensitive(value: Value): Sensitive {
  if (value.kind === 'sensitive') return value;
  const fingerprint = createHash('sha256').update(canonical(value)).digest('hex').slice(0, 12);
  return { kind: 'sensitive', fingerprint, reveal: () => value, origin: value.origin };
}

/** Whether nothing of a value is left open: no unknowns, references or choices anywhere in it. */
export function openPart(value: Value): Value | undefined {
  switch (value.kind) {
    case 'known':
      return undefined;
    case 'list':
      if (value.open) return value.open;
      for (const item of value.items) {
        const part = openPart(item);
        if (part !== undefined) return part;
      }
      return undefined;
    case 'object':
      if (value.open) return value.open;
      for (const member of value.members.values()) {
        const part = openPart(member);
        if (part !== undefined) return part;
      }
      return undefined;
    case 'absent':
      return value.default === undefined ? value : undefined;
    case 'sensitive': {
      const inner = value.reveal?.();
      return inner === undefined ? value : openPart(inner);
    }
    case 'composed':
      return value.parts.find((part) => openPart(part) !== undefined) ?? value;
    default:
      return value;
  }
}

/** An unknown result of an operation: it says what the open operand said, under the text of the operation. */
export function unknownFrom(
  part: Value,
  operands: readonly Value[],
  expression: string,
  at: Location,
): Unknown {
  const origin = computedAt(at, [part, ...operands]);
  const source =
    part.kind === 'composed' ? (part.parts.find((one) => openPart(one) !== undefined) ?? part) : part;
  switch (source.kind) {
    case 'unknown':
      return unknown(source.reason, source.decidedBy, origin, expression);
    case 'reference':
      return unknown('computed', `deployment: it decides ${canonical(source)}`, origin, expression);
    case 'absent':
      return unknown('no-documented-default', 'a value for it', origin, expression);
    case 'choice':
      return unknown(...whyOpen(source.condition), origin, expression);
    default:
      return unknown('unresolved-expression', `the parts of ${canonical(source)}`, origin, expression);
  }
}

/** Why a condition is open, and what would decide it. */
export function whyOpen(condition: Condition): [UnknownReason, string] {
  const [first] = openAtoms(condition, NO_WORLD).values();
  if (first === undefined) return ['unresolved-expression', `a value for ${conditionText(condition)}`];
  return [first.reason ?? 'input-without-value', first.decidedBy];
}
