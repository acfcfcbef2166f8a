import type { Graph, Properties } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, type Truth } from '../../model/truth.ts';
import { documentsOfSystem } from './documents.ts';
import { leftTo } from './left-open.ts';
import { hasServedCode } from './served-code.ts';

/** What the documents promise of a signal: `availability`, `latency`, `errors`, `restore`. */
export function objectivesOf(graph: Graph, signal: string): Many<Properties> {
  return documentsOfSystem(graph)
    .flatMap((document) => document.list('objectives'))
    .where((objective) => objective.text('signal').is(signal));
}

/** At what the documents say that somebody is told. */
export function thresholdsOf(graph: Graph, signal: string): Many<Properties> {
  return documentsOfSystem(graph)
    .flatMap((document) => document.list('thresholds'))
    .where((threshold) => threshold.text('signal').is(signal));
}

/** Whether there are an application and documents about it, of which one could state targets. */
export function mayStateTargets(graph: Graph): Truth {
  return all(hasServedCode(graph), documentsOfSystem(graph).exist()).asMembership();
}

/** Nothing is stated that could be compared. */
export function nothingToCompare(graph: Graph, what: string): Truth {
  return documentsOfSystem(graph)
    .where((document) =>
      document.text('kind').oneOf(['slo', 'readiness', 'readme', 'recovery', 'architecture', 'other']),
    )
    .some((document) => leftTo(what, document));
}
