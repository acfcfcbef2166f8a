import { choose } from '../../../model/truth.ts';
import { inProduction } from '../../blocks/environment.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'document-database-backup-retention',
  requirement: 'BKP-01',
  severity: 'high',
  effort: 'minutes',
  title: 'Document and graph databases keep their backups long enough',
  gap: {
    one: 'A document or graph database keeps its backups too short',
    many: '{count} document and graph databases keep their backups too short',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_360',
    'CKV_AWS_361',
    'DocumentDB.2',
    'Neptune.5',
    'documentdb_cluster_backup_enabled',
    'neptune_cluster_backup_enabled',
  ],
  frameworks: {
    wellArchitected: ['rel_backing_up_data_automated_backups_data'],
    fsbp: ['DocumentDB.2', 'Neptune.5'],
  },
  messages: {
    short: 'days of backups: {actual}, expected {expected}',
  },
  appliesTo: ['AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster'],
  evaluate: (cluster, graph) => {
    const days = cluster.number('BackupRetentionPeriod');
    return choose(inProduction(graph), days.atLeast(30), days.atLeast(7)).else('short');
  },
  fix: 'Keep automated backups for 30 days in production, 7 elsewhere',
  snippets: {
    terraform: 'backup_retention_period = 30',
    cloudformation: 'BackupRetentionPeriod: 30',
  },
  fixImpact: { downtime: false, monthlyCost: 'backup-storage' },
});
