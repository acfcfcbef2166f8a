import { rowOf } from '../../../knowledge/row-of.ts';
import type { Location } from '../../../model/origin.ts';
import type { Node } from '../parse.ts';
import { expandConnector } from './connector.ts';
import { type Expansion, ownAttributes, type Serverless, tagList } from './expansion.ts';
import { resolversOf } from './graphql-resolvers.ts';
import {
  entry,
  getAtt,
  isFalse,
  isGiven,
  items,
  literal,
  map,
  member,
  members,
  node,
  type Plain,
  ref,
  sub,
} from './nodes.ts';
import { assumedBy } from './role.ts';
import { openProperties } from './unknown.ts';

/** What the parts of one GraphQL API share. */
export interface GraphQL {
  readonly expansion: Expansion;
  readonly resource: Serverless;
  readonly apiId: Node;
  /** Names of data sources and ids of functions by their names in SAM. */
  readonly sources: Map<string, Node>;
  readonly functions: Map<string, Node>;
}

/** AWS::Serverless::GraphQLApi: the API of AppSync with schema, keys, cache, domain, data sources and resolvers. */
export function expandGraphQLApi(expansion: Expansion, resource: Serverless): void {
  const { id, properties, at } = resource;
  const apiId = getAtt(id, 'ApiId', at);
  const api: GraphQL = { expansion, resource, apiId, sources: new Map(), functions: new Map() };
  const auth = member(properties, 'Auth');
  const made = {
    Name: given(properties, 'Name') ?? id,
    Visibility: given(properties, 'Visibility'),
    OwnerContact: given(properties, 'OwnerContact'),
    XrayEnabled: member(properties, 'XrayEnabled'),
    IntrospectionConfig: given(properties, 'IntrospectionConfig'),
    QueryDepthLimit: given(properties, 'QueryDepthLimit'),
    ResolverCountLimit: given(properties, 'ResolverCountLimit'),
    AuthenticationType: member(auth, 'Type'),
    ...authorizer(auth, true),
    AdditionalAuthenticationProviders: additional(auth),
    Tags: tagsOf(properties, at),
    LogConfig: logging(api),
  };
  addPart(api, id, 'AWS::AppSync::GraphQLApi', openProperties(made, properties, at), at);
  const schema = {
    ApiId: apiId,
    Definition: given(properties, 'SchemaInline'),
    DefinitionS3Location: given(properties, 'SchemaUri'),
  };
  addPart(api, `${id}Schema`, 'AWS::AppSync::GraphQLSchema', schema, at);
  authorizerConnectors(api, auth);
  for (const [name, { value, at: place }] of members(member(properties, 'ApiKeys'))) {
    const key = {
      ApiId: apiId,
      ApiKeyId: member(value, 'ApiKeyId'),
      Description: member(value, 'Description'),
      Expires: member(value, 'ExpiresOn'),
    };
    addPart(api, `${id}${name}`, 'AWS::AppSync::ApiKey', key, place);
  }
  cacheAndDomain(api);
  dataSources(api);
  resolversOf(api);
}

function given(of: Node | undefined, name: string): Node | undefined {
  const written = member(of, name);
  return isGiven(written) ? written : undefined;
}

/** A part of the API, with the attributes of the whole. */
export function addPart(
  api: GraphQL,
  id: string,
  type: string,
  properties: Plain,
  at: Location,
  more: Readonly<Record<string, Plain>> = {},
): void {
  api.expansion.make(id, type, properties, { ...ownAttributes(api.resource), ...more }, at);
}

function tagsOf(properties: Node, at: Location): Node {
  const written = members(member(properties, 'Tags')).map(([name, e]) => [name, e.value] as const);
  return tagList(map([...written, ['graphqlapi:createdBy', 'SAM']], at));
}

/** Where each kind of authorization has its settings, in SAM and in AppSync. */
const AUTHORIZERS: Readonly<Record<string, readonly [string, string]>> = {
  AWS_LAMBDA: ['LambdaAuthorizer', 'LambdaAuthorizerConfig'],
  OPENID_CONNECT: ['OpenIDConnect', 'OpenIDConnectConfig'],
  AMAZON_COGNITO_USER_POOLS: ['UserPool', 'UserPoolConfig'],
};

function authorizer(auth: Node | undefined, isDefault: boolean): Record<string, Plain | undefined> {
  const names = rowOf(AUTHORIZERS, literal(member(auth, 'Type')) ?? '');
  if (names === undefined) return {};
  const written = member(auth, names[0]);
  const kept = members(written).filter(([name]) => isDefault || name !== 'DefaultAction');
  return {
    [names[1]]:
      written?.kind === 'map'
        ? map(
            kept.map(([name, e]) => [name, e.value]),
            written.at,
          )
        : written,
  };
}

function additional(auth: Node | undefined): Plain | undefined {
  const written = member(auth, 'Additional');
  if (!isGiven(written)) return undefined;
  return items(written).map((one) => ({
    AuthenticationType: member(one, 'Type'),
    ...authorizer(one, false),
  }));
}

/** Lets the API call the functions that authorize its callers. */
function authorizerConnectors(api: GraphQL, auth: Node | undefined): void {
  const { resource, apiId } = api;
  const { id } = resource;
  let number = 0;
  for (const one of [auth, ...items(member(auth, 'Additional'))]) {
    if (one === undefined || literal(member(one, 'Type')) !== 'AWS_LAMBDA') continue;
    number += 1;
    const arn = member(member(one, 'LambdaAuthorizer'), 'AuthorizerUri');
    connect(api, `${id}ToLambdaAuthConnector${number}`, {
      Source: { Type: 'AWS::AppSync::GraphQLApi', Arn: ref(id, one.at), ResourceId: apiId },
      Destination: { Type: 'AWS::Lambda::Function', Arn: arn },
      Permissions: ['Write'],
    });
  }
}

/** Permissions between parts come from connectors that SAM adds. */
function connect(api: GraphQL, id: string, properties: Plain): void {
  const { at } = api.resource;
  const body = map([['Type', 'AWS::Serverless::Connector']], at);
  const made = node(properties, at);
  if (made.kind !== 'map') return;
  expandConnector(api.expansion, {
    id,
    type: 'AWS::Serverless::Connector',
    entry: { value: body, at },
    at,
    properties: made,
  });
}

/** Everything is logged where nothing is written about it. */
function logging(api: GraphQL): Plain | undefined {
  const { resource } = api;
  const written = member(resource.properties, 'Logging');
  if (isFalse(written)) return undefined;
  const settings = written?.kind === 'map' ? written : undefined;
  const role = given(settings, 'CloudWatchLogsRoleArn');
  const level = given(settings, 'FieldLogLevel') ?? 'ALL';
  const verbose = given(settings, 'ExcludeVerboseContent');
  if (role !== undefined) {
    return { ExcludeVerboseContent: verbose, FieldLogLevel: level, CloudWatchLogsRoleArn: role };
  }
  const { at } = written ?? resource;
  const id = `${resource.id}CloudWatchRole`;
  const policy = 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSAppSyncPushToCloudWatchLogs';
  const properties = {
    AssumeRolePolicyDocument: assumedBy('appsync.amazonaws.com', at),
    ManagedPolicyArns: [sub(policy, at)],
  };
  addPart(api, id, 'AWS::IAM::Role', properties, at);
  return {
    ExcludeVerboseContent: verbose,
    FieldLogLevel: level,
    CloudWatchLogsRoleArn: getAtt(id, 'Arn', at),
  };
}

function cacheAndDomain(api: GraphQL): void {
  const { resource, apiId } = api;
  const { id, properties } = resource;
  const cache = entry(properties, 'Cache');
  if (cache !== undefined) {
    const names = [
      'ApiCachingBehavior',
      'Type',
      'Ttl',
      'AtRestEncryptionEnabled',
      'TransitEncryptionEnabled',
    ];
    const made = Object.fromEntries(names.map((name) => [name, member(cache.value, name)]));
    addPart(api, `${id}ApiCache`, 'AWS::AppSync::ApiCache', { ApiId: apiId, ...made }, cache.at);
  }
  const domain = entry(properties, 'DomainName');
  if (domain === undefined) return;
  const { value, at } = domain;
  const names = ['CertificateArn', 'DomainName', 'Description'];
  const made = Object.fromEntries(names.map((name) => [name, member(value, name)]));
  addPart(api, `${id}DomainName`, 'AWS::AppSync::DomainName', made, at);
  const association = { ApiId: apiId, DomainName: ref(`${id}DomainName`, at) };
  addPart(api, `${id}DomainNameApiAssociation`, 'AWS::AppSync::DomainNameApiAssociation', association, at);
}

function dataSources(api: GraphQL): void {
  const written = member(api.resource.properties, 'DataSources');
  for (const [name, { value, at }] of members(member(written, 'DynamoDb'))) {
    const id = `${api.resource.id}${name}DynamoDBDataSource`;
    const region = given(value, 'Region') ?? ref('AWS::Region', at);
    const table = member(value, 'TableName');
    const arn = 'arn:${AWS::Partition}:dynamodb:${__Region__}:${AWS::AccountId}:table/${__TableName__}';
    const made = {
      Type: 'AMAZON_DYNAMODB',
      DynamoDBConfig: {
        AwsRegion: region,
        TableName: table,
        UseCallerCredentials: given(value, 'UseCallerCredentials'),
        Versioned: given(value, 'Versioned'),
        DeltaSyncConfig: member(value, 'DeltaSync'),
      },
    };
    const destination = {
      Type: 'AWS::DynamoDB::Table',
      Arn: given(value, 'TableArn') ?? sub(arn, at, { __TableName__: table, __Region__: region }),
    };
    const allowed = given(value, 'Permissions') ?? ['Read', 'Write'];
    source(api, id, name, value, at, made, { suffix: 'ToTableConnector', destination, allowed });
  }
  for (const [name, { value, at }] of members(member(written, 'Lambda'))) {
    const id = `${api.resource.id}${name}LambdaDataSource`;
    const arn = member(value, 'FunctionArn');
    const made = { Type: 'AWS_LAMBDA', LambdaConfig: { LambdaFunctionArn: arn } };
    const destination = { Type: 'AWS::Lambda::Function', Arn: arn };
    source(api, id, name, value, at, made, { suffix: 'ToLambdaConnector', destination, allowed: ['Write'] });
  }
}

interface Access {
  readonly suffix: string;
  readonly destination: Plain;
  readonly allowed: Plain;
}

function source(
  api: GraphQL,
  id: string,
  name: string,
  written: Node,
  at: Location,
  made: Readonly<Record<string, Plain>>,
  access: Access,
): void {
  const role = given(written, 'ServiceRoleArn');
  const properties = {
    Name: given(written, 'Name') ?? name,
    ApiId: api.apiId,
    Description: member(written, 'Description'),
    ServiceRoleArn: role ?? getAtt(`${id}Role`, 'Arn', at),
    ...made,
  };
  addPart(api, id, 'AWS::AppSync::DataSource', properties, at);
  api.sources.set(name, getAtt(id, 'Name', at));
  if (role !== undefined) return;
  const assumed = { AssumeRolePolicyDocument: assumedBy('appsync.amazonaws.com', at) };
  addPart(api, `${id}Role`, 'AWS::IAM::Role', assumed, at);
  connect(api, `${id}${access.suffix}`, {
    Source: {
      Type: 'AWS::AppSync::DataSource',
      Arn: getAtt(id, 'DataSourceArn', at),
      RoleName: ref(`${id}Role`, at),
    },
    Destination: access.destination,
    Permissions: access.allowed,
  });
}
