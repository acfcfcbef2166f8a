import { rowOf } from '../../../../knowledge/row-of.ts';
import type { Condition } from '../../../../model/condition.ts';
import { absent, known, listOf, objectOf, type Scalar, type Value } from '../../../../model/value.ts';
import type { Construct } from '../evaluate/construct.ts';
import { constructOf } from '../evaluate/library.ts';
import { originOf, type Run, seenThrough, shownBySynthesis } from '../evaluate/run.ts';
import { ENUMS } from './enums.generated.ts';

/** How a property of a construct becomes a property of CloudFormation; `undefined` where that is not known. */
export type Transform = (run: Run) => Value;

/** Where a property of a construct stands in the resource, and how it gets there. */
export interface Property {
  readonly path: string;
  readonly as: Transform;
  /** With one of these properties written as well, the library decides by both. */
  readonly unless?: readonly string[];
  /** Only together with this one does it mean anything. */
  readonly with?: string;
}

/** A class of the library and the resource that it makes. */
export interface Row {
  readonly type: string;
  /** Id of the resource below the construct; `Resource` unless it says otherwise. */
  readonly child?: string;
  readonly props: Readonly<Record<string, Property>>;
  /** What several properties make together. */
  readonly together?: (props: Given) => Readonly<Record<string, Value>>;
  /** Methods that add to a list of the resource: what each call adds. */
  readonly added?: Readonly<Record<string, Property>>;
}

/** The properties that a construct is given. */
export type Given = Extract<Run, { kind: 'object' }>;

export function to(
  path: string,
  as: Transform = plain,
  more: Pick<Property, 'unless' | 'with'> = {},
): Property {
  return { path, as, ...more };
}

/** Objects may hold themselves; deeper than this nothing is read. */
const MAX_NESTING = 14;
let nesting = 0;

/** The value as it is written. */
export function plain(run: Run): Value {
  if (nesting >= MAX_NESTING) return notKnown(run);
  nesting++;
  try {
    return written(run);
  } finally {
    nesting--;
  }
}

function written(run: Run): Value {
  const origin = originOf(run);
  switch (run.kind) {
    case 'scalar':
      return known(run.value, origin);
    case 'undefined':
      return notKnown(run);
    case 'choice':
      return {
        kind: 'choice',
        condition: run.condition,
        whenTrue: plain(run.yes),
        whenFalse: plain(run.no),
        origin,
      };
    case 'text':
      return { kind: 'composed', parts: run.parts.map((part) => plain(part)), origin };
    case 'list': {
      const items = run.cell.items.map((item) => plain(seenThrough(item, run.seen)));
      return listOf(items, origin, run.cell.open ? notKnown(run) : undefined);
    }
    case 'object': {
      const members = [...run.cell.members].map(([key, value]): [string, Value] => [
        key,
        plain(seenThrough(value, run.seen)),
      ]);
      return objectOf(new Map(members), origin, run.cell.open ? notKnown(run) : undefined);
    }
    case 'attribute':
      return { kind: 'reference', to: { address: run.construct.address, attribute: run.name }, origin };
    case 'construct':
      return refersTo(run.construct, run);
    case 'instance': {
      const construct = constructOf(run);
      return construct === undefined ? notKnown(run) : refersTo(construct, run);
    }
    default:
      return notKnown(run);
  }
}

function refersTo(construct: Construct, run: Run): Value {
  return { kind: 'reference', to: { address: construct.address, attribute: 'Ref' }, origin: originOf(run) };
}

/** A value that only synthesis shows. */
export function notKnown(run: Run) {
  return shownBySynthesis(
    'unresolved-expression',
    run.kind === 'unknown' ? run.text : undefined,
    originOf(run),
  );
}

/** Asks on both sides of an open choice. */
function onEach(transform: (run: Run) => Value): Transform {
  const each: Transform = (run) =>
    run.kind === 'choice'
      ? {
          kind: 'choice',
          condition: run.condition,
          whenTrue: each(run.yes),
          whenFalse: each(run.no),
          origin: originOf(run),
        }
      : transform(run);
  return each;
}

/** A flag that is written as a word, and not at all where it is false. */
export function flag(yes: Scalar): Transform {
  return onEach((run) => {
    if (run.kind !== 'scalar' || typeof run.value !== 'boolean') return notKnown(run);
    return run.value ? known(yes, originOf(run)) : absent(originOf(run));
  });
}

/** Another value for each of two. */
export function words(yes: Scalar, no: Scalar): Transform {
  return onEach((run) => {
    if (run.kind !== 'scalar' || typeof run.value !== 'boolean') return notKnown(run);
    return known(run.value ? yes : no, originOf(run));
  });
}

const SECONDS: Readonly<Record<string, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
  millis: 0.001,
};

/** `Duration.days(7)` in a unit. */
export function duration(unit: 'seconds' | 'minutes' | 'days'): Transform {
  return onEach((run) => {
    if (run.kind !== 'made' || run.names.length !== 2 || run.names[0] !== 'Duration' || run.module !== '')
      return notKnown(run);
    const [amount] = run.args;
    const unitOf = run.names[1] ?? '';
    const factor = Object.hasOwn(SECONDS, unitOf) ? SECONDS[unitOf] : undefined;
    if (amount?.kind !== 'scalar' || typeof amount.value !== 'number' || factor === undefined)
      return notKnown(run);
    const value = (amount.value * factor) / (SECONDS[unit] ?? 1);
    const origin = originOf({ at: run.at, seen: [...amount.seen, ...run.seen] });
    return Number.isInteger(value) ? known(value, origin) : notKnown(run);
  });
}

/** A member of an enumeration of the library, as what it stands for. */
export const member: Transform = onEach((run) => {
  if (run.kind !== 'library') return run.kind === 'scalar' ? plain(run) : notKnown(run);
  const value = ENUMS[`${run.module}.${run.names.join('.')}`];
  return value === undefined ? notKnown(run) : known(value, originOf(run));
});

/** A member of an enumeration, as whatever this resource makes of it; `null` for nothing. */
export function memberAs(values: Readonly<Record<string, Scalar>>): Transform {
  return onEach((run) => {
    const value = run.kind === 'library' ? rowOf(values, run.names.join('.')) : undefined;
    if (value === undefined) return notKnown(run);
    return value === null ? absent(originOf(run)) : known(value, originOf(run));
  });
}

/** A list of parts, each by a table of its own. */
export function listBy(props: Readonly<Record<string, Property>>): Transform {
  return onEach((run) => {
    if (run.kind !== 'list') return notKnown(run);
    const items = run.cell.items.map((item) => partBy(props)(seenThrough(item, run.seen)));
    // A method of the construct may add more.
    return listOf(items, originOf(run), notKnown(run));
  });
}

/** A list of scalars. */
export const listed: Transform = onEach((run) => {
  if (run.kind !== 'list') return notKnown(run);
  const items = run.cell.items.map((item) => plain(seenThrough(item, run.seen)));
  return listOf(items, originOf(run), run.cell.open ? notKnown(run) : undefined);
});

/** A part with properties of its own. */
export function partBy(props: Readonly<Record<string, Property>>): Transform {
  return onEach((run) => {
    const object = structOf(run);
    if (object === undefined) return notKnown(run);
    return objectOf(placed(props, object), originOf(run), notKnown(run));
  });
}

/** The object that a value is; in Python also the class that only holds its keywords. */
export function structOf(run: Run | undefined): Extract<Run, { kind: 'object' }> | undefined {
  if (run?.kind === 'object') return run;
  if (run?.kind !== 'made' || run.args.length !== 1 || !run.at.file.endsWith('.py')) return undefined;
  const [only] = run.args;
  return only?.kind === 'object' ? { ...only, seen: [...only.seen, ...run.seen] } : undefined;
}

/** The members of a resource: what its properties say, and what is added to it where it is certain to be added. */
export function membersOf(row: Row, { calls, exists }: Construct, props: Given): Map<string, Value> {
  const members = placed(row.props, props);
  for (const [name, value] of Object.entries(row.together?.(props) ?? {})) members.set(name, value);
  for (const call of calls) {
    const property =
      row.added !== undefined && Object.hasOwn(row.added, call.name) ? row.added[call.name] : undefined;
    const [given] = call.args;
    if (property === undefined || given === undefined || !isSame(call.exists, exists)) continue;
    const before = members.get(property.path);
    const items = before?.kind === 'list' ? before.items : [];
    // Whatever else adds to it may not have been followed.
    members.set(property.path, listOf([...items, property.as(given)], originOf(given), notKnown(given)));
  }
  return members;
}

function isSame(a: Condition, b: Condition): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The members of a resource, by the table of its class. */
export function placed(
  props: Readonly<Record<string, Property>>,
  given: Extract<Run, { kind: 'object' }>,
): Map<string, Value> {
  const members = new Map<string, Value>();
  for (const [name, run] of given.cell.members) {
    const property = Object.hasOwn(props, name) ? props[name] : undefined;
    if (property === undefined) continue;
    const value = seenThrough(run, given.seen);
    if (value.kind === 'undefined') continue;
    const both = property.unless?.some((other) => may(given, other)) === true;
    const alone = property.with !== undefined && !given.cell.members.has(property.with);
    place(members, property.path.split('.'), both || alone ? notKnown(value) : property.as(value), value);
  }
  return members;
}

function may(given: Extract<Run, { kind: 'object' }>, name: string): boolean {
  const value = given.cell.members.get(name);
  return value === undefined ? given.cell.open : value.kind !== 'undefined';
}

/** Puts a value where a path of a resource leads. */
export function place(members: Map<string, Value>, path: readonly string[], value: Value, run: Run): void {
  const [first, ...rest] = path;
  if (first === undefined) return;
  if (rest.length === 0) {
    members.set(first, value);
    return;
  }
  const before = members.get(first);
  if (first.endsWith('[0]')) {
    const inside = new Map<string, Value>();
    place(inside, rest, value, run);
    members.set(
      first.slice(0, -3),
      listOf([objectOf(inside, originOf(run), notKnown(run))], originOf(run), notKnown(run)),
    );
    return;
  }
  const inside = new Map(before?.kind === 'object' ? before.members : []);
  place(inside, rest, value, run);
  members.set(first, objectOf(inside, before?.origin ?? originOf(run), notKnown(run)));
}
