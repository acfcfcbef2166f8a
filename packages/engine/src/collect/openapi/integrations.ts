import { known, listOf, objectOf, type Value } from '../../model/value.ts';

/** The integration of an operation of a REST API in the words of a method. */
export function restIntegration(integration: Value): Value {
  return renamed(integration, REST);
}

/** The integration of an operation of an HTTP API in the words of the resource. */
export function httpIntegration(integration: Value): Value {
  return renamed(integration, HTTP);
}

const REST: ReadonlyMap<string, string> = new Map([
  ['type', 'Type'],
  ['uri', 'Uri'],
  ['httpMethod', 'IntegrationHttpMethod'],
  ['credentials', 'Credentials'],
  ['timeoutInMillis', 'TimeoutInMillis'],
  ['connectionType', 'ConnectionType'],
  ['connectionId', 'ConnectionId'],
  ['requestParameters', 'RequestParameters'],
  ['cacheKeyParameters', 'CacheKeyParameters'],
  ['responses', 'IntegrationResponses'],
]);

const HTTP: ReadonlyMap<string, string> = new Map([
  ['type', 'IntegrationType'],
  ['uri', 'IntegrationUri'],
  ['subtype', 'IntegrationSubtype'],
  ['httpMethod', 'IntegrationMethod'],
  ['credentials', 'CredentialsArn'],
  ['timeoutInMillis', 'TimeoutInMillis'],
  ['connectionType', 'ConnectionType'],
  ['connectionId', 'ConnectionId'],
  ['payloadFormatVersion', 'PayloadFormatVersion'],
]);

/** Its type is upper case there. */
function renamed(value: Value, names: ReadonlyMap<string, string>): Value {
  if (value.kind === 'choice') {
    return {
      ...value,
      whenTrue: renamed(value.whenTrue, names),
      whenFalse: renamed(value.whenFalse, names),
    };
  }
  if (value.kind !== 'object') return value;
  const members = new Map<string, Value>();
  for (const [key, member] of value.members) {
    const name = names.get(key) ?? key;
    if (key === 'type') members.set(name, upperCase(member));
    else members.set(name, name === 'IntegrationResponses' ? responses(member) : member);
  }
  return objectOf(members, value.origin, value.open);
}

/** A document keeps them by the pattern that selects them, a method as a list. */
function responses(value: Value): Value {
  if (value.kind === 'choice') {
    return { ...value, whenTrue: responses(value.whenTrue), whenFalse: responses(value.whenFalse) };
  }
  if (value.kind !== 'object') return value;
  const items = [...value.members].map(([pattern, response]) => withPattern(pattern, response));
  return listOf(items, value.origin, value.open);
}

const RESPONSE: ReadonlyMap<string, string> = new Map([
  ['statusCode', 'StatusCode'],
  ['responseParameters', 'ResponseParameters'],
  ['responseTemplates', 'ResponseTemplates'],
  ['contentHandling', 'ContentHandling'],
]);

function withPattern(pattern: string, response: Value): Value {
  const own = renamed(response, RESPONSE);
  if (own.kind !== 'object' || pattern === 'default') return own;
  const members = new Map(own.members).set('SelectionPattern', known(pattern, own.origin));
  return objectOf(members, own.origin, own.open);
}

function upperCase(value: Value): Value {
  return value.kind === 'known' && typeof value.value === 'string'
    ? known(value.value.toUpperCase(), value.origin)
    : value;
}
