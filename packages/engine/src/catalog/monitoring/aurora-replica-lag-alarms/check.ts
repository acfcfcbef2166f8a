import type { Graph, Resource } from '../../../model/graph.ts';
import { all } from '../../../model/truth.ts';
import { alarmsOn, watchedWell, watches } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

const RDS = 'AWS/RDS';

const readersOf = (cluster: Resource, graph: Graph) =>
  graph.to(cluster, 'memberOf').where((member) => member.isA('AWS::RDS::DBInstance'));

export default defineCheck({
  id: 'aurora-replica-lag-alarms',
  requirement: 'MON-06',
  severity: 'high',
  effort: 'hours',
  title: 'Somebody hears when the readers of an Aurora cluster fall behind',
  gap: {
    one: 'The readers of a cluster can fall behind without anybody hearing of it',
    many: 'The readers of {count} clusters can fall behind without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches how far its readers lag behind',
    deaf: 'an alarm watches it that can never fire',
    mute: 'an alarm watches it that tells nobody',
  },
  appliesTo: 'AWS::RDS::DBCluster',
  when: (cluster, graph) =>
    all(
      cluster.text('Engine').matches('Aurora', /^aurora/),
      readersOf(cluster, graph).atLeast(2),
    ).asMembership(),
  evaluate: (cluster, graph) => {
    const behind = alarmsOn(cluster, graph, RDS)
      .and(readersOf(cluster, graph).flatMap((instance) => graph.to(instance, 'alarmsOn')))
      .where((alarm) => watches(alarm, RDS, ['AuroraReplicaLag', 'AuroraReplicaLagMaximum', 'ReplicaLag']));
    return watchedWell(behind, [['none', behind]], graph);
  },
  fix: 'Set an alarm on AuroraReplicaLagMaximum of the cluster, in milliseconds, with a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "lag" {\n  alarm_name          = "lag"\n  namespace           = "AWS/RDS"\n  metric_name         = "AuroraReplicaLagMaximum"\n  dimensions          = { DBClusterIdentifier = aws_rds_cluster.orders.cluster_identifier }\n  statistic           = "Maximum"\n  comparison_operator = "GreaterThanThreshold"\n  threshold           = 1000\n  period              = 300\n  evaluation_periods  = 1\n  treat_missing_data  = "missing"\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'Lag:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: AWS/RDS\n    MetricName: AuroraReplicaLagMaximum\n    Dimensions: [{ Name: DBClusterIdentifier, Value: !Ref Orders }]\n    Statistic: Maximum\n    ComparisonOperator: GreaterThanThreshold\n    Threshold: 1000\n    Period: 300\n    EvaluationPeriods: 1\n    TreatMissingData: missing\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
