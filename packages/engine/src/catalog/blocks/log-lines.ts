import type { Graph, Properties, Resource } from '../../model/graph.ts';
import { all, allUntilNo, any, type Truth } from '../../model/truth.ts';
import { onceFor } from '../../once-for.ts';
import { reaching } from './running-code.ts';

const FUNCTION = 'AWS::Lambda::Function';

/** Whether a line of the log is JSON: the code makes it so, or Lambda does. */
export function writesJson(line: Properties, log: Resource, graph: Graph): Truth {
  return any(line.bool('structured').is(true), isMadeJson(line, log, graph));
}

/** Whether a line can be tied to its request: it carries an id, or Lambda adds one. */
export function carriesId(line: Properties, log: Resource, graph: Graph): Truth {
  return any(line.bool('correlated').is(true), isMadeJson(line, log, graph));
}

/**
 * Whether Lambda makes JSON of a line, with the id of the request: of what the console and the logger of Python write, where
 * all functions that run the code ask for it. Source: AWS Lambda developer guide, "Configuring advanced logging controls".
 */
function isMadeJson(line: Properties, log: Resource, graph: Graph): Truth {
  return allUntilNo(
    () => line.text('writer').matches('a writer that Lambda formats', /^(console\.|logging$)/),
    () => someAskForJson(graph),
    () => allThatRunItAsk(log, graph),
  ).asMembership();
}

const someAskForJson = onceFor((graph: Graph): Truth => graph.of(FUNCTION).some(asksForJson));

const allThatRunItAsk = onceFor(
  // What no function reaches that is seen may be code of pages, of which nothing is said here.
  (log: Resource, graph: Graph): Truth =>
    reaching(FUNCTION, log.text('path'), graph, 'any').every(asksForJson),
);

function asksForJson(fn: Resource): Truth {
  return all(fn.has('LoggingConfig.LogFormat'), fn.text('LoggingConfig.LogFormat').is('JSON'));
}
