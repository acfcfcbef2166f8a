resource "aws_cloudwatch_dashboard" "operations" {
  dashboard_name = local.name

  dashboard_body = jsonencode({
    widgets = [
      {
        type = "metric", x = 0, y = 0, width = 12, height = 6
        properties = {
          title  = "API: requests and errors"
          region = "us-east-1"
          stat   = "Sum"
          period = 300
          metrics = [
            for metric in ["Count", "4xx", "5xx"] :
            ["AWS/ApiGateway", metric, "ApiId", aws_apigatewayv2_api.flashcards.id, "Stage", "$default"]
          ]
        }
      },
      {
        type = "metric", x = 12, y = 0, width = 12, height = 6
        properties = {
          title  = "API: latency"
          region = "us-east-1"
          period = 300
          metrics = [
            for stat in ["p50", "p95", "p99"] :
            ["AWS/ApiGateway", "Latency", "ApiId", aws_apigatewayv2_api.flashcards.id, "Stage", "$default", { stat = stat }]
          ]
        }
      },
      {
        type = "metric", x = 0, y = 6, width = 12, height = 6
        properties = {
          title  = "Functions: errors and throttles"
          region = "us-east-1"
          stat   = "Sum"
          period = 300
          metrics = [
            for pair in setproduct(["Errors", "Throttles"], [module.api.name, module.rotation.name]) :
            ["AWS/Lambda", pair[0], "FunctionName", pair[1]]
          ]
        }
      },
    ]
  })
}

resource "aws_budgets_budget" "monthly" {
  name         = local.name
  budget_type  = "COST"
  time_unit    = "MONTHLY"
  limit_unit   = "USD"
  limit_amount = tostring(var.monthly_budget)

  cost_filter {
    name   = "TagKeyValue"
    values = ["user:project$flashcards"]
  }

  dynamic "notification" {
    for_each = { ACTUAL = 80, FORECASTED = 100 }

    content {
      notification_type          = notification.key
      threshold                  = notification.value
      threshold_type             = "PERCENTAGE"
      comparison_operator        = "GREATER_THAN"
      subscriber_email_addresses = [var.alert_email]
    }
  }
}

locals {
  trail_arn = "arn:aws:cloudtrail:us-east-1:${data.aws_caller_identity.current.account_id}:trail/${local.name}"
}

resource "aws_cloudtrail" "account" {
  name                          = local.name
  s3_bucket_name                = module.logs.bucket
  s3_key_prefix                 = "cloudtrail"
  kms_key_id                    = aws_kms_key.operations.arn
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true

  depends_on = [module.logs]
}
