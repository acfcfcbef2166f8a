import { Reading } from '../../../model/reading.ts';
import { all, not } from '../../../model/truth.ts';
import { isMoved, scalingOf, startedByHand } from '../../blocks/scaling.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'ecs-service-scales',
  requirement: 'INF-05',
  severity: 'high',
  effort: 'hours',
  title: 'The number of tasks of a container service follows its load',
  gap: {
    one: 'The number of tasks of a container service is fixed',
    many: 'The number of tasks of {count} container services is fixed',
  },
  evidence: ['iac', 'aws'],
  aliases: ['ecs.ecsServiceAutoScalingConfigured'],
  frameworks: { wellArchitected: ['rel_adapt_to_changes_autoscale_adapt'] },
  messages: {
    fixed: 'no scalable target changes the number of its tasks',
    idle: 'a scalable target is set, and no policy or schedule moves it',
    narrow:
      'the scalable target has no room: its smallest number of tasks is {actual}, and the largest is not more',
  },
  appliesTo: 'AWS::ECS::Service',
  when: (service, graph) =>
    all(service.text('SchedulingStrategy').is('REPLICA'), not(startedByHand(service, graph))),
  evaluate: (service, graph) => {
    const targets = scalingOf(service, 'ServiceName', graph);
    return all(
      targets.exist().else('fixed'),
      targets.some((target) => isMoved(target, graph)).else('idle'),
      targets
        .some((target) =>
          Reading.both(
            target.number('MinCapacity'),
            target.number('MaxCapacity'),
            'room between the smallest and the largest number',
            (least, most) => least < most,
          ).quote(),
        )
        .else('narrow'),
    );
  },
  fix: 'Add a scalable target with room between its limits, and a policy that follows CPU, memory or requests',
  fixImpact: { downtime: false },
});
