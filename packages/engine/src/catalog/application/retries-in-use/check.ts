import { any } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'retries-in-use',
  requirement: 'APP-02',
  severity: 'high',
  effort: 'hours',
  title: 'Retries that are written are used by what runs',
  gap: {
    one: 'A retry is written and nothing that runs uses it',
    many: '{count} retries are written and nothing that runs uses them',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_limit_retries'] },
  messages: {
    unused:
      'nothing that is deployed calls it: what it was written for is tried once, or as its client likes',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Protection',
  when: (protection) => protection.text('kind').is('retry'),
  evaluate: (protection, graph) =>
    any(
      protection.list('usedIn').some((file) => mayRun(file.text(), graph)),
      protection.text('kind').is('').quote(),
    ).else('unused'),
  fix: 'Put it around the calls that it was written for, or take it out',
  fixImpact: { downtime: false },
});
