import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const CLASSIC = 'AWS::ElasticLoadBalancing::LoadBalancer';
const ATTRIBUTES = 'LoadBalancerAttributes';

export default defineCheck({
  id: 'load-balancer-access-logs',
  requirement: 'CMP-05',
  severity: 'medium',
  effort: 'minutes',
  title: 'Requests to load balancers are logged',
  gap: {
    one: 'Requests to a load balancer are not logged',
    many: 'Requests to {count} load balancers are not logged',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_91',
    'AwsSolutions-ELB2',
    'ELB.5',
    'elbv2_logging_enabled',
    'ELB_LOGGING_ENABLED',
    'ELBV2_ACCESS_LOGGING_RULE',
    'CKV_AWS_92',
  ],
  frameworks: { wellArchitected: ['sec_detect_investigate_events_app_service_logging'], fsbp: ['ELB.5'] },
  messages: { off: 'its access logs are not switched on' },
  appliesTo: ['AWS::ElasticLoadBalancingV2::LoadBalancer', CLASSIC],
  // A gateway load balancer has no access logs.
  when: (balancer) =>
    balancer.type === CLASSIC
      ? balancer.exists()
      : balancer.text('Type').oneOf(['application', 'network']).asMembership(),
  evaluate: (balancer) =>
    balancer.type === CLASSIC
      ? all(
          balancer.has('AccessLoggingPolicy'),
          balancer.bool('AccessLoggingPolicy.Enabled').is(true).quote(),
        ).else('off')
      : all(
          balancer.has(ATTRIBUTES),
          balancer
            .list(ATTRIBUTES)
            .some((attribute) =>
              all(
                attribute.text('Key').is('access_logs.s3.enabled').asMembership(),
                attribute.bool('Value').is(true),
              ),
            ),
        ).else('off'),
  fix: 'Log the requests to a bucket, with a lifecycle rule',
  snippets: {
    terraform: 'access_logs {\n  bucket  = aws_s3_bucket.logs.bucket\n  enabled = true\n}',
    cloudformation:
      'LoadBalancerAttributes:\n  - { Key: access_logs.s3.enabled, Value: "true" }\n  - { Key: access_logs.s3.bucket, Value: !Ref Logs }',
  },
  fixImpact: { downtime: false },
});
