import { alarmsOn, watchedWell, watches } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

const GATEWAY = 'AWS/ApiGateway';

export default defineCheck({
  id: 'websocket-api-alarms',
  requirement: 'MON-04',
  severity: 'high',
  effort: 'hours',
  title: 'Errors of every WebSocket API raise alarms that are heard',
  gap: {
    one: 'A WebSocket API can fail without anybody hearing of it',
    many: '{count} WebSocket APIs can fail without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches it',
    errors: 'no alarm watches its integration or execution errors',
    deaf: 'an alarm watches it that can never fire',
    mute: 'an alarm watches it that tells nobody',
  },
  appliesTo: 'AWS::ApiGatewayV2::Api',
  when: (api) => api.text('ProtocolType').is('WEBSOCKET').asMembership(),
  evaluate: (api, graph) => {
    const own = alarmsOn(api, graph, GATEWAY);
    const errors = own.where((alarm) => watches(alarm, GATEWAY, ['IntegrationError', 'ExecutionError']));
    return watchedWell(own, [['errors', errors]], graph);
  },
  fix: 'Set alarms on IntegrationError and ExecutionError, with a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "errors" {\n  alarm_name          = "errors"\n  namespace           = "AWS/ApiGateway"\n  metric_name         = "IntegrationError"\n  dimensions          = { ApiId = aws_apigatewayv2_api.live.id }\n  statistic           = "Sum"\n  comparison_operator = "GreaterThanThreshold"\n  threshold           = 0\n  period              = 300\n  evaluation_periods  = 1\n  treat_missing_data  = "notBreaching"\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'Errors:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: AWS/ApiGateway\n    MetricName: IntegrationError\n    Dimensions: [{ Name: ApiId, Value: !Ref Live }]\n    Statistic: Sum\n    ComparisonOperator: GreaterThanThreshold\n    Threshold: 0\n    Period: 300\n    EvaluationPeriods: 1\n    TreatMissingData: notBreaching\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
