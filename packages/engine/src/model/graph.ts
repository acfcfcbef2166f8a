import { NO_WORLD, type World } from './condition.ts';
import { EdgeIndex } from './edge.ts';
import { Many, type Member, type Open } from './many.ts';
import type { Origin } from './origin.ts';
import type { Decider } from './outcome.ts';
import { asText, Properties, Resource } from './properties.ts';
import { conditionTruth, deciderAt, Reading } from './reading.ts';
import { addressesIn, mayPointOutside, refersTo, unknownOutside, valuesAlong } from './relation.ts';
import type { EdgeRule, FactNode, NotSeen, ResourceNode } from './resource.ts';
import { all, any, type Proof, Truth, told } from './truth.ts';
import type { Default, Value } from './value.ts';

export { type Entry, Properties, Resource } from './properties.ts';
export { inOneRegion, isRegionTold, refersTo } from './relation.ts';

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
  /** What a resource of a type is called where the type is no word for people. */
  readonly words?: (type: string) => string | undefined;
  readonly origin: Origin;
}

/**
 * What the graphs of all worlds share. Rows depend on the same few conditions, so a graph with what was asked of it is kept
 * for the next row that supposes the same; of many worlds the ones supposed last.
 */
class Shared {
  readonly index: EdgeIndex;
  readonly #worlds = new Map<string, Graph>();

  constructor(data: GraphData) {
    this.index = new EdgeIndex(data);
  }

  inWorld(world: World, make: () => Graph): Graph {
    const key = [...world]
      .map(([id, holds]) => `${id}=${holds}`)
      .sort()
      .join('\n');
    const graph = this.#worlds.get(key) ?? make();
    this.#worlds.delete(key);
    this.#worlds.set(key, graph);
    if (this.#worlds.size > MOST_WORLDS) this.#worlds.delete(this.#worlds.keys().next().value!);
    return graph;
  }
}

const MOST_WORLDS = 128;

/** The graph as checks see it, in one world. */
export class Graph {
  readonly world: World;
  /** @internal */ readonly data: GraphData;
  readonly #shared: Shared;
  /** Made once: many checks ask for the same ones. */
  readonly #resources = new Map<ResourceNode, Resource>();
  readonly #ofType = new Map<string, Many<Resource>>();
  readonly #ofOwnCode = new Map<string, Many<Resource>>();
  readonly #related = new Map<ResourceNode, Map<string, Many<Resource>>>();
  readonly #along = new Map<ResourceNode, Map<string, Many<Properties>>>();

  constructor(data: GraphData, world: World = NO_WORLD, shared: Shared = new Shared(data)) {
    this.data = data;
    this.world = world;
    this.#shared = shared;
  }

  /** The same graph with more open conditions decided. */
  in(world: World): Graph {
    return world === this.world
      ? this
      : this.#shared.inWorld(world, () => new Graph(this.data, world, this.#shared));
  }

  /** The resources of a type; open where something was not read that could hold more. */
  of(type: string): Many<Resource> {
    const before = this.#ofType.get(type);
    if (before !== undefined) return before;
    const found = this.#allOf(type, this.data.notSeen);
    this.#ofType.set(type, found);
    return found;
  }

  #allOf(type: string, places: readonly NotSeen[]): Many<Resource> {
    return new Many(
      this.#shared.index.ofType(type).map((node) => this.#member(node)),
      [this.#looked(() => `no ${this.#inWords(type)}`)],
      this.#unseen([type], places),
      [this.#looked(() => `no fitting ${this.#inWords(type)}`)],
    );
  }

  /** The resources of a type as far as they may run code of the repository: helpers of a library that were not seen run none. */
  ofOwnCode(type: string): Many<Resource> {
    const before = this.#ofOwnCode.get(type);
    if (before !== undefined) return before;
    const places = this.data.notSeen.filter((place) => place.helpersOnly?.includes(type) !== true);
    const found = this.#allOf(type, places);
    this.#ofOwnCode.set(type, found);
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
    const related = this.#related.get(resource.node) ?? new Map<string, Many<Resource>>();
    this.#related.set(resource.node, related);
    const key = from === undefined ? edge : `${edge} ${from}`;
    const before = related.get(key);
    if (before !== undefined) return before;
    const found = this.#relatedTo(resource, edge, from);
    related.set(key, found);
    return found;
  }

  #relatedTo(resource: Resource, edge: string, from: string | undefined): Many<Resource> {
    const wanted = (type: string) => from === undefined || type === from;
    const candidates = this.#shared.index
      .sources(edge, resource.node)
      .filter(({ node }) => wanted(node.type));
    const members = candidates.map(({ node, rules }) => {
      const source = this.resource(node);
      const relation = any(...rules.map((rule) => this.#reaches(source, rule.path, resource)));
      return { item: source, in: all(conditionTruth(node.exists, this), relation) };
    });
    return new Many(
      members.filter((m) => m.in.state !== 'no'),
      [this.#looked(() => `nothing that ${inWords(edge)} ${resource.address}`)],
      this.#unseen(this.#shared.index.typesThat(edge, resource.type).filter(wanted)),
      [this.#looked(() => `nothing fitting that ${edge} ${resource.address}`)],
    ).inShort();
  }

  /** The resources of a type that a value points to, by reference, ARN or name. */
  follow(reading: Reading<string>, type: string): Many<Resource> {
    const members = this.#shared.index
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
    const node = this.#shared.index.atAddress(address);
    return new Many(
      node === undefined ? [] : [this.#member(node)],
      [this.#looked(() => `no ${address}`)],
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
    return new Many(members, [this.#looked(() => `no ${kind}`)], this.#unseen([]), [
      this.#looked(() => `no fitting ${kind}`),
    ]);
  }

  /** What the collector says of the root itself, and would say of any: nothing that was not read can add to it. */
  ownFacts(kind: string): Many<Properties> {
    const { members } = this.facts(kind);
    return new Many(members, [this.#looked(() => `no ${kind}`)]);
  }

  /** What only a statement of somebody shows, and nothing that can be read. */
  stated(fact: string): Truth {
    const { at } = this.data.origin;
    const decidedBy = `an attestation of ${fact} in airworthy.yaml, with owner, date, link and expiry`;
    return Truth.unknown([{ reason: 'not-collected', decidedBy, at, trail: [] }]);
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
    const node = this.#shared.index.atAddress(address);
    return node === undefined ? undefined : this.resource(node);
  }

  /** @internal Where an expression of a resource means the same value. */
  scopeOf(address: string): string | undefined {
    return this.#shared.index.atAddress(address)?.scope;
  }

  defaultOf(type: string, path: string): Default | undefined {
    return this.data.defaults(type, path);
  }

  /** @internal The resources of some types that are judged here, in the order in which they were collected. */
  judged(types: readonly string[]): readonly Resource[] {
    return this.#shared.index
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

  #inWords(type: string): string {
    return this.data.words?.(type) ?? type;
  }

  #looked(what: () => string): Proof {
    return told(() => {
      const { plane, at } = this.data.origin;
      return { plane, at, trail: [], value: `${what()} in ${this.data.readInFull}` };
    });
  }

  /** Whether a value at an edge's path means the target. What stands there is read once for all targets. */
  #reaches(source: Resource, path: string, target: Resource): Truth {
    const read = this.#along.get(source.node) ?? new Map<string, Many<Properties>>();
    this.#along.set(source.node, read);
    const values = read.get(path) ?? valuesAlong(source, path);
    read.set(path, values);
    return values.some((item) => refersTo(item.text(), target));
  }

  /** The places where resources of these types may be hidden; of any type where none are named. */
  #unseen(types?: readonly string[], among = this.data.notSeen): Open | undefined {
    const places = among.filter((place) => mayHold(place, types));
    if (places.length === 0) return undefined;
    return { deciders: places.map((place) => unseenDecider(place, this.data.origin)) };
  }

  #unseenFor(reading: Reading<string>, type: string): Open | undefined {
    // A reference names its target; only one whose target is not here may mean something that was not read.
    const referring = reading.isReference();
    const here = addressesIn(reading.value).every(
      (address) => this.#shared.index.atAddress(address) !== undefined,
    );
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

/** `keepsLogsOf` as a reader says it: "keeps logs of". */
function inWords(edge: string): string {
  return edge.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** @internal Whether resources of one of these types may be hidden in a place. */
export function mayHold(place: NotSeen, types: readonly string[] | undefined): boolean {
  if (types === undefined || (place.holds === undefined && place.lacks === undefined)) return true;
  return types.some((type) => place.holds?.includes(type) !== false && place.lacks?.includes(type) !== true);
}

/** @internal What would decide a place that was not seen. */
export function unseenDecider(place: NotSeen, fallback: Origin): Decider {
  const decidedBy = place.decidesMore === true ? place.decidedBy : `${place.what}: ${place.decidedBy}`;
  return { ...deciderAt('module-unavailable', decidedBy, place.origin ?? fallback), what: place.what };
}
