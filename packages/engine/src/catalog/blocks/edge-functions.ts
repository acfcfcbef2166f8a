import type { Graph, Resource } from '../../model/graph.ts';
import { all, any, not, type Truth } from '../../model/truth.ts';

/**
 * Whether a function runs at the edge, where it has no variables and no network, is not traced, and writes its logs in
 * the region of whoever asks. Source: CloudFront Developer Guide, Restrictions on Lambda@Edge.
 */
export function runsAtEdge(fn: Resource, graph: Graph): Truth {
  return all(
    not(fn.has('Environment.Variables')),
    not(fn.has('VpcConfig')),
    any(
      graph.to(fn, 'runsAtEdge').exist(),
      graph.to(fn, 'versions').some((version) => graph.to(version, 'runsAtEdge').exist()),
    ),
  ).asMembership();
}
