import { describe, expect, it } from 'vitest';
import { openRepository } from '../src/collect/files/open.ts';
import { collectRepositoryRoot } from '../src/collect/repository/repository-root.ts';
import { namesByGlob, namesByRegex } from '../src/collect/repository/tests/name-patterns.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';
import { plain } from './support/pipeline-facts.ts';

/*
 * Which files of tests no runner takes, by the names that its settings give.
 */

describe('a pattern', () => {
  const glob = (pattern: string, file: string, root = '.') =>
    namesByGlob([pattern], root, 'absolute')?.(file);

  it.each([
    ['**/*.test.ts', 'src/a.test.ts', true],
    ['**/*.test.ts', 'a.test.ts', true],
    ['**/*.test.ts', 'src/a.test.js', false],
    ['**/?(*.)+(spec|test).[jt]s?(x)', 'src/a.spec.tsx', true],
    ['**/?(*.)+(spec|test).[jt]s?(x)', 'src/test.js', true],
    ['**/?(*.)+(spec|test).[jt]s?(x)', 'src/a.e2e.js', false],
    ['**/__tests__/**/*.{js,ts}', 'src/__tests__/deep/a.ts', true],
    ['**/__tests__/**/*.{js,ts}', 'src/tests/a.ts', false],
    ['<rootDir>/src/**/*.test.ts', 'src/a.test.ts', true],
    ['<rootDir>/src/**/*.test.ts', 'test/a.test.ts', false],
  ])('%s of %s: %s', (pattern, file, fits) => expect(glob(pattern, file)).toBe(fits));

  it.each([
    'src/**/*.test.ts',
    '**/!(dist)/*.test.ts',
    '**/[!a]*.ts',
    '**/(a.test.ts',
    `**/${'*a'.repeat(9)}`,
  ])('that is not understood says nothing: %s', (pattern) =>
    expect(glob(pattern, 'src/a.test.ts')).toBeUndefined(),
  );

  it('takes out what stands behind an exclamation mark', () => {
    const takes = namesByGlob(['**/*.test.ts', '!**/old/**'], '.', 'absolute')!;
    expect(takes('src/a.test.ts')).toBe(true);
    expect(takes('src/old/a.test.ts')).toBe(false);
  });

  it('of Vitest goes from its folder', () => {
    const takes = namesByGlob(['src/**/*.test.ts'], 'web', 'relative')!;
    expect(takes('web/src/a.test.ts')).toBe(true);
    expect(takes('web/test/a.test.ts')).toBe(false);
  });

  it('is a regular expression too, unless it may take long', () => {
    expect(namesByRegex(['.*\\.spec\\.ts$'], '.')?.('src/a.spec.ts')).toBe(true);
    expect(namesByRegex(['.*\\.spec\\.ts$'], '.')?.('src/a.spec.js')).toBe(false);
    for (const open of ['^/home/.*', '(a+)+$', '(?!dist)a', '('])
      expect(namesByRegex([open], '.'), open).toBeUndefined();
  });
});

const TEST = "test('adds', () => {\n  expect(1 + Number('2')).toBe(3);\n});\n";
const MATCH = { testMatch: ['**/*.test.ts'] };
const manifest = (jest?: unknown, scripts = {}) =>
  JSON.stringify({ devDependencies: { jest: '30.0.0' }, scripts, ...(jest === undefined ? {} : { jest }) });

/** Why no runner takes `src/a.test.js`, `null` where one may. */
async function leftBy(files: Readonly<Record<string, MemoryFile>>, file = 'src/a.test.js') {
  const repository = await openRepository(memoryFileSystem({ [file]: TEST, ...files }), '/repo');
  const { resources } = await collectRepositoryRoot(repository, { name: undefined, because: '', known: [] });
  const found = resources.find(({ type, address }) => type === 'Repository::TestFile' && address === file)!;
  const left = found.properties.members.get('neverRuns');
  return left === undefined || left.kind === 'absent' ? null : plain(left);
}

describe('a file of tests', () => {
  const config = (text: string, name = 'jest.config.js') => ({ 'package.json': manifest(), [name]: text });

  it.each<readonly [string, Readonly<Record<string, MemoryFile>>]>([
    ['a manifest', { 'package.json': manifest(MATCH) }],
    ['a regular expression', { 'package.json': manifest({ rootDir: 'src', testRegex: '.*\\.spec\\.ts$' }) }],
    ['another folder', { 'package.json': manifest({ rootDir: 'lib', testRegex: '.*\\.test\\.js$' }) }],
    ['a file of settings', config("module.exports = { testMatch: ['**/*.test.ts'] };\n")],
    [
      'a typed one',
      config(
        "const config: Config = { testMatch: ['**/*.test.ts'] };\nexport default config;\n",
        'jest.config.ts',
      ),
    ],
    [
      'all of several',
      { 'package.json': manifest(MATCH), 'test/jest-e2e.json': '{"testRegex": ".e2e-spec.ts$"}' },
    ],
    [
      'settings that a command names',
      {
        'package.json': manifest(undefined, { test: 'jest --ci --config jest.unit.config.js' }),
        'jest.unit.config.js': "module.exports = { testMatch: ['<rootDir>/test/**/*.test.js'] };\n",
      },
    ],
    [
      'a name that is put together',
      config(
        "const dir = '<rootDir>/test';\nmodule.exports = { testMatch: [`${dir}/unit/**/*.test.js`] };\n",
      ),
    ],
  ])('is left by %s', async (_, files) => {
    expect(await leftBy(files)).toMatch(/ names other files as tests$/);
  });

  it.each<readonly [string, Readonly<Record<string, MemoryFile>>]>([
    ['settings that say nothing', { 'package.json': manifest({ verbose: true }) }],
    ['settings that take it', { 'package.json': manifest({ testMatch: ['**/*.test.[jt]s'] }) }],
    [
      'one of several',
      {
        'package.json': manifest(MATCH),
        'jest.js.config.js': "module.exports = { testMatch: ['**/*.js'] };\n",
      },
    ],
    ['projects', { 'package.json': manifest({ ...MATCH, projects: ['<rootDir>'] }) }],
    ['a list that goes on', config("module.exports = { testMatch: ['**/*.test.ts', ...more] };\n")],
    ['an object that goes on', config("module.exports = { testMatch: ['**/*.test.ts'], ...base };\n")],
    ['a function', config('module.exports = () => ({});\n')],
    [
      'a command that says it itself',
      { 'package.json': manifest(MATCH, { test: 'jest --testMatch "**/*.js"' }) },
    ],
    [
      'settings that a command names and nobody has read',
      { 'package.json': manifest(MATCH, { test: 'jest --config ci/own.js' }), 'ci/own.js': '' },
    ],
    [
      'a command that names no settings where others do',
      {
        'package.json': manifest(undefined, { unit: 'jest -c jest.unit.config.js', all: 'npx jest' }),
        'jest.unit.config.js': "module.exports = { testMatch: ['<rootDir>/test/**/*.test.js'] };\n",
      },
    ],
    [
      'settings that a command names in another folder',
      {
        'package.json': manifest(MATCH, { test: 'cd src && jest -c jest.config.js' }),
        'jest.config.js': "module.exports = { testMatch: ['**/*.test.ts'] };\n",
      },
    ],
    [
      'settings that are named, and a folder',
      {
        'package.json': manifest(MATCH, { test: 'jest -c jest.config.js --rootDir src' }),
        'jest.config.js': "module.exports = { testMatch: ['**/*.test.ts'] };\n",
      },
    ],
    [
      'a name that changes',
      config(
        "let dir = 'test';\nif (process.env.CI) dir = 'src';\nmodule.exports = { testMatch: [`<rootDir>/${dir}/*.test.js`] };\n",
      ),
    ],
    [
      'a name that is given from elsewhere',
      config('module.exports = { testMatch: [`<rootDir>/${process.env.DIR}/*.test.js`] };\n'),
    ],
    ['a package of its own', { 'package.json': manifest(MATCH), 'src/package.json': manifest() }],
    [
      'another runner',
      { 'package.json': manifest(MATCH), 'src/a.test.js': `import { test } from 'node:test';\n${TEST}` },
    ],
  ])('may be taken by %s', async (_, files) => {
    expect(await leftBy(files)).toBeNull();
  });

  it('is open where what names the tests cannot be read', async () => {
    const closed = { error: 'EACCES' } as const;
    expect(await leftBy({ 'package.json': closed })).toBe('? making package.json readable');
    expect(await leftBy({ 'package.json': manifest(MATCH), 'jest.config.js': closed })).toBe(
      '? making jest.config.js readable',
    );
  });

  it('is left by Vitest', async () => {
    const test = `import { expect, test } from 'vitest';\n${TEST}`;
    const files = (include: string) => ({
      'src/a.test.js': test,
      'package.json': '{}',
      'vite.config.ts': `import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { include: [${include}] } });\n`,
    });
    expect(await leftBy(files("'src/**/*.test.ts'"))).toBe('vite.config.ts names other files as tests');
    expect(await leftBy(files("'src/**/*.test.js'"))).toBeNull();
    expect(await leftBy(files('pattern'))).toBeNull();
  });
});
