import { closeSync, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../src/formats.generated.ts';
import { airworthy, type Ended, inFolder } from './support/airworthy.ts';

/*
 * Hostile and broken plans, assemblies, applications and templates, through the command as it is published: one clear
 * message, or an assessment that says what it did not see; never a stack trace, never a hang.
 */
const QUEUE = 'resource "aws_sqs_queue" "q" {}\n';
const assess = (folder: string, ...more: string[]) => airworthy(['assess', folder, '--no-cache', ...more]);

function refused(end: Ended, message: RegExp): void {
  expect(end.stderr).toMatch(message);
  expect(end.stderr).not.toMatch(/\n\s+at |an error of ours/);
  expect(end.stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
  expect({ code: end.code, stdout: end.stdout }).toEqual({ code: 2, stdout: '' });
}

interface Document {
  readonly verdict: { readonly decision: string; readonly lackOfEvidence?: boolean };
  readonly coverage: object;
  readonly notices: readonly string[];
  readonly outcomes: readonly {
    readonly check: string;
    readonly outcome: string;
    readonly resource: { readonly address: string } | null;
  }[];
}

/** Assessed, not ready, and `why` is among what was not seen. */
async function heldBack(folder: string, why: RegExp): Promise<Document> {
  const end = await assess(folder, '--json');
  expect(end.stderr).toBe('');
  expect(end.code).toBe(1);
  const document = JSON.parse(end.stdout) as Document;
  expect(JSON.stringify(document.coverage)).toMatch(why);
  const said = await assess(folder);
  expect(said.stdout).toMatch(/^NO-GO /);
  expect(said.stdout + said.stderr).not.toMatch(/\n\s+at |\[object Object\]|root:x:0/);
  return document;
}

describe('a plan or state', () => {
  const ZIP = new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 8, 0]);
  it.each<[what: string, content: string | Uint8Array | undefined, says: RegExp]>([
    ['that is not there', undefined, /given: there is no such file/],
    ['that is binary', ZIP, /binary plan.*terraform show -json \S*given > plan\.json\n/],
    ['that is cut off', '{"format_version":"1.2","resource_ch', /not valid JSON.*terraform show -json/],
    ['that is empty', '', /the file is empty/],
    ['that is a list', '[]', /not the JSON of a (?:plan|state)/],
    ['that is nested without end', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, /nested too deeply|not/],
  ])('%s is one message', async (_, content, says) => {
    const files = { 'main.tf': QUEUE, ...(content === undefined ? {} : { given: content }) };
    await inFolder(files, async (folder) => {
      for (const option of ['--plan', '--state'])
        refused(await assess(folder, option, join(folder, 'given')), says);
    });
  });

  it('that is a folder, or both at once, is one message', async () => {
    await inFolder({ 'main.tf': QUEUE, 'plans/plan.json': '{}' }, async (folder) => {
      refused(await assess(folder, '--plan', join(folder, 'plans')), /this is not a file/);
      const plan = join(folder, 'plans/plan.json');
      refused(await assess(folder, '--plan', plan, '--state', plan), /give one of them/);
    });
  });
});

const stack = (templateFile: unknown) => ({ type: 'aws:cloudformation:stack', properties: { templateFile } });
const manifest = (artifacts: object, version: unknown = '55.0.0') => JSON.stringify({ version, artifacts });
const template = (resources: object) => JSON.stringify({ Resources: resources });
const BUCKET = {
  Type: 'AWS::S3::Bucket',
  Properties: { VersioningConfiguration: { Status: 'Enabled' } },
  Metadata: { 'aws:cdk:path': 'App/Files/Resource' },
};
const nested = (file: string) => ({
  Type: 'AWS::CloudFormation::Stack',
  Metadata: { 'aws:asset:path': file },
});

describe('a hostile assembly', () => {
  it.each<[what: string, files: Record<string, string>, why: RegExp]>([
    [
      'whose template lies above it',
      { 'cdk.out/manifest.json': manifest({ App: stack('../../outside.json') }) },
      /lies outside of the assembly/,
    ],
    [
      'whose template is a file of the system',
      { 'cdk.out/manifest.json': manifest({ App: stack('/etc/passwd') }) },
      /lies outside of the assembly/,
    ],
    [
      'whose stage is itself',
      {
        'cdk.out/manifest.json': manifest({
          S: { type: 'cdk:cloud-assembly', properties: { directoryName: '.' } },
        }),
      },
      /lies outside of the assembly/,
    ],
    [
      'whose stacks are nested in each other',
      {
        'cdk.out/manifest.json': manifest({ App: stack('A.nested.template.json') }),
        'cdk.out/A.nested.template.json': template({ B: nested('B.nested.template.json') }),
        'cdk.out/B.nested.template.json': template({ A: nested('A.nested.template.json') }),
      },
      /nested stack A/,
    ],
    [
      'whose template is cut off',
      {
        'cdk.out/manifest.json': manifest({ App: stack('App.template.json') }),
        'cdk.out/App.template.json': template({ A: BUCKET }).slice(0, -20),
      },
      /App\.template\.json/,
    ],
    [
      'whose template is a list',
      {
        'cdk.out/manifest.json': manifest({ App: stack('App.template.json') }),
        'cdk.out/App.template.json': '[]',
      },
      /has to be an object/,
    ],
  ])('%s hides nothing', async (_, files, why) => {
    await inFolder(files, async (folder) => {
      const { verdict } = await heldBack(folder, why);
      expect(verdict.decision).toBe('NO-GO');
    });
  });

  it('whose template is a link that leads out shows nothing of what is there', async () => {
    await inFolder(
      {
        'repo/cdk.out/manifest.json': manifest({ App: stack('App.template.json') }),
        'outside.json': template({ Outside: BUCKET }),
      },
      async (top) => {
        symlinkSync('../../outside.json', join(top, 'repo/cdk.out/App.template.json'));
        const document = await heldBack(join(top, 'repo'), /a link/);
        expect(JSON.stringify(document.outcomes)).not.toMatch(/App\/Files|Outside/);
      },
    );
  });

  it.each([
    ['99.1.0', /written by a newer CDK \(schema 99\.1\.0/],
    ['one', undefined],
  ])('of version %s is read as far as known', async (version, notice) => {
    const files = {
      'cdk.out/manifest.json': manifest({ App: stack('App.template.json') }, version),
      'cdk.out/App.template.json': template({ A: BUCKET }),
    };
    await inFolder(files, async (folder) => {
      const { stdout, stderr } = await assess(folder, '--json');
      expect(stderr).toBe('');
      const document = JSON.parse(stdout) as Document;
      const row = document.outcomes.find((o) => o.check === 's3-versioning');
      expect(row).toMatchObject({ outcome: 'pass', resource: { address: 'App/Files/Resource' } });
      if (notice !== undefined) expect(stdout).toMatch(notice);
    });
  });

  it('of no version that could be is none', async () => {
    const files = { 'cdk.out/manifest.json': manifest({ App: stack('App.template.json') }, 55) };
    await inFolder(files, async (folder) => refused(await assess(folder), /nothing to assess/));
  });
});

describe('a template of 200 MB', () => {
  /** Writes valid JSON of the size in pieces, so that the test itself stays small. */
  function writeLarge(file: string): void {
    const queue = JSON.stringify({ Type: 'AWS::SQS::Queue', Properties: { QueueName: 'x'.repeat(900) } });
    const target = openSync(file, 'w');
    writeSync(target, '{"Resources":{"A":{"Type":"AWS::SQS::Queue"}');
    const piece = Array.from({ length: 1000 }, (_, i) => `,"Q${i}":${queue}`).join('');
    for (let written = 0; written < 200_000_000; written += piece.length) writeSync(target, piece);
    writeSync(target, '}}');
    closeSync(target);
  }

  /** The memory that a run may take as a whole is far below the file. */
  const small = { env: { NODE_OPTIONS: '--max-old-space-size=96' } };

  it('is said not to be read, with little memory and time', { timeout: 60_000 }, async () => {
    const files = { 'app/cdk.out/manifest.json': manifest({ App: stack('App.template.json') }) };
    await inFolder(files, async (folder) => {
      mkdirSync(join(folder, 'plain'));
      writeLarge(join(folder, 'app/cdk.out/App.template.json'));
      const start = performance.now();
      const app = await airworthy(['assess', join(folder, 'app'), '--no-cache', '--json'], small);
      expect(app.code).toBe(1);
      expect(app.stdout).toMatch(/larger than the limit of 5 MB \(19\d(?:\.\d)? MB\)/);
      const plan = join(folder, 'app/cdk.out/App.template.json');
      writeFileSync(join(folder, 'plain/main.tf'), QUEUE);
      const given = ['assess', join(folder, 'plain'), '--no-cache', '--plan', plan];
      refused(await airworthy(given, small), /19\d MB are too large to read/);
      symlinkSync('../app/cdk.out/App.template.json', join(folder, 'plain/template.json'));
      expect((await airworthy(['assess', folder, '--no-cache'], small)).code).toBe(1);
      expect(performance.now() - start).toBeLessThan(20_000);
    });
  });

  it('alone is named in the message', { timeout: 60_000 }, async () => {
    await inFolder({}, async (folder) => {
      writeLarge(join(folder, 'template.json'));
      refused(
        await airworthy(['assess', folder, '--no-cache'], small),
        /nothing to assess.*not read: template\.json \(larger than the limit of 5 MB/,
      );
    });
  });
});

describe('a template of SAM', () => {
  it('with properties that SAM does not know is assessed, and says so of each', async () => {
    const text = `Transform: AWS::Serverless-2016-10-31
Globals: { Function: { Tmeout: 5 } }
Resources:
  Api:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      MemmorySize: 512
      Events: { Get: { Type: Api, Properties: { Path: /, Method: get, Pth: x } }, Odd: { Type: Pigeon } }
  Table: { Type: AWS::Serverless::SimpleTable, Properties: { SSE: true } }
  Future: { Type: AWS::Serverless::Teleporter, Properties: { To: mars } }
`;
    await inFolder({ 'template.yaml': text }, async (folder) => {
      const document = await heldBack(folder, /MemmorySize/);
      const coverage = JSON.stringify(document.coverage);
      for (const word of ['Tmeout', 'MemmorySize', 'Pth', 'Pigeon', 'SSE', 'AWS::Serverless::Teleporter'])
        expect(coverage, word).toContain(word);
    });
  });
});

describe('reports', () => {
  it.each(FORMATS.map(({ name }) => name))(
    'as %s say where they cannot be written, and why',
    async (format) => {
      await inFolder({ 'main.tf': QUEUE, file: '', 'folder/x': '' }, async (folder) => {
        const places: readonly (readonly [string, RegExp])[] = [
          ['file/report', /cannot write \S*file\/report: what should be its folder is a file/],
          ['no/report', /cannot write \S*no\/report: its folder is not there/],
          ['folder', /cannot write \S*folder: it is a folder/],
        ];
        for (const [place, says] of places)
          refused(await assess(folder, '--format', format, '--output', join(folder, place)), says);
      });
    },
  );

  it('do not share a place', async () => {
    await inFolder({ 'main.tf': QUEUE }, async (folder) => {
      const one = join(folder, 'one');
      const both = ['--format', 'sarif', '--format', 'junit'];
      refused(await assess(folder, ...both), /only one report can go to standard output/);
      refused(await assess(folder, '--format', 'sarif', '--json'), /both want standard output/);
      refused(await assess(folder, ...both, '--output', one, '--output', one), /two reports want \S*one/);
      refused(await assess(folder, '--output', ''), /--output wants the name of a file/);
    });
  });

  it('go to standard output where - is their file', async () => {
    await inFolder({ 'main.tf': QUEUE }, async (folder) => {
      const end = await assess(folder, '--format', 'sarif', '--output', '-');
      expect(JSON.parse(end.stdout).version).toBe('2.1.0');
      const file = join(folder, 'r.json');
      const two = await assess(folder, '--format', 'json', '--output', file, '--format', 'junit');
      expect(two.stdout).toMatch(/^<\?xml/);
      expect(JSON.parse(readFileSync(file, 'utf8')).schemaVersion).toBe('1');
    });
  });
});
