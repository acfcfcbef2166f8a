import { all, not } from '../../../model/truth.ts';
import { canBeFound, listens } from '../../blocks/containers.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'containers-behind-load-balancer',
  requirement: 'INF-06',
  severity: 'high',
  effort: 'hours',
  title: 'A load balancer fronts containers that listen',
  gap: {
    one: 'No load balancer fronts the containers of a service',
    many: 'No load balancer fronts the containers of {count} services',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_withstand_component_failures_monitoring_health'] },
  messages: { none: 'the service listens on a port, and nothing leads to its tasks' },
  appliesTo: 'AWS::ECS::Service',
  // Of several services, one may serve the others: whether those can be found is a check of its own.
  when: (service, graph) => all(not(graph.of('AWS::ECS::Service').atLeast(2)), listens(service, graph)),
  evaluate: (service) => canBeFound(service).else('none'),
  fix: 'Put a load balancer with a health check before the service',
  fixImpact: { downtime: false, monthlyCost: 'about 18 USD for a load balancer' },
});
