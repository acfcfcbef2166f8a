import { all, not } from '../../../model/truth.ts';
import { ALARM, heard, ofAws, watched } from '../../blocks/alarms.ts';
import { ownMetricsPublished } from '../../blocks/own-metrics.ts';
import { worksHere } from '../../blocks/workload.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'business-metric-alarm',
  requirement: 'MON-14',
  severity: 'medium',
  effort: 'hours',
  title: 'An alarm hears when the business does too little',
  gap: {
    one: 'No alarm hears when the business does too little',
    many: 'No alarm hears when the business does too little in {count} roots',
  },
  evidence: ['iac', 'aws'],
  aliases: ['cloudwatch.missingCustomMetrics'],
  frameworks: { wellArchitected: ['ops_observability_identify_kpis'] },
  messages: {
    none: 'no alarm is on a metric of the application itself',
    high: 'no alarm on a metric of the application fires when there is too little of it',
    mute: 'an alarm on a metric of the application tells nobody',
  },
  when: worksHere,
  evaluate: (graph) => {
    const own = graph.of(ALARM).where((alarm) => watched(alarm).some((metric) => not(ofAws(metric))));
    const tooFew = own.where((alarm) =>
      alarm.text('ComparisonOperator').matches('downwards or out of a band', /^LessThan/),
    );
    return all<'none' | 'high' | 'mute'>(
      own.exist().else('none'),
      tooFew.exist().else('high'),
      tooFew.some((alarm) => heard(alarm, graph)).else('mute'),
      tooFew.some((alarm) => all(heard(alarm, graph), ownMetricsPublished(alarm, graph))).else('mute'),
    );
  },
  fix: 'Publish a metric of what the business does (orders, reviews, documents) and set an alarm on too few, with missing data as breaching',
  fixImpact: { downtime: false, monthlyCost: '$0.40 per metric with its alarm' },
});
