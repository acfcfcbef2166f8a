import { choose } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'document-database-encryption-at-rest',
  requirement: 'SEC-12',
  severity: 'high',
  effort: 'days',
  title: 'Databases of documents and graphs are encrypted at rest',
  gap: { one: 'A database is not encrypted at rest', many: '{count} databases are not encrypted at rest' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_44',
    'CKV_AWS_74',
    'AWS-0021',
    'AWS-0076',
    'AwsSolutions-DOC1',
    'AwsSolutions-N4',
    'DocumentDB.1',
    'Neptune.1',
    'documentdb_cluster_storage_encrypted',
    'neptune_cluster_storage_encrypted',
  ],
  frameworks: {
    wellArchitected: ['sec_protect_data_rest_encrypt'],
    fsbp: ['DocumentDB.1', 'Neptune.1'],
  },
  messages: { off: 'its storage is in the clear: {property} is {actual}' },
  appliesTo: ['AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster'],
  // One made from a snapshot takes over its encryption.
  evaluate: (database) =>
    choose(
      database.has('StorageEncrypted'),
      database.bool('StorageEncrypted').is(true).else('off'),
      leftTo('the snapshot or the default that the database was made with', database),
    ),
  fix: 'Restore a snapshot into an encrypted cluster and point the application to it',
  snippets: { terraform: 'storage_encrypted = true', cloudformation: 'StorageEncrypted: true' },
  fixImpact: { downtime: true },
});
