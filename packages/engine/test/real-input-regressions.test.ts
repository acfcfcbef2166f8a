// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are placeholders of Fn::Sub
import { describe, expect, test } from 'vitest';
import { assessRepository, collectRepository } from '../src/index.ts';
import { documentedDefault } from '../src/knowledge/defaults/index.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';
import { brief, discover, evaluated, instance } from './support/terraform.ts';

/** What reading real repositories has shown to be wrong once, each in a case of our own. */

function given(files: Record<string, string>) {
  return {
    path: '/repo',
    now: new Date('2026-11-21T12:00:00Z'),
    fileSystem: memoryFileSystem(files),
  };
}

const collected = (files: Record<string, string>) => collectRepository(given(files));

describe('files that only look like templates', () => {
  test('the appspec of CodeDeploy has its resources in a list', async () => {
    const appspec = 'version: 0.0\nResources:\n  - Orders:\n      Type: AWS::Lambda::Function\n';
    await expect(collected({ 'appspec.yaml': appspec })).rejects.toThrow('nothing to assess');
    const meant = `AWSTemplateFormatVersion: 2010-09-09\n${appspec}`;
    expect((await collected({ 'template.yaml': meant })).roots).toHaveLength(1);
  });
});

describe('the tags of a stack', () => {
  test.each([
    ['nobody knows how it is deployed', {}, 'unknown'],
    [
      'its configuration gives none',
      { 'samconfig.toml': '[default.deploy.parameters]\nstack_name = "s"\n' },
      'fail',
    ],
    [
      'its configuration gives some',
      { 'samconfig.toml': '[default.deploy.parameters]\ntags = "env=prod"\n' },
      'unknown',
    ],
  ])('may be on a resource where %s', async (_, more, expected) => {
    const template = 'Resources:\n  Jobs: { Type: AWS::SQS::Queue }\n';
    const { assessment } = await assessRepository(given({ 'template.yaml': template, ...more }));
    const tags = assessment.outcomes.filter((o) => o.check === 'cost-allocation-tags');
    expect(tags.map((o) => o.outcome)).toEqual([expected]);
  });
});

describe('addons of Copilot', () => {
  const addon = (more: string) =>
    `Parameters:\n  App: { Type: String }\n  Env: { Type: String }\nResources:\n${more}`;

  test('are one stack', async () => {
    const { roots } = await collected({
      'copilot/environments/addons/alerts.yml': addon('  Alerts: { Type: AWS::SNS::Topic }\n'),
      'copilot/environments/addons/orders.yml': addon(
        '  Orders: { Type: AWS::SQS::Queue, Properties: { QueueName: !Sub "orders-${Env}" } }\n',
      ),
      'copilot/web/addons/table.yml': addon('  Table: { Type: AWS::DynamoDB::Table }\n'),
    });
    const assessed = roots.map((r) => [r.root.path, r.resources.map((one) => one.type)]);
    expect(Object.fromEntries(assessed)).toEqual({
      'copilot/environments/addons/alerts.yml': ['AWS::SQS::Queue', 'AWS::SNS::Topic'],
      'copilot/web/addons/table.yml': ['AWS::DynamoDB::Table'],
    });
  });
});

describe('production in one root of several', () => {
  const TOPIC = 'resource "aws_sns_topic" "alerts" {}\n';

  test('says nothing of the others', async () => {
    const { assessment } = await assessRepository(
      given({
        'shop/main.tf': `terraform {\n  backend "s3" {\n    bucket = "b"\n    key = "shop"\n  }\n}\n${TOPIC}`,
        'shop/prod.tfvars': 'stage = "prod"\n',
        'shop/test.tfvars': 'stage = "test"\n',
        'lake/main.tf': `terraform {\n  backend "s3" {\n    bucket = "b"\n    key = "lake"\n  }\n}\n${TOPIC}`,
      }),
    );
    const said = assessment.outcomes.filter((o) => o.check === 'production-environment');
    expect(Object.fromEntries(said.map((o) => [o.root, o.outcome]))).toEqual({
      lake: 'unknown',
      shop: 'pass',
    });
  });
});

describe('production where every environment is named for something else', () => {
  const MAIN = 'variable "stage" {}\nresource "aws_sns_topic" "alerts" {\n  name = var.stage\n}\n';

  test.each([
    ['by a file of values', { 'main.tf': MAIN, 'dev.tfvars': 'stage = "dev"\n' }, ['unknown']],
    ['by a folder', { 'environments/non-prod/main.tf': MAIN }, ['unknown']],
    [
      'by folders beside each other',
      { 'environments/dev/main.tf': MAIN, 'environments/qa/main.tf': MAIN },
      ['unknown', 'unknown'],
    ],
    [
      'and is declared production all the same',
      {
        'main.tf': MAIN,
        'dev.tfvars': 'stage = "dev"\n',
        'airworthy.yaml': 'environments: { dev: { production: true } }\n',
      },
      ['pass'],
    ],
    [
      'but one beside it is production',
      { 'environments/dev/main.tf': MAIN, 'environments/prod/main.tf': MAIN },
      ['pass'],
    ],
  ])('%s', async (_, files, expected) => {
    const { assessment } = await assessRepository(given(files as Record<string, string>));
    const said = assessment.outcomes.filter((o) => o.check === 'production-environment');
    expect(said.map((o) => o.outcome)).toEqual(expected);
    for (const { outcome, decidedBy } of said)
      if (outcome === 'unknown') expect(decidedBy).toContain('which environment is production');
  });
});

describe('production in a root whose code cannot be read in full', () => {
  const said = async (files: Record<string, string>) => {
    const { assessment } = await assessRepository(given(files));
    const found = assessment.outcomes.filter((o) => o.check === 'production-environment');
    return found.map((o) => [o.outcome, o.decidedBy]);
  };
  const TEMPLATE = 'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n';
  const MAIN = 'resource "aws_sqs_queue" "jobs" {}\n';

  test.each([
    ['a template', 'app.yaml', TEMPLATE, `${TEMPLATE}Parameters: *stages\n`, 4],
    ['Terraform', 'main.tf', MAIN, `${MAIN}variable "stage" {\n`, 2],
  ])('may hide the input that names it: %s', async (_, file, whole, broken, line) => {
    expect(await said({ [file]: whole })).toEqual([['fail', undefined]]);
    expect(await said({ [file]: broken })).toEqual([
      ['unknown', expect.stringContaining(`the syntax at ${file}:${line};`)],
    ]);
  });

  test('is no gap in a template that cannot be used at all', async () => {
    const list = 'AWSTemplateFormatVersion: 2010-09-09\nResources: []\n';
    expect(await said({ 'app.yaml': list, 'more.yaml': TEMPLATE })).toEqual([
      ['unknown', expect.stringContaining('a readable app.yaml;')],
      ['fail', undefined],
    ]);
  });

  test('is one where only a property cannot be read', async () => {
    const twice = `${TEMPLATE}    Properties:\n      QueueName: jobs\n      QueueName: others\n`;
    expect(await said({ 'app.yaml': twice })).toEqual([['fail', undefined]]);
  });
});

describe('templates that are put together out of several files', () => {
  const PARENT = `
Parameters:
  Stage: { Type: String, Default: prod }
Conditions:
  Watched: !Equals [!Ref Stage, prod]
Resources:
  Alerts: { Type: AWS::SNS::Topic }
  Mail: { Type: AWS::SNS::Subscription, Properties: { TopicArn: !Ref Alerts, Protocol: email, Endpoint: a@example.com } }
`;
  const PART = `
Resources:
  Jobs: { Type: AWS::SQS::Queue }
  Late:
    Type: AWS::CloudWatch::Alarm
    Condition: Watched
    Properties: { AlarmActions: [!Ref Alerts], MetricName: NumberOfMessagesSent, Namespace: AWS/SQS }
`;
  const outcomes = async (files: Record<string, string>) => {
    const { assessment } = await assessRepository(given(files));
    return {
      roots: assessment.subject.roots.filter((r) => r.assessed).map((r) => r.path),
      heard: assessment.outcomes.filter((o) => o.check === 'alarms-notify').map((o) => [o.outcome, o.root]),
      budget: assessment.outcomes
        .filter((o) => o.check === 'budget-with-notifications')
        .map((o) => o.outcome),
    };
  };

  test('a part is read in the nearest template that declares what it names', async () => {
    const far = PARENT.replaceAll('Alerts', 'Other');
    expect(
      await outcomes({ 'shop/parent.yaml': PARENT, 'shop/queues/jobs.yaml': PART, 'blog/parent.yaml': far }),
    ).toEqual({
      roots: ['blog/parent.yaml', 'shop/parent.yaml'],
      heard: [['pass', 'shop/parent.yaml']],
      budget: ['fail', 'fail'],
    });
  });

  test('one that belongs nowhere has a rest that is not seen', async () => {
    const { roots, budget } = await outcomes({ 'queues/jobs.yaml': PART });
    expect([roots, budget]).toEqual([['queues/jobs.yaml'], ['unknown']]);
    const twice = await outcomes({ 'a/parent.yaml': PARENT, 'b/parent.yaml': PARENT, 'jobs.yaml': PART });
    expect(twice.roots).toEqual(['a/parent.yaml', 'b/parent.yaml', 'jobs.yaml']);
  });

  test('a resource that two parts have, or a line that cannot be read, is not lost silently', async () => {
    const files = { 'shop/parent.yaml': PARENT, 'shop/jobs.yaml': PART };
    expect((await outcomes({ ...files, 'shop/more.yaml': PART })).budget).toEqual(['unknown']);
    expect((await outcomes({ ...files, 'shop/more.yaml': `${PART}  Broken: [\n` })).budget).toEqual([
      'unknown',
    ]);
  });
});

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

  test('a name in one region means nothing in another', async () => {
    const region = (name: string, least: number) => `
provider "aws" {
  alias  = "${name}"
  region = "${name}"
}
module "${name}" {
  source    = "./region"
  least     = ${least}
  providers = { aws.here = aws.${name} }
}`;
    const service = `
variable "least" {}
resource "aws_ecs_service" "api" {
  provider        = aws.here
  name            = "api"
  task_definition = "api:1"
  desired_count   = 2
}
resource "aws_appautoscaling_target" "api" {
  provider           = aws.here
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/main/api"
  min_capacity       = var.least
  max_capacity       = 4
}`;
    const files = { 'main.tf': region('eu-west-1', 2) + region('eu-west-2', 1), 'region/main.tf': service };
    const { assessment } = await assessRepository(given(files));
    const tasks = assessment.outcomes.filter((o) => o.check === 'ecs-two-tasks');
    expect(tasks.map((o) => [o.resource?.address, o.outcome])).toEqual([
      ['module.eu-west-1.aws_ecs_service.api', 'pass'],
      ['module.eu-west-2.aws_ecs_service.api', 'fail'],
    ]);
  });

  test('a file that another tool makes out of a template may hold the backend, and anything else', async () => {
    const files = { 'main.tf': 'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\n' };
    const outcome = async (more: Record<string, string>, check: string) => {
      const { assessment } = await assessRepository(given({ ...files, ...more }));
      const found = assessment.outcomes.filter((o) => o.check === check);
      return [...new Set(found.map((o) => o.outcome))];
    };
    const template = { 'terraform.tf.j2': 'terraform {\n  backend "s3" {\n    key = "{{ key }}"\n  }\n}\n' };
    expect(await outcome({}, 'terraform-state-remote')).toEqual(['fail']);
    expect(await outcome(template, 'terraform-state-remote')).toEqual(['unknown']);
    expect(await outcome(template, 'budget-with-notifications')).toEqual(['unknown']);
    expect(await outcome(template, 'production-environment')).toEqual(['unknown']);
    expect(await outcome({ ...template, 'terraform.tf': '' }, 'terraform-state-remote')).toEqual(['fail']);
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

  test('a condition is open for the reason of its value, and says which module would decide it', async () => {
    const root = await evaluated(`
module "label" { source = "registry/label/null" }
variable "wanted" {}
resource "x_y" "z" { count = module.label.enabled && var.wanted ? 1 : 0 }
resource "x_y" "for" { list = [for n in ["a"] : n if var.wanted] }
resource "x_y" "text" { value = "\${module.label.enabled ? "a" : "b"}-\${var.wanted ? 1 : 2}" }`);
    const { exists } = instance(root, 'x_y.z[0]');
    expect(exists).toMatchObject({
      of: [
        { reason: 'module-unavailable', decidedBy: 'module.label (registry/label/null): run terraform init' },
        { decidedBy: 'a value for var.wanted' },
      ],
    });
    expect(instance(root, 'x_y.for').config.members.get('list')).toMatchObject({
      open: { reason: 'input-without-value', decidedBy: 'a value for var.wanted' },
    });
  });

  test('the id of a resource is never null', async () => {
    const root = await evaluated(`
variable "prefix" {}
resource "aws_sqs_queue" "q" { name = "\${var.prefix}-q" }
resource "x_y" "z" {
  count = aws_sqs_queue.q.name != null && aws_sqs_queue.q.arn != null ? 1 : 0
}
resource "x_y" "other" {
  count = aws_sqs_queue.q.kms_master_key_id != null ? 1 : 0
}`);
    expect(instance(root, 'x_y.z[0]').exists).toEqual({ op: 'always' });
    expect(instance(root, 'x_y.other[0]').exists).toMatchObject({ op: expect.not.stringMatching('always') });
  });

  test('whoever calls a module of a library names the environment', async () => {
    const files = { 'modules/queue/main.tf': 'resource "aws_sqs_queue" "q" {}' };
    const { roots } = await collected(files);
    expect(roots.map((r) => [r.root.role, brief(r.environment)])).toEqual([
      ['module', '?input-without-value'],
    ]);
    const { roots: own } = await collected({ 'main.tf': 'resource "aws_sqs_queue" "q" {}' });
    expect(own.map((r) => [r.root.role, brief(r.environment)])).toEqual([['root', '(absent)']]);
  });

  test('a map written as a block, as Terraform 0.11 took it, is that map', async () => {
    const { roots } = await collected({
      'main.tf': `
resource "aws_sqs_queue" "q" {
  tags { Name = "q" }
}
resource "aws_cloudwatch_metric_alarm" "a" {
  dimensions { ClusterName = "main" }
}`,
    });
    const properties = (type: string) => roots[0]!.resources.find((r) => r.type === type)!.properties.members;
    expect(brief(properties('AWS::SQS::Queue').get('Tags'))).toEqual([{ Key: 'Name', Value: 'q' }]);
    expect(brief(properties('AWS::CloudWatch::Alarm').get('Dimensions'))).toEqual([
      { Name: 'ClusterName', Value: 'main' },
    ]);
  });

  test('each part of a document in a heredoc stands on its own line', async () => {
    const { roots } = await collected({
      'main.tf': `variable "bucket" {}
resource "aws_iam_policy" "p" {
  policy = <<-EOF
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Action": ["s3:*",
          "sqs:*"], "Resource": "arn:aws:s3:::\${var.bucket}/*" },
        {
          "Effect": "Deny",
          "Action": "*",
          "Resource": \${jsonencode(var.bucket)},
          "Condition": { "NumericLessThan": { "x": 1 }, "Null": { "say \\"it\\"": true } }
        }
      ]
    }
  EOF
}`,
    });
    const document = roots[0]!.resources[0]!.properties.members.get('PolicyDocument')!;
    const lines: string[] = [];
    const visit = (value: typeof document, path: string): void => {
      if (value.kind === 'list') for (const [i, v] of value.items.entries()) visit(v, `${path}[${i}]`);
      else if (value.kind === 'object') for (const [k, v] of value.members) visit(v, `${path}.${k}`);
      else lines.push(`${value.origin.at.line}${path}: ${JSON.stringify(brief(value))}`);
    };
    visit(document, '');
    expect(lines).toEqual([
      '5.Version: "2012-10-17"',
      '7.Statement[0].Effect: "Allow"',
      '7.Statement[0].Action[0]: "s3:*"',
      '8.Statement[0].Action[1]: "sqs:*"',
      '8.Statement[0].Resource: "arn:aws:s3:::{?input-without-value}/*"',
      '10.Statement[1].Effect: "Deny"',
      '11.Statement[1].Action: "*"',
      '12.Statement[1].Resource: "?input-without-value"',
      '13.Statement[1].Condition.NumericLessThan.x: 1',
      '13.Statement[1].Condition.Null.say "it": true',
    ]);
  });

  test('an id is kept by compact and chosen by coalesce, what may be empty is not', async () => {
    const root = await evaluated(`
variable "more" { default = [] }
variable "name" {}
resource "aws_security_group" "g" {}
resource "x_y" "z" {
  groups   = compact(concat([aws_security_group.g.id], var.more))
  doubtful = compact([aws_security_group.g.name_prefix])
  id       = coalesce(aws_security_group.g.id, "other")
  prefix   = coalesce(aws_security_group.g.name_prefix, "other")
  text     = coalesce("\${var.name}-queue", "other")
  empty    = coalesce("\${var.name}\${var.name}", "other")
}`);
    expect(brief(instance(root, 'x_y.z').config)).toEqual({
      groups: ['-> aws_security_group.g.id'],
      doubtful: ['-> aws_security_group.g.name_prefix', '...'],
      id: '-> aws_security_group.g.id',
      prefix: '?computed',
      text: '{?input-without-value}-queue',
      empty: '?input-without-value',
    });
  });

  test('a root of another cloud is listed, unless something of AWS could be in it', async () => {
    const bucket = 'provider "google" {}\nresource "google_storage_bucket" "b" {}\n';
    const { candidates } = await discover({
      'aws/main.tf': 'provider "aws" {}\n',
      'google/main.tf': `${bucket}module "m" { source = "./m" }`,
      'google/m/main.tf': 'resource "random_id" "r" {}',
      'both/main.tf': `${bucket}data "aws_region" "r" {}`,
      'inside/main.tf': `${bucket}module "m" { source = "./m" }`,
      'inside/m/main.tf': 'resource "aws_sqs_queue" "q" {}',
      'remote/main.tf': `${bucket}module "m" { source = "github.com/some/where" }`,
      'registry/main.tf': `${bucket}module "m" { source = "terraform-google-modules/network/google" }`,
      'broken/main.tf': `${bucket}resource "`,
      'neither/main.tf': 'provider "null" {}\nresource "null_resource" "n" {}',
    });
    const listed = candidates.filter((c) => c.role === 'root' && !c.assessed);
    expect(listed.map((c) => `${c.path}: ${c.because}`)).toEqual([
      'google: nothing of AWS, but of google',
      'registry: nothing of AWS, but of google',
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

  test('an address of a template whose name says nothing means none in another folder', async () => {
    const files = (url: string) => ({
      'app/template.yaml': `Resources:
  Canary:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: '${url}' }
`,
      'queues/template.yaml': 'Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n',
    });
    const reasons = async (url: string) => {
      const { roots } = await collected(files(url));
      return roots.find((r) => r.root.path === 'app/template.yaml')!.notSeen.map((n) => n.why);
    };
    const elsewhere = ['its template is not in the repository'];
    expect(await reasons('https://bucket.s3.amazonaws.com/canary/template.yaml')).toEqual(elsewhere);
    expect(await reasons('https://bucket.s3.amazonaws.com/queues/template.yaml')).toEqual([]);
    expect(await reasons('https://bucket.s3.amazonaws.com/app/template.yaml')).toEqual([
      'it would contain itself',
    ]);
  });

  test('names of the same parameter are the same name in one stack, and not between stacks', async () => {
    const inner = `Parameters: { Stage: { Type: String } }
Resources:
  Logs: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: !Sub '/aws/lambda/\${Stage}-api', RetentionInDays: 7 } }
  Other: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: !Sub '/aws/lambda/\${AWS::StackName}-api' } }
  Named:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: !Sub '\${Stage}-api' }
`;
    const outer = `Resources:
  A: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: inner.yaml } }
  Apart:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: !Sub '\${AWS::StackName}-api' }
`;
    const said = async (files: Record<string, string>, more = {}) => {
      const { assessment } = await assessRepository({ ...given(files), ...more });
      const outcomes = assessment.outcomes.filter((o) => o.check === 'lambda-log-group');
      return Object.fromEntries(outcomes.map((o) => [o.resource?.address, o.outcome]));
    };
    expect(await said({ 'inner.yaml': inner })).toEqual({ Named: 'pass' });
    expect(await said({ 'outer.yaml': outer, 'inner.yaml': inner })).toEqual({
      'A.Named': 'pass',
      Apart: 'unknown',
    });
    const apart = inner.replace("'/aws/lambda/${Stage}-api'", "'/aws/lambda/${Stage}-web'");
    expect(await said({ 'inner.yaml': apart })).toEqual({ Named: 'unknown' });
  });

  test('what a resource is called is never empty', async () => {
    const { roots } = await collected({
      'outer.yaml': `Resources:
  Bucket: { Type: AWS::S3::Bucket }
  Copy:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: inner.yaml
      Parameters: { Sources: !Join [',', [!Ref Bucket]], Key: !GetAtt Bucket.DomainName }
`,
      'inner.yaml': `Parameters: { Sources: { Type: CommaDelimitedList, Default: '' }, Key: { Type: String, Default: '' } }
Conditions:
  Copies: !Not [!Equals [!Join ['', !Ref Sources], '']]
  Encrypts: !Not [!Equals [!Ref Key, '']]
  Somewhere: !Not [!Equals [!Ref AWS::Region, '']]
Resources:
  Rule: { Type: AWS::Events::Rule, Condition: Copies }
  Topic: { Type: AWS::SNS::Topic, Condition: Encrypts }
  Queue: { Type: AWS::SQS::Queue, Condition: Somewhere }
`,
    });
    const exists = (address: string) => roots[0]!.resources.find((r) => r.address === address)!.exists.op;
    expect([exists('Copy.Rule'), exists('Copy.Queue')]).toEqual(['always', 'always']);
    expect(exists('Copy.Topic')).not.toBe('always');
  });

  test('what another template leaves unseen hides nothing of the one that imports from it', async () => {
    const { roots } = await collected({
      'base.yaml': `Resources:
  Zone: { Type: AWS::Route53::HostedZone, Properties: { Name: example.com } }
  Elsewhere: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: 'https://bucket/elsewhere.yaml' } }
Outputs:
  Zone: { Value: !Ref Zone, Export: { Name: the-zone } }
`,
      'web.yaml': `Resources:
  Record: { Type: AWS::Route53::RecordSet, Properties: { HostedZoneId: !ImportValue the-zone } }
`,
    });
    const beyond = roots.map((r) => [r.root.path, r.notSeen.map((n) => n.beyond === true)]);
    expect(beyond).toEqual([
      ['base.yaml', [false]],
      ['web.yaml', [true]],
    ]);
  });

  test('a nested stack whose template is here is read with what is passed to it', async () => {
    const { roots, candidates } = await collected({
      'app.yaml': `Parameters:
  Stage: { Type: String }
  Retain: { Type: String, AllowedValues: ['yes', 'no'] }
Conditions:
  Keeps: !Equals [!Ref Retain, 'yes']
Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./parts/network.yaml
      Parameters: { Cidr: 10.1.0.0/16 }
  Data:
    Type: AWS::CloudFormation::Stack
    Condition: Keeps
    Properties:
      TemplateURL: https://s3.amazonaws.com/some-bucket/parts/data.yaml
      Parameters:
        Subnets: !GetAtt Network.Outputs.Subnets
        Group: !GetAtt Network.Outputs.Group
        Days: 7
        Other: !Ref Stage
        Keep: !Ref Retain
`,
      'parts/network.yaml': `Parameters:
  Cidr: { Type: String, Default: 10.0.0.0/16 }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref Cidr } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc } }
  Group: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc } }
Outputs:
  Subnets: { Value: !Join [',', [!Ref A, !Ref B]] }
  Group: { Value: !GetAtt Group.GroupId }
`,
      'parts/data.yaml': `Parameters:
  Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' }
  Group: { Type: AWS::EC2::SecurityGroup::Id }
  Days: { Type: Number, Default: 1 }
  Stage: { Type: String, Default: dev }
  Other: { Type: String }
  Keep: { Type: String }
  Missing: { Type: String }
Conditions:
  IsOther: !Equals [!Ref Other, prod]
  Keeping: !Equals [!Ref Keep, 'yes']
Resources:
  Subnets: { Type: AWS::RDS::DBSubnetGroup, Properties: { SubnetIds: !Ref Subnets } }
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      BackupRetentionPeriod: !Ref Days
      VPCSecurityGroups: [!Ref Group]
      DBSubnetGroupName: !Ref Subnets
      DBInstanceClass: !Ref Missing
      MultiAZ: !If [IsOther, true, false]
      DeletionProtection: !If [Keeping, true, false]
      Tags: [{ Key: stage, Value: !Ref Stage }]
`,
    });
    expect(candidates.map((c) => [c.path, c.role])).toEqual([
      ['app.yaml', 'root'],
      ['parts/data.yaml', 'module'],
      ['parts/network.yaml', 'module'],
    ]);
    const [root] = roots;
    expect(root!.notSeen).toEqual([]);
    expect(root!.files.read).toEqual(['app.yaml', 'parts/network.yaml', 'parts/data.yaml']);
    const node = (address: string) => root!.resources.find((r) => r.address === address)!;
    const property = (address: string, name: string) => node(address).properties.members.get(name);
    expect(brief(property('Network.Vpc', 'CidrBlock'))).toBe('10.1.0.0/16');
    expect(property('Network.Vpc', 'CidrBlock')!.origin.trail.map((l) => `${l.file}:${l.line}`)).toEqual([
      'parts/network.yaml:2',
      'app.yaml:11',
    ]);
    expect(brief(property('Data.Subnets', 'SubnetIds'))).toEqual(['-> Network.A.Ref', '-> Network.B.Ref']);
    expect(brief(property('Data.Database', 'VPCSecurityGroups'))).toEqual(['-> Network.Group.GroupId']);
    expect(brief(property('Data.Database', 'BackupRetentionPeriod'))).toBe(7);
    expect(property('Data.Database', 'DBInstanceClass')).toMatchObject({
      decidedBy: 'a value for parameter Missing of the nested stack Data',
    });
    // The outer Stage is not the inner one; the outer condition is the same condition inside.
    expect(property('Data.Database', 'MultiAZ')).toMatchObject({ condition: { id: 'Stage = prod' } });
    expect(property('Data.Database', 'DeletionProtection')).toMatchObject({
      condition: { id: 'Retain = yes' },
    });
    expect(node('Data.Database').exists).toMatchObject({ id: 'Retain = yes' });
    expect(brief(property('Data.Database', 'Tags'))).toEqual([{ Key: 'stage', Value: 'dev' }]);
  });

  test('stacks that contain themselves, or wait for each other, end', async () => {
    const { roots } = await collected({
      'app.yaml': `Resources:
  A:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: a.yaml
      Parameters: { In: !GetAtt B.Outputs.Out }
  B:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: a.yaml
      Parameters: { In: !GetAtt A.Outputs.Out }
`,
      'a.yaml': `Parameters:
  In: { Type: String }
Resources:
  Topic: { Type: AWS::SNS::Topic, Properties: { DisplayName: !Ref In } }
  Again: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: a.yaml } }
Outputs:
  Out: { Value: !Ref In }
`,
    });
    expect(roots[0]!.notSeen.map((n) => n.what)).toEqual([
      'nested stack Again of a.yaml',
      'nested stack Again of a.yaml',
    ]);
    const topic = roots[0]!.resources.find((r) => r.address === 'A.Topic')!;
    expect(topic.properties.members.get('DisplayName')).toMatchObject({ kind: 'unknown' });
  });

  test('a key that is there twice leaves its value unknown, and nothing else', async () => {
    const template = (properties: string, type = 'AWS::Cognito::UserPool', head = '') =>
      collected({
        'app.yaml': `${head}Resources:\n  Pool:\n    Type: ${type}\n    Properties:\n${properties}`,
      });
    const { roots } = await template(
      '      MfaConfiguration: "OFF"\n      A: 1\n      MfaConfiguration: "ON"\n',
    );
    expect(roots[0]!.notSeen).toEqual([]);
    expect(roots[0]!.files.partly).toMatchObject([{ line: 7, why: /MfaConfiguration is there twice/ }]);
    expect(roots[0]!.resources[0]!.properties.members.get('MfaConfiguration')).toMatchObject({
      kind: 'unknown',
    });
    const same = await template('      MfaConfiguration: "OFF"\n      MfaConfiguration: "OFF"\n');
    expect(same.roots[0]!.files.partly).toEqual([]);
    expect(brief(same.roots[0]!.resources[0]!.properties)).toEqual({ MfaConfiguration: 'OFF' });
    // What a transform makes of a value, an alias repeats, or a nested stack is made of, is not one property.
    const twice = '      Tags: { a: x }\n      Tags: { a: y }\n';
    const serverless = 'Transform: AWS::Serverless-2016-10-31\n';
    const wider = [
      await template(twice, 'AWS::Serverless::SimpleTable', serverless),
      await template('      B: &b { c: 1, c: 2 }\n      D: *b\n'),
      await template('      TemplateURL: a.yaml\n      TemplateURL: b.yaml\n', 'AWS::CloudFormation::Stack'),
    ];
    for (const { roots } of wider) expect(roots[0]!.notSeen).not.toEqual([]);
  });

  test('flow collections may stand as far left as they like', async () => {
    const template = (role: string) =>
      collected({
        'app.yaml': `Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      ${role}
      Handler: a.b
`,
      });
    const { roots } = await template(`Layers: [ # not 'read'
  one, { Name: "a]" }, # a [comment
      it's two, !Sub
   'c}' ]
      Tags: [{
        Key: 'it''s', Value: "\\"]" },
      ]
      Role: x`);
    expect(roots[0]!.files.partly).toEqual([]);
    const { properties } = roots[0]!.resources[0]!;
    expect(brief(properties)).toEqual({
      Layers: ['one', { Name: 'a]' }, "it's two", 'c}'],
      Tags: [{ Key: "it's", Value: '"]' }],
      Role: 'x',
      Handler: 'a.b',
    });
    expect(['Role', 'Handler'].map((name) => properties.members.get(name)!.origin.at.line)).toEqual([12, 13]);
    // What goes on in the next line without quotes would become another text.
    const folded = await template('Role: [ a\nb ]');
    expect(folded.roots[0]!.files.partly).not.toEqual([]);
    expect((await template('Role: [ a,\n "b')).roots[0]!.files.partly).not.toEqual([]);
  });

  test('quoted texts may go on as far left as they like', async () => {
    const { roots } = await collected({
      'app.yaml': `Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: !Sub
        "a\\
      \\ b \\"c\\"

    \${AWS::Region}"
      TopicName: 'it''s
   here'
`,
    });
    expect(roots[0]!.files.partly).toEqual([]);
    const { members } = roots[0]!.resources[0]!.properties;
    expect(brief(members.get('TopicName'))).toBe("it's here");
    expect(members.get('TopicName')!.origin.at.line).toBe(10);
    expect(members.get('DisplayName')).toMatchObject({ parts: [{ value: 'a b "c"\n' }, {}] });
    const unclosed = 'Resources:\n  A:\n    Type: "AWS::SNS::Topic\n  B:\n    Type: "AWS::SQS::Queue"\n';
    const broken = await collected({ 'app.yaml': unclosed });
    expect(broken.roots[0]!.files.partly).not.toEqual([]);
    expect(broken.roots[0]!.notSeen.map((n) => n.why)).toContain('missing closing "quote');
  });

  test('a definition of a state machine may have placeholders without quotes', async () => {
    const files = (type: string) => ({
      'app.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Machine:
    Type: AWS::Serverless::${type}
    Properties:
      DefinitionUri: flow.json
      DefinitionSubstitutions: { Limit: 60, Work: 'arn:aws:lambda:eu-west-1:123456789012:function:work' }
`,
      'flow.json': `{
  "StartAt": "Do: \${Work}",
  "States": { "Do": { "Type": "Task", "Resource": "\${Work}", "TimeoutSeconds": \${Limit}, "End": true } }
}`,
    });
    const { roots } = await collected(files('StateMachine'));
    expect(roots[0]!.files.partly).toEqual([]);
    const { members } = roots[0]!.resources.find((r) => r.address === 'Machine')!.properties;
    expect(JSON.parse(String(brief(members.get('DefinitionString'))))).toEqual({
      StartAt: 'Do: ${Work}',
      States: { Do: { Type: 'Task', Resource: '${Work}', TimeoutSeconds: '${Limit}', End: true } },
    });
    // Nothing fills them in elsewhere.
    const api = await collected(files('Api'));
    expect(api.roots[0]!.files.partly).not.toEqual([]);
  });

  test('a dynamic reference is one, whatever was read before it', async () => {
    const { roots } = await collected({
      'app.yaml': `Parameters: { Stage: { Type: String } }
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      KmsMasterKeyId: !Sub "{{resolve:ssm:/shop/\${Stage}/the-key-of-all-topics}}"
      TopicName: "{{resolve:ssm:/shop/name}}"
      DisplayName: "{{resolve:ssm:/shop/title}}"
`,
    });
    for (const name of ['KmsMasterKeyId', 'TopicName', 'DisplayName'])
      expect(roots[0]!.resources[0]!.properties.members.get(name)).toMatchObject({
        kind: 'reference',
        to: { address: 'dynamic' },
      });
  });

  test('an unread definition of an API hides routes, and nothing else', async () => {
    const files = {
      'app.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Jobs: { Type: AWS::SQS::Queue, Properties: {} }
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      InlineCode: x
      Events: { Jobs: { Type: SQS, Properties: { Queue: !GetAtt Jobs.Arn } } }
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      Cors: "'*'"
      DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://bucket/api.yaml } } }
`,
    };
    const { assessment } = await assessRepository(given(files));
    expect(assessment.coverage.notSeen.map((n) => n.what)).toEqual(['the routes of Api']);
    const hidden = assessment.outcomes.filter((o) => o.message.startsWith('resources not seen'));
    const checks = new Set(hidden.map((o) => o.check));
    expect(checks).toContain('api-routes-authorized');
    for (const check of ['sqs-redrive', 's3-tls-only', 'lambda-alarms']) expect(checks).not.toContain(check);
    const jobs = assessment.outcomes.find((o) => o.check === 'sqs-redrive');
    expect(jobs).toMatchObject({ outcome: 'fail', resource: { address: 'Jobs' } });
    // No route calls a function without waiting.
    const work = assessment.outcomes.find((o) => o.check === 'async-failure-kept');
    expect(work).toMatchObject({ outcome: 'not-applicable', resource: { address: 'Work' } });
  });

  test('what cannot be read of an included file is told with its own place, and unknown where it is included', async () => {
    const { roots } = await collected({
      'stacks/app.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: ../api.yaml } } }
`,
      'api.yaml': 'openapi: 3.0.1\npaths:\n  /a:\n    get:\n      summary: "not closed\n',
    });
    expect(roots[0]!.files.partly).toMatchObject([{ file: 'api.yaml' }]);
    expect(roots[0]!.notSeen.map((n) => n.what)).toEqual(['the routes of Api']);
    expect(roots[0]!.notSeen[0]!.decidedBy).toMatch(/quote at api.yaml:\d/);
  });

  test('a managed policy that is given by its ARN beside the one that SAM adds stands in the role once', async () => {
    const { roots } = await collected({
      'app.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      InlineCode: x
      Policies: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]
`,
    });
    const role = roots[0]!.resources.find((r) => r.address === 'WorkRole')!;
    expect(role.properties.members.get('ManagedPolicyArns')).toMatchObject({ items: { length: 1 } });
  });

  test('a policy that no one knows leaves its role open, and hides no resource', async () => {
    const { roots } = await collected({
      'app.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: nodejs22.x
      InlineCode: x
      Policies: [{ NoSuchPolicy: { Name: x } }]
`,
    });
    expect(roots[0]!.notSeen).toMatchObject([{ what: 'a policy of Work', holds: [] }]);
    const role = roots[0]!.resources.find((r) => r.address === 'WorkRole')!;
    expect(brief(role.properties.members.get('Policies'))).toMatchObject([{ PolicyDocument: /^\?/ }]);
  });

  test('a NAT gateway without tags has none', () => {
    expect(documentedDefault('AWS::EC2::NatGateway', 'Tags')).toMatchObject({ value: null });
  });
});

test('what Terragrunt deploys is not seen, so nothing is absent for certain', async () => {
  const { roots } = await collected({
    'main.tf': 'provider "aws" {}\nresource "aws_sns_topic" "t" {\n  name = "t"\n}\n',
    'env/prod/terragrunt.hcl': 'terraform {\n  source = "../../modules/app"\n}\n',
  });
  expect(roots.map((root) => root.notSeen.map((n) => n.what))).toEqual([['env/prod/terragrunt.hcl']]);
});

test('what a library lacks, its callers may have', async () => {
  const { library, roots } = await collected({
    'modules/a/main.tf': 'variable "name" {}\nresource "aws_sns_topic" "t" {\n  name = var.name\n}\n',
    'modules/b/main.tf': 'variable "name" {}\nmodule "a" {\n  source = "../a"\n  name   = var.name\n}\n',
    'examples/simple/main.tf': 'module "b" {\n  source = "../../modules/b"\n  name   = "x"\n}\n',
  });
  expect(library).toBe(true);
  for (const root of roots) expect(root.notSeen.map((n) => n.beyond)).toEqual([true]);
});
