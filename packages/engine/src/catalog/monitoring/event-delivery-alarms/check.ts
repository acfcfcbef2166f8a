import { all } from '../../../model/truth.ts';
import { alarmsOn, alarmsOnAccount, canFire, heard, watches } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

const EVENTS = 'AWS/Events';
const SQS = 'AWS/SQS';
const FAILURES = ['FailedInvocations', 'InvocationsSentToDlq', 'InvocationsFailedToBeSentToDlq'];

export default defineCheck({
  id: 'event-delivery-alarms',
  requirement: 'MON-23',
  severity: 'medium',
  effort: 'minutes',
  title: 'Somebody hears of events that cannot be delivered',
  gap: {
    one: 'Events of a rule can get lost without anybody hearing of it',
    many: 'Events of {count} rules can get lost without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm that can fire watches its failed deliveries, nor the dead-letter queue of its targets',
    mute: 'an alarm watches its failed deliveries that tells nobody',
  },
  appliesTo: 'AWS::Events::Rule',
  when: (rule) => rule.list('Targets').exist(),
  evaluate: (rule, graph) => {
    const alarms = alarmsOn(rule, graph, EVENTS)
      .where((alarm) => watches(alarm, EVENTS, FAILURES))
      .and(alarmsOnAccount(graph, EVENTS, ...FAILURES))
      .and(
        rule
          .list('Targets')
          .where((target) => target.has('DeadLetterConfig.Arn'))
          .flatMap((target) => graph.follow(target.text('DeadLetterConfig.Arn'), 'AWS::SQS::Queue'))
          .flatMap((queue) => alarmsOn(queue, graph, SQS))
          .where((alarm) => watches(alarm, SQS, ['ApproximateNumberOfMessagesVisible'])),
      )
      .where((alarm) => canFire(alarm, graph));
    return all<'none' | 'mute'>(
      alarms.exist().else('none'),
      alarms.some((alarm) => heard(alarm, graph)).else('mute'),
    );
  },
  fix: 'Set an alarm on FailedInvocations of the rule, or on the dead-letter queue of its targets, with a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "undelivered" {\n  alarm_name          = "undelivered"\n  namespace           = "AWS/Events"\n  metric_name         = "FailedInvocations"\n  dimensions          = { RuleName = aws_cloudwatch_event_rule.nightly.name }\n  statistic           = "Sum"\n  comparison_operator = "GreaterThanThreshold"\n  threshold           = 0\n  period              = 300\n  evaluation_periods  = 1\n  treat_missing_data  = "notBreaching"\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'Undelivered:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: AWS/Events\n    MetricName: FailedInvocations\n    Dimensions: [{ Name: RuleName, Value: !Ref Nightly }]\n    Statistic: Sum\n    ComparisonOperator: GreaterThanThreshold\n    Threshold: 0\n    Period: 300\n    EvaluationPeriods: 1\n    TreatMissingData: notBreaching\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
