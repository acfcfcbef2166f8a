import type { Location } from '../../../model/origin.ts';
import type { MapNode, Node } from '../parse.ts';
import type { ApiDraft, Route } from './apis.ts';
import { INTEGRATION, inMethod, isOpenApi3, unknownSecurity, withSecurity } from './definition.ts';
import type { Expansion } from './expansion.ts';
import {
  entry,
  isFalse,
  isGiven,
  isTrue,
  items,
  literal,
  map,
  member,
  members,
  node,
  withMember,
} from './nodes.ts';
import { customStatements, resourcePolicy } from './resource-policy.ts';

/** What an event says about its method of a REST API: authorization, models, parameters, timeout. */
export function restMethod(
  draft: ApiDraft,
  properties: Node,
  route: Route,
  body: MapNode,
  expansion: Expansion,
): MapNode {
  let changed = authorized(draft, properties, route, body, expansion);
  const timeout = member(properties, 'TimeoutInMillis');
  if (isGiven(timeout)) {
    changed = inMethod(changed, route.path, route.method, (definition) => {
      const integration = member(definition, INTEGRATION) as MapNode;
      return withMember(
        definition,
        INTEGRATION,
        withMember(integration, 'timeoutInMillis', timeout, timeout.at),
      );
    });
  }
  changed = modelled(properties, route, changed);
  return withParameters(properties, route, changed);
}

/** Authorizer, API key and resource policy of one event. */
export function authorized(
  draft: ApiDraft,
  properties: Node,
  route: Route,
  body: MapNode,
  expansion: Expansion,
): MapNode {
  const written = entry(properties, 'Auth');
  if (written === undefined || !isGiven(written.value)) return body;
  const { value: auth, at } = written;
  let changed = body;
  const authorizer = member(auth, 'Authorizer');
  const name = expansion.text(authorizer);
  if (name !== undefined) {
    const scopes = scopesOf(draft, auth, name) ?? node([], at);
    changed = inMethod(changed, route.path, route.method, (d) => withSecurity(d, { [name]: scopes }, at));
    if (name === 'AWS_IAM') changed = withIamDefinition(changed, at);
  } else if (authorizer !== undefined) {
    expansion.notSeen(
      `the authorizer of ${route.method} ${route.path} of ${draft.id}`,
      'its name is not known',
      'the name of the authorizer',
      at,
    );
    const unknown = unknownSecurity('the name of the authorizer', at);
    changed = inMethod(changed, route.path, route.method, (d) => withMember(d, 'security', unknown, at));
  }
  const key = member(auth, 'ApiKeyRequired');
  if (key !== undefined) {
    const required = isGiven(key) && !isFalse(key);
    const security = { [required ? 'api_key' : 'api_key_false']: node([], at) };
    changed = inMethod(changed, route.path, route.method, (d) => withSecurity(d, security, at));
    if (required) changed = withKeyDefinition(changed, at);
  }
  const policy = member(auth, 'ResourcePolicy');
  if (!isGiven(policy)) return changed;
  const stage = member(draft.resource.properties, 'StageName');
  const suffix = literal(stage) ?? 'Stage';
  changed = resourcePolicy(changed, policy, route.path, node(suffix, at), (of) => expansion.text(of));
  return customStatements(changed, policy);
}

function scopesOf(draft: ApiDraft, auth: Node, name: string): Node | undefined {
  const authorizers = member(member(draft.resource.properties, 'Auth'), 'Authorizers');
  const authorizer = member(authorizers, name);
  if (authorizer === undefined || name === 'NONE') return undefined;
  return member(auth, 'AuthorizationScopes') ?? member(authorizer, 'AuthorizationScopes');
}

export function withIamDefinition(body: MapNode, at: Location): MapNode {
  const definition = {
    'x-amazon-apigateway-authtype': 'awsSigv4',
    type: 'apiKey',
    name: 'Authorization',
    in: 'header',
  };
  return withDefinition(body, 'AWS_IAM', node(definition, at), at);
}

export function withKeyDefinition(body: MapNode, at: Location): MapNode {
  return withDefinition(body, 'api_key', node({ type: 'apiKey', name: 'x-api-key', in: 'header' }, at), at);
}

function withDefinition(body: MapNode, name: string, definition: Node, at: Location): MapNode {
  const before = member(body, 'securityDefinitions');
  const all = before?.kind === 'map' ? before : map([], at);
  if (all.entries.has(name)) return body;
  return withMember(body, 'securityDefinitions', withMember(all, name, definition, at), at);
}

function modelled(properties: Node, route: Route, body: MapNode): MapNode {
  const model = member(properties, 'RequestModel');
  const name = literal(member(model, 'Model'))?.toLowerCase();
  if (model === undefined || name === undefined) return body;
  const { at } = model;
  const required = member(model, 'Required');
  const open = isOpenApi3(body);
  let changed = inMethod(body, route.path, route.method, (definition) => {
    if (open) {
      const content = { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
      return withMember(definition, 'requestBody', { content, required }, at);
    }
    const parameter = { in: 'body', name, schema: { $ref: `#/definitions/${name}` }, required };
    return withParameter(definition, node(parameter, at), at);
  });
  const [inBody, inParameters] = [member(model, 'ValidateBody'), member(model, 'ValidateParameters')];
  if (inBody === undefined && inParameters === undefined) return changed;
  const validates = { body: isTrue(inBody), parameters: isTrue(inParameters) };
  const validator = validatorName(validates.body, validates.parameters);
  const key = 'x-amazon-apigateway-request-validators';
  const before = member(changed, key);
  const definition = { validateRequestBody: validates.body, validateRequestParameters: validates.parameters };
  const all = before?.kind === 'map' ? before : map([], at);
  changed = withMember(changed, key, withMember(all, validator, definition, at), at);
  return inMethod(changed, route.path, route.method, (d) =>
    withMember(d, 'x-amazon-apigateway-request-validator', validator, at),
  );
}

function validatorName(body: boolean, parameters: boolean): string {
  if (body && parameters) return 'body-and-params';
  if (body) return 'body-only';
  return parameters ? 'params-only' : 'no-validation';
}

function withParameter(definition: MapNode, parameter: Node, at: Location): MapNode {
  const before = items(member(definition, 'parameters'));
  return withMember(definition, 'parameters', [...before, parameter], at);
}

/** `method.request.header.Authorization`, alone or with `{Required, Caching}`. */
function withParameters(properties: Node, route: Route, body: MapNode): MapNode {
  const written = member(properties, 'RequestParameters');
  if (!isGiven(written)) return body;
  return inMethod(body, route.path, route.method, (definition) => {
    let changed = definition;
    for (const item of items(written)) {
      const [only] = members(item);
      const name = literal(item) ?? only?.[0];
      const parts = /^method\.request\.(querystring|path|header)\.(.+)$/s.exec(name ?? '');
      if (name === undefined || parts === null) continue;
      const settings = only?.[1].value;
      const location = parts[1] === 'querystring' ? 'query' : parts[1]!;
      const required = member(settings, 'Required') ?? false;
      const parameter = node({ in: location, name: parts[2]!, required, type: 'string' }, item.at);
      changed = withParameter(changed, parameter, item.at);
      if (isTrue(member(settings, 'Caching'))) changed = withCacheKey(changed, name, item.at);
    }
    return changed;
  });
}

function withCacheKey(definition: MapNode, name: string, at: Location): MapNode {
  const integration = member(definition, INTEGRATION) as MapNode;
  const keys = [...items(member(integration, 'cacheKeyParameters')), node(name, at)];
  return withMember(definition, INTEGRATION, withMember(integration, 'cacheKeyParameters', keys, at), at);
}
