import type { Resource } from '../../../model/graph.ts';
import { all, not, type Truth } from '../../../model/truth.ts';
import { hasUsedCode, LOAD_TEST } from '../../blocks/tests.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'load-tests-repeatable',
  requirement: 'TST-04',
  severity: 'medium',
  effort: 'days',
  title: 'A load test of what users do can be repeated, and says whether it passed',
  gap: {
    one: 'No load test shows what the application bears',
    many: 'No load test shows what the application bears',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no load test stands in the repository',
    health: 'the load tests ask for nothing but the health of the application',
    unjudged: 'no threshold says what is too slow or too many errors',
  },
  about: 'repository',
  when: hasUsedCode,
  evaluate: (graph) => {
    const tests = graph.of(LOAD_TEST);
    return all(
      tests.exist().else('none'),
      tests.some(asksForMore).else('health'),
      tests.some((test) => all(asksForMore(test), test.bool('hasThresholds').is(true))).else('unjudged'),
    );
  },
  fix: 'Write the load that is expected as a script with stages and thresholds, and run it against staging',
  fixImpact: { downtime: false },
});

/** Whether it asks for anything but the health of the application. */
function asksForMore(test: Resource): Truth {
  return test
    .list('calls')
    .some((call) =>
      not(
        call
          .text('path')
          .matches(
            'a route of health',
            /^\/(?:[\w.-]+\/)*(?:health|healthz|health-?check|ping|ready|readyz|live|livez|status)\/?$/i,
          ),
      ),
    );
}
