import type { Location } from '../../../model/origin.ts';
import type { Node } from '../parse.ts';
import { expandDomain, tagMap } from './domains.ts';
import { type Expansion, ownAttributes, passedOn, type Serverless } from './expansion.ts';
import { entry, isGiven, literal, member, members, node, type Plain, ref, sub } from './nodes.ts';
import { authorizerPermission } from './rest-api.ts';
import { openProperties } from './unknown.ts';

/** AWS::Serverless::WebSocketApi: the API with its routes, integrations, permissions, stage and authorizer. */
export function expandWebSocketApi(expansion: Expansion, resource: Serverless): void {
  const { id, properties, at } = resource;
  const passed = passedOn(resource);
  const tags = { 'websocketapi:createdBy': 'SAM' };
  const propagates = isGiven(member(properties, 'PropagateTags')) ? member(properties, 'Tags') : undefined;
  const made = {
    ApiKeySelectionExpression: member(properties, 'ApiKeySelectionExpression'),
    Description: member(properties, 'Description'),
    DisableExecuteApiEndpoint: member(properties, 'DisableExecuteApiEndpoint'),
    DisableSchemaValidation: member(properties, 'DisableSchemaValidation'),
    IpAddressType: member(properties, 'IpAddressType'),
    Name: member(properties, 'Name') ?? id,
    RouteSelectionExpression: member(properties, 'RouteSelectionExpression'),
    Tags: tagMap(member(properties, 'Tags'), tags, at),
    ProtocolType: 'WEBSOCKET',
  };
  expansion.make(
    id,
    'AWS::ApiGatewayV2::Api',
    openProperties(made, properties, at),
    ownAttributes(resource),
    at,
  );
  expandDomain(expansion, resource, 'websocket', propagates);
  const routes = entry(properties, 'Routes');
  if (routes?.value.kind !== 'map' || routes.value.damaged !== undefined) {
    expansion.notSeen(`routes of ${id}`, 'they cannot be read wholly', 'readable Routes', routes?.at ?? at);
  }
  const ids: string[] = [];
  for (const [key, { value, at: place }] of members(routes?.value)) {
    ids.push(route(expansion, resource, key, value, place));
  }
  authorizer(expansion, resource);
  const name = member(properties, 'StageName');
  const text = literal(name) ?? (name === undefined ? 'default' : '');
  const stageId = text === 'default' ? `${id}DefaultStage` : `${id}${text}Stage`;
  expansion.aliases.set(`${id}.Stage`, stageId);
  const settings = member(properties, 'RouteSettings');
  const stage = {
    ApiId: ref(id, at),
    StageName: name ?? 'default',
    StageVariables: member(properties, 'StageVariables'),
    AccessLogSettings: member(properties, 'AccessLogSettings'),
    DefaultRouteSettings: member(properties, 'DefaultRouteSettings'),
    Tags: propagates === undefined ? node(tags, at) : tagMap(propagates, tags, at),
    AutoDeploy: true,
    RouteSettings: settings,
  };
  const attributes = { ...passed, DependsOn: isGiven(settings) && ids.length > 0 ? ids : undefined };
  expansion.make(stageId, 'AWS::ApiGatewayV2::Stage', openProperties(stage, properties, at), attributes, at);
}

/** `$connect` is `Connect` in ids. */
function idOf(key: string): string {
  const text = key.replace(/^\$/, '');
  return `${text.charAt(0).toUpperCase()}${text.slice(1).toLowerCase()}`;
}

function route(expansion: Expansion, resource: Serverless, key: string, written: Node, at: Location): string {
  const { id, properties } = resource;
  const passed = passedOn(resource);
  const base = `${id}${idOf(key)}`;
  const functionArn = member(written, 'FunctionArn');
  const auth = key === '$connect' ? member(properties, 'Auth') : undefined;
  const type = literal(member(auth, 'AuthType'))?.toUpperCase();
  const made = {
    RouteKey: key,
    ApiId: ref(id, at),
    ApiKeyRequired: member(written, 'ApiKeyRequired'),
    ModelSelectionExpression: member(written, 'ModelSelectionExpression'),
    OperationName: member(written, 'OperationName'),
    RequestModels: member(written, 'RequestModels'),
    RequestParameters: member(written, 'RequestParameters'),
    RouteResponseSelectionExpression: member(written, 'RouteResponseSelectionExpression'),
    AuthorizationType: type,
    AuthorizerId: type === 'CUSTOM' ? ref(`${id}ConnectAuthorizer`, at) : undefined,
    Target: { 'Fn::Join': ['/', ['integrations', ref(`${base}Integration`, at)]] } as Plain,
  };
  expansion.make(`${base}Route`, 'AWS::ApiGatewayV2::Route', openProperties(made, written, at), passed, at);
  const arn = 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions';
  const integration = {
    ApiId: ref(id, at),
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: sub(`${arn}/\${FunctionArn}/invocations`, at, { FunctionArn: functionArn }),
    TimeoutInMillis: member(written, 'IntegrationTimeout'),
  };
  expansion.make(`${base}Integration`, 'AWS::ApiGatewayV2::Integration', integration, passed, at);
  const permission = {
    Action: 'lambda:InvokeFunction',
    FunctionName: functionArn,
    Principal: 'apigateway.amazonaws.com',
    SourceArn: source(resource, key, at),
  };
  expansion.make(`${base}Permission`, 'AWS::Lambda::Permission', permission, passed, at);
  return `${base}Route`;
}

function source(resource: Serverless, key: string, at: Location): Node {
  const api = `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${resource.id}.ApiId}`;
  const stage = member(resource.properties, 'StageName');
  const text = stage === undefined ? 'default' : literal(stage);
  if (text !== undefined) return sub(`${api}/${text}/${key}`, at);
  return sub(`${api}/\${__StageName__}/${key}`, at, { __StageName__: stage });
}

function authorizer(expansion: Expansion, resource: Serverless): void {
  const written = entry(resource.properties, 'Auth');
  if (written === undefined) return;
  const { value: auth, at } = written;
  if (literal(member(auth, 'AuthType'))?.toUpperCase() !== 'CUSTOM') return;
  const id = `${resource.id}ConnectAuthorizer`;
  const arn = member(auth, 'AuthArn');
  const uri = 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions';
  const name = member(auth, 'Name');
  const made = {
    ApiId: ref(resource.id, at),
    AuthorizerCredentialsArn: member(auth, 'InvokeRole'),
    AuthorizerType: 'REQUEST',
    AuthorizerUri: sub(`${uri}/\${AuthArn}/invocations`, at, { AuthArn: arn }),
    IdentitySource: member(auth, 'IdentitySource'),
    Name: isGiven(name) ? name : id,
  };
  expansion.make(id, 'AWS::ApiGatewayV2::Authorizer', made, passedOn(resource), at);
  if (isGiven(member(auth, 'InvokeRole')) || arn === undefined) return;
  authorizerPermission(expansion, resource, `${resource.id}AuthorizerPermission`, arn, at);
}
