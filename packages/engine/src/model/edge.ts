import type { GraphData } from './graph.ts';
import type { EdgeRule, ResourceNode } from './resource.ts';
import type { Value } from './value.ts';

interface Candidate {
  readonly node: ResourceNode;
  readonly rules: readonly EdgeRule[];
}

/**
 * Finds, for a resource and an edge, the resources that could name it, without comparing everything with everything.
 * It may name too many, never too few; whether a candidate really does is decided where it is asked.
 */
export class EdgeIndex {
  readonly #byType = new Map<string, ResourceNode[]>();
  readonly #byAddress = new Map<string, ResourceNode>();
  /** Where each resource stands among all. */
  readonly #order = new Map<ResourceNode, number>();
  /** By the name of the relation, then by the type of its target too: the same for all roots. */
  readonly #named: ReadonlyMap<string, readonly EdgeRule[]>;
  readonly #byRelation: Map<string, readonly EdgeRule[]>;
  readonly #byEdge = new Map<EdgeRule, EdgeTargets>();
  readonly #called = new Map<ResourceNode, Called>();

  constructor(data: GraphData) {
    const { named, byRelation } = relationsOf(data.edges);
    this.#named = named;
    this.#byRelation = byRelation;
    for (const node of data.resources) {
      this.#order.set(node, this.#order.size);
      this.#byAddress.set(node.address, node);
      const same = this.#byType.get(node.type);
      if (same === undefined) this.#byType.set(node.type, [node]);
      else same.push(node);
    }
  }

  ofType(type: string): readonly ResourceNode[] {
    return this.#byType.get(type) ?? [];
  }

  /** The resources of several types, in the order in which they were collected. */
  ofTypes(types: readonly string[]): readonly ResourceNode[] {
    const there = types.filter((type) => this.#byType.has(type));
    const [only] = there;
    if (only === undefined || there.length === 1) return only === undefined ? [] : this.ofType(only);
    const place = (node: ResourceNode) => this.#order.get(node) ?? 0;
    return [...new Set(there)].flatMap((type) => this.ofType(type)).sort((a, b) => place(a) - place(b));
  }

  atAddress(address: string): ResourceNode | undefined {
    return this.#byAddress.get(address);
  }

  sources(edge: string, target: ResourceNode): readonly Candidate[] {
    let called: Called | undefined;
    let found: Map<ResourceNode, { node: ResourceNode; rules: EdgeRule[] }> | undefined;
    for (const rule of this.#relating(edge, target.type)) {
      const targets = this.#targetsOf(rule);
      if (targets.isEmpty) continue;
      called ??= this.#calledBy(target);
      for (const node of targets.naming(called)) {
        found ??= new Map();
        const known = found.get(node);
        if (known === undefined) found.set(node, { node, rules: [rule] });
        else known.rules.push(rule);
      }
    }
    return found === undefined ? NONE : [...found.values()];
  }

  #calledBy(target: ResourceNode): Called {
    const before = this.#called.get(target);
    if (before !== undefined) return before;
    const called = calledBy(target);
    this.#called.set(target, called);
    return called;
  }

  /** The types whose resources can stand in this relation to a resource of a type. */
  typesThat(edge: string, target: string): readonly string[] {
    return this.#relating(edge, target).map((rule) => rule.from);
  }

  #relating(edge: string, target: string): readonly EdgeRule[] {
    const key = `${edge} ${target}`;
    const before = this.#byRelation.get(key);
    if (before !== undefined) return before;
    const rules = (this.#named.get(edge) ?? []).filter((rule) => rule.to.includes(target));
    this.#byRelation.set(key, rules);
    return rules;
  }

  #targetsOf(rule: EdgeRule): EdgeTargets {
    const known = this.#byEdge.get(rule);
    if (known !== undefined) return known;
    const targets = new EdgeTargets();
    const path = rule.path.split('.').flatMap((p) => (p.includes('[') ? [p.slice(0, p.indexOf('['))] : [p]));
    for (const node of this.ofType(rule.from))
      collect(
        node.properties,
        path.filter((p) => p !== ''),
        targets,
        node,
      );
    this.#byEdge.set(rule, targets);
    return targets;
  }
}

interface Relations {
  readonly named: ReadonlyMap<string, readonly EdgeRule[]>;
  readonly byRelation: Map<string, readonly EdgeRule[]>;
}

/** The rules are a table of the product: looked through once, whatever number of roots there is. */
function relationsOf(rules: readonly EdgeRule[]): Relations {
  const before = RELATIONS.get(rules);
  if (before !== undefined) return before;
  const relations = { named: Map.groupBy(rules, (rule) => rule.edge), byRelation: new Map() };
  RELATIONS.set(rules, relations);
  return relations;
}

const RELATIONS = new WeakMap<readonly EdgeRule[], Relations>();

const NONE: readonly Candidate[] = [];

/** Which resources name what: by address, by text, or by something that cannot be seen. */
class EdgeTargets {
  readonly #byAddress = new Map<string, Set<ResourceNode>>();
  /** By the address without instance keys: all references, and those to an instance that stands for any number. */
  readonly #byBlock = new Map<string, Set<ResourceNode>>();
  readonly #bySymbol = new Map<string, Set<ResourceNode>>();
  readonly #byText = new Map<string, Set<ResourceNode>>();
  readonly #anything = new Set<ResourceNode>();

  /** Whether nothing stands there in any resource, as with most relations of most roots. */
  get isEmpty(): boolean {
    return this.#byAddress.size === 0 && this.#byText.size === 0 && this.#anything.size === 0;
  }

  add(node: ResourceNode, to: { address?: string; text?: string }): void {
    if (to.address !== undefined) {
      addTo(this.#byAddress, to.address, node);
      addTo(this.#byBlock, withoutKeys(to.address), node);
      if (isSymbolic(to.address)) addTo(this.#bySymbol, withoutKeys(to.address), node);
    }
    if (to.text !== undefined) for (const name of namesIn(to.text)) addTo(this.#byText, name, node);
  }

  addUnseen(node: ResourceNode): void {
    this.#anything.add(node);
  }

  naming({ addresses, block, symbolic, name }: Called): Iterable<ResourceNode> {
    const sets = [this.#anything];
    for (const address of addresses) {
      const found = this.#byAddress.get(address);
      if (found !== undefined) sets.push(found);
    }
    const similar = (symbolic ? this.#byBlock : this.#bySymbol).get(block);
    if (similar !== undefined) sets.push(similar);
    if (name === ANY_NAME) sets.push(...this.#byText.values());
    else if (name !== undefined) {
      const found = this.#byText.get(name);
      if (found !== undefined) sets.push(found);
    }
    const filled = sets.filter((set) => set.size > 0);
    return filled.length < 2 ? (filled[0] ?? this.#anything) : new Set(filled.flatMap((set) => [...set]));
  }
}

/** What a resource may be called by: its own addresses, and its name where the code has one. */
interface Called {
  readonly addresses: readonly string[];
  readonly block: string;
  readonly symbolic: boolean;
  readonly name: string | typeof ANY_NAME | undefined;
}

/** Stands for a name that cannot be seen. */
const ANY_NAME = Symbol('any name');

function calledBy(target: ResourceNode): Called {
  const { address, joined = [] } = target;
  return {
    addresses: [address, ...joined],
    block: withoutKeys(address),
    symbolic: isSymbolic(address),
    name: ownName(target),
  };
}

function ownName({ identity, properties }: ResourceNode): Called['name'] {
  if (identity?.name === undefined) return undefined;
  let value: Value | undefined = properties;
  for (const step of identity.name.split('.'))
    value = value?.kind === 'object' ? (value.members.get(step) ?? value.open) : value;
  if (value === undefined || value.kind === 'absent') return undefined;
  return value.kind === 'known' ? String(value.value) : ANY_NAME;
}

function addTo(map: Map<string, Set<ResourceNode>>, key: string, node: ResourceNode): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([node]));
  else set.add(node);
}

/** Whether an address stands for any number of instances. */
export function isSymbolic(address: string): boolean {
  return address.includes('[?]');
}

/** An address without the keys of its instances: the same for all copies of a block. */
export function withoutKeys(address: string): string {
  if (!address.includes('[')) return address;
  return address.replace(/\[(?:"(?:\\.|[^"\\])*"|\d+|\?)\]/g, '');
}

/** How the address ends at which a gateway calls a function: what it calls stands before. */
export const INVOCATIONS = /\/(?:response-streaming-)?invocations$/;

/** The names that a text can mean: itself, and for an ARN what follows its last colons and slashes. */
function namesIn(text: string): readonly string[] {
  const bare = text.replace(/(:\*|\/\*)$/, '').replace(INVOCATIONS, '');
  const names = new Set([text, bare]);
  for (let at = bare.search(/[:/]/); at !== -1; ) {
    names.add(bare.slice(at + 1));
    const next = bare.slice(at + 1).search(/[:/]/);
    at = next === -1 ? -1 : at + 1 + next;
  }
  return [...names];
}

function collect(value: Value, path: readonly string[], targets: EdgeTargets, node: ResourceNode): void {
  switch (value.kind) {
    case 'object': {
      const [name, ...rest] = path;
      if (name === undefined) return;
      const member = value.members.get(name);
      if (member !== undefined) collect(member, rest, targets, node);
      else if (value.open !== undefined) targets.addUnseen(node);
      return;
    }
    case 'list':
      for (const item of value.items) collect(item, path, targets, node);
      if (value.open !== undefined) targets.addUnseen(node);
      return;
    case 'choice':
      collect(value.whenTrue, path, targets, node);
      collect(value.whenFalse, path, targets, node);
      return;
    case 'reference':
      targets.add(node, { address: value.to.address });
      return;
    case 'known':
      if (value.structure !== undefined && path.length > 0) {
        collect(value.structure, path, targets, node);
        return;
      }
      if (value.via !== undefined) targets.add(node, { address: value.via.address });
      if (typeof value.value === 'string') targets.add(node, { text: value.value });
      return;
    case 'composed':
      if (value.structure !== undefined && path.length > 0) {
        collect(value.structure, path, targets, node);
        return;
      }
      for (const part of value.parts) collect(part, [], targets, node);
      if (value.parts.some((p) => p.kind === 'unknown' || p.kind === 'choice')) targets.addUnseen(node);
      return;
    case 'unknown':
    case 'sensitive':
      targets.addUnseen(node);
      return;
    case 'absent':
  }
}
