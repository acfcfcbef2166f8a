import type { Value } from '../../../../model/value.ts';
import { fail } from '../failure.ts';
import {
  ceil,
  compare,
  type Exact,
  exactFromInteger,
  exactFromNumber,
  floor,
  negate,
  sign,
  toInteger,
  toNumber,
  truncate,
} from '../number.ts';
import { computedAt } from '../origins.ts';
import { exactOf, numberOf } from '../scalar.ts';
import { ANY, NUMBER } from '../types.ts';
import { type Call, type Definition, plain, structural, type Table } from './definition.ts';

/** A function from exact numbers to one. */
function exact(count: number, compute: (...numbers: Exact[]) => Exact): Definition {
  return structural(
    Array.from({ length: count }, () => NUMBER),
    (args, call) => numberOf(compute(...args.map(number)), computedAt(call.at, args)),
  );
}

function number(value: Value): Exact {
  return value.kind === 'known' ? exactOf(value) : fail('a number is required');
}

function extreme(direction: 1 | -1): Definition {
  return structural(
    [NUMBER],
    (args, call) => {
      const best = args.reduce((a, b) => (compare(number(b), number(a)) * direction > 0 ? b : a));
      return numberOf(number(best), computedAt(call.at, [best]));
    },
    NUMBER,
  );
}

function rough(compute: (...numbers: number[]) => number, count: number): Definition {
  return structural(
    Array.from({ length: count }, () => NUMBER),
    (args, call) => {
      const result = compute(...args.map((arg) => toNumber(number(arg))));
      if (Number.isNaN(result)) return fail('the result is not a number');
      return numberOf(exactFromNumber(result), computedAt(call.at, args));
    },
  );
}

const MAX_DIGIT: Record<string, number> = {};
for (let digit = 0; digit < 62; digit++) {
  const char = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'[digit]!;
  MAX_DIGIT[char] = digit;
}

function parseInteger(text: string, base: number): bigint {
  if (!Number.isInteger(base) || base < 2 || base > 62) return fail('the base must be between 2 and 62');
  const negative = text.startsWith('-');
  const digits = /^[-+]/.test(text) ? text.slice(1) : text;
  let value = 0n;
  for (const char of base <= 36 ? digits.toLowerCase() : digits) {
    const digit = MAX_DIGIT[char];
    if (digit === undefined || digit >= base) return fail(`"${text}" is not a number of base ${base}`);
    value = value * BigInt(base) + BigInt(digit);
  }
  if (digits === '') return fail('there are no digits');
  return negative ? -value : value;
}

export const numeric: Table = {
  abs: exact(1, (a) => (sign(a) < 0 ? negate(a) : a)),
  ceil: exact(1, ceil),
  floor: exact(1, floor),
  log: rough((value, base) => Math.log(value) / Math.log(base), 2),
  max: extreme(1),
  min: extreme(-1),
  parseint: plain([ANY, NUMBER], ([text, base]: [unknown, number], call: Call) =>
    typeof text !== 'string'
      ? fail('a string is required')
      : numberOf(exactFromInteger(parseInteger(text, base)), computedAt(call.at, call.args)),
  ),
  pow: rough((value, power) => value ** power, 2),
  signum: structural([NUMBER], ([value], call) => {
    const exactly = number(value!);
    if (toInteger(exactly) === undefined) return fail('a whole number is required');
    return call.result(sign(truncate(exactly)));
  }),
};
