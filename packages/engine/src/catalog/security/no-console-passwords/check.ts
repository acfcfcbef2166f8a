import { not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'no-console-passwords',
  requirement: 'SEC-37',
  severity: 'high',
  effort: 'days',
  title: 'No user of IAM gets a password for the console from the code',
  gap: {
    one: 'A user of IAM signs in to the console with a password',
    many: '{count} users of IAM sign in to the console with passwords',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_identities_identity_provider'] },
  messages: { password: 'it has a login profile: a password of its own, outside of single sign-on' },
  appliesTo: 'AWS::IAM::User',
  evaluate: (user) => not(user.has('LoginProfile').quote()).else('password'),
  fix: 'Let people sign in through IAM Identity Center, give them permission sets, and take the login profile away',
  fixImpact: { downtime: false },
});
