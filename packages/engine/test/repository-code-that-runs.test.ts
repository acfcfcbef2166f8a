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
    [
      "{ entry: '../code/none.ts' }",
      '? looking into the package of the function, which is made from code/none.ts',
    ],
    ['{ memorySize: 512 }', ['infra/bin/api.Show.ts']],
  ])('begins with the entry that is written: %s', async (props, files) => {
    expect(await filesOf(`new NodejsFunction(this, 'Show', ${props});`)).toEqual(files);
  });

  it('is what settings say that are put in, and may begin elsewhere where those are not known', async () => {
    const of = (props: string, settings: string) =>
      filesOf(
        `const others = { handler: 'other' }; const settings = ${settings}; new NodejsFunction(this, 'Show', ${props});`,
      );
    const elsewhere = '? looking into the package of the function';
    const entry = "...settings, entry: '../code/list.ts'";
    const all = ['code/list.ts', 'code/all.ts'];
    expect(await of(`{ ${entry} }`, "{ handler: 'run' }")).toEqual(all);
    expect(await of('settings', "{ entry: '../code/list.ts', handler: 'run' }")).toEqual(all);
    expect(await of(`{ ${entry}, handler: 'run' }`, "{ handler: 'none' }")).toEqual(all);
    expect(await of(`{ ${entry} }`, '{ memorySize: 512 }')).toEqual(all);
    expect(await of(`{ ${entry} }`, 'process.env.OTHERS ? others : load()')).toBe(elsewhere);
    expect(await of("{ entry: '../code/list.ts', ...settings }", 'load()')).toBe(elsewhere);
  });
});

describe('code of functions that helpers of an app make', () => {
  const codeOf = async (files: Readonly<Record<string, string>>) => {
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
        'handlers/list/index.ts': 'export const handler = async () => 1;\n',
        'handlers/show/index.ts': 'export const handler = async () => 2;\n',
        ...files,
      }),
    });
    const functions = roots[0]!.resources.filter(({ type }) => type === 'AWS::Lambda::Function');
    return Object.fromEntries(
      functions.map(({ address, meta }) => {
        const code = meta?.members.get('Code');
        const found = code?.kind === 'object' ? code.members.get('files') : code;
        const paths =
          found?.kind === 'list'
            ? found.items.map((one) => (one.kind === 'known' ? one.value : one.kind))
            : found?.kind;
        return [address, paths];
      }),
    );
  };
  const HELPER = (folder: string, props: string) => `import { Construct } from 'constructs';
import * as path from 'path';
import { Code, determineLatestNodeRuntime, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
export interface ApiFunctionProps { readonly code: string; }
export class ApiFunction extends Construct {
  constructor(scope: Construct, id: string, props: ApiFunctionProps) {
    super(scope, id);
    new ${folder}(this, 'Function', ${props});
  }
}
`;
  const STACK = (constructs: string) => `import { App, Stack } from 'aws-cdk-lib';
import { ApiFunction } from '../lib/api-function';
class Api extends Stack {
  constructor(scope: App, id: string) {
    super(scope, id);
    ${constructs}
  }
}
new Api(new App(), 'Api');
`;
  const TWO = `new ApiFunction(this, 'List', { code: '../handlers/list' });
    new ApiFunction(this, 'Show', { code: '../handlers/show' });`;
  const EACH = {
    'Api/List/Function/Resource': ['handlers/list/index.ts'],
    'Api/Show/Function/Resource': ['handlers/show/index.ts'],
  };
  const of = (helper: string, constructs = TWO) =>
    codeOf({ 'infra/lib/api-function.ts': helper, 'infra/bin/api.ts': STACK(constructs) });
  const PLAIN = "runtime: Runtime.NODEJS_22_X, handler: 'index.handler'";

  it.each([
    ['Function', `{ ${PLAIN}, code: Code.fromAsset(props.code) }`],
    ['Function', `{ ${PLAIN}, code: Code.fromAsset(path.join(process.cwd(), props.code)) }`],
    ['Function', `{ ${PLAIN}, code: Code.fromAsset(path.join(__dirname, '..', props.code)) }`],
    ['NodejsFunction', "{ entry: path.join(__dirname, '..', props.code, 'index.ts') }"],
    ['NodejsFunction', '{ entry: path.join(import.meta.dirname, `../${props.code}/index.ts`) }'],
    ['NodejsFunction', "{ handler: 'handler', entry: `${props.code}/index.ts` }"],
  ])('is what each of them was handed: %s %s', async (name, props) => {
    expect(await of(HELPER(name, props))).toEqual(EACH);
  });

  it('is what a class of the app hands to the one that it extends, and what a function hands on', async () => {
    const own = `import { Construct } from 'constructs';
import { join } from 'node:path';
import { NodejsFunction, NodejsFunctionProps } from 'aws-cdk-lib/aws-lambda-nodejs';
interface Props extends NodejsFunctionProps { readonly code: string; }
export class ApiFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, { code, ...props }: Props) {
    super(scope, id, { memorySize: 256, ...props, entry: join(__dirname, '..', code, 'index.ts') });
  }
}
`;
    expect(await of(own)).toEqual({
      'Api/List/Resource': ['handlers/list/index.ts'],
      'Api/Show/Resource': ['handlers/show/index.ts'],
    });
    const made = `import { Construct } from 'constructs';
import * as path from 'path';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
const HANDLERS = path.resolve(__dirname, '../../handlers');
export const apiFunction = (scope: Construct, name: string, file = 'index.ts') =>
  new NodejsFunction(scope, name, { entry: path.join(HANDLERS, name, file) });
`;
    const stack = STACK("for (const name of ['list', 'show']) apiFunction(this, name);").replace(
      'ApiFunction',
      'apiFunction',
    );
    expect(await codeOf({ 'infra/lib/api-function.ts': made, 'infra/bin/api.ts': stack })).toEqual({
      'Api/list/Resource': ['handlers/list/index.ts'],
      'Api/show/Resource': ['handlers/show/index.ts'],
    });
  });

  it('is what helpers in Python were handed', async () => {
    const stack = `import os
from aws_cdk import App, Stack, aws_lambda as lambda_

def function(scope, id, folder):
    return lambda_.Function(scope, id, runtime=lambda_.Runtime.PYTHON_3_13, handler='main.handler',
        code=lambda_.Code.from_asset(os.path.join(os.path.dirname(__file__), '..', folder)))

class Api(Stack):
    def __init__(self, scope, id, **kwargs):
        super().__init__(scope, id, **kwargs)
        for name in ['list', 'show']:
            function(self, name, f'handlers/{name}')

Api(App(), 'Api')
`;
    const found = await codeOf({
      'infra/cdk.json': '{"app": "python3 app.py"}',
      'infra/requirements.txt': 'aws-cdk-lib==2.170.0\n',
      'infra/app.py': stack,
      'handlers/list/main.py': 'def handler(event, context):\n    return 1\n',
      'handlers/show/main.py': 'def handler(event, context):\n    return 2\n',
    });
    expect(found).toEqual({
      'Api/list/Resource': ['handlers/list/main.py'],
      'Api/show/Resource': ['handlers/show/main.py'],
    });
  });

  it.each([
    'Runtime.NODEJS_LATEST',
    'Runtime.NODEJS_99_X',
    'determineLatestNodeRuntime(this)',
    "new Runtime('nodejs22.x')",
    'process.env.OLD ? Runtime.NODEJS_22_X : Runtime.NODEJS_LATEST',
  ])('needs the language of a runtime, not its version: %s', async (runtime) => {
    const props = `{ runtime: ${runtime}, handler: 'index.handler', code: Code.fromAsset(props.code) }`;
    expect(await of(HELPER('Function', props))).toEqual(EACH);
  });

  it.each([
    'Runtime.JAVA_21',
    'Runtime.PROVIDED_AL2023',
    'Runtime.PYTHON_3_13',
    'process.env.OLD ? Runtime.PYTHON_3_13 : Runtime.NODEJS_LATEST',
    'chosen()',
    'new Runtime(process.env.RUNTIME)',
  ])('is not that of another language, or of one that is not known: %s', async (runtime) => {
    const props = `{ runtime: ${runtime}, handler: 'index.handler', code: Code.fromAsset(props.code) }`;
    expect(Object.values(await of(HELPER('Function', props)))).toEqual(['unknown', 'unknown']);
  });

  it('is not known where it is built before, told from outside, or changed', async () => {
    const unknown = { 'Api/List/Function/Resource': 'unknown', 'Api/Show/Function/Resource': 'unknown' };
    const bundled = `{ ${PLAIN}, code: Code.fromAsset(props.code, { bundling: { image: Runtime.NODEJS_22_X.bundlingImage } }) }`;
    expect(await of(HELPER('Function', bundled))).toEqual(unknown);
    expect(
      await of(HELPER('NodejsFunction', '{ entry: path.join(__dirname, process.env.CODE, props.code) }')),
    ).toEqual(unknown);
    const built = `{ ${PLAIN.replace('index.', 'dist/index.')}, code: Code.fromAsset(props.code) }`;
    expect(await of(HELPER('Function', built))).toEqual(unknown);
    const either =
      "new ApiFunction(this, 'List', { code: process.env.OLD ? '../handlers/show' : '../handlers/list' });";
    expect(await of(HELPER('Function', `{ ${PLAIN}, code: Code.fromAsset(props.code) }`), either)).toEqual({
      'Api/List/Function/Resource': 'unknown',
    });
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

  it.each([
    ['["nginx", "-c", "/app/nginx.conf"]', undefined],
    ['["/app/serve"]', [{ name: '? what the image of api/Dockerfile starts: /app/serve' }]],
    [
      '["gosu", "app", "npm", "start"]',
      [{ name: '? what the image of api/Dockerfile starts: gosu app npm start' }],
    ],
  ])('may be any where it begins with %s', async (command, expected) => {
    const files = {
      '.github/workflows/deploy.yml': PUSH('docker build api'),
      'api/Dockerfile': `FROM acme/base:1\nCOPY . /app\nCMD ${command}\n`,
      'api/nginx.conf': 'events {}\n',
      'api/serve': '#!/bin/sh\nexec node /app/server.js\n',
    };
    expect(await runsIn(files)).toEqual([['api/Dockerfile', expected]]);
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

describe('code of functions whose package a script makes', () => {
  const filesOf = async (files: Readonly<Record<string, string>>, archive = '../dist/api.zip') => {
    const { roots } = await collectRepository({
      path: '/repo',
      roots: [],
      vars: new Map(),
      varFiles: [],
      params: new Map(),
      variables: {},
      now: new Date('2026-11-21T12:00:00Z'),
      fileSystem: memoryFileSystem({
        'infra/main.tf': `resource "aws_lambda_function" "shop_api" {
  function_name = "shop-api"
  filename      = "\${path.module}/${archive}"
  handler       = "main.run"
  runtime       = "python3.13"
  role          = "arn:aws:iam::123456789012:role/stock"
}
`,
        'stock/main.py': 'def run(event, context):\n    return 1\n',
        'orders/main.py': 'def run(event, context):\n    return 2\n',
        ...files,
      }),
    });
    const fn = roots[0]!.resources.find(({ type }) => type === 'AWS::Lambda::Function')!;
    const code = fn.meta!.members.get('Code')!;
    return code.kind === 'object' ? told(code.members.get('files')!) : told(code);
  };
  const workflow = (steps: string) =>
    `on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
  const unknown = '? looking into the package of the function';

  it.each<Readonly<Record<string, string>>>([
    { 'build.sh': '#!/bin/sh\nset -e\n(cd stock && zip -qr ../dist/api.zip .)\n' },
    { 'scripts/build.sh': '#!/bin/sh\ncd "$(dirname "$0")/../stock"\nzip -r ../dist/api.zip * -x "*.pyc"\n' },
    { Makefile: 'NAME = stock\n\napi:\n\tcd $(NAME) && zip -r ../dist/api.zip .\n' },
    { 'stock/package.json': '{"scripts": {"package": "bestzip ../dist/api.zip ./*"}}' },
    {
      '.github/workflows/build.yml': workflow(
        '      - run: zip -r ../dist/api .\n        working-directory: stock\n',
      ),
    },
  ])('is that of the folder which it packs: %j', async (files) => {
    expect(await filesOf(files)).toEqual(['stock/main.py']);
  });

  it('is that of an archive which a template or an app of the CDK names', async () => {
    const of = async (files: Readonly<Record<string, string>>) => {
      const { roots } = await collectRepository({
        path: '/repo',
        roots: [],
        vars: new Map(),
        varFiles: [],
        params: new Map(),
        variables: {},
        now: new Date('2026-11-21T12:00:00Z'),
        fileSystem: memoryFileSystem({
          '.gitignore': 'deploy/\n',
          'build.sh': '(cd stock && zip -r ../deploy/api.zip .)\n',
          'stock/main.py': 'def run(event, context):\n    return 1\n',
          'orders/main.py': 'def run(event, context):\n    return 2\n',
          ...files,
        }),
      });
      const fn = roots[0]!.resources.find(({ type }) => type === 'AWS::Lambda::Function')!;
      const code = fn.meta!.members.get('Code')!;
      return code.kind === 'object' ? told(code.members.get('files')!) : told(code);
    };
    const settings = 'Runtime: python3.13\n      Handler: main.run\n';
    const template = (type: string, code: string) =>
      `Transform: AWS::Serverless-2016-10-31\nResources:\n  ShopApi:\n    Type: ${type}\n    Properties:\n      ${code}\n      ${settings}`;
    const made = ['stock/main.py'];
    const code = 'deploy/api.zip';
    expect(await of({ 'template.yaml': template('AWS::Serverless::Function', `CodeUri: ${code}`) })).toEqual(
      made,
    );
    expect(await of({ 'template.yaml': template('AWS::Lambda::Function', `Code: ./${code}`) })).toEqual(made);
    expect(await of({ 'template.yaml': template('AWS::Lambda::Function', 'Code: deploy/other.zip') })).toBe(
      unknown,
    );
    const app = `from aws_cdk import App, Stack, aws_lambda as lambda_
stack = Stack(App(), 'Shop')
lambda_.Function(stack, 'Api', runtime=lambda_.Runtime.PYTHON_3_13, handler='main.run', code=lambda_.Code.from_asset('../${code}'))
`;
    const cdk = {
      'infra/cdk.json': '{"app": "python3 app.py"}',
      'infra/requirements.txt': 'aws-cdk-lib==2.170.0\n',
    };
    expect(await of({ ...cdk, 'infra/app.py': app })).toEqual(made);
  });

  it('is not known of another package, of several folders, or of what is built first', async () => {
    expect(await filesOf({})).toBe(unknown);
    expect(await filesOf({ 'build.sh': 'cd stock && zip -r ../dist/others.zip .\n' })).toBe(unknown);
    expect(await filesOf({ 'build.sh': 'zip -r dist/api.zip stock\n' })).toBe(unknown);
    expect(await filesOf({ 'build.sh': 'cd "$1" && zip -r ../dist/api.zip .\n' })).toBe(unknown);
    expect(await filesOf({ 'build.sh': 'cd build && zip -r ../dist/api.zip .\n' })).toBe(unknown);
    const both = 'for name in stock orders; do (cd $name && zip -r ../dist/api.zip .); done\n';
    expect(await filesOf({ 'build.sh': both })).toBe(unknown);
  });
});
