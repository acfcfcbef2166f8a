import type { Graph, Resource } from '../../../model/graph.ts';
import { any, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

/** Seconds. Source: API Gateway Developer Guide, Quotas for HTTP APIs; AppSync Developer Guide, Authorization; nothing raises it. */
const WAITS = 10;

export default defineCheck({
  id: 'authorizers-answer-in-time',
  requirement: 'INF-25',
  severity: 'medium',
  effort: 'minutes',
  title: 'No function that decides who may call works longer than the API waits for it',
  gap: {
    one: 'A function that decides who may call may work longer than its API waits',
    many: '{count} functions that decide who may call may work longer than their APIs wait',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_client_timeouts'] },
  messages: {
    long: 'the function may work for {actual} s; the API waits for 10 s and then refuses the request, while the function is still at work',
  },
  appliesTo: 'AWS::Lambda::Function',
  when: (fn, graph) => any(authorizesHttp(fn, graph), authorizesGraphQl(fn, graph)),
  evaluate: (fn) => fn.number('Timeout').atMost(WAITS).quote().else('long'),
  fix: 'Let the function end within ten seconds, and keep what it looks up in a cache',
  snippets: { terraform: 'timeout = 5', cloudformation: 'Timeout: 5' },
  fixImpact: { downtime: false },
});

/** REST and WebSocket APIs document no time-out of their own for it. */
function authorizesHttp(fn: Resource, graph: Graph): Truth {
  return graph
    .to(fn, 'invokes', 'AWS::ApiGatewayV2::Authorizer')
    .some((authorizer) =>
      graph
        .follow(authorizer.text('ApiId'), 'AWS::ApiGatewayV2::Api')
        .some((api) => api.text('ProtocolType').is('HTTP')),
    )
    .asMembership();
}

function authorizesGraphQl(fn: Resource, graph: Graph): Truth {
  return graph.to(fn, 'invokes', 'AWS::AppSync::GraphQLApi').exist().asMembership();
}
