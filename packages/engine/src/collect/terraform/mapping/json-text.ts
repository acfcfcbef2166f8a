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
  const attempt = tryParse(text);
  if (attempt === undefined) return unknown('unresolved-expression', 'a text that is valid JSON', origin);
  return lineByLine(text, [], origin) ?? fromJson(attempt.json, origin);
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
  const written = tryParse(source);
  const readable = written === undefined ? quoteBareGaps(source) : source;
  const attempt = written ?? tryParse(readable);
  if (attempt === undefined) {
    const open = gaps.find((g) => g.kind === 'unknown');
    if (open !== undefined) return { ...open, origin: text.origin };
    return unknown('unresolved-expression', 'the deployed value', text.origin);
  }
  return lineByLine(readable, gaps, text.origin) ?? refill(attempt.json, gaps, text.origin);
}

/**
 * The structure of a JSON text that was written as a heredoc, each part with the line on which it stands; `undefined`
 * where the text has not the lines of its place.
 */
function lineByLine(source: string, gaps: readonly Value[], origin: Origin): Value | undefined {
  const { file, line, endLine } = origin.at;
  const lines = source.split('\n').length - 1;
  if (lines < 2 || endLine - line !== lines + 1) return undefined;
  const reader = new LineReader(source, (offset) => {
    const at = line + offset;
    return { plane: origin.plane, at: { file, line: at, column: 1, endLine: at, endColumn: 1 }, trail: [] };
  });
  return reader.read((text, place) => refillText(text, gaps, place));
}

const DEEPEST = 100;

/** Reads a text that is known to be JSON, and says on which line each value begins. */
class LineReader {
  readonly #text: string;
  readonly #placeOf: (line: number) => Origin;
  #at = 0;
  /** The first line of a heredoc is the one after its marker. */
  #line = 1;

  constructor(text: string, placeOf: (line: number) => Origin) {
    this.#text = text;
    this.#placeOf = placeOf;
  }

  read(string: (text: string, place: Origin) => Value, depth = 0): Value | undefined {
    this.#space();
    const place = this.#placeOf(this.#line);
    const first = this.#text[this.#at];
    if (depth > DEEPEST) return undefined;
    if (first === '"') return string(this.#string(), place);
    if (first !== '[' && first !== '{') return fromJson(JSON.parse(this.#word()), place);
    this.#at += 1;
    const items: Value[] = [];
    const members = new Map<string, Value>();
    let hidden = false;
    for (this.#space(); this.#text[this.#at] !== (first === '[' ? ']' : '}'); this.#space()) {
      if (this.#text[this.#at] === ',') {
        this.#at += 1;
        this.#space();
      }
      const key = first === '{' ? this.#string() : '';
      if (first === '{') {
        this.#space();
        this.#at += 1; // the colon
      }
      const value = this.read(string, depth + 1);
      if (value === undefined) return undefined;
      if (first === '[') items.push(value);
      else if (key.includes(GAP)) hidden = true;
      else members.set(key, value);
    }
    this.#at += 1;
    if (first === '[') return listOf(items, place);
    return objectOf(
      members,
      place,
      hidden ? unknown('unresolved-expression', 'the deployed value', place) : undefined,
    );
  }

  #space(): void {
    for (; /\s/.test(this.#text[this.#at] ?? ''); this.#at += 1) {
      if (this.#text[this.#at] === '\n') this.#line += 1;
    }
  }

  #string(): string {
    const start = this.#at;
    for (this.#at += 1; this.#text[this.#at] !== '"'; this.#at += 1) {
      if (this.#text[this.#at] === '\\') this.#at += 1;
    }
    this.#at += 1;
    return JSON.parse(this.#text.slice(start, this.#at)) as string;
  }

  #word(): string {
    const start = this.#at;
    while (/[^\s,\]}]/.test(this.#text[this.#at] ?? ' ')) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }
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
