import { all } from '../../../model/truth.ts';
import { isTaken, TEST_FILE } from '../../blocks/tests.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'tests-not-focused',
  requirement: 'TST-07',
  severity: 'high',
  effort: 'minutes',
  title: 'No test keeps the others from running',
  gap: {
    one: 'A focused test keeps its neighbours from running',
    many: 'Focused tests of {count} files keep their neighbours from running',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {
    wellArchitected: ['ops_dev_integ_test_val_chg', 'rel_tracking_change_management_functional_testing'],
  },
  messages: {
    focused: '{actual} keeps every other test of the file from running',
  },
  about: 'repository',
  appliesTo: TEST_FILE,
  when: (file) => all(isTaken(file), file.list('tests').exist()),
  evaluate: (file) =>
    file
      .list('tests')
      .none((test) => test.text('focused').written().quote())
      .else('focused'),
  fix: 'Take .only away, and let the runner refuse it in the pipeline (forbidOnly, --forbid-only)',
  fixImpact: { downtime: false },
});
