variable "name" { type = string }
variable "protected" { type = bool }
variable "table" { type = any }

locals {
  keys = toset(compact(concat(
    [var.table.hash, var.table.range],
    [for i in var.table.indexes : i.hash],
    [for i in var.table.indexes : i.range == null ? "" : i.range],
  )))
}

resource "aws_dynamodb_table" "this" {
  name                        = var.name
  billing_mode                = var.table.billing
  hash_key                    = var.table.hash
  range_key                   = var.table.range
  deletion_protection_enabled = var.protected
  read_capacity               = var.table.billing == "PROVISIONED" ? var.table.capacity.read : null
  write_capacity              = var.table.billing == "PROVISIONED" ? var.table.capacity.write : null
  stream_enabled              = var.table.stream
  stream_view_type            = var.table.stream ? "NEW_AND_OLD_IMAGES" : null

  dynamic "attribute" {
    for_each = local.keys
    content {
      name = attribute.value
      type = attribute.key == "due" ? "N" : "S"
    }
  }

  dynamic "global_secondary_index" {
    for_each = { for i in var.table.indexes : i.name => i }
    content {
      name               = global_secondary_index.key
      hash_key           = global_secondary_index.value.hash
      range_key          = global_secondary_index.value.range
      projection_type    = global_secondary_index.value.projection
      non_key_attributes = global_secondary_index.value.include
    }
  }

  dynamic "ttl" {
    for_each = var.table.ttl[*]
    content {
      enabled        = true
      attribute_name = ttl.value
    }
  }

  point_in_time_recovery {
    enabled = var.protected
  }

  server_side_encryption {
    enabled = true
  }
}

output "name" { value = aws_dynamodb_table.this.name }
output "stream_arn" { value = aws_dynamodb_table.this.stream_arn }
