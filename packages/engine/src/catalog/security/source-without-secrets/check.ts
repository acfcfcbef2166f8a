import { all, choose, not } from '../../../model/truth.ts';
import { SEARCH, searched } from '../../blocks/secrets-search.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'source-without-secrets',
  requirement: 'SEC-14',
  severity: 'critical',
  effort: 'hours',
  title: 'The code of the application holds no secret, and no word in place of one',
  gap: {
    one: 'The code of the application holds a secret',
    many: 'The code of the application holds {count} secrets',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_identities_secrets'] },
  messages: {
    fallback: 'where the environment sets nothing, what stands in the code is the secret: {actual}',
    literal: 'the secret stands in the code: {actual}',
  },
  about: 'repository',
  appliesTo: ['Repository::Secret', SEARCH],
  when: (subject, graph) =>
    choose(
      subject.isA(SEARCH),
      all(
        subject.number('sources').atLeast(1),
        graph.of('Repository::Secret').none((secret) => secret.text('fileKind').is('source')),
      ).asMembership(),
      all(
        searched(subject, graph, 'Repository::Secret'),
        subject.text('fileKind').is('source'),
      ).asMembership(),
    ),
  evaluate: (subject) => {
    const described = subject.text('described').written().quote();
    return choose(
      subject.isA(SEARCH),
      subject.number('sources').atLeast(1),
      all(
        not(all(subject.bool('fallback').is(true), described)).else('fallback'),
        not(all(subject.text('stands').is('secret'), described)).else('literal'),
        subject.text('stands').written(),
      ),
    );
  },
  fix: 'Read the secret from a store of secrets when the program starts, and let it stop where there is none',
  fixImpact: { downtime: false, monthlyCost: 'secrets-manager-secret' },
});
