variable "tables" {
  type = map(object({
    hash    = string
    range   = optional(string)
    billing = optional(string, "PAY_PER_REQUEST")
    stream  = optional(bool, false)
    ttl     = optional(string)
    indexes = optional(list(object({
      name       = string
      hash       = string
      range      = optional(string)
      projection = optional(string, "ALL")
      include    = optional(set(string))
    })), [])
    capacity = optional(object({ read = number, write = number }), { read = 1, write = 1 })
  }))
  default = {
    cards = {
      hash   = "user"
      range  = "card"
      stream = true
      indexes = [
        { name = "by-deck", hash = "deck", range = "card" },
        { name = "due", hash = "user", range = "due", projection = "INCLUDE", include = ["front", "back"] },
      ]
    }
    sessions = { hash = "id", ttl = "expires" }
    counters = { hash = "id", billing = "PROVISIONED", capacity = { read = 5, write = "2" } }
  }
}

variable "protected" {
  type    = set(string)
  default = ["cards"]
}

module "table" {
  source    = "./modules/table"
  for_each  = var.tables
  name      = each.key
  table     = each.value
  protected = contains(var.protected, each.key)
}

locals {
  streams = { for name, m in module.table : name => m.stream_arn if var.tables[name].stream }
}

resource "aws_lambda_event_source_mapping" "stream" {
  for_each                       = local.streams
  event_source_arn               = each.value
  function_name                  = "on-${each.key}"
  starting_position              = "LATEST"
  batch_size                     = 100
  maximum_retry_attempts         = 3
  bisect_batch_on_function_error = true
}

resource "aws_appautoscaling_target" "read" {
  for_each           = { for k, t in var.tables : k => t if t.billing == "PROVISIONED" }
  service_namespace  = "dynamodb"
  resource_id        = "table/${module.table[each.key].name}"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = each.value.capacity.read
  max_capacity       = each.value.capacity.read * 10
}

data "aws_iam_policy_document" "access" {
  dynamic "statement" {
    for_each = var.tables
    iterator = table
    content {
      sid = join("", [for part in split("-", table.key) : title(part)])
      actions = concat(
        ["dynamodb:GetItem", "dynamodb:Query"],
        table.value.billing == "PROVISIONED" ? ["dynamodb:UpdateItem"] : ["dynamodb:PutItem", "dynamodb:UpdateItem"],
      )
      resources = compact([
        "arn:aws:dynamodb:*:*:table/${table.key}",
        length(table.value.indexes) > 0 ? "arn:aws:dynamodb:*:*:table/${table.key}/index/*" : "",
      ])
    }
  }
}

resource "aws_iam_policy" "access" {
  name   = "tables"
  policy = data.aws_iam_policy_document.access.json
}

output "tables" {
  value = sort(values(module.table)[*].name)
}

output "index_names" {
  value = flatten([for t in var.tables : t.indexes[*].name])
}
