import type { Graph } from '../../model/graph.ts';
import type { Truth } from '../../model/truth.ts';
import { mayRun } from './running-code.ts';

/** Whether code that may run asks a language model. */
export function modelIsAsked(graph: Graph): Truth {
  return graph
    .of('Repository::ModelCall')
    .some((call) => mayRun(call.text('path'), graph))
    .asMembership();
}
