import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Assessment, assessRepository, type CollectOptions } from '../src/index.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';

type Files = Readonly<Record<string, MemoryFile>>;

async function assessed(files: Files, options: Partial<CollectOptions> = {}): Promise<Assessment> {
  const run = await assessRepository({
    path: '/repo',
    fileSystem: memoryFileSystem(files),
    now: new Date('2026-11-21T12:00:00Z'),
    ...options,
  });
  return run.assessment;
}

const bucket = (properties: object = {}, metadata: object = { 'aws:cdk:path': 'App/Files/Resource' }) => ({
  Type: 'AWS::S3::Bucket',
  Properties: properties,
  Metadata: metadata,
});
const template = (resources: object, more: object = {}) => JSON.stringify({ Resources: resources, ...more });
const stack = (templateFile: unknown, properties: object = {}) => ({
  type: 'aws:cloudformation:stack',
  environment: 'aws://unknown-account/unknown-region',
  properties: { templateFile, ...properties },
});
const manifest = (artifacts: object, more: object = {}) =>
  JSON.stringify({ version: '55.0.0', artifacts, ...more });

const ON = { VersioningConfiguration: { Status: 'Enabled' } };

const versions = ({ outcomes }: Assessment) =>
  Object.fromEntries(
    outcomes
      .filter((o) => o.check === 's3-versioning')
      .map((o) => [o.resource?.address ?? o.message, o.outcome]),
  );

const roots = ({ subject }: Assessment) => subject.roots.map((r) => `${r.path} ${r.kind} ${r.assessed}`);

describe('a cloud assembly', () => {
  it('is one root with all its stacks, those of stages too, by construct path', async () => {
    const assessment = await assessed({
      'cdk.out/manifest.json': manifest({
        App: stack('App.template.json'),
        Stage: { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Stage' } },
        Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
      }),
      'cdk.out/App.template.json': template({ FilesABC: bucket(ON) }),
      'cdk.out/assembly-Stage/manifest.json': manifest({ Inner: stack('Inner.template.json') }),
      'cdk.out/assembly-Stage/Inner.template.json': template({
        FilesDEF: bucket({}, { 'aws:cdk:path': 'Stage/Inner/Files/Resource' }),
      }),
      'cdk.out/tree.json': '{}',
    });
    expect(roots(assessment)).toEqual(['cdk.out cdk true']);
    expect(versions(assessment)).toEqual({
      'App/Files/Resource': 'pass',
      'Stage/Inner/Files/Resource': 'fail',
    });
  });

  it('is told by its manifest, whatever its folder is called', async () => {
    const assessment = await assessed({
      'infra/built/manifest.json': manifest({ App: stack('App.template.json') }),
      'infra/built/App.template.json': template({ A: bucket(ON) }),
      'public/manifest.json': JSON.stringify({ version: '1', icons: [] }),
    });
    expect(roots(assessment)).toEqual(['infra/built cdk true']);
  });

  it('falls back to the names of its stack and logical ids where no path is recorded', async () => {
    const assessment = await assessed({
      'cdk.out/manifest.json': manifest({ App: stack('App.template.json', { stackName: 'live-app' }) }),
      'cdk.out/App.template.json': template({ Files: { Type: 'AWS::S3::Bucket', Properties: ON } }),
    });
    expect(versions(assessment)).toEqual({ 'live-app/Files': 'pass' });
  });

  it('reads construct paths of the metadata file, and the source line that its traces name', async () => {
    const assessment = await assessed({
      'cdk.json': '{"app": "npx tsx app.ts"}',
      'lib/files.ts': 'one\ntwo\nnew Bucket(this, "Files")\n',
      'cdk.out/manifest.json': manifest({
        App: { ...stack('App.template.json'), additionalMetadataFile: 'App.metadata.json' },
      }),
      'cdk.out/App.metadata.json': JSON.stringify({
        '/App/Files/Resource': [
          { type: 'aws:cdk:logicalId', data: 'FilesABC' },
          {
            type: 'aws:cdk:creationStack',
            data: ['...new Bucket2 in aws-cdk-lib...', 'new App (/somewhere/else/lib/files.ts:3:1)'],
          },
        ],
      }),
      'cdk.out/App.template.json': template({ FilesABC: { Type: 'AWS::S3::Bucket', Properties: {} } }),
    });
    const outcome = assessment.outcomes.find((o) => o.check === 's3-versioning');
    expect(outcome?.resource).toMatchObject({ address: 'App/Files/Resource', file: 'lib/files.ts', line: 3 });
    expect(assessment.notices).toEqual([]);
  });

  it('reads traces of older versions, which stand in the manifest', async () => {
    const trace = [
      'new Bucket (/build/node_modules/aws-cdk-lib/aws-s3/lib/bucket.js:1:2)',
      'new App (/build/lib/files.ts:2:5)',
      'Object.<anonymous> (/build/bin/app.ts:9:1)',
    ];
    const assessment = await assessed({
      'cdk.json': '{"app": "npx ts-node bin/app.ts"}',
      'lib/files.ts': 'one\ntwo\n',
      'bin/app.ts': '1\n2\n3\n4\n5\n6\n7\n8\n9\n',
      'cdk.out/manifest.json': manifest({
        App: {
          ...stack('App.template.json'),
          metadata: { '/App/Files/Resource': [{ type: 'aws:cdk:logicalId', data: 'A', trace }] },
        },
      }),
      'cdk.out/App.template.json': template({ A: bucket() }),
    });
    const outcome = assessment.outcomes.find((o) => o.check === 's3-versioning');
    expect(outcome?.resource).toMatchObject({ file: 'lib/files.ts', line: 2 });
  });

  it('has nested stacks as part of the stack around them, with what is passed to them', async () => {
    const nested = {
      Type: 'AWS::CloudFormation::Stack',
      Properties: {
        TemplateURL: { 'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::URLSuffix' }, '/x.json']] },
        Parameters: { Status: 'Enabled' },
      },
      Metadata: { 'aws:cdk:path': 'App/Nested', 'aws:asset:path': 'AppNested.nested.template.json' },
    };
    const inner = template(
      {
        B: bucket(
          { VersioningConfiguration: { Status: { Ref: 'Status' } } },
          { 'aws:cdk:path': 'App/Inner/B' },
        ),
      },
      { Parameters: { Status: { Type: 'String' } } },
    );
    const files = {
      'cdk.out/manifest.json': manifest({ App: stack('App.template.json') }),
      'cdk.out/App.template.json': template({ Nested: nested }),
    };
    const whole = await assessed({ ...files, 'cdk.out/AppNested.nested.template.json': inner });
    expect(versions(whole)).toEqual({ 'App/Inner/B': 'pass' });
    const without = await assessed(files);
    expect(Object.values(versions(without))).toEqual(['unknown']);
  });

  it('ends stacks that are nested in themselves', async () => {
    const nested = (file: string) => ({
      Type: 'AWS::CloudFormation::Stack',
      Metadata: { 'aws:asset:path': file },
    });
    const assessment = await assessed({
      'cdk.out/manifest.json': manifest({ App: stack('A.nested.template.json') }),
      'cdk.out/A.nested.template.json': template({ B: nested('B.nested.template.json') }),
      'cdk.out/B.nested.template.json': template({ A: nested('A.nested.template.json') }),
    });
    expect(assessment.coverage.notSeen.map((n) => n.what)).toEqual([
      expect.stringMatching(/^nested stack A/),
    ]);
  });

  it('joins stacks by their exports', async () => {
    const files = {
      'cdk.out/manifest.json': manifest({ A: stack('A.template.json'), B: stack('B.template.json') }),
      'cdk.out/A.template.json': template(
        {
          T: { Type: 'AWS::SNS::Topic', Metadata: { 'aws:cdk:path': 'A/T' } },
          S: {
            Type: 'AWS::SNS::Subscription',
            Properties: { TopicArn: { Ref: 'T' }, Protocol: 'email', Endpoint: 'a@example.com' },
          },
        },
        { Outputs: { O: { Value: { Ref: 'T' }, Export: { Name: 'A:Topic' } } } },
      ),
      'cdk.out/B.template.json': template({
        Alarm: {
          Type: 'AWS::CloudWatch::Alarm',
          Properties: {
            Namespace: 'AWS/Lambda',
            MetricName: 'Errors',
            AlarmActions: [{ 'Fn::ImportValue': 'A:Topic' }],
          },
        },
      }),
    };
    const { outcomes } = await assessed(files);
    expect(outcomes.find((o) => o.check === 'alarms-notify')?.outcome).toBe('pass');
  });

  it('gives the tags of a stack to its resources', async () => {
    const files = (tags: object) => ({
      'cdk.out/manifest.json': manifest({ App: stack('App.template.json', { tags }) }),
      'cdk.out/App.template.json': template({ A: bucket() }),
    });
    const tagged = async (tags: object) =>
      (await assessed(files(tags))).outcomes.find((o) => o.check === 'cost-allocation-tags')?.outcome;
    expect(await tagged({ environment: 'prod', project: 'files', owner: 'us' })).toBe('pass');
    expect(await tagged({ environment: 'prod' })).toBe('fail');
  });

  it('takes the retention of a log group from the helper that sets it', async () => {
    const { outcomes } = await assessed({
      'cdk.out/manifest.json': manifest({ App: stack('App.template.json') }),
      'cdk.out/App.template.json': template({
        Fn: {
          Type: 'AWS::Lambda::Function',
          Properties: {},
          Metadata: { 'aws:cdk:path': 'App/Fn/Resource' },
        },
        Logs: {
          Type: 'Custom::LogRetention',
          Properties: {
            LogGroupName: { 'Fn::Join': ['', ['/aws/lambda/', { Ref: 'Fn' }]] },
            RetentionInDays: 30,
          },
          Metadata: { 'aws:cdk:path': 'App/Fn/LogRetention/Resource' },
        },
      }),
    });
    const said = (check: string) => outcomes.find((o) => o.check === check)?.outcome;
    expect([said('lambda-log-group'), said('log-group-retention')]).toEqual(['pass', 'pass']);
  });
});

describe('the helpers of the library itself', () => {
  const PATHS = [
    'App/LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a/Resource',
    'App/Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C/Resource',
    'App/Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler',
    'App/BucketNotificationsHandler050a0587b7544547bf325f094a3db834/Resource',
    'App/AWS679f53fac002430cb0da5b7982bd2287/Resource',
    'App/Provider/framework-onEvent/Resource',
  ];
  const outcomesOf = async (path: string) => {
    const { outcomes } = await assessed({
      'cdk.out/manifest.json': manifest({ App: stack('App.template.json') }),
      'cdk.out/App.template.json': template({
        Fn: {
          Type: 'AWS::Lambda::Function',
          Properties: {
            Runtime: 'nodejs14.x',
            Environment: { Variables: { DB_PASSWORD: 'hunter2-hunter2' } },
          },
          Metadata: { 'aws:cdk:path': path },
        },
      }),
    });
    return new Map(outcomes.filter((o) => o.resource !== null).map((o) => [o.check, o.outcome]));
  };

  it.each(PATHS)('%s is judged by what an upgrade changes, and not by what nobody can set', async (path) => {
    const said = await outcomesOf(path);
    expect(said.get('lambda-alarms')).toBe('not-applicable');
    expect(said.get('lambda-memory-set')).toBe('not-applicable');
    expect(said.get('lambda-runtime-supported')).toBe('fail');
    expect(said.get('no-secret-literals')).toBe('fail');
  });

  it('are not what somebody named alike', async () => {
    for (const path of [
      'App/LogRetention/Resource',
      'App/framework/Resource',
      'App/Custom/Resource',
      'App/AWSome/Resource',
    ]) {
      expect((await outcomesOf(path)).get('lambda-memory-set'), path).toBe('fail');
    }
  });
});

describe('environments of an assembly', () => {
  const both = {
    'cdk.out/manifest.json': manifest({
      'Files-dev': stack('dev.template.json'),
      'Files-prod': stack('prod.template.json'),
      Shared: stack('shared.template.json'),
    }),
    'cdk.out/dev.template.json': template({ A: bucket({}, { 'aws:cdk:path': 'Files-dev/A' }) }),
    'cdk.out/prod.template.json': template({ A: bucket(ON, { 'aws:cdk:path': 'Files-prod/A' }) }),
    'cdk.out/shared.template.json': template({ A: bucket(ON, { 'aws:cdk:path': 'Shared/A' }) }),
  };

  it('are those that its stacks are named after; the stacks of others are left out, and it says so', async () => {
    const assessment = await assessed(both);
    expect(assessment.subject.environment).toMatchObject({ name: 'prod', known: ['dev', 'prod'] });
    expect(versions(assessment)).toEqual({ 'Files-prod/A': 'pass', 'Shared/A': 'pass' });
    expect(assessment.notices).toEqual(['Files-dev: not part of environment prod, so left out']);
    expect(versions(await assessed(both, { env: 'dev' }))).toEqual({
      'Files-dev/A': 'fail',
      'Shared/A': 'pass',
    });
  });

  it('are those of its folder, where an app has several assemblies', async () => {
    const one = (name: string) => ({
      [`out/${name}/manifest.json`]: manifest({ App: stack('App.template.json') }),
      [`out/${name}/App.template.json`]: template({ A: bucket() }),
    });
    const assessment = await assessed({ ...one('dev'), ...one('production') });
    expect(assessment.subject.environment.name).toBe('production');
    expect(roots(assessment)).toEqual(['out/dev cdk false', 'out/production cdk true']);
  });
});

describe('an assembly that was made from other source', () => {
  const files = (trace: string): Files => ({
    'cdk.json': '{"app": "npx tsx app.ts"}',
    'app.ts': 'one\ntwo\n',
    'cdk.out/manifest.json': manifest({
      App: {
        ...stack('App.template.json'),
        metadata: {
          '/App/A/Resource': [{ type: 'aws:cdk:creationStack', data: ['new App (/x/app.ts:1:1)'] }],
          '/App/B/Resource': [{ type: 'aws:cdk:creationStack', data: [trace] }],
        },
      },
    }),
    'cdk.out/App.template.json': template({ A: bucket(ON) }),
  });

  it.each([
    ['a file that is gone', 'new App (/x/lib/gone.ts:4:1)', /lib\/gone\.ts made a part of it and is gone/],
    [
      'a line that is not there',
      'new App (/x/app.ts:40:1)',
      /line 40 of app\.ts made a part of it and is not there/,
    ],
  ])('says so: %s', async (_, trace, says) => {
    const assessment = await assessed(files(trace));
    expect(assessment.notices.join()).toMatch(says);
    expect(assessment.outcomes.find((o) => o.check === 'dashboard-exists')?.outcome).toBe('unknown');
    expect(assessment.verdict.decision).toBe('NO-GO');
  });

  it('is suspected where the source makes a construct that it lacks', async () => {
    const source = (more: string) => `
import { App, Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
const app = new App();
const stack = new Stack(app, 'App');
new s3.Bucket(stack, 'Files');
${more}
`;
    const files = (more: string): Files => ({
      'cdk.json': '{"app": "npx tsx app.ts"}',
      'app.ts': source(more),
      'cdk.out/manifest.json': manifest({ App: stack('App.template.json') }),
      'cdk.out/App.template.json': template({ A: bucket(ON) }),
    });
    expect((await assessed(files(''))).notices).toEqual([]);
    expect((await assessed(files("new s3.Bucket(stack, 'More');"))).notices).toEqual([
      'cdk.out may be stale: it lacks App/More/Resource (app.ts:7), which the source makes',
    ]);
  });

  it('is not suspected where every line is there', async () => {
    expect((await assessed(files('new App (/x/app.ts:2:1)'))).notices).toEqual([]);
  });
});

describe('look-ups that the account did not answer', () => {
  it('leave stand-ins that are evidence of nothing', async () => {
    const files = (missing: unknown[]): Files => ({
      'cdk.out/manifest.json': manifest({ App: stack('App.template.json') }, { missing }),
      'cdk.out/App.template.json': template({
        A: bucket({ VersioningConfiguration: { Status: 'dummy-value-for-/files/versioning' } }),
      }),
    });
    const assessment = await assessed(files([{ key: 'ssm:/files/versioning', provider: 'ssm' }]));
    expect(versions(assessment)).toEqual({ 'App/Files/Resource': 'unknown' });
    expect(assessment.coverage.notSeen[0]).toMatchObject({
      what: 'look-ups of cdk.out (ssm)',
      decidedBy: expect.stringMatching(/cdk synth with credentials/),
    });
    expect(versions(await assessed(files([])))).toEqual({ 'App/Files/Resource': 'fail' });
  });
});

describe('an assembly that somebody prepared', () => {
  const secret = 'Resources:\n  A:\n    Type: AWS::S3::Bucket\n';

  it.each<[what: string, files: Files, why: RegExp]>([
    [
      'a template above it',
      { 'cdk.out/manifest.json': manifest({ App: stack('../secret.txt') }), 'secret.txt': secret },
      /lies outside of the assembly \(\.\.\/secret\.txt\)/,
    ],
    [
      'an absolute template',
      { 'cdk.out/manifest.json': manifest({ App: stack('/etc/passwd') }) },
      /lies outside of the assembly \(\/etc\/passwd\)/,
    ],
    [
      'a template far above',
      { 'cdk.out/manifest.json': manifest({ App: stack('../../../../etc/passwd') }) },
      /lies outside of the assembly/,
    ],
    [
      'a link that leads out',
      {
        'cdk.out/manifest.json': manifest({ App: stack('App.template.json') }),
        'cdk.out/App.template.json': { link: '/etc/passwd' },
      },
      /cannot be read: a link/,
    ],
    [
      'a template that is not there',
      { 'cdk.out/manifest.json': manifest({ App: stack('App.template.json') }) },
      /cannot be read: it is not there/,
    ],
    [
      'a template that is no text',
      { 'cdk.out/manifest.json': manifest({ App: stack(42) }) },
      /names no template/,
    ],
    [
      'a stage that is itself',
      {
        'cdk.out/manifest.json': manifest({
          S: { type: 'cdk:cloud-assembly', properties: { directoryName: '.' } },
        }),
      },
      /lies outside of the assembly/,
    ],
    [
      'stages in a circle',
      {
        'cdk.out/manifest.json': manifest({
          S: { type: 'cdk:cloud-assembly', properties: { directoryName: 'a' } },
        }),
        'cdk.out/a/manifest.json': manifest({
          S: { type: 'cdk:cloud-assembly', properties: { directoryName: '../a' } },
        }),
      },
      /leads? (out|back)|lies outside/,
    ],
    [
      'a stage without manifest',
      {
        'cdk.out/manifest.json': manifest({
          S: { type: 'cdk:cloud-assembly', properties: { directoryName: 'a' } },
        }),
      },
      /has no readable manifest in a/,
    ],
  ])('cannot hide anything: %s', async (_, files, why) => {
    const assessment = await assessed(files);
    expect(assessment.coverage.notSeen.map((n) => n.why).join('\n')).toMatch(why);
    expect(assessment.verdict).toMatchObject({ decision: 'NO-GO', lackOfEvidence: true });
    expect(JSON.stringify(assessment)).not.toMatch(/root:x:0/);
  });

  it('is not believed where its template is too large', async () => {
    const assessment = await assessed({
      'cdk.out/manifest.json': manifest({ App: stack('App.template.json') }),
      'cdk.out/App.template.json': `${template({ A: bucket(ON) })}${' '.repeat(6 * 1024 * 1024)}`,
    });
    expect(JSON.stringify(assessment.coverage)).toMatch(/larger than the limit of 5 MB/);
    expect(versions(assessment)).not.toHaveProperty('App/Files/Resource');
    expect(assessment.verdict.decision).toBe('NO-GO');
  });

  it.each([
    '{',
    '[]',
    '"x"',
    '{"version": 55, "artifacts": {}}',
    '{"version": "55.0.0", "artifacts": []}',
    '{"version": "55.0.0"}',
  ])('is none where its manifest is %s', async (text) => {
    await expect(assessed({ 'cdk.out/manifest.json': text })).rejects.toThrow(/nothing to assess/);
  });

  it('is read as far as known where it is newer, and says so', async () => {
    const files = {
      'cdk.out/manifest.json': JSON.stringify({
        version: '99.1.0',
        artifacts: { App: stack('App.template.json') },
      }),
      'cdk.out/App.template.json': template({ A: bucket(ON) }),
    };
    const assessment = await assessed(files);
    expect(assessment.notices).toEqual([
      'cdk.out was written by a newer CDK (schema 99.1.0, known up to 55): read as far as known',
    ]);
    expect(versions(assessment)).toEqual({ 'App/Files/Resource': 'pass' });
  });

  it('ends with tens of thousands of artifacts', async () => {
    const artifacts = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [`S${i}`, stack('App.template.json')]),
    );
    const assessment = await assessed({
      'cdk.out/manifest.json': manifest(artifacts),
      'cdk.out/App.template.json': template({ A: bucket(ON) }),
    });
    expect(assessment.coverage.notSeen.map((n) => n.why).join()).toMatch(/shares the template/);
    expect(versions(assessment)).toHaveProperty('App/Files/Resource');
  });
});

describe('hiding a part of an assembly', () => {
  const folder = fileURLToPath(new URL('../../../examples/jobs-api', import.meta.url));
  const files: Record<string, MemoryFile> = Object.fromEntries(
    globSync('**/*', { cwd: `${folder}/assemblies/prod` }).map((path) => [
      `cdk.out/${path}`,
      readFileSync(`${folder}/assemblies/prod/${path}`, 'utf8'),
    ]),
  );
  const rows = (a: Assessment) =>
    new Map(a.outcomes.map((o) => [`${o.check} ${o.resource?.address ?? ''}`, o.outcome]));

  it.each(Object.keys(files).filter((path) => path.endsWith('.json')))(
    'takes only certainty: %s',
    async (path) => {
      const before = await assessed(files);
      const after = await assessed({ ...files, [path]: { error: 'EACCES' } }).catch(
        (error: Error) => error.message,
      );
      // Without its manifest there is no assembly, and nothing to assess.
      if (typeof after === 'string') return expect(after).toMatch(/nothing to assess/);
      const was = rows(before);
      for (const [row, outcome] of path.endsWith('manifest.json') ? [] : rows(after)) {
        if (outcome === 'pass') expect(was.get(row), row).toBe('pass');
        if (was.get(row) === 'fail') expect(['fail', 'unknown'], row).toContain(outcome);
      }
      expect(after.verdict.decision).toBe('NO-GO');
      if (path.endsWith('manifest.json')) return;
      expect(after.score.lower).toBeLessThanOrEqual(before.score.lower + 1e-12);
    },
  );
});
