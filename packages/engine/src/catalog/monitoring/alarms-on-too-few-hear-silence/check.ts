import { all, any, not } from '../../../model/truth.ts';
import { ALARM, arrives, ofAws, type Watched, watched } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

/** Metrics of AWS that are not published while there is nothing to measure. */
const STOPPING: Readonly<Record<string, readonly string[]>> = {
  'ECS/ContainerInsights': ['RunningTaskCount'],
  'AWS/ApplicationELB': ['RequestCount', 'HTTPCode_Target_2XX_Count'],
  'AWS/ApiGateway': ['Count'],
  'AWS/Lambda': ['Invocations'],
  'AWS/Events': ['Invocations', 'TriggeredRules'],
  'AWS/States': ['ExecutionsSucceeded', 'ExecutionsStarted'],
};

/** What applications publish themselves stops with them. */
const stopsWithItsSource = (metric: Watched) =>
  any(
    not(ofAws(metric)),
    ...Object.entries(STOPPING).map(([namespace, names]) =>
      all(metric.namespace.is(namespace), metric.name.oneOf(names)),
    ),
  );

export default defineCheck({
  id: 'alarms-on-too-few-hear-silence',
  requirement: 'MON-26',
  severity: 'medium',
  effort: 'minutes',
  title: 'Alarms on too few of something also hear when there is nothing at all',
  gap: {
    one: 'An alarm on too few of something is silent when there is nothing at all',
    many: '{count} alarms on too few of something are silent when there is nothing at all',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    silent: 'missing data is treated as {actual}, expected breaching: what has stopped sends no data',
  },
  appliesTo: ALARM,
  when: (alarm) =>
    all(
      alarm.text('ComparisonOperator').matches('downwards', /^LessThan(OrEqualTo)?Threshold$/),
      watched(alarm).some(stopsWithItsSource),
    ).asMembership(),
  evaluate: (alarm, graph) =>
    any(
      alarm.text('TreatMissingData').is('breaching').quote(),
      all(
        alarm.text('TreatMissingData').is('missing'),
        alarm.list('InsufficientDataActions').some((action) => arrives(action, graph)),
      ),
    ).else('silent'),
  fix: 'Treat missing data as breaching',
  snippets: {
    terraform: 'treat_missing_data = "breaching"',
    cloudformation: 'TreatMissingData: breaching',
  },
  fixImpact: { downtime: false },
});
