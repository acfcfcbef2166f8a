import { all, any } from '../../../model/truth.ts';
import { ALARM, type Watched, watched } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

/** What users wait for, by namespace. */
const LATENCY: Readonly<Record<string, readonly string[]>> = {
  'AWS/ApiGateway': ['Latency', 'IntegrationLatency'],
  'AWS/AppSync': ['Latency'],
  'AWS/ApplicationELB': ['TargetResponseTime'],
  'AWS/CloudFront': ['OriginLatency'],
  'AWS/Lambda': ['Duration'],
};

const isLatency = (metric: Watched) =>
  any(
    ...Object.entries(LATENCY).map(([namespace, names]) =>
      all(metric.namespace.is(namespace), metric.name.oneOf(names)),
    ),
  ).asMembership();

export default defineCheck({
  id: 'alarms-on-latency-use-percentiles',
  requirement: 'MON-26',
  severity: 'medium',
  effort: 'minutes',
  title: 'Alarms on latency look at a percentile',
  gap: {
    one: 'An alarm on latency looks at an average',
    many: '{count} alarms on latency look at an average',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    average: 'the statistic is {actual}, expected a percentile: an average hides the slow requests',
  },
  appliesTo: ALARM,
  when: (alarm) => watched(alarm).some(isLatency),
  evaluate: (alarm) =>
    watched(alarm)
      .where(isLatency)
      .none((metric) => metric.statistic(['Average'], false).quote())
      .else('average'),
  fix: 'Take a percentile (p95, p99) as extended statistic of the alarm',
  snippets: {
    terraform: 'extended_statistic = "p99"',
    cloudformation: 'ExtendedStatistic: p99',
  },
  fixImpact: { downtime: false },
});
