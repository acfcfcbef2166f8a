# What the distribution shows to the API, so that nobody walks around the web ACL.
resource "aws_secretsmanager_secret" "origin" {
  name                    = "${local.name}/origin-verify"
  description             = "Value of the header x-origin-verify"
  recovery_window_in_days = 7
}

data "aws_secretsmanager_random_password" "origin" {
  password_length     = 40
  exclude_punctuation = true
}

# The first value only; each later one comes from the rotation.
resource "aws_secretsmanager_secret_version" "origin" {
  secret_id     = aws_secretsmanager_secret.origin.id
  secret_string = data.aws_secretsmanager_random_password.origin.random_password

  lifecycle {
    ignore_changes = [secret_string, version_stages]
  }
}

# Read again on every plan, so that a plan never puts an old value back into the distribution.
data "aws_secretsmanager_secret_version" "origin" {
  secret_id = aws_secretsmanager_secret_version.origin.secret_id
}

resource "aws_secretsmanager_secret_rotation" "origin" {
  secret_id           = aws_secretsmanager_secret.origin.id
  rotation_lambda_arn = module.rotation.arn

  rotation_rules {
    automatically_after_days = 30
  }

  depends_on = [aws_lambda_permission.rotation]
}

module "rotation" {
  source = "./modules/function"

  name                 = "${local.name}-rotation"
  handler              = "rotate.handler"
  package              = "${path.module}/../build/api.zip"
  memory_mb            = 256
  timeout_seconds      = 60
  reserved_concurrency = 5
  log_retention_days   = var.log_retention_days
  alarm_topic_arn      = aws_sns_topic.alerts.arn
  policy               = data.aws_iam_policy_document.rotation.json

  environment = {
    DISTRIBUTION_ID = aws_cloudfront_distribution.app.id
  }
}

resource "aws_lambda_permission" "rotation" {
  statement_id  = "AllowSecretsManager"
  action        = "lambda:InvokeFunction"
  function_name = module.rotation.name
  principal     = "secretsmanager.amazonaws.com"
  source_arn    = aws_secretsmanager_secret.origin.arn
}

# A rotation that failed for good is mailed with its event.
resource "aws_lambda_function_event_invoke_config" "rotation" {
  function_name          = module.rotation.name
  maximum_retry_attempts = 2

  destination_config {
    on_failure {
      destination = aws_sns_topic.alerts.arn
    }
  }
}

data "aws_iam_policy_document" "rotation" {
  statement {
    sid = "Secret"
    actions = [
      "secretsmanager:DescribeSecret",
      "secretsmanager:GetSecretValue",
      "secretsmanager:PutSecretValue",
      "secretsmanager:UpdateSecretVersionStage",
    ]
    resources = [aws_secretsmanager_secret.origin.arn]
  }

  statement {
    sid       = "Header"
    actions   = ["cloudfront:GetDistribution", "cloudfront:GetDistributionConfig", "cloudfront:UpdateDistribution"]
    resources = [aws_cloudfront_distribution.app.arn]
  }

  statement {
    sid       = "TellFailures"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.alerts.arn]
  }

  statement {
    sid       = "TopicIsEncrypted"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [aws_kms_key.operations.arn]
  }
}
