import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'sign-in-second-factor',
  requirement: 'SEC-23',
  severity: 'medium',
  effort: 'hours',
  title: 'Users can sign in with a second factor',
  gap: { one: 'A user pool offers no second factor', many: '{count} user pools offer no second factor' },
  evidence: ['iac', 'aws'],
  aliases: ['AwsSolutions-COG2', 'cognito_user_pool_mfa_enabled', 'COGNITO_USER_POOL_MFA_CONFIGURATION_RULE'],
  frameworks: { wellArchitected: ['sec_identities_enforce_mechanisms'] },
  messages: { off: 'users can protect themselves with a password only: {property} is {actual}' },
  appliesTo: 'AWS::Cognito::UserPool',
  evaluate: (pool) => pool.text('MfaConfiguration').oneOf(['ON', 'OPTIONAL']).else('off'),
  fix: 'Offer codes of an authenticator app, and require them of administrators',
  snippets: {
    terraform: 'mfa_configuration = "OPTIONAL"\nsoftware_token_mfa_configuration {\n  enabled = true\n}',
    cloudformation: 'MfaConfiguration: OPTIONAL\nEnabledMfas: [SOFTWARE_TOKEN_MFA]',
  },
  fixImpact: { downtime: false },
});
