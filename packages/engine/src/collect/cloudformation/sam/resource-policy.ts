import type { Location } from '../../../model/origin.ts';
import type { MapNode, Node } from '../parse.ts';
import { pathInArn } from './definition.ts';
import {
  armsOf,
  canonicalJson,
  isGiven,
  items,
  map,
  member,
  members,
  node,
  type Plain,
  sub,
  withMember,
} from './nodes.ts';

const POLICY = 'x-amazon-apigateway-policy';

/** The text of a node where the parameters give it one. */
type TextOf = (of: Node) => string | undefined;

/** Adds what `ResourcePolicy` says about a path to the policy of an API. */
export function resourcePolicy(
  body: MapNode,
  policy: Node,
  path: string,
  stage: Node | undefined,
  text: TextOf,
): MapNode {
  const { at } = policy;
  const resources = resourcesOf(body, path, stage, at);
  let changed = body;
  for (const [name, effect] of [
    ['AwsAccountWhitelist', 'Allow'],
    ['AwsAccountBlacklist', 'Deny'],
  ] as const) {
    const accounts = member(policy, name);
    if (!isGiven(accounts)) continue;
    const AWS = accounts.kind === 'list' ? accounts : [accounts];
    changed = withStatements(changed, [invoke(effect, resources, { AWS })], at, false);
  }
  for (const [name, operator] of [
    ['IpRangeWhitelist', 'NotIpAddress'],
    ['IpRangeBlacklist', 'IpAddress'],
  ] as const) {
    const ranges = member(policy, name);
    if (!isGiven(ranges)) continue;
    const condition = { [operator]: { 'aws:SourceIp': ranges.kind === 'list' ? ranges : [ranges] } };
    changed = withStatements(changed, allowedExcept(resources, condition), at);
  }
  for (const [list, operator] of [
    ['Blacklist', 'StringEquals'],
    ['Whitelist', 'StringNotEquals'],
  ] as const) {
    const sources = networks(policy, list, text);
    if (sources !== undefined) {
      changed = withStatements(changed, allowedExcept(resources, { [operator]: sources }), at);
    }
  }
  return member(changed, POLICY) === undefined ? withMember(changed, POLICY, map([], at), at) : changed;
}

/** Statements that are written as such. */
export function customStatements(body: MapNode, policy: Node): MapNode {
  const statements = member(policy, 'CustomStatements');
  if (!isGiven(statements)) return body;
  const first = member(member(body, POLICY), 'Statement') === undefined && statements.kind !== 'list';
  return withStatements(body, items(statements), statements.at, !first);
}

function networks(policy: Node, list: string, text: TextOf): Record<string, Plain> | undefined {
  const written = items(member(policy, `SourceVpc${list}`));
  const named = (prefix: string) => written.filter((one) => text(one)?.startsWith(prefix));
  const vpcs = [...named('vpc-'), ...items(member(policy, `IntrinsicVpc${list}`))];
  const endpoints = [...named('vpce-'), ...items(member(policy, `IntrinsicVpce${list}`))];
  if (vpcs.length === 0 && endpoints.length === 0) return undefined;
  return {
    ...(vpcs.length > 0 ? { 'aws:SourceVpc': vpcs } : {}),
    ...(endpoints.length > 0 ? { 'aws:SourceVpce': endpoints } : {}),
  };
}

function allowedExcept(resources: readonly Node[], condition: Record<string, Plain>): Plain[] {
  return [invoke('Allow', resources, '*'), { ...invoke('Deny', resources, '*'), Condition: condition }];
}

function invoke(effect: string, resources: readonly Node[], principal: Plain): Record<string, Plain> {
  return { Effect: effect, Action: 'execute-api:Invoke', Resource: resources, Principal: principal };
}

function resourcesOf(body: MapNode, path: string, stage: Node | undefined, at: Location): readonly Node[] {
  const item = member(member(body, 'paths'), path);
  const methods = armsOf(item).flatMap((arm) => members(arm).map(([method]) => method));
  return methods.map((method) => {
    const any = /^(any|x-amazon-apigateway-any-method)$/i.test(method);
    const text = `execute-api:/\${__Stage__}/${any ? '*' : method.toUpperCase()}${starred(path)}`;
    return sub(text, at, { __Stage__: stage });
  });
}

function starred(path: string): string {
  return path.endsWith('/') ? path.replace(/\{([a-zA-Z0-9._-]+\+?)\}/g, '*') : pathInArn(path);
}

function withStatements(body: MapNode, added: readonly Plain[], at: Location, once = true): MapNode {
  const before = member(body, POLICY);
  const policy = before?.kind === 'map' ? before : map([], at);
  const statements = [...items(member(policy, 'Statement'))];
  const there = new Set(once ? statements.map(canonicalJson) : []);
  for (const one of added) {
    const made = node(one, at);
    if (!once || !there.has(canonicalJson(made))) statements.push(made);
    there.add(canonicalJson(made));
  }
  const versioned = withMember(policy, 'Version', '2012-10-17', at);
  const [only, ...more] = statements;
  const single = !once && more.length === 0 && only !== undefined;
  return withMember(body, POLICY, withMember(versioned, 'Statement', single ? only : statements, at), at);
}
