import type { Location } from '../../../model/origin.ts';
import type { MapNode, Node } from '../parse.ts';
import {
  armsOf,
  inArms,
  isGiven,
  literal,
  map,
  member,
  members,
  node,
  type Plain,
  withMember,
} from './nodes.ts';

/*
 * The definition of an API (OpenAPI, Swagger) as a tree that events add their routes to. Every path and every method may
 * be conditional: what is changed, is changed in each arm.
 */

export const INTEGRATION = 'x-amazon-apigateway-integration';
const ANY = 'x-amazon-apigateway-any-method';
const NO_METHODS: ReadonlySet<string> = new Set(['summary', 'description', 'parameters']);

export function swaggerSkeleton(at: Location): MapNode {
  const info = { version: '1.0', title: { Ref: 'AWS::StackName' } };
  return node({ swagger: '2.0', info, paths: map([], at) }, at) as MapNode;
}

export function openApiSkeleton(at: Location): MapNode {
  const info = { version: '1.0', title: { Ref: 'AWS::StackName' } };
  return node({ openapi: '3.0.1', info, paths: map([], at) }, at) as MapNode;
}

export function methodName(method: string): string {
  const lower = method.toLowerCase();
  return lower === 'any' ? ANY : lower;
}

/** Whether routes can be added: a map with paths and a version of OpenAPI or Swagger. */
export function isDefinition(body: Node | undefined): body is MapNode {
  const versioned =
    isGiven(member(body, 'swagger')) || /^3(\.\d){1,2}$/.test(literal(member(body, 'openapi')) ?? '');
  return body?.kind === 'map' && member(body, 'paths')?.kind === 'map' && versioned;
}

export function isOpenApi3(body: Node | undefined): boolean {
  return /^3(\.\d){1,2}$/.test(literal(member(body, 'openapi')) ?? '');
}

export function pathsOf(body: Node | undefined): readonly string[] {
  return members(member(body, 'paths')).map(([path]) => path);
}

function inPaths(body: MapNode, change: (paths: MapNode) => MapNode): MapNode {
  const paths = member(body, 'paths');
  return withMember(body, 'paths', change(paths?.kind === 'map' ? paths : map([], body.at)), paths?.at);
}

/** A path item, in each of its arms, that is made where it is missing. */
export function inPath(
  body: MapNode,
  path: string,
  at: Location,
  change: (item: MapNode) => MapNode,
): MapNode {
  return inPaths(body, (paths) => {
    const before = member(paths, path) ?? map([], at);
    const after = inArms(before, (arm) => (arm.kind === 'map' ? change(arm) : arm));
    return withMember(paths, path, after, before.at);
  });
}

export function withPath(body: MapNode, path: string, method: string, at: Location): MapNode {
  const name = methodName(method);
  return inPath(body, path, at, (item) =>
    item.entries.has(name) ? item : withMember(item, name, map([], at), at),
  );
}

export function withPathCondition(body: MapNode, path: string, condition: string): MapNode {
  return inPaths(body, (paths) => {
    const before = member(paths, path);
    if (before === undefined) return paths;
    return withMember(paths, path, { 'Fn::If': [condition, before, { Ref: 'AWS::NoValue' }] }, before.at);
  });
}

export function hasIntegration(body: MapNode, path: string, method: string): boolean {
  const item = member(member(body, 'paths'), path);
  const definitions = armsOf(item).flatMap((arm) => armsOf(member(arm, methodName(method))));
  return definitions.some((definition) => isGiven(member(definition, INTEGRATION)));
}

/** The definition of one method, in each of its arms, where it has an integration. */
export function inMethod(
  body: MapNode,
  path: string,
  method: string,
  change: (definition: MapNode) => MapNode,
): MapNode {
  return inMethods(body, path, (name, definition) =>
    name === methodName(method) ? change(definition) : definition,
  );
}

type ChangeMethod = (method: string, definition: MapNode) => MapNode;

/** The definitions of all methods of a path that have an integration. */
function inMethods(body: MapNode, path: string, change: ChangeMethod): MapNode {
  if (member(member(body, 'paths'), path) === undefined) return body;
  return inPath(body, path, body.at, (item) => changedMethods(item, change));
}

function changedMethods(item: MapNode, change: ChangeMethod): MapNode {
  const entries = new Map(item.entries);
  for (const [name, { value, at }] of item.entries) {
    if (NO_METHODS.has(name)) continue;
    const after = inArms(value, (arm) => {
      const integrated = arm.kind === 'map' && isGiven(member(arm, INTEGRATION));
      return integrated ? change(methodName(name), arm) : arm;
    });
    entries.set(name, { value: after, at });
  }
  return { ...item, entries };
}

/** The definitions of all methods of all paths that have an integration. */
export function inAllMethods(body: MapNode, change: ChangeMethod): MapNode {
  return inAllPaths(body, (_, item) => changedMethods(item, change));
}

/** Every path item, in each of its arms. */
export function inAllPaths(body: MapNode, change: (path: string, item: MapNode) => MapNode): MapNode {
  return inPaths(body, (paths) => {
    const entries = [...paths.entries].map(([path, e]) => {
      const value = inArms(e.value, (arm) => (arm.kind === 'map' ? change(path, arm) : arm));
      return [path, { ...e, value }] as const;
    });
    return { ...paths, entries: new Map(entries) };
  });
}

/** Puts an integration at a method; where a condition holds for it, the method is there under that condition only. */
export function withIntegration(
  body: MapNode,
  path: string,
  method: string,
  integration: Plain,
  condition: string | undefined,
  more: Readonly<Record<string, Plain>>,
  at: Location,
): MapNode {
  const name = methodName(method);
  return inPath(withPath(body, path, method, at), path, at, (item) => {
    const before = member(item, name);
    let definition = before?.kind === 'map' ? before : map([], at);
    definition = withMember(definition, INTEGRATION, integration, at);
    for (const [key, value] of Object.entries(more)) {
      if (!definition.entries.has(key)) definition = withMember(definition, key, value, at);
    }
    const placed: Plain =
      condition === undefined ? definition : { 'Fn::If': [condition, definition, { Ref: 'AWS::NoValue' }] };
    return withMember(item, name, placed, at);
  });
}

export function withSecurity(definition: MapNode, added: Plain, at: Location): MapNode {
  const before = member(definition, 'security');
  const security = before?.kind === 'list' ? [...before.items, added] : [added];
  return withMember(definition, 'security', security, at);
}

/** What a route asks of its callers, where that is not known. */
export function unknownSecurity(decidedBy: string, at: Location): Node {
  return { kind: 'unreadable', why: 'the authorizer is not known', decidedBy, at };
}

/** Every route that names no authorizer itself has one that is not known. */
export function withUnknownSecurity(body: MapNode, decidedBy: string, at: Location): MapNode {
  return inAllMethods(body, (_, definition) =>
    definition.entries.has('security')
      ? definition
      : withMember(definition, 'security', unknownSecurity(decidedBy, at), at),
  );
}

/** A member of a member: `components.securitySchemes`. */
export function withDeep(body: MapNode, path: readonly string[], value: Plain, at: Location): MapNode {
  const [first, ...rest] = path;
  if (first === undefined) return body;
  if (rest.length === 0) return withMember(body, first, value, at);
  const below = member(body, first);
  return withMember(body, first, withDeep(below?.kind === 'map' ? below : map([], at), rest, value, at), at);
}

/** `{id}` in a path stands for anything in the ARN of a route. */
export function pathInArn(path: string, manyToo = true): string {
  const parameter = manyToo ? /\{([a-zA-Z0-9._-]+\+?)\}/g : /\{([a-zA-Z0-9._-]+|proxy\+)\}/g;
  return path.replace(/^(.+)\/$/, '$1').replace(parameter, '*');
}
