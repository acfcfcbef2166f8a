import type { Location } from '../../../model/origin.ts';
import type { MapNode, Node } from '../parse.ts';
import { INTEGRATION, inAllPaths, pathsOf } from './definition.ts';
import type { Expansion, Serverless } from './expansion.ts';
import { entry, isGiven, isTrue, map, member, members, node, type Plain, withMember } from './nodes.ts';

/** `Cors` of a REST API: an OPTIONS method at every path that has none. */
export function withCors(expansion: Expansion, resource: Serverless, body: MapNode): MapNode {
  const written = entry(resource.properties, 'Cors');
  if (written === undefined || !isGiven(written.value)) return body;
  const { value: cors, at } = written;
  if (cors.kind === 'list' || cors.kind === 'unreadable') {
    expansion.notSeen(`Cors of ${resource.id}`, 'it is neither a text nor a map', 'a readable Cors', at);
    return body;
  }
  const settings = cors.kind === 'map' ? cors : map([['AllowOrigin', cors]], at);
  const seen = new Set<string>();
  const first = new Set(
    pathsOf(body).filter((path) => {
      const plain = path === '/' ? path : path.replace(/\/+$/, '');
      return !seen.has(plain) && seen.add(plain);
    }),
  );
  return inAllPaths(body, (path, item) => {
    if (!first.has(path) || item.entries.has('options')) return item;
    return withMember(item, 'options', preflight(settings, item, at), at);
  });
}

const ALL_METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

function preflight(settings: MapNode, item: MapNode, at: Location): Node {
  const methods = members(item).map(([name]) => name);
  const any = methods.includes('x-amazon-apigateway-any-method');
  const own = [...new Set([...methods, 'options'].map((m) => m.toUpperCase()))].sort();
  const allowed = member(settings, 'AllowMethods');
  const headers = member(settings, 'AllowHeaders');
  const age = member(settings, 'MaxAge');
  const sent: [string, Plain, string][] = [
    ['Origin', member(settings, 'AllowOrigin') ?? "'*'", 'string'],
    ...(isGiven(headers) ? [['Headers', headers, 'string'] as [string, Plain, string]] : []),
    ['Methods', isGiven(allowed) ? allowed : `'${(any ? ALL_METHODS : own).join(',')}'`, 'string'],
  ];
  const all: [string, Plain, string][] = sent.map(([name, value, type]) => [
    `Access-Control-Allow-${name}`,
    value,
    type,
  ]);
  if (age !== undefined) all.push(['Access-Control-Max-Age', age, 'integer']);
  const credentials = isTrue(member(settings, 'AllowCredentials'));
  if (credentials) all.push(['Access-Control-Allow-Credentials', "'true'", 'string']);
  const parameters = all.map(([name, value]) => [`method.response.header.${name}`, value] as const);
  return node(
    {
      summary: 'CORS support',
      consumes: ['application/json'],
      produces: ['application/json'],
      [INTEGRATION]: {
        type: 'mock',
        requestTemplates: { 'application/json': '{\n  "statusCode" : 200\n}\n' },
        responses: {
          default: {
            statusCode: '200',
            responseParameters: map(parameters, at),
            responseTemplates: { 'application/json': '{}\n' },
          },
        },
      },
      responses: {
        '200': {
          description: 'Default response for CORS method',
          headers: map(
            all.map(([name, , type]) => [name, { type }]),
            at,
          ),
        },
      },
    },
    at,
  );
}

/** `CorsConfiguration` of an HTTP API as API Gateway names it; `true` allows every origin. */
export function httpCors(expansion: Expansion, resource: Serverless, body: MapNode): MapNode {
  const written = entry(resource.properties, 'CorsConfiguration');
  if (written === undefined || !isGiven(written.value)) return body;
  const { value, at } = written;
  const key = 'x-amazon-apigateway-cors';
  const before = member(body, key);
  let all = before?.kind === 'map' ? before : map([], at);
  const cors = expansion.decided(value);
  if (cors.kind === 'scalar') {
    if (!isTrue(cors)) return body;
    return withMember(body, key, withMember(all, 'allowOrigins', ['*'], at), at);
  }
  if (cors.kind !== 'map') return withMember(body, key, lowered(cors), at);
  for (const [name, e] of members(cors)) {
    if (name === 'AllowCredentials' && !isTrue(e.value)) continue;
    if (isGiven(e.value) || name === 'MaxAge') all = withMember(all, lower(name), e.value, e.at);
  }
  return withMember(body, key, all, at);
}

/** The names of API Gateway in the arms of an expression too. */
function lowered(of: Node): Node {
  if (of.kind === 'call') return { ...of, argument: lowered(of.argument) };
  if (of.kind === 'list') return { ...of, items: of.items.map(lowered) };
  if (of.kind !== 'map') return of;
  return map(
    members(of).map(([name, e]) => [lower(name), e.value]),
    of.at,
  );
}

function lower(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
