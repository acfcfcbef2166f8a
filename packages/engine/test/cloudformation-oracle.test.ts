import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resourcesOf } from '../src/collect/cloudformation/collect.ts';
import { Evaluator } from '../src/collect/cloudformation/evaluate.ts';
import type { Given } from '../src/collect/cloudformation/parameters.ts';
import { readTemplate } from '../src/collect/cloudformation/template.ts';
import { type Condition, holds, openAtoms, type World } from '../src/model/condition.ts';
import { unknown, type Value } from '../src/model/value.ts';

/** What cfn-lint resolves and what AWS documents, recorded; see scripts/oracles/cloudformation/README.md. */
const folder = join(import.meta.dirname, 'oracles/cloudformation');
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Recorded;

type Recorded = Record<string, { scenarios?: Scenario[]; expanded?: Record<string, Expected> }>;

interface Scenario {
  readonly parameters: Record<string, string>;
  readonly assumed?: Record<string, boolean>;
  readonly conditions?: Record<string, boolean | null>;
  readonly resources?: Record<string, Expected>;
  readonly outputs?: Record<string, { value?: unknown; exportName?: unknown }>;
}

interface Expected {
  readonly exists?: boolean | null;
  readonly properties?: unknown;
  readonly [attribute: string]: unknown;
}

interface Count {
  values: number;
  existence: number;
  conditions: number;
  left: number;
}

const EXPECTED = read('expected.json');
const DOCUMENTED = read('documented.json');
const TEMPLATES = readdirSync(join(folder, 'templates')).sort();

function evaluatorOf(name: string, parameters: Record<string, string>): Evaluator {
  const template = readTemplate(name, readFileSync(join(folder, 'templates', name), 'utf8'));
  const at = { file: '<command line>', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const given = new Map<string, Given>(Object.entries(parameters).map(([k, text]) => [k, { text, at }]));
  return new Evaluator(template, given, {
    prefix: '',
    importValue: (_, place) =>
      unknown('module-unavailable', 'the stack', { plane: 'code', at: place, trail: [] }),
  });
}

/** The worlds in which the assumed conditions are as assumed. */
function worldsOf(evaluator: Evaluator, assumed: Record<string, boolean>): World[] {
  const conditions = Object.entries(assumed).map(
    ([name, truth]) => [evaluator.condition(name).condition, truth] as const,
  );
  const atoms = new Map(conditions.flatMap(([condition]) => [...openAtoms(condition, new Map())]));
  let worlds: World[] = [new Map()];
  for (const id of atoms.keys()) {
    worlds = worlds.flatMap((w) => [new Map([...w, [id, true]]), new Map([...w, [id, false]])]);
  }
  return worlds.filter((w) => conditions.every(([condition, truth]) => holds(condition, w) === truth));
}

function inWorld(value: Value, world: World): Value {
  if (value.kind !== 'choice') return value;
  const truth = holds(value.condition, world);
  return truth === undefined ? value : inWorld(truth ? value.whenTrue : value.whenFalse, world);
}

/** Differences between what is expected and what is there; what the oracle leaves open is counted, not compared. */
function differences(
  expected: unknown,
  actual: Value | undefined,
  world: World,
  path: string,
  count: Count,
  partial: boolean,
): string[] {
  if (isOpen(expected)) {
    count.left += 1;
    return [];
  }
  const value = actual === undefined ? undefined : inWorld(actual, world);
  if (value?.kind === 'sensitive' && value.reveal !== undefined) {
    return differences(expected, value.reveal(), world, path, count, partial);
  }
  if (typeof expected === 'object' && expected !== null && '$error' in expected) {
    count.values += 1;
    return value?.kind === 'unknown' ? [] : [`${path}: expected an error`];
  }
  if (Array.isArray(expected)) {
    if (value?.kind !== 'list') return [`${path}: a list expected, ${value?.kind}`];
    const items = value.items.map((v) => inWorld(v, world)).filter((v) => v.kind !== 'absent');
    if (items.length !== expected.length && !expected.some(isOpen)) {
      return [`${path}: ${expected.length} members expected, ${items.length}`];
    }
    return expected.flatMap((e, i) => differences(e, items[i], world, `${path}[${i}]`, count, partial));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (value?.kind !== 'object') return [`${path}: an object expected, ${value?.kind}`];
    const written = [...value.members]
      .filter(([, v]) => inWorld(v, world).kind !== 'absent')
      .map(([key]) => key);
    const extra = partial ? [] : written.filter((key) => !(key in expected));
    return [
      ...extra.map((key) => `${path}.${key}: not expected`),
      ...Object.entries(expected).flatMap(([key, e]) =>
        differences(e, value.members.get(key), world, `${path}.${key}`, count, partial),
      ),
    ];
  }
  count.values += 1;
  const text = value?.kind === 'known' ? String(value.value) : value?.kind;
  if (value?.kind === 'known' && (text === String(expected) || sameJson(text!, expected))) return [];
  return [`${path}: ${JSON.stringify(expected)} expected, ${JSON.stringify(text)}`];
}

function isOpen(expected: unknown): boolean {
  return typeof expected === 'object' && expected !== null && '$unresolved' in expected;
}

function sameJson(text: string, expected: unknown): boolean {
  if (typeof expected !== 'string' || !/^[{[]/.test(expected)) return false;
  return JSON.stringify(JSON.parse(text)) === JSON.stringify(JSON.parse(expected));
}

function truthIn(condition: Condition, world: World): boolean | null {
  return holds(condition, world) ?? null;
}

function compare(name: string, scenario: Scenario, count: Count, partial: boolean): string[] {
  const evaluator = evaluatorOf(name, scenario.parameters);
  const worlds = scenario.assumed === undefined ? [new Map()] : worldsOf(evaluator, scenario.assumed);
  const found: string[] = [];
  for (const world of worlds) {
    for (const [condition, truth] of Object.entries(scenario.conditions ?? {})) {
      if (truth === null) continue;
      count.conditions += 1;
      const actual = truthIn(evaluator.condition(condition).condition, world);
      if (actual !== truth) found.push(`condition ${condition}: ${truth} expected, ${actual}`);
    }
    const nodes = new Map(resourcesOf(evaluator).map((node) => [node.address, node]));
    for (const [id, expected] of Object.entries(scenario.resources ?? {})) {
      const node = nodes.get(id);
      if (id.startsWith('Fn::ForEach')) continue;
      if (node === undefined) {
        found.push(`${id}: missing`);
        continue;
      }
      if (expected.exists !== undefined && expected.exists !== null) {
        count.existence += 1;
        const exists = truthIn(node.exists, world);
        if (exists !== expected.exists) found.push(`${id}: exists ${expected.exists} expected, ${exists}`);
      }
      if (expected.exists === false) continue;
      found.push(...differences(expected.properties ?? {}, node.properties, world, id, count, partial));
      for (const attribute of ['DeletionPolicy', 'UpdateReplacePolicy', 'DependsOn']) {
        if (!(attribute in expected)) continue;
        const actual = node.meta?.members.get(attribute);
        found.push(...differences(expected[attribute], actual, world, `${id}.${attribute}`, count, partial));
      }
    }
    for (const [output, expected] of Object.entries(scenario.outputs ?? {})) {
      const entry = evaluator.template.outputs.get(output);
      const value = entry === undefined ? undefined : evaluator.value(entry.value, entry.at);
      if (value?.kind !== 'object') continue;
      if ('value' in expected) {
        found.push(
          ...differences(
            expected.value,
            value.members.get('Value'),
            world,
            `output ${output}`,
            count,
            partial,
          ),
        );
      }
      if ('exportName' in expected) {
        const exported = value.members.get('Export');
        const own = exported?.kind === 'object' ? exported.members.get('Name') : undefined;
        found.push(...differences(expected.exportName, own, world, `export ${output}`, count, partial));
      }
    }
  }
  return found.map((text) => `${JSON.stringify(scenario.parameters)} ${text}`);
}

describe('evaluation agrees with what others say', () => {
  const count: Count = { values: 0, existence: 0, conditions: 0, left: 0 };

  it.each(TEMPLATES)('%s', (name) => {
    const scenarios = EXPECTED[name]?.scenarios ?? [];
    expect(scenarios.flatMap((scenario) => compare(name, scenario, count, false))).toEqual([]);
    const documented = DOCUMENTED[name]?.scenarios ?? [];
    expect(documented.flatMap((scenario) => compare(name, scenario, count, true))).toEqual([]);
    const expanded = EXPECTED[name]?.expanded;
    if (expanded !== undefined) {
      expect(compare(name, { parameters: {}, resources: expanded }, count, false)).toEqual([]);
    }
  });

  it('compared as many as were recorded', () => {
    expect(TEMPLATES.length).toBeGreaterThanOrEqual(60);
    expect(count.values).toBeGreaterThan(1000);
    expect(count.existence).toBeGreaterThan(200);
    expect(count.conditions).toBeGreaterThan(80);
  });
});
