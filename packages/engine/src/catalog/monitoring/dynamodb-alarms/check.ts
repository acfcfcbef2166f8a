import { not } from '../../../model/truth.ts';
import { alarmsOn, watchedWell, watches } from '../../blocks/alarms.ts';
import { holdsStateLocks } from '../../blocks/state-locks.ts';
import { defineCheck } from '../../check.ts';

const DYNAMODB = 'AWS/DynamoDB';
const THROTTLES = ['ReadThrottleEvents', 'WriteThrottleEvents', 'ThrottledRequests'];

export default defineCheck({
  id: 'dynamodb-alarms',
  requirement: 'MON-05',
  severity: 'high',
  effort: 'hours',
  title: 'Throttles and system errors of every table raise alarms that are heard',
  gap: {
    one: 'A table can refuse requests without anybody hearing of it',
    many: '{count} tables can refuse requests without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: ['dynamodb.throttledRequest'],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches it',
    throttles: 'no alarm watches its throttles',
    errors: 'no alarm watches its system errors',
    deaf: 'an alarm watches it that can never fire',
    mute: 'an alarm watches it that tells nobody',
  },
  appliesTo: 'AWS::DynamoDB::Table',
  when: (table) => not(holdsStateLocks(table)),
  evaluate: (table, graph) => {
    const own = alarmsOn(table, graph, DYNAMODB);
    const on = (metrics: readonly string[]) => own.where((alarm) => watches(alarm, DYNAMODB, metrics));
    return watchedWell(
      own,
      [
        ['throttles', on(THROTTLES)],
        ['errors', on(['SystemErrors'])],
      ],
      graph,
    );
  },
  fix: 'Set alarms on ReadThrottleEvents and WriteThrottleEvents per table and on SystemErrors per table and operation, with a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "throttles" {\n  alarm_name          = "users-read-throttles"\n  namespace           = "AWS/DynamoDB"\n  metric_name         = "ReadThrottleEvents"\n  dimensions          = { TableName = aws_dynamodb_table.users.name }\n  statistic           = "Sum"\n  comparison_operator = "GreaterThanThreshold"\n  threshold           = 0\n  period              = 300\n  evaluation_periods  = 1\n  treat_missing_data  = "notBreaching"\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'Throttles:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: AWS/DynamoDB\n    MetricName: ReadThrottleEvents\n    Dimensions: [{ Name: TableName, Value: !Ref Users }]\n    Statistic: Sum\n    ComparisonOperator: GreaterThanThreshold\n    Threshold: 0\n    Period: 300\n    EvaluationPeriods: 1\n    TreatMissingData: notBreaching\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
