import { describe, expect, it } from 'vitest';
import { assessRepository, collectRepository } from '../src/index.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/*
 * What Lambda calls with requests: functions that something names as handlers, that are called handlers, or that take an event,
 * answer it with a status, and are called by nothing in the repository.
 */
async function handlersIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { repositoryRoot } = await collectRepository({
    path: '/repo',
    fileSystem: memoryFileSystem(files),
    now: new Date('2026-11-22T12:00:00Z'),
    roots: [],
    vars: new Map(),
    varFiles: [],
    params: new Map(),
    variables: {},
  });
  return repositoryRoot!.resources
    .filter(({ type }) => type === 'Repository::Handler')
    .map(({ address }) => address)
    .sort();
}

const SERVICE = (handler: string, runtime = 'nodejs22.x') =>
  `service: tides\nprovider: { name: aws, runtime: ${runtime} }\nfunctions:\n  rise:\n    handler: ${handler}\n    events:\n      - httpApi: GET /tides\n`;
/** Nothing tells of it by itself that it is called from outside. */
const RISE = `export const rise = (given) => answered(200, given);
const answered = (statusCode, body) => ({ statusCode, body });
`;

describe('handlers that are named', () => {
  it('by services, applications, templates, Terraform and constructs', async () => {
    const cdk = `import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';\nimport { App, Stack } from 'aws-cdk-lib';\nconst stack = new Stack(new App(), 'Tides');\nnew NodejsFunction(stack, 'Rise', { entry: 'src/tides.ts', handler: 'rise' });\n`;
    const sam = `Transform: AWS::Serverless-2016-10-31\nResources:\n  Rise:\n    Type: AWS::Serverless::Function\n    Properties: { Runtime: nodejs22.x, CodeUri: ., Handler: src/tides.rise }\n`;
    const terraform = `data "archive_file" "code" {\n  type = "zip"\n  source_dir = path.module\n  output_path = "code.zip"\n}\nresource "aws_lambda_function" "rise" {\n  function_name = "rise"\n  role = "arn:aws:iam::123456789012:role/rise"\n  runtime = "nodejs22.x"\n  handler = "src/tides.rise"\n  filename = data.archive_file.code.output_path\n}\n`;
    const sst = `export default $config({\n  app() { return { name: 'tides', home: 'aws' }; },\n  async run() {\n    const api = new sst.aws.ApiGatewayV2('Api');\n    api.route('GET /tides', 'src/tides.rise');\n  },\n});\n`;
    expect(await handlersIn({ 'src/tides.ts': RISE })).toEqual([]);
    for (const named of [
      { 'serverless.yml': SERVICE('src/tides.rise') },
      {
        'serverless.ts': `export default { service: 'tides', provider: { name: 'aws', runtime: 'nodejs22.x' }, functions: { rise: { handler: 'src/tides.rise' } } };`,
      },
      { 'sst.config.ts': sst },
      { 'template.yaml': sam },
      { 'main.tf': terraform },
      { 'cdk.json': '{ "app": "npx tsx app.ts" }', 'app.ts': cdk },
    ])
      expect(await handlersIn({ ...named, 'src/tides.ts': RISE })).toEqual(['src/tides.rise']);
  });

  it('in a file that a build makes of one of the repository', async () => {
    const made = (entry: string) => ({
      'cdk.json': '{ "app": "npx tsx app.ts" }',
      'app.ts': `import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';\nimport { App, Stack } from 'aws-cdk-lib';\nconst stack = new Stack(new App(), 'Tides');\nnew NodejsFunction(stack, 'Rise', { entry: '${entry}', handler: 'rise' });\n`,
    });
    const built = made('api/dist/handlers/tides.js');
    for (const source of ['api/src/handlers/tides.ts', 'api/handlers/tides.ts'])
      expect(await handlersIn({ ...built, [source]: RISE })).toEqual([source.replace('.ts', '.rise')]);
    // Which of two, and what another folder holds, nobody can tell.
    const two = { 'api/src/handlers/tides.ts': RISE, 'api/handlers/tides.ts': RISE };
    expect(await handlersIn({ ...built, ...two })).toEqual([]);
    expect(await handlersIn({ ...built, 'api/src/tides.ts': RISE })).toEqual([]);
    const other = made('api/bundles/handlers/tides.js');
    expect(await handlersIn({ ...other, 'api/src/handlers/tides.ts': RISE })).toEqual([]);
  });

  it('in a file of the same name elsewhere, or under another name, are not meant', async () => {
    const files = { 'src/tides.ts': RISE, 'src/ferries/tides.ts': RISE };
    expect(await handlersIn({ ...files, 'serverless.yml': SERVICE('src/tides.rise') })).toEqual([
      'src/tides.rise',
    ]);
    expect(await handlersIn({ ...files, 'serverless.yml': SERVICE('src/tides.fall') })).toEqual([]);
  });

  it('and only look like an authorizer are asked', async () => {
    const named = { 'serverless.yml': SERVICE('src/tides.rise') };
    for (const body of [
      'export const rise = async (event) => ({ isAuthorized: event.headers.authorization !== undefined, tides: [1, 2] });',
      'export const rise = async (event: APIGatewayProxyEvent) => policyFor(event.path);\nconst policyFor = (arn) => ({ policyDocument: arn, ...stored(arn) });',
      'export const rise = async (event: APIGatewayProxyEvent) => first(event);\nconst first = (event) => (event.path ? second(policyFor(event)) : second());\nconst second = (body) => third(body);\nconst third = (body) => ({ statusCode: 200, body });\nconst policyFor = (event) => { return { policyDocument: event.path }; };',
    ])
      expect(await handlersIn({ ...named, 'src/tides.ts': body })).toEqual(['src/tides.rise']);
  });

  it('and answer no requests are none of them', async () => {
    const named = { 'serverless.yml': SERVICE('src/tides.rise') };
    for (const body of [
      'export const rise = async (event) => ({ batchItemFailures: event.Records });',
      'export const rise = async (event) => ({ isAuthorized: event.headers.authorization === process.env.WORD });',
      'export const rise = async (event: APIGatewayTokenAuthorizerEvent) => policyFor(event.methodArn);\nconst policyFor = (arn) => ({ policyDocument: { Statement: [{ Resource: arn }] } });',
    ])
      expect(await handlersIn({ ...named, 'src/tides.ts': body })).toEqual([]);
  });
});

describe('handlers that nothing names', () => {
  it('take an event, answer with a status, and are called by nothing', async () => {
    expect(
      await handlersIn({
        'src/tides.ts': `export const rise = async (event) => ({ statusCode: 200, body: event.body });`,
        'src/moons.js': `const wane = async (evt, _context) => ({ statusCode: 200 });\nmodule.exports = { wane };`,
        'src/stars.ts': `import middy from '@middy/core';\nimport type { APIGatewayProxyEvent } from 'aws-lambda';\nconst shining = async (request: APIGatewayProxyEvent) => ({ statusCode: 200 });\nexport const shine = middy(shining);`,
        'src/own.ts': `import { around } from './wrap';\nexport const drift = around(async (event) => ({ statusCode: 200 }));`,
        'src/wrap.ts': `export const around = (inner) => async (event, context) => inner({ ...event, at: context.at });`,
        'src/suns.ts': `export const set = ({ pathParameters }) => ({ statusCode: 200, body: pathParameters.id });\nexport const dawn = (asked) => ({ statusCode: 200, body: asked.rawPath });`,
        'app.py': 'def ebb(event, context):\n    return {"statusCode": 200}\n',
      }),
    ).toEqual([
      'app.ebb',
      'src/moons.wane',
      'src/own.drift',
      'src/stars.shine',
      'src/suns.dawn',
      'src/suns.set',
      'src/tides.rise',
    ]);
  });

  it('are not those that others call, keep in a table or stand behind, nor what only looks like one', async () => {
    expect(
      await handlersIn({
        'src/index.ts': `import * as tides from './tides';\nimport { fall } from './tides';\nconst ROUTES = { 'GET /fall': fall };\nexport const handler = async (event) => event.routeKey === 'GET /rise' ? tides.rise(event) : ROUTES[event.routeKey](event) ?? { statusCode: 404 };`,
        'src/tides.ts': `export const rise = async (event) => ({ statusCode: 200 });\nexport const fall = async (event) => ({ statusCode: 200 });`,
        'src/table.js': `const one = async (event) => ({ statusCode: 200 });\nmodule.exports = { 'GET /one': one };`,
        'src/chosen.ts': `export const one = async (event) => ({ statusCode: 200 });`,
        'src/choose.js': `import * as chosen from './chosen';\nconst given = require('./given');\nexport const choose = (name, event) => chosen[name](event) ?? serve(given);`,
        'src/given.js': `exports.two = async (event) => ({ statusCode: 200 });`,
        'src/held.ts': `import middy from '@middy/core';\nexport const held = middy(async (event) => ({ statusCode: 200 }));\nexport const HELD = [held];`,
        'src/around.ts': `export const signedIn = async (event, next) => event.headers.authorization ? next(event) : { statusCode: 401 };\nexport const logged = async (event, context, next) => ({ statusCode: 200, ...(await next(event)) });\nexport const page = (status, event) => ({ statusCode: status });`,
        'src/gauges.ts': `export const measure = async (event) => { for (const one of event.Records) console.log(one.body); };\nexport const userOf = (event) => event.requestContext.authorizer.claims.sub;\nexport class Answer { rise(event) { return { statusCode: 200 }; } }\nexport function Tide(event) { return { statusCode: 200 }; }`,
        'src/gauges.test.ts': `export const sample = async (event) => ({ statusCode: 200 });`,
        'app.py':
          'def ebb(event, status):\n    return {"statusCode": status}\n\n\ndef _flow(event, context):\n    return {"statusCode": 200}\n',
      }),
    ).toEqual(['src/index.handler']);
  });

  it('are only perhaps deployed, and a gap of theirs is open', async () => {
    const body = `export const rise = async (event) => ({ statusCode: 200, body: JSON.parse(event.body).harbour });`;
    const outcomes = async (files: Readonly<Record<string, string>>) => {
      const { assessment } = await assessRepository({
        path: '/repo',
        fileSystem: memoryFileSystem({ ...files, 'src/tides.ts': body }),
        now: new Date('2026-11-22T12:00:00Z'),
      });
      return assessment.outcomes
        .filter(({ check }) => check === 'routes-have-schemas')
        .map(({ outcome }) => outcome);
    };
    expect(await outcomes({ 'serverless.yml': SERVICE('src/tides.rise') })).toEqual(['fail']);
    expect(await outcomes({ 'serverless.yml': SERVICE('src/tides.fall') })).toEqual(['unknown']);
  });
});
