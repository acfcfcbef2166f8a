import { ALWAYS } from '../../../model/condition.ts';
import { withoutKeys } from '../../../model/edge.ts';
import type { Location, Origin } from '../../../model/origin.ts';
import type { NotSeen } from '../../../model/resource.ts';
import { known, objectOf, unknown, type Value } from '../../../model/value.ts';
import type { TerraformInstance } from '../instance.ts';
import { knownArguments } from './arguments.ts';
import { partsOf, stepsOf } from './configuration.ts';
import { objectIn, textIn, textsIn } from './json.ts';
import { type Difference, type Merging, mergedArguments } from './merge.ts';
import { type Planned, type PlannedResource, placeIn } from './planned.ts';

/** The part of an evaluated root that a plan or state has something to say about. */
export interface Joinable {
  readonly instances: readonly TerraformInstance[];
  readonly notSeen: readonly NotSeen[];
}

export interface Joined extends Joinable {
  readonly notices: readonly string[];
}

/**
 * The resources of the code as the plan or state says them, joined by their addresses. The plan decides values and,
 * where it is whole, which resources there are; a module that could not be read is seen in it.
 */
export function joinPlanned(code: Joinable, planned: Planned): Joined {
  const first = joinedInstances(code, planned, false);
  // Where a literal differs, the code is not what was planned, and what else it knows may differ unseen.
  const { instances, differences } =
    first.differences.length === 0
      ? first
      : { ...joinedInstances(code, planned, true), differences: first.differences };
  const left = leftInCode(code.instances, planned);
  return {
    instances: [...instances, ...left.kept],
    notSeen: [...code.notSeen.filter((n) => !isShown(n, planned)), ...restOf(planned, code)],
    notices: [
      ...planned.notices,
      ...differenceNotice(differences, planned),
      ...codeOnlyNotice(left.reported, planned),
      ...planOnlyNotice(code, planned),
    ],
  };
}

function joinedInstances(
  code: Joinable,
  planned: Planned,
  stale: boolean,
): { readonly instances: readonly TerraformInstance[]; readonly differences: readonly Difference[] } {
  const byAddress = new Map(code.instances.map((instance) => [instance.address, instance]));
  const symbolic = new Map(
    code.instances.filter((i) => i.symbolic).map((instance) => [withoutKeys(instance.address), instance]),
  );
  const there = new Set(planned.resources.map((r) => r.address));
  const calls = modulesNotSeen(code.notSeen);
  const differences: Difference[] = [];
  const instances = planned.resources.map((resource) => {
    const found = byAddress.get(resource.address) ?? symbolic.get(withoutKeys(resource.address));
    const expressions = planned.configuration?.expressions(resource.address);
    const merging: Merging = {
      planned,
      resource,
      known: knownArguments(resource.type),
      shownBy: found !== undefined ? 'code' : expressions !== undefined ? 'configuration' : undefined,
      defaultTags: planned.configuration?.hasDefaultTags(resource.address) !== false,
      stale,
      differ: (difference) => differences.push(difference),
      target: (expression) =>
        planned.configuration?.target(expression, resource.address, (address) => there.has(address)),
    };
    return joinedInstance(found, resource, merging, placeOf(found, resource, planned, calls), expressions);
  });
  return { instances, differences };
}

function joinedInstance(
  code: TerraformInstance | undefined,
  resource: PlannedResource,
  merging: Merging,
  origin: Origin,
  expressions: Merging['resource']['values'] | undefined,
): TerraformInstance {
  const { planned } = merging;
  const { address, type } = resource;
  const name = code?.name ?? (resource.name === '' ? (address.split('.').at(-1) ?? '') : resource.name);
  const config = mergedArguments(code?.config ?? objectOf(new Map(), origin), merging, expressions);
  const region = code?.region ?? regionOf(resource, planned, origin);
  return {
    address,
    type,
    name,
    exists: ALWAYS,
    config: config.kind === 'object' ? config : objectOf(new Map(), origin),
    meta: code?.meta ?? metaNotSeen(resource, origin),
    origin,
    symbolic: false,
    ...(region === undefined ? {} : { region }),
  };
}

/** `lifecycle` and its like stand in the code alone. */
function metaNotSeen(resource: PlannedResource, origin: Origin) {
  const decidedBy = `the code of ${resource.module === '' ? resource.address : resource.module}`;
  return objectOf(new Map(), origin, unknown('not-collected', decidedBy, origin));
}

function regionOf(resource: PlannedResource, planned: Planned, origin: Origin): Value | undefined {
  const expression = objectIn(planned.configuration?.region(resource.address));
  const literal = textIn(expression['constant_value']);
  if (literal !== undefined) return known(literal, origin);
  const [reference, ...more] = textsIn(expression['references']);
  if (reference === undefined || more.length > 0 || !reference.startsWith('var.')) return undefined;
  const value = planned.variables.get(reference.slice('var.'.length));
  return typeof value === 'string' ? known(value, origin) : undefined;
}

/** Where a resource is shown: its block, else the call of its module, else the plan itself. */
function placeOf(
  code: TerraformInstance | undefined,
  resource: PlannedResource,
  planned: Planned,
  calls: ReadonlyMap<string, Location>,
): Origin {
  if (code !== undefined) return code.origin;
  const inPlan = placeIn(planned, resource.address);
  for (
    let module = withoutKeys(resource.module);
    module !== '';
    module = module.split('.').slice(0, -2).join('.')
  ) {
    const call = calls.get(module);
    if (call !== undefined)
      return { plane: 'plan', at: { ...call, what: resource.address }, trail: [inPlan] };
  }
  return { plane: 'plan', at: inPlan, trail: [] };
}

/** The module calls that could not be followed, by address without keys. */
function modulesNotSeen(notSeen: readonly NotSeen[]): ReadonlyMap<string, Location> {
  const calls = new Map<string, Location>();
  for (const { what, origin } of notSeen) {
    const address = moduleOf(what);
    if (address !== undefined && origin !== undefined) calls.set(address, origin.at);
  }
  return calls;
}

/** `module.network` of `module.network (terraform-aws-modules/vpc/aws)`. */
function moduleOf(what: string): string | undefined {
  return /^(module\.[^\s(]+) \(/.exec(what)?.[1];
}

/** Whether the plan was made with the module at hand, or the state has resources of it. */
function isShown({ what }: NotSeen, planned: Planned): boolean {
  const address = moduleOf(what);
  if (address === undefined) return false;
  if (planned.configuration !== undefined)
    return planned.complete && planned.configuration.hasModule(address);
  return planned.resources.some((r) => `${withoutKeys(r.module)}.`.startsWith(`${address}.`));
}

/** A plan of a part says nothing of the rest, where no code says it. */
function restOf(planned: Planned, code: Joinable): readonly NotSeen[] {
  if (planned.from === 'state' || planned.complete || code.instances.length > 0) return [];
  const what = `the resources that ${planned.file} does not plan`;
  return [{ what, why: 'it plans a part', decidedBy: 'a plan without -target that ends without errors' }];
}

interface LeftInCode {
  /** Instances that stay as the code says them. */
  readonly kept: readonly TerraformInstance[];
  /** Those among them that the code says are certainly there. */
  readonly reported: readonly TerraformInstance[];
}

/** What becomes of resources that only the code has. */
function leftInCode(instances: readonly TerraformInstance[], planned: Planned): LeftInCode {
  const there = new Set(planned.resources.map((r) => r.address));
  const blocks = new Set(planned.resources.map((r) => withoutKeys(r.address)));
  const kept = instances.filter((instance) => {
    const { address, symbolic } = instance;
    if (there.has(address) || (symbolic && blocks.has(withoutKeys(address)))) return false;
    // A whole plan that knows the block makes no resource of it: its count is 0.
    return !(planned.complete && planned.configuration?.hasBlock(address) === true);
  });
  return { kept, reported: kept.filter((i) => i.exists.op === 'always' && !i.symbolic) };
}

function differenceNotice(differences: readonly Difference[], planned: Planned): readonly string[] {
  const [first] = differences;
  if (first === undefined) return [];
  const places = new Set(differences.map((d) => `${d.origin.at.file}:${d.origin.at.line}`));
  const more =
    places.size > 1 ? ` and ${places.size - 1} more ${places.size === 2 ? 'place' : 'places'}` : '';
  const where = `${first.origin.at.file}:${first.origin.at.line} (${first.resource}.${first.path})${more}`;
  const why =
    planned.from === 'plan'
      ? 'it is older than the code or was made for another environment'
      : 'the code was not applied, or something else changed what it made';
  return [`${planned.file} and the code differ at ${where}: ${why}; the values of the ${planned.from} hold`];
}

function codeOnlyNotice(reported: readonly TerraformInstance[], planned: Planned): readonly string[] {
  if (reported.length === 0) return [];
  const listed = shortList(reported.map((r) => r.address));
  const why =
    planned.from === 'state'
      ? 'they are not deployed yet, or not in this state'
      : planned.complete
        ? `the code is newer than the plan`
        : 'it plans a part';
  return [`${planned.file} does not have ${listed} of the code (${why}); the code holds for them`];
}

function planOnlyNotice(code: Joinable, planned: Planned): readonly string[] {
  if (code.instances.length === 0 && code.notSeen.length === 0) return [];
  const known = new Set(code.instances.map((i) => i.address));
  const blocks = new Set(code.instances.filter((i) => i.symbolic).map((i) => withoutKeys(i.address)));
  const unseen = [...modulesNotSeen(code.notSeen).keys()];
  const alone = planned.resources.filter((r) => {
    if (known.has(r.address) || blocks.has(withoutKeys(r.address))) return false;
    const module = `${withoutKeys(r.module)}.`;
    return !unseen.some((address) => module.startsWith(`${address}.`));
  });
  if (alone.length === 0) return [];
  return [
    `the code does not have ${shortList(alone.map((r) => r.address))} of ${planned.file}, which are taken from it`,
  ];
}

function shortList(addresses: readonly string[]): string {
  const shown = addresses.slice(0, 3).join(', ');
  return addresses.length > 3 ? `${shown} and ${addresses.length - 3} more resources` : shown;
}

/** The module and the block that an address stands for, without keys; what roots are recognised by. */
export function topOf(address: string): string {
  const { module, local } = partsOf(address);
  return withoutKeys(module === '' ? local : stepsOf(module).slice(0, 2).join('.'));
}
