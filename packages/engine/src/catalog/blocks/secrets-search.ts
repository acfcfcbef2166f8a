import type { Graph, Resource } from '../../model/graph.ts';
import { all, choose, not, Truth } from '../../model/truth.ts';

/** The search itself: what is said of it holds where it found nothing. */
export const SEARCH = 'Repository::SearchForSecrets';

/** Each thing that was found has a row of its own; the search has one where it found no such thing. */
export function searched(subject: Resource, graph: Graph, found: string): Truth {
  return choose(
    subject.isA(SEARCH),
    graph.of(found).none((one) => not(isMadeUpByTest(one))),
    Truth.yes(subject.whereabouts()),
  ).asMembership();
}

/** What a test gave its environment is shown, and no find: the search found nothing beside it. */
function isMadeUpByTest(one: Resource): Truth {
  return choose(
    one.isA('Repository::Secret'),
    all(one.text('fileKind').is('test'), one.text('stands').is('placeholder')),
    Truth.no(one.whereabouts()),
  );
}
