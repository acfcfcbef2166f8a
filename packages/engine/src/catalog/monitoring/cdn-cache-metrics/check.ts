import { refersTo } from '../../../model/graph.ts';
import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const STATUS = 'MonitoringSubscription.RealtimeMetricsSubscriptionConfig.RealtimeMetricsSubscriptionStatus';

export default defineCheck({
  id: 'cdn-cache-metrics',
  requirement: 'MON-18',
  severity: 'low',
  effort: 'minutes',
  title: 'CDNs report how much they answer from their cache',
  gap: {
    one: 'A CDN does not report how much it answers from its cache',
    many: '{count} CDNs do not report how much they answer from their cache',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: {
    off: 'additional metrics are not enabled: there is no CacheHitRate',
  },
  appliesTo: 'AWS::CloudFront::Distribution',
  evaluate: (cdn, graph) =>
    graph
      .of('AWS::CloudFront::MonitoringSubscription')
      .some((subscription) =>
        all(refersTo(subscription.text('DistributionId'), cdn), subscription.text(STATUS).is('Enabled')),
      )
      .else('off'),
  fix: 'Enable the additional metrics of the distribution',
  snippets: {
    terraform:
      'resource "aws_cloudfront_monitoring_subscription" "site" {\n  distribution_id = aws_cloudfront_distribution.site.id\n\n  monitoring_subscription {\n    realtime_metrics_subscription_config {\n      realtime_metrics_subscription_status = "Enabled"\n    }\n  }\n}',
    cloudformation:
      'SiteMetrics:\n  Type: AWS::CloudFront::MonitoringSubscription\n  Properties:\n    DistributionId: !Ref Site\n    MonitoringSubscription:\n      RealtimeMetricsSubscriptionConfig:\n        RealtimeMetricsSubscriptionStatus: Enabled',
  },
  fixImpact: { downtime: false, monthlyCost: 'cloudfront-additional-metrics' },
});
