import { choose } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'elasticache-encryption-at-rest',
  requirement: 'SEC-12',
  severity: 'high',
  effort: 'days',
  title: 'Caches are encrypted at rest',
  gap: { one: 'A cache is not encrypted at rest', many: '{count} caches are not encrypted at rest' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_29',
    'AWS-0045',
    'AwsSolutions-AEC3',
    'ElastiCache.4',
    'elasticache_redis_cluster_rest_encryption_enabled',
    'ELASTICACHE_REPLICATION_GROUP_ENCRYPTION_AT_REST',
  ],
  frameworks: { wellArchitected: ['sec_protect_data_rest_encrypt'], fsbp: ['ElastiCache.4'] },
  messages: {
    off: 'what it keeps lies in the clear: {property} is {actual}',
    redis: 'nothing is written, and the engine {actual} does not encrypt by itself',
  },
  appliesTo: 'AWS::ElastiCache::ReplicationGroup',
  // ElastiCache API Reference, CreateReplicationGroup: on by default with Valkey, off with Redis OSS.
  evaluate: (cache) =>
    choose(
      cache.has('AtRestEncryptionEnabled'),
      cache.bool('AtRestEncryptionEnabled').is(true).else('off'),
      cache.text('Engine').is('valkey').quote().else('redis'),
    ),
  fix: 'Make an encrypted cache from a backup and point the application to it',
  snippets: {
    terraform: 'at_rest_encryption_enabled = true',
    cloudformation: 'AtRestEncryptionEnabled: true',
  },
  fixImpact: { downtime: true },
});
