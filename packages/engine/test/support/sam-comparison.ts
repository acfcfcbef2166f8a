import { resourcesOf } from '../../src/collect/cloudformation/collect.ts';
import { Evaluator } from '../../src/collect/cloudformation/evaluate.ts';
import { expandedTemplate } from '../../src/collect/cloudformation/nested.ts';
import type { Given } from '../../src/collect/cloudformation/parameters.ts';
import { readTemplate } from '../../src/collect/cloudformation/template.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { ResourceNode } from '../../src/model/resource.ts';
import { unknown, type Value } from '../../src/model/value.ts';

/** One difference between what our expansion makes and what the oracle made. */
export interface Difference {
  readonly resource: string;
  readonly where: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface Comparison {
  /** Resources of the oracle, and those of them that agree in everything that is known. */
  readonly compared: number;
  readonly equal: number;
  readonly differences: readonly Difference[];
  /** What our expansion says that it does not see. */
  readonly unseen: readonly string[];
}

/** Compares our expansion of a SAM template with the template that the oracle made of it, resource by resource. */
export function compareExpansion(
  name: string,
  input: string,
  output: string,
  parameters: Readonly<Record<string, string>>,
): Comparison {
  const at = { file: '<parameters>', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const given = new Map<string, Given>(Object.entries(parameters).map(([k, text]) => [k, { text, at }]));
  const template = expandedTemplate(readTemplate(name, input), given);
  const ours = evaluated(new Evaluator(template, given, SURROUNDINGS));
  const theirs = evaluated(new Evaluator(readTemplate(name, output), given, SURROUNDINGS));
  const differences: Difference[] = [];
  let equal = 0;
  const left = new Map(ours);
  const pairs = [...theirs].map(([id, expected]) => {
    const exact = left.get(id);
    if (exact !== undefined) left.delete(id);
    return { id, expected, exact };
  });
  for (const { id, expected, exact } of pairs) {
    const before = differences.length;
    const found = exact ?? taken(left, id);
    if (found === undefined)
      differences.push({ resource: id, where: 'resource', ours: 'none', theirs: expected.type });
    else compareResource(id, found, expected, differences);
    if (differences.length === before) equal += 1;
  }
  for (const [id, found] of left)
    differences.push({ resource: id, where: 'resource', ours: found.type, theirs: 'none' });
  const unseen = (template.unseen ?? []).map((u) => `${u.what}: ${u.why}`);
  return { compared: theirs.size, equal, differences, unseen };
}

const SURROUNDINGS = {
  prefix: '',
  importValue: (name: Value, place: { readonly file: string }) => {
    const at = { file: place.file, line: 1, column: 1, endLine: 1, endColumn: 1 };
    return unknown(
      'module-unavailable',
      'the stack',
      { plane: 'code' as const, at, trail: [] },
      text(plain(name)),
    );
  },
};

function evaluated(evaluator: Evaluator): ReadonlyMap<string, ResourceNode> {
  return new Map(resourcesOf(evaluator).map((resource) => [resource.address, resource]));
}

/** The resource whose id is the same but for the digits of a hash. */
function taken(left: Map<string, ResourceNode>, id: string): ResourceNode | undefined {
  const same = [...left].find(([other]) => withoutDigest(other) === withoutDigest(id));
  if (same !== undefined) left.delete(same[0]);
  return same?.[1];
}

function compareResource(
  id: string,
  ours: ResourceNode,
  theirs: ResourceNode,
  differences: Difference[],
): void {
  const add = (where: string, a: string, b: string) =>
    differences.push({ resource: `${id} (${theirs.type})`, where, ours: a, theirs: b });
  if (ours.type !== theirs.type) add('Type', ours.type, theirs.type);
  const exists = [conditionText(ours.exists), conditionText(theirs.exists)] as const;
  if (exists[0] !== exists[1]) add('Condition', exists[0], exists[1]);
  const [a, b] = [plain(ours.properties), plain(theirs.properties)];
  const [p, q] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key of new Set([...Object.keys(p), ...Object.keys(q)])) {
    // The description of a deployment is a hash of its API.
    if (key === 'Description' && /^RestApi deployment id: /.test(text(q[key]))) continue;
    if (text(p[key]) !== text(q[key])) add(key, text(p[key]), text(q[key]));
  }
  const [m, n] = [plain(ours.meta), plain(theirs.meta)] as Record<string, unknown>[];
  for (const key of ['DeletionPolicy', 'UpdateReplacePolicy', 'UpdatePolicy', 'DependsOn', 'Metadata']) {
    const [own, other] = [m![key], n![key]].map((v) => (key === 'DependsOn' ? text(names(v)) : text(v)));
    if (own !== other) add(key, own!, other!);
  }
}

function names(ids: unknown): unknown {
  return Array.isArray(ids) ? ids.map((id) => withoutDigest(String(id))).sort() : ids;
}

/** Ids of what changes with its content end in ten digits of a hash, which no outcome hangs on. */
function withoutDigest(id: string): string {
  return id.replace(/[0-9a-f]{10}$/, '');
}

function plain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case undefined:
    case 'absent':
      return undefined;
    case 'known':
      return value.via === undefined
        ? value.structure === undefined
          ? (json(value.value) ?? scalar(value.value))
          : plain(value.structure)
        : { $ref: withoutDigest(value.via.address), attribute: value.via.attribute };
    case 'list':
      return value.items
        .map(plain)
        .filter((v) => v !== undefined)
        .sort((a, b) => (text(a) < text(b) ? -1 : 1));
    case 'object':
      return Object.fromEntries(
        [...value.members]
          .map(([name, v]) => [withoutDigest(name), plain(v)] as const)
          .filter(([, v]) => v !== undefined)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    case 'reference':
      return { $ref: withoutDigest(value.to.address), attribute: value.to.attribute };
    case 'composed': {
      const joined = value.parts.map((p) => (p.kind === 'known' ? String(p.value) : text(plain(p)))).join('');
      return json(joined) ?? joined;
    }
    case 'choice':
      return { $if: conditionText(value.condition), yes: plain(value.whenTrue), no: plain(value.whenFalse) };
    case 'sensitive':
      return { $sensitive: value.fingerprint };
    case 'unknown':
      return PSEUDO[value.expression ?? ''] ?? { $unknown: value.expression ?? value.decidedBy };
  }
}

/** What the oracle fills in itself, for it runs in one region. */
const PSEUDO: Readonly<Record<string, string>> = { 'AWS::Partition': 'aws', 'AWS::Region': 'ap-southeast-1' };

function scalar(value: unknown): unknown {
  return value === null ? null : String(value);
}

/** JSON in a text is compared by what it says. */
function json(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*\{[\s\S]*\}\s*$/.test(value)) return undefined;
  try {
    return sorted(JSON.parse(value));
  } catch {
    return undefined;
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (text(a) < text(b) ? -1 : 1));
  if (value === null || typeof value !== 'object') return scalar(value);
  const entries = Object.entries(value).map(([k, v]) => [k, sorted(v)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
}

function conditionText(condition: Condition): string {
  switch (condition.op) {
    case 'not':
      return `not(${conditionText(condition.of)})`;
    case 'and':
    case 'or':
      return `${condition.op}(${condition.of.map(conditionText).sort().join(', ')})`;
    case 'atom':
      return withoutDigest(condition.id);
    default:
      return condition.op;
  }
}
