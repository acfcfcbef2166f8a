import type { Graph } from '../../../model/graph.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
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
  evaluate: (graph) => testOfEnd(graph).else('none'),
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

/** By what tests say of themselves: what they end is not told by their code. */
const ENDS =
  /outliv|surviv|crash|kill(s|ed)?\b|sigterm|sigkill|restart|durab|after_(the_)?(container|process)|(container|process|server|worker)[_ ](ends|dies|stops|is gone)|power.?loss/i;

function testOfEnd(graph: Graph): Truth {
  return graph
    .of(TEST_FILE)
    .some((file) =>
      file
        .list('tests')
        .some((test) => all(test.text('name').matches('the end of a process', ENDS), compares(test))),
    );
}
