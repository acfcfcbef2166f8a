import { all, choose, not } from '../../../model/truth.ts';
import { SEARCH, searched } from '../../blocks/secrets-search.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'credentials-not-committed',
  requirement: 'SEC-29',
  severity: 'critical',
  effort: 'hours',
  title: 'No credential, key or token is committed to the repository',
  gap: {
    one: 'A credential is committed to the repository',
    many: '{count} credentials are committed to the repository',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_identities_secrets'] },
  messages: { committed: 'committed: {actual}' },
  about: 'repository',
  appliesTo: ['Repository::Secret', SEARCH],
  when: (subject, graph) => searched(subject, graph, 'Repository::Secret'),
  evaluate: (subject) =>
    choose(
      subject.isA(SEARCH),
      subject.number('files').atLeast(1),
      not(all(subject.text('stands').is('secret'), subject.text('described').written().quote())).else(
        'committed',
      ),
    ),
  fix: 'Replace the credential where it is used, keep the new one in a store of secrets, and take the old one out of the history',
  fixImpact: { downtime: false, monthlyCost: 'secrets-manager-secret' },
});
