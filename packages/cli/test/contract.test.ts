import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../src/formats.generated.ts';
import { airworthy, ended, inFolder, start, TOP } from './support/airworthy.ts';

const schema = JSON.parse(readFileSync(join(TOP, 'packages/engine/schemas/assessment.schema.json'), 'utf8'));
const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
const EXAMPLES = [
  'examples/flashcards',
  'examples/flashcards-ready',
  'examples/jobs-api',
  'examples/documents-pipeline',
  'packages/engine/test/parity/sam',
];

describe('assess --json', () => {
  it.each(EXAMPLES)(
    'prints one document for %s that the published schema accepts, and nothing else',
    async (name) => {
      const { code, stdout, stderr } = await airworthy(['assess', name, '--json', '--no-cache']);
      const document = JSON.parse(stdout);
      expect(validate(document), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
      expect(stderr).toBe('');
      expect(code).toBe(document.verdict.decision === 'GO' ? 0 : 1);
      expect(document.schemaVersion).toBe('1');
      for (const file of [
        ...document.outcomes.flatMap((o: { evidence: { file?: string }[] }) =>
          o.evidence.flatMap((e) => e.file ?? []),
        ),
        ...document.subject.roots.map((r: { path: string }) => r.path),
      ]) {
        expect(file).not.toMatch(/^\/|\\|^\.\.\//);
      }
    },
  );

  it.each(EXAMPLES)('is the same for the same input, remembered or not: %s', async (name) => {
    await inFolder({}, async (top) => {
      const folder = join(top, 'repository');
      cpSync(join(TOP, name), folder, { recursive: true, filter: (path) => !path.endsWith('.airworthy') });
      const env = { HOME: top, XDG_CACHE_HOME: join(top, 'cache-of-the-user') };
      const fresh = await airworthy(['assess', folder, '--json', '--no-cache'], { env });
      const first = await airworthy(['assess', folder, '--json'], { env });
      const again = await airworthy(['assess', folder, '--json'], { env });
      expect(fresh.stdout.length).toBeGreaterThan(10_000);
      expect(first.stdout).toBe(fresh.stdout);
      expect(again.stdout).toBe(fresh.stdout);
    });
  });

  it('keeps every key when a file is renamed and lines move', async () => {
    const table = 'resource "aws_dynamodb_table" "t" {\n  name = "t"\n  hash_key = "id"\n}\n';
    const keys = async (files: Record<string, string>) =>
      inFolder(files, async (folder) => {
        const { stdout } = await airworthy(['assess', folder, '--json']);
        return JSON.parse(stdout)
          .outcomes.map((o: { key: string }) => o.key)
          .sort();
      });
    expect(await keys({ 'renamed.tf': `# moved\n\n\n${table}` })).toEqual(await keys({ 'main.tf': table }));
  });

  describe('of a CDK application', () => {
    const JOBS = join(TOP, 'examples/jobs-api');
    const keysIn = async (folder: string, ...more: string[]): Promise<readonly string[]> => {
      const { stdout } = await airworthy(['assess', folder, '--json', '--no-cache', ...more]);
      return JSON.parse(stdout)
        .outcomes.map((o: { key: string }) => o.key)
        .sort();
    };
    const copied = (folder: string, without: RegExp) =>
      cpSync(JOBS, folder, {
        recursive: true,
        filter: (path) => !without.test(path.slice(JOBS.length)),
      });

    it('keeps every key when the assembly is made again at another place, with other logical ids', async () => {
      await inFolder({}, async (folder) => {
        copied(folder, /^\/(?:assemblies\/dev|\.airworthy)/);
        const before = await keysIn(folder);
        renameSync(join(folder, 'assemblies/prod'), join(folder, 'cdk.out'));
        expect(await keysIn(folder)).toEqual(before);
        for (const stack of ['Network', 'Auth', 'Database', 'Web', 'Api']) {
          const files = ['template', 'metadata'].map((kind) =>
            join(folder, `cdk.out/JobsApi-prod-${stack}.${kind}.json`),
          );
          const ids = Object.keys(JSON.parse(readFileSync(files[0]!, 'utf8')).Resources);
          for (const file of files) {
            const text = readFileSync(file, 'utf8');
            writeFileSync(
              file,
              ids.reduce((all, id) => all.replaceAll(`"${id}"`, `"Renamed${id}"`), text),
            );
          }
        }
        expect(await keysIn(folder)).toEqual(before);
      });
    });

    it('keeps every key when a file of the source is renamed and lines move', async () => {
      await inFolder({}, async (folder) => {
        copied(folder, /^\/(?:assemblies|\.airworthy)/);
        const before = await keysIn(folder);
        const [old, moved] = ['lib/database-stack.ts', 'lib/data/store.ts'].map((file) => join(folder, file));
        cpSync(old!, moved!);
        const text = readFileSync(moved!, 'utf8').replaceAll(/from '\.\.?\//g, (from) =>
          from === "from './" ? "from '../" : "from '../../",
        );
        writeFileSync(moved!, `\n\n// moved\n${text}`);
        writeFileSync(old!, '');
        for (const file of ['bin/jobs-api.ts', 'lib/api-stack.ts']) {
          const path = join(folder, file);
          writeFileSync(path, readFileSync(path, 'utf8').replace('/database-stack', '/data/store'));
        }
        expect(await keysIn(folder)).toEqual(before);
      });
    });

    it('has the same key for a construct with and without an assembly', async () => {
      await inFolder({}, async (folder) => {
        copied(folder, /^\/(?:assemblies\/dev|\.airworthy)/);
        const synthesized = new Set(await keysIn(folder, '--only', 'cost'));
        await inFolder({}, async (bare) => {
          copied(bare, /^\/(?:assemblies|\.airworthy)/);
          const { stdout } = await airworthy(['assess', bare, '--json', '--no-cache', '--only', 'cost']);
          const named = JSON.parse(stdout).outcomes.filter((o: { resource: object | null }) => o.resource);
          expect(named.length).toBeGreaterThan(3);
          for (const { key, check, resource } of named)
            expect(synthesized.has(key), `${check} ${resource.address}`).toBe(true);
        });
      });
    });
  });

  it('never holds a secret, in any format', async () => {
    const secret = 'hunter2-hunter2-hunter2';
    const code = `resource "aws_lambda_function" "f" {\n  function_name = "f"\n  role = "arn:aws:iam::123456789012:role/r"\n  environment {\n    variables = {\n      DB_PASSWORD = "${secret}"\n      URL = "postgres://app:${secret}@db.example.com/app"\n    }\n  }\n}\nresource "aws_db_instance" "d" {\n  engine = "postgres"\n  password = "${secret}"\n}\n`;
    await inFolder({ 'main.tf': code }, async (folder) => {
      for (const { name: format } of FORMATS) {
        const { stdout, stderr } = await airworthy(['assess', folder, '--verbose', '--format', format]);
        expect(stdout.length).toBeGreaterThan(100);
        expect(stdout + stderr, format).not.toContain(secret);
      }
      const { stdout } = await airworthy(['explain', 'no-secret-literals', '--path', folder]);
      expect(stdout).not.toContain(secret);
    });
  });
});

describe('exit codes', () => {
  it('is 0 for GO and 1 for NO-GO', async () => {
    expect((await airworthy(['assess', 'examples/flashcards-ready', '--quiet'])).code).toBe(0);
    expect((await airworthy(['assess', 'examples/flashcards', '--quiet'])).code).toBe(1);
  });

  it('is 2 where it could not run', async () => {
    expect((await airworthy(['assess', 'no/such/folder'])).code).toBe(2);
  });

  it('is 130 when interrupted', async () => {
    // Seconds of work, so that the signal comes long before the end: it is sent when the first step is announced.
    const queues = Array.from(
      { length: 4000 },
      (_, n) => `resource "aws_sqs_queue" "q${n}" {\n  name = "q${n}"\n}\n`,
    );
    await inFolder({ 'main.tf': queues.join('') }, async (folder) => {
      const child = start(['assess', folder, '--no-cache'], { env: { AIRWORTHY_PROGRESS: 'lines' } });
      const end = ended(child);
      child.stderr!.once('data', () => child.kill('SIGINT'));
      const { code, stdout } = await end;
      expect(code).toBe(130);
      expect(stdout).toBe('');
    });
  });
});

describe('checks --json', () => {
  it('has what the contract pins for every check', async () => {
    const { code, stdout } = await airworthy(['checks', '--json']);
    expect(code).toBe(0);
    const checks = JSON.parse(stdout);
    expect(checks.length).toBeGreaterThanOrEqual(30);
    for (const check of checks) {
      expect(Object.keys(check)).toEqual(
        expect.arrayContaining([
          'id',
          'requirement',
          'title',
          'area',
          'severity',
          'evidence',
          'languages',
          'services',
          'aliases',
          'fix',
        ]),
      );
      expect([['terraform', 'cloudformation'], ['repository']]).toContainEqual(check.languages);
    }
  });
});

describe('explain', () => {
  it('names the deciding place', async () => {
    const { code, stdout } = await airworthy([
      'explain',
      'dynamodb-point-in-time-recovery',
      'aws_dynamodb_table.users',
      '--path',
      'examples/flashcards',
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/infra\/dynamodb\.tf:\d+/);
  });
});
