import { alarmsOn, watchedWell, watches } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

const ELB = 'AWS/NetworkELB';

export default defineCheck({
  id: 'network-load-balancer-alarms',
  requirement: 'MON-08',
  severity: 'high',
  effort: 'hours',
  title: 'Unhealthy targets of every network load balancer raise alarms that are heard',
  gap: {
    one: 'The targets of a network load balancer can fail without anybody hearing of it',
    many: 'The targets of {count} network load balancers can fail without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches it',
    unhealthy: 'no alarm watches the health of its targets',
    deaf: 'an alarm watches it that can never fire',
    mute: 'an alarm watches it that tells nobody',
  },
  appliesTo: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  when: (balancer) => balancer.text('Type').is('network').asMembership(),
  evaluate: (balancer, graph) => {
    const own = alarmsOn(balancer, graph, ELB);
    const unhealthy = own.where((alarm) => watches(alarm, ELB, ['UnHealthyHostCount', 'HealthyHostCount']));
    return watchedWell(own, [['unhealthy', unhealthy]], graph);
  },
  fix: 'Set an alarm on UnHealthyHostCount of each target group, with a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "unhealthy" {\n  alarm_name          = "unhealthy"\n  namespace           = "AWS/NetworkELB"\n  metric_name         = "UnHealthyHostCount"\n  dimensions          = { LoadBalancer = aws_lb.edge.arn_suffix, TargetGroup = aws_lb_target_group.edge.arn_suffix }\n  statistic           = "Maximum"\n  comparison_operator = "GreaterThanThreshold"\n  threshold           = 0\n  period              = 300\n  evaluation_periods  = 1\n  treat_missing_data  = "missing"\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'Unhealthy:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: AWS/NetworkELB\n    MetricName: UnHealthyHostCount\n    Dimensions: [{ Name: LoadBalancer, Value: !GetAtt Edge.LoadBalancerFullName }, { Name: TargetGroup, Value: !GetAtt Targets.TargetGroupFullName }]\n    Statistic: Maximum\n    ComparisonOperator: GreaterThanThreshold\n    Threshold: 0\n    Period: 300\n    EvaluationPeriods: 1\n    TreatMissingData: missing\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
