import { all, any, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'graphql-api-logging',
  requirement: 'MON-01',
  severity: 'high',
  effort: 'minutes',
  title: 'GraphQL APIs write logs',
  gap: { one: 'A GraphQL API writes no logs', many: '{count} GraphQL APIs write no logs' },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_193', 'AppSync.2', 'appsync_field_level_logging_enabled', 'CKV_AWS_194'],
  frameworks: { wellArchitected: ['sec_detect_investigate_events_app_service_logging'], fsbp: ['AppSync.2'] },
  messages: {
    none: 'it has no log configuration',
    off: 'the log level of its fields is {actual}, expected {expected}',
  },
  appliesTo: 'AWS::AppSync::GraphQLApi',
  evaluate: (api) =>
    all<'none' | 'off'>(
      api.has('LogConfig').else('none'),
      any(
        not(api.has('LogConfig')),
        api.text('LogConfig.FieldLogLevel').oneOf(['ERROR', 'ALL', 'INFO', 'DEBUG']).quote(),
      ).else('off'),
    ),
  fix: 'Log at least the errors of fields, with a role that may write to CloudWatch Logs',
  snippets: {
    terraform:
      'log_config {\n  cloudwatch_logs_role_arn = aws_iam_role.logs.arn\n  field_log_level          = "ERROR"\n}',
    cloudformation: 'LogConfig:\n  CloudWatchLogsRoleArn: !GetAtt LogsRole.Arn\n  FieldLogLevel: ERROR',
  },
  fixImpact: { downtime: false, monthlyCost: 'cloudwatch-logs' },
});
