import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import { all, allUntilNo, any, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { compares, isRun, TEST_FILE } from '../../blocks/tests.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'writers-tested-together',
  requirement: 'DAT-01',
  severity: 'high',
  effort: 'days',
  title: 'A test lets several write at the same time and looks for what is lost',
  gap: {
    one: 'No test writes from several places at once',
    many: 'No test writes from several places at once',
  },
  evidence: ['repo', 'load'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no test lets several write at the same time',
    idle: 'the test in which several write at the same time compares nothing',
  },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) =>
    graph
      .of('Repository::Change')
      .some((code) =>
        all(
          mayRun(code.text('path'), graph),
          code.list('changes').some((change) => change.bool('replaces').is(true)),
        ),
      )
      .asMembership(),
  // A test that is skipped may prove it on the day when somebody runs it.
  evaluate: (graph) => {
    const tests = graph.of('Repository::ConcurrentTest');
    return all(
      tests.exist().else('none'),
      any(
        tests.some((test) =>
          all(test.bool('writes').is(true), test.bool('compares').is(true), asWritten(test, graph, compares)),
        ),
        tests.some((test) =>
          all(
            asWritten(test, graph, (one) => not(isRun(one))),
            leftTo('running the tests that are skipped', test),
          ),
        ),
      ).else('idle'),
    );
  },
  fix: 'Write from several threads or connections at once, and compare what was acknowledged with what is there',
  fixImpact: { downtime: false },
});

/** What its file of tests says of a test. */
function asWritten(test: Resource, graph: Graph, is: (one: Properties) => Truth): Truth {
  return graph.of(TEST_FILE).some((file) =>
    allUntilNo(
      () => test.text('path').ask((path) => file.text('path').is(path)),
      () =>
        file.list('tests').some((one) =>
          allUntilNo(
            () => test.text('test').ask((name) => one.text('name').is(name)),
            () => is(one),
          ),
        ),
    ),
  );
}
