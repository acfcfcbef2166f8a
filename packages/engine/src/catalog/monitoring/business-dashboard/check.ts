import { DASHBOARD, rows, widgets } from '../../blocks/dashboards.ts';
import { defineRootCheck } from '../../check.ts';

/** No namespace of AWS or of its agents, and no sign for "the same as above". */
const OWN = /^(?!AWS\/|ECS\/|CWAgent$|ContainerInsights|LambdaInsights$|CloudWatchSynthetics$|\.)/;

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
    none: 'no widget of any dashboard shows a metric of the application itself',
  },
  when: (graph) => graph.of(DASHBOARD).exist(),
  evaluate: (graph) =>
    widgets(graph)
      .some((widget) =>
        rows(widget).some((row) =>
          row.list().first(
            (cell) => cell.text().isPlain(),
            (cell) => cell.text().matches('a namespace of the application', OWN),
            'none',
          ),
        ),
      )
      .else('none'),
  fix: 'Publish metrics of what users do, and show them: active users, main actions, how often they succeed',
  fixImpact: { downtime: false },
});
