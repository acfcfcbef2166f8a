import { alarmsOn, watchedWell, watches } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

const CDN = 'AWS/CloudFront';

export default defineCheck({
  id: 'cdn-alarms',
  requirement: 'MON-18',
  severity: 'low',
  effort: 'hours',
  title: 'Errors that a CDN answers with raise alarms that are heard',
  gap: {
    one: 'A CDN can answer with errors without anybody hearing of it',
    many: '{count} CDNs can answer with errors without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches it',
    errors: 'no alarm watches its server errors',
    deaf: 'an alarm watches it that can never fire',
    mute: 'an alarm watches it that tells nobody',
  },
  appliesTo: 'AWS::CloudFront::Distribution',
  evaluate: (cdn, graph) => {
    const own = alarmsOn(cdn, graph, CDN);
    const errors = own.where((alarm) =>
      watches(alarm, CDN, ['5xxErrorRate', 'TotalErrorRate', '502ErrorRate', '503ErrorRate', '504ErrorRate']),
    );
    return watchedWell(own, [['errors', errors]], graph);
  },
  fix: 'Set an alarm on 5xxErrorRate in us-east-1, with a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "errors" {\n  alarm_name          = "errors"\n  namespace           = "AWS/CloudFront"\n  metric_name         = "5xxErrorRate"\n  dimensions          = { DistributionId = aws_cloudfront_distribution.site.id, Region = "Global" }\n  statistic           = "Average"\n  comparison_operator = "GreaterThanThreshold"\n  threshold           = 5\n  period              = 300\n  evaluation_periods  = 1\n  treat_missing_data  = "notBreaching"\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'Errors:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: AWS/CloudFront\n    MetricName: 5xxErrorRate\n    Dimensions: [{ Name: DistributionId, Value: !Ref Site }, { Name: Region, Value: Global }]\n    Statistic: Average\n    ComparisonOperator: GreaterThanThreshold\n    Threshold: 5\n    Period: 300\n    EvaluationPeriods: 1\n    TreatMissingData: notBreaching\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
