import { describe, expect, it } from 'vitest';
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
