import { type Holdings, heldByPublicModule } from '../../knowledge/terraform-modules.ts';
import { ALWAYS } from '../../model/condition.ts';
import { inCode, type Location } from '../../model/origin.ts';
import type { NotSeen } from '../../model/resource.ts';
import { known, type Unknown, unknown, type Value } from '../../model/value.ts';
import { join } from '../files/paths.ts';
import { mapBranches } from './branches.ts';
import { literalText, type ModuleConfiguration, traversalText } from './configuration.ts';
import type { Evaluator } from './evaluate/evaluate.ts';
import { sensitive } from './evaluate/worlds.ts';
import type { RootInputs } from './inputs.ts';
import type { LoadedFiles } from './loaded-files.ts';
import { possibleTypes } from './mapping/possible-types.ts';
import { ModuleInstance } from './module.ts';
import type { ResourceInstance } from './resource-instance.ts';
import type { TerraformSources } from './sources.ts';
import type { TerraformParser } from './syntax/parse.ts';
import type { Block } from './syntax/tree.ts';

/** A module call that was followed before evaluation: its configuration, or why there is none. */
export type FollowedCall = { readonly configuration: ModuleConfiguration } | { readonly notSeen: NotSeen };

/** Everything that is read before the evaluation of a root starts. */
export interface RootReading {
  readonly sources: TerraformSources;
  readonly configuration: ModuleConfiguration;
  /** By the names of the calls that lead there: `network.subnets`. */
  readonly calls: ReadonlyMap<string, FollowedCall>;
  readonly inputs: RootInputs;
  readonly workspace: (at: Location) => Value;
  readonly now: Date;
}

/** Module calls deeper or more than this are not followed. */
const MAXIMUM_DEPTH = 40;
const MAXIMUM_CALLS = 5_000;
const MAXIMUM_INSTANCES = 20_000;

/** One evaluation of a root module. */
export class RootEvaluation {
  readonly files: LoadedFiles;
  readonly evaluator: Evaluator;
  readonly parser: TerraformParser;
  readonly now: Date;
  readonly module: ModuleInstance;
  /** Circles of definitions, for the ledger. */
  readonly problems = new Map<
    string,
    { readonly file: string; readonly line: number; readonly why: string }
  >();
  /** Module calls that exist, or may exist, and could not be read. */
  readonly notSeen = new Map<string, NotSeen>();
  readonly #reading: RootReading;
  readonly #moved = new Map<string, { address: string; at: Location }>();

  constructor(reading: RootReading, files: LoadedFiles) {
    this.#reading = reading;
    this.files = files;
    this.evaluator = reading.sources.evaluator;
    this.parser = reading.sources.parser;
    this.now = reading.now;
    this.module = new ModuleInstance(this, reading.configuration, '', '', ALWAYS);
    this.#readMoved(this.module.configuration, '');
  }

  get workspace(): Value {
    return this.#reading.workspace(firstPlace(this.module.configuration));
  }

  input(name: string, block: Block): Value | undefined {
    return this.#reading.inputs.value(name, block, this.module.scope());
  }

  /** Tags for everything that another tool may write into a provider of its own. */
  get writtenTags(): Unknown | undefined {
    return this.#reading.inputs.writtenTags;
  }

  /** `path.module` and its siblings, as expressions in this root see them. */
  path(name: string, module: ModuleInstance, at: Location): Value {
    const root = this.module.configuration.folder;
    switch (name) {
      case 'module':
        return known(relative(root, module.configuration.folder), inCode(at));
      case 'root':
        return known('.', inCode(at));
      case 'cwd': {
        const folder = this.#reading.sources.repository.root;
        return known(root === '.' ? folder : `${folder}/${root}`, inCode(at));
      }
      default:
        return module.undeclared(`path.${name}`, at);
    }
  }

  /** A definition that depends on itself. */
  circle(names: readonly string[], at: Location, module: ModuleInstance): Unknown {
    const path = names.join(' → ');
    const why = `a circle: ${path}`;
    this.problems.set(`${at.file}:${path}`, { file: at.file, line: at.line, why });
    return unknown(
      'unresolved-expression',
      `breaking the circle ${path}`,
      inCode(at),
      module.absolute(names[0]!),
    );
  }

  /** A value that must not be printed. What is not known stays as it is: there is nothing to print. */
  hide(value: Value): Value {
    return mapBranches(value, (v): Value => {
      if (v.kind === 'unknown' || v.kind === 'reference' || v.kind === 'sensitive' || v.kind === 'absent')
        return v;
      return sensitive(v);
    });
  }

  /** The configuration that a call leads to; where there is none, the call is noted as not seen. */
  called(parent: ModuleInstance, call: Block): ModuleConfiguration | undefined {
    const followed = this.#reading.calls.get(keyOf(parent.key, call));
    if (followed !== undefined && 'configuration' in followed) return followed.configuration;
    const notSeen = this.unavailable(parent, call);
    this.notSeen.set(notSeen.what, notSeen);
    return undefined;
  }

  unavailable(parent: ModuleInstance, call: Block): NotSeen {
    const followed = this.#reading.calls.get(keyOf(parent.key, call));
    if (followed !== undefined && 'notSeen' in followed) return followed.notSeen;
    return notSeenCall(parent.key, call, 'too many module calls', 'fewer module calls');
  }

  /** The former address of a resource, where a `moved` block says so. */
  movedFrom(address: string): { readonly address: string; readonly at: Location } | undefined {
    for (let prefix = address; prefix !== ''; prefix = shorter(prefix)) {
      const moved = this.#moved.get(prefix);
      if (moved !== undefined) return { address: moved.address + address.slice(prefix.length), at: moved.at };
    }
    return undefined;
  }

  /** All resource instances that exist or may exist, parents before their modules. */
  instances(): {
    readonly instances: readonly ResourceInstance[];
    readonly modules: readonly ModuleInstance[];
  } {
    const instances: ResourceInstance[] = [];
    const modules: ModuleInstance[] = [];
    const visit = (module: ModuleInstance): void => {
      if (instances.length > MAXIMUM_INSTANCES) return;
      modules.push(module);
      for (const block of module.configuration.resources.values()) {
        const resource = module.resource('resource', block.labels[0]!, block.labels[1]!);
        if (resource !== undefined) instances.push(...resource.instances);
      }
      for (const name of module.configuration.calls.keys()) {
        for (const inner of module.call(name)?.modules ?? []) visit(inner);
      }
    };
    visit(this.module);
    if (instances.length > MAXIMUM_INSTANCES) {
      const what = `resources after the first ${MAXIMUM_INSTANCES}`;
      this.notSeen.set(what, { what, why: 'too many resources in one root', decidedBy: 'smaller roots' });
    }
    return { instances: instances.filter((i) => i.exists.op !== 'never'), modules };
  }

  #readMoved(configuration: ModuleConfiguration, prefix: string): void {
    for (const block of configuration.moved) {
      const from = block.body.attributes.get('from')?.value;
      const to = block.body.attributes.get('to')?.value;
      const before = from && traversalText(from);
      const after = to && traversalText(to);
      if (before !== undefined && after !== undefined) {
        this.#moved.set(prefix + after, { address: prefix + before, at: block.at });
      }
    }
    // Modules under `count` or `for_each` have no one address; their moves are left alone.
    for (const [name, call] of configuration.calls) {
      if (call.body.attributes.has('count') || call.body.attributes.has('for_each')) continue;
      const key = `${prefix.replaceAll('module.', '')}${name}`;
      const followed = this.#reading.calls.get(key);
      if (followed !== undefined && 'configuration' in followed) {
        this.#readMoved(followed.configuration, `${prefix}module.${name}.`);
      }
    }
  }
}

/** Reads the configurations of all module calls under a root. */
export async function followCalls(
  sources: TerraformSources,
  root: ModuleConfiguration,
): Promise<ReadonlyMap<string, FollowedCall>> {
  const installed = await installedModules(sources, root.folder);
  const calls = new Map<string, FollowedCall>();
  const follow = async (
    caller: ModuleConfiguration,
    key: string,
    chain: readonly string[],
  ): Promise<void> => {
    for (const call of caller.calls.values()) {
      if (calls.size >= MAXIMUM_CALLS) return;
      const inner = keyOf(key, call);
      const found = locate(sources, caller.folder, call, installed.get(inner), key, chain);
      if (typeof found !== 'string') {
        calls.set(inner, { notSeen: found });
        continue;
      }
      const configuration = await sources.module(found);
      calls.set(inner, { configuration });
      await follow(configuration, inner, [...chain, found]);
    }
  };
  await follow(root, '', [root.folder]);
  return calls;
}

/** The folder that a call leads to, or why it leads nowhere. */
function locate(
  sources: TerraformSources,
  callerFolder: string,
  call: Block,
  installed: string | undefined,
  parentKey: string,
  chain: readonly string[],
): string | NotSeen {
  const sourceAttribute = call.body.attributes.get('source');
  const source = sourceAttribute && literalText(sourceAttribute.value);
  const notSeen = (why: string, decidedBy: string): NotSeen => notSeenCall(parentKey, call, why, decidedBy);
  if (source === undefined)
    return notSeen('its source is not a literal', `a literal source of module.${call.labels[0]}`);
  const isLocal = source.startsWith('./') || source.startsWith('../') || source === '.' || source === '..';
  const folder = isLocal ? join(callerFolder, source) : installed;
  const notDownloaded = (): NotSeen => {
    const held = heldBy(source, call);
    const open = held !== undefined && 'known' in held;
    return {
      ...notSeen(
        open ? `not downloaded, and what it holds is known only of releases ${held.known}` : 'not downloaded',
        'run terraform init',
      ),
      ...(held === undefined || open ? {} : possibleTypes(held.types)),
    };
  };
  if (!isLocal && folder === undefined) return notDownloaded();
  if (folder === undefined)
    return notSeen(
      'its source leads out of the assessed folder',
      `assessing a folder that contains ${source}`,
    );
  if (chain.includes(folder)) return notSeen('calls itself', `removing the call of ${folder} by itself`);
  if (chain.length > MAXIMUM_DEPTH)
    return notSeen('too many modules inside each other', 'fewer nested modules');
  if (sources.folders.has(folder)) return folder;
  const why = sources.repository.leftOut(`${folder}/main.tf`);
  if (!isLocal) return notDownloaded();
  return notSeen(why ?? `no Terraform files in ${folder}`, `the files of ${folder}`);
}

/** What can be hidden in a public module that was not downloaded; nothing is said of others. */
function heldBy(source: string, call: Block): Holdings | undefined {
  const version = call.body.attributes.get('version')?.value;
  // A version that is not literal may be any.
  return heldByPublicModule(source, version && (literalText(version) ?? ''));
}

function notSeenCall(parentKey: string, call: Block, why: string, decidedBy: string): NotSeen {
  const key = keyOf(parentKey, call);
  const sourceAttribute = call.body.attributes.get('source');
  const source = (sourceAttribute && literalText(sourceAttribute.value)) ?? 'source not literal';
  const address = key
    .split('.')
    .map((name) => `module.${name}`)
    .join('.');
  return { what: `${address} (${source})`, why, decidedBy, origin: inCode(call.at) };
}

/** Where `terraform init` put modules, by key. */
async function installedModules(
  sources: TerraformSources,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const manifest = join(folder, '.terraform/modules/modules.json');
  if (manifest === undefined || !sources.repository.has(manifest)) return found;
  const text = await sources.repository.text(manifest);
  if (text.kind !== 'text') return found;
  try {
    const { Modules } = JSON.parse(text.text) as { Modules?: { Key?: unknown; Dir?: unknown }[] };
    for (const { Key, Dir } of Modules ?? []) {
      const inside = typeof Dir === 'string' ? join(folder, Dir) : undefined;
      if (typeof Key === 'string' && Key !== '' && inside !== undefined) found.set(Key, inside);
    }
  } catch {
    // A broken manifest is the same as none: modules are then not downloaded.
  }
  return found;
}

function keyOf(parentKey: string, call: Block): string {
  return parentKey === '' ? call.labels[0]! : `${parentKey}.${call.labels[0]}`;
}

/** The path from one folder to another, as Terraform writes `path.module`. */
function relative(from: string, to: string): string {
  if (from === to) return '.';
  const start = from === '.' ? [] : from.split('/');
  const end = to === '.' ? [] : to.split('/');
  let same = 0;
  while (same < start.length && start[same] === end[same]) same++;
  return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/');
}

/** An address without its last step or index. */
function shorter(address: string): string {
  const cut = Math.max(address.lastIndexOf('.'), address.endsWith(']') ? address.lastIndexOf('[') : -1);
  return cut < 0 ? '' : address.slice(0, cut);
}

/** Where a module as a whole is shown: its `terraform` block, else the top of `main.tf` or of its first file. */
export function firstPlace(configuration: ModuleConfiguration): Location {
  const settings = configuration.settings[0];
  if (settings !== undefined) return settings.at;
  const main = configuration.files.find((path) => /(^|\/)main\.(tf|tofu)$/.test(path));
  const file = main ?? configuration.files[0] ?? configuration.folder;
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
