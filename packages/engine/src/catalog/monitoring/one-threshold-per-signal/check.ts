import { type Graph, type Properties, type Resource, refersTo } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, allUntilNo, any, type Truth } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { defineCheck } from '../../check.ts';

const TOPIC = 'AWS::SNS::Topic';

/** Whether two alarms on a resource differ in nothing but their threshold, and tell the same topic. */
function contradict(one: Resource, other: Resource, resource: Resource, graph: Graph): Truth {
  return allUntilNo(
    () => isOnSameSignal(one, other),
    () => one.list('Dimensions').every((dimension) => sharedBy(dimension, other, resource)),
    () => other.list('Dimensions').every((dimension) => sharedBy(dimension, one, resource)),
    () => tellTheSame(one, other, graph),
  );
}

/** Whether two alarms look at one metric in the same way, at different thresholds. */
const isOnSameSignal = onceFor(
  (one: Resource, other: Resource): Truth =>
    allUntilNo(
      () => sameText(one, other, 'MetricName'),
      () => sameText(one, other, 'Namespace'),
      () =>
        Reading.both(
          one.number('Threshold'),
          other.number('Threshold'),
          'one threshold',
          (a, b) => a !== b,
        ).quote(),
      () => sameText(one, other, 'ComparisonOperator'),
      () => any(...['Statistic', 'ExtendedStatistic'].map((property) => sameText(one, other, property))),
      () => Reading.both(one.number('Period'), other.number('Period'), 'another period', (a, b) => a === b),
    ),
);

const sameText = (one: Resource, other: Resource, property: string): Truth =>
  allUntilNo(
    () => Reading.both(one.text(property), other.text(property), 'another one', (a, b) => a === b),
    () => one.has(property),
    () => other.has(property),
  );

/** A dimension that names the resource itself is on both; any other has to be there with the same value. */
const sharedBy = (dimension: Properties, other: Resource, resource: Resource): Truth =>
  any(
    refersTo(dimension.text('Value'), resource),
    other.list('Dimensions').some((same) =>
      all(
        Reading.both(dimension.text('Name'), same.text('Name'), 'another dimension', (a, b) => a === b),
        Reading.both(dimension.text('Value'), same.text('Value'), 'another value', (a, b) => a === b),
      ),
    ),
  );

const tellTheSame = (one: Resource, other: Resource, graph: Graph): Truth =>
  one
    .list('AlarmActions')
    .some((action) =>
      graph
        .follow(action.text(), TOPIC)
        .some((topic) => other.list('AlarmActions').some((another) => refersTo(another.text(), topic))),
    );

export default defineCheck({
  id: 'one-threshold-per-signal',
  requirement: 'MON-25',
  severity: 'low',
  effort: 'minutes',
  title: 'Each signal has one threshold for those whom it tells',
  gap: {
    one: 'Two alarms tell the same people different limits of one signal',
    many: 'For {count} resources two alarms tell the same people different limits of one signal',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    two: 'two alarms are on the same metric, statistic and period and tell the same topic, at different thresholds: {actual}',
  },
  appliesTo: [
    'AWS::Lambda::Function',
    'AWS::ApiGatewayV2::Api',
    'AWS::ApiGateway::RestApi',
    'AWS::RDS::DBInstance',
    'AWS::SQS::Queue',
  ],
  when: (resource, graph) => graph.to(resource, 'alarmsOn').exist().asMembership(),
  evaluate: (resource, graph) => {
    const own = graph.to(resource, 'alarmsOn');
    return own.none((one) => own.some((other) => contradict(one, other, resource, graph))).else('two');
  },
  fix: 'Keep one of the alarms, or let them tell different people at different severities',
  fixImpact: { downtime: false },
});
