import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'state-machine-logging',
  requirement: 'MON-01',
  severity: 'high',
  effort: 'minutes',
  title: 'Workflows write logs',
  gap: { one: 'A workflow writes no logs', many: '{count} workflows write no logs' },
  evidence: ['iac', 'aws'],
  aliases: [
    'AwsSolutions-SF1',
    'StepFunctions.1',
    'stepfunctions_statemachine_logging_enabled',
    'stepfunctions.sfnLoggingDisabled',
    'AWS-0119',
  ],
  frameworks: {
    wellArchitected: ['sec_detect_investigate_events_app_service_logging'],
    fsbp: ['StepFunctions.1'],
  },
  messages: {
    off: 'the log level is {actual}, expected {expected}',
    nowhere: 'no log group is named that its logs go to',
  },
  appliesTo: 'AWS::StepFunctions::StateMachine',
  evaluate: (machine) =>
    all<'off' | 'nowhere'>(
      machine.text('LoggingConfiguration.Level').oneOf(['ALL', 'ERROR', 'FATAL']).quote().else('off'),
      machine.list('LoggingConfiguration.Destinations').exist().else('nowhere'),
    ),
  fix: 'Log at least errors to a log group with a retention',
  snippets: {
    terraform:
      'logging_configuration {\n  level           = "ERROR"\n  log_destination = "${aws_cloudwatch_log_group.states.arn}:*"\n}',
    cloudformation:
      'LoggingConfiguration:\n  Level: ERROR\n  Destinations:\n    - CloudWatchLogsLogGroup: { LogGroupArn: !GetAtt StatesLogs.Arn }',
  },
  fixImpact: { downtime: false, monthlyCost: 'cloudwatch-logs' },
});
