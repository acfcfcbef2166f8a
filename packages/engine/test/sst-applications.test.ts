import { describe, expect, it } from 'vitest';
import { assessRepository, collectRepository } from '../src/index.ts';
import type { Value } from '../src/model/value.ts';
import { onlyLost } from './support/honesty.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';

/*
 * Applications of SST are followed as they are written: functions, routes and events stand beside the code. What only SST, a
 * package or a deployment knows is unknown, and what is not followed is not seen.
 */
type Files = Readonly<Record<string, MemoryFile>>;

const options = (files: Files) => ({
  path: '/repo',
  fileSystem: memoryFileSystem(files),
  now: new Date('2026-11-21T12:00:00Z'),
});

async function applicationsOf(files: Files) {
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
  if (value.kind === 'list') return value.items.map(told);
  if (value.kind === 'object')
    return Object.fromEntries([...value.members].map(([name, inner]) => [name, told(inner)]));
  return value.kind === 'reference' ? `→ ${value.to.address}` : '?';
}

async function nodesOf(files: Files, type: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const found = await applicationsOf(files);
  return found!.resources
    .filter((node) => node.type === type)
    .map(({ address, exists, properties }) => ({
      address,
      exists: exists.op,
      ...(told(properties) as Record<string, unknown>),
    }));
}

/** The places that may hold functions. */
async function openOf(files: Files): Promise<readonly string[]> {
  const found = await applicationsOf(files);
  return found!.notSeen
    .filter(
      ({ holds, lacks = [] }) =>
        (holds === undefined || holds.includes('AWS::Lambda::Function')) &&
        !lacks.includes('AWS::Lambda::Function'),
    )
    .map(({ what }) => what);
}

const HANDLER = `export const handler = async (event) => {
  console.log('done ' + event.pathParameters.id);
  return { statusCode: 200, body: '{}' };
};
`;
const application = (run: string, app = '') => ({
  'sst.config.ts': `/// <reference path="./.sst/platform/config.d.ts" />
export default $config({
  app(input) {
    return { name: "cards", home: "aws", removal: input?.stage === "prod" ? "retain" : "remove"${app} };
  },
  async run() {
${run}
  },
});
`,
  'src/cards.ts': HANDLER,
});

const FUNCTION = 'AWS::Lambda::Function';
const ROUTE = 'AWS::ApiGatewayV2::Route';

describe('functions of applications', () => {
  it('have what they are given, and the code that their handler reaches', async () => {
    const files = application(`
    const shared = { STAGE: $app.stage, LIMIT: "10" };
    new sst.aws.Function("List", {
      handler: "src/cards.handler",
      timeout: "2 minutes",
      memory: "1 GB",
      environment: { ...shared, KEY: process.env.KEY! },
      logging: { format: "json" },
    });`);
    const [fn] = await nodesOf(files, FUNCTION);
    expect(fn).toMatchObject({
      address: 'sst.config.ts List',
      exists: 'always',
      Handler: 'src/cards.handler',
      Runtime: '?',
      Timeout: 120,
      MemorySize: 1024,
      Environment: { Variables: { STAGE: '?', LIMIT: '10', KEY: '?' } },
      LoggingConfig: { LogFormat: 'JSON' },
      Role: '?',
    });
    const { resources, notSeen } = (await applicationsOf(files))!;
    expect(told(resources[0]!.meta!.members.get('Code'))).toMatchObject({ files: ['src/cards.ts'] });
    expect(resources[0]!.origin.at).toMatchObject({ file: 'sst.config.ts', line: 9 });
    expect(notSeen).toMatchObject([
      {
        what: 'sst.config.ts',
        holds: [
          'AWS::IAM::Policy',
          'AWS::IAM::Role',
          'AWS::Logs::LogGroup',
          'AWS::S3::Bucket',
          'AWS::S3::BucketPolicy',
        ],
      },
    ]);
  });

  it('have no settings that only the version of SST says', async () => {
    const [fn] = await nodesOf(application('new sst.aws.Function("List", "src/cards.handler");'), FUNCTION);
    expect(fn).toMatchObject({ Handler: '?' });
    const [plain] = await nodesOf(
      application('new sst.aws.Function("List", { handler: "src/cards.handler" });'),
      FUNCTION,
    );
    expect(plain).toMatchObject({ Timeout: '?', MemorySize: '?', Runtime: '?', LoggingConfig: '?' });
  });

  it('come from files that are imported while it runs, and from loops over what is written', async () => {
    const files = {
      ...application(`
    const { made } = await import("./infra/functions");
    await import("./infra/more");
    return { count: made.length };`),
      'infra/functions.ts': `import { settings } from './settings';
export const made = Object.entries({ list: 5, remove: 10 }).map(
  ([name, seconds]) =>
    new sst.aws.Function(name, { ...settings, handler: \`src/cards.\${name}\`, timeout: \`\${seconds} seconds\` }),
);
`,
      'infra/settings.ts': `export const settings = { memory: "256 MB" as const };\n`,
      'infra/more.ts': `for (const name of ["a", "b"]) new sst.aws.Function(name, { handler: "src/cards.handler" });\n`,
    };
    expect(await nodesOf(files, FUNCTION)).toMatchObject([
      { address: 'sst.config.ts list', Handler: 'src/cards.list', Timeout: 5, MemorySize: 256 },
      { address: 'sst.config.ts remove', Handler: 'src/cards.remove', Timeout: 10 },
      { address: 'sst.config.ts a' },
      { address: 'sst.config.ts b' },
    ]);
    expect(await openOf(files)).toEqual([]);
  });

  it('have an address where they ask for one', async () => {
    const urls = await nodesOf(
      application(`
    new sst.aws.Function("A", { handler: "src/cards.handler", url: true });
    new sst.aws.Function("B", { handler: "src/cards.handler", url: { authorization: "iam" } });
    new sst.aws.Function("C", { handler: "src/cards.handler", url: { authorization: how() } });
    new sst.aws.Function("D", { handler: "src/cards.handler", url: false });
    new sst.aws.Function("E", { handler: "src/cards.handler", url: process.env.OPEN ? true : undefined });`),
      'AWS::Lambda::Url',
    );
    expect(urls.map((one) => [one['TargetFunctionArn'], one['AuthType'], one['exists']])).toEqual([
      ['→ sst.config.ts A', 'NONE', 'always'],
      ['→ sst.config.ts B', 'AWS_IAM', 'always'],
      ['→ sst.config.ts C', '?', 'always'],
      ['→ sst.config.ts E', 'NONE', 'atom'],
    ]);
  });

  it('are made only where a condition says so', async () => {
    const found = await nodesOf(
      application(`
    if ($app.stage === "prod") new sst.aws.Function("A", { handler: "src/cards.handler" });
    if ($dev) new sst.aws.Function("B", { handler: "src/cards.handler" });`),
      FUNCTION,
    );
    expect(found).toMatchObject([{ address: 'sst.config.ts A', exists: 'atom' }]);
  });

  it.each([
    ['its package is made elsewhere', 'bundle: "dist", '],
    ['it is a container', 'runtime: "python3.12", python: { container: true }, '],
    ['its package is changed', 'transform: { function: { s3Key: "other.zip" } }, '],
    ['it is changed by what is not followed', 'transform: { function: change }, '],
    ['its language is not known', 'runtime: process.env.RUNTIME, '],
    ['its handler is not there', 'layers: [], '],
  ])('have no code that is known where %s', async (_, more) => {
    const handler = more.startsWith('layers') ? 'src/other.handler' : 'src/cards.handler';
    const files = application(`new sst.aws.Function("A", { ${more}handler: "${handler}" });`);
    const { resources } = (await applicationsOf(files))!;
    expect(resources[0]!.meta!.members.get('Code')?.kind).toBe('unknown');
  });
});

describe('what changes functions afterwards', () => {
  const made =
    'new sst.aws.Function("A", { handler: "src/cards.handler", timeout: "5 seconds", memory: "512 MB" });';

  it('sets what it says, in the functions that are made after it', async () => {
    const files = application(`
    new sst.aws.Function("Before", { handler: "src/cards.handler", timeout: "5 seconds" });
    $transform(sst.aws.Function, (args) => {
      args.timeout = "9 seconds";
      args.memory ??= "128 MB";
      args.environment ??= { LIMIT: "1" };
    });
    ${made}`);
    expect(await nodesOf(files, FUNCTION)).toMatchObject([
      { Timeout: 5, MemorySize: '?' },
      { Timeout: 9, MemorySize: 512, Environment: { Variables: { LIMIT: '1' } } },
    ]);
  });

  it('reaches APIs, and what they and functions are made of', async () => {
    const settings = (transform: string) =>
      application(`
    ${transform}
    const api = new sst.aws.ApiGatewayV2("Api");
    api.route("GET /cards", { handler: "src/cards.handler", url: { authorization: "iam" } }, { auth: { iam: true } });`);
    const asked = async (transform: string) => {
      const [route] = await nodesOf(settings(transform), ROUTE);
      const [url] = await nodesOf(settings(transform), 'AWS::Lambda::Url');
      return [route?.['AuthorizationType'], url?.['AuthType']];
    };
    expect(await asked('')).toEqual(['AWS_IAM', 'AWS_IAM']);
    const open = '(args) => { args.authorizationType = "NONE"; }';
    expect(await asked(`$transform(aws.apigatewayv2.Route, ${open});`)).toEqual(['?', 'AWS_IAM']);
    expect(await asked(`$transform(aws.lambda.FunctionUrl, ${open});`)).toEqual(['AWS_IAM', '?']);
    expect(await asked(`$transform(sst.aws.ApiGatewayV2LambdaRoute, ${open});`)).toEqual(['?', 'AWS_IAM']);
    const all = '(args) => { args.transform = { route: { args: { auth: false } } }; }';
    expect(await asked(`$transform(sst.aws.ApiGatewayV2, ${all});`)).toEqual(['NONE', 'AWS_IAM']);
  });

  it('leaves open what it sets in the resource', async () => {
    const files = application(`
    $transform(aws.lambda.Function, (args) => {
      if (args.packageType === "Image") return;
      args.timeout = seconds;
    });
    ${made}`);
    expect(await nodesOf(files, FUNCTION)).toMatchObject([
      { Timeout: '?', MemorySize: 512, Handler: 'src/cards.handler' },
    ]);
  });

  it.each([
    ['it is a function of a package', '$transform(aws.lambda.Function, change);'],
    ['it hands on what it changes', '$transform(aws.lambda.Function, (args) => { change(args); });'],
    ['it assigns something', '$transform(aws.lambda.Function, (args) => { Object.assign(args, more); });'],
    ['it goes over names', '$transform(aws.lambda.Function, (args) => { args[name] = 1; });'],
  ])('leaves all open where %s', async (_, transform) => {
    const files = application(`${transform}\n${made}`);
    const withImport = {
      ...files,
      'sst.config.ts': `import { change, more, name } from "our-settings";\n${files['sst.config.ts']}`,
    };
    expect(await nodesOf(withImport, FUNCTION)).toMatchObject([
      { Timeout: '?', MemorySize: '?', Handler: '?' },
    ]);
  });
});

describe('routes of APIs', () => {
  it('lead to functions and ask as they say', async () => {
    const files = application(`
    const api = new sst.aws.ApiGatewayV2("Api", { link: [] });
    const people = api.addAuthorizer({ name: "people", jwt: { issuer: "https://people.example", audiences: ["cards"] } });
    const check = api.addAuthorizer({ name: "check", lambda: { function: "src/check.handler" } });
    const fn = new sst.aws.Function("Cards", { handler: "src/cards.handler" });
    api.route("GET /cards", fn.arn);
    api.route("get /cards/{id}", { handler: "src/cards.handler", timeout: "5 seconds" }, { auth: { jwt: { authorizer: people.id } } });
    api.route("PUT /cards/{id}", "src/cards.handler", { auth: { iam: true } });
    api.route("DELETE /cards/{id}", fn.arn, { auth: { lambda: check.id } });
    api.route("$default", "src/cards.handler", { auth: false });
    api.routeUrl("GET /news", "https://news.example");`);
    const routes = await nodesOf(files, ROUTE);
    expect(routes.map((one) => [one['RouteKey'], one['AuthorizationType']])).toEqual([
      ['GET /cards', 'NONE'],
      ['GET /cards/{id}', 'JWT'],
      ['PUT /cards/{id}', 'AWS_IAM'],
      ['DELETE /cards/{id}', 'CUSTOM'],
      ['$default', 'NONE'],
      ['GET /news', 'NONE'],
    ]);
    const integrations = await nodesOf(files, 'AWS::ApiGatewayV2::Integration');
    expect(integrations.map((one) => [one['IntegrationType'], one['IntegrationUri']])).toEqual([
      ['AWS_PROXY', '→ sst.config.ts Cards'],
      ['AWS_PROXY', '→ sst.config.ts function of Api get /cards/{id}'],
      ['AWS_PROXY', '→ sst.config.ts function of Api PUT /cards/{id}'],
      ['AWS_PROXY', '→ sst.config.ts Cards'],
      ['AWS_PROXY', '→ sst.config.ts function of Api $default'],
      ['HTTP_PROXY', 'https://news.example'],
    ]);
    expect(routes[0]).toMatchObject({ Target: '→ sst.config.ts integration of Api GET /cards' });
    const functions = await nodesOf(files, FUNCTION);
    expect(functions.map((one) => [one['address'], one['Handler'], one['Timeout']])).toEqual([
      ['sst.config.ts function of Api authorizer check', 'src/check.handler', '?'],
      ['sst.config.ts Cards', 'src/cards.handler', '?'],
      ['sst.config.ts function of Api get /cards/{id}', 'src/cards.handler', 5],
      ['sst.config.ts function of Api PUT /cards/{id}', 'src/cards.handler', '?'],
      ['sst.config.ts function of Api $default', 'src/cards.handler', '?'],
    ]);
    const permissions = await nodesOf(files, 'AWS::Lambda::Permission');
    expect(permissions).toHaveLength(5);
    expect(permissions[0]).toMatchObject({
      FunctionName: '→ sst.config.ts Cards',
      Principal: 'apigateway.amazonaws.com',
    });
    expect(await openOf(files)).toEqual([]);
  });

  it.each([
    ['all of them ask', '{ transform: { route: { args: { auth: { iam: true } } } } }', 'AWS_IAM'],
    [
      'those ask that say nothing',
      '{ transform: { route: { args: (args) => { args.auth ??= { iam: true }; } } } }',
      'AWS_IAM',
    ],
    ['what changes them is not followed', '{ transform: { route: { args: change } } }', '?'],
    ['the settings of the API are not known', 'settings', '?'],
  ])('ask as the API says where %s', async (_, settings, expected) => {
    const files = application(`
    const api = new sst.aws.ApiGatewayV2("Api", ${settings});
    api.route("GET /cards", "src/cards.handler");`);
    expect(await nodesOf(files, ROUTE)).toMatchObject([{ AuthorizationType: expected }]);
  });

  it.each([
    ['settings are computed', 'more()'],
    ['the authorizer is one or none', '{ auth: process.env.OPEN ? undefined : { iam: true } }'],
    [
      'the route itself is changed',
      '{ auth: { iam: true }, transform: { route: { authorizationType: "NONE" } } }',
    ],
    ['what is spread may say otherwise', '{ auth: { iam: true }, ...more }'],
    ['the way is not known', '{ auth: { [kind]: true } }'],
  ])('ask nobody knows what where %s', async (_, args) => {
    const files = application(`
    const api = new sst.aws.ApiGatewayV2("Api");
    api.route("GET /cards", "src/cards.handler", ${args});`);
    expect(await nodesOf(files, ROUTE)).toMatchObject([{ AuthorizationType: '?' }]);
  });

  it('of a REST API are methods of its paths', async () => {
    const files = application(`
    const api = new sst.aws.ApiGatewayV1("Api");
    const check = api.addAuthorizer({ name: "check", tokenFunction: "src/check.handler" });
    api.route("GET /cards", "src/cards.handler");
    api.route("put /cards/{id}", "src/cards.handler", { auth: { custom: check.id } });
    api.route("POST /cards", "src/cards.handler", { auth: { cognito: { authorizer: pool.id } }, apiKey: true });
    api.route("DELETE /cards", "src/cards.handler", { auth: { iam: true }, transform: { method: { authorization: "NONE" } } });
    api.deploy();`);
    const methods = await nodesOf(files, 'AWS::ApiGateway::Method');
    expect(methods.map((one) => [one['HttpMethod'], one['ResourceId'], one['AuthorizationType']])).toEqual([
      ['GET', '→ sst.config.ts Api path /cards', 'NONE'],
      ['PUT', '→ sst.config.ts Api path /cards/{id}', 'CUSTOM'],
      ['POST', '→ sst.config.ts Api path /cards', 'COGNITO_USER_POOLS'],
      ['DELETE', '→ sst.config.ts Api path /cards', '?'],
    ]);
    expect(methods[0]).toMatchObject({
      Integration: { Type: 'AWS_PROXY', Uri: '→ sst.config.ts function of Api GET /cards' },
    });
    expect(await nodesOf(files, 'AWS::ApiGateway::Resource')).toMatchObject([
      { PathPart: 'cards', ParentId: '→ sst.config.ts Api' },
      { PathPart: '{id}', ParentId: '→ sst.config.ts Api path /cards' },
    ]);
    expect(await nodesOf(files, FUNCTION)).toHaveLength(5);
    expect(await openOf(files)).toEqual([]);
  });

  it('of a WebSocket have its own keys', async () => {
    const files = application(`
    const api = new sst.aws.ApiGatewayWebSocket("Api");
    api.route("$connect", "src/cards.handler", { auth: { iam: true } });
    api.route("sendMessage", "src/cards.handler");`);
    expect(await nodesOf(files, ROUTE)).toMatchObject([
      { RouteKey: '$connect', AuthorizationType: 'AWS_IAM' },
      { RouteKey: 'sendMessage', AuthorizationType: 'NONE' },
    ]);
  });

  it('of tables are each of their own', async () => {
    const files = application(`
    const api = new sst.aws.ApiGatewayV2("Api");
    const routes = { "GET /cards": "list", "POST /cards": "create" };
    for (const [route, name] of Object.entries(routes))
      api.route(route, { handler: \`src/cards.\${name}\` }, { auth: { iam: true } });`);
    expect(await nodesOf(files, ROUTE)).toMatchObject([
      { RouteKey: 'GET /cards', AuthorizationType: 'AWS_IAM' },
      { RouteKey: 'POST /cards', AuthorizationType: 'AWS_IAM' },
    ]);
  });
});

describe('what calls functions without waiting', () => {
  it('are schedules, queues, topics and what else has subscribers', async () => {
    const files = application(`
    new sst.aws.Cron("Daily", { schedule: "rate(1 day)", function: "src/cards.handler" });
    new sst.aws.CronV2("Hourly", { schedule: "rate(1 hour)", function: { handler: "src/cards.handler" } });
    const failed = new sst.aws.Queue("Failed");
    const queue = new sst.aws.Queue("Work", { visibilityTimeout: "5 minutes", dlq: failed.arn });
    queue.subscribe("src/cards.handler", { batch: { size: 5 } });
    const topic = new sst.aws.SnsTopic("Topic");
    topic.subscribe("Named", "src/cards.handler");
    new sst.aws.Bus("Bus").subscribe("src/cards.handler", { pattern: { source: ["cards"] } });
    new sst.aws.Dynamo("Table", { fields: { id: "string" }, stream: "new-image" }).subscribe("Reader", "src/cards.handler");
    new sst.aws.Bucket("Bucket").notify({ notifications: [{ name: "Added", function: "src/cards.handler" }] });`);
    const permissions = await nodesOf(files, 'AWS::Lambda::Permission');
    expect(permissions.map((one) => one['Principal'])).toEqual([
      'events.amazonaws.com',
      'scheduler.amazonaws.com',
      'sns.amazonaws.com',
      'events.amazonaws.com',
      's3.amazonaws.com',
    ]);
    expect(await nodesOf(files, 'AWS::Events::Rule')).toMatchObject([{ ScheduleExpression: 'rate(1 day)' }]);
    expect(await nodesOf(files, 'AWS::Scheduler::Schedule')).toMatchObject([
      { ScheduleExpression: 'rate(1 hour)' },
    ]);
    expect(await nodesOf(files, 'AWS::SQS::Queue')).toMatchObject([
      { address: 'sst.config.ts Failed' },
      {
        address: 'sst.config.ts Work',
        VisibilityTimeout: 300,
        RedrivePolicy: { deadLetterTargetArn: '→ sst.config.ts Failed' },
      },
    ]);
    expect(await nodesOf(files, 'AWS::Lambda::EventSourceMapping')).toMatchObject([
      {
        EventSourceArn: '→ sst.config.ts Work',
        FunctionName: '→ sst.config.ts function of Work subscriber src/cards.handler',
      },
      { EventSourceArn: '?', FunctionName: '→ sst.config.ts function of Table subscriber Reader' },
    ]);
    expect(await nodesOf(files, FUNCTION)).toHaveLength(7);
    expect(await openOf(files)).toEqual([]);
  });
});

describe('what is not followed', () => {
  it.each([
    ['a component that is not known', 'new sst.aws.Wonder("W");', 'sst.aws.Wonder W (sst.config.ts:7)'],
    ['a site with a server', 'new sst.aws.Nextjs("Web");', 'sst.aws.Nextjs Web (sst.config.ts:7)'],
    [
      'a method that is not known',
      'new sst.aws.Bucket("B").wonder("src/cards.handler");',
      'wonder of B (sst.config.ts:7)',
    ],
    [
      'a resource of the provider',
      'new aws.lambda.Function("F", {});',
      'aws.lambda.Function (sst.config.ts:7)',
    ],
    [
      'a file whose name is computed',
      'await import("./infra/" + process.env.PART);',
      'it loads a file whose name is computed (sst.config.ts:7)',
    ],
    [
      'a file that is not here',
      'await import("./infra/gone");',
      './infra/gone, which is not here (sst.config.ts:1)',
    ],
    [
      'a subscriber that is not known',
      'new sst.aws.Queue("Q").subscribe(handler);',
      'the function of Q subscriber (sst.config.ts:7)',
    ],
    [
      'an existing queue',
      'sst.aws.Queue.subscribe(process.env.ARN, "src/cards.handler");',
      'sst.aws.Queue.subscribe (sst.config.ts:7)',
    ],
    [
      'a method of what is there already',
      'sst.aws.Bucket.get("B", "cards").notify({});',
      'notify of B (sst.config.ts:7)',
    ],
  ])('may hold functions: %s', async (_, run, what) => {
    expect(await openOf(application(run))).toEqual([what]);
  });

  it.each([
    [
      'a call',
      'import { makeApi } from "our-infra";',
      'makeApi();',
      'what our-infra makes (sst.config.ts:8)',
    ],
    [
      'an API that is handed on',
      'import { addRoutes } from "our-infra";',
      'const api = new sst.aws.ApiGatewayV2("Api"); addRoutes(api);',
      'what our-infra makes (sst.config.ts:8)',
    ],
  ])('may hold functions where a package makes them: %s', async (_, imports, run, what) => {
    const files = application(run);
    const open = await openOf({ ...files, 'sst.config.ts': `${imports}\n${files['sst.config.ts']}` });
    expect(open).toContain(what);
  });

  it('may hold functions in packages of the repository, and not in those of others', async () => {
    const files = application('return { LIMIT };');
    const text = `import { LIMIT } from "@cards/settings/limits";\n${files['sst.config.ts']}`;
    const own = { 'settings/package.json': '{ "name": "@cards/settings" }' };
    expect(await openOf({ ...files, ...own, 'sst.config.ts': text })).toEqual([
      'the package @cards/settings/limits (sst.config.ts:1)',
    ]);
    expect(await openOf({ ...files, 'sst.config.ts': text })).toEqual([]);
  });

  it.each([
    ['a table', 'new aws.dynamodb.Table("T", {});'],
    [
      'a secret',
      'const key = new sst.Secret("Key"); new sst.Linkable("L", { properties: { key: key.value } });',
    ],
    ['a permission', 'new aws.lambda.Permission("P", { principal: "sns.amazonaws.com" });'],
    [
      'a digest',
      'const { createHash } = await import("node:crypto"); return { digest: createHash("sha256").update($app.stage).digest("hex") };',
    ],
    ['a role', 'new aws.iam.Role("R", { assumeRolePolicy: JSON.stringify({}) });'],
    ['a static site', 'new sst.aws.StaticSite("Web", { path: "web" });'],
    [
      'what is computed of outputs',
      'const b = new sst.aws.Bucket("B"); const name = $interpolate`${b.name}/x`; return { name };',
    ],
    [
      'what is read of texts',
      'const parts = process.env.NAMES!.split(",").map((one) => one.trim()); return { parts };',
    ],
  ])('holds no functions: %s', async (_, run) => {
    expect(await openOf(application(run))).toEqual([]);
  });

  it('may hold what is made beside a function for what it is given', async () => {
    const holds = async (more: string) =>
      (await applicationsOf(
        application(`new sst.aws.Function("A", { handler: "src/cards.handler"${more} });`),
      ))!.notSeen[0]!.holds;
    expect(await holds('')).not.toContain('AWS::Lambda::EventInvokeConfig');
    expect(await holds(', retries: 1')).toContain('AWS::Lambda::EventInvokeConfig');
    expect(await holds(', versioning: true')).toContain('AWS::Lambda::Version');
  });

  it('may hold what components make, also where none of them is read', async () => {
    const found = await applicationsOf(application('new sst.aws.StaticSite("Web", { path: "web" });'));
    expect(found).toMatchObject({ resources: [], notSeen: [{ what: 'sst.config.ts' }] });
    expect(found!.notSeen[0]!.holds).toContain('AWS::S3::Bucket');
  });

  it.each([
    ['it is no program of version 3', 'export default { config() {}, stacks(app) { app.wonder(); } };'],
    ['run is not there', 'export default $config({ app() { return {}; } });'],
    [
      'it is not exported as it is written',
      'export default make({ run() { new sst.aws.Function("A", {}); } });',
    ],
    [
      'it is broken',
      'export default $config({ async run() { new sst.aws.Function("A", { handler: } ); } });',
    ],
  ])('is the whole of a file where %s', async (_, text) => {
    expect((await openOf({ 'sst.config.ts': text, 'src/cards.ts': HANDLER })).length).toBeGreaterThan(0);
  });
});

describe('applications of version 2', () => {
  const stacks = (text: string, more: Files = {}) => ({
    'sst.config.ts': `import { SSTConfig } from "sst";
import { Cards } from "./stacks/cards";
export default {
  config() { return { name: "cards", region: "eu-west-1" }; },
  stacks(app) {
    app.setDefaultFunctionProps({ timeout: 10, environment: { STAGE: app.stage, LIMIT: "1" } });
    app.stack(Cards);
  },
} satisfies SSTConfig;
`,
    'stacks/cards.ts': `import { Api, Bucket, Config, Cron, Function, Queue, Table, Topic, WebSocketApi, use, type StackContext } from "sst/constructs";
import * as iam from "aws-cdk-lib/aws-iam";
import * as lambda from "aws-cdk-lib/aws-lambda";
export function Cards({ stack, app }: StackContext) {
${text}
}
`,
    'src/cards.ts': HANDLER,
    ...more,
  });

  it('have the routes that are written into their APIs', async () => {
    const files = stacks(`
  const key = new Config.Secret(stack, "KEY");
  const fn = new Function(stack, "List", { handler: "src/cards.handler", timeout: "1 minute", environment: { LIMIT: "2" }, bind: [key] });
  const api = new Api(stack, "Api", {
    authorizers: { people: { type: "user_pool", userPool: { id: "x" } }, own: { type: "lambda", function: "src/check.handler" } },
    defaults: { authorizer: "people", function: { memorySize: "1 GB" } },
    routes: {
      "GET /cards": fn,
      "post /cards": "src/cards.handler",
      "PUT /cards": { function: { handler: "src/cards.handler", timeout: 3 }, authorizer: "iam" },
      "DELETE /cards": { function: "src/cards.handler", authorizer: "own" },
      "GET /news": { type: "url", url: "https://news.example", authorizer: "none" },
      $default: { function: "src/cards.handler", authorizer: process.env.ASKS },
    },
  });
  api.addRoutes(stack, { "GET /more": "src/cards.handler" });
  api.attachPermissions(["s3"]);
  stack.addOutputs({ url: api.url });`);
    const routes = await nodesOf(files, ROUTE);
    expect(routes.map((one) => [one['RouteKey'], one['AuthorizationType']])).toEqual([
      ['GET /cards', 'JWT'],
      ['POST /cards', 'JWT'],
      ['PUT /cards', 'AWS_IAM'],
      ['DELETE /cards', 'CUSTOM'],
      ['GET /news', 'NONE'],
      ['$default', '?'],
      ['GET /more', 'JWT'],
    ]);
    const functions = await nodesOf(files, FUNCTION);
    expect(functions).toMatchObject([
      { address: 'sst.config.ts List', Timeout: 60, Environment: { Variables: { STAGE: '?', LIMIT: '2' } } },
      { address: 'sst.config.ts function of Api authorizer own', Handler: 'src/check.handler', Timeout: 10 },
      { Handler: 'src/cards.handler', Timeout: 10, MemorySize: 1024 },
      { Timeout: 3, MemorySize: 1024 },
      { Timeout: 10 },
      { Timeout: 10 },
      { address: 'sst.config.ts function of Api GET /more', Timeout: 10 },
    ]);
    const integrations = await nodesOf(files, 'AWS::ApiGatewayV2::Integration');
    expect(integrations[0]).toMatchObject({ IntegrationUri: '→ sst.config.ts List' });
    expect(await openOf(files)).toEqual([]);
    const { resources } = (await applicationsOf(files))!;
    expect(told(resources[0]!.meta!.members.get('Code'))).toMatchObject({ files: ['src/cards.ts'] });
  });

  it('have what calls functions without waiting', async () => {
    const files = stacks(`
  new Cron(stack, "Daily", { schedule: "rate(1 day)", job: "src/cards.handler" });
  new Cron(stack, "Hourly", { schedule: "rate(1 hour)", job: { function: { handler: "src/cards.handler" } } });
  const queue = new Queue(stack, "Work", { consumer: { function: "src/cards.handler", cdk: { eventSource: {} } } });
  new Topic(stack, "Topic", { subscribers: { one: "src/cards.handler", two: queue } });
  new Table(stack, "Table", { fields: { id: "string" }, stream: true, consumers: { reader: "src/cards.handler" } });
  new Bucket(stack, "Bucket").addNotifications(stack, { added: { function: "src/cards.handler" } });`);
    const permissions = await nodesOf(files, 'AWS::Lambda::Permission');
    expect(permissions.map((one) => one['Principal'])).toEqual([
      'events.amazonaws.com',
      'events.amazonaws.com',
      'sns.amazonaws.com',
      's3.amazonaws.com',
    ]);
    expect(await nodesOf(files, 'AWS::Lambda::EventSourceMapping')).toHaveLength(2);
    expect(await nodesOf(files, FUNCTION)).toHaveLength(6);
    expect(await openOf(files)).toEqual([]);
  });

  it('hand on what a stack gives to others', async () => {
    const files = stacks('return { name: "list" };', {
      'sst.config.ts': `import { use, Function } from "sst/constructs";
import { Cards } from "./stacks/cards";
function More({ stack }) {
  const { name } = use(Cards);
  new Function(stack, "F", { handler: \`src/cards.\${name}\` });
}
export default { config() { return {}; }, async stacks(app) { app.stack(Cards).stack(More); } };
`,
    });
    expect(await nodesOf(files, FUNCTION)).toMatchObject([{ Handler: 'src/cards.list' }]);
  });

  it.each([
    [
      'a construct that is not read',
      'new WebSocketApi(stack, "Api", {});',
      'sst/constructs.WebSocketApi Api (stacks/cards.ts:6)',
    ],
    [
      'a function of the CDK',
      'new lambda.Function(stack, "F", {});',
      'aws-lambda.Function (stacks/cards.ts:6)',
    ],
    [
      'what is below an API',
      'new Api(stack, "Api", {}).cdk.httpApi.addRoutes({});',
      'cdk.httpApi.addRoutes of Api (stacks/cards.ts:6)',
    ],
    ['routes of elsewhere', 'new Api(stack, "Api", { routes: more });', 'routes of Api (stacks/cards.ts:6)'],
    ['a stack of elsewhere', 'app.stack(other);', 'a stack (stacks/cards.ts:6)'],
  ])('may hold functions: %s', async (_, text, what) => {
    expect(await openOf(stacks(`\n${text}`))).toEqual([what]);
  });

  it.each([
    ['', 'NONE'],
    ['cdk: { httpApi: existing }, ', '?'],
    ['...more, ', '?'],
  ])('ask nobody only where nothing of the CDK may: %s', async (more, expected) => {
    const files = stacks(`new Api(stack, "Api", { ${more}routes: { "GET /cards": "src/cards.handler" } });`);
    expect(await nodesOf(files, ROUTE)).toMatchObject([{ AuthorizationType: expected }]);
  });

  it('hold none in roles and statements of the CDK', async () => {
    const text = `new iam.Role(stack, "R", { assumedBy: new iam.AccountPrincipal("1") });
  new Table(stack, "T", { fields: {} }).bind([new iam.PolicyStatement({ actions: ["s3:GetObject"] })]);`;
    expect(await openOf(stacks(text))).toEqual([]);
  });
});

describe('a console that deploys', () => {
  const pipelines = async (app: string) =>
    (await applicationsOf(application('new sst.aws.Queue("Q");', app)))!.notSeen.filter(({ holds }) =>
      holds?.includes('AWS::CodePipeline::Pipeline'),
    );

  it('may be a pipeline that no file of the repository is', async () => {
    expect(await pipelines('')).toEqual([]);
    expect(await pipelines(', console: { autodeploy: { target() {} } }')).toHaveLength(1);
  });
});

describe('checks on code beside applications', () => {
  const deployed: Files = { 'README.md': '# Cards\n\n```sh\nnpx sst deploy --stage prod\n```\n' };
  const assessed = async (files: Files) => (await assessRepository(options(files))).assessment;
  const of = ({ outcomes }: Awaited<ReturnType<typeof assessed>>, check: string) =>
    outcomes.filter((o) => o.check === check).map((o) => o.outcome);
  const api = (args: string) =>
    application(
      `const api = new sst.aws.ApiGatewayV2("Api");\napi.route("GET /cards", "src/cards.handler"${args});`,
    );

  it('say what is so of code that runs', async () => {
    const open = await assessed({ ...api(''), ...deployed });
    expect(of(open, 'handlers-guarded')).toEqual(['fail']);
    const guarded = await assessed({ ...api(', { auth: { iam: true } }'), ...deployed });
    expect(of(guarded, 'handlers-guarded')).toEqual(['pass']);
    const either = await assessed({ ...api(', more'), ...deployed });
    expect(of(either, 'handlers-guarded')).toEqual(['unknown']);
  });

  it('take no code for running that no function reaches', async () => {
    const script = { 'tools/fill.ts': "await fetch('https://prices.example');\n" };
    const used = { 'src/cards.ts': `${HANDLER}export const ask = () => fetch('https://prices.example');\n` };
    const check = 'calls-have-time-limits';
    expect(of(await assessed({ ...api(''), ...script, ...deployed }), check)).not.toContain('fail');
    expect(of(await assessed({ ...api(''), ...used, ...deployed }), check)).toContain('fail');
  });

  it('take them for all that there is only where they are deployed, and nothing else is', async () => {
    const work = application(
      'new sst.aws.CronV2("Daily", { schedule: "rate(1 day)", function: "src/cards.handler" });',
    );
    const check = 'failed-work-can-be-repeated';
    expect(of(await assessed({ ...work, ...deployed }), check)).toEqual(['fail']);
    expect(of(await assessed(work), check)).toEqual(['unknown']);
    const other = { 'docs/worker.md': '# Worker\n\n```sh\ncd worker && eb deploy worker-prod\n```\n' };
    expect(of(await assessed({ ...work, ...deployed, ...other }), check)).toEqual(['unknown']);
  });

  it('lose only what cannot be told any more', async () => {
    const whole = { ...api(', { auth: { iam: true } }'), ...deployed };
    const text = whole['sst.config.ts'];
    const before = await assessed(whole);
    for (const [what, hidden] of [
      ['the handler', text.replace('"src/cards.handler"', 'process.env.HANDLER')],
      ['the route', text.replace('"GET /cards"', 'process.env.ROUTE')],
      ['the authorizer', text.replace('{ auth: { iam: true } }', 'settings')],
      ['the settings of the API', text.replace('("Api")', '("Api", settings)')],
      ['what the API is', text.replace('new sst.aws.ApiGatewayV2("Api")', 'makeApi()')],
      ['all of it', text.replace('$config(', 'withMore(')],
    ] as const)
      onlyLost(before, await assessed({ ...whole, 'sst.config.ts': hidden }), what);
  });

  it('lose only what a file says that cannot be read', async () => {
    const split = {
      ...application(
        'const { api } = await import("./infra/api");\nawait import("./infra/work");\nreturn { url: api.url };',
      ),
      'infra/api.ts': `import { settings } from "./settings";
export const api = new sst.aws.ApiGatewayV2("Api");
api.route("GET /cards", "src/cards.handler", settings);
`,
      'infra/settings.ts': 'export const settings = { auth: { iam: true } };\n',
      'infra/work.ts':
        'new sst.aws.CronV2("Daily", { schedule: "rate(1 day)", function: "src/work.handler" });\n',
      'src/work.ts': "export const handler = async () => fetch('https://prices.example');\n",
      ...deployed,
    };
    const before = await assessed(split);
    expect(of(before, 'handlers-guarded')).toEqual(['pass']);
    expect(of(before, 'calls-have-time-limits')).toEqual(['fail']);
    for (const file of Object.keys(split).filter((one) => /^(infra|src)/.test(one)))
      onlyLost(before, await assessed({ ...split, [file]: { error: 'EACCES' } }), file);
    for (const file of Object.keys(split).filter((one) => /^infra/.test(one)))
      onlyLost(before, await assessed({ ...split, [file]: 'export const = ;\n' }), `${file} broken`);
  });
});
