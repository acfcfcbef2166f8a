import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../src/program.ts';
import { airworthy, inFolder, TOP } from './support/airworthy.ts';

/** Each source with a check on one thing of it, and what a reader has to be told, in this order. */
const TABLE = 'point_in_time_recovery {\n    enabled = var.recover\n  }';
const SOURCES: Readonly<
  Record<
    string,
    {
      readonly files?: Readonly<Record<string, string>>;
      readonly path?: string;
      readonly args?: readonly string[];
      readonly check: string;
      readonly address: string;
      readonly says: readonly RegExp[];
    }
  >
> = {
  'a cloud assembly: the construct, the line that made it, the place in the template': {
    path: 'examples/jobs-api',
    check: 'cdn-access-logs',
    address: 'JobsApi-prod-Web/Cdn/Resource',
    says: [
      /^gap {7}JobsApi-prod-Web\/Cdn\/Resource$/m,
      /^at {8}lib\/web-stack\.ts:29 not set$/m,
      /^ {10}> 29 .*new cloudfront\.Distribution\(this, 'Cdn/m,
      /^from {6}assemblies\/prod\/JobsApi-prod-Web\.template\.json:\d+$/m,
      /^ {10}> \d+ +"DistributionConfig": \{$/m,
    ],
  },
  'CDK source: that it was not synthesized, and what does it': {
    files: {
      'cdk.json': '{"app": "npx tsx app.ts"}',
      'app.ts': `import { App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
const config = { versioned: process.env.KEEP === 'yes' };
const stack = new Stack(new App(), 'Files');
new Bucket(stack, 'Uploads', { versioned: config.versioned });
`,
    },
    check: 's3-versioning',
    address: 'Files/Uploads/Resource',
    says: [
      /^unknown {3}Files\/Uploads\/Resource$/m,
      /^read {6}from source, not synthesized$/m,
      /^decide {4}synthesizing the app: npx cdk synth, or airworthy assess --synth$/m,
      /^at {8}app\.ts:[35]\b/m,
    ],
  },
  'SAM: the line of the template that has it': {
    path: 'packages/engine/test/parity/sam',
    check: 's3-versioning',
    address: 'ExportsBucket',
    says: [/^pass {6}ExportsBucket$/m, /^at {8}template\.yaml:47 Enabled$/m, /^ {10}> 47 .*Status: Enabled/m],
  },
  'SAM: the function that a role was made for': {
    path: 'packages/engine/test/parity/sam',
    check: 'iam-no-admin-policies',
    address: 'WorkerFunctionRole',
    says: [/^gap {7}WorkerFunctionRole$/m, /^at {8}template\.yaml:13\d\b/m],
  },
  'a nested stack: through its parameter to the default': {
    files: {
      'template.yaml': `Parameters: { Keep: { Type: String, Default: "false" } }
Resources:
  Data:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ./data.yaml
      Parameters:
        Recover: !Ref Keep
`,
      'data.yaml': `Parameters: { Recover: { Type: String } }
Resources:
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: !Ref Recover }
`,
    },
    check: 'dynamodb-point-in-time-recovery',
    address: 'Data.Table',
    says: [
      /^gap {7}Data\.Table$/m,
      /^at {8}data\.yaml:6 false$/m,
      /^from {6}parameter Recover data\.yaml:1$/m,
      /^from {6}parameter Recover of the nested stack Data template\.yaml:8$/m,
      /^from {6}parameter Keep \(default\) template\.yaml:1$/m,
    ],
  },
  'a plan: through the variable of the code to the plan': {
    files: {
      'main.tf': `variable "recover" {}\nresource "aws_dynamodb_table" "users" {\n  name = "users"\n  ${TABLE}\n}\n`,
      'plan.json': JSON.stringify({
        format_version: '1.2',
        terraform_version: '1.9.0',
        variables: { recover: { value: false } },
        resource_changes: [
          {
            address: 'aws_dynamodb_table.users',
            mode: 'managed',
            type: 'aws_dynamodb_table',
            name: 'users',
            provider_name: 'registry.terraform.io/hashicorp/aws',
            change: {
              actions: ['create'],
              after: { name: 'users', point_in_time_recovery: [{ enabled: false }] },
              after_unknown: { arn: true, id: true },
              after_sensitive: {},
            },
          },
        ],
        configuration: { root_module: { resources: [] } },
      }),
    },
    args: ['--plan', 'FOLDER/plan.json'],
    check: 'dynamodb-point-in-time-recovery',
    address: 'aws_dynamodb_table.users',
    says: [/^gap {7}aws_dynamodb_table\.users$/m, /^at {8}main\.tf:5 false$/m, /^from {6}plan: /m],
  },
};

describe('explain', () => {
  it.each(Object.keys(SOURCES))('%s', async (name) => {
    const { files = {}, path, args = [], check, address, says } = SOURCES[name]!;
    await inFolder(files, async (folder) => {
      const place = path === undefined ? folder : join(TOP, path);
      const more = args.map((arg) => arg.replace('FOLDER', folder));
      const asked = ['explain', check, address, '--path', place, '--no-cache', ...more];
      const { code, stdout, stderr } = await airworthy(asked);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      let at = 0;
      for (const line of says) {
        const found = stdout.slice(at).search(line);
        expect(found, `${line} in\n${stdout.slice(at)}`).toBeGreaterThanOrEqual(0);
        at += found + 1;
      }
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
      expect(stdout).not.toMatch(/undefined|\[object|NaN/);
    });
  });

  it('takes the key of an outcome of each of them', async () => {
    for (const path of ['examples/documents-pipeline', 'packages/engine/test/parity/sam']) {
      const { stdout } = await airworthy(['assess', path, '--json', '--no-cache', '--only', 'BKP-02']);
      const [{ key, resource }] = JSON.parse(stdout).outcomes;
      const explained = await airworthy(['explain', key, '--path', path, '--no-cache']);
      expect(explained.stdout).toContain(resource.address);
    }
  });

  it('of a thing that is not there names what is near', async () => {
    const asked = ['explain', 's3-versioning', 'ExportBucket', '--path', 'packages/engine/test/parity/sam'];
    const { code, stderr } = await airworthy([...asked, '--no-cache']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/no resource "ExportBucket" .*did you mean ExportsBucket\?/);
  });
});

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])('knows every option of every command in %s', async (shell) => {
    const { stdout } = await airworthy(['completion', shell]);
    const options = createProgram().commands.flatMap((command) => command.options);
    expect(options.map((option) => option.long)).toEqual(
      expect.arrayContaining(['--plan', '--state', '--synth', '--no-cache', '--format']),
    );
    for (const { long } of options) {
      const word = shell === 'fish' ? `-l ${long!.slice(2)}` : long!;
      expect(stdout, word).toContain(word);
    }
  });
});
