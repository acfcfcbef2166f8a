import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'gateway-cache-used',
  requirement: 'PRF-11',
  severity: 'low',
  effort: 'minutes',
  title: 'A cache that an API pays for is used',
  gap: {
    one: 'The cache of an API is paid for and not used',
    many: 'The caches of {count} API stages are paid for and not used',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: { unused: 'the stage has a cache cluster, and caching is switched on for no method' },
  appliesTo: 'AWS::ApiGateway::Stage',
  when: (stage) => stage.bool('CacheClusterEnabled').is(true),
  evaluate: (stage) =>
    stage
      .list('MethodSettings')
      .some((setting) => setting.bool('CachingEnabled').is(true).quote())
      .else('unused'),
  fix: 'Switch caching on for the methods that are read most, or take the cache cluster away',
  fixImpact: { downtime: false },
});
