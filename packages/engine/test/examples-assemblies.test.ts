import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { synthesize } from '../../../scripts/oracles/cdk/synthesize.ts';

const top = fileURLToPath(new URL('../../..', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'assemblies-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

function filesIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  return new Map(names.map((e) => [e.name, readFileSync(join(e.parentPath, e.name), 'utf8')]));
}

/** Assemblies that are committed, with the application that they come from and its context. */
const COMMITTED: readonly (readonly [assembly: string, app: string, context: Record<string, string>])[] = [
  ['examples/jobs-api/assemblies/dev', 'examples/jobs-api', { env: 'dev' }],
  ['examples/jobs-api/assemblies/prod', 'examples/jobs-api', { env: 'prod' }],
  ['packages/engine/test/parity/cdk/cdk.out', 'packages/engine/test/parity/cdk', {}],
  ['packages/engine/test/fixtures/cdk/assembly/cdk.out', 'packages/engine/test/fixtures/cdk/assembly', {}],
];

describe.each(COMMITTED)('%s', (assembly, app, context) => {
  it('is what its application synthesizes, byte for byte', { timeout: 60_000 }, () => {
    const made = join(temporary, assembly.replaceAll('/', '-'));
    synthesize(join(top, app), made, context);
    expect(filesIn(made)).toEqual(filesIn(join(top, assembly)));
  });
});

describe.each([
  ...COMMITTED.map(([assembly]) => assembly),
  'examples/documents-pipeline/assemblies/dev',
  'examples/documents-pipeline/assemblies/prod',
])('%s', (assembly) => {
  it('names no place of the machine that made it', () => {
    for (const [name, text] of filesIn(join(top, assembly))) {
      expect(text, name).not.toMatch(/file:\/\/|["(](\/(home|root|Users|tmp)\/|[A-Z]:\\)/);
      expect(text, name).not.toContain(top);
    }
  });
});
