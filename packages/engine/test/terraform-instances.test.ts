import { describe, expect, test } from 'vitest';
import { addresses, brief, evaluated, instance } from './support/terraform.ts';

describe('inputs', () => {
  test('a default is known and the trail leads to it', async () => {
    const root = await evaluated(`
variable "name" {
  type    = string
  default = "users"
}
resource "aws_dynamodb_table" "t" {
  name = var.name
}`);
    const name = instance(root, 'aws_dynamodb_table.t').config.members.get('name')!;
    expect(brief(name)).toBe('users');
    expect(name.origin.at).toMatchObject({ file: 'main.tf', line: 7 });
    expect(name.origin.trail.map((l) => l.what)).toEqual(['variable name', 'default of var.name']);
    expect(name.origin.trail.map((l) => l.line)).toEqual([2, 4]);
  });

  test('a variable without a value is unknown and says what decides it', async () => {
    const root = await evaluated(`
variable "name" {}
resource "aws_dynamodb_table" "t" { name = var.name }`);
    const value = instance(root, 'aws_dynamodb_table.t').config.members.get('name')!;
    expect(value).toMatchObject({
      kind: 'unknown',
      reason: 'input-without-value',
      decidedBy: 'a value for var.name',
      expression: 'var.name',
    });
  });

  test('later sources win: environment, tfvars, auto files, the environment, --var-file, --var', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const files = {
      'main.tf': `${names.map((n) => `variable "${n}" {\n  default = "default"\n}`).join('\n')}
resource "null_resource" "r" {
  triggers = {
${names.map((n) => `    ${n} = var.${n}`).join('\n')}
  }
}`,
      'terraform.tfvars': 'c = "tfvars"\nd = "tfvars"\ne = "tfvars"\nf = "tfvars"\ng = "tfvars"',
      'x.auto.tfvars': 'd = "auto"\ne = "auto"\nf = "auto"\ng = "auto"',
      'prod.tfvars': 'e = "prod"\nf = "prod"\ng = "prod"',
      'extra.json': '',
      'given/more.tfvars.json': '{"f": "file", "g": "file"}',
    };
    const root = await evaluated(files, {
      environmentVars: { b: 'TF_VAR', c: 'TF_VAR' },
      varFiles: ['given/more.tfvars.json'],
      vars: { g: 'var' },
    });
    expect(brief(instance(root, 'null_resource.r').config.members.get('triggers'))).toEqual({
      a: 'default',
      b: 'TF_VAR',
      c: 'tfvars',
      d: 'auto',
      e: 'prod',
      f: 'file',
      g: 'var',
    });
    expect(root.files.read).toContain('prod.tfvars');
  });

  test('values are converted to the type of the variable, optional members have their defaults', async () => {
    const root = await evaluated(
      `
variable "n" { type = number }
variable "list" { type = set(string) }
variable "o" {
  type = object({ a = string, b = optional(number, 3), c = optional(string) })
}
resource "x_y" "z" {
  n    = var.n + 1
  list = var.list
  o    = var.o
}`,
      { vars: { n: '4', list: '["b", "a", "b"]', o: '{ a = 1, extra = true }' } },
    );
    const { members } = instance(root, 'x_y.z').config;
    expect(brief(members.get('n'))).toBe(5);
    expect(brief(members.get('list'))).toEqual(['a', 'b']);
    expect(brief(members.get('o'))).toEqual({ a: '1', b: 3, c: null });
  });

  test('a sensitive variable is never in the open', async () => {
    const root = await evaluated(
      `
variable "password" { sensitive = true }
resource "aws_db_instance" "d" { password = var.password }`,
      { vars: { password: 'hunter2' } },
    );
    const config = instance(root, 'aws_db_instance.d').config;
    expect(brief(config.members.get('password'))).toBe('(sensitive)');
    expect(JSON.stringify(config.members.get('password'))).not.toContain('hunter2');
  });

  test('definitions in a circle are reported and unknown', async () => {
    const root = await evaluated(`
locals {
  a = local.b
  b = local.a
}
resource "x_y" "z" { v = local.a }`);
    expect(brief(instance(root, 'x_y.z').config.members.get('v'))).toBe('?unresolved-expression');
    expect(root.files.partly[0]?.why).toContain('local.a → local.b → local.a');
  });
});

describe('references', () => {
  test('a configured name is known and keeps its relation, an id is a reference', async () => {
    const root = await evaluated(`
resource "aws_dynamodb_table" "users" { name = "users" }
resource "x_y" "z" {
  name = aws_dynamodb_table.users.name
  arn  = aws_dynamodb_table.users.arn
  text = "table/\${aws_dynamodb_table.users.arn}"
}`);
    const { members } = instance(root, 'x_y.z').config;
    expect(members.get('name')).toMatchObject({
      kind: 'known',
      value: 'users',
      via: { address: 'aws_dynamodb_table.users', attribute: 'name' },
    });
    expect(brief(members.get('arn'))).toBe('-> aws_dynamodb_table.users.arn');
    expect(brief(members.get('text'))).toBe('table/{-> aws_dynamodb_table.users.arn}');
  });

  test('a name that is not known is a reference, so that the relation survives', async () => {
    const root = await evaluated(`
variable "env" {}
resource "aws_sqs_queue" "q" { name = "\${var.env}-q" }
resource "x_y" "z" { queue = aws_sqs_queue.q.name }`);
    expect(brief(instance(root, 'x_y.z').config.members.get('queue'))).toBe('-> aws_sqs_queue.q.name');
  });

  test('copies are reached by index, key, splat and for', async () => {
    const root = await evaluated(`
resource "aws_subnet" "s" {
  count      = 2
  cidr_block = cidrsubnet("10.0.0.0/16", 8, count.index)
}
resource "aws_sqs_queue" "q" {
  for_each = toset(["a", "b"])
  name     = each.key
}
resource "x_y" "z" {
  first = aws_subnet.s[0].id
  all   = aws_subnet.s[*].id
  cidr  = aws_subnet.s[1].cidr_block
  one   = aws_sqs_queue.q["a"].arn
  many  = values(aws_sqs_queue.q)[*].url
  map   = { for k, v in aws_sqs_queue.q : k => v.arn }
  from_whole = aws_sqs_queue.q["a"].fifo_queue
}`);
    const { members } = instance(root, 'x_y.z').config;
    expect(brief(members.get('first'))).toBe('-> aws_subnet.s[0].id');
    expect(brief(members.get('all'))).toEqual(['-> aws_subnet.s[0].id', '-> aws_subnet.s[1].id']);
    expect(brief(members.get('cidr'))).toBe('10.0.1.0/24');
    expect(brief(members.get('one'))).toBe('-> aws_sqs_queue.q["a"].arn');
    expect(brief(members.get('many'))).toEqual([
      '-> aws_sqs_queue.q["a"].url',
      '-> aws_sqs_queue.q["b"].url',
    ]);
    expect(brief(members.get('map'))).toEqual({
      a: '-> aws_sqs_queue.q["a"].arn',
      b: '-> aws_sqs_queue.q["b"].arn',
    });
    expect(brief(members.get('from_whole'))).toBe('-> aws_sqs_queue.q["a"].fifo_queue');
  });

  test('data sources are unknown, what they were asked with is known', async () => {
    const root = await evaluated(`
data "aws_s3_bucket" "b" { bucket = "logs" }
data "aws_caller_identity" "me" {}
resource "x_y" "z" {
  bucket  = data.aws_s3_bucket.b.bucket
  arn     = data.aws_s3_bucket.b.arn
  account = data.aws_caller_identity.me.account_id
}`);
    const { members } = instance(root, 'x_y.z').config;
    expect(brief(members.get('bucket'))).toBe('logs');
    expect(members.get('arn')).toMatchObject({
      reason: 'data-source',
      expression: 'data.aws_s3_bucket.b.arn',
    });
    expect(members.get('account')).toMatchObject({
      decidedBy: 'the account (data.aws_caller_identity.me is looked up at deployment)',
    });
  });
});

describe('count and for_each', () => {
  test('what certainly does not exist is not there', async () => {
    const root = await evaluated(`
resource "x_y" "none" { count = 0 }
resource "x_y" "two" { count = 2 }
resource "x_y" "each" { for_each = { a = 1, b = 2 } }`);
    expect(addresses(root)).toEqual(['x_y.two[0]', 'x_y.two[1]', 'x_y.each["a"]', 'x_y.each["b"]']);
  });

  test('an open condition is the same for every resource that hangs on it', async () => {
    const root = await evaluated(`
variable "create" { type = bool }
resource "x_y" "a" { count = var.create ? 1 : 0 }
resource "x_y" "b" {
  count = var.create ? 1 : 0
  ref   = x_y.a[0].id
}`);
    const [a, b] = root.instances;
    expect(a).toMatchObject({ address: 'x_y.a[0]', symbolic: false });
    expect(a!.exists).toMatchObject({ op: 'atom' });
    expect(b!.exists).toEqual(a!.exists);
    expect(brief(b!.config.members.get('ref'))).toMatchObject({ then: '-> x_y.a[0].id' });
  });

  test('an unknown count is one symbolic instance that others can refer to', async () => {
    const root = await evaluated(`
variable "n" { type = number }
resource "x_y" "a" { count = var.n }
resource "x_y" "b" {
  first = x_y.a[0].id
  all   = x_y.a[*].id
  many  = length(x_y.a)
}`);
    expect(instance(root, 'x_y.a[?]')).toMatchObject({
      symbolic: true,
      exists: { op: 'atom', id: 'count of var.n', decidedBy: 'a value for var.n' },
    });
    const { members } = instance(root, 'x_y.b').config;
    expect(brief(members.get('first'))).toBe('-> x_y.a[?].id');
    expect(brief(members.get('all'))).toEqual(['-> x_y.a[?].id', '...']);
    expect(brief(members.get('many'))).toMatch(/^\?/);
  });

  test('an unknown for_each is symbolic, a choice between sets is their union', async () => {
    const root = await evaluated(`
variable "names" { type = set(string) }
variable "more" { type = bool }
resource "x_y" "a" {
  for_each = var.names
  name     = each.key
}
resource "x_y" "b" {
  for_each = var.more ? toset(["one", "two"]) : toset(["one"])
  name     = each.key
}
resource "x_y" "c" {
  for_each = merge({ sure = 1 }, { for n in var.names : n => 2 })
  of       = x_y.a["k"].id
}`);
    expect(addresses(root).slice(0, 3)).toEqual(['x_y.a[?]', 'x_y.b["one"]', 'x_y.b["two"]']);
    expect(instance(root, 'x_y.b["one"]').exists).toEqual({ op: 'always' });
    expect(instance(root, 'x_y.b["two"]').exists.op).toBe('atom');
    expect(addresses(root)).toContain('x_y.c[?]');
    expect(brief(instance(root, 'x_y.c[?]').config.members.get('of'))).toBe('-> x_y.a[?].id');
  });
});

describe('blocks', () => {
  test('nested blocks are lists of objects, dynamic blocks are expanded', async () => {
    const root = await evaluated(`
variable "cors" { type = bool }
variable "rules" {}
resource "aws_security_group" "g" {
  ingress { from_port = 1 }
  dynamic "ingress" {
    for_each = [443, 80]
    iterator = port
    content { from_port = port.value + port.key }
  }
  dynamic "egress" {
    for_each = var.cors ? [1] : []
    content { from_port = egress.value }
  }
  dynamic "other" {
    for_each = var.rules
    content { from_port = other.value }
  }
}`);
    const { members } = instance(root, 'aws_security_group.g').config;
    expect(brief(members.get('ingress'))).toEqual([{ from_port: 1 }, { from_port: 443 }, { from_port: 81 }]);
    expect(brief(members.get('egress'))).toEqual([{ if: 'atom', then: { from_port: 1 }, else: '(absent)' }]);
    expect(brief(members.get('other'))).toEqual(['...']);
  });

  test('what is about the resource and not in it is meta', async () => {
    const root = await evaluated(`
resource "x_y" "a" {
  depends_on = [x_y.b]
  lifecycle {
    prevent_destroy = true
    ignore_changes  = [tags, size]
  }
  unheard_of = 1
}
resource "x_y" "b" {}
moved {
  from = x_y.old
  to   = x_y.a
}
import {
  to = x_y.b
  id = "b"
}`);
    const a = instance(root, 'x_y.a');
    expect(brief(a.meta)).toEqual({
      depends_on: ['x_y.b'],
      lifecycle: { prevent_destroy: true, ignore_changes: ['tags', 'size'] },
      movedFrom: 'x_y.old',
    });
    expect(brief(a.config)).toEqual({ unheard_of: 1 });
    expect(root.otherBlocks).toEqual(new Map([['import', 1]]));
  });

  test('default tags of the provider lie under the tags of the resource', async () => {
    const root = await evaluated(`
provider "aws" {
  region = "eu-west-1"
  default_tags { tags = { owner = "core", env = "prod" } }
}
provider "aws" {
  alias  = "us"
  region = "us-east-1"
}
resource "aws_sqs_queue" "a" { tags = { env = "dev" } }
resource "aws_sqs_queue" "b" { provider = aws.us }`);
    const a = instance(root, 'aws_sqs_queue.a');
    expect(brief(a.config.members.get('tags_all'))).toEqual({ owner: 'core', env: 'dev' });
    expect(brief(a.region)).toBe('eu-west-1');
    const b = instance(root, 'aws_sqs_queue.b');
    expect(b.config.members.has('tags_all')).toBe(false);
    expect(brief(b.region)).toBe('us-east-1');
  });

  test('a file is read inside the assessed folder only', async () => {
    const root = await evaluated({
      'main.tf': `
resource "x_y" "z" {
  a = file("\${path.module}/policy.json")
  b = file("../../etc/passwd")
  c = templatefile("t.tftpl", { name = file("name.txt") })
}`,
      'policy.json': '{"a":1}',
      't.tftpl': `hello \${name}`,
      'name.txt': 'you',
      '../etc/passwd': 'root',
    });
    const { members } = instance(root, 'x_y.z').config;
    expect(brief(members.get('a'))).toBe('{"a":1}');
    expect(brief(members.get('b'))).toMatch(/^\?/);
    expect(brief(members.get('c'))).toBe('hello you');
    expect(root.files.read).toContain('policy.json');
  });
});

describe('policy documents', () => {
  test('are rendered as the provider renders them', async () => {
    const root = await evaluated(`
data "aws_iam_policy_document" "d" {
  statement {
    sid       = "Read"
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = ["*"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:username"
      values   = ["&{aws:username}"]
    }
  }
}
resource "aws_iam_policy" "p" { policy = data.aws_iam_policy_document.d.json }`);
    const policy = instance(root, 'aws_iam_policy.p').config.members.get('policy')!;
    expect(brief(policy)).toBe(`{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Read",
      "Effect": "Allow",
      "Action": [
        "s3:ListBucket",
        "s3:GetObject"
      ],
      "Resource": "*",
      "Principal": {
        "Service": "lambda.amazonaws.com"
      },
      "Condition": {
        "StringEquals": {
          "aws:username": "\${aws:username}"
        }
      }
    }
  ]
}`);
    expect(policy).toHaveProperty('structure');
  });

  test('keep their structure where a part is not known, and merge by sid', async () => {
    const root = await evaluated(`
resource "aws_s3_bucket" "b" {}
data "aws_iam_policy_document" "base" {
  statement {
    sid       = "One"
    actions   = ["s3:GetObject"]
    resources = [aws_s3_bucket.b.arn]
  }
}
data "aws_iam_policy_document" "d" {
  source_policy_documents   = [data.aws_iam_policy_document.base.json]
  override_policy_documents = [jsonencode({ Statement = [{ Sid = "Two", Effect = "Deny", Action = "*", Resource = "*" }] })]
  statement {
    sid     = "Two"
    actions = ["sqs:*"]
  }
}
resource "aws_iam_policy" "p" { policy = data.aws_iam_policy_document.d.json }`);
    const policy = instance(root, 'aws_iam_policy.p').config.members.get('policy')!;
    expect(policy.kind).toBe('composed');
    expect(brief('structure' in policy ? policy.structure : undefined)).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Sid: 'One', Effect: 'Allow', Action: 's3:GetObject', Resource: '-> aws_s3_bucket.b.arn' },
        { Sid: 'Two', Effect: 'Deny', Action: '*', Resource: '*' },
      ],
    });
  });
});
