import type { Properties } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { DASHBOARD, rows, widgets } from '../../blocks/dashboards.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineRootCheck } from '../../check.ts';

/** No namespace of AWS or of its agents, and no sign for "the same as above". */
const OWN = /^(?!AWS\/|ECS\/|CWAgent$|ContainerInsights|LambdaInsights$|CloudWatchSynthetics$|\.)/;

/** Names of what people do, and of what a machine does; of any other name its owner knows. */
const OF_PEOPLE =
  /user|customer|member|visitor|session|sign.?(up|in)|log.?in|regist|order|purchase|payment|checkout|cart|booking|reservation|subscri|upload|download|review|search(es|ed)|submi(t|ss)|application|case|claim|lesson|revenue|sale|conversion/i;
const OF_MACHINES =
  /error|fault|fail|exception|latenc|duration|timeout|throttl|cpu|mem(ory)?([^a-z]|$)|disk|swap|heap|thread|[45]\d?xx|retr(y|ies)/i;

export default defineRootCheck({
  id: 'business-dashboard',
  requirement: 'MON-11',
  severity: 'low',
  effort: 'days',
  title: 'A dashboard shows what the business does',
  gap: {
    one: 'No dashboard shows what the business does',
    many: 'No dashboard of {count} roots shows what the business does',
  },
  evidence: ['iac', 'aws', 'attest'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_observability_identify_kpis'] },
  messages: {
    none: 'no widget of any dashboard shows a metric of what people do in the application',
  },
  when: (graph) => graph.of(DASHBOARD).exist(),
  evaluate: (graph) =>
    widgets(graph)
      .some((widget) =>
        rows(widget).some((row) =>
          all(
            any(isOwn(row), all(startsWith(row, 'the same as above', /^\.$/), rows(widget).some(isOwn))),
            ofPeople(row),
          ),
        ),
      )
      .else('none'),
  fix: 'Publish metrics of what users do, and show them: active users, main actions, how often they succeed',
  fixImpact: { downtime: false },
});

function isOwn(row: Properties): Truth<'none'> {
  return startsWith(row, 'a namespace of the application', OWN);
}

function startsWith(row: Properties, says: string, namespace: RegExp): Truth<'none'> {
  return row.list().first(
    (cell) => cell.text().isPlain(),
    (cell) => cell.text().matches(says, namespace),
    'none',
  );
}

function ofPeople(row: Properties): Truth {
  const says = (what: string, names: RegExp) =>
    row.list().some((cell) => all(cell.text().isPlain().asMembership(), cell.text().matches(what, names)));
  return any(
    all(says('what people do', OF_PEOPLE), not(says('what a machine does', OF_MACHINES))),
    all(
      not(says('what a machine does', OF_MACHINES)),
      leftTo('somebody who knows whether its own metrics count what people do', row),
    ),
  );
}
