import { all } from '../../../model/truth.ts';
import { keptByItself } from '../../blocks/database.ts';
import { inProduction } from '../../blocks/environment.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'rds-deletion-protection',
  requirement: 'DAT-07',
  severity: 'high',
  effort: 'minutes',
  title: 'Relational databases in production cannot be deleted by a mistake',
  gap: {
    one: 'A database can be deleted by a mistake',
    many: '{count} databases can be deleted by a mistake',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_293',
    'CKV_AWS_139',
    'AWS-0177',
    'AWS-0343',
    'AwsSolutions-RDS10',
    'RDS.7',
    'RDS.8',
    'RDS_INSTANCE_DELETION_PROTECTION_ENABLED',
  ],
  frameworks: { fsbp: ['RDS.7', 'RDS.8'] },
  messages: { off: 'deletion protection is {actual}, expected on' },
  appliesTo: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  // An instance of a cluster is protected by its cluster, a read replica can be made again from its source.
  when: (database, graph) => all(inProduction(graph), keptByItself(database)),
  evaluate: (database) => database.bool('DeletionProtection').is(true).else('off'),
  fix: 'Switch deletion protection on in each production database',
  snippets: { terraform: 'deletion_protection = true', cloudformation: 'DeletionProtection: true' },
  fixImpact: { downtime: false },
});
