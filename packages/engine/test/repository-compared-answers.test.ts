import { describe, expect, it } from 'vitest';
import { openRepository } from '../src/collect/files/open.ts';
import { collectRepositoryRoot } from '../src/collect/repository/repository-root.ts';
import { tests } from '../src/collect/repository/tests/reader.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';

type Told = 'compares' | 'compares none' | 'open';

/** What is told of a file of tests: whether it compares what own code answers. */
async function toldOf(file: string, others: Readonly<Record<string, MemoryFile>>): Promise<Told> {
  const repository = await openRepository(memoryFileSystem(others), '/repo');
  const environment = { name: undefined, because: '', known: [] };
  const { resources } = await collectRepositoryRoot(repository, environment, [], [tests]);
  const { properties } = resources.find(({ address }) => address === file)!;
  const told = properties.kind === 'object' ? properties.members.get('answerCompared') : undefined;
  if (told === undefined) return 'compares none';
  return told.kind === 'known' ? 'compares' : 'open';
}

const TILL = `export const LIMIT = 3;
export const rates = { low: 7, high: 19 };
export function total(lines) { return lines.reduce((sum, one) => sum + one, 0); }
export function fill(list) { list.push(1); }
export async function load(id) { if (!id) throw new Error('no id'); return { id, lines: [1] }; }
export class Till { add(line) { return line; } }
export const app = makeApp();
export function Receipt() { return null; }
`;

async function script(body: string, top = '', others: Readonly<Record<string, MemoryFile>> = {}) {
  const text = `import { LIMIT, rates, total, fill, load, Till, app, Receipt } from '../src/till';
import * as till from '../src/till';
${top}
test('it', async () => {
${body}
});
`;
  return toldOf('test/till.test.jsx', { 'src/till.js': TILL, 'test/till.test.jsx': text, ...others });
}

const PYTHON_TILL = `LIMIT = 24 * 60
RATES = {"low": 7}

def total(lines):
    return sum(lines)

def is_open(till):
    return till.open

def close(till):
    till.open = False

class Till:
    def add(self, line):
        return line
`;

async function python(body: string, top = '', others: Readonly<Record<string, MemoryFile>> = {}) {
  const text = `import till
from unittest import mock
from till import LIMIT, RATES, Till, total
${top}
${body}
`;
  return toldOf('tests/test_till.py', { 'src/till.py': PYTHON_TILL, 'tests/test_till.py': text, ...others });
}

describe('a test of a script compares what own code answers', () => {
  it.each([
    ['at once', 'expect(total([1])).toBe(1);'],
    ['the other way round', 'expect(3).toBe(total([3]));'],
    ['through a variable', 'const sum = total([1]); expect(sum).toEqual(1);'],
    ['when it comes', 'const { lines } = await load(1); expect(lines[0]).toBe(1);'],
    ['by its fields', 'const found = await load(1); expect(found.lines.length).toBeGreaterThan(0);'],
    ['from JSON', 'expect(JSON.parse(total([1])).sum).toBe(1);'],
    ['as a promise', 'await expect(load(1)).resolves.toEqual({ id: 1 });'],
    ['that it throws', "expect(() => total(null)).toThrow('lines');"],
    ['that it rejects', 'await expect(load()).rejects.toThrow();'],
    ['of an object', 'const one = new Till(); expect(one.add(2)).toBe(2);'],
    ['of a module', 'expect(till.total([1])).toBe(1);'],
    ['by what it hands on', 'return load(1).then((found) => { expect(found.id).toBe(1); });'],
    ['that nothing comes', 'expect(total()).toBeUndefined();'],
    ['by a condition', 'expect(total([1]) === 1).toBeTruthy();'],
    ['what it does to a list', 'const list = []; fill(list); expect(list).toHaveLength(1);'],
    [
      'whether it calls what it is given',
      'const next = jest.fn(); fill(next); expect(next).toHaveBeenCalledWith(1);',
    ],
  ])('%s', async (_, body) => {
    expect(await script(body)).toBe('compares');
  });

  it.each([
    ['with node:assert', 'assert.deepStrictEqual(total([1]), 1);', "import assert from 'node:assert';"],
    ['with a function of it', 'strictEqual(total([1]), 1);', "import { strictEqual } from 'node:assert';"],
    [
      'that it throws, with node:assert',
      'assert.throws(() => total(), /lines/);',
      "import assert from 'node:assert';",
    ],
    ['with chai', 'expect(total([1])).to.be.an("number").that.equals(1);', "import { expect } from 'chai';"],
    ['with what chai reads', 'expect(total([])).to.be.null;', "import { expect } from 'chai';"],
    ['with should', 'total([1]).should.equal(1);', "import 'chai/register-should';"],
    ['before each', 'expect(sum).toBe(1);', 'let sum; beforeEach(() => { sum = total([1]); });'],
    ['through a helper', 'expect(ask(1)).toBe(1);', 'function ask(n) { return total([n]); }'],
    ['in a helper', 'check([1], 1);', 'function check(given, sum) { expect(total(given)).toBe(sum); }'],
    ['over HTTP', "await request(app).get('/').expect(200);", "import request from 'supertest';"],
    [
      'over HTTP, kept',
      "const reply = await request(server).get('/'); expect(reply.status).toBe(200);",
      "import request from 'supertest';\nimport express from 'express';\nconst server = express(); server.use('/till', app);",
    ],
    ['injected', "const reply = await app.inject({ url: '/' }); expect(reply.statusCode).toBe(200);", ''],
    [
      'on a screen',
      "render(<Receipt />); expect(screen.getByText('3')).toBeInTheDocument();",
      "import { render, screen } from '@testing-library/react';",
    ],
    [
      'on a screen, found before',
      "render(<Receipt />); const sum = screen.getByText('3'); expect(sum).toBeInTheDocument();",
      "import { render, screen } from '@testing-library/react';",
    ],
    [
      'of an object that a container gives',
      'expect(sut.add(1)).toBe(1);',
      "import { Test } from '@nestjs/testing';\nlet sut; beforeEach(async () => { const made = await Test.createTestingModule({ providers: [Till] }).compile(); sut = made.get(Till); });",
    ],
  ])('%s', async (_, body, top) => {
    expect(await script(body, top)).toBe('compares');
  });
});

describe('a test of a script compares something else', () => {
  it.each([
    ['nothing', 'total([1]);', ''],
    ['a literal', 'expect(1 + 1).toBe(2);', ''],
    ['a constant of the module', 'expect(LIMIT).toBe(3);', ''],
    ['that it is there', 'expect(total([1])).toBeDefined(); expect(await load(1)).not.toBeNull();', ''],
    ['its kind', 'expect(typeof total([1])).toBe("number"); expect(load(1)).toBeInstanceOf(Promise);', ''],
    ['that a list came', 'expect(Array.isArray(await load(1))).toBe(true);', ''],
    ['that an object was made', 'const one = new Till(); expect(one).toBeTruthy();', ''],
    ['anything', 'expect(total([1])).toEqual(expect.any(Number));', ''],
    ['and swallows it', 'try { expect(total([1])).toBe(1); } catch { }', ''],
    [
      'a stand-in for it',
      'till.total.mockReturnValue(3); expect(till.total([1])).toBe(3);',
      "jest.mock('../src/till');",
    ],
    [
      'a stand-in that it calls itself',
      'const call = jest.fn(); call(1); expect(call).toHaveBeenCalledWith(1);',
      '',
    ],
  ])('%s', async (_, body, top) => {
    expect(await script(body, top)).not.toBe('compares');
  });

  it('which is told where all of it is seen', async () => {
    expect(await script('total([1]);')).toBe('compares none');
    expect(await script('expect(LIMIT).toBe(3);')).toBe('compares none');
    expect(await script('expect(total([1])).toBeDefined();')).toBe('compares none');
    expect(await script('const one = new Till(); expect(one).toBeTruthy();')).toBe('compares none');
    expect(await script('try { expect(total([1])).toBe(1); } catch { }')).toBe('compares none');
  });
});

describe('of a script it is open', () => {
  it.each([
    [
      'what another program answers',
      'const r = await axios.get(url); expect(r.status).toBe(200);',
      "import axios from 'axios';",
    ],
    ['what a package makes of it', 'expect(wrap(total)(1)).toBe(1);', "import { wrap } from 'wraps';"],
    [
      'what is partly real',
      'expect(till.total([1])).toBe(1);',
      "jest.mock('../src/till', () => ({ ...jest.requireActual('../src/till') }));",
    ],
    ['what is watched', "jest.spyOn(till, 'total').mockReturnValue(1); expect(till.total([1])).toBe(1);", ''],
    [
      'what is replaced as a property',
      "jest.replaceProperty(till, 'total', () => 3); expect(till.total([1])).toBe(3);",
      '',
    ],
    [
      'what is assigned into a module',
      'Object.assign(till, { total: () => 3 }); expect(till.total([1])).toBe(3);',
      '',
    ],
    ['what other files of tests give', 'expect(make().id).toBe(1);', "import { make } from './makes';"],
    ['what other files of tests compare', 'check(total([1]));', "import { check } from './makes';"],
    ['whether it counts as true', 'expect(total([1])).toBeTruthy();', ''],
    [
      'what a package is given that may compare it',
      'claim(total([1])).is(1);',
      "import { claim } from 'claims';",
    ],
    [
      'what a package makes is given',
      'const claims = make(); claims.same(total([1]), 1);',
      "import { make } from 'claims';",
    ],
    ['what anything may change', 'expect(rates.low).toBe(7);', ''],
    [
      'what is counted while it runs',
      'let count = 0; emitter.on("sold", () => { count++; }); run(); expect(count).toBe(1);',
      "import { emitter, run } from 'shop';",
    ],
    [
      'what is gathered while it runs',
      'const seen = []; emitter.on("sold", (one) => seen.push(one)); run(); expect(seen).toEqual([1]);',
      "import { emitter, run } from 'shop';",
    ],
    [
      'what another object stands in for',
      'expect(sut.add(1)).toBe(1);',
      "import { Test } from '@nestjs/testing';\nconst made = Test.createTestingModule({ imports: [app] }).overrideProvider(Till).useValue({}).compile(); const sut = made.get(Till);",
    ],
    [
      'what the test calls itself',
      'const next = jest.fn(); fill(next); next(1); expect(next).toHaveBeenCalledWith(1);',
      '',
    ],
    ['that nothing is thrown', 'expect(() => total([1])).not.toThrow();', ''],
    ['a value and itself', 'const sum = total([1]); expect(sum).toEqual(sum);', ''],
    ['what it was given, when it is a text', "const id = '1'; await load(id); expect(other()).toBe(id);", ''],
    [
      'another class that is provided for it',
      'expect(sut.add(1)).toBe(1);',
      "import { Test } from '@nestjs/testing';\nconst made = Test.createTestingModule({ providers: [{ provide: Till, useValue: {} }] }).compile(); const sut = made.get(Till);",
    ],
  ])('%s', async (_, body, top) => {
    const others = {
      'test/makes.js':
        'export function make() { return { id: 1 }; }\nexport function check(x) { expect(x).toBe(1); }\n',
    };
    expect(await script(body, top, others)).toBe('open');
  });
});

describe('a test of Python compares what own code answers', () => {
  it.each([
    ['at once', 'def test_it():\n    assert total([1]) == 1', ''],
    ['through variables', 'def test_it():\n    found = till.total([1])\n    assert found[0]["sum"] == 1', ''],
    ['that it is none', 'def test_it():\n    assert total([1]) is None', ''],
    ['that it is not so', 'def test_it():\n    assert not till.is_open(1)', ''],
    ['what is in it', 'def test_it():\n    assert 1 in total([1])', ''],
    ['of an object', 'def test_it():\n    one = Till()\n    assert one.add(2) == 2', ''],
    [
      'that it raises',
      'def test_it():\n    with pytest.raises(ValueError):\n        total(None)',
      'import pytest',
    ],
    [
      'in a class',
      'class TestTill(unittest.TestCase):\n    def test_it(self):\n        self.assertEqual(total([1]), 1)',
      'import unittest',
    ],
    [
      'set up',
      'class TestTill(unittest.TestCase):\n    def setUp(self):\n        self.till = Till()\n    def test_it(self):\n        self.assertEqual(self.till.add(1), 1)',
      'import unittest',
    ],
    [
      'by a fixture',
      'def test_it(one):\n    assert one.add(1) == 1',
      'import pytest\n@pytest.fixture\ndef one():\n    yield Till()',
    ],
    [
      'by a client',
      'def test_it(client):\n    assert client.get("/").status_code == 200',
      'import pytest\nfrom fastapi.testclient import TestClient\n@pytest.fixture\ndef client():\n    with TestClient(till.app) as made:\n        yield made',
    ],
    [
      'by a module that is imported late',
      'def test_it():\n    late = importlib.import_module("till")\n    assert late.total([1]) == 1',
      'import importlib',
    ],
    [
      'what it does to a thing',
      'def test_it():\n    one = SimpleNamespace(open=True)\n    till.close(one)\n    assert one.open == False',
      'from types import SimpleNamespace',
    ],
  ])('%s', async (_, body, top) => {
    const given = { 'src/till.py': `${PYTHON_TILL}\nfrom fastapi import FastAPI\napp = FastAPI()\n` };
    expect(await python(body, top, given)).toBe('compares');
  });
});

describe('a test of Python compares something else', () => {
  it.each([
    ['nothing', 'def test_it():\n    total([1])'],
    ['a constant', 'def test_it():\n    assert till.LIMIT == 1440\n    assert LIMIT > 3'],
    ['its kind', 'def test_it():\n    assert isinstance(total([1]), dict)'],
    ['its type', 'def test_it():\n    assert type(total([1])) == dict'],
    ['that it is there', 'def test_it():\n    assert total([1]) is not None'],
    [
      'and swallows it',
      'def test_it():\n    try:\n        assert total([1]) == 1\n    except Exception:\n        pass',
    ],
    ['or anything', 'def test_it():\n    assert total([1]) or True'],
    [
      'that it was called, by itself',
      'def test_it():\n    with mock.patch.object(till, "total") as total_:\n        till.total(1)\n        total_.assert_called_once_with(1)',
    ],
    [
      'what a stand-in gives',
      'def test_it():\n    with mock.patch.object(till, "total") as total_:\n        assert till.total(1) == 3',
    ],
  ])('%s', async (_, body) => {
    expect(await python(body)).toBe('compares none');
  });
});

describe('of Python it is open', () => {
  it.each([
    [
      'what own code is given that is called as if it compared',
      'def test_it():\n    till.assert_same(total([1]), 1)',
      '',
    ],
    ['what anything may change', 'def test_it():\n    assert RATES["low"] == 7', ''],
    [
      'what another function changes',
      'def test_it():\n    called = False\n    def listen():\n        nonlocal called\n        called = True\n    run(listen)\n    assert called == True',
      'from shop import run',
    ],
    [
      'what another program answers',
      'def test_it():\n    assert requests.get("http://localhost").status_code == 200',
      'import requests',
    ],
    [
      'what is patched with several',
      'def test_it():\n    with mock.patch.multiple(till, total=lambda lines: 3):\n        assert till.total(1) == 3',
      '',
    ],
    [
      'what is patched by its name',
      '@mock.patch("till.total")\ndef test_it(total_):\n    assert till.total(1) == 3',
      '',
    ],
    [
      'what calls a stand-in',
      'def test_it():\n    with mock.patch.object(till, "total") as total_:\n        till.close(1)\n        total_.assert_called_once_with(1)',
      '',
    ],
    ['what a fixture of others gives', 'def test_it(capsys):\n    assert capsys.readouterr().out == ""', ''],
    ['whether it counts as true', 'def test_it():\n    assert total([1])', ''],
    ['a kind of its own', 'def test_it():\n    assert isinstance(till.total([1]), Till)', ''],
    ['that nothing is raised', 'def test_does_not_raise():\n    total([1])', ''],
    [
      'what raises, where that is none of it',
      'def test_it():\n    with pytest.raises(ValueError):\n        int("x")\n    total([1])',
      'import pytest',
    ],
  ])('%s', async (_, body, top) => {
    expect(await python(body, top)).toBe('open');
  });
});

it('a test that never runs compares nothing', async () => {
  const skipped = 'import pytest\n@pytest.mark.skip(reason="later")';
  expect(await python('def test_it():\n    assert total([1]) == 1', skipped)).toBe('compares none');
});

describe('a test that a condition leaves out may compare', () => {
  it.each([
    ['by a mark', '@pytest.mark.skipif(not os.environ.get("NIGHTLY"), reason="slow")\ndef test_it():'],
    ['inside', 'def test_it():\n    if not os.environ.get("NIGHTLY"):\n        pytest.skip("slow")'],
  ])('in Python %s', async (_, start) => {
    const top = 'import os\nimport pytest';
    expect(await python(`${start}\n    assert total([1]) == 1`, top)).toBe('open');
    expect(await python(`${start}\n    assert 1 == 1`, top)).toBe('compares none');
    const beside = `${start}\n    assert total([1]) == 1\n\ndef test_that():\n    assert total([2]) == 2`;
    expect(await python(beside, top)).toBe('compares');
  });

  it('with its whole file', async () => {
    const top =
      'import os\nimport pytest\npytestmark = pytest.mark.skipif(os.environ.get("CI"), reason="slow")';
    expect(await python('def test_it():\n    assert total([1]) == 1', top)).toBe('open');
  });

  it('in a script', async () => {
    const top = "it.skipIf(process.env.CI)('slow', () => { expect(total([1])).toBe(1); });";
    expect(await script('expect(LIMIT).toBe(3);', top)).toBe('open');
    expect(await script('expect(total([2])).toBe(2);', top)).toBe('compares');
  });
});

describe('a test that is to fail compares nothing that shows a wrong answer', () => {
  const top = 'import os\nimport sys\nimport pytest\nimport unittest';

  it.each([
    ['compares none', 'by a mark', '@pytest.mark.xfail\ndef test_it():'],
    ['compares none', 'by a mark with a reason', '@pytest.mark.xfail(reason="rounding")\ndef test_it():'],
    ['open', 'under a condition', '@pytest.mark.xfail(sys.platform == "win32", reason="x")\ndef test_it():'],
    ['open', 'inside', 'def test_it():\n    if os.environ.get("CI"):\n        pytest.xfail("slow")'],
    ['compares none', 'with its whole file', 'pytestmark = [pytest.mark.xfail]\ndef test_it():'],
    ['compares none', 'with unittest', '@unittest.expectedFailure\ndef test_it():'],
  ])('in Python it %s %s', async (told, _, start) => {
    expect(await python(`${start}\n    assert total([1]) == 1`, top)).toBe(told);
  });

  it('in Python, and the test beside it compares', async () => {
    const beside = '@pytest.mark.xfail\ndef test_it():\n    assert total([1]) == 2\n\n';
    expect(await python(`${beside}def test_that():\n    assert total([2]) == 2`, top)).toBe('compares');
  });

  it.each([
    ['compares none', "it.failing('a', () => { expect(total([1])).toBe(9); });"],
    ['compares none', "test.fails('a', () => { expect(total([1])).toBe(9); });"],
    ['compares none', "test('a', { fails: true }, () => { expect(total([1])).toBe(9); });"],
    ['compares none', "test('a', () => { test.fail(); expect(total([1])).toBe(9); });"],
    ['open', "test('a', { fails: isOld }, () => { expect(total([1])).toBe(9); });"],
    ['open', "test('a', ({ os }) => { test.fail(os === 'mac'); expect(total([1])).toBe(9); });"],
    ['compares', "test('a', { fails: false }, () => { expect(total([1])).toBe(9); });"],
  ])('in a script it %s: %s', async (told, other) => {
    expect(await script('expect(LIMIT).toBe(3);', other)).toBe(told);
  });
});

describe('a comparison whose failure may go nowhere', () => {
  const top = 'import pytest\nfrom contextlib import suppress';
  const tried = '    try:\n        assert total([1]) == 9\n    except';

  it.each([
    ['open', 'caught, and looked at', `${tried} Exception as e:\n        assert e is not None`],
    ['open', 'caught, and skipped', `${tried} AssertionError:\n        pytest.skip("later")`],
    ['open', 'suppressed', '    with suppress(Exception):\n        assert total([1]) == 9'],
    ['open', 'expected', '    with pytest.raises(AssertionError):\n        assert total([1]) == 9'],
    ['compares', 'caught, and raised', `${tried} Exception as e:\n        raise`],
    ['compares', 'caught, and told', `${tried} Exception as e:\n        pytest.fail(str(e))`],
    ['compares', 'not what is caught', `${tried} ValueError as e:\n        assert e is not None`],
    ['compares', 'not what is suppressed', '    with suppress(OSError):\n        assert total([1]) == 9'],
    [
      'compares',
      'not what is expected',
      '    with pytest.raises(ValueError):\n        assert total([1]) == 9',
    ],
    ['compares', 'of own code', '    with pytest.raises(AssertionError):\n        total([1])'],
  ])('in Python it %s: %s', async (told, _, body) => {
    expect(await python(`def test_it():\n${body}`, top)).toBe(told);
  });

  it.each([
    ['open', 'try { expect(await load(2)).toBe(9); } catch (e) { expect(e).toBeDefined(); }'],
    ['open', 'try { check(9); } catch (e) { expect(e).toBeDefined(); }'],
    ['compares', 'try { expect(await load(2)).toBe(9); } catch (e) { done(e); }'],
    ['compares', 'try { expect(await load(2)).toBe(9); } catch (e) { expect(e).toBe(1); throw e; }'],
    ['compares', 'try { expect(await load(2)).toBe(9); } finally { fill([]); }'],
  ])('in a script it %s: %s', async (told, body) => {
    expect(await script(body, 'function check(n) { expect(total([1])).toBe(n); }')).toBe(told);
  });
});

describe('what is written in a way of its own', () => {
  it('a type of the application may be what is asked for, one of the language is a kind', async () => {
    expect(await python('def test_it():\n    assert type(total([1])) is Till')).toBe('open');
    expect(await python('def test_it():\n    assert type(total([1])) == till.Till')).toBe('open');
    expect(await python('def test_it():\n    assert type(total([1])) is int')).toBe('compares none');
  });

  it('a name in capitals that a function gives a value is no constant', async () => {
    const give = 'RESULT = None\ndef setup_module():\n    global RESULT\n    RESULT = total([1])\n';
    expect(await python('def test_it():\n    assert RESULT == 1', give)).not.toBe('compares none');
    expect(await python('def test_it():\n    assert RESULT == 1', 'RESULT = 1')).toBe('compares none');
  });

  it('should of should.js is given what it compares', async () => {
    const top = "const should = require('should');";
    expect(await script('should(total([1])).equal(1);', top)).toBe('compares');
    expect(await script('should(total([1])).be.exactly(1);', top)).not.toBe('compares none');
    expect(await script('should(LIMIT).equal(3);', top)).toBe('compares none');
    expect(await script('should.exist(total([1]));', top)).toBe('compares none');
  });
});

it('a test beside a focused one never runs', async () => {
  const top = "test.only('now', () => { expect(LIMIT).toBe(3); });";
  expect(await script('expect(total([1])).toBe(1);', top)).toBe('compares none');
});

it('what is there for tests is no code of the application', async () => {
  const text =
    "import { make } from '../src/testing/make';\ntest('it', () => { expect(make()).toBe(1); });\n";
  const files = { 'src/testing/make.js': 'export function make() { return 1; }\n', 'test/a.test.js': text };
  expect(await toldOf('test/a.test.js', files)).toBe('open');
  const mocked =
    "import { Till } from '../src/MockTill';\ntest('it', () => { expect(new Till().add(1)).toBe(1); });\n";
  const named = {
    'src/MockTill.js': 'export class Till { add(x) { return x; } }\n',
    'test/a.test.js': mocked,
  };
  expect(await toldOf('test/a.test.js', named)).toBe('open');
});

it('a broken file may compare more', async () => {
  expect(await python('def test_it():\n    total([1])\n\ndef test_that(:\n    assert (')).toBe('open');
});

describe('a comparison that no test comes to', () => {
  it.each([
    ['under what never holds', 'if (false) { expect(total([1])).toBe(1); }'],
    ['beside what always holds', 'if (true) { total([1]); } else { expect(total([1])).toBe(1); }'],
    ['in a function that nobody calls', 'const later = () => { expect(total([1])).toBe(1); };'],
    ['in a declared function that nobody calls', 'function later() { expect(total([1])).toBe(1); }'],
  ])('is none: %s', async (_, body) => {
    expect(await script(body)).toBe('compares none');
  });

  it.each([
    ['for each of nothing', '[].forEach((one) => expect(total([one])).toBe(1));'],
    ['behind the end', 'total([1]);\n return;\n expect(total([1])).toBe(1);'],
    ['of a promise that nobody waits for', 'expect(load(1)).resolves.toEqual({ id: 1 });'],
    ['when a promise comes that nobody waits for', 'load(1).then((found) => { expect(found.id).toBe(1); });'],
  ])('is open: %s', async (_, body) => {
    expect(await script(body)).toBe('open');
  });

  it.each([
    ['behind an end under a condition', 'if (!total) return; expect(total([1])).toBe(1);'],
    [
      'behind the end of another function',
      'const one = () => { return 1; }; expect(total([one()])).toBe(1);',
    ],
    ['at the end', 'return expect(load(1)).resolves.toEqual({ id: 1 });'],
    ['in what is called', 'const check = (sum) => { expect(total([1])).toBe(sum); }; check(1);'],
    [
      'in what is handed on',
      'const check = (one) => { expect(total([one])).toBe(1); }; [1, 2].forEach(check);',
    ],
    ['of several promises', 'await Promise.all([load(1).then((found) => { expect(found.id).toBe(1); })]);'],
    [
      'of a promise that is kept',
      'const all = load(1).then((one) => { expect(one.id).toBe(1); }); await all;',
    ],
    ['for each of some', '[1].forEach((one) => expect(total([one])).toBe(1));'],
  ])('is one: %s', async (_, body) => {
    expect(await script(body)).toBe('compares');
  });

  it('is none in a test of unittest that nobody waits for', async () => {
    const body = '  async def test_sum(self):\n    self.assertEqual(total([1]), 2)\n';
    expect(await python(body, 'import unittest\nclass T(unittest.TestCase):')).toBe('compares none');
    expect(await python(body, 'from unittest import TestCase\nclass T(TestCase):')).toBe('compares none');
    expect(await python(body, 'import unittest\nclass T(unittest.IsolatedAsyncioTestCase):')).toBe(
      'compares',
    );
    expect(await python(body, 'from django.test import TestCase\nclass T(TestCase):')).toBe('compares');
  });
});

describe('what stands in for a whole module', () => {
  it('stands in for what that hands on', async () => {
    const text = `import { total } from '../src';
jest.mock('../src');
test('it', () => { total.mockReturnValue(3); expect(total([1])).toBe(3); });
`;
    const files = {
      'src/till.js': TILL,
      'src/index.js': "export * from './till';\n",
      'test/a.test.js': text,
    };
    expect(await toldOf('test/a.test.js', files)).not.toBe('compares');
    const without = { ...files, 'test/a.test.js': text.replace("jest.mock('../src');", '') };
    expect(await toldOf('test/a.test.js', without)).toBe('compares');
  });

  it('is told by a name for the module', async () => {
    const top = "const file = '../src/till';\njest.mock(file, () => ({ total: () => 3 }));";
    expect(await script('expect(total([1])).toBe(3);', top)).not.toBe('compares');
  });
});
