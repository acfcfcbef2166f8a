import type { Graph, Properties, Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, allUntilNo, not, type Truth } from '../../model/truth.ts';
import { hasApplication } from './documents.ts';

export const TEST_FILE = 'Repository::TestFile';
export const LOAD_TEST = 'Repository::LoadTest';

/** Whether a test is ever run. */
export function isRun(test: Properties): Truth {
  return not(test.has('skipped'));
}

/** Whether a runner takes a file of tests at all. */
export function isTaken(file: Resource): Truth {
  return not(file.has('neverRuns'));
}

/** Whether a test can tell a wrong answer from a right one. */
export function compares(test: Properties): Truth {
  return allUntilNo(
    () => isRun(test),
    () => test.bool('asserts').is(true),
    () => not(test.bool('isConstant').is(true)),
    () => not(test.bool('isSwallowed').is(true)),
  );
}

/** Files of tests of some kinds. */
export function testFiles(graph: Graph, ...kinds: readonly string[]): Many<Resource> {
  return graph.of(TEST_FILE).where((file) => file.text('kind').oneOf(kinds));
}

/** Whether there is code here that tests could be about. */
export function hasCode(graph: Graph): Truth {
  return graph.of('Repository::Language').exist().asMembership();
}

/** Whether some of it is of an application: code that describes infrastructure nobody uses, attacks or loads. */
export function hasUsedCode(graph: Graph): Truth {
  return all(hasCode(graph), hasApplication(graph));
}
