import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'document-database-audit-logs',
  requirement: 'CMP-04',
  severity: 'medium',
  effort: 'minutes',
  title: 'Document and graph databases log who does what',
  gap: {
    one: 'A document or graph database does not log who does what',
    many: '{count} document and graph databases do not log who does what',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_104', 'CKV_AWS_101', 'DocumentDB.4', 'Neptune.2'],
  frameworks: {
    wellArchitected: ['sec_detect_investigate_events_app_service_logging'],
    fsbp: ['DocumentDB.4', 'Neptune.2'],
  },
  messages: {
    none: 'no audit log is exported',
  },
  appliesTo: ['AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster'],
  evaluate: (cluster) =>
    cluster
      .list('EnableCloudwatchLogsExports')
      .some((log) => log.text().is('audit'))
      .else('none'),
  fix: 'Export the audit log to CloudWatch Logs',
  snippets: {
    terraform: 'enabled_cloudwatch_logs_exports = ["audit"]',
    cloudformation: 'EnableCloudwatchLogsExports: [audit]',
  },
  fixImpact: { downtime: false, monthlyCost: 'cloudwatch-logs' },
});
