import { inCode, type Origin } from '../../model/origin.ts';
import { known, type Value } from '../../model/value.ts';
import { originOf, type Run } from '../cdk/source/evaluate/run.ts';
import { referenceTo } from './application.ts';
import type { Component, Made } from './made.ts';
import { namesSet, transformed } from './transforms.ts';
import { chosen, given, hidden, later, textIn, valueIn } from './values.ts';

/*
 * Sources: SST documentation, "ApiGatewayV2" and "ApiGatewayWebSocket", and code of SST 3.2.8, `createApiRoute`: a route without
 * `auth` asks nobody; `transform.route` of the API holds for all of its routes.
 */

const CERTIFIED = ['AWS::CertificateManager::Certificate', 'AWS::Route53::RecordSet'];
const BESIDE = [
  ...CERTIFIED,
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Deployment',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::ApiGatewayV2::Stage',
  'AWS::ApiGatewayV2::VpcLink',
  'AWS::Logs::LogGroup',
];

export const HTTP_API: Component = {
  beside: BESIDE,
  methods: {
    route: (made) => route(made, keyOfHttp),
    routeUrl: (made) => routeElsewhere(made, 'HTTP_PROXY'),
    routePrivate: (made) => routeElsewhere(made, 'HTTP_PROXY'),
    addAuthorizer: (made) => authorizerOf(made, ['lambda']),
  },
};

export const WEBSOCKET_API: Component = {
  beside: BESIDE,
  methods: { route: (made) => route(made, valueIn), addAuthorizer: (made) => authorizerOf(made, ['lambda']) },
};

/** What the API says of all of its routes. */
export function ofAll(made: Made, part: string): Run | undefined {
  return given(given(given(made.settings, 'transform'), 'route'), part);
}

function route(made: Made, key: (run: Run) => Value): undefined {
  const [said, handler] = made.args;
  const name = `${made.what} ${textIn(said) ?? 'a route'}`;
  const target = made.functionOf(handler, name, { transform: ofAll(made, 'handler') });
  const origin = inCode(made.at);
  permitGateway(made, name, target);
  addRoute(made, name, key, { IntegrationType: known('AWS_PROXY', origin), IntegrationUri: target });
  return undefined;
}

/** A gateway may call a function. */
export function permitGateway({ application, place, at }: Made, name: string, target: Value): void {
  const origin = inCode(at);
  application.add('AWS::Lambda::Permission', `permission of ${name}`, place, {
    FunctionName: target,
    Action: known('lambda:InvokeFunction', origin),
    Principal: known('apigateway.amazonaws.com', origin),
  });
}

/** A route with what it hands calls to. */
export function addRouteTo(
  { application, place, at }: Made,
  name: string,
  {
    target,
    ...route
  }: { readonly target: Value; readonly RouteKey: Value; readonly AuthorizationType: Value },
): void {
  const origin = inCode(at);
  const to = application.add('AWS::ApiGatewayV2::Integration', `integration of ${name}`, place, {
    IntegrationUri: target,
  });
  application.add('AWS::ApiGatewayV2::Route', `route of ${name}`, place, {
    ...route,
    Target: referenceTo(to, 'IntegrationId', origin),
  });
}

function routeElsewhere(made: Made, type: string): undefined {
  const [said, to] = made.args;
  const origin = inCode(made.at);
  const uri = to === undefined ? later('where it leads', origin) : valueIn(to);
  const integration = { IntegrationType: known(type, origin), IntegrationUri: uri };
  addRoute(made, `${made.what} ${textIn(said) ?? 'a route'}`, keyOfHttp, integration);
  return undefined;
}

function addRoute(
  made: Made,
  name: string,
  key: (run: Run) => Value,
  integration: Readonly<Record<string, Value>>,
): void {
  const { application, place, at, by } = made;
  const origin = inCode(at);
  const settings = settingsOfRoute(made);
  const transform = given(settings, 'transform');
  const changed = [namesSet(given(transform, 'route'), at, by), made.changedOf('apigatewayv2.Route')];
  const isSet = (property: string) => changed.some((names) => names === undefined || names.has(property));
  const mayLeadElsewhere = [
    namesSet(given(transform, 'integration'), at, by),
    made.changedOf('apigatewayv2.Integration'),
  ].some((names) => names === undefined || names.has('integrationUri'));
  const to = application.add('AWS::ApiGatewayV2::Integration', `integration of ${name}`, place, {
    ...integration,
    ...(mayLeadElsewhere ? { IntegrationUri: later('where it leads', origin) } : {}),
  });
  const [said] = made.args;
  application.add('AWS::ApiGatewayV2::Route', `route of ${name}`, place, {
    RouteKey: said === undefined || isSet('routeKey') ? later('the route', origin) : key(said),
    Target: isSet('target') ? later('where it leads', origin) : referenceTo(to, 'IntegrationId', origin),
    AuthorizationType:
      isSet('authorizationType') || isSet('authorizerId')
        ? later('the authorizer', origin)
        : authorizationOf(given(settings, 'auth'), origin, WAYS_OF_HTTP),
  });
}

/** What a route is given, together with what the API says of all of them. */
export function settingsOfRoute(made: Made): Run {
  const { args, at, by } = made;
  const nothing: Run = { kind: 'object', cell: { members: new Map(), open: false }, at, seen: [] };
  return transformed(args[2] ?? nothing, ofAll(made, 'args'), at, by);
}

/** `$default`, and otherwise a method in capitals and a path. */
function keyOfHttp(run: Run): Value {
  if (run.kind === 'choice') return chosen(run, keyOfHttp);
  const text = textIn(run);
  if (text === undefined) return valueIn(run);
  if (/^\$default$/i.test(text)) return known('$default', originOf(run));
  return known(
    text.replace(/^[a-z]+(?= )/i, (method) => method.toUpperCase()),
    originOf(run),
  );
}

/** What `auth` may hold, in the order in which it counts, and how it asks. */
const WAYS_OF_HTTP = [
  ['iam', 'AWS_IAM'],
  ['lambda', 'CUSTOM'],
  ['jwt', 'JWT'],
] as const;

/** How a route asks who is calling. */
export function authorizationOf(
  auth: Run | undefined,
  origin: Origin,
  ways: readonly (readonly [member: string, type: string])[],
): Value {
  if (auth?.kind === 'choice') return chosen(auth, (one) => authorizationOf(one, originOf(one), ways));
  if (auth === undefined || auth.kind === 'undefined') return known('NONE', origin);
  if (auth.kind === 'scalar')
    return auth.value === false ? known('NONE', originOf(auth)) : later('the authorizer', originOf(auth));
  if (auth.kind !== 'object' || auth.cell.open) return later('the authorizer', originOf(auth));
  for (const [member, type] of ways) {
    const said = given(auth, member);
    if (said === undefined || (said.kind === 'scalar' && !said.value)) continue;
    return isThere(said) ? known(type, originOf(said)) : later('the authorizer', originOf(said));
  }
  return known('NONE', originOf(auth));
}

/** Something that cannot be missing. */
function isThere({ kind }: Run): boolean {
  return ['object', 'scalar', 'text', 'attribute', 'construct'].includes(kind);
}

/** An authorizer that routes name by its id; a function of its own is a function of the application. */
export function authorizerOf(made: Made, functions: readonly string[]): Run {
  const { args, at, what, construct } = made;
  const [first, second] = args;
  const settings = second ?? first ?? hidden('an authorizer', at);
  const name = `${what} authorizer ${textIn(given(settings, 'name') ?? first) ?? ''}`.trimEnd();
  for (const member of functions) {
    const said = given(settings, member);
    const lambda = member === 'lambda' && said !== undefined ? given(said, 'function') : said;
    if (said !== undefined) made.functionOf(lambda, name);
  }
  const own = { ...construct, path: name, address: name, module: 'sst', name: 'Authorizer', props: settings };
  return { kind: 'construct', construct: own, at, seen: [] };
}
