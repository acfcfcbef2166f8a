import { all } from '../../../model/truth.ts';
import { heard, watches } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'canary-alarms',
  requirement: 'MON-15',
  severity: 'medium',
  effort: 'minutes',
  title: 'Somebody hears when a canary fails',
  gap: {
    one: 'A canary can fail without anybody hearing of it',
    many: '{count} canaries can fail without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches whether its runs succeed',
    mute: 'an alarm watches it that tells nobody',
  },
  appliesTo: 'AWS::Synthetics::Canary',
  evaluate: (canary, graph) => {
    const alarms = graph
      .to(canary, 'alarmsOn')
      .where((alarm) => watches(alarm, 'CloudWatchSynthetics', ['SuccessPercent', 'Failed', '5xx', '4xx']));
    return all<'none' | 'mute'>(
      alarms.exist().else('none'),
      alarms.some((alarm) => heard(alarm, graph)).else('mute'),
    );
  },
  fix: 'Set an alarm on SuccessPercent of the canary, with a topic that somebody reads as action',
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
