// Records what Terraform plans for the stacks of the Terraform oracle. See README.md.
//
//   TF_PLUGIN_DIR=<folder with providers> node scripts/oracles/terraform/plans.ts [--check] [stack...]
//
// Every value is Terraform's; this script runs init, plan and show, trims and sorts.

import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** `options.json` of a stack: how it is planned, where that is more than `terraform plan`. */
interface Options {
  args?: string[];
  env?: Record<string, string>;
  workspace?: string;
}

interface Change {
  address: string;
  mode: 'managed' | 'data';
  type: string;
  change: { after: unknown; after_unknown: unknown; after_sensitive: unknown };
}

interface OutputChange {
  after?: unknown;
  after_unknown: unknown;
  after_sensitive: unknown;
}

interface StateModule {
  resources?: { address: string; mode: string; type: string; values: { json?: string } }[];
  child_modules?: StateModule[];
}

interface Plan {
  resource_changes?: Change[];
  output_changes?: Record<string, OutputChange>;
  prior_state?: { values?: { root_module?: StateModule } };
}

interface Recorded {
  resources: { address: string; type: string; values: unknown; unknown: unknown; sensitive?: unknown }[];
  outputs: Record<string, { value: unknown; unknown?: unknown; sensitive?: unknown }>;
  data: { address: string; json: unknown; unknown?: true }[];
}

const run = promisify(execFile);
const stacks = join(import.meta.dirname, '../../../packages/engine/test/oracles/terraform/stacks');

/** The marks of unknown and sensitive values: only what is true, with the way to it. */
function marks(value: unknown): unknown {
  if (value === true) return true;
  if (Array.isArray(value)) {
    const kept = value.map(marks);
    return kept.some((one) => one !== undefined) ? kept.map((one) => one ?? false) : undefined;
  }
  if (typeof value === 'object' && value !== null) {
    const kept = Object.entries(value)
      .map(([key, one]) => [key, marks(one)] as const)
      .filter(([, one]) => one !== undefined);
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }
  return undefined;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}

function documents(module: StateModule | undefined): { address: string; json: unknown }[] {
  if (module === undefined) return [];
  const own = (module.resources ?? [])
    .filter((one) => one.mode === 'data' && one.type === 'aws_iam_policy_document')
    .map((one) => ({ address: one.address, json: one.values.json }));
  return [...own, ...(module.child_modules ?? []).flatMap(documents)];
}

function trim(plan: Plan): Recorded {
  const out: Recorded = {
    resources: [],
    outputs: {},
    data: documents(plan.prior_state?.values?.root_module),
  };
  for (const { address, mode, type, change } of plan.resource_changes ?? []) {
    if (mode === 'data') {
      if (type === 'aws_iam_policy_document') out.data.push({ address, json: null, unknown: true });
      continue;
    }
    const sensitive = marks(change.after_sensitive);
    out.resources.push({
      address,
      type,
      values: sorted(change.after),
      unknown: sorted(marks(change.after_unknown) ?? {}),
      ...(sensitive === undefined ? {} : { sensitive: sorted(sensitive) }),
    });
  }
  for (const [name, change] of Object.entries(plan.output_changes ?? {})) {
    const unknown = marks(change.after_unknown);
    const sensitive = marks(change.after_sensitive);
    out.outputs[name] = {
      value: sorted(change.after ?? null),
      ...(unknown === undefined ? {} : { unknown: sorted(unknown) }),
      ...(sensitive === undefined ? {} : { sensitive: sorted(sensitive) }),
    };
  }
  const byAddress = (a: { address: string }, b: { address: string }): number =>
    a.address < b.address ? -1 : 1;
  out.resources.sort(byAddress);
  out.data.sort(byAddress);
  out.outputs = sorted(out.outputs) as Recorded['outputs'];
  return out;
}

/** One resource, output or document a line: small, and a change shows where it is. */
function print({ resources, outputs, data }: Recorded): string {
  const lines = (list: unknown[]): string => list.map((one) => `\n    ${JSON.stringify(one)}`).join(',');
  const named = Object.entries(outputs).map(
    ([key, one]) => `\n    ${JSON.stringify(key)}: ${JSON.stringify(one)}`,
  );
  return [
    '{',
    `  "resources": [${lines(resources)}\n  ],`,
    `  "outputs": {${named.join(',')}\n  },`,
    `  "data": [${lines(data)}\n  ]`,
    '}\n',
  ].join('\n');
}

async function plan(
  name: string,
  plugins: string,
  states: string,
): Promise<{ recorded: Recorded; shown: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  try {
    cpSync(join(stacks, name), folder, { recursive: true });
    const file = join(folder, 'options.json');
    const options = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Options;
    const env: NodeJS.ProcessEnv = {
      PATH: process.env['PATH'],
      HOME: folder,
      CHECKPOINT_DISABLE: '1',
      TF_IN_AUTOMATION: '1',
      AWS_ACCESS_KEY_ID: 'example',
      AWS_SECRET_ACCESS_KEY: 'example',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ENDPOINT_URL_SFN: states,
      ...options.env,
    };
    const terraform = async (...args: string[]): Promise<string> =>
      (await run('terraform', args, { cwd: folder, env, maxBuffer: 1 << 28 })).stdout;
    await terraform('init', '-no-color', '-input=false', `-plugin-dir=${plugins}`);
    if (options.workspace !== undefined) await terraform('workspace', 'new', options.workspace);
    await terraform(
      'plan',
      '-no-color',
      '-input=false',
      '-lock=false',
      '-out=plan.bin',
      ...(options.args ?? []),
    );
    const shown = await terraform('show', '-json', 'plan.bin');
    if (shown.includes(folder))
      throw new Error(`${name}: the plan holds the path of the folder it was made in`);
    const whole = JSON.parse(shown) as Plan & { timestamp?: string };
    delete whole.timestamp;
    return { recorded: trim(whole), shown: `${JSON.stringify(whole)}\n` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The provider has AWS validate the definitions of state machines while planning; here all are valid. */
async function serveStates(): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'application/x-amz-json-1.0');
    response.end(JSON.stringify({ result: 'OK', diagnostics: [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function main(): Promise<void> {
  const plugins = process.env['TF_PLUGIN_DIR'];
  if (plugins === undefined) {
    console.error(
      'set TF_PLUGIN_DIR to a folder that holds the AWS provider (terraform providers mirror <folder>)',
    );
    process.exitCode = 2;
    return;
  }
  const check = process.argv.includes('--check');
  const only = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
  const names = readdirSync(stacks, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && (only.length === 0 || only.includes(entry.name)))
    .map((entry) => entry.name)
    .sort();
  const states = await serveStates();
  for (const name of names) {
    const target = join(stacks, name, 'plan.json');
    try {
      const { recorded, shown } = await plan(name, plugins, states.url);
      const text = print(recorded);
      const { resources, outputs, data } = recorded;
      const counts = `${resources.length} resources, ${Object.keys(outputs).length} outputs, ${data.length} documents`;
      console.log(`${name}: ${counts}`);
      if (!check) {
        writeFileSync(target, text);
        writeFileSync(join(stacks, '../shown', `${name}.json`), shown);
      } else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
        console.error(`${name}: plan.json is not what Terraform plans now; record it again`);
        process.exitCode = 1;
      }
    } catch (error) {
      const { stderr } = error as { stderr?: string };
      console.error(`${name}: ${stderr ?? String(error)}`);
      process.exitCode = 1;
    }
  }
  states.close();
}

await main();
