import { and, type Condition, or } from '../../../../model/condition.ts';
import {
  known,
  type ListValue,
  type ObjectValue,
  type Unknown,
  type Value,
} from '../../../../model/value.ts';
import { element as elementAt } from '../access.ts';
import { booleanOf, conditionOf } from '../conditions.ts';
import { convert } from '../convert.ts';
import { equality } from '../equality.ts';
import { fail } from '../failure.ts';
import { add, compare, type Exact, exactFromInteger, sign, toInteger, ZERO } from '../number.ts';
import { computedAt } from '../origins.ts';
import { byteOrder, exactOf, isNeverEmpty, isNull, numberOf, scalarText } from '../scalar.ts';
import { ANY, BOOL, LIST, NUMBER, STRING, STRINGS, type Type, typeOf, unify } from '../types.ts';
import { openPart } from '../worlds.ts';
import {
  type Call,
  open,
  openNullable,
  type Plain,
  passed,
  plain,
  structural,
  type Table,
} from './definition.ts';
import { graphemes } from './string.ts';

/** Longer lists than this are not written by anybody. */
const MAX_ITEMS = 100_000;

export function listFrom(
  items: readonly Value[],
  as: 'list' | 'set' | 'tuple',
  call: Call,
  hidden?: Unknown,
): ListValue {
  const list: ListValue = { kind: 'list', as, items, origin: computedAt(call.at, call.args) };
  return hidden === undefined ? list : { ...list, open: hidden };
}

function objectFrom(
  members: ReadonlyMap<string, Value>,
  as: 'map' | 'object',
  call: Call,
  hidden?: Unknown,
): Value {
  const object: ObjectValue = { kind: 'object', as, members, origin: computedAt(call.at, call.args) };
  return hidden === undefined ? object : { ...object, open: hidden };
}

/** The argument as a list, or `undefined` where it is not known to be one. */
export function asList(value: Value): ListValue | undefined {
  if (value.kind === 'list') return value;
  if (value.kind === 'known' || value.kind === 'object' || value.kind === 'composed')
    return fail('a list is required');
  return undefined;
}

function asObject(value: Value): ObjectValue | undefined {
  if (value.kind === 'object') return value;
  if (value.kind === 'known' || value.kind === 'list' || value.kind === 'composed')
    return fail('a map is required');
  return undefined;
}

/** Runs on a list whose members are all seen; anything else is unknown. */
function whole(value: Value, call: Call, run: (list: ListValue) => Value): Value {
  const list = asList(value);
  if (list === undefined) return call.unknown(value);
  return list.open === undefined ? run(list) : call.unknown(list.open);
}

function wholeObject(value: Value, call: Call, run: (object: ObjectValue) => Value): Value {
  const object = asObject(value);
  if (object === undefined) return call.unknown(value);
  return object.open === undefined ? run(object) : call.unknown(object.open);
}

function integer(value: Value): number {
  const number = value.kind === 'known' ? toInteger(exactOf(value)) : undefined;
  return number === undefined ? fail('a whole number is required') : Number(number);
}

function sortedMembers(object: ObjectValue): [string, Value][] {
  return [...object.members].toSorted(([a], [b]) => byteOrder(a, b));
}

function keepKind(list: ListValue): 'list' | 'tuple' {
  return list.as === 'tuple' || list.as === undefined ? 'tuple' : 'list';
}

function coalesce(args: readonly Value[], call: Call): Value {
  const type = unify(args.map(typeOf)) ?? fail('the arguments have different types');
  for (const arg of args) {
    const value = convert(arg, type);
    if (isNull(value)) continue;
    if (value.kind === 'known' && value.value === '') continue;
    const doubtful = value.kind === 'reference' || value.kind === 'composed';
    if (value.kind === 'unknown' || value.kind === 'absent') return call.unknown(value);
    // One that may turn out empty decides only where nothing comes after it.
    if (doubtful && !isNeverEmpty(value) && arg !== args.at(-1)) return call.unknown(value);
    return passed(value, call);
  }
  return fail('all arguments are null or empty');
}

function coalescelist(args: readonly Value[], call: Call): Value {
  for (const arg of args) {
    const list = asList(arg);
    if (list === undefined) return arg.kind === 'reference' ? passed(arg, call) : call.unknown(arg);
    if (list.items.length > 0) return passed(list, call);
    if (list.open !== undefined) return call.unknown(list.open);
  }
  return fail('all lists are empty');
}

function concat(args: readonly Value[], call: Call): Value {
  const items: Value[] = [];
  let hidden: Unknown | undefined;
  for (const arg of args) {
    const list = asList(arg);
    if (list?.as === 'set') return fail('concat takes lists and tuples');
    if (list !== undefined) items.push(...list.items);
    const more = list === undefined ? call.unknown(arg) : list.open;
    if (more !== undefined) hidden ??= call.unknown(more);
  }
  const tuple = args.some((arg) => arg.kind === 'list' && (arg.as === 'tuple' || arg.as === undefined));
  if (tuple || hidden !== undefined) return listFrom(items, 'tuple', call, hidden);
  const of = unify(args.map(typeOf));
  return of === undefined ? listFrom(items, 'tuple', call) : convert(listFrom(items, 'list', call), of);
}

function contains(list: ListValue, wanted: Value, call: Call): Value {
  const found = or(...list.items.map((item) => equality(item, alike(wanted, item))));
  if (found.op !== 'always' && list.open !== undefined) return call.unknown(list.open);
  return booleanOf(found, computedAt(call.at, call.args));
}

/** A number is looked for as a string among strings, as Terraform converts it. */
function alike(wanted: Value, item: Value): Value {
  if (wanted.kind !== 'known' || item.kind !== 'known') return wanted;
  if (typeof item.value === 'string' && wanted.value !== null && typeof wanted.value !== 'string')
    return { ...wanted, value: scalarText(wanted) };
  return wanted;
}

function distinct(list: ListValue, call: Call): Value {
  const kept: Value[] = [];
  let doubtful: Value | undefined;
  for (const item of list.items) {
    const same = or(...kept.map((other) => equality(other, item)));
    if (same.op === 'always') continue;
    if (same.op !== 'never') doubtful ??= openPart(item) ?? item;
    kept.push(item);
  }
  const hidden = list.open ?? doubtful;
  return listFrom(kept, 'list', call, hidden && call.unknown(hidden));
}

function element(list: ListValue, index: Value, call: Call): Value {
  if (list.as === 'set') return fail('a set has no order');
  if (list.items.length === 0 && list.open === undefined) return fail('the list is empty');
  if (index.kind !== 'known')
    return list.items.length === 1 && !list.open ? list.items[0]! : call.unknown(index);
  const at = integer(index);
  if (at < 0) return fail('a negative index');
  if (list.open !== undefined) return call.unknown(list.open);
  return passed(list.items[at % list.items.length]!, call);
}

function flatten(value: Value, call: Call): Value {
  const items: Value[] = [];
  let hidden: Unknown | undefined;
  const collect = (part: Value): void => {
    if (part.kind === 'list') {
      part.items.forEach(collect);
      if (part.open) hidden ??= call.unknown(part.open);
    } else if (part.kind === 'unknown' || part.kind === 'choice') hidden ??= call.unknown(part);
    else {
      items.push(part);
      // What a reference stands for may itself be a list.
      if (part.kind === 'reference') hidden ??= call.unknown(part);
    }
  };
  const list = asList(value);
  if (list === undefined) return passed(value, call);
  collect(list);
  return listFrom(items, 'tuple', call, hidden);
}

function indexOf(list: ListValue, wanted: Value, call: Call): Value {
  for (const [index, item] of list.items.entries()) {
    const same = equality(item, wanted);
    if (same.op === 'always') return call.result(index);
    if (same.op !== 'never') return call.unknown(openPart(item) ?? openPart(wanted) ?? item);
  }
  return list.open === undefined ? fail('the list does not hold the value') : call.unknown(list.open);
}

function length(value: Value, call: Call): Value {
  switch (value.kind) {
    case 'list': {
      if (value.open !== undefined) return call.unknown(value.open);
      const part = value.as === 'set' && value.items.length > 1 ? openPart(value) : undefined;
      return part === undefined ? call.result(value.items.length) : call.unknown(part);
    }
    case 'object':
      return value.open === undefined ? call.result(value.members.size) : call.unknown(value.open);
    case 'known':
      if (typeof value.value === 'string') return call.result(graphemes(value.value).length);
      return fail('length takes a list, a map or a string');
    default:
      return call.unknown(openPart(value) ?? value);
  }
}

function lookup(args: readonly Value[], call: Call): Value {
  const [map, key, fallback] = args;
  if (args.length > 3) return fail('lookup takes two or three arguments');
  const object = asObject(map!);
  if (key!.kind !== 'known') return call.unknown(openPart(key!) ?? key!);
  if (object === undefined)
    return map!.kind === 'reference' && fallback === undefined
      ? elementAt(map!, key!, call.at)
      : call.unknown(map!);
  const member = object.members.get(String(key!.value));
  const of = typeOf(object);
  // The default of a map has the type of its elements.
  const like = (value: Value): Value => (of.kind === 'map' ? convert(value, of.of) : value);
  if (fallback !== undefined) like(fallback);
  if (member !== undefined) return passed(like(member), call);
  if (object.open !== undefined) return call.unknown(object.open);
  return fallback === undefined ? fail(`there is no key "${key!.value}"`) : passed(like(fallback), call);
}

function matchkeys(values: ListValue, keys: ListValue, wanted: ListValue, call: Call): Value {
  if (values.items.length !== keys.items.length) return fail('the lists of values and keys differ in length');
  const type = unify([typeOf(keys), typeOf(wanted)]) ?? fail('the keys have different types');
  const among = asList(convert(wanted, type))!.items;
  const kept: Value[] = [];
  for (const [index, key] of asList(convert(keys, type))!.items.entries()) {
    const found = or(...among.map((one) => equality(key, one)));
    if (found.op === 'always') kept.push(values.items[index]!);
    else if (found.op !== 'never') return call.unknown(openPart(key) ?? openPart(wanted) ?? key);
  }
  return listFrom(kept, 'list', call);
}

/** Later members hold. What comes after may hide what came before: that is then not known. */
function merge(args: readonly Value[], call: Call): Value {
  const members = new Map<string, Value>();
  let hidden: Unknown | undefined;
  let as: 'map' | 'object' = 'map';
  const types: Type[] = [];
  for (const arg of args) {
    if (isNull(arg)) continue;
    const object = asObject(arg);
    const more = object === undefined ? call.unknown(arg) : object.open && call.unknown(object.open);
    if (more !== undefined) {
      hidden ??= more;
      for (const [name] of members) members.set(name, { ...more, expression: `${more.expression}.${name}` });
    }
    if (object === undefined) continue;
    if (object.as !== 'map') as = 'object';
    types.push(typeOf(object));
    for (const [name, member] of object.members) members.set(name, member);
  }
  const first = types[0];
  const sameMaps = as === 'map' && first !== undefined && hidden === undefined ? unify(types) : undefined;
  const merged = objectFrom(members, as === 'map' && sameMaps !== undefined ? 'map' : 'object', call, hidden);
  return merged;
}

function one(value: Value, call: Call): Value {
  if (isNull(value)) return fail('one takes a list');
  const list = asList(value);
  if (list === undefined) return value.kind === 'reference' ? passed(value, call) : call.unknown(value);
  if (list.open !== undefined) return call.unknown(list.open);
  if (list.items.length > 1) return fail('the list has more than one element');
  return list.items[0] === undefined ? call.result(null) : passed(list.items[0], call);
}

function range(args: readonly Value[], call: Call): Value {
  if (args.length < 1 || args.length > 3) return fail('range takes one to three numbers');
  const numbers = args.map((arg) => (arg.kind === 'known' ? exactOf(arg) : ZERO));
  const [start, limit] = numbers.length === 1 ? [ZERO, numbers[0]!] : [numbers[0]!, numbers[1]!];
  const down = compare(limit, start) < 0;
  const step: Exact = numbers[2] ?? exactFromInteger(down ? -1n : 1n);
  if (sign(step) === 0) return fail('the step must not be zero');
  if (compare(limit, start) !== 0 && sign(step) < 0 !== down)
    return fail('the step leads away from the limit');
  const items: Value[] = [];
  const origin = computedAt(call.at, args);
  for (let at = start; compare(at, limit) * sign(step) < 0; at = add(at, step)) {
    if (items.length >= 1024) return fail('more than 1024 values');
    items.push(numberOf(at, origin));
  }
  return listFrom(items, 'list', call);
}

function slice(list: ListValue, from: Value, to: Value, call: Call): Value {
  const start = integer(from);
  const end = integer(to);
  if (start < 0 || end > list.items.length || start > end) return fail('the slice lies outside of the list');
  return listFrom(list.items.slice(start, end), keepKind(list), call);
}

function sum(list: ListValue, call: Call): Value {
  if (list.items.length === 0) return fail('an empty list has no sum');
  let total: Exact = ZERO;
  for (const item of list.items) {
    if (item.kind === 'list' || item.kind === 'object' || isNull(item)) return fail('sum takes numbers');
    const number = convert(item, NUMBER);
    if (number.kind !== 'known') return call.unknown(openPart(number) ?? number);
    total = add(total, exactOf(number));
  }
  return numberOf(total, computedAt(call.at, call.args));
}

/** All or any of a list of booleans. A null counts as false. */
function truths(combine: (...of: Condition[]) => Condition, deciding: 'always' | 'never') {
  return (list: ListValue, call: Call): Value => {
    const origin = computedAt(call.at, call.args);
    const conditions = list.items.map((item) =>
      isNull(item) ? conditionOf(known(false, origin)) : conditionOf(item),
    );
    const all = combine(...conditions);
    if (list.open !== undefined && all.op !== deciding) return call.unknown(list.open);
    return booleanOf(all, origin);
  };
}

function zipmap(keys: ListValue, values: ListValue, call: Call): Value {
  if (keys.items.length !== values.items.length) return fail('keys and values differ in number');
  const members = new Map<string, Value>();
  for (const [index, key] of keys.items.entries()) {
    if (key.kind !== 'known' || key.value === null)
      return isNull(key) ? fail('a key is null') : call.unknown(key);
    members.set(String(key.value), values.items[index]!);
  }
  return objectFrom(members, keepKind(values) === 'list' ? 'map' : 'object', call);
}

const BOOLS: Type = { kind: 'list', of: BOOL };
const all = truths(and, 'never');
const any = truths(or, 'always');

export const collection: Table = {
  alltrue: structural([open(BOOLS)], ([list], call) =>
    asList(list!) ? all(asList(list!)!, call) : call.unknown(list!),
  ),
  anytrue: structural([open(BOOLS)], ([list], call) =>
    asList(list!) ? any(asList(list!)!, call) : call.unknown(list!),
  ),
  chunklist: structural([open(LIST), NUMBER], ([list, size], call) =>
    whole(list!, call, ({ items }) => {
      const step = integer(size!);
      if (step < 0) return fail('the size of a chunk must not be negative');
      if (items.length === 0) return listFrom([], 'list', call);
      const chunks: Value[] = [];
      for (let at = 0; at < items.length; at += step || items.length)
        chunks.push(listFrom(items.slice(at, at + (step || items.length)), 'list', call));
      return listFrom(chunks, 'list', call);
    }),
  ),
  coalesce: structural([], coalesce, openNullable(ANY)),
  coalescelist: structural([], coalescelist, open(ANY)),
  compact: structural([open(STRINGS)], ([list], call) =>
    whole(list!, call, ({ items }) => {
      const kept = items.filter((item) => !isNull(item) && !(item.kind === 'known' && item.value === ''));
      const doubtful = kept.find((item) => item.kind !== 'known' && !isNeverEmpty(item));
      return listFrom(kept, 'list', call, doubtful && call.unknown(openPart(doubtful) ?? doubtful));
    }),
  ),
  concat: structural([open(ANY)], concat, open(ANY)),
  contains: structural([open(ANY), open(ANY)], ([list, value], call) => {
    const seen = asList(list!);
    return seen === undefined ? call.unknown(list!) : contains(seen, value!, call);
  }),
  distinct: structural([open(LIST)], ([list], call) => {
    const seen = asList(list!);
    return seen === undefined ? passed(list!, call) : distinct(seen, call);
  }),
  element: structural([open(ANY), open(NUMBER)], ([list, index], call) => {
    if (list!.kind === 'reference' && index!.kind === 'known') return elementAt(list!, index!, call.at);
    const seen = asList(list!);
    return seen === undefined ? call.unknown(list!) : element(seen, index!, call);
  }),
  flatten: structural([open(ANY)], ([list], call) => flatten(list!, call)),
  index: structural([open(ANY), openNullable(ANY)], ([list, value], call) => {
    const seen = asList(list!);
    return seen === undefined ? call.unknown(list!) : indexOf(seen, value!, call);
  }),
  keys: structural([open(ANY)], ([map], call) =>
    wholeObject(map!, call, (object) =>
      listFrom(
        sortedMembers(object).map(([name, member]) => known(name, member.origin)),
        object.as === 'map' ? 'list' : 'tuple',
        call,
      ),
    ),
  ),
  length: structural([open(ANY)], ([value], call) => length(value!, call)),
  lookup: structural([open(ANY), open(STRING)], lookup, openNullable(ANY)),
  matchkeys: structural([open(LIST), open(LIST), open(LIST)], ([values, keys, wanted], call) =>
    whole(values!, call, (v) =>
      whole(keys!, call, (k) => whole(wanted!, call, (w) => matchkeys(v, k, w, call))),
    ),
  ),
  merge: structural([], merge, openNullable(ANY)),
  one: structural([openNullable(ANY)], ([list], call) => one(list!, call)),
  range: structural([], range, NUMBER),
  reverse: structural([open(ANY)], ([list], call) =>
    whole(list!, call, (seen) => listFrom(seen.items.toReversed(), keepKind(seen), call)),
  ),
  slice: structural([open(ANY), NUMBER, NUMBER], ([list, from, to], call) =>
    whole(list!, call, (seen) =>
      seen.as === 'set' ? fail('a set has no order') : slice(seen, from!, to!, call),
    ),
  ),
  sum: structural([open(ANY)], ([list], call) => whole(list!, call, (seen) => sum(seen, call))),
  transpose: plain([{ kind: 'map', of: STRINGS }], ([map]: [Map<string, string[] | null>], call: Call) => {
    const out = new Map<string, string[]>();
    for (const [key, values] of [...map].toSorted(([a], [b]) => byteOrder(a, b))) {
      for (const value of values ?? fail('a list is null')) {
        if (value === null) return fail('an element is null');
        out.set(value, [...(out.get(value) ?? []), key]);
      }
    }
    if (out.size > MAX_ITEMS) return fail('too many elements');
    return convert(call.result(out as unknown as Map<string, Plain>), { kind: 'map', of: STRINGS });
  }),
  values: structural([open(ANY)], ([map], call) =>
    map!.kind === 'reference'
      ? passed(map!, call)
      : wholeObject(map!, call, (object) =>
          listFrom(
            sortedMembers(object).map(([, member]) => member),
            object.as === 'map' ? 'list' : 'tuple',
            call,
          ),
        ),
  ),
  zipmap: structural([open(STRINGS), open(ANY)], ([keys, values], call) =>
    whole(keys!, call, (k) => whole(values!, call, (v) => zipmap(k, v, call))),
  ),
};
