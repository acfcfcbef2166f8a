import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Corpus, cloudFormation, random } from './corpus.ts';

/** A source of infrastructure, measured on its own. */
export interface Source {
  readonly name: string;
  /** How many times the bare reading and parsing of the same bytes assessing may take, and why so many. */
  readonly limit: number;
  readonly why: string;
  /** Writes about so many resources' worth below a folder. */
  readonly write: (folder: string, resources: number) => Corpus;
}

export const SOURCES: readonly Source[] = [
  {
    name: 'CloudFormation',
    limit: 6,
    why: 'each template of five resources is a root, so that every check of a root is asked for each',
    write: (folder, resources) => written(folder, templates(resources)),
  },
  {
    name: 'SAM',
    limit: 12,
    why: 'nine resources are made from two that are written, and each is judged',
    write: (folder, resources) => written(folder, samTemplates(resources)),
  },
  {
    name: 'CDK assembly',
    limit: 4,
    why: 'templates are long and say every property; the tree is only parsed',
    write: (folder, resources) => {
      writeApp(folder, resources);
      synthesize(folder);
      return parsedOf(folder, /^cdk\.out\/.*\.json$/);
    },
  },
  {
    name: 'CDK source',
    limit: 25,
    why: 'parsing in WebAssembly is quick; the program is run, each check asked twice, and each outcome says what is open',
    write: (folder, resources) => {
      writeApp(folder, resources);
      return parsedOf(folder, /\.ts$/);
    },
  },
  {
    name: 'Terraform plan',
    limit: 6,
    why: 'a plan is parsed by JSON.parse, and joined with the code resource by resource',
    write: (folder, resources) => ({ ...written(folder, planned(resources)), plan: 'plan.json' }),
  },
];

function written(folder: string, files: Iterable<readonly [path: string, text: string]>): Corpus {
  const paths: string[] = [];
  let bytes = 0;
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    paths.push(path);
    bytes += Buffer.byteLength(text);
  }
  return { paths, bytes };
}

/** The files of a written application that assessing parses. */
function parsedOf(folder: string, wanted: RegExp): Corpus {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => wanted.test(path) && !path.startsWith('node_modules/'))
    .sort();
  return { paths, bytes: paths.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0) };
}

const PER_TEMPLATE = 5;

function* templates(resources: number): Generator<readonly [string, string]> {
  for (let i = 0; i < resources / PER_TEMPLATE; i++) {
    yield [`service-${Math.floor(i / 20)}/template-${i}.yaml`, cloudFormation(i, random(i + 1))];
  }
}

/** A function makes itself, its role, a mapping, a rule and permissions; with its table and its queues ten. */
const PER_SAM_FUNCTION = 10;
const SAM_FUNCTIONS = 5;

function* samTemplates(resources: number): Generator<readonly [string, string]> {
  for (let i = 0; i < resources / (PER_SAM_FUNCTION * SAM_FUNCTIONS); i++) {
    const parts = Array.from({ length: SAM_FUNCTIONS }, (_, k) => samPart(i * SAM_FUNCTIONS + k));
    yield [`service-${i}/template.yaml`, `${SAM_HEAD}${parts.join('')}`];
  }
}

const SAM_HEAD = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: { Type: String, Default: prod, AllowedValues: [dev, prod] }
Globals:
  Function:
    Runtime: nodejs22.x
    Timeout: 20
    Tracing: Active
    Environment: { Variables: { STAGE: !Ref Stage } }
  Api: { TracingEnabled: true }
Resources:
`;

function samPart(i: number): string {
  const pick = random(i + 1);
  return `  Function${i}:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: part-${i}.handler
      MemorySize: ${128 * (1 + pick(8))}
      Policies:
        - DynamoDBCrudPolicy: { TableName: !Ref Table${i} }
        - SQSSendMessagePolicy: { QueueName: !GetAtt Dead${i}.QueueName }
      Environment: { Variables: { TABLE: !Ref Table${i}, LIMIT: '${pick(100)}' } }
      Events:
        Route: { Type: Api, Properties: { Path: /parts/${i}, Method: ${pick(2) ? 'get' : 'post'} } }
        Nightly: { Type: Schedule, Properties: { Schedule: rate(${1 + pick(20)} hours) } }
        Work: { Type: SQS, Properties: { Queue: !GetAtt Queue${i}.Arn, BatchSize: ${1 + pick(10)} } }
  Table${i}:
    Type: AWS::Serverless::SimpleTable
    Properties: { PrimaryKey: { Name: id, Type: String } }
  Queue${i}:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: ${120 + pick(100)}
      RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead${i}.Arn, maxReceiveCount: ${1 + pick(9)} }
  Dead${i}:
    Type: AWS::SQS::Queue
`;
}

/** What the constructs of {@link cdkPart} make. */
const PER_CDK_PART = 10;
const CDK_PARTS = 5;

/** An application with a stack in each file, which `--synth` and the library could run as it stands. */
function writeApp(folder: string, resources: number): void {
  const stacks = Array.from({ length: Math.ceil(resources / (PER_CDK_PART * CDK_PARTS)) }, (_, i) => i);
  const files: [string, string][] = stacks.map((i) => [`lib/stack-${i}.ts`, cdkStack(i)]);
  const bin = [
    "import { App } from 'aws-cdk-lib';",
    ...stacks.map((i) => `import { Stack${i} } from '../lib/stack-${i}';`),
    'const app = new App();',
    ...stacks.map((i) => `new Stack${i}(app, 'stack-${i}');`),
  ];
  written(folder, [
    ...files,
    ['bin/app.ts', `${bin.join('\n')}\n`],
    ['cdk.json', JSON.stringify({ app: 'tsx bin/app.ts' })],
    ['package.json', JSON.stringify({ name: 'generated', dependencies: { 'aws-cdk-lib': '2.276.0' } })],
  ]);
}

function cdkStack(i: number): string {
  const parts = Array.from({ length: CDK_PARTS }, (_, k) => cdkPart(i * CDK_PARTS + k));
  return `import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export class Stack${i} extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
${parts.join('\n')}  }
}
`;
}

function cdkPart(i: number): string {
  const pick = random(i + 1);
  return `    const table${i} = new dynamodb.Table(this, 'Table${i}', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: ${pick(2) === 1} },
    });
    const dead${i} = new sqs.Queue(this, 'Dead${i}');
    const queue${i} = new sqs.Queue(this, 'Queue${i}', {
      visibilityTimeout: Duration.seconds(${120 + pick(100)}),
      deadLetterQueue: { queue: dead${i}, maxReceiveCount: ${1 + pick(9)} },
    });
    const bucket${i} = new s3.Bucket(this, 'Bucket${i}', { enforceSSL: true, versioned: ${pick(2) === 1} });
    const function${i} = new lambda.Function(this, 'Function${i}', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => ${i};'),
      timeout: Duration.seconds(${3 + pick(60)}),
      environment: { TABLE: table${i}.tableName, QUEUE: queue${i}.queueUrl },
    });
    table${i}.grantReadWriteData(function${i});
    bucket${i}.grantRead(function${i});
    const topic${i} = new sns.Topic(this, 'Topic${i}');
    const errors${i} = function${i}.metricErrors().createAlarm(this, 'Errors${i}', { threshold: ${1 + pick(10)}, evaluationPeriods: 1 });
    errors${i}.addAlarmAction(new SnsAction(topic${i}));
`;
}

/** Runs the written application with the library of this repository, as `cdk synth` would. */
function synthesize(folder: string): void {
  const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
  symlinkSync(modules, join(folder, 'node_modules'));
  execFileSync(process.execPath, [join(modules, 'tsx/dist/cli.mjs'), 'bin/app.ts'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      CDK_OUTDIR: 'cdk.out',
      CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:enable-path-metadata': true }),
    },
  });
}

const PER_PLANNED_PART = 4;
const PLANNED_FILE = 5;

/** One root and the JSON of its plan, as `terraform show -json` writes it for a first apply. */
function* planned(resources: number): Generator<readonly [string, string]> {
  const parts = Array.from({ length: Math.ceil(resources / PER_PLANNED_PART) }, (_, i) => plannedPart(i));
  const all = parts.flat();
  yield ['main.tf', 'terraform {\n  backend "s3" {}\n}\n\nprovider "aws" {\n  region = "eu-west-1"\n}\n'];
  for (let i = 0; i < parts.length; i += PLANNED_FILE) {
    const texts = parts.slice(i, i + PLANNED_FILE).flat();
    yield [`part-${i / PLANNED_FILE}.tf`, texts.map(({ text }) => text).join('\n')];
  }
  const provider = 'registry.terraform.io/hashicorp/aws';
  const known = all.map(({ type, name, values }) => ({
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    provider_name: provider,
    schema_version: 0,
    values,
    sensitive_values: {},
  }));
  yield [
    'plan.json',
    JSON.stringify({
      format_version: '1.2',
      terraform_version: '1.9.8',
      planned_values: { root_module: { resources: known } },
      resource_changes: all.map(({ type, name, values, unknown }) => ({
        address: `${type}.${name}`,
        mode: 'managed',
        type,
        name,
        provider_name: provider,
        change: {
          actions: ['create'],
          before: null,
          after: values,
          after_unknown: Object.fromEntries(unknown.map((key) => [key, true])),
          before_sensitive: false,
          after_sensitive: {},
        },
      })),
      configuration: {
        provider_config: { aws: { name: 'aws', full_name: provider } },
        root_module: {
          resources: all.map(({ type, name, values, refers }) => ({
            address: `${type}.${name}`,
            mode: 'managed',
            type,
            name,
            provider_config_key: 'aws',
            schema_version: 0,
            expressions: {
              ...Object.fromEntries(
                Object.entries(values).map(([key, value]) => [key, { constant_value: value }]),
              ),
              ...Object.fromEntries(
                Object.entries(refers).map(([key, to]) => [
                  key,
                  { references: [to, to.replace(/\.[^.]*$/, '')] },
                ]),
              ),
            },
          })),
        },
      },
    }),
  ];
}

interface PlannedResource {
  readonly type: string;
  readonly name: string;
  readonly text: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Arguments that are read off another resource. */
  readonly refers: Readonly<Record<string, string>>;
  /** What only apply decides. */
  readonly unknown: readonly string[];
}

function plannedPart(i: number): readonly PlannedResource[] {
  const pick = random(i + 1);
  const name = `part_${i}`;
  const made = (
    type: string,
    values: Readonly<Record<string, string | number | boolean>>,
    refers: Readonly<Record<string, string>> = {},
  ): PlannedResource => {
    const lines = [
      ...Object.entries(values).map(([key, value]) => `  ${key} = ${JSON.stringify(value)}`),
      ...Object.entries(refers).map(([key, to]) => `  ${key} = ${to}`),
    ];
    const text = `resource "${type}" "${name}" {\n${lines.join('\n')}\n}\n`;
    return { type, name, text, values, refers, unknown: ['id', 'arn', ...Object.keys(refers)] };
  };
  return [
    made('aws_sqs_queue', { name: `queue-${i}`, visibility_timeout_seconds: 30 + pick(100) }),
    made('aws_sns_topic', { name: `topic-${i}` }),
    made('aws_lambda_function', {
      function_name: `fn-${i}`,
      role: 'arn:aws:iam::123456789012:role/functions',
      handler: 'app.handler',
      runtime: `python3.${9 + pick(5)}`,
      filename: `build/${i}.zip`,
      timeout: 3 + pick(60),
      memory_size: 128 * (1 + pick(8)),
    }),
    made(
      'aws_cloudwatch_metric_alarm',
      {
        alarm_name: `errors-${i}`,
        namespace: 'AWS/SQS',
        metric_name: 'ApproximateAgeOfOldestMessage',
        statistic: 'Maximum',
        period: 60 * (1 + pick(5)),
        evaluation_periods: 1,
        threshold: 1 + pick(1000),
        comparison_operator: 'GreaterThanThreshold',
      },
      { alarm_description: `aws_sqs_queue.${name}.name` },
    ),
  ];
}
