import { describe, expect, it } from 'vitest';
import { assessRepository } from '../src/index.ts';
import type { Value } from '../src/model/value.ts';
import { readSource } from './support/cdk-source.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

const HEAD = `import * as cdk from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
const app = new cdk.App();
const stack = new cdk.Stack(app, 'S');
const code = { runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', code: lambda.Code.fromAsset('code') };
`;
const BARE = `new lambda.Function(stack, 'F', { runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', code: lambda.Code.fromAsset('code') });`;
const MANIFEST = '{ "dependencies": { "aws-cdk-lib": "2.276.0" } }';
const filesOf = (more: string, version: Readonly<Record<string, string>> = { 'package.json': MANIFEST }) =>
  memoryFileSystem({ 'cdk.json': '{"app": "npx tsx app.ts"}', 'app.ts': `${HEAD}${more}`, ...version });
const locked = (version: string) => ({
  'package.json': '{ "dependencies": { "aws-cdk-lib": "^2.1.0" } }',
  'package-lock.json': `{ "packages": { "node_modules/aws-cdk-lib": {\n "version": "${version}" } } }`,
});

/** The properties of the function, or the table, of which it is told that they are not there. */
async function leftOut(
  more: string,
  of = 'AWS::Lambda::Function',
  version?: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const { resources } = await readSource('/repo', undefined, filesOf(more, version));
  const found: string[] = [];
  const look = (value: Value, path: string) => {
    if (value.kind === 'absent') found.push(path);
    if (value.kind === 'object')
      for (const [name, member] of value.members) look(member, path === '' ? name : `${path}.${name}`);
  };
  for (const { type, properties } of resources) if (type === of) look(properties, '');
  return found.sort();
}

const OF_CODE = ['Code.ImageUri'];
const REST = [
  'DeadLetterConfig',
  'FileSystemConfigs',
  'KmsKeyArn',
  'LoggingConfig.LogFormat',
  'MemorySize',
  'ReservedConcurrentExecutions',
  'Timeout',
  'TracingConfig',
  'VpcConfig',
];

describe('what a function does not have', () => {
  it.each([
    ['whose props name none of it', BARE],
    ['that is bundled', "new NodejsFunction(stack, 'F', { entry: 'list.ts', environment: { A: 'b' } });"],
    ['with undefined for it', "new lambda.Function(stack, 'F', { ...code, timeout: undefined });"],
    [
      'that a class of the application makes',
      "class Api extends cdk.Stack { constructor(s: any, id: string, p: any) { super(s, id); new lambda.Function(this, 'F', { ...code, ...p }); } } new Api(app, 'A', { description: 'd' });",
    ],
    ['that is tagged', `${BARE} cdk.Tags.of(app).add('team', 'shelf');`],
  ])('is told of one %s', async (_, more) => {
    expect(await leftOut(more)).toEqual([...OF_CODE, ...REST]);
  });

  it.each<[string, string, readonly string[]]>([
    ['timeout: cdk.Duration.seconds(3)', 'timeout', ['Timeout']],
    ['deadLetterQueueEnabled: true', 'a queue of its own', ['DeadLetterConfig']],
    ['deadLetterQueue: chosen()', 'a queue', ['DeadLetterConfig']],
    ['tracing: chosen()', 'tracing', ['TracingConfig']],
    ['vpc: chosen()', 'a network', ['VpcConfig']],
    ['environmentEncryption: chosen()', 'a key', ['KmsKeyArn']],
    ['loggingFormat: chosen()', 'a format', ['LoggingConfig.LogFormat']],
    ['memorySize: process.env.M ? 256 : undefined', 'perhaps memory', ['MemorySize']],
  ])('leaves out what %s may write: %s', async (prop, _, written) => {
    const more = `import { chosen } from 'chosen'; new lambda.Function(stack, 'F', { ...code, ${prop} });`;
    expect(await leftOut(more)).toEqual([...OF_CODE, ...REST.filter((path) => !written.includes(path))]);
  });

  it('leaves out what is told of code that is none of an archive, or not known', async () => {
    const of = (given: string) => `new lambda.Function(stack, 'F', { ...code, code: ${given} });`;
    expect(await leftOut(of("lambda.Code.fromInline('')"))).toEqual(REST);
    expect(await leftOut(of("lambda.Code.fromAssetImage('image')"))).toEqual(REST);
    expect(await leftOut(of('(globalThis as any).code'))).toEqual(REST);
  });

  it.each([
    [
      'props that are not known',
      "import { more } from 'm'; new lambda.Function(stack, 'F', { ...code, ...more });",
    ],
    [
      'props that are perhaps put in',
      "new lambda.Function(stack, 'F', { ...code, ...(process.env.T ? JSON.parse('{}') : {}) });",
    ],
    [
      'a prop that no version was asked with',
      "new lambda.Function(stack, 'F', { ...code, pace: 'slow' } as any);",
    ],
    [
      'another class',
      "new lambda.DockerImageFunction(stack, 'F', { code: lambda.DockerImageCode.fromImageAsset('i') });",
    ],
    ['an escape hatch', `const f = ${BARE} (f.node.defaultChild as any).timeout = 5;`],
    ['an override', `const f = ${BARE} (f.node.defaultChild as any).addPropertyOverride('Timeout', 5);`],
    [
      'an aspect',
      `cdk.Aspects.of(app).add(new (class { visit(n: any) { if (n instanceof lambda.CfnFunction) n.timeout = 5; } })()); ${BARE}`,
    ],
    ['a walk over the tree', `${BARE} for (const one of stack.node.findAll()) (one as any).timeout = 5;`],
    ['a transform', `stack.addTransform('Limits'); ${BARE}`],
    ['code that is handed the function', `import { limit } from 'limits'; const f = ${BARE} limit(f);`],
    [
      'a construct of a package in its stack',
      `import { Limits } from 'limits'; new Limits(stack, 'L'); ${BARE}`,
    ],
    [
      'a stack of a package',
      `import { Base } from 'limits'; class Own extends Base { constructor(s: any, id: string) { super(s, id, {}); new lambda.Function(this, 'F', code); } } new Own(app, 'A');`,
    ],
    ['injectors', `cdk.PropertyInjectors.of(app).add(new (class {})() as any); ${BARE}`],
    ['a file that is not read', `import './missing'; import { x } from './gone.ts'; x(stack); ${BARE}`],
  ])('is nothing that is told with %s', async (_, more) => {
    expect(await leftOut(more)).toEqual([]);
  });
});

describe('what a version of the library leaves out', () => {
  const of = (version: Readonly<Record<string, string>>) => leftOut(BARE, 'AWS::Lambda::Function', version);

  it.each(['2.60.0', '2.150.1', '2.276.0'])(
    'is told of %s, which stands between those that were asked',
    async (version) => {
      expect(await of(locked(version))).toEqual([...OF_CODE, ...REST]);
    },
  );

  it.each(['2.59.0', '2.276.1', '2.999.0', '3.0.0'])('is not told of %s', async (version) => {
    expect(await of(locked(version))).toEqual([]);
  });

  it('is not told where nothing says which version is used', async () => {
    const { 'package.json': range } = locked('');
    expect(await of({})).toEqual([]);
    expect(await of({ 'package.json': range })).toEqual([]);
  });
});

describe('what a table does not have', () => {
  const OF_TABLES = [
    'DeletionProtectionEnabled',
    'PointInTimeRecoverySpecification',
    'TimeToLiveSpecification',
  ];
  const table = (props: string) =>
    `const key = { name: 'id', type: dynamodb.AttributeType.STRING }; const t = new dynamodb.Table(stack, 'T', { partitionKey: key, ${props} });`;

  it.each<[string, readonly string[]]>([
    [table(''), OF_TABLES],
    [
      `${table('tableName: "rows"')} t.addGlobalSecondaryIndex({ indexName: 'i', partitionKey: key });`,
      OF_TABLES,
    ],
    [table('pointInTimeRecovery: undefined'), OF_TABLES],
    [table('pointInTimeRecovery: chosen()'), [OF_TABLES[0]!, OF_TABLES[2]!]],
    [table('pointInTimeRecoverySpecification: chosen()'), [OF_TABLES[0]!, OF_TABLES[2]!]],
    [table('deletionProtection: chosen()'), OF_TABLES.slice(1)],
    [table('timeToLiveAttribute: chosen()'), OF_TABLES.slice(0, 2)],
    [table('...chosen()'), []],
    [`${table('')} (t.node.defaultChild as any).pointInTimeRecoverySpecification = {};`, []],
    [`${table('')} chosen(t);`, []],
    [`${table('')} new Chosen(stack, 'C');`, []],
    [`${table('')} cdk.Aspects.of(stack).add(chosen());`, []],
  ])('is told unless something else may write it: %s', async (more, expected) => {
    expect(
      await leftOut(`import { Chosen, chosen } from 'chosen';\n${more}`, 'AWS::DynamoDB::Table'),
    ).toEqual(expected);
  });
});

describe('a gap that consists in it', () => {
  const outcomeOf = async (more: string, check: string, of = 'AWS::Lambda::Function') => {
    const { assessment } = await assessRepository({
      path: '/repo',
      fileSystem: filesOf(more),
      now: new Date('2026-11-21T12:00:00Z'),
    });
    return assessment.outcomes.find((o) => o.check === check && o.resource?.type === of)?.outcome;
  };

  it('is found, and not where something that is not read may have filled it', async () => {
    expect(await outcomeOf(BARE, 'lambda-timeout-set')).toBe('fail');
    expect(
      await outcomeOf(`import { limit } from 'limits'; limit(${BARE.slice(0, -1)});`, 'lambda-timeout-set'),
    ).toBe('unknown');
    expect(
      await outcomeOf(
        "new lambda.Function(stack, 'F', { ...code, timeout: cdk.Duration.seconds(9) });",
        'lambda-timeout-set',
      ),
    ).toBe('pass');
  });

  it('is found of a table that cannot be restored, and not where that may be switched on', async () => {
    const table =
      "new dynamodb.Table(stack, 'T', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });";
    const outcome = (more: string) =>
      outcomeOf(more, 'dynamodb-point-in-time-recovery', 'AWS::DynamoDB::Table');
    expect(await outcome(table)).toBe('fail');
    expect(await outcome(`import { Recovery } from 'recovery'; new Recovery(stack, 'R'); ${table}`)).toBe(
      'unknown',
    );
    expect(await outcome(table.replace(' } });', ' }, pointInTimeRecovery: true });'))).toBe('pass');
  });

  it('leaves it open whether the handler is there where the folder of the package is not known', async () => {
    const outcome = async (files: Record<string, string>, folder: string) => {
      const app = `${HEAD}new lambda.Function(stack, 'F', { runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', code: lambda.Code.fromAsset(${folder}) });`;
      const { assessment } = await assessRepository({
        path: '/repo',
        fileSystem: memoryFileSystem({
          'cdk.json': '{"app": "npx tsx app.ts"}',
          'package.json': MANIFEST,
          'app.ts': app,
          ...files,
        }),
        now: new Date('2026-11-21T12:00:00Z'),
      });
      return assessment.outcomes.find((o) => o.check === 'handler-exists' && o.resource !== null)?.outcome;
    };
    const other = { 'other/index.js': 'exports.handler = async () => {};', 'code/main.js': '' };
    expect(await outcome(other, 'folderOf()')).toBe('unknown');
    expect(await outcome(other, "'code'")).toBe('unknown');
  });

  it('is no pass and no exemption that is followed from elsewhere', async () => {
    expect(await outcomeOf(BARE, 'images-pinned')).toBe('not-applicable');
    expect(await outcomeOf("new lambda.Function(stack, 'F', code);", 'images-pinned')).toBe('unknown');
  });
});
