import { all, any, not } from '../../../model/truth.ts';
import { alarmsOn, watchedWell, watches } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

const LAMBDA = 'AWS/Lambda';

export default defineCheck({
  id: 'stream-consumer-alarms',
  requirement: 'MON-23',
  severity: 'high',
  effort: 'hours',
  title: 'Somebody hears when the consumer of a stream falls behind',
  gap: {
    one: 'The consumer of a stream can fall behind without anybody hearing of it',
    many: '{count} consumers of streams can fall behind without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches how old the records are that its function reads',
    deaf: 'an alarm watches it that can never fire',
    mute: 'an alarm watches it that tells nobody',
  },
  appliesTo: 'AWS::Lambda::EventSourceMapping',
  // A queue says itself how old its messages are.
  when: (mapping, graph) => {
    const source = mapping.text('EventSourceArn');
    return any(
      source.readsAttribute('the stream of a table', /stream_?arn/i),
      graph.follow(source, 'AWS::Kinesis::Stream').exist(),
      all(not(source.isBareReference()), any(source.contains(':kinesis:'), source.contains('/stream/'))),
    ).asMembership();
  },
  evaluate: (mapping, graph) => {
    const behind = graph
      .follow(mapping.text('FunctionName'), 'AWS::Lambda::Function')
      .flatMap((fn) => alarmsOn(fn, graph, LAMBDA))
      .where((alarm) => watches(alarm, LAMBDA, ['IteratorAge', 'OffsetLag']));
    return watchedWell(behind, [['none', behind]], graph);
  },
  fix: 'Set an alarm on the maximum of IteratorAge, in milliseconds and well below the retention of the stream, with a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "behind" {\n  alarm_name          = "behind"\n  namespace           = "AWS/Lambda"\n  metric_name         = "IteratorAge"\n  dimensions          = { FunctionName = aws_lambda_function.consumer.function_name }\n  statistic           = "Maximum"\n  comparison_operator = "GreaterThanThreshold"\n  threshold           = 60000\n  period              = 300\n  evaluation_periods  = 1\n  treat_missing_data  = "notBreaching"\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'Behind:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: AWS/Lambda\n    MetricName: IteratorAge\n    Dimensions: [{ Name: FunctionName, Value: !Ref Consumer }]\n    Statistic: Maximum\n    ComparisonOperator: GreaterThanThreshold\n    Threshold: 60000\n    Period: 300\n    EvaluationPeriods: 1\n    TreatMissingData: notBreaching\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
