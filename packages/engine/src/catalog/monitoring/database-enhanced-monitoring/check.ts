import { all, any } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'database-enhanced-monitoring',
  requirement: 'MON-16',
  severity: 'medium',
  effort: 'minutes',
  title: 'Databases report what their operating system does',
  gap: {
    one: 'A database does not report what its operating system does',
    many: '{count} databases do not report what their operating systems do',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_118',
    'RDS.6',
    'rds_instance_enhanced_monitoring_enabled',
    'rds.EnhancedMonitor',
    'RDS_ENHANCED_MONITORING_ENABLED',
  ],
  frameworks: {
    wellArchitected: ['perf_data_collect_record_data_store_performance_metrics'],
    fsbp: ['RDS.6'],
  },
  messages: {
    off: 'the interval of enhanced monitoring is {actual}, expected {expected}',
  },
  appliesTo: 'AWS::RDS::DBInstance',
  evaluate: (instance, graph) =>
    any(
      instance.number('MonitoringInterval').atLeast(1).quote(),
      all(
        instance.has('DBClusterIdentifier'),
        graph
          .follow(instance.text('DBClusterIdentifier'), 'AWS::RDS::DBCluster')
          .some((cluster) =>
            all(cluster.has('MonitoringInterval'), cluster.number('MonitoringInterval').atLeast(1)),
          ),
      ),
    ).else('off'),
  fix: 'Set a monitoring interval of 60 seconds or less, with a role that may write to CloudWatch Logs',
  snippets: {
    terraform: 'monitoring_interval = 60\nmonitoring_role_arn = aws_iam_role.rds_monitoring.arn',
    cloudformation: 'MonitoringInterval: 60\nMonitoringRoleArn: !GetAtt RdsMonitoring.Arn',
  },
  fixImpact: { downtime: false },
});
