import { all } from '../../../model/truth.ts';
import { ALARM } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

/** What a threshold can sensibly be: anything else was meant in another unit. Units from the documentation of each service. */
interface Unit {
  readonly metrics: readonly string[];
  readonly unit: string;
  readonly least: number;
  readonly most: number;
}

const MEBIBYTE = 1048576;
const ENDLESS = Number.POSITIVE_INFINITY;

const UNITS: readonly Unit[] = [
  {
    // The longest time that a balancer waits is set in seconds as well: 4000.
    metrics: ['AWS/ApplicationELB TargetResponseTime'],
    unit: 'seconds, at most 120',
    least: 0,
    most: 120,
  },
  {
    metrics: ['AWS/ApiGateway Latency', 'AWS/ApiGateway IntegrationLatency', 'AWS/AppSync Latency'],
    unit: 'milliseconds, at least 10',
    least: 10,
    most: ENDLESS,
  },
  { metrics: ['AWS/Lambda Duration'], unit: 'milliseconds, at least 10', least: 10, most: ENDLESS },
  { metrics: ['AWS/Lambda IteratorAge'], unit: 'milliseconds, at least 1000', least: 1000, most: ENDLESS },
  {
    metrics: ['AWS/RDS FreeStorageSpace', 'AWS/RDS FreeableMemory', 'AWS/RDS FreeLocalStorage'],
    unit: 'bytes, at least 1048576',
    least: MEBIBYTE,
    most: ENDLESS,
  },
  {
    metrics: [
      'AWS/RDS CPUUtilization',
      'AWS/RDS ACUUtilization',
      'AWS/ECS CPUUtilization',
      'AWS/ECS MemoryUtilization',
      'AWS/EC2 CPUUtilization',
    ],
    unit: 'percent, more than 1',
    least: 1.0001,
    most: ENDLESS,
  },
  {
    // No queue keeps a message longer than 14 days.
    metrics: ['AWS/SQS ApproximateAgeOfOldestMessage'],
    unit: 'seconds, at most 1209600',
    least: 0,
    most: 1209600,
  },
];

function unitsOf(namespace: string, metric: string): readonly Unit[] {
  return UNITS.filter((unit) => unit.metrics.includes(`${namespace} ${metric}`));
}

export default defineCheck({
  id: 'alarm-thresholds-in-their-unit',
  requirement: 'MON-26',
  severity: 'high',
  effort: 'minutes',
  title: 'Thresholds of alarms are in the unit of their metric',
  gap: {
    one: 'The threshold of an alarm is in another unit than its metric',
    many: 'The thresholds of {count} alarms are in another unit than their metrics',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    unit: 'the threshold is {actual}, expected {expected}',
  },
  appliesTo: ALARM,
  when: (alarm) =>
    all(
      alarm
        .text('Namespace')
        .test('a namespace with such metrics', (namespace) =>
          UNITS.some((unit) => unit.metrics.some((metric) => metric.startsWith(`${namespace} `))),
        ),
      alarm
        .text('Namespace')
        .ask((namespace) =>
          alarm
            .text('MetricName')
            .test('a metric whose unit is often mistaken', (metric) => unitsOf(namespace, metric).length > 0),
        ),
    ).asMembership(),
  evaluate: (alarm) =>
    alarm
      .text('Namespace')
      .ask((namespace) =>
        alarm.text('MetricName').ask((metric) =>
          all(
            ...unitsOf(namespace, metric).map(({ unit, least, most }) =>
              alarm
                .number('Threshold')
                .test(unit, (threshold) => threshold >= least && threshold <= most)
                .quote(),
            ),
          ),
        ),
      )
      .else('unit'),
  fix: 'Write the threshold in the unit that the metric is published in',
  fixImpact: { downtime: false },
});
