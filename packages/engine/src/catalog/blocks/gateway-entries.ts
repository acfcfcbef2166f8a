import { type Graph, type Resource, refersTo } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { Reading } from '../../model/reading.ts';
import { all, any, choose, not, type Truth } from '../../model/truth.ts';
import { onceFor } from '../../once-for.ts';
import { leftTo } from './left-open.ts';
import { reaching, runsBesideFunctions } from './running-code.ts';

const FUNCTION = 'AWS::Lambda::Function';
const ROUTE = 'AWS::ApiGatewayV2::Route';
const METHOD = 'AWS::ApiGateway::Method';
const FUNCTION_URL = 'AWS::Lambda::Url';
const TARGETS = 'AWS::ElasticLoadBalancingV2::TargetGroup';

/** How a route of an HTTP API, and a method of a REST API, ask who is calling. Source: AWS CloudFormation, `AuthorizationType`. */
export const ROUTE_ASKS = ['JWT', 'AWS_IAM', 'CUSTOM'];
export const METHOD_ASKS = ['COGNITO_USER_POOLS', 'AWS_IAM', 'CUSTOM'];

/**
 * Whether all that leads to the code of a file asks who is calling: it runs in functions alone, and each way to one of these
 * asks before it calls.
 */
export function isBehindWhatAsks(path: Reading<string>, graph: Graph): Truth {
  const entries = reaching(FUNCTION, path, graph).flatMap((fn) => entriesTo(fn, graph));
  return all(
    entries.exist().asMembership(),
    entries.every(asksWhoCalls),
    not(runsBesideFunctions(path, graph)),
  );
}

/** What comes before a call and brings nothing. */
export function isPreflight(entry: Resource): Truth {
  if (entry.type === METHOD) return entry.text('HttpMethod').is('OPTIONS').asMembership();
  if (entry.type === ROUTE)
    return all(
      entry.has('RouteKey'),
      entry.text('RouteKey').matches('a preflight', /^OPTIONS\s/),
    ).asMembership();
  return not(entry.exists());
}

/** What leads to a function, preflights left out: routes and methods of gateways, its own URL, targets of load balancers. */
export const entriesTo = onceFor((fn: Resource, graph: Graph): Many<Resource> => {
  const routes = graph.of(ROUTE).where((route) => leadsBy(route, graph, fn));
  const methods = graph
    .of(METHOD)
    .where((method) => namesFunction(method.text('Integration.Uri'), fn, graph).asMembership());
  const urls = graph
    .of(FUNCTION_URL)
    .where((url) => namesFunction(url.text('TargetFunctionArn'), fn, graph).asMembership());
  const targets = graph.of(TARGETS).where((group) =>
    group
      .list('Targets')
      .some((target) => namesFunction(target.text('Id'), fn, graph))
      .asMembership(),
  );
  return routes
    .and(methods)
    .and(urls)
    .and(targets)
    .where((entry) => not(isPreflight(entry)));
});

/** The functions whose handler it is. */
export const functionsOf = onceFor(
  (handler: Resource, graph: Graph): Many<Resource> =>
    reaching(FUNCTION, handler.text('file'), graph).where((fn) =>
      Reading.both(fn.text('Handler'), handler.text('name'), 'its handler', (written, name) =>
        `.${name.replaceAll('/', '.')}`.endsWith(`.${written.replaceAll('/', '.')}`),
      ),
    ),
);

const integrationsOf = onceFor((route: Resource, graph: Graph) =>
  graph.follow(route.text('Target'), 'AWS::ApiGatewayV2::Integration'),
);

function leadsBy(route: Resource, graph: Graph, fn: Resource): Truth {
  return integrationsOf(route, graph)
    .some((integration) => namesFunction(integration.text('IntegrationUri'), fn, graph))
    .asMembership();
}

/** Whether something names a function, itself or by an alias. */
export function namesFunction(name: Reading<string>, fn: Resource, graph: Graph): Truth {
  return any(
    refersTo(name, fn),
    aliasesOf(fn, graph).some((alias) => refersTo(name, alias)),
  );
}

const aliasesOf = onceFor((fn: Resource, graph: Graph) =>
  graph.of('AWS::Lambda::Alias').where((alias) => refersTo(alias.text('FunctionName'), fn)),
);

/** Whether an entry asks who is calling before it calls anything. */
export function asksWhoCalls(entry: Resource): Truth {
  if (entry.type === METHOD) return entry.text('AuthorizationType').oneOf(METHOD_ASKS);
  if (entry.type === FUNCTION_URL) return entry.text('AuthType').is('AWS_IAM');
  if (entry.type === TARGETS) return leftTo('whether the load balancer asks who is calling', entry);
  const asks = entry.text('AuthorizationType').oneOf(ROUTE_ASKS);
  return choose(
    entry.text('RouteKey').matches('a path', /^\$(connect|default)$|^(ANY|GET|POST|PUT|PATCH|DELETE|HEAD)\s/),
    asks,
    // A WebSocket asks once, when it connects.
    any(asks, leftTo('whether connecting to the WebSocket asks who is calling', entry)),
  );
}
