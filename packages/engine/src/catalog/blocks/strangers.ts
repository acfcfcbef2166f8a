import type { Graph, Properties } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, not, type Truth } from '../../model/truth.ts';
import { TEST_FILE } from './tests.ts';

/** Tests in which somebody reaches for what is of another. */
export function strangers(graph: Graph, of: readonly string[]): Many<Properties> {
  return graph
    .of(TEST_FILE)
    .flatMap((file) => file.list('strangers').where((one) => one.text('of').oneOf(of)));
}

/** The same, in files none of whose tests is left out, that say that this leads nowhere. */
export function proofs(graph: Graph, of: readonly string[]): Many<Properties> {
  return graph
    .of(TEST_FILE)
    .where((file) => not(file.list('tests').some((test) => test.has('skipped'))))
    .flatMap((file) => file.list('strangers').where((one) => all(one.text('of').oneOf(of), refuses(one))));
}

function refuses(one: Properties): Truth {
  return one.bool('refused').is(true);
}
