import type { Resource } from '../../../model/graph.ts';
import { any, choose } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const DOCUMENTS = 'AWS::DocDB::DBCluster';
const GRAPHS = 'AWS::Neptune::DBCluster';

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
  appliesTo: [DOCUMENTS, GRAPHS],
  // One made from another, or from a snapshot of it, takes over its encryption.
  evaluate: (database) => {
    const encrypted = database.bool('StorageEncrypted').is(true).else('off');
    return choose(
      isMadeFromAnother(database),
      choose(
        database.has('StorageEncrypted'),
        encrypted,
        leftTo('the database or snapshot that it is made from', database),
      ),
      encrypted,
    );
  },
  fix: 'Restore a snapshot into an encrypted cluster and point the application to it',
  snippets: { terraform: 'storage_encrypted = true', cloudformation: 'StorageEncrypted: true' },
  fixImpact: { downtime: true },
});

function isMadeFromAnother(database: Resource) {
  return any(
    database.has('SnapshotIdentifier'),
    database.has('SourceDBClusterIdentifier'),
    database.type === DOCUMENTS
      ? database.has('GlobalClusterIdentifier')
      : database.meta.has('arguments.global_cluster_identifier').asMembership(),
  );
}
