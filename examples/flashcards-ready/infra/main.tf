data "aws_caller_identity" "current" {}

locals {
  name   = "flashcards-${var.environment}"
  origin = "origin.${var.domain}"
}

module "api" {
  source = "./modules/function"

  name                 = "${local.name}-api"
  handler              = "app.handler"
  package              = "${path.module}/../build/api.zip"
  memory_mb            = 512
  timeout_seconds      = 10
  reserved_concurrency = 50
  log_retention_days   = var.log_retention_days
  alarm_topic_arn      = aws_sns_topic.alerts.arn
  policy               = data.aws_iam_policy_document.api.json

  environment = {
    DATA_BUCKET       = module.data.bucket
    USERS_TABLE       = aws_dynamodb_table.state["users"].name
    SESSIONS_TABLE    = aws_dynamodb_table.state["sessions"].name
    LOCKS_TABLE       = aws_dynamodb_table.state["locks"].name
    ORIGIN_SECRET_ARN = aws_secretsmanager_secret.origin.arn
    USER_POOL_ID      = aws_cognito_user_pool.users.id
  }
}

data "aws_iam_policy_document" "api" {
  statement {
    sid       = "Tables"
    actions   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"]
    resources = [for table in aws_dynamodb_table.state : table.arn]
  }

  statement {
    sid       = "UserFiles"
    actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
    resources = ["${module.data.arn}/users/*"]
  }

  statement {
    # Without it a first read of a missing file answers 403 and not 404.
    sid       = "UserFilesThatAreMissing"
    actions   = ["s3:ListBucket"]
    resources = [module.data.arn]
  }

  statement {
    sid       = "OriginSecret"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [aws_secretsmanager_secret.origin.arn]
  }

  statement {
    sid       = "UsersWhoLeave"
    actions   = ["cognito-idp:AdminDeleteUser"]
    resources = [aws_cognito_user_pool.users.arn]
  }
}
