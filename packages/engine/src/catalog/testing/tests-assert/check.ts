import type { Properties } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { isRun, isTaken, TEST_FILE } from '../../blocks/tests.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'tests-assert',
  requirement: 'TST-07',
  severity: 'high',
  effort: 'hours',
  title: 'Every test compares something, and can fail',
  gap: {
    one: 'A file has a test that cannot fail',
    many: '{count} files have tests that cannot fail',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {
    wellArchitected: ['ops_dev_integ_test_val_chg', 'rel_tracking_change_management_functional_testing'],
  },
  messages: {
    none: 'no test stands in {resource}',
    uncollected: 'the class {actual} has tests that nothing collects',
    empty: 'the test {actual} is empty',
    nothing: 'the test {actual} compares nothing',
    constant: 'what the test {actual} compares was decided when it was written',
    swallowed: 'the test {actual} catches its own failure and goes on',
  },
  about: 'repository',
  appliesTo: TEST_FILE,
  when: (file) => all(isTaken(file), any(not(file.list('tests').exist()), file.list('tests').some(isRun))),
  evaluate: (file) => {
    const tests = file.list('tests').where(isRun);
    const none = (wrong: (test: Properties) => Truth) =>
      tests.none((test) => all(wrong(test), test.text('name').written().quote()));
    return all(
      file
        .list('uncollected')
        .none((one) => one.text('name').written().quote())
        .else('uncollected'),
      file.list('tests').exist().else('none'),
      none((test) => test.bool('isEmpty').is(true)).else('empty'),
      none((test) => not(test.bool('asserts').is(true))).else('nothing'),
      none((test) => test.bool('isConstant').is(true)).else('constant'),
      none((test) => test.bool('isSwallowed').is(true)).else('swallowed'),
    );
  },
  fix: 'Let each test compare what the code answers with what is expected, outside of any try that hides it',
  fixImpact: { downtime: false },
});
