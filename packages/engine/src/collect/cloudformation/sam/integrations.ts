import type { Location } from '../../../model/origin.ts';
import type { MapNode, Node } from '../parse.ts';
import type { ApiDraft, Route } from './apis.ts';
import { hasIntegration, INTEGRATION, inMethod } from './definition.ts';
import { securedRoute } from './http-auth.ts';
import { armsOf, isGiven, literal, member, node, type Plain, sub, withMember } from './nodes.ts';

/** The ARN of what an API may call a function for. */
export function executeApi(resource: string, apiId: Node, at: Location): Node {
  const arn = 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:';
  const variables = { __ApiId__: apiId, __Stage__: '*' };
  return sub(`${arn}\${__ApiId__}/\${__Stage__}/${resource}`, at, variables);
}

export function integrationUri(version: string, shorthand: string, what: string, at: Location): Node {
  const arn = 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path';
  return sub(`${arn}/${version}/functions/${shorthand}/${what}`, at);
}

/** With AWS_IAM the caller's own credentials call the function, unless another role is given. */
export function callerRole(
  auth: Node | undefined,
  apiAuth: Node | undefined,
  at: Location,
): Plain | undefined {
  const own = literal(member(auth, 'Authorizer')) === 'AWS_IAM';
  const byDefault = literal(member(apiAuth, 'DefaultAuthorizer')) === 'AWS_IAM' && !isGiven(auth);
  if (!own && !byDefault) return undefined;
  const role = roleIn(auth) ?? roleIn(apiAuth);
  if (role !== undefined && literal(role) === 'NONE') return undefined;
  if (role !== undefined && literal(role) !== 'CALLER_CREDENTIALS') return role;
  return sub('arn:${AWS::Partition}:iam::*:user/*', at);
}

function roleIn(auth: Node | undefined): Node | undefined {
  const written = auth?.kind === 'map' ? auth.entries.get('InvokeRole')?.value : undefined;
  if (written === undefined) return undefined;
  const { at } = written;
  return isGiven(written) ? written : node('NONE', at);
}

export function httpMethod(
  draft: ApiDraft,
  properties: Node,
  route: Route,
  body: MapNode,
  at: Location,
): MapNode {
  let changed = securedRoute(draft, properties, route, body);
  const timeout = member(properties, 'TimeoutInMillis');
  const version = member(properties, 'PayloadFormatVersion');
  const names = [...route.path.matchAll(/\{(.*?)\}/g)].map((match) => match[1]!);
  changed = inMethod(changed, route.path, route.method, (definition) => {
    let integration = member(definition, INTEGRATION) as MapNode;
    if (isGiven(timeout)) integration = withMember(integration, 'timeoutInMillis', timeout, timeout.at);
    if (isGiven(version)) integration = withMember(integration, 'payloadFormatVersion', version, version.at);
    const after = withMember(definition, INTEGRATION, integration, integration.at);
    if (names.length === 0) return after;
    const before = member(definition, 'parameters');
    const others = (before?.kind === 'list' ? before.items : []).filter(
      (one) => !names.includes(literal(member(one, 'name')) ?? ''),
    );
    const added = names.map((name) => node({ name, in: 'path', required: true }, at));
    return withMember(after, 'parameters', [...others, ...added], at);
  });
  return changed;
}

/** Whether the default route of an API calls a function: it may call it for every path then. */
export function defaultCalls(body: MapNode, functionId: string): boolean {
  if (!hasIntegration(body, '$default', 'ANY')) return false;
  let calls = true;
  inMethod(body, '$default', 'ANY', (definition) => {
    for (const uri of armsOf(member(member(definition, INTEGRATION), 'uri'))) {
      const text = uri.kind === 'call' && uri.name === 'Fn::Sub' ? literal(uri.argument) : undefined;
      if (!text?.includes(`\${${functionId}.Arn}`)) calls = false;
    }
    return definition;
  });
  return calls;
}
