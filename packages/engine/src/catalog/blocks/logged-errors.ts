import type { Graph, Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, any, not, type Truth } from '../../model/truth.ts';
import { onceFor } from '../../once-for.ts';
import { ALARM, ofAws, type Watched, watched } from './alarms.ts';
import { leftTo } from './left-open.ts';
import { hasDimensionsOf, hasValuesOf, isNamedAs, metricsOf } from './own-metrics.ts';

const FILTER = 'AWS::Logs::MetricFilter';
const LOGGED_TO = 'LoggingConfig.LogGroup';

/** The alarms on what a filter counts in the logs of a function as its errors; perhaps those where nobody can tell what it counts. */
export function alarmsOnLoggedErrors(fn: Resource, graph: Graph): Many<Resource> {
  const filters = filtersOf(fn, graph);
  return alarmsOnOwnMetrics(graph).where((alarm) =>
    watched(alarm).some((metric) =>
      filters.some((filter) => all(makes(filter, metric), countsErrors(filter)).asMembership()),
    ),
  );
}

/** Neither depends on whose alarms are looked for. */
const alarmsOnOwnMetrics = onceFor((graph: Graph) =>
  graph
    .of(ALARM)
    .where((alarm) => watched(alarm).some((metric) => not(ofAws(metric))))
    .inShort(),
);

/** The filters on the group that a function logs to: the one that it names, else the one that is called after it. */
function filtersOf(fn: Resource, graph: Graph): Many<Resource> {
  const own = graph
    .to(fn, 'keepsLogsOf')
    .flatMap((group) => graph.to(group, 'watches', FILTER))
    .and(graph.to(fn, 'countsLogsOf'))
    .where(() => not(fn.has(LOGGED_TO)));
  return graph
    .follow(fn.text(LOGGED_TO), 'AWS::Logs::LogGroup')
    .flatMap((group) => graph.to(group, 'watches', FILTER))
    .and(own);
}

function makes(filter: Resource, metric: Watched): Truth {
  return metricsOf(filter).some((made) =>
    all(isNamedAs(made, metric), hasDimensionsOf(made, metric), hasValuesOf(metric)),
  );
}

/** Whether a filter counts what a function logs as errors; a pattern that does not say so may find them all the same. */
function countsErrors(filter: Resource): Truth {
  return any(
    filter.text('FilterPattern').test('a pattern that finds each line of an error', findsErrors),
    leftTo(`whether the pattern of ${filter.address} finds each error`, filter),
  );
}

/**
 * Whether a pattern surely finds what is written as an error, whatever else it finds: `ERROR`, `?ERROR ?Exception`,
 * `{ $.level = "error" }`, `[time, id, level = ERROR, ...]`, `%ERROR|Exception%`. Source: CloudWatch Logs User Guide, "Filter
 * pattern syntax for metric filters".
 */
export function findsErrors(pattern: string): boolean {
  const text = pattern.trim();
  if (text.startsWith('{')) return /^\{.*\}$/s.test(text) && findsInJson(text.slice(1, -1));
  if (text.startsWith('[') && text.includes(',')) return findsInFields(text);
  if (text.startsWith('%'))
    return /^%[^%]*%$/.test(text) && text.slice(1, -1).split('|').some(isWordOfErrors);
  // Each term with a question mark is one of which any is enough; of others all have to be there.
  const terms = text.match(/[?-]?(?:"[^"]*"|[^\s"]+)/g) ?? [];
  const isAny = terms.every((term) => term.startsWith('?'));
  return isAny
    ? terms.some((term) => isWordOfErrors(term.slice(1)))
    : terms.length === 1 && isWordOfErrors(text);
}

/** A term for errors, or for what Node.js and Python write before each one: `ERROR`, `"[ERROR]"`, `error:`. */
function isWordOfErrors(term: string): boolean {
  return /^"?\[?(?:error|exception)\]?:?"?$/i.test(term.trim());
}

function findsInJson(condition: string): boolean {
  if (/&&|!=|\bNOT\b/.test(condition)) return false;
  return condition.split('||').some(
    (part) =>
      /^[\s(]*\$\.(?:\w+\.)*(?:level|levelname|severity|log_?level|lvl)\s*=\s*"?\*?error\*?"?[\s)]*$/i.test(
        part,
      ) ||
      // Pino and Bunyan say 50 of an error and 60 of a fatal one.
      /^[\s(]*\$\.level\s*(?:>=\s*[45]0|>\s*40)[\s)]*$/.test(part),
  );
}

/** `[time, id, level = ERROR, ...]`: one field is compared, with the word for an error. */
function findsInFields(text: string): boolean {
  const compared = text
    .slice(1, -1)
    .split(',')
    .filter((field) => /[=<>]/.test(field));
  return (
    text.endsWith(']') &&
    compared.length === 1 &&
    /^\s*\w*(?:level|severity)\s*=\s*"?\*?error\*?"?\s*$/i.test(compared[0]!)
  );
}
