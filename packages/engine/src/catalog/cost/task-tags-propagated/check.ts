import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'task-tags-propagated',
  requirement: 'CST-04',
  severity: 'low',
  effort: 'minutes',
  title: 'Tasks carry the tags of their service',
  gap: { one: 'The tasks of a service carry no tags', many: 'The tasks of {count} services carry no tags' },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['cost_monitor_usage_org_information'] },
  messages: {
    none: 'the tags of the service are not handed to its tasks: {property} is {actual}',
  },
  appliesTo: 'AWS::ECS::Service',
  evaluate: (service) => service.text('PropagateTags').oneOf(['SERVICE', 'TASK_DEFINITION']).else('none'),
  fix: 'Set PropagateTags to SERVICE',
  snippets: {
    terraform: 'propagate_tags = "SERVICE"',
    cloudformation: 'PropagateTags: SERVICE',
  },
  fixImpact: { downtime: false },
});
