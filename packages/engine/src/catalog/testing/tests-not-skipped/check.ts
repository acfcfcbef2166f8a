import { all } from '../../../model/truth.ts';
import { isTaken, TEST_FILE } from '../../blocks/tests.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'tests-not-skipped',
  requirement: 'TST-07',
  severity: 'medium',
  effort: 'hours',
  title: 'No test is skipped for good',
  gap: {
    one: 'Tests of a file never run',
    many: 'Tests of {count} files never run',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {
    wellArchitected: ['ops_dev_integ_test_val_chg', 'rel_tracking_change_management_functional_testing'],
  },
  messages: {
    skipped: 'the test {actual} never runs',
  },
  about: 'repository',
  appliesTo: TEST_FILE,
  when: (file) => all(isTaken(file), file.list('tests').exist()),
  evaluate: (file) =>
    file
      .list('tests')
      .none((test) => all(test.has('skipped'), test.text('name').written().quote()))
      .else('skipped'),
  fix: 'Mend the test and take the mark away, or remove the test',
  fixImpact: { downtime: false },
});
