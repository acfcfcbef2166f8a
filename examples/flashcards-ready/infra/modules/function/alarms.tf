locals {
  # Statistics with a p are percentiles. Duration is in milliseconds.
  alarms = {
    errors      = { metric = "Errors", statistic = "Sum", threshold = 1 }
    throttles   = { metric = "Throttles", statistic = "Sum", threshold = 1 }
    duration    = { metric = "Duration", statistic = "p99", threshold = var.timeout_seconds * 1000 * 0.8 }
    concurrency = { metric = "ConcurrentExecutions", statistic = "Maximum", threshold = var.reserved_concurrency * 0.8 }
  }
}

resource "aws_cloudwatch_metric_alarm" "function" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  namespace           = "AWS/Lambda"
  metric_name         = each.value.metric
  statistic           = startswith(each.value.statistic, "p") ? null : each.value.statistic
  extended_statistic  = startswith(each.value.statistic, "p") ? each.value.statistic : null
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = each.value.threshold
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.alarm_topic_arn]
  ok_actions          = [var.alarm_topic_arn]

  dimensions = {
    FunctionName = aws_lambda_function.this.function_name
  }
}
