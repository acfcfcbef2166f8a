import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'container-logging',
  requirement: 'MON-01',
  severity: 'high',
  effort: 'minutes',
  title: 'Every container says where its logs go',
  gap: {
    one: 'A container of a task does not say where its logs go',
    many: 'Containers of {count} tasks do not say where their logs go',
  },
  evidence: ['iac', 'aws'],
  aliases: ['AwsSolutions-ECS7', 'ECS.9', 'ecs_task_definitions_logging_enabled'],
  frameworks: { wellArchitected: ['sec_detect_investigate_events_app_service_logging'], fsbp: ['ECS.9'] },
  messages: {
    none: 'a container has no log configuration',
  },
  appliesTo: 'AWS::ECS::TaskDefinition',
  evaluate: (task) =>
    task
      .list('ContainerDefinitions')
      .every((container) => container.has('LogConfiguration'))
      .else('none'),
  fix: 'Give each container a log configuration with a log group that has a retention',
  snippets: {
    terraform:
      'logConfiguration = {\n  logDriver = "awslogs"\n  options = {\n    "awslogs-group"         = aws_cloudwatch_log_group.web.name\n    "awslogs-region"        = "eu-west-1"\n    "awslogs-stream-prefix" = "web"\n  }\n}',
    cloudformation:
      'LogConfiguration:\n  LogDriver: awslogs\n  Options:\n    awslogs-group: !Ref WebLogs\n    awslogs-region: !Ref AWS::Region\n    awslogs-stream-prefix: web',
  },
  fixImpact: { downtime: false, monthlyCost: 'cloudwatch-logs' },
});
