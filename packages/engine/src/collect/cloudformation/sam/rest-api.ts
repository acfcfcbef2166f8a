import type { Location } from '../../../model/origin.ts';
import type { MapNode, Node } from '../parse.ts';
import type { ApiDraft } from './apis.ts';
import { objectAt } from './code.ts';
import { withCors } from './cors.ts';
import { isDefinition, isOpenApi3, pathsOf, withDeep } from './definition.ts';
import { expandDomain } from './domains.ts';
import {
  alphanumeric,
  digest,
  type Expansion,
  ownAttributes,
  passedOn,
  type Serverless,
  tagList,
} from './expansion.ts';
import {
  entry,
  isGiven,
  isTrue,
  items,
  literal,
  map,
  member,
  members,
  node,
  type Plain,
  ref,
  sub,
  withMember,
} from './nodes.ts';
import { securedRestApi } from './rest-auth.ts';
import { openProperties } from './unknown.ts';
import { type UsagePlans, usagePlan } from './usage-plans.ts';

/** AWS::Serverless::Api: the API with its definition, deployment, stage, domain, authorizers and usage plan. */
export function expandRestApi(expansion: Expansion, draft: ApiDraft, plans: UsagePlans): void {
  const { resource, id } = draft;
  const { properties, at } = resource;
  const passed = passedOn(resource);
  const tags = tagsOf(draft);
  const definition = definitionOf(expansion, draft);
  const endpoint = endpointOf(properties);
  const rest = {
    ...definition,
    BinaryMediaTypes: member(properties, 'BinaryMediaTypes'),
    MinimumCompressionSize: member(properties, 'MinimumCompressionSize'),
    ...endpoint,
    FailOnWarnings: given(properties, 'FailOnWarnings'),
    Name: given(properties, 'Name'),
    Description: given(properties, 'Description'),
    Mode: given(properties, 'Mode'),
    ApiKeySourceType: given(properties, 'ApiKeySourceType'),
    Policy: given(properties, 'Policy'),
    SecurityPolicy: given(properties, 'SecurityPolicy'),
    EndpointAccessMode: given(properties, 'EndpointAccessMode'),
    Tags: propagated(draft, tags),
  };
  expansion.make(
    id,
    'AWS::ApiGateway::RestApi',
    openProperties(rest, properties, at),
    ownAttributes(resource),
    at,
  );
  const deploymentId = `${id}Deployment`;
  expansion.aliases.set(`${id}.Deployment`, deploymentId);
  const deployment = {
    RestApiId: ref(id, at),
    StageName: isGiven(member(properties, 'OpenApiVersion')) ? undefined : 'Stage',
    Description: {
      kind: 'unreadable',
      why: 'it changes with the API',
      decidedBy: 'the deployed API',
      at,
    } as Node,
  };
  expansion.make(deploymentId, 'AWS::ApiGateway::Deployment', deployment, passed, at);
  const stageId = stage(expansion, draft, deploymentId, tags);
  expandDomain(expansion, resource, 'rest', propagated(draft, tags));
  authorizerPermissions(expansion, resource);
  usagePlan(expansion, resource, stageId, plans, propagated(draft, tags));
}

function given(properties: MapNode, name: string): Node | undefined {
  const written = member(properties, name);
  return isGiven(written) ? written : undefined;
}

/** Tags of the API, with those of the functions behind an implicit one that hand them on. */
export function tagsOf(draft: ApiDraft): Node | undefined {
  const written = member(draft.resource.properties, 'Tags');
  if (draft.tags.size === 0) return written;
  return map(
    [...members(written), ...draft.tags].map(([name, e]) => [name, e.value]),
    draft.resource.at,
  );
}

function propagated(draft: ApiDraft, tags: Node | undefined): Node | undefined {
  const propagates = draft.tags.size > 0 || isGiven(member(draft.resource.properties, 'PropagateTags'));
  return propagates && isGiven(tags) ? tagList(tags) : undefined;
}

function endpointOf(properties: MapNode): Record<string, Plain | undefined> {
  const written = entry(properties, 'EndpointConfiguration');
  if (written === undefined || !isGiven(written.value)) return {};
  const { value, at } = written;
  const type = member(value, 'Type');
  if (type === undefined) {
    return {
      EndpointConfiguration: node({ Types: [value] }, at),
      Parameters: node({ endpointConfigurationTypes: value }, at),
    };
  }
  const endpoints = member(value, 'VPCEndpointIds') ?? member(value, 'VpcEndpointIds');
  const configuration = {
    Types: [type],
    VpcEndpointIds: endpoints,
    IpAddressType: member(value, 'IpAddressType'),
  };
  return {
    EndpointConfiguration: node(configuration, at),
    Parameters: node({ endpointConfigurationTypes: type }, at),
  };
}

/** The definition with everything that the API's own properties add to it, or where it lies. */
function definitionOf(expansion: Expansion, draft: ApiDraft): Record<string, Plain | undefined> {
  const { resource } = draft;
  const { properties } = resource;
  const uri = entry(properties, 'DefinitionUri');
  if (uri !== undefined && isGiven(uri.value)) {
    // A file of this repository was read in place of its path.
    if (isDefinition(uri.value)) return { Body: uri.value };
    return { BodyS3Location: objectAt(uri.value, 'Bucket', 'Key', 'Version', uri.at) };
  }
  const { body } = draft;
  if (!isDefinition(body)) return { Body: body };
  let changed: MapNode = withCors(expansion, resource, body);
  changed = securedRestApi(expansion, draft, changed);
  if (isGiven(member(properties, 'Auth'))) changed = openApiForm(changed, properties);
  changed = withGatewayResponses(properties, changed);
  const binary = member(properties, 'BinaryMediaTypes');
  if (isGiven(binary)) {
    changed = withMember(
      changed,
      'x-amazon-apigateway-binary-media-types',
      unescaped(expansion, binary),
      binary.at,
    );
  }
  changed = withModels(properties, changed);
  if (isGiven(member(properties, 'Models'))) changed = openApiForm(changed, properties);
  changed = withoutEndpoint(properties, changed);
  return { Body: openApiForm(changed, properties) };
}

/** `application~1json` is how a media type is written where `/` is not allowed. */
function unescaped(expansion: Expansion, types: Node): Node {
  if (types.kind === 'list') return { ...types, items: types.items.map((one) => unescaped(expansion, one)) };
  const text = expansion.text(types);
  if (text === undefined && types.kind === 'call') {
    return { ...types, argument: unescaped(expansion, types.argument) };
  }
  return text === undefined ? types : node(text.replaceAll('~1', '/'), types.at);
}

function withGatewayResponses(properties: MapNode, body: MapNode): MapNode {
  const written = member(properties, 'GatewayResponses');
  if (!isGiven(written)) return body;
  const key = 'x-amazon-apigateway-gateway-responses';
  const before = member(body, key);
  let all = before?.kind === 'map' ? before : map([], written.at);
  for (const [type, { value, at }] of members(written)) {
    const parameters = member(value, 'ResponseParameters');
    const status = member(value, 'StatusCode');
    const prefixed = Object.entries({
      Headers: 'header',
      Paths: 'path',
      QueryStrings: 'querystring',
    }).flatMap(([name, prefix]) =>
      members(member(parameters, name)).map(([k, e]) => [`gatewayresponse.${prefix}.${k}`, e.value] as const),
    );
    const response = {
      responseParameters: map(prefixed, at),
      responseTemplates: member(value, 'ResponseTemplates') ?? map([], at),
      statusCode: isGiven(status) ? (literal(status) ?? status) : undefined,
    };
    all = withMember(all, type, response, at);
  }
  return withMember(body, key, all, written.at);
}

function withModels(properties: MapNode, body: MapNode): MapNode {
  const written = member(properties, 'Models');
  if (!isGiven(written)) return body;
  const before = member(body, 'definitions');
  let all = before?.kind === 'map' ? before : map([], written.at);
  for (const [name, e] of members(written)) all = withMember(all, name.toLowerCase(), e.value, e.at);
  return withMember(body, 'definitions', all, written.at);
}

function withoutEndpoint(properties: MapNode, body: MapNode): MapNode {
  const written = member(properties, 'DisableExecuteApiEndpoint');
  if (written === undefined) return body;
  const path = ['x-amazon-apigateway-endpoint-configuration', 'disableExecuteApiEndpoint'];
  if (!isOpenApi3(body)) return withDeep(body, path, written, written.at);
  const before = items(member(body, 'servers'));
  const servers = before.length > 0 ? before : [map([], written.at)];
  const changed = servers.map((one) => (one.kind === 'map' ? withDeep(one, path, written, written.at) : one));
  return withMember(body, 'servers', changed, written.at);
}

/**
 * OpenAPI 3 has other places for models and security than Swagger 2. SAM does this after each step, so that the headers
 * of a preflight response are wrapped as often.
 */
function openApiForm(body: MapNode, properties: MapNode): MapNode {
  if (member(body, 'swagger') !== undefined) return body;
  const asked = literal(member(properties, 'OpenApiVersion')) ?? literal(member(body, 'openapi'));
  if (!/^3(\.\d){1,2}$/.test(asked ?? '')) return body;
  let changed = body;
  for (const [from, to] of [
    ['securityDefinitions', 'securitySchemes'],
    ['definitions', 'schemas'],
  ] as const) {
    const moved = member(changed, from);
    if (!isGiven(moved)) continue;
    changed = withMember(withDeep(changed, ['components', to], moved, moved.at), from, undefined);
  }
  for (const path of pathsOf(changed)) {
    // SAM looks at paths without a condition only.
    const options = member(member(member(changed, 'paths'), path), 'options');
    if (options?.kind === 'map') {
      changed = withDeep(changed, ['paths', path, 'options'], openApiOptions(options), options.at);
    }
  }
  return changed;
}

function openApiOptions(options: MapNode): MapNode {
  const changed = withMember(withMember(options, 'produces', undefined), 'consumes', undefined);
  const headers = member(member(member(changed, 'responses'), '200'), 'headers');
  if (!isGiven(headers)) return changed;
  const wrapped = map(
    members(headers).map(([name, e]) => [name, { schema: e.value }]),
    headers.at,
  );
  return withDeep(changed, ['responses', '200', 'headers'], wrapped, headers.at);
}

function stage(expansion: Expansion, draft: ApiDraft, deploymentId: string, tags: Node | undefined): string {
  const { id, resource } = draft;
  const { properties, at } = resource;
  const name = member(properties, 'StageName');
  const text = literal(name) ?? '';
  const stageId = alphanumeric(text) ? `${id}${text}Stage` : `${id}Stage${text === '' ? '' : digest(text)}`;
  expansion.aliases.set(`${id}.Stage`, stageId);
  const made = {
    RestApiId: ref(id, at),
    DeploymentId: ref(deploymentId, at),
    StageName: name,
    CacheClusterEnabled: member(properties, 'CacheClusterEnabled'),
    CacheClusterSize: member(properties, 'CacheClusterSize'),
    Variables: member(properties, 'Variables'),
    MethodSettings: member(properties, 'MethodSettings'),
    AccessLogSetting: member(properties, 'AccessLogSetting'),
    CanarySetting: member(properties, 'CanarySetting'),
    TracingEnabled: member(properties, 'TracingEnabled'),
    Tags: tags === undefined ? undefined : tagList(tags),
  };
  const open = openProperties(made, properties, at);
  expansion.make(stageId, 'AWS::ApiGateway::Stage', open, passedOn(resource), at);
  return stageId;
}

/** Lets the API call the functions that authorize its callers. */
function authorizerPermissions(expansion: Expansion, resource: Serverless): void {
  for (const [name, { value, at }] of members(member(member(resource.properties, 'Auth'), 'Authorizers'))) {
    const arn = member(value, 'FunctionArn');
    if (!isGiven(arn) || isTrue(member(value, 'DisableFunctionDefaultPermissions'))) continue;
    authorizerPermission(expansion, resource, `${resource.id}${name}AuthorizerPermission`, arn, at);
  }
}

export function authorizerPermission(
  expansion: Expansion,
  resource: Serverless,
  id: string,
  arn: Node,
  at: Location,
): void {
  const text =
    'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/authorizers/*';
  const properties = {
    Action: 'lambda:InvokeFunction',
    FunctionName: arn,
    Principal: 'apigateway.amazonaws.com',
    SourceArn: sub(text, at, { __ApiId__: ref(resource.id, at) }),
  };
  expansion.make(id, 'AWS::Lambda::Permission', properties, passedOn(resource), at);
}
