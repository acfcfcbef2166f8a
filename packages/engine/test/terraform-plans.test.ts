import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { Inputs, RootCandidate } from '../src/collect/collected.ts';
import { nodeFileSystem } from '../src/collect/files/node-file-system.ts';
import { openRepository } from '../src/collect/files/open.ts';
import { collectTerraform, type TerraformRoot } from '../src/collect/terraform/collect.ts';
import { TerraformSources } from '../src/collect/terraform/sources.ts';
import { loadParser } from '../src/collect/terraform/syntax/parse.ts';
import type { Value } from '../src/model/value.ts';

/** What `terraform show -json` says of a plan, recorded by `scripts/oracles/terraform/plans.ts`. */
interface Plan {
  readonly resources: readonly {
    readonly address: string;
    readonly type: string;
    readonly values: Record<string, unknown>;
    readonly unknown: unknown;
  }[];
  readonly outputs: Record<string, { readonly value: unknown; readonly unknown?: unknown }>;
  readonly data: readonly { readonly address: string; readonly json?: string }[];
}

interface Options {
  readonly args?: readonly string[];
  readonly env?: Record<string, string>;
  readonly workspace?: string;
}

/** Lists to which the provider itself adds: the domain name of a certificate is one of its alternative names. */
const COMPLETED_BY_PROVIDER = new Set(['aws_acm_certificate.subject_alternative_names']);

/** The plan waits for the ARN of a key to see that it is not null, which no ARN ever is. */
const KNOWN_BEFORE_TERRAFORM = new Set([
  'module.bucket["logs"].aws_s3_bucket_server_side_encryption_configuration.this.rule[0].apply_server_side_encryption_by_default[0].sse_algorithm: known to us as "aws:kms", not to terraform',
]);

const STACKS = fileURLToPath(new URL('oracles/terraform/stacks', import.meta.url));
const total = { stacks: 0, resources: 0, known: 0, unknown: 0, documents: 0, outputs: 0, hidden: 0 };

/**
 * The moto server answers for the account: references to these data sources and attributes are known in the recorded
 * plans, and are honestly unknown without an account.
 */
const FROM_ACCOUNT = new Set(['data-source', 'computed']);

for (const name of existsSync(STACKS) ? readdirSync(STACKS).sort() : []) {
  if (!existsSync(join(STACKS, name, 'plan.json'))) continue;
  test(`${name} evaluates as terraform planned it`, async () => {
    const plan = JSON.parse(readFileSync(join(STACKS, name, 'plan.json'), 'utf8')) as Plan;
    const root = await collect(join(STACKS, name));
    total.stacks++;
    expect(root.instances.map((i) => i.address).sort()).toEqual(plan.resources.map((r) => r.address).sort());
    const differences: string[] = [];
    for (const planned of plan.resources) {
      total.resources++;
      const instance = root.instances.find((i) => i.address === planned.address)!;
      expect(instance.exists, planned.address).toEqual({ op: 'always' });
      const unknown = (planned.unknown ?? {}) as Record<string, unknown>;
      for (const [argument, value] of instance.config.members) {
        // The provider shows the merged tags of those types only that have tags.
        if (argument === 'tags_all' && !('tags' in planned.values)) continue;
        compare(
          value,
          planned.values[argument],
          unknown[argument],
          `${planned.address}.${argument}`,
          differences,
        );
      }
    }
    for (const [output, planned] of Object.entries(plan.outputs)) {
      total.outputs++;
      compare(root.outputs.get(output)!(), planned.value, planned.unknown, `output.${output}`, differences);
    }
    expect(differences.filter((d) => !KNOWN_BEFORE_TERRAFORM.has(d))).toEqual([]);
  });
}

test('enough is compared for the agreement to mean something', () => {
  expect(total.stacks).toBeGreaterThanOrEqual(12);
  expect(total.known).toBeGreaterThan(1000);
  // What the recorded plans know from their account and we do not stays the exception.
  expect(total.hidden / (total.known + total.hidden)).toBeLessThan(0.02);
});

afterAll(() => {
  console.info(
    `plans: ${total.stacks} stacks, ${total.resources} resources; ${total.known} values equal, ` +
      `${total.unknown} unknown as planned, ${total.hidden} unknown for want of an account; ${total.documents} documents, ${total.outputs} outputs`,
  );
});

async function collect(folder: string): Promise<TerraformRoot> {
  const optionsFile = join(folder, 'options.json');
  const options = (existsSync(optionsFile) ? JSON.parse(readFileSync(optionsFile, 'utf8')) : {}) as Options;
  const arg = (prefix: string): string[] =>
    (options.args ?? []).filter((a) => a.startsWith(prefix)).map((a) => a.slice(prefix.length));
  const inputs: Inputs = {
    roots: [],
    vars: new Map(arg('-var=').map((v) => [v.slice(0, v.indexOf('=')), v.slice(v.indexOf('=') + 1)])),
    varFiles: arg('-var-file='),
    params: new Map(),
    environmentVars: new Map(
      Object.entries(options.env ?? {}).map(([name, value]) => [name.replace('TF_VAR_', ''), value]),
    ),
    now: new Date('2026-01-01T00:00:00Z'),
    workspace: options.workspace ?? 'default',
  };
  const repository = await openRepository(nodeFileSystem, folder);
  const sources = new TerraformSources(repository, await loadParser());
  const root: RootCandidate = {
    path: '.',
    kind: 'terraform',
    role: 'root',
    assessed: true,
    because: 'named',
  };
  return collectTerraform(sources, root, { name: undefined, because: '', known: [] }, inputs);
}

function compare(ours: Value, planned: unknown, unknown: unknown, path: string, differences: string[]): void {
  const differs = (what: string): void => void differences.push(`${path}: ${what}`);
  switch (ours.kind) {
    case 'known': {
      if (unknown === true) {
        if (ours.value !== null) differs(`known to us as ${JSON.stringify(ours.value)}, not to terraform`);
        return;
      }
      // A null is not written; what the provider then says is its own default.
      if (ours.value === null) return;
      if (sameScalar(ours.value, planned)) total.known++;
      else differs(`${JSON.stringify(ours.value)} with us, ${JSON.stringify(planned)} in the plan`);
      return;
    }
    case 'list':
      if (unknown === true) return void total.unknown++;
      compareList(ours, planned, unknown, path, differences);
      return;
    case 'object': {
      if (unknown === true) return void total.unknown++;
      if (planned === null || planned === undefined) {
        // The provider plans an empty map as none.
        if (ours.members.size > 0) differs(`an object with us, ${JSON.stringify(planned)} in the plan`);
      } else if (typeof planned !== 'object')
        differs(`an object with us, ${JSON.stringify(planned)} in the plan`);
      else
        for (const [name, member] of ours.members) {
          const inner = (unknown as Record<string, unknown> | undefined)?.[name];
          compare(member, (planned as Record<string, unknown>)[name], inner, `${path}.${name}`, differences);
        }
      return;
    }
    case 'sensitive':
      compare(ours.reveal!(), planned, unknown, path, differences);
      return;
    case 'absent':
      return;
    case 'choice':
      if (unknown === true) total.unknown++;
      else differs(`a choice with us, ${JSON.stringify(planned)} in the plan`);
      return;
    default:
      if (unknown === true) total.unknown++;
      else if (ours.kind === 'unknown' && FROM_ACCOUNT.has(ours.reason)) total.hidden++;
      else if (
        ours.kind === 'composed' &&
        ours.parts.some((p) => p.kind === 'unknown' && FROM_ACCOUNT.has(p.reason))
      )
        total.hidden++;
      else
        differs(
          `${ours.kind} with us (${JSON.stringify(ours).slice(0, 300)}), ${JSON.stringify(planned)} in the plan`,
        );
  }
}

function compareList(
  ours: Extract<Value, { kind: 'list' }>,
  planned: unknown,
  unknown: unknown,
  path: string,
  differences: string[],
): void {
  if (!Array.isArray(planned)) {
    if (ours.items.length === 0 && (planned === null || planned === undefined)) return;
    differences.push(`${path}: a list with us, ${JSON.stringify(planned)} in the plan`);
    return;
  }
  if (
    ours.items.length !== planned.length &&
    !COMPLETED_BY_PROVIDER.has(path.replace(/^.*?(aws_\w+)\..*\.(\w+)$/, '$1.$2'))
  ) {
    differences.push(`${path}: ${ours.items.length} members with us, ${planned.length} in the plan`);
    return;
  }
  // Sets have no order: a member of ours takes the first of the plan that it agrees with.
  const left = planned.map((value, i) => ({ value, unknown: (unknown as unknown[] | undefined)?.[i] }));
  for (const [i, item] of ours.items.entries()) {
    const before = { ...total };
    const at = left.findIndex((candidate) => {
      const found: string[] = [];
      compare(item, candidate.value, candidate.unknown, '', found);
      Object.assign(total, before);
      return found.length === 0;
    });
    const candidate = left[at] ?? left[0]!;
    compare(item, candidate.value, candidate.unknown, `${path}[${i}]`, differences);
    left.splice(Math.max(at, 0), 1);
  }
}

function sameScalar(ours: unknown, planned: unknown): boolean {
  if (planned === null || planned === undefined || typeof planned === 'object') return false;
  if (String(ours) === String(planned)) return true;
  if (typeof ours !== 'string' || typeof planned !== 'string') return false;
  try {
    const [a, b] = [JSON.parse(ours), JSON.parse(planned)].map((json) => canonicalJson(json));
    if (a === b) total.documents++;
    return a === b;
  } catch {
    return false;
  }
}

/**
 * The provider writes policies and definitions with their members in an order of its own; several conditions on one
 * key come in the order of its hashes, which means nothing in a policy.
 */
function canonicalJson(json: unknown, inCondition = false): string {
  if (Array.isArray(json)) {
    const items = json.map((item) => canonicalJson(item, inCondition));
    return `[${(inCondition ? items.sort() : items).join()}]`;
  }
  if (json === null || typeof json !== 'object') return JSON.stringify(json);
  const members = Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1));
  const texts = members.map(([name, member]) => {
    return `${JSON.stringify(name)}:${canonicalJson(member, inCondition || name === 'Condition')}`;
  });
  return `{${texts.join()}}`;
}
