import { inProduction } from '../../blocks/environment.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'document-database-deletion-protection',
  requirement: 'DAT-07',
  severity: 'high',
  effort: 'minutes',
  title: 'Document and graph databases in production cannot be deleted by a mistake',
  gap: {
    one: 'A document or graph database can be deleted by a mistake',
    many: '{count} document and graph databases can be deleted by a mistake',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'DocumentDB.5',
    'Neptune.4',
    'documentdb_cluster_deletion_protection',
    'neptune_cluster_deletion_protection',
  ],
  frameworks: { fsbp: ['DocumentDB.5', 'Neptune.4'] },
  messages: { off: 'deletion protection is {actual}, expected on' },
  appliesTo: ['AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster'],
  when: (_, graph) => inProduction(graph),
  evaluate: (cluster) => cluster.bool('DeletionProtection').is(true).else('off'),
  fix: 'Switch deletion protection on in each production cluster',
  snippets: { terraform: 'deletion_protection = true', cloudformation: 'DeletionProtection: true' },
  fixImpact: { downtime: false },
});
