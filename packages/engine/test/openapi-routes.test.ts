import { describe, expect, it } from 'vitest';
import { assessFolder } from './support/assess-folder.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

async function saidOf(check: string, files: Record<string, string>): Promise<Record<string, string>> {
  const { outcomes } = await assessFolder('/repo', {
    fileSystem: memoryFileSystem(files),
    only: [check],
  });
  return Object.fromEntries(outcomes.map((o) => [o.resource?.address ?? o.message, o.outcome]));
}

const routes = (files: Record<string, string>) => saidOf('api-routes-authorized', files);

const DOCUMENT = {
  openapi: '3.0.1',
  security: [{ users: [] }],
  paths: {
    '/orders': {
      get: {},
      post: {
        security: [],
        'x-amazon-apigateway-integration': {
          type: 'aws',
          uri: 'arn:aws:apigateway:eu-west-1:sqs:path/1/jobs',
        },
      },
      options: { security: [] },
      parameters: [],
    },
    '/report': { get: { security: [{ key: [] }] }, put: { 'x-amazon-apigateway-auth': { type: 'AWS_IAM' } } },
    '/custom': { 'x-amazon-apigateway-any-method': { security: [{ ours: [] }] } },
  },
  components: {
    securitySchemes: {
      users: {
        type: 'apiKey',
        'x-amazon-apigateway-authtype': 'cognito_user_pools',
        'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools' },
      },
      ours: { type: 'apiKey', 'x-amazon-apigateway-authorizer': { type: 'request' } },
      key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
    },
  },
};

/** What each route is by reading the document: its own security before the common one; a key alone asks nobody. */
const EXPECTED = {
  'GET /orders': 'pass',
  'POST /orders': 'fail',
  'OPTIONS /orders': 'not-applicable',
  'GET /report': 'unknown',
  'PUT /report': 'pass',
  'ANY /custom': 'pass',
};

const expected = (api: string) =>
  Object.fromEntries(Object.entries(EXPECTED).map(([route, outcome]) => [`${api} ${route}`, outcome]));

describe('routes of an OpenAPI document', () => {
  it('are judged like methods in CloudFormation', async () => {
    const template = JSON.stringify({
      Resources: { Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Body: DOCUMENT } } },
    });
    expect(await routes({ 'template.json': template })).toEqual(expected('Api'));
  });

  it('are judged like methods in Terraform', async () => {
    const main = `resource "aws_api_gateway_rest_api" "api" {\n  name = "a"\n  body = jsonencode(${JSON.stringify(DOCUMENT)})\n}\n`;
    expect(await routes({ 'main.tf': main })).toEqual(expected('aws_api_gateway_rest_api.api'));
  });

  it('are judged like routes in an HTTP API', async () => {
    const document = {
      openapi: '3.0.1',
      paths: {
        '/orders': { get: { security: [{ users: ['read'] }] }, post: {} },
        '/$default': { 'x-amazon-apigateway-any-method': {} },
      },
      components: {
        securitySchemes: {
          users: { type: 'oauth2', 'x-amazon-apigateway-authorizer': { type: 'jwt' } },
        },
      },
    };
    const template = JSON.stringify({
      Resources: {
        Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP', Body: document } },
      },
    });
    expect(await routes({ 'template.json': template })).toEqual({
      'Api GET /orders': 'pass',
      'Api POST /orders': 'unknown',
      'Api $default': 'unknown',
    });
  });

  it('of a document in S3 are not seen', async () => {
    const template =
      'Resources:\n  Api:\n    Type: AWS::ApiGateway::RestApi\n    Properties:\n      BodyS3Location: { Bucket: b, Key: api.yaml }\n';
    const said = await routes({ 'template.yaml': template });
    expect(said).toEqual({
      'resources not seen in the routes of Api (they stand in an OpenAPI document that is not known here)':
        'unknown',
    });
  });

  it('exist under the condition of their API and of their own', async () => {
    const template = `
Parameters: { Public: { Type: String } }
Conditions: { IsPublic: !Equals [!Ref Public, 'yes'] }
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body:
        paths:
          /status: !If
            - IsPublic
            - get: { x-amazon-apigateway-integration: { type: aws, uri: "arn:aws:apigateway:eu-west-1:s3:path/status" } }
            - !Ref AWS::NoValue
`;
    expect(await routes({ 'template.yaml': template })).toEqual({ 'Api GET /status': 'unknown' });
  });

  it('keep the place of their operation', async () => {
    const template =
      'Resources:\n  Api:\n    Type: AWS::ApiGateway::RestApi\n    Properties:\n      Body:\n        paths:\n          /a:\n            get: {}\n';
    const { outcomes } = await assessFolder('/repo', {
      fileSystem: memoryFileSystem({ 'template.yaml': template }),
      only: ['api-routes-authorized'],
    });
    expect(outcomes[0]?.resource).toMatchObject({ file: 'template.yaml', line: 8 });
  });

  it('say which pages may call, in what an operation answers by itself', async () => {
    const answering = (origin: unknown) => ({
      options: {
        'x-amazon-apigateway-integration': {
          type: 'mock',
          responses: {
            default: {
              statusCode: '200',
              responseParameters: { 'method.response.header.Access-Control-Allow-Origin': origin },
            },
          },
        },
      },
    });
    const Body = {
      paths: {
        '/any': answering("'*'"),
        '/own': answering("'https://app.example.com'"),
        '/given': answering({ Ref: 'Origin' }),
        '/code': { options: { 'x-amazon-apigateway-integration': { type: 'aws_proxy' } } },
      },
    };
    const template = JSON.stringify({
      Parameters: { Origin: { Type: 'String' } },
      Resources: { Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Body } } },
    });
    expect(await saidOf('rest-cors-exact-origins', { 'template.json': template })).toEqual({
      'Api OPTIONS /any': 'fail',
      'Api OPTIONS /own': 'pass',
      'Api OPTIONS /given': 'unknown',
      'Api OPTIONS /code': 'not-applicable',
    });
  });

  it('say which pages may call where SAM writes them', async () => {
    const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties: { StageName: live, Cors: "'*'" }
  List:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      CodeUri: src/
      Events:
        Get: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /orders, Method: get } }
`;
    const said = await saidOf('rest-cors-exact-origins', { 'template.yaml': template });
    expect(said['Api OPTIONS /orders']).toBe('fail');
  });

  it('say what is compared with a schema, by a validator that looks at bodies', async () => {
    const call = {
      'x-amazon-apigateway-integration': { type: 'aws', uri: 'arn:aws:apigateway:eu-west-1:sqs:path/1/jobs' },
    };
    const schema = { type: 'object' };
    const requestBody = { content: { 'application/json': { schema } } };
    const VALIDATOR = 'x-amazon-apigateway-request-validator';
    const Body = {
      [`${VALIDATOR}s`]: {
        bodies: { validateRequestBody: true },
        parameters: { validateRequestBody: false, validateRequestParameters: true },
      },
      [VALIDATOR]: 'bodies',
      paths: {
        '/common': { post: { ...call, requestBody } },
        '/older': { post: { ...call, parameters: [{ in: 'body', name: 'order', schema }] } },
        '/own': { post: { ...call, requestBody, [VALIDATOR]: 'parameters' } },
        '/loose': { post: { ...call, requestBody: { content: { 'application/json': {} } } } },
        '/without': { put: { ...call, parameters: [{ in: 'query', name: 'page', schema }] } },
      },
    };
    const template = JSON.stringify({
      Resources: { Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Body } } },
    });
    expect(await saidOf('write-requests-validated', { 'template.json': template })).toEqual({
      'Api POST /common': 'pass',
      'Api POST /older': 'pass',
      'Api POST /own': 'fail',
      'Api POST /loose': 'fail',
      'Api PUT /without': 'fail',
    });
  });

  it('bring the cross-origin settings of an HTTP API', async () => {
    const template = JSON.stringify({
      Resources: {
        Api: {
          Type: 'AWS::ApiGatewayV2::Api',
          Properties: { Body: { paths: {}, 'x-amazon-apigateway-cors': { allowOrigins: ['*'] } } },
        },
      },
    });
    expect(await saidOf('cors-exact-origins', { 'template.json': template })).toEqual({ Api: 'fail' });
  });

  it('make an API of them an HTTP API, which no web ACL can be attached to', async () => {
    const api = (properties: object) => ({
      'template.json': JSON.stringify({
        Resources: { Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: properties } },
      }),
    });
    const whole = await saidOf('waf-attached', api({ Body: { paths: {} } }));
    expect(whole).toEqual(await saidOf('waf-attached', api({ ProtocolType: 'HTTP' })));
  });
});
