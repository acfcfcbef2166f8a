import { not } from '../../../model/truth.ts';
import { alarmsOn, watchedWell, watches } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

const SQS = 'AWS/SQS';

export default defineCheck({
  id: 'queue-alarms',
  requirement: 'MON-23',
  severity: 'high',
  effort: 'minutes',
  title: 'Somebody hears when the work in a queue waits too long',
  gap: {
    one: 'Work can wait in a queue without anybody hearing of it',
    many: 'Work can wait in {count} queues without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches it',
    backlog: 'no alarm watches how long its messages wait or how many do',
    deaf: 'an alarm watches it that can never fire',
    mute: 'an alarm watches it that tells nobody',
  },
  appliesTo: 'AWS::SQS::Queue',
  // What ends in a dead-letter queue waits for a person.
  when: (queue, graph) => not(graph.to(queue, 'deadLettersTo').exist()),
  evaluate: (queue, graph) => {
    const own = alarmsOn(queue, graph, SQS);
    const backlog = own.where((alarm) =>
      watches(alarm, SQS, ['ApproximateAgeOfOldestMessage', 'ApproximateNumberOfMessagesVisible']),
    );
    return watchedWell(own, [['backlog', backlog]], graph);
  },
  fix: 'Set an alarm on the maximum of ApproximateAgeOfOldestMessage, at what users may wait, with a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "old" {\n  alarm_name          = "old"\n  namespace           = "AWS/SQS"\n  metric_name         = "ApproximateAgeOfOldestMessage"\n  dimensions          = { QueueName = aws_sqs_queue.orders.name }\n  statistic           = "Maximum"\n  comparison_operator = "GreaterThanThreshold"\n  threshold           = 600\n  period              = 300\n  evaluation_periods  = 1\n  treat_missing_data  = "notBreaching"\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'Old:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: AWS/SQS\n    MetricName: ApproximateAgeOfOldestMessage\n    Dimensions: [{ Name: QueueName, Value: !GetAtt Orders.QueueName }]\n    Statistic: Maximum\n    ComparisonOperator: GreaterThanThreshold\n    Threshold: 600\n    Period: 300\n    EvaluationPeriods: 1\n    TreatMissingData: notBreaching\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
