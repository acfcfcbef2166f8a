import type { Graph, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { ALARM, watched } from '../../blocks/alarms.ts';
import { documentsOfSystem } from '../../blocks/documents.ts';
import {
  mayStateTargets,
  nothingToCompare,
  objectivesOf,
  thresholdsOf,
} from '../../blocks/stated-targets.ts';
import { defineRootCheck } from '../../check.ts';

/** Metrics of how long users wait, with how many of their unit are a millisecond. */
const LATENCY: readonly (readonly [namespace: string, names: readonly string[], perMillisecond: number])[] = [
  ['AWS/ApiGateway', ['Latency', 'IntegrationLatency'], 1],
  ['AWS/AppSync', ['Latency'], 1],
  ['AWS/CloudFront', ['OriginLatency'], 1],
  ['AWS/AppRunner', ['RequestLatency'], 1],
  ['AWS/ApplicationELB', ['TargetResponseTime'], 0.001],
];

export default defineRootCheck({
  id: 'alarms-fit-objectives',
  requirement: 'MON-25',
  severity: 'medium',
  effort: 'minutes',
  title: 'Alarms ring at what is promised, and not far beyond',
  gap: {
    one: 'Alarms ring only beyond what is promised',
    many: 'At {count} places alarms ring only beyond what is promised',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    latency: 'no alarm on latency rings at what is promised or earlier',
    errors: 'no threshold for errors is at what is promised or below',
  },
  about: 'repository',
  seesInfrastructure: true,
  when: mayStateTargets,
  evaluate: (graph) => {
    const latency = objectivesOf(graph, 'latency').map((one) => one.number('value'));
    const errors = objectivesOf(graph, 'errors').map((one) => one.number('value'));
    const ofLatency = ringsAt(graph);
    const ofErrors = thresholdsOf(graph, 'errors').map((one) => one.number('value'));
    const comparesLatency = all(latency.exist(), ofLatency.exist());
    const comparesErrors = all(errors.exist(), ofErrors.exist());
    return choose(
      any(comparesLatency, comparesErrors),
      all<'latency' | 'errors'>(
        any(
          not(comparesLatency),
          ofLatency.some((at) => latency.some((promise) => fits(at, promise))),
        ).else('latency'),
        any(
          not(comparesErrors),
          ofErrors.some((at) => errors.some((promise) => fits({ at, of: 1 }, promise))),
        ).else('errors'),
      ),
      nothingToCompare(graph, 'stating an objective, and an alarm on the same signal'),
    );
  },
  fix: 'Set the threshold to what is promised, with enough periods that a single slow minute wakes nobody',
  fixImpact: { downtime: false },
});

/** Where an alarm rings, and how many of its unit are one of what is promised. */
interface Rings {
  readonly at: Reading<number>;
  readonly of: number;
}

function fits({ at, of }: Rings, promise: Reading<number>): Truth {
  return Reading.both(
    at,
    promise,
    'at most what is promised',
    (threshold, most) => threshold / of <= most,
  ).quote();
}

/** Where alarms on latency ring, in milliseconds: those of the infrastructure, and those that documents make or speak of. */
function ringsAt(graph: Graph): Many<Rings> {
  const stated = thresholdsOf(graph, 'latency').map((one): Rings => ({ at: one.number('value'), of: 1 }));
  const typed = documentsOfSystem(graph).flatMap((document) =>
    document
      .list('commands')
      .where((command) => all(command.text('operation').is('put-metric-alarm'), command.has('threshold')))
      .where((command) =>
        any(
          ...LATENCY.filter(([, , unit]) => unit === 1).map(([namespace, names]) =>
            all(command.text('namespace').is(namespace), command.text('metric').oneOf(names)),
          ),
        ),
      )
      .map((command): Rings => ({ at: command.number('threshold'), of: 1 })),
  );
  const declared = LATENCY.map(([namespace, names, perMillisecond]) =>
    graph
      .of(ALARM)
      .where((alarm) => isOn(alarm, namespace, names))
      .map((alarm): Rings => ({ at: alarm.number('Threshold'), of: perMillisecond })),
  );
  return declared.reduce((one, other) => one.and(other), stated.and(typed));
}

function isOn(alarm: Resource, namespace: string, names: readonly string[]): Truth {
  return all(
    alarm.has('Threshold'),
    alarm.text('ComparisonOperator').matches('upwards', /^GreaterThan/),
    watched(alarm).some((metric) => all(metric.namespace.is(namespace), metric.name.oneOf(names))),
  );
}
