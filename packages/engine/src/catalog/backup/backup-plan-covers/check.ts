import type { Resource } from '../../../model/graph.ts';
import { all, any, choose, not, Truth } from '../../../model/truth.ts';
import { selected } from '../../blocks/backup.ts';
import { keptByItself } from '../../blocks/database.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { holdsStateLocks } from '../../blocks/state-locks.ts';
import { defineCheck } from '../../check.ts';

/** The backups that a file system has of its own are those of AWS Backup's default plan. */
const backsItselfUp = (store: Resource): Truth =>
  all(
    store.isA('AWS::EFS::FileSystem'),
    choose(store.has('BackupPolicy'), store.text('BackupPolicy.Status').is('ENABLED'), () =>
      choose(
        store.has('AvailabilityZoneName'),
        leftTo('the account: One Zone file systems are backed up by default', store),
        Truth.no(store.whereabouts()),
      ),
    ),
  );

export default defineCheck({
  id: 'backup-plan-covers',
  requirement: 'BKP-04',
  severity: 'medium',
  effort: 'hours',
  title: 'A backup plan covers every database and file system',
  gap: {
    one: 'No backup plan covers a database or file system',
    many: 'No backup plan covers {count} databases and file systems',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV2_AWS_8',
    'CKV2_AWS_18',
    'DynamoDBInBackupPlan',
    'RDSInBackupPlan',
    'EFSInBackupPlan',
    'DynamoDB.4',
    'RDS.26',
    'EFS.2',
    'rds_instance_protected_by_backup_plan',
    'rds_cluster_protected_by_backup_plan',
    'dynamodb_table_protected_by_backup_plan',
    'efs_have_backup_enabled',
    'EFS_RESOURCES_PROTECTED_BY_BACKUP_PLAN',
  ],
  frameworks: {
    wellArchitected: ['rel_backing_up_data_automated_backups_data'],
    fsbp: ['DynamoDB.4', 'RDS.26', 'EFS.2'],
  },
  messages: {
    none: 'there is no backup plan',
    loose: 'no backup plan selects it',
  },
  appliesTo: ['AWS::DynamoDB::Table', 'AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::EFS::FileSystem'],
  when: (store) =>
    choose(
      any(store.isA('AWS::RDS::DBInstance'), store.isA('AWS::RDS::DBCluster')),
      () => keptByItself(store),
      () => not(all(store.isA('AWS::DynamoDB::Table'), holdsStateLocks(store))),
    ),
  evaluate: (store, graph) => {
    const kept = any(selected(store, graph), backsItselfUp(store));
    return choose(graph.of('AWS::Backup::BackupPlan').exist(), kept.else('loose'), kept.else('none'));
  },
  fix: 'Select it in a backup plan that keeps daily backups for 30 days and weekly ones for 90, by name or by a tag',
  fixImpact: { downtime: false, monthlyCost: 'backup-storage' },
});
