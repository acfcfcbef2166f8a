import { all } from '../../../model/truth.ts';
import { alarmsOn, watchedWell, watches, watchesPercentile } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

const APPSYNC = 'AWS/AppSync';

export default defineCheck({
  id: 'graphql-api-alarms',
  requirement: 'MON-04',
  severity: 'high',
  effort: 'hours',
  title: 'Errors and latency of every GraphQL API raise alarms that are heard',
  gap: {
    one: 'A GraphQL API can fail or slow down without anybody hearing of it',
    many: '{count} GraphQL APIs can fail or slow down without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches it',
    '5xx': 'no alarm watches its server errors',
    '4xx': 'no alarm watches its client errors',
    latency: 'no alarm watches its latency',
    average: 'its latency is watched, but not by a percentile: an average hides the slow requests',
    deaf: 'an alarm watches it that can never fire',
    mute: 'an alarm watches it that tells nobody',
  },
  appliesTo: 'AWS::AppSync::GraphQLApi',
  evaluate: (api, graph) => {
    const own = alarmsOn(api, graph, APPSYNC);
    const on = (metric: string) => own.where((alarm) => watches(alarm, APPSYNC, [metric]));
    const latency = on('Latency');
    const slow = latency.where((alarm) => watchesPercentile(alarm, APPSYNC, ['Latency']));
    return all<'none' | '5xx' | '4xx' | 'latency' | 'average' | 'deaf' | 'mute'>(
      own.exist().else('none'),
      on('5XXError').exist().else('5xx'),
      on('4XXError').exist().else('4xx'),
      latency.exist().else('latency'),
      slow.exist().else('average'),
      watchedWell(
        own,
        [
          ['5xx', on('5XXError')],
          ['4xx', on('4XXError')],
          ['latency', slow],
        ],
        graph,
      ),
    );
  },
  fix: 'Set alarms on 5XXError, 4XXError and the 99th percentile of Latency, with a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "errors" {\n  alarm_name          = "errors"\n  namespace           = "AWS/AppSync"\n  metric_name         = "5XXError"\n  dimensions          = { GraphQLAPIId = aws_appsync_graphql_api.api.id }\n  statistic           = "Sum"\n  comparison_operator = "GreaterThanThreshold"\n  threshold           = 0\n  period              = 300\n  evaluation_periods  = 1\n  treat_missing_data  = "notBreaching"\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'Errors:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: AWS/AppSync\n    MetricName: 5XXError\n    Dimensions: [{ Name: GraphQLAPIId, Value: !GetAtt Api.ApiId }]\n    Statistic: Sum\n    ComparisonOperator: GreaterThanThreshold\n    Threshold: 0\n    Period: 300\n    EvaluationPeriods: 1\n    TreatMissingData: notBreaching\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
