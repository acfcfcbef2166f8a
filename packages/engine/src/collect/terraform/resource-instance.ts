import { and, type Condition } from '../../model/condition.ts';
import { inCode, type Location, type Origin } from '../../model/origin.ts';
import {
  known,
  listOf,
  type ObjectValue,
  objectOf,
  reference,
  unknown,
  type Value,
  withOrigin,
} from '../../model/value.ts';
import { type EvaluateWith, hasBlocks, memberOf, namesIn } from './body.ts';
import { alias, traversalText } from './configuration.ts';
import type { Copy } from './expansion.ts';
import { LazyMembers } from './lazy.ts';
import type { ExpandedResource, ModuleInstance, ProviderConfiguration } from './module.ts';
import { policyDocument } from './policy-document.ts';
import type { Block } from './syntax/tree.ts';
import { mergeTags } from './tags.ts';

/** One copy of a `resource` or `data` block; arguments are evaluated when they are asked for. */
export interface ResourceInstance {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly exists: Condition;
  readonly symbolic: boolean;
  readonly origin: Origin;
  /** An argument or the list of its nested blocks, as configured. */
  argument(name: string): Value | undefined;
  /** What others see: a configured value that is known, else a reference (data: unknown). */
  attribute(name: string): Value;
  /** The instance as one value. */
  object(): Value;
  config(): ObjectValue;
  meta(): ObjectValue;
  region(): Value | undefined;
}

/** Words of Terraform itself, not arguments of the resource. */
const META: ReadonlySet<string> = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'lifecycle',
  'provisioner',
  'connection',
]);

/** Only the provider decides these, whatever stands in the configuration. */
const COMPUTED: ReadonlySet<string> = new Set(['id', 'arn']);

/** Arguments that identify the resource: others that use them mean the resource, not the text. */
const IDENTIFYING =
  /^(name|bucket|key_id|family|identifier|domain|url|alias|.*_(name|identifier|id|arn|domain))$/;

export function resourceInstance(resource: ExpandedResource, copy: Copy): ResourceInstance {
  return resource.kind === 'data' ? new DataCopy(resource, copy) : new ResourceCopy(resource, copy);
}

abstract class BlockCopy implements ResourceInstance {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly exists: Condition;
  readonly symbolic: boolean;
  readonly origin: Origin;
  readonly block: Block;
  readonly module: ModuleInstance;
  readonly #evaluate: EvaluateWith;
  readonly #arguments = new Map<string, Value | undefined>();
  readonly #underway = new Set<string>();
  readonly #local: string;

  constructor(resource: ExpandedResource, copy: Copy) {
    this.block = resource.block;
    this.module = resource.module;
    this.type = resource.type;
    this.name = resource.name;
    this.#local = `${resource.local}${copy.suffix}`;
    this.address = resource.module.absolute(this.#local);
    this.exists = and(resource.module.exists, copy.exists);
    this.symbolic = copy.symbolic || resource.module.symbolic;
    const calls = resource.module.callTrail();
    this.origin = { ...inCode({ ...resource.block.at, what: this.#local }), trail: calls };
    this.#evaluate = (expression, iterators) =>
      resource.module.evaluate(expression, copy.bindings, iterators);
  }

  argument(name: string): Value | undefined {
    if (META.has(name)) return undefined;
    if (this.#arguments.has(name)) return this.#arguments.get(name);
    if (this.#underway.has(name)) {
      const local = `${this.#local}.${name}`;
      return this.module.root.circle([local, local], this.block.at, this.module);
    }
    this.#underway.add(name);
    try {
      const value = this.evaluateArgument(name);
      this.#arguments.set(name, value);
      return value;
    } finally {
      this.#underway.delete(name);
    }
  }

  evaluateArgument(name: string): Value | undefined {
    const overridden = this.module.overridden(`${this.#local}.${name}`, this.block.at);
    if (overridden !== undefined) return overridden;
    return memberOf(this.block.body, name, this.#evaluate);
  }

  names(): Iterable<string> {
    return [...namesIn(this.block.body)].filter((name) => !META.has(name));
  }

  config(): ObjectValue {
    const members = new Map<string, Value>();
    for (const name of this.names()) {
      const value = this.argument(name);
      if (value !== undefined) members.set(name, value);
    }
    return objectOf(members, this.origin, this.module.overridden(this.#local, this.block.at));
  }

  object(): Value {
    const listed = new Set([...this.names(), 'id', 'arn']);
    const members = new LazyMembers(listed, (name) => this.attribute(name));
    return { kind: 'object', members, origin: this.origin, as: 'object' };
  }

  /** A configured argument as another place sees it. */
  seen(value: Value, name: string): Value {
    return withOrigin(value, {
      ...value.origin,
      at: { ...value.origin.at, what: `${this.#local}.${name}` },
    });
  }

  abstract attribute(name: string): Value;

  meta(): ObjectValue {
    const members = new Map<string, Value>();
    const { attributes, blocks } = this.block.body;
    const lifecycle = blocks.find((block) => block.type === 'lifecycle');
    if (lifecycle !== undefined) members.set('lifecycle', this.#lifecycle(lifecycle));
    const dependsOn = attributes.get('depends_on');
    if (dependsOn?.value.kind === 'tuple') {
      members.set('depends_on', this.#addresses(dependsOn.value.items, dependsOn.at, true));
    }
    const provider = attributes.get('provider');
    const providerText = provider && traversalText(provider.value);
    if (providerText !== undefined) members.set('provider', known(providerText, inCode(provider!.at)));
    const provisioners = blocks.filter((block) => block.type === 'provisioner');
    if (provisioners.length > 0) {
      const types = provisioners.map((p) => known(p.labels[0] ?? '', inCode(p.at)));
      members.set('provisioner', listOf(types, inCode(provisioners[0]!.at)));
    }
    const before = this.module.root.movedFrom(this.address);
    if (before !== undefined) members.set('movedFrom', known(before.address, inCode(before.at)));
    return objectOf(members, this.origin);
  }

  region(): Value | undefined {
    const own = this.argument('region');
    if (own !== undefined && own.kind !== 'absent') return own;
    const provider = this.provider();
    if (provider === undefined) return this.module.lostDefinition('provider', this.origin.at);
    const region = provider.block.body.attributes.get('region');
    return region === undefined ? undefined : provider.module.evaluate(region.value);
  }

  provider(): ProviderConfiguration | undefined {
    const written = this.block.body.attributes.get('provider');
    const local = (written && traversalText(written.value)) ?? this.type.split('_')[0]!;
    return this.module.provider(local);
  }

  #lifecycle(block: Block): Value {
    const members = new Map<string, Value>();
    for (const [name, attribute] of block.body.attributes) {
      if (attribute.value.kind === 'tuple') {
        members.set(name, this.#addresses(attribute.value.items, attribute.at, false));
      } else {
        const all = name === 'ignore_changes' ? traversalText(attribute.value) : undefined;
        const origin = inCode(attribute.at);
        members.set(name, all === undefined ? this.module.evaluate(attribute.value) : known(all, origin));
      }
    }
    return objectOf(members, inCode(block.at));
  }

  #addresses(items: readonly Parameters<typeof traversalText>[0][], at: Location, absolute: boolean): Value {
    const texts = items.flatMap((item) => {
      const text = traversalText(item);
      if (text === undefined) return [];
      return [known(absolute ? this.module.absolute(text) : text, inCode(item.at))];
    });
    return listOf(texts, inCode(at));
  }
}

class ResourceCopy extends BlockCopy {
  override evaluateArgument(name: string): Value | undefined {
    if (name !== 'tags_all') return super.evaluateArgument(name);
    return mergeTags(this.#defaultTags(), this.argument('tags'), this.origin);
  }

  override names(): Iterable<string> {
    const names = super.names();
    return this.type.startsWith('aws_') ? new Set([...names, 'tags_all']) : names;
  }

  attribute(name: string): Value {
    const computed = (): Value => reference({ address: this.address, attribute: name }, this.origin);
    if (COMPUTED.has(name)) return computed();
    const argument = this.argument(name);
    if (argument === undefined || argument.kind === 'absent') return computed();
    const value = hasBlocks(this.block.body, name) ? this.#withComputed(argument, name) : argument;
    switch (value.kind) {
      case 'known': {
        if (value.value === null) return computed();
        const { around: _, ...whole } = value;
        return this.seen({ ...whole, via: { address: this.address, attribute: name } }, name);
      }
      case 'unknown':
      case 'composed':
      case 'choice':
        return IDENTIFYING.test(name) ? computed() : this.seen(value, name);
      default:
        return this.seen(value, name);
    }
  }

  /** Nested blocks as others see them: what is not written there is decided by the provider. */
  #withComputed(value: Value, path: string): Value {
    switch (value.kind) {
      case 'list': {
        const isBlock = (item: Value) => item.kind === 'object' || item.kind === 'choice';
        return {
          ...value,
          items: value.items.map((item, i) =>
            isBlock(item) ? this.#withComputed(item, `${path}[${i}]`) : item,
          ),
        };
      }
      case 'choice': {
        const [whenTrue, whenFalse] = [value.whenTrue, value.whenFalse].map((v) =>
          this.#withComputed(v, path),
        );
        return { ...value, whenTrue: whenTrue!, whenFalse: whenFalse! };
      }
      case 'object': {
        const { members } = value;
        const member = (name: string): Value => {
          const written = members.get(name);
          const nothing = written === undefined || (written.kind === 'known' && written.value === null);
          if (nothing)
            return reference({ address: this.address, attribute: `${path}.${name}` }, value.origin);
          return written.kind === 'list' ? this.#withComputed(written, `${path}.${name}`) : written;
        };
        return { ...value, members: new LazyMembers(members.keys(), member) };
      }
      default:
        return value;
    }
  }

  #defaultTags(): Value | undefined {
    const provider = this.provider();
    if (provider === undefined)
      return this.module.root.writtenTags ?? this.module.lostDefinition('provider', this.origin.at);
    const blocks = provider.block.body.blocks.filter((block) => block.type === 'default_tags');
    const tags = blocks[0]?.body.attributes.get('tags');
    if (tags === undefined) return undefined;
    const value = provider.module.evaluate(tags.value);
    return withOrigin(value, { ...value.origin, at: { ...tags.at, what: 'default_tags' } });
  }
}

class DataCopy extends BlockCopy {
  attribute(name: string): Value {
    if (this.type === 'aws_iam_policy_document' && (name === 'json' || name === 'minified_json')) {
      return policyDocument(this, name === 'minified_json');
    }
    const value = COMPUTED.has(name) ? undefined : this.argument(name);
    if (value !== undefined && value.kind !== 'absent' && !(value.kind === 'known' && value.value === null)) {
      return this.seen(value, name);
    }
    return unknown(
      'data-source',
      `the account (${this.address} is looked up at deployment)`,
      this.origin,
      `${this.address}.${name}${this.isOfDeployment() ? '' : ' of another provider'}`,
    );
  }

  /** Whether it is looked up with the provider that the root uses where nothing else is said. */
  protected isOfDeployment(): boolean {
    const provider = this.provider();
    const isUsual = provider === undefined || (alias(provider.block) === undefined && !provider.module.from);
    return isUsual && this.argument('region') === undefined;
  }
}
