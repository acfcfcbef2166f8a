import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../src/assess/assessment.ts';
import { assessRepository } from '../src/index.ts';
import { onlyLost } from './support/honesty.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';

/*
 * The law of honesty for CDK applications that nobody synthesized: a file of the source cannot be read, is gone or is cut
 * off, and only certainty is lost. Assemblies lose their parts in `cdk-assembly.test.ts`.
 */
type Files = Readonly<Record<string, MemoryFile>>;

const examples = join(import.meta.dirname, '../../../examples');
const fixtures = join(import.meta.dirname, 'fixtures/cdk/source');

function sourceOf(folder: string): Files {
  const apart = ['assemblies/**', 'src/**', 'web/**'];
  const paths = globSync(['cdk.json', '**/*.{ts,py}'], { cwd: folder, exclude: apart });
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** What is said of the application, or the one message where nothing is left to assess. */
async function assessed(files: Files, env: string): Promise<Assessment | string> {
  return assessRepository({
    path: '/repo',
    fileSystem: memoryFileSystem(files),
    env,
    now: new Date('2026-11-21T12:00:00Z'),
  }).then(
    (run) => run.assessment,
    (error: Error) => {
      if (error.name !== 'CannotRun') throw error;
      return error.message;
    },
  );
}

/** Without what is said of the repository itself, which stands beside the application. */
function ofInfrastructure(assessment: Assessment): Assessment {
  const score = { ...assessment.score, lower: 0 };
  return { ...assessment, score, outcomes: assessment.outcomes.filter((o) => o.root !== '') };
}

/** What is decided of the constructs. */
function decided(assessment: Assessment): readonly string[] {
  return ofInfrastructure(assessment)
    .outcomes.filter((o) => o.resource !== null && (o.outcome === 'pass' || o.outcome === 'fail'))
    .map((o) => `${o.check} ${o.resource?.address} ${o.outcome}`);
}

/** Code from which no construct takes anything: only readers of the repository see that it is broken. */
const BESIDE = ['evaluation/compare.py', 'local/server.py', 'tests/conftest.py'];
const isBeside = (path: string) => BESIDE.includes(path) || path.endsWith('/__init__.py');

describe.each([
  ['jobs-api', 'prod', join(examples, 'jobs-api')],
  ['jobs-api', 'dev', join(examples, 'jobs-api')],
  ['documents-pipeline', 'prod', join(examples, 'documents-pipeline')],
  ['documents-pipeline', 'dev', join(examples, 'documents-pipeline')],
  ['environments', 'prod', join(fixtures, 'environments')],
  ['environments-python', 'prod', join(fixtures, 'environments-python')],
])('the source of %s for %s', async (_, env, folder) => {
  const files = sourceOf(folder);
  const before = (await assessed(files, env)) as Assessment;
  const code = Object.keys(files).filter((path) => /\.(?:ts|py)$/.test(path));

  it('says something, so that something can be lost', () => {
    expect(before.subject.roots.filter((r) => r.assessed).map((r) => r.kind)).toEqual(['cdk-source']);
    expect(before.outcomes.filter((o) => o.outcome === 'pass').length).toBeGreaterThan(0);
    expect(code.length).toBeGreaterThan(1);
  });

  const hide: Readonly<Record<string, (path: string) => Files>> = {
    'cannot be read': (path) => ({ ...files, [path]: { error: 'EACCES' } }),
    'is no text': (path) => ({ ...files, [path]: new Uint8Array([0, 159, 146, 150, 0, 255]) }),
    'is larger than is read': (path) => ({ ...files, [path]: `${files[path]}\n//${'x'.repeat(5_500_000)}` }),
    'is not there': (path) => Object.fromEntries(Object.entries(files).filter(([at]) => at !== path)),
  };

  it.each(code.flatMap((path) => Object.keys(hide).map((how) => [path, how] as const)))(
    'has lost nothing but certainty where %s %s',
    async (path, how) => {
      const after = await assessed(hide[how]!(path), env);
      // Without the file that makes the app there may be no application, or nobody who names an environment.
      if (typeof after === 'string') return expect(after).toMatch(/nothing to assess|no environment/);
      // The repository without a file is another repository: its tests and routes are gone, and that is no loss of sight.
      if (how === 'is not there')
        onlyLost(ofInfrastructure(before), ofInfrastructure(after), `${path} ${how}`);
      else onlyLost(before, after, `${path} ${how}`);
    },
  );

  it.each(code)(
    'claims no pass and no gap of a construct where %s is cut off or holds a merge conflict',
    async (path) => {
      const lines = String(files[path]).split('\n');
      const half = Math.ceil(lines.length / 2);
      const conflict = [
        ...lines.slice(0, half),
        '<<<<<<< ours',
        '=======',
        '>>>>>>> theirs',
        ...lines.slice(half),
      ];
      for (const text of [lines.slice(0, half), conflict]) {
        const after = await assessed({ ...files, [path]: text.join('\n') }, env);
        if (typeof after === 'string') {
          expect(after).toMatch(/nothing to assess|no environment/);
          continue;
        }
        // Where the half of a file is a whole by chance, it is another application.
        if (after.coverage.files.partly.length === 0) continue;
        expect(decided(after)).toEqual(isBeside(path) ? decided(before) : []);
      }
    },
  );
});

describe('an override in a place that cannot be parsed', () => {
  const app = (more: string): Files => ({
    'cdk.json': '{"app": "npx tsx app.ts"}',
    'app.ts': `import { App, Stack } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { forever } from './forever';
const app = new App();
const stack = new Stack(app, 'S');
const logs = new LogGroup(stack, 'Logs', { retention: RetentionDays.ONE_WEEK });
${more}`,
    'forever.ts': 'export const forever = 0;\n',
  });
  const OVERRIDE = '(logs.node.defaultChild as any).retentionInDays = undefined;';
  const retention = async (files: Files) => {
    const run = await assessRepository({
      path: '/repo',
      fileSystem: memoryFileSystem(files),
      now: new Date('2026-11-21T12:00:00Z'),
    });
    return run.assessment.outcomes.find(
      (o) => o.check === 'log-group-retention' && o.resource?.address === 'S/Logs/Resource',
    )?.outcome;
  };

  it.each([
    ['none', '', 'pass'],
    ['in plain sight', OVERRIDE, 'unknown'],
    ['between the marks of a merge', `<<<<<<< ours\n=======\n${OVERRIDE}\n>>>>>>> theirs\n`, 'unknown'],
    ['after a text that is not closed', `const text = "\n${OVERRIDE}\n`, 'unknown'],
    ['cut off', '(logs.node.defaultCh', 'unknown'],
  ])('leaves no pass: %s', async (_, more, outcome) => {
    expect(await retention(app(more))).toBe(outcome);
  });

  it('leaves no pass in another file of the application', async () => {
    expect(await retention({ ...app(''), 'forever.ts': 'export const forever = {{{;\n' })).toBe('unknown');
  });
});

describe('an application that is not read', () => {
  const ready = globSync('**/*.{tf,tfvars,yaml,json,py,js,mjs,ts}', {
    cwd: join(examples, 'flashcards-ready'),
  });
  const files = Object.fromEntries(
    ready.map((path): [string, MemoryFile] => [
      path,
      readFileSync(join(examples, 'flashcards-ready', path), 'utf8'),
    ]),
  );

  it('is not there: the other root is ready to launch', async () => {
    const { verdict } = (await assessed(files, 'prod')) as Assessment;
    expect(verdict.decision).toBe('GO');
  });

  it.each<[string, MemoryFile, RegExp]>([
    ['is written in Java', '{"app": "mvn -q compile exec:java"}', /language that is not read/],
    ['has no app command', '{"context": {}}', /language that is not read/],
    ['has a cdk.json that is cut off', '{"app": "npx ts', /cdk\.json is not JSON/],
    ['has a cdk.json without permission', { error: 'EACCES' }, /cdk\.json cannot be read: permission denied/],
    ['has a cdk.json that is too large', ' '.repeat(6_000_000), /cdk\.json cannot be read: larger than/],
  ])('holds back the launch of the whole where it %s', async (_, app, because) => {
    const after = (await assessed({ ...files, 'cdk.json': app }, 'prod')) as Assessment;
    expect(after.verdict).toMatchObject({ decision: 'NO-GO', lackOfEvidence: true });
    expect(after.subject.roots.find((root) => root.path === '.')).toMatchObject({ assessed: true });
    expect(after.subject.roots.find((root) => root.path === '.')?.because).toMatch(because);
    const decided = after.outcomes.filter((o) => o.root === '.' && o.outcome !== 'unknown');
    // Which environment is asked for is known without any code, and no CDK application keeps a state of Terraform.
    expect(decided.map((o) => [o.check, o.outcome])).toEqual([
      ['no-state-in-repository', 'not-applicable'],
      ['production-environment', 'pass'],
      ['terraform-state-remote', 'not-applicable'],
    ]);
  });
});
