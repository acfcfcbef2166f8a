import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'health-check-path',
  requirement: 'INF-06',
  severity: 'medium',
  effort: 'hours',
  title: 'Load balancers ask a real health route, not the root',
  gap: {
    one: 'A load balancer asks no real health route',
    many: 'Load balancers ask no real health route, at {count} target groups',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_261'],
  frameworks: { wellArchitected: ['rel_withstand_component_failures_monitoring_health'] },
  messages: {
    default: 'no path is set for the health check, so it asks what any visitor sees',
    root: 'the health check asks {actual}, which says that something answers and not that it is healthy',
  },
  appliesTo: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  // A function has no port of its own, and a network load balancer tries the connection.
  when: (group) => all(group.has('Protocol'), group.text('Protocol').oneOf(['HTTP', 'HTTPS'])),
  evaluate: (group) =>
    all(group.has('HealthCheckPath').else('default'), group.text('HealthCheckPath').isNot('/').else('root')),
  fix: 'Give the application a health route that asks what it depends on, and let the target group ask that route',
  snippets: {
    terraform: 'health_check {\n  path = "/health"\n}',
    cloudformation: 'HealthCheckPath: /health',
  },
  fixImpact: { downtime: false },
});
