import { ALWAYS } from '../../model/condition.ts';
import { inCode, type Location, type Origin, type Plane } from '../../model/origin.ts';
import type { ResourceNode } from '../../model/resource.ts';
import {
  known,
  listOf,
  type ObjectValue,
  objectOf,
  type Unknown,
  unknown,
  type Value,
} from '../../model/value.ts';
import { mending } from './mending.ts';
import type { RepositoryType } from './types.ts';

/** A fact of the repository: a resource like any other, of a type that {@link RepositoryType} names. */
export interface RepositoryFact extends ResourceNode {
  readonly type: RepositoryType;
}

/** What a reader writes down: plain data, and values where a part has a place of its own or is not known. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | undefined
  | Value
  | readonly Plain[]
  | { readonly [name: string]: Plain };

/**
 * Makes a fact. `address` is what a person would say (`GET /cards`, `.github/workflows/deploy.yml deploy`); the same one
 * twice is told apart later. Plain parts stand at `at`; a part with a place of its own is {@link written} there; one that
 * is not known is an `unknown`. A property that is left out or `undefined` is not there, and that is a fact too: what is
 * not known must not be left out.
 */
export function fact(made: {
  readonly type: RepositoryType;
  readonly address: string;
  readonly at: Location;
  readonly properties: { readonly [name: string]: Plain };
  /** `document` for prose; code unless given. */
  readonly plane?: Plane;
}): RepositoryFact {
  const origin: Origin =
    made.plane === undefined ? inCode(made.at) : { plane: made.plane, at: made.at, trail: [] };
  return {
    type: made.type,
    address: made.address,
    exists: ALWAYS,
    properties: asValue(made.properties, origin) as ObjectValue,
    origin,
  };
}

/** A value that stands at a place of its own. */
export function written(plain: Plain, at: Location): Value {
  return asValue(plain, inCode(at));
}

/** A list that may go on where nobody sees it, with what would show the rest. */
export function openList(items: readonly Plain[], more: Unknown): Value {
  return listOf(
    items.map((item) => asValue(item, more.origin)),
    more.origin,
    more,
  );
}

/**
 * A fact of a file that is broken somewhere: what it says is there, and what it leaves out may stand in the broken part.
 * Its lists go on unseen.
 */
export function inBrokenFile(one: RepositoryFact, { line }: { readonly line: number }): RepositoryFact {
  const { file } = one.origin.at;
  // In the words in which the file itself is told as not seen, so that both are one thing to do.
  const more = unknown('not-readable', `${file}: ${mending(file, line)}`, one.origin);
  const members = new Map(
    [...one.properties.members].map(([name, value]): [string, Value] => [
      name,
      value.kind === 'list' && value.open === undefined ? { ...value, open: more } : value,
    ]),
  );
  return { ...one, properties: { ...one.properties, members } };
}

/** The name of another fact as a value: `follow` and edges lead from it to that fact. */
export function linkTo(type: RepositoryType, address: string, at: Location, text = address): Value {
  return known(text, inCode(at), { address, attribute: type });
}

/** A place in a file: a line of it, or the file as a whole (its first line). */
export function placeIn(file: string, line = 1, column = 1, endLine = line, endColumn = column): Location {
  return { file, line, column, endLine, endColumn };
}

function asValue(plain: Plain, origin: Origin): Value {
  if (plain === undefined) return { kind: 'absent', origin };
  if (plain === null || typeof plain !== 'object') return known(plain, origin);
  if (isList(plain))
    return listOf(
      plain.map((item) => asValue(item, origin)),
      origin,
    );
  if (isValue(plain)) return plain;
  const members = new Map<string, Value>();
  for (const name of Object.keys(plain)) {
    const part = plain[name];
    if (part !== undefined) members.set(name, asValue(part, origin));
  }
  return objectOf(members, origin);
}

function isList(plain: Plain): plain is readonly Plain[] {
  return Array.isArray(plain);
}

/** Readers give no objects as they stand in a file, so nothing else has an origin with a plane. */
function isValue(plain: object): plain is Value {
  const { kind, origin } = plain as Partial<Value>;
  return typeof kind === 'string' && typeof (origin as Partial<Origin> | undefined)?.plane === 'string';
}
