import { and, type Condition, not } from '../../model/condition.ts';
import type { NotSeen, ResourceNode } from '../../model/resource.ts';
import {
  absent,
  known,
  type ObjectValue,
  objectOf,
  reference,
  type Unknown,
  unknown,
  type Value,
} from '../../model/value.ts';
import type { CollectedRoot } from '../collected.ts';
import { httpIntegration, restIntegration } from './integrations.ts';
import { authorizationOf } from './security.ts';
import { validationOf } from './validation.ts';

/** An API whose routes stand in an OpenAPI document, and the type that such a route has where it stands for itself. */
const APIS: ReadonlyMap<string, 'rest' | 'http'> = new Map([
  ['AWS::ApiGateway::RestApi', 'rest'],
  ['AWS::ApiGatewayV2::Api', 'http'],
]);

/** What the routes of a document become. */
const ROUTES = ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Route', 'AWS::ApiGatewayV2::Integration'];

const METHODS: ReadonlyMap<string, string> = new Map([
  ...['get', 'put', 'post', 'delete', 'options', 'head', 'patch'].map((m) => [m, m.toUpperCase()] as const),
  ['x-amazon-apigateway-any-method', 'ANY'],
]);

/**
 * The same root with the routes of OpenAPI documents (`Body`) as resources, as if each were written for itself: what a
 * document says of a route is the same as what a method or route resource says. A document that cannot be read is a
 * place not seen.
 */
export function withRoutesOfDocuments(root: CollectedRoot): CollectedRoot {
  const made: ResourceNode[] = [];
  const notSeen: NotSeen[] = [];
  const resources = root.resources.map((api) => {
    const kind = APIS.get(api.type);
    const body = kind === undefined ? undefined : documentOf(api, root);
    if (kind === undefined || body === undefined) return api;
    for (const { value, when } of alternatives(body)) {
      const found = value.kind === 'object' ? routesIn(value, { api, kind, when }) : unreadable(api, value);
      made.push(...found.resources);
      notSeen.push(...found.notSeen);
    }
    return kind === 'http' ? withWhatItSays(api, body) : api;
  });
  if (made.length === 0 && notSeen.length === 0) return { ...root, resources };
  return { ...root, resources: [...resources, ...made], notSeen: [...root.notSeen, ...notSeen] };
}

interface Found {
  readonly resources: readonly ResourceNode[];
  readonly notSeen: readonly NotSeen[];
}

/** The OpenAPI document of an API; an unknown where it lies elsewhere, `undefined` where there is none. */
function documentOf(api: ResourceNode, { root }: CollectedRoot): Value | undefined {
  const { members, open } = api.properties;
  const body = members.get('Body');
  if (body !== undefined && body.kind !== 'absent') return structured(body);
  const elsewhere = members.get('BodyS3Location');
  if (elsewhere !== undefined && elsewhere.kind !== 'absent') {
    return unknown('not-collected', `the OpenAPI document of ${api.address} in S3`, elsewhere.origin);
  }
  // Of what is read without synthesis every API is open, which is said once for all of it.
  return root.kind === 'cdk-source' ? undefined : open;
}

/** A JSON text as what it encodes. */
function structured(value: Value): Value {
  if ((value.kind === 'known' || value.kind === 'composed') && value.structure !== undefined) {
    return value.structure;
  }
  if (value.kind !== 'choice') return value;
  return { ...value, whenTrue: structured(value.whenTrue), whenFalse: structured(value.whenFalse) };
}

interface Alternative {
  readonly value: Value;
  readonly when: Condition;
}

function alternatives(value: Value, when?: Condition): readonly Alternative[] {
  if (value.kind === 'absent') return [];
  if (value.kind !== 'choice') return [{ value, when: when ?? { op: 'always' } }];
  const on = (condition: Condition) => (when === undefined ? condition : and(when, condition));
  return [
    ...alternatives(value.whenTrue, on(value.condition)),
    ...alternatives(value.whenFalse, on(not(value.condition))),
  ];
}

function unreadable(api: ResourceNode, value: Value): Found {
  const decidedBy =
    value.kind === 'unknown' ? value.decidedBy : `a readable OpenAPI document of ${api.address}`;
  const why = 'they stand in an OpenAPI document that is not known here';
  return {
    resources: [],
    notSeen: [{ what: `the routes of ${api.address}`, why, decidedBy, origin: value.origin, holds: ROUTES }],
  };
}

interface Around {
  readonly api: ResourceNode;
  readonly kind: 'rest' | 'http';
  readonly when: Condition;
}

function routesIn(document: ObjectValue, around: Around): Found {
  const { api } = around;
  const resources: ResourceNode[] = [];
  const notSeen: NotSeen[] = [];
  const hidden = (value: Value) => notSeen.push(...unreadable(api, value).notSeen);
  if (document.open !== undefined) hidden(document.open);
  const paths = document.members.get('paths') ?? absent(document.origin);
  for (const every of alternatives(paths)) {
    if (every.value.kind !== 'object') {
      hidden(every.value);
      continue;
    }
    if (every.value.open !== undefined) hidden(every.value.open);
    for (const [path, item] of every.value.members) {
      for (const one of alternatives(item, every.when)) {
        if (one.value.kind !== 'object') {
          hidden(one.value);
          continue;
        }
        if (one.value.open !== undefined) hidden(one.value.open);
        for (const [name, operation] of one.value.members) {
          const method = METHODS.get(name);
          if (method === undefined) continue;
          for (const { value, when } of alternatives(operation, one.when)) {
            const there = and(api.exists, around.when, when);
            resources.push(...route({ document, api, kind: around.kind, path, method, there, value }));
          }
        }
      }
    }
  }
  return { resources, notSeen: notSeen.slice(0, 1) };
}

interface Operation {
  readonly document: ObjectValue;
  readonly api: ResourceNode;
  readonly kind: 'rest' | 'http';
  readonly path: string;
  readonly method: string;
  readonly there: Condition;
  readonly value: Value;
}

function route(operation: Operation): readonly ResourceNode[] {
  return operation.kind === 'rest' ? [restMethod(operation)] : httpRoute(operation);
}

function restMethod({ document, api, path, method, there, value }: Operation): ResourceNode {
  const { origin } = value;
  const members = new Map<string, Value>([
    ['RestApiId', reference({ address: api.address, attribute: 'Ref' }, origin)],
    ['HttpMethod', known(method, origin)],
  ]);
  for (const [name, said] of authorizationOf(document, value)) members.set(name, said);
  for (const [name, said] of validationOf(document, value)) members.set(name, said);
  const integration = memberOf(value, 'x-amazon-apigateway-integration');
  if (integration !== undefined) members.set('Integration', restIntegration(integration));
  return node(api, 'AWS::ApiGateway::Method', `${method} ${path}`, there, value, members);
}

function httpRoute({ document, api, path, method, there, value }: Operation): readonly ResourceNode[] {
  const { origin } = value;
  const key = path === '/$default' || path === '$default' ? '$default' : `${method} ${path}`;
  const apiId: Value = reference({ address: api.address, attribute: 'Ref' }, origin);
  const members = new Map<string, Value>([
    ['ApiId', apiId],
    ['RouteKey', known(key, origin)],
  ]);
  for (const [name, said] of authorizationOf(document, value)) members.set(name, said);
  const written = memberOf(value, 'x-amazon-apigateway-integration');
  if (written === undefined) return [node(api, 'AWS::ApiGatewayV2::Route', key, there, value, members)];
  const name = `integration of ${key}`;
  const properties = httpIntegration(written);
  const inner = properties.kind === 'object' ? new Map(properties.members) : new Map<string, Value>();
  const open = properties.kind === 'object' ? properties.open : openBy(properties);
  const integration = node(
    api,
    'AWS::ApiGatewayV2::Integration',
    name,
    there,
    written,
    inner.set('ApiId', apiId),
    open,
  );
  members.set('Target', {
    kind: 'composed',
    parts: [
      known('integrations/', origin),
      reference({ address: integration.address, attribute: 'Ref' }, origin),
    ],
    origin,
  });
  return [node(api, 'AWS::ApiGatewayV2::Route', key, there, value, members), integration];
}

function openBy(value: Value): Unknown {
  if (value.kind === 'unknown') return value;
  return unknown('wrong-shape', 'an integration that is an object', value.origin);
}

function memberOf(value: Value, name: string): Value | undefined {
  if (value.kind !== 'object') return undefined;
  return value.members.get(name) ?? value.open;
}

function node(
  api: ResourceNode,
  type: string,
  name: string,
  exists: Condition,
  value: Value,
  members: ReadonlyMap<string, Value>,
  open?: Unknown,
): ResourceNode {
  const hidden = value.kind === 'unknown' ? value : value.kind === 'object' ? value.open : undefined;
  const address = `${api.address} ${name}`;
  return {
    type,
    address,
    exists,
    properties: objectOf(members, value.origin, open ?? hidden),
    origin: { ...value.origin, at: { ...value.origin.at, what: address } },
    ...(api.foreign === undefined ? {} : { foreign: api.foreign }),
    ...(api.sourceType === undefined ? {} : { sourceType: api.sourceType }),
  };
}

/**
 * What stands in the document or at the API itself: cross-origin settings. That there is a document makes it an HTTP API
 * (CloudFormation docs, AWS::ApiGatewayV2::Api: Body is supported only for HTTP APIs).
 */
function withWhatItSays(api: ResourceNode, body: Value): ResourceNode {
  const members = new Map(api.properties.members);
  const cors = members.has('CorsConfiguration') ? undefined : corsIn(body);
  if (cors !== undefined) members.set('CorsConfiguration', cors);
  const isWritten = members.has('ProtocolType') || api.properties.open !== undefined;
  if (!isWritten && body.kind === 'object') members.set('ProtocolType', known('HTTP', body.origin));
  return { ...api, properties: { ...api.properties, members } };
}

function corsIn(body: Value): Value | undefined {
  if (body.kind === 'choice') {
    const [yes, no] = [corsIn(body.whenTrue), corsIn(body.whenFalse)];
    if (yes === undefined && no === undefined) return undefined;
    return { ...body, whenTrue: yes ?? absent(body.origin), whenFalse: no ?? absent(body.origin) };
  }
  const cors = memberOf(body, 'x-amazon-apigateway-cors');
  if (cors?.kind !== 'object') return cors;
  const members = [...cors.members].map(
    ([key, value]) => [key[0]!.toUpperCase() + key.slice(1), value] as const,
  );
  return objectOf(new Map(members), cors.origin, cors.open);
}
