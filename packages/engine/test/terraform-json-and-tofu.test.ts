import { describe, expect, test } from 'vitest';
import { addresses, brief, evaluated, instance } from './support/terraform.ts';

/** The same configuration in both syntaxes, written by hand. */
const HCL = `
variable "on" {
  type    = bool
  default = true
}
variable "rules" {
  type    = list(object({ port = number }))
  default = [{ port = 80 }, { port = 443 }]
}
provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = { Project = "cards" }
  }
}
locals {
  name = "cards-\${var.on ? "live" : "off"}"
}
resource "aws_sqs_queue" "jobs" {
  for_each       = toset(["mail", "import"])
  name           = "\${local.name}-\${each.key}"
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn, maxReceiveCount = 5 })
  tags           = { Name = each.key }
}
resource "aws_sqs_queue" "dead" {
  name                      = "dead"
  message_retention_seconds = 1209600
}
resource "aws_security_group" "web" {
  name = "web"
  dynamic "ingress" {
    for_each = var.rules
    content {
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = "tcp"
      cidr_blocks = ["10.0.0.0/8"]
    }
  }
}
resource "aws_dynamodb_table" "cards" {
  name         = "cards"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
  point_in_time_recovery {
    enabled = var.on
  }
  lifecycle {
    prevent_destroy = true
    ignore_changes  = [read_capacity, tags]
  }
}
resource "aws_lambda_function" "api" {
  function_name = "api"
  role          = "arn:aws:iam::111122223333:role/api"
  count         = var.on ? 1 : 0
  environment {
    variables = { TABLE = aws_dynamodb_table.cards.name }
  }
  depends_on = [aws_dynamodb_table.cards]
}
`;

const JSON_SYNTAX = {
  '//': 'written by a program',
  variable: {
    on: { type: 'bool', default: true },
    rules: { type: 'list(object({ port = number }))', default: [{ port: 80 }, { port: 443 }] },
  },
  provider: { aws: [{ region: 'eu-west-1', default_tags: [{ tags: { Project: 'cards' } }] }] },
  locals: { name: 'cards-${var.on ? "live" : "off"}' },
  resource: {
    aws_sqs_queue: {
      jobs: {
        '//': { metadata: { path: 'stack/jobs' } },
        for_each: '${toset(["mail", "import"])}',
        name: '${local.name}-${each.key}',
        redrive_policy:
          '${jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn, maxReceiveCount = 5 })}',
        tags: { Name: '${each.key}' },
      },
      dead: { name: 'dead', message_retention_seconds: 1209600 },
    },
    aws_security_group: {
      web: {
        name: 'web',
        dynamic: {
          ingress: {
            for_each: '${var.rules}',
            content: {
              from_port: '${ingress.value.port}',
              to_port: '${ingress.value.port}',
              protocol: 'tcp',
              cidr_blocks: ['10.0.0.0/8'],
            },
          },
        },
      },
    },
    aws_dynamodb_table: {
      cards: {
        name: 'cards',
        billing_mode: 'PAY_PER_REQUEST',
        hash_key: 'id',
        attribute: [{ name: 'id', type: 'S' }],
        point_in_time_recovery: { enabled: '${var.on}' },
        lifecycle: { prevent_destroy: true, ignore_changes: ['read_capacity', 'tags'] },
      },
    },
    aws_lambda_function: {
      api: [
        {
          function_name: 'api',
          role: 'arn:aws:iam::111122223333:role/api',
          count: '${var.on ? 1 : 0}',
          environment: { variables: { TABLE: '${aws_dynamodb_table.cards.name}' } },
          depends_on: ['aws_dynamodb_table.cards'],
        },
      ],
    },
  },
};

describe('the JSON syntax', () => {
  test('says the same as the native one, resource by resource', async () => {
    const native = await evaluated({ 'main.tf': HCL });
    const json = await evaluated({ 'main.tf.json': JSON.stringify(JSON_SYNTAX, null, 2) });
    expect(addresses(json).sort()).toEqual(addresses(native).sort());
    expect(addresses(native)).toHaveLength(6);
    for (const { address } of native.instances) {
      const [ours, theirs] = [instance(json, address), instance(native, address)];
      expect(brief(ours.config), address).toEqual(brief(theirs.config));
      expect(brief(ours.meta), address).toEqual(brief(theirs.meta));
      expect(brief(ours.region), address).toEqual(brief(theirs.region));
      expect(ours.exists, address).toEqual(theirs.exists);
    }
  });

  test('an argument is shown at its own line', async () => {
    const json = await evaluated({ 'main.tf.json': JSON.stringify(JSON_SYNTAX, null, 2) });
    const retention = instance(json, 'aws_sqs_queue.dead').config.members.get('message_retention_seconds');
    const lines = JSON.stringify(JSON_SYNTAX, null, 2).split('\n');
    expect(lines[retention!.origin.at.line - 1]).toContain('message_retention_seconds');
  });

  test('cut off, it is not seen as a whole', async () => {
    const text = JSON.stringify(JSON_SYNTAX);
    const root = await evaluated({
      'main.tf.json': text.slice(0, text.length / 2),
      'other.tf': 'resource "aws_sqs_queue" "q" {}',
    });
    expect(root.notSeen.map((n) => n.what)).toEqual(['main.tf.json line 1']);
  });
});

describe('files of OpenTofu', () => {
  test('are read as Terraform, in both syntaxes', async () => {
    const root = await evaluated({
      'main.tofu': 'resource "aws_sqs_queue" "a" {}',
      'more.tofu.json': '{"resource":{"aws_sqs_queue":{"b":{}}}}',
      'third.tf': 'resource "aws_sqs_queue" "c" {}',
    });
    expect(addresses(root).sort()).toEqual(['aws_sqs_queue.a', 'aws_sqs_queue.b', 'aws_sqs_queue.c']);
  });

  test('stand in place of the file of the same name, which the report lists', async () => {
    const root = await evaluated({
      'main.tf': 'resource "aws_sqs_queue" "q" {\n  delay_seconds = 1\n}',
      'main.tofu': 'resource "aws_sqs_queue" "q" {\n  delay_seconds = 2\n}',
      'main.tf.json': '{"resource":{"aws_sqs_queue":{"j":{}}}}',
    });
    expect(brief(instance(root, 'aws_sqs_queue.q').config)).toMatchObject({ delay_seconds: 2 });
    expect(addresses(root)).toContain('aws_sqs_queue.j');
    expect(root.files.skipped).toEqual([{ file: 'main.tf', why: 'OpenTofu reads main.tofu in its place' }]);
    expect(root.notSeen).toEqual([]);
  });

  test('override other files', async () => {
    const root = await evaluated({
      'main.tofu': 'resource "aws_sqs_queue" "q" {\n  delay_seconds = 1\n}',
      'x_override.tofu': 'resource "aws_sqs_queue" "q" {\n  delay_seconds = 3\n}',
    });
    expect(brief(instance(root, 'aws_sqs_queue.q').config)).toMatchObject({ delay_seconds: 3 });
  });

  test('may switch a resource off', async () => {
    const block = (enabled: string) =>
      `variable "on" {}\nresource "aws_sqs_queue" "q" {\n  lifecycle {\n    enabled = ${enabled}\n  }\n}`;
    expect(addresses(await evaluated({ 'main.tofu': block('false') }))).toEqual([]);
    expect(instance(await evaluated({ 'main.tofu': block('true') }), 'aws_sqs_queue.q').exists.op).toBe(
      'always',
    );
    expect(
      instance(await evaluated({ 'main.tofu': block('var.on') }), 'aws_sqs_queue.q').exists,
    ).toMatchObject({
      op: 'atom',
      decidedBy: 'a value for var.on',
    });
  });
});

describe('a count that is true or false', () => {
  test.each([
    ['"true"', '1 instead of true'],
    ['false', '0 instead of false'],
  ])('%s leaves open what is there, and says which number to write', async (value, wanted) => {
    const root = await evaluated(
      `variable "on" {\n  default = ${value}\n}\nresource "aws_sqs_queue" "q" {\n  count = "\${var.on}"\n}`,
    );
    const { exists, symbolic } = instance(root, 'aws_sqs_queue.q[?]');
    expect(symbolic).toBe(true);
    expect(JSON.stringify(exists)).toContain(`${wanted}: only Terraform before 0.12 reads that as a number`);
  });

  test('in arithmetic it names the value that is no number', async () => {
    const root = await evaluated(
      'variable "on" {\n  default = true\n}\nresource "aws_sqs_queue" "q" {\n  count = "${1 - var.on}"\n}',
    );
    expect(JSON.stringify(instance(root, 'aws_sqs_queue.q[?]').exists)).toContain(
      'a number is required, not true (before 0.12 Terraform read it as 1)',
    );
  });
});
