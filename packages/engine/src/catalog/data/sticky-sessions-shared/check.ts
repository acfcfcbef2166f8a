import { all, any } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const CACHES = [
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::ElastiCache::CacheCluster',
  'AWS::ElastiCache::ServerlessCache',
];

export default defineCheck({
  id: 'sticky-sessions-shared',
  requirement: 'DAT-02',
  severity: 'medium',
  effort: 'days',
  title: 'Sessions outlive the container that they are pinned to',
  gap: {
    one: 'Sessions live and die with one container',
    many: 'Sessions live and die with one container each, at {count} target groups',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_stateless'] },
  messages: {
    pinned:
      'requests of a user stick to one container, and this code has neither a cache nor a table where their session is shared',
  },
  appliesTo: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  when: (group) =>
    group
      .list('TargetGroupAttributes')
      .some((attribute) =>
        all(attribute.text('Key').is('stickiness.enabled'), attribute.bool('Value').is(true)),
      ),
  evaluate: (_, graph) =>
    any(
      ...CACHES.map((type) => graph.of(type).exist()),
      graph
        .of('AWS::DynamoDB::Table')
        .some((table) =>
          all(
            table.has('TableName').asMembership(),
            table.text('TableName').matches('a name of sessions or leases', /session|lease/i),
          ),
        ),
    ).else('pinned'),
  fix: 'Keep sessions in a shared cache or table, with an owner and an expiry, and switch stickiness off when nothing needs it any more',
  fixImpact: { downtime: false },
});
