import type { MapNode, Node } from '../parse.ts';
import type { ApiDraft } from './apis.ts';
import { objectAt } from './code.ts';
import { httpCors } from './cors.ts';
import { isDefinition, withDeep } from './definition.ts';
import { expandDomain, tagMap } from './domains.ts';
import { alphanumeric, digest, type Expansion, ownAttributes, passedOn } from './expansion.ts';
import { securedHttpApi } from './http-auth.ts';
import {
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
  withMember,
} from './nodes.ts';
import { authorizerPermission, tagsOf } from './rest-api.ts';
import { openProperties } from './unknown.ts';

/** AWS::Serverless::HttpApi: the API with its definition, stage, domain and authorizers. */
export function expandHttpApi(expansion: Expansion, draft: ApiDraft): void {
  const { resource, id } = draft;
  const { properties, at } = resource;
  const failing = member(properties, 'FailOnWarnings');
  const made = {
    ...definitionOf(expansion, draft),
    // SAM leaves it out: an API from a definition can be no other (AWS::ApiGatewayV2::Api, Body).
    ProtocolType: 'HTTP',
    FailOnWarnings: isGiven(failing) ? failing : undefined,
  };
  expansion.make(
    id,
    'AWS::ApiGatewayV2::Api',
    openProperties(made, properties, at),
    ownAttributes(resource),
    at,
  );
  expandDomain(expansion, resource, 'http');
  for (const [name, { value, at: place }] of members(member(member(properties, 'Auth'), 'Authorizers'))) {
    const arn = member(value, 'FunctionArn');
    if (!isGiven(arn) || !isTrue(member(value, 'EnableFunctionDefaultPermissions'))) continue;
    authorizerPermission(expansion, resource, `${id}${name}AuthorizerPermission`, arn, place);
  }
  stage(expansion, draft);
}

function definitionOf(expansion: Expansion, draft: ApiDraft): Record<string, Plain | undefined> {
  const { properties } = draft.resource;
  const uri = member(properties, 'DefinitionUri');
  if (isGiven(uri)) {
    // A file of this repository was read in place of its path.
    if (isDefinition(uri)) return { Body: uri };
    return { BodyS3Location: objectAt(uri, 'Bucket', 'Key', 'Version', uri.at) };
  }
  const { body } = draft;
  if (!isDefinition(body)) return { Body: body };
  let changed = httpCors(expansion, draft.resource, body);
  changed = securedHttpApi(expansion, draft, changed);
  changed = withTags(draft, changed);
  const closed = member(properties, 'DisableExecuteApiEndpoint');
  if (closed !== undefined) {
    const before = items(member(changed, 'servers'));
    const path = ['x-amazon-apigateway-endpoint-configuration', 'disableExecuteApiEndpoint'];
    const servers = (before.length > 0 ? before : [map([], closed.at)]).map((one) =>
      one.kind === 'map' ? withDeep(one, path, closed, closed.at) : one,
    );
    changed = withMember(changed, 'servers', servers, closed.at);
  }
  for (const [name, key] of [
    ['Name', 'title'],
    ['Description', 'description'],
  ] as const) {
    const written = member(properties, name);
    if (isGiven(written)) changed = withDeep(changed, ['info', key], written, written.at);
  }
  return { Body: withDefaultPath(properties, changed) };
}

/** API Gateway warns of a path without a slash: where that fails, SAM writes one. */
function withDefaultPath(properties: MapNode, body: MapNode): MapNode {
  const paths = member(body, 'paths');
  const found = member(paths, '$default');
  if (!isGiven(member(properties, 'FailOnWarnings')) || paths?.kind !== 'map' || found === undefined)
    return body;
  const moved = withMember(withMember(paths, '$default', undefined), '/$default', found, found.at);
  return withMember(body, 'paths', moved, paths.at);
}

function withTags(draft: ApiDraft, body: MapNode): MapNode {
  const { at } = draft.resource;
  const all: [string, Plain][] = members(tagsOf(draft)).map(([name, e]) => [name, e.value]);
  all.push(['httpapi:createdBy', 'SAM']);
  const value = 'x-amazon-apigateway-tag-value';
  let tags: readonly Node[] = items(member(body, 'tags'));
  for (const [name, tag] of all) {
    const there = tags.some((one) => literal(member(one, 'name')) === name);
    tags = there
      ? tags.map((one) =>
          literal(member(one, 'name')) === name ? withMember(one as MapNode, value, tag, at) : one,
        )
      : [...tags, node({ name, [value]: tag }, at)];
  }
  return withMember(body, 'tags', tags, at);
}

function stage(expansion: Expansion, draft: ApiDraft): void {
  const { id, resource } = draft;
  const { properties, at } = resource;
  const written = member(properties, 'StageName');
  const name = isGiven(written) ? written : node('$default', at);
  const text = literal(name) ?? '';
  const ending = text === '' ? '' : digest(text);
  const stageId =
    text === '$default'
      ? `${id}ApiGatewayDefaultStage`
      : alphanumeric(text)
        ? `${id}${text}Stage`
        : `${id}Stage${ending}`;
  expansion.aliases.set(`${id}.Stage`, stageId);
  const defined = isDefinition(draft.body) && !isGiven(member(properties, 'DefinitionUri'));
  const made = {
    ApiId: ref(id, at),
    StageName: name,
    StageVariables: member(properties, 'StageVariables'),
    AccessLogSettings: member(properties, 'AccessLogSettings'),
    DefaultRouteSettings: member(properties, 'DefaultRouteSettings'),
    RouteSettings: member(properties, 'RouteSettings'),
    Tags: defined ? tagMap(tagsOf(draft), { 'httpapi:createdBy': 'SAM' }, at) : undefined,
    AutoDeploy: true,
  };
  const open = openProperties(made, properties, at);
  expansion.make(stageId, 'AWS::ApiGatewayV2::Stage', open, passedOn(resource), at);
}
