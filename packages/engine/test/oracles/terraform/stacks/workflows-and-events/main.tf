variable "account" { default = "111122223333" }

variable "workflows" {
  type = map(object({
    type    = optional(string, "STANDARD")
    level   = optional(string, "ERROR")
    events  = optional(list(string), [])
    retries = optional(number, 2)
  }))
  default = {
    onboarding = { events = ["UserCreated", "UserInvited"] }
    cleanup    = { type = "EXPRESS", level = "ALL", retries = 0, events = ["UserDeleted"] }
  }
}

locals {
  functions = { for n in ["prepare", "finish"] : n => "arn:aws:lambda:eu-central-1:${var.account}:function:${n}" }
  triggers = flatten([
    for name, w in var.workflows : [
      for e in w.events : { id = lower(replace(e, "/([a-z])([A-Z])/", "$1-$2")), workflow = name, event = e }
    ]
  ])
}

module "workflow" {
  source   = "./modules/workflow"
  for_each = var.workflows

  name = each.key
  type = each.value.type
  logs = { level = each.value.level, days = each.value.level == "ALL" ? 7 : 90 }
  definition = templatefile("${path.module}/definitions/${each.key}.asl.json", {
    functions = local.functions
    retries   = each.value.retries
  })
}

resource "aws_cloudwatch_event_bus" "this" {
  name = "cards"
}

resource "aws_cloudwatch_event_rule" "this" {
  for_each       = { for t in local.triggers : t.id => t }
  name           = each.key
  event_bus_name = aws_cloudwatch_event_bus.this.name
  description    = "Starts ${each.value.workflow}"
  state          = each.value.event == "UserDeleted" ? "DISABLED" : "ENABLED"
  event_pattern = jsonencode({
    source        = ["cards.users"]
    "detail-type" = [each.value.event]
    detail        = { plan = [{ "anything-but" = ["free"] }], age = [{ numeric = [">=", 18] }] }
  })
}

resource "aws_sqs_queue" "dead" {
  name = "events-dead"
}

resource "aws_cloudwatch_event_target" "this" {
  for_each       = { for t in local.triggers : t.id => t.workflow }
  rule           = aws_cloudwatch_event_rule.this[each.key].name
  event_bus_name = aws_cloudwatch_event_bus.this.name
  target_id      = each.value
  arn            = module.workflow[each.value].arn
  role_arn       = "arn:aws:iam::${var.account}:role/events"

  dead_letter_config {
    arn = aws_sqs_queue.dead.arn
  }
  retry_policy {
    maximum_event_age_in_seconds = 3600
    maximum_retry_attempts       = var.workflows[each.value].retries
  }
  input_transformer {
    input_paths    = { user = "$.detail.id", at = "$.time" }
    input_template = "{\"user\": <user>, \"at\": <at>, \"by\": \"${each.key}\"}"
  }
}

resource "aws_scheduler_schedule" "nightly" {
  count                        = contains(keys(var.workflows), "cleanup") ? 1 : 0
  name                         = "nightly"
  schedule_expression          = "cron(0 3 * * ? *)"
  schedule_expression_timezone = "Europe/Berlin"
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = module.workflow["cleanup"].arn
    role_arn = "arn:aws:iam::${var.account}:role/scheduler"
    input    = jsonencode({ dry = false })
  }
}

output "triggers" {
  value = { for t in local.triggers : t.workflow => t.id... }
}

output "states" {
  value = { for k, m in module.workflow : k => m.states }
}
