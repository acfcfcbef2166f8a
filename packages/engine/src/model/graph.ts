import { NO_WORLD, openAtoms, type World } from './condition.ts';
import { EdgeIndex, isSymbolic, withoutKeys } from './edge.ts';
import { Many, type Member, type Open } from './many.ts';
import type { Origin } from './origin.ts';
import type { Decider } from './outcome.ts';
import {
  conditionTruth,
  deciderAt,
  deciderOfAtom,
  describe,
  evidenceAt,
  foldChoice,
  type Place,
  Reading,
} from './reading.ts';
import type { EdgeRule, FactNode, NotSeen, ResourceNode } from './resource.ts';
import { isNamedAlike } from './symbolic-name.ts';
import { all, any, type Proof, Truth } from './truth.ts';
import { absent, type Default, known, objectOf, type Scalar, unknown, type Value } from './value.ts';

/** Everything that was collected about one root. */
export interface GraphData {
  readonly resources: readonly ResourceNode[];
  /** Places that could hold more: absence is only a fact where this is empty. */
  readonly notSeen: readonly NotSeen[];
  readonly facts: readonly FactNode[];
  readonly edges: readonly EdgeRule[];
  /** The chosen environment: a known name, or unknown. */
  readonly environment: Value;
  /** Documented defaults by type and property path (`[]` for list members). */
  readonly defaults: (type: string, path: string) => Default | undefined;
  /** What was read, for the evidence of an absence: `all 14 files of infra`. */
  readonly readInFull: string;
  readonly origin: Origin;
}

/** The graph as checks see it, in one world. */
export class Graph {
  readonly world: World;
  /** @internal */ readonly data: GraphData;
  readonly #index: EdgeIndex;
  /** Made once: many checks ask for the same ones. */
  readonly #resources = new Map<ResourceNode, Resource>();
  readonly #ofType = new Map<string, Many<Resource>>();
  readonly #along = new Map<ResourceNode, Map<string, Many<Properties>>>();

  constructor(data: GraphData, world: World = NO_WORLD, index: EdgeIndex = new EdgeIndex(data)) {
    this.data = data;
    this.world = world;
    this.#index = index;
  }

  /** The same graph with more open conditions decided. */
  in(world: World): Graph {
    return world === this.world ? this : new Graph(this.data, world, this.#index);
  }

  /** The resources of a type; open where something was not read that could hold more. */
  of(type: string): Many<Resource> {
    const before = this.#ofType.get(type);
    if (before !== undefined) return before;
    const found = new Many(
      this.#index.ofType(type).map((node) => this.#member(node)),
      [this.#looked(`no ${type}`)],
      this.#unseen([type]),
      [this.#looked(`no fitting ${type}`)],
    );
    this.#ofType.set(type, found);
    return found;
  }

  /** Resources of a type that may as well live in another repository or be set by hand for the whole account. */
  ofAccount(type: string): Many<Resource> {
    const decider: Decider = {
      reason: 'not-collected',
      decidedBy: `the account (${type} belongs to the account; another repository may define it)`,
      at: this.data.origin.at,
      trail: [],
    };
    const here = this.of(type);
    return new Many(here.members, [], { deciders: [...(here.open?.deciders ?? []), decider] });
  }

  /**
   * The resources that stand in this relation to `resource`: `to(table, 'alarmsOn')` are the alarms on it; only those
   * of a type where one is named.
   */
  to(resource: Resource, edge: string, from?: string): Many<Resource> {
    const wanted = (type: string) => from === undefined || type === from;
    const candidates = this.#index.sources(edge, resource.node).filter(({ node }) => wanted(node.type));
    const members = candidates.map(({ node, rules }) => {
      const source = this.resource(node);
      const relation = any(...rules.map((rule) => this.#reaches(source, rule.path, resource)));
      return { item: source, in: all(conditionTruth(node.exists, this), relation) };
    });
    return new Many(
      members.filter((m) => m.in.state !== 'no'),
      [this.#looked(`nothing that ${inWords(edge)} ${resource.address}`)],
      this.#unseen(this.#index.typesThat(edge, resource.type).filter(wanted)),
      [this.#looked(`nothing fitting that ${edge} ${resource.address}`)],
    );
  }

  /** The resources of a type that a value points to, by reference, ARN or name. */
  follow(reading: Reading<string>, type: string): Many<Resource> {
    const members = this.#index
      .ofType(type)
      .map((node) => {
        const target = this.resource(node);
        return { item: target, in: all(conditionTruth(node.exists, this), refersTo(reading, target)) };
      })
      .filter((m) => m.in.state !== 'no');
    const outside = this.#pointsOutside(reading, type, members);
    const opens = [outside, this.#unseenFor(reading, type)].filter((o) => o !== undefined);
    return new Many(
      members,
      [reading.proof(reading.value)],
      opens.length === 0
        ? undefined
        : {
            deciders: opens.flatMap((o) => o.deciders),
            atoms: new Map(opens.flatMap((o) => [...(o.atoms ?? [])])),
          },
    );
  }

  /** The resource at an address, where there is one. */
  at(address: string): Many<Resource> {
    const node = this.#index.atAddress(address);
    return new Many(
      node === undefined ? [] : [this.#member(node)],
      [this.#looked(`no ${address}`)],
      this.#unseen(),
    );
  }

  facts(kind: string): Many<Properties> {
    const members = this.data.facts
      .filter((f) => f.kind === kind)
      .map((f) => ({
        item: new Properties(f.properties, { graph: this, type: `fact:${kind}`, path: '' }, f.origin),
        in: Truth.yes(),
      }));
    return new Many(members, [this.#looked(`no ${kind}`)], this.#unseen([]), [
      this.#looked(`no fitting ${kind}`),
    ]);
  }

  /** What the collector says of the root itself, and would say of any: nothing that was not read can add to it. */
  ownFacts(kind: string): Many<Properties> {
    const { members } = this.facts(kind);
    return new Many(members, [this.#looked(`no ${kind}`)]);
  }

  get environment(): Reading<string> {
    return new Reading(
      this.data.environment,
      { graph: this, type: 'environment', path: 'environment' },
      asText,
    );
  }

  /** @internal The resource at an address, where there is one. */
  resourceAt(address: string): Resource | undefined {
    const node = this.#index.atAddress(address);
    return node === undefined ? undefined : this.resource(node);
  }

  /** @internal Where an expression of a resource means the same value. */
  scopeOf(address: string): string | undefined {
    return this.#index.atAddress(address)?.scope;
  }

  defaultOf(type: string, path: string): Default | undefined {
    return this.data.defaults(type, path);
  }

  /** @internal The resources of some types that are judged here, in the order in which they were collected. */
  judged(types: readonly string[]): readonly Resource[] {
    return this.#index
      .ofTypes(types)
      .filter((node) => node.foreign !== true)
      .map((node) => this.resource(node));
  }

  /** @internal A resource in this graph's world. */
  resource(node: ResourceNode): Resource {
    const before = this.#resources.get(node);
    if (before !== undefined) return before;
    const made = new Resource(node, this);
    this.#resources.set(node, made);
    return made;
  }

  #member(node: ResourceNode): Member<Resource> {
    return { item: this.resource(node), in: conditionTruth(node.exists, this) };
  }

  #looked(what: string): Proof {
    return {
      evidence: {
        plane: this.data.origin.plane,
        at: this.data.origin.at,
        trail: [],
        value: `${what} in ${this.data.readInFull}`,
      },
    };
  }

  /** The places where resources of these types may be hidden; of any type where none are named. */
  /** Whether a value at an edge's path means the target. What stands there is read once for all targets. */
  #reaches(source: Resource, path: string, target: Resource): Truth {
    const read = this.#along.get(source.node) ?? new Map<string, Many<Properties>>();
    this.#along.set(source.node, read);
    const values = read.get(path) ?? valuesAlong(source, path);
    read.set(path, values);
    return values.some((item) => refersTo(item.text(), target));
  }

  #unseen(types?: readonly string[]): Open | undefined {
    const places = this.data.notSeen.filter((place) => mayHold(place, types));
    if (places.length === 0) return undefined;
    return { deciders: places.map((place) => unseenDecider(place, this.data.origin)) };
  }

  #unseenFor(reading: Reading<string>, type: string): Open | undefined {
    // A reference names its target; only one whose target is not here may mean something that was not read.
    const referring = reading.isReference();
    const here = addressesIn(reading.value).every((address) => this.#index.atAddress(address) !== undefined);
    return referring.state === 'yes' && here ? undefined : this.#unseen([type]);
  }

  /** A literal ARN or an unknown value may mean a resource that another repository defines. */
  #pointsOutside(
    reading: Reading<string>,
    type: string,
    members: readonly Member<Resource>[],
  ): Open | undefined {
    if (members.some((m) => m.in.state === 'yes')) return undefined;
    const answer = reading.inspect((value) =>
      mayPointOutside(value, type) ? unknownOutside(value) : Truth.no(),
    );
    return answer.state === 'unknown' ? { deciders: answer.deciders, atoms: answer.atoms } : undefined;
  }
}

/** The resources that a value reads from, on both sides of an open choice. */
function addressesIn(value: Value): readonly string[] {
  switch (value.kind) {
    case 'reference':
      return [value.to.address];
    case 'known':
      return value.via === undefined ? [] : [value.via.address];
    case 'composed':
      return value.parts.flatMap(addressesIn);
    case 'choice':
      return [...addressesIn(value.whenTrue), ...addressesIn(value.whenFalse)];
    default:
      return [];
  }
}

/** `keepsLogsOf` as a reader says it: "keeps logs of". */
function inWords(edge: string): string {
  return edge.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Stands as the address of what is read from a store of parameters or secrets at deployment. */
const STORED = 'dynamic';

const SERVICE_OF_ARN = /^arn:[^:]*:([^:]+):/;

function mayPointOutside(value: Value, type: string): boolean {
  switch (value.kind) {
    case 'known':
      return typeof value.value === 'string' && value.via === undefined && serviceMatches(value.value, type);
    case 'unknown':
    case 'sensitive':
      return true;
    // What a parameter store answers may be anything of anybody's.
    case 'reference':
      return value.to.address === STORED;
    case 'composed': {
      if (
        value.parts.some(
          (p) =>
            (p.kind === 'reference' && p.to.address !== STORED) ||
            (p.kind === 'known' && p.via !== undefined),
        )
      )
        return false;
      const first = value.parts[0];
      return first?.kind !== 'known' || serviceMatches(String(first.value), type);
    }
    default:
      return false;
  }
}

function serviceMatches(text: string, type: string): boolean {
  const service = SERVICE_OF_ARN.exec(text)?.[1];
  return service === undefined
    ? !text.startsWith('arn:') || !/^arn:[^:]*:[^:]+:/.test(text)
    : type.toLowerCase().includes(`::${service.replace('-', '')}`.toLowerCase());
}

function unknownOutside(value: Value): Truth {
  if (value.kind === 'unknown')
    return Truth.unknown([deciderAt(value.reason, value.decidedBy, value.origin)]);
  return Truth.unknown([
    deciderAt('not-collected', `the account (${describe(value)} is not defined in this code)`, value.origin),
  ]);
}

/** @internal Whether resources of one of these types may be hidden in a place. */
export function mayHold(place: NotSeen, types: readonly string[] | undefined): boolean {
  return place.holds === undefined || types === undefined || place.holds.some((held) => types.includes(held));
}

/** @internal What would decide a place that was not seen. */
export function unseenDecider(place: NotSeen, fallback: Origin): Decider {
  const decidedBy = place.decidesMore === true ? place.decidedBy : `${place.what}: ${place.decidedBy}`;
  return { ...deciderAt('module-unavailable', decidedBy, place.origin ?? fallback), what: place.what };
}

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
    return new Reading(this.#at(path), this.#place(path), asBoolean);
  }

  text(path = ''): Reading<string> {
    return new Reading(this.#at(path), this.#place(path), asText);
  }

  number(path = ''): Reading<number> {
    return new Reading(this.#at(path), this.#place(path), asNumber);
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
    const place = this.#place(path);
    return this.#listOf(this.#at(path), { ...place, path: `${place.path}[]` }, place);
  }

  /** The members of an object, with their keys. */
  entries(path = ''): Many<Entry> {
    const place = this.#place(path);
    return this.#entriesOf(this.#at(path), place);
  }

  /** @internal Evidence that says where this is. */
  whereabouts(): Proof {
    return { evidence: evidenceAt(this.origin, this.place, describe(this.value, this.place.key)) };
  }

  #place(path: string): Place {
    if (path === '') return this.place;
    const full = this.place.path === '' ? path : `${this.place.path}.${path}`;
    return { ...this.place, path: full, key: path.slice(path.lastIndexOf('.') + 1) };
  }

  #at(path: string): Value {
    return path === '' ? this.value : descend(this.value, path.split('.'));
  }

  #listOf(value: Value, item: Place, place: Place): Many<Properties> {
    const looked: Proof = { evidence: evidenceAt(value.origin, place, describe(value, place.key)) };
    switch (value.kind) {
      case 'list': {
        const members = value.items.flatMap((v) => this.#itemMembers(v, item));
        return new Many(members, [looked], openBecause(value.open));
      }
      case 'absent': {
        const fallback = value.default ?? place.graph.defaultOf(place.type, place.path);
        if (fallback === undefined) {
          return new Many(
            [],
            [looked],
            openBecause(unknown('no-documented-default', `writing ${place.path} in the code`, value.origin)),
          );
        }
        const said: Proof = {
          evidence: evidenceAt(
            value.origin,
            place,
            `not set, which means ${defaultInWords(fallback)} (${fallback.source})`,
          ),
        };
        const items = Array.isArray(fallback.value) ? (fallback.value as Scalar[]) : [];
        return new Many(
          items.map((scalar) => ({
            item: new Properties(known(scalar, value.origin), item),
            in: Truth.yes(said),
          })),
          [said],
        );
      }
      case 'unknown':
        return new Many([], [looked], openBecause(value));
      case 'choice': {
        const yes = this.#listOf(value.whenTrue, item, place);
        const no = this.#listOf(value.whenFalse, item, place);
        return eitherList(value, yes, no, place.graph, looked);
      }
      case 'known':
        if (value.value === null) return this.#listOf(absent(value.origin), item, place);
        return new Many([{ item: new Properties(value, item), in: Truth.yes() }], [looked]);
      default:
        return new Many([{ item: new Properties(value, item), in: Truth.yes() }], [looked]);
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
    const looked: Proof = { evidence: evidenceAt(value.origin, place, describe(value, place.key)) };
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
    const proof = { ...this.whereabouts(), membership: true };
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
    return { evidence: { ...evidenceAt(this.origin, this.place, this.address), resource: this.address } };
  }
}

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
export function descend(value: Value, path: readonly string[]): Value {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  switch (value.kind) {
    case 'object': {
      const member = value.members.get(name);
      if (member !== undefined) return descend(member, rest);
      return value.open ?? absent(value.origin);
    }
    case 'choice':
      return {
        ...value,
        whenTrue: descend(value.whenTrue, path),
        whenFalse: descend(value.whenFalse, path),
      };
    case 'known':
      if (value.structure !== undefined) return descend(value.structure, path);
      if (value.value === null) return absent(value.origin);
      return unknown('wrong-shape', `an object with ${name}`, value.origin);
    case 'composed':
      if (value.structure !== undefined) return descend(value.structure, path);
      return unknown('unresolved-expression', 'the deployed value', value.origin);
    case 'absent':
      return value.default === undefined ? value : absent(value.origin);
    case 'unknown':
      return value;
    case 'list':
      // One block where an object is meant is the common way to write it.
      if (value.items.length === 1 && value.open === undefined) return descend(value.items[0]!, path);
      if (value.items.length === 0 && value.open === undefined) return absent(value.origin);
      return value.open ?? unknown('wrong-shape', `one object with ${name}`, value.origin);
    case 'reference':
      return unknown('computed', `${value.to.address}.${value.to.attribute} at deployment`, value.origin);
    case 'sensitive':
      return value.reveal === undefined
        ? unknown('not-collected', 'the deployed value', value.origin)
        : descend(value.reveal(), path);
  }
}

/** All values along an edge path: `[]` steps into list members, `[Name=X]` into those whose `Name` is X. */
export function valuesAlong(start: Properties, path: string): Many<Properties> {
  const step = /^(.*?)\[(?:(\w+)=([^\]]*))?\](?:\.(.*))?$/.exec(path);
  if (step === null) return start.list(path);
  const [, before = '', name, value, after] = step;
  const members = start.list(before);
  const chosen = name === undefined ? members : members.where((m) => m.text(name).is(value!));
  return chosen.flatMap((m) => (after === undefined ? m.list() : valuesAlong(m, after)));
}

/** Whether a value means a resource: by reference, by ARN or by its literal name. */
export function refersTo(reading: Reading<string>, target: Resource): Truth {
  const yes = () => Truth.yes({ ...reading.proof(reading.value), membership: true });
  return reading.inspect((value) => {
    const refer = refers(value, target, reading, yes);
    return refer.state === 'unknown' ? any(refer, namedAlike(value, target, reading, yes)) : refer;
  });
}

function namedAlike(value: Value, target: Resource, reading: Reading<string>, yes: () => Truth): Truth {
  const { graph, address } = reading.place;
  const scope = address === undefined ? undefined : graph.scopeOf(address);
  const property = target.node.identity?.name;
  if (scope === undefined || scope !== target.node.scope || property === undefined) return Truth.no();
  return target.text(property).inspect((own) => (isNamedAlike(value, target.node, own) ? yes() : Truth.no()));
}

function refers(value: Value, target: Resource, reading: Reading<string>, yes: () => Truth): Truth {
  switch (value.kind) {
    case 'known':
      if (value.via !== undefined && means(value.via.address, target)) return yes();
      return typeof value.value === 'string'
        ? byBareName(value.value, target, reading, meansByName(value.value, value, target, yes))
        : Truth.no();
    case 'reference':
      return names(value.to.address, target, value, yes);
    case 'composed': {
      const named = value.parts.some(
        (p) =>
          (p.kind === 'reference' && means(p.to.address, target)) ||
          (p.kind === 'known' && p.via !== undefined && means(p.via.address, target)),
      );
      if (named) return yes();
      const other = value.parts.find((p) => p.kind === 'reference');
      if (other?.kind === 'reference') return names(other.to.address, target, other, yes);
      const texts = value.parts.filter((p) => p.kind === 'known').map((p) => String(p.value));
      const name = nameOf(target);
      // The pieces we know are an ARN around the target's literal name: account and region do not matter.
      if (
        name !== undefined &&
        texts.some((t) => endsWithName(t, name)) &&
        String(texts[0]).startsWith('arn:')
      ) {
        return typeMatchesArn(texts.join('*'), target) ? yes() : Truth.no();
      }
      const open = value.parts.find((p) => p.kind === 'unknown');
      if (open === undefined) return Truth.no();
      // A text that ends in a written name cannot mean a resource whose name is generated.
      if (value.parts.at(-1)?.kind === 'known' && hasGeneratedName(target)) return Truth.no();
      return mayNameTarget(texts, target)
        ? Truth.unknown([deciderAt('unresolved-expression', openWords(open), value.origin)])
        : Truth.no();
    }
    case 'unknown':
      return Truth.unknown([deciderAt(value.reason, value.decidedBy, value.origin)]);
    case 'sensitive':
      return value.reveal === undefined
        ? Truth.unknown([deciderAt('not-collected', 'the deployed value', value.origin)])
        : refers(value.reveal(), target, reading, yes);
    default:
      return Truth.no();
  }
}

/** Whether an address is the target's, or that of a block which was joined into it. */
function means(address: string, target: Resource): boolean {
  return address === target.address || target.node.joined?.includes(address) === true;
}

/** Whether an address is the target's. One that stands for any number of instances (`x[?]`) may be any of them. */
function names(address: string, target: Resource, value: Value, yes: () => Truth): Truth {
  if (means(address, target)) return yes();
  const symbolic = isSymbolic(address) || isSymbolic(target.address);
  if (!symbolic || withoutKeys(address) !== withoutKeys(target.address)) return Truth.no();
  return Truth.unknown([
    deciderAt('unresolved-expression', `how many ${withoutKeys(address)} there are`, value.origin),
  ]);
}

function openWords(value: Value): string {
  return value.kind === 'unknown' ? value.decidedBy : 'the deployed value';
}

/** Names of regional services are of one region: the same name in another one means something else. */
const REGIONAL = /^arn:[^:]*:[^:]*:\*:/;

/**
 * Whether two resources are in one region, so that a name in one can mean the other. Where the code gives a region to
 * one of them only, or gives what has no value here, it may be.
 */
export function inOneRegion(a: Resource, b: Resource): Truth {
  const [one, other] = [a.node.region, b.node.region];
  if (one === other) return Truth.yes({ ...b.whereabouts(), membership: true });
  if (one === undefined || other === undefined || one.startsWith('?') || other.startsWith('?'))
    return Truth.unknown([deciderAt('input-without-value', 'the regions of both', a.origin)]);
  return Truth.no({ ...b.whereabouts(), membership: true });
}

/** What is meant by a bare name, and not by an ARN, which says its region itself. */
function byBareName(text: string, target: Resource, reading: Reading<string>, named: Truth): Truth {
  const { graph, address } = reading.place;
  const arn = target.node.identity?.arn;
  if (text.startsWith('arn:') || arn === undefined || !REGIONAL.test(arn)) return named;
  const source = address === undefined ? undefined : graph.resourceAt(address);
  return source === undefined ? named : all(named, inOneRegion(source, target));
}

function meansByName(text: string, value: Value, target: Resource, yes: () => Truth): Truth {
  const property = target.node.identity?.name;
  if (property === undefined) return Truth.no();
  const name = target.text(property);
  return name.inspect((own) => {
    switch (own.kind) {
      case 'known':
        return text === own.value ||
          target.node.identity?.also?.some((other) => other.replace('{name}', String(own.value)) === text) ||
          (typeMatchesArn(text, target) && endsWithName(text, String(own.value)))
          ? yes()
          : Truth.no();
      case 'unknown':
        return text.startsWith('arn:') && !typeMatchesArn(text, target)
          ? Truth.no()
          : Truth.unknown([deciderAt(own.reason, own.decidedBy, own.origin)]);
      case 'composed': {
        const open = own.parts.find((p) => p.kind === 'unknown');
        if (open?.kind !== 'unknown' || !matchesParts(text, own.parts)) return Truth.no();
        return Truth.unknown([deciderAt(open.reason, open.decidedBy, value.origin)]);
      }
      default:
        return Truth.no(); // a generated name cannot be written elsewhere
    }
  });
}

function nameOf(target: Resource): string | undefined {
  const property = target.node.identity?.name;
  if (property === undefined) return undefined;
  const value = descend(target.value, property.split('.'));
  return value.kind === 'known' && typeof value.value === 'string' ? value.value : undefined;
}

function hasGeneratedName(target: Resource): boolean {
  const property = target.node.identity?.name;
  return property !== undefined && descend(target.value, property.split('.')).kind === 'absent';
}

function endsWithName(text: string, name: string): boolean {
  const bare = text.replace(/(:\*|\/\*)$/, '');
  return bare === name || bare.endsWith(`:${name}`) || bare.endsWith(`/${name}`);
}

function typeMatchesArn(text: string, target: Resource): boolean {
  const pattern = target.node.identity?.arn;
  if (!text.startsWith('arn:') || pattern === undefined) return false;
  const service = pattern.split(':')[2];
  return text.split(':')[2] === service;
}

function mayNameTarget(texts: readonly string[], target: Resource): boolean {
  const first = texts[0];
  if (first?.startsWith('arn:') && first.split(':').length > 3) return typeMatchesArn(first, target);
  const name = nameOf(target);
  if (name === undefined) return true;
  return texts.every((t) => name.includes(t) || t.startsWith('arn:'));
}

function matchesParts(text: string, parts: readonly Value[]): boolean {
  const pattern = parts
    .map((p) => (p.kind === 'known' ? String(p.value).replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : '.*'))
    .join('');
  return new RegExp(`(^|[:/])${pattern}$`).test(text);
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
