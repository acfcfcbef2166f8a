import type { Graph, Properties, Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, any, choose, not, Truth } from '../../model/truth.ts';
import { onceFor } from '../../once-for.ts';
import { leftTo } from './left-open.ts';

const FUNCTION = 'AWS::Lambda::Function';
const ALL = /^\$default$|\+\}/;

/** Whether a route or method of a gateway takes whatever path is asked for, and hands it to code that may tell paths apart. */
export const takesAllPaths = onceFor((entry: Resource, graph: Graph): Truth => {
  if (entry.type === 'AWS::ApiGatewayV2::Route')
    return entry.text('RouteKey').matches('a route for everything', ALL);
  const path = pathInDocument(entry);
  if (path !== undefined)
    return ALL.test(path) ? Truth.yes(entry.whereabouts()) : Truth.no(entry.whereabouts());
  return graph
    .follow(entry.text('ResourceId'), 'AWS::ApiGateway::Resource')
    .some((resource) => resource.text('PathPart').matches('a part for everything', ALL));
});

/** What takes whatever is asked for, where the code behind it has routes, and answers nothing else. */
export const isToldApart = onceFor(
  (entry: Resource, graph: Graph): Truth =>
    functionsBehind(entry, graph).every((fn) =>
      all(
        fn.meta.bool('Code.tellsApart').is(true),
        fn.meta.list('Code.routes').every((route) => isOfPath(route)),
      ),
    ),
);

/** Whether the code behind what takes everything has a route that answers; where its code is not all told, nobody knows. */
export function answeredBehind(entry: Resource, graph: Graph, answers: (route: Properties) => Truth): Truth {
  const told = functionsBehind(entry, graph).some((fn) =>
    fn.meta.list('Code.routes').some((route) => all(answers(route), isOfPath(route))),
  );
  return choose(
    isToldApart(entry, graph),
    told,
    any(told, leftTo('what answers behind the path for everything', entry)),
  );
}

/** Whether a route of the code is for a path; what takes every path may answer each with 404. */
function isOfPath(route: Properties): Truth {
  return any(
    not(route.text('path').matches('a path for everything', /^\/?(\*.*|\(\.\*\)|\{[^}]*\+\})$/)),
    leftTo('what answers behind the path for everything', route),
  );
}

function functionsBehind(entry: Resource, graph: Graph): Many<Resource> {
  if (entry.type !== 'AWS::ApiGatewayV2::Route') return graph.follow(entry.text('Integration.Uri'), FUNCTION);
  return graph
    .follow(entry.text('Target'), 'AWS::ApiGatewayV2::Integration')
    .flatMap((integration) => graph.follow(integration.text('IntegrationUri'), FUNCTION));
}

/** Whether what takes everything takes only what browsers ask before they ask. */
export function isForPreflights(entry: Resource): Truth {
  return entry.type === 'AWS::ApiGatewayV2::Route'
    ? entry.text('RouteKey').matches('a preflight', /^OPTIONS\s/)
    : entry.text('HttpMethod').is('OPTIONS');
}

/** The path of a method of a REST API that an OpenAPI document made; that of another stands in its resources. */
export function pathInDocument({ address }: Resource): string | undefined {
  return / [A-Z]+ (\/\S*)$/.exec(address)?.[1];
}
