import type { Resource } from '../../../model/graph.ts';
import { any, choose, type Truth } from '../../../model/truth.ts';
import { alarmsOn, watchedWell, watches } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

const SQS = 'AWS/SQS';
const AGE = 'ApproximateAgeOfOldestMessage';

/** Whether one message is enough. */
const hearsOfOne = (alarm: Resource): Truth =>
  choose(
    alarm.text('ComparisonOperator').is('GreaterThanThreshold'),
    alarm.number('Threshold').test('less than 1', (threshold) => threshold < 1),
    alarm.number('Threshold').atMost(1),
  ).asMembership();

export default defineCheck({
  id: 'dead-letter-queue-alarms',
  requirement: 'MON-23',
  severity: 'high',
  effort: 'minutes',
  title: 'Somebody hears of every message that ends in a dead-letter queue',
  gap: {
    one: 'Messages end in a dead-letter queue that nobody looks into',
    many: 'Messages end in {count} dead-letter queues that nobody looks into',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches it',
    holding: 'no alarm watches how many messages it holds: what a redrive moves here is not counted as sent',
    many: 'no alarm hears of the first message: they wait for more of them',
    deaf: 'an alarm watches it that can never fire',
    mute: 'an alarm watches it that tells nobody',
  },
  appliesTo: 'AWS::SQS::Queue',
  when: (queue, graph) => graph.to(queue, 'deadLettersTo').exist(),
  evaluate: (queue, graph) => {
    const own = alarmsOn(queue, graph, SQS);
    const holding = own.where((alarm) => watches(alarm, SQS, ['ApproximateNumberOfMessagesVisible', AGE]));
    const first = holding.where((alarm) => any(watches(alarm, SQS, [AGE]), hearsOfOne(alarm)));
    return watchedWell(
      own,
      [
        ['holding', holding],
        ['many', first],
      ],
      graph,
    );
  },
  fix: 'Set an alarm on ApproximateNumberOfMessagesVisible above 0, with a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "failed" {\n  alarm_name          = "failed"\n  namespace           = "AWS/SQS"\n  metric_name         = "ApproximateNumberOfMessagesVisible"\n  dimensions          = { QueueName = aws_sqs_queue.failed.name }\n  statistic           = "Maximum"\n  comparison_operator = "GreaterThanThreshold"\n  threshold           = 0\n  period              = 300\n  evaluation_periods  = 1\n  treat_missing_data  = "notBreaching"\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'Failed:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: AWS/SQS\n    MetricName: ApproximateNumberOfMessagesVisible\n    Dimensions: [{ Name: QueueName, Value: !GetAtt Failed.QueueName }]\n    Statistic: Maximum\n    ComparisonOperator: GreaterThanThreshold\n    Threshold: 0\n    Period: 300\n    EvaluationPeriods: 1\n    TreatMissingData: notBreaching\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
