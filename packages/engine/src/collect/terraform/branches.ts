import { ALWAYS, and, type Condition, not, or } from '../../model/condition.ts';
import type { Value } from '../../model/value.ts';

/** One of the values that a value could be, and when. */
export interface Branch {
  readonly when: Condition;
  readonly value: Exclude<Value, { kind: 'choice' }>;
}

/** The values that open conditions leave possible; secrets are looked into, since only shapes leave here. */
export function branches(value: Value, when: Condition = ALWAYS): readonly Branch[] {
  if (value.kind === 'choice') {
    return [
      ...branches(value.whenTrue, and(when, value.condition)),
      ...branches(value.whenFalse, and(when, not(value.condition))),
    ];
  }
  return [{ when, value }];
}

/** Applies `f` under all open conditions. */
export function mapBranches(value: Value, f: (value: Exclude<Value, { kind: 'choice' }>) => Value): Value {
  if (value.kind !== 'choice') return f(value);
  return {
    ...value,
    whenTrue: mapBranches(value.whenTrue, f),
    whenFalse: mapBranches(value.whenFalse, f),
  };
}

/** True in any of the branches; always where all branches of a value agree. */
export function inBranches(all: readonly Branch[], holding: readonly Condition[]): Condition {
  return holding.length === all.length ? ALWAYS : or(...holding);
}
