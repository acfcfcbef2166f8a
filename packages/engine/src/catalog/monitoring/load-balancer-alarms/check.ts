import { alarmsOn, watchedWell, watches } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

const ELB = 'AWS/ApplicationELB';

export default defineCheck({
  id: 'load-balancer-alarms',
  requirement: 'MON-08',
  severity: 'high',
  effort: 'hours',
  title:
    'Unhealthy targets, server errors and slow answers of every load balancer raise alarms that are heard',
  gap: {
    one: 'What a load balancer serves can fail without anybody hearing of it',
    many: 'What {count} load balancers serve can fail without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches it',
    unhealthy: 'no alarm watches the health of its targets',
    '5xx': 'no alarm watches its server errors',
    latency: 'no alarm watches how long its targets take to answer',
    deaf: 'an alarm watches it that can never fire',
    mute: 'an alarm watches it that tells nobody',
  },
  appliesTo: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  // Network and gateway load balancers know nothing of requests.
  when: (balancer) => balancer.text('Type').is('application').asMembership(),
  evaluate: (balancer, graph) => {
    const own = alarmsOn(balancer, graph, ELB);
    const on = (...metrics: readonly string[]) => own.where((alarm) => watches(alarm, ELB, metrics));
    return watchedWell(
      own,
      [
        ['unhealthy', on('UnHealthyHostCount', 'HealthyHostCount')],
        ['5xx', on('HTTPCode_Target_5XX_Count', 'HTTPCode_ELB_5XX_Count')],
        ['latency', on('TargetResponseTime')],
      ],
      graph,
    );
  },
  fix: 'Set alarms on UnHealthyHostCount, HTTPCode_Target_5XX_Count and a percentile of TargetResponseTime, with a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "unhealthy" {\n  alarm_name          = "web-unhealthy"\n  namespace           = "AWS/ApplicationELB"\n  metric_name         = "UnHealthyHostCount"\n  dimensions          = { LoadBalancer = aws_lb.web.arn_suffix, TargetGroup = aws_lb_target_group.web.arn_suffix }\n  statistic           = "Maximum"\n  comparison_operator = "GreaterThanThreshold"\n  threshold           = 0\n  period              = 60\n  evaluation_periods  = 3\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'Unhealthy:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: AWS/ApplicationELB\n    MetricName: UnHealthyHostCount\n    Dimensions:\n      - { Name: LoadBalancer, Value: !GetAtt Web.LoadBalancerFullName }\n      - { Name: TargetGroup, Value: !GetAtt Targets.TargetGroupFullName }\n    Statistic: Maximum\n    ComparisonOperator: GreaterThanThreshold\n    Threshold: 0\n    Period: 60\n    EvaluationPeriods: 3\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
