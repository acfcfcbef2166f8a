import { any } from '../../../model/truth.ts';
import { runsHere } from '../../blocks/workload.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'dashboard-exists',
  requirement: 'MON-10',
  severity: 'medium',
  effort: 'hours',
  title: 'A dashboard shows how the system is doing',
  gap: { one: 'No dashboard shows how the system is doing', many: 'No dashboard in {count} roots' },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_dashboards'] },
  messages: { none: 'there is no dashboard' },
  when: (graph) => any(runsHere(graph), graph.of('AWS::CloudWatch::Dashboard').exist()),
  evaluate: (graph) => graph.of('AWS::CloudWatch::Dashboard').exist().else('none'),
  fix: 'Define a dashboard with requests, errors, latency percentiles and saturation of each part',
  fixImpact: { downtime: false, monthlyCost: 'cloudwatch-dashboard' },
});
