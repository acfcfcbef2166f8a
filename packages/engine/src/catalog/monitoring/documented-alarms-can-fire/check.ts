import { all } from '../../../model/truth.ts';
import { hasPublishedDimensions, isPublished, ofAws } from '../../blocks/alarms.ts';
import { documentedAlarms } from '../../blocks/documented-alarms.ts';
import { mayTellOfOperations } from '../../blocks/documents.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'documented-alarms-can-fire',
  requirement: 'MON-26',
  severity: 'high',
  effort: 'minutes',
  title: 'Alarms that documents say to make can fire',
  gap: {
    one: 'A document says to make an alarm that can never fire',
    many: '{count} documents say to make alarms that can never fire',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    metric: 'there is no metric {actual}, expected {expected}',
    dimensions: 'the dimensions of an alarm see nothing: {actual} is only published {expected}',
  },
  about: 'repository',
  appliesTo: 'Repository::Document',
  when: (document) => all(mayTellOfOperations(document), documentedAlarms(document).some(ofAws)),
  evaluate: (document) => {
    const metrics = documentedAlarms(document).where(ofAws);
    return all<'metric' | 'dimensions'>(
      metrics.every(isPublished).else('metric'),
      metrics.every(hasPublishedDimensions).else('dimensions'),
    );
  },
  fix: 'Take metric and dimensions from the documentation of the service, and let the code of the infrastructure make the alarm',
  fixImpact: { downtime: false },
});
