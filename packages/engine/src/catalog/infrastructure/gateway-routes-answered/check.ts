import type { Graph, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const FUNCTION = 'AWS::Lambda::Function';

export default defineCheck({
  id: 'gateway-routes-answered',
  requirement: 'INF-24',
  severity: 'high',
  effort: 'minutes',
  title: 'Each route of an HTTP API is one that the code behind it answers',
  gap: {
    one: 'A route leads to code that does not know it',
    many: '{count} routes lead to code that does not know them',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: {},
  messages: { none: 'the gateway has {actual}, and the code behind it answers no such route' },
  appliesTo: 'AWS::ApiGatewayV2::Route',
  when: (route, graph) =>
    all(
      not(route.text('RouteKey').matches('a route for everything', /^\$|\+\}|\*/)),
      functionsBehind(route, graph)
        .some((fn) => fn.meta.list('Code.routes').exist())
        .asMembership(),
    ),
  evaluate: (route, graph) =>
    any(
      functionsBehind(route, graph).every((fn) =>
        any(answers(fn, route), not(fn.meta.bool('Code.tellsApart').is(true))),
      ),
      not(route.text('RouteKey').written().quote()),
    ).else('none'),
  fix: 'Give the code the route, or take it from the gateway',
  fixImpact: { downtime: false },
});

/** The functions that a route leads to, where their code tells routes apart. */
function functionsBehind(route: Resource, graph: Graph): Many<Resource> {
  return graph
    .follow(route.text('Target'), 'AWS::ApiGatewayV2::Integration')
    .flatMap((integration) => graph.follow(integration.text('IntegrationUri'), FUNCTION))
    .where((fn) => fn.meta.list('Code.routes').exist());
}

function answers(fn: Resource, route: Resource): Truth {
  return fn.meta
    .list('Code.routes')
    .some((own) =>
      all(
        any(
          Reading.both(own.text('path'), route.text('RouteKey'), 'the same path', samePath),
          all(
            Reading.both(own.text('path'), route.text('RouteKey'), 'a path that ends alike', endsAlike),
            leftTo('telling what stands before the path that the code answers', own),
          ),
        ),
        Reading.both(own.text('method'), route.text('RouteKey'), 'the same method', sameMethod),
      ),
    );
}

/** Gateways and code may leave out what stands before: a stage, a base path. */
function samePath(path: string, key: string): boolean {
  const [own, asked] = [shape(path), shape(key.slice(key.indexOf(' ') + 1))] as const;
  const below = TAKES_REST.exec(path)?.[1];
  if (below !== undefined) return below === '' || isBelow(asked, shape(below));
  return own === asked || endsWith(own, asked) || endsWith(asked, own);
}

/** `/files/*`, `/files/{name+}`, `/files/{name:path}`: all that begins as they do. */
const TAKES_REST = /^(.*?)\/?(?:\*|\{[^{}]*(?:\+|:path)\}|<path:)/;

function isBelow(asked: string, start: string): boolean {
  return NAMED.test(start) && `${asked}/`.includes(`${start}/`);
}

/** With a name in what is the same: every path to a thing ends like `/{id}`. */
function endsWith(path: string, end: string): boolean {
  return NAMED.test(end) && path.endsWith(end);
}

const NAMED = /\/[^/{}]+/;

/** The same without a name, or by what begins otherwise: what stands before may tell them apart. */
function endsAlike(path: string, key: string): boolean {
  if (TAKES_REST.test(path)) return true;
  const [own, asked] = [shape(path), shape(key.slice(key.indexOf(' ') + 1))] as const;
  return own.endsWith(asked) || asked.endsWith(own);
}

function sameMethod(method: string, key: string): boolean {
  const asked = key.split(' ')[0]!;
  return ['ANY', 'ALL', '*', asked].includes(method) || asked === 'ANY';
}

/** `/cards/:id`, `/cards/{id}` and `/cards/<int:id>` are one. */
function shape(path: string): string {
  return path.replace(/\{[^}]*\}|<[^>]*>|:[^/]+/g, '{}').replace(/(.)\/$/, '$1');
}
