import { choose, not } from '../../../model/truth.ts';
import { SEARCH, searched } from '../../blocks/secrets-search.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'state-files-kept-apart',
  requirement: 'INF-23',
  severity: 'high',
  effort: 'hours',
  title: 'No file of state is committed, wherever it lies',
  gap: {
    one: 'A file of state is committed',
    many: '{count} files of state are committed',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: { committed: '{actual} keeps the state of a deployment, with every secret in it' },
  about: 'repository',
  appliesTo: ['Repository::StateFile', SEARCH],
  when: (subject, graph) =>
    choose(
      subject.isA(SEARCH),
      searched(subject, graph, 'Repository::StateFile'),
      not(subject.bool('ofRoot').is(true)).asMembership(),
    ),
  evaluate: (subject) =>
    choose(
      subject.isA(SEARCH),
      subject.number('files').atLeast(1),
      not(subject.text('path').written().quote()).else('committed'),
    ),
  fix: 'Keep the state in a backend, take the file out of the repository and its history, and replace the secrets that it held',
  fixImpact: { downtime: false },
});
