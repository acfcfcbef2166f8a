import type { Location } from '../../../model/origin.ts';
import type { MapNode, Node } from '../parse.ts';
import type { ApiDraft, Route } from './apis.ts';
import {
  inAllMethods,
  inMethod,
  unknownSecurity,
  withDeep,
  withSecurity,
  withUnknownSecurity,
} from './definition.ts';
import type { Expansion } from './expansion.ts';
import {
  entry,
  isGiven,
  isNoValue,
  isTrue,
  items,
  literal,
  map,
  member,
  members,
  node,
  type Plain,
  sub,
  withMember,
} from './nodes.ts';

/** The authorizer that an event of an HTTP API asks for. */
export function securedRoute(draft: ApiDraft, properties: Node, route: Route, body: MapNode): MapNode {
  const written = entry(properties, 'Auth');
  if (written === undefined || !isGiven(written.value)) return body;
  const { value: auth, at } = written;
  const apiAuth = member(draft.resource.properties, 'Auth');
  const authorizer = member(auth, 'Authorizer') ?? member(apiAuth, 'DefaultAuthorizer');
  const name = literal(authorizer);
  if (name === undefined) {
    const unknown = unknownSecurity('the name of the authorizer', at);
    const asked = isGiven(authorizer) || auth.kind !== 'map';
    return asked ? inMethod(body, route.path, route.method, (d) => withMember(d, 'security', unknown)) : body;
  }
  const own = member(auth, 'AuthorizationScopes');
  const general = member(member(member(apiAuth, 'Authorizers'), name), 'AuthorizationScopes');
  const scopes = name === 'NONE' || name === 'AWS_IAM' ? undefined : isGiven(own) ? own : general;
  const security = { [name]: isGiven(scopes) ? scopes : node([], at) };
  return inMethod(body, route.path, route.method, (d) => withSecurity(d, security, at));
}

/** The authorizers of an HTTP API in its definition, and the default one at every route without its own. */
export function securedHttpApi(expansion: Expansion, draft: ApiDraft, body: MapNode): MapNode {
  const written = entry(draft.resource.properties, 'Auth');
  if (written === undefined || !isGiven(written.value)) return body;
  const { value: auth, at } = written;
  if (auth.kind !== 'map' || auth.damaged !== undefined) {
    expansion.notSeen(`Auth of ${draft.id}`, 'it cannot be read wholly', 'a readable Auth', at);
    return withUnknownSecurity(body, 'a readable Auth', at);
  }
  const schemes = new Map<string, Plain>();
  if (isTrue(member(auth, 'EnableIamAuthorizer'))) {
    const iam = { type: 'apiKey', name: 'Authorization', in: 'header' };
    schemes.set('AWS_IAM', { ...iam, 'x-amazon-apigateway-authtype': 'awsSigv4' });
  }
  for (const [name, e] of members(member(auth, 'Authorizers'))) schemes.set(name, scheme(e.value));
  let changed = body;
  const before = member(member(changed, 'components'), 'securitySchemes');
  let all = before?.kind === 'map' ? before : map([], at);
  for (const [name, made] of schemes) all = withMember(all, name, made, at);
  if (all.entries.size > 0) changed = withDeep(changed, ['components', 'securitySchemes'], all, at);
  const byDefault = member(auth, 'DefaultAuthorizer');
  if (!isGiven(byDefault) || isNoValue(byDefault)) return changed;
  const name = expansion.text(byDefault);
  if (name === undefined) {
    const what = `the default authorizer of ${draft.id}`;
    expansion.notSeen(what, 'its name is not known', 'the name of the authorizer', byDefault.at);
    return withUnknownSecurity(changed, 'the name of the authorizer', byDefault.at);
  }
  const scopes = member(member(member(auth, 'Authorizers'), name), 'AuthorizationScopes') ?? node([], at);
  return inAllMethods(changed, (method, definition) => {
    if (method === 'options' || isGiven(member(definition, 'security'))) return definition;
    return withMember(definition, 'security', [{ [name]: scopes }], at);
  });
}

function scheme(authorizer: Node): Plain {
  const jwt = member(authorizer, 'JwtConfiguration');
  if (isGiven(jwt)) {
    const lower = Object.fromEntries(members(jwt).map(([name, e]) => [name.toLowerCase(), e.value]));
    const identitySource = member(authorizer, 'IdentitySource');
    const configuration = jwt.kind === 'map' ? lower : jwt;
    return {
      type: 'oauth2',
      'x-amazon-apigateway-authorizer': { jwtConfiguration: configuration, identitySource, type: 'jwt' },
    };
  }
  const { at } = authorizer;
  const role = member(authorizer, 'FunctionInvokeRole');
  const identity = member(authorizer, 'Identity');
  const simple = member(authorizer, 'EnableSimpleResponses');
  return {
    type: 'apiKey',
    name: 'Unused',
    in: 'header',
    'x-amazon-apigateway-authorizer': {
      type: 'request',
      authorizerUri: authorizerUri(member(authorizer, 'FunctionArn'), at),
      authorizerCredentials: isGiven(role) && literal(role) !== 'NONE' ? role : undefined,
      authorizerResultTtlInSeconds: member(identity, 'ReauthorizeEvery'),
      identitySource: isGiven(identity) ? identitySources(identity) : undefined,
      authorizerPayloadFormatVersion: member(authorizer, 'AuthorizerPayloadFormatVersion'),
      enableSimpleResponses: isGiven(simple) ? simple : undefined,
    },
  };
}

export function authorizerUri(functionArn: Node | undefined, at: Location): Node {
  const arn = 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions';
  return sub(`${arn}/\${__FunctionArn__}/invocations`, at, { __FunctionArn__: functionArn });
}

function identitySources(identity: Node): Plain {
  const kinds = {
    Headers: '$request.header.',
    QueryStrings: '$request.querystring.',
    StageVariables: '$stageVariables.',
    Context: '$context.',
  };
  return Object.entries(kinds).flatMap(([name, prefix]) =>
    items(member(identity, name)).map((one) => `${prefix}${literal(one) ?? ''}`),
  );
}
