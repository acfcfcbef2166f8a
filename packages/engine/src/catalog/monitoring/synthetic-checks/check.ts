import { any } from '../../../model/truth.ts';
import { isInternetFacing } from '../../blocks/public-entry.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'synthetic-checks',
  requirement: 'MON-15',
  severity: 'medium',
  effort: 'hours',
  title: 'Something calls the live application from outside, again and again',
  gap: {
    one: 'Nothing calls the live application from outside',
    many: 'Nothing calls the live applications of {count} roots from outside',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {
    wellArchitected: ['ops_workload_observability_create_alerts', 'ops_observability_application_telemetry'],
  },
  messages: {
    none: 'there is neither a canary nor a health check',
  },
  when: (graph) =>
    any(
      ...[
        'AWS::ApiGatewayV2::Api',
        'AWS::ApiGateway::RestApi',
        'AWS::CloudFront::Distribution',
        'AWS::AppSync::GraphQLApi',
      ].map((type) => graph.of(type).exist()),
      graph.of('AWS::ElasticLoadBalancingV2::LoadBalancer').some(isInternetFacing),
    ),
  evaluate: (graph) =>
    any(graph.of('AWS::Synthetics::Canary').exist(), graph.of('AWS::Route53::HealthCheck').exist()).else(
      'none',
    ),
  fix: 'Add a canary that does what a user does, or at least a health check on the entry',
  fixImpact: { downtime: false, monthlyCost: 'synthetics-canary' },
});
