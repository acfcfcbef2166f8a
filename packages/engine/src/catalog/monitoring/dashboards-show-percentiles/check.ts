import type { Properties } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { DASHBOARD, rows, widgets } from '../../blocks/dashboards.ts';
import { defineRootCheck } from '../../check.ts';

const isPercentile = (settings: Properties): Truth =>
  all(settings.has('stat'), settings.text('stat').matches('a percentile', /^(p|tm)\d/i));

export default defineRootCheck({
  id: 'dashboards-show-percentiles',
  requirement: 'MON-10',
  severity: 'low',
  effort: 'minutes',
  title: 'Dashboards show latency as percentiles',
  gap: { one: 'Dashboards show no percentile', many: 'The dashboards of {count} roots show no percentile' },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_dashboards'] },
  messages: {
    none: 'no widget of any dashboard shows a percentile',
  },
  when: (graph) => graph.of(DASHBOARD).exist(),
  evaluate: (graph) =>
    widgets(graph)
      .some((widget) =>
        any(
          isPercentile(widget.at('properties')),
          rows(widget).some((row) =>
            row.list().some((cell) => all(not(cell.text().isPlain()), isPercentile(cell))),
          ),
        ),
      )
      .else('none'),
  fix: 'Show p50, p95 and p99 of the latency',
  fixImpact: { downtime: false },
});
