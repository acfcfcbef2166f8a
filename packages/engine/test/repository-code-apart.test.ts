import { describe, expect, it } from 'vitest';
import { openRepository } from '../src/collect/files/open.ts';
import { code } from '../src/collect/repository/code/reader.ts';
import { LONGEST_MODULE } from '../src/collect/repository/code/syntax/parse-code.ts';
import { collectRepositoryRoot } from '../src/collect/repository/repository-root.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';

/* A file that is too long to be read leaves open what code does, unless nothing leads to it. */

const LONG = `${'x = "some words of a line that a person could have written"\n'.repeat(12_000)}`;
const OWN = {
  'service/app.py':
    'from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.get("/orders")\ndef orders():\n    return []\n',
  'service/Dockerfile': 'FROM python:3.13\nCOPY service/ .\nCMD ["flask", "run"]\n',
};

async function read(files: Readonly<Record<string, MemoryFile>>) {
  const repository = await openRepository(memoryFileSystem({ ...OWN, ...files }), '/repo');
  const environment = { name: undefined, because: '', known: [] };
  const { notSeen, files: ledger } = await collectRepositoryRoot(repository, environment, [], [code]);
  return { open: notSeen.map(({ what }) => what), ledger: JSON.stringify(ledger) };
}

/** Whether a long file leaves open which routes there are. */
const leavesOpen = async (path: string, more: Readonly<Record<string, MemoryFile>> = {}) =>
  (await read({ [path]: LONG, ...more })).open.includes(path);

it('is longer than what is read', () => {
  expect(LONG.length).toBeGreaterThan(LONGEST_MODULE);
});

describe('a long file', () => {
  it('to which nothing leads leaves nothing open, and is told', async () => {
    const { open, ledger } = await read({ 'get-tool.py': LONG });
    expect(open).toEqual([]);
    expect(ledger).toContain('get-tool.py');
    expect(ledger).toContain('nothing runs, imports or packages it');
  });

  it.each([
    ['prose that names it', { 'README.md': 'Run `python get-tool.py` first.\n' }],
    ['a list of what to leave out', { '.dockerignore': 'get-tool.py\n' }],
    ['a name that only begins so', { 'ci.sh': 'get-toolbox --all\n' }],
    ['a copy of another folder', { 'ci.sh': 'zip -r app.zip service\naws s3 cp s3://tools/x.tgz .\n' }],
    ['an import that is written out', { 'service/more.py': 'import importlib.metadata\nimport json\n' }],
  ])('leaves nothing open by %s', async (_, more) => {
    expect(await leavesOpen('get-tool.py', more)).toBe(false);
  });

  it.each([
    ['an import', { 'service/more.py': 'from get_tool import main\n' }],
    ['a test', { 'tests/test_tool.py': 'import get_tool\n' }],
    ['a pipeline', { '.github/workflows/w.yml': 'jobs: { a: { steps: [{ run: python get-tool.py }] } }\n' }],
    ['a handler', { 'infra/main.tf': 'resource "aws_lambda_function" "a" { handler = "get-tool.run" }\n' }],
    [
      'code that loads what it does not name',
      { 'service/more.py': 'import importlib\nimportlib.import_module(name)\n' },
    ],
    ['a script that does', { 'service/load.js': 'module.exports = require(name);\n' }],
    ['an image that takes everything', { 'service/Dockerfile': 'FROM python:3.13\nCOPY . .\n' }],
    [
      'an image that takes all of its kind',
      { 'service/Dockerfile': 'FROM python:3.13\nCOPY --chown=a *.py ./\n' },
    ],
    ['an archive of everything', { 'ci.sh': 'zip -qr app.zip .\n' }],
    ['a bucket of everything', { 'ci.sh': 'aws s3 sync . s3://site\n' }],
    [
      'a folder above',
      { 'infra/main.tf': 'data "archive_file" "a" { source_dir = "$' + '{path.module}/.." }\n' },
    ],
    ['a package beside it', { 'package.json': '{}' }],
    ['a service beside it', { 'serverless.yml': 'service: a\n' }],
    ['a host that takes the folder', { 'ci.sh': 'eb deploy\n' }],
    ['what cannot be read', { 'ci.sh': { error: 'EACCES' } }],
  ])('leaves code open by %s', async (_, more) => {
    expect(await leavesOpen('get-tool.py', more)).toBe(true);
  });

  it.each([
    'main.py',
    'index.js',
    'wsgi.py',
    'app.config.ts',
    'pages/tool.ts',
    'api/tool.py',
    'src/tool.py',
    'service/get-tool.py',
  ])('leaves code open that may be run untold: %s', async (path) => {
    expect(await leavesOpen(path)).toBe(true);
  });

  it('leaves code open beside another to which something leads', async () => {
    expect(await leavesOpen('get-tool.py', { 'get-more.py': LONG, 'ci.sh': 'python get-more.py\n' })).toBe(
      true,
    );
    expect(await leavesOpen('get-tool.py', { 'get-more.py': LONG })).toBe(false);
  });
});
