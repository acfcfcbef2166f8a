import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../src/formats.generated.ts';
import { createProgram } from '../src/program.ts';
import { airworthy, inFolder } from './support/airworthy.ts';

const TABLE = 'resource "aws_dynamodb_table" "t" {\n  name     = "t"\n  hash_key = "id"\n}\n';

describe('the format of a report', () => {
  it('follows from the ending of its file, the longest that fits', async () => {
    const begins: Readonly<Record<string, RegExp>> = {
      'r.md': /^# Production readiness of /,
      'r.sarif': /^\{\n {2}"\$schema": "[^"]*sarif-schema-2\.1\.0\.json"/,
      'r.xml': /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites>/,
      'r.html': /^<!doctype html>/,
      'r.json': /^\{\n {2}"schemaVersion": "1"/,
      'r.ocsf.json': /^\[\n {2}\{\n {4}"category_uid": 2/,
      'gl-code-quality.json': /^\[\n {2}\{\n {4}"description"/,
      'r.txt': /^NO-GO /,
      'R.MD': /^# Production readiness of /,
    };
    await inFolder({ 'main.tf': TABLE }, async (folder) => {
      for (const [file, begin] of Object.entries(begins)) {
        const { stdout, stderr } = await airworthy(['assess', folder, '--output', join(folder, file)]);
        expect(readFileSync(join(folder, file), 'utf8'), file).toMatch(begin);
        expect(stdout).toMatch(/^NO-GO/);
        expect(stderr).toContain(`report written to ${join(folder, file)}`);
      }
    });
  });

  it('may be given by the endings of several files', async () => {
    await inFolder({ 'main.tf': TABLE }, async (folder) => {
      const files = ['a.md', 'b.sarif'].map((f) => join(folder, f));
      const { code } = await airworthy(['assess', folder, ...files.flatMap((f) => ['--output', f])]);
      expect(code).toBe(1);
      expect(readFileSync(files[0]!, 'utf8')).toMatch(/^# /);
      expect(JSON.parse(readFileSync(files[1]!, 'utf8')).version).toBe('2.1.0');
    });
  });

  it.each([
    ['sarf', 'sarif'],
    ['md', 'markdown'],
    ['xml', 'junit'],
    ['gitlabb', 'gitlab'],
  ])('%s is not known: %s is near', async (asked, meant) => {
    const { code, stderr } = await airworthy(['assess', '.', '--format', asked]);
    expect(code).toBe(2);
    expect(stderr).toContain(`did you mean ${meant}?`);
  });

  it('is listed by help and completion', async () => {
    const help = (await airworthy(['assess', '--help'])).stdout.replace(/\s+/g, ' ');
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { stdout } = await airworthy(['completion', shell]);
      for (const { name } of FORMATS) {
        expect(stdout).toMatch(new RegExp(`\\b${name}\\b`));
        expect(help).toMatch(new RegExp(`[(, ]${name}[,)]`));
      }
    }
  });
});

describe('places', () => {
  it('start at the top of the repository, wherever the command runs', async () => {
    await inFolder({ 'apps/cards/main.tf': TABLE }, async (folder) => {
      mkdirSync(join(folder, '.git'));
      writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/main\n');
      const { stdout } = await airworthy(['assess', '.', '--format', 'github'], {
        cwd: join(folder, 'apps/cards'),
      });
      expect(stdout).toContain('file=apps/cards/main.tf,');
    });
  });
});

describe('the job summary of GitHub', () => {
  it('is the Markdown report, appended to the file that is named, and said', async () => {
    await inFolder({ 'main.tf': TABLE, 'summary.md': 'before\n' }, async (folder) => {
      const summary = join(folder, 'summary.md');
      const env = { GITHUB_STEP_SUMMARY: summary };
      const { stdout, stderr } = await airworthy(['assess', folder, '--format', 'github'], { env });
      expect(stdout).toMatch(/^::error title=NO-GO /);
      expect(readFileSync(summary, 'utf8')).toMatch(/^before\n# Production readiness of /);
      expect(stderr).toContain(`markdown report appended to ${summary} (GITHUB_STEP_SUMMARY)`);
    });
  });

  it('is not written over the 1 MiB that is kept, nor by other formats', async () => {
    await inFolder({ 'main.tf': TABLE, 'summary.md': 'x'.repeat(1_048_000) }, async (folder) => {
      const summary = join(folder, 'summary.md');
      const env = { GITHUB_STEP_SUMMARY: summary };
      const { stderr } = await airworthy(['assess', folder, '--format', 'github'], { env });
      await airworthy(['assess', folder, '--format', 'sarif'], { env });
      expect(readFileSync(summary, 'utf8')).toHaveLength(1_048_000);
      expect(stderr).toContain('no room is left in GITHUB_STEP_SUMMARY');
    });
  });
});

it('help knows the formats without the engine', () => {
  // The program is made here without anything of the engine: its import would fail in a package without its build.
  const option = createProgram()
    .commands.find((c) => c.name() === 'assess')!
    .options.find((o) => o.long === '--format')!;
  expect(option.argChoices).toEqual(FORMATS.map(({ name }) => name));
  const bundle = readFileSync(new URL('../dist/main.js', import.meta.url), 'utf8');
  expect(bundle).not.toMatch(/from\s*"@airworthy\/engine"/);
});
