import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'search-domain-audit-logs',
  requirement: 'CMP-05',
  severity: 'medium',
  effort: 'minutes',
  title: 'Who asks a search domain for what is logged',
  gap: {
    one: 'Who asks a search domain for what is not logged',
    many: 'Who asks {count} search domains for what is not logged',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_317',
    'opensearch_service_domains_audit_logging_enabled',
    'OpenSearch.5',
    'OPENSEARCH_AUDIT_LOGGING_ENABLED',
    'AWS-0042',
  ],
  frameworks: {
    wellArchitected: ['sec_detect_investigate_events_app_service_logging'],
    fsbp: ['OpenSearch.5'],
  },
  messages: {
    none: 'no audit logs are published',
  },
  appliesTo: 'AWS::OpenSearchService::Domain',
  evaluate: (domain) =>
    all(
      domain.has('LogPublishingOptions.AUDIT_LOGS'),
      domain.bool('LogPublishingOptions.AUDIT_LOGS.Enabled').is(true),
      domain.has('LogPublishingOptions.AUDIT_LOGS.CloudWatchLogsLogGroupArn'),
    ).else('none'),
  fix: 'Publish the audit logs (AUDIT_LOGS) to a log group with a retention',
  fixImpact: { downtime: false, monthlyCost: 'cloudwatch-logs' },
});
