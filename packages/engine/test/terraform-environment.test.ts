import { expect, test } from 'vitest';
import { brief, discover, evaluated, instance } from './support/terraform.ts';

const MAIN = 'variable "size" { default = 1 }\nresource "x_y" "z" { size = var.size }\n';

async function environment(files: Record<string, string>, given = {}): Promise<string> {
  const found = (await discover({ 'main.tf': MAIN, ...files }, given)).environment;
  return `${found.name ?? 'none'} (${found.because}) of ${found.known.join(' ')}`;
}

test('the environment is the one that is asked for', async () => {
  expect(await environment({ 'dev.tfvars': '', 'prod.tfvars': '' }, { env: 'dev' })).toBe(
    'dev (--env) of dev prod',
  );
  expect(await environment({ 'prod.tfvars': '' }, { env: 'qa' })).toBe(
    'qa (--env; the repository knows prod) of prod',
  );
});

test('else the one that airworthy.yaml declares, else the only one, else the one that says production', async () => {
  expect(await environment({ 'dev.tfvars': '' }, { declaredEnvironment: 'live' })).toBe(
    'live (declared production in airworthy.yaml) of dev live',
  );
  expect(await environment({ 'staging.tfvars': '' })).toBe(
    'staging (the only one with a tfvars file) of staging',
  );
  expect(await environment({ 'dev.tfvars': '', 'prod.tfvars': '' })).toBe(
    'prod (its name says production; the others are dev) of dev prod',
  );
  expect(await environment({ 'dev.tfvars': '', 'qa.tfvars': '' })).toBe(
    'none (none of dev and qa says production; the defaults hold) of dev qa',
  );
  expect(await environment({})).toBe('none (nothing names one; the defaults hold) of ');
});

test.each([
  ['env/prod.tfvars', 'prod'],
  ['environments/prod/terraform.tfvars', 'prod'],
  ['prod/terraform.tfvars', 'prod'],
  ['vars/prod.tfvars.json', 'prod'],
  ['tfvars/eu-prod.tfvars', 'eu-prod'],
  ['config/acceptance.tfvars', 'acceptance'],
  ['terraform.prod.tfvars', 'prod'],
  ['params/prod.json', 'prod'],
  ['prod.parameters.json', 'prod'],
])('%s names the environment %s', async (path, name) => {
  const text = path.endsWith('.json') ? '{}' : '';
  expect(await environment({ [path]: text })).toContain(`of ${name}`);
});

test.each([
  'terraform.tfvars',
  'prod.auto.tfvars',
  'backend-prod.tfvars',
  'example.tfvars',
  'params/readme.json',
])('%s names no environment', async (path) => {
  expect(await environment({ [path]: path.endsWith('.json') ? '{}' : '' })).toMatch(/of $/);
});

test('workspaces that the code compares with are environments, and terraform.workspace follows', async () => {
  const files = {
    'main.tf': `
resource "x_y" "z" {
  size = terraform.workspace == "prod" ? 3 : 1
  kind = { prod = "big", dev = "small" }[terraform.workspace]
}`,
  };
  const found = await discover(files);
  expect(found.environment).toMatchObject({ name: 'prod', known: ['dev', 'prod'] });
  const { members } = instance(await found.root(), 'x_y.z').config;
  expect(brief(members.get('size'))).toBe(3);
  expect(brief(members.get('kind'))).toBe('big');
  const dev = instance(await evaluated(files, { workspace: 'dev' }), 'x_y.z');
  expect(brief(dev.config.members.get('size'))).toBe(1);
});

test.each([
  ['local.stage == "prod" ? 3 : 1', 'locals { stage = lower(terraform.workspace) }', 'prod'],
  [
    'lookup(var.sizes, local.stage, 1)',
    'locals { stage = terraform.workspace }\nvariable "sizes" {}',
    'live qa',
  ],
  ['contains(keys(var.sizes), terraform.workspace) ? 3 : 1', 'variable "sizes" {}', 'live qa'],
])('%s names workspaces', async (size, more, names) => {
  const files = {
    'size.tf': `resource "x_y" "sized" { size = ${size} }\n${more}`,
    'terraform.tfvars': 'sizes = { live = 3, qa = 1 }',
  };
  expect(await environment(files)).toMatch(new RegExp(`of ${names}$`));
});

test('terraform.workspace is default where nothing speaks of workspaces, else unknown', async () => {
  const code = 'resource "x_y" "z" { name = terraform.workspace }';
  expect(brief(instance(await evaluated(code), 'x_y.z').config.members.get('name'))).toBe('default');
  const asked = instance(await evaluated(code, { env: 'prod' }), 'x_y.z').config.members.get('name');
  expect(asked).toMatchObject({ kind: 'unknown', decidedBy: '--workspace NAME' });
});

test('the values of the chosen environment hold, beside the root and above it', async () => {
  const beside = await evaluated({ 'main.tf': MAIN, 'prod.tfvars': 'size = 3', 'dev.tfvars': 'size = 2' });
  expect(brief(instance(beside, 'x_y.z').config.members.get('size'))).toBe(3);
  expect(brief(beside.environment)).toBe('prod');
  const above = await discover({ 'infra/main.tf': MAIN, 'env/prod.tfvars': 'size = 4' });
  const z = instance(await above.root('infra'), 'x_y.z');
  expect(brief(z.config.members.get('size'))).toBe(4);
  expect(z.config.members.get('size')!.origin.trail.at(-1)).toMatchObject({
    file: 'env/prod.tfvars',
    line: 1,
  });
});

test('files of another root are left alone', async () => {
  const found = await discover({
    'a/main.tf': MAIN,
    'b/main.tf': `${MAIN}`,
    'a/prod.tfvars': 'size = 5',
  });
  const size = async (path: string) =>
    brief(instance(await found.root(path), 'x_y.z').config.members.get('size'));
  expect(await size('a')).toBe(5);
  expect(await size('b')).toBe(1);
});
