resource "aws_sns_topic" "alerts" {
  name              = "${local.name}-alerts"
  kms_master_key_id = aws_kms_key.operations.arn
}

resource "aws_sns_topic_subscription" "mail" {
  topic_arn = aws_sns_topic.alerts.arn
  protocol  = "email"
  endpoint  = var.alert_email
}

# The key that AWS keeps for SNS does not let CloudWatch in.
resource "aws_kms_key" "operations" {
  description         = "${local.name}: alerts and trail"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.operations_key.json
}

data "aws_iam_policy_document" "operations_key" {
  statement {
    sid       = "AccountDecides"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"]
    }
  }

  statement {
    sid       = "AlarmsPublish"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }

  statement {
    sid       = "TrailWrites"
    actions   = ["kms:GenerateDataKey*", "kms:DescribeKey"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [local.trail_arn]
    }
  }
}

# An HTTP API counts under 4xx and 5xx, not under the 4XXError and 5XXError of a REST API.
resource "aws_cloudwatch_metric_alarm" "api" {
  for_each = {
    "5xx"   = { metric = "5xx", statistic = "Sum", threshold = 1 }
    "4xx"   = { metric = "4xx", statistic = "Sum", threshold = 50 }
    latency = { metric = "Latency", statistic = "p99", threshold = 500 }
  }

  alarm_name          = "${local.name}-api-${each.key}"
  namespace           = "AWS/ApiGateway"
  metric_name         = each.value.metric
  statistic           = each.value.statistic == "p99" ? null : each.value.statistic
  extended_statistic  = each.value.statistic == "p99" ? "p99" : null
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = each.value.threshold
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alerts.arn]
  ok_actions          = [aws_sns_topic.alerts.arn]

  dimensions = {
    ApiId = aws_apigatewayv2_api.flashcards.id
    Stage = aws_apigatewayv2_stage.default.name
  }
}

resource "aws_cloudwatch_metric_alarm" "table_reads" {
  for_each = aws_dynamodb_table.state

  alarm_name          = "${each.value.name}-read-throttles"
  namespace           = "AWS/DynamoDB"
  metric_name         = "ReadThrottleEvents"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    TableName = each.value.name
  }
}

resource "aws_cloudwatch_metric_alarm" "table_writes" {
  for_each = aws_dynamodb_table.state

  alarm_name          = "${each.value.name}-write-throttles"
  namespace           = "AWS/DynamoDB"
  metric_name         = "WriteThrottleEvents"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    TableName = each.value.name
  }
}

# System errors are published per table and operation, never per table alone.
resource "aws_cloudwatch_metric_alarm" "table_system_errors" {
  for_each = merge([
    for table, settings in local.tables : {
      for operation in settings.operations : "${table}/${operation}" => { table = table, operation = operation }
    }
  ]...)

  alarm_name          = "${local.name}-${each.value.table}-${each.value.operation}-system-errors"
  namespace           = "AWS/DynamoDB"
  metric_name         = "SystemErrors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alerts.arn]

  dimensions = {
    TableName = aws_dynamodb_table.state[each.value.table].name
    Operation = each.value.operation
  }
}

# Published for the account and region only: it has no table dimension.
resource "aws_cloudwatch_metric_alarm" "user_errors" {
  alarm_name          = "${local.name}-dynamodb-user-errors"
  namespace           = "AWS/DynamoDB"
  metric_name         = "UserErrors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 5
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alerts.arn]
}
