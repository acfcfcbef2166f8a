import type { Properties } from '../../../model/graph.ts';
import { all, not, type Truth } from '../../../model/truth.ts';
import { hasCode, isRun, testFiles } from '../../blocks/tests.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'unit-tests-exist',
  requirement: 'TST-01',
  severity: 'high',
  effort: 'days',
  title: 'The code has tests of its own',
  gap: {
    one: 'The code has no test',
    many: 'The code has no test',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {
    wellArchitected: ['ops_dev_integ_test_val_chg', 'rel_tracking_change_management_functional_testing'],
  },
  messages: {
    none: 'no test of the code stands in the repository',
    never: 'every test of the code is skipped',
    empty: 'nothing stands in any test of the code that runs',
  },
  about: 'repository',
  when: hasCode,
  evaluate: (graph) => {
    const files = testFiles(graph, 'unit', 'integration').where((file) => file.list('tests').exist());
    return all(
      files.exist().else('none'),
      files.some((file) => file.list('tests').some(isRun)).else('never'),
      files
        .some((file) => file.list('tests').some((test) => all(isRun(test), isWritten(test))))
        .else('empty'),
    );
  },
  fix: 'Write a test for each rule of the application, beginning with those whose error nobody would notice',
  fixImpact: { downtime: false },
});

/** Whether anything stands in it, be it in comments before. */
function isWritten(test: Properties): Truth {
  return not(test.bool('isEmpty').is(true));
}
