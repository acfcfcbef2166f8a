import { describe, expect, test } from 'vitest';
import { addresses, brief, evaluated, instance } from './support/terraform.ts';

const QUEUE = `
variable "name" {}
variable "delay" { default = 5 }
resource "aws_sqs_queue" "q" {
  name          = var.name
  delay_seconds = var.delay
}
output "arn" { value = aws_sqs_queue.q.arn }
output "name" { value = aws_sqs_queue.q.name }
output "queue" { value = aws_sqs_queue.q }`;

describe('modules', () => {
  test('each instance has inputs of its own, and the trail leads through the call', async () => {
    const root = await evaluated({
      'main.tf': `
module "jobs" {
  source   = "./modules/queue"
  for_each = { mail = 10, push = 20 }
  name     = "jobs-\${each.key}"
  delay    = each.value
}
resource "x_y" "z" {
  one  = module.jobs["mail"].arn
  all  = { for k, m in module.jobs : k => m.name }
  deep = module.jobs["push"].queue.url
}`,
      'modules/queue/main.tf': QUEUE,
    });
    expect(addresses(root)).toEqual([
      'x_y.z',
      'module.jobs["mail"].aws_sqs_queue.q',
      'module.jobs["push"].aws_sqs_queue.q',
    ]);
    const queue = instance(root, 'module.jobs["push"].aws_sqs_queue.q');
    expect(brief(queue.config)).toEqual({ name: 'jobs-push', delay_seconds: 20 });
    expect(queue.origin.trail.map((l) => l.what)).toEqual(['module.jobs']);
    const name = queue.config.members.get('name')!;
    expect(name.origin.trail.map((l) => l.what)).toEqual(
      expect.arrayContaining(['variable name', 'module.jobs']),
    );
    const { members } = instance(root, 'x_y.z').config;
    expect(brief(members.get('one'))).toBe('-> module.jobs["mail"].aws_sqs_queue.q.arn');
    expect(brief(members.get('all'))).toEqual({ mail: 'jobs-mail', push: 'jobs-push' });
    expect(brief(members.get('deep'))).toBe('-> module.jobs["push"].aws_sqs_queue.q.url');
  });

  test('an unknown in a module is named by its path, one from outside by its own', async () => {
    const root = await evaluated({
      'main.tf': `
variable "outer" {}
module "a" {
  source = "./m"
  given  = var.outer
}`,
      'm/main.tf': `
variable "given" {}
variable "own" {}
resource "x_y" "z" {
  given = var.given
  own   = var.own
}`,
    });
    const { members } = instance(root, 'module.a.x_y.z').config;
    expect(members.get('given')).toMatchObject({ expression: 'var.outer' });
    expect(members.get('own')).toMatchObject({
      expression: 'module.a.var.own',
      decidedBy: 'a value for module.a.var.own',
    });
  });

  test('a module that is not downloaded is not seen, and its outputs are unknown', async () => {
    const root = await evaluated(`
module "network" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.0.0"
}
module "off" {
  source = "terraform-aws-modules/rds/aws"
  count  = 0
}
resource "x_y" "z" { vpc = module.network.vpc_id }`);
    expect(root.notSeen).toMatchObject([
      {
        what: 'module.network (terraform-aws-modules/vpc/aws)',
        why: 'not downloaded',
        decidedBy: 'run terraform init',
      },
    ]);
    expect(instance(root, 'x_y.z').config.members.get('vpc')).toMatchObject({
      reason: 'module-unavailable',
      decidedBy: 'module.network (terraform-aws-modules/vpc/aws): run terraform init',
      expression: 'module.network.vpc_id',
    });
  });

  test('modules that terraform init downloaded are read', async () => {
    const root = await evaluated({
      'main.tf': `
module "network" {
  source = "acme/network/aws"
}`,
      '.terraform/modules/modules.json': JSON.stringify({
        Modules: [
          { Key: '', Source: '', Dir: '.' },
          { Key: 'network', Source: 'acme/network/aws', Dir: '.terraform/modules/network' },
          { Key: 'network.queue', Source: './queue', Dir: '.terraform/modules/network/queue' },
        ],
      }),
      '.terraform/modules/network/main.tf': 'module "queue" {\n  source = "./queue"\n  name = "n"\n}',
      '.terraform/modules/network/queue/main.tf': QUEUE,
    });
    expect(addresses(root)).toEqual(['module.network.module.queue.aws_sqs_queue.q']);
    expect(root.notSeen).toEqual([]);
  });

  test('a module that calls itself, leads out or is empty is not seen', async () => {
    const root = await evaluated({
      'main.tf': `
module "loop" { source = "./loop" }
module "out" { source = "../elsewhere" }
module "empty" { source = "./nothing" }`,
      'loop/main.tf': 'module "again" { source = "../loop" }\nresource "x_y" "z" {}',
    });
    expect(root.notSeen.map((n) => `${n.what}: ${n.why}`)).toEqual([
      'module.loop.module.again (../loop): calls itself',
      'module.out (../elsewhere): its source leads out of the assessed folder',
      'module.empty (./nothing): no Terraform files in nothing',
    ]);
    expect(addresses(root)).toEqual(['module.loop.x_y.z']);
  });

  test('a module under an open condition gives it to its resources', async () => {
    const root = await evaluated({
      'main.tf': `
variable "on" { type = bool }
module "m" {
  source = "./m"
  count  = var.on ? 1 : 0
  name   = "x"
}`,
      'm/main.tf': QUEUE,
    });
    const queue = instance(root, 'module.m[0].aws_sqs_queue.q');
    expect(queue.exists.op).toBe('atom');
  });

  test('providers are inherited and passed', async () => {
    const root = await evaluated({
      'main.tf': `
provider "aws" {
  region = "eu-west-1"
}
provider "aws" {
  alias  = "us"
  region = "us-east-1"
}
module "a" {
  source = "./m"
  name   = "a"
}
module "b" {
  source    = "./m"
  name      = "b"
  providers = { aws = aws.us }
}`,
      'm/main.tf': QUEUE,
    });
    expect(brief(instance(root, 'module.a.aws_sqs_queue.q').region)).toBe('eu-west-1');
    expect(brief(instance(root, 'module.b.aws_sqs_queue.q').region)).toBe('us-east-1');
  });

  test('a module may call a provider by a name of its own', async () => {
    const root = await evaluated({
      'main.tf': `
provider "aws" {
  region = "eu-west-1"
}
provider "aws" {
  alias  = "us"
  region = "us-east-1"
}
module "a" {
  source    = "./m"
  name      = "a"
  providers = { aws.queues = aws.us }
}`,
      'm/main.tf': QUEUE.replace(/resource [^{]*\{/, '$&\n  provider = aws.queues'),
    });
    expect(brief(instance(root, 'module.a.aws_sqs_queue.q').region)).toBe('us-east-1');
  });

  test('a moved module keeps the former address of its resources', async () => {
    const root = await evaluated({
      'main.tf': `
module "new" {
  source = "./m"
  name   = "n"
}
moved {
  from = module.old
  to   = module.new
}`,
      'm/main.tf': QUEUE,
    });
    const queue = instance(root, 'module.new.aws_sqs_queue.q');
    expect(brief(queue.meta.members.get('movedFrom'))).toBe('module.old.aws_sqs_queue.q');
  });
});

describe('files', () => {
  test('a syntax error is told with its lines, and the rest is read', async () => {
    const root = await evaluated({
      'good.tf': 'resource "x_y" "good" {}',
      'bad.tf':
        'resource "x_y" "first" {}\n\nresource "x_y" "broken" {\n  a = (1 +\n}\n\nresource "x_y" "last" {}\n',
    });
    expect(addresses(root)).toEqual(expect.arrayContaining(['x_y.good', 'x_y.first']));
    expect(root.files.partly[0]).toMatchObject({ file: 'bad.tf' });
    expect(root.notSeen[0]?.what).toMatch(/^bad\.tf lines? /);
    expect(root.notSeen[0]?.decidedBy).toMatch(/^correcting the syntax at bad\.tf:\d+$/);
  });

  test('a file that cannot be read makes the root not fully seen', async () => {
    const root = await evaluated({
      'good.tf': 'resource "x_y" "good" {}',
      'locked.tf': { error: 'EACCES' },
      'binary.tf': new Uint8Array([0, 1, 2]),
    });
    expect(addresses(root)).toEqual(['x_y.good']);
    expect(root.files.skipped).toEqual([
      { file: 'binary.tf', why: 'binary' },
      { file: 'locked.tf', why: 'permission denied' },
    ]);
    expect(root.notSeen.map((n) => n.what)).toEqual(['binary.tf', 'locked.tf']);
  });

  test('what an unreadable file could have said is unknown: values, variables, default tags', async () => {
    const root = await evaluated({
      'main.tf': `
variable "size" { default = 1 }
resource "aws_sqs_queue" "q" {
  size = var.size
  name = local.name
}`,
      'terraform.tfvars': { error: 'EACCES' },
      'other.tf': { error: 'EACCES' },
    });
    const { members } = instance(root, 'aws_sqs_queue.q').config;
    expect(members.get('size')).toMatchObject({
      reason: 'not-readable',
      decidedBy: 'a readable terraform.tfvars',
    });
    expect(members.get('name')).toMatchObject({ reason: 'not-readable', decidedBy: 'a readable other.tf' });
    expect(brief(members.get('tags_all'))).toBe('?not-readable');
  });

  test('values after a syntax error in a file of values are unknown, a later file decides them', async () => {
    const files = {
      'main.tf':
        'variable "a" { default = 1 }\nvariable "b" { default = 1 }\nresource "x_y" "z" {\n  a = var.a\n  b = var.b\n}',
      'terraform.tfvars': 'a = 2\nb = (',
    };
    const broken = instance(await evaluated(files), 'x_y.z').config;
    expect(brief(broken)).toEqual({ a: 2, b: '?not-readable' });
    const given = instance(await evaluated(files, { vars: { b: '3' } }), 'x_y.z').config;
    expect(brief(given)).toEqual({ a: 2, b: '3' });
  });

  test('override files replace arguments and nested blocks', async () => {
    const root = await evaluated({
      'main.tf': 'resource "x_y" "z" {\n  a = 1\n  b = 2\n  block { c = 3 }\n}',
      'main_override.tf': 'resource "x_y" "z" {\n  b = 20\n  block { c = 30 }\n}',
    });
    expect(brief(instance(root, 'x_y.z').config)).toEqual({ a: 1, b: 20, block: [{ c: 30 }] });
  });

  test('an override file that cannot be read may say anything', async () => {
    const root = await evaluated({
      'main.tf': 'resource "x_y" "z" {\n  a = 1\n}',
      'override.tf': { error: 'EACCES' },
    });
    expect(brief(instance(root, 'x_y.z').config)).toMatchObject({
      a: '?not-readable',
      '...': '?not-readable',
    });
  });

  test('each file is read once, however many instances use it', async () => {
    const files = {
      'main.tf': 'module "m" {\n  source = "./m"\n  count = 20\n  name = "n"\n}',
      'm/main.tf': QUEUE,
    };
    const root = await evaluated(files);
    expect(root.instances).toHaveLength(20);
    expect(root.files.read).toEqual(['m/main.tf', 'main.tf']);
  });
});
