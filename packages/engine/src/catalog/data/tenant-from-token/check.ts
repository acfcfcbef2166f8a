import { all, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'tenant-from-token',
  requirement: 'DAT-05',
  severity: 'critical',
  effort: 'hours',
  title: 'The tenant of a call is the one of its verified token, and there is no other for the rest',
  gap: {
    one: 'The code takes the tenant from what the caller writes',
    many: '{count} places of the code take the tenant from what the caller writes',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    said: 'the tenant is whatever the caller writes: it is taken from the {actual}',
    fallback: 'who names no tenant is put into {actual}',
  },
  about: 'repository',
  appliesTo: 'Repository::Identity',
  when: (identity) => identity.text('of').is('tenant').asMembership(),
  evaluate: (identity) =>
    all(
      identity.text('from').is('token').quote().else('said'),
      not(identity.text('otherwise').written().quote()).else('fallback'),
    ),
  fix: 'Take the tenant from a claim of the token that was verified, and refuse a call whose token has none',
  fixImpact: { downtime: false },
});
