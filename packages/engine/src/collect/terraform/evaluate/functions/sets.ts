import { or } from '../../../../model/condition.ts';
import type { ListValue, Value } from '../../../../model/value.ts';
import { convert, setOf } from '../convert.ts';
import { equality } from '../equality.ts';
import { fail } from '../failure.ts';
import { ANY, SET, typeOf, unify } from '../types.ts';
import { openPart } from '../worlds.ts';
import { asList, listFrom } from './collection.ts';
import { type Call, open, structural, type Table } from './definition.ts';

/** Sets of one element type; `undefined` where one of them is not seen whole. */
function alike(args: readonly Value[], call: Call): readonly ListValue[] | Value {
  const type = unify(args.map(typeOf)) ?? fail('the sets have different element types');
  const sets: ListValue[] = [];
  for (const arg of args) {
    const set = convert(arg, type);
    const part = openPart(set);
    // Whether an element that is not known is also in another set cannot be told.
    if (part !== undefined) return call.unknown(part);
    sets.push(asList(set)!);
  }
  return sets;
}

function combined(
  combine: (sets: readonly ListValue[]) => readonly Value[],
): (args: readonly Value[], call: Call) => Value {
  return (args, call) => {
    const sets = alike(args, call);
    if (!Array.isArray(sets)) return sets as Value;
    return setOf(combine(sets), listFrom([], 'set', call));
  };
}

function has(set: ListValue, wanted: Value): boolean {
  return or(...set.items.map((item) => equality(item, wanted))).op === 'always';
}

/** Every way to take one element of each. */
function product(args: readonly Value[], call: Call): Value {
  if (args.length < 2) return fail('setproduct takes at least two sets');
  let rows: Value[][] = [[]];
  for (const arg of args) {
    const list = asList(arg);
    if (list === undefined) return call.unknown(arg);
    if (list.open !== undefined) return call.unknown(list.open);
    if (rows.length * list.items.length > 100_000) return fail('too many combinations');
    const items =
      list.as === 'tuple' || list.as === undefined
        ? (convert(list, { kind: 'list', of: ANY }) as ListValue).items
        : list.items;
    rows = rows.flatMap((row) => items.map((item) => [...row, item]));
  }
  const tuples = rows.map((row) => listFrom(row, 'tuple', call));
  const lists = args.some((arg) => arg.kind === 'list' && arg.as !== 'set');
  return lists ? listFrom(tuples, 'list', call) : setOf(tuples, listFrom([], 'set', call));
}

export const sets: Table = {
  sethaselement: structural([open(SET), open(ANY)], ([set, value], call) => {
    const part = openPart(set!) ?? openPart(value!);
    return part === undefined ? call.result(has(asList(set!)!, value!)) : call.unknown(part);
  }),
  setintersection: structural(
    [open(SET)],
    combined(([first, ...others]) =>
      first!.items.filter((item) => others.every((other) => has(other, item))),
    ),
    open(SET),
  ),
  setproduct: structural([], product, open(ANY)),
  setsubtract: structural(
    [open(SET), open(SET)],
    combined(([first, second]) => first!.items.filter((item) => !has(second!, item))),
  ),
  setsymmetricdifference: structural(
    [open(SET)],
    combined(([first, ...others]) =>
      others.reduce<readonly Value[]>(
        (kept, other) => [
          ...kept.filter((item) => !has(other, item)),
          ...other.items.filter((item) => !has({ ...other, items: kept }, item)),
        ],
        first!.items,
      ),
    ),
    open(SET),
  ),
  setunion: structural(
    [open(SET)],
    combined((all) => all.flatMap(({ items }) => items)),
    open(SET),
  ),
};
