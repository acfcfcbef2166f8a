import { all, not } from '../../../model/truth.ts';
import { inProduction } from '../../blocks/environment.ts';
import { holdsStateLocks } from '../../blocks/state-locks.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'dynamodb-deletion-protection',
  requirement: 'DAT-07',
  severity: 'high',
  effort: 'minutes',
  title: 'DynamoDB tables in production cannot be deleted by a mistake',
  gap: { one: 'A table can be deleted by a mistake', many: '{count} tables can be deleted by a mistake' },
  evidence: ['iac', 'aws'],
  aliases: ['DynamoDB.6', 'dynamodb_table_deletion_protection_enabled'],
  frameworks: { fsbp: ['DynamoDB.6'] },
  messages: { off: 'deletion protection is {actual}, expected on' },
  appliesTo: 'AWS::DynamoDB::Table',
  when: (table, graph) => all(inProduction(graph), not(holdsStateLocks(table))),
  evaluate: (table) => table.bool('DeletionProtectionEnabled').is(true).else('off'),
  fix: 'Switch deletion protection on in each production table',
  snippets: {
    terraform: 'deletion_protection_enabled = true',
    cloudformation: 'DeletionProtectionEnabled: true',
  },
  fixImpact: { downtime: false },
});
