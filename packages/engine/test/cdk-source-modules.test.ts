import { describe, expect, it } from 'vitest';
import { readSource } from './support/cdk-source.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';

/** Which file or package a name means, and what is made with it. */
const made = async (files: Readonly<Record<string, MemoryFile>>) =>
  (await readSource('/repo', undefined, memoryFileSystem(files))).resources.map(
    (r) => `${r.type} ${r.address}`,
  );
const unread = async (files: Readonly<Record<string, MemoryFile>>) =>
  (await readSource('/repo', undefined, memoryFileSystem(files))).notSeen
    .filter((place) => place.beyond === true)
    .map((place) => place.why);

const MAIN = `
import { App } from 'aws-cdk-lib';
import { Jobs } from '@stacks/jobs';
new Jobs(new App(), 'Jobs');`;
const JOBS = `
import { Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
export class Jobs extends Stack { constructor(scope: any, id: string) { super(scope, id); new Queue(this, 'Q'); } }`;
const APP = { 'infra/cdk.json': '{"app": "npx tsx main.ts"}', 'infra/main.ts': MAIN };
const QUEUE = ['AWS::SQS::Queue Jobs/Q/Resource'];

describe('the name of a module', () => {
  it.each<[string, Record<string, string>]>([
    [
      'paths',
      {
        'infra/tsconfig.json': '{"compilerOptions": {"paths": {"@stacks/*": ["./code/*"]}}}',
        'infra/code/jobs.ts': JOBS,
      },
    ],
    [
      'paths from a base, with comments',
      {
        'infra/tsconfig.json': `{ // ours
          "compilerOptions": { "baseUrl": "code", /* "paths": {} */ "paths": { "@stacks/jobs": ["all/jobs.ts",], }, }, }`,
        'infra/code/all/jobs.ts': JOBS,
      },
    ],
    [
      'a base alone',
      {
        'infra/tsconfig.json': '{"compilerOptions": {"baseUrl": "./code"}}',
        'infra/code/@stacks/jobs.ts': JOBS,
      },
    ],
    [
      'what is extended, from where that stands',
      {
        'infra/tsconfig.json': '{"extends": "../tsconfig.base", "compilerOptions": {"strict": true}}',
        'tsconfig.base.json': '{"compilerOptions": {"paths": {"@stacks/*": ["shared/*"]}}}',
        'shared/jobs.ts': JOBS,
      },
    ],
    [
      'the longest pattern that fits',
      {
        'infra/tsconfig.json':
          '{"compilerOptions": {"paths": {"*": ["./none/*"], "@stacks/*": ["./code/*"], "@st*": ["./other/*"]}}}',
        'infra/code/jobs.ts': JOBS,
        'infra/other/acks/jobs.ts': JOBS.replace("'Q'", "'Other'"),
      },
    ],
  ])('is found through %s', async (_way, files) => {
    expect(await made({ ...APP, ...files })).toEqual(QUEUE);
  });

  it.each<[string, Record<string, string>]>([
    ['are no JSON', { 'infra/tsconfig.json': '{"compilerOptions": {' }],
    [
      'lead out of the folder',
      { 'infra/tsconfig.json': '{"compilerOptions": {"paths": {"@stacks/*": ["../../../*"]}}}' },
    ],
    [
      'are of another form',
      { 'infra/tsconfig.json': '{"compilerOptions": {"paths": {"@stacks/*": "code/*"}}}' },
    ],
    ['extend themselves', { 'infra/tsconfig.json': '{"extends": "./tsconfig.json"}' }],
  ])('means nothing by settings that %s', async (_which, files) => {
    expect(await made({ ...APP, 'infra/code/jobs.ts': JOBS, ...files })).toEqual([]);
  });

  it('is the library before it is a file of the application', async () => {
    const files = {
      'cdk.json': '{"app": "npx tsx main.ts"}',
      'tsconfig.json': '{"compilerOptions": {"baseUrl": "."}}',
      'main.ts': `import * as cdk from 'aws-cdk-lib/core'; import { Queue } from 'aws-cdk-lib/aws-sqs';
        new Queue(new cdk.Stack(new cdk.App(), 'Jobs'), 'Q');`,
      'aws-cdk-lib/aws-sqs.ts': 'export class Queue {}',
    };
    expect(await made(files)).toEqual(QUEUE);
  });
});

describe('a file that is loaded while the program runs', () => {
  const main = (rest: string) => ({
    'cdk.json': '{"app": "npx tsx main.ts"}',
    'main.ts': `import { App } from 'aws-cdk-lib';\n${rest}`,
    'code/jobs.ts': JOBS,
  });

  it.each([
    ['by itself', "const { Jobs } = await import('./code/jobs');\nnew Jobs(new App(), 'Jobs');"],
    [
      'in a function, with others',
      `const all = async () => {
  const [one] = await Promise.all([import('./code/jobs')]);
  new one.Jobs(new App(), 'Jobs');
};
all();`,
    ],
  ])('is followed where it is %s', async (_, rest) => {
    expect(await made(main(rest))).toEqual(QUEUE);
    expect(await unread(main(rest))).toEqual([]);
  });

  it('is not seen where its name is computed', async () => {
    const files = main("const { Jobs } = await import(process.env.CODE!);\nnew Jobs(new App(), 'Jobs');");
    expect(await unread(files)).toContain('it loads a file whose name is computed');
  });
});

const PYTHON = (text: string) => ({ 'cdk.json': '{"app": "python3 app.py"}', 'app.py': text });

describe('scope and id', () => {
  it('may be named in Python', async () => {
    const text = `
from aws_cdk import App, Stack, aws_sqs as sqs
app = App()
stack = Stack(scope=app, id="Jobs")
sqs.Queue(stack, id="Q", queue_name="jobs")
sqs.CfnQueue(scope=stack, id="P", queue_name="more")`;
    const { resources } = await readSource('/repo', undefined, memoryFileSystem(PYTHON(text)));
    expect(resources.map((r) => [r.address, r.properties.members.get('QueueName')])).toMatchObject([
      ['Jobs/Q/Resource', { value: 'jobs' }],
      ['Jobs/P', { value: 'more' }],
    ]);
    expect(resources.map((r) => [...r.properties.members.keys()])).toEqual([['QueueName'], ['QueueName']]);
  });

  it('are no construct and its settings', async () => {
    const text = `
import { App, Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
new SqsEventSource(new Queue(new Stack(new App(), 'Jobs'), 'Q'), { batchSize: 5 });`;
    expect(await made({ 'cdk.json': '{"app": "npx tsx main.ts"}', 'main.ts': text })).toEqual(QUEUE);
  });
});

describe('a state of a state machine', () => {
  it('is no resource, and the machine is', async () => {
    const text = `
import { App, Stack } from 'aws-cdk-lib';
import { Choice, DefinitionBody, Pass, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { EvaluateExpression } from 'aws-cdk-lib/aws-stepfunctions-tasks';
const stack = new Stack(new App(), 'Jobs');
const start = new Pass(stack, 'Start').next(new EvaluateExpression(stack, 'E', { expression: '1' })).next(new Choice(stack, 'C'));
new StateMachine(stack, 'M', { definitionBody: DefinitionBody.fromChainable(start) });`;
    expect(await made({ 'cdk.json': '{"app": "npx tsx main.ts"}', 'main.ts': text })).toEqual([
      'AWS::StepFunctions::StateMachine Jobs/M/Resource',
    ]);
  });
});

describe('an app of which nothing is found', () => {
  it.each([
    ['from aws_cdk import core\napp = core.App()\ncore.Stack(app, "S")'],
    ['import aws_cdk.core as cdk\napp = cdk.App()'],
  ])('is of version 1 of the library where it imports that', async (text) => {
    expect(await unread(PYTHON(text))).toEqual(['version 1 of the CDK library is not read']);
  });

  it('is of version 1 in TypeScript', async () => {
    const text = `import * as cdk from '@aws-cdk/core'; import { Bucket } from '@aws-cdk/aws-s3';
      new Bucket(new cdk.Stack(new cdk.App(), 'S'), 'B');`;
    expect(await unread({ 'cdk.json': '{"app": "npx tsx main.ts"}', 'main.ts': text })).toContain(
      'version 1 of the CDK library is not read',
    );
  });

  it('says so', async () => {
    expect(await unread(PYTHON('from aws_cdk import App\nApp().synth()'))).toEqual([
      'no construct was found by following it',
    ]);
  });

  it('is nothing to be said of one that makes something', async () => {
    const text = 'from aws_cdk import App, Stack, aws_sqs as sqs\nsqs.Queue(Stack(App(), "S"), "Q")';
    expect(await unread(PYTHON(text))).toEqual([]);
  });
});
