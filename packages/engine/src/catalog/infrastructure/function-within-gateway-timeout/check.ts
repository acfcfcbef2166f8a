import type { Graph, Resource } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const HTTP = 'AWS::ApiGatewayV2::Integration';
const REST = 'AWS::ApiGateway::Method';
const GRAPHQL = 'AWS::AppSync::DataSource';

/** Seconds. Source: API Gateway and AppSync endpoints and quotas, AWS General Reference. */
const LIMITS = { http: 30, webSocket: 29, graphQl: 30 };

export default defineCheck({
  id: 'function-within-gateway-timeout',
  requirement: 'INF-25',
  severity: 'high',
  effort: 'minutes',
  title: 'No function works longer than the API in front of it waits',
  gap: {
    one: 'A function may work longer than its API waits',
    many: '{count} functions may work longer than their API waits',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_client_timeouts'] },
  messages: {
    http: 'the function may work for {actual} s, and the HTTP or WebSocket API stops waiting before',
    rest: 'the function may work for {actual} s, and the REST API stops waiting before',
    graphql: 'the function may work for {actual} s, and the GraphQL API stops waiting after 30 s',
  },
  appliesTo: 'AWS::Lambda::Function',
  when: (fn, graph) => any(...[HTTP, REST, GRAPHQL].map((type) => waiting(fn, type, graph).exist())),
  evaluate: (fn, graph) =>
    all(
      waiting(fn, HTTP, graph)
        .none((integration) => not(withinHttp(fn, integration, graph)))
        .else('http'),
      waiting(fn, REST, graph)
        .none((method) => not(within(fn, method, 'Integration.TimeoutInMillis')))
        .else('rest'),
      waiting(fn, GRAPHQL, graph)
        .none(() => not(fn.number('Timeout').atMost(LIMITS.graphQl).quote()))
        .else('graphql'),
    ),
  fix: 'Keep the time-out of the function below that of its API; hand longer work to a queue',
  snippets: { terraform: 'timeout = 28', cloudformation: 'Timeout: 28' },
  fixImpact: { downtime: false },
});

/** The callers of a kind that wait for the answer; a REST method may hand the event over and not wait. */
function waiting(fn: Resource, type: string, graph: Graph) {
  return graph.to(fn, 'invokes').where((caller) =>
    all(
      caller.isA(type),
      any(
        not(caller.isA(REST)),
        caller
          .entries('Integration.RequestParameters')
          .none(({ key }) => key.matches('no header that makes it asynchronous', /X-Amz-Invocation-Type$/i)),
      ),
    ),
  );
}

function withinHttp(fn: Resource, integration: Resource, graph: Graph): Truth {
  const webSocket = graph
    .follow(integration.text('ApiId'), 'AWS::ApiGatewayV2::Api')
    .some((api) => api.text('ProtocolType').is('WEBSOCKET'));
  return choose(
    integration.has('TimeoutInMillis'),
    within(fn, integration, 'TimeoutInMillis'),
    choose(
      webSocket,
      fn.number('Timeout').atMost(LIMITS.webSocket).quote(),
      fn.number('Timeout').atMost(LIMITS.http).quote(),
    ),
  );
}

function within(fn: Resource, caller: Resource, property: string): Truth {
  return Reading.both(
    fn.number('Timeout'),
    caller.number(property),
    'at most as long as its API waits',
    (seconds, milliseconds) => seconds * 1000 <= milliseconds,
  ).quote();
}
