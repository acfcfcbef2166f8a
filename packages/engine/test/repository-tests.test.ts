import { describe, expect, it } from 'vitest';
import { openRepository } from '../src/collect/files/open.ts';
import { apiDocuments } from '../src/collect/repository/api-documents/reader.ts';
import { containers } from '../src/collect/repository/containers/reader.ts';
import { migrations } from '../src/collect/repository/migrations/reader.ts';
import { collectRepositoryRoot } from '../src/collect/repository/repository-root.ts';
import { coverage } from '../src/collect/repository/tests/coverage.ts';
import { loadTests } from '../src/collect/repository/tests/load-tests.ts';
import { tests } from '../src/collect/repository/tests/reader.ts';
import type { Value } from '../src/model/value.ts';
import { assessFolder } from './support/assess-folder.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';

const READERS = [tests, loadTests, coverage, migrations, containers, apiDocuments];

function plain(value: Value | undefined): unknown {
  if (value?.kind === 'list') return value.items.map(plain);
  if (value?.kind === 'object') return Object.fromEntries([...value.members].map(([k, v]) => [k, plain(v)]));
  return value?.kind === 'known' ? value.value : value?.kind;
}

async function read(files: Readonly<Record<string, MemoryFile>>) {
  const repository = await openRepository(memoryFileSystem(files), '/repo');
  const environment = { name: undefined, because: '', known: [] };
  const { resources, notSeen } = await collectRepositoryRoot(repository, environment, [], READERS);
  return {
    of: (address: string) => {
      const node = resources.find((one) => one.address === address);
      return node === undefined ? undefined : (plain(node.properties) as Record<string, unknown>);
    },
    addresses: resources.map(({ address }) => address),
    notSeen: notSeen.map(({ what }) => what),
  };
}

/** The tests of one file, by name. */
async function casesOf(file: string, text: string, others: Readonly<Record<string, MemoryFile>> = {}) {
  const { of } = await read({ [file]: text, ...others });
  const cases = of(file)?.['tests'] as readonly Record<string, unknown>[];
  return Object.fromEntries(cases.map(({ name, ...rest }) => [name, rest]));
}

describe('tests of scripts', () => {
  it('are found however they are made', async () => {
    const found = await casesOf(
      'a.test.ts',
      `import { describe, expect, it as check, test } from 'vitest';
const maybe = process.env.DATABASE ? describe : describe.skip;
maybe('with a database', () => { check('reads', () => { expect(f()).toBe(1); }); });
test.each([1, 2])('table %s', (n) => { expect(n).toBeGreaterThan(g()); });
test.skipIf(win)('elsewhere', () => { expect(f()).toBe(1); });
test.todo('later');
describe.skip('old', () => { test('gone', () => { expect(f()).toBe(1); }); });
test('by a function of its own', named);
function named() { expect(f()).toBe(1); }
const pattern = /x/; pattern.test('x');
`,
    );
    expect(found).toEqual({
      reads: { onlyIf: true, asserts: true },
      'table %s': { asserts: true },
      elsewhere: { onlyIf: true, asserts: true },
      gone: { skipped: 'describe.skip', asserts: true },
      'by a function of its own': { asserts: true },
    });
  });

  it('have their line for a name where none is written, and sentences say so', async () => {
    const file = `import { app } from './support.js';
for (const [name, wanted] of table) {
  it(name, () => { expect(f(name)).toBe(wanted); });
}
it('', () => { f(); });
it(name, app);
it.skip(name, () => { expect(f()).toBe(1); });
`;
    expect(await casesOf('a.test.js', file)).toEqual({
      'in line 3': { asserts: true },
      'in line 5': { asserts: false },
      'in line 6': { asserts: 'unknown' },
      'in line 7': { skipped: 'it.skip', asserts: true },
    });
    const saying = async (check: string, text: string) => {
      const fileSystem = memoryFileSystem({ 'a.test.js': text });
      const [one] = (await assessFolder('/repo', { language: 'repository', only: [check], fileSystem }))
        .outcomes;
      return one?.decidedBy ?? one?.message;
    };
    expect(await saying('tests-not-skipped', file)).toBe('the test in line 7 never runs');
    expect(await saying('tests-assert', file)).toBe('the test in line 5 compares nothing');
    expect(await saying('tests-assert', 'it(name, named);\n')).toBe('reading what the test in line 1 calls');
    expect(await saying('tests-compare-answers', 'it(name, named);\n')).toBe(
      'reading where what the test in line 1 compares comes from',
    );
  });

  it('compare also in what they call, and where nobody can look it is not known', async () => {
    const helper = `export function same(a, b) { expect(a).toBe(b); }\nexport function nothing(a) { return a; }\nexport const app = () => ({});\n`;
    const found = await casesOf(
      'test/a.test.js',
      `import { same, nothing, app } from './support.js';
import { verify } from '../src/tokens.js';
const api = app();
it('in another file', () => { same(1, f()); });
it('nowhere', () => { nothing(1); });
it('by what another file made', async () => { await api.load(404); });
it('of the application is no comparison', () => { verify('x'); });
it('in a request', () => request(server).get('/cards').expect(200));
it('with should', () => { f().should.be.true; });
it('decided before', () => { expect(true).toBe(true); });
it('swallowed', async () => { try { expect(await f()).toBe(1); } catch (error) { console.log(error); } });
it('handed on', (done) => { try { expect(f()).toBe(1); } catch (error) { done(error); } });
it('empty', () => {});
`,
      { 'test/support.js': helper, 'src/tokens.js': 'export const verify = (x) => x;\n' },
    );
    expect(found).toEqual({
      'in another file': { asserts: true },
      nowhere: { asserts: false },
      'by what another file made': { asserts: 'unknown' },
      'of the application is no comparison': { asserts: false },
      'in a request': { asserts: true },
      'with should': { asserts: true },
      'decided before': { asserts: true, isConstant: true },
      swallowed: { asserts: true, isSwallowed: true },
      'handed on': { asserts: true },
      empty: { isEmpty: true, asserts: false },
    });
  });

  it('that show something by ending compare', async () => {
    const found = await casesOf(
      'a.test.ts',
      `test('refuses', () => { expect(() => parse('')).toThrow(); });
test('takes a number', () => { parse('1'); });
test('does not throw on nothing', () => { f(); });
test('calls', () => { f(); });
`,
    );
    expect(Object.values(found)).toEqual([
      { asserts: true },
      { asserts: true },
      { asserts: true },
      { asserts: false },
    ]);
  });

  it('are alone by .only, except where the runner does not look at it', async () => {
    const text = "it.only('x', () => { expect(f()).toBe(1); });\n";
    expect(await casesOf('a.test.js', text)).toEqual({ x: { focused: 'it.only', asserts: true } });
    expect(await casesOf('a.test.js', `import { it } from 'node:test';\n${text}`)).toEqual({
      x: { asserts: true },
    });
  });
});

describe('tests of Python', () => {
  it('are those that pytest and unittest collect', async () => {
    const { of } = await read({
      'tests/test_a.py': `import unittest
import pytest

class TestCards:
    def test_adds(self):
        assert add(1) == 2

class CardCase(unittest.TestCase):
    @unittest.skip("slow")
    def test_reads(self):
        self.assertEqual(read(), 1)

class CheckCards:
    def test_lost(self):
        assert add(1) == 2

class Shared:
    def test_shared(self):
        assert add(1) == 2

class TestShared(Shared):
    pass

@pytest.mark.skipif(True, reason="never")
def test_never():
    assert add(1) == 2

def test_when_possible():
    if not possible():
        pytest.skip("not here")
    assert add(1) == 2

def test_pair():
    assert (add(1) == 3, "wrong")
`,
      'tests/helpers.py': 'def test_data():\n    return 1\n',
    });
    const file = of('tests/test_a.py')!;
    const cases = file['tests'] as readonly Record<string, unknown>[];
    expect(
      cases.map(({ name, skipped, onlyIf, isConstant }) => [name, skipped ?? onlyIf ?? isConstant]),
    ).toEqual([
      ['TestCards.test_adds', undefined],
      ['CardCase.test_reads', 'unittest.skip'],
      ['test_never', 'pytest.mark.skipif'],
      ['test_when_possible', true],
      ['test_pair', true],
    ]);
    expect(file['uncollected']).toEqual([{ name: 'CheckCards' }]);
    expect(of('tests/helpers.py')).toBeUndefined();
  });

  it('are collected by other names where a setting says so', async () => {
    const text = 'class CheckCards:\n    def test_adds(self):\n        assert add(1) == 2\n';
    const uncollected = async (files: Readonly<Record<string, string>>) =>
      (await read({ 'tests/test_a.py': text, ...files })).of('tests/test_a.py')!['uncollected'];
    expect(await uncollected({})).toHaveLength(1);
    expect(await uncollected({ 'pytest.ini': '[pytest]\npython_classes = Check*\n' })).toEqual([]);
    expect(
      await uncollected({ 'pyproject.toml': '[tool.pytest.ini_options]\npython_classes = ["Check"]\n' }),
    ).toEqual([]);
  });
});

describe('coverage', () => {
  it('is asked for in settings of each kind, and told by reports', async () => {
    const { of } = await read({
      'vitest.config.ts':
        "import { defineConfig } from 'vitest/config';\nexport default defineConfig({ test: { coverage: { thresholds: { lines: 91, branches: LEAST } } } });\n",
      'setup.cfg': '[coverage:report]\nfail_under = 72.5\n',
      'src/app.py': 'X = 1\n',
      'coverage.xml':
        '<coverage lines-valid="200" lines-covered="150" line-rate="0.75" timestamp="1767880000">\n<sources><source>/build/src</source></sources>\n<class filename="app.py" name="app.py"/>\n</coverage>\n',
    });
    expect(of('vitest.config.ts lines')).toMatchObject({ by: 'vitest', least: 91 });
    expect(of('vitest.config.ts branches')).toMatchObject({ least: 'unknown' });
    expect(of('setup.cfg lines')).toMatchObject({ by: 'coverage.py', least: 72.5 });
    expect(of('coverage.xml')).toMatchObject({ lines: 75, share: 100, date: '2026-01-08' });
  });
});

describe('migrations', () => {
  it('have the same place only where nothing says which comes first', async () => {
    const { of, addresses } = await read({
      'db/V1__users.sql': 'SELECT 1;\n',
      'db/V1.1__cards.sql': 'SELECT 1;\n',
      'prisma/migrations/20240101000000_users/migration.sql': 'SELECT 1;\n',
      'migrations/0001_a.up.sql': 'SELECT 1;\n',
      'migrations/0001_a.down.sql': 'SELECT 1;\n',
      'migrations/1_b.sql': '-- nothing\n',
      'shop/migrations/0001_first.py': 'class Migration(migrations.Migration):\n    dependencies = []\n',
      'shop/migrations/0002_a.py':
        "class Migration(migrations.Migration):\n    dependencies = [('shop', '0001_first')]\n",
      'shop/migrations/0002_b.py':
        "class Migration(migrations.Migration):\n    dependencies = [('shop', '0001_first')]\n",
      'shop/migrations/0003_merge.py':
        "class Migration(migrations.Migration):\n    dependencies = [('shop', '0002_a'), ('shop', '0002_b')]\n",
      'versions/index.py': 'X = 1\n',
    });
    expect(addresses).toEqual(['db', 'migrations', 'prisma/migrations', 'shop/migrations']);
    expect(of('db')!['files']).toEqual([
      { name: 'V1.1__cards.sql', order: '1.1' },
      { name: 'V1__users.sql', order: '1' },
    ]);
    expect(of('migrations')!['files']).toEqual([
      { name: '0001_a.up.sql', order: '1', besides: '1_b.sql' },
      { name: '1_b.sql', order: '1', besides: '0001_a.up.sql', isEmpty: true },
    ]);
    expect(JSON.stringify(of('shop/migrations'))).not.toContain('besides');
  });

  it('have a place whatever they put in', async () => {
    const of = (revision: string, before: string, more = '') =>
      `revision = "${revision}"\ndown_revision = ${before}\n${more}`;
    const { of: fact } = await read({
      'db/env.py': 'X = 1\n',
      'db/versions/a.py': of('a', 'None'),
      'db/versions/b.py': of('b', '"a"', `PICTURE = "${'0a'.repeat(2000)}"\n`),
      'db/versions/c.py': of('c', '"b"'),
    });
    expect(fact('db/versions')!['files']).toEqual([
      { name: 'a.py', order: 'a' },
      { name: 'b.py', order: 'b' },
      { name: 'c.py', order: 'c' },
    ]);
  });
});

describe('Dockerfiles', () => {
  it('tell bases with their arguments, stages of their own apart, and what stays of the last stage', async () => {
    const { of } = await read({
      Dockerfile: `# escape
ARG VERSION=24
FROM node:\${VERSION}-alpine AS build
ARG NPM_TOKEN
RUN npm ci \\
  # a comment
  && npm run build
RUN <<EOF
FROM nothing
EOF
FROM build AS tested
FROM registry.example:5000/base@sha256:0011
ENV DB_PASSWORD="kT9vQ2mXw7Lp" API_TOKEN=\${API_TOKEN} LOG=1
ENV SECRET_KEY changeme
COPY --from=build /app /app
USER 1000:1000
`,
      'docker/dev/Dockerfile': 'FROM node\n',
    });
    expect(of('Dockerfile')).toEqual({
      path: 'Dockerfile',
      stages: 3,
      bases: [
        { image: 'node:24-alpine', tag: '24-alpine' },
        { image: 'registry.example:5000/base@sha256:0011', digest: 'sha256:0011', isLast: true },
      ],
      user: '1000:1000',
      secrets: [{ name: 'DB_PASSWORD', how: 'environment' }],
    });
    expect(of('docker/dev/Dockerfile')).toMatchObject({ isForDevelopment: true });
  });
});

describe('API documents', () => {
  it('are known by what they say, whatever they are called', async () => {
    const { of, notSeen, addresses } = await read({
      'docs/service.json':
        '{ "swagger": "2.0", "info": { "title": "A", "version": "1" }, "basePath": "/v1/", "paths": { "/a": { "get": {} } } }',
      'api.yaml': 'openapi: 3.1.0\npaths: [\n',
      'schema.graphql': 'type Query { card(id: ID!): String }\n',
      'queries.graphql': 'query Card { card(id: 1) }\n',
      'values.yaml': 'api: 1\n',
    });
    expect(of('docs/service.json')).toMatchObject({
      format: 'swagger',
      operations: [{ method: 'GET', path: '/a', full: '/v1/a' }],
      problems: [{ what: 'responses of GET /a' }],
    });
    expect(of('schema.graphql')).toMatchObject({ operations: [{ method: 'Query', path: 'card' }] });
    expect(addresses).toEqual(['docs/service.json', 'schema.graphql']);
    expect(notSeen).toEqual(['api.yaml']);
  });
});

describe('load tests', () => {
  it('are told by tool, with what they ask for and whether they can fail', async () => {
    const { of } = await read({
      'locustfile.py':
        'from locust import HttpUser, task\n\nclass User(HttpUser):\n    @task\n    def cards(self):\n        self.client.get("/cards")\n',
      'load/plan.jmx':
        '<jmeterTestPlan>\n<stringProp name="HTTPSampler.path">/cards</stringProp>\n<DurationAssertion/>\n</jmeterTestPlan>\n',
      'scripts/load.sh':
        'if true; then\n  npx artillery@2.0.1 quick -n 5 "https://$HOST/cards?x=1"\nfi\n# ab http://x/y\n',
      'lib/part.js': "import { check } from 'k6';\nexport const ok = (r) => check(r, {});\n",
    });
    expect(of('locustfile.py')).toMatchObject({
      tool: 'locust',
      hasThresholds: false,
      calls: [{ method: 'GET', path: '/cards' }],
    });
    expect(of('load/plan.jmx')).toMatchObject({
      tool: 'jmeter',
      hasThresholds: true,
      calls: [{ path: '/cards' }],
    });
    expect(of('scripts/load.sh')).toMatchObject({ tool: 'artillery', calls: [{ path: '/cards' }] });
    expect(of('lib/part.js')).toBeUndefined();
  });
});

describe('tests in languages that are not parsed', () => {
  const go = (body: string, imports = '"testing"') => `package rules\n\nimport (\n${imports}\n)\n\n${body}\n`;
  /** What keeps tests from running, and others. */
  const marks = async (file: string, text: string, others: Readonly<Record<string, MemoryFile>> = {}) => {
    const { of } = await read({ [file]: text, ...others });
    const cases = of(file)?.['tests'] as readonly Record<string, unknown>[];
    return Object.fromEntries(
      cases.map(({ name, skipped, focused }) => [name, skipped ?? focused ?? 'runs']),
    ) as Readonly<Record<string, unknown>>;
  };

  it('are named and marked as Go writes them', async () => {
    const text = go(
      `func TestAll(t *testing.T) { /* } t.Skip() */ if sum() != 3 { t.Error("t.Skip() {") } }
func TestLater(t *testing.T) {
	t.Skip("later")
}
func TestShort(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
}
func TestBehind(t *testing.T) {
	skipWithoutDatabase(t)
}
func Testable() {}
func (s *server) TestOfNobody() {}
func skipWithoutDatabase(t *testing.T) {}`,
    );
    expect(await marks('rules_test.go', text.replace(/^func skipW.*$/m, ''))).toEqual({
      TestAll: 'runs',
      TestLater: 't.Skip',
      TestShort: 'unknown',
      TestBehind: 'unknown',
    });
    expect((await read({ 'rules_test.go': go('func help() {}') })).addresses).toEqual([]);
    const { of } = await read({ 'rules_test.go': `//go:build slow\n\n${go('func TestA(t *testing.T) {}')}` });
    expect(of('rules_test.go')).toMatchObject({
      tests: [{ skipped: 'unknown', asserts: 'unknown' }],
      count: 1,
    });
  });

  it('may be focused by ginkgo alone', async () => {
    const ginkgo = (body: string) => go(body, '\t. "github.com/onsi/ginkgo/v2"');
    const spec = 'var _ = Describe("prices", func() { It("adds", func() {}) })';
    expect(await marks('a_test.go', ginkgo(spec))).toEqual({ adds: 'runs' });
    expect(await marks('a_test.go', ginkgo(spec.replace('It(', 'FIt(')))).toEqual({ adds: 'FIt' });
    expect(await marks('a_test.go', ginkgo(spec.replace('Describe(', 'FDescribe(')))).toEqual({
      adds: 'FDescribe',
    });
    expect(await marks('a_test.go', ginkgo(spec.replace('"adds", ', '"adds", Focus, ')))).toEqual({
      adds: 'unknown',
    });
  });

  it('are left out as JUnit and TestNG write it', async () => {
    const java = (framework: string, body: string) => `package shop;\n\nimport ${framework};\n\n${body}\n`;
    const junit = java(
      'org.junit.jupiter.api.*',
      `class PricesTest {
  @Test
  void adds() { assertEquals(3, sum()); }
  @Test @Disabled("flaky")
  void waits() { }
  @DisabledOnOs(OS.MAC)
  @Test
  public void elsewhere() { }
  // @Disabled
  @ParameterizedTest
  @ValueSource(strings = { "a", "}" })
  void each(String one) { }
  @Disabled
  @Nested
  class Old { @Test void gone() { } }
}`,
    );
    expect(await marks('src/test/java/shop/PricesTest.java', junit)).toEqual({
      adds: 'runs',
      waits: '@Disabled',
      elsewhere: 'unknown',
      each: 'runs',
      gone: '@Disabled',
    });
    const testng = java(
      'org.testng.annotations.Test',
      `public class HomeTests extends Base {
  @Test(description = "enabled = false") public void home() { }
  @Test(enabled = false) public void old() { }
}`,
    );
    const base = { 'src/test/java/shop/Base.java': 'package shop;\npublic class Base { }\n' };
    expect(await marks('src/test/java/shop/HomeTests.java', testng, base)).toEqual({
      home: 'runs',
      old: 'enabled = false',
    });
    expect(await marks('src/test/java/shop/HomeTests.java', testng)).toMatchObject({ home: 'unknown' });
    expect(
      await marks(
        'PricesTest.kt',
        'import kotlin.test.Test\nclass PricesTest {\n  @Test\n  fun `adds up`() { }\n}\n',
      ),
    ).toEqual({ 'adds up': 'runs' });
    const kotlin = (above: string) => `import org.junit.jupiter.api.Test

class PricesTest(private val all: Store)${above} {
  @Test
  fun \`doesn't add {twice}\`() { add("\${all["x"]}") }
}
`;
    const named = "doesn't add {twice}";
    expect(await marks('PricesTest.kt', kotlin(''))).toEqual({ [named]: 'runs' });
    expect(await marks('PricesTest.kt', kotlin(' : Closeable'))).toEqual({ [named]: 'runs' });
    expect(await marks('PricesTest.kt', kotlin(' : Closeable, BaseTest()'))).toEqual({ [named]: 'unknown' });
    // Of frameworks with marks of their own nothing is told.
    expect(
      await marks('PricesSpec.kt', 'import io.kotest.core.spec.style.StringSpec\nclass P : StringSpec()'),
    ).toEqual({});
  });

  it('are left out as xUnit, NUnit and MSTest write it', async () => {
    const xunit = `using Xunit;
namespace Shop;
public class PricesTests : IClassFixture<Store>
{
    private readonly int[] all = [1, 2];
    [Fact]
    public void Adds() => Assert.Equal("[Fact(Skip = \\"x\\")]", Sum(all[0]));
    [Fact(Skip = "later")]
    public async Task Waits() await Later(@"a ""quoted"" \\"); 
    [Theory, Trait("kind", "slow")]
    [InlineData(1)]
    public void Each(int one) 
}
`;
    expect(await marks('Shop.Tests/PricesTests.cs', xunit)).toEqual({
      Adds: 'runs',
      Waits: 'Skip',
      Each: 'runs',
    });
    const nunit = `using NUnit.Framework;
public class PricesTests {
    [Test] public void Adds() { }
    [Test, Ignore("flaky")] public void Waits() { }
    [Test, Explicit] public void Asked() { }
}
`;
    expect(await marks('PricesTests.cs', nunit)).toEqual({
      Adds: 'runs',
      Waits: '[Ignore]',
      Asked: 'unknown',
    });
    expect(
      await marks('PricesTests.cs', nunit.replace('PricesTests {', 'PricesTests : Base {')),
    ).toMatchObject({
      Adds: 'unknown',
    });
    const conditional = nunit
      .replace('[Test] public', '#if SLOW\n    [Test] public')
      .replace('{ }\n', '{ }\n#endif\n');
    expect(await marks('PricesTests.cs', conditional)).toEqual({});
    const skippable = 'using Xunit;\npublic class ATests {\n    [SkippableFact] public void A() { }\n}\n';
    expect(await marks('ATests.cs', skippable)).toEqual({});
  });

  it('drive a browser where their project asks for one and for no other client', async () => {
    const project = (more = '') => ({
      'browser/build.gradle': `dependencies {\n  compile "org.seleniumhq.selenium:selenium-java:3.141.59"\n  compile "org.testng:testng:6.10"\n${more}}\n`,
      'browser/src/test/java/HomeTests.java':
        'import org.testng.annotations.Test;\n\npublic class HomeTests { @Test public void home() { } }\n',
    });
    const kind = async (files: Readonly<Record<string, MemoryFile>>) =>
      (await read(files)).of('browser/src/test/java/HomeTests.java')?.['kind'];
    expect(await kind(project())).toBe('end-to-end');
    expect(await kind(project('  compile "io.rest-assured:rest-assured:5.5.0"\n'))).toBe('unknown');
  });

  it('ask for no route where nothing that they use can', async () => {
    const aims = async (files: Readonly<Record<string, MemoryFile>>) =>
      (await read({ 'go.mod': 'module example.com/shop\n', ...files })).of('rules/a_test.go')?.['aims'];
    const test = go('func TestA(t *testing.T) { prices.Sum() }', '"testing"\n\t"example.com/shop/prices"');
    const prices = { 'prices/prices.go': 'package prices\n\nfunc Sum() int { return 3 }\n' };
    const list = async (files: Readonly<Record<string, MemoryFile>>) => {
      const { resources } = await collectRepositoryRoot(
        await openRepository(memoryFileSystem({ 'go.mod': 'module example.com/shop\n', ...files }), '/repo'),
        { name: undefined, because: '', known: [] },
        [],
        READERS,
      );
      const value = resources[0]!.properties.members.get('aims');
      return value?.kind === 'list' && value.open === undefined ? 'none' : 'open';
    };
    expect(await aims({ 'rules/a_test.go': test, ...prices })).toEqual([]);
    expect(await list({ 'rules/a_test.go': test, ...prices })).toBe('none');
    expect(await list({ 'rules/a_test.go': test })).toBe('open');
    const client = 'package rules\n\nimport "net/http"\n\nfunc get(path string) { http.Get(path) }\n';
    expect(await list({ 'rules/a_test.go': test, 'rules/help_test.go': client, ...prices })).toBe('open');
    const calling = 'package prices\n\nimport "net/http"\n\nfunc Sum() int { return http.StatusOK }\n';
    expect(await list({ 'rules/a_test.go': test, 'prices/prices.go': calling })).toBe('open');
    expect(
      await list({
        'rules/a_test.go': test.replace('"testing"', '"testing"\n\t"example.org/api"'),
        ...prices,
      }),
    ).toBe('open');
  });
});
