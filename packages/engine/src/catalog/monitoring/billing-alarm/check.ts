import type { Resource } from '../../../model/graph.ts';
import { all, any, choose } from '../../../model/truth.ts';
import { ALARM, canFire, heard, watched, watches } from '../../blocks/alarms.ts';
import { costsHere } from '../../blocks/workload.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'billing-alarm',
  requirement: 'MON-21',
  severity: 'medium',
  effort: 'minutes',
  title: 'An alarm watches the bill',
  gap: { one: 'No alarm watches the bill', many: 'No alarm watches the bill in {count} roots' },
  evidence: ['iac', 'aws'],
  aliases: ['cloudwatch.missingBillingAlarms'],
  frameworks: { wellArchitected: ['cost_monitor_usage_config_tools'] },
  accountWide: true,
  messages: {
    part: 'an alarm on EstimatedCharges sees the charges of one service only',
    deaf: 'an alarm on EstimatedCharges can never fire',
    mute: 'an alarm on EstimatedCharges tells nobody',
  },
  when: (graph) => any(costsHere(graph), graph.of(ALARM).exist()),
  evaluate: (graph) => {
    const onTheBill = (alarm: Resource) => watches(alarm, 'AWS/Billing', ['EstimatedCharges']);
    const alarms = graph.of(ALARM).where(onTheBill);
    const firing = alarms.where((alarm) => canFire(alarm, graph));
    return choose(
      alarms.exist(),
      all<'part' | 'deaf' | 'mute'>(
        alarms.some(seesAll).else('part'),
        firing.exist().else('deaf'),
        firing.some((alarm) => all(seesAll(alarm), heard(alarm, graph))).else('mute'),
      ),
      graph.ofAccount(ALARM).some(onTheBill),
    );
  },
  fix: 'Set an alarm on the maximum of EstimatedCharges in us-east-1, with the dimension Currency and a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "bill" {\n  alarm_name          = "bill"\n  namespace           = "AWS/Billing"\n  metric_name         = "EstimatedCharges"\n  dimensions          = { Currency = "USD" }\n  statistic           = "Maximum"\n  comparison_operator = "GreaterThanThreshold"\n  threshold           = 100\n  period              = 21600\n  evaluation_periods  = 1\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'Bill:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: AWS/Billing\n    MetricName: EstimatedCharges\n    Dimensions: [{ Name: Currency, Value: USD }]\n    Statistic: Maximum\n    ComparisonOperator: GreaterThanThreshold\n    Threshold: 100\n    Period: 21600\n    EvaluationPeriods: 1\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});

function seesAll(alarm: Resource) {
  return watched(alarm).some((metric) =>
    metric.dimensions.none((dimension) => dimension.text('Name').is('ServiceName').quote()),
  );
}
