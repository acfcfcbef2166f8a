import { choose } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'cluster-container-insights',
  requirement: 'INF-15',
  severity: 'medium',
  effort: 'minutes',
  title: 'Container clusters have Container Insights',
  gap: {
    one: 'A container cluster has no Container Insights',
    many: '{count} container clusters have no Container Insights',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_65',
    'AWS-0034',
    'AwsSolutions-ECS4',
    'ECS.12',
    'ecs_cluster_container_insights_enabled',
  ],
  frameworks: { wellArchitected: ['rel_monitor_aws_resources_monitor_resources'], fsbp: ['ECS.12'] },
  messages: { off: 'Container Insights is not switched on' },
  appliesTo: 'AWS::ECS::Cluster',
  evaluate: (cluster) =>
    choose(
      cluster.has('ClusterSettings'),
      cluster
        .list('ClusterSettings')
        .where((setting) => setting.text('Name').is('containerInsights'))
        .some((setting) => setting.text('Value').oneOf(['enabled', 'enhanced']).quote())
        .else('off'),
      leftTo('the account’s setting of Container Insights for new clusters', cluster),
    ),
  fix: 'Switch Container Insights on, with enhanced observability where tasks are to be seen one by one',
  snippets: {
    terraform: 'setting {\n  name  = "containerInsights"\n  value = "enhanced"\n}',
    cloudformation: 'ClusterSettings: [{ Name: containerInsights, Value: enhanced }]',
  },
  fixImpact: { downtime: false, monthlyCost: 'a few USD for each service, by metrics and logs' },
});
