import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'cache-fails-over',
  requirement: 'INF-03',
  severity: 'medium',
  effort: 'hours',
  title: 'Caches fail over to another zone',
  gap: { one: 'A cache does not fail over', many: '{count} caches do not fail over' },
  evidence: ['iac', 'aws'],
  aliases: ['CKV2_AWS_50', 'ElastiCache.3'],
  frameworks: { wellArchitected: ['rel_fault_isolation_multiaz_region_system'], fsbp: ['ElastiCache.3'] },
  messages: {
    off: 'automatic failover is {actual}, expected on',
    zone: 'failover is on, and the nodes may share a zone: Multi-AZ is {actual}',
  },
  appliesTo: 'AWS::ElastiCache::ReplicationGroup',
  evaluate: (cache) =>
    all(
      cache.bool('AutomaticFailoverEnabled').is(true).else('off'),
      cache.bool('MultiAZEnabled').is(true).else('zone'),
    ),
  fix: 'Switch automatic failover and Multi-AZ on, with at least one replica',
  snippets: {
    terraform: 'automatic_failover_enabled = true\nmulti_az_enabled           = true',
    cloudformation: 'AutomaticFailoverEnabled: true\nMultiAZEnabled: true',
  },
  fixImpact: { downtime: false, monthlyCost: 'the price of one more node' },
});
