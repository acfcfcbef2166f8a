// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are placeholders of Fn::Sub
import { describe, expect, it } from 'vitest';
import { collectTemplate } from '../src/collect/cloudformation/collect.ts';
import { findTemplates } from '../src/collect/cloudformation/discover.ts';
import { overridesIn } from '../src/collect/cloudformation/samconfig.ts';
import type { CollectedRoot, Environment, Inputs } from '../src/collect/collected.ts';
import type { Repository } from '../src/collect/files/repository.ts';
import { assessRepository } from '../src/index.ts';
import { openAtoms } from '../src/model/condition.ts';
import { descend } from '../src/model/properties.ts';
import type { Value } from '../src/model/value.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

type Files = Readonly<Record<string, string>>;

const SAM = 'Transform: AWS::Serverless-2016-10-31\n';
const CODE = 'Handler: a.b, Runtime: nodejs22.x, CodeUri: src/';

function repositoryOf(files: Files): Repository {
  return {
    root: '/repository',
    paths: Object.keys(files).sort(),
    has: (path) => path in files,
    skipped: [],
    leftOut: () => undefined,
    text: async (path) => ({ kind: 'text', text: files[path] ?? '' }),
    bytes: async (path) => new TextEncoder().encode(files[path] ?? ''),
  };
}

async function collect(files: Files, params: Readonly<Record<string, string>> = {}): Promise<CollectedRoot> {
  const repository = repositoryOf(files);
  const found = await findTemplates(repository, ['app.yaml']);
  const candidate = found.candidates.find((c) => c.path === 'app.yaml')!;
  const environment: Environment = { because: 'asked for', known: [], name: undefined };
  const inputs: Inputs = {
    roots: [],
    vars: new Map(),
    varFiles: [],
    params: new Map(Object.entries(params)),
    environmentVars: new Map(),
    now: new Date(0),
  };
  return collectTemplate(repository, candidate, environment, inputs, found);
}

const sam = (resources: string, params?: Readonly<Record<string, string>>) =>
  collect({ 'app.yaml': `${SAM}${resources}` }, params);

function at(root: CollectedRoot, address: string, path: string): Value {
  const node = root.resources.find((r) => r.address === address);
  if (node === undefined) throw new Error(`no resource ${address}`);
  return path.split('.').reduce<Value>((value, step) => {
    if (value.kind === 'list') return value.items[Number(step)]!;
    return descend(value, [step]);
  }, node.properties);
}

const addresses = (root: CollectedRoot) => root.resources.map((r) => r.address).sort();
const unseen = (root: CollectedRoot) => root.notSeen.map((n) => `${n.what}: ${n.why}`);

describe('where the parts of an expansion come from', () => {
  it('leads each made property to the line of SAM that caused it', async () => {
    const root = await collect({
      'app.yaml': `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Timeout: 10
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      ${CODE.replaceAll(', ', '\n      ')}
      MemorySize: 256
      Tracing: Active
      Events:
        Nightly:
          Type: Schedule
          Properties:
            Schedule: rate(1 day)
`,
    });
    const lineOf = (address: string, path: string) => at(root, address, path).origin.at.line;
    expect(lineOf('Orders', 'Timeout')).toBe(4);
    expect(lineOf('Orders', 'MemorySize')).toBe(12);
    expect(lineOf('Orders', 'TracingConfig.Mode')).toBe(13);
    expect(lineOf('OrdersRole', 'AssumeRolePolicyDocument')).toBe(6);
    expect(lineOf('OrdersRole', 'ManagedPolicyArns.1')).toBe(13);
    expect(lineOf('OrdersNightly', 'ScheduleExpression')).toBe(18);
    const permission = root.resources.find((r) => r.address === 'OrdersNightlyPermission')!;
    expect(permission.origin.at.line).toBe(15);
  });
});

describe('what the template does not decide', () => {
  it('is code that packaging uploads', async () => {
    const root = await sam(`Resources: { Fn: { Type: AWS::Serverless::Function, Properties: { ${CODE} } } }`);
    expect(at(root, 'Fn', 'Code.S3Key')).toMatchObject({
      kind: 'unknown',
      decidedBy: 'what packaging uploads from src/',
    });
    expect(at(root, 'Fn', 'Code.ImageUri').kind).toBe('absent');
    expect(root.notSeen).toEqual([]);
  });

  it('is an event whose type is not known, beside everything else', async () => {
    const root = await sam(`Parameters: { Kind: { Type: String } }
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      { ${CODE}, Events: { One: { Type: !Ref Kind }, Two: { Type: Telegraph }, Three: { Type: SQS, Properties: { Queue: q } } } }
`);
    expect(addresses(root)).toEqual(['Fn', 'FnRole', 'FnThree']);
    expect(unseen(root)).toEqual([
      'event One of Fn: its type is not known',
      'event Two of Fn: its type Telegraph is not known',
    ]);
  });

  it('is an event type that a parameter decides, until it has a value', async () => {
    const template = `Parameters: { Kind: { Type: String } }
Resources:
  Fn: { Type: AWS::Serverless::Function, Properties: { ${CODE}, Events: { One: { Type: !Ref Kind, Properties: { Schedule: rate(1 day) } } } } }
`;
    const root = await sam(template, { Kind: 'Schedule' });
    expect(addresses(root)).toEqual(['Fn', 'FnOne', 'FnOnePermission', 'FnRole']);
    expect(root.notSeen).toEqual([]);
  });

  it('is a property that SAM does not have', async () => {
    const root = await sam(
      `Resources: { Fn: { Type: AWS::Serverless::Function, Properties: { ${CODE}, Memory: 5 } } }`,
    );
    expect(unseen(root)).toEqual([
      'Memory of AWS::Serverless::Function Fn: it is no property of SAM that is known',
    ]);
    expect(addresses(root)).toEqual(['Fn', 'FnRole']);
  });

  it('is a property that an event of its type does not have', async () => {
    const root = await sam(
      `Resources: { Fn: { Type: AWS::Serverless::Function, Properties: { ${CODE}, Events: { One: { Type: SQS, Properties: { Queue: q, Batch: 5 } } } } } }`,
    );
    expect(unseen(root)).toEqual(['event One of Fn: its property Batch is none of SAM that is known']);
    expect(addresses(root)).toEqual(['Fn', 'FnOne', 'FnRole']);
  });

  it('is the name of an alias, not that there is one', async () => {
    const root = await sam(`Parameters: { Stage: { Type: String } }
Resources:
  Fn: { Type: AWS::Serverless::Function, Properties: { ${CODE}, AutoPublishAlias: !Ref Stage } }
`);
    expect(addresses(root)).toEqual(['Fn', 'FnAlias${Stage}', 'FnRole', 'FnVersion']);
    expect(at(root, 'FnAlias${Stage}', 'Name')).toMatchObject({ kind: 'unknown', expression: 'Stage' });
  });

  it('is whether a deployment preference is on: its parts hang on the parameter', async () => {
    const root = await sam(`Parameters: { Careful: { Type: String } }
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      { ${CODE}, AutoPublishAlias: live, DeploymentPreference: { Type: AllAtOnce, Enabled: !Ref Careful } }
`);
    const group = root.resources.find((r) => r.address === 'FnDeploymentGroup')!;
    expect([...openAtoms(group.exists, new Map()).values()][0]?.decidedBy).toContain('Careful');
    const alias = root.resources.find((r) => r.address === 'FnAliaslive')!;
    expect(descend(alias.meta!, ['UpdatePolicy']).kind).toBe('choice');
  });

  it('is who may call a route, where a parameter names the authorizer', async () => {
    const template = `Parameters: { Who: { Type: String } }
Resources:
  Rest: { Type: AWS::Serverless::Api, Properties: { StageName: v1, Auth: { DefaultAuthorizer: !Ref Who, Authorizers: { Users: { UserPoolArn: arn } } } } }
  Http: { Type: AWS::Serverless::HttpApi, Properties: { Auth: { DefaultAuthorizer: !Ref Who, Authorizers: { Users: { JwtConfiguration: { issuer: i }, IdentitySource: s } } } } }
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      { ${CODE}, Events: { A: { Type: Api, Properties: { RestApiId: !Ref Rest, Path: /a, Method: get } }, B: { Type: HttpApi, Properties: { ApiId: !Ref Http, Path: /b, Method: get } } } }
`;
    const root = await sam(template);
    expect(at(root, 'Rest', 'Body.paths./a.get.security').kind).toBe('unknown');
    expect(at(root, 'Http', 'Body.paths./b.get.security').kind).toBe('unknown');
    expect(root.notSeen).toHaveLength(2);
    const given = await sam(template, { Who: 'Users' });
    expect(at(given, 'Rest', 'Body.paths./a.get.security.0.Users').kind).toBe('list');
    expect(at(given, 'Http', 'Body.paths./b.get.security.0.Users').kind).toBe('list');
    expect(given.notSeen).toEqual([]);
  });

  it('is where failures go, where a parameter names the kind of destination', async () => {
    const root = await sam(`Parameters: { Kind: { Type: String } }
Resources:
  Fn: { Type: AWS::Serverless::Function, Properties: { ${CODE}, EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: !Ref Kind } } } } }
`);
    const destination = at(root, 'FnEventInvokeConfig', 'DestinationConfig.OnFailure.Destination');
    expect(destination.kind).toBe('unknown');
    expect(root.notSeen.length).toBeGreaterThan(0);
  });

  it('is whether a function is traced, where a parameter may disable it', async () => {
    const template = `Parameters: { Tracing: { Type: String } }
Resources: { Fn: { Type: AWS::Serverless::Function, Properties: { ${CODE}, Tracing: !Ref Tracing } } }
`;
    expect(at(await sam(template), 'Fn', 'TracingConfig').kind).toBe('choice');
    expect(at(await sam(template), 'FnRole', 'ManagedPolicyArns.1').kind).toBe('choice');
    expect(at(await sam(template, { Tracing: 'Disabled' }), 'Fn', 'TracingConfig').kind).toBe('absent');
  });

  it('is a policy that SAM does not know', async () => {
    const root = await sam(`Resources:
  Fn: { Type: AWS::Serverless::Function, Properties: { ${CODE}, Policies: [{ TeleportPolicy: {} }, NoSuchPolicy] } }
`);
    expect(unseen(root)).toEqual([
      'a policy of Fn: it is neither a name, a document nor a policy template that is known',
      'policy NoSuchPolicy of Fn: no AWS managed policy of the name NoSuchPolicy is known',
    ]);
    expect(at(root, 'FnRole', 'Policies.0.PolicyDocument').kind).toBe('unknown');
  });

  it('is a connector between what SAM does not connect', async () => {
    const root = await sam(`Resources:
  Link: { Type: AWS::Serverless::Connector, Properties: { Source: { Id: A }, Destination: { Id: B }, Permissions: [Write] } }
  A: { Type: AWS::EC2::VPC }
  B: { Type: AWS::SNS::Topic }
`);
    expect(unseen(root)).toEqual([
      'connector Link (AWS::EC2::VPC > AWS::SNS::Topic): SAM has no connector between these',
    ]);
  });

  it('is a definition that is included from elsewhere', async () => {
    const root = await sam(`Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: s3://bucket/api.yaml } } }
`);
    // That its routes are not seen is said where the routes of documents are read.
    expect(at(root, 'Api', 'Body').kind).toBe('unknown');
    expect(unseen(root)).toEqual([]);
  });

  it('is an application from the repository of applications', async () => {
    const root = await sam(`Resources:
  App: { Type: AWS::Serverless::Application, Properties: { Location: { ApplicationId: arn, SemanticVersion: 1.0.0 } } }
`);
    expect(root.notSeen).toMatchObject([{ what: 'nested stack App' }]);
  });
});

describe('files of the repository', () => {
  const api = 'openapi: 3.0.1\ninfo: { title: shop }\npaths: { /a: { get: { x-own: 1 } } }\n';

  it('are read where AWS::Include names them', async () => {
    const root = await collect({
      'app.yaml': `${SAM}Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: ./api/shop.yaml } } }
  Topic:
    Type: AWS::SNS::Topic
    Properties: { TopicName: news, Fn::Transform: { Name: AWS::Include, Parameters: { Location: topic.json } } }
`,
      'api/shop.yaml': api,
      'topic.json': '{"KmsMasterKeyId": "key", "TopicName": "other"}',
    });
    expect(at(root, 'Api', 'Body.info.title')).toMatchObject({ kind: 'known', value: 'shop' });
    expect(at(root, 'Api', 'Body.info.title').origin.at).toMatchObject({ file: 'api/shop.yaml', line: 2 });
    expect(at(root, 'Topic', 'KmsMasterKeyId')).toMatchObject({ kind: 'known', value: 'key' });
    expect(at(root, 'Topic', 'TopicName')).toMatchObject({ value: 'news' });
    expect(root.files.read).toEqual(['app.yaml', 'api/shop.yaml', 'topic.json']);
    expect(root.notSeen).toEqual([]);
  });

  it('add resources where the section includes them', async () => {
    const root = await collect({
      'app.yaml':
        'Resources:\n  A: { Type: AWS::SNS::Topic }\n  Fn::Transform: { Name: AWS::Include, Parameters: { Location: more.yaml } }\n',
      'more.yaml': 'B: { Type: AWS::SQS::Queue }\n',
    });
    expect(addresses(root)).toEqual(['A', 'B']);
    expect(root.notSeen).toEqual([]);
  });

  it('are not looked for outside of it', async () => {
    const root = await collect({
      'app.yaml':
        'Resources:\n  A: { Type: AWS::SNS::Topic }\n  Fn::Transform: { Name: AWS::Include, Parameters: { Location: ../../etc/passwd } }\n',
    });
    expect(unseen(root)).toEqual(['Fn::Transform in Resources: it adds resources at deployment']);
  });

  it('hold the definitions of APIs and state machines', async () => {
    const root = await collect({
      'app.yaml': `${SAM}Resources:
  Api: { Type: AWS::Serverless::Api, Properties: { StageName: v1, DefinitionUri: api.yaml } }
  Flow: { Type: AWS::Serverless::StateMachine, Properties: { DefinitionUri: flow.asl.json, Role: arn } }
`,
      'api.yaml': api,
      'flow.asl.json': '{"StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}',
    });
    expect(at(root, 'Api', 'Body.paths./a.get.x-own')).toMatchObject({ value: 1 });
    const definition = at(root, 'Flow', 'DefinitionString');
    const parsed = definition.kind === 'known' ? JSON.parse(String(definition.value)) : undefined;
    expect(parsed).toEqual({ StartAt: 'One', States: { One: { Type: 'Pass', End: true } } });
  });
});

describe('nested applications', () => {
  it('are read from the repository with what is passed to them', async () => {
    const root = await collect({
      'app.yaml': `${SAM}Resources:
  Inner: { Type: AWS::Serverless::Application, Properties: { Location: inner/template.yaml, Parameters: { Size: "512" } } }
Outputs: { Arn: { Value: !GetAtt Inner.Outputs.FnArn } }
`,
      'inner/template.yaml': `${SAM}Parameters: { Size: { Type: Number } }
Resources: { Fn: { Type: AWS::Serverless::Function, Properties: { ${CODE}, MemorySize: !Ref Size } } }
Outputs: { FnArn: { Value: !GetAtt Fn.Arn } }
`,
    });
    expect(addresses(root)).toEqual(['Inner', 'Inner.Fn', 'Inner.FnRole']);
    expect(at(root, 'Inner.Fn', 'MemorySize')).toMatchObject({ kind: 'known', value: 512 });
    expect(root.notSeen).toEqual([]);
  });

  it('that contain each other end in one message', async () => {
    const stack = (file: string) =>
      `Resources:\n  Next: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${file} } }\n`;
    const root = await collect({ 'app.yaml': stack('other.yaml'), 'other.yaml': stack('app.yaml') });
    expect(addresses(root)).toEqual(['Next', 'Next.Next']);
    expect(unseen(root)).toHaveLength(1);
    expect(unseen(root)[0]).toContain('contain itself');
  });

  it('that contain each other have one root', async () => {
    const stack = (file: string) =>
      `Resources:\n  Next: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${file} } }\n`;
    const found = await findTemplates(repositoryOf({ 'a.yaml': stack('b.yaml'), 'b.yaml': stack('a.yaml') }));
    expect(found.candidates.map((c) => `${c.path} ${c.role}`)).toEqual(['a.yaml root', 'b.yaml module']);
  });
});

describe('loops around resources of SAM', () => {
  it('are unrolled before the transform', async () => {
    const root = await collect({
      'app.yaml': `Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Resources:
  Fn::ForEach::Functions:
    - Name
    - [Orders, Users]
    - Fn\${Name}:
        Type: AWS::Serverless::Function
        Properties: { ${CODE}, FunctionName: !Sub "shop-\${Name}", Environment: { Variables: { NAME: !Ref Name } }, Events: { Tick: { Type: Schedule, Properties: { Schedule: rate(1 day) } } } }
`,
    });
    expect(addresses(root)).toEqual([
      'FnOrders',
      'FnOrdersRole',
      'FnOrdersTick',
      'FnOrdersTickPermission',
      'FnUsers',
      'FnUsersRole',
      'FnUsersTick',
      'FnUsersTickPermission',
    ]);
    expect(at(root, 'FnUsers', 'FunctionName')).toMatchObject({ value: 'shop-Users' });
    expect(at(root, 'FnUsers', 'Environment.Variables.NAME')).toMatchObject({ value: 'Users' });
    expect(root.notSeen).toEqual([]);
  });

  it('over an unknown collection are not seen', async () => {
    const root = await collect({
      'app.yaml': `Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Parameters: { Names: { Type: CommaDelimitedList } }
Resources:
  Fn::ForEach::Functions: [Name, !Ref Names, { "Fn\${Name}": { Type: AWS::Serverless::Function, Properties: { ${CODE} } } }]
`,
    });
    expect(addresses(root)).toEqual([]);
    expect(unseen(root)).toEqual([
      'Fn::ForEach::Functions: the collection of this loop is not known, or makes more than a stack can have',
    ]);
  });
});

describe('broken templates of SAM', () => {
  const bodies = {
    'properties that are a list':
      'Resources: { Fn: { Type: AWS::Serverless::Function, Properties: [1, 2] } }',
    'no properties':
      'Resources: { Fn: { Type: AWS::Serverless::Function }, Api: { Type: AWS::Serverless::Api } }',
    'events that are a text': `Resources: { Fn: { Type: AWS::Serverless::Function, Properties: { ${CODE}, Events: none } } }`,
    'globals that are a text': `Globals: none\nResources: { Fn: { Type: AWS::Serverless::Function, Properties: { ${CODE} } } }`,
    'globals of an unknown type': `Globals: { Rocket: {} }\nResources: { Fn: { Type: AWS::Serverless::Function, Properties: { ${CODE} } } }`,
    'properties by an expression': `Resources: { Fn: { Type: AWS::Serverless::Function, Properties: !If [A, {}, {}] } }`,
  };

  it.each(Object.entries(bodies))('say what is not seen: %s', async (name, body) => {
    const root = await sam(body);
    expect(addresses(root)).toContain('Fn');
    const silent = name === 'no properties';
    expect(root.notSeen.length > 0).toBe(!silent);
  });

  it('end with one message where there are more resources than any stack can have', async () => {
    const many = Array.from(
      { length: 5000 },
      (_, i) =>
        `  F${i}: { Type: AWS::Serverless::Function, Properties: { ${CODE}, Events: { A: { Type: Api, Properties: { Path: /p${i}, Method: get } } } } }`,
    );
    const root = await sam(`Resources:\n${many.join('\n')}\n`);
    expect(unseen(root)).toHaveLength(1);
    expect(unseen(root)[0]).toMatch(/^4000 resources of SAM: there are more than 2000/);
    expect(addresses(root)).toContain('F999Role');
  });

  it('leave what may be missing open', async () => {
    const root = await sam(
      'Resources: { Fn: { Type: AWS::Serverless::Function, Properties: !If [A, {}, {}] } }',
    );
    const fn = root.resources.find((r) => r.address === 'Fn')!;
    expect(fn.properties).toMatchObject({ kind: 'object', open: { kind: 'unknown' } });
  });
});

describe('language extensions', () => {
  const extended = (body: string) =>
    collect({
      'app.yaml': `Transform: AWS::LanguageExtensions\nParameters:\n  Names: { Type: CommaDelimitedList, Default: "A,B" }\n  Keeps: { Type: String, Default: Retain }\n${body}`,
    });

  it('unroll loops around conditions, by name and by expression', async () => {
    const root = await extended(`Conditions:
  Fn::ForEach::Conditions: [Name, !Ref Names, { "Is\${Name}": !Equals [!Ref Name, A] }]
Resources:
  Fn::ForEach::One: [Name, !Ref Names, { "One\${Name}": { Type: AWS::SNS::Topic, Condition: "Is\${Name}" } }]
  Fn::ForEach::Two: [Name, !Ref Names, { "Two\${Name}": { Type: AWS::SNS::Topic, Condition: !Sub "Is\${Name}" } }]
`);
    expect(root.resources.map((r) => `${r.address} ${r.exists.op}`)).toEqual([
      'OneA always',
      'OneB never',
      'TwoA always',
      'TwoB never',
    ]);
  });

  it('unroll loops in loops', async () => {
    const root = await extended(`Resources:
  Fn::ForEach::Outer:
    - X
    - !Ref Names
    - Fn::ForEach::Inner: [Y, ["1", "2"], { "Queue\${X}\${Y}": { Type: AWS::SQS::Queue, Properties: { QueueName: !Sub "\${X}-\${Y}" } } }]
`);
    expect(addresses(root)).toEqual(['QueueA1', 'QueueA2', 'QueueB1', 'QueueB2']);
    expect(at(root, 'QueueB1', 'QueueName')).toMatchObject({ value: 'B-1' });
  });

  it('unroll loops around outputs that another template reads', async () => {
    const root = await collect({
      'app.yaml': `Resources:
  Inner: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: inner.yaml } }
  Alarm: { Type: AWS::CloudWatch::Alarm, Properties: { AlarmActions: [!GetAtt Inner.Outputs.TopicB] } }
`,
      'inner.yaml': `Transform: AWS::LanguageExtensions
Resources: { T: { Type: AWS::SNS::Topic } }
Outputs:
  Fn::ForEach::Topics: [Name, [A, B], { "Topic\${Name}": { Value: !Ref T } }]
`,
    });
    expect(at(root, 'Alarm', 'AlarmActions.0')).toMatchObject({
      kind: 'reference',
      to: { address: 'Inner.T' },
    });
  });

  it('evaluate policies, lengths, texts of JSON and defaults of mappings', async () => {
    const root = await extended(`Mappings: { Sizes: { eu: { n: 1 } } }
Resources:
  Table:
    Type: AWS::DynamoDB::Table
    DeletionPolicy: !Ref Keeps
    Properties:
      TableName: !FindInMap [Sizes, us, n, { DefaultValue: other }]
      Fn::ForEach::More: [Key, [X, Y], { "Own\${Key}": !Ref Key }]
  Board:
    Type: AWS::CloudWatch::Dashboard
    Properties: { DashboardBody: { Fn::ToJsonString: { count: { Fn::Length: !Ref Names } } } }
`);
    expect(at(root, 'Board', 'DashboardBody')).toMatchObject({ value: '{"count":2}' });
    expect(at(root, 'Table', 'TableName')).toMatchObject({ value: 'other' });
    expect(at(root, 'Table', 'OwnY')).toMatchObject({ value: 'Y' });
    const table = root.resources.find((r) => r.address === 'Table')!;
    expect(descend(table.meta!, ['DeletionPolicy'])).toMatchObject({ value: 'Retain' });
  });
});

describe('samconfig', () => {
  const toml = `version = 0.1
[default.deploy.parameters]
parameter_overrides = "Stage=dev Size=\\"128\\""
[prod.global.parameters]
parameter_overrides = "Stage=other"
[prod.deploy.parameters]
capabilities = "CAPABILITY_IAM"
parameter_overrides = [
  "Stage=prod", # the stage
  'Size=512',
]
[test.deploy.parameters]
parameter_overrides = "ParameterKey=Stage,ParameterValue=test ParameterKey=Size,ParameterValue=\\"1 2\\""
`;

  it('gives parameters by environment', () => {
    const found = overridesIn('samconfig.toml', toml);
    const texts = [...found].map(([name, values]) => [
      name,
      Object.fromEntries([...values].map(([k, v]) => [k, 'text' in v ? v.text : undefined])),
    ]);
    expect(Object.fromEntries(texts)).toEqual({
      default: { Stage: 'dev', Size: '128' },
      prod: { Stage: 'prod', Size: '512' },
      test: { Stage: 'test', Size: '1 2' },
    });
    expect(found.get('prod')!.get('Size')!.at.line).toBe(8);
  });

  it('is read from YAML as well, and from nothing that is broken', () => {
    const yaml = 'prod:\n  deploy:\n    parameters:\n      parameter_overrides: [Stage=prod, Size=5]\n';
    expect([...overridesIn('samconfig.yaml', yaml).get('prod')!.keys()]).toEqual(['Stage', 'Size']);
    expect(overridesIn('samconfig.toml', '[a.deploy.parameters]\nparameter_overrides = [ "x=1"').size).toBe(
      0,
    );
    expect(overridesIn('samconfig.toml', '[[[\n= = =\nparameter_overrides = "A=b"').size).toBe(0);
  });

  it('tells which environments there are, and production is taken', async () => {
    const run = await assessRepository({
      path: '/repo',
      fileSystem: memoryFileSystem({
        'template.yaml': `${SAM}Parameters: { Stage: { Type: String }, Size: { Type: Number } }
Resources: { Fn: { Type: AWS::Serverless::Function, Properties: { ${CODE}, MemorySize: !Ref Size } } }
`,
        'samconfig.toml': toml,
      }),
      now: new Date('2026-11-21T12:00:00Z'),
    });
    const { subject, coverage, outcomes } = run.assessment;
    expect(subject.environment.name).toBe('prod');
    expect(JSON.stringify(coverage.files)).toContain('samconfig.toml');
    const memory = outcomes.find((o) => o.check === 'lambda-memory-set')!;
    expect(memory.outcome).toBe('pass');
  });
});
