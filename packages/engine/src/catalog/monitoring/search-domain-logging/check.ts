import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'search-domain-logging',
  requirement: 'MON-01',
  severity: 'medium',
  effort: 'minutes',
  title: 'Search domains write their errors to a log group',
  gap: { one: 'A search domain writes no error logs', many: '{count} search domains write no error logs' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_84',
    'opensearch_service_domains_cloudwatch_logging_enabled',
    'OpenSearch.4',
    'OPENSEARCH_APPLICATION_LOGGING_ENABLED',
  ],
  frameworks: {
    wellArchitected: ['sec_detect_investigate_events_app_service_logging'],
    fsbp: ['OpenSearch.4'],
  },
  messages: {
    none: 'no error logs are published',
  },
  appliesTo: 'AWS::OpenSearchService::Domain',
  evaluate: (domain) =>
    all(
      domain.has('LogPublishingOptions.ES_APPLICATION_LOGS'),
      domain.bool('LogPublishingOptions.ES_APPLICATION_LOGS.Enabled').is(true),
      domain.has('LogPublishingOptions.ES_APPLICATION_LOGS.CloudWatchLogsLogGroupArn'),
    ).else('none'),
  fix: 'Publish the application logs (ES_APPLICATION_LOGS) to a log group with a retention',
  fixImpact: { downtime: false, monthlyCost: 'cloudwatch-logs' },
});
