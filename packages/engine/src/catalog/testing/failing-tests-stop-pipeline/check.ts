import type { Properties } from '../../../model/graph.ts';
import { all } from '../../../model/truth.ts';
import { canFail, isReal, JOB } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

const isTest = (command: Properties) => command.text('kind').oneOf(['test', 'lint', 'smoke']);

export default defineCheck({
  id: 'failing-tests-stop-pipeline',
  requirement: 'TST-07',
  severity: 'high',
  effort: 'minutes',
  title: 'A test that fails stops the pipeline',
  gap: {
    one: 'A job stays green whatever its tests say',
    many: '{count} jobs stay green whatever their tests say',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_test_val_chg'] },
  messages: {
    nothing: 'what is called a test runs none: {actual}',
    swallowed: 'a failure stops nothing: {actual}',
  },
  about: 'repository',
  appliesTo: JOB,
  when: (job) => job.list('checks').some(isTest).asMembership(),
  evaluate: (job) => {
    const tests = job.list('checks').where(isTest);
    return all(
      tests.every((test) => all(isReal(test), test.text('text').written().quote())).else('nothing'),
      tests.every(canFail).else('swallowed'),
    );
  },
  fix: 'Let the step end with the exit code of the tests: without || true, continue-on-error, allow_failure or a pipe that hides it',
  fixImpact: { downtime: false },
});
