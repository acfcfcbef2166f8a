import { ENGINES_AS_OF, isSupportedEngine } from '../../../knowledge/engines.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'cache-engine-supported',
  requirement: 'INF-26',
  severity: 'medium',
  effort: 'days',
  title: 'The engine of each cache is under standard support',
  gap: {
    one: 'A cache runs a version out of standard support',
    many: '{count} caches run versions out of standard support',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: {
    ended: `standard support of version {actual} has ended (schedule of ElastiCache, ${ENGINES_AS_OF})`,
  },
  appliesTo: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  // No end is named for Memcached; a node of a group, which names no engine, has the group's.
  when: (cache) => cache.text('Engine').oneOf(['redis', 'valkey']),
  evaluate: (cache) =>
    cache
      .text('Engine')
      .ask((engine) =>
        cache
          .text('EngineVersion')
          .map((version) => isSupportedEngine(engine, version))
          .test('a version under standard support', (yes) => yes)
          .quote(),
      )
      .else('ended'),
  fix: 'Upgrade to Valkey, or to a version of Redis OSS that is under standard support',
  snippets: {
    terraform: 'engine         = "valkey"\nengine_version = "8.0"',
    cloudformation: "Engine: valkey\nEngineVersion: '8.0'",
  },
  fixImpact: { downtime: false },
});
