import { Reading } from '../../../model/reading.ts';
import { defineCheck } from '../../check.ts';

const SCALING = 'ServerlessV2ScalingConfiguration';

export default defineCheck({
  id: 'aurora-capacity-range',
  requirement: 'INF-05',
  severity: 'medium',
  effort: 'minutes',
  title: 'Aurora Serverless has room between its smallest and its largest capacity',
  gap: {
    one: 'A serverless cluster has no room to scale',
    many: '{count} serverless clusters have no room to scale',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_adapt_to_changes_autoscale_adapt'] },
  messages: { fixed: 'the smallest capacity is {actual}, and the largest is not more' },
  appliesTo: 'AWS::RDS::DBCluster',
  when: (cluster) => cluster.has(SCALING),
  evaluate: (cluster) =>
    Reading.both(
      cluster.number(`${SCALING}.MinCapacity`),
      cluster.number(`${SCALING}.MaxCapacity`),
      'room between the smallest and the largest capacity',
      (least, most) => least < most,
    ).else('fixed'),
  fix: 'Set the largest capacity to what the busiest hour needs, and the smallest to what keeps the cache warm',
  fixImpact: { downtime: false },
});
