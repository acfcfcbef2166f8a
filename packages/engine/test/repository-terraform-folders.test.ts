import { describe, expect, it } from 'vitest';
import type { MemoryFile } from './support/memory-file-system.ts';
import { at, factsOf, githubStep, type Plain, ranBy } from './support/pipeline-facts.ts';

/*
 * What the folders that Terraform and Terragrunt are run in say of what is deployed there.
 */

const NAMES =
  'locals {\n  # resources are named by it\n  team = "shop"\n}\noutput "team" {\n  value = local.team\n}\n';
const BUCKET = 'resource "aws_s3_bucket" "files" {}\n';

/** Whether applying the code of a folder is a deployment. */
async function deploys(files: Readonly<Record<string, string>>, folder = 'infra/names', before = '') {
  const step = githubStep(`${before}terraform -chdir=${folder} apply -auto-approve`);
  return (await ranBy({ ...step, ...files })).some((one) => one.startsWith('deploy'));
}

describe('what is applied', () => {
  it('deploys nothing where it has outputs, locals and variables alone', async () => {
    expect(await deploys({ 'infra/names/main.tf': NAMES, 'infra/names/in.tf': 'variable "x" {}\n' })).toBe(
      false,
    );
    expect(await deploys({ 'infra/names/main.tf': NAMES, 'infra/names/sub/main.tf': BUCKET })).toBe(false);
  });

  it('and what it calls has no more', async () => {
    const calls = {
      'infra/names/main.tf': `${NAMES}module "all" {\n  source = "../all"\n  x = { y = 1 }\n}\n`,
    };
    expect(await deploys({ ...calls, 'infra/all/main.tf': NAMES })).toBe(false);
    expect(await deploys({ ...calls, 'infra/all/main.tf': BUCKET })).toBe(true);
    expect(await deploys(calls)).toBe(true);
    expect(await deploys({ ...calls, 'infra/all/main.tf': 'module "n" { source = "../names" }\n' })).toBe(
      true,
    );
  });

  it.each([
    ['a resource', BUCKET],
    ['a resource without quotes', 'resource aws_s3_bucket files {}\n'],
    ['a resource behind a comment', 'resource /* of files */ "aws_s3_bucket" "files" {}\n'],
    ['a module of others', 'module "files" {\n  source = "acme/files/aws"\n}\n'],
    ['what it takes over', 'import {\n  to = aws_s3_bucket.files\n}\n'],
    ['what it takes away', 'removed {\n  from = aws_s3_bucket.files\n}\n'],
    ['what a template brings', '{% include "files.tf" %}\n'],
  ])('may deploy with %s', async (_, code) => {
    expect(await deploys({ 'infra/names/main.tf': NAMES, 'infra/names/more.tf': code })).toBe(true);
    expect(await deploys({ 'infra/names/main.tf': NAMES, 'infra/names/more.tf.jinja': code })).toBe(true);
  });

  it('may deploy what is not here, or is made on the way', async () => {
    expect(await deploys({ 'infra/other/main.tf': NAMES })).toBe(true);
    expect(await deploys({ 'infra/names/main.tf': NAMES }, 'infra/names', 'cp files.tf infra/names\n')).toBe(
      true,
    );
    expect(await deploys({ 'infra/names/x.tf.json': '{"resource": {"aws_s3_bucket": {"b": {}}}}' })).toBe(
      true,
    );
  });

  it('deploys nothing where all folders that may be given have no more', async () => {
    const given = '"infra/$APP/names"';
    const one = { 'infra/a/names/main.tf': NAMES };
    expect(await deploys(one, given)).toBe(false);
    expect(await deploys({ ...one, 'infra/b/names/main.tf': BUCKET }, given)).toBe(true);
    expect(await deploys(one, '"infra/a/$PART"')).toBe(true);
  });
});

const KEYS = '  access_key = "test"\n  secret_key = "test"\n';
const ENDPOINTS =
  '  endpoints {\n    s3  = "http://localhost:4566"\n    sqs = "http://localhost:4566"\n  }\n';
const provider = (body: string) => `provider "aws" {\n  region = "eu-west-1"\n${body}}\n`;

describe('a stand-in of the cloud', () => {
  const beside = 'docker run -d -p 4566:4566 localstack/localstack\n';
  const inFolder = (code: string, before = '') =>
    deploys({ 'infra/names/main.tf': BUCKET, 'infra/names/aws.tf': code }, 'infra/names', before);

  it.each([
    ['endpoints and keys', KEYS + ENDPOINTS, ''],
    ['endpoints beside one that runs', ENDPOINTS, beside],
    ['keys beside one that runs', KEYS, beside],
    ['endpoints and keys of the shell', ENDPOINTS, 'export AWS_ACCESS_KEY_ID=test\n'],
    ['keys and an endpoint of the shell', KEYS, 'export AWS_ENDPOINT_URL=http://localhost:4566\n'],
    ['endpoints among the locals', KEYS + ENDPOINTS.replaceAll('"http://localhost:4566"', 'local.near'), ''],
  ])('is told by %s', async (_, body, before) => {
    const locals = 'locals {\n  near = "http://localhost:4566"\n}\n';
    expect(await inFolder(provider(body) + locals, before)).toBe(false);
  });

  it.each([
    ['keys alone', provider(KEYS)],
    ['endpoints alone', provider(ENDPOINTS)],
    [
      'endpoints that a variable says',
      provider(KEYS + ENDPOINTS.replaceAll('"http://localhost:4566"', 'var.at')),
    ],
    [
      'endpoints of which one is elsewhere',
      provider(KEYS + ENDPOINTS.replace('//localhost', '//s3.acme.test')),
    ],
    ['keys that a variable says', provider(KEYS.replace('"test"', 'var.key') + ENDPOINTS)],
    ['a second provider', provider(KEYS + ENDPOINTS) + provider('  alias = "real"\n')],
    ['what another provider makes', `${provider(KEYS + ENDPOINTS)}resource "github_repository" "shop" {}\n`],
    [
      'what a command makes',
      `${provider(KEYS + ENDPOINTS)}resource "null_resource" "all" {\n  provisioner "local-exec" {}\n}\n`,
    ],
    ['a module of others', `${provider(KEYS + ENDPOINTS)}module "all" {\n  source = "acme/all/other"\n}\n`],
  ])('is not told by %s', async (_, code) => {
    expect(await inFolder(code)).toBe(true);
  });

  it('is where the modules that are called make things too', async () => {
    const calls = provider(KEYS + ENDPOINTS).concat('module "all" {\n  source = "../all"\n}\n');
    const of = (code: MemoryFile) =>
      ranBy({
        ...githubStep('terraform -chdir=infra/names apply'),
        'infra/names/main.tf': calls,
        'infra/all/main.tf': code,
      });
    expect(await of(BUCKET)).toEqual([]);
    expect(await of(provider('') + BUCKET)).toEqual(['deploy terraform -chdir=infra/names apply']);
    expect(await of({ error: 'EACCES' })).toEqual(['… making infra/all/main.tf readable']);
  });

  it('may be in a file that cannot be read', async () => {
    const step = githubStep('terraform -chdir=infra apply');
    const unread = { ...step, 'infra/main.tf': BUCKET, 'infra/aws.tf': { error: 'EACCES' } as const };
    expect(await ranBy(unread)).toEqual(['… making infra/aws.tf readable']);
    expect(await ranBy({ ...unread, 'infra/main.tf': provider('') + BUCKET })).toEqual([
      'deploy terraform -chdir=infra apply',
    ]);
  });

  it('is what a service of the job or a variable of the shell says', async () => {
    const workflow = (more: string, run: string) => ({
      '.github/workflows/w.yml': `on: push\njobs:\n  j:\n${more}    steps:\n      - run: ${run}\n`,
      'main.tf': provider(ENDPOINTS) + BUCKET,
    });
    const service = '    services:\n      aws:\n        image: localstack/localstack:4\n';
    const told = '    env: { AWS_ENDPOINT_URL: "http://localhost:4566" }\n';
    const sync = 'aws s3 sync site s3://shop-site';
    expect(await ranBy(workflow('', 'terraform apply'))).toEqual(['deploy terraform apply']);
    expect(await ranBy(workflow(service, 'terraform apply'))).toEqual([]);
    expect(await ranBy(workflow('', sync))).toEqual([`deploy ${sync}`]);
    expect(await ranBy(workflow(told, sync))).toEqual([]);
  });
});

/** The environments that a step says that applies the code of a folder with Terragrunt. */
async function environments(files: Readonly<Record<string, string>>, call = 'terragrunt apply') {
  const step = githubStep(call, 'working-directory: apps/api\n        ');
  const deployment = (await factsOf({ ...step, ...files })).find(
    ({ type }) => type === 'Repository::Deployment',
  )!;
  return (at(deployment, 'deploys') as readonly { environments: readonly Record<string, Plain>[] }[]).flatMap(
    (one) => one.environments.filter(({ stage }) => stage !== undefined),
  );
}

describe('an environment of Terragrunt', () => {
  const own =
    'terraform {\n  source = "../../modules//api"\n}\ninclude {\n  path = find_in_parent_folders()\n}\n';

  it.each([
    ['of the folder', { 'apps/api/terragrunt.hcl': 'inputs = {\n  environment = "prod"\n}\n' }, 'prod'],
    [
      'of what it includes',
      { 'apps/api/terragrunt.hcl': own, 'apps/terragrunt.hcl': 'locals { env = "staging" }\n' },
      'staging',
    ],
    [
      'of a file of its own',
      {
        'apps/api/terragrunt.hcl': own.replace('()', '("env.hcl")'),
        'env.hcl': 'locals {\n  stage = "dev"\n}\n',
      },
      'dev',
    ],
    [
      'of none that is above',
      { 'apps/api/terragrunt.hcl': own, 'other/terragrunt.hcl': 'locals { env = "prod" }\n' },
      undefined,
    ],
    ['of none that is left out', { 'apps/api/terragrunt.hcl': '# env = "prod"\n' }, undefined],
    [
      'of none of two',
      {
        'apps/api/terragrunt.hcl': `${own}env = "dev"\n`,
        'apps/terragrunt.hcl': 'locals { env = "prod" }\n',
      },
      undefined,
    ],
  ])('is that %s', async (_, files, expected) => {
    expect((await environments(files)).map(({ name }) => name)).toEqual(
      expected === undefined ? [] : [expected],
    );
  });

  it('is what the command says', async () => {
    const files = { 'apps/api/terragrunt.hcl': 'locals { env = "prod" }\n' };
    expect(await environments(files, 'terragrunt apply -var-file=dev.tfvars')).toMatchObject([
      { name: 'dev.tfvars' },
    ]);
  });
});

it('code of Terraform may lie in a folder that cannot be read', async () => {
  const isWithout = async (folder: string, files: Readonly<Record<string, MemoryFile>> = {}) => {
    const facts = await factsOf({ ...githubStep(`cd ${folder} && terraform apply`), ...files });
    return at(facts.find(({ type }) => type === 'Repository::Deployment')!, 'withoutTerraform');
  };
  expect(await isWithout('infra')).toBe(true);
  expect(await isWithout('infra', { infra: { link: '/elsewhere' } })).toBe(null);
  expect(await isWithout('node_modules/infra')).toBe(null);
});
