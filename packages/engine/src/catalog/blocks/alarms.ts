import { type Metric, metricOf, namespaceOf, type Statistic } from '../../knowledge/metrics/index.ts';
import { type Graph, type Properties, type Resource, refersTo } from '../../model/graph.ts';
import { Many } from '../../model/many.ts';
import { Reading } from '../../model/reading.ts';
import { all, any, choose, not, Truth } from '../../model/truth.ts';
import { onceFor } from '../../once-for.ts';
import { isNoName } from './alarm-dimensions.ts';
import { leftTo } from './left-open.ts';

export const ALARM = 'AWS::CloudWatch::Alarm';
export const COMPOSITE_ALARM = 'AWS::CloudWatch::CompositeAlarm';
const TOPIC = 'AWS::SNS::Topic';
const FUNCTION = 'AWS::Lambda::Function';

/** A metric that an alarm looks at: its own, or a member of its expression. */
export interface Watched {
  readonly namespace: Reading<string>;
  readonly name: Reading<string>;
  readonly dimensions: Many<Properties>;
  /** Whether its statistic is one of these, or a percentile where those are meant. */
  readonly statistic: (statistics: readonly Statistic[], percentiles: boolean) => Truth;
  readonly in: Properties;
}

/** The metrics of an alarm: of a simple one its own, of an expression all that it is calculated from. */
export const watched = onceFor(
  (alarm: Resource): Many<Watched> =>
    ownMetric(alarm).and(
      alarm
        .list('Metrics')
        .where((query) => query.has('MetricStat'))
        .map((query) => ({
          namespace: query.text('MetricStat.Metric.Namespace'),
          name: query.text('MetricStat.Metric.MetricName'),
          dimensions: query.list('MetricStat.Metric.Dimensions'),
          statistic: (statistics, percentiles) =>
            query
              .text('MetricStat.Stat')
              .test(
                inWords(statistics, percentiles),
                (stat) =>
                  (statistics as readonly string[]).includes(stat) || (percentiles && PERCENTILE.test(stat)),
              ),
          in: query,
        })),
    ),
);

/** The alarms on a resource; perhaps also those on a query over all metrics of its namespace. */
export function alarmsOn(resource: Resource, graph: Graph, namespace: string): Many<Resource> {
  return graph.to(resource, 'alarmsOn').and(alarmsOnQueries(graph, namespace));
}

/** Neither these nor those on the account depend on whose alarms are looked for: each is found once. */
const alarmsOnQueries = onceFor((graph: Graph, namespace: string) =>
  graph
    .of(ALARM)
    .where((alarm) => mayQuery(alarm, namespace))
    .inShort(),
);

/** Whether an alarm looks at one of these metrics, with whatever statistic. */
export function watches(alarm: Resource, namespace: string, names: readonly string[]): Truth {
  return watchesOneOf(alarm, namespace, ...names);
}

const watchesOneOf = onceFor(
  (alarm: Resource, namespace: string, ...names: readonly string[]): Truth =>
    any(
      watched(alarm).some((metric) => all(metric.namespace.is(namespace), metric.name.oneOf(names))),
      mayQuery(alarm, namespace),
    ),
);

/** The alarms that look at one of these metrics for the account as a whole. */
export const alarmsOnAccount = onceFor((graph: Graph, namespace: string, ...names: readonly string[]) =>
  graph
    .of(ALARM)
    .where((alarm) =>
      watched(alarm).some((metric) =>
        all(metric.namespace.is(namespace), metric.name.oneOf(names), not(metric.dimensions.exist())),
      ),
    )
    .inShort(),
);

/** Whether an alarm looks at a percentile of one of these metrics. */
export function watchesPercentile(alarm: Resource, namespace: string, names: readonly string[]): Truth {
  return any(
    watched(alarm).some((metric) =>
      all(metric.namespace.is(namespace), metric.name.oneOf(names), metric.statistic([], true).quote()),
    ),
    mayQuery(alarm, namespace),
  );
}

/** Whether an alarm looks at a metric that AWS publishes. */
export function ofAws(metric: Watched): Truth {
  return metric.namespace.matches('a namespace of AWS', /^(AWS\/|ECS\/ContainerInsights$)/);
}

/** Whether each of several signals is watched by an alarm that can fire and is heard. */
export function watchedWell<Id extends string>(
  own: Many<Resource>,
  signals: readonly (readonly [Id, Many<Resource>])[],
  graph: Graph,
): Truth<Id | 'none' | 'deaf' | 'mute'> {
  const firing = signals.map(([, alarms]) => alarms.where((alarm) => canFire(alarm, graph)));
  return all<Id | 'none' | 'deaf' | 'mute'>(
    own.exist().else('none'),
    ...signals.map(([id, alarms]) => alarms.exist().else(id)),
    ...firing.map((alarms) => alarms.exist().else('deaf')),
    ...firing.map((alarms) => alarms.some((alarm) => heard(alarm, graph)).else('mute')),
  );
}

/** Whether all that an alarm needs to fire is there: metric, dimensions, statistic and a threshold within reach. */
export const canFire = onceFor(
  (alarm: Resource, graph: Graph): Truth =>
    all(
      any(
        watched(alarm).every((metric) =>
          any(
            not(ofAws(metric)),
            all(isPublished(metric), isPublishedSo(metric, graph), hasSenseAsStatistic(metric)),
          ),
        ),
        isQuery(alarm),
      ),
      canBeReached(alarm, graph),
    ),
);

/** Whether the namespace has this metric; unknown where we do not know all its metrics. */
export function isPublished(metric: Watched): Truth {
  return metric.namespace.ask((namespace) =>
    metric.name.ask((name) =>
      metricOf(namespace, name) === undefined && namespaceOf(namespace)?.complete !== true
        ? leftTo(`whether ${namespace} has a metric ${name}`, metric.in)
        : metric.name.test(`a metric of ${namespace}`, () => metricOf(namespace, name) !== undefined).quote(),
    ),
  );
}

/** Whether the metric is ever published with exactly these dimensions, and their values are names. */
export function isPublishedSo(metric: Watched, graph: Graph): Truth {
  return all(
    hasPublishedDimensions(metric),
    metric.dimensions.none((dimension) => isNoName(dimension, graph)),
  );
}

/** Whether the metric is ever published with dimensions of these names, and of these values where they are fixed. */
export function hasPublishedDimensions(metric: Watched): Truth {
  return published(metric, (known) =>
    any(
      ...known.dimensions.map((names) =>
        all(
          ...names.map((name) =>
            metric.dimensions.some((dimension) => isDimension(dimension, name, known.values?.[name])),
          ),
          metric.dimensions.none((dimension) => not(dimension.text('Name').oneOf(names))),
        ),
      ),
      // Decides nothing; says in the message what is published.
      metric.name.test(dimensionsInWords(known), () => false).quote(),
    ),
  );
}

function isDimension(dimension: Properties, name: string, values: readonly string[] | undefined): Truth {
  const named = dimension.text('Name').is(name);
  return values === undefined ? named : all(named, dimension.text('Value').oneOf(values));
}

function dimensionsInWords({ dimensions, values = {} }: Metric): string {
  const sets = dimensions
    .slice(0, SETS_SHOWN)
    .map((names) => (names.length === 0 ? 'without dimensions' : `with ${joined(names.map(named), 'and')}`));
  return joined(dimensions.length > SETS_SHOWN ? [...sets, 'with some others'] : sets, 'or');

  function named(name: string): string {
    return values[name]?.length === 1 ? `${name} ${values[name]}` : name;
  }
}

const SETS_SHOWN = 3;

/** `a, b and c` */
function joined(words: readonly string[], by: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${by} ${words.at(-1)}`;
}

/** Whether the statistic says something about this metric. */
export function hasSenseAsStatistic(metric: Watched): Truth {
  return published(metric, ({ statistics, percentiles }) =>
    metric.statistic(statistics, percentiles).quote(),
  );
}

/** Whether the threshold of a simple alarm is within what its metric can be. */
export function canBeReached(alarm: Resource, graph: Graph): Truth {
  return ownMetric(alarm).none((metric) =>
    not(all(withinRange(alarm, metric), withinTimeout(alarm, metric, graph))),
  );
}

/** Whether somebody is told: by the alarm's own actions, or by a composite alarm that it is part of. */
export const heard = onceFor(
  (alarm: Resource, graph: Graph): Truth =>
    any(
      all(
        alarm.bool('ActionsEnabled').is(true),
        alarm.list('AlarmActions').some((action) => arrives(action, graph)),
      ),
      heardThroughComposite(alarm, graph),
    ),
);

/** Whether a composite alarm has it in its rule and is heard itself. */
export function heardThroughComposite(alarm: Resource, graph: Graph): Truth {
  return graph.of(COMPOSITE_ALARM).some((composite) =>
    all(
      isIn(alarm, composite),
      composite.bool('ActionsEnabled').is(true),
      composite.list('AlarmActions').some((action) => arrives(action, graph)),
    ),
  );
}

/** Whether an action reaches somebody, or mends something by itself. One that scales does neither. */
export function arrives(action: Properties, graph: Graph): Truth {
  const target = action.text();
  return any(
    graph.follow(target, TOPIC).some((topic) => hasSubscriber(topic, graph)),
    ...ACTING.map((type) => graph.follow(target, type).exist()),
    all(not(target.isBareReference()), any(...SERVICES.map((service) => target.contains(`:${service}:`)))),
  );
}

/** Whether an action only scales: the alarm steers, it is meant for nobody. */
export function scales(action: Properties, graph: Graph): Truth {
  const target = action.text();
  return any(
    ...SCALING.map((type) => graph.follow(target, type).exist()),
    all(not(target.isBareReference()), target.contains(':autoscaling:')),
  );
}

/** Whether a topic has a subscription, written in it or beside it. */
export function hasSubscriber(topic: Resource, graph: Graph): Truth {
  return any(graph.to(topic, 'notifies').exist(), topic.list('Subscription').exist());
}

const query = (expression: Properties): Truth =>
  all(
    expression.has('Expression'),
    expression.text('Expression').matches('a query of Metrics Insights', /^\s*SELECT\b/i),
  );

/** Whether an alarm is on a query (`SELECT MAX(Errors) FROM …`) instead of named metrics. */
function isQuery(alarm: Resource): Truth {
  return alarm.list('Metrics').some(query);
}

/** What a query selects is decided when it runs: unknown for one over this namespace, no for anything else. */
function mayQuery(alarm: Resource, namespace: string): Truth {
  return alarm
    .list('Metrics')
    .some((expression) =>
      all(
        query(expression),
        expression.text('Expression').contains(namespace),
        leftTo(`what the query of ${alarm.address} selects`, expression),
      ),
    );
}

/** Resources that an alarm can set off. */
const ACTING = [FUNCTION, 'AWS::Lambda::Alias', 'AWS::SSMIncidents::ResponsePlan'];

/** Services of actions without a topic: recover an instance, open an item or an incident, call a function. */
const SERVICES = ['automate', 'swf', 'ssm', 'ssm-incidents', 'lambda', 'aiops'];

const SCALING = ['AWS::AutoScaling::ScalingPolicy', 'AWS::ApplicationAutoScaling::ScalingPolicy'];

/** `p99`, `tm90`, `TM(5%:95%)`, `IQM`: the extended statistics. */
const PERCENTILE = /^((p|tm|wm|tc|ts)\d|(pr|tm|wm|tc|ts)\(|iqm$)/i;

function inWords(statistics: readonly Statistic[], percentiles: boolean): string {
  return [...statistics, ...(percentiles ? ['a percentile'] : [])].join(', ');
}

function ownMetric(alarm: Resource): Many<Watched> {
  const own: Watched = {
    namespace: alarm.text('Namespace'),
    name: alarm.text('MetricName'),
    dimensions: alarm.list('Dimensions'),
    statistic: (statistics, percentiles) =>
      choose(
        alarm.has('ExtendedStatistic'),
        () => alarm.text('ExtendedStatistic').test(inWords(statistics, percentiles), () => percentiles),
        () =>
          alarm
            .text('Statistic')
            .test(inWords(statistics, percentiles), (statistic) =>
              (statistics as readonly string[]).includes(statistic),
            ),
      ),
    in: alarm,
  };
  return new Many([{ item: own, in: Truth.yes(alarm.whereabouts()) }], [alarm.whereabouts()]).where(() =>
    alarm.has('MetricName'),
  );
}

/** What the catalogue of metrics says about it; unknown for a metric that is not there. */
function published(metric: Watched, question: (known: Metric) => Truth): Truth {
  return metric.namespace.ask((namespace) =>
    metric.name.ask((name) => {
      const known = metricOf(namespace, name);
      return known === undefined ? leftTo(`how ${namespace} publishes ${name}`, metric.in) : question(known);
    }),
  );
}

function withinRange(alarm: Resource, metric: Watched): Truth {
  const crossed = (range: Metric['range']) =>
    alarm.text('ComparisonOperator').ask((operator) =>
      alarm
        .number('Threshold')
        .test(inReach(operator, range), (threshold) => canCross(operator, threshold, range))
        .quote(),
    );
  return any(
    not(ofAws(metric)),
    published(metric, ({ range }) =>
      choose(
        alarm.text('Statistic').oneOf(['Sum', 'SampleCount']),
        () => crossed(range?.min === undefined ? {} : { min: range.min }),
        () => crossed(range),
      ),
    ),
  );
}

function inReach(
  operator: string,
  { min = 0, max = Number.POSITIVE_INFINITY }: Metric['range'] = {},
): string {
  switch (operator) {
    case 'GreaterThanThreshold':
      return `below ${max}`;
    case 'GreaterThanOrEqualToThreshold':
      return `at most ${max}`;
    case 'LessThanThreshold':
      return `above ${min}`;
    default:
      return `at least ${min}`;
  }
}

function canCross(operator: string, threshold: number, range: Metric['range']): boolean {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = range ?? {};
  switch (operator) {
    case 'GreaterThanThreshold':
      return threshold < max;
    case 'GreaterThanOrEqualToThreshold':
      return threshold <= max;
    case 'LessThanThreshold':
      return threshold > min;
    case 'LessThanOrEqualToThreshold':
      return threshold >= min;
    default:
      return true; // bands of anomaly detection
  }
}

/** A function is stopped at its time-out, so its duration never gets beyond. */
function withinTimeout(alarm: Resource, metric: Watched, graph: Graph): Truth {
  const upwards = all(
    metric.namespace.is('AWS/Lambda'),
    metric.name.is('Duration'),
    alarm.text('ComparisonOperator').matches('upwards', /^GreaterThan/),
  );
  return any(
    not(upwards),
    metric.dimensions
      .where((dimension) => dimension.text('Name').is('FunctionName'))
      .flatMap((dimension) => graph.follow(dimension.text('Value'), FUNCTION))
      .none((fn) =>
        not(
          Reading.both(
            alarm.number('Threshold'),
            fn.number('Timeout'),
            'below the time-out of the function',
            (threshold, timeout) => threshold <= timeout * 1000,
          ).quote(),
        ),
      ),
  );
}

/** Whether the rule of a composite alarm names an alarm: by reference, or by its name in `ALARM("name")`. */
function isIn(alarm: Resource, composite: Resource): Truth {
  const rule = composite.text('AlarmRule');
  return any(
    refersTo(rule, alarm),
    all(
      alarm.has('AlarmName'),
      alarm.text('AlarmName').ask((name) => rule.contains(name)),
    ),
  );
}
