variable "name" { type = string }
variable "trust" {
  type = object({
    services = list(string)
    accounts = list(string)
    policies = set(string)
    external = optional(string)
  })
}

locals {
  principals = {
    Service = [for s in var.trust.services : "${s}.amazonaws.com"]
    AWS     = [for a in var.trust.accounts : "arn:aws:iam::${a}:root"]
  }
  folder = { AWSLambdaBasicExecutionRole = "service-role/" }
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    dynamic "principals" {
      for_each = { for k, v in local.principals : k => v if length(v) > 0 }
      content {
        type        = principals.key
        identifiers = principals.value
      }
    }
    dynamic "condition" {
      for_each = var.trust.external[*]
      content {
        test     = "StringEquals"
        variable = "sts:ExternalId"
        values   = [condition.value]
      }
    }
  }
}

resource "aws_iam_role" "this" {
  name                 = var.name
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  max_session_duration = length(var.trust.accounts) > 0 ? 3600 : null
  path                 = "/${var.name}/"
}

resource "aws_iam_role_policy_attachment" "managed" {
  for_each   = var.trust.policies
  role       = aws_iam_role.this.name
  policy_arn = "arn:aws:iam::aws:policy/${lookup(local.folder, each.value, "")}${each.value}"
}

resource "aws_iam_role_policy" "file" {
  count  = fileexists("${path.module}/policies/${var.name}.json") ? 1 : 0
  name   = "file"
  role   = aws_iam_role.this.id
  policy = file("${path.module}/policies/${var.name}.json")
}

output "name" { value = aws_iam_role.this.name }
output "managed" { value = sort([for a in aws_iam_role_policy_attachment.managed : basename(a.policy_arn)]) }
