import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { type Assessment, assessRepository } from '../src/index.ts';
import { assessFolder } from './support/assess-folder.ts';

const temporary = mkdtempSync(join(tmpdir(), 'synth-test-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());
let count = 0;

/** A folder of the given files, and a home of its own. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(temporary, `app-${count++}`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function synthesized(
  path: string,
  options: { env?: string; seconds?: number; variables?: Record<string, string | undefined> } = {},
): Promise<Assessment> {
  const run = await assessRepository({
    path,
    ...(options.env === undefined ? {} : { env: options.env }),
    synth: true,
    ...(options.seconds === undefined ? {} : { synthSeconds: options.seconds }),
    variables: options.variables ?? process.env,
    now: new Date('2026-11-21T12:00:00Z'),
  });
  return run.assessment;
}

/** An app that writes an assembly of one stack by hand; `PROPERTIES` are the bucket's. */
const app = (properties: string, before = ''): string => `
const fs = require('node:fs');
const out = process.env.CDK_OUTDIR;
const context = JSON.parse(process.env.CDK_CONTEXT_JSON);
const tryGetContext = (key) => context[key];
${before}
fs.mkdirSync(out);
const stack = { type: 'aws:cloudformation:stack', environment: 'aws://unknown-account/unknown-region', properties: { templateFile: 'S.template.json' } };
fs.writeFileSync(out + '/manifest.json', JSON.stringify({ version: '55.0.0', artifacts: { S: stack } }));
fs.writeFileSync(out + '/S.template.json', JSON.stringify({ Resources: { Files: { Type: 'AWS::S3::Bucket', Properties: ${properties} } } }));
`;

const command = (line: string): string => JSON.stringify({ app: line });
const versioning = (a: Assessment) => a.outcomes.find((o) => o.check === 's3-versioning')?.outcome;

describe('--synth', () => {
  it('assesses what the application synthesizes as if it lay there', { timeout: 60_000 }, async () => {
    const folder = fileURLToPath(new URL('./parity/cdk', import.meta.url));
    const committed = await assessFolder(folder);
    const made = await synthesized(folder);
    const said = ({ outcomes }: Assessment) =>
      outcomes.map((o) => `${o.check} ${o.resource?.address} ${o.outcome}`);
    expect(made.subject.roots[0]?.because).toBe('synthesized now by "node orders.ts"');
    expect(said(made)).toEqual(said(committed));
    const gaps = made.outcomes.filter((o) => o.outcome === 'fail' && o.resource !== null);
    expect(gaps.map((o) => o.evidence[0]?.at.file)).toEqual(gaps.map(() => 'orders.ts'));
  });

  it('runs nothing unless it is asked for', async () => {
    const marker = join(temporary, 'ran');
    const folder = folderOf({
      'cdk.json': command('node app.js'),
      'app.js': `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '');`,
    });
    await assessFolder(folder);
    expect(existsSync(marker)).toBe(false);
  });

  it('tells the application its environment by the key that it asks for', async () => {
    const folder = folderOf({
      'cdk.json': command('node app.js'),
      'app.js': `require('aws-cdk-lib');\nconst environments = { dev: {}, prod: {} };\n`,
      'main.js': app(
        `{ VersioningConfiguration: { Status: tryGetContext('stage') === 'prod' ? 'Enabled' : 'Suspended' } }`,
      ),
    });
    writeFileSync(join(folder, 'cdk.json'), command('node main.js'));
    expect(versioning(await synthesized(folder, { env: 'prod' }))).toBe('pass');
    expect(versioning(await synthesized(folder, { env: 'dev' }))).toBe('fail');
  });

  it('writes nothing outside of its temporary folder, and passes no credentials on', async () => {
    const folder = folderOf({
      'cdk.json': command('node app.js'),
      'app.js': app(
        `{ VersioningConfiguration: { Status: Object.keys(process.env).some((k) => /SECRET|TOKEN/.test(k)) ? 'Suspended' : 'Enabled' } }`,
        `fs.writeFileSync(require('node:os').homedir() + '/.cache-of-a-tool', ''); fs.writeFileSync(require('node:os').tmpdir() + '/scratch', '');`,
      ),
    });
    const home = folderOf({ 'kept.txt': 'as it was' });
    const listing = () => [folder, home].map((f) => readdirSync(f, { recursive: true }).sort());
    const before = listing();
    const scratch = folderOf({ 'kept.txt': 'as it was' });
    vi.stubEnv('TMPDIR', scratch);
    const variables = { PATH: process.env['PATH'], HOME: home, AWS_SECRET_ACCESS_KEY: 'x', NPM_TOKEN: 'x' };
    expect(versioning(await synthesized(folder, { variables }))).toBe('pass');
    expect(listing()).toEqual(before);
    expect(readdirSync(scratch)).toEqual(['kept.txt']);
  });

  it.each([
    ['no virtual environment', {}, `(process.env.UV_PROJECT_ENVIRONMENT ?? '').startsWith(process.env.HOME)`],
    ['one', { '.venv/pyvenv.cfg': '' }, `process.env.UV_PROJECT_ENVIRONMENT === undefined`],
  ])('lets tools of Python make and fill none where the application has %s', async (_, files, isSo) => {
    const bound = `process.env.UV_NO_SYNC === '1' && process.env.UV_OFFLINE === '1' && process.env.POETRY_VIRTUALENVS_CREATE === 'false'`;
    const folder = folderOf({
      'cdk.json': command('node app.js'),
      'app.js': app(`{ VersioningConfiguration: { Status: ${bound} && ${isSo} ? 'Enabled' : 'Suspended' } }`),
      ...files,
    });
    expect(versioning(await synthesized(folder))).toBe('pass');
  });

  it('tells the application the region that its caller works in, as the CDK does', async () => {
    const folder = folderOf({
      'cdk.json': command('node app.js'),
      'app.js': app(
        `{ VersioningConfiguration: { Status: process.env.CDK_DEFAULT_REGION === 'eu-west-1' && process.env.AWS_REGION === undefined ? 'Enabled' : 'Suspended' } }`,
      ),
    });
    const { PATH, HOME } = process.env;
    const inRegion = (more: Record<string, string>) =>
      synthesized(folder, { variables: { PATH, HOME, ...more } });
    expect(versioning(await inRegion({ AWS_REGION: 'eu-west-1' }))).toBe('pass');
    expect(versioning(await inRegion({ AWS_REGION: 'us-east-1', CDK_DEFAULT_REGION: 'eu-west-1' }))).toBe(
      'pass',
    );
    expect(versioning(await inRegion({}))).toBe('fail');
  });

  it('asks the library to record the lines that make its constructs', async () => {
    const folder = folderOf({
      'cdk.json': command('node app.js'),
      'app.js': app(
        `{ VersioningConfiguration: { Status: process.env.CDK_DEBUG === 'true' ? 'Enabled' : 'Suspended' } }`,
      ),
    });
    expect(versioning(await synthesized(folder))).toBe('pass');
  });

  it('builds no image of a bundler, and lets the application believe that it has one', async () => {
    const folder = folderOf({
      'cdk.json': command('node app.js'),
      'app.js': app(
        `{ VersioningConfiguration: { Status: 'Enabled' } }`,
        `const { status } = require('node:child_process').spawnSync(process.env.CDK_DOCKER ?? 'docker', ['build', '-t', 'cdk-1', '.']);
         if (status !== 0) throw new Error('no image');`,
      ),
    });
    expect(versioning(await synthesized(folder))).toBe('pass');
  });

  it.each<[what: string, line: string, source: string, message: RegExp]>([
    [
      'what only a container can make',
      'node app.js',
      `const program = process.env.CDK_DOCKER ?? 'docker';
       const { status } = require('node:child_process').spawnSync(program, ['run', 'hello-world'], { stdio: 'inherit' });
       if (status !== 0) throw new Error(program + ' exited with status ' + status);`,
      /starts Docker while it is synthesized, which --synth does not; run "npx cdk synth" in this folder/,
    ],
    [
      'a program that is not there',
      'no-such-program app',
      '',
      /needs no-such-program, which is not installed here/,
    ],
    [
      'a module that is not installed',
      'node app.js',
      `require('aws-cdk-lib-of-nobody');`,
      /its dependency aws-cdk-lib-of-nobody is not installed; run "npm install" in this folder/,
    ],
    [
      'an app that nobody has built',
      'node lib/bin/app.js',
      '',
      /^--synth: cdk\.json: lib\/bin\/app\.js, which "node lib\/bin\/app\.js" runs, is not there; build the app in this folder/,
    ],
    [
      'an app that throws',
      'node app.js',
      `\nthrow new TypeError('no environment staging');`,
      /failed: TypeError: no environment staging \(app\.js:2\); run it in this folder/,
    ],
    [
      'what the library refuses',
      'node app.js',
      `\nconsole.error('«NoLockFile» Cannot find a lock file.\\n    at ' + __filename + ':2:1'); process.exit(1);`,
      /failed: «NoLockFile» Cannot find a lock file \(app\.js:2\); run it in this folder/,
    ],
    [
      'what the library refuses in the end',
      'node app.js',
      `console.error('[«NoRegion» Give a region. \\n    ...aws-cdk-lib...]'); process.exit(1);`,
      /failed: «NoRegion» Give a region; run it in this folder/,
    ],
    [
      'a look-up',
      'node app.js',
      `throw new Error('Cannot retrieve value from context provider vpc-provider since account/region are not specified');`,
      /looks something up in the account \(vpc-provider\); run "npx cdk synth" in this folder with credentials/,
    ],
    [
      'a question to the account',
      'node app.js',
      `console.error('botocore.exceptions.NoCredentialsError: Unable to locate credentials'); process.exit(1);`,
      /asks the account while it is synthesized, and --synth passes no credentials on; run "npx cdk synth" in this folder with credentials/,
    ],
    ['an app that writes nothing', 'node app.js', '', /ended well and wrote no cloud assembly/],
    [
      'an app that says little',
      'node app.js',
      `console.error('\\nThis Python is not allowed by the project.\\nPlease change it.'); process.exit(1);`,
      /failed: This Python is not allowed by the project; run it in this folder/,
    ],
    ['an app that says nothing', 'node app.js', 'process.exit(3);', /failed with exit code 3/],
  ])('says in one sentence what to do about %s', async (_, line, source, message) => {
    const folder = folderOf({ 'cdk.json': command(line), 'app.js': source });
    const failure = await synthesized(folder).then(
      () => 'nothing',
      (error: Error) => error.message,
    );
    expect(failure).toMatch(message);
    expect(failure.split('\n')).toHaveLength(1);
    expect(failure).toMatch(/^--synth: cdk\.json: /);
  });

  it.each([
    [
      'Node.js',
      `require('../shared/lib/metrics.js');`,
      /^--synth: app\/cdk\.json: the dependency of shared aws-cdk-lib-of-nobody is not installed; run "npm ci" in shared and/,
    ],
    [
      'the TypeScript compiler',
      `console.error("../shared/lib/metrics.ts(5,44): error TS2307: Cannot find module 'aws-cdk-lib-of-nobody' or its corresponding type declarations."); process.exit(1);`,
      /the dependency of shared aws-cdk-lib-of-nobody is not installed; run "npm ci" in shared and/,
    ],
  ])(
    'says which package of the repository lacks something, in the words of %s',
    async (_, source, message) => {
      const folder = folderOf({
        'app/cdk.json': command('node app.js'),
        'app/package.json': '{}',
        'app/app.js': source,
        'shared/package.json': '{}',
        'shared/package-lock.json': '{}',
        'shared/lib/metrics.js': `require('aws-cdk-lib-of-nobody');`,
      });
      await expect(synthesized(folder)).rejects.toThrow(message);
    },
  );

  it.each([
    ['uv run python app.py', 'uv.lock', 'uv sync'],
    ['poetry run python app.py', 'poetry.lock', 'poetry install'],
    ['python3 app.py', 'pyproject.toml', 'python3 -m venv .venv && .venv/bin/pip install .'],
  ])('says how to install what "%s" lacks', async (line, lock, install) => {
    const { failureOf } = await import('../src/collect/cdk/synth/failure.ts');
    const { openRepository } = await import('../src/collect/files/open.ts');
    const { nodeFileSystem } = await import('../src/collect/files/node-file-system.ts');
    const { findApps } = await import('../src/collect/cdk/apps.ts');
    const repository = await openRepository(
      nodeFileSystem,
      folderOf({ 'cdk.json': command(line), [lock]: '' }),
    );
    const [found] = await findApps(repository);
    if (found === undefined) throw new Error('no application');
    const output = `ModuleNotFoundError: No module named 'aws_cdk'`;
    expect(failureOf(found, { kind: 'exited', code: 1, output }, repository, 1)).toContain(
      `run "${install}"`,
    );
  });

  it('says what Python lacks', async () => {
    const folder = folderOf({
      'cdk.json': command('python3 app.py'),
      'app.py': 'import aws_cdk_of_nobody\n',
    });
    await expect(synthesized(folder)).rejects.toThrow(
      /aws_cdk_of_nobody is not installed; run "python3 -m venv \.venv && .* -r requirements\.txt"|needs python3/,
    );
  });

  it('ends an app that hangs, with everything that it started', async () => {
    const folder = folderOf({
      'cdk.json': command('node app.js'),
      'app.js': `
const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
require('node:fs').writeFileSync(${JSON.stringify(join(temporary, 'pid'))}, String(child.pid));
process.on('SIGTERM', () => {});
setInterval(() => {}, 1000);
`,
    });
    await expect(synthesized(folder, { seconds: 1 })).rejects.toThrow(/did not end within 1 s and was ended/);
    const pid = Number(readFileSync(join(temporary, 'pid'), 'utf8'));
    await expect.poll(() => isRunning(pid)).toBe(false);
  });

  it('reads the source of one application where another one could be synthesized', async () => {
    const folder = folderOf({
      'good/cdk.json': command('node app.js'),
      'good/app.js': app('{}'),
      'bad/cdk.json': command('node app.js'),
      'bad/app.js': 'process.exit(1);',
    });
    const assessment = await synthesized(folder);
    expect(assessment.subject.roots.map((r) => `${r.path} ${r.kind}`)).toEqual([
      'good/cdk.out cdk',
      'bad cdk-source',
    ]);
    expect(assessment.assumptions.join()).toMatch(/bad\/cdk\.json: "node app\.js" failed with exit code 1/);
  });

  it('has nothing to do without a CDK application', async () => {
    const folder = folderOf({ 'main.tf': '' });
    await expect(synthesized(folder)).rejects.toThrow(
      'there is no CDK application (no cdk.json) to run here',
    );
  });

  it('replaces an assembly that lies there', async () => {
    const folder = folderOf({
      'cdk.json': command('node app.js'),
      'app.js': app(`{ VersioningConfiguration: { Status: 'Enabled' } }`),
    });
    cpSync(fileURLToPath(new URL('./parity/cdk/cdk.out', import.meta.url)), join(folder, 'cdk.out'), {
      recursive: true,
    });
    const assessment = await synthesized(folder);
    expect(assessment.outcomes.filter((o) => o.check === 's3-versioning')).toHaveLength(1);
    expect(existsSync(join(folder, 'cdk.out/Orders.template.json'))).toBe(true);
  });
});

/** A process that ended and that nobody has asked for yet still has its number: its state tells. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  return !existsSync(stat) || !/^\d+ \(.*\) [ZX]/.test(readFileSync(stat, 'utf8'));
}
