import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import { Many } from '../../../model/many.ts';
import { all, any, Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const AUTHORIZER = 'AWS::ApiGatewayV2::Authorizer';
const GRAPHQL = 'AWS::AppSync::GraphQLApi';
const OF_GRAPHQL = 'LambdaAuthorizerConfig.AuthorizerUri';
const MORE = 'AdditionalAuthenticationProviders';

/** Seconds. Source: API Gateway Developer Guide, Quotas for HTTP APIs; AppSync Developer Guide, Authorization; nothing raises it. */
const WAITS = 10;

export default defineCheck({
  id: 'authorizers-answer-in-time',
  requirement: 'INF-25',
  severity: 'medium',
  effort: 'minutes',
  title: 'What decides who may call answers before the API stops waiting',
  gap: {
    one: 'A function that decides who may call may work longer than its API waits',
    many: '{count} APIs wait less long than the functions that decide who may call may work',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_client_timeouts'] },
  messages: {
    long: 'the function may work for {actual} s; the API waits for 10 s and then refuses the request, while the function is still at work',
  },
  appliesTo: [AUTHORIZER, GRAPHQL],
  when: (entry, graph) => (entry.type === GRAPHQL ? hasAuthorizer(entry) : isOfHttpApi(entry, graph)),
  evaluate: (entry, graph) =>
    (entry.type === GRAPHQL ? graphQlAuthorizers(entry, graph) : named(entry, 'AuthorizerUri', graph))
      .every((fn) => fn.number('Timeout').atMost(WAITS).quote())
      .else('long'),
  fix: 'Let the function end within ten seconds, and keep what it looks up in a cache',
  snippets: { terraform: 'timeout = 5', cloudformation: 'Timeout: 5' },
  fixImpact: { downtime: false },
});

/** REST and WebSocket APIs document no time-out of their own for it. */
function isOfHttpApi(authorizer: Resource, graph: Graph): Truth {
  return all(
    authorizer.has('AuthorizerUri'),
    graph
      .follow(authorizer.text('ApiId'), 'AWS::ApiGatewayV2::Api')
      .some((api) => api.text('ProtocolType').is('HTTP')),
  ).asMembership();
}

function hasAuthorizer(api: Resource): Truth {
  return any(
    api.has(OF_GRAPHQL),
    all(
      api.has(MORE),
      api.list(MORE).some((provider) => provider.has(OF_GRAPHQL)),
    ),
  ).asMembership();
}

/** The functions of the first way to authenticate and of all further ones. */
function graphQlAuthorizers(api: Resource, graph: Graph): Many<Resource> {
  return api
    .list(MORE)
    .and(new Many([{ item: api, in: Truth.yes() }], []))
    .where((way) => way.has(OF_GRAPHQL))
    .flatMap((way) => named(way, OF_GRAPHQL, graph));
}

function named(at: Properties, path: string, graph: Graph): Many<Resource> {
  return graph.follow(at.text(path), 'AWS::Lambda::Function');
}
