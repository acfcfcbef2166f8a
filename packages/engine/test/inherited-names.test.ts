import { expect, it } from 'vitest';
import { assessRepository, render } from '../src/index.ts';
import { FORMATS } from '../src/report/formats.generated.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';

/*
 * What every object of JavaScript inherits is a name like any other where people write names: types, properties, ids,
 * events, variables. Each source says the same of it as of a name that means nothing to anybody.
 */
const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
const ORDINARY = 'ordinaryName';

type Files = Readonly<Record<string, MemoryFile>>;

const SOURCES: Readonly<Record<string, (name: string) => Files>> = {
  'a type': (name) => ({
    'template.json': JSON.stringify({
      Resources: { A: { Type: name, Properties: { [name]: name } }, B: { Type: 'AWS::SQS::Queue' } },
    }),
  }),
  'ids, parameters, conditions, mappings and outputs': (name) => ({
    'template.yaml': `Parameters: { ${name}: { Type: String, Default: Enabled } }
Conditions: { ${name}: !Equals [!Ref ${name}, Enabled] }
Mappings: { ${name}: { ${name}: { ${name}: Enabled } } }
Resources:
  ${name}:
    Type: AWS::S3::Bucket
    Condition: ${name}
    Properties: { VersioningConfiguration: { Status: !If [${name}, !FindInMap [${name}, ${name}, ${name}], !Ref ${name}] } }
  Other: { Type: AWS::S3::BucketPolicy, DependsOn: ${name}, Properties: { Bucket: !Ref ${name}, PolicyDocument: { ${name}: !GetAtt ${name}.${name} } } }
Outputs: { ${name}: { Value: !Sub "\${${name}.Arn}", Export: { Name: ${name} } } }
`,
  }),
  'values that tables are asked for': (name) => ({
    'template.yaml': `Resources:
  Client: { Type: AWS::Cognito::UserPoolClient, Properties: { AccessTokenValidity: 5, TokenValidityUnits: { AccessToken: ${name} } } }
  Listener: { Type: AWS::ElasticLoadBalancingV2::Listener, Properties: { Protocol: HTTPS, SslPolicy: ${name} } }
  Site: { Type: AWS::CloudFront::Distribution, Properties: { DistributionConfig: { ViewerCertificate: { MinimumProtocolVersion: ${name} } } } }
  Alarm: { Type: AWS::CloudWatch::Alarm, Properties: { Namespace: ${name}, MetricName: ${name}, Statistic: ${name}, Dimensions: [{ Name: ${name}, Value: ${name} }] } }
  Function: { Type: AWS::Lambda::Function, Properties: { Runtime: ${name}, Environment: { Variables: { ${name}: ${name} } } } }
`,
  }),
  'everything that SAM looks up': (name) => ({
    'template.yaml': `Transform: AWS::Serverless-2016-10-31
Globals: { Function: { ${name}: 1 }, ${name}: { A: 1 } }
Resources:
  ${name}:
    Type: AWS::Serverless::Function
    Connectors: { ${name}: { Properties: { Destination: { Id: ${name} }, Permissions: [${name}] } } }
    Properties:
      ${name}: x
      Runtime: nodejs22.x
      Policies: [{ ${name}: { ${name}: x } }, ${name}]
      DeadLetterQueue: { Type: ${name}, TargetArn: x }
      EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: ${name} } } }
      DeploymentPreference: { Type: ${name} }
      Events:
        ${name}: { Type: ${name}, Properties: { ${name}: x } }
        Stream: { Type: SQS, Properties: { Queue: x, ${name}: x, DestinationConfig: { OnFailure: { Type: ${name}, Destination: x } } } }
        Get: { Type: Api, Properties: { Path: /${name}, Method: ${name}, Auth: { Authorizer: ${name} } } }
        Call: { Type: HttpApi, Properties: { Path: /${name}, Method: ${name}, Auth: { Authorizer: ${name} } } }
  Table: { Type: AWS::Serverless::SimpleTable, Properties: { PrimaryKey: { Name: id, Type: ${name} } } }
  Graph: { Type: AWS::Serverless::GraphQLApi, Properties: { Auth: { Type: ${name} }, Functions: { ${name}: {} }, Resolvers: { ${name}: { ${name}: {} } } } }
  Link: { Type: AWS::Serverless::Connector, Properties: { Source: { Type: ${name} }, Destination: { Type: ${name} }, Permissions: [${name}] } }
  Other: { Type: AWS::Serverless::${name} }
`,
  }),
  Terraform: (name) => ({
    'main.tf': `variable "${name}" { default = "${name}" }
locals { ${name} = { ${name} = var.${name} } }
resource "${name}" "${name}" { ${name} = local.${name}.${name} }
resource "aws_s3_bucket" "${name}" {
  bucket = local.${name}["${name}"]
  ${name} = uuidv5("${name}", "x")
  tags = { ${name} = lookup({ ${name} = 1 }, "${name}", 2), b = ${name}("x") }
  ${name} { ${name} = 1 }
}
resource "aws_s3_bucket_versioning" "v" {
  bucket = aws_s3_bucket.${name}.${name}
  versioning_configuration { status = "${name}" }
}
module "${name}" { source = "./${name}" }
output "${name}" { value = aws_s3_bucket.${name}.id }
`,
  }),
  'Terraform JSON': (name) => ({
    'main.tf.json': JSON.stringify({
      [name]: { [name]: 1 },
      resource: { [name]: { [name]: { [name]: 1 } }, aws_sqs_queue: { [name]: { [name]: { [name]: 1 } } } },
    }),
  }),
  'a cloud assembly': (name) => ({
    'cdk.out/manifest.json': `{"version": "55.0.0", "artifacts": {
      "${name}": {"type": "aws:cloudformation:stack", "environment": "${name}", "properties": {"templateFile": "${name}.template.json", "parameters": {"${name}": "x"}, "tags": {"${name}": "x"}},
        "metadata": {"/${name}/${name}": [{"type": "aws:cdk:logicalId", "data": "${name}"}]}},
      "Tree": {"type": "cdk:tree", "properties": {"file": "tree.json"}}}}`,
    [`cdk.out/${name}.template.json`]: `{"Parameters": {"${name}": {"Type": "String"}}, "Resources": {"${name}": {"Type": "AWS::S3::Bucket", "Metadata": {"aws:cdk:path": "${name}/${name}"}, "Properties": {"BucketName": {"Ref": "${name}"}}}}}`,
    'cdk.out/tree.json': `{"tree": {"id": "App", "path": "", "children": {"${name}": {"id": "${name}", "path": "${name}"}}}}`,
  }),
  'CDK source': (name) => ({
    'cdk.json': `{"app": "npx tsx app.ts", "context": {"stage": "x", "${name}": {"${name}": 1}}}`,
    'app.ts': `import { App, Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { ${name === '__proto__' ? 'x' : name} as other } from 'aws-cdk-lib/${name}';
const app = new App();
const stack = new Stack(app, '${name}');
const config: any = { '${name}': { ${name}: true } };
new s3.Bucket(stack, 'A', { versioned: config.${name}.${name}, ${name}: 1 } as any);
new s3.CfnBucket(stack, 'B', { versioningConfiguration: { status: app.node.tryGetContext('${name}').${name} }, ${name}: s3.${name} } as any);
new s3.Bucket(stack, '${name}', { encryption: s3.BucketEncryption.${name}, versioned: s3.${name} } as any);
new (other as any)(stack, 'C', { a: (other as any).${name} });
config.${name}.${name}(stack);
`,
  }),
  'pipelines and what they run': (name) => ({
    'app.js': 'console.log(1);\n',
    '.github/workflows/ci.yml': `name: ${name}
on: { ${name}: {}, push: { branches: [${name}] } }
env: { ${name}: '\${{ ${name} }}' }
jobs:
  ${name}:
    runs-on: ${name}
    needs: [${name}x]
    strategy: { matrix: { ${name}: [${name}] } }
    steps:
      - run: '${name} x'
      - run: 'npx ${name}'
      - run: 'npm ${name}'
      - run: 'npm run ${name}'
      - run: 'docker ${name} x'
      - run: 'aws ${name} x'
      - run: 'cdk ${name}'
      - run: 'make ${name}'
      - run: 'terraform ${name}'
      - run: 'pytest --${name}'
      - run: 'echo "\${{ env.${name} }}"'
      - run: 'echo "\${{ matrix.${name} }}"'
      - run: 'echo "\${{ ${name} }}"'
      - uses: ${name}/${name}@v1
        with: { ${name}: ${name} }
`,
    '.gitlab-ci.yml': `stages: [${name}]\n${name}:\n  stage: ${name}\n  script: [${name} x, npm ${name}]\n`,
    '.circleci/config.yml': `version: 2.1\njobs: { ${name}: { docker: [{ image: ${name} }], steps: [checkout, ${name}, { ${name}: {} }] } }\nworkflows: { ${name}: { jobs: [${name}] } }\n`,
    'bitbucket-pipelines.yml': `pipelines:\n  ${name}: { ${name}: [{ step: { script: [${name}] } }] }\n`,
    'buildspec.yml': `version: 0.2\nphases: { ${name}: { commands: [${name}] }, build: { commands: [${name}] } }\n`,
    'azure-pipelines.yml': `steps:\n  - task: ${name}@1\n  - script: ${name}\n`,
    Jenkinsfile: `pipeline { agent any\n stages { stage('${name}') { steps { sh '${name}'\n ${name} 'x' } } } }\n`,
    Makefile: `${name}:\n\t${name} x\n`,
    Dockerfile: `FROM ${name}\n${name} x\nENV ${name}=x\nCMD ["${name}"]\n`,
  }),
  'a service of the Serverless Framework': (name) => ({
    'serverless.yml': `service: ${name}
provider: { name: aws, runtime: nodejs22.x, ${name}: 1, environment: { ${name}: '\${self:custom.${name}}', B: '\${${name}:x}' } }
custom: { ${name}: ${name} }
plugins: [${name}]
functions:
  ${name}:
    handler: app.${name}
    environment: { ${name}: '\${file(${name}.yml):${name}}' }
    events: [{ ${name}: { path: x } }, ${name}, { http: 'GET /${name}' }, { http: { path: ${name}, method: ${name}, authorizer: ${name} } }, { sqs: { ${name}: 1 } }]
    ${name}: 1
`,
    [`${name}.yml`]: `${name}: 1\n`,
    'app.js': `export const ${name === '__proto__' ? 'x' : name} = (event) => event.${name};\n`,
  }),
  'manifests, documents and settings': (name) => ({
    'package.json': `{"name": "${name}", "${name}": {"${name}": 1}, "scripts": {"${name}": "${name}", "test": "${name} run"}, "dependencies": {"${name}": "1.0.0"}, "jest": {"${name}": 1}, "browserslist": ["${name}"]}`,
    'package-lock.json': `{"lockfileVersion": 3, "packages": {"": {"dependencies": {"${name}": "1.0.0"}}, "node_modules/${name}": {"version": "1.0.0"}}}`,
    'pyproject.toml': `[project]\nname = "x"\ndependencies = ["x${name}x==1"]\n[tool.${name}]\n${name} = 1\n[tool.pytest.ini_options]\n${name} = "x"\n`,
    'openapi.yaml': `openapi: 3.0.3\ninfo: { title: x, version: '1' }\npaths: { /${name}: { ${name}: {}, get: { ${name}: 1, responses: { ${name}: {} } } } }\n`,
    [`docs/${name}.md`]: `# ${name}\n\n&${name}; in 3 ${name} | ${name}\n\n| ${name} | RTO |\n|---|---|\n| ${name} | 4 ${name} |\n`,
    'budget.json': `[{"path": "/${name}", "resourceSizes": [{"resourceType": "${name}", "budget": 1}], "${name}": 1}]`,
    'app.js': 'console.log(1);\n',
  }),
  'code of an application': (name) => ({
    'app.js': `import express from 'express';
import thing, { ${name === '__proto__' ? 'x' : name} as other } from '${name}';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as sdk from '@aws-sdk/client-${name}';
import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';
const app = express();
const client = new DynamoDBClient({ ${name}: 1 });
const documents = DynamoDBDocument.from(client);
app.${name}('/${name}', (request, response) => response.${name}(request.body.${name}));
app.get('/${name}/:${name}', other.${name}, async (request, response) => {
  const found = await documents.${name}({ TableName: process.env.${name}, '${name}': request.query.${name} });
  await new sdk.Client({}).send(new sdk.${name}({ ${name}: 1 }));
  await documents.transactWrite({ TransactItems: [{ '${name}': {} }] });
  const told = { '${name}': found, [request.query.${name}]: 1 };
  response.cookie('${name}', thing['${name}'], { ${name}: true });
  response.json(told.${name});
});
export const handler = (event) => event.${name};
`,
    'app.py': `import boto3
from flask import Flask, request
from ${name} import ${name}
app = Flask(__name__)
table = boto3.resource("${name}").Table("x")
client = boto3.client("${name}")
@app.route("/${name}", methods=["${name}"])
@${name}
def ${name}x(${name}):
    client.${name}(${name}=request.args["${name}"])
    table.${name}(Key={"${name}": request.args.get("${name}")})
    boto3.client("dynamodb").execute_statement(Statement="${name} FROM x")
    return {"${name}": request.json["${name}"]}
`,
    'app.test.js': `import { ${name}x } from './app.js';\ntest.${name}('${name}', () => { expect(1).${name}(1); });\ndescribe('${name}', () => { it('x', () => { expect(1).toBe(1); }); });\n`,
    [`db/1_${name}.sql`]: `CREATE TABLE ${name} (${name} ${name} NOT NULL);\n`,
  }),
};

async function said(files: Files, name: string): Promise<string> {
  const run = await assessRepository({
    path: '/repo',
    fileSystem: memoryFileSystem(files),
    now: new Date('2026-11-21T12:00:00Z'),
  });
  for (const format of FORMATS) {
    const options = { columns: 80, colour: false, verbose: true, quiet: false, date: new Date(0) };
    expect((await render(format.name, run, options)).length).toBeGreaterThan(0);
  }
  const lines = run.assessment.outcomes.map(
    (o) => `${o.check} ${o.resource?.address} ${o.outcome} of ${o.could.join()}`,
  );
  const seen = run.assessment.coverage.notSeen.map((n) => `${n.what}: ${n.why}`);
  return [...new Set([...lines, ...seen])]
    .sort()
    .join('\n')
    .replaceAll(name, ORDINARY)
    .replaceAll(name.toUpperCase(), ORDINARY.toUpperCase());
}

it.each(Object.keys(SOURCES).flatMap((source) => NAMES.map((name) => [source, name] as const)))(
  '%s: %s is a name like any other',
  async (source, name) => {
    const ordinary = (await said(SOURCES[source]!(ORDINARY), ORDINARY)).split('\n').sort();
    expect((await said(SOURCES[source]!(name), name)).split('\n').sort()).toEqual(ordinary);
    expect(ordinary.length).toBeGreaterThan(3);
  },
);
