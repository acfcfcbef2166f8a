import { all, choose, not } from '../../../model/truth.ts';
import { scalingOf, startedByHand } from '../../blocks/scaling.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'ecs-two-tasks',
  requirement: 'INF-05',
  severity: 'high',
  effort: 'minutes',
  title: 'Container services keep at least two tasks',
  gap: {
    one: 'A container service may run on a single task',
    many: '{count} container services may run on a single task',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_fault_isolation_multiaz_region_system'] },
  messages: {
    least: 'the smallest number of tasks is {actual}, expected at least 2',
    desired: 'the number of tasks is {actual}, expected at least 2',
  },
  appliesTo: 'AWS::ECS::Service',
  when: (service, graph) =>
    all(service.text('SchedulingStrategy').is('REPLICA'), not(startedByHand(service, graph))),
  evaluate: (service, graph) => {
    const targets = scalingOf(service, 'ServiceName', graph);
    return choose(
      targets.exist(),
      targets.every((target) => target.number('MinCapacity').atLeast(2).quote()).else('least'),
      service.number('DesiredCount').atLeast(2).quote().else('desired'),
    );
  },
  fix: 'Let at least two tasks run, in two zones',
  snippets: { terraform: 'desired_count = 2', cloudformation: 'DesiredCount: 2' },
  fixImpact: { downtime: false, monthlyCost: 'the price of one more task' },
});
