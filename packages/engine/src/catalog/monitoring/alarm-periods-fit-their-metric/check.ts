import type { Resource } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { ALARM, type Watched, watched } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

type Metrics = Readonly<Record<string, readonly string[]>>;

/** Seconds; Amazon S3 User Guide, "Amazon S3 daily storage metrics": once a day. */
const DAY = 86400;
const DAILY: Metrics = { 'AWS/S3': ['BucketSizeBytes', 'NumberOfObjects'] };

/** Seconds; CloudWatch User Guide, "Create a billing alarm": a period of 6 hours. */
const SIX_HOURS = 21600;
const BILLING: Metrics = { 'AWS/Billing': ['EstimatedCharges'] };

const HOUR = 3600;
/** What users feel while it lasts. */
const URGENT: Metrics = {
  'AWS/ApiGateway': ['5xx', '5XXError', 'Latency'],
  'AWS/AppSync': ['5XXError', 'Latency'],
  'AWS/ApplicationELB': [
    'HTTPCode_Target_5XX_Count',
    'HTTPCode_ELB_5XX_Count',
    'TargetResponseTime',
    'UnHealthyHostCount',
    'HealthyHostCount',
  ],
  'AWS/CloudFront': ['5xxErrorRate'],
  'AWS/Lambda': ['Throttles', 'Duration'],
};

const isOf = (metrics: Metrics) => (metric: Watched) =>
  any(
    ...Object.entries(metrics).map(([namespace, names]) =>
      all(metric.namespace.is(namespace), metric.name.oneOf(names)),
    ),
  ).asMembership();

const periodOf = (alarm: Resource, least: number): Truth => alarm.number('Period').atLeast(least).quote();

/** From the first bad datapoint to the alarm. */
const withinAnHour = (alarm: Resource): Truth =>
  choose(
    alarm.has('DatapointsToAlarm'),
    lasting(alarm, 'DatapointsToAlarm'),
    lasting(alarm, 'EvaluationPeriods'),
  );

const lasting = (alarm: Resource, datapoints: string): Truth =>
  Reading.both(
    alarm.number('Period'),
    alarm.number(datapoints),
    'an hour in all',
    (seconds, times) => seconds * times <= HOUR,
  ).quote();

export default defineCheck({
  id: 'alarm-periods-fit-their-metric',
  requirement: 'MON-26',
  severity: 'medium',
  effort: 'minutes',
  title: 'The periods of alarms fit how often their metric comes and how soon somebody must know',
  gap: {
    one: 'The period of an alarm misses its signal',
    many: 'The periods of {count} alarms miss their signals',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    rare: 'the period is {actual} seconds, expected {expected}: the metric comes less often',
    late: 'it fires only after more than an hour: {property} is {actual}, expected {expected}',
  },
  appliesTo: ALARM,
  when: (alarm) =>
    all(
      alarm.has('MetricName'),
      watched(alarm).some(isOf({ ...DAILY, ...BILLING, ...URGENT })),
    ).asMembership(),
  evaluate: (alarm) =>
    all<'rare' | 'late'>(
      any(not(watched(alarm).some(isOf(DAILY))), periodOf(alarm, DAY)).else('rare'),
      any(not(watched(alarm).some(isOf(BILLING))), periodOf(alarm, SIX_HOURS)).else('rare'),
      any(not(watched(alarm).some(isOf(URGENT))), withinAnHour(alarm)).else('late'),
    ),
  fix: 'Take a period that is as long as the metric needs, and no longer than somebody may go without knowing',
  fixImpact: { downtime: false },
});
