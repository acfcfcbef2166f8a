import { any, not } from '../../../model/truth.ts';
import { alarmsOn, watchedWell, watches } from '../../blocks/alarms.ts';
import { startedByHand } from '../../blocks/scaling.ts';
import { defineCheck } from '../../check.ts';

const ECS = 'AWS/ECS';
const INSIGHTS = 'ECS/ContainerInsights';
const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const BALANCERS = ['AWS/ApplicationELB', 'AWS/NetworkELB'];
const HOSTS = ['HealthyHostCount', 'UnHealthyHostCount'];

export default defineCheck({
  id: 'ecs-service-alarms',
  requirement: 'MON-08',
  severity: 'high',
  effort: 'hours',
  title: 'Processor, memory and tasks of every container service raise alarms that are heard',
  gap: {
    one: 'A container service can run out of something without anybody hearing of it',
    many: '{count} container services can run out of something without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches it',
    cpu: 'no alarm watches its processor',
    memory: 'no alarm watches its memory',
    tasks: 'no alarm watches how many of its tasks run or are healthy',
    deaf: 'an alarm watches it that can never fire',
    mute: 'an alarm watches it that tells nobody',
  },
  appliesTo: 'AWS::ECS::Service',
  when: (service, graph) => not(startedByHand(service, graph)),
  evaluate: (service, graph) => {
    const own = alarmsOn(service, graph, ECS);
    const on = (namespace: string, ...metrics: readonly string[]) =>
      own.where((alarm) => watches(alarm, namespace, metrics));
    const targets = service
      .list('LoadBalancers')
      .where((balancer) => balancer.has('TargetGroupArn'))
      .flatMap((balancer) => graph.follow(balancer.text('TargetGroupArn'), TARGET_GROUP))
      .flatMap((group) => graph.to(group, 'alarmsOn'))
      .where((alarm) => any(...BALANCERS.map((namespace) => watches(alarm, namespace, HOSTS))));
    return watchedWell(
      own,
      [
        ['cpu', on(ECS, 'CPUUtilization').and(on(INSIGHTS, 'CpuUtilized'))],
        ['memory', on(ECS, 'MemoryUtilization').and(on(INSIGHTS, 'MemoryUtilized'))],
        ['tasks', on(INSIGHTS, 'RunningTaskCount').and(targets)],
      ],
      graph,
    );
  },
  fix: 'Set alarms on CPUUtilization, MemoryUtilization and RunningTaskCount, or on the healthy hosts of its target group, with a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "tasks" {\n  alarm_name          = "tasks"\n  namespace           = "ECS/ContainerInsights"\n  metric_name         = "RunningTaskCount"\n  dimensions          = { ClusterName = aws_ecs_cluster.web.name, ServiceName = aws_ecs_service.web.name }\n  statistic           = "Minimum"\n  comparison_operator = "LessThanThreshold"\n  threshold           = 2\n  period              = 300\n  evaluation_periods  = 1\n  treat_missing_data  = "breaching"\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'Tasks:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: ECS/ContainerInsights\n    MetricName: RunningTaskCount\n    Dimensions: [{ Name: ClusterName, Value: !Ref Cluster }, { Name: ServiceName, Value: !GetAtt Web.Name }]\n    Statistic: Minimum\n    ComparisonOperator: LessThanThreshold\n    Threshold: 2\n    Period: 300\n    EvaluationPeriods: 1\n    TreatMissingData: breaching\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
