import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'sign-in-no-guests',
  requirement: 'SEC-24',
  severity: 'medium',
  effort: 'hours',
  title: 'Nobody gets credentials of AWS without signing in',
  gap: {
    one: 'An identity pool hands credentials to guests',
    many: '{count} identity pools hand credentials to guests',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_366',
    'AwsSolutions-COG7',
    'cognito_identity_pool_guest_access_disabled',
    'COGNITO_ALLOW_UNAUTHENTICATED_IDENTITIES_RULE',
  ],
  frameworks: { wellArchitected: ['sec_permissions_define'] },
  messages: { guests: 'whoever asks gets credentials of AWS: {property} is {actual}' },
  appliesTo: 'AWS::Cognito::IdentityPool',
  evaluate: (pool) => pool.bool('AllowUnauthenticatedIdentities').is(false).else('guests'),
  fix: 'Let guests in through your API instead, and give credentials to signed-in users only',
  snippets: {
    terraform: 'allow_unauthenticated_identities = false',
    cloudformation: 'AllowUnauthenticatedIdentities: false',
  },
  fixImpact: { downtime: false },
});
