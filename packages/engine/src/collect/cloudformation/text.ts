import { createHash } from 'node:crypto';
import type { Location, Origin } from '../../model/origin.ts';
import {
  fromJson,
  known,
  listOf,
  objectOf,
  type ReferenceTarget,
  reference,
  type Scalar,
  type Sensitive,
  type UnknownReason,
  unknown,
  type Value,
} from '../../model/value.ts';
import { madeFrom, overChoices } from './choices.ts';

const MOST_PARTS = 2_000;
const LONGEST_TEXT = 1_000_000;

/** Texts put together from values; what is known is joined, what is not stays as a part. */
export function concatenate(values: readonly Value[], at: Location): Value {
  return overChoices(values, (plain) => joined(plain, at));
}

function joined(values: readonly Value[], at: Location): Value {
  const parts: Value[] = [];
  for (const value of values) {
    if (value.kind === 'composed') parts.push(...value.parts);
    else if (value.kind !== 'absent') parts.push(value);
  }
  const origin = madeFrom(at, values);
  const shapeless = parts.find((p) => p.kind === 'list' || p.kind === 'object');
  if (shapeless !== undefined) return unknown('wrong-shape', 'a text where a list or object stands', origin);
  const length = parts.reduce((sum, p) => sum + plainText(p).length, 0);
  if (parts.length > MOST_PARTS || length > LONGEST_TEXT) {
    return unknown('unsupported-construct', `a text of less than ${LONGEST_TEXT} characters`, origin);
  }
  const unseen = parts.find((p) => p.kind !== 'known' && !(p.kind === 'sensitive' && p.reveal !== undefined));
  const secret = parts.some((p) => p.kind === 'sensitive');
  if (unseen === undefined) {
    const from = parts.find((p) => p.kind === 'known' && p.via !== undefined);
    const via = from?.kind === 'known' ? from.via : undefined;
    const text = parts.map(plainText).join('');
    const read = stringValue(text, origin, via);
    const isWhole =
      via === undefined || read.kind !== 'known' || (from !== undefined && plainText(from) === text);
    const whole = isWhole ? read : { ...read, around: via };
    return secret ? secretValue(whole, origin) : whole;
  }
  const first = parts[0];
  if (parts.length === 1 && first !== undefined) return { ...first, origin };
  const merged = merge(parts, at);
  const template = canonical({ kind: 'composed', parts: merged, origin });
  if (isDynamicReference(template)) return reference({ address: 'dynamic', attribute: template }, origin);
  const structure = structureOf(merged, origin);
  return {
    kind: 'composed',
    parts: merged,
    origin,
    ...(structure === undefined ? {} : { structure }),
  };
}

/** Known neighbours become one, unless one of them was read off a resource. */
function merge(parts: readonly Value[], at: Location): Value[] {
  const merged: Value[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.kind === 'known' && last?.kind === 'known' && part.via === undefined && last.via === undefined) {
      merged[merged.length - 1] = known(plainText(last) + plainText(part), madeFrom(at, [last, part]));
    } else merged.push(part);
  }
  return merged;
}

function plainText(value: Value): string {
  if (value.kind === 'known') return value.value === null ? '' : String(value.value);
  if (value.kind === 'sensitive' && value.reveal !== undefined) return plainText(value.reveal());
  return '';
}

/** A text with what it means: a dynamic reference, or the structure of the JSON that it holds. */
export function stringValue(text: string, origin: Origin, via?: ReferenceTarget): Value {
  if (text.includes('{{resolve:')) return withDynamicReferences(text, origin);
  const structure = jsonStructure(text, origin);
  const value = known(text, origin, via);
  return structure === undefined ? value : { ...value, structure };
}

const DYNAMIC = /\{\{resolve:(?:ssm|ssm-secure|secretsmanager):(?:(?!\}\}).)+\}\}/s;
const EVERY_DYNAMIC = new RegExp(DYNAMIC, 'gs');

function isDynamicReference(text: string): boolean {
  return DYNAMIC.exec(text)?.[0] === text;
}

function withDynamicReferences(text: string, origin: Origin): Value {
  const parts: Value[] = [];
  let done = 0;
  for (const match of text.matchAll(EVERY_DYNAMIC)) {
    if (match.index > done) parts.push(known(text.slice(done, match.index), origin));
    parts.push(reference({ address: 'dynamic', attribute: match[0] }, origin));
    done = match.index + match[0].length;
  }
  if (done < text.length) parts.push(known(text.slice(done), origin));
  return parts.length === 1 ? parts[0]! : { kind: 'composed', parts, origin };
}

/** A value that may not be printed, with its own way to be looked at. */
export function secretValue(value: Value, origin: Origin): Sensitive {
  const fingerprint = createHash('sha256').update(canonical(value)).digest('hex').slice(0, 12);
  return { kind: 'sensitive', fingerprint, origin, reveal: () => value };
}

/** A text for a value that is the same for the same value: equal texts are equal values. */
export function canonical(value: Value): string {
  switch (value.kind) {
    case 'known':
      return value.value === null ? '' : String(value.value);
    case 'list':
      return `[${value.items.map(canonical).join(',')}${value.open === undefined ? '' : ',…'}]`;
    case 'object':
      return `{${[...value.members].map(([k, v]) => `${k}:${canonical(v)}`).join(',')}${value.open === undefined ? '' : ',…'}}`;
    case 'absent':
      return 'AWS::NoValue';
    case 'unknown':
      return value.expression ?? `(${value.decidedBy})`;
    case 'reference':
      return value.to.address === 'dynamic'
        ? value.to.attribute
        : `${value.to.address}.${value.to.attribute}`;
    case 'composed':
      return value.parts.map((p) => (p.kind === 'known' ? canonical(p) : `\${${canonical(p)}}`)).join('');
    case 'choice':
      return `(${canonical(value.whenTrue)} or ${canonical(value.whenFalse)})`;
    case 'sensitive':
      return value.reveal === undefined ? value.fingerprint : canonical(value.reveal());
  }
}

/** What would decide a value that is not known. */
export function decidedBy(value: Value): string {
  switch (value.kind) {
    case 'unknown':
      return value.decidedBy;
    case 'reference':
      return `the value of ${canonical(value)} at deployment`;
    case 'composed': {
      const open = value.parts.find((p) => p.kind !== 'known');
      return open === undefined ? 'the deployed value' : decidedBy(open);
    }
    case 'list':
      return value.open?.decidedBy ?? decidedByFirst(value.items);
    case 'sensitive':
      return value.reveal === undefined ? `a value for ${value.fingerprint}` : 'the deployed value';
    default:
      return 'the deployed value';
  }
}

/** Why a value is not known. */
export function reasonOf(value: Value): UnknownReason {
  switch (value.kind) {
    case 'unknown':
      return value.reason;
    case 'reference':
      return 'computed';
    case 'composed': {
      const open = value.parts.find((p) => p.kind !== 'known');
      return open === undefined ? 'computed' : reasonOf(open);
    }
    case 'list': {
      const open = value.open ?? value.items.find((v) => v.kind !== 'known');
      return open === undefined ? 'computed' : reasonOf(open);
    }
    default:
      return 'input-without-value';
  }
}

function decidedByFirst(values: readonly Value[]): string {
  const open = values.find((v) => v.kind !== 'known');
  return open === undefined ? 'the deployed value' : decidedBy(open);
}

/** The number or boolean that a text spells exactly, else the text. */
export function scalarOf(text: string, type: string): Scalar {
  return type === 'Number' && String(Number(text)) === text ? Number(text) : text;
}

const DEEPEST_JSON = 60;
const MARK = /\uE000(\d+)\uE001/;

function looksLikeJson(start: string, end: string): boolean {
  return /^\s*[{[]/.test(start) && /[}\]]\s*$/.test(end);
}

function jsonStructure(text: string, origin: Origin): Value | undefined {
  if (!looksLikeJson(text, text)) return undefined;
  const json = parseJson(text);
  return json === undefined ? undefined : fromJson(json, origin);
}

/** The structure of a JSON text with open parts: each part is put back where its mark ends up. */
function structureOf(parts: readonly Value[], origin: Origin): Value | undefined {
  const first = parts[0];
  const last = parts.at(-1);
  if (first?.kind !== 'known' || last?.kind !== 'known') return undefined;
  if (!looksLikeJson(plainText(first), plainText(last))) return undefined;
  const marked = parts.map((p, i) => (p.kind === 'known' ? plainText(p) : `\uE000${i}\uE001`)).join('');
  // A part outside of quotes stands for a whole value; with quotes around its mark it can be read.
  const json =
    parseJson(marked) ?? parseJson(marked.replace(/([:[,]\s*)(\uE000\d+\uE001)(?=\s*[,}\]])/g, '$1"$2"'));
  return json === undefined ? undefined : unmark(json, parts, origin);
}

function unmark(json: unknown, parts: readonly Value[], origin: Origin): Value {
  if (typeof json === 'string') {
    if (!MARK.test(json)) return known(json, origin);
    const pieces = json.split(/(\uE000\d+\uE001)/).filter((piece) => piece !== '');
    const values = pieces.map((piece) => {
      const index = MARK.exec(piece)?.[1];
      return index === undefined ? known(piece, origin) : (parts[Number(index)] ?? known('', origin));
    });
    return values.length === 1 ? values[0]! : { kind: 'composed', parts: values, origin };
  }
  if (Array.isArray(json)) {
    return listOf(
      json.map((item) => unmark(item, parts, origin)),
      origin,
    );
  }
  if (json !== null && typeof json === 'object') {
    const members = new Map<string, Value>();
    let open = false;
    for (const [key, value] of Object.entries(json)) {
      if (MARK.test(key)) open = true;
      else members.set(key, unmark(value, parts, origin));
    }
    return open
      ? objectOf(members, origin, unknown('computed', 'the keys of this object at deployment', origin))
      : objectOf(members, origin);
  }
  return known(json as Scalar, origin);
}

function parseJson(text: string): unknown {
  let deep = 0;
  let deepest = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c === 123 || c === 91) deepest = Math.max(deepest, ++deep);
    else if (c === 125 || c === 93) deep -= 1;
  }
  if (deepest > DEEPEST_JSON) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
