import type { Graph, Properties } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, any, not, type Truth } from '../../model/truth.ts';

export const DASHBOARD = 'AWS::CloudWatch::Dashboard';

/** The widgets of every dashboard. */
export function widgets(graph: Graph): Many<Properties> {
  return graph.of(DASHBOARD).flatMap((dashboard) => dashboard.list('DashboardBody.widgets'));
}

/** What a widget shows: each row names a namespace, a metric and dimensions, or is an expression. */
export function rows(widget: Properties): Many<Properties> {
  return widget.list('properties.metrics');
}

/** Whether a row is on metrics of a namespace: its first cell, or the expression in it, says which. */
export function isOf(row: Properties, namespace: string): Truth<'another'> {
  return any<'another'>(
    row.list().first(
      (cell) => cell.text().isPlain(),
      (cell) => cell.text().is(namespace),
      'another',
    ),
    row
      .list()
      .some((cell) =>
        all(not(cell.text().isPlain()), cell.has('expression'), cell.text('expression').contains(namespace)),
      ),
  );
}
