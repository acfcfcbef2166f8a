import { all, not } from '../../../model/truth.ts';
import { keptByItself } from '../../blocks/database.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'database-multi-az',
  requirement: 'INF-03',
  severity: 'high',
  effort: 'minutes',
  title: 'Relational databases have a standby in another zone',
  gap: {
    one: 'A database lives in one Availability Zone',
    many: '{count} databases live in one Availability Zone each',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_157', 'AwsSolutions-RDS3', 'RDS.5', 'rds_instance_multi_az', 'RDS_MULTI_AZ_SUPPORT'],
  frameworks: { wellArchitected: ['rel_fault_isolation_multiaz_region_system'], fsbp: ['RDS.5'] },
  messages: { single: 'Multi-AZ is {actual}, expected on' },
  appliesTo: 'AWS::RDS::DBInstance',
  // An instance of a cluster has its cluster's other instances, a read replica its source.
  when: (database) =>
    all(
      keptByItself(database),
      not(all(database.has('Engine'), database.text('Engine').matches('Aurora', /^aurora/))),
    ),
  evaluate: (database) => database.bool('MultiAZ').is(true).else('single'),
  fix: 'Switch Multi-AZ on for each production database',
  snippets: { terraform: 'multi_az = true', cloudformation: 'MultiAZ: true' },
  fixImpact: { downtime: false, monthlyCost: 'doubles the price of the instance and its storage' },
});
