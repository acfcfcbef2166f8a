import { type Graph, type Resource, refersTo } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, any, choose, not, type Truth } from '../../model/truth.ts';
import { leftTo } from './left-open.ts';
import { onceFor } from './once.ts';

const ROUTE = 'AWS::ApiGatewayV2::Route';
const METHOD = 'AWS::ApiGateway::Method';
const FUNCTION_URL = 'AWS::Lambda::Url';
const ENTRIES: readonly string[] = [ROUTE, METHOD, FUNCTION_URL];

/** What else calls may come in by. */
const OTHER_WAYS: readonly string[] = [
  'AWS::Amplify::App',
  'AWS::AppRunner::Service',
  'AWS::EC2::Instance',
  'AWS::EKS::Cluster',
  'AWS::ElasticBeanstalk::Environment',
  'AWS::ElasticLoadBalancing::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::Listener',
];

/** Whether all that calls may come in by asks who is calling, whichever of it leads to the code. */
export const everyWayInAsks = onceFor((graph: Graph): Truth => {
  const entries = ENTRIES.map((type) => graph.of(type).where((entry) => not(isPreflight(entry)))).reduce(
    (all, more) => all.and(more),
  );
  return all(
    entries.exist().asMembership(),
    entries.every(asksWhoCalls),
    ...OTHER_WAYS.map((type) => not(graph.of(type).exist()).asMembership()),
  );
});

function isPreflight(entry: Resource): Truth {
  if (entry.type === METHOD) return entry.text('HttpMethod').is('OPTIONS').asMembership();
  if (entry.type === ROUTE)
    return entry
      .text('RouteKey')
      .matches('a preflight', /^OPTIONS\s/)
      .asMembership();
  return not(entry.exists());
}

/** What of gateways leads to a function, its preflights left out: routes, methods, and its own URL. */
export function entriesTo(fn: Resource, graph: Graph): Many<Resource> {
  const routes = graph.of(ROUTE).where((route) =>
    all(
      not(route.text('RouteKey').matches('a preflight', /^OPTIONS\s/)),
      graph
        .follow(route.text('Target'), 'AWS::ApiGatewayV2::Integration')
        .some((integration) => refersTo(integration.text('IntegrationUri'), fn)),
    ).asMembership(),
  );
  const methods = graph
    .of(METHOD)
    .where((method) =>
      all(not(isPreflight(method)), refersTo(method.text('Integration.Uri'), fn)).asMembership(),
    );
  const urls = graph
    .of(FUNCTION_URL)
    .where((url) => refersTo(url.text('TargetFunctionArn'), fn).asMembership());
  return routes.and(methods).and(urls);
}

/** Whether an entry asks who is calling before it calls anything. */
export function asksWhoCalls(entry: Resource): Truth {
  if (entry.type === METHOD)
    return entry.text('AuthorizationType').oneOf(['COGNITO_USER_POOLS', 'AWS_IAM', 'CUSTOM']);
  if (entry.type === FUNCTION_URL) return entry.text('AuthType').is('AWS_IAM');
  return choose(
    entry.text('RouteKey').matches('a path', /^\$(connect|default)$|^(ANY|GET|POST|PUT|PATCH|DELETE|HEAD)\s/),
    entry.text('AuthorizationType').oneOf(['JWT', 'AWS_IAM', 'CUSTOM']),
    // A WebSocket asks once, when it connects.
    any(
      entry.text('AuthorizationType').oneOf(['JWT', 'AWS_IAM', 'CUSTOM']),
      leftTo('whether connecting to the WebSocket asks who is calling', entry),
    ),
  );
}
