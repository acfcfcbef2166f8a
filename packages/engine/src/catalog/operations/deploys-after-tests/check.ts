import type { Resource } from '../../../model/graph.ts';
import { all, not } from '../../../model/truth.ts';
import { canFail, DEPLOYMENT, isDone, isReal, runsToo } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

/** Tests that must have passed before it. */
const testsBefore = (deployment: Resource) =>
  deployment.list('before').where((command) => command.text('kind').is('test'));

export default defineCheck({
  id: 'deploys-after-tests',
  requirement: 'OPS-01',
  severity: 'high',
  effort: 'hours',
  title: 'Nothing is deployed before its tests have passed in the same run',
  gap: {
    one: 'A step deploys whatever the tests say',
    many: '{count} steps deploy whatever the tests say',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {
    wellArchitected: ['ops_dev_integ_test_val_chg', 'rel_tracking_change_management_functional_testing'],
  },
  messages: {
    none: 'no test runs before it, in its job or in those that it needs',
    nothing: 'what is called a test before it runs none: {actual}',
    elsewhere: 'the tests before it are left out where it deploys: {actual}',
    swallowed: 'the tests before it may fail, and it deploys all the same: {actual}',
  },
  about: 'repository',
  appliesTo: DEPLOYMENT,
  // Who starts a deployment by hand brings a version back, or one that has been tested already.
  when: (deployment) =>
    all(
      isDone(deployment),
      not(deployment.list('events').every((event) => event.text().is('workflow_dispatch'))),
    ).asMembership(),
  evaluate: (deployment) => {
    const tests = testsBefore(deployment);
    return all(
      tests.exist().else('none'),
      tests.some((test) => all(isReal(test), test.text('text').written().quote())).else('nothing'),
      tests.some((test) => all(isReal(test), runsToo(test))).else('elsewhere'),
      tests.some((test) => all(isReal(test), runsToo(test), canFail(test))).else('swallowed'),
    );
  },
  fix: 'Let the job that deploys need the job that tests, and let the tests end with their own exit code',
  fixImpact: { downtime: false },
});
