import { all, any } from '../../../model/truth.ts';
import { anyEntryAsks } from '../../blocks/code-routes.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'user-from-token',
  requirement: 'SEC-31',
  severity: 'critical',
  effort: 'hours',
  title: 'Whose data a call is about is decided by its verified token',
  gap: {
    one: 'The code takes the user from what the caller writes',
    many: '{count} places of the code take the user from what the caller writes',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_permissions_define'] },
  messages: {
    said: 'the user is whoever the caller names: it is taken from the {actual} and compared with nothing',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Identity',
  when: (identity) => identity.text('of').is('user').asMembership(),
  evaluate: (identity, graph) =>
    any(
      identity.text('from').is('token').quote(),
      all(
        identity.text('from').is('unverified token in a header').asMembership(),
        anyEntryAsks(graph),
        leftTo('telling whether the entry of the infrastructure verifies the same token', identity),
      ),
    ).else('said'),
  fix: 'Take the user from the verified token, or compare the one that is named with it before anything else is done',
  fixImpact: { downtime: false },
});
