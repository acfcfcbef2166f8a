import type { Graph } from '../../model/graph.ts';
import type { Truth } from '../../model/truth.ts';

export const PAGE = 'Repository::Page';

/** Whether scripts of pages are among the code: what people see in a browser. */
export function hasPages(graph: Graph): Truth {
  return graph.of(PAGE).exist().asMembership();
}
