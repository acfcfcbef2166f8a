import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { airworthy, inFolder } from './support/airworthy.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

interface Read {
  readonly outcomes: readonly {
    readonly check: string;
    readonly outcome: string;
    readonly root: string;
    readonly message: string;
    readonly resource: { readonly address: string } | null;
  }[];
  readonly coverage: {
    readonly files: {
      readonly partly: readonly { readonly file: string; readonly line: number; readonly why: string }[];
      readonly skipped: readonly { readonly file: string; readonly why: string }[];
    };
    readonly repository: { readonly leftOut: readonly { readonly kind: string; readonly count: number }[] };
  };
}

const GOOD = 'resource "aws_dynamodb_table" "good" {\n  name = "good"\n  hash_key = "id"\n}\n';
const SERVER =
  "import express from 'express';\nconst app = express();\napp.post('/cards', (req, res) => res.json(req.body));\n";
const SECONDS = 60;

/** Assesses a folder that holds what is given beside one table: that is judged, whatever else lies there. */
async function assessed(files: Files, more: (folder: string) => void = () => {}): Promise<Read> {
  return inFolder({ 'good.tf': GOOD, ...files }, async (folder) => {
    more(folder);
    return run(folder);
  });
}

async function run(folder: string): Promise<Read> {
  const end = await airworthy(['assess', folder, '--json', '--no-cache']);
  expect(end.stderr).not.toMatch(/\n\s+at /);
  expect(end.stderr).not.toMatch(/an error of ours/);
  expect([0, 1]).toContain(end.code);
  const read = JSON.parse(end.stdout) as Read;
  expect(read.outcomes.some(({ resource }) => resource?.address === 'aws_dynamodb_table.good')).toBe(true);
  return read;
}

function outcomesOf(read: Read, check: string): readonly string[] {
  return read.outcomes.filter((one) => one.check === check && one.root === '').map(({ outcome }) => outcome);
}

const partly = (read: Read) => read.coverage.files.partly.map(({ file }) => file);
const skipped = (read: Read) =>
  Object.fromEntries(read.coverage.files.skipped.map(({ file, why }) => [file, why]));

describe('files of code that are none', { timeout: SECONDS * 1000 }, () => {
  it('a log of 100 MB that is called .ts: not read, and no outcome passes over it', async () => {
    const read = await assessed({ 'src/app.ts': SERVER, 'src/log.ts': '' }, (folder) =>
      truncateSync(join(folder, 'src/log.ts'), 100 * 1024 * 1024),
    );
    expect(skipped(read)['src/log.ts']).toMatch(/larger than the limit of 5 MB \(100 MB\)/);
    expect(outcomesOf(read, 'credentials-not-committed')).not.toContain('pass');
  });

  it('a line of 5 MB is taken for a bundle, and counted as such', async () => {
    const line = 'var a=function(b,c){return b.d(c,function(e){return e+1})};app.get("/x",a);';
    const read = await assessed({ 'src/app.js': line.repeat(60_000), 'src/app.ts': line.repeat(60_000) });
    expect(read.coverage.repository.leftOut).toContainEqual({ kind: 'minified', count: 2 });
  });

  it.each([
    ['brackets', 'app.ts', '[\n', '1', ']\n'],
    ['calls', 'app.js', 'f(\n', '1', ')\n'],
    ['blocks', 'app.ts', '{\n', '', '}\n'],
    ['parentheses in Python', 'app.py', '(\n', '1', ')\n'],
    ['elements', 'app.tsx', '<a>\n', '', '</a>\n'],
    ['functions', 'app.js', '() =>\n', '1', ''],
    ['conditions', 'app.ts', 'if (a)\n', 'b();', ''],
    ['choices', 'app.js', 'a ? b :\n', 'c', ''],
    ['templates', 'app.ts', '`${\n', '1', '}`\n'],
    ['functions that are handed over', 'app.js', 'f(() => {\n return ', '1', '})\n'],
    ['links of a chain', 'app.ts', '', 'a', '\n.b()'],
    ['calls in Python', 'app.py', 'f(a=\n', '1', ')\n'],
  ])('10,000 nested %s: read as far as it goes, and said', async (_, name, open, inner, close) => {
    const start = name === 'app.ts' && /^[{i]/.test(open) ? '' : 'x = ';
    const nested = `${start}${open.repeat(10_000)}${inner}${close.repeat(10_000)}\n`;
    const read = await assessed({ [name]: `${name.endsWith('.py') ? '' : SERVER}${nested}` });
    expect(partly(read)).toContain(name);
  });

  it('a sum of 10,000 parts is no nesting', async () => {
    const read = await assessed({ 'src/app.ts': `${SERVER}y = 1${'\n  + 1'.repeat(10_000)};\n` });
    expect(partly(read)).toEqual([]);
    expect(read.outcomes.some(({ resource }) => resource?.address === 'POST /cards')).toBe(true);
  });

  it('bytes that are no UTF-8 are said, and everything around them is read', async () => {
    const bytes = Buffer.concat([
      Buffer.from(SERVER),
      Buffer.from([0x2f, 0x2f, 0xe9, 0xff, 0xc3, 0x28, 0x0a]),
    ]);
    const read = await assessed({ 'src/app.ts': bytes });
    expect(read.coverage.files.partly).toContainEqual({
      file: 'src/app.ts',
      line: 4,
      why: 'bytes that are not UTF-8',
    });
    expect(read.outcomes.some(({ resource }) => resource?.address === 'POST /cards')).toBe(true);
  });

  it('UTF-16 with its mark is read: shells of Windows write so', async () => {
    const text = Buffer.from('\uFEFFDB_PASSWORD=hunT7x9Qk2vLm\n', 'utf16le');
    const read = await assessed({ '.env': text, 'b/.env': Buffer.from(text).swap16() });
    expect(outcomesOf(read, 'credentials-not-committed').filter((one) => one === 'fail')).toHaveLength(2);
  });

  it('binary files under names of text are not read', async () => {
    const bytes = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]);
    const names = ['README.md', 'docs/runbook.md', 'src/a.ts', 'package.json', 'Makefile', 'Dockerfile'];
    const workflow = '.github/workflows/a.yml';
    const read = await assessed(Object.fromEntries([...names, workflow].map((name) => [name, bytes])));
    for (const name of [...names, workflow]) expect([name, skipped(read)[name]]).toEqual([name, 'binary']);
    expect(outcomesOf(read, 'tests-run-in-pipeline')).toEqual(['unknown']);
    expect(outcomesOf(read, 'runbooks-for-usual-failures')).toEqual(['unknown']);
  });
});

describe('pipelines and scripts that lead in circles', { timeout: SECONDS * 1000 }, () => {
  const job = (step: string) => `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - ${step}\n`;

  it.each<[string, Files, string]>([
    [
      'workflows that call each other',
      {
        '.github/workflows/a.yml':
          'on: [push, workflow_call]\njobs:\n  a:\n    uses: ./.github/workflows/b.yml\n',
        '.github/workflows/b.yml': 'on: workflow_call\njobs:\n  b:\n    uses: ./.github/workflows/a.yml\n',
      },
      './.github/workflows/a.yml',
    ],
    [
      'actions that use each other',
      {
        '.github/workflows/a.yml': job('uses: ./actions/x'),
        'actions/x/action.yml':
          'runs:\n  using: composite\n  steps:\n    - uses: ./actions/y\n    - uses: ./actions/x\n',
        'actions/y/action.yml':
          'runs:\n  using: composite\n  steps:\n    - uses: ./actions/x\n    - uses: ./actions/y\n',
      },
      './actions/x',
    ],
    [
      'scripts of a package',
      {
        '.github/workflows/a.yml': job('run: npm test'),
        'package.json':
          '{"name":"x","scripts":{"pretest":"npm test","test":"npm run a && npm run b","a":"npm run b","b":"npm run a; npm test"}}',
      },
      'leads back to itself',
    ],
    [
      'targets of make',
      {
        '.github/workflows/a.yml': job('run: make test'),
        Makefile: 'test: a\n\t$(MAKE) a\na: b\n\tmake b\nb: a test\n\tmake test\nV = $(W)\nW = $(V)\n',
      },
      'make',
    ],
    [
      'shell files',
      {
        '.github/workflows/a.yml': job('run: ./test.sh'),
        'test.sh': '#!/bin/sh\n./more.sh\nf() { g; }\ng() { f; }\nf\n',
        'more.sh': '. ./test.sh\nbash more.sh\n',
      },
      'leads back to itself',
    ],
  ])('%s: whether tests run is not known', async (_, files, what) => {
    const read = await assessed(files);
    const [said, ...others] = read.outcomes.filter(({ check }) => check === 'tests-run-in-pipeline');
    expect(others).toEqual([]);
    expect(said?.outcome).toBe('unknown');
    expect(said?.message).toContain(what);
    expect(outcomesOf(read, 'failing-tests-stop-pipeline')).not.toContain('pass');
  });

  it('anchors of YAML stand for what they name; those without end are said', async () => {
    const read = await assessed({
      'package.json': '{"name":"x","scripts":{"test":"vitest run"}}',
      'sum.test.js': "import { expect, it } from 'vitest';\nit('adds', () => expect(1 + 1).toBe(2));\n",
      '.github/workflows/a.yml':
        'on: [push]\njobs:\n  one: &one\n    runs-on: ubuntu-latest\n    steps: &steps\n      - uses: actions/checkout@v4\n      - run: npm test\n  two:\n    <<: *one\n    needs: one\n',
      '.github/workflows/self.yml': 'on: push\njobs: &j\n  a: { runs-on: x, steps: [], needs: *j }\n',
      '.github/workflows/bomb.yml': `on: push\na: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((n, i) => `${n}: &${n} [${`*${'abcdefgh'[i]},`.repeat(9).slice(0, -1)}]`).join('\n')}\njobs: { j: { runs-on: x, steps: *i } }\n`,
    });
    expect(partly(read)).toEqual(
      expect.arrayContaining(['.github/workflows/bomb.yml', '.github/workflows/self.yml']),
    );
    expect(partly(read)).not.toContain('.github/workflows/a.yml');
    expect(outcomesOf(read, 'tests-run-in-pipeline')).toEqual(['pass']);
  });
});

describe('manifests and settings in the wrong shape', { timeout: SECONDS * 1000 }, () => {
  it('a package.json that is an array, a text or nothing is said', async () => {
    const read = await assessed({
      'package.json': '[1, 2, {"scripts": {"test": "x"}}]',
      'a/package.json': '"x"',
      'b/package.json': 'null',
      'c/package.json': '{"name": 5, "scripts": [], "dependencies": "x", "workspaces": {"a": 1}}',
      'd/package.json': '{"scripts": {"test": ["x"], "a": null, "b": 5}, "dependencies": [], "engines": []}',
    });
    expect(partly(read)).toEqual(
      expect.arrayContaining(['package.json', 'a/package.json', 'b/package.json']),
    );
    expect(outcomesOf(read, 'packages-locked')).not.toContain('pass');
  });

  it('pipelines of every host with lists for objects and objects for lists', async () => {
    const read = await assessed({
      '.github/workflows/a.yml': '[1, 2]',
      '.github/workflows/b.yml': 'on: {}\njobs: [a, b]\n',
      '.github/workflows/c.yml':
        'on: push\njobs:\n  a: []\n  b: x\n  c: { steps: { a: b }, runs-on: {}, needs: {}, env: [], permissions: [x], strategy: 5 }\n  d: { steps: [1, null, [x], { run: [a] }, { run: { a: b } }, { uses: 5 }, { with: 5, uses: a }] }\n',
      '.gitlab-ci.yml': '- a\n',
      '.circleci/config.yml': 'jobs: [a]\nworkflows: 5\n',
      'azure-pipelines.yml': 'stages: { a: b }\nsteps: x\n',
      'bitbucket-pipelines.yml': 'pipelines: [a]\n',
      'buildspec.yml': 'phases: [x]\n',
      'pyproject.toml': 'project = 5\ntool = [1]\n',
      'openapi.yaml': 'openapi: 3.0.0\npaths: [a]\n',
      'docker-compose.yml': 'services: [a]\n',
      'tsconfig.json': '[]',
      'coverage/coverage-summary.json': '[]',
      'requirements.txt': '=\n==\n[\n',
      Pipfile: '[[[\n',
    });
    for (const check of ['tests-run-in-pipeline', 'pipeline-deploys', 'production-approved'])
      expect([check, outcomesOf(read, check).includes('pass')]).toEqual([check, false]);
  });

  it('nesting of 10,000 in what is YAML, JSON, TOML, shell and Markdown', async () => {
    const n = 10_000;
    const read = await assessed({
      '.github/workflows/a.yml': `on: push\njobs: ${'{a: '.repeat(n)}1${'}'.repeat(n)}\n`,
      'package.json': `{"scripts":${'{"a":'.repeat(n)}1${'}'.repeat(n)}}`,
      'pyproject.toml': `x = ${'['.repeat(n)}${']'.repeat(n)}\n`,
      'deploy.sh': `${'('.repeat(n)}ls${')'.repeat(n)}\necho ${'$('.repeat(n)}ls${')'.repeat(n)}\n`,
      'docs/a.md': `${'> '.repeat(n)}x\n${'- '.repeat(n)}y\n${'['.repeat(n)}z${'](a)'.repeat(n)}\n`,
      'index.html': '<div>'.repeat(n),
      'tsconfig.json': `${'{"a":'.repeat(n)}1${'}'.repeat(n)}`,
      'migrations/1.sql': `${'('.repeat(n)}${')'.repeat(n)}`,
    });
    expect(partly(read)).toEqual(
      expect.arrayContaining(['.github/workflows/a.yml', 'package.json', 'pyproject.toml']),
    );
  });

  it('a Dockerfile of one line: over the limit it is said, below it is read', async () => {
    const read = await assessed({
      Dockerfile: `FROM node:22\nRUN ${'echo a && '.repeat(1_050_000)}true\n`,
      'b/Dockerfile': `FROM node:22\nRUN ${'echo a && '.repeat(400_000)}true\n`,
      'c/Dockerfile': `FROM node:22\n${'RUN echo \\\n'.repeat(50_000)}`,
    });
    expect(skipped(read)['Dockerfile']).toMatch(/larger than the limit/);
    expect(read.outcomes.some(({ resource }) => resource?.address === 'b/Dockerfile')).toBe(true);
  });
});

describe('folders', { timeout: 5 * SECONDS * 1000 }, () => {
  it('50,000 small files', async () => {
    const texts: Readonly<Record<string, string>> = {
      ts: 'export const a = 1;\n',
      py: 'a = 1\n',
      md: '# a\n',
      json: '{"a":1}\n',
      yml: 'a: 1\n',
    };
    const read = await assessed({}, (folder) => {
      for (let i = 0; i < 500; i++) {
        mkdirSync(join(folder, `p${i}/src`), { recursive: true });
        for (let j = 0; j < 20; j++)
          for (const [ending, text] of Object.entries(texts))
            writeFileSync(join(folder, `p${i}/src/f${j}.${ending}`), text);
      }
    });
    expect(read.outcomes.length).toBeGreaterThan(100);
  });

  it('links in circles, to nothing and out of it are said, and never followed', async () => {
    const read = await assessed({ 'src/a/b.ts': SERVER, 'src/c.ts': '' }, (folder) => {
      symlinkSync('..', join(folder, 'src/a/up'));
      symlinkSync('../a', join(folder, 'src/a/again'));
      symlinkSync('self.ts', join(folder, 'src/self.ts'));
      symlinkSync('gone.md', join(folder, 'README.md'));
      symlinkSync('/etc/passwd', join(folder, 'src/passwd.ts'));
      symlinkSync('workflows', join(folder, '.github'));
      execFileSync('mkfifo', [join(folder, 'src/pipe.ts')]);
    });
    expect(skipped(read)).toMatchObject({
      'src/a/up': expect.stringMatching(/leads back/),
      'src/a/again': expect.stringMatching(/leads back/),
      'src/passwd.ts': expect.stringMatching(/leads out/),
      'src/pipe.ts': 'not a regular file',
    });
    expect(JSON.stringify(read)).not.toContain('root:x:');
    expect(outcomesOf(read, 'credentials-not-committed')).not.toContain('pass');
  });
});
