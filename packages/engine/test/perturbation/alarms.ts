/** Alarms on the parts that the example does not have, as they should be. */
export const ALARMS_FILE = 'more-alarms.tf';

interface Signal {
  readonly name: string;
  readonly metric: string;
  readonly statistic: string;
  readonly operator: 'GreaterThanThreshold' | 'LessThanThreshold';
  readonly threshold: number;
}

/** One alarm for each signal, all heard; `dimensions` is the body of the map. */
export function alarms(namespace: string, dimensions: string, signals: readonly Signal[]): string {
  return signals
    .map(
      ({
        name,
        metric,
        statistic,
        operator,
        threshold,
      }) => `resource "aws_cloudwatch_metric_alarm" "${name}" {
  alarm_name          = "\${local.name}-${name}"
  namespace           = "${namespace}"
  metric_name         = "${metric}"
  ${statistic.startsWith('p') ? 'extended_statistic ' : 'statistic          '} = "${statistic}"
  comparison_operator = "${operator}"
  threshold           = ${threshold}
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    ${dimensions}
  }
}
`,
    )
    .join('\n');
}
