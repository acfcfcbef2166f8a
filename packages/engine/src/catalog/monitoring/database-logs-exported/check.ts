import { all } from '../../../model/truth.ts';
import { keptAsOne } from '../../blocks/database.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'database-logs-exported',
  requirement: 'MON-16',
  severity: 'medium',
  effort: 'minutes',
  title: 'Databases send errors and slow queries to CloudWatch Logs',
  gap: {
    one: 'A database keeps its errors and slow queries to itself',
    many: '{count} databases keep their errors and slow queries to themselves',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_129',
    'CKV_AWS_324',
    'AwsSolutions-RDS16',
    'RDS.9',
    'RDS.36',
    'RDS.37',
    'rds_instance_integration_cloudwatch_logs',
    'rds_cluster_integration_cloudwatch_logs',
    'RDS_INSTANCE_LOGGING_ENABLED',
  ],
  frameworks: {
    wellArchitected: ['ops_workload_observability_analyze_workload_logs'],
    fsbp: ['RDS.9', 'RDS.36', 'RDS.37'],
  },
  messages: {
    none: 'no logs are exported',
    part: 'neither errors nor slow queries are among the exported logs',
  },
  appliesTo: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  // A cluster exports for its instances.
  when: keptAsOne,
  evaluate: (database) => {
    const exported = database.list('EnableCloudwatchLogsExports');
    return all<'none' | 'part'>(
      exported.exist().else('none'),
      exported
        .some((log) =>
          log.text().oneOf(['postgresql', 'error', 'slowquery', 'general', 'alert', 'trace', 'diag.log']),
        )
        .else('part'),
    );
  },
  fix: 'Export the error and slow query logs',
  snippets: {
    terraform: 'enabled_cloudwatch_logs_exports = ["postgresql"]',
    cloudformation: 'EnableCloudwatchLogsExports: [postgresql]',
  },
  fixImpact: { downtime: false, monthlyCost: 'cloudwatch-logs' },
});
