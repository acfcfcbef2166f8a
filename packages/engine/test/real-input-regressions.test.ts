// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are placeholders of Fn::Sub
import { describe, expect, test } from 'vitest';
import { collectRepository } from '../src/index.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';
import { brief, discover, evaluated, instance } from './support/terraform.ts';

/** What reading real repositories has shown to be wrong once, each in a case of our own. */

function given(files: Record<string, string>) {
  return {
    path: '/repo',
    roots: [],
    vars: new Map(),
    varFiles: [],
    params: new Map(),
    variables: {},
    now: new Date('2026-11-21T12:00:00Z'),
    fileSystem: memoryFileSystem(files),
  };
}

const collected = (files: Record<string, string>) => collectRepository(given(files));

describe('Terraform', () => {
  test('what a nested block does not say is decided by the provider, not missing', async () => {
    const root = await evaluated(`
resource "aws_eks_cluster" "main" {
  name = "main"
  vpc_config {
    subnet_ids = ["subnet-1"]
  }
}
resource "x_y" "z" {
  group  = try(aws_eks_cluster.main.vpc_config[0].cluster_security_group_id, "none")
  can    = can(aws_eks_cluster.main.vpc_config.0.cluster_security_group_id)
  subnet = aws_eks_cluster.main.vpc_config[0].subnet_ids[0]
}`);
    expect(brief(instance(root, 'x_y.z').config)).toEqual({
      group: '-> aws_eks_cluster.main.vpc_config[0].cluster_security_group_id',
      can: '?computed',
      subnet: 'subnet-1',
    });
  });

  test('a value out of a template file stands in that file, whatever the path to it looked like', async () => {
    const { root: at } = await discover({
      'live/main.tf': 'provider "aws" {}\nmodule "queue" { source = "../modules/queue" }',
      'modules/queue/main.tf': `
resource "aws_sqs_queue_policy" "p" {
  policy = templatefile("\${path.module}/../policies/send.json", { arn = "arn" })
}`,
      'modules/policies/send.json': '{"Resource": "${arn}"}',
    });
    const root = await at('live');
    const policy = instance(root, 'module.queue.aws_sqs_queue_policy.p').config.members.get('policy')!;
    const places = [policy.origin.at, ...policy.origin.trail].map((l) => l.file);
    expect(places).toContain('modules/policies/send.json');
    expect(places.filter((file) => file.includes('..'))).toEqual([]);
  });

  test('wrappers beside a module that the examples call do not hide that the repository is a library', async () => {
    const { candidates } = await discover({
      'main.tf': 'resource "x_y" "z" {}',
      'wrappers/main.tf': 'module "wrapper" {\n  source   = "../"\n  for_each = {}\n}',
      'examples/simple/main.tf': 'provider "aws" {}\nmodule "it" {\n  source = "../../"\n}',
    });
    expect(candidates.map((c) => [c.path, c.role, c.assessed])).toEqual([
      ['.', 'module', true],
      ['examples/simple', 'example', false],
      ['wrappers', 'module', true],
    ]);
  });
});

describe('CloudFormation', () => {
  test('of several templates of one name, the address of a nested stack means the one in its folder', async () => {
    const stack = (url: string) => `    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ${url}`;
    const service = 'Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n';
    const { candidates } = await collected({
      'master.yaml': `Resources:
  A:
${stack('https://s3.amazonaws.com/bucket/services/a/service.yaml')}
  B:
${stack('!Sub https://${Bucket}.s3.amazonaws.com/services/b/service.yaml')}
`,
      'services/a/service.yaml': service,
      'services/b/service.yaml': service,
      'services/c/service.yaml': service,
    });
    expect(candidates.map((c) => [c.path, c.role])).toEqual([
      ['master.yaml', 'root'],
      ['services/a/service.yaml', 'module'],
      ['services/b/service.yaml', 'module'],
      ['services/c/service.yaml', 'root'],
    ]);
  });
});
