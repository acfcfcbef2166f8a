import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource, synthesized } from './support/cdk-source.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';

/*
 * What constructs make by default is not seen in a source, but of which types it can be is told by the code of their
 * library: everything that was synthesized is among it.
 */
type Files = Readonly<Record<string, MemoryFile>>;

const fixtures = join(import.meta.dirname, 'fixtures/cdk/source');
const examples = join(import.meta.dirname, '../../../examples');
const MANIFEST = '{ "dependencies": { "aws-cdk-lib": "2.276.0" } }';

function filesOf(folder: string): Files {
  const paths = globSync('**/*.{ts,py,json,js,graphql}', { cwd: folder }).filter(
    (path) => !/(?:^|\/)(?:assemblies|web|src|node_modules)\//.test(path),
  );
  return Object.fromEntries(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

/** The place that holds what constructs make by default. */
async function placeOf(files: Files, environment?: string) {
  const { notSeen } = await readSource(
    '/repo',
    environment,
    memoryFileSystem({ 'package.json': MANIFEST, 'requirements.txt': 'aws-cdk-lib==2.276.0', ...files }),
  );
  return notSeen.find((place) => place.beyond !== true);
}

function typesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.template.json'))
    .flatMap((file) => {
      const template = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
        Resources?: Record<string, { Type: string }>;
      };
      return Object.values(template.Resources ?? {}).map((made) => made.Type);
    });
}

describe('of the types that a source is said to make', () => {
  it.each([
    ['changed', 'changed'],
    ['aspect', 'aspect'],
    ['names', 'names'],
    ['environments', 'environments.prod'],
    ['environments', 'environments.dev'],
    ['environments-python', 'environments.prod'],
  ])('are all that %s was recorded to make as %s', async (folder, recorded) => {
    const place = await placeOf(filesOf(join(fixtures, folder)));
    const made = new Set(Object.values(synthesized(recorded)).map(({ type }) => type));
    expect(place?.why).toBe('only synthesis shows it');
    expect([...made].filter((type) => place?.holds?.includes(type) !== true)).toEqual([]);
  });

  it.each(['jobs-api', 'documents-pipeline'])('are all that the example %s makes', async (name) => {
    const place = await placeOf(filesOf(join(examples, name)));
    const made = new Set(['prod', 'dev'].flatMap((env) => typesIn(join(examples, name, 'assemblies', env))));
    expect(place?.why).toBe('only synthesis shows it');
    expect([...made].filter((type) => place?.holds?.includes(type) !== true)).toEqual([]);
  });
});

const programs = JSON.parse(
  readFileSync(join(import.meta.dirname, 'oracles/cdk-types.json'), 'utf8'),
) as Readonly<Record<string, { readonly source: string; readonly types: readonly string[] }>>;

const appOf = (source: string, more: Files = {}): Files => ({
  'cdk.json': '{ "app": "tsx app.ts" }',
  'app.ts': source,
  ...more,
});

describe.each(Object.entries(programs))('the types of %s', (_name, { source, types }) => {
  it('are all among those that its source is said to make, and fewer than a third of all', async () => {
    const place = await placeOf(appOf(source));
    expect(place?.why).toBe('only synthesis shows it');
    expect(types.filter((type) => place?.holds?.includes(type) !== true)).toEqual([]);
    expect(place?.holds?.length).toBeLessThan(110);
  });
});

const app = (imports: string, body: string) => `
import { App, Stack, CfnResource, CustomResource, Fn } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
${imports}
class Jobs extends Stack { constructor(scope: App, id: string) { super(scope, id); const queue = new sqs.Queue(this, 'Q'); ${body} } }
new Jobs(new App(), 'Jobs');`;
const PLAIN = app('', '');

describe('what a queue makes by default', () => {
  it('is of the types that come of queues', async () => {
    const holds = (await placeOf(appOf(PLAIN)))?.holds;
    expect(holds).toContain('AWS::SQS::Queue');
    expect(holds).toContain('AWS::KMS::Key');
    expect(holds).not.toContain('AWS::CloudWatch::Alarm');
    expect(holds).not.toContain('AWS::RDS::DBInstance');
    expect(holds).not.toContain('AWS::ECS::Service');
  });

  it.each([
    ['package.json', '{ "dependencies": { "aws-cdk-lib": "^2.200.0" } }', /package\.json fixes no version/],
    ['package.json', '{}', /no file that is read says which version/],
    ['package.json', '{ "dependencies": { "aws-cdk-lib": "2.999.0" } }', /version 2\.999\.0/],
    ['package.json', '{ "dependencies": { "aws-cdk-lib": "2.1.0" } }', /version 2\.1\.0/],
    [
      'package-lock.json',
      '{ "packages": { "node_modules/aws-cdk-lib": {\n "version": "2.999.0" } } }',
      /2\.999\.0/,
    ],
    ['yarn.lock', 'aws-cdk-lib@^2.1.0:\n  version "2.999.0"\n', /2\.999\.0/],
    ['pnpm-lock.yaml', 'packages:\n  aws-cdk-lib@2.999.0(constructs@10.0.0):\n', /2\.999\.0/],
  ])('is of any type where %s is %s', async (file, text, why) => {
    const place = await placeOf({
      ...appOf(PLAIN),
      'package.json': '{}',
      'requirements.txt': '',
      [file]: text,
    });
    expect(place?.holds).toBeUndefined();
    expect(place?.why).toMatch(why);
  });

  it('is known where a range is fixed by a lock file', async () => {
    const place = await placeOf({
      ...appOf(PLAIN),
      'package.json': '{ "dependencies": { "aws-cdk-lib": "^2.1.0" } }',
      'package-lock.json': '{ "packages": { "node_modules/aws-cdk-lib": {\n "version": "2.150.0" } } }',
    });
    expect(place?.holds).toContain('AWS::SQS::Queue');
  });

  it.each<[string, string, string]>([
    ['a package that is not known', "import { makeThings } from 'things';", 'makeThings({ scope: this });'],
    ['constructs of others', "import { Watching } from 'watching';", "new Watching(this, 'W');"],
    [
      'a module that is not in the table',
      "import * as eks from 'aws-cdk-lib/aws-eks';",
      "new eks.Cluster(this, 'E', {});",
    ],
    [
      'a template of others',
      "import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';",
      "new CfnInclude(this, 'I', { templateFile: 'a.json' });",
    ],
    ['a type that is computed', '', "new CfnResource(this, 'R', { type: process.env.TYPE! });"],
    [
      'a type among what is spread',
      '',
      "const more = { type: 'AWS::S3::Bucket' }; new CfnResource(this, 'R', { ...more });",
    ],
    ['a macro', '', "this.addTransform('Own');"],
    ['macros', '', "this.templateOptions.transforms = ['Own'];"],
    ['a macro in place', '', "Fn.transform('Own', {});"],
    [
      'another type written over it',
      '',
      "(queue.node.defaultChild as CfnResource).addOverride('Type', 'AWS::S3::Bucket');",
    ],
    [
      'whatever is written over it',
      '',
      "(queue.node.defaultChild as CfnResource).addOverride(process.env.PATH!, 'a');",
    ],
    ['a method by a computed name', '', "(queue as any)['metric' + process.env.KIND](); "],
    [
      'a method by a computed name, called apart',
      '',
      "const method = (queue as any)['metric' + process.env.KIND]; method.call(queue);",
    ],
    ['the library as a whole', '', "const all = sqs; new (all as any)[process.env.KIND!](this, 'X');"],
    ['a class by a computed name', '', "new (sqs as any)[process.env.KIND!](this, 'X');"],
    ['code that is made', '', "eval('new sqs.Queue(this)');"],
    ['reflection', '', 'Reflect.get(queue, process.env.KIND!);'],
    ['a module that is loaded late', '', "import('aws-cdk-lib/aws-rds');"],
    ['a module by a computed name', '', 'require(process.env.KIND!);'],
    ['a file inside of the library', "import { x } from 'aws-cdk-lib/aws-sqs/lib/queue';", 'x();'],
    [
      'a nested template',
      "import { CfnStack } from 'aws-cdk-lib';",
      "new CfnStack(this, 'N', { templateUrl: 'a' });",
    ],
    [
      'an application of serverless',
      "import { CfnApplication } from 'aws-cdk-lib/aws-sam';",
      "new CfnApplication(this, 'A', { location: 'a' });",
    ],
    [
      'a package of the library apart',
      "import { Thing } from '@aws-cdk/aws-thing-alpha';",
      "new Thing(this, 'T');",
    ],
  ])('is of any type with %s', async (_what, imports, body) => {
    expect((await placeOf(appOf(app(imports, body))))?.holds).toBeUndefined();
  });

  it.each<[string, string, string, string]>([
    [
      'a type that is written',
      '',
      "new CfnResource(this, 'R', { type: 'AWS::Connect::Instance' });",
      'AWS::Connect::Instance',
    ],
    [
      'an alarm on it',
      '',
      "queue.metricNumberOfMessagesSent().createAlarm(this, 'A', { threshold: 1, evaluationPeriods: 1 });",
      'AWS::CloudWatch::Alarm',
    ],
    [
      'a resource of any module',
      "import * as connect from 'aws-cdk-lib/aws-connect';",
      "new connect.CfnInstance(this, 'C', {});",
      'AWS::Connect::Instance',
    ],
    [
      'a class of the top',
      "import * as cdk from 'aws-cdk-lib';",
      "new cdk.aws_sns.Topic(this, 'T');",
      'AWS::SNS::Topic',
    ],
    [
      'a class under another name',
      "import { Topic as Other } from 'aws-cdk-lib/aws-sns';",
      "new Other(this, 'T');",
      'AWS::SNS::Topic',
    ],
    [
      'a class that is handed on',
      "import { Topic } from 'aws-cdk-lib/aws-sns';",
      'const kinds = { a: Topic }; void kinds;',
      'AWS::SNS::Topic',
    ],
    [
      'a class that is extended',
      "import { Topic } from 'aws-cdk-lib/aws-sns'; class Own extends Topic {}",
      'void Own;',
      'AWS::SNS::Topic',
    ],
    [
      'a method that is taken',
      '',
      "const { metricNumberOfMessagesSent: count } = queue; const { createAlarm } = count(); createAlarm(this, 'A', {} as any);",
      'AWS::CloudWatch::Alarm',
    ],
    [
      'a method by its written name',
      '',
      "(queue as any)['metricNumberOfMessagesSent']()['createAlarm'](this, 'A', {});",
      'AWS::CloudWatch::Alarm',
    ],
    [
      'code that never runs',
      "import { Topic } from 'aws-cdk-lib/aws-sns';",
      "if (process.env.NEVER) new Topic(this, 'T');",
      'AWS::SNS::Topic',
    ],
  ])('is of one more type with %s', async (_what, imports, body, type) => {
    expect((await placeOf(appOf(PLAIN)))?.holds).not.toContain(type);
    expect((await placeOf(appOf(app(imports, body))))?.holds).toContain(type);
  });

  it('is not of the types that only the compiler is told of', async () => {
    const place = await placeOf(
      appOf(app("import { Topic } from 'aws-cdk-lib/aws-sns';", 'let topic: Topic | undefined; void topic;')),
    );
    expect(place?.holds).not.toContain('AWS::SNS::Topic');
  });
});

describe('a program that names more', () => {
  const all = Object.values(programs);
  it.each(all.map(({ source }, index) => [index, source] as const))(
    'makes no fewer types by itself: program %i with the next',
    async (index, source) => {
      const next = all[(index + 1) % all.length]!.source;
      const [one, both] = await Promise.all([
        placeOf(appOf(source)),
        placeOf(appOf(`import './next';\n${source}`, { 'next.ts': next })),
      ]);
      expect(one?.holds?.filter((type) => both?.holds?.includes(type) !== true)).toEqual([]);
    },
  );
});
