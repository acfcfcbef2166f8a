import { and, type Condition } from '../../model/condition.ts';
import { inCode, type Location, type Origin } from '../../model/origin.ts';
import {
  known,
  listOf,
  objectOf,
  type Unknown,
  type UnknownReason,
  unknown,
  type Value,
  withOrigin,
} from '../../model/value.ts';
import { mapBranches } from './branches.ts';
import { alias, literalText, type ModuleConfiguration, traversalText } from './configuration.ts';
import { EvaluationError } from './evaluate/failure.ts';
import { usedAt } from './evaluate/origins.ts';
import type { Resolved, Scope, ScopeFiles } from './evaluate/scope.ts';
import { typeConstraint } from './evaluate/types.ts';
import { type Bindings, byCount, byEach, byEnabled, type Copy, type Expansion, SINGLE } from './expansion.ts';
import { LazyMembers } from './lazy.ts';
import { type ResourceInstance, resourceInstance } from './resource-instance.ts';
import type { RootEvaluation } from './root.ts';
import type { Block, Expression } from './syntax/tree.ts';

/** A provider configuration and the module in whose words it is written. */
export interface ProviderConfiguration {
  readonly block: Block;
  readonly module: ModuleInstance;
}

/** How a module came to be: the call in its parent, and which copy of it this is. */
interface CalledFrom {
  readonly parent: ModuleInstance;
  readonly call: Block;
  readonly bindings: Bindings;
}

/** One instance of a module with inputs of its own. Everything is evaluated when it is asked for, once. */
export class ModuleInstance {
  readonly root: RootEvaluation;
  readonly configuration: ModuleConfiguration;
  /** `module.network["a"]`; empty for the root. */
  readonly address: string;
  /** Names of the calls that led here, for the list of installed modules: `network.subnets`. */
  readonly key: string;
  readonly exists: Condition;
  readonly from: CalledFrom | undefined;
  readonly #values = new Map<string, Value>();
  readonly #underway: string[] = [];
  readonly #resources = new Map<string, ExpandedResource>();
  readonly #calls = new Map<string, ExpandedCall>();
  readonly #bindings: Bindings = {};

  constructor(
    root: RootEvaluation,
    configuration: ModuleConfiguration,
    address: string,
    key: string,
    exists: Condition,
    from?: CalledFrom,
  ) {
    this.root = root;
    this.configuration = configuration;
    this.address = address;
    this.key = key;
    this.exists = exists;
    this.from = from;
  }

  /** `aws_sqs_queue.q` as the whole graph knows it: `module.a.aws_sqs_queue.q`. */
  absolute(name: string): string {
    return this.address === '' ? name : `${this.address}.${name}`;
  }

  /** Whether this stands for any number of instances. */
  get symbolic(): boolean {
    return this.from !== undefined && (this.address.endsWith('[?]') || this.from.parent.symbolic);
  }

  /** The calls that led here, the nearest first. */
  callTrail(): readonly Location[] {
    if (this.from === undefined) return [];
    const call = this.from.call;
    return [{ ...call.at, what: `module.${call.labels[0]}` }, ...this.from.parent.callTrail()];
  }

  /** What names mean in this module, with the bindings of one copy of a block. */
  scope(bindings: Bindings = this.#bindings, extra?: ReadonlyMap<string, Value>): Scope {
    return new ModuleScope(this, bindings, extra);
  }

  evaluate(expression: Expression, bindings?: Bindings, extra?: ReadonlyMap<string, Value>): Value {
    return this.root.evaluator.evaluate(expression, this.scope(bindings, extra));
  }

  variable(name: string): Value | undefined {
    const block = this.configuration.variables.get(name);
    if (block === undefined) return undefined;
    return this.#once(`var.${name}`, block.at, () => this.#input(name, block));
  }

  local(name: string): Value | undefined {
    const attribute = this.configuration.locals.get(name);
    if (attribute === undefined) return undefined;
    return this.#once(`local.${name}`, attribute.at, () => {
      const overridden = this.overridden(`local.${name}`, attribute.at);
      if (overridden !== undefined) return overridden;
      const value = this.evaluate(attribute.value);
      return named(value, attribute.at, `local.${name}`);
    });
  }

  output(name: string): Value | undefined {
    const block = this.configuration.outputs.get(name);
    if (block === undefined) return undefined;
    return this.#once(`output.${name}`, block.at, () => {
      const attribute = block.body.attributes.get('value');
      if (attribute === undefined) return known(null, inCode(block.at));
      const value = this.evaluate(attribute.value);
      return named(value, attribute.at, `output ${name}`);
    });
  }

  resource(kind: 'resource' | 'data', type: string, name: string): ExpandedResource | undefined {
    const key = `${kind}.${type}.${name}`;
    let resource = this.#resources.get(key);
    if (resource === undefined) {
      const store = kind === 'resource' ? this.configuration.resources : this.configuration.data;
      const block = store.get(`${type}.${name}`);
      if (block === undefined) return undefined;
      resource = new ExpandedResource(this, kind, block);
      this.#resources.set(key, resource);
    }
    return resource;
  }

  call(name: string): ExpandedCall | undefined {
    let call = this.#calls.get(name);
    if (call === undefined) {
      const block = this.configuration.calls.get(name);
      if (block === undefined) return undefined;
      call = new ExpandedCall(this, name, block);
      this.#calls.set(name, call);
    }
    return call;
  }

  /** The provider configuration behind `aws` or `aws.east`, as passed or inherited. */
  provider(reference: string): ProviderConfiguration | undefined {
    const [name, wanted] = reference.split('.') as [string, string?];
    const passed = this.from?.call.body.attributes.get('providers')?.value;
    if (this.from !== undefined && passed?.kind === 'object') {
      // The keys here are names of providers, not expressions: `aws.replica = aws.west`.
      const nameOf = (key: Expression) => traversalText(key.kind === 'broken' ? (key.written ?? key) : key);
      const entry = passed.entries.find((e) => nameOf(e.key) === reference);
      const theirs = entry && traversalText(entry.value);
      if (theirs !== undefined) return this.from.parent.provider(theirs);
    }
    const block = this.configuration.providers.find((p) => p.labels[0] === name && alias(p) === wanted);
    if (block !== undefined) return { block, module: this };
    return wanted === undefined ? this.from?.parent.provider(name) : undefined;
  }

  #input(name: string, block: Block): Value {
    const at: Location = { ...block.at, what: `variable ${name}` };
    const attributes = block.body.attributes;
    const given = this.from === undefined ? this.root.input(name, block) : this.#argument(name, this.from);
    const fallback = attributes.get('default');
    const nullable = attributes.get('nullable')?.value;
    const refusesNull = nullable?.kind === 'literal' && nullable.value === false;
    const ofDefault = (): Value | undefined => {
      if (fallback === undefined) return undefined;
      const value = this.evaluate(fallback.value);
      return withOrigin(value, {
        ...value.origin,
        at: { ...fallback.at, what: `default of var.${name}` },
        trail: value.origin.trail,
      });
    };
    let value = given;
    if (value !== undefined && refusesNull && fallback !== undefined) {
      value = mapBranches(value, (v) => (v.kind === 'known' && v.value === null ? ofDefault()! : v));
    }
    value ??= this.overridden(`var.${name}`, block.at) ?? ofDefault();
    const address = this.absolute(`var.${name}`);
    if (value === undefined) {
      return unknown('input-without-value', `a value for ${address}`, inCode(at), address);
    }
    const converted = this.#converted(value, attributes.get('type')?.value);
    const seen = usedAt(converted, at);
    const sensitive = attributes.get('sensitive')?.value;
    const hides = sensitive?.kind === 'literal' && sensitive.value === true;
    return hides ? this.root.hide(seen) : seen;
  }

  /** What does not fit its type stays as it is: Terraform would refuse it, and validity is not ours to judge. */
  #converted(value: Value, type: Expression | undefined): Value {
    if (type === undefined) return value;
    // In the JSON syntax a type is a text.
    const text = literalText(type);
    const written =
      text === undefined ? type : this.root.parser.parseExpression(type.at.file, text).expression;
    try {
      const converted = this.root.evaluator.convert(value, typeConstraint(written), this.scope());
      return 'value' in converted ? converted.value : value;
    } catch (error) {
      if (error instanceof EvaluationError) return value;
      throw error;
    }
  }

  #argument(name: string, from: CalledFrom): Value | undefined {
    const attribute = from.call.body.attributes.get(name);
    if (attribute === undefined) return undefined;
    const value = from.parent.evaluate(attribute.value, from.bindings);
    return named(value, attribute.at, `module.${from.call.labels[0]}`);
  }

  /** Evaluates once; what depends on itself is an unknown that names the circle. */
  #once(name: string, at: Location, make: () => Value): Value {
    const before = this.#values.get(name);
    if (before !== undefined) return before;
    const circle = this.#underway.indexOf(name);
    if (circle >= 0) return this.root.circle([...this.#underway.slice(circle), name], at, this);
    this.#underway.push(name);
    try {
      const value = make();
      this.#values.set(name, value);
      return value;
    } finally {
      this.#underway.pop();
    }
  }

  /** A name that nothing declares: lost to a syntax error where there is one, else a mistake. */
  undeclared(name: string, at: Location): Unknown {
    const lost = this.configuration.notSeen[0];
    const reason: UnknownReason = lost === undefined ? 'unresolved-expression' : 'not-readable';
    const decidedBy = lost?.decidedBy ?? `a declaration of ${this.absolute(name)}`;
    return unknown(reason, decidedBy, inCode(at), this.absolute(name));
  }

  /** What is there while Terraform runs, and kept nowhere. */
  ephemeral(name: string, at: Location): Unknown {
    const address = this.absolute(name);
    return unknown('data-source', `the run (${address} is opened for it alone)`, inCode(at), address);
  }

  /** A definition that may stand in a part of this module, or of those that call it, that could not be read. */
  lostDefinition(name: string, at: Location): Unknown | undefined {
    const lost = this.configuration.notSeen[0];
    if (lost === undefined) return this.from?.parent.lostDefinition(name, at);
    return unknown('not-readable', lost.decidedBy, inCode(at), this.absolute(name));
  }

  /** What an override file may say instead, where one could not be read in full. */
  overridden(name: string, at: Location): Unknown | undefined {
    const lost = this.configuration.lostOverride;
    if (lost === undefined) return undefined;
    return unknown('not-readable', lost.decidedBy, inCode(at), this.absolute(name));
  }

  expand(block: Block, name: string): Expansion {
    const count = block.body.attributes.get('count');
    const forEach = block.body.attributes.get('for_each');
    if (count !== undefined) {
      return byCount(named(this.evaluate(count.value), count.at, `count of ${name}`), this.absolute(name));
    }
    if (forEach !== undefined) {
      return byEach(
        named(this.evaluate(forEach.value), forEach.at, `for_each of ${name}`),
        this.absolute(name),
      );
    }
    const lifecycle = block.body.blocks.find((b) => b.type === 'lifecycle');
    const enabled = lifecycle?.body.attributes.get('enabled');
    if (enabled !== undefined) {
      return byEnabled(
        named(this.evaluate(enabled.value), enabled.at, `enabled of ${name}`),
        this.absolute(name),
      );
    }
    return SINGLE;
  }
}

/** A `resource` or `data` block with all its copies. */
export class ExpandedResource {
  readonly module: ModuleInstance;
  readonly kind: 'resource' | 'data';
  readonly block: Block;
  readonly type: string;
  readonly name: string;
  readonly #instances = new Map<string, ResourceInstance>();
  #expansion: Expansion | undefined;
  #expanding = false;

  constructor(module: ModuleInstance, kind: 'resource' | 'data', block: Block) {
    this.module = module;
    this.kind = kind;
    this.block = block;
    this.type = block.labels[0]!;
    this.name = block.labels[1]!;
  }

  /** `aws_sqs_queue.q` or `data.aws_ami.a`, as its module calls it. */
  get local(): string {
    return `${this.kind === 'data' ? 'data.' : ''}${this.type}.${this.name}`;
  }

  get expansion(): Expansion {
    if (this.#expansion !== undefined) return this.#expansion;
    if (this.#expanding) {
      const circle = this.module.root.circle([this.local, this.local], this.block.at, this.module);
      return byCount(circle, this.module.absolute(this.local));
    }
    this.#expanding = true;
    this.#expansion = this.module.expand(this.block, this.local);
    this.#expanding = false;
    return this.#expansion;
  }

  get instances(): readonly ResourceInstance[] {
    return this.expansion.copies.map((copy) => this.instance(copy));
  }

  instance(copy: Copy): ResourceInstance {
    let instance = this.#instances.get(copy.suffix);
    if (instance === undefined) {
      instance = resourceInstance(this, copy);
      this.#instances.set(copy.suffix, instance);
    }
    return instance;
  }

  /** `aws_x.y` with the attribute that follows, where one does. */
  resolve(attribute: string | undefined): Resolved {
    const used = this.kind === 'data' ? 2 : 1;
    if (this.expansion.shape === 'single') {
      const only = this.instance(this.expansion.copies[0]!);
      if (attribute === undefined) return { value: only.object(), used };
      return { value: only.attribute(attribute), used: used + 1 };
    }
    const value = collected(this.expansion, inCode(this.block.at), (copy) => this.instance(copy).object());
    return { value: value, used };
  }
}

/** A `module` block with all its copies. */
export class ExpandedCall {
  readonly parent: ModuleInstance;
  readonly name: string;
  readonly block: Block;
  readonly #modules = new Map<string, ModuleInstance | undefined>();
  #expansion: Expansion | undefined;
  #expanding = false;

  constructor(parent: ModuleInstance, name: string, block: Block) {
    this.parent = parent;
    this.name = name;
    this.block = block;
  }

  get expansion(): Expansion {
    if (this.#expansion !== undefined) return this.#expansion;
    const local = `module.${this.name}`;
    if (this.#expanding) {
      return byCount(
        this.parent.root.circle([local, local], this.block.at, this.parent),
        this.parent.absolute(local),
      );
    }
    this.#expanding = true;
    this.#expansion = this.parent.expand(this.block, local);
    this.#expanding = false;
    return this.#expansion;
  }

  /** The instances that could be read. */
  get modules(): readonly ModuleInstance[] {
    return this.expansion.copies.flatMap((copy) => this.module(copy) ?? []);
  }

  module(copy: Copy): ModuleInstance | undefined {
    if (!this.#modules.has(copy.suffix)) this.#modules.set(copy.suffix, this.#make(copy));
    return this.#modules.get(copy.suffix);
  }

  #make(copy: Copy): ModuleInstance | undefined {
    const local = `module.${this.name}`;
    const configuration = this.parent.root.called(this.parent, this.block);
    if (configuration === undefined) return undefined;
    const key = this.parent.key === '' ? this.name : `${this.parent.key}.${this.name}`;
    return new ModuleInstance(
      this.parent.root,
      configuration,
      `${this.parent.absolute(local)}${copy.suffix}`,
      key,
      and(this.parent.exists, copy.exists),
      { parent: this.parent, call: this.block, bindings: copy.bindings },
    );
  }

  resolve(output: string | undefined): Resolved {
    if (this.expansion.shape === 'single') {
      const only = this.expansion.copies[0]!;
      if (output === undefined) return { value: this.#outputs(only), used: 1 };
      return { value: this.#output(only, output), used: 2 };
    }
    const value = collected(this.expansion, inCode(this.block.at), (copy) => this.#outputs(copy));
    return { value: value, used: 1 };
  }

  #outputs(copy: Copy): Value {
    const names = this.module(copy)?.configuration.outputs.keys() ?? [];
    const origin = inCode({ ...this.block.at, what: `module.${this.name}` });
    const members = new LazyMembers(names, (name) => this.#output(copy, name));
    return { kind: 'object', members, origin, as: 'object' };
  }

  #output(copy: Copy, name: string): Value {
    const module = this.module(copy);
    const local = `module.${this.name}${copy.suffix}`;
    const at = { ...this.block.at, what: local };
    if (module === undefined) {
      const { what, decidedBy } = this.parent.root.unavailable(this.parent, this.block);
      return unknown(
        'module-unavailable',
        `${what}: ${decidedBy}`,
        inCode(at),
        this.parent.absolute(`${local}.${name}`),
      );
    }
    const value = module.output(name);
    if (value === undefined) return module.undeclared(`output ${name}`, at);
    return usedAt(value, at);
  }
}

/** All copies as one value, open conditions kept as choices between collections. */
function collected(expansion: Expansion, origin: Origin, object: (copy: Copy) => Value): Value {
  const bySuffix = new Map(expansion.copies.map((copy) => [copy.suffix, copy]));
  const symbolic = expansion.copies.find((copy) => copy.symbolic);
  return mapBranches(expansion.by ?? known(null, origin), (branch): Value => {
    const own = expansion.shape === 'list' ? byCount(branch, '') : byEach(branch, '');
    const certain = own.copies.filter((copy) => !copy.symbolic).flatMap((c) => bySuffix.get(c.suffix) ?? []);
    const open =
      own.copies.some((copy) => copy.symbolic) && symbolic !== undefined
        ? openOf(symbolic, branch)
        : undefined;
    if (expansion.shape === 'list') {
      const items = certain.map(object);
      const any = open === undefined ? undefined : object(symbolic!);
      if (any !== undefined) items.push(any);
      return {
        ...listOf(items, origin, open),
        as: 'tuple',
        ...(any !== undefined && items.length === 1 ? { any } : {}),
      };
    }
    const members = new LazyMembers(
      certain.map((copy) => String(copy.key)),
      (key) => {
        const copy = bySuffix.get(`[${JSON.stringify(key)}]`);
        if (copy !== undefined && certain.includes(copy)) return object(copy);
        return open === undefined ? undefined : object(symbolic!);
      },
    );
    const any = open !== undefined && certain.length === 0 ? { any: object(symbolic!) } : {};
    return { ...objectOf(members, origin, open), as: 'object', ...any };
  });
}

function openOf(symbolic: Copy, branch: Value): Unknown {
  if (branch.kind === 'unknown') return branch;
  const any = symbolic.bindings.index ?? symbolic.bindings.each?.value;
  if (any?.kind === 'unknown') return any;
  return unknown('unresolved-expression', 'the members of for_each', branch.origin);
}

/** A value as something named holds it: the place is the definition, the expression's own places follow. */
function named(value: Value, at: Location, what: string): Value {
  return withOrigin(value, { ...value.origin, at: { ...at, what } });
}

class ModuleScope implements Scope {
  readonly #module: ModuleInstance;
  readonly #bindings: Bindings;
  readonly #extra: ReadonlyMap<string, Value> | undefined;

  constructor(module: ModuleInstance, bindings: Bindings, extra: ReadonlyMap<string, Value> | undefined) {
    this.#module = module;
    this.#bindings = bindings;
    this.#extra = extra;
  }

  get files(): ScopeFiles {
    return this.#module.root.files;
  }

  get now(): Date {
    return this.#module.root.now;
  }

  resolve(name: string, steps: readonly string[], at: Location): Resolved | undefined {
    const extra = this.#extra?.get(name);
    if (extra !== undefined) return { value: extra, used: 0 };
    const [first, second, third] = steps;
    const module = this.#module;
    switch (name) {
      case 'var':
        if (first === undefined) return undefined;
        return one(module.variable(first) ?? module.undeclared(`var.${first}`, at));
      case 'local':
        if (first === undefined) return undefined;
        return one(module.local(first) ?? module.undeclared(`local.${first}`, at));
      case 'each': {
        const each = this.#bindings.each;
        if (each === undefined || (first !== 'key' && first !== 'value')) return undefined;
        return one(each[first]);
      }
      case 'count':
        return this.#bindings.index === undefined || first !== 'index'
          ? undefined
          : one(this.#bindings.index);
      case 'path':
        return first === undefined ? undefined : one(module.root.path(first, module, at));
      case 'terraform':
        return first === 'workspace' ? one(module.root.workspace) : undefined;
      case 'module':
        if (first === undefined) return undefined;
        return module.call(first)?.resolve(second) ?? one(module.undeclared(`module.${first}`, at));
      case 'ephemeral':
        if (first === undefined || second === undefined) return undefined;
        return { value: module.ephemeral(`ephemeral.${first}.${second}`, at), used: 2 };
      case 'data': {
        if (first === undefined || second === undefined) return undefined;
        const found = module.resource('data', first, second);
        return found?.resolve(third) ?? { value: module.undeclared(`data.${first}.${second}`, at), used: 2 };
      }
      default: {
        if (first === undefined) return undefined;
        const found = module.resource('resource', name, first);
        if (found !== undefined) return found.resolve(second);
        return name.includes('_') ? one(module.undeclared(`${name}.${first}`, at)) : undefined;
      }
    }
  }
}

function one(value: Value): Resolved {
  return { value, used: 1 };
}
