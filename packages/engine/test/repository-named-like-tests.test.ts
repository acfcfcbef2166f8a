import { expect, it } from 'vitest';
import { openRepository } from '../src/collect/files/open.ts';
import { collectRepositoryRoot } from '../src/collect/repository/repository-root.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

const BLUEPRINT = `from flask import Blueprint

pages = Blueprint("pages", __name__)


@pages.route("/try")
def show():
    return "here"
`;
const APP = (imports: string) => `from flask import Flask
${imports}

app = Flask(__name__)
app.register_blueprint(pages)
`;

async function routes(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const repository = await openRepository(memoryFileSystem(files), '/repo');
  const root = await collectRepositoryRoot(repository, { name: undefined, because: '', known: [] });
  return root.resources.flatMap(({ type, address }) => (type === 'Repository::Route' ? [address] : []));
}

it.each([
  ['from .pages_test import pages'],
  ['from shop.pages_test import pages'],
  ['from . import pages_test\npages = pages_test.pages'],
])('is code of the application where that imports it: %s', async (imports) => {
  expect(await routes({ 'shop/__init__.py': APP(imports), 'shop/pages_test.py': BLUEPRINT })).toEqual([
    'GET /try',
  ]);
});

it.each([
  [
    'has a test',
    'from .pages_test import pages',
    `${BLUEPRINT}\n\ndef test_show():\n    assert show() == "here"\n`,
  ],
  ['is imported by none', 'from .pages import pages', BLUEPRINT],
])('is a test where it %s', async (_, imports, text) => {
  expect(await routes({ 'shop/__init__.py': APP(imports), 'shop/pages_test.py': text })).toEqual([]);
});

it('is what modules of JavaScript import as well, and no settings for tests', async () => {
  const route = (file: string) => ({
    'src/app.ts': `import express from 'express';\nimport { add } from './${file}';\nconst app = express();\nadd(app);\n`,
    [`src/${file}.ts`]: `import express from 'express';\nexport const own = express();\nown.get('/speed', (_, to) => to.send('1'));\nexport const add = () => {};\n`,
  });
  expect(await routes(route('speed-test'))).toEqual(['GET /speed']);
  expect(await routes(route('speed-config.test'))).toEqual([]);
});
