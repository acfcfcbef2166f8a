import { type Graph, type Resource, refersTo } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, any, choose, not, type Truth } from '../../model/truth.ts';
import { leftTo } from './left-open.ts';

const ROUTE = 'AWS::ApiGatewayV2::Route';
const METHOD = 'AWS::ApiGateway::Method';
const FUNCTION_URL = 'AWS::Lambda::Url';

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
      all(
        not(method.text('HttpMethod').is('OPTIONS')),
        refersTo(method.text('Integration.Uri'), fn),
      ).asMembership(),
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
