variable "account" {
  type    = string
  default = "111122223333"
}

variable "roles" {
  type = map(object({
    services = optional(list(string), [])
    accounts = optional(list(string), [])
    policies = optional(set(string), [])
    external = optional(string)
  }))
  default = {
    worker  = { services = ["lambda", "edgelambda"], policies = ["AWSLambdaBasicExecutionRole"] }
    auditor = { accounts = ["444455556666"], policies = ["SecurityAudit", "ReadOnlyAccess"], external = "e-1" }
    deploy  = { services = ["codebuild"], accounts = ["777788889999", "444455556666"] }
  }
}

data "aws_partition" "current" {}

data "aws_iam_policy_document" "key" {
  policy_id = "key-policy"

  statement {
    sid       = "Root"
    actions   = ["kms:*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${var.account}:root"]
    }
  }

  statement {
    sid         = "Logs"
    not_actions = ["kms:Delete*", "kms:Schedule*"]
    resources   = ["*"]
    principals {
      type        = "Service"
      identifiers = ["logs.eu-central-1.amazonaws.com", "logs.eu-west-1.amazonaws.com"]
    }
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${var.account}:user/b", "arn:aws:iam::${var.account}:user/a"]
    }
    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"
      values   = ["arn:aws:logs:*:${var.account}:*"]
    }
    condition {
      test     = "NumericLessThan"
      variable = "aws:MultiFactorAuthAge"
      values   = [3600]
    }
  }

  statement {
    effect        = "Deny"
    actions       = ["kms:Decrypt", "kms:Encrypt"]
    not_resources = ["arn:aws:kms:*:*:alias/&{aws:username}"]
    not_principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${var.account}:role/admin"]
    }
    condition {
      test     = "StringNotEquals"
      variable = "aws:PrincipalTag/team"
      values   = ["core", "platform"]
    }
    condition {
      test     = "StringNotEquals"
      variable = "aws:PrincipalTag/team"
      values   = ["audit"]
    }
  }
}

data "aws_iam_policy_document" "old" {
  version = "2008-10-17"
  statement {
    actions   = ["s3:ListBucket"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "empty" {}

data "aws_iam_policy_document" "merged" {
  source_policy_documents = [
    data.aws_iam_policy_document.key.json,
    data.aws_iam_policy_document.old.json,
    data.aws_iam_policy_document.empty.json,
    <<-JSON
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sns:Publish"], "Resource": ["*"]}]}
    JSON
  ]
  override_policy_documents = [
    jsonencode({ Statement = [{ Sid = "Root", Effect = "Allow", Action = ["kms:Describe*"], Resource = "*" }] }),
  ]
  statement {
    sid       = "Own"
    actions   = ["sqs:SendMessage", "sqs:ReceiveMessage"]
    resources = ["b", "a", "b"]
  }
}

data "aws_iam_policy_document" "late" {
  statement {
    actions   = ["kms:Decrypt"]
    resources = [aws_kms_key.this.arn]
  }
}

resource "aws_kms_key" "this" {
  description         = "Everything"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.key.json
}

resource "aws_kms_alias" "this" {
  for_each      = toset(["logs", "data"])
  name          = "alias/cards/${each.key}"
  target_key_id = aws_kms_key.this.key_id
}

module "role" {
  source   = "./modules/role"
  for_each = var.roles
  name     = each.key
  trust    = each.value
}

resource "aws_iam_policy" "late" {
  name   = "late"
  policy = data.aws_iam_policy_document.late.json
}

resource "aws_iam_role_policy_attachment" "late" {
  for_each   = { for k, m in module.role : k => m.name if length(m.managed) == 0 }
  role       = each.value
  policy_arn = aws_iam_policy.late.arn
}

resource "aws_iam_group" "this" {
  for_each = toset(["developers", "admins"])
  name     = each.value
}

resource "aws_iam_group_policy" "literal" {
  group  = aws_iam_group.this["admins"].name
  name   = "all"
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Action": "*", "Resource": "*",
          "Condition": { "Bool": { "aws:MultiFactorAuthPresent": "${true}" } } }
      ]
    }
  EOT
}

resource "aws_iam_user_policy_attachment" "odd" {
  user       = "legacy"
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/ReadOnlyAccess"
}

output "managed" {
  value = { for k, m in module.role : k => m.managed }
}

output "merged" {
  value = length(jsondecode(data.aws_iam_policy_document.merged.json).Statement)
}

output "empty" {
  value = data.aws_iam_policy_document.empty.json
}

output "minified" {
  value = data.aws_iam_policy_document.old.minified_json
}
