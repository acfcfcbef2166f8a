import type { Origin } from '../../../../model/origin.ts';
import { known, type Value } from '../../../../model/value.ts';
import { normal } from '../../syntax/text.ts';
import { fail } from '../failure.ts';
import { exactFromText } from '../number.ts';
import { byteOrder, numberOf, numberText } from '../scalar.ts';

/** Go's encoder escapes these so that JSON can stand inside HTML. */
const ESCAPED: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

export function jsonString(text: string): string {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (char) => ESCAPED[char]!);
}

/** The JSON of a value in pieces: text where it is known, the value itself where it is not. */
export function jsonPieces(value: Value): (string | Value)[] {
  const pieces: (string | Value)[] = [];
  const text = (more: string) => {
    if (typeof pieces.at(-1) === 'string') pieces[pieces.length - 1] = `${pieces.at(-1)}${more}`;
    else pieces.push(more);
  };
  const write = (part: Value): void => {
    switch (part.kind) {
      case 'known':
        if (typeof part.value === 'number')
          text(Number.isFinite(part.value) ? numberText(part) : fail('infinity has no JSON'));
        else text(typeof part.value === 'string' ? jsonString(part.value) : String(part.value));
        break;
      case 'list':
        text('[');
        part.items.forEach((item, index) => {
          if (index > 0) text(',');
          write(item);
        });
        if (part.open) pieces.push(part.open);
        text(']');
        break;
      case 'object': {
        text('{');
        const members = [...part.members].toSorted(([a], [b]) => byteOrder(a, b));
        members.forEach(([name, member], index) => {
          text(`${index > 0 ? ',' : ''}${jsonString(name)}:`);
          write(member);
        });
        if (part.open) pieces.push(part.open);
        text('}');
        break;
      }
      case 'composed':
        text('"');
        for (const one of part.parts) {
          if (one.kind === 'known') text(jsonString(String(one.value)).slice(1, -1));
          else pieces.push(one);
        }
        text('"');
        break;
      case 'sensitive': {
        const inner = part.reveal?.();
        if (inner === undefined) pieces.push(part);
        else write(inner);
        break;
      }
      default:
        pieces.push(part);
    }
  };
  write(value);
  return pieces;
}

/** The JSON of a value that is wholly known. */
export function jsonText(value: Value): string {
  return jsonPieces(value)
    .map((piece) => (typeof piece === 'string' ? piece : fail('the value is not known')))
    .join('');
}

/** Values from JSON text, numbers with all their digits. Throws where it is not JSON. */
export function fromJsonText(text: string, origin: Origin): Value {
  let data: unknown;
  try {
    data = JSON.parse(text, (_, value, context?: { source?: string }) =>
      typeof value === 'number' && context?.source !== undefined ? new Digits(context.source) : value,
    );
  } catch {
    return fail('the text is not valid JSON');
  }
  return build(data, origin);
}

class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

function build(data: unknown, origin: Origin): Value {
  if (data instanceof Digits)
    return numberOf(exactFromText(data.text) ?? fail('a number is too large'), origin);
  if (typeof data === 'number') return known(data, origin);
  if (Array.isArray(data))
    return { kind: 'list', as: 'tuple', items: data.map((item) => build(item, origin)), origin };
  if (data !== null && typeof data === 'object') {
    const members = new Map(Object.entries(data).map(([name, member]) => [name, build(member, origin)]));
    return { kind: 'object', as: 'object', members, origin };
  }
  return known(typeof data === 'string' ? normal(data) : (data as boolean | null), origin);
}
