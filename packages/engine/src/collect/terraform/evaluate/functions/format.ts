import { type Known, readOff, type Value } from '../../../../model/value.ts';
import { convert } from '../convert.ts';
import { fail } from '../failure.ts';
import { toInteger, toNumber, truncate } from '../number.ts';
import { exactOf, numberText, scalarText } from '../scalar.ts';
import { BOOL, NUMBER, STRING } from '../types.ts';
import { openPart } from '../worlds.ts';
import type { Call } from './definition.ts';
import { jsonText } from './json.ts';
import { graphemes } from './string.ts';

const SEQUENCE = /^%([ +#0-]*)(\d*)(\.\d*)?(?:\[(\d+)\])?(.)/su;

interface Sequence {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  readonly verb: string;
}

/** `format`: known parts of the text survive what is not known. */
export function formatText(format: Value, args: readonly Value[], call: Call): Value {
  if (format.kind !== 'known') return call.unknown(format);
  const pieces = pieced(String(format.value), args, call);
  return call.join(pieces);
}

/** `formatlist`: once for each element, scalars repeated. */
export function formatList(format: Value, args: readonly Value[], call: Call): Value {
  if (format.kind !== 'known') return call.unknown(format);
  const lists = args.map((arg) => (arg.kind === 'list' ? arg : undefined));
  for (const arg of args) {
    if (arg.kind === 'list' && arg.open !== undefined) return call.unknown(arg.open);
    if (arg.kind === 'unknown' || arg.kind === 'reference') return call.unknown(arg);
    if (arg.kind === 'object') return fail('formatlist takes lists and scalars');
  }
  const lengths = lists.filter((list) => list !== undefined).map((list) => list.items.length);
  const length = lengths[0] ?? 1;
  if (lengths.some((other) => other !== length)) return fail('the lists have different lengths');
  const items: Value[] = [];
  for (let index = 0; index < length; index++) {
    const row = args.map((arg, which) => lists[which]?.items[index] ?? arg);
    items.push(call.join(pieced(String(format.value), row, call)));
  }
  const like = call.result([]);
  return { ...like, kind: 'list', as: 'list', items } as Value;
}

function pieced(format: string, args: readonly Value[], call: Call): Value[] {
  const pieces: Value[] = [];
  let next = 0;
  let highest = 0;
  let explicit = false;
  let rest = format;
  while (rest !== '') {
    const percent = rest.indexOf('%');
    if (percent !== 0) {
      pieces.push(call.result(percent === -1 ? rest : rest.slice(0, percent)));
      rest = percent === -1 ? '' : rest.slice(percent);
      continue;
    }
    if (rest.startsWith('%%')) {
      pieces.push(call.result('%'));
      rest = rest.slice(2);
      continue;
    }
    const match = SEQUENCE.exec(rest);
    if (match === null) return fail('the format ends within a verb');
    const index = match[4] === undefined ? next : Number(match[4]) - 1;
    if (match[4] !== undefined) explicit = true;
    next = index + 1;
    highest = Math.max(highest, next);
    const arg = args[index];
    if (arg === undefined) return fail(`the format needs ${index + 1} arguments`);
    const precision = match[3] === undefined ? undefined : Number(match[3].slice(1) || 0);
    const sequence = { flags: match[1]!, width: Number(match[2] || 0), precision, verb: match[5]! };
    pieces.push(formatted(sequence, arg, call));
    rest = rest.slice(match[0].length);
  }
  if (!explicit && highest < args.length)
    return fail(`the format uses ${highest} of ${args.length} arguments`);
  return pieces;
}

function formatted(sequence: Sequence, arg: Value, call: Call): Value {
  if (!/^[vtbdoxXeEfgGsq]$/.test(sequence.verb)) return fail(`there is no verb %${sequence.verb}`);
  const part = openPart(arg);
  if (part !== undefined) {
    const plainText =
      /^[sv]$/.test(sequence.verb) && sequence.width === 0 && sequence.precision === undefined;
    if (plainText && arg.kind !== 'list' && arg.kind !== 'object') return arg;
    return call.unknown(part);
  }
  if (sequence.verb === 'v' && arg.kind !== 'known') return call.result(padded(sequence, jsonText(arg)));
  if (arg.kind === 'known' && arg.value === null) {
    return call.unknown(arg);
  }
  const text = call.result(scalar(sequence, arg));
  return arg.kind === 'known' ? readOff(text, arg) : text;
}

function scalar(sequence: Sequence, arg: Value): string {
  switch (sequence.verb) {
    case 'v': {
      if (sequence.flags.includes('#')) return padded(sequence, jsonText(arg));
      const known = arg as Known;
      if (typeof known.value === 'number') return numeric({ ...sequence, verb: 'g' }, known);
      return text(sequence, scalarText(known));
    }
    case 's':
      return text(sequence, wanted(convert(arg, STRING), 'string') as string);
    case 'q':
      return text(sequence, JSON.stringify(wanted(convert(arg, STRING), 'string')));
    case 't':
      return padded(sequence, String(wanted(convert(arg, BOOL), 'boolean')));
    default:
      return numeric(sequence, convert(arg, NUMBER) as Known);
  }
}

function wanted(value: Value, type: string): unknown {
  return value.kind === 'known' && typeof value.value === type ? value.value : fail(`a ${type} is required`);
}

function text(sequence: Sequence, whole: string): string {
  const cut =
    sequence.precision === undefined ? whole : graphemes(whole).slice(0, sequence.precision).join('');
  return padded(sequence, cut);
}

function padded(sequence: Sequence, body: string): string {
  const missing = Math.min(sequence.width, 100_000) - graphemes(body).length;
  if (missing <= 0) return body;
  if (sequence.flags.includes('-')) return body + ' '.repeat(missing);
  return (sequence.flags.includes('0') ? '0' : ' ').repeat(missing) + body;
}

function numeric(sequence: Sequence, arg: Known): string {
  if (arg.kind !== 'known' || typeof arg.value !== 'number') return fail('a number is required');
  const value = exactOf(arg);
  let body: string;
  if (/[bdoxX]/.test(sequence.verb)) {
    const integer = toInteger(truncate(value)) ?? 0n;
    if (toInteger(value) === undefined) return fail(`%${sequence.verb} needs a whole number`);
    const base = { b: 2, d: 10, o: 8, x: 16, X: 16 }[sequence.verb] ?? 10;
    body = integer.toString(base);
    if (sequence.verb === 'X') body = body.toUpperCase();
    if (sequence.flags.includes('#')) {
      const prefix = { b: '0b', d: '', o: '0', x: '0x', X: '0X' }[sequence.verb] ?? '';
      body = body.startsWith('-') ? `-${prefix}${body.slice(1)}` : prefix + body;
    }
  } else {
    const rough = toNumber(value);
    const { precision } = sequence;
    if (sequence.verb === 'f') body = fixed(arg, precision ?? 6);
    else if (/[eE]/.test(sequence.verb)) body = exponent(rough.toExponential(Math.min(precision ?? 6, 100)));
    else body = general(rough, precision, numberText(arg));
    if (/[EG]/.test(sequence.verb)) body = body.toUpperCase();
  }
  if (!body.startsWith('-')) {
    if (sequence.flags.includes('+')) body = `+${body}`;
    else if (sequence.flags.includes(' ')) body = ` ${body}`;
  }
  const missing = sequence.width - body.length;
  if (missing <= 0) return body;
  if (sequence.flags.includes('-')) return body + ' '.repeat(missing);
  if (!sequence.flags.includes('0')) return ' '.repeat(missing) + body;
  const signed = /^[-+ ]/.test(body) ? 1 : 0;
  return body.slice(0, signed) + '0'.repeat(missing) + body.slice(signed);
}

/** Rounds the decimal digits, half to even, so that no binary fraction gets in the way. */
function fixed(arg: Known, decimals: number): string {
  const [whole = '0', fraction = ''] = numberText(arg).replace('-', '').split('.');
  const negative = numberText(arg).startsWith('-');
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0');
  let scaled = BigInt(whole + kept);
  const rest = fraction.slice(decimals);
  const half = `5${'0'.repeat(Math.max(0, rest.length - 1))}`;
  if (rest > half || (rest === half && rest !== '' && (scaled & 1n) === 1n)) scaled += 1n;
  const digits = scaled.toString().padStart(decimals + 1, '0');
  const body = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return negative ? `-${body}` : body;
}

function exponent(body: string): string {
  return body.replace(/e([-+])(\d)$/, 'e$10$2');
}

/** `%g`: an exponent for very small and very large numbers, no trailing zeros. */
function general(value: number, precision: number | undefined, digits: string): string {
  const power = value === 0 ? 0 : Number(value.toExponential().split('e')[1]);
  if (precision === undefined) {
    if (power < -4 || power >= 21) return exponent(value.toExponential());
    return digits;
  }
  const count = precision === 0 ? 1 : precision;
  if (power < -4 || power >= count) return exponent(value.toExponential(count - 1).replace(/\.?0+e/, 'e'));
  return value
    .toPrecision(count)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}
