import type { Graph } from '../../model/graph.ts';
import { not, type Truth } from '../../model/truth.ts';

const OTHER_THAN_PRODUCTION =
  /(^|[-_.])(dev|develop|development|test|testing|qa|ci|stag|stage|staging|uat|sandbox|demo|preview|local)\d*($|[-_.])/i;

/**
 * Whether what is assessed goes to production: always, unless the environment's name says otherwise. Without any named
 * environment, what is assessed is what would be launched.
 */
export function inProduction(graph: Graph): Truth {
  return not(
    graph.environment.matches('an environment before production', OTHER_THAN_PRODUCTION),
  ).asMembership();
}
