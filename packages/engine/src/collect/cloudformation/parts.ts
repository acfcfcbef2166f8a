import { folderOf } from '../files/paths.ts';
import type { Entry, Node } from './parse.ts';
import { type Template, textOf, type Unseen } from './template.ts';

/** Templates of which some are put together out of several files. */
export interface PutTogether {
  /** Without the parts: what they hold stands in the template that they belong to. */
  readonly templates: ReadonlyMap<string, Template>;
  /** Parts by file, each with the template that it belongs to and by what that is seen. */
  readonly parts: ReadonlyMap<string, Part>;
}

interface Part {
  readonly template: Template;
  readonly of: string;
  readonly because: string;
}

/** Copilot merges all templates in the addons of a service or of the environments. Source: AWS Copilot docs, Addons. */
const COPILOT_ADDONS = /(^|\/)copilot\/[^/]+\/addons$/;

/**
 * Some tools merge files into one template before it is deployed (`rain`, `yq`, a script). Such a part names parameters,
 * conditions or mappings that it does not declare, so CloudFormation would refuse it alone. It is read as a part of the
 * nearest template that declares them; where two are equally near, or none does, it is a root with a rest that is not seen.
 */
export function putTogether(templates: ReadonlyMap<string, Template>): PutTogether {
  const whole = new Map(templates);
  const parts = new Map<string, Part>(addonsOfCopilot(templates));
  const wanting = new Map<Template, ReadonlySet<string>>();
  for (const template of templates.values()) {
    const missing = wantedBy(template);
    if (missing.size > 0 && !parts.has(template.file)) wanting.set(template, missing);
  }
  const hosts = [...templates.values()].filter(
    (t) => t.parameters.size > 0 && t.unusable === undefined && !parts.has(t.file),
  );
  for (const [part, missing] of wanting) {
    const host = nearestOf(part, missing, hosts);
    const [by] = missing;
    if (host === undefined) {
      whole.set(part.file, { ...part, unseen: [...(part.unseen ?? []), restOf(part, by!)] });
      continue;
    }
    const because = `a part of ${host.template.file}, which declares ${host.by}`;
    parts.set(part.file, { template: part, of: host.template.file, because });
  }
  for (const host of hosts) {
    const its = [...parts.values()].filter((p) => p.of === host.file).map((p) => p.template);
    if (its.length === 0) continue;
    for (const part of its) whole.delete(part.file);
    whole.set(host.file, merged(host, its));
  }
  return { templates: whole, parts };
}

function addonsOfCopilot(templates: ReadonlyMap<string, Template>): readonly [string, Part][] {
  const whole = [...templates.values()].filter(
    (t) => t.parameters.size > 0 && t.unusable === undefined && t.transforms.length === 0,
  );
  const folders = Map.groupBy(whole, (template) => folderOf(template.file));
  return [...folders].flatMap(([folder, inside]) => {
    if (!COPILOT_ADDONS.test(folder)) return [];
    const [host, ...rest] = inside.toSorted((a, b) => (a.file < b.file ? -1 : 1));
    const because = `Copilot merges it with ${host!.file}`;
    return rest.map((template): [string, Part] => [template.file, { template, of: host!.file, because }]);
  });
}

/** Names of parameters, conditions and mappings that a file without parameters uses and does not declare. */
function wantedBy(template: Template): ReadonlySet<string> {
  const wanted = new Set<string>();
  if (template.parameters.size > 0 || template.transforms.length > 0 || template.unusable !== undefined)
    return wanted;
  const want = (name: string | undefined, declared: ReadonlyMap<string, Entry>) => {
    if (name !== undefined && /^\w+$/.test(name) && !declared.has(name)) wanted.add(name);
  };
  const visit = (node: Node): void => {
    if (node.kind === 'list') for (const item of node.items) visit(item);
    else if (node.kind === 'map') for (const entry of node.entries.values()) visit(entry.value);
    else if (node.kind === 'call') {
      const first = textOf(node.argument.kind === 'list' ? node.argument.items[0] : node.argument);
      if (node.name === 'Fn::If' || node.name === 'Condition') want(first, template.conditions);
      if (node.name === 'Fn::FindInMap') want(first, template.mappings);
      visit(node.argument);
    }
  };
  for (const section of [template.conditions, template.resources, template.outputs]) {
    for (const { value } of section.values()) {
      visit(value);
      const condition = value.kind === 'map' ? textOf(value.entries.get('Condition')?.value) : undefined;
      want(condition, template.conditions);
    }
  }
  return wanted;
}

/** The nearest template that declares one of the names; of several in one place, the only one that declares the most. */
function nearestOf(part: Template, missing: ReadonlySet<string>, hosts: readonly Template[]) {
  const found = hosts.flatMap((template) => {
    const names = [...missing].filter((name) => template.conditions.has(name) || template.mappings.has(name));
    const [by] = names;
    const far = distance(folderOf(part.file), folderOf(template.file));
    return by === undefined ? [] : [{ template, by, far, names: names.length }];
  });
  found.sort((a, b) => a.far - b.far || b.names - a.names);
  const [first, second] = found;
  return second !== undefined && second.far === first!.far && second.names === first!.names
    ? undefined
    : first;
}

/** How many folders lie between two. */
function distance(a: string, b: string): number {
  const [x, y] = [a, b].map((path) => (path === '.' ? [] : path.split('/'))) as [string[], string[]];
  const shared = x.findIndex((folder, i) => folder !== y[i]);
  const same = shared === -1 ? x.length : shared;
  return x.length - same + (y.length - same);
}

function merged(host: Template, parts: readonly Template[]): Template {
  const section = (of: (template: Template) => ReadonlyMap<string, Entry>) =>
    new Map([...parts, host].flatMap((template) => [...of(template)]));
  return {
    ...host,
    parameters: section((t) => t.parameters),
    mappings: section((t) => t.mappings),
    conditions: section((t) => t.conditions),
    resources: section((t) => t.resources),
    outputs: section((t) => t.outputs),
    problems: [host, ...parts].flatMap((t) => t.problems),
    included: [host, ...parts].flatMap((t) => [...(t === host ? [] : [t.file]), ...(t.included ?? [])]),
    unseen: [
      ...[host, ...parts].flatMap((t) => [...(t.unseen ?? []), ...(t === host ? [] : lostIn(t))]),
      ...writtenTwice([host, ...parts]),
    ],
  };
}

/** What cannot be read of a part may hold anything. */
function lostIn(part: Template): readonly Unseen[] {
  return part.problems.map(({ at, why }) => ({
    what: `${at.file}:${at.line}`,
    why,
    decidedBy: 'mending the syntax there',
    at,
  }));
}

/** Of two resources of one name one is lost, or both are renamed: that is up to the tool. Said once, however many. */
function writtenTwice(templates: readonly Template[]): readonly Unseen[] {
  const seen = new Set<string>();
  const twice = templates.flatMap(({ resources }) =>
    [...resources].filter(([name]) => seen.has(name) || !seen.add(name)),
  );
  const [first, ...more] = twice;
  if (first === undefined) return [];
  const [name, { at }] = first;
  return [
    {
      what: `the other ${name}${more.length === 0 ? '' : ` and ${more.length} more like it`}`,
      why: 'two files that are put together have a resource of this name',
      decidedBy: 'the template that is deployed',
      at,
    },
  ];
}

function restOf(part: Template, name: string): Unseen {
  return {
    what: `the rest of ${part.file}`,
    why: `it names ${name}, which no template of the repository declares for it`,
    decidedBy: 'the template that it is put together to',
    at: part.at,
  };
}
