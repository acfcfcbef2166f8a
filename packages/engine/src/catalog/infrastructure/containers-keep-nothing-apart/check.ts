import type { Resource } from '../../../model/graph.ts';
import { all, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'containers-keep-nothing-apart',
  requirement: 'INF-14',
  severity: 'medium',
  effort: 'days',
  title: 'What containers keep on their host is coordinated between them',
  gap: {
    one: 'Containers of a service each keep something of their own',
    many: 'Containers of {count} services each keep something of their own',
  },
  evidence: ['iac', 'attest'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_stateless'] },
  messages: {
    apart:
      'the tasks write to a folder of their host, and requests of one user reach any of them: the target group is not sticky',
  },
  appliesTo: 'AWS::ECS::Service',
  when: (service, graph) =>
    graph
      .follow(service.text('TaskDefinition'), 'AWS::ECS::TaskDefinition')
      .some((task) => task.list('Volumes').some((volume) => volume.has('Host.SourcePath'))),
  evaluate: (service, graph) =>
    service
      .list('LoadBalancers')
      .some((entry) =>
        graph
          .follow(entry.text('TargetGroupArn'), 'AWS::ElasticLoadBalancingV2::TargetGroup')
          .some((group) => isSticky(group)),
      )
      .else('apart'),
  fix: 'Keep what requests share in a shared cache or file system; until then, make the target group sticky',
  fixImpact: { downtime: false },
});

function isSticky(group: Resource): Truth {
  return group
    .list('TargetGroupAttributes')
    .some((attribute) =>
      all(attribute.text('Key').is('stickiness.enabled'), attribute.bool('Value').is(true).quote()),
    );
}
