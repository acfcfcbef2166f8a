import { describe, expect, it } from 'vitest';
import { assessRepository, collectRepository } from '../src/index.ts';
import type { ResourceNode } from '../src/model/resource.ts';
import type { Value } from '../src/model/value.ts';
import { onlyLost } from './support/honesty.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';

/*
 * Services of the Serverless Framework are read as they are written: functions and what calls them stand beside the code. What
 * only the framework, a plugin or a deployment knows is unknown.
 */
type Files = Readonly<Record<string, MemoryFile>>;

const options = (files: Files) => ({
  path: '/repo',
  fileSystem: memoryFileSystem(files),
  now: new Date('2026-11-21T12:00:00Z'),
});

async function servicesOf(files: Files) {
  const { repositoryRoot } = await collectRepository({
    ...options(files),
    roots: [],
    vars: new Map(),
    varFiles: [],
    params: new Map(),
    variables: {},
  });
  return repositoryRoot!.services;
}

/** A value as plain data; what is not known as `?`. */
function told(value: Value | undefined): unknown {
  if (value === undefined || value.kind === 'absent') return undefined;
  if (value.kind === 'known') return value.value;
  if (value.kind === 'list') return [...value.items.map(told), ...(value.open === undefined ? [] : ['?'])];
  if (value.kind === 'object')
    return {
      ...Object.fromEntries([...value.members].map(([name, inner]) => [name, told(inner)])),
      ...(value.open === undefined ? {} : { '?': true }),
    };
  return value.kind === 'reference' ? `→ ${value.to.address}` : '?';
}

async function nodesOf(files: Files, type: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const services = await servicesOf(files);
  return services!.resources
    .filter((node) => node.type === type)
    .map(({ address, properties }) => ({ address, ...(told(properties) as Record<string, unknown>) }));
}

/** The files that a function reaches, where they are known. */
function toldCode(fn: ResourceNode | undefined): unknown {
  return (told(fn?.meta?.members.get('Code')) as { files?: unknown } | undefined)?.files;
}

const HANDLER = `export const handler = async (event) => {
  console.log('done ' + event.pathParameters.id);
  return { statusCode: 200, body: '{}' };
};
`;
const service = (rest: string) => ({
  'api/serverless.yml': `service: cards\nprovider:\n  name: aws\n  runtime: nodejs22.x\n${rest}`,
  'api/src/cards.ts': HANDLER,
});

describe('functions of services', () => {
  it('have the settings of the provider and their own, and the code that their handler reaches', async () => {
    const files = service(`  timeout: 20
  environment: { TABLE: cards, STAGE: '\${opt:stage, "dev"}' }
  tracing: { lambda: true }
functions:
  list:
    handler: src/cards.handler
    memorySize: 512
    environment: { LIMIT: '10' }
`);
    const [fn] = await nodesOf(files, 'AWS::Lambda::Function');
    expect(fn).toMatchObject({
      address: 'api/serverless.yml functions.list',
      Handler: 'src/cards.handler',
      Runtime: 'nodejs22.x',
      Timeout: 20,
      MemorySize: 512,
      Environment: { Variables: { TABLE: 'cards', STAGE: '?', LIMIT: '10' } },
      TracingConfig: { Mode: 'Active' },
      Role: '?',
    });
    const services = await servicesOf(files);
    const code = services!.resources[0]!.meta!.members.get('Code');
    expect(told(code)).toMatchObject({ files: ['api/src/cards.ts'] });
  });

  it.each([
    ['a function says so', '', 'tracing: true', { Mode: 'Active' }],
    ['the provider says so', '  tracing: true\n', '', { Mode: 'Active' }],
    ['a function says no', '  tracing: true\n', 'tracing: false', undefined],
    ['the provider says so in the form of the framework', '  tracing: { lambda: true }\n', '', { Mode: '?' }],
  ])('are traced as the plugin for that takes it, where %s', async (_, provider, own, expected) => {
    const files = service(`${provider}plugins: [serverless-plugin-tracing]
functions:
  list:
    handler: src/cards.handler
    ${own}
`);
    const [fn] = await nodesOf(files, 'AWS::Lambda::Function');
    expect(fn?.TracingConfig).toEqual(expected);
  });

  it('have the code that a compiler makes theirs of', async () => {
    const files = {
      ...service('functions: { list: { handler: dist/cards.handler } }\n'),
      'api/tsconfig.json': '{"compilerOptions": {"outDir": "./dist", "rootDir": "./src"}}',
    };
    const [fn] = (await servicesOf(files))!.resources;
    expect(told(fn!.properties)).toMatchObject({ Handler: 'dist/cards.handler' });
    expect(told(fn!.meta!.members.get('Code'))).toMatchObject({ files: ['api/src/cards.ts'] });
  });

  it.each([
    ['a pattern', '"include": ["src/**/*.ts"]', ['src/jobs/a/index.ts', 'src/jobs/b/index.ts'], true],
    ['a folder', '"include": ["./src/"]', ['src/jobs/a/index.ts', 'src/jobs/b.ts', 'src/t.d.ts'], true],
    ['names', '"files": ["src/jobs/a/index.ts", "src/jobs/b.ts"]', ['src/jobs/b.ts', 'src/c.ts'], true],
    ['no word', '"exclude": ["test/**/*", ".build"]', ['src/jobs/b/index.ts', 'test/a.ts'], true],
    ['a wider pattern', '"include": ["**/*.ts"]', ['src/jobs/b.ts', 'test/a.ts'], false],
    ['a pattern of its own', '"include": ["{src,test}/**/*.ts"]', ['src/jobs/b.ts'], false],
    ['settings of others', '"extends": "../base.json"', ['src/jobs/b.ts'], false],
  ])('have the code of the folder that all have that is compiled, by %s', async (_, by, others, isFound) => {
    const files: Files = {
      ...Object.fromEntries(others.map((file) => [`api/${file}`, 'export const one = 1;\n'])),
      'api/serverless.yml': service('functions: { list: { handler: ./dist/a/index.handler } }\n')[
        'api/serverless.yml'
      ],
      'api/src/jobs/a/index.ts': HANDLER,
      'api/tsconfig.json': `{ // Where it goes
  "compilerOptions": {"outDir": "./dist"}, ${by} }`,
    };
    const [fn] = (await servicesOf(files))!.resources;
    expect(toldCode(fn)).toEqual(isFound ? ['api/src/jobs/a/index.ts'] : undefined);
  });

  it('are put together from files of the repository', async () => {
    const files = {
      ...service(`functions:
  - \${file(functions/list.yml)}
custom:
  folder: src
`),
      'api/functions/list.yml': 'list:\n  handler: ${self:custom.folder}/cards.handler\n',
    };
    expect(await nodesOf(files, 'AWS::Lambda::Function')).toMatchObject([{ Handler: 'src/cards.handler' }]);
  });

  it.each([
    ['a script makes them', 'functions: ${file(functions.js)}\n'],
    ['a stage chooses them', 'functions: ${file(functions.${opt:stage, "dev"}.yml)}\n'],
    ['a plugin of which nothing is known is there', 'plugins: [my-plugin]\nfunctions: {}\n'],
    ['resources are made by a script', 'resources: ${file(resources.js)}\nfunctions: {}\n'],
    [
      'a stack in the stack holds them',
      'resources: { Resources: { Api: { Type: AWS::CloudFormation::Stack } } }\nfunctions: {}\n',
    ],
    ['a macro makes them', 'resources: { Transform: [OurMacro], Resources: {} }\nfunctions: {}\n'],
    [
      'they are written in short',
      'resources: { Resources: { List: { Type: AWS::Serverless::Function } } }\nfunctions: {}\n',
    ],
  ])('may be more where %s', async (_, rest) => {
    const services = await servicesOf(service(rest));
    expect(services!.notSeen.filter(({ holds }) => holds === undefined)).toHaveLength(1);
  });

  it('are all that there is where each plugin is known and resources are written', async () => {
    const services = await servicesOf(
      service(`plugins: [serverless-offline, serverless-esbuild, serverless-plugin-tracing]
functions: { list: { handler: src/cards.handler } }
resources:
  Resources:
    Queue: { Type: AWS::SQS::Queue }
`),
    );
    expect(services!.notSeen).toMatchObject([{ what: 'api/serverless.yml' }]);
    expect(services!.notSeen[0]!.holds).toContain('AWS::SQS::Queue');
    expect(services!.notSeen[0]!.holds).not.toContain('AWS::Lambda::Function');
  });

  it('are joined by those of a plugin that answers requests itself, and nothing else is', async () => {
    const files = service(`plugins: [serverless-auto-swagger]
functions: { list: { handler: src/cards.handler, memorySize: 512 } }
`);
    const { notSeen } = (await servicesOf(files))!;
    expect(notSeen).toHaveLength(1);
    expect(notSeen[0]!.holds).toContain('AWS::Lambda::Function');
    expect(notSeen[0]!.holds).toContain('AWS::ApiGatewayV2::Route');
    expect(notSeen[0]!.holds).not.toContain('AWS::SQS::Queue');
    const [fn] = await nodesOf(files, 'AWS::Lambda::Function');
    expect(fn).toMatchObject({ MemorySize: 512 });
    expect(fn).not.toHaveProperty('?');
    const { coverage } = (await assessRepository(options(files))).assessment;
    expect(coverage.notSeen.map(({ what }) => what)).toContain('routes in api/serverless.yml');
  });

  it('are not those of a part that others take in', async () => {
    expect(await servicesOf({ 'serverless.common.yml': 'provider: { name: aws }\n', 'a.js': HANDLER })).toBe(
      undefined,
    );
  });

  it.each([
    ['of another cloud', 'service: a\nprovider: { name: google }\n'],
    ['of components', 'cards:\n  component: "@sls-next/serverless-component"\n'],
    ['of one component', 'name: cards\ncomponent: express\n'],
    ['broken', 'service: [a\n'],
    ['a file without permission', { error: 'EACCES' } as const],
  ])('may be any where the file is %s', async (_, text) => {
    expect(await servicesOf({ 'serverless.yml': text, 'a.js': HANDLER })).toMatchObject({
      resources: [],
      notSeen: [{ what: 'serverless.yml' }],
    });
  });
});

describe('the file of a service that is broken', () => {
  const broken =
    'service: cards\nprovider: { name: aws }\nfunctions:\n  list: { handler: src/cards.handler\n';
  const assessed = async (text: MemoryFile) => {
    const files = { 'serverless.yml': text, 'src/cards.js': HANDLER, 'package.json': '{"name":"cards"}' };
    return (await assessRepository(options(files))).assessment.coverage;
  };

  it('is what has to be mended, in all places that it hides', async () => {
    expect(await servicesOf({ 'serverless.yml': broken, 'src/cards.js': HANDLER })).toMatchObject({
      notSeen: [{ what: 'serverless.yml', why: /flow map/i, decidedBy: 'mending serverless.yml line 5' }],
    });
    const { notSeen } = await assessed(broken);
    expect(notSeen.map(({ decidedBy }) => decidedBy)).toEqual(
      Array(3).fill(expect.stringMatching(/^mending serverless\.yml line 5, then serverless package, and/)),
    );
    expect(notSeen.find(({ what }) => what === 'serverless.yml')?.why).toMatch(/and it is not read$/);
  });

  it('is not read in full', async () => {
    const [whole, part] = [
      await assessed('service: cards\nprovider: { name: aws }\n'),
      await assessed(broken),
    ];
    expect(part.files.partly).toMatchObject([{ file: 'serverless.yml', line: 5 }]);
    expect(whole.files.read).toContain('serverless.yml');
    expect(part.files.read).not.toContain('serverless.yml');
  });
});

describe('events of functions', () => {
  const events = (text: string, provider = '') =>
    service(`${provider}functions:\n  list:\n    handler: src/cards.handle\n    events:\n${text}`);

  it('of a REST API become methods with what they ask of callers', async () => {
    const files = events(`      - http: GET /cards
      - http: { path: 'cards/{id}', method: put, authorizer: aws_iam }
      - http: { path: 'cards/{id}', method: delete, authorizer: { name: check } }
      - http: { path: cards, method: post, authorizer: { arn: 'arn:aws:cognito-idp:eu-west-1:1:userpool/a' } }
      - http: { path: cards, method: patch, authorizer: '\${env:AUTHORIZER}' }
`);
    const methods = await nodesOf(files, 'AWS::ApiGateway::Method');
    expect(methods.map((one) => [one['HttpMethod'], one['AuthorizationType']])).toEqual([
      ['GET', 'NONE'],
      ['PUT', 'AWS_IAM'],
      ['DELETE', 'CUSTOM'],
      ['POST', 'COGNITO_USER_POOLS'],
      ['PATCH', '?'],
    ]);
    expect(await nodesOf(files, 'AWS::ApiGateway::Resource')).toMatchObject([
      { PathPart: 'cards', ParentId: '→ api/serverless.yml RestApi' },
      { PathPart: '{id}', ParentId: '→ api/serverless.yml path /cards' },
    ]);
    const [permission] = await nodesOf(files, 'AWS::Lambda::Permission');
    expect(permission).toMatchObject({
      FunctionName: '→ api/serverless.yml functions.list',
      Principal: 'apigateway.amazonaws.com',
    });
  });

  it('of an HTTP API become routes', async () => {
    const files = events(
      `      - httpApi: GET /cards
      - httpApi: '*'
      - httpApi: { path: /cards, method: post, authorizer: { name: people } }
      - httpApi: { path: /cards, method: put, authorizer: { name: others } }
`,
      '  httpApi: { authorizers: { people: { type: jwt }, others: { type: request } } }\n',
    );
    const routes = await nodesOf(files, 'AWS::ApiGatewayV2::Route');
    expect(routes.map((one) => [one['RouteKey'], one['AuthorizationType']])).toEqual([
      ['GET /cards', 'NONE'],
      ['$default', 'NONE'],
      ['POST /cards', 'JWT'],
      ['PUT /cards', 'CUSTOM'],
    ]);
  });

  it('of streams and queues become mappings, with where failures go', async () => {
    const mappings = await nodesOf(
      events(`      - stream: { arn: 'arn:aws:dynamodb:eu-west-1:1:table/a/stream/b', destinations: { onFailure: 'arn:aws:sqs:eu-west-1:1:lost' } }
      - sqs: 'arn:aws:sqs:eu-west-1:1:work'
`),
      'AWS::Lambda::EventSourceMapping',
    );
    expect(mappings).toMatchObject([
      { DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:eu-west-1:1:lost' } } },
      { EventSourceArn: 'arn:aws:sqs:eu-west-1:1:work' },
    ]);
  });

  it('that the framework does not know leave open what calls the function', async () => {
    const services = await servicesOf(events('      - ofAPlugin: { every: minute }\n'));
    expect(services!.notSeen.map(({ what }) => what)).toContain('events of list in api/serverless.yml');
  });
});

describe('checks on code beside services', () => {
  const deployed: Files = { 'README.md': '# Cards\n\n```sh\nnpx serverless deploy --stage prod\n```\n' };
  const assessed = async (files: Files) => (await assessRepository(options(files))).assessment;
  const of = ({ outcomes }: Awaited<ReturnType<typeof assessed>>, check: string) =>
    outcomes.filter((o) => o.check === check).map((o) => o.outcome);
  const functions = 'functions: { list: { handler: src/cards.handler, events: [{ http: GET /cards }] } }\n';

  it('say what is so of code that runs', async () => {
    const assessment = await assessed({ ...service(functions), ...deployed });
    expect(of(assessment, 'code-instrumented')).toEqual(['fail']);
    expect(of(assessment, 'logs-structured')).toEqual(['fail']);
    expect(of(assessment, 'handlers-guarded')).toEqual(['fail']);
  });

  it('take them for all that there is only where they are deployed, and nothing else is', async () => {
    const work = functions.replace('{ http: GET /cards }', "{ sqs: 'arn:aws:sqs:eu-west-1:1:work' }");
    const image = { Dockerfile: 'FROM node:24\nCMD ["node", "server.js"]\n' };
    const check = 'failed-work-can-be-repeated';
    expect(of(await assessed({ ...service(work), ...deployed }), check)).toEqual(['fail']);
    expect(of(await assessed(service(work)), check)).toEqual(['unknown']);
    expect(of(await assessed({ ...service(work), ...deployed, ...image }), check)).toEqual(['unknown']);
    const other = { 'docs/worker.md': '# Worker\n\n```sh\ncd worker && eb deploy worker-prod\n```\n' };
    expect(of(await assessed({ ...service(work), ...deployed, ...other }), check)).toEqual(['unknown']);
    const workflow = (run: string) => ({
      '.github/workflows/deploy.yml': `on: { push: { branches: [main] } }\njobs: { deploy: { runs-on: ubuntu-latest, steps: [${run}] } }\n`,
    });
    const serverless = '{ run: npx serverless deploy --stage prod }';
    const own = { ...service(work), ...workflow(serverless) };
    expect(of(await assessed(own), check)).toEqual(['fail']);
    const unread = workflow(`${serverless}, { run: ./ops/deploy-worker.sh }`);
    expect(of(await assessed({ ...own, ...unread }), check)).toEqual(['unknown']);
  });

  it('see that functions ask for JSON', async () => {
    const files = { ...service(`  logs: { lambda: { logFormat: JSON } }\n${functions}`), ...deployed };
    expect(of(await assessed(files), 'logs-structured')).toEqual(['pass']);
  });

  it('lose only what cannot be told any more', async () => {
    const whole = { ...service(functions), ...deployed };
    for (const [what, rest] of [
      ['a plugin', `plugins: [my-plugin]\n${functions}`],
      ['a plugin with functions of its own', `plugins: [serverless-auto-swagger]\n${functions}`],
      ['functions of a script', `${functions.replace(/\{.*\n/s, '${file(functions.js)}\n')}`],
      ['a handler', functions.replace('src/cards.handler', '${env:HANDLER}')],
      ['events', functions.replace(/events: .*\]/, 'events: "${env:EVENTS}"')],
    ] as const)
      onlyLost(await assessed(whole), await assessed({ ...service(rest), ...deployed }), what);
  });

  it('never advise another folder where the infrastructure lies in this one', async () => {
    const { coverage, outcomes: all } = await assessed(service(functions));
    const said = [
      ...coverage.notSeen.map(({ decidedBy }) => decidedBy),
      ...all.map(({ message }) => message),
    ];
    expect(said.filter((text) => text.includes('a folder that holds the infrastructure'))).toEqual([]);
  });
});

describe('services that are written as code', () => {
  const settings = `import type { AWS } from '@serverless/typescript';
import list from '@functions/list';
import * as others from './src/functions/others';
const region = 'eu-west-1';
const config: AWS = {
  service: 'cards',
  frameworkVersion: '3',
  plugins: ['serverless-esbuild'],
  provider: {
    name: 'aws',
    runtime: 'nodejs22.x',
    region,
    stage: "\${opt:stage, 'dev'}",
    environment: { TABLE: \`cards-\${region}\`, STAGE: '\${sls:stage}', KEY: process.env.KEY! },
  },
  functions: { list, ...others },
} satisfies AWS;

module.exports = config;
`;
  const files = {
    'api/tsconfig.json': '{ "extends": "./tsconfig.paths", "compilerOptions": { "strict": true } }',
    'api/tsconfig.paths.json':
      '{ "compilerOptions": { "baseUrl": ".", "paths": { "@functions/*": ["src/functions/*"] } } }',
    'api/serverless.ts': settings,
    'api/src/place.ts': `export const placeOf = (folder: string) => {
  return \`\${folder.split(process.cwd())[1].substring(1).replace(/\\\\/g, '/')}\`;
};
export const http = (method: string, path: string, more?: object) => ({ http: { method, path, ...more } });
`,
    'api/src/functions/list/index.ts': `import { http, placeOf } from '../../place';
export default {
  handler: \`\${placeOf(__dirname)}/run.handler\`,
  timeout: 5,
  events: [http('get', 'cards'), http('post', 'cards', { authorizer: 'aws_iam' })],
};
`,
    'api/src/functions/list/run.ts': HANDLER,
    'api/src/functions/others.ts': `export const remove = { handler: 'src/functions/list/run.handler', memorySize: 256 + later };\n`,
  };

  it('have the functions of the files that they import, and what calls them', async () => {
    const found = await nodesOf(files, 'AWS::Lambda::Function');
    expect(found).toMatchObject([
      {
        address: 'api/serverless.ts functions.list',
        Handler: 'src/functions/list/run.handler',
        Runtime: 'nodejs22.x',
        Timeout: 5,
        Environment: { Variables: { TABLE: 'cards-eu-west-1', STAGE: '?', KEY: '?' } },
      },
      {
        address: 'api/serverless.ts functions.remove',
        Handler: 'src/functions/list/run.handler',
        MemorySize: '?',
      },
    ]);
    const methods = await nodesOf(files, 'AWS::ApiGateway::Method');
    expect(methods).toMatchObject([
      { HttpMethod: 'GET', AuthorizationType: 'NONE' },
      { HttpMethod: 'POST', AuthorizationType: 'AWS_IAM' },
    ]);
    const services = await servicesOf(files);
    const list = services!.resources.find(({ address }) => address.endsWith('functions.list'));
    expect(list?.origin.at).toMatchObject({ file: 'api/src/functions/list/index.ts', line: 2 });
    expect(services!.notSeen.filter(({ holds }) => holds === undefined)).toEqual([]);
    const event = services!.resources.find(({ type }) => type === 'AWS::ApiGateway::Method');
    expect(event?.origin.at).toMatchObject({ file: 'api/src/functions/list/index.ts', line: 5 });
  });

  it.each([
    ['export default', settings.replace('module.exports = config', 'export default config')],
    ['export =', settings.replace('module.exports = config', 'export = config')],
    ['export { … as default }', settings.replace('module.exports = config', 'export { config as default }')],
    [
      'a function that gives it',
      settings
        .replace('const config: AWS = {', 'const made = async () => ({')
        .replace('} satisfies AWS;', '});')
        .replace('module.exports = config', 'module.exports = made()'),
    ],
  ])('are exported as %s', async (_, text) => {
    const found = await nodesOf({ ...files, 'api/serverless.ts': text }, 'AWS::Lambda::Function');
    expect(found.map(({ Handler }) => Handler)).toEqual([
      'src/functions/list/run.handler',
      'src/functions/list/run.handler',
    ]);
  });

  it('may be plain JavaScript', async () => {
    const text = `const list = require('./list');
module.exports = { service: 'cards', provider: { name: 'aws' }, functions: { list, ...require('./more.json') } };
`;
    const found = await nodesOf(
      {
        'serverless.js': text,
        'list.js': `exports.handler = 'src/list.handler';\nexports.timeout = 3;\n`,
        'more.json': '{ "remove": { "handler": "src/remove.handler" } }',
      },
      'AWS::Lambda::Function',
    );
    expect(found).toMatchObject([
      { Handler: 'src/list.handler', Timeout: 3 },
      { Handler: 'src/remove.handler' },
    ]);
  });

  it.each([
    [
      'something is put into it later',
      settings.replace('module.exports', 'config.functions.more = {};\nmodule.exports'),
    ],
    ['a plugin is added', settings.replace('module.exports', "config.plugins.push('x');\nmodule.exports")],
    ['it is one or the other', `${settings}if (process.env.CI) module.exports = {};\n`],
    ['a part of it is put in later', `${settings}module.exports.functions = {};\n`],
    ['it is computed', settings.replace('module.exports = config', 'module.exports = withMore(config)')],
    ['it is of another cloud', settings.replace("name: 'aws'", "name: 'google'")],
    ['it is broken', settings.replace('const region =', 'const =')],
  ])('are not read where %s', async (_, text) => {
    const services = await servicesOf({ ...files, 'api/serverless.ts': text });
    expect(services?.resources).toEqual([]);
    expect(services?.notSeen).toMatchObject([
      {
        what: 'api/serverless.ts',
        why: 'the Serverless Framework deploys what is defined there, and it is not read',
      },
    ]);
  });

  it.each([
    [
      'functions come from elsewhere',
      settings.replace('...others', '...makeMore()'),
      ['functions in api/serverless.ts', 'events of list in api/serverless.ts'],
    ],
    [
      'settings come from elsewhere',
      settings.replace('const config: AWS = {', 'const config: AWS = {\n  ...base(),'),
      ['resources in api/serverless.ts'],
    ],
    [
      'a plugin is chosen',
      settings.replace("['serverless-esbuild']", "['serverless-esbuild', which]"),
      ['a plugin in api/serverless.ts'],
    ],
  ])('leave open the rest where %s', async (_, text, wanted) => {
    const services = await servicesOf({ ...files, 'api/serverless.ts': text });
    expect(services?.resources.length).toBeGreaterThan(0);
    const open = services?.notSeen.filter(({ holds }) => holds === undefined).map(({ what }) => what);
    expect(open).toEqual(wanted);
  });

  it('leave open what may be another value by what is spread behind it', async () => {
    const text = settings.replace('functions: { list, ...others }', 'functions: { list, ...unseen() }');
    const [found, ...more] = await nodesOf({ ...files, 'api/serverless.ts': text }, 'AWS::Lambda::Function');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ address: 'api/serverless.ts functions.list', '?': true });
    expect(found).not.toHaveProperty('Handler');
  });

  it('lose only what cannot be told any more', async () => {
    const whole = { ...files, 'README.md': '# Cards\n\n```sh\nnpx serverless deploy --stage prod\n```\n' };
    const assessed = async (some: Files) => (await assessRepository(options(some))).assessment;
    const before = await assessed(whole);
    const list = files['api/src/functions/list/index.ts'];
    const computed = { 'api/src/functions/list/index.ts': list.replace('placeOf(__dirname)', 'where()') };
    const events = { 'api/src/functions/list/index.ts': list.replace(/events: .*/, 'events: made(),') };
    const functions = { 'api/serverless.ts': settings.replace('{ list, ...others }', 'made()') };
    const plugins = { 'api/serverless.ts': settings.replace("'serverless-esbuild'", 'mine') };
    const exported = {
      'api/serverless.ts': settings.replace('module.exports = config', 'module.exports = made(config)'),
    };
    for (const [what, rest] of Object.entries({ computed, events, functions, plugins, exported }))
      onlyLost(before, await assessed({ ...whole, ...rest }), what);
  });

  it('lead round in circles to no end', async () => {
    const text = `import { b } from './b';\nexport const a = b;\nmodule.exports = { service: a, provider: { name: 'aws' }, functions: {} };\n`;
    const services = await servicesOf({
      'serverless.ts': text,
      'b.ts': `import { a } from './serverless';\nexport const b = a;\n`,
    });
    expect(services?.resources).toEqual([]);
  });
});

describe('an HTTP API of a service', () => {
  const mayBeThere = async (events: string, more = ''): Promise<boolean> => {
    const services = await servicesOf({
      'serverless.yml': `service: cards
provider:
  name: aws
  runtime: nodejs22.x
${more}functions:
  list:
    handler: src/list.handler
    events: ${events}
`,
      'src/list.js': HANDLER,
    });
    return services!.notSeen.some(
      ({ holds }) => holds === undefined || holds.includes('AWS::ApiGatewayV2::Integration'),
    );
  };

  it('is not there where every event is told and none is of one', async () => {
    expect(
      await mayBeThere('[{ http: { path: /cards, method: get, cors: true } }, { schedule: rate(1 hour) }]'),
    ).toBe(false);
  });

  it.each([
    ['an event is of it', '[{ httpApi: "GET /cards" }]', ''],
    ['a WebSocket is asked', '[{ websocket: $connect }]', ''],
    ['the provider names it', '[{ http: GET /cards }]', '  httpApi:\n    cors: true\n'],
    ['an event cannot be told', '[{ http: GET /cards }, "${ssm:/cards/event}"]', ''],
    ['events cannot be told', '${ssm:/cards/events}', ''],
    ['a plugin is not known', '[{ http: GET /cards }]', 'plugins: [serverless-of-our-own]\n'],
  ])('may be there where %s', async (_, events, more) => {
    expect(await mayBeThere(events, more)).toBe(true);
  });
});
