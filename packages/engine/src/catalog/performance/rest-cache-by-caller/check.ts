import type { Graph, Resource } from '../../../model/graph.ts';
import { all, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'rest-cache-by-caller',
  requirement: 'PRF-13',
  severity: 'critical',
  effort: 'minutes',
  title: 'The cache of a REST API keeps answers of authorized methods apart by caller',
  gap: {
    one: 'The cache of an API may give the answer for one user to another',
    many: 'The caches of APIs may give the answer for one user to another, at {count} methods',
  },
  evidence: ['iac'],
  aliases: [],
  frameworks: {},
  messages: {
    shared:
      'the method is authorized and its answers are cached, and nothing that says who calls is part of the cache key',
  },
  appliesTo: 'AWS::ApiGateway::Method',
  when: (method, graph) =>
    all(
      method.text('HttpMethod').oneOf(['GET', 'ANY']),
      method.text('AuthorizationType').isNot('NONE'),
      cached(method, graph),
    ),
  evaluate: (method) =>
    method
      .list('Integration.CacheKeyParameters')
      .some((parameter) =>
        parameter
          .text()
          .matches(
            'what says who calls',
            /header\.(authorization|cookie|x-api-key)|context\.(authorizer|identity)/i,
          ),
      )
      .else('shared'),
  fix: 'Make the Authorization header part of the cache key, or switch caching off for the method',
  snippets: {
    terraform: 'cache_key_parameters = ["method.request.header.Authorization"]',
    cloudformation: 'CacheKeyParameters: [method.request.header.Authorization]',
  },
  fixImpact: { downtime: false },
});

function cached(method: Resource, graph: Graph): Truth {
  return graph
    .follow(method.text('RestApiId'), 'AWS::ApiGateway::RestApi')
    .flatMap((api) => graph.to(api, 'routesTo').where((part) => part.isA('AWS::ApiGateway::Stage')))
    .some((stage) =>
      all(
        stage.bool('CacheClusterEnabled').is(true),
        stage.list('MethodSettings').some((setting) => setting.bool('CachingEnabled').is(true)),
      ),
    );
}
