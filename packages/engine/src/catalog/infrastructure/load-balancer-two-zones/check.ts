import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'load-balancer-two-zones',
  requirement: 'INF-03',
  severity: 'high',
  effort: 'hours',
  title: 'Load balancers stand in at least two zones',
  gap: {
    one: 'A load balancer stands in one Availability Zone',
    many: '{count} load balancers stand in one Availability Zone each',
  },
  evidence: ['iac', 'aws'],
  aliases: ['ELB.13', 'elbv2_is_in_multiple_az'],
  frameworks: { wellArchitected: ['rel_fault_isolation_multiaz_region_system'], fsbp: ['ELB.13'] },
  messages: {
    single: 'the load balancer has fewer than two subnets, and no two subnets of one may share a zone',
  },
  appliesTo: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  evaluate: (balancer) =>
    balancer.list('Subnets').and(balancer.list('SubnetMappings')).atLeast(2).else('single'),
  fix: 'Give the load balancer a subnet in a second zone',
  fixImpact: { downtime: false },
});
