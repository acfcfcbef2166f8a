variable "methods" {
  type    = list(string)
  default = ["GET", "POST", "OPTIONS"]
}

variable "environment" {
  type    = string
  default = "prod"
  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "dev or prod"
  }
}

locals {
  production = var.environment == "prod"
  quota      = local.production ? { limit = 100000, period = "MONTH" } : { limit = 100, period = "DAY" }
}

resource "aws_api_gateway_rest_api" "this" {
  name                     = "cards-${var.environment}"
  minimum_compression_size = 1024
  endpoint_configuration {
    types = ["REGIONAL"]
  }
  body = null
}

resource "aws_api_gateway_resource" "cards" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id   = aws_api_gateway_rest_api.this.root_resource_id
  path_part   = "cards"
}

module "method" {
  source      = "./modules/method"
  for_each    = toset(var.methods)
  rest_api_id = aws_api_gateway_rest_api.this.id
  resource_id = aws_api_gateway_resource.cards.id
  method      = each.value
  key         = each.key != "OPTIONS"
}

resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  triggers = {
    redeploy = sha1(jsonencode([var.methods, local.quota]))
  }
  depends_on = [module.method]
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_stage" "this" {
  rest_api_id           = aws_api_gateway_rest_api.this.id
  deployment_id         = aws_api_gateway_deployment.this.id
  stage_name            = var.environment
  xray_tracing_enabled  = local.production
  cache_cluster_enabled = local.production ? true : null
  cache_cluster_size    = local.production ? 0.5 : null
  variables             = { for i, m in var.methods : lower(m) => i }
}

resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  stage_name  = aws_api_gateway_stage.this.stage_name
  method_path = "*/*"
  settings {
    logging_level          = local.production ? "ERROR" : "INFO"
    metrics_enabled        = true
    throttling_burst_limit = max(10, length(var.methods) * 20)
    throttling_rate_limit  = 25.5
  }
}

resource "aws_api_gateway_usage_plan" "this" {
  for_each = { basic = 1, pro = 10 }
  name     = each.key
  api_stages {
    api_id = aws_api_gateway_rest_api.this.id
    stage  = aws_api_gateway_stage.this.stage_name
  }
  quota_settings {
    limit  = local.quota.limit * each.value
    period = local.quota.period
  }
  throttle_settings {
    burst_limit = 5 * each.value
    rate_limit  = pow(2, each.value)
  }
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  for_each            = { for code in [4, 5] : "${code}XX" => code }
  alarm_name          = "${aws_api_gateway_rest_api.this.name}-${each.key}"
  namespace           = "AWS/ApiGateway"
  metric_name         = "${each.key}Error"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 60
  threshold           = each.value == 5 ? 1 : 20
  dimensions = {
    ApiName = aws_api_gateway_rest_api.this.name
    Stage   = aws_api_gateway_stage.this.stage_name
  }
}

output "methods" {
  value = { for m in module.method : m.method => m.needs_key }
}
