variable "name" {}
variable "metric" {}
variable "threshold" {}
variable "dimension" { type = map(string) }
variable "topics" { type = list(string) }

locals {
  extended = var.metric == "Duration"
}

resource "aws_cloudwatch_metric_alarm" "this" {
  alarm_name          = var.name
  namespace           = "AWS/Lambda"
  metric_name         = var.metric
  statistic           = local.extended ? null : "Sum"
  extended_statistic  = local.extended ? "p99" : null
  comparison_operator = "GreaterThanOrEqualToThreshold"
  evaluation_periods  = local.extended ? 3 : 1
  datapoints_to_alarm = local.extended ? 2 : null
  period              = 60
  threshold           = var.threshold
  treat_missing_data  = "notBreaching"
  dimensions          = var.dimension
  alarm_actions       = var.topics
  ok_actions          = var.topics
}

output "name" { value = aws_cloudwatch_metric_alarm.this.alarm_name }
