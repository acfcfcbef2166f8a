import type { Graph, Resource } from '../../model/graph.ts';
import { Reading } from '../../model/reading.ts';
import { all, allUntilNo, any, not, type Truth } from '../../model/truth.ts';
import { onceFor } from '../../once-for.ts';
import { isBehindWhatAsks, METHOD_ASKS, ROUTE_ASKS } from './gateway-entries.ts';
import { leftTo } from './left-open.ts';

/** Routes of the code that ask for the rules of another origin, or for nothing but what stands before an answer. */
export function isPreflight(route: Resource): Truth {
  return route.text('method').oneOf(['OPTIONS', 'HEAD']).asMembership();
}

/** What stands before a route and is of some kind. */
export const guardsOf = onceFor((route: Resource, ...kinds: readonly string[]) =>
  route.list('guards').where((guard) => guard.text('kind').oneOf(kinds)),
);

const WAY_IN =
  /(^|\/)(sign-?in|sign-?up|sign-?out|authenticate|signed-out|log-?in|log-?out|logged-out|register|registration|oauth2?|oidc|sso|saml|callback|refresh|refresh-?tokens?|access-?token|forgot-?password|reset-?password|password-?(reset|recovery)[\w-]*|recover|verify-?(e-?mail|account)|activate|session-expired|\.well-known)(\/|$)/i;
/** Where a browser is sent on to somebody who knows people. */
const WAY_TO_PROVIDER =
  /(^|\/)auth\/(google|facebook|github|gitlab|apple|microsoft|azure|twitter|linkedin|discord|slack|twitch|cognito|auth0|okta|keycloak)(\/(start|begin|login|redirect|url|callback))?\/?$/i;
/** `/orders/{id}/health` may be of an order; without a parameter it is of the application. */
const HEALTH = /^\/?([^/:{<[*]+\/)*(health|healthz|health-?check|readyz|readiness|livez|liveness|ping)\/?$/i;
/** Words that are of the application only where nothing else is named before: `/matches/live` is of matches. */
const STATE =
  /^\/?((api|v\d+|_+|health\w*|probes?|actuator|internal|public|system|app|service)\/)*(ready|live|heartbeat|version)\/?$/i;
const HEALTH_OF_SOMETHING =
  /(^|\/)(health|healthz|health-?check|readyz|readiness|livez|liveness|ping)\/?$|^[^:{<[*]*\/(ready|live|heartbeat|version)\/?$/i;
const SIGHT =
  /^\/$|(^|\/)(docs|docs-json|redoc|openapi(\.\w+)?|swagger[\w.-]*|favicon\.ico|robots\.txt|sitemap\.xml|assets|static)(\/|$)/i;

const ALL_PATHS = /^\/(\*.*|\(\.\*\)|\{[^}]*\+\})$/;

/** `/orders/{id}/status` is of an order; this one is of the application. */
const STATUS = /^(\/api)?(\/v\d+)?\/status\/?$/i;
const ASSET = /\.(svg|png|ico|jpe?g|gif|webp|css|js|woff2?|webmanifest)$/i;

/** Routes that everybody must reach: ways in, health, documents, the page itself. */
export const isForEverybody = onceFor((route: Resource) => {
  const path = route.text('path');
  return any(
    path.matches('a way to sign in, up or out', WAY_IN),
    path.matches('a way to sign in with another', WAY_TO_PROVIDER),
    all(
      isRead(route),
      any(
        isHealthPath(route),
        path.matches('an address of health', STATUS),
        path.matches('an address of documents or of the page itself', SIGHT),
        path.matches('an address of a picture, style or script', ASSET),
        allUntilNo(
          () => path.matches('an address that ends like one of health', HEALTH_OF_SOMETHING),
          () => leftTo('whether it tells of the application or of what its path names', route),
        ),
      ),
    ),
    // Mostly the page itself, or that nothing is there; it may hand on to anything as well.
    allUntilNo(
      () => path.matches('a path for everything', ALL_PATHS),
      () => leftTo('what answers behind the path for everything', route),
    ),
  );
});

/** Health, documents and pages are read; what is written to such an address changes them: `POST /chaos/health`. */
function isRead(route: Resource): Truth {
  const method = route.text('method');
  return any(
    method.oneOf(['GET', 'HEAD']),
    allUntilNo(
      () => method.is('ANY'),
      () => leftTo('what it does with other methods than GET', route),
    ),
  );
}

/** Whether a route is one that says how the application is. */
export function isHealthPath(route: Resource): Truth {
  const path = route.text('path');
  return all(
    not(route.text('method').oneOf(['POST', 'PUT', 'PATCH', 'DELETE'])),
    any(path.matches('an address of health', HEALTH), path.matches('an address of health', STATE)),
  ).asMembership();
}

/** Whether a route of the gateway asks for the same method and path and has an authorizer. */
export function guardedAtGateway(route: Resource, graph: Graph): Truth {
  const own = () => Reading.both(route.text('method'), route.text('path'), 'method and path', () => true);
  const exact = entriesThatAsk(graph).some((entry) =>
    all(
      own(),
      Reading.both(
        route.text('path'),
        entry.text('RouteKey'),
        'the same path',
        (path, key) => pathOf(key) === shape(path),
      ),
      Reading.both(route.text('method'), entry.text('RouteKey'), 'the same method', (method, key) =>
        [method, 'ANY'].includes(key.split(' ')[0]!),
      ),
    ),
  );
  return any(
    exact,
    isBehindWhatAsks(route.text('file'), graph),
    allUntilNo(
      () => anyEntryAsks(graph),
      () => leftTo('telling which entry of the infrastructure leads to the route', route),
    ),
  );
}

const entriesThatAsk = onceFor((graph: Graph) =>
  graph.of('AWS::ApiGatewayV2::Route').where((entry) => entry.text('AuthorizationType').oneOf(ROUTE_ASKS)),
);

/** Whether anything that could stand before the code asks who is calling. */
export const anyEntryAsks = onceFor((graph: Graph) =>
  any(
    graph
      .of('AWS::ApiGatewayV2::Route')
      .some((entry) =>
        all(entry.has('AuthorizationType'), entry.text('AuthorizationType').oneOf(ROUTE_ASKS)),
      ),
    graph
      .of('AWS::ApiGateway::Method')
      .some((entry) =>
        all(entry.has('AuthorizationType'), entry.text('AuthorizationType').oneOf(METHOD_ASKS)),
      ),
    graph.of('AWS::Lambda::Url').some((entry) => entry.text('AuthType').is('AWS_IAM')),
    ...['AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerRule'].map((type) =>
      graph.of(type).some((entry) => any(asksIn(entry, 'DefaultActions'), asksIn(entry, 'Actions'))),
    ),
  ).asMembership(),
);

function asksIn(entry: Resource, actions: string): Truth {
  return all(
    entry.has(actions),
    entry
      .list(actions)
      .some((action) => action.text('Type').oneOf(['authenticate-cognito', 'authenticate-oidc'])),
  );
}

/** The path of a route key, its parameters without their names. */
function pathOf(key: string): string {
  return shape(key.slice(key.indexOf(' ') + 1));
}

/** `/cards/:id`, `/cards/{id}` and `/cards/<int:id>` are one. */
function shape(path: string): string {
  return path.replace(/\{[^}]*\}|<[^>]*>|:[^/]+/g, '{}').replace(/(.)\/$/, '$1');
}
