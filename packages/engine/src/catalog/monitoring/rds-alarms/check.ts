import { all, any, not, Truth } from '../../../model/truth.ts';
import { alarmsOn, canFire, heard, watchedWell, watches } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

const RDS = 'AWS/RDS';
const INSTANCE = 'AWS::RDS::DBInstance';
const CLUSTER = 'AWS::RDS::DBCluster';

export default defineCheck({
  id: 'rds-alarms',
  requirement: 'MON-06',
  severity: 'high',
  effort: 'hours',
  title: 'Processor, memory, connections and storage of every database raise alarms that are heard',
  gap: {
    one: 'A database can run out of something without anybody hearing of it',
    many: '{count} databases can run out of something without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: ['rds.FreeStorage20pct'],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches it',
    cpu: 'no alarm watches its processor',
    memory: 'no alarm watches its memory',
    connections: 'no alarm watches its connections',
    storage: 'no alarm watches its free storage',
    lag: 'no alarm that can fire and is heard watches how far it lags behind its source',
    deaf: 'an alarm watches it that can never fire',
    mute: 'an alarm watches it that tells nobody',
  },
  appliesTo: [INSTANCE, CLUSTER],
  // An instance of a cluster is watched with its cluster.
  when: (database) =>
    database.type === CLUSTER ? Truth.yes(database.whereabouts()) : not(database.has('DBClusterIdentifier')),
  evaluate: (database, graph) => {
    const members = graph.to(database, 'memberOf').where((member) => member.isA(INSTANCE));
    const own = alarmsOn(database, graph, RDS).and(
      members.flatMap((instance) => graph.to(instance, 'alarmsOn')),
    );
    const on = (...metrics: readonly string[]) => own.where((alarm) => watches(alarm, RDS, metrics));
    const lag = on('ReplicaLag');
    return all<'none' | 'cpu' | 'memory' | 'connections' | 'storage' | 'lag' | 'deaf' | 'mute'>(
      watchedWell(
        own,
        [
          ['cpu', on('CPUUtilization', 'ACUUtilization')],
          ['memory', on('FreeableMemory', 'SwapUsage', 'ACUUtilization')],
          ['connections', on('DatabaseConnections')],
          // The storage of a cluster grows by itself.
          ...(database.type === INSTANCE ? ([['storage', on('FreeStorageSpace')]] as const) : []),
        ],
        graph,
      ),
      any(
        not(database.has('SourceDBInstanceIdentifier')),
        lag.some((alarm) => all(canFire(alarm, graph), heard(alarm, graph))),
      ).else('lag'),
    );
  },
  fix: 'Set alarms on CPUUtilization, FreeableMemory, DatabaseConnections and FreeStorageSpace, on ReplicaLag of replicas, with a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "storage" {\n  alarm_name          = "orders-storage"\n  namespace           = "AWS/RDS"\n  metric_name         = "FreeStorageSpace"\n  dimensions          = { DBInstanceIdentifier = aws_db_instance.orders.identifier }\n  statistic           = "Minimum"\n  comparison_operator = "LessThanThreshold"\n  threshold           = 5368709120 # 5 GiB\n  period              = 300\n  evaluation_periods  = 1\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'Storage:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: AWS/RDS\n    MetricName: FreeStorageSpace\n    Dimensions: [{ Name: DBInstanceIdentifier, Value: !Ref Orders }]\n    Statistic: Minimum\n    ComparisonOperator: LessThanThreshold\n    Threshold: 5368709120 # 5 GiB\n    Period: 300\n    EvaluationPeriods: 1\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
