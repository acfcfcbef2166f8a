import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'log-group-retention',
  requirement: 'MON-01',
  severity: 'high',
  effort: 'minutes',
  title: 'Every log group keeps its logs for a stated time',
  gap: { one: 'A log group keeps its logs for ever', many: '{count} log groups keep their logs for ever' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_66',
    'CloudWatchLogGroupRetentionPeriod',
    'cloudwatch_log_group_retention_policy_specific_days_enabled',
    'WS1004',
    'CW_LOGGROUP_RETENTION_PERIOD_CHECK',
  ],
  frameworks: { wellArchitected: ['ops_workload_observability_analyze_workload_logs'] },
  messages: { never: 'the retention is {actual}, expected a number of days' },
  appliesTo: 'AWS::Logs::LogGroup',
  evaluate: (group) => group.number('RetentionInDays').atLeast(1).else('never'),
  fix: 'Set a retention: 30 days for applications, 365 for audit, unless a regime asks otherwise',
  snippets: { terraform: 'retention_in_days = 30', cloudformation: 'RetentionInDays: 30' },
  fixImpact: { downtime: false },
});
