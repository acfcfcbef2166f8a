import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'containers-not-privileged',
  requirement: 'SEC-26',
  severity: 'medium',
  effort: 'hours',
  title: 'Containers have no rights over their host',
  gap: {
    one: 'A container is as powerful as its host',
    many: 'Containers of {count} tasks are as powerful as their host',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_334', 'ECS.4', 'ecs_task_definitions_no_privileged_containers'],
  frameworks: { wellArchitected: ['sec_protect_compute_hardened_images'], fsbp: ['ECS.4'] },
  messages: { privileged: 'a container has all rights on its host: {property} is {actual}' },
  appliesTo: 'AWS::ECS::TaskDefinition',
  when: (task) => task.has('ContainerDefinitions').asMembership(),
  evaluate: (task) =>
    task
      .list('ContainerDefinitions')
      .none((container) => container.bool('Privileged').is(true).quote())
      .else('privileged'),
  fix: 'Take the privilege away and add the single capability that the container needs',
  fixImpact: { downtime: false },
});
