import { all, any } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'database-performance-insights',
  requirement: 'MON-16',
  severity: 'medium',
  effort: 'minutes',
  title: 'Databases tell which statements load them',
  gap: {
    one: 'A database does not tell which statements load it',
    many: '{count} databases do not tell which statements load them',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_353', 'AWS-0133', 'rds.PerformanceInsightsEnabled'],
  frameworks: { wellArchitected: ['perf_data_collect_record_data_store_performance_metrics'] },
  messages: {
    off: 'Performance Insights is {actual}, expected on',
  },
  appliesTo: 'AWS::RDS::DBInstance',
  evaluate: (instance, graph) =>
    any(
      instance.bool('EnablePerformanceInsights').is(true).quote(),
      all(
        instance.has('DBClusterIdentifier'),
        graph
          .follow(instance.text('DBClusterIdentifier'), 'AWS::RDS::DBCluster')
          .some((cluster) => cluster.bool('PerformanceInsightsEnabled').is(true)),
      ),
    ).else('off'),
  fix: 'Switch Performance Insights (Database Insights) on',
  snippets: {
    terraform: 'performance_insights_enabled = true',
    cloudformation: 'EnablePerformanceInsights: true',
  },
  fixImpact: { downtime: false },
});
