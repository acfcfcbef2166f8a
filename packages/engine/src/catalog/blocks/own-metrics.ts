import type { Graph, Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { Reading } from '../../model/reading.ts';
import { all, any, not, type Truth } from '../../model/truth.ts';
import { onceFor } from '../../once-for.ts';
import { ofAws, type Watched, watched } from './alarms.ts';
import { leftTo } from './left-open.ts';
import { someCodeIsElsewhere } from './running-code.ts';
import { comesToRun } from './served-code.ts';

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
  return metricsOfFilters(graph).some((made) => isNamedAs(made, metric));
}

/** A metric that something publishes, as far as that says which. */
export interface Published {
  readonly namespace: Reading<string>;
  readonly name: Reading<string>;
  /** The names of its dimensions. */
  readonly dimensions: Many<Reading<string>>;
}

/** Whether code that was read, or a filter on logs, publishes a metric with the dimensions that an alarm looks for. */
export function publishedAsWatched(metric: Watched, graph: Graph): Truth {
  const named = metricsOfFilters(graph)
    .and(metricsOfCode(graph))
    .where((made) => isNamedAs(made, metric));
  return any(
    named.some((made) => all(hasDimensionsOf(made, metric), hasValuesOf(metric))),
    // Code that nobody has read here may publish the same name with others.
    all(any(not(named.exist()), someCodeIsElsewhere(graph)), leftTo('the code that publishes it', metric.in)),
  );
}

const metricsOfFilters = onceFor(
  (graph: Graph): Many<Published> => graph.of('AWS::Logs::MetricFilter').flatMap(metricsOf),
);

export function metricsOf(filter: Resource): Many<Published> {
  return filter.list('MetricTransformations').map((made) => ({
    namespace: made.text('MetricNamespace'),
    name: made.text('MetricName'),
    dimensions: made.list('Dimensions').map((dimension) => dimension.text('Key')),
  }));
}

const metricsOfCode = onceFor(
  (graph: Graph): Many<Published> =>
    graph
      .of('Repository::Metric')
      .where((metric) => comesToRun(metric, graph))
      .flatMap((metric) =>
        metric.list('stored').map((made) => ({
          namespace: made.text('namespace'),
          name: made.text('name'),
          dimensions: made.list('dimensions').map((name) => name.text()),
        })),
      ),
);

export function isNamedAs(made: Published, metric: Watched): Truth {
  return all(same(made.namespace, metric.namespace), same(made.name, metric.name));
}

/** A metric with other dimensions is another metric, those with fewer and with more included. */
export function hasDimensionsOf(made: Published, metric: Watched): Truth {
  return all(
    made.dimensions.none((own) => metric.dimensions.none((watchedFor) => same(own, watchedFor.text('Name')))),
    metric.dimensions.none((watchedFor) => made.dimensions.none((own) => same(own, watchedFor.text('Name')))),
  );
}

/** With other values it is another metric, too; what is published is known by the names of its dimensions. */
export function hasValuesOf(metric: Watched): Truth {
  return any(
    not(metric.dimensions.exist()),
    leftTo('comparing the values of its dimensions with those that are published', metric.in),
  );
}

const same = (a: Reading<string>, b: Reading<string>): Truth =>
  Reading.both(a, b, 'the same', (one, other) => one === other);
