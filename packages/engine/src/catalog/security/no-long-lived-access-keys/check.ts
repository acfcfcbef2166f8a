import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'no-long-lived-access-keys',
  requirement: 'SEC-37',
  severity: 'high',
  effort: 'hours',
  title: 'Nobody and nothing signs in with an access key that never expires',
  gap: { one: 'A user has an access key that never expires', many: '{count} access keys never expire' },
  evidence: ['iac', 'aws'],
  aliases: ['iam_user_with_temporary_credentials'],
  frameworks: { wellArchitected: ['sec_identities_unique'] },
  messages: { active: 'the key works until somebody deletes it: its state is {actual}' },
  appliesTo: 'AWS::IAM::AccessKey',
  evaluate: (key) => key.text('Status').is('Inactive').else('active'),
  fix: 'Give workloads roles, pipelines a role through OIDC, and people single sign-on; then delete the key',
  fixImpact: { downtime: false },
});
