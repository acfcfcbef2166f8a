import { all, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'aurora-second-instance',
  requirement: 'INF-03',
  severity: 'high',
  effort: 'hours',
  title: 'Aurora clusters have a second instance to fail over to',
  gap: {
    one: 'An Aurora cluster has no instance to fail over to',
    many: '{count} Aurora clusters have no instance to fail over to',
  },
  evidence: ['iac', 'aws'],
  aliases: ['RDS.15', 'rds_cluster_multi_az'],
  frameworks: { wellArchitected: ['rel_fault_isolation_multiaz_region_system'], fsbp: ['RDS.15'] },
  messages: { alone: 'the cluster has fewer than two instances' },
  appliesTo: 'AWS::RDS::DBCluster',
  // Version 1 of Aurora Serverless has no instances, a Multi-AZ cluster of another engine has three.
  when: (cluster) =>
    all(
      cluster.text('Engine').matches('Aurora', /^aurora/),
      not(cluster.text('EngineMode').is('serverless')),
    ),
  evaluate: (cluster, graph) => graph.to(cluster, 'memberOf').atLeast(2).else('alone'),
  fix: 'Add a second instance to the cluster, in another zone',
  fixImpact: { downtime: false, monthlyCost: 'the price of one more instance' },
});
