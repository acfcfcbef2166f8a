import type { Properties } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { compares, hasUsedCode, TEST_FILE } from '../../blocks/tests.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'integration-tests-exist',
  requirement: 'TST-02',
  severity: 'medium',
  effort: 'days',
  title: 'Tests talk to real or emulated services',
  gap: {
    one: 'No test talks to a service',
    many: 'No test talks to a service',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {
    wellArchitected: ['ops_dev_integ_test_val_chg', 'rel_tracking_change_management_functional_testing'],
  },
  messages: {
    none: 'no test talks to a service, real or emulated',
    dead: 'the tests that talk to services never run, or compare nothing',
    silent: 'a test that talks to a service ends well where {actual} is not set',
  },
  about: 'repository',
  when: hasUsedCode,
  evaluate: (graph) => {
    const files = graph
      .of(TEST_FILE)
      .where((file) => any(file.text('kind').is('integration'), file.list('services').exist()));
    const some = (right: (test: Properties) => Truth) => files.some((file) => file.list('tests').some(right));
    return all(
      files.exist().else('none'),
      some(compares).else('dead'),
      some((test) => all(compares(test), not(test.text('endsWithout').written().quote()))).else('silent'),
    );
  },
  fix: 'Run the tests of what stores and calls against emulated services (moto, LocalStack, DynamoDB local) or real ones in containers',
  fixImpact: { downtime: false },
});
