import { not } from '../../../model/truth.ts';
import { holdsStateLocks } from '../../blocks/state-locks.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'dynamodb-point-in-time-recovery',
  requirement: 'BKP-02',
  severity: 'high',
  effort: 'minutes',
  title: 'DynamoDB tables can be restored to a point in time',
  gap: {
    one: 'A table cannot be restored to a point in time',
    many: '{count} tables cannot be restored to a point in time',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_28',
    'AWS-0024',
    'AwsSolutions-DDB3',
    'DynamoDB.2',
    'dynamodb_tables_pitr_enabled',
    'DYNAMODB_PITR_ENABLED',
    'CKV_AWS_165',
  ],
  frameworks: { wellArchitected: ['rel_backing_up_data_automated_backups_data'], fsbp: ['DynamoDB.2'] },
  messages: { off: 'point-in-time recovery is {actual}, expected on' },
  appliesTo: 'AWS::DynamoDB::Table',
  when: (table) => not(holdsStateLocks(table)),
  evaluate: (table) =>
    table.bool('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled').is(true).else('off'),
  fix: 'Switch point-in-time recovery on in each table',
  snippets: {
    terraform: 'point_in_time_recovery {\n  enabled = true\n}',
    cloudformation: 'PointInTimeRecoverySpecification:\n  PointInTimeRecoveryEnabled: true',
  },
  fixImpact: { downtime: false, monthlyCost: 'dynamodb-pitr' },
});
