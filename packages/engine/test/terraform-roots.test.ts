import { expect, test } from 'vitest';
import { discover } from './support/terraform.ts';

const PROVIDER = 'provider "aws" {}\n';

async function roles(files: Record<string, string>, given = {}): Promise<Record<string, string>> {
  const { candidates } = await discover(files, given);
  return Object.fromEntries(
    candidates.map((c) => [c.path, `${c.role}${c.assessed ? '' : ', not assessed'}: ${c.because}`]),
  );
}

test('a root has a provider, a module is called by it', async () => {
  expect(
    await roles({
      'infra/main.tf': `${PROVIDER}module "q" { source = "./modules/queue" }`,
      'infra/modules/queue/main.tf': 'resource "x_y" "z" {}',
      'infra/modules/unused/main.tf': 'resource "x_y" "z" {}',
    }),
  ).toEqual({
    infra: 'root: has a provider of its own',
    'infra/modules/queue': 'module, not assessed: called by module.q in infra/main.tf:2',
    'infra/modules/unused': 'module, not assessed: in a folder named modules',
  });
});

test('a folder without provider, backend and tfvars beside others that have them is a module', async () => {
  expect(
    await roles({
      'live/main.tf': `${PROVIDER}terraform {\n  backend "s3" {}\n}`,
      'live/terraform.tfvars': '',
      'shared/main.tf': 'resource "x_y" "z" {}',
    }),
  ).toEqual({
    live: 'root: has a provider, a backend and tfvars of its own',
    shared: 'module, not assessed: no provider, backend or tfvars of its own, and other folders have them',
  });
});

test('a folder with nothing to deploy and no backend is copied by something else to where it works', async () => {
  const files = {
    'common/provider.tf': PROVIDER,
    'common/variables.tf': 'variable "region" {}',
    'store/main.tf': 'resource "x_y" "z" {}',
  };
  expect(await roles(files)).toEqual({
    common: 'module, not assessed: it declares nothing to deploy and no backend',
    store: 'root: no other folder calls it',
  });
  const kept = { ...files, 'common/state.tf': 'terraform {\n  backend "s3" {}\n}' };
  expect((await roles(kept)).common).toBe('root: has a provider and a backend of its own');
});

test('a single folder is a root whatever it has', async () => {
  expect(await roles({ 'main.tf': 'resource "x_y" "z" {}' })).toEqual({
    '.': 'root: no other folder calls it',
  });
});

test('examples and tests are listed, unless they are named', async () => {
  const files = {
    'main.tf': PROVIDER,
    'examples/simple/main.tf': PROVIDER,
    'test/fixtures/a/main.tf': PROVIDER,
    'environments/test/main.tf': PROVIDER,
  };
  expect(await roles(files)).toEqual({
    '.': 'root: has a provider of its own',
    'environments/test': 'root: has a provider of its own',
    'examples/simple': 'example, not assessed: in a folder named examples',
    'test/fixtures/a': 'test, not assessed: in a folder named test',
  });
  const named = await roles(files, { roots: ['examples/simple'] });
  expect(named['examples/simple']).toBe('example: named with --root (in a folder named examples)');
  expect(named['.']).toContain('not assessed');
});

test('a repository of nothing but modules is a library and is assessed', async () => {
  const found = await roles({
    'modules/a/main.tf': 'module "b" { source = "../b" }',
    'modules/b/main.tf': 'resource "x_y" "z" {}',
    'examples/all/main.tf': `${PROVIDER}module "a" { source = "../../modules/a" }`,
  });
  expect(found['modules/a']).toMatch(/^module: .*library of modules$/);
  expect(found['modules/b']).toMatch(/^module: .*library of modules$/);
  expect(found['examples/all']).toMatch(/^example, not assessed/);
});

test('legacy is said only on evidence, which is shown', async () => {
  expect(
    await roles({
      'live/main.tf': PROVIDER,
      'live/README.md': '# Live\n\nReplaces the legacy setup.\n',
      'v1/main.tf': PROVIDER,
      'v1/README.md': '# Old stack\n\nThis stack is deprecated, see live.\n',
      'old/main.tf': PROVIDER,
    }),
  ).toEqual({
    live: 'root: has a provider of its own',
    v1: 'legacy, not assessed: v1/README.md:3 says "This stack is deprecated, see live."',
    old: 'legacy, not assessed: the folder name says old',
  });
});

test('roots of another environment are listed where a sibling belongs to the chosen one', async () => {
  const files = {
    'environments/dev/main.tf': PROVIDER,
    'environments/prod/main.tf': PROVIDER,
    'bootstrap/main.tf': PROVIDER,
  };
  expect(await roles(files)).toEqual({
    bootstrap: 'root: has a provider of its own',
    'environments/dev': 'root, not assessed: belongs to environment dev',
    'environments/prod': 'root: has a provider of its own',
  });
  expect(await roles(files, { env: 'dev' })).toMatchObject({
    'environments/prod': 'root, not assessed: belongs to environment prod',
  });
});

test('downloaded modules are no roots', async () => {
  const found = await roles({
    'main.tf': PROVIDER,
    '.terraform/modules/vpc/main.tf': PROVIDER,
  });
  expect(Object.keys(found)).toEqual(['.']);
});
