variable "emails" {
  type    = list(string)
  default = ["ops@example.com", "on-call@example.com"]
}

variable "thresholds" {
  type = map(number)
  default = {
    Errors    = 1
    Throttles = 5
    Duration  = 2500.5
  }
}

variable "functions" {
  type    = list(string)
  default = ["ingest", "report"]
}

variable "dashboard" {
  type    = bool
  default = true
}

locals {
  alarms = merge([
    for f in var.functions : {
      for metric, threshold in var.thresholds :
      "${f}-${lower(metric)}" => { function = f, metric = metric, threshold = threshold }
    }
  ]...)
}

resource "aws_sns_topic" "alerts" {
  name         = "alerts"
  display_name = "Alerts of ${join(" & ", var.functions)}"
}

resource "aws_sns_topic_subscription" "mail" {
  count     = length(var.emails)
  topic_arn = aws_sns_topic.alerts.arn
  protocol  = "email"
  endpoint  = var.emails[count.index]
}

module "alarm" {
  source    = "./modules/alarm"
  for_each  = local.alarms
  name      = each.key
  metric    = each.value.metric
  threshold = each.value.threshold
  dimension = { FunctionName = each.value.function }
  topics    = [aws_sns_topic.alerts.arn]
}

resource "aws_cloudwatch_metric_alarm" "rate" {
  alarm_name          = "error-rate"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  threshold           = 100 * 0.05
  alarm_actions       = aws_sns_topic.alerts[*].arn

  metric_query {
    id          = "rate"
    expression  = "100 * (${join(" + ", [for i, f in var.functions : "e${i}"])})"
    label       = "Error rate"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = var.functions
    content {
      id = "e${metric_query.key}"
      metric {
        namespace   = "AWS/Lambda"
        metric_name = "Errors"
        period      = 300
        stat        = "Sum"
        dimensions  = { FunctionName = metric_query.value }
      }
    }
  }
}

resource "aws_cloudwatch_composite_alarm" "all" {
  alarm_name = "any"
  alarm_rule = join(" OR ", formatlist("ALARM(%s)", [for a in module.alarm : a.name]))
}

resource "aws_cloudwatch_dashboard" "this" {
  count          = var.dashboard ? 1 : 0
  dashboard_name = "cards"
  dashboard_body = templatefile("${path.module}/templates/dashboard.json.tftpl", {
    functions = var.functions
    region    = "eu-central-1"
  })
}

resource "aws_cloudwatch_log_metric_filter" "denied" {
  for_each       = toset(var.functions)
  name           = "denied-${each.key}"
  log_group_name = "/aws/lambda/${each.key}"
  pattern        = "{ $.level = \"error\" && $.code = 403 }"
  metric_transformation {
    name          = "Denied"
    namespace     = "Cards/${title(each.value)}"
    value         = 1
    default_value = 0
  }
}

output "alarms" {
  value = keys(module.alarm)
}

output "mails" {
  value = aws_sns_topic_subscription.mail.*.endpoint
}
