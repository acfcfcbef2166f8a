import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repositories } from './repositories.ts';

/** A small repository that runs start from. */
export interface Seed {
  /** What it is, for the message of a failure. */
  readonly name: string;
  readonly kind: SeedKind;
  readonly files: Readonly<Record<string, string>>;
  /** Which of its files a run breaks. */
  readonly targets: readonly string[];
  /** Option that its plan or state is given as. */
  readonly given?: 'plan' | 'state';
  readonly env?: string;
  /** No infrastructure stands in it: only what the repository itself shows is asked. */
  readonly alone?: true;
}

/** `file` is one file alone, `templates` are several that refer to each other, `repository` is one with all that lies in it. */
export type SeedKind = 'file' | 'plan' | 'assembly' | 'source' | 'templates' | 'repository';

const top = fileURLToPath(new URL('../..', import.meta.url));
const TESTS = 'packages/engine/test';
const text = (path: string) => readFileSync(join(top, path), 'utf8');

/** Every seed: files of the catalogue, the examples and the oracles, each source in the shape in which it is met. */
export function readSeeds(): readonly Seed[] {
  return [...singleFiles(), ...plans(), ...assemblies(), ...sources(), ...templates(), ...repositories()];
}

function singleFiles(): readonly Seed[] {
  return globSync(
    [
      'packages/engine/src/catalog/**/fixtures/**/*.{tf,yaml}',
      `${TESTS}/oracles/cloudformation/templates/*`,
      `${TESTS}/fixtures/sam/*.yaml`,
      'examples/*/infra/**/*.tf',
      `${TESTS}/oracles/terraform/stacks/json-syntax/*.tf.json`,
    ],
    { cwd: top },
  ).map((path) => {
    const file = /\.tf(?:\.json)?$/.test(path) ? `main${path.slice(path.indexOf('.tf'))}` : nameOf(path);
    return { name: path, kind: 'file', files: { [file]: text(path) }, targets: [file] };
  });
}

const nameOf = (path: string) => (path.endsWith('.json') ? 'template.json' : 'template.yaml');

/** Plans and states as recorded, each with the code that it is of. */
function plans(): readonly Seed[] {
  return globSync(`${TESTS}/oracles/terraform/shown/*`, { cwd: top }).map((path) => {
    const stack = `${TESTS}/oracles/terraform/stacks/${basename(path).replace(/\..*$/, '')}`;
    const code = folder(stack, ['*.{tf,tofu,json}'], ['plan.json', 'options.json']);
    return {
      name: path,
      kind: 'plan',
      files: { ...code, 'planned.file': text(path) },
      targets: ['planned.file'],
      given: /state/.test(path) ? 'state' : 'plan',
    };
  });
}

/** Cloud assemblies, beside the source that they were made from. */
function assemblies(): readonly Seed[] {
  const made: readonly (readonly [app: string, assembly: string, env?: string])[] = [
    ['examples/jobs-api', 'assemblies/prod', 'prod'],
    ['examples/jobs-api', 'assemblies/dev', 'dev'],
    ['examples/documents-pipeline', 'assemblies/prod', 'prod'],
    ['examples/documents-pipeline', 'assemblies/dev', 'dev'],
    [`${TESTS}/fixtures/cdk/assembly`, 'cdk.out'],
    [`${TESTS}/parity/cdk`, 'cdk.out'],
  ];
  return made.map(([app, assembly, env]) => {
    const inside = folder(app, [`${assembly}/**/*`]);
    return {
      name: `${app}/${assembly}`,
      kind: 'assembly',
      files: { ...inside, ...folder(app, CODE, APART) },
      targets: Object.keys(inside),
      ...(env === undefined ? {} : { env }),
    };
  });
}

const CODE = ['cdk.json', '**/*.{ts,py}'];
const APART = ['src/**', 'web/**', 'assemblies/**', '**/cdk.out/**', '**/node_modules/**'];

/** Sources of CDK applications that nobody synthesized. */
function sources(): readonly Seed[] {
  const apps = globSync(['examples/*/cdk.json', `${TESTS}/fixtures/cdk/source/*/cdk.json`], { cwd: top });
  return apps.map(dirname).map((app) => {
    const files = folder(app, CODE, APART);
    return { name: app, kind: 'source', files, targets: Object.keys(files) };
  });
}

/** Templates that include, nest and connect each other. */
function templates(): readonly Seed[] {
  const orders = folder(`${TESTS}/parity/sam`, ['**/*']);
  const written = Object.entries(CONNECTED).map(([name, files]): Seed => {
    return { name, kind: 'templates', files, targets: Object.keys(files) };
  });
  return [
    { name: 'the parity application in SAM', kind: 'templates', files: orders, targets: Object.keys(orders) },
    ...written,
  ];
}

const CONNECTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'nested stacks': {
    'template.yaml': `Parameters:
  Stage: { Type: String, Default: prod }
Conditions:
  Live: !Equals [!Ref Stage, prod]
Resources:
  Data:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ./stacks/data.yaml, Parameters: { Keeps: !If [Live, "true", "false"] } }
  Again:
    Type: AWS::CloudFormation::Stack
    Condition: Live
    Properties: { TemplateURL: stacks/data.yaml }
  Reader:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Environment: { Variables: { TABLE: !GetAtt Data.Outputs.Table } }
`,
    'stacks/data.yaml': `Parameters:
  Keeps: { Type: String, Default: "true" }
Resources:
  Table:
    Type: AWS::DynamoDB::Table
    Properties: { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: !Ref Keeps } }
  Queues:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: queues.json }
Outputs:
  Table: { Value: !Ref Table, Export: { Name: !Sub "\${AWS::StackName}-table" } }
`,
    'stacks/queues.json':
      '{"Resources": {"Jobs": {"Type": "AWS::SQS::Queue", "Properties": {"SqsManagedSseEnabled": true}}}}',
  },
  'includes, loops and language extensions': {
    'template.yaml': `Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Mappings:
  Days: { prod: { Keep: 30 } }
Resources:
  Fn::ForEach::Groups:
    - Name
    - [Api, Worker]
    - Logs\${Name}:
        Type: AWS::Logs::LogGroup
        Properties: { RetentionInDays: !FindInMap [Days, prod, Keep, DefaultValue: 7] }
  Fn::Transform: { Name: AWS::Include, Parameters: { Location: more.yaml } }
  Shop:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: api.yaml } } }
  Inner: { Type: AWS::Serverless::Application, Properties: { Location: inner.yaml } }
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties: { DefinitionUri: machine.asl.json, Logging: { Level: ALL } }
`,
    'more.yaml': 'Topic:\n  Type: AWS::SNS::Topic\n  Properties: { KmsMasterKeyId: alias/aws/sns }\n',
    'api.yaml':
      'openapi: 3.0.1\npaths: { /a: { get: { security: [], x-amazon-apigateway-integration: { type: mock } } } }\n',
    'inner.yaml':
      'Transform: AWS::Serverless-2016-10-31\nResources: { Inside: { Type: AWS::Serverless::SimpleTable } }\n',
    'machine.asl.json': '{"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}',
    'samconfig.toml': '[prod.deploy.parameters]\nparameter_overrides = "Stage=prod"\n',
  },
};

function folder(
  path: string,
  wanted: readonly string[],
  without: readonly string[] = [],
): Readonly<Record<string, string>> {
  const found = globSync([...wanted], { cwd: join(top, path), exclude: [...without], withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(top, path).length + 1));
  return Object.fromEntries(found.sort().map((file) => [file, text(join(path, file))]));
}
