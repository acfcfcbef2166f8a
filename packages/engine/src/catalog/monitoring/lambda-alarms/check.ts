import { alarmsOn, alarmsOnAccount, watchedWell, watches } from '../../blocks/alarms.ts';
import { alarmsOnLoggedErrors } from '../../blocks/logged-errors.ts';
import { defineCheck } from '../../check.ts';

const LAMBDA = 'AWS/Lambda';
const CONCURRENCY = ['ConcurrentExecutions', 'UnreservedConcurrentExecutions', 'ClaimedAccountConcurrency'];

export default defineCheck({
  id: 'lambda-alarms',
  requirement: 'MON-03',
  severity: 'high',
  effort: 'hours',
  title: 'Errors, throttles, duration and concurrency of every function raise alarms that are heard',
  gap: {
    one: 'A function can fail without anybody hearing of it',
    many: '{count} functions can fail without anybody hearing of it',
  },
  evidence: ['iac', 'aws'],
  aliases: ['lambda.lambdaNoCloudWatchAlarms'],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'no alarm watches it',
    errors: 'no alarm watches its errors',
    throttles: 'no alarm watches its throttles',
    duration: 'no alarm watches its duration',
    concurrency: 'no alarm watches its concurrent executions or those of the account',
    deaf: 'an alarm watches it that can never fire',
    mute: 'an alarm watches it that tells nobody',
  },
  appliesTo: 'AWS::Lambda::Function',
  evaluate: (fn, graph) => {
    const own = alarmsOn(fn, graph, LAMBDA);
    const on = (metric: string) => own.where((alarm) => watches(alarm, LAMBDA, [metric]));
    const logged = alarmsOnLoggedErrors(fn, graph);
    const ofAll = (...metrics: readonly string[]) => alarmsOnAccount(graph, LAMBDA, ...metrics);
    return watchedWell(
      own.and(logged).and(ofAll('Errors', 'Throttles')),
      [
        ['errors', on('Errors').and(logged).and(ofAll('Errors'))],
        ['throttles', on('Throttles').and(ofAll('Throttles'))],
        // What is slow differs from function to function: one duration of all says nothing about this one.
        ['duration', on('Duration')],
        ['concurrency', on('ConcurrentExecutions').and(ofAll(...CONCURRENCY))],
      ],
      graph,
    );
  },
  fix: 'Set alarms on Errors, Throttles, Duration (a percentile, below the time-out) and ConcurrentExecutions, with a topic that somebody reads as action',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_metric_alarm" "errors" {\n  alarm_name          = "api-errors"\n  namespace           = "AWS/Lambda"\n  metric_name         = "Errors"\n  dimensions          = { FunctionName = aws_lambda_function.api.function_name }\n  statistic           = "Sum"\n  comparison_operator = "GreaterThanOrEqualToThreshold"\n  threshold           = 1\n  period              = 300\n  evaluation_periods  = 1\n  treat_missing_data  = "notBreaching"\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}',
    cloudformation:
      'Errors:\n  Type: AWS::CloudWatch::Alarm\n  Properties:\n    Namespace: AWS/Lambda\n    MetricName: Errors\n    Dimensions: [{ Name: FunctionName, Value: !Ref Api }]\n    Statistic: Sum\n    ComparisonOperator: GreaterThanOrEqualToThreshold\n    Threshold: 1\n    Period: 300\n    EvaluationPeriods: 1\n    TreatMissingData: notBreaching\n    AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
