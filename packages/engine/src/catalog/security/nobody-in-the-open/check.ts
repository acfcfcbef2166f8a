import { choose, not } from '../../../model/truth.ts';
import { SEARCH, searched } from '../../blocks/secrets-search.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'nobody-in-the-open',
  requirement: 'SEC-34',
  severity: 'high',
  effort: 'hours',
  title: 'No personal data and no host of production stands in the repository',
  gap: {
    one: 'Personal data or a host of production stands in the repository',
    many: 'Personal data or hosts of production stand in the repository at {count} places',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: { shown: '{actual} stands in the open' },
  about: 'repository',
  appliesTo: ['Repository::Exposure', SEARCH],
  when: (subject, graph) => searched(subject, graph, 'Repository::Exposure'),
  evaluate: (subject) =>
    choose(
      subject.isA(SEARCH),
      subject.number('files').atLeast(1),
      not(subject.text('kind').written().quote()).else('shown'),
    ),
  fix: 'Take the data and the host out of the repository and its history, and read the host from the environment',
  fixImpact: { downtime: false },
});
