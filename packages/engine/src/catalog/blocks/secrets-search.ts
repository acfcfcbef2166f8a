import type { Graph, Resource } from '../../model/graph.ts';
import { choose, Truth } from '../../model/truth.ts';

/** The search itself: what is said of it holds where it found nothing. */
export const SEARCH = 'Repository::SearchForSecrets';

/** Each thing that was found has a row of its own; the search has one where it found no such thing. */
export function searched(subject: Resource, graph: Graph, found: string): Truth {
  return choose(
    subject.isA(SEARCH),
    graph.of(found).none((one) => Truth.yes(one.whereabouts())),
    Truth.yes(subject.whereabouts()),
  ).asMembership();
}
