import { describe, expect, it } from 'vitest';
import { collectRepository } from '../src/index.ts';
import { assessFolder } from './support/assess-folder.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';
import { brief, evaluated, type Given, instance } from './support/terraform.ts';

const MODULE = `
variable "days" { default = 7 }
variable "name" { default = "jobs" }
resource "x_y" "z" {
  days = var.days
  name = var.name
}`;

/** What the variables of a module are whose defaults are 7 and "jobs". */
async function valuesWith(files: Readonly<Record<string, string>>, given: Given = {}) {
  const root = await evaluated({ 'main.tf': MODULE, ...files }, given);
  return instance(root, 'x_y.z').config;
}

describe('a variable that Terragrunt gives a value', () => {
  it.each<[name: string, files: Record<string, string>]>([
    ['in a unit', { 'live/terragrunt.hcl': 'inputs = {\n  days = 1\n}' }],
    ['under a quoted name', { 'live/terragrunt.hcl': 'inputs = {\n  "days" = 1\n}' }],
    [
      'in a file that units include',
      {
        'live/terragrunt.hcl': 'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}',
        'root.hcl': 'inputs = { days = 1 }',
      },
    ],
    [
      'in one that is merged',
      {
        'live/terragrunt.hcl':
          'locals {\n  all = read_terragrunt_config("all.hcl")\n}\ninputs = merge(local.all.inputs, { other = 2 })',
        'live/all.hcl': 'inputs = { days = 1 }',
      },
    ],
    [
      'in locals',
      {
        'live/terragrunt.hcl': 'locals {\n  all = { days = 1 }\n}\ninputs = merge(local.all, { other = 2 })',
      },
    ],
    ['in one of two ways', { 'live/terragrunt.hcl': 'inputs = var.a ? { days = 1 } : { other = 2 }' }],
  ])('is not its default: %s', async (_, files) => {
    expect(brief(await valuesWith(files))).toEqual({ days: '?not-collected', name: 'jobs' });
  });

  it.each<[why: string, files: Record<string, string>]>([
    ['computed', { 'terragrunt.hcl': 'inputs = yamldecode(file("values.yaml"))' }],
    ['under a computed name', { 'terragrunt.hcl': 'inputs = { (local.name) = 1 }' }],
    ['of a list', { 'terragrunt.hcl': 'inputs = merge(local.all...)' }],
    [
      'of a document',
      { 'terragrunt.hcl': 'locals {\n  a = yamldecode(file("a"))\n}\ninputs = local.a.inputs' },
    ],
    ['outputs of another module', { 'terragrunt.hcl': 'inputs = dependency.network.outputs' }],
    [
      'of a file outside',
      { 'terragrunt.hcl': 'include {\n  path = find_in_parent_folders("common.hcl")\n}' },
    ],
    [
      'in a file of values',
      {
        'terragrunt.hcl':
          'terraform {\n  extra_arguments "v" {\n    commands = ["apply"]\n    required_var_files = ["a.tfvars"]\n  }\n}',
      },
    ],
    ['in JSON', { 'terragrunt.hcl.json': '{"inputs": {"other": 1}}' }],
    ['where it is not valid', { 'terragrunt.hcl': 'inputs = {\n  other = "' }],
  ])('may be any: inputs %s', async (_, files) => {
    expect(brief(await valuesWith(files))).toEqual({ days: '?not-collected', name: '?not-collected' });
  });

  it('says where', async () => {
    const { members } = await valuesWith({ 'live/terragrunt.hcl': '# one\ninputs = {\n  days = 1\n}' });
    expect(members.get('days')).toMatchObject({
      kind: 'unknown',
      decidedBy: '--var or --var-file with what Terragrunt gives at live/terragrunt.hcl:3',
    });
  });

  it('is what the command line or a file of values says', async () => {
    const unit = { 'live/terragrunt.hcl': 'inputs = {\n  days = 1\n}' };
    expect(brief(await valuesWith(unit, { vars: { days: '3' } }))).toMatchObject({ days: '3' });
    expect(brief(await valuesWith({ ...unit, 'terraform.tfvars': 'days = 4' }))).toMatchObject({ days: 4 });
  });
});

it.each<[what: string, files: Record<string, string>]>([
  ['no unit', { 'settings.hcl': 'inputs = { days = 1 }' }],
  ['a unit that gives others', { 'terragrunt.hcl': 'inputs = { other = 1 }' }],
  ['the lock file of providers', { 'terragrunt.hcl': '', '.terraform.lock.hcl': 'inputs = { days = 1 }' }],
])('a default stands beside %s', async (_, files) => {
  expect(brief(await valuesWith(files))).toEqual({ days: 7, name: 'jobs' });
});

describe('what Terragrunt writes into a module', () => {
  const SOURCE = 'terraform {\n  source = "../../modules/app"\n}\n';
  const QUEUE = 'resource "aws_sqs_queue" "q" {}\n';
  const generated = (contents: string) =>
    `${SOURCE}generate "more" {\n  path = "more.tf"\n  if_exists = "overwrite"\n  contents = ${contents}\n}\n`;
  const heredoc = (text: string) => generated(`<<EOF\n${text}\nEOF\n`);

  /** What is not seen of the module by Terragrunt, and its outcomes. */
  async function assessed(
    unit: string,
    more: Readonly<Record<string, string>> = {},
    only: readonly string[] = [],
  ) {
    const fileSystem = memoryFileSystem({
      'modules/app/main.tf': QUEUE,
      'live/app/terragrunt.hcl': unit,
      ...more,
    });
    const roots = ['modules/app'];
    const collected = await collectRepository({ path: '/repo', fileSystem, roots, now: new Date(0) });
    const { outcomes } = await assessFolder('/repo', {
      fileSystem,
      roots,
      ...(only.length === 0 ? {} : { only }),
      language: 'terraform',
    });
    const places = collected.roots[0]!.notSeen.filter(({ why }) => why.startsWith('Terragrunt'));
    expect(places).toHaveLength(1);
    return { beyond: places[0]!.beyond === true, outcomes };
  }

  it.each<[what: string, unit: string]>([
    ['nothing', SOURCE],
    ['a backend', heredoc('terraform {\n  backend "s3" {}\n}')],
    [
      'a provider with computed values',
      heredoc('provider "aws" {\n  region = "${local.region}"\n  x = ${local.x}\n}'),
    ],
    [
      'what a hook says',
      `terraform {\n  before_hook "say" {\n    commands = ["init"]\n    execute = ["echo", "now"]\n  }\n}\n`,
    ],
    [
      'what a shell says',
      'terraform {\n  before_hook "say" {\n    commands = ["init"]\n    execute = ["bash", "-c", "echo STATE:${local.a}"]\n  }\n}\n',
    ],
  ])('hides no resource of it: %s', async (_, unit) => {
    const { beyond, outcomes } = await assessed(unit);
    expect(beyond).toBe(true);
    expect(outcomes.some(({ check }) => check === 'lambda-timeout-set')).toBe(false);
    // What is absent may stand in another module that Terragrunt deploys.
    expect(outcomes.find(({ check }) => check === 'dashboard-exists')?.outcome).toBe('unknown');
  });

  it.each<[what: string, unit: string, more?: Record<string, string>]>([
    ['a resource', heredoc('resource "aws_lambda_function" "f" {}')],
    ['a call of a module', heredoc('module "m" {\n  source = "a/b/aws"\n}')],
    ['a resource in JSON', heredoc('{\n"resource": {}\n}')],
    ['a computed text', generated('local.contents')],
    ['a file', generated('file("more.tf")')],
    ['a computed block', heredoc('${local.blocks}')],
    ['in a map', `${SOURCE}generate = local.generate\n`],
    [
      'a hook',
      'terraform {\n  before_hook "copy" {\n    commands = ["init"]\n    execute = ["cp", "a.tf", "."]\n  }\n}\n',
    ],
    [
      'a shell',
      'terraform {\n  before_hook "copy" {\n    commands = ["init"]\n    execute = ["bash", "-c", "echo a > b.tf"]\n  }\n}\n',
    ],
    ['from outside', `${SOURCE}include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n`],
    ['what lies beside it', SOURCE, { 'live/app/more.tf': QUEUE }],
    ['another file that is not valid', SOURCE, { 'live/root.hcl': 'generate "x" {' }],
  ])('may be a resource of it: %s', async (_, unit, more) => {
    const { beyond, outcomes } = await assessed(unit, more);
    expect(beyond).toBe(false);
    expect(outcomes.find(({ check }) => check === 'lambda-timeout-set')?.outcome).toBe('unknown');
  });

  it('may be tags for everything', async () => {
    const tags = async (unit: string) => {
      const { outcomes } = await assessed(unit, {}, ['cost-allocation-tags']);
      return [...new Set(outcomes.map(({ outcome }) => outcome))];
    };
    expect(await tags(SOURCE)).toEqual(['fail']);
    expect(await tags(heredoc('provider "aws" {\n  default_tags {\n    tags = { a = "b" }\n  }\n}'))).toEqual(
      ['unknown'],
    );
    expect(await tags(generated('local.provider'))).toEqual(['unknown']);
  });
});
