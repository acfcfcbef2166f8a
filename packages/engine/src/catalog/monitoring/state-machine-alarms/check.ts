import { alarmsOn, watchedWell, watches } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

const STATES = 'AWS/States';

export default defineCheck({
  id: 'state-machine-alarms',
  requirement: 'MON-23',
  severity: 'high',
  effort: 'minutes',
  title: 'Failed and timed-out executions of every workflow raise alarms that are heard',
  gap: {
    one: 'A workflow can fail without anybody hearing of it',
    many: '{count} workflows can fail without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches it',
    failed: 'no alarm watches its failed executions',
    late: 'no alarm watches its timed-out executions',
    deaf: 'an alarm watches it that can never fire',
    mute: 'an alarm watches it that tells nobody',
  },
  appliesTo: 'AWS::StepFunctions::StateMachine',
  evaluate: (machine, graph) => {
    const own = alarmsOn(machine, graph, STATES);
    const on = (metric: string) => own.where((alarm) => watches(alarm, STATES, [metric]));
    return watchedWell(
      own,
      [
        ['failed', on('ExecutionsFailed')],
        ['late', on('ExecutionsTimedOut')],
      ],
      graph,
    );
  },
  fix: 'Set alarms on ExecutionsFailed and ExecutionsTimedOut above 0, with a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "failures" {\n  alarm_name          = "failures"\n  namespace           = "AWS/States"\n  metric_name         = "ExecutionsFailed"\n  dimensions          = { StateMachineArn = aws_sfn_state_machine.orders.arn }\n  statistic           = "Sum"\n  comparison_operator = "GreaterThanThreshold"\n  threshold           = 0\n  period              = 300\n  evaluation_periods  = 1\n  treat_missing_data  = "notBreaching"\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'Failures:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: AWS/States\n    MetricName: ExecutionsFailed\n    Dimensions: [{ Name: StateMachineArn, Value: !Ref Orders }]\n    Statistic: Sum\n    ComparisonOperator: GreaterThanThreshold\n    Threshold: 0\n    Period: 300\n    EvaluationPeriods: 1\n    TreatMissingData: notBreaching\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
