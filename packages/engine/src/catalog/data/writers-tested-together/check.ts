import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
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
    const files = graph.of('Repository::ConcurrentTest');
    return all(
      files.exist().else('none'),
      any(
        files.some((file) => testsOf(file, graph).some(compares)),
        files.some((file) =>
          all(testsOf(file, graph).none(isRun), leftTo('running the tests that are skipped', file)),
        ),
      ).else('idle'),
    );
  },
  fix: 'Write from several threads or connections at once, and compare what was acknowledged with what is there',
  fixImpact: { downtime: false },
});

function testsOf(file: Resource, graph: Graph): Tests {
  return {
    some: (right) => inFile(file, graph, (tests) => tests.list('tests').some(right)),
    none: (right) => inFile(file, graph, (tests) => tests.list('tests').none(right)),
  };
}

interface Tests {
  some(right: (test: Properties) => Truth): Truth;
  none(right: (test: Properties) => Truth): Truth;
}

function inFile(file: Resource, graph: Graph, right: (tests: Resource) => Truth): Truth {
  return graph.of(TEST_FILE).some((tests) =>
    all(
      file.text('path').ask((path) => tests.text('path').is(path)),
      right(tests),
    ),
  );
}
