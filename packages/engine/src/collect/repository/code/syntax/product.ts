import type { Expression, Place } from './source-module.ts';

/** `60 * 60` as the number that it is, `30 * DAY` as what is multiplied. */
export function product(left: Expression, right: Expression, at: Place): Expression {
  const isNumber = (one: Expression) => one.kind === 'literal' && typeof one.value === 'number';
  if (isNumber(left) && isNumber(right)) {
    const [a, b] = [left, right] as readonly { readonly value: number }[];
    return { kind: 'literal', value: a!.value * b!.value, at };
  }
  return { kind: 'product', of: left.kind === 'product' ? [...left.of, right] : [left, right], at };
}
