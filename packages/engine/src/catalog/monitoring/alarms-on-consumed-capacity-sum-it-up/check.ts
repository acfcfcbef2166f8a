import { all } from '../../../model/truth.ts';
import { ALARM, type Watched, watched } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

const isConsumption = (metric: Watched) =>
  all(
    metric.namespace.is('AWS/DynamoDB'),
    metric.name.oneOf(['ConsumedReadCapacityUnits', 'ConsumedWriteCapacityUnits']),
  ).asMembership();

export default defineCheck({
  id: 'alarms-on-consumed-capacity-sum-it-up',
  requirement: 'MON-26',
  severity: 'medium',
  effort: 'minutes',
  title: 'Alarms on consumed capacity look at its sum',
  gap: {
    one: 'An alarm on consumed capacity looks at single requests',
    many: '{count} alarms on consumed capacity look at single requests',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    single: 'the statistic is {actual}, expected Sum: the others say what one request consumed',
  },
  appliesTo: ALARM,
  when: (alarm) => watched(alarm).some(isConsumption),
  evaluate: (alarm) =>
    watched(alarm)
      .where(isConsumption)
      .every((metric) => metric.statistic(['Sum'], false).quote())
      .else('single'),
  fix: 'Take the sum, and divide it by the seconds of the period to compare it with provisioned units',
  snippets: {
    terraform: 'statistic = "Sum"',
    cloudformation: 'Statistic: Sum',
  },
  fixImpact: { downtime: false },
});
