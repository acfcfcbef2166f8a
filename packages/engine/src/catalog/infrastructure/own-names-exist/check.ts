import { all } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'own-names-exist',
  requirement: 'INF-24',
  severity: 'high',
  effort: 'minutes',
  title: 'What code asks of its own modules is there',
  gap: {
    one: 'Code calls something of its own that does not exist',
    many: 'Code calls something of its own that does not exist',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: {},
  messages: { missing: '{actual} is asked of a module of the repository that has nothing of that name' },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) => graph.of('Repository::ApplicationCode').some((code) => code.number('untyped').atLeast(1)),
  evaluate: (graph) =>
    graph
      .of('Repository::MissingName')
      .none((one) => all(mayRun(one.text('file'), graph), one.text('name').written().quote()))
      .else('missing'),
  fix: 'Write what is missing, or call what is there under the name that it has; a linter finds it before a user does',
  fixImpact: { downtime: false },
});
