import type { Graph, Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import type { Reading } from '../../model/reading.ts';

const FUNCTION = 'AWS::Lambda::Function';

/** The functions that a value means, by themselves or through one of their aliases. */
export function functionsBehind(reading: Reading<string>, graph: Graph): Many<Resource> {
  return graph
    .follow(reading, FUNCTION)
    .and(
      graph
        .follow(reading, 'AWS::Lambda::Alias')
        .flatMap((alias) => graph.follow(alias.text('FunctionName'), FUNCTION)),
    );
}
