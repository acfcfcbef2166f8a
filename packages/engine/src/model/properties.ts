import { NO_WORLD, openAtoms } from './condition.ts';
import { isSymbolic, withoutKeys } from './edge.ts';
import type { Graph } from './graph.ts';
import { Many, type Member, type Open } from './many.ts';
import type { Origin } from './origin.ts';
import {
  type Coercion,
  conditionTruth,
  deciderAt,
  deciderOfAtom,
  describe,
  evidenceAt,
  foldChoice,
  type Place,
  Reading,
} from './reading.ts';
import type { ResourceNode } from './resource.ts';
import { all, asMember, type Proof, Truth, told } from './truth.ts';
import {
  absent,
  type Default,
  known,
  type ObjectValue,
  objectOf,
  type Scalar,
  unknown,
  type Value,
} from './value.ts';

/** A member of an object. */
export interface Entry {
  readonly key: Reading<string>;
  readonly value: Reading<string>;
  /** What stands under the key, where that may be more than one value. */
  readonly below: Properties;
}

/** A tree of values that can be read by path. A path is property names joined by dots. */
export class Properties {
  /** @internal */ readonly value: Value;
  /** @internal */ readonly place: Place;
  /** @internal */ readonly origin: Origin;

  constructor(value: Value, place: Place, origin: Origin = value.origin) {
    this.value = value;
    this.place = place;
    this.origin = origin;
  }

  bool(path = ''): Reading<boolean> {
    return this.#reading(path, asBoolean);
  }

  text(path = ''): Reading<string> {
    return this.#reading(path, asText);
  }

  number(path = ''): Reading<number> {
    return this.#reading(path, asNumber);
  }

  /** Whether anything is written at the path: a value, an object or a list. */
  has(path: string): Truth {
    return this.text(path).written();
  }

  /** The part of the tree below a path. */
  at(path: string): Properties {
    return new Properties(this.#at(path), this.#place(path));
  }

  /** The members of a list; a single value is a list of one, an absent list has its documented default. */
  list(path = ''): Many<Properties> {
    return this.#listOf(this.#at(path), this.#place(path));
  }

  /** The members of an object, with their keys. */
  entries(path = ''): Many<Entry> {
    const place = this.#place(path);
    return this.#entriesOf(this.#at(path), place);
  }

  /** @internal Evidence that says where this is. */
  whereabouts(): Proof {
    return told(() => evidenceAt(this.origin, this.place, describe(this.value, this.place.key)));
  }

  #reading<T>(path: string, coerce: Coercion<T>): Reading<T> {
    if (path === '') return new Reading(this.value, this.place, coerce);
    const way = wayOf(path);
    return new Reading(descend(this.value, way.steps), below(this.place, path, way), coerce);
  }

  #place(path: string): Place {
    return path === '' ? this.place : below(this.place, path, wayOf(path));
  }

  #at(path: string): Value {
    return path === '' ? this.value : descend(this.value, wayOf(path).steps);
  }

  #listOf(value: Value, place: Place): Many<Properties> {
    const looked = () => told(() => evidenceAt(value.origin, place, describe(value, place.key)));
    switch (value.kind) {
      case 'list': {
        const item = inList(place);
        const members: Member<Properties>[] = [];
        for (const one of value.items) {
          if (one.kind === 'choice') members.push(...this.#itemMembers(one, item));
          else if (one.kind !== 'absent') members.push({ item: new Properties(one, item), in: Truth.yes() });
        }
        return new Many(members, [looked()], openBecause(value.open));
      }
      case 'absent': {
        const fallback = value.default ?? place.graph.defaultOf(place.type, place.path);
        if (fallback === undefined) {
          return new Many(
            [],
            [looked()],
            openBecause(unknown('no-documented-default', `writing ${place.path} in the code`, value.origin)),
          );
        }
        const said = told(() =>
          evidenceAt(
            value.origin,
            place,
            `not set, which means ${defaultInWords(fallback)} (${fallback.source})`,
          ),
        );
        const items = Array.isArray(fallback.value) ? (fallback.value as Scalar[]) : [];
        return new Many(
          items.map((scalar) => ({
            item: new Properties(known(scalar, value.origin), inList(place)),
            in: Truth.yes(said),
          })),
          [said],
        );
      }
      case 'unknown':
        return new Many([], [looked()], openBecause(value));
      case 'choice': {
        const yes = this.#listOf(value.whenTrue, place);
        const no = this.#listOf(value.whenFalse, place);
        return eitherList(value, yes, no, place.graph, looked());
      }
      case 'known':
        if (value.value === null) return this.#listOf(absent(value.origin), place);
        return new Many([{ item: new Properties(value, inList(place)), in: Truth.yes() }], [looked()]);
      default:
        return new Many([{ item: new Properties(value, inList(place)), in: Truth.yes() }], [looked()]);
    }
  }

  /** A list member may itself be there or not (`!If [Cond, x, !Ref AWS::NoValue]`). */
  #itemMembers(value: Value, place: Place): readonly Member<Properties>[] {
    if (value.kind === 'absent') return [];
    if (value.kind !== 'choice') return [{ item: new Properties(value, place), in: Truth.yes() }];
    const yes = conditionTruth(value.condition, place.graph);
    const no = conditionTruth({ op: 'not', of: value.condition }, place.graph);
    return [
      ...this.#itemMembers(value.whenTrue, place).map((m) => ({ item: m.item, in: all(yes, m.in) })),
      ...this.#itemMembers(value.whenFalse, place).map((m) => ({ item: m.item, in: all(no, m.in) })),
    ].filter((m) => m.in.state !== 'no');
  }

  #entriesOf(value: Value, place: Place): Many<Entry> {
    const looked = told(() => evidenceAt(value.origin, place, describe(value, place.key)));
    switch (value.kind) {
      case 'object': {
        const members = [...value.members].flatMap(([key, v]) => {
          const below = { ...place, path: `${place.path}.${key}`, key };
          const item = {
            // The name itself is no secret, whatever it names.
            key: new Reading(known(key, v.origin), { ...below, key: '' }, asText),
            value: new Reading(v, below, asText),
            below: new Properties(v, below),
          };
          const there = foldChoice(v, place.graph, (arm) =>
            arm.kind === 'absent' ? Truth.no() : Truth.yes(),
          );
          return there.state === 'no' ? [] : [{ item, in: there }];
        });
        return new Many(members, [looked], openBecause(value.open));
      }
      case 'absent': {
        const fallback = value.default ?? place.graph.defaultOf(place.type, place.path);
        return new Many(
          [],
          [looked],
          fallback === undefined
            ? openBecause(unknown('no-documented-default', `writing ${place.path} in the code`, value.origin))
            : undefined,
        );
      }
      case 'choice':
        return eitherList(
          value,
          this.#entriesOf(value.whenTrue, place),
          this.#entriesOf(value.whenFalse, place),
          place.graph,
          looked,
        );
      case 'unknown':
        return new Many([], [looked], openBecause(value));
      default:
        if (value.kind === 'known' && value.value === null)
          return this.#entriesOf(absent(value.origin), place);
        return new Many(
          [],
          [looked],
          openBecause(unknown('wrong-shape', `an object at ${place.path}`, value.origin)),
        );
    }
  }
}

/** A resource as checks see it. */
export class Resource extends Properties {
  readonly node: ResourceNode;

  constructor(node: ResourceNode, graph: Graph) {
    super(node.properties, { graph, type: node.type, address: node.address, path: '' }, node.origin);
    this.node = node;
  }

  get type(): string {
    return this.node.type;
  }

  get address(): string {
    return this.node.address;
  }

  /** For one that stands for any number of instances: that their number is open, and what would decide it. */
  get howMany(): Truth | undefined {
    if (!isSymbolic(this.node.address)) return undefined;
    const atoms = [...openAtoms(this.node.exists, NO_WORLD).values()];
    if (atoms.length > 0) return Truth.unknown(atoms.map(deciderOfAtom));
    const decidedBy = `how many ${withoutKeys(this.node.address)} there are`;
    return Truth.unknown([deciderAt('unresolved-expression', decidedBy, this.node.origin)]);
  }

  /** Whether it is of a type: for checks on several types and relations from several. */
  isA(type: string): Truth {
    const proof = asMember(this.whereabouts());
    return this.type === type ? Truth.yes(proof) : Truth.no(proof);
  }

  /** What its language says beside its properties: `DeletionPolicy`, `lifecycle`. */
  get meta(): Properties {
    return new Properties(this.node.meta ?? objectOf({}, this.node.origin), {
      ...this.place,
      type: `${this.node.type}#meta`,
    });
  }

  /** The same resource in another world of its graph. */
  in(graph: Graph): Resource {
    return graph.resource(this.node);
  }

  /** Whether it exists, as far as its conditions are decided. */
  exists(): Truth {
    return conditionTruth(this.node.exists, this.place.graph, this.whereabouts());
  }

  override whereabouts(): Proof {
    return told(() => ({ ...evidenceAt(this.origin, this.place, this.address), resource: this.address }));
  }
}

/** Where the members of a list stand. */
function inList(list: Place): Place {
  return { ...list, path: `${list.path}[]` };
}

function below({ graph, type, address, path }: Place, more: string, { key }: Way): Place {
  const full = path === '' ? more : `${path}.${more}`;
  return address === undefined ? { graph, type, path: full, key } : { graph, type, address, path: full, key };
}

interface Way {
  readonly steps: readonly string[];
  /** The last of them. */
  readonly key: string;
}

/** Paths are written in checks: few, and asked of each resource. */
function wayOf(path: string): Way {
  const before = WAYS.get(path);
  if (before !== undefined) return before;
  const steps = path.split('.');
  const way = { steps, key: steps.at(-1)! };
  if (WAYS.size < MOST_PATHS) WAYS.set(path, way);
  return way;
}

const WAYS = new Map<string, Way>();
const MOST_PATHS = 10_000;

function eitherList<T>(
  value: Extract<Value, { kind: 'choice' }>,
  yes: Many<T>,
  no: Many<T>,
  graph: Graph,
  looked: Proof,
): Many<T> {
  const when = conditionTruth(value.condition, graph);
  if (when.state !== 'unknown') return when.state === 'yes' ? yes : no;
  const unless = conditionTruth({ op: 'not', of: value.condition }, graph);
  const opens = [yes.open, no.open].filter((o) => o !== undefined);
  return new Many(
    [
      ...yes.members.map((m) => ({ item: m.item, in: all(when, m.in) })),
      ...no.members.map((m) => ({ item: m.item, in: all(unless, m.in) })),
    ],
    [looked],
    opens.length === 0
      ? undefined
      : {
          deciders: [...when.deciders, ...opens.flatMap((o) => o.deciders)],
          atoms: new Map([...when.atoms, ...opens.flatMap((o) => [...(o.atoms ?? [])])]),
        },
  );
}

function openBecause(value: Value | undefined): Open | undefined {
  if (value === undefined || value.kind !== 'unknown') return undefined;
  return { deciders: [deciderAt(value.reason, value.decidedBy, value.origin)] };
}

function defaultInWords(fallback: Default): string {
  if (fallback.value === null) return 'none';
  return Array.isArray(fallback.value) ? `[${fallback.value.join(', ')}]` : String(fallback.value);
}

/** The value at a path; an open choice on the way is kept, with the path followed on both sides. */
export function descend(top: Value, path: readonly string[], from = 0): Value {
  let value = top;
  for (let at = from; at < path.length; at++) {
    if (value.kind !== 'object') return throughOther(value, path, at);
    const member = value.members.get(path[at]!);
    if (member === undefined) return value.open ?? absent(value.origin);
    value = member;
  }
  return value;
}

/** The same where something else than an object stands on the way. */
function throughOther(value: Exclude<Value, ObjectValue>, path: readonly string[], from: number): Value {
  const name = path[from]!;
  switch (value.kind) {
    case 'choice':
      return {
        ...value,
        whenTrue: descend(value.whenTrue, path, from),
        whenFalse: descend(value.whenFalse, path, from),
      };
    case 'known':
      if (value.structure !== undefined) return descend(value.structure, path, from);
      if (value.value === null) return absent(value.origin);
      return unknown('wrong-shape', `an object with ${name}`, value.origin);
    case 'composed':
      if (value.structure !== undefined) return descend(value.structure, path, from);
      return unknown('unresolved-expression', 'the deployed value', value.origin);
    case 'absent':
      return value.default === undefined ? value : absent(value.origin);
    case 'unknown':
      return value;
    case 'list':
      // One block where an object is meant is the common way to write it.
      if (value.items.length === 1 && value.open === undefined) return descend(value.items[0]!, path, from);
      if (value.items.length === 0 && value.open === undefined) return absent(value.origin);
      return value.open ?? unknown('wrong-shape', `one object with ${name}`, value.origin);
    case 'reference':
      return unknown('computed', `${value.to.address}.${value.to.attribute} at deployment`, value.origin);
    case 'sensitive':
      return value.reveal === undefined
        ? unknown('not-collected', 'the deployed value', value.origin)
        : descend(value.reveal(), path, from);
  }
}

export const asText = (value: Scalar): string | undefined =>
  value === null || typeof value === 'object' ? undefined : String(value);

export const asNumber = (value: Scalar): number | undefined => {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
    return Number(value);
  return undefined;
};

export const asBoolean = (value: Scalar): boolean | undefined => {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return undefined;
};
