import { ALWAYS, and, type Condition, not } from '../../../model/condition.ts';
import { Graph, Properties, Resource, refersTo } from '../../../model/graph.ts';
import type { NotSeen, ResourceNode } from '../../../model/resource.ts';
import {
  absent,
  known,
  listOf,
  type ObjectValue,
  objectOf,
  type Unknown,
  unknown,
  type Value,
} from '../../../model/value.ts';
import type { TerraformInstance } from '../instance.ts';
import {
  assemble,
  type Conversation,
  convert,
  isNothing,
  readArgument,
  setAt,
  targetsOf,
  withConstants,
} from './convert.ts';
import type { JoinRow } from './row.ts';
import { SERVICES } from './services/index.ts';

interface Joining {
  readonly instance: TerraformInstance;
  readonly row: JoinRow;
}

/** What one joining resource says about one property of one target. */
interface Contribution {
  readonly value: Value;
  readonly when: Condition;
  /** Set where it is open whether this target is meant. */
  readonly doubt?: Unknown;
}

/** Writes split resources into the resources that they configure. Those without a certain target stay on their own. */
export function joinAll(
  nodes: readonly ResourceNode[],
  joining: readonly Joining[],
  notSeen: readonly NotSeen[],
  about: (instance: TerraformInstance, kept: Map<string, Value>) => Conversation,
): { readonly targets: readonly ResourceNode[]; readonly left: readonly TerraformInstance[] } {
  const index = new TargetIndex(nodes);
  const sets = new Contributions();
  const appends = new Contributions();
  const kept = new Contributions();
  const left: TerraformInstance[] = [];
  const joined = new Map<ResourceNode, string[]>();
  for (const { instance, row } of joining) {
    const matches = index.matching(instance, row);
    const beside = new Map<string, Value>();
    const conversation = about(instance, beside);
    for (const match of matches) {
      if (match.doubt === undefined)
        joined.set(match.node, [...(joined.get(match.node) ?? []), instance.address]);
      const when = and(instance.exists, match.when);
      const doubt = match.doubt === undefined ? {} : { doubt: match.doubt };
      for (const [property, value] of settings(instance, row, conversation)) {
        sets.add(match.node, property, { value, when, ...doubt });
      }
      for (const [argument, value] of beside) kept.add(match.node, argument, { value, when, ...doubt });
      if (row.append !== undefined) {
        const value = member(instance, row, row.append.member, conversation);
        appends.add(match.node, row.append.to, { value, when, ...doubt });
      }
    }
    if (!matches.some((m) => m.doubt === undefined)) left.push(instance);
  }
  const targets = nodes.map((node) => {
    const set = withSettings(node, sets.of(node), notSeen);
    return withMembers(node, set, appends.of(node), notSeen);
  });
  return {
    targets: nodes.map((node, at) => {
      const addresses = joined.get(node);
      if (targets[at] === node.properties && addresses === undefined) return node;
      return {
        ...node,
        properties: targets[at]!,
        ...withArguments(node, kept.of(node)),
        ...(addresses === undefined ? {} : { joined: addresses }),
      };
    }),
    left,
  };
}

/** By top-level property of the target, since what is split off is a property as a whole. */
function settings(
  instance: TerraformInstance,
  row: JoinRow,
  about: Conversation,
): ReadonlyMap<string, Value> {
  if (row.set === undefined) return new Map();
  const converted = convert(row.set, withoutKeys(instance.config, row), about);
  const entries = withConstants(converted, row.constants, instance.origin);
  const whole = assemble(entries, instance.config);
  if (whole.open === undefined) return whole.members;
  const tops = new Set(targetsOf(row.set).map((path) => path.split('.')[0]!));
  return new Map([...tops].map((top) => [top, whole.members.get(top) ?? whole.open!]));
}

function member(
  instance: TerraformInstance,
  row: JoinRow,
  shape: NonNullable<JoinRow['append']>['member'],
  about: Conversation,
): Value {
  if (isArgument(shape)) return readArgument(instance.config, shape.argument);
  return assemble(convert(shape, withoutKeys(instance.config, row), about), instance.config);
}

function isArgument(shape: NonNullable<JoinRow['append']>['member']): shape is { readonly argument: string } {
  return Object.keys(shape).length === 1 && typeof shape['argument'] === 'string';
}

function withoutKeys(config: ObjectValue, row: JoinRow): ObjectValue {
  const written = new Set([...Object.keys(row.set ?? {}), ...Object.keys(row.append?.member ?? {})]);
  const members = new Map(config.members);
  for (const target of row.into) {
    const keys = typeof target.by === 'string' ? [target.by] : Object.keys(target.by);
    for (const key of keys) if (!written.has(key)) members.delete(key);
  }
  return { ...config, members };
}

class Contributions {
  readonly #byNode = new Map<ResourceNode, Map<string, Contribution[]>>();

  add(node: ResourceNode, property: string, contribution: Contribution): void {
    const properties = this.#byNode.get(node) ?? new Map<string, Contribution[]>();
    this.#byNode.set(node, properties);
    const same = properties.get(property);
    if (same === undefined) properties.set(property, [contribution]);
    else same.push(contribution);
  }

  of(node: ResourceNode): ReadonlyMap<string, readonly Contribution[]> {
    return this.#byNode.get(node) ?? new Map();
  }
}

/** Properties that split resources set, by target type: where something was not read, they may be set there. */
const SETTABLE = collect((row) =>
  [...targetsOf(row.set ?? {}), ...Object.keys(row.constants ?? {})].map((path) => path.split('.')[0]!),
);
const APPENDABLE = collect((row) => (row.append === undefined ? [] : [row.append.to]));

function collect(properties: (row: JoinRow) => readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const row of SERVICES.flatMap((service) => service.joins ?? [])) {
    for (const target of row.into) {
      const set = found.get(target.type) ?? new Set();
      for (const property of properties(row)) set.add(property);
      found.set(target.type, set);
    }
  }
  return found;
}

/** What joined resources say that is no property at AWS, beside what the target says itself. */
function withArguments(
  node: ResourceNode,
  contributions: ReadonlyMap<string, readonly Contribution[]>,
): Pick<ResourceNode, 'meta'> {
  if (contributions.size === 0) return {};
  const own = node.meta?.members.get('arguments');
  const members = new Map(own?.kind === 'object' ? own.members : []);
  for (const [argument, said] of contributions) {
    if (!members.has(argument)) members.set(argument, settle(said, undefined, absent(node.origin), node));
  }
  const meta = node.meta ?? objectOf(new Map(), node.origin);
  return { meta: setTop(meta, 'arguments', objectOf(members, node.origin)) };
}

function withSettings(
  node: ResourceNode,
  contributions: ReadonlyMap<string, readonly Contribution[]>,
  notSeen: readonly NotSeen[],
): ObjectValue {
  const unseen = elsewhere(notSeen, node);
  const settable = unseen === undefined ? [] : (SETTABLE.get(node.type) ?? []);
  let properties = node.properties;
  for (const property of new Set([...settable, ...contributions.keys()])) {
    const before = properties.members.get(property);
    const written = before !== undefined && !isNothing(before);
    const base: Value = before ?? unseen ?? properties.open ?? absent(node.properties.origin);
    const value = settle(contributions.get(property) ?? [], written ? before : undefined, base, node);
    if (!isNothing(value)) properties = setTop(properties, property, value);
  }
  return properties;
}

function withMembers(
  node: ResourceNode,
  properties: ObjectValue,
  contributions: ReadonlyMap<string, readonly Contribution[]>,
  notSeen: readonly NotSeen[],
): ObjectValue {
  const unseen = elsewhere(notSeen, node);
  const appendable = unseen === undefined ? [] : (APPENDABLE.get(node.type) ?? []);
  let whole = properties;
  for (const property of new Set([...appendable, ...contributions.keys()])) {
    const path = property.split('.');
    const added = contributions.get(property) ?? [];
    const extra = added.filter((c) => c.doubt === undefined).flatMap((c) => members(c, node));
    const hidden = added.find((c) => c.doubt === undefined && c.value.kind === 'list')?.value;
    const open =
      unseen ??
      added.find((c) => c.doubt !== undefined)?.doubt ??
      (hidden?.kind === 'list' ? hidden.open : undefined);
    const before = at(whole, path);
    const origin = added[0]?.value.origin ?? node.origin;
    whole = replaceAt(whole, path, appended(before, extra, open, origin)) as ObjectValue;
  }
  return whole;
}

function appended(
  before: Value | undefined,
  extra: readonly Value[],
  open: Unknown | undefined,
  origin: Value['origin'],
): Value {
  if (before === undefined || isNothing(before) || before.kind === 'absent')
    return listOf(extra, origin, open);
  switch (before.kind) {
    case 'list': {
      const unseen = before.open ?? open;
      return {
        ...before,
        items: [...before.items, ...extra],
        ...(unseen === undefined ? {} : { open: unseen }),
      };
    }
    case 'choice':
      return {
        ...before,
        whenTrue: appended(before.whenTrue, extra, open, origin),
        whenFalse: appended(before.whenFalse, extra, open, origin),
      };
    case 'unknown':
      return listOf(extra, before.origin, before);
    default:
      return listOf([before, ...extra], before.origin, open);
  }
}

/** A contribution that is a list adds each of its members. */
function members(contribution: Contribution, node: ResourceNode): readonly Value[] {
  const { value } = contribution;
  if (value.kind !== 'list') return [conditional(contribution, node)];
  return value.items.map((item) => conditional({ ...contribution, value: item }, node));
}

function conditional(contribution: Contribution, node: ResourceNode): Value {
  const { value, when } = contribution;
  if (when.op === 'always' || same(when, node.exists)) return value;
  return {
    kind: 'choice',
    condition: when,
    whenTrue: value,
    whenFalse: absent(value.origin),
    origin: value.origin,
  };
}

/** More open conditions than this on one property are not told apart. */
const MOST_CONDITIONS = 8;

/** One property as several resources and the target itself say it. */
function settle(
  contributions: readonly Contribution[],
  chosen: Value | undefined,
  base: Value,
  node: ResourceNode,
): Value {
  const [next, ...rest] = contributions;
  if (next === undefined) return chosen ?? base;
  const agreed = chosen === undefined || sameValue(chosen, next.value);
  const there = next.doubt ?? (agreed ? next.value : contradiction(next.value));
  const taken = agreed && (chosen !== undefined || next.doubt === undefined) ? next.value : there;
  const whenThere = settle(rest, taken, base, node);
  if (next.when.op === 'always' || same(next.when, node.exists)) return whenThere;
  if (rest.length > MOST_CONDITIONS) return contradiction(next.value);
  return {
    kind: 'choice',
    condition: next.when,
    whenTrue: whenThere,
    whenFalse: settle(rest, chosen, base, node),
    origin: next.value.origin,
  };
}

function contradiction(value: Value): Unknown {
  return unknown(
    'unresolved-expression',
    'one resource instead of several that contradict each other',
    value.origin,
  );
}

function elsewhere(notSeen: readonly NotSeen[], node: ResourceNode): Unknown | undefined {
  const place = notSeen.find(({ configures }) => configures?.includes(node.type) !== false);
  if (place === undefined) return undefined;
  return unknown('module-unavailable', `${place.what}: ${place.decidedBy}`, place.origin ?? node.origin);
}

function setTop(properties: ObjectValue, property: string, value: Value): ObjectValue {
  const members = new Map(properties.members);
  members.set(property, value);
  return { ...properties, members };
}

function at(value: Value | undefined, path: readonly string[]): Value | undefined {
  let current = value;
  for (const name of path) current = current?.kind === 'object' ? current.members.get(name) : undefined;
  return current;
}

function replaceAt(value: Value, path: readonly string[], replacement: Value): Value {
  const [name, ...rest] = path;
  if (name === undefined) return replacement;
  if (value.kind !== 'object') return setAt(value, path, replacement);
  const members = new Map(value.members);
  members.set(
    name,
    replaceAt(members.get(name) ?? objectOf(new Map(), replacement.origin), rest, replacement),
  );
  return { ...value, members };
}

function same(a: Condition, b: Condition): boolean {
  return a === b || (a.op === b.op && JSON.stringify(a) === JSON.stringify(b));
}

/** Whether two values are surely the same, wherever they were written. */
function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind === 'known' && b.kind === 'known') return a.value === b.value;
  if (a.kind === 'reference' && b.kind === 'reference')
    return a.to.address === b.to.address && a.to.attribute === b.to.attribute;
  if (a.kind === 'absent' && b.kind === 'absent') return a.default?.value === b.default?.value;
  if (a.kind === 'list' && b.kind === 'list') {
    return (
      a.open === undefined &&
      b.open === undefined &&
      a.items.length === b.items.length &&
      a.items.every((item, i) => sameValue(item, b.items[i]!))
    );
  }
  if (a.kind === 'object' && b.kind === 'object') {
    return (
      a.open === undefined &&
      b.open === undefined &&
      a.members.size === b.members.size &&
      [...a.members].every(([name, v]) => b.members.has(name) && sameValue(v, b.members.get(name)!))
    );
  }
  return false;
}

interface Named {
  readonly type: string;
  readonly by: string;
}

interface Match {
  readonly node: ResourceNode;
  readonly when: Condition;
  readonly doubt?: Unknown;
}

/** Finds the targets of a join by the rule that edges follow: reference, ARN or literal name. */
class TargetIndex {
  readonly #graph: Graph;
  readonly #byType = new Map<string, ResourceNode[]>();
  readonly #byAddress = new Map<string, ResourceNode>();
  /** Resources that stand for any number of instances, by their address without index. */
  readonly #byStem = new Map<string, ResourceNode[]>();
  readonly #byToken = new Map<string, Map<string, ResourceNode[]>>();
  readonly #byName = new Map<string, Map<string, ResourceNode[]>>();

  constructor(nodes: readonly ResourceNode[]) {
    for (const node of nodes) {
      push(this.#byType, node.type, node);
      push(this.#byStem, stem(node.address), node);
      this.#byAddress.set(node.address, node);
    }
    const origin = nodes[0]?.origin ?? {
      plane: 'code',
      at: { file: '<none>', line: 1, column: 1, endLine: 1, endColumn: 1 },
      trail: [],
    };
    this.#graph = new Graph({
      resources: [],
      notSeen: [],
      facts: [],
      edges: [],
      environment: known('', origin),
      defaults: () => undefined,
      readInFull: '',
      origin,
    });
  }

  matching(instance: TerraformInstance, row: JoinRow): readonly Match[] {
    return row.into.flatMap(({ type, by }) =>
      typeof by === 'string'
        ? this.#named(readArgument(instance.config, by), { type, by }, instance, { op: 'always' })
        : this.#agreeing(instance, type, Object.entries(by)),
    );
  }

  /** Targets of which several properties have to agree with what the joining resource says. */
  #agreeing(
    instance: TerraformInstance,
    type: string,
    keys: readonly (readonly [argument: string, property: string])[],
  ): readonly Match[] {
    const mine = keys.map(([argument]) => readArgument(instance.config, argument));
    return this.#sharing(type, keys[0]![1], mine[0]!).flatMap((node) => {
      let doubt: Unknown | undefined;
      for (const [place, [, property]] of keys.entries()) {
        const agreement = agree(mine[place]!, at(node.properties, property.split('.')), node);
        if (agreement === 'no') return [];
        if (agreement !== 'yes') doubt = agreement;
      }
      return [{ node, when: ALWAYS, ...(doubt === undefined ? {} : { doubt }) }];
    });
  }

  /** The resources whose property could be the same as `value`. */
  #sharing(type: string, property: string, value: Value): readonly ResourceNode[] {
    const key = `${type}.${property}`;
    let tokens = this.#byToken.get(key);
    if (tokens === undefined) {
      tokens = new Map();
      for (const node of this.#byType.get(type) ?? []) {
        push(tokens, `@${node.address}`, node);
        for (const token of tokensOf(at(node.properties, property.split('.')))) push(tokens, token, node);
      }
      this.#byToken.set(key, tokens);
    }
    const wanted = tokensOf(value);
    if (wanted.includes('')) return this.#byType.get(type) ?? [];
    return [...new Set(['', ...wanted].flatMap((token) => tokens.get(token) ?? []))];
  }

  #named(by: Value, target: Named, instance: TerraformInstance, when: Condition): readonly Match[] {
    switch (by.kind) {
      case 'choice':
        return [
          ...this.#named(by.whenTrue, target, instance, and(when, by.condition)),
          ...this.#named(by.whenFalse, target, instance, and(when, not(by.condition))),
        ];
      case 'list':
        return [
          ...by.items.flatMap((item) => this.#named(item, target, instance, when)),
          ...(by.open === undefined ? [] : this.#named(by.open, target, instance, when)),
        ];
      case 'absent':
        return [];
      default:
        return this.#candidates(by, target.type).flatMap((node) =>
          this.#match(by, node, target, instance, when),
        );
    }
  }

  #candidates(by: Value, type: string): readonly ResourceNode[] {
    const referred = by.kind === 'reference' ? by.to : by.kind === 'known' ? by.via : undefined;
    if (referred !== undefined) {
      const direct = this.#byAddress.get(referred.address);
      const near = (this.#byStem.get(stem(referred.address)) ?? []).filter(
        (node) => node !== direct && (isSymbolic(node.address) || isSymbolic(referred.address)),
      );
      const found = direct === undefined ? near : [direct, ...near];
      if (found.length > 0 || by.kind === 'reference') return found.filter((node) => node.type === type);
    }
    if (by.kind === 'known' && typeof by.value === 'string') return this.#ofName(type, by.value);
    return this.#byType.get(type) ?? [];
  }

  /** Those of that literal name, and those whose name is not known. */
  #ofName(type: string, text: string): readonly ResourceNode[] {
    let names = this.#byName.get(type);
    if (names === undefined) {
      names = new Map();
      for (const node of this.#byType.get(type) ?? []) {
        const path = node.identity?.name?.split('.') ?? [];
        const name = at(node.properties, path);
        push(names, name?.kind === 'known' ? `=${name.value}` : '', node);
      }
      this.#byName.set(type, names);
    }
    const ends = [text, ...[...text.matchAll(/[:/]/g)].map((m) => text.slice(m.index + 1))];
    return [...(names.get('') ?? []), ...ends.flatMap((end) => names.get(`=${end}`) ?? [])];
  }

  #match(
    by: Value,
    node: ResourceNode,
    target: Named,
    instance: TerraformInstance,
    when: Condition,
  ): readonly Match[] {
    const resource = new Resource(node, this.#graph);
    const place = { graph: this.#graph, type: instance.type, path: target.by };
    const truth = refersTo(new Properties(by, place).text(), resource);
    if (truth.state === 'no') {
      const referred =
        by.kind === 'reference' ? by.to.address : by.kind === 'known' ? by.via?.address : undefined;
      if (referred === undefined || stem(referred) !== stem(node.address)) return [];
      const doubt = unknown('unresolved-expression', `the keys of ${stem(node.address)}`, by.origin);
      return [{ node, when, doubt }];
    }
    if (truth.state === 'yes') return [{ node, when }];
    const [decider] = truth.deciders;
    const doubt = unknown(
      decider?.reason ?? 'unresolved-expression',
      decider?.decidedBy ?? 'the deployed value',
      by.origin,
    );
    return [{ node, when, doubt }];
  }
}

/** By what a value can be recognised; an empty token where it could be anything. */
function tokensOf(value: Value | undefined): readonly string[] {
  if (value?.kind === 'reference') return [`@${value.to.address}`];
  if (value?.kind !== 'known') return [''];
  return value.via === undefined ? [`=${value.value}`] : [`=${value.value}`, `@${value.via.address}`];
}

/** Whether a key of a joining resource agrees with a property of a target. */
function agree(mine: Value, its: Value | undefined, node: ResourceNode): 'yes' | 'no' | Unknown {
  const target = mine.kind === 'reference' ? mine.to : mine.kind === 'known' ? mine.via : undefined;
  if (target?.address === node.address) return 'yes';
  const open =
    its === undefined ? undefined : mine.kind === 'unknown' ? mine : its.kind === 'unknown' ? its : undefined;
  if (mine.kind === 'unknown' && its?.kind === 'unknown' && mine.expression !== undefined) {
    if (mine.expression === its.expression) return 'yes';
  }
  if (open !== undefined) return { ...open, origin: mine.origin };
  const shared = tokensOf(mine).filter((token) => token !== '' && tokensOf(its).includes(token));
  if (shared.length > 0) return 'yes';
  if (tokensOf(mine).includes('') || tokensOf(its).includes('')) {
    return unknown('unresolved-expression', 'the deployed value', mine.origin);
  }
  return 'no';
}

const INDEX = /\[[^\]]*\]/g;

function stem(address: string): string {
  return address.replace(INDEX, '');
}

function isSymbolic(address: string): boolean {
  return address.includes('[?]');
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
