import type { Origin } from '../../../model/origin.ts';
import {
  type Composed,
  fromJson,
  known,
  listOf,
  objectOf,
  unknown,
  type Value,
} from '../../../model/value.ts';

/**
 * The structure that a JSON text stands for. A text with gaps (`<<EOF … ${aws_s3_bucket.data.arn} … EOF`) is read with
 * the gaps in place: they come back inside the strings where they stood.
 */
export function structureOf(value: Value): Value {
  switch (value.kind) {
    case 'known':
      if (value.structure !== undefined) return value.structure;
      return typeof value.value === 'string' ? parsed(value.value, value.origin) : value;
    case 'composed':
      return value.structure ?? parsedAround(value);
    default:
      return value;
  }
}

function parsed(text: string, origin: Origin): Value {
  try {
    return fromJson(JSON.parse(text), origin);
  } catch {
    return unknown('unresolved-expression', 'a text that is valid JSON', origin);
  }
}

/** Letters that no policy contains, so that a gap can stand inside a string or as a value of its own. */
const GAP = '\uE000';

function parsedAround(text: Composed): Value {
  const gaps: Value[] = [];
  const source = text.parts
    .map((part) => {
      if (part.kind === 'known') return String(part.value);
      gaps.push(part);
      return `${GAP}${gaps.length - 1}${GAP}`;
    })
    .join('');
  const attempt = tryParse(source) ?? tryParse(quoteBareGaps(source));
  if (attempt === undefined) {
    const open = gaps.find((g) => g.kind === 'unknown');
    if (open !== undefined) return { ...open, origin: text.origin };
    return unknown('unresolved-expression', 'the deployed value', text.origin);
  }
  return refill(attempt.json, gaps, text.origin);
}

function tryParse(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** A gap outside of any string stands for a whole value. */
function quoteBareGaps(text: string): string {
  let inString = false;
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    if (letter === '\\' && inString) {
      out += letter + (text[at + 1] ?? '');
      at += 1;
    } else if (letter === '"') {
      inString = !inString;
      out += letter;
    } else if (letter === GAP && !inString) {
      const end = text.indexOf(GAP, at + 1);
      out += `"${text.slice(at, end + 1)}"`;
      at = end;
    } else {
      out += letter;
    }
  }
  return out;
}

function refill(json: unknown, gaps: readonly Value[], origin: Origin): Value {
  if (typeof json === 'string') return refillText(json, gaps, origin);
  if (Array.isArray(json)) {
    return listOf(
      json.map((item) => refill(item, gaps, origin)),
      origin,
    );
  }
  if (json !== null && typeof json === 'object') {
    const members = Object.entries(json);
    const open = members.some(([key]) => key.includes(GAP))
      ? unknown('unresolved-expression', 'the deployed value', origin)
      : undefined;
    return objectOf(
      new Map(
        members.filter(([key]) => !key.includes(GAP)).map(([key, v]) => [key, refill(v, gaps, origin)]),
      ),
      origin,
      open,
    );
  }
  return fromJson(json, origin);
}

function refillText(text: string, gaps: readonly Value[], origin: Origin): Value {
  const pieces = text.split(GAP);
  if (pieces.length === 1) return known(text, origin);
  const parts = pieces
    .map((piece, at) => (at % 2 === 1 ? gaps[Number(piece)]! : known(piece, origin)))
    .filter((part) => part.kind !== 'known' || part.value !== '');
  return parts.length === 1 ? parts[0]! : { kind: 'composed', parts, origin };
}
