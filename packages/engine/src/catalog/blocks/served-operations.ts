import type { Graph, Properties, Resource } from '../../model/graph.ts';
import { Reading } from '../../model/reading.ts';
import { all, allUntilNo, any, choose, not, type Truth } from '../../model/truth.ts';
import { onceFor } from '../../once-for.ts';
import { leftTo } from './left-open.ts';
import { answeredBehind, isForPreflights, isToldApart, pathInDocument, takesAllPaths } from './told-apart.ts';

const ROUTE = 'Repository::Route';
const HTTP_ROUTE = 'AWS::ApiGatewayV2::Route';
const METHOD = 'AWS::ApiGateway::Method';

/** Whether an operation of an API document is served by a route of the code, or of the gateway. */
export function isServed(operation: Properties, graph: Graph): Truth {
  const served = any(
    graph
      .of(ROUTE)
      .some((route) =>
        all(samePath(operation, route.text('path')), sameMethod(operation, route.text('method'))),
      ),
    graph.of(HTTP_ROUTE).some((entry) => {
      const key = entry.text('RouteKey');
      return all(samePath(operation, key.map(pathOfKey)), sameMethod(operation, key.map(methodOfKey)));
    }),
    graph
      .of(METHOD)
      .some((entry) => all(sameMethod(operation, entry.text('HttpMethod')), atPath(operation, entry, graph))),
    ...[HTTP_ROUTE, METHOD].map((type) =>
      graph.of(type).some((entry) => isServedBehind(operation, entry, graph)),
    ),
  );
  return choose(
    routesAreKnown(graph),
    served,
    any(served, leftTo('the code that tells the routes of the API apart', operation)),
  );
}

/** Whether an operation of an API document is what a route of the code serves. */
export function isOfRoute(operation: Properties, route: Resource): Truth {
  return all(sameMethod(operation, route.text('method')), samePath(operation, route.text('path')));
}

/** Whether there are routes here, and none that takes all that others leave. */
export const routesAreKnown = onceFor((graph: Graph) =>
  all(
    any(graph.of(ROUTE).exist(), graph.of(HTTP_ROUTE).exist(), graph.of(METHOD).exist()),
    ...[HTTP_ROUTE, METHOD].map((type) => graph.of(type).none((entry) => hidesRoutes(entry, graph))),
    graph.of('Repository::Language').none((language) => not(language.bool('isRead').is(true))),
  ),
);

/** Whether what takes whatever path is asked for serves an operation: the code behind it does, or it answers preflights. */
function isServedBehind(operation: Properties, entry: Resource, graph: Graph): Truth {
  return allUntilNo(
    () => takesAllPaths(entry, graph),
    () =>
      choose(
        isForPreflights(entry),
        operation.text('method').is('OPTIONS'),
        answeredBehind(entry, graph, (route) =>
          all(
            any(samePath(operation, route.text('path')), isBelow(operation, route.text('path'))),
            sameMethod(operation, route.text('method')),
          ),
        ),
      ),
  );
}

/** `/cards/{rest+}`: `/cards`, and all whose paths begin so. */
function isBelow(operation: Properties, path: Reading<string>): Truth {
  return Reading.both(operation.text('path'), path, 'a path that begins so', (asked, served) => {
    const start = /^(\/.+)\/\{[^}]*\+\}$/.exec(served)?.[1];
    return start !== undefined && `${shape(asked)}/`.startsWith(`${shape(start)}/`);
  });
}

/** Whether an entry takes whatever is asked for, and what answers behind it is not told. */
function hidesRoutes(entry: Resource, graph: Graph): Truth {
  return allUntilNo(
    () => takesAllPaths(entry, graph),
    () => not(isForPreflights(entry)),
    () => not(isToldApart(entry, graph)),
  );
}

function sameMethod(operation: Properties, method: Reading<string>): Truth {
  return Reading.both(operation.text('method'), method, 'the same method', (asked, served) =>
    ['ANY', 'ALL', '*', asked].includes(served.toUpperCase()),
  );
}

function samePath(operation: Properties, path: Reading<string>): Truth {
  const same = (asked: string, served: string) => shape(asked) === shape(served);
  return any(
    Reading.both(operation.text('path'), path, 'the same path', same),
    Reading.both(operation.text('full'), path, 'the same path', same),
  );
}

/** A method of a REST API: its path stands in its address where a document made it, else in its resources. */
function atPath(operation: Properties, entry: Resource, graph: Graph): Truth {
  const path = pathInDocument(entry);
  if (path !== undefined)
    return any(
      ...['path', 'full'].map((name) =>
        operation.text(name).test('the same path', (asked) => shape(asked) === shape(path)),
      ),
    );
  return any(
    ...['path', 'full'].map((name) =>
      operation
        .text(name)
        .ask((asked) => below(entry.text('ResourceId'), shape(asked).split('/').slice(1), graph)),
    ),
  );
}

/** Whether a resource of a REST API is at the end of a path, part by part from its last. */
export function below(id: Reading<string>, parts: readonly string[], graph: Graph): Truth {
  const last = parts.at(-1);
  const resources = graph.follow(id, 'AWS::ApiGateway::Resource');
  if (last === undefined || last === '') return not(resources.exist());
  // Where it is not known what a resource hangs on, it may be any: only those that fit are followed further.
  return resources.some((resource) =>
    allUntilNo(
      () => resource.text('PathPart').test('the same part', (part) => shape(part) === last),
      () => below(resource.text('ParentId'), parts.slice(0, -1), graph),
    ),
  );
}

function pathOfKey(key: string): string {
  return key.slice(key.indexOf(' ') + 1);
}

function methodOfKey(key: string): string {
  return key.split(' ')[0]!;
}

/** `/cards/:id`, `/cards/{id}` and `/cards/<int:id>` are one. */
function shape(path: string): string {
  return path.replace(/\{[^}]*\}|<[^>]*>|:[^/]+/g, '{}').replace(/(.)\/$/, '$1');
}
