import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { airworthy, inFolder } from './support/airworthy.ts';

const FILES = { 'main.tf': 'resource "aws_s3_bucket" "b" {\n  bucket = "cards"\n}\n' };

/** Runs `assess` with a folder for the key that nobody else uses. */
const assess = (folder: string, ...options: string[]) =>
  airworthy(['assess', folder, ...options], { env: { XDG_CACHE_HOME: join(folder, '.airworthy-home') } });

it('keeps its result where Git does not look, and shows the same again', async () => {
  await inFolder(FILES, async (folder) => {
    const env = { env: { XDG_CACHE_HOME: join(folder, 'node_modules') } };
    const first = await airworthy(['assess', folder, '--json'], env);
    expect(readFileSync(join(folder, '.airworthy/.gitignore'), 'utf8')).toBe('*\n');
    const second = await airworthy(['assess', folder, '--json'], env);
    expect(second.stdout).toBe(first.stdout);
    expect(first.stdout).toContain('"schemaVersion"');
  });
});

it('keeps nothing with --no-cache', async () => {
  await inFolder(FILES, async (folder) => {
    const { stdout } = await assess(folder, '--no-cache');
    expect(stdout).not.toBe('');
    expect(existsSync(join(folder, '.airworthy'))).toBe(false);
    expect(existsSync(join(folder, '.airworthy-home'))).toBe(false);
  });
});

it('says with --verbose only that nothing can be kept', async () => {
  await inFolder(FILES, async (folder) => {
    symlinkSync(join(folder, 'elsewhere'), join(folder, '.airworthy'));
    expect((await assess(folder)).stderr).toBe('');
    expect((await assess(folder, '--verbose')).stderr).toContain('nothing is kept for the next run');
  });
});
