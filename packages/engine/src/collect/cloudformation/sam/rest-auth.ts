import type { Location } from '../../../model/origin.ts';
import type { MapNode, Node } from '../parse.ts';
import type { ApiDraft } from './apis.ts';
import { inAllMethods, pathsOf, withUnknownSecurity } from './definition.ts';
import type { Expansion } from './expansion.ts';
import { authorizerUri } from './http-auth.ts';
import {
  entry,
  isFalse,
  isGiven,
  isNoValue,
  items,
  literal,
  map,
  member,
  members,
  node,
  type Plain,
  withMember,
} from './nodes.ts';
import { customStatements, resourcePolicy } from './resource-policy.ts';
import { withIamDefinition, withKeyDefinition } from './rest-methods.ts';

/** `Auth` of a REST API in its definition: authorizers, defaults for every method, API keys, resource policy. */
export function securedRestApi(expansion: Expansion, draft: ApiDraft, body: MapNode): MapNode {
  const written = entry(draft.resource.properties, 'Auth');
  if (written === undefined || !isGiven(written.value)) return body;
  const { value: auth, at } = written;
  if (auth.kind !== 'map' || auth.damaged !== undefined) {
    expansion.notSeen(`Auth of ${draft.id}`, 'it cannot be read wholly', 'a readable Auth', at);
    return withUnknownSecurity(body, 'a readable Auth', at);
  }
  const byDefault = member(auth, 'DefaultAuthorizer');
  const name = expansion.text(byDefault);
  let changed = withAuthorizers(auth, name, body, at);
  if (isGiven(byDefault) && name === undefined && !isNoValue(byDefault)) {
    const what = `the default authorizer of ${draft.id}`;
    expansion.notSeen(what, 'its name is not known', 'the name of the authorizer', byDefault.at);
    changed = withUnknownSecurity(changed, 'the name of the authorizer', byDefault.at);
  }
  const preflight = !isFalse(member(auth, 'AddDefaultAuthorizerToCorsPreflight'));
  if (name !== undefined && name !== '')
    changed = withDefault(auth, name, preflight, changed, byDefault?.at ?? at);
  const key = member(auth, 'ApiKeyRequired');
  if (isGiven(key)) {
    const asked = !isFalse(member(auth, 'AddApiKeyRequiredToCorsPreflight'));
    changed = withKeys(withKeyDefinition(changed, key.at), asked, key.at);
  }
  const policy = member(auth, 'ResourcePolicy');
  if (!isGiven(policy)) return changed;
  const stage = member(draft.resource.properties, 'StageName');
  for (const path of pathsOf(changed))
    changed = resourcePolicy(changed, policy, path, stage, (of) => expansion.text(of));
  return customStatements(changed, policy);
}

function withAuthorizers(auth: MapNode, byDefault: string | undefined, body: MapNode, at: Location): MapNode {
  const before = member(body, 'securityDefinitions');
  let all = before?.kind === 'map' ? before : map([], at);
  if (byDefault === 'AWS_IAM') {
    const iam = {
      type: 'apiKey',
      name: 'Authorization',
      in: 'header',
      'x-amazon-apigateway-authtype': 'awsSigv4',
    };
    all = withMember(all, 'AWS_IAM', iam, at);
  }
  for (const [name, e] of members(member(auth, 'Authorizers'))) {
    all = withMember(all, name, securityDefinition(e.value), e.at);
  }
  return all.entries.size === 0 ? body : withMember(body, 'securityDefinitions', all, at);
}

function securityDefinition(authorizer: Node): Plain {
  const identity = member(authorizer, 'Identity');
  const pools = member(authorizer, 'UserPoolArn');
  const header = member(identity, 'Header');
  const validation = member(identity, 'ValidationExpression');
  const expression = isGiven(validation) ? validation : undefined;
  if (isGiven(pools)) {
    return {
      type: 'apiKey',
      name: isGiven(header) ? header : 'Authorization',
      in: 'header',
      'x-amazon-apigateway-authtype': 'cognito_user_pools',
      'x-amazon-apigateway-authorizer': {
        type: 'cognito_user_pools',
        providerARNs: pools.kind === 'list' ? pools : [pools],
        identityValidationExpression: expression,
      },
    };
  }
  const onRequest = literal(member(authorizer, 'FunctionPayloadType')) === 'REQUEST';
  const role = member(authorizer, 'FunctionInvokeRole');
  const sources = onRequest ? identitySources(identity) : '';
  return {
    type: 'apiKey',
    name: onRequest ? 'Unused' : isGiven(header) ? header : 'Authorization',
    in: 'header',
    'x-amazon-apigateway-authtype': 'custom',
    'x-amazon-apigateway-authorizer': {
      type: onRequest ? 'request' : 'token',
      authorizerUri: authorizerUri(member(authorizer, 'FunctionArn'), authorizer.at),
      authorizerResultTtlInSeconds: member(identity, 'ReauthorizeEvery'),
      authorizerCredentials: isGiven(role) && literal(role) !== 'NONE' ? role : undefined,
      identitySource: sources === '' ? undefined : sources,
      identityValidationExpression: onRequest ? undefined : expression,
    },
  };
}

function identitySources(identity: Node | undefined): string {
  const kinds = {
    Headers: 'method.request.header.',
    QueryStrings: 'method.request.querystring.',
    StageVariables: 'stageVariables.',
    Context: 'context.',
  };
  const sources = Object.entries(kinds).flatMap(([name, prefix]) =>
    items(member(identity, name)).map((one) => `${prefix}${literal(one) ?? ''}`),
  );
  return sources.join(', ');
}

/** The default authorizer at each method that names none; `NONE` takes it away from one. */
function withDefault(auth: MapNode, name: string, preflight: boolean, body: MapNode, at: Location): MapNode {
  const authorizers = member(auth, 'Authorizers');
  const names = new Set(['AWS_IAM', ...members(authorizers).map(([n]) => n)]);
  const scopes = member(member(authorizers, name), 'AuthorizationScopes') ?? node([], at);
  const changed = inAllMethods(body, (method, definition) => {
    if (method === 'options' && !preflight) return definition;
    const existing = items(member(definition, 'security'));
    const keysOf = (one: Node) => members(one).map(([k]) => k);
    const authorizing = existing.filter((one) => keysOf(one).some((k) => names.has(k)));
    const others = existing.filter((one) => !authorizing.includes(one));
    const none = others.findIndex((one) => keysOf(one).includes('NONE'));
    const kept = others.filter((_, i) => i !== none);
    const added = none !== -1 ? [] : authorizing.length > 0 ? authorizing : [node({ [name]: scopes }, at)];
    const security = [...kept, ...added];
    return security.length === 0 ? definition : withMember(definition, 'security', security, at);
  });
  return name === 'AWS_IAM' ? withIamDefinition(changed, at) : changed;
}

function withKeys(body: MapNode, preflight: boolean, at: Location): MapNode {
  return inAllMethods(body, (method, definition) => {
    const existing = items(member(definition, 'security'));
    const isKey = (one: Node) => members(one).some(([k]) => k === 'api_key' || k === 'api_key_false');
    const others = existing.filter((one) => !isKey(one));
    const refused = existing.some((one) => members(one).some(([k]) => k === 'api_key_false'));
    const left = refused || (method === 'options' && !preflight);
    const security = left ? others : [...others, node({ api_key: node([], at) }, at)];
    if (security.length === 0 && existing.length === 0) return definition;
    return withMember(definition, 'security', security, at);
  });
}
