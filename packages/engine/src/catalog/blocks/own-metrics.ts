import type { Graph, Resource } from '../../model/graph.ts';
import { Reading } from '../../model/reading.ts';
import { all, any, type Truth } from '../../model/truth.ts';
import { ofAws, type Watched, watched } from './alarms.ts';
import { leftTo } from './left-open.ts';

/**
 * Whether the metrics of its own that an alarm looks at are really published: by a metric filter on the logs, or by code
 * that nobody has read here.
 */
export function ownMetricsPublished(alarm: Resource, graph: Graph): Truth {
  return watched(alarm).every((metric) =>
    any(ofAws(metric), filtered(metric, graph), leftTo('the code that publishes the metric', alarm)),
  );
}

function filtered(metric: Watched, graph: Graph): Truth {
  return graph
    .of('AWS::Logs::MetricFilter')
    .some((filter) =>
      filter
        .list('MetricTransformations')
        .some((made) =>
          all(
            same(made.text('MetricNamespace'), metric.namespace),
            same(made.text('MetricName'), metric.name),
          ),
        ),
    );
}

const same = (a: Reading<string>, b: Reading<string>): Truth =>
  Reading.both(a, b, 'the same', (one, other) => one === other);
