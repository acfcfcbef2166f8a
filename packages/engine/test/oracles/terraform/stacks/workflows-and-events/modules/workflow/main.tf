variable "name" { type = string }
variable "type" { type = string }
variable "definition" { type = string }
variable "logs" { type = object({ level = string, days = number }) }

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["states.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "this" {
  name_prefix        = "${substr(var.name, 0, 8)}-"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/vendedlogs/states/${var.name}"
  retention_in_days = var.logs.days
}

resource "aws_sfn_state_machine" "this" {
  name       = var.name
  type       = var.type
  role_arn   = aws_iam_role.this.arn
  definition = var.definition
  logging_configuration {
    level                  = var.logs.level
    include_execution_data = var.logs.level == "ALL"
    log_destination        = "${aws_cloudwatch_log_group.this.arn}:*"
  }
  tracing_configuration {
    enabled = true
  }
}

output "arn" { value = aws_sfn_state_machine.this.arn }
output "states" { value = keys(jsondecode(var.definition).States) }
