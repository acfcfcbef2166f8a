import type { Condition } from './condition.ts';
import type { Origin } from './origin.ts';

export type Scalar = string | number | boolean | null;

/** Why something is not known. A closed list, so that reports can count by reason. */
export type UnknownReason =
  | 'input-without-value' // a variable or parameter that nothing gives a value
  | 'computed' // the provider decides it at deployment
  | 'data-source' // looked up at deployment
  | 'module-unavailable' // a module, nested stack or template that could not be read
  | 'unresolved-expression' // an expression whose parts are unknown
  | 'unsupported-construct' // a language feature that we do not evaluate
  | 'not-readable' // a file or a part of it could not be read
  | 'no-documented-default' // not written, and no source says what then holds
  | 'wrong-shape' // the value is there but is not of the kind that was asked for
  | 'not-collected' // belongs to another plane or another repository
  | 'too-many-worlds'; // more open conditions than are enumerated

/** What a reference points to: a resource of the same graph by its address, and the attribute asked of it. */
export interface ReferenceTarget {
  readonly address: string;
  readonly attribute: string;
}

interface Base {
  readonly origin: Origin;
}

/** A scalar that we know. `via` is kept where it was read off another resource (`aws_dynamodb_table.users.name`). */
export interface Known<T extends Scalar = Scalar> extends Base {
  readonly kind: 'known';
  readonly value: T;
  readonly via?: ReferenceTarget;
  /** What a part of the text was read off, where more stands beside it: `orders` of `${table.name}-archive`. */
  readonly around?: ReferenceTarget;
  /** The structure that a JSON text encodes, with the origins of its parts. */
  readonly structure?: Value;
  /** The decimal digits of a number that a JavaScript number does not hold exactly. */
  readonly digits?: string;
}

/** A list; `open` when more members may follow that we cannot see. */
export interface ListValue extends Base {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly open?: Unknown;
  /** With `open`: what any member is, where one stands for all (the copies of an unknown `count`). */
  readonly any?: Value;
  /** The collection type of the source language, where it matters there. */
  readonly as?: 'list' | 'set' | 'tuple';
}

/** An object or map; `open` when more members may follow that we cannot see. */
export interface ObjectValue extends Base {
  readonly kind: 'object';
  readonly members: ReadonlyMap<string, Value>;
  readonly open?: Unknown;
  /** With `open`: what any member is, where one stands for all (the copies of an unknown `for_each`). */
  readonly any?: Value;
  readonly as?: 'map' | 'object';
}

/** Not written. `default` is what then holds and who says so; a default of `null` is "documented as nothing". */
export interface Absent extends Base {
  readonly kind: 'absent';
  readonly default?: Default;
}

export interface Default {
  readonly value: Scalar | readonly Scalar[];
  /** The documentation that says so, as a reader can look it up. */
  readonly source: string;
}

export interface Unknown extends Base {
  readonly kind: 'unknown';
  readonly reason: UnknownReason;
  /** What would decide it, as an instruction to the reader: `a value for var.cidrs`, `terraform init`. */
  readonly decidedBy: string;
  /** A canonical text of the expression: two unknowns with the same text are the same value. */
  readonly expression?: string;
}

/** The expression of an unknown of which it is certain that all of it is read off a resource. */
export const READ_OFF = 'what a resource is called';

/** The target is known, the value is decided at deployment. */
export interface Reference extends Base {
  readonly kind: 'reference';
  readonly to: ReferenceTarget;
}

/** A text put together from parts of which at least one is not known. */
export interface Composed extends Base {
  readonly kind: 'composed';
  readonly parts: readonly Value[];
  readonly structure?: Value;
}

/** One value or another, by a condition that the code leaves open. */
export interface Choice extends Base {
  readonly kind: 'choice';
  readonly condition: Condition;
  readonly whenTrue: Value;
  readonly whenFalse: Value;
}

/** Known to us but never printed. `reveal` is a function so that no serialiser can reach the value. */
export interface Sensitive extends Base {
  readonly kind: 'sensitive';
  readonly fingerprint: string;
  readonly reveal?: () => Value;
}

export type Value =
  | Known
  | ListValue
  | ObjectValue
  | Absent
  | Unknown
  | Reference
  | Composed
  | Choice
  | Sensitive;

export function known<T extends Scalar>(value: T, origin: Origin, via?: ReferenceTarget): Known<T> {
  return via === undefined ? { kind: 'known', value, origin } : { kind: 'known', value, origin, via };
}

/** A text with what a part of it was read off. */
export function readOff<V extends Value>(text: V, ...parts: readonly Known[]): V {
  const around = parts.map((part) => part.via ?? part.around).find((target) => target !== undefined);
  return around === undefined || text.kind !== 'known' ? text : { ...text, around };
}

export function listOf(items: readonly Value[], origin: Origin, open?: Unknown): ListValue {
  return open === undefined ? { kind: 'list', items, origin } : { kind: 'list', items, origin, open };
}

export function objectOf(
  members: ReadonlyMap<string, Value> | Record<string, Value>,
  origin: Origin,
  open?: Unknown,
): ObjectValue {
  const map = members instanceof Map ? members : new Map(Object.entries(members));
  return open === undefined
    ? { kind: 'object', members: map, origin }
    : { kind: 'object', members: map, origin, open };
}

export function absent(origin: Origin, defaultValue?: Default): Absent {
  return defaultValue === undefined
    ? { kind: 'absent', origin }
    : { kind: 'absent', origin, default: defaultValue };
}

export function unknown(
  reason: UnknownReason,
  decidedBy: string,
  origin: Origin,
  expression?: string,
): Unknown {
  return expression === undefined
    ? { kind: 'unknown', reason, decidedBy, origin }
    : { kind: 'unknown', reason, decidedBy, origin, expression };
}

export function reference(to: ReferenceTarget, origin: Origin): Reference {
  return { kind: 'reference', to, origin };
}

/** A value from plain JSON data, every part with the same origin. */
export function fromJson(json: unknown, origin: Origin): Value {
  if (Array.isArray(json))
    return listOf(
      json.map((item) => fromJson(item, origin)),
      origin,
    );
  if (json !== null && typeof json === 'object') {
    return objectOf(new Map(Object.entries(json).map(([k, v]) => [k, fromJson(v, origin)])), origin);
  }
  return known(json as Scalar, origin);
}

/** The same value as seen from another place, one step longer in its trail. */
export function withOrigin<V extends Value>(value: V, origin: Origin): V {
  return { ...value, origin };
}
