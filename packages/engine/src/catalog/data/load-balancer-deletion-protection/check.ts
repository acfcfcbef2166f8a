import { inProduction } from '../../blocks/environment.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'load-balancer-deletion-protection',
  requirement: 'DAT-07',
  severity: 'medium',
  effort: 'minutes',
  title: 'Load balancers in production cannot be deleted by a mistake',
  gap: {
    one: 'A load balancer can be deleted by a mistake',
    many: '{count} load balancers can be deleted by a mistake',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_150', 'ELB.6', 'elbv2_deletion_protection', 'ELB_DELETION_PROTECTION_ENABLED'],
  frameworks: { fsbp: ['ELB.6'] },
  messages: { off: 'deletion protection is not switched on' },
  appliesTo: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  when: (_, graph) => inProduction(graph),
  evaluate: (balancer) =>
    balancer
      .list('LoadBalancerAttributes')
      .where((attribute) => attribute.text('Key').is('deletion_protection.enabled'))
      .some((attribute) => attribute.bool('Value').is(true).quote())
      .else('off'),
  fix: 'Switch deletion protection on at each production load balancer',
  snippets: {
    terraform: 'enable_deletion_protection = true',
    cloudformation: "LoadBalancerAttributes: [{ Key: deletion_protection.enabled, Value: 'true' }]",
  },
  fixImpact: { downtime: false },
});
