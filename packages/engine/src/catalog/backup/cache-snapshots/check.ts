import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const CLUSTER = 'AWS::ElastiCache::CacheCluster';

export default defineCheck({
  id: 'cache-snapshots',
  requirement: 'BKP-01',
  severity: 'medium',
  effort: 'minutes',
  title: 'Caches that can take snapshots do',
  gap: { one: 'A cache takes no snapshots', many: '{count} caches take no snapshots' },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_134', 'ElastiCache.1', 'elasticache_redis_cluster_backup_enabled'],
  frameworks: { wellArchitected: ['rel_backing_up_data_automated_backups_data'], fsbp: ['ElastiCache.1'] },
  messages: {
    none: 'the snapshots of {actual} days are kept, expected {expected}',
  },
  appliesTo: ['AWS::ElastiCache::ReplicationGroup', CLUSTER],
  // Memcached has none, and a member of a replication group, which names no engine, has those of the group.
  when: (cache) =>
    cache.type === CLUSTER
      ? all(cache.has('Engine'), cache.text('Engine').oneOf(['redis', 'valkey'])).asMembership()
      : cache.exists(),
  evaluate: (cache) => cache.number('SnapshotRetentionLimit').atLeast(1).else('none'),
  fix: 'Keep automatic snapshots for some days',
  snippets: {
    terraform: 'snapshot_retention_limit = 7',
    cloudformation: 'SnapshotRetentionLimit: 7',
  },
  fixImpact: { downtime: false, monthlyCost: 'backup-storage' },
});
