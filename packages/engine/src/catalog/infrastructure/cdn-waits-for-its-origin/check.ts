import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { functionsBehind } from '../../blocks/callers.ts';
import { originsOf } from '../../blocks/cdn-origin.ts';
import { defineCheck } from '../../check.ts';

const URL = 'AWS::Lambda::Url';
const REST = 'AWS::ApiGateway::RestApi';
const STAGE = 'AWS::ApiGateway::Stage';
const METHOD = 'AWS::ApiGateway::Method';

const WAITS = 'CustomOriginConfig.OriginReadTimeout';
const GATEWAY_WAITS = 'Integration.TimeoutInMillis';

export default defineCheck({
  id: 'cdn-waits-for-its-origin',
  requirement: 'INF-25',
  severity: 'medium',
  effort: 'minutes',
  title: 'CDNs wait for functions behind them as long as these may work',
  gap: {
    one: 'A CDN gives up on a function that is still at work',
    many: '{count} CDNs give up on functions that are still at work',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_client_timeouts'] },
  messages: {
    url: 'the function behind its URL may work for {actual} s, and the CDN stops waiting before',
    api: 'the API behind it was given {actual} ms to answer, and the CDN stops waiting before',
  },
  appliesTo: 'AWS::CloudFront::Distribution',
  when: (cdn, graph) =>
    ownOrigins(cdn)
      .some((origin) => any(functionsOf(origin, graph).exist(), patientMethods(origin, graph).exist()))
      .asMembership(),
  evaluate: (cdn, graph) =>
    all(
      ownOrigins(cdn)
        .none((origin) => functionsOf(origin, graph).some((fn) => not(waitsForFunction(origin, fn))))
        .else('url'),
      ownOrigins(cdn)
        .none((origin) =>
          patientMethods(origin, graph).some((method) => not(waitsForApi(origin, method, graph))),
        )
        .else('api'),
    ),
  fix: 'Set the read time-out of the origin to what is behind it, or let that end sooner',
  snippets: {
    terraform: 'custom_origin_config {\n  origin_read_timeout = 60\n}',
    cloudformation: 'CustomOriginConfig: { OriginReadTimeout: 60 }',
  },
  fixImpact: { downtime: false },
});

/** Origins that this code names by reference: what another name leads to is not told by it. */
function ownOrigins(cdn: Resource): Many<Properties> {
  return originsOf(cdn).where((origin) =>
    all(origin.has('CustomOriginConfig'), origin.text('DomainName').isReference()),
  );
}

/** The functions that answer under a URL of their own, but for those that answer bit by bit. */
function functionsOf(origin: Properties, graph: Graph): Many<Resource> {
  return graph
    .follow(origin.text('DomainName'), URL)
    .where((url) => not(all(url.has('InvokeMode'), url.text('InvokeMode').is('RESPONSE_STREAM'))))
    .flatMap((url) => functionsBehind(url.text('TargetFunctionArn'), graph));
}

/** Methods of the API behind an origin that were given a time of their own to answer, and that call functions. */
function patientMethods(origin: Properties, graph: Graph): Many<Resource> {
  const name = origin.text('DomainName');
  return graph
    .follow(name, REST)
    .and(graph.follow(name, STAGE).flatMap((stage) => graph.follow(stage.text('RestApiId'), REST)))
    .flatMap((api) => graph.to(api, 'routesTo', METHOD))
    .where((method) => all(method.has(GATEWAY_WAITS), calledBy(method, graph).exist()));
}

function calledBy(method: Resource, graph: Graph): Many<Resource> {
  return functionsBehind(method.text('Integration.Uri'), graph);
}

function waitsForFunction(origin: Properties, fn: Resource): Truth {
  return Reading.both(
    fn.number('Timeout'),
    origin.number(WAITS),
    'at most as long as the CDN waits',
    (works, waits) => works <= waits,
  ).quote();
}

/** It does where the API answers in time, be it because the function has to. */
function waitsForApi(origin: Properties, method: Resource, graph: Graph): Truth {
  return any(
    Reading.both(
      method.number(GATEWAY_WAITS),
      origin.number(WAITS),
      'at most as long as the CDN waits',
      (milliseconds, waits) => milliseconds <= waits * 1000,
    ).quote(),
    calledBy(method, graph).every((fn) => waitsForFunction(origin, fn)),
  );
}
