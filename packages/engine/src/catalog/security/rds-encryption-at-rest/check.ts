import { all, any } from '../../../model/truth.ts';
import { keptByItself } from '../../blocks/database.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'rds-encryption-at-rest',
  requirement: 'SEC-12',
  severity: 'high',
  effort: 'days',
  title: 'Relational databases are encrypted at rest',
  gap: { one: 'A database is not encrypted at rest', many: '{count} databases are not encrypted at rest' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_16',
    'CKV_AWS_96',
    'AWS-0079',
    'AWS-0080',
    'AwsSolutions-RDS2',
    'RDS.3',
    'RDS.27',
    'rds_instance_storage_encrypted',
    'rds_cluster_storage_encrypted',
    'RDS_STORAGE_ENCRYPTED',
  ],
  frameworks: { wellArchitected: ['sec_protect_data_rest_encrypt'], fsbp: ['RDS.3', 'RDS.27'] },
  messages: { off: 'storage encryption is {actual}, expected on' },
  appliesTo: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  // The storage of a cluster's member is the cluster's; a replica in the same region has the encryption of its source.
  when: (database) => keptByItself(database),
  // Storage of Aurora Serverless v1 is always encrypted (Aurora User Guide, Using Aurora Serverless v1).
  evaluate: (database) =>
    any(
      all(database.has('EngineMode').asMembership(), database.text('EngineMode').is('serverless')),
      database.bool('StorageEncrypted').is(true).quote(),
    ).else('off'),
  fix: 'Copy a snapshot with encryption and restore from it: storage cannot be encrypted in place',
  snippets: { terraform: 'storage_encrypted = true', cloudformation: 'StorageEncrypted: true' },
  fixImpact: { downtime: true },
});
