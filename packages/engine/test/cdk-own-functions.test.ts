import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessRepository } from '../src/index.ts';
import { readSource } from './support/cdk-source.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/*
 * Constructs of the library make functions for themselves, which run no code of the repository. That no other is hidden is only
 * said where each place of the program that may make one was followed, with all that it is made with.
 */
const app = (top: string, body: string, members = '') => `
import { App, CfnResource, CustomResourceProvider, Lazy, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Provider } from 'aws-cdk-lib/custom-resources';
import * as triggers from 'aws-cdk-lib/triggers';
import { readdirSync } from 'node:fs';
${top}
class Jobs extends Stack {
  constructor(scope: App, id: string) { super(scope, id); new sqs.Queue(this, 'Q'); ${body} }
  ${members}
}
new Jobs(new App(), 'Jobs');`;
const MAKE = "make(name: string) { return new NodejsFunction(this, name, { entry: name + '.ts' }); }";
const ONE = "new NodejsFunction(this, 'F', { entry: 'a.ts' });";

const readFiles = (files: Readonly<Record<string, string>>) =>
  readSource(
    '/repo',
    undefined,
    memoryFileSystem({
      'cdk.json': '{ "app": "tsx app.ts" }',
      'package.json': '{ "dependencies": { "aws-cdk-lib": "2.276.0" } }',
      ...files,
    }),
  );

async function placeOf(source: string, more: Readonly<Record<string, string>> = {}) {
  const { notSeen } = await readFiles({ 'app.ts': source, ...more });
  return notSeen.find((place) => place.beyond !== true);
}

/** Functions whose code the library brings along, by what it calls them. */
const OF_LIBRARY =
  /\/(?:@aws-cdk--aws-dynamodb\.ReplicaProvider|AWS[0-9a-f]{32}|BucketNotificationsHandler[0-9a-f]{32}|LogRetention[0-9a-f]{32}|DrainECSHook|EvalFunction|framework-\w+|[\w.]*(?:Custom::\w+|TriggerCustomResourceProvider\w*))(?:\/|$)/;

describe('what constructs make by default holds no functions but helpers of the library', () => {
  it.each<[string, string, string, string?]>([
    ['where the one that is written was followed', '', ONE],
    [
      'where its logs are kept by the library',
      '',
      ONE.replace("'a.ts'", "'a.ts', logRetention: logs.RetentionDays.ONE_DAY"),
    ],
    [
      'where it is handed to the library',
      '',
      `new apigateway.LambdaRestApi(this, 'R', { handler: ${ONE.slice(0, -1)} });`,
    ],
    ['where the library calls it', '', `new Provider(this, 'P', { onEventHandler: ${ONE.slice(0, -1)} });`],
    ['where a method makes each', '', "this.make('a'); this.make('b');", MAKE],
    ['where a list says which', '', "for (const name of ['a', 'b']) this.make(name);", MAKE],
    [
      'where a list is mapped',
      '',
      'const all = { a: 1, b: 2 }; Object.keys(all).forEach((name) => this.make(name));',
      MAKE,
    ],
    ['where a switch decides', '', "if (process.env.ON) this.make('a'); else this.make('b');", MAKE],
    [
      'where a class makes it',
      "class Own extends NodejsFunction { constructor(s: any, id: string) { super(s, id, { entry: id + '.ts' }); } }",
      "new Own(this, 'F');",
    ],
    [
      'where a name of its own holds what a method makes',
      '',
      'this.list();',
      "list() { const list = new NodejsFunction(this, 'F', { entry: 'a.ts' }); new apigateway.LambdaIntegration(list); }",
    ],
    ['where there is none', '', ''],
  ])('%s', async (_, top, body, members) => {
    expect((await placeOf(app(top, body, members)))?.helpersOnly).toEqual(['AWS::Lambda::Function']);
    // Functions there are all the same.
    if (body !== '')
      expect((await placeOf(app(top, body, members)))?.holds).toContain('AWS::Lambda::Function');
  });
});

describe('what constructs make by default may hold functions of the program', () => {
  it.each<[string, string, string, string?]>([
    [
      'a function that runs once',
      '',
      'new lambda.SingletonFunction(this, "S", { uuid: "u", runtime: lambda.Runtime.NODEJS_22_X, handler: "a.b", code: lambda.Code.fromAsset("c") });',
    ],
    [
      'a trigger',
      '',
      'new triggers.TriggerFunction(this, "S", { runtime: lambda.Runtime.NODEJS_22_X, handler: "a.b", code: lambda.Code.fromAsset("c") });',
    ],
    [
      'a function at the edge',
      '',
      'new cloudfront.experimental.EdgeFunction(this, "S", { runtime: lambda.Runtime.NODEJS_22_X, handler: "a.b", code: lambda.Code.fromAsset("c") });',
    ],
    [
      'a provider of its own',
      '',
      "CustomResourceProvider.getOrCreate(this, 'Custom::X', { codeDirectory: 'c', runtime: 'nodejs22.x' as any });",
    ],
    ['a resource without a class', '', "new CfnResource(this, 'R', { type: 'AWS::Lambda::Function' });"],
    [
      'one for each of a list that is not known',
      '',
      `for (const one of JSON.parse(process.env.ALL!)) ${ONE}`,
    ],
    ['one for each file', '', "readdirSync('jobs').forEach((name) => this.make(name));", MAKE],
    ['a loop that counts', '', "for (let i = 0; i < 3; i++) this.make('f' + i);", MAKE],
    [
      'a count beside what a loop goes over',
      '',
      "let i = 0; for (const one of JSON.parse(process.env.ALL!)) { this.make('f' + i); i++; }",
      MAKE,
    ],
    ['what is called later', '', "setTimeout(() => this.make('a'), 0);", MAKE],
    [
      'a method that is taken by a name that is not known',
      '',
      "this.make('a'); const method = (this as any)[process.env.KIND!]; method('b');",
      MAKE,
    ],
    ['a method of what is not known', '', "this.make('a'); (globalThis as any).jobs.make('b');", MAKE],
    ['a method that is handed on', '', "this.make('a'); const by: any = { x: this.make }; void by;", MAKE],
    [
      'a class among others',
      '',
      "const kinds: any = { n: NodejsFunction }; new kinds[process.env.KIND!](this, 'F', { entry: 'a.ts' });",
    ],
    [
      'a class of the program among others',
      'class Own extends NodejsFunction {}',
      "new Own(this, 'F', { entry: 'a.ts' }); const kinds: any = { o: Own }; new kinds[process.env.KIND!](this, 'G');",
    ],
    [
      'a class that is bound',
      '',
      "const Bound = NodejsFunction.bind(null, this as any, 'F'); new (Bound as any)({ entry: 'a.ts' });",
    ],
    [
      'a class that is extended in other words',
      'class Own extends (NodejsFunction as any) {}',
      'const o: any = { get f() { return new Own(); } }; o.f;',
    ],
    [
      'a class under another name',
      'const Fn = NodejsFunction;',
      "const o: any = { get f() { return new Fn(null as any, 'G', {}); } }; o.f;",
    ],
    [
      'an import under another name',
      "import { NodejsFunction as Fn } from 'aws-cdk-lib/aws-lambda-nodejs';",
      "const o: any = { get f() { return new Fn(null as any, 'G', {}); } }; o.f;",
    ],
    [
      'a method that is taken out',
      '',
      "this.make('a'); const { make } = this; const o: any = { get f() { return make.call(null, 'b'); } }; o.f;",
      MAKE,
    ],
    [
      'a function that is given back',
      "const maker = (s: any) => (n: string) => new NodejsFunction(s, n, { entry: n + '.ts' });",
      "const one = maker(this); one('a'); const o: any = { one, get f() { return this.one('b'); } }; o.f;",
    ],
    [
      'a function that is handed on',
      "function make(s: any, n: string) { return new NodejsFunction(s, n, { entry: n + '.ts' }); }",
      "make(this, 'a'); const o: any = { make, get f() { return this.x(this, 'b'); } }; o.x = o.make; o.f;",
    ],
    ['a getter', '', "const o: any = { s: this, get f() { return this.s.make('a'); } }; o.f;", MAKE],
    [
      'a setter',
      "class K { set s(v: any) { new NodejsFunction(v, 'F', { entry: 'a.ts' }); } }",
      'new K().s = this;',
    ],
    [
      'a static block',
      "class K { static { new NodejsFunction(new Stack(), 'F', { entry: 'a.ts' }); } }",
      'void K;',
    ],
    [
      'a field',
      "class K { constructor(public s: any) {} f = new NodejsFunction(this.s, 'F', { entry: 'a.ts' }); }",
      'new K(this);',
    ],
    [
      'a decorator',
      "function made(c: any) { new NodejsFunction(new Stack(), 'F', { entry: 'a.ts' }); return c; } @made class K {}",
      'void K;',
    ],
    [
      'a text that is asked for',
      '',
      "const o = { toString: () => { this.make('a'); return ''; } }; `${o}`;",
      MAKE,
    ],
    [
      'what goes over itself',
      '',
      "const o: any = { [Symbol.iterator]: () => { this.make('a'); return { next: () => ({ done: true }) }; } }; for (const x of o) void x;",
      MAKE,
    ],
    [
      'what the library asks for later',
      '',
      "Lazy.string({ produce: () => { this.make('a'); return ''; } });",
      MAKE,
    ],
    [
      'what the library checks later',
      '',
      "this.node.addValidation({ validate: () => { this.make('a'); return []; } });",
      MAKE,
    ],
    ['a place that is not known', '', "new NodejsFunction((globalThis as any).x, 'F', { entry: 'a.ts' });"],
    ['what is never called here', '', '', MAKE],
    ['a branch that is not taken here', '', "if (1 > 2) this.make('a');", MAKE],
    [
      'values that are called',
      '',
      "const o: any = { one: (n: string) => this.make(n) }; o.one('a'); class G { get z() { return Object.values(o).map((f: any) => f('b')); } } new G().z;",
      MAKE,
    ],
  ])('with %s', async (_, top, body, members) => {
    const place = await placeOf(app(top, body, members));
    expect(place?.helpersOnly).toBeUndefined();
    expect(place?.holds).toContain('AWS::Lambda::Function');
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    [
      'a package that is not known',
      { 'app.ts': app("import { makeThings } from 'things';", `makeThings(this); ${ONE}`) },
    ],
    [
      'constructs of a package',
      { 'app.ts': app("import { Things } from 'things';", `new Things(this, 'T'); ${ONE}`) },
    ],
    [
      'a file that is not here',
      { 'app.ts': app("import { things } from './things';", `things(this); ${ONE}`) },
    ],
    ['a version that is not known', { 'package.json': '{ "dependencies": { "aws-cdk-lib": "^2.1.0" } }' }],
    ['a version that was not read', { 'package.json': '{ "dependencies": { "aws-cdk-lib": "2.999.0" } }' }],
    [
      'a member that is called by a computed name',
      { 'app.ts': app('', "this.make('a'); (this as any)[process.env.X!]('b');", MAKE) },
    ],
  ])('with %s, and more beside', async (_, files) => {
    const place = await placeOf(app('', ONE), files);
    expect(place?.helpersOnly).toBeUndefined();
    expect(place?.holds).toBeUndefined();
  });

  it('with a part in Python', async () => {
    const python = {
      'cdk.json': '{ "app": "python app.py" }',
      'requirements.txt': 'aws-cdk-lib==2.276.0',
      'app.py':
        'from aws_cdk import App, Stack, aws_sqs as sqs\napp = App()\nstack = Stack(app, "S")\nsqs.Queue(stack, "Q")\n',
    };
    const place = await placeOf('', python);
    expect(place?.holds).toContain('AWS::SQS::Queue');
    expect(place?.helpersOnly).toBeUndefined();
  });
});

const programs = JSON.parse(
  readFileSync(join(import.meta.dirname, 'oracles/cdk-types.json'), 'utf8'),
) as Readonly<Record<string, { readonly source: string; readonly functions: readonly string[] }>>;

describe('of what was synthesized', () => {
  it('no function was missed in a program of which it is said that all are seen, but helpers', async () => {
    let said = 0;
    for (const [name, { source, functions }] of Object.entries(programs)) {
      const { notSeen, resources } = await readFiles({ 'app.ts': source });
      if (notSeen.every(({ helpersOnly }) => helpersOnly === undefined)) continue;
      said++;
      const seen = new Set(resources.map(({ address }) => address));
      const missed = functions.filter((path) => !seen.has(path) && !OF_LIBRARY.test(path));
      expect(missed, name).toEqual([]);
    }
    expect(said).toBeGreaterThan(20);
  });
});

describe('code that no function runs', () => {
  const outcomes = async (source: string, more: Readonly<Record<string, string>> = {}) => {
    const { assessment } = await assessRepository({
      path: '/repo',
      fileSystem: memoryFileSystem({
        'cdk.json': '{ "app": "tsx app.ts" }',
        'package.json': '{ "dependencies": { "aws-cdk-lib": "2.276.0", "pg": "8.0.0" } }',
        'app.ts': source,
        'a.ts': 'export const handler = async () => ({ statusCode: 200 });\n',
        'b.ts':
          'import { Client } from \'pg\';\nconst client = new Client();\nexport const handler = async (event: any) => client.query("SELECT * FROM jobs WHERE id = \'" + event.body + "\'");\n',
        ...more,
      }),
      now: new Date('2026-11-21T12:00:00Z'),
    });
    const found = assessment.outcomes.filter(({ check }) => check === 'sql-parameterised');
    return found.map(({ outcome }) => outcome);
  };
  const kept = ONE.replace("'a.ts'", "'a.ts', logRetention: logs.RetentionDays.ONE_DAY");

  it('is not asked where the library makes functions for itself', async () => {
    expect(await outcomes(app('', kept))).toEqual(['not-applicable']);
  });

  it('is asked where one runs it', async () => {
    expect(await outcomes(app('', `${kept} ${ONE.replace("'F'", "'G'").replace('a.ts', 'b.ts')}`))).toEqual([
      'fail',
    ]);
  });

  it.each<[string, string, Readonly<Record<string, string>>?]>([
    ['a package is handed the stack', app("import { things } from 'things';", `${kept} things(this);`)],
    ['a file is not here', app("import { things } from './things';", `${kept} things(this);`)],
    [
      'another version is used',
      app('', kept),
      { 'package.json': '{ "dependencies": { "aws-cdk-lib": "2.999.0" } }' },
    ],
    ['nothing says which version is used', app('', kept), { 'package.json': '{}' }],
    [
      'a function is made whose code is not known',
      app('', `${kept} new NodejsFunction(this, 'G', { entry: process.env.ENTRY! });`),
    ],
    [
      'the program is cut off',
      `${app('', kept)}\nclass More extends Stack { constructor(s: any) { super(s, 'M'); new Nodejs`,
    ],
    ['the program holds a conflict', `<<<<<<< ours\n${app('', kept)}\n=======\n>>>>>>> theirs\n`],
    [
      'a trigger is made',
      app(
        '',
        `${kept} new triggers.TriggerFunction(this, 'G', { runtime: lambda.Runtime.NODEJS_22_X, handler: 'b.handler', code: lambda.Code.fromAsset('.') });`,
      ),
    ],
    [
      'a getter makes one',
      app('', `${kept} const o: any = { s: this, get f() { return this.s.make('b'); } }; o.f;`, MAKE),
    ],
  ])('is left open where %s', async (_, source, more) => {
    expect(new Set(await outcomes(source, more))).toEqual(new Set(['unknown']));
  });
});
