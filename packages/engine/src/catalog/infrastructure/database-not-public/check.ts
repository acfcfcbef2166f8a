import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'database-not-public',
  requirement: 'INF-10',
  severity: 'critical',
  effort: 'minutes',
  title: 'Databases have no public address',
  gap: { one: 'A database has a public address', many: '{count} databases have a public address' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_17',
    'AWS-0180',
    'RDSInstancePublicAccess',
    'RDS.2',
    'rds_instance_no_public_access',
    'RDS_INSTANCE_PUBLIC_ACCESS_CHECK',
    'CKV_AWS_102',
  ],
  frameworks: { wellArchitected: ['sec_network_protection_create_layers'], fsbp: ['RDS.2'] },
  messages: { public: '{property} is {actual}, expected {expected}' },
  appliesTo: ['AWS::RDS::DBInstance', 'AWS::Neptune::DBInstance'],
  // Members of a cluster too: there the address belongs to the instance.
  evaluate: (database) => database.bool('PubliclyAccessible').is(false).else('public'),
  fix: 'Switch public access off and reach the database from inside its network',
  snippets: { terraform: 'publicly_accessible = false', cloudformation: 'PubliclyAccessible: false' },
  fixImpact: { downtime: false },
});
