import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { joinPlanned } from '../src/collect/terraform/plan/join.ts';
import { plannedByPlan } from '../src/collect/terraform/plan/plan.ts';
import { type AssessOptions, assessRepository, type ReportedOutcome, render } from '../src/index.ts';
import { brief, evaluated } from './support/terraform.ts';

const ORACLE = fileURLToPath(new URL('oracles/terraform', import.meta.url));
const STACKS = readdirSync(join(ORACLE, 'stacks')).sort();
const folders: string[] = [];
const counts = { same: 0, decided: 0, withoutModules: 0, withoutCode: 0, open: 0 };

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  console.info(
    `--plan: ${STACKS.length} stacks, ${counts.same} outcomes as the code alone has them, ${counts.decided} more decided; ` +
      `without modules on disk ${counts.withoutModules} as with them, without code ${counts.withoutCode}, ${counts.open} left unknown`,
  );
});

describe.each(STACKS)('the recorded plan of %s', (name) => {
  test('with the code: the same outcomes, and none that the code decides is lost', async () => {
    const code = await outcomes(name);
    const plan = await outcomes(name, { plan: shown(name) });
    for (const [key, before] of code) {
      if (before.outcome === 'unknown') counts.decided += plan.get(key)?.outcome === 'unknown' ? 0 : 1;
      else expect(plan.get(key)?.outcome, key).toBe(before.outcome);
      counts.same++;
    }
    expect([...plan.keys()].filter((key) => !code.has(key))).toEqual([]);
  });

  test('with modules missing from disk: their resources are judged, and never otherwise than from code', async () => {
    const code = await outcomes(name);
    const plan = await outcomes(name, { plan: shown(name), path: withoutModules(name) });
    expectSame(name, code, plan);
    counts.withoutModules += agreeing(code, plan);
  });

  test('without any code: the same, with the plan as the root', async () => {
    const code = ofRoots(await outcomes(name));
    const plan = ofRoots(await outcomes(name, { plan: shown(name), path: empty(), roots: [] }));
    expectSame(name, code, plan);
    counts.withoutCode += agreeing(code, plan);
  });
});

describe('what was applied', () => {
  const files: [string, Partial<AssessOptions>][] = [
    ['a plan without changes', { plan: shown('queues-topics.applied') }],
    ['the shown state', { state: shown('queues-topics.state') }],
    ['the state file', { state: join(ORACLE, 'shown/queues-topics.tfstate') }],
  ];
  test.each(files)(
    '%s agrees with the code, with known identities in place of references',
    async (_, given) => {
      const code = await outcomes('queues-topics');
      const applied = await outcomes('queues-topics', given);
      for (const [key, before] of code) expect(applied.get(key)?.outcome, key).toBe(before.outcome);
    },
  );

  test.each(files)('%s alone contradicts nothing', async (_, given) => {
    const code = ofRoots(await outcomes('queues-topics'));
    agreeing(code, ofRoots(await outcomes('queues-topics', { ...given, path: empty(), roots: [] })));
  });
});

describe('what only the plan decides', () => {
  const table = (pitr: string) => `variable "pitr" {}
resource "aws_dynamodb_table" "users" {
  name = "users"
  point_in_time_recovery {
    enabled = ${pitr}
  }
}
`;
  const change = (after: Record<string, unknown>, unknown: Record<string, unknown> = {}) => ({
    ...queue('users', {}),
    address: 'aws_dynamodb_table.users',
    type: 'aws_dynamodb_table',
    change: {
      actions: ['create'],
      after,
      after_unknown: { arn: true, id: true, ...unknown },
      after_sensitive: {},
    },
  });
  const recovery = async (code: string, plan: string | undefined) => {
    const folder = written({ 'main.tf': code, ...(plan === undefined ? {} : { 'plan.json': plan }) });
    const run = await assess({
      path: folder,
      ...(plan === undefined ? {} : { plan: join(folder, 'plan.json') }),
    });
    return {
      planes: run.assessment.scope.planes,
      ...run.assessment.outcomes.find((o) => o.check === 'dynamodb-point-in-time-recovery')!,
    };
  };

  test.each([
    [true, 'pass'],
    [false, 'fail'],
  ])('a variable without a value here was %s when it was planned: %s', async (pitr, outcome) => {
    expect((await recovery(table('var.pitr'), undefined)).outcome).toBe('unknown');
    const after = { name: 'users', point_in_time_recovery: [{ enabled: pitr }] };
    const judged = await recovery(table('var.pitr'), planOf([change(after)], { variables: { pitr } }));
    expect(judged.outcome).toBe(outcome);
    expect(judged.planes).toEqual(['code', 'plan']);
  });

  test('its evidence stands at the line of the code, and its trail ends in the plan', async () => {
    const after = { name: 'users', point_in_time_recovery: [{ enabled: false }] };
    const [evidence] = (await recovery(table('data.aws_ssm_parameter.p.value'), planOf([change(after)])))
      .evidence;
    expect(evidence).toMatchObject({ plane: 'plan', at: { file: 'main.tf', line: 5 } });
    expect(evidence?.trail.at(-1)?.what).toBe(
      'plan: aws_dynamodb_table.users.point_in_time_recovery[0].enabled',
    );
  });

  test('what apply decides stays unknown', async () => {
    const marks = { point_in_time_recovery: [{ enabled: true }] };
    const after = { name: 'users', point_in_time_recovery: [{}] };
    const judged = await recovery(table('data.aws_ssm_parameter.p.value'), planOf([change(after, marks)]));
    expect(judged.outcome).toBe('unknown');
  });
});

describe('one value, as the code and the plan have it', () => {
  interface Both {
    readonly code: string;
    readonly after?: unknown;
    readonly unknown?: true;
    readonly sensitive?: true;
    readonly expression?: unknown;
    readonly is: unknown;
  }
  const KEY = { address: 'aws_kms_key.k', mode: 'managed', type: 'aws_kms_key', name: 'k' };
  const ARN = 'arn:aws:kms:eu-west-1:111122223333:key/k';
  const joined = async ({ code, after, unknown, sensitive, expression }: Both) => {
    const change = queue('q', after === undefined ? {} : { kms_master_key_id: after });
    const plan = JSON.parse(
      planOf([
        {
          ...change,
          change: {
            ...change.change,
            after_unknown: { arn: true, id: true, ...(unknown && { kms_master_key_id: true }) },
            after_sensitive: sensitive ? { kms_master_key_id: true } : {},
          },
        },
        { ...change, ...KEY, change: { ...change.change, after: {} } },
      ]),
    );
    plan.configuration.root_module.resources[0].expressions = expression
      ? { kms_master_key_id: expression }
      : {};
    const files =
      code === ''
        ? 'resource "aws_kms_key" "k" {}'
        : `variable "v" {}
variable "w" {}
resource "aws_kms_key" "k" {}
resource "aws_sqs_queue" "q" {
  ${code}
}`;
    const { instances } = joinPlanned(
      await evaluated(files),
      plannedByPlan(plan, 'plan.json', '--plan plan.json'),
    );
    return instances.find((i) => i.address === 'aws_sqs_queue.q')!.config.members.get('kms_master_key_id');
  };
  const written = { code: 'kms_master_key_id = aws_kms_key.k.arn' };
  const refers = { references: ['aws_kms_key.k.arn', 'aws_kms_key.k'] };
  const cases: [string, Both][] = [
    ['both know it', { code: 'kms_master_key_id = "alias/a"', after: 'alias/a', is: 'alias/a' }],
    ['the plan knows it', { code: 'kms_master_key_id = var.v', after: 'alias/a', is: 'alias/a' }],
    [
      'they differ: the plan holds',
      { code: 'kms_master_key_id = "alias/b"', after: 'alias/a', is: 'alias/a' },
    ],
    ['apply decides, the code refers', { ...written, unknown: true, is: '-> aws_kms_key.k.arn' }],
    [
      'apply decides, the code does not say',
      { code: 'kms_master_key_id = var.v', unknown: true, is: '?computed' },
    ],
    ['nobody wrote it', { code: '', unknown: true, is: undefined }],
    [
      'only the plan has it, with its reference',
      { code: '', unknown: true, expression: refers, is: '-> aws_kms_key.k.arn' },
    ],
    [
      'only the plan has it, with two references',
      {
        code: '',
        unknown: true,
        expression: { references: [...refers.references, 'local.key'] },
        is: '?computed',
      },
    ],
    ['a secret', { code: 'kms_master_key_id = var.v', after: 'alias/a', sensitive: true, is: '(sensitive)' }],
    ['not set', { code: 'kms_master_key_id = var.v', after: null, is: null }],
  ];
  test.each(cases)('%s', async (_, both) => {
    expect(brief(await joined(both))).toEqual(both.is);
  });

  test('a reference that is known by now keeps whom it means', async () => {
    const value = await joined({ ...written, after: ARN, is: ARN });
    expect(value).toMatchObject({ value: ARN, via: { address: 'aws_kms_key.k', attribute: 'arn' } });
  });

  test('of a choice, the arm that was planned', async () => {
    const value = await joined({
      code: 'kms_master_key_id = var.v ? aws_kms_key.k.arn : "alias/a"',
      after: 'alias/a',
      is: 'alias/a',
    });
    expect(value).toMatchObject({ kind: 'known', value: 'alias/a' });
  });

  test('a code that differs elsewhere proves nothing where apply decides', async () => {
    const code = 'kms_master_key_id = "alias/a"';
    expect(brief(await joined({ code, unknown: true, is: 'alias/a' }))).toBe('alias/a');
    const late = `${code}\n  delay_seconds = 5`;
    const change = queue('q', { delay_seconds: 6 });
    const plan = JSON.parse(
      planOf([
        {
          ...change,
          change: { ...change.change, after_unknown: { arn: true, id: true, kms_master_key_id: true } },
        },
      ]),
    );
    const root = await evaluated(`resource "aws_sqs_queue" "q" {\n  ${late}\n}`);
    const { instances } = joinPlanned(root, plannedByPlan(plan, 'plan.json', '--plan plan.json'));
    expect(brief(instances[0]!.config.members.get('kms_master_key_id'))).toBe('?computed');
  });
});

describe('a plan that does not fit', () => {
  const two = `resource "aws_sqs_queue" "a" {\n  name                      = "jobs"\n  message_retention_seconds = 60\n}\n`;

  test('holds for the values, and the report says where the code differs', async () => {
    const folder = written({
      'main.tf': two,
      'plan.json': planOf([queue('a', { name: 'jobs', message_retention_seconds: 120 })]),
    });
    const run = await assess({ path: folder, plan: join(folder, 'plan.json') });
    expect(run.assessment.notices.join()).toContain(
      'plan.json and the code differ at main.tf:3 (aws_sqs_queue.a.message_retention_seconds)',
    );
  });

  test('leaves what it does not know to the code, and says so', async () => {
    const folder = written({
      'main.tf': `${two}resource "aws_sqs_queue" "b" {}\n`,
      'plan.json': planOf([queue('a', { name: 'jobs' })]),
    });
    const run = await assess({ path: folder, plan: join(folder, 'plan.json') });
    expect(addresses(run.assessment.outcomes)).toContain('aws_sqs_queue.b');
    expect(run.assessment.notices.join()).toContain('plan.json does not have aws_sqs_queue.b of the code');
  });

  test('of targets does not make the rest absent', async () => {
    const folder = written({
      'main.tf': `${two}resource "aws_sqs_queue" "b" {}\n`,
      'plan.json': planOf([queue('a', { name: 'jobs' })], { complete: false, declared: ['a', 'b'] }),
    });
    const run = await assess({ path: folder, plan: join(folder, 'plan.json') });
    expect(addresses(run.assessment.outcomes)).toContain('aws_sqs_queue.b');
  });

  test('takes away what a count of 0 takes away', async () => {
    const folder = written({
      'main.tf': `${two}variable "on" {}\nresource "aws_sqs_queue" "b" {\n  count = var.on ? 1 : 0\n}\n`,
      'plan.json': planOf([queue('a', { name: 'jobs' })], {
        declared: ['a', 'b'],
        counted: ['b'],
        variables: { on: false },
      }),
    });
    const run = await assess({ path: folder, plan: join(folder, 'plan.json') });
    expect(addresses(run.assessment.outcomes).filter((a) => a.includes('.b'))).toEqual([]);
  });

  test('to any root, or to several equally, gets one message', async () => {
    const other = written({
      'main.tf': 'resource "aws_sqs_queue" "z" {}\n',
      'plan.json': planOf([queue('a', {})]),
    });
    await expect(assess({ path: other, plan: join(other, 'plan.json') })).rejects.toThrow(
      'none of its 1 resources',
    );
    const twins = written({
      'one/main.tf': `${two}provider "aws" {}`,
      'two/main.tf': `${two}provider "aws" {}`,
      'plan.json': planOf([queue('a', {})]),
    });
    await expect(assess({ path: twins, plan: join(twins, 'plan.json') })).rejects.toThrow(
      'one and two equally: name the root with --root',
    );
    const named = await assess({ path: twins, plan: join(twins, 'plan.json'), roots: ['two'] });
    expect(named.assessment.subject.roots.filter((r) => r.assessed).map((r) => r.path)).toEqual(['two']);
  });
});

describe('a plan alone', () => {
  test('of targets leaves open what is not in it', async () => {
    const before = await assess({
      path: written({}),
      plan: join(written({ 'p.json': planOf([queue('a', {})]) }), 'p.json'),
    });
    const part = written({ 'p.json': planOf([queue('a', {})], { complete: false }) });
    const after = await assess({ path: empty(), plan: join(part, 'p.json') });
    const dashboard = (run: typeof after) =>
      run.assessment.outcomes.find((o) => o.check === 'dashboard-exists')?.outcome;
    expect([dashboard(before), dashboard(after)]).toEqual(['fail', 'unknown']);
  });

  test('of another provider gets one message', async () => {
    const change = { ...queue('a', {}), type: 'azurerm_storage_queue', address: 'azurerm_storage_queue.a' };
    const folder = written({ 'p.json': planOf([change]) });
    await expect(assess({ path: empty(), plan: join(folder, 'p.json') })).rejects.toThrow(
      'nothing of AWS in it, but of azurerm',
    );
  });
});

describe('secrets of a plan', () => {
  const secret = 'correct-horse-battery-staple';
  test.each(['json', 'html', 'terminal'] as const)('are in no %s report', async (format) => {
    const folder = written({
      'main.tf':
        'variable "key" {}\nresource "aws_lambda_function" "f" {\n  environment {\n    variables = { API_SECRET = var.key }\n  }\n}\n',
      'plan.json': planOf(
        [
          {
            ...queue('f', {}),
            address: 'aws_lambda_function.f',
            type: 'aws_lambda_function',
            change: {
              actions: ['create'],
              after: { function_name: 'f', environment: [{ variables: { API_SECRET: secret } }] },
              after_unknown: { arn: true, id: true },
              after_sensitive: { environment: [{ variables: { API_SECRET: true } }] },
            },
          },
        ],
        { variables: { key: secret } },
      ),
    });
    const run = await assess({ path: folder, plan: join(folder, 'plan.json') });
    const text = await render(format, run, {
      columns: 80,
      colour: false,
      verbose: true,
      quiet: false,
      date: new Date(0),
    });
    expect(text).toContain('aws_lambda_function.f');
    expect(text).not.toContain(secret);
  });
});

describe('a file that is no plan', () => {
  const messages: [string, string | Uint8Array, string][] = [
    ['cut off', '{"format_version":"1.2","resource_ch', 'not valid JSON'],
    ['empty', '', 'the file is empty'],
    ['binary', new Uint8Array([0x50, 0x4b, 3, 4]), 'terraform show -json'],
    ['of an old format', '{"format_version":"0.1","resource_changes":[]}', 'a plan of format 0.1'],
    ['of a format to come', '{"format_version":"2.0","resource_changes":[]}', 'a plan of format 2.0'],
    ['something else', '{"name":"x"}', 'not the JSON of a plan'],
    ['a list', '[]', 'not the JSON of a plan'],
    ['a state', '{"format_version":"1.0","values":{}}', 'give it as --state'],
    ['a log', '{"@level":"info"}\n{"@level":"info"}', 'the log of a run'],
    ['nested without end', `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`, 'nested too deeply'],
  ];
  test.each(messages)('%s: one sentence says so', async (_, content, message) => {
    const folder = written({ 'main.tf': 'resource "aws_sqs_queue" "a" {}\n', 'plan.json': content });
    await expect(assess({ path: folder, plan: join(folder, 'plan.json') })).rejects.toThrow(message);
  });

  const states: [string, string, string][] = [
    ['version 3', '{"version":3,"lineage":"x","modules":[]}', 'a state of version 3; version 4 is read'],
    ['cut off', '{"version":4,"lineage":', 'not valid JSON'],
    ['a plan', '{"format_version":"1.2","resource_changes":[]}', 'give it as --plan'],
    ['without lineage', '{"version":4,"resources":[]}', 'not a whole state'],
  ];
  test.each(states)('a state that is %s: one sentence says so', async (_, content, message) => {
    const folder = written({ 'main.tf': 'resource "aws_sqs_queue" "a" {}\n', 's.json': content });
    await expect(assess({ path: folder, state: join(folder, 's.json') })).rejects.toThrow(message);
  });

  test('larger than the limit: it is not read at all', async () => {
    const folder = written({ 'main.tf': 'resource "aws_sqs_queue" "a" {}\n' });
    const { nodeFileSystem } = await import('../src/collect/files/node-file-system.ts');
    const fileSystem = {
      ...nodeFileSystem,
      stat: async (path: string) =>
        path.endsWith('huge.json')
          ? ({ kind: 'file', size: 200 * 1024 * 1024 } as const)
          : nodeFileSystem.stat(path),
    };
    await expect(assess({ path: folder, plan: 'huge.json', fileSystem })).rejects.toThrow(
      '200 MB are too large',
    );
  });

  test('UTF-16, as PowerShell redirects it, is read', async () => {
    const text = planOf([queue('a', { name: 'jobs' })]);
    const folder = written({
      'main.tf': 'resource "aws_sqs_queue" "a" {}\n',
      'plan.json': new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
    });
    await expect(assess({ path: folder, plan: join(folder, 'plan.json') })).resolves.toBeDefined();
  });
});

type Outcomes = ReadonlyMap<string, ReportedOutcome>;

/**
 * What a plan alone judges more than the code does, and why, by stack. The configuration of a plan leaves out `dynamic`
 * blocks, so that blocks whose number apply decides may have been written there; without code one stands for all of them.
 */
const JUDGED_MORE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'network-and-rules': {
    // Apply decides the rules of the list, so one that lets administration in may be among them.
    'network-acl-admin-ports-closed module.network.aws_network_acl.this.ingress': 'unknown',
    // Whatever rules go out, the check asks those that come in.
    'network-acl-admin-ports-closed module.network.aws_network_acl.this.egress': 'not-applicable',
  },
};

/** The same subjects are judged, and beside them those that a plan alone leaves open. */
function expectSame(name: string, code: Outcomes, plan: Outcomes): void {
  expect([...code.keys()].filter((key) => !plan.has(key))).toEqual([]);
  const more = [...plan].filter(([key]) => !code.has(key)).map(([key, { outcome }]) => [key, outcome]);
  expect(Object.fromEntries(more)).toEqual(JUDGED_MORE[name] ?? {});
}

/** Counts what both say; an outcome that both decide has to be the same. */
function agreeing(code: Outcomes, plan: Outcomes): number {
  let same = 0;
  for (const [key, before] of code) {
    const after = plan.get(key)?.outcome;
    if (after === before.outcome) same++;
    else if (after === 'unknown') counts.open++;
    else expect(after, key).toBe(before.outcome);
  }
  return same;
}

function shown(name: string): string {
  return join(ORACLE, 'shown', `${name}.json`);
}

async function outcomes(name: string, given: Partial<AssessOptions> = {}): Promise<Outcomes> {
  const folder = join(ORACLE, 'stacks', name);
  const file = join(folder, 'options.json');
  const options = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as {
    readonly args?: readonly string[];
    readonly env?: Record<string, string>;
    readonly workspace?: string;
  };
  const args = (prefix: string) =>
    (options.args ?? []).filter((a) => a.startsWith(prefix)).map((a) => a.slice(prefix.length));
  const path = given.path ?? folder;
  const run = await assess({
    path,
    vars: new Map(args('-var=').map((v) => [v.slice(0, v.indexOf('=')), v.slice(v.indexOf('=') + 1)])),
    varFiles: given.roots === undefined ? args('-var-file=').map((f) => join(path, f)) : [],
    variables: options.env ?? {},
    ...(options.workspace === undefined ? {} : { workspace: options.workspace }),
    ...given,
  });
  return new Map(run.assessment.outcomes.map((o) => [`${o.check} ${o.resource?.address ?? ''}`, o]));
}

/** Without what the repository itself shows: no plan says that. */
function ofRoots(said: Outcomes): Outcomes {
  return new Map([...said].filter(([, { root }]) => root !== ''));
}

function assess(given: Partial<AssessOptions> & { readonly path: string }) {
  return assessRepository({
    roots: given.plan === undefined && given.state === undefined ? ['.'] : [],
    now: new Date('2026-01-01T00:00:00Z'),
    ...given,
  });
}

function written(files: Record<string, string | Uint8Array>): string {
  const folder = empty();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

function withoutModules(name: string): string {
  const folder = empty();
  cpSync(join(ORACLE, 'stacks', name), folder, { recursive: true });
  rmSync(join(folder, 'modules'), { recursive: true, force: true });
  return folder;
}

function empty(): string {
  const folder = mkdtempSync(join(tmpdir(), 'planned-'));
  folders.push(folder);
  return folder;
}

function addresses(found: readonly ReportedOutcome[]): string[] {
  return found.flatMap((o) => o.resource?.address ?? []);
}

function queue(name: string, after: Record<string, unknown>) {
  return {
    address: `aws_sqs_queue.${name}`,
    mode: 'managed',
    type: 'aws_sqs_queue',
    name,
    change: {
      actions: ['create'],
      after,
      after_unknown: { arn: true, id: true } as Record<string, unknown>,
      after_sensitive: {} as unknown,
    },
  };
}

function planOf(
  changes: readonly ReturnType<typeof queue>[],
  given: {
    readonly complete?: boolean;
    readonly declared?: readonly string[];
    readonly counted?: readonly string[];
    readonly variables?: Record<string, unknown>;
  } = {},
): string {
  const declared = given.declared?.map((name) => `aws_sqs_queue.${name}`) ?? changes.map((c) => c.address);
  const resources = declared.map((address) => ({
    address,
    mode: 'managed',
    type: address.split('.')[0],
    expressions: {},
    ...(given.counted?.some((name) => address.endsWith(`.${name}`)) && { count_expression: {} }),
  }));
  return JSON.stringify({
    format_version: '1.2',
    complete: given.complete ?? true,
    variables: Object.fromEntries(Object.entries(given.variables ?? {}).map(([k, value]) => [k, { value }])),
    resource_changes: changes,
    configuration: { root_module: { resources } },
  });
}

describe('the law of honesty over plans without code', () => {
  test.each(STACKS)(
    '%s: a value that the plan hides makes no pass and turns no gap into anything but unknown',
    async (name) => {
      const document = JSON.parse(readFileSync(shown(name), 'utf8')) as Shown;
      // Without the configuration nothing says that a value is not written.
      delete document.configuration;
      const judged = async () => {
        const folder = written({ 'plan.json': JSON.stringify(document) });
        return assess({ path: folder, plan: join(folder, 'plan.json') });
      };
      const before = await judged();
      const was = new Map(
        before.assessment.outcomes.map((o) => [`${o.check} ${o.resource?.address ?? ''}`, o.outcome]),
      );
      const leaves = document.resource_changes.flatMap(({ mode, change }) =>
        mode === 'managed' && change.after !== null
          ? Object.entries(change.after).flatMap(([argument, value]) =>
              value === null ? [] : [{ change, argument, value }],
            )
          : [],
      );
      // Every seventh: enough to meet each kind of argument, and over all stacks some hundred.
      for (const { change, argument, value } of leaves.filter((_, i) => i % 7 === 0)) {
        const marks = change.after_unknown;
        const mark = marks[argument];
        delete change.after![argument];
        marks[argument] = true;
        const after = await judged();
        for (const o of after.assessment.outcomes) {
          const key = `${o.check} ${o.resource?.address ?? ''}`;
          const about = `${argument} hidden: ${key}`;
          if (o.outcome === 'pass') expect(was.get(key), about).toBe('pass');
          if (was.get(key) === 'fail') expect(['fail', 'unknown'], about).toContain(o.outcome);
        }
        expect(after.assessment.score.lower, argument).toBeLessThanOrEqual(
          before.assessment.score.lower + 1e-12,
        );
        change.after![argument] = value;
        if (mark === undefined) delete marks[argument];
        else marks[argument] = mark;
      }
    },
  );
});

interface Shown {
  configuration?: unknown;
  readonly resource_changes: readonly {
    readonly mode: string;
    readonly change: {
      readonly after: Record<string, unknown> | null;
      readonly after_unknown: Record<string, unknown>;
    };
  }[];
}

test('a CDK for Terraform app is assessed by its synthesized stacks, and without them listed with the command', async () => {
  const stack = JSON.stringify({
    provider: { aws: [{}] },
    resource: { aws_sqs_queue: { jobs: { name: 'jobs' } } },
  });
  const app = '{"language":"typescript","app":"npx ts-node main.ts"}';
  const synthesized = await assess({
    path: written({ 'app/cdktf.json': app, 'app/cdktf.out/stacks/live/cdk.tf.json': stack }),
    roots: [],
  });
  expect(synthesized.assessment.subject.roots.map((r) => [r.path, r.assessed])).toEqual([
    ['app/cdktf.out/stacks/live', true],
  ]);
  const bare = await assess({
    path: written({ 'app/cdktf.json': app, 'infra/main.tf': 'resource "aws_sqs_queue" "q" {}' }),
    roots: [],
  });
  expect(bare.assessment.subject.roots.find((r) => r.path === 'app/cdktf.json')).toMatchObject({
    assessed: false,
    because: 'a CDK for Terraform app without synthesized stacks in app/cdktf.out/stacks: run cdktf synth',
  });
});
