import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'load-balancer-drops-invalid-headers',
  requirement: 'SEC-03',
  severity: 'low',
  effort: 'minutes',
  title: 'Load balancers drop headers that HTTP does not allow',
  gap: {
    one: 'A load balancer passes on headers that HTTP does not allow',
    many: '{count} load balancers pass on headers that HTTP does not allow',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_131',
    'AWS-0052',
    'ALBHttpDropInvalidHeaderEnabled',
    'ALB_HTTP_DROP_INVALID_HEADER_ENABLED',
    'ELB.4',
    'elbv2_alb_drop_invalid_header_fields_enabled',
  ],
  frameworks: { wellArchitected: ['sec_network_protection_inspection'], fsbp: ['ELB.4'] },
  messages: { passedOn: 'its targets get headers whose names are no names' },
  appliesTo: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  // The others do not look into HTTP.
  when: (balancer) => balancer.text('Type').is('application').asMembership(),
  evaluate: (balancer) =>
    balancer
      .list('LoadBalancerAttributes')
      .some((attribute) =>
        all(
          attribute.text('Key').is('routing.http.drop_invalid_header_fields.enabled').asMembership(),
          attribute.bool('Value').is(true).quote(),
        ),
      )
      .else('passedOn'),
  fix: 'Let the load balancer drop invalid headers',
  snippets: {
    terraform: 'drop_invalid_header_fields = true',
    cloudformation:
      "LoadBalancerAttributes: [{ Key: routing.http.drop_invalid_header_fields.enabled, Value: 'true' }]",
  },
  fixImpact: { downtime: false },
});
