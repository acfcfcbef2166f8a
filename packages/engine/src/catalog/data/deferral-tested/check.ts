import type { Graph, Properties } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { compares, TEST_FILE } from '../../blocks/tests.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'deferral-tested',
  requirement: 'DAT-08',
  severity: 'high',
  effort: 'days',
  title: 'A test ends the process between the answer and what is stored later',
  gap: {
    one: 'No test ends the process before what it deferred is stored',
    many: 'No test ends the process before what it deferred is stored',
  },
  evidence: ['repo', 'load'],
  aliases: [],
  frameworks: {},
  messages: { none: 'no test ends a process after it answered and looks for what it was told to keep' },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) => any(defers(graph), testOfEnd(graph)).asMembership(),
  evaluate: (graph) => any(testOfEnd(graph), testOfSomeEnd(graph)).else('none'),
  fix: 'Answer, end the process, start another one, and look whether the change is there',
  fixImpact: { downtime: false },
});

function defers(graph: Graph): Truth {
  return graph.of('Repository::Change').some((code) =>
    all(
      mayRun(code.text('path'), graph),
      code.list('changes').some((change) => change.has('late')),
    ),
  );
}

/** What ends, in the words of a test's name. */
const ENDS =
  /outliv(e|ing)|sigterm|sigkill|power.?loss|(^|[^a-z])(container|process|server|worker|service|lambda|instance|pod|program|machine|host)s?[_ ]((is|was|gets|got|has|had|has been)[_ ])?(ends?|ended|dies|died|stops?|stopped|(is )?killed|crash(es|ed)?|restart(s|ed)?|gone|terminated)([^a-z]|$)|(^|[^a-z])(end|death|crash|restart|kill|killing|stop|loss|termination|after)[_ ](of[_ ])?((the|a|an|its|one)[_ ])?(container|process|server|worker|service|lambda|instance|pod|program|machine|host)([^a-z]|$)|(surviv|durab|kept|keep|still|lost|recover|resum|redeliver|persist)\w*[_ ].*(crash|kill|restart|reboot|shutdown)|(crash|kill|restart|reboot|shutdown).*[_ ](surviv|durab|kept|keep|still|lost|recover|resum|redeliver|persist|there)/i;
/** That something is there after it. */
const KEPT =
  /outliv|surviv|durab|kept|keep|still|lost|lose|recover|resum|redeliver|persist|stored|saved|there|found|answered|again/i;
/** A page that does not crash, a command that kills nothing. */
const NOTHING_ENDS =
  /(without|not|n't|never|no|cannot|doesnt)[_ ]+(\w+[_ ]+)?(crash|kill|restart|end|die|stop)/i;
/** Words that may mean the same and more often mean something else: a field that survives, a page that crashes. */
const MAY_END = /surviv|crash|kill(s|ed)?\b|restart|durab/i;

/** By what tests say of themselves: what they end is not told by their code. */
const testOfEnd = onceFor((graph: Graph) =>
  someTest(graph, (test) =>
    all(
      test.text('name').matches('the end of a process', ENDS),
      test.text('name').matches('what is kept', KEPT),
    ),
  ),
);

/** A test whose name may speak of it; what it ends has to be read. */
function testOfSomeEnd(graph: Graph): Truth {
  return someTest(graph, (test) =>
    all(test.text('name').matches('some end', MAY_END), leftTo('reading what the test ends', test)),
  );
}

function someTest(graph: Graph, is: (test: Properties) => Truth): Truth {
  return graph
    .of(TEST_FILE)
    .some((file) =>
      file
        .list('tests')
        .some((test) =>
          all(
            is(test),
            not(test.text('name').matches('an end that does not come', NOTHING_ENDS)),
            compares(test),
          ),
        ),
    );
}
