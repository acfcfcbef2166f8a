import type { Resource } from '../../../model/graph.ts';
import { all, not, type Truth } from '../../../model/truth.ts';
import { ALARM, alarmsOn, heard, ofAws, watched, watchedWell, watches } from '../../blocks/alarms.ts';
import { ownMetricsPublished } from '../../blocks/own-metrics.ts';
import { defineCheck } from '../../check.ts';

const COGNITO = 'AWS/Cognito';

/** Whether an alarm is on sign-ins that the application counts itself. */
const countsSignIns = (alarm: Resource): Truth =>
  watched(alarm).some((metric) =>
    all(
      not(ofAws(metric)),
      metric.name.matches(
        'failed sign-ins',
        /(sign|log)[-_ ]?in|auth(entication)?[-_ ]?fail|failed[-_ ]?auth/i,
      ),
    ),
  );

export default defineCheck({
  id: 'sign-in-alarms',
  requirement: 'MON-07',
  severity: 'medium',
  effort: 'hours',
  title: 'Somebody hears when many sign-ins fail',
  gap: {
    one: 'Sign-ins can fail in numbers without anybody hearing of it',
    many: 'Sign-ins to {count} user pools can fail in numbers without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches it, and none watches failed sign-ins that the application counts',
    failures: 'no alarm watches how many sign-ins succeed',
    deaf: 'an alarm watches it that can never fire',
    mute: 'an alarm watches it that tells nobody',
  },
  appliesTo: 'AWS::Cognito::UserPool',
  evaluate: (pool, graph) => {
    const own = alarmsOn(pool, graph, COGNITO);
    const counted = graph.of(ALARM).where(countsSignIns);
    const failures = own.where((alarm) =>
      watches(alarm, COGNITO, ['SignInSuccesses', 'FederationSuccesses']),
    );
    return all<'none' | 'failures' | 'deaf' | 'mute'>(
      watchedWell(own.and(counted), [['failures', failures.and(counted)]], graph),
      failures
        .and(counted)
        .some((alarm) => all(heard(alarm, graph), ownMetricsPublished(alarm, graph)))
        .else('mute'),
    );
  },
  fix: 'Set an alarm on the average of SignInSuccesses below the share that is usual, or on failed sign-ins that the application counts, with a topic that somebody reads as action',
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
