variable "environment" { type = string }
variable "index" {
  type    = number
  default = 0
}
variable "settings" {
  type = object({
    memory = optional(number, 256)
    alarms = optional(bool, false)
    table  = optional(object({ protected = optional(bool, false), name = optional(string, "cards") }), { protected = true })
  })
}

resource "aws_lambda_function" "this" {
  function_name = "cards-${var.environment}"
  role          = "arn:aws:iam::111122223333:role/cards"
  package_type  = "Image"
  image_uri     = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/cards:${var.index}"
  memory_size   = var.settings.memory
  timeout       = var.environment == "prod" ? 30 : 10
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${aws_lambda_function.this.function_name}"
  retention_in_days = lookup({ dev = 7, prod = 365 }, var.environment, 30)
}

resource "aws_lambda_permission" "this" {
  for_each      = toset(["events", "s3"])
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.this.function_name
  principal     = "${each.key}.amazonaws.com"
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  count               = var.settings.alarms ? 1 : 0
  alarm_name          = "${aws_lambda_function.this.function_name}-errors"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { FunctionName = aws_lambda_function.this.function_name }
}

resource "aws_dynamodb_table" "this" {
  name                        = join("-", distinct([var.settings.table.name, var.environment]))
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = var.settings.table.protected
  attribute {
    name = "id"
    type = "S"
  }
}

output "name" { value = aws_lambda_function.this.function_name }
output "memory" { value = aws_lambda_function.this.memory_size }
