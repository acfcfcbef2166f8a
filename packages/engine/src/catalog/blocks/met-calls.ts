import type { Graph, Properties, Resource } from '../../model/graph.ts';
import { Reading } from '../../model/reading.ts';
import { all, allUntilNo, any, anyUntilYes, choose, not, type Truth } from '../../model/truth.ts';
import { onceFor } from '../../once-for.ts';
import { leftTo } from './left-open.ts';
import { byEndOfPath, partsOf } from './paths-by-end.ts';
import { mayRun } from './running-code.ts';
import { below, routesAreKnown } from './served-operations.ts';
import { answeredBehind, pathInDocument, takesAllPaths } from './told-apart.ts';

/**
 * Whether a call (`method`, `path`) meets a route of the code or of a gateway. What stands before the path of the route in
 * that of the call, or the other way round, may be a stage, a prefix or what a proxy adds. `whichRuns`: of the code only what
 * may run where it is deployed counts, and not a server that was left behind.
 */
export function isMet(call: Properties | Resource, graph: Graph, { whichRuns = false } = {}): Truth {
  const path = call.text('path');
  return anyUntilYes(
    () =>
      routesOf(graph)(path.plainText()).some((route) =>
        allUntilNo(
          () => Reading.both(path, route.text('path'), 'a path that a route serves', meets),
          () => isAllowed(call, route.text('method')),
          () => hasPathOfItsOwn(route),
          ...(whichRuns ? [() => mayRunAt(route, graph)] : []),
        ),
      ),
    () => graph.of('AWS::ApiGatewayV2::Route').some((entry) => isMetBy(call, entry, graph)),
    () => graph.of('AWS::ApiGateway::Method').some((entry) => isMetBy(call, entry, graph)),
  );
}

/** Whether a call meets a route of an HTTP API, or a method of a REST API; behind what takes every path, a route of the code. */
export function isMetBy(call: Properties | Resource, entry: Resource, graph: Graph): Truth {
  const method =
    entry.type === 'AWS::ApiGatewayV2::Route'
      ? entry.text('RouteKey').map(methodOfKey)
      : entry.text('HttpMethod');
  return allUntilNo(
    () => isAllowed(call, method),
    () =>
      choose(
        takesAllPaths(entry, graph),
        () => isMetBehind(call, entry, graph),
        () => isAtPath(call, entry, graph),
      ),
  );
}

function isMetBehind(call: Properties | Resource, entry: Resource, graph: Graph): Truth {
  return answeredBehind(entry, graph, (route) =>
    all(
      Reading.both(call.text('path'), route.text('path'), 'a path that a route serves', meets),
      isAllowed(call, route.text('method')),
    ),
  );
}

function isAtPath(call: Properties | Resource, entry: Resource, graph: Graph): Truth {
  const path = call.text('path');
  if (entry.type === 'AWS::ApiGatewayV2::Route')
    return Reading.both(path, entry.text('RouteKey').map(pathOfKey), 'a path that a route serves', meets);
  const told = pathInDocument(entry);
  return told === undefined
    ? path.ask((asked) =>
        any(...endsOf(shape(asked)).map((parts) => below(entry.text('ResourceId'), parts, graph))),
      )
    : path.test('a path that a method serves', (asked) => meets(asked, told));
}

function isAllowed(call: Properties | Resource, served: Reading<string>): Truth {
  return any(
    served.test('a route for every method', (one) => /^(ANY|ALL|\*)$/i.test(one)),
    Reading.both(call.text('method'), served, 'the same method', (a, b) => a === b.toUpperCase()),
    not(call.has('method')),
  );
}

const mayRunAt = onceFor((route: Resource, graph: Graph) => mayRun(route.text('file'), graph));
const hasPathOfItsOwn = onceFor((route: Resource) => tellsPathsApart(route.text('path'), route));

/** A route that takes whatever no other took. */
const ALL_PATHS = /^\/?(\*.*|\(\.\*\)|\{[^}]*\+\}|\$default)$/;

/** What takes everything answers everything, with 404 too: that a path ends there tells nothing. */
function tellsPathsApart(path: Reading<string>, route: Resource): Truth {
  return anyUntilYes(
    () => not(path.matches('a path for everything', ALL_PATHS)),
    () => leftTo('what answers behind the path for everything', route),
  );
}

const routesOf = onceFor((graph: Graph) =>
  graph.of('Repository::Route').behind(byEndOfPath((route) => route.text('path').plainText())),
);

const PROXIES =
  /^(http-proxy(-middleware)?|express-http-proxy|fast-proxy|koa-proxies|@fastify\/(http-proxy|reply-from)|fastify-http-proxy|@nestjs-http-proxy.*)$/;

/** Whether all routes are known that could serve a call: none takes what others leave, and nothing hands calls on. */
export const allAreKnown = onceFor((graph: Graph) =>
  all(
    routesAreKnown(graph),
    graph
      .of('Repository::Manifest')
      .none((manifest) =>
        manifest
          .list('dependencies')
          .some((one) => one.text('name').matches('a package that hands calls on', PROXIES)),
      ),
  ),
);

/** Whether a path that is asked for is one that a route serves. */
export function meets(asked: string, served: string): boolean {
  const own = partsOf(asked);
  const route = partsOf(served);
  const rest = route.at(-1);
  if (rest !== undefined && /^(\*|.*\*\)?$|\{[^}]*\+\}|<path:.*>|\{[^}]*:path\}|\[\.\.\..*)/.test(rest)) {
    const start = route.slice(0, -1);
    const isNamed = start.some((part) => !isOpen(part));
    return isAtEnd(own, start) || own.some((_, i) => (i === 0 || isNamed) && startsWith(own.slice(i), start));
  }
  return isAtEnd(own, route) || isAtEnd(route, own);
}

function startsWith(own: readonly string[], route: readonly string[]): boolean {
  return route.length <= own.length && route.every((part, i) => fits(part, own[i]!));
}

/** Whether one path is the end of another, with a part of it that both write. */
function isAtEnd(long: readonly string[], short: readonly string[]): boolean {
  const from = long.length - short.length;
  if (from < 0) return false;
  const same = short.every((part, i) => fits(part, long[from + i]!));
  return same && (from === 0 || short.some((part, i) => part === long[from + i] && !isOpen(part)));
}

function fits(a: string, b: string): boolean {
  return a === b || isOpen(a) || isOpen(b);
}

function isOpen(part: string): boolean {
  return /^[:{<[]/.test(part) || part.includes('{}') || part === '*';
}

/** The ends of a path: `/prod/users` and `/users`. */
function endsOf(path: string): readonly (readonly string[])[] {
  const parts = partsOf(path);
  return parts.map((_, i) => parts.slice(i));
}

function pathOfKey(key: string): string {
  return key.slice(key.indexOf(' ') + 1);
}

function methodOfKey(key: string): string {
  return key === '$default' ? 'ANY' : key.split(' ')[0]!;
}

function shape(path: string): string {
  return path.replace(/\{[^}]*\}|<[^>]*>|:[^/]+/g, '{}').replace(/(.)\/$/, '$1');
}
