import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'sessions-shared',
  requirement: 'DAT-02',
  severity: 'high',
  effort: 'days',
  title: 'Sessions are kept where every container finds them',
  gap: {
    one: 'Sessions are known to one process only',
    many: 'Sessions are known to one process only, in {count} places',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_stateless'] },
  messages: {
    memory:
      'sessions are kept in the memory of one process: another container does not know them, and its end forgets them',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::SessionStore',
  when: (store, graph) => mayRun(store.text('path'), graph),
  evaluate: (store) => store.text('kept').oneOf(['shared', 'cookie']).else('memory'),
  fix: 'Give it a store that all containers share: a table or a cache, with an expiry',
  fixImpact: { downtime: false },
});
