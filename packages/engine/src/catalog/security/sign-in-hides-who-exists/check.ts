import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'sign-in-hides-who-exists',
  requirement: 'SEC-24',
  severity: 'low',
  effort: 'minutes',
  title: 'Signing in does not tell who has an account',
  gap: {
    one: 'Signing in tells who has an account',
    many: '{count} clients tell who has an account',
  },
  evidence: ['iac', 'aws'],
  aliases: ['cognito_user_pool_client_prevent_user_existence_errors'],
  frameworks: { wellArchitected: ['sec_identities_enforce_mechanisms'] },
  messages: { tells: 'a wrong name and a wrong password are answered differently: {property} is {actual}' },
  appliesTo: 'AWS::Cognito::UserPoolClient',
  evaluate: (client) => client.text('PreventUserExistenceErrors').is('ENABLED').else('tells'),
  fix: 'Answer a wrong name like a wrong password',
  snippets: {
    terraform: 'prevent_user_existence_errors = "ENABLED"',
    cloudformation: 'PreventUserExistenceErrors: ENABLED',
  },
  fixImpact: { downtime: false },
});
