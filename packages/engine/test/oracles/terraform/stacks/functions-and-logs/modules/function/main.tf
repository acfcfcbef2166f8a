variable "name" { type = string }
variable "environment" { type = map(string) }
variable "tracing" { type = string }
variable "package" { type = string }
variable "settings" {
  type = object({
    handler   = string
    memory    = number
    timeout   = number
    retention = number
  })
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "logs" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.this.arn}:*"]
  }
}

resource "aws_iam_role" "this" {
  name               = "${var.name}-role"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_iam_role_policy" "logs" {
  name   = "logs"
  role   = aws_iam_role.this.name
  policy = data.aws_iam_policy_document.logs.json
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.settings.retention
}

resource "aws_lambda_function" "this" {
  function_name    = var.name
  role             = aws_iam_role.this.arn
  handler          = var.settings.handler
  runtime          = "nodejs22.x"
  memory_size      = var.settings.memory
  timeout          = var.settings.timeout
  filename         = var.package
  source_code_hash = filebase64sha256(var.package)

  environment {
    variables = var.environment
  }
  tracing_config {
    mode = var.tracing
  }
  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.this.name
  }
}

output "arn" { value = aws_lambda_function.this.arn }
output "name" { value = aws_lambda_function.this.function_name }
output "log_group" { value = aws_cloudwatch_log_group.this.name }
