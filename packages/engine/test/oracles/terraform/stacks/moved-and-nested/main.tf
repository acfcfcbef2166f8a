variable "tenants" {
  type    = set(string)
  default = ["acme", "globex"]
}

variable "removed_tenant" {
  type    = string
  default = "initech"
}

module "tags" {
  source = "./modules/tags"
  name   = "shop"
}

module "stack" {
  source   = "./modules/stack"
  for_each = setsubtract(var.tenants, [var.removed_tenant])
  tenant   = each.value
  tags     = module.tags.all
  queues = {
    "in"  = each.key == "acme" ? 2 : 1
    "out" = 1
    "dlq" = 0
  }
}

resource "aws_kms_key" "renamed" {
  description             = <<-EOT
    Key for ${join(", ", sort(var.tenants))}.
    %{~if length(var.tenants) > 1} Shared.%{endif}
  EOT
  enable_key_rotation     = length(var.tenants) > 0
  deletion_window_in_days = 7
  tags                    = module.tags.all
}

moved {
  from = aws_kms_key.this
  to   = aws_kms_key.renamed
}

moved {
  from = module.old
  to   = module.stack["acme"]
}

removed {
  from = aws_sns_topic.gone
  lifecycle {
    destroy = false
  }
}

check "tenants" {
  assert {
    condition     = length(var.tenants) > 0
    error_message = "No tenant."
  }
}

resource "aws_s3_bucket" "exports" {
  for_each = { for t, m in module.stack : t => m.queue_names if length(m.queue_names) > 2 }
  bucket   = "exports-${each.key}-${length(each.value)}"
  lifecycle {
    ignore_changes  = [tags]
    prevent_destroy = true
    precondition {
      condition     = each.key != ""
      error_message = "empty"
    }
  }
}

resource "aws_s3_bucket_public_access_block" "exports" {
  for_each                = aws_s3_bucket.exports
  bucket                  = each.value.bucket
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_budgets_budget" "this" {
  name         = "monthly"
  budget_type  = "COST"
  limit_amount = 100 * length(var.tenants)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  dynamic "notification" {
    for_each = { for t in [80, 100] : t => t >= 100 ? "ACTUAL" : "FORECASTED" }
    content {
      comparison_operator        = "GREATER_THAN"
      threshold                  = notification.key
      threshold_type             = "PERCENTAGE"
      notification_type          = notification.value
      subscriber_email_addresses = ["billing@example.com"]
    }
  }
}

output "queues" {
  value = { for t, m in module.stack : t => m.queue_names }
}

output "urls" {
  value = flatten(values(module.stack)[*].urls)
}

output "mixed" {
  value = [for t, m in module.stack : { tenant = t, first = m.urls[0], count = length(m.urls) }]
}
