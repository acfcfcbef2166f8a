import { all } from '../../../model/truth.ts';
import { alarmsOn, canFire, heard, watches, watchesPercentile } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

const HTTP_API = 'AWS::ApiGatewayV2::Api';
const REST_API = 'AWS::ApiGateway::RestApi';
const GATEWAY = 'AWS/ApiGateway';

export default defineCheck({
  id: 'api-alarms',
  requirement: 'MON-04',
  severity: 'high',
  effort: 'hours',
  title: 'Errors and latency of every API raise alarms that are heard',
  gap: {
    one: 'An API can fail or slow down without anybody hearing of it',
    many: '{count} APIs can fail or slow down without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: ['apigateway.CloudWatchAlarms'],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches it',
    '5xx': 'no alarm that can fire watches its server errors',
    '4xx': 'no alarm that can fire watches its client errors',
    latency: 'no alarm that can fire watches its latency',
    average: 'its latency is watched, but not by a percentile: an average hides the slow requests',
    mute: 'an alarm watches it that tells nobody',
  },
  appliesTo: [HTTP_API, REST_API],
  // WebSocket APIs have neither 4xx, 5xx nor Latency.
  when: (api, graph) =>
    api.type === HTTP_API ? api.text('ProtocolType').is('HTTP') : graph.at(api.address).exist(),
  evaluate: (api, graph) => {
    const own = alarmsOn(api, graph, GATEWAY);
    const on = (metric: string) =>
      own.where((alarm) => all(watches(alarm, GATEWAY, [metric]), canFire(alarm, graph)));
    const server = on(api.type === HTTP_API ? '5xx' : '5XXError');
    const client = on(api.type === HTTP_API ? '4xx' : '4XXError');
    const latency = on('Latency');
    const slow = latency.where((alarm) => watchesPercentile(alarm, GATEWAY, ['Latency']));
    return all<'none' | '5xx' | '4xx' | 'latency' | 'average' | 'mute'>(
      own.exist().else('none'),
      server.exist().else('5xx'),
      client.exist().else('4xx'),
      latency.exist().else('latency'),
      slow.exist().else('average'),
      ...[server, client, slow].map((alarms) => alarms.some((alarm) => heard(alarm, graph)).else('mute')),
    );
  },
  fix: 'Set alarms on server errors, client errors and the 99th percentile of the latency, with a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "latency" {\n  alarm_name          = "api-latency"\n  namespace           = "AWS/ApiGateway"\n  metric_name         = "Latency"\n  dimensions          = { ApiId = aws_apigatewayv2_api.api.id }\n  extended_statistic  = "p99"\n  comparison_operator = "GreaterThanOrEqualToThreshold"\n  threshold           = 500\n  period              = 300\n  evaluation_periods  = 1\n  treat_missing_data  = "notBreaching"\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'Latency:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: AWS/ApiGateway\n    MetricName: Latency\n    Dimensions: [{ Name: ApiId, Value: !Ref Api }]\n    ExtendedStatistic: p99\n    ComparisonOperator: GreaterThanOrEqualToThreshold\n    Threshold: 500\n    Period: 300\n    EvaluationPeriods: 1\n    TreatMissingData: notBreaching\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
