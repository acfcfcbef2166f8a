import { CannotRun } from '../../../cannot-run.ts';
import { isObject, type Json, type JsonObject, memberIn, objectIn, objectsIn, textIn } from './json.ts';
import type { Planned, PlannedResource } from './planned.ts';

/**
 * Reads a state: the JSON of `terraform show -json`, or the file `terraform.tfstate` itself (version 4).
 * https://developer.hashicorp.com/terraform/internals/json-format#state-representation
 */
export function plannedByState(document: JsonObject, file: string, about: string): Planned {
  const resources = resourcesOf(document, about);
  return {
    from: 'state',
    file,
    resources,
    variables: new Map(),
    configuration: undefined,
    complete: false,
    notices: [`${file} says what was deployed when it was written; its values hold over those of the code`],
  };
}

function resourcesOf(document: JsonObject, about: string): readonly PlannedResource[] {
  const make = 'make it with: terraform show -json > state.json';
  if (Object.hasOwn(document, 'resource_changes') || Object.hasOwn(document, 'planned_values')) {
    throw new CannotRun(`${about}: this is a plan, not a state; give it as --plan`);
  }
  const format = textIn(document['format_version']);
  if (format !== undefined) {
    if (!/^1\.\d+$/.test(format)) {
      throw new CannotRun(`${about}: a state of format ${format}; formats 1.x are read; ${make}`);
    }
    return shown(memberIn(document['values'], 'root_module'), '');
  }
  const version = document['version'];
  if (typeof version !== 'number') throw new CannotRun(`${about}: not a state of Terraform; ${make}`);
  if (version !== 4) {
    const upgrade = version < 4 ? 'a newer terraform apply -refresh-only writes version 4' : make;
    throw new CannotRun(`${about}: a state of version ${version}; version 4 is read; ${upgrade}`);
  }
  if (!Array.isArray(document['resources']) || document['lineage'] === undefined) {
    throw new CannotRun(`${about}: not a whole state of Terraform (no lineage or resources); ${make}`);
  }
  return objectsIn(document['resources']).flatMap(written);
}

function shown(module: Json | undefined, address: string): readonly PlannedResource[] {
  const own = objectsIn(memberIn(module, 'resources')).flatMap((resource): PlannedResource[] => {
    const type = textIn(resource['type']);
    const at = textIn(resource['address']);
    if (resource['mode'] !== 'managed' || type === undefined || at === undefined) return [];
    if (resource['deposed_key'] !== undefined || !isObject(resource['values'])) return [];
    return [
      {
        address: at,
        module: address,
        type,
        name: textIn(resource['name']) ?? '',
        values: resource['values'],
        unknown: false,
        sensitive: resource['sensitive_values'] ?? false,
      },
    ];
  });
  const children = objectsIn(memberIn(module, 'child_modules'));
  return [...own, ...children.flatMap((child) => shown(child, textIn(child['address']) ?? address))];
}

/** The instances of one block as the state file writes them. */
function written(resource: JsonObject): readonly PlannedResource[] {
  const type = textIn(resource['type']);
  const name = textIn(resource['name']);
  if (resource['mode'] !== 'managed' || type === undefined || name === undefined) return [];
  const module = textIn(resource['module']) ?? '';
  return objectsIn(resource['instances']).flatMap((instance): PlannedResource[] => {
    const attributes = instance['attributes'];
    if (instance['deposed'] !== undefined || !isObject(attributes)) return [];
    const key = instance['index_key'];
    const suffix = key === undefined || key === null ? '' : `[${JSON.stringify(key)}]`;
    const address = `${module === '' ? '' : `${module}.`}${type}.${name}${suffix}`;
    const sensitive = marked(instance['sensitive_attributes']);
    return [{ address, module, type, name, values: attributes, unknown: false, sensitive }];
  });
}

/** The marks that a list of paths means. A step that is not understood marks all that is below the steps before it. */
function marked(paths: Json | undefined): Json {
  let marks: Json = {};
  for (const path of Array.isArray(paths) ? paths : []) marks = withMark(marks, stepsOf(path));
  return marks;
}

function stepsOf(path: Json): readonly (string | number)[] {
  const steps: (string | number)[] = [];
  for (const step of Array.isArray(path) ? path : []) {
    const value = objectIn(step)['value'];
    const key = isObject(value) ? value['value'] : value;
    if (typeof key !== 'string' && typeof key !== 'number') break;
    steps.push(key);
  }
  return steps;
}

function withMark(marks: Json, [step, ...rest]: readonly (string | number)[]): Json {
  if (marks === true || step === undefined) return true;
  if (typeof step === 'number') {
    const items: Json[] = Array.isArray(marks) ? [...marks] : [];
    while (items.length <= step && items.length < 10_000) items.push(false);
    items[step] = withMark(items[step] ?? false, rest);
    return items;
  }
  return { ...objectIn(marks), [step]: withMark(memberIn(marks, step) ?? false, rest) };
}
