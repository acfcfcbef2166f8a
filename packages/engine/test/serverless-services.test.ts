import { describe, expect, it } from 'vitest';
import { assessRepository, collectRepository } from '../src/index.ts';
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

  it('have the code that a compiler makes theirs of', async () => {
    const files = {
      ...service('functions: { list: { handler: dist/cards.handler } }\n'),
      'api/tsconfig.json': '{"compilerOptions": {"outDir": "./dist", "rootDir": "./src"}}',
    };
    const [fn] = (await servicesOf(files))!.resources;
    expect(told(fn!.properties)).toMatchObject({ Handler: 'dist/cards.handler' });
    expect(told(fn!.meta!.members.get('Code'))).toMatchObject({ files: ['api/src/cards.ts'] });
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
  ])('may be more where %s', async (_, rest) => {
    const services = await servicesOf(service(rest));
    expect(services!.notSeen.filter(({ holds }) => holds === undefined)).toHaveLength(1);
  });

  it('are all that there is where each plugin is known and resources are written', async () => {
    const services = await servicesOf(
      service(`plugins: [serverless-offline, serverless-esbuild]
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

  it('are not those of a part that others take in', async () => {
    expect(await servicesOf({ 'serverless.common.yml': 'provider: { name: aws }\n', 'a.js': HANDLER })).toBe(
      undefined,
    );
  });

  it.each([
    ['of another cloud', 'service: a\nprovider: { name: google }\n'],
    ['broken', 'service: [a\n'],
    ['a file without permission', { error: 'EACCES' } as const],
  ])('may be any where the file is %s', async (_, text) => {
    expect(await servicesOf({ 'serverless.yml': text, 'a.js': HANDLER })).toMatchObject({
      resources: [],
      notSeen: [{ what: 'serverless.yml' }],
    });
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
  });

  it('see that functions ask for JSON', async () => {
    const files = { ...service(`  logs: { lambda: { logFormat: JSON } }\n${functions}`), ...deployed };
    expect(of(await assessed(files), 'logs-structured')).toEqual(['pass']);
  });

  it('lose only what cannot be told any more', async () => {
    const whole = { ...service(functions), ...deployed };
    for (const [what, rest] of [
      ['a plugin', `plugins: [my-plugin]\n${functions}`],
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
