import { all, any, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'elasticache-encryption-in-transit',
  requirement: 'SEC-13',
  severity: 'high',
  effort: 'hours',
  title: 'Caches are reached over TLS',
  gap: { one: 'A cache is reached without TLS', many: '{count} caches are reached without TLS' },
  evidence: ['iac', 'aws'],
  aliases: [
    'AwsSolutions-AEC3',
    'CKV_AWS_30',
    'AWS-0051',
    'ElastiCache.5',
    'elasticache_redis_cluster_in_transit_encryption_enabled',
    'ELASTICACHE_REPLICATION_GROUP_ENCRYPTION_IN_TRANSIT',
  ],
  frameworks: { wellArchitected: ['sec_protect_data_transit_encrypt'], fsbp: ['ElastiCache.5'] },
  messages: {
    off: 'connections to it are in the clear: {property} is {actual}',
    preferred: 'connections without TLS are still let in: {property} is {actual}',
  },
  appliesTo: 'AWS::ElastiCache::ReplicationGroup',
  evaluate: (cache) =>
    all(
      cache.bool('TransitEncryptionEnabled').is(true).quote().else('off'),
      any(
        not(cache.has('TransitEncryptionMode')).asMembership(),
        cache.text('TransitEncryptionMode').is('required').quote(),
      ).else('preferred'),
    ),
  fix: 'Let in both kinds of connections, change the clients to TLS, then require it',
  snippets: {
    terraform: 'transit_encryption_enabled = true\ntransit_encryption_mode    = "required"',
    cloudformation: 'TransitEncryptionEnabled: true\nTransitEncryptionMode: required',
  },
  fixImpact: { downtime: false },
});
