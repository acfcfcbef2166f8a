import { any } from '../../../model/truth.ts';
import { keptByItself } from '../../blocks/database.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'database-point-in-time-recovery',
  requirement: 'BKP-02',
  severity: 'high',
  effort: 'minutes',
  title: 'Relational databases can be restored to a point in time',
  gap: {
    one: 'A database cannot be restored to a point in time',
    many: '{count} databases cannot be restored to a point in time',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_backing_up_data_automated_backups_data'] },
  messages: {
    off: 'without automated backups there is no point in time to return to: {property} is {actual}',
  },
  appliesTo: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  // The cluster is restored with its instances; a read replica is made again from its source.
  when: keptByItself,
  // Aurora backs up continuously, and cannot be told not to.
  evaluate: (database) =>
    any(
      database.number('BackupRetentionPeriod').atLeast(1).quote(),
      database.text('Engine').matches('Aurora', /^aurora(-|$)/),
    ).else('off'),
  fix: 'Keep automated backups: RDS saves the log of transactions with them, every five minutes',
  snippets: { terraform: 'backup_retention_period = 30', cloudformation: 'BackupRetentionPeriod: 30' },
  fixImpact: { downtime: true },
});
