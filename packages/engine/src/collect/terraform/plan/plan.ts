import { CannotRun } from '../../../cannot-run.ts';
import { withoutKeys } from '../../../model/edge.ts';
import { Configuration } from './configuration.ts';
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
import type { Planned, PlannedResource } from './planned.ts';

/**
 * Reads the JSON of a plan, format 1.x.
 * https://developer.hashicorp.com/terraform/internals/json-format#plan-representation
 */
export function plannedByPlan(document: JsonObject, file: string, about: string): Planned {
  mustBePlan(document, about);
  const resources = objectsIn(document['resource_changes']).flatMap(plannedResource);
  const configuration = new Configuration(document['configuration']);
  const notices: string[] = [];
  const errored = document['errored'] === true;
  if (errored)
    notices.push(`${file} is the plan of a run that failed: it shows a part of what the code makes`);
  // `complete` exists since Terraform 1.8; before, only what a plan itself must have made shows that it is one of targets.
  const complete = !errored && document['complete'] !== false && isWhole(configuration, resources);
  if (!complete && !errored) {
    notices.push(`${file} plans a part of the resources (-target, or changes that wait for a next run)`);
  }
  return {
    from: 'plan',
    file,
    resources,
    variables: variablesOf(document['variables']),
    configuration,
    complete,
    notices,
  };
}

function mustBePlan(document: JsonObject, about: string): void {
  const make = 'make it with: terraform plan -out plan.out && terraform show -json plan.out > plan.json';
  if (Object.hasOwn(document, 'lineage') || (Object.hasOwn(document, 'values') && !hasChanges(document))) {
    throw new CannotRun(`${about}: this is a state, not a plan; give it as --state, or ${make}`);
  }
  const version = textIn(document['format_version']);
  if (version === undefined)
    throw new CannotRun(`${about}: not the JSON of a plan (no format_version); ${make}`);
  if (!/^1\.\d+$/.test(version)) {
    throw new CannotRun(
      `${about}: a plan of format ${version}; formats 1.x are read (Terraform 1.1 and newer)`,
    );
  }
  if (!hasChanges(document)) {
    throw new CannotRun(`${about}: no planned values in it: this shows a state without resources; ${make}`);
  }
}

function hasChanges(document: JsonObject): boolean {
  return Array.isArray(document['resource_changes']) || isObject(document['planned_values']);
}

/** A resource that is there after the plan; what is destroyed or forgotten is not. */
function plannedResource(change: JsonObject): readonly PlannedResource[] {
  const { after, after_unknown, after_sensitive, actions } = objectIn(change['change']);
  const address = textIn(change['address']);
  const type = textIn(change['type']);
  if (change['mode'] !== 'managed' || address === undefined || type === undefined) return [];
  if (change['deposed'] !== undefined || !isObject(after) || textsIn(actions).includes('forget')) return [];
  return [
    {
      address,
      module: textIn(change['module_address']) ?? '',
      type,
      name: textIn(change['name']) ?? '',
      values: after,
      unknown: after_unknown ?? false,
      sensitive: after_sensitive ?? false,
    },
  ];
}

function variablesOf(json: Json | undefined): ReadonlyMap<string, Json> {
  return new Map(Object.entries(objectIn(json)).map(([name, v]) => [name, memberIn(v, 'value') ?? null]));
}

/**
 * A block without `count` and `for_each` makes one resource; a plan that lacks it left something out. A literal
 * `for_each` is not shown as such, so any key will do.
 */
function isWhole(configuration: Configuration, resources: readonly PlannedResource[]): boolean {
  const there = new Set(resources.map((r) => withoutKeys(r.address)));
  return configuration.single().every((address) => there.has(address));
}
