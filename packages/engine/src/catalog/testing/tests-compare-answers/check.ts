import { isRun, isTaken, testFiles } from '../../blocks/tests.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'tests-compare-answers',
  requirement: 'TST-01',
  severity: 'high',
  effort: 'days',
  title: 'Unit tests compare what the code answers',
  gap: {
    one: 'No test compares what the code answers',
    many: 'No test compares what the code answers',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {
    wellArchitected: ['ops_dev_integ_test_val_chg', 'rel_tracking_change_management_functional_testing'],
  },
  messages: {
    none: 'no test that runs compares what the code answers: constants, kinds, stand-ins, or nothing',
  },
  about: 'repository',
  when: (graph) =>
    testFiles(graph, 'unit', 'integration')
      .where(isTaken)
      .some((file) => file.list('tests').some(isRun)),
  evaluate: (graph) =>
    testFiles(graph, 'unit', 'integration', 'security')
      .where(isTaken)
      .some((file) => file.text('answerCompared').written().quote())
      .else('none'),
  fix: 'Let tests call the code and compare what it answers with what is expected of it',
  fixImpact: { downtime: false },
});
