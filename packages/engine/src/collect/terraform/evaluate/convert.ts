import type { ListValue, ObjectValue, Scalar, Value } from '../../../model/value.ts';
import type { Expression } from '../syntax/tree.ts';
import { canonical } from './canonical.ts';
import { fail } from './failure.ts';
import { compare, exactFromText } from './number.ts';
import { byteOrder, exactOf, numberOf, numberText, scalarText } from './scalar.ts';
import { type Type, typeOf, typeText, unify } from './types.ts';
import { acrossOne } from './worlds.ts';

/** Evaluates the default of an optional member. */
export type Defaults = (expression: Expression) => Value;

/**
 * Converts as Terraform converts: numbers and booleans to strings and back, tuples to lists and sets, objects to
 * maps, elements to one type. What is not known stays as it is. Throws `EvaluationError` where there is no way.
 */
export function convert(value: Value, type: Type, defaults?: Defaults): Value {
  switch (value.kind) {
    case 'unknown':
    case 'reference':
    case 'absent':
      return value;
    case 'composed':
      return 'of' in type || 'items' in type || 'members' in type ? refuse(value, type) : value;
    case 'choice':
    case 'sensitive':
      return acrossOne(value, value.origin.at, (inner) => convert(inner, type, defaults));
    case 'known':
      return value.value === null || type.kind === 'any' ? value : convertScalar(value, type);
    case 'list':
      return convertList(value, type, defaults);
    case 'object':
      return convertObject(value, type, defaults);
  }
}

function refuse(value: Value, type: Type): never {
  return fail(`${typeText(type)} required, got ${typeText(typeOf(value))}`);
}

/** A value in a message; what is longer than a word is not repeated. Before 0.12 Terraform read truths as numbers. */
function asShown(value: Scalar): string {
  const before =
    value === true || value === 'true' ? 1 : value === false || value === 'false' ? 0 : undefined;
  if (before !== undefined) return `${value} (before 0.12 Terraform read it as ${before})`;
  return value === null ? 'null' : typeof value === 'string' ? 'a text' : String(value);
}

function convertScalar(value: Extract<Value, { kind: 'known' }>, type: Type): Value {
  switch (type.kind) {
    case 'string':
      return typeof value.value === 'string' ? value : { ...withoutDigits(value), value: scalarText(value) };
    case 'number': {
      if (typeof value.value === 'number') return value;
      const exact = typeof value.value === 'string' ? exactFromText(value.value) : undefined;
      if (exact === undefined) return fail(`a number is required, not ${asShown(value.value)}`);
      return { ...value, ...numberOf(exact, value.origin) };
    }
    case 'bool':
      if (typeof value.value === 'boolean') return value;
      if (value.value === 'true' || value.value === '1') return { ...value, value: true };
      if (value.value === 'false' || value.value === '0') return { ...value, value: false };
      return fail('a bool is required');
    default:
      return refuse(value, type);
  }
}

function withoutDigits(value: Extract<Value, { kind: 'known' }>) {
  const { digits: _, ...rest } = value;
  return rest;
}

function convertList(value: ListValue, type: Type, defaults?: Defaults): Value {
  switch (type.kind) {
    case 'any':
      return value;
    case 'list':
    case 'set': {
      if (type.kind === 'list' && value.as === 'list' && type.of.kind === 'any') return value;
      const items = convertAll(value.items, type.of, defaults);
      if (type.kind === 'list') return { ...value, items, as: 'list' };
      return setOf(items, value);
    }
    case 'tuple':
      if (value.items.length !== type.items.length || value.open)
        return value.open ? value : fail(`a tuple of ${type.items.length} is required`);
      return {
        ...value,
        as: 'tuple',
        items: value.items.map((item, index) => convert(item, type.items[index]!, defaults)),
      };
    default:
      return refuse(value, type);
  }
}

/** All to the wanted type; where that is left open, to the one type that they have in common. */
function convertAll(items: readonly Value[], wanted: Type, defaults?: Defaults): Value[] {
  const of = leftOpen(wanted) ? commonType(items, wanted, defaults) : wanted;
  return items.map((item) => convert(item, of, defaults));
}

function commonType(items: readonly Value[], wanted: Type, defaults?: Defaults): Type {
  const converted = wanted.kind === 'any' ? items : items.map((item) => convert(item, wanted, defaults));
  return unify(converted.map(typeOf)) ?? fail('all elements must have the same type');
}

function leftOpen(type: Type): boolean {
  return type.kind === 'any' || ('of' in type && leftOpen(type.of));
}

/** A set: without repetitions, in the order in which Terraform goes through it. */
export function setOf(items: readonly Value[], like: ListValue): ListValue {
  const seen = new Map<string, Value>();
  for (const item of items) {
    const text = item.kind === 'unknown' && item.expression === undefined ? `${seen.size}` : hashText(item);
    if (!seen.has(text)) seen.set(text, item);
  }
  const sorted = [...seen]
    .toSorted(([a, x], [b, y]) => setOrder(x, y) ?? byteOrder(a, b))
    .map(([, item]) => item);
  return { ...like, items: sorted, as: 'set' };
}

function setOrder(a: Value, b: Value): number | undefined {
  if (a.kind !== 'known' || b.kind !== 'known') return undefined;
  if (a.value === null || b.value === null) return a.value === b.value ? 0 : a.value === null ? 1 : -1;
  if (typeof a.value === 'number' && typeof b.value === 'number') return compare(exactOf(a), exactOf(b));
  if (typeof a.value === 'string' && typeof b.value === 'string') return byteOrder(a.value, b.value);
  return typeof a.value === 'boolean' && typeof b.value === 'boolean'
    ? Number(a.value) - Number(b.value)
    : undefined;
}

/** The text by which Terraform orders members of sets that are not scalars. */
function hashText(value: Value): string {
  switch (value.kind) {
    case 'known':
      if (value.value === null) return '~';
      if (typeof value.value === 'number') return numberText(value);
      return typeof value.value === 'boolean' ? (value.value ? 'T' : 'F') : JSON.stringify(value.value);
    case 'list':
      return value.as === 'tuple' || value.as === undefined
        ? `<${value.items.map((item) => `${hashText(item)};`).join('')}>`
        : `[${value.items.map((item) => `${hashText(item)};`).join('')}]`;
    case 'object': {
      const members = [...value.members].toSorted(([a], [b]) => byteOrder(a, b));
      return value.as === 'map'
        ? `{${members.map(([name, member]) => `${JSON.stringify(name)}:${hashText(member)};`).join('')}}`
        : `<${members.map(([, member]) => `${hashText(member)};`).join('')}>`;
    }
    default:
      return `?${canonical(value)}`;
  }
}

function convertObject(value: ObjectValue, type: Type, defaults?: Defaults): Value {
  switch (type.kind) {
    case 'any':
      return value;
    case 'map': {
      const names = [...value.members.keys()];
      const members = convertAll([...value.members.values()], type.of, defaults);
      return { ...value, as: 'map', members: new Map(names.map((name, index) => [name, members[index]!])) };
    }
    case 'object': {
      const members = new Map<string, Value>();
      for (const [name, wanted] of type.members) {
        const member = value.members.get(name);
        const optional = type.optional?.has(name) === true;
        const fallback = type.optional?.get(name);
        if (member === undefined && value.open) continue;
        if (member === undefined && !optional) return fail(`attribute "${name}" is required`);
        const isNull = member === undefined || (member.kind === 'known' && member.value === null);
        if (isNull && optional && fallback !== undefined && defaults !== undefined)
          members.set(name, convert(defaults(fallback), wanted, defaults));
        else if (member === undefined)
          members.set(name, { kind: 'known', value: null, origin: value.origin });
        else members.set(name, convert(member, wanted, defaults));
      }
      return { ...value, as: 'object', members };
    }
    default:
      return refuse(value, type);
  }
}
