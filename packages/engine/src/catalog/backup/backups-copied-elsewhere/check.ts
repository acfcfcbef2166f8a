import type { Resource } from '../../../model/graph.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { holdsData } from '../../blocks/bucket-content.ts';
import { defineRootCheck } from '../../check.ts';

/** A table of the second version of global tables may be written as one table with replicas. */
const hasReplica = (table: Resource): Truth =>
  all(table.meta.has('arguments.replica'), table.meta.list('arguments.replica').exist());

export default defineRootCheck({
  id: 'backups-copied-elsewhere',
  requirement: 'BKP-05',
  severity: 'medium',
  effort: 'days',
  title: 'Backups or data are copied to another region or account',
  gap: {
    one: 'Nothing is copied to another region or account',
    many: 'In {count} roots nothing is copied to another region or account',
  },
  evidence: ['iac', 'aws'],
  aliases: ['backup.backupPlanNoCrossRegionCopy'],
  frameworks: { wellArchitected: ['rel_backing_up_data_secured_backups_data'] },
  messages: {
    none: 'no backup plan copies, nothing replicates',
  },
  when: (graph) =>
    any(
      ...[
        'AWS::DynamoDB::Table',
        'AWS::DynamoDB::GlobalTable',
        'AWS::RDS::DBInstance',
        'AWS::RDS::DBCluster',
        'AWS::EFS::FileSystem',
      ].map((type) => graph.of(type).exist()),
      graph.of('AWS::S3::Bucket').some((bucket) => holdsData(bucket, graph)),
    ),
  evaluate: (graph) =>
    any(
      graph
        .of('AWS::Backup::BackupPlan')
        .some((plan) =>
          plan.list('BackupPlan.BackupPlanRule').some((rule) => rule.list('CopyActions').exist()),
        ),
      graph
        .of('AWS::S3::Bucket')
        .some((bucket) =>
          bucket.list('ReplicationConfiguration.Rules').some((rule) => rule.text('Status').is('Enabled')),
        ),
      graph.of('AWS::DynamoDB::GlobalTable').some((table) => table.list('Replicas').atLeast(2)),
      graph.of('AWS::DynamoDB::Table').some(hasReplica),
      graph
        .of('AWS::RDS::DBInstance')
        .some((database) =>
          any(
            database.has('AutomaticBackupReplicationRegion'),
            database.number('AutomaticBackupReplicationRetentionPeriod').atLeast(1),
          ),
        ),
      graph.of('AWS::RDS::GlobalCluster').exist(),
    ).else('none'),
  fix: 'Add a copy action to the backup plan, with a vault in another region or account as destination',
  fixImpact: { downtime: false, monthlyCost: 'backup-copies' },
});
