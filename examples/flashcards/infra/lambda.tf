resource "aws_lambda_function" "api" {
  function_name = "${local.name}-api"
  role          = aws_iam_role.api.arn
  runtime       = "python3.12"
  handler       = "app.handler"
  filename      = "${path.module}/../build/api.zip"
  memory_size   = var.memory_mb

  environment {
    variables = {
      DATA_BUCKET    = aws_s3_bucket.data.bucket
      USERS_TABLE    = aws_dynamodb_table.users.name
      SESSIONS_TABLE = aws_dynamodb_table.sessions.name
      LOCKS_TABLE    = aws_dynamodb_table.locks.name
      SECRET_KEY     = "change-me-in-production"
      TOKEN_LIFETIME = var.token_lifetime
    }
  }

  depends_on = [aws_cloudwatch_log_group.api]
}

resource "aws_cloudwatch_log_group" "api" {
  name              = "/aws/lambda/${local.name}-api"
  retention_in_days = var.log_retention_days
}
