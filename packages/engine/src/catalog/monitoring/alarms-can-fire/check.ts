import { all } from '../../../model/truth.ts';
import { isNoName } from '../../blocks/alarm-dimensions.ts';
import {
  ALARM,
  canBeReached,
  hasPublishedDimensions,
  hasSenseAsStatistic,
  isPublished,
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
    value: 'a dimension is given {actual}, expected {expected}',
    statistic: 'the statistic {actual} says nothing about its metric, expected {expected}',
    threshold: 'the threshold {actual} is out of reach, expected {expected}',
  },
  appliesTo: ALARM,
  // What an application publishes itself is not ours to know.
  when: (alarm) => watched(alarm).some(ofAws),
  evaluate: (alarm, graph) => {
    const metrics = watched(alarm).where(ofAws);
    return all<'metric' | 'dimensions' | 'value' | 'statistic' | 'threshold'>(
      metrics.every(isPublished).else('metric'),
      metrics.every((metric) => hasPublishedDimensions(metric)).else('dimensions'),
      metrics
        .none((metric) => metric.dimensions.some((dimension) => isNoName(dimension, graph)))
        .else('value'),
      metrics.every(hasSenseAsStatistic).else('statistic'),
      canBeReached(alarm, graph).else('threshold'),
    );
  },
  fix: 'Take metric, dimensions and statistic from the documentation of the service, and a threshold that the metric can reach',
  fixImpact: { downtime: false },
});
