import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource, synthesized } from './support/cdk-source.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';

/*
 * What constructs make by default is not seen in a source, but of which types it can be is told by the code of their
 * library: everything that was synthesized is among it.
 */
type Files = Readonly<Record<string, MemoryFile>>;

const fixtures = join(import.meta.dirname, 'fixtures/cdk/source');
const examples = join(import.meta.dirname, '../../../examples');
const MANIFEST = '{ "dependencies": { "aws-cdk-lib": "2.276.0" } }';

function filesOf(folder: string): Files {
  const paths = globSync('**/*.{ts,py,json,js,graphql}', { cwd: folder }).filter(
    (path) => !/(?:^|\/)(?:assemblies|web|src|node_modules)\//.test(path),
  );
  return Object.fromEntries(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

/** The place that holds what constructs make by default. */
async function placeOf(files: Files, environment?: string) {
  const { notSeen } = await readSource(
    '/repo',
    environment,
    memoryFileSystem({ 'package.json': MANIFEST, 'requirements.txt': 'aws-cdk-lib==2.276.0', ...files }),
  );
  return notSeen.find((place) => place.beyond !== true);
}

function typesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.template.json'))
    .flatMap((file) => {
      const template = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
        Resources?: Record<string, { Type: string }>;
      };
      return Object.values(template.Resources ?? {}).map((made) => made.Type);
    });
}

describe('of the types that a source is said to make', () => {
  it.each([
    ['changed', 'changed'],
    ['aspect', 'aspect'],
    ['names', 'names'],
    ['environments', 'environments.prod'],
    ['environments', 'environments.dev'],
    ['environments-python', 'environments.prod'],
  ])('are all that %s was recorded to make as %s', async (folder, recorded) => {
    const place = await placeOf(filesOf(join(fixtures, folder)));
    const made = new Set(Object.values(synthesized(recorded)).map(({ type }) => type));
    expect(place?.why).toBe('only synthesis shows it');
    expect([...made].filter((type) => place?.holds?.includes(type) !== true)).toEqual([]);
  });

  it.each(['jobs-api', 'documents-pipeline'])('are all that the example %s makes', async (name) => {
    const place = await placeOf(filesOf(join(examples, name)));
    const made = new Set(['prod', 'dev'].flatMap((env) => typesIn(join(examples, name, 'assemblies', env))));
    expect(place?.why).toBe('only synthesis shows it');
    expect([...made].filter((type) => place?.holds?.includes(type) !== true)).toEqual([]);
  });
});

const programs = JSON.parse(
  readFileSync(join(import.meta.dirname, 'oracles/cdk-types.json'), 'utf8'),
) as Readonly<Record<string, { readonly source: string; readonly types: readonly string[] }>>;

const appOf = (source: string, more: Files = {}): Files => ({
  'cdk.json': '{ "app": "tsx app.ts" }',
  'app.ts': source,
  ...more,
});

describe.each(Object.entries(programs))('the types of %s', (_name, { source, types }) => {
  it('are all among those that its source is said to make, and fewer than a third of all', async () => {
    const place = await placeOf(appOf(source));
    expect(place?.why).toBe('only synthesis shows it');
    expect(types.filter((type) => place?.holds?.includes(type) !== true)).toEqual([]);
    expect(place?.holds?.length).toBeLessThan(110);
  });
});
