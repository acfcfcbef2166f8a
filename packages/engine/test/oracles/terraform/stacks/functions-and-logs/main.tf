variable "functions" {
  type = map(object({
    handler     = string
    memory      = optional(number, 256)
    timeout     = optional(number, 10)
    retention   = optional(number, 30)
    environment = optional(map(string), {})
    schedule    = optional(string)
  }))
  default = {
    ingest = {
      handler     = "ingest.handler"
      memory      = 512
      environment = { STAGE = "dev", DEBUG = true }
      schedule    = "rate(5 minutes)"
    }
    report = { handler = "report.handler", timeout = 60 }
  }
}

variable "tracing" {
  type    = bool
  default = true
}

locals {
  defaults  = { LOG_LEVEL = "info", REGION = "eu-central-1" }
  scheduled = { for k, f in var.functions : k => f.schedule if f.schedule != null }
}

module "function" {
  source      = "./modules/function"
  for_each    = var.functions
  name        = format("cards-%s", each.key)
  settings    = each.value
  environment = merge(local.defaults, each.value.environment)
  tracing     = var.tracing ? "Active" : "PassThrough"
  package     = "${path.root}/src/code.zip"
}

resource "aws_cloudwatch_event_rule" "schedule" {
  for_each            = local.scheduled
  name                = "every-${each.key}"
  schedule_expression = each.value
}

resource "aws_cloudwatch_event_target" "schedule" {
  for_each = aws_cloudwatch_event_rule.schedule
  rule     = each.value.name
  arn      = module.function[each.key].arn
  input    = jsonencode({ source = each.value.name, at = each.value.schedule_expression })
}

resource "aws_lambda_permission" "schedule" {
  for_each      = local.scheduled
  statement_id  = "AllowEvents-${title(each.key)}"
  action        = "lambda:InvokeFunction"
  function_name = module.function[each.key].name
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.schedule[each.key].arn
}

output "log_groups" {
  value = [for f in module.function : f.log_group]
}
