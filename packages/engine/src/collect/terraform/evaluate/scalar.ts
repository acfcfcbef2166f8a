import type { Origin } from '../../../model/origin.ts';
import type { Known, Value } from '../../../model/value.ts';
import { type Exact, exactFromNumber, exactFromText, format, toNumber } from './number.ts';

/** A known number from its exact value; the digits are kept where a JavaScript number would lose some. */
export function numberOf(value: Exact, origin: Origin): Known<number> {
  const rough = toNumber(value);
  if (Number.isSafeInteger(rough) || value.infinite) return { kind: 'known', value: rough, origin };
  const digits = format(value);
  return plainDigits(rough) === digits
    ? { kind: 'known', value: rough, origin }
    : { kind: 'known', value: rough, digits, origin };
}

/** The exact value of a known number. */
export function exactOf(value: Known): Exact {
  if (value.digits !== undefined)
    return exactFromText(value.digits) ?? exactFromNumber(value.value as number);
  return exactFromNumber(value.value as number);
}

/** A number as Terraform prints it: all digits, no exponent. */
export function numberText(value: Known): string {
  return value.digits !== undefined ? format(exactOf(value)) : plainDigits(value.value as number);
}

/** JavaScript prints large and small numbers with an exponent; this writes them out. */
export function plainDigits(value: number): string {
  const text = String(value === 0 ? 0 : value);
  return text.includes('e') ? format(exactFromNumber(value)) : text;
}

export function scalarText(value: Known): string {
  return typeof value.value === 'number' ? numberText(value) : String(value.value);
}

export function isNull(value: Value): boolean {
  return value.kind === 'known' && value.value === null;
}

/** Strings are ordered by their bytes, which is the order of their code points. */
export function byteOrder(a: string, b: string): number {
  if (a === b) return 0;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Attributes that every resource which has them gets a value for. */
const ALWAYS_GIVEN: ReadonlySet<string> = new Set(['id', 'arn', 'name', 'bucket', 'url', 'function_name']);

/** Whether a value that is not known is certainly neither null nor an empty text. */
export function isNeverEmpty(value: Value): boolean {
  if (value.kind === 'reference') return ALWAYS_GIVEN.has(value.to.attribute);
  if (value.kind !== 'composed') return false;
  return value.parts.some((p) => (p.kind === 'known' ? p.value !== '' : isNeverEmpty(p)));
}
