import { not } from '../../../model/truth.ts';
import { ALARM, watchedWell, watches } from '../../blocks/alarms.ts';
import { holdsStateLocks } from '../../blocks/state-locks.ts';
import { defineRootCheck } from '../../check.ts';

const DYNAMODB = 'AWS/DynamoDB';

export default defineRootCheck({
  id: 'dynamodb-user-error-alarm',
  requirement: 'MON-05',
  severity: 'medium',
  effort: 'minutes',
  title: 'Somebody hears when DynamoDB refuses requests as wrong',
  gap: {
    one: 'DynamoDB can refuse requests as wrong without anybody hearing of it',
    many: 'In {count} roots DynamoDB can refuse requests without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches UserErrors',
    deaf: 'an alarm on UserErrors can never fire: the metric is of the account and region, without dimensions',
    mute: 'an alarm on UserErrors tells nobody',
  },
  when: (graph) => graph.of('AWS::DynamoDB::Table').some((table) => not(holdsStateLocks(table))),
  evaluate: (graph) => {
    const alarms = graph.of(ALARM).where((alarm) => watches(alarm, DYNAMODB, ['UserErrors']));
    return watchedWell(alarms, [['none', alarms]], graph);
  },
  fix: 'Set an alarm on UserErrors, without dimensions, with a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "user_errors" {\n  alarm_name          = "dynamodb-user-errors"\n  namespace           = "AWS/DynamoDB"\n  metric_name         = "UserErrors"\n  statistic           = "Sum"\n  comparison_operator = "GreaterThanThreshold"\n  threshold           = 5\n  period              = 300\n  evaluation_periods  = 1\n  treat_missing_data  = "notBreaching"\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'UserErrors:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: AWS/DynamoDB\n    MetricName: UserErrors\n    Statistic: Sum\n    ComparisonOperator: GreaterThanThreshold\n    Threshold: 5\n    Period: 300\n    EvaluationPeriods: 1\n    TreatMissingData: notBreaching\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
