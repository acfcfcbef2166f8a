import type { Location } from '../../../model/origin.ts';
import type { Entry, MapNode, Node } from '../parse.ts';
import {
  hasIntegration,
  isDefinition,
  methodName,
  openApiSkeleton,
  pathInArn,
  swaggerSkeleton,
  withDeep,
  withIntegration,
  withPath,
  withPathCondition,
} from './definition.ts';
import { type FunctionEvent, permit, unknownEvent } from './events.ts';
import type { Expansion, Serverless } from './expansion.ts';
import type { Globals } from './globals.ts';
import { callerRole, defaultCalls, executeApi, httpMethod, integrationUri } from './integrations.ts';
import {
  entry,
  idIn,
  isGiven,
  isTrue,
  literal,
  map,
  member,
  members,
  type Plain,
  ref,
  when,
  withMember,
} from './nodes.ts';
import { authorized, restMethod } from './rest-methods.ts';

export const REST = 'AWS::Serverless::Api';
export const HTTP = 'AWS::Serverless::HttpApi';

/** An API whose definition grows with the events that name it. */
export interface ApiDraft {
  readonly id: string;
  readonly kind: typeof REST | typeof HTTP;
  readonly implicit: boolean;
  /** SAM writes the definition itself. */
  readonly managed: boolean;
  resource: Serverless;
  body: Node | undefined;
  readonly tags: Map<string, Entry>;
}

/** The APIs of a template: those that are written, and the two that events without an API share. */
export class Apis {
  readonly drafts = new Map<string, ApiDraft>();
  readonly #expansion: Expansion;
  readonly #globals: Globals;
  /** API, path and method to the condition of the function behind it. */
  readonly #conditions = new Map<string, Map<string, Map<string, string | undefined>>>();

  constructor(expansion: Expansion, globals: Globals) {
    this.#expansion = expansion;
    this.#globals = globals;
    for (const [id, written] of expansion.written) {
      const type = expansion.typeOf(id);
      if (type === REST || type === HTTP) this.#start(id, type, written, false);
    }
    for (const kind of [REST, HTTP] as const) this.#readEvents(kind);
    this.#conditional();
    for (const draft of this.drafts.values()) this.#versioned(draft);
  }

  #start(id: string, kind: typeof REST | typeof HTTP, written: Entry, implicit: boolean): ApiDraft {
    const properties = this.#globals.merged(kind, written.value, written.at);
    const own = entry(written.value, 'Properties')?.value;
    const body = member(own, 'DefinitionBody');
    const managed = !isGiven(body) && !isGiven(member(own, 'DefinitionUri'));
    const skeleton = kind === REST ? swaggerSkeleton : openApiSkeleton;
    const draft: ApiDraft = {
      id,
      kind,
      implicit,
      managed,
      resource: { id, type: kind, entry: written, at: written.at, properties },
      body: managed ? skeleton(written.at) : member(properties, 'DefinitionBody'),
      tags: new Map(),
    };
    this.drafts.set(id, draft);
    return draft;
  }

  /** Gives every event of a kind its API and every managed API its paths. */
  #readEvents(kind: typeof REST | typeof HTTP): void {
    for (const [id, written] of this.#expansion.written) {
      const type = this.#expansion.typeOf(id);
      if (type !== 'AWS::Serverless::Function' && type !== 'AWS::Serverless::StateMachine') continue;
      const own = entry(written.value, 'Properties')?.value;
      for (const [, event] of members(member(own, 'Events'))) {
        const asked = kind === REST ? 'Api' : 'HttpApi';
        if (this.#expansion.text(member(event.value, 'Type')) !== asked) continue;
        const properties = member(event.value, 'Properties');
        const route = routeOf(properties, kind);
        if (route === undefined) continue;
        const draft = this.#draftFor(kind, properties, written, type, event.at);
        if (draft === undefined) continue;
        this.#note(draft.id, route.path, route.method, literal(entry(written.value, 'Condition')?.value));
        if (draft.implicit) this.#takePolicies(draft, written);
        if (draft.managed && isDefinition(draft.body)) {
          draft.body = withPath(draft.body, route.path, route.method, event.at);
        }
        this.#routeSettings(draft, properties, route, written);
      }
    }
  }

  #draftFor(
    kind: typeof REST | typeof HTTP,
    properties: Node | undefined,
    written: Entry,
    type: string,
    at: Location,
  ): ApiDraft | undefined {
    const named = apiIn(properties, kind);
    if (named !== undefined) {
      const id = idIn(named) ?? literal(named);
      const draft = id === undefined ? undefined : this.drafts.get(id);
      return draft?.kind === kind ? draft : undefined;
    }
    const id = kind === REST ? 'ServerlessRestApi' : 'ServerlessHttpApi';
    const before = this.drafts.get(id);
    const draft = before?.implicit ? before : this.#implicit(id, kind, at);
    const own = entry(written.value, 'Properties')?.value;
    const propagates = member(own, 'PropagateTags') ?? this.#globals.of(type, 'PropagateTags');
    const tags = member(own, 'Tags') ?? this.#globals.of(type, 'Tags');
    if (isTrue(propagates)) for (const [name, e] of members(tags)) draft.tags.set(name, e);
    return draft;
  }

  #implicit(id: string, kind: typeof REST | typeof HTTP, at: Location): ApiDraft {
    const properties = kind === REST ? { StageName: 'Prod' } : {};
    const body = map(Object.entries({ Type: kind, Properties: properties }), at);
    return this.#start(id, kind, { value: body, at }, true);
  }

  #note(api: string, path: string, method: string, condition: string | undefined): void {
    const paths = this.#conditions.get(api) ?? new Map<string, Map<string, string | undefined>>();
    this.#conditions.set(api, paths);
    const methods = paths.get(path) ?? new Map<string, string | undefined>();
    paths.set(path, methods);
    methods.set(method, condition);
  }

  /** What is kept or replaced of any function behind the implicit API, is kept or replaced of the API. */
  #takePolicies(draft: ApiDraft, from: Entry): void {
    for (const name of ['DeletionPolicy', 'UpdateReplacePolicy']) {
      const policy = entry(from.value, name)?.value;
      const before = entry(draft.resource.entry.value, name)?.value;
      if (policy === undefined || literal(before) === 'Retain') continue;
      if (before !== undefined && literal(policy) !== 'Retain' && literal(policy) !== 'Snapshot') continue;
      this.#withAttribute(draft, name, policy);
    }
  }

  #withAttribute(draft: ApiDraft, name: string, value: Plain): void {
    const { resource } = draft;
    if (resource.entry.value.kind !== 'map') return;
    const body = withMember(resource.entry.value, name, value, resource.at);
    draft.resource = { ...resource, entry: { ...resource.entry, value: body } };
  }

  #routeSettings(draft: ApiDraft, properties: Node | undefined, route: Route, from: Entry): void {
    const settings = entry(properties, 'RouteSettings');
    if (draft.kind !== HTTP || settings === undefined) return;
    const condition = literal(entry(from.value, 'Condition')?.value);
    const any = route.method === 'x-amazon-apigateway-any-method';
    const key = any ? route.path : `${route.method.toUpperCase()} ${route.path}`;
    const { resource } = draft;
    const before = member(resource.properties, 'RouteSettings');
    const all = before?.kind === 'map' ? before : map([], settings.at);
    const value = condition === undefined ? settings.value : when(condition, settings.value, settings.at);
    const changed = withMember(all, key, merged(member(all, key), value), settings.at);
    draft.resource = {
      ...resource,
      properties: withMember(resource.properties, 'RouteSettings', changed, settings.at),
    };
  }

  /** A path is there if one of its methods is, and the implicit API if one of its paths is. */
  #conditional(): void {
    for (const draft of this.drafts.values()) {
      const paths = this.#conditions.get(draft.id);
      if (paths === undefined || !isDefinition(draft.body)) continue;
      const all = [...paths.values()].flatMap((methods) => [...methods.values()]);
      if (draft.implicit) {
        const base = draft.kind === REST ? 'ServerlessRestApiCondition' : 'ServerlessHttpApiCondition';
        const name = this.#anyOf(all, base, draft.resource.at);
        if (name !== undefined) this.#withAttribute(draft, 'Condition', name);
      }
      if (!draft.managed) continue;
      for (const [path, methods] of paths) {
        const escaped = path.replaceAll('/', 'SLASH').replaceAll('{', 'OB').replaceAll('}', 'CB');
        const name = this.#anyOf(
          [...methods.values()],
          `${draft.id}${escaped}PathCondition`,
          draft.resource.at,
        );
        if (name !== undefined) draft.body = withPathCondition(draft.body as MapNode, path, name);
      }
    }
  }

  /** A condition that holds where one of many does; nothing where one of them is always there. */
  #anyOf(conditions: readonly (string | undefined)[], name: string, at: Location): string | undefined {
    const names = [...new Set(conditions)];
    if (names.length === 0 || names.includes(undefined)) return undefined;
    if (names.length === 1) return names[0];
    const parts = (names as string[]).sort().map((Condition) => ({ Condition }));
    return this.#expansion.condition(name, { 'Fn::Or': parts }, at);
  }

  /** `OpenApiVersion: 3.x` makes an OpenAPI definition of the one that SAM writes. */
  #versioned(draft: ApiDraft): void {
    const version = entry(draft.resource.properties, 'OpenApiVersion');
    const text = literal(version?.value);
    if (!draft.managed || draft.kind !== REST || version === undefined || draft.body?.kind !== 'map') return;
    if (!/^3(\.\d){1,2}$/.test(text ?? '')) return;
    draft.body = withMember(withMember(draft.body, 'openapi', text!, version.at), 'swagger', undefined);
  }

  /** An event of a REST API: the permission to call the function, and the route. */
  restRoute(event: FunctionEvent): void {
    const { at, properties } = event;
    const route = routeOf(properties, REST);
    if (route === undefined) {
      unknownEvent(event.shared, event.resource, event.name, 'its path or method is not written', at);
      return;
    }
    const named = member(properties, 'RestApiId');
    const apiId = named ?? ref('ServerlessRestApi', at);
    const draft = this.drafts.get(idIn(apiId) ?? literal(apiId) ?? '');
    const stage = draft === undefined ? undefined : member(draft.resource.properties, 'StageName');
    const suffix = draft === undefined ? 'AllStages' : (literal(stage) ?? 'Stage');
    const verb = route.method.toLowerCase() === 'any' ? '*' : route.method.toUpperCase();
    const source = executeApi(`${verb}${pathInArn(route.path)}`, apiId, at);
    permit(event, { principal: 'apigateway.amazonaws.com', source, suffix });
    if (draft === undefined) {
      unknownEvent(event.shared, event.resource, event.name, 'its API is not in this template', at);
      return;
    }
    const merging = isTrue(member(draft.resource.properties, 'MergeDefinitions'));
    if (draft.managed || merging) this.#addRoute(draft, event, route, merging);
    const overrides = isGiven(member(member(properties, 'Auth'), 'OverrideApiAuth'));
    if (overrides && !draft.managed && isDefinition(draft.body)) {
      draft.body = authorized(draft, properties, route, draft.body, this.#expansion);
    }
  }

  #addRoute(draft: ApiDraft, event: FunctionEvent, route: Route, merging: boolean): void {
    if (!isDefinition(draft.body)) {
      unknownEvent(
        event.shared,
        event.resource,
        event.name,
        'the definition of its API cannot be read',
        event.at,
      );
      return;
    }
    const { at, target } = event;
    const streams = literal(member(event.properties, 'ResponseTransferMode')) === 'RESPONSE_STREAM';
    const version = streams ? '2021-11-15' : '2015-03-31';
    const invocations = streams ? 'response-streaming-invocations' : 'invocations';
    const uri = integrationUri(version, target.shorthand, invocations, at);
    const auth = member(event.properties, 'Auth');
    const integration = {
      type: 'aws_proxy',
      httpMethod: 'POST',
      uri: target.condition === undefined ? uri : when(target.condition, uri, at),
      responseTransferMode: streams ? 'STREAM' : undefined,
      credentials: callerRole(auth, member(draft.resource.properties, 'Auth'), at),
    };
    const none = map([], at);
    const base = merging ? swaggerSkeleton(at) : draft.body;
    const { path, method } = route;
    const routed = withIntegration(
      base,
      path,
      method,
      integration,
      target.condition,
      { responses: none },
      at,
    );
    const done = restMethod(draft, event.properties, route, routed, this.#expansion);
    draft.body = merging ? withMerged(draft.body, done, route, at) : done;
  }

  /** An event of an HTTP API. */
  httpRoute(event: FunctionEvent): void {
    const { at, properties, target } = event;
    const route = routeOf(properties, HTTP);
    if (route === undefined) {
      unknownEvent(event.shared, event.resource, event.name, 'its path or method is not written', at);
      return;
    }
    const apiId = member(properties, 'ApiId') ?? ref('ServerlessHttpApi', at);
    const draft = this.drafts.get(idIn(apiId) ?? literal(apiId) ?? '');
    this.#httpPermission(event, route, apiId, draft);
    if (draft === undefined) {
      unknownEvent(event.shared, event.resource, event.name, 'its API is not in this template', at);
      return;
    }
    if (draft.body === undefined) return;
    if (!isDefinition(draft.body)) {
      unknownEvent(event.shared, event.resource, event.name, 'the definition of its API cannot be read', at);
      return;
    }
    const uri = integrationUri('2015-03-31', target.shorthand, 'invocations', at);
    if (!hasIntegration(draft.body, route.path, route.method)) {
      const integration = {
        type: 'aws_proxy',
        httpMethod: 'POST',
        payloadFormatVersion: '2.0',
        uri: target.condition === undefined ? uri : when(target.condition, uri, at),
      };
      const isDefault = route.path === '$default' && route.method === 'x-amazon-apigateway-any-method';
      const more = { ...(isDefault ? { isDefaultRoute: true } : {}), responses: map([], at) };
      draft.body = withIntegration(
        draft.body,
        route.path,
        route.method,
        integration,
        target.condition,
        more,
        at,
      );
    }
    draft.body = httpMethod(draft, properties, route, draft.body as MapNode, at);
  }

  #httpPermission(event: FunctionEvent, route: Route, apiId: Node, draft: ApiDraft | undefined): void {
    const { at, target } = event;
    const isDefault = route.path === '$default';
    const body = draft?.body;
    if (!isDefault && isDefinition(body) && defaultCalls(body, target.id)) return;
    const any = /^(any|x-amazon-apigateway-any-method)$/i.test(route.method);
    const path = isDefault ? '' : pathInArn(route.path, false);
    const verb = any ? '*' : route.method.toUpperCase();
    // A path that SAM writes for the default route is no path of a route.
    const resource = /^any$/i.test(route.method) && path === '/$default' ? '$default' : `${verb}${path}`;
    permit(event, { principal: 'apigateway.amazonaws.com', source: executeApi(resource, apiId, at) });
  }
}

/** What SAM writes about a method goes over what is written there, member by member. */
function withMerged(written: MapNode, made: MapNode, { path, method }: Route, at: Location): MapNode {
  const name = method.toLowerCase();
  const item = member(member(written, 'paths'), path);
  const before = member(item, name);
  const added = member(member(member(made, 'paths'), path), methodName(method));
  return withDeep(written, ['paths', path, name], merged(before, added ?? map([], at)), at);
}

/** Path and method of an event. */
export interface Route {
  readonly path: string;
  readonly method: string;
}

/** Path and method of an event; an HTTP event without both is the default route. */
export function routeOf(properties: Node | undefined, kind: string): Route | undefined {
  const path = member(properties, 'Path');
  const method = member(properties, 'Method');
  if (kind === HTTP && !isGiven(path) && !isGiven(method)) {
    return { path: '$default', method: 'x-amazon-apigateway-any-method' };
  }
  const written = { path: literal(path), method: literal(method) };
  if (written.path === undefined || written.method === undefined) return undefined;
  return { path: written.path, method: written.method };
}

function apiIn(properties: Node | undefined, kind: string): Node | undefined {
  return member(properties, kind === REST ? 'RestApiId' : 'ApiId');
}

function merged(before: Node | undefined, added: Node): Node {
  if (before?.kind !== 'map' || added.kind !== 'map') return added;
  return { ...added, entries: new Map([...before.entries, ...added.entries]) };
}
