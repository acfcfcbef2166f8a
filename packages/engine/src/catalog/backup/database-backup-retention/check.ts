import { all, choose } from '../../../model/truth.ts';
import { keptByItself } from '../../blocks/database.ts';
import { inProduction } from '../../blocks/environment.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'database-backup-retention',
  requirement: 'BKP-01',
  severity: 'critical',
  effort: 'minutes',
  title: 'Relational databases are backed up every day and keep the backups long enough',
  gap: {
    one: 'A database keeps its backups too short or has none',
    many: '{count} databases keep their backups too short or have none',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_133',
    'AWS-0077',
    'AwsSolutions-RDS13',
    'RDS.11',
    'rds_instance_backup_enabled',
    'DB_INSTANCE_BACKUP_ENABLED',
  ],
  frameworks: { wellArchitected: ['rel_backing_up_data_automated_backups_data'], fsbp: ['RDS.11'] },
  messages: {
    none: 'automated backups are off: the retention is {actual}',
    short: 'days of backups: {actual}, expected {expected}',
  },
  appliesTo: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  // The cluster backs up its instances; a read replica is a copy of its source.
  when: keptByItself,
  evaluate: (database, graph) => {
    const days = database.number('BackupRetentionPeriod');
    return all(
      days.atLeast(1).else('none'),
      choose(inProduction(graph), days.atLeast(30), days.atLeast(7)).else('short'),
    );
  },
  fix: 'Keep automated backups for 30 days in production, 7 elsewhere',
  snippets: { terraform: 'backup_retention_period = 30', cloudformation: 'BackupRetentionPeriod: 30' },
  fixImpact: { downtime: false },
});
