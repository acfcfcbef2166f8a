import { withoutKeys } from '../../../model/edge.ts';
import type { ReferenceTarget } from '../../../model/value.ts';
import {
  isObject,
  type Json,
  type JsonObject,
  memberIn,
  objectIn,
  objectsIn,
  textIn,
  textsIn,
} from './json.ts';

/** Chains of outputs and variables longer than this are not followed. */
const MAXIMUM_STEPS = 60;

/**
 * The part of a plan that says how its values were written: which expressions stand where, and what they refer to.
 * https://developer.hashicorp.com/terraform/internals/json-format#configuration-representation
 */
export class Configuration {
  readonly #root: Json | undefined;
  readonly #providers: JsonObject;
  readonly #blocks = new Map<string, ReadonlyMap<string, JsonObject>>();

  constructor(json: Json | undefined) {
    this.#root = memberIn(json, 'root_module');
    this.#providers = objectIn(memberIn(json, 'provider_config'));
  }

  /** The addresses, without keys, of everything that the root module itself declares: resources and module calls. */
  declared(): ReadonlySet<string> {
    const calls = Object.keys(objectIn(memberIn(this.#root, 'module_calls'))).map((name) => `module.${name}`);
    const resources = resourcesIn(this.#root).flatMap((resource) => textIn(resource['address']) ?? []);
    return new Set([...calls, ...resources]);
  }

  /** The addresses of blocks that make one resource whatever the values are. */
  single(): readonly string[] {
    return singleIn(this.#root, '', 0);
  }

  /** Whether a module was read when the plan was made, by its address without keys. */
  hasModule(address: string): boolean {
    return this.#module(pathOf(address)) !== undefined;
  }

  /** Whether a block of this address stands in the configuration. */
  hasBlock(address: string): boolean {
    return this.#block(address) !== undefined;
  }

  /** The expressions of the arguments of a resource; `undefined` where its block is not shown. */
  expressions(address: string): JsonObject | undefined {
    const block = this.#block(address);
    return block === undefined ? undefined : objectIn(block['expressions']);
  }

  /** The expression of the region of the provider of a resource. */
  region(address: string): Json | undefined {
    return memberIn(this.#provider(address), 'region');
  }

  /** Whether the provider of a resource has tags for all of its resources; true where that is not shown. */
  hasDefaultTags(address: string): boolean {
    const expressions = this.#provider(address);
    return expressions === undefined || memberIn(expressions, 'default_tags') !== undefined;
  }

  /**
   * The one attribute of a resource that an expression refers to, through outputs and variables of modules;
   * `undefined` where it refers to several, or to something whose value is not shown.
   */
  target(
    expression: Json | undefined,
    resource: string,
    isThere: (address: string) => boolean,
  ): ReferenceTarget | undefined {
    const found = new Map<string, ReferenceTarget>();
    const { module } = partsOf(resource);
    const open = this.#follow(expression, module, isThere, found, 0);
    return open || found.size !== 1 ? undefined : [...found.values()][0];
  }

  /** Adds what an expression refers to; true where a part of it leads to something that is not shown. */
  #follow(
    expression: Json | undefined,
    module: string,
    isThere: (address: string) => boolean,
    found: Map<string, ReferenceTarget>,
    step: number,
  ): boolean {
    if (step > MAXIMUM_STEPS) return true;
    const references = textsIn(memberIn(expression, 'references'));
    const wholes = references.filter(
      (r) => !references.some((other) => other.startsWith(`${r}.`) || other.startsWith(`${r}[`)),
    );
    let open = false;
    for (const reference of wholes) {
      const [head = '', name = '', attribute] = stepsOf(reference);
      if (head === 'var') {
        // The variables of the root have values in the plan: nothing that apply decides comes from there.
        if (module === '') continue;
        const { parent, call } = lastCall(module);
        const block = memberIn(memberIn(this.#module(pathOf(parent)), 'module_calls'), call);
        const argument = memberIn(memberIn(block, 'expressions'), withoutKeys(name));
        if (argument !== undefined) open = this.#follow(argument, parent, isThere, found, step + 1) || open;
      } else if (head === 'module') {
        const inner = join(module, `module.${name}`);
        const outputs = memberIn(this.#module(pathOf(inner)), 'outputs');
        const output = attribute === undefined ? undefined : memberIn(outputs, withoutKeys(attribute));
        if (output === undefined) open = true;
        else open = this.#follow(memberIn(output, 'expression'), inner, isThere, found, step + 1) || open;
      } else if (OPAQUE.has(head) || attribute === undefined) open = true;
      else {
        const address = join(module, `${head}.${name}`);
        if (isThere(address)) found.set(`${address}.${attribute}`, { address, attribute });
        else if (!this.hasBlock(address) || isThere(`${address}[0]`)) open = true;
      }
    }
    return open;
  }

  /** The expressions of the provider that a resource is made with. A provider without a block is not listed. */
  #provider(address: string): Json | undefined {
    const key = textIn(this.#block(address)?.['provider_config_key']);
    if (key === undefined) return undefined;
    return memberIn(memberIn(this.#providers, key), 'expressions') ?? {};
  }

  #block(address: string): JsonObject | undefined {
    const { module, local } = partsOf(address);
    return this.#blocksOf(withoutKeys(module)).get(withoutKeys(local));
  }

  /** The blocks of a module by their address in it. */
  #blocksOf(module: string): ReadonlyMap<string, JsonObject> {
    let blocks = this.#blocks.get(module);
    if (blocks === undefined) {
      const found = resourcesIn(this.#module(pathOf(module)));
      blocks = new Map(found.map((block) => [textIn(block['address']) ?? '', block]));
      this.#blocks.set(module, blocks);
    }
    return blocks;
  }

  #module(path: readonly string[]): Json | undefined {
    let module = this.#root;
    for (const name of path) {
      const call = memberIn(memberIn(module, 'module_calls'), name);
      module = memberIn(call, 'module');
    }
    return isObject(module) ? module : undefined;
  }
}

/** Heads of references to values that the configuration does not show. */
const OPAQUE: ReadonlySet<string> = new Set([
  'local',
  'each',
  'count',
  'self',
  'data',
  'path',
  'terraform',
  'ephemeral',
]);

function resourcesIn(module: Json | undefined): readonly JsonObject[] {
  return objectsIn(memberIn(module, 'resources')).filter((resource) => resource['mode'] === 'managed');
}

function singleIn(module: Json | undefined, prefix: string, depth: number): string[] {
  if (depth > MAXIMUM_STEPS) return [];
  const isOne = (block: JsonObject) =>
    block['count_expression'] === undefined && block['for_each_expression'] === undefined;
  const own = resourcesIn(module)
    .filter(isOne)
    .flatMap((resource) => join(prefix, textIn(resource['address']) ?? ''));
  const calls = Object.entries(objectIn(memberIn(module, 'module_calls')));
  return [
    ...own,
    ...calls.flatMap(([name, call]) =>
      isObject(call) && isOne(call)
        ? singleIn(call['module'], join(prefix, `module.${name}`), depth + 1)
        : [],
    ),
  ];
}

/** The parts of an address or reference between its dots; keys in brackets stay with their part. */
export function stepsOf(address: string): readonly string[] {
  return address.match(/(?:[^.["\]]|\[(?:"(?:\\.|[^"\\])*"|[^\]"]*)\])+/g) ?? [];
}

/** The module and the rest of the address of a resource. */
export function partsOf(address: string): { readonly module: string; readonly local: string } {
  const steps = stepsOf(address);
  let at = 0;
  while (steps[at] === 'module') at += 2;
  return { module: steps.slice(0, at).join('.'), local: steps.slice(at).join('.') };
}

/** The names of the calls that lead to a module: `module.a["x"].module.b` is `a`, `b`. */
function pathOf(module: string): readonly string[] {
  return stepsOf(module)
    .filter((_, i) => i % 2 === 1)
    .map(withoutKeys);
}

function lastCall(module: string): { readonly parent: string; readonly call: string } {
  const steps = stepsOf(module);
  return { parent: steps.slice(0, -2).join('.'), call: withoutKeys(steps.at(-1) ?? '') };
}

function join(module: string, local: string): string {
  return module === '' ? local : `${module}.${local}`;
}
