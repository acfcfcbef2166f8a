import { inProduction } from '../../blocks/environment.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'user-pool-deletion-protection',
  requirement: 'DAT-07',
  severity: 'high',
  effort: 'minutes',
  title: 'User pools in production cannot be deleted by a mistake',
  gap: {
    one: 'A user pool can be deleted by a mistake',
    many: '{count} user pools can be deleted by a mistake',
  },
  evidence: ['iac', 'aws'],
  aliases: ['cognito_user_pool_deletion_protection_enabled'],
  frameworks: {},
  messages: { off: 'deletion protection is {actual}, expected ACTIVE' },
  appliesTo: 'AWS::Cognito::UserPool',
  when: (_, graph) => inProduction(graph),
  evaluate: (pool) => pool.text('DeletionProtection').is('ACTIVE').else('off'),
  fix: 'Switch deletion protection on in each production user pool',
  snippets: { terraform: 'deletion_protection = "ACTIVE"', cloudformation: 'DeletionProtection: ACTIVE' },
  fixImpact: { downtime: false },
});
