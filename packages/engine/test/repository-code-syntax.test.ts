import { describe, expect, it } from 'vitest';
import { isOfItem } from '../src/collect/repository/code/names/items.ts';
import { environmentReads } from '../src/collect/repository/code/syntax/environment.ts';
import { parseModule } from '../src/collect/repository/code/syntax/parse.ts';
import type { Expression, SourceModule } from '../src/collect/repository/code/syntax/source-module.ts';

async function read(file: string, text: string): Promise<SourceModule> {
  const module = await parseModule(file, text);
  if (module === undefined) throw new Error(`${file} was not read`);
  return module;
}

const ts = (text: string) => read('a.ts', text);
const py = (text: string) => read('a.py', text);
const paths = (module: SourceModule) => module.calls.map(({ path }) => path);

/** An expression as short as a person would write it. */
function said(module: SourceModule, value: Expression | undefined): unknown {
  switch (value?.kind) {
    case 'literal':
      return value.value;
    case 'name':
      return `<${value.name}>`;
    case 'member':
      return `${said(module, value.of)}.${value.name}`;
    case 'object':
      return Object.fromEntries(value.members.map((m) => [m.name, said(module, m.value)]));
    case 'list':
      return value.items.map((item) => said(module, item));
    case 'call':
      return `${module.calls[value.call]?.path}(…)`;
    case 'text':
      return module.texts[value.text]!.parts.map((p) =>
        typeof p === 'string' ? p : `{${said(module, p)}}`,
      ).join('');
    case 'choice':
    case 'both':
      return { [value.kind]: value.of.map((one) => said(module, one)) };
    case 'compare':
      return [said(module, value.left), value.operator, said(module, value.right)];
    case 'not':
      return { not: said(module, value.of) };
    case 'module':
      return `module ${value.module}`;
    default:
      return value?.kind;
  }
}

describe('calls', () => {
  it('are paths of names that imports resolve', async () => {
    expect(
      paths(
        await ts(
          `import express, { Router as R } from 'express';\nimport * as jwt from 'jsonwebtoken';\nconst { verify } = require('./tokens');\nconst app = express();\nR().get('/', jwt.verify);\nexpress.Router().get('/x', () => app.listen(3000));\nthis.users.find(1)`,
        ),
      ),
    ).toEqual([
      'express',
      'express.Router().get',
      'express.Router',
      'express.Router().get',
      'express.Router',
      'app.listen',
      'this.users.find',
    ]);
    expect(
      paths(
        await py(
          'import boto3\nimport os.path as p\nfrom fastapi import APIRouter as A, Depends\nfrom .store import table\nr = A()\nboto3.client("s3").put_object(Body=1)\np.join("a")\ntable.get()\n',
        ),
      ),
    ).toEqual([
      'fastapi.APIRouter',
      'boto3.client().put_object',
      'boto3.client',
      'os.path.join',
      '.store.table.get',
    ]);
  });

  it('have arguments as small values, and the function that they stand in', async () => {
    const module = await ts(
      `async function load(id: string) {\n  await client.send(new Get({ Key: { id, n: -1 }, all: [true, null, ...rest], text: \`a\${id}b\` }), ...more);\n}`,
    );
    const [send, command] = module.calls;
    expect(send).toMatchObject({
      path: 'client.send',
      isAwaited: true,
      within: 0,
      at: { line: 2, column: 9 },
    });
    expect(send!.arguments.map(({ spread }) => spread)).toEqual([false, true]);
    expect(command).toMatchObject({ path: 'Get', isNew: true });
    expect(said(module, command!.arguments[0]!.value)).toEqual({
      Key: { id: '<id>', n: -1 },
      all: [true, null],
      text: 'a{<id>}b',
    });
    const python = await py('def load(id):\n    t.put(Item={"id": id, **more}, *rest, retries=3)\n');
    expect(python.calls[0]!.arguments.map(({ name, spread }) => [name, spread])).toEqual([
      ['Item', false],
      [undefined, true],
      ['retries', false],
    ]);
    expect(python.calls[0]!.arguments[0]!.value).toMatchObject({ kind: 'object', open: true });
  });

  it('of tagged templates keep their parts', async () => {
    const module = await ts('sql`SELECT * FROM t WHERE id = ${id}`');
    expect(module.texts[0]).toMatchObject({
      tag: { name: 'sql' },
      parts: ['SELECT * FROM t WHERE id = ', { name: 'id' }],
    });
  });
});

describe('functions and classes', () => {
  it('are named after what they become, with parameters and patterns', async () => {
    const { functions } = await ts(
      `export const a = async ({ body, user: { id } }: Request, n = 2) => body;\nfunction b(...rest) {}\nconst o = { c() {}, d: function () {} };\nexports.e = () => {};`,
    );
    expect(functions.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(functions[0]).toMatchObject({
      isAsync: true,
      gives: { kind: 'name', name: 'body' },
      parameters: [
        {
          type: 'Request',
          members: [
            { member: 'body', local: 'body' },
            { member: 'user.id', local: 'id' },
          ],
        },
        { name: 'n', otherwise: { value: 2 } },
      ],
    });
    expect(functions[1]!.parameters[0]).toMatchObject({ name: 'rest', rest: true });
  });

  it('have decorators with arguments in both languages', async () => {
    const module = await ts(
      `@Controller('cards')\nexport class Cards extends Base {\n  private table = new Table();\n  constructor(private readonly users: Users) {}\n  @Get(':id') @UseGuards(Signed)\n  async one(@Param('id') id: string, @Body() dto: Draft) {}\n}`,
    );
    const [cards] = module.classes;
    expect(cards).toMatchObject({ name: 'Cards', fields: [{ name: 'table' }], methods: [0, 1] });
    expect(cards!.decorators.map((d) => said(module, d))).toEqual(['Controller(…)']);
    expect(module.functions[1]!.decorators.map((d) => said(module, d))).toEqual(['Get(…)', 'UseGuards(…)']);
    expect(module.functions[0]!.parameters[0]).toMatchObject({ name: 'users', type: 'Users', kept: true });
    expect(module.functions[1]!.parameters.map((p) => p.decorators.map((d) => said(module, d)))).toEqual([
      ['Param(…)'],
      ['Body(…)'],
    ]);
    const python = await py(
      'class Card(BaseModel):\n    name: str = Field(max_length=3)\n\n@router.get("/x", response_model=Card)\nasync def one(id: int, user: Annotated[User, Depends(me)] = None, *args):\n    pass\n',
    );
    expect(python.classes[0]).toMatchObject({
      name: 'Card',
      fields: [{ name: 'name', type: 'str' }],
      bases: [{ name: 'BaseModel' }],
    });
    expect(python.functions[0]!.decorators.map((d) => said(python, d))).toEqual(['router.get(…)']);
    expect(python.functions[0]!.parameters).toMatchObject([
      { name: 'id' },
      { name: 'user', otherwise: { value: null } },
      { name: 'args', rest: true },
    ]);
    expect(paths(python)).toContain('Depends');
  });
});

describe('modules', () => {
  it('say what they export, whichever way it is written', async () => {
    const { exports } = await ts(
      `export const a = 1, { b } = c;\nexport default function d() {}\nexport { e as f };\nexport * from './g';\nexport { h } from './i';\nmodule.exports.j = 1;\nmodule.exports = k;`,
    );
    expect(exports.map(({ name, from }) => [name, from?.module])).toEqual([
      ['a', undefined],
      ['b', undefined],
      ['default', undefined],
      ['f', undefined],
      ['*', './g'],
      ['h', './i'],
      ['j', undefined],
      ['*', undefined],
    ]);
  });

  it('tell types from values in imports', async () => {
    const { imports } = await ts(
      `import type { A } from 'a';\nimport { type B, C } from 'b';\nimport 'c';\nimport D, * as E from 'd';`,
    );
    expect(imports.map(({ local, member, typeOnly }) => [local, member, typeOnly])).toEqual([
      ['A', 'A', true],
      ['B', 'B', true],
      ['C', 'C', false],
      [undefined, '*', false],
      ['D', 'default', false],
      ['E', '*', false],
    ]);
  });
});

describe('what code does', () => {
  it('is bound by place where a pattern leaves places out', async () => {
    const { bindings } = await ts(`const [, kind, /* of it */ id, , action] = path.split('/');`);
    expect(bindings.map(({ target, value }) => [target, value])).toMatchObject([
      [{ name: 'kind' }, { kind: 'index', index: { value: 1 } }],
      [{ name: 'id' }, { kind: 'index', index: { value: 2 } }],
      [{ name: 'action' }, { kind: 'index', index: { value: 4 } }],
    ]);
  });

  it('is bound, read, compared, thrown, caught and returned', async () => {
    const module = await ts(
      `const { A, B: b = 'x' } = process.env;\nlet table;\nfunction f(event) {\n  if (event.path === '/a' && !event.user) throw new Error('no');\n  switch (event.routeKey) { case 'GET /a': case 'GET /b': return one(); default: }\n  try { table = two() } catch (error) {}\n  return { statusCode: 200 };\n}`,
    );
    expect(module.bindings.map((b) => [said(module, b.target), said(module, b.value)])).toEqual([
      ['<A>', '<process>.env.A'],
      ['<b>', { choice: ['<process>.env.B', 'x'] }],
      ['<table>', null],
      ['<table>', 'two(…)'],
    ]);
    expect(module.branches.map(({ test }) => said(module, test))).toEqual([
      { both: [['<event>.path', '==', '/a'], { not: '<event>.user' }] },
      ['<event>.routeKey', '==', 'GET /a'],
      ['<event>.routeKey', '==', 'GET /b'],
    ]);
    expect(module.catches).toMatchObject([{ name: 'error', isEmpty: true }]);
    expect(module.throws.map(({ value }) => said(module, value))).toEqual(['Error(…)']);
    expect(module.returns.map(({ value }) => said(module, value))).toEqual(['one(…)', { statusCode: 200 }]);
    expect(module.reads.map(({ path }) => path)).toContain('event.routeKey');
    const python = await py(
      'def f(event):\n    if event["path"] == "/a" and x not in PUBLIC:\n        raise Bad("no") from None\n    match event.get("m"):\n        case "GET": pass\n    try:\n        go()\n    except (A, b.C) as problem:\n        pass\n    return {"statusCode": 200}\n',
    );
    expect(python.branches.map(({ test }) => said(python, test))).toEqual([
      {
        both: [
          ['<event>.path', '==', '/a'],
          ['<x>', 'not in', '<PUBLIC>'],
        ],
      },
      ['event.get(…)', '==', 'GET'],
    ]);
    expect(python.catches).toMatchObject([
      { name: 'problem', isEmpty: true, types: [{ name: 'A' }, { name: 'C' }] },
    ]);
    expect(python.throws.map(({ value }) => said(python, value))).toEqual(['Bad(…)']);
  });

  it('puts texts together', async () => {
    const script = await ts(
      `const q = 'SELECT ' + columns + ' FROM ' + \`\${table}\`;\nconst plain = 'a' + 'b\\n';`,
    );
    expect(said(script, script.bindings[0]!.value)).toBe('SELECT {<columns>} FROM {<table>}');
    expect(said(script, script.bindings[1]!.value)).toBe('ab\n');
    const python = await py(`a = f"x{y}z"\nb = "u %s" % v\nc = "one " "two"\nd = r"\\d"\n`);
    expect(python.bindings.map((b) => said(python, b.value))).toEqual([
      'x{<y>}z',
      'u %s{<v>}',
      'one two',
      '\\d',
    ]);
  });

  it('is written as elements with attributes', async () => {
    const { elements } = await read(
      'a.jsx',
      'const A = () => <div id="x" onClick={() => go()} {...rest}><b dangerouslySetInnerHTML={{ __html: t }} /></div>;',
    );
    expect(elements.map(({ name, open, attributes }) => [name, open, attributes.map((a) => a.name)])).toEqual(
      [
        ['div', true, ['id', 'onClick']],
        ['b', false, ['dangerouslySetInnerHTML']],
      ],
    );
  });

  it('reads variables of the environment', async () => {
    const script = await ts(
      `const { A } = process.env;\nconst b = process.env.B ?? 'b';\nf(process.env['C']!.split(','), process.env[name]);\nimport.meta.env.D`,
    );
    expect(environmentReads(script).map(({ name, otherwise }) => [name, said(script, otherwise)])).toEqual([
      ['A', undefined],
      ['B', 'b'],
      ['C', undefined],
      [undefined, undefined],
      ['D', undefined],
    ]);
    const python = await py(
      'import os\nfrom os import environ, getenv\na = os.environ["A"]\nb = environ.get("B", "x")\nc = getenv(name)\nd = environ[f"{x}"]\n',
    );
    expect(environmentReads(python).map(({ name }) => name)).toEqual(['A', undefined, 'B', undefined]);
  });
});

describe('what is called on something', () => {
  it.each([
    ['py', 'd["headers"].update(x)', true],
    ['py', 'd[kind].update(x)', true],
    ['py', 'd.headers.update(x)', false],
    ['py', 'd.update(x)', false],
    ['ts', 'd[kind].update(x)', true],
    ['ts', `d['headers'].update(x)`, false],
  ])('is what a list or a key leads to, in %s: %s', async (language, text, expected) => {
    const { calls } = await (language === 'py' ? py : ts)(text);
    expect(isOfItem(calls[0]!.callee)).toBe(expected);
  });
});

describe('what cannot be read', () => {
  it('is told with its place, and the rest is read', async () => {
    const module = await ts(`app.get('/a', one);\nconst = ;\napp.get('/b', two);`);
    expect(module.problems.length).toBeGreaterThan(0);
    expect(module.problems[0]!.line).toBe(2);
    expect(paths(module)).toEqual(['app.get', 'app.get']);
  });

  it.each([
    ['a.tsx', `const A = () => <a href="?a=1&b=2">Research & Development</a>;`],
    ['a.tsx', `const A = () => <p>Tom&Jerry&nbsp;</p>;`],
    ['a.jsx', `const A = () => <p>A & B</p>;`],
    ['a.jsx', `const A = () => <p>-> {one} => <b>two</b> > three</p>;`],
    ['a.tsx', `const A = () => (\n  <>\n    a > b\n  </>\n);`],
    ['a.ts', `const A = await f<typeof import('./x-y')>();`],
    ['a.ts', `function A(): B &\n  import('react').C<D> &\n  import('react').E<D> {}`],
    ['a.ts', `export type * as A from './a';`],
    ['a.ts', `class A<in out T, out U> {}`],
    ['a.tsx', 'const A = styled.div<{ wide: boolean }>`\\n  color: ${({ wide }) => (wide ? 1 : 2)};\\n`;'],
    [
      'a.tsx',
      'const A = styled.div.attrs<P>(a)<{\n  at: (of: string) => void;\n  of: Set<Map<B, C[]>>;\n}>`\\n`;',
    ],
    ['a.ts', 'const a = await sql<{ id: string; at: Array<{ b: Date }> }[]>`select 1`;'],
    ['a.ts', `a.b<string>?.();`],
    ['a.ts', `abstract class A {\n  protected abstract async load(): Promise<void>;\n}`],
    ['a.ts', `class A {\n  @property() accessor name = '';\n  static accessor at: number;\n}`],
    ['a.ts', `class A extends B {\n  name = 'x'\n  accessor = (p: P) => p.diet\n}`],
    ['a.tsx', `class A {\n  private accessor: (p: P) => string;\n  other = <b />;\n}`],
    ['a.ts', `class A {\n  accessor\n  static accessor?: string = 'a';\n  accessor!: string\n}`],
    ['a.ts', `interface A {\n  eq?: string\n  in?: string[]\n}`],
    ['a.ts', `interface A { eq: string; abstract?: string }`],
    ['a.ts', `const a: readonly (readonly [type: string, name: string])[] = [];`],
    ['a.ts', `let a: readonly (readonly [name: string, type?: string])[] | undefined;`],
    ['a.ts', `export type A = { on: (string) => Promise<void> | void; at: (any, number) => void };`],
  ])('is not what compilers take and the grammar does not: %s %s', async (file, text) => {
    const module = await read(file, `${text}\nrun(import('./later'));\n`);
    expect(module.problems).toEqual([]);
    expect(module.calls.at(-1)).toMatchObject({ path: 'run', at: { line: text.split('\n').length + 1 } });
  });

  it('is told where only some of it is such a form', async () => {
    const { problems } = await read('a.tsx', `const A = () => <p>A & B</p>;\nconst b = ;\n`);
    expect(problems).toMatchObject([{ line: 2 }]);
    const broken = await read('a.jsx', `const A = () => <p>-> B</p>;\nconst b = a > ;\n`);
    expect(broken.problems).toMatchObject([{ line: 2 }]);
  });

  it('is nested without end', async () => {
    const deep = 20_000;
    for (const text of [
      'f('.repeat(deep),
      '['.repeat(deep),
      `x${'.a()'.repeat(deep)}`,
      `'a'${"+'b'".repeat(deep)}`,
    ]) {
      const module = await parseModule('a.js', text);
      expect(module).toBeDefined();
    }
    expect((await py(`x = ${'('.repeat(5_000)}1${')'.repeat(5_000)}\n`)).problems.length).toBeGreaterThan(0);
  });

  it('has another ending, or is longer than people write', async () => {
    expect(await parseModule('a.go', 'package a')).toBeUndefined();
    expect(await parseModule('a.js', 'x;'.repeat(400_000))).toBeUndefined();
  });
});
