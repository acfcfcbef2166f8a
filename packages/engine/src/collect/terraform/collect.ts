import { inCode, type Origin } from '../../model/origin.ts';
import type { FactNode, NotSeen } from '../../model/resource.ts';
import { absent, known, unknown, type Value } from '../../model/value.ts';
import {
  type CollectedRoot,
  type Environment,
  type FileLedger,
  type Inputs,
  NO_ENVIRONMENT,
  type RootCandidate,
} from '../collected.ts';
import { environmentOfFolder, environmentOfValues } from '../environment.ts';
import { environmentFact, environmentInput } from '../environment-facts.ts';
import { archiveFacts } from './archives.ts';
import type { ModuleConfiguration } from './configuration.ts';
import { readInputs } from './inputs.ts';
import type { TerraformInstance } from './instance.ts';
import { LoadedFiles } from './loaded-files.ts';
import { mapInstances } from './mapping/map.ts';
import { joinPlanned } from './plan/join.ts';
import { placeIn } from './plan/planned.ts';
import type { ResourceInstance } from './resource-instance.ts';
import { firstPlace, followCalls, RootEvaluation } from './root.ts';
import type { TerraformSources } from './sources.ts';
import { stateFacts } from './state.ts';
import { type WorkspaceUse, workspaceIn, workspacesIn, workspaceValue } from './workspaces.ts';

/** One evaluated root, still in Terraform's vocabulary. */
export interface TerraformRoot {
  readonly root: RootCandidate;
  readonly instances: readonly TerraformInstance[];
  readonly notSeen: readonly NotSeen[];
  readonly facts: readonly FactNode[];
  readonly files: FileLedger;
  /** Values of the root's outputs, evaluated on asking. */
  readonly outputs: ReadonlyMap<string, () => Value>;
  /** Blocks without meaning for the assessment (`import`, `check`) or that we do not know, by type. */
  readonly otherBlocks: ReadonlyMap<string, number>;
  readonly environment: Value;
  readonly origin: Origin;
}

/** Reading files asks for an evaluation first, and what they say may ask for more files. */
const MAXIMUM_ROUNDS = 8;

const workspaceUses = new WeakMap<TerraformSources, Promise<WorkspaceUse>>();

/** What the code of a repository says of workspaces, looked up once. */
export function workspaceUse(sources: TerraformSources): Promise<WorkspaceUse> {
  let use = workspaceUses.get(sources);
  if (use === undefined) {
    use = workspacesIn(sources);
    workspaceUses.set(sources, use);
  }
  return use;
}

/** Evaluates a root module with the values of an environment. */
export async function collectTerraform(
  sources: TerraformSources,
  root: RootCandidate,
  environment: Environment,
  inputs: Inputs,
): Promise<TerraformRoot> {
  const configuration = await sources.module(root.path);
  const given = await readInputs(sources, configuration, environment, inputs);
  const calls = await followCalls(sources, configuration);
  const workspace = workspaceValue(await workspaceUse(sources), environment, inputs);
  const reading = { sources, configuration, calls, inputs: given, workspace, now: inputs.now };

  let files = new LoadedFiles(sources.repository, root.path);
  let evaluation = new RootEvaluation(reading, files);
  let instances = evaluated(evaluation);
  for (let round = 0; files.wanted.size > 0 && round < MAXIMUM_ROUNDS; round++) {
    await files.load();
    files = files.again();
    evaluation = new RootEvaluation(reading, files);
    instances = evaluated(evaluation);
  }

  const used = new Set([configuration]);
  for (const call of calls.values()) if ('configuration' in call) used.add(call.configuration);
  const modules = [...used];
  const skippedFiles = [...files.refused].map(([file, why]) => ({ file, why }));
  const module = evaluation.module;
  return {
    root,
    instances,
    notSeen: [...modules.flatMap((m) => m.notSeen), ...given.notSeen, ...evaluation.notSeen.values()],
    facts: [
      ...stateFacts(evaluation.module, root, sources.repository),
      ...archiveFacts(evaluation, root),
      environmentFact({
        own: hasOwnEnvironment(sources, configuration, given.ledger.read, environment),
        input: environmentInput([...configuration.variables.keys()].filter((name) => !given.writes(name))),
        mending: configuration.notSeen[0]?.decidedBy,
        at: firstPlace(configuration),
      }),
    ],
    files: {
      read: [...new Set([...modules.flatMap((m) => m.files), ...given.ledger.read, ...files.used])].sort(),
      partly: [...modules.flatMap((m) => m.partly), ...given.ledger.partly, ...evaluation.problems.values()],
      skipped: [...modules.flatMap((m) => m.skipped), ...given.ledger.skipped, ...skippedFiles],
    },
    outputs: new Map([...configuration.outputs.keys()].map((name) => [name, () => module.output(name)!])),
    otherBlocks: counted(modules.map((m) => m.others)),
    environment: environmentValue(root, environment, inCode(firstPlace(configuration))),
    origin: inCode({ ...firstPlace(configuration), what: root.path }),
  };
}

/** Evaluates a root module and says its resources in the words of the graph. */
export async function collectTerraformRoot(
  sources: TerraformSources,
  root: RootCandidate,
  environment: Environment,
  inputs: Inputs,
): Promise<CollectedRoot> {
  const terraform = await collectTerraform(sources, root, environment, inputs);
  const { planned } = inputs;
  const { instances, notSeen, notices } =
    planned === undefined ? { ...terraform, notices: [] } : joinPlanned(terraform, planned);
  // A plan without code is its own root.
  const alone = planned !== undefined && terraform.files.read.length === 0;
  const read = planned === undefined ? [] : [placeIn(planned, 'the whole').file];
  const files = { ...terraform.files, read: [...terraform.files.read, ...read] };
  const origin = alone ? inCode(placeIn(planned, 'the whole')) : terraform.origin;
  const { resources, unmapped, unmappedArguments } = mapInstances(instances, { notSeen });
  return {
    root,
    resources,
    notSeen,
    facts: terraform.facts,
    files,
    unmapped,
    unmappedArguments,
    environment: alone ? environmentOfPlan(environment, origin) : terraform.environment,
    origin,
    ...(planned === undefined ? {} : { planes: alone ? ['plan'] : ['code', 'plan'] }),
    ...(notices.length === 0 ? {} : { notices }),
  };
}

function evaluated(evaluation: RootEvaluation): TerraformInstance[] {
  const { instances } = evaluation.instances();
  for (const name of evaluation.module.configuration.outputs.keys()) evaluation.module.output(name);
  return instances.map(instanceOf);
}

function instanceOf(instance: ResourceInstance): TerraformInstance {
  const { address, type, name, exists, origin, symbolic } = instance;
  const region = instance.region();
  const base = {
    address,
    type,
    name,
    exists,
    config: instance.config(),
    meta: instance.meta(),
    origin,
    symbolic,
  };
  return region === undefined ? base : { ...base, region };
}

/** Whether values, a folder or the workspace of the chosen environment, or of one that may be chosen, are this root's. */
function hasOwnEnvironment(
  sources: TerraformSources,
  configuration: ModuleConfiguration,
  read: readonly string[],
  environment: Environment,
): boolean {
  const { folder } = configuration;
  const names = environment.name === undefined ? environment.known : [environment.name];
  const mayBeRead = sources.repository.paths.filter(
    (path) => folder === '.' || path.startsWith(`${folder}/`),
  );
  const values = environment.name === undefined ? mayBeRead : read;
  const spoken = workspaceIn(configuration) !== undefined;
  return names.some(
    (name) =>
      spoken ||
      folder.split('/').includes(name) ||
      values.some((path) => environmentOfValues(path, new Set([folder])) === name),
  );
}

function environmentValue(root: RootCandidate, environment: Environment, origin: Origin): Value {
  const name = environment.name ?? environmentOfFolder(root.path, []);
  if (name !== undefined) return known(name, origin);
  // A module is launched by whoever calls it, in an environment of theirs.
  if (root.role === 'module') {
    return unknown(
      'input-without-value',
      'the configuration that calls this module',
      origin,
      'the environment',
    );
  }
  // Where the repository knows no environments, what is assessed is what would be launched.
  if (environment.known.length === 0) return absent(origin, NO_ENVIRONMENT);
  return unknown('input-without-value', '--env NAME', origin, 'the environment');
}

/** A plan alone does not say which environments there are beside the one that it is for. */
function environmentOfPlan(environment: Environment, origin: Origin): Value {
  if (environment.name !== undefined) return known(environment.name, origin);
  return unknown('not-collected', '--env NAME, or the code of the plan', origin, 'the environment');
}

function counted(all: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const counts of all) for (const [type, n] of counts) sum.set(type, (sum.get(type) ?? 0) + n);
  return sum;
}
