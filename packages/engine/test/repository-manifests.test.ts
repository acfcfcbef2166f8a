import { describe, expect, it } from 'vitest';
import { openRepository } from '../src/collect/files/open.ts';
import { isExactForNpm, isExactForPip } from '../src/collect/repository/manifests/dependency.ts';
import { collectRepositoryRoot } from '../src/collect/repository/repository-root.ts';
import type { Value } from '../src/model/value.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

function plain(value: Value | undefined): unknown {
  if (value?.kind === 'list') return value.items.map(plain);
  if (value?.kind === 'object') return Object.fromEntries([...value.members].map(([k, v]) => [k, plain(v)]));
  return value?.kind === 'known' ? value.value : value?.kind;
}

async function read(files: Readonly<Record<string, string>>) {
  const repository = await openRepository(memoryFileSystem(files), '/repo');
  const { resources } = await collectRepositoryRoot(repository, { name: undefined, because: '', known: [] });
  return new Map(resources.map((node) => [node.address, node]));
}

describe('manifests', () => {
  it('of npm tell their scripts, dependencies and lock file, each where it stands', async () => {
    const found = await read({
      'package.json':
        '{\n  "name": "shop",\n  "packageManager": "pnpm@9.1.0",\n  "scripts": { "test": "vitest" },\n  "dependencies": { "hono": "^4" },\n  "devDependencies": { "vitest": "5.1.1" },\n  "engines": { "node": ">=22" }\n}\n',
      'pnpm-lock.yaml': '',
    });
    const { properties } = found.get('package.json')!;
    expect(plain(properties)).toMatchObject({
      ecosystem: 'npm',
      tool: 'pnpm@9.1.0',
      scripts: [{ name: 'test', command: 'vitest' }],
      dependencies: [
        { name: 'hono', range: '^4', kind: 'runtime', exact: false },
        { name: 'vitest', range: '5.1.1', kind: 'development', exact: true },
      ],
      engines: [{ name: 'node', range: '>=22' }],
      lockfile: 'pnpm-lock.yaml',
    });
    const scripts = properties.members.get('scripts');
    expect(scripts?.kind === 'list' && scripts.items[0]?.origin.at.line).toBe(4);
  });

  it('of a workspace share its lock file, and those outside of it do not', async () => {
    const lockOf = async (patterns: string, folder: string) => {
      const found = await read({
        'package.json': `{ "workspaces": ${patterns} }`,
        'yarn.lock': '',
        [`${folder}/package.json`]: '{}',
      });
      return plain(found.get(`${folder}/package.json`)!.properties.members.get('lockfile'));
    };
    expect(await lockOf('["packages/*"]', 'packages/a')).toBe('yarn.lock');
    expect(await lockOf('["packages/*"]', 'packages/a/b')).toBeUndefined();
    expect(await lockOf('["packages/**"]', 'packages/a/b')).toBe('yarn.lock');
    expect(await lockOf('["./packages/a*c/"]', 'packages/abc')).toBe('yarn.lock');
    expect(await lockOf('["*", "!site"]', 'site')).toBeUndefined();
    expect(await lockOf('{ "packages": ["site"] }', 'site')).toBe('yarn.lock');
  });

  it('above, of which nobody can read whether they are a workspace, leave the lock file open', async () => {
    const found = await read({ 'package.json': '{', 'yarn.lock': '', 'a/package.json': '{}' });
    expect(plain(found.get('a/package.json')!.properties.members.get('lockfile'))).toBe('unknown');
  });

  it('of Python are read as PEP 621, Poetry, Pipenv and pip write them', async () => {
    const found = await read({
      'a/pyproject.toml':
        '[project]\nname = "a"\nrequires-python = ">=3.12"\ndependencies = ["Fast_API[all]>=0.1; python_version > \'3\'", "x==1.0"]\n[dependency-groups]\ndev = ["pytest"]\n',
      'a/uv.lock': '',
      'b/pyproject.toml':
        '[tool.poetry]\nname = "b"\n[tool.poetry.dependencies]\npython = "^3.12"\nboto3 = "1.40.0"\nrequests = { version = "^2", extras = ["socks"] }\n[tool.poetry.group.dev.dependencies]\npytest = "*"\n',
      'c/Pipfile': '[packages]\nflask = "*"\n[dev-packages]\npytest = "==8.0"\n',
      'd/requirements-dev.txt': '-r requirements.txt\npytest==8.* # newest\n',
      'e/pyproject.toml': '[tool.ruff]\nline-length = 100\n',
    });
    const dependencies = (address: string) =>
      plain(found.get(address)!.properties.members.get('dependencies')) as object[];
    expect(dependencies('a/pyproject.toml')).toEqual([
      { name: 'fast-api', range: '>=0.1', kind: 'runtime', exact: false },
      { name: 'x', range: '==1.0', kind: 'runtime', exact: true },
      { name: 'pytest', range: '', kind: 'development', exact: false },
    ]);
    expect(plain(found.get('a/pyproject.toml')!.properties.members.get('lockfile'))).toBe('a/uv.lock');
    expect(dependencies('b/pyproject.toml')).toEqual([
      { name: 'boto3', range: '1.40.0', kind: 'runtime', exact: true },
      { name: 'requests', range: '^2', kind: 'runtime', exact: false },
      { name: 'pytest', range: '*', kind: 'development', exact: false },
    ]);
    expect(dependencies('c/Pipfile').length).toBe(2);
    expect(dependencies('d/requirements-dev.txt')).toEqual([
      { name: 'pytest', range: '==8.*', kind: 'development', exact: false },
    ]);
    expect(found.has('e/pyproject.toml')).toBe(false);
  });

  it('of examples, tests and copied code are left out', async () => {
    const found = await read({
      'examples/a/package.json': '{}',
      'tests/b/package.json': '{}',
      'third_party/c/package.json': '{}',
      'src/package.json': '{}',
    });
    const manifests = [...found].filter(([, { type }]) => type === 'Repository::Manifest');
    expect(manifests.map(([address]) => address)).toEqual(['src/package.json']);
  });
});

describe('one version only', () => {
  it.each([
    ['1.2.3', true],
    ['=1.2.3-beta.1', true],
    ['npm:@scope/other@1.2.3', true],
    ['workspace:*', true],
    ['github:owner/name#0123456789abcdef0123456789abcdef01234567', true],
    ['^1.2.3', false],
    ['1.2', false],
    ['1.2.x', false],
    ['latest', false],
    ['', false],
    ['github:owner/name', false],
  ])('npm: %s: %s', (range, exact) => expect(isExactForNpm(range)).toBe(exact));

  it.each([
    ['==1.2.3', true],
    ['===1.2', true],
    ['== 1.2 , != 1.3', true],
    ['@ git+https://example.org/a@0123456789abcdef0123456789abcdef01234567', true],
    ['==1.*', false],
    ['>=1', false],
    ['~=1.2', false],
    ['', false],
    ['@ git+https://example.org/a@main', false],
  ])('pip: %s: %s', (range, exact) => expect(isExactForPip(range)).toBe(exact));
});
