import { known, type ObjectValue, type Unknown, unknown, type Value } from '../../model/value.ts';

/**
 * How an operation of an OpenAPI document asks who is calling, in the words of a method or route: `AuthorizationType`,
 * and `ApiKeyRequired` where a key is asked for. By API Gateway's extensions
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html): an operation's own
 * `security` comes before the document's; a scheme is an authorizer by `x-amazon-apigateway-authtype` and
 * `x-amazon-apigateway-authorizer`.
 */
export function authorizationOf(document: ObjectValue, operation: Value): ReadonlyMap<string, Value> {
  if (operation.kind !== 'object') return new Map();
  const auth = operation.members.get('x-amazon-apigateway-auth');
  const own = auth?.kind === 'object' ? auth.members.get('type') : auth;
  if (own !== undefined) return new Map([['AuthorizationType', upper(own)]]);
  const security = operation.members.get('security') ?? operation.open ?? document.members.get('security');
  if (security === undefined && document.open !== undefined) {
    return new Map([['AuthorizationType', document.open]]);
  }
  if (security === undefined) return new Map([['AuthorizationType', known('NONE', operation.origin)]]);
  return bySecurity(document, security);
}

type Scheme = 'COGNITO_USER_POOLS' | 'AWS_IAM' | 'CUSTOM' | 'JWT' | 'key' | 'none';

function bySecurity(document: ObjectValue, security: Value): ReadonlyMap<string, Value> {
  const said = (type: Value) => new Map([['AuthorizationType', type]]);
  if (security.kind !== 'list') return said(undecided(security));
  let key = false;
  let open: Unknown | undefined = security.open;
  for (const requirement of security.items) {
    if (requirement.kind !== 'object') {
      open ??= undecided(requirement);
      continue;
    }
    open ??= requirement.open;
    for (const [name, at] of requirement.members) {
      const scheme = schemeOf(document, name);
      if (typeof scheme !== 'string') open ??= scheme;
      else if (scheme === 'key') key = true;
      else if (scheme !== 'none') return said(known(scheme, at.origin));
    }
  }
  const type = open ?? known('NONE', security.origin);
  return key ? said(type).set('ApiKeyRequired', known(true, security.origin)) : said(type);
}

function schemeOf(document: ObjectValue, name: string): Scheme | Unknown {
  const components = document.members.get('components');
  const schemes =
    (components?.kind === 'object' ? components.members.get('securitySchemes') : components) ??
    document.members.get('securityDefinitions') ??
    document.open;
  if (schemes === undefined) return 'none';
  if (schemes.kind !== 'object') return undecided(schemes);
  const scheme = schemes.members.get(name);
  // A name that no scheme declares asks nobody: SAM writes `NONE` for a route that is left open on purpose.
  if (scheme === undefined) return schemes.open ?? 'none';
  if (scheme.kind !== 'object') return undecided(scheme);
  const authorizer = scheme.members.get('x-amazon-apigateway-authorizer');
  const written = [
    scheme.members.get('x-amazon-apigateway-authtype'),
    authorizer?.kind === 'object' ? authorizer.members.get('type') : authorizer,
  ];
  for (const value of written) {
    if (value === undefined || value.kind === 'absent') continue;
    if (value.kind !== 'known') return undecided(value);
    const type = TYPES.get(String(value.value).toLowerCase());
    if (type !== undefined) return type;
  }
  if (authorizer !== undefined) return 'CUSTOM';
  return scheme.open ?? (textOf(scheme.members.get('type')) === 'apiKey' ? 'key' : 'none');
}

const TYPES: ReadonlyMap<string, Scheme> = new Map([
  ['cognito_user_pools', 'COGNITO_USER_POOLS'],
  ['awssigv4', 'AWS_IAM'],
  ['custom', 'CUSTOM'],
  ['token', 'CUSTOM'],
  ['request', 'CUSTOM'],
  ['jwt', 'JWT'],
]);

function upper(value: Value): Value {
  return value.kind === 'known' ? known(String(value.value).toUpperCase(), value.origin) : value;
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'known' ? String(value.value) : undefined;
}

function undecided(value: Value): Unknown {
  if (value.kind === 'unknown') return value;
  return unknown('unresolved-expression', 'the security of the OpenAPI document', value.origin);
}
