locals {
  # What the code does with each table: the alarms on system errors need the operations.
  tables = {
    users    = { key = "user_id", operations = ["GetItem", "UpdateItem", "DeleteItem"], expires = false }
    sessions = { key = "user_id", operations = ["PutItem"], expires = true }
    locks    = { key = "lock_id", operations = ["GetItem", "PutItem", "UpdateItem", "DeleteItem"], expires = true }
  }
}

resource "aws_dynamodb_table" "state" {
  for_each = local.tables

  name                        = "${local.name}-${each.key}"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = each.value.key
  deletion_protection_enabled = var.recovery

  attribute {
    name = each.value.key
    type = "S"
  }

  point_in_time_recovery {
    enabled = var.recovery
  }

  server_side_encryption {
    enabled = true
  }

  dynamic "ttl" {
    for_each = each.value.expires ? ["expires_at"] : []

    content {
      attribute_name = ttl.value
      enabled        = true
    }
  }
}
