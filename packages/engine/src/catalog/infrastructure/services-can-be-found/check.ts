import { all } from '../../../model/truth.ts';
import { canBeFound, listens } from '../../blocks/containers.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'services-can-be-found',
  requirement: 'INF-20',
  severity: 'low',
  effort: 'hours',
  title: 'Each of several container services that listens can be found by the others',
  gap: {
    one: 'A container service listens, and nothing leads to it',
    many: '{count} container services listen, and nothing leads to them',
  },
  evidence: ['iac', 'aws'],
  aliases: ['ecs.ecsServiceServiceDiscoveryConfigured'],
  frameworks: {},
  messages: {
    lost: 'the service listens on a port, and no load balancer, registry or mesh leads to its tasks',
  },
  appliesTo: 'AWS::ECS::Service',
  when: (service, graph) => all(graph.of('AWS::ECS::Service').atLeast(2), listens(service, graph)),
  evaluate: (service) => canBeFound(service).else('lost'),
  fix: 'Use Service Connect or service discovery, or put a load balancer before the service',
  fixImpact: { downtime: false },
});
