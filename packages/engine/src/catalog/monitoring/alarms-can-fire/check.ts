import { all } from '../../../model/truth.ts';
import {
  ALARM,
  canBeReached,
  hasSenseAsStatistic,
  isPublished,
  isPublishedSo,
  ofAws,
  watched,
} from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'alarms-can-fire',
  requirement: 'MON-26',
  severity: 'high',
  effort: 'minutes',
  title: 'Every alarm can fire',
  gap: {
    one: 'An alarm can never fire or means something else',
    many: '{count} alarms can never fire or mean something else',
  },
  evidence: ['iac', 'aws', 'metrics'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    metric: 'there is no metric {actual}, expected {expected}',
    dimensions: 'its dimensions see nothing: {actual} is only published {expected}',
    statistic: 'the statistic {actual} says nothing about its metric, expected {expected}',
    threshold: 'the threshold {actual} is out of reach, expected {expected}',
  },
  appliesTo: ALARM,
  // What an application publishes itself is not ours to know.
  when: (alarm) => watched(alarm).some(ofAws),
  evaluate: (alarm, graph) => {
    const metrics = watched(alarm).where(ofAws);
    return all<'metric' | 'dimensions' | 'statistic' | 'threshold'>(
      metrics.every(isPublished).else('metric'),
      metrics.every(isPublishedSo).else('dimensions'),
      metrics.every(hasSenseAsStatistic).else('statistic'),
      canBeReached(alarm, graph).else('threshold'),
    );
  },
  fix: 'Take metric, dimensions and statistic from the documentation of the service, and a threshold that the metric can reach',
  fixImpact: { downtime: false },
});
