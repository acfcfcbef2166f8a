locals {
  expiring = { for name, b in var.buckets : name => b.expire_days if b.expire_days != null }
  prefix   = lower("${var.project}-${terraform.workspace}")
}

resource "aws_kms_key" "data" {
  count                   = anytrue([for b in values(var.buckets) : b.kms]) ? 1 : 0
  description             = "Key of ${var.project}"
  enable_key_rotation     = true
  deletion_window_in_days = 14
}

module "bucket" {
  source   = "./modules/bucket"
  for_each = var.buckets

  name       = "${local.prefix}-${each.key}"
  versioned  = each.value.versioned
  public     = each.value.public.read
  kms_key_id = each.value.kms ? one(aws_kms_key.data[*].arn) : null
  tags       = merge({ Name = title(each.key) }, each.value.tags)
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  for_each = local.expiring
  bucket   = module.bucket[each.key].id

  rule {
    id     = "expire"
    status = "Enabled"
    filter {}
    expiration {
      days = each.value
    }
    dynamic "noncurrent_version_expiration" {
      for_each = var.buckets[each.key].versioned ? [1] : []
      content {
        noncurrent_days = ceil(each.value / 4)
      }
    }
  }
}

output "names" {
  value = { for k, m in module.bucket : k => m.name }
}

output "ids" {
  value = values(module.bucket)[*].id
}

output "versioned" {
  value = sort([for k, b in var.buckets : k if b.versioned])
}
