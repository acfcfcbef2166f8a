import { describe, expect, it } from 'vitest';
import { collectRepository } from '../src/index.ts';
import type { Value } from '../src/model/value.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/* Where code begins that a handler alone does not tell: constructs, images, packages that are made elsewhere. */

/** A value as plain data; what is not known, and the end of a list that may go on, as `?` with what decides it. */
function told(value: Value): unknown {
  if (value.kind === 'known') return value.value;
  if (value.kind === 'object') return Object.fromEntries([...value.members].map(([k, v]) => [k, told(v)]));
  if (value.kind === 'list')
    return [
      ...value.items.map(told),
      ...(value.open?.kind === 'unknown' ? [{ name: `? ${value.open.decidedBy}` }] : []),
    ];
  return value.kind === 'unknown' ? `? ${value.decidedBy}` : value.kind;
}

describe('code of constructs of the CDK whose source is read', () => {
  const STACK = (construct: string) => `import * as path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
class Api extends Stack {
  constructor(scope: App, id: string) {
    super(scope, id);
    ${construct}
  }
}
new Api(new App(), 'Api');
`;
  const filesOf = async (construct: string) => {
    const { roots } = await collectRepository({
      path: '/repo',
      roots: [],
      vars: new Map(),
      varFiles: [],
      params: new Map(),
      variables: {},
      now: new Date('2026-11-21T12:00:00Z'),
      fileSystem: memoryFileSystem({
        'infra/cdk.json': '{"app": "npx tsx bin/api.ts"}',
        'infra/package.json': '{"dependencies": {"aws-cdk-lib": "2.170.0"}}',
        'infra/bin/api.ts': STACK(construct),
        'infra/bin/api.Show.ts': 'export const handler = async () => 1;\n',
        'code/list.ts': "import { all } from './all';\nexport const run = async () => all();\n",
        'code/all.ts': 'export const all = () => [1];\n',
      }),
    });
    const fn = roots[0]!.resources.find(({ type }) => type === 'AWS::Lambda::Function')!;
    const code = fn.meta!.members.get('Code')!;
    return code.kind === 'object' ? told(code.members.get('files')!) : told(code);
  };

  it.each([
    [
      "{ entry: path.join(__dirname, '../../code/list.ts'), handler: 'run' }",
      ['code/list.ts', 'code/all.ts'],
    ],
    ["{ entry: '../code/list.ts', handler: 'run' }", ['code/list.ts', 'code/all.ts']],
    ['{ entry: `${__dirname}/../../code/list.ts`, handler: "run" }', ['code/list.ts', 'code/all.ts']],
    ["{ entry: process.env.ENTRY, handler: 'run' }", '? looking into the package of the function'],
    ["{ entry: '../code/none.ts' }", '? looking into the package of the function'],
    ['{ memorySize: 512 }', ['infra/bin/api.Show.ts']],
  ])('begins with the entry that is written: %s', async (props, files) => {
    expect(await filesOf(`new NodejsFunction(this, 'Show', ${props});`)).toEqual(files);
  });

  it('may begin elsewhere where settings are put in that say so', async () => {
    const of = (props: string, settings: string) =>
      filesOf(`const settings = ${settings}; new NodejsFunction(this, 'Show', ${props});`);
    const elsewhere = '? looking into the package of the function';
    const entry = "...settings, entry: '../code/list.ts'";
    expect(await of(`{ ${entry} }`, "{ handler: 'run' }")).toBe(elsewhere);
    expect(await of('settings', "{ entry: '../code/list.ts' }")).toBe(elsewhere);
    const all = ['code/list.ts', 'code/all.ts'];
    expect(await of(`{ ${entry}, handler: 'run' }`, "{ handler: 'none' }")).toEqual(all);
    expect(await of(`{ ${entry} }`, '{ memorySize: 512 }')).toEqual(all);
  });
});

describe('code of images that a pipeline pushes', () => {
  const PUSH = (build: string) => `on: push
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - run: ${build}
      - run: docker push registry.example.com/api:1
`;
  const runsIn = async (files: Readonly<Record<string, string>>) => {
    const { repositoryRoot } = await collectRepository({
      path: '/repo',
      roots: [],
      vars: new Map(),
      varFiles: [],
      params: new Map(),
      variables: {},
      now: new Date('2026-11-21T12:00:00Z'),
      fileSystem: memoryFileSystem({
        'api/Dockerfile': 'FROM node:24\nCOPY . /app\nWORKDIR /app\nCMD ["node", "server.js"]\n',
        'api/server.js': "require('./routes');\n",
        'api/routes.js': 'exports.routes = [];\n',
        'api/unused.js': 'exports.none = 1;\n',
        ...files,
      }),
    });
    const images = repositoryRoot!.resources.filter(({ type }) => type === 'Repository::ImageFile');
    return images.map(({ address, properties }) => {
      const runs = properties.members.get('runs');
      return [address, runs === undefined ? undefined : told(runs)];
    });
  };
  const pushed = ['api/server.js', 'api/routes.js'];
  const other = {
    'jobs/Dockerfile': 'FROM node:24\nCOPY jobs /app\nCMD ["node", "/app/run.js"]\n',
    'jobs/run.js': '',
  };

  it('is what the only image starts, or those that are named where they are built', async () => {
    const path = '.github/workflows/deploy.yml';
    expect(await runsIn({ [path]: PUSH('docker build -t api api') })).toEqual([['api/Dockerfile', pushed]]);
    expect(await runsIn({ [path]: PUSH('docker build -t api -f ./api/Dockerfile .'), ...other })).toEqual([
      ['api/Dockerfile', pushed],
      ['jobs/Dockerfile', undefined],
    ]);
  });

  it('is not told of images that nothing pushes, and of those of which it is not known', async () => {
    expect(await runsIn({})).toEqual([['api/Dockerfile', undefined]]);
    const build = { '.github/workflows/deploy.yml': PUSH('docker build -t api .') };
    expect(await runsIn({ ...build, ...other })).toEqual([
      ['api/Dockerfile', undefined],
      ['jobs/Dockerfile', undefined],
    ]);
  });

  it('begins with the handler that Lambda calls', async () => {
    const lambda =
      'FROM public.ecr.aws/lambda/nodejs:24\nCOPY . /var/task/\nWORKDIR /var/task\nCMD ["handlers.list"]\n';
    const files = { 'api/Dockerfile': lambda, 'api/handlers.js': 'exports.list = async () => [];\n' };
    expect(await runsIn({ '.github/workflows/deploy.yml': PUSH('docker build api'), ...files })).toEqual([
      ['api/Dockerfile', ['api/handlers.js']],
    ]);
  });
});

describe('code of functions whose package is made elsewhere', () => {
  const filesOf = async (name: string) => {
    const { roots } = await collectRepository({
      path: '/repo',
      roots: [],
      vars: new Map(),
      varFiles: [],
      params: new Map(),
      variables: {},
      now: new Date('2026-11-21T12:00:00Z'),
      fileSystem: memoryFileSystem({
        'main.tf': `resource "aws_lambda_function" "one" {
  function_name = "stock-${name}"
  filename      = "artifacts/${name}.zip"
  handler       = "handler.run"
  runtime       = "python3.13"
  role          = "arn:aws:iam::123456789012:role/stock"
}
`,
        'functions/count_items/handler.py': 'def run(event, context):\n    return 1\n',
        'functions/move_items/handler.py': 'def run(event, context):\n    return 2\n',
      }),
    });
    const fn = roots[0]!.resources.find(({ type }) => type === 'AWS::Lambda::Function')!;
    const code = fn.meta!.members.get('Code')!;
    return code.kind === 'object' ? told(code.members.get('files')!) : told(code);
  };

  it('is that of the folder which is called like the package, and of none where no folder is', async () => {
    expect(await filesOf('count-items')).toEqual(['functions/count_items/handler.py']);
    expect(await filesOf('items')).toBe('? looking into the package of the function');
  });
});
