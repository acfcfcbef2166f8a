import type { Value } from '../../../../model/value.ts';
import { convert } from '../convert.ts';
import { ANY, BOOL, LIST, MAP, NUMBER, SET, STRING, type Type } from '../types.ts';
import { sensitive } from '../worlds.ts';
import { type Definition, openNullable, passed, structural, type Table } from './definition.ts';

function to(type: Type): Definition {
  return structural([openNullable(ANY)], ([value], call) => passed(convert(value!, type), call));
}

/** `sensitive` hides; what reads or lifts the mark looks at the argument before functions see it revealed. */
export const conversion: Table = {
  ephemeralasnull: structural([openNullable(ANY)], ([value], call) => passed(value!, call)),
  sensitive: structural([openNullable(ANY)], ([value], call) => sensitive(passed(value!, call))),
  tobool: to(BOOL),
  tolist: to(LIST),
  tomap: to(MAP),
  tonumber: to(NUMBER),
  toset: to(SET),
  tostring: to(STRING),
};

/** `nonsensitive`: the value without the mark. */
export function nonsensitive(value: Value): Value {
  return value.kind === 'sensitive' ? (value.reveal?.() ?? value) : value;
}
