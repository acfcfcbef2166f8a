import { all, any } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const POLICY = 'Policies.PasswordPolicy';

export default defineCheck({
  id: 'sign-in-password-policy',
  requirement: 'SEC-24',
  severity: 'medium',
  effort: 'minutes',
  title: 'Passwords of users are long enough',
  gap: { one: 'A user pool accepts weak passwords', many: '{count} user pools accept weak passwords' },
  evidence: ['iac', 'aws'],
  aliases: ['AwsSolutions-COG1'],
  frameworks: { wellArchitected: ['sec_identities_enforce_mechanisms'] },
  messages: {
    short: 'passwords of {actual} characters are accepted, expected {expected}',
    simple: 'short passwords of one kind of characters are accepted: {property} is {actual}',
  },
  appliesTo: 'AWS::Cognito::UserPool',
  when: (pool) => pool.has(POLICY).asMembership(),
  // Twelve characters need no rules about their kinds.
  evaluate: (pool) => {
    const policy = pool.at(POLICY);
    return all(
      policy.number('MinimumLength').atLeast(8).else('short'),
      any(
        policy.number('MinimumLength').atLeast(12),
        all(
          ...['RequireLowercase', 'RequireUppercase', 'RequireNumbers'].map((rule) =>
            policy.bool(rule).is(true).quote(),
          ),
        ),
      ).else('simple'),
    );
  },
  fix: 'Ask for twelve characters, or for eight of several kinds',
  snippets: {
    terraform: 'password_policy {\n  minimum_length = 12\n}',
    cloudformation: 'Policies: { PasswordPolicy: { MinimumLength: 12 } }',
  },
  fixImpact: { downtime: false },
});
