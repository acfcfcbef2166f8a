variable "environments" {
  type    = list(string)
  default = ["dev", "prod"]
}

variable "overrides" {
  type = map(object({
    memory = optional(number)
    alarms = optional(bool)
    table = optional(object({
      protected = optional(bool, true)
      name      = optional(string)
    }), {})
  }))
  default = {}
}

variable "extra" {
  type    = any
  default = null
}

variable "unset" {
  description = "Given in no file, on no command line"
  type        = string
  default     = null
}

locals {
  defaults = {
    dev  = { memory = 128, alarms = false }
    prod = { memory = 1024, alarms = true }
  }
  settings = {
    for e in var.environments : e => merge(
      local.defaults[e],
      { for k, v in try(var.overrides[e], {}) : k => v if v != null },
    )
  }
  production = one([for e in var.environments : e if startswith(e, "prod")])
}

module "app" {
  source      = "./modules/app"
  count       = length(var.environments)
  environment = element(var.environments, count.index)
  index       = count.index
  settings    = local.settings[var.environments[count.index]]
}

module "fallback" {
  source      = "./modules/app"
  count       = local.production == null ? 1 : 0
  environment = "fallback"
  settings    = {}
}

resource "aws_ssm_parameter" "memory" {
  for_each = { for i, e in var.environments : e => module.app[i].memory }
  name     = "/cards/${each.key}/memory"
  type     = "String"
  value    = each.value
}

resource "aws_ssm_parameter" "extra" {
  count = var.extra == null ? 0 : 1
  name  = "/cards/extra"
  type  = "SecureString"
  value = jsonencode(var.extra)
}

resource "aws_secretsmanager_secret" "this" {
  name                    = "cards/${coalesce(var.unset, local.production, "none")}"
  recovery_window_in_days = local.production == "prod" ? 30 : 0
}

output "names" {
  value = module.app[*].name
}

output "table_names" {
  value = { for e in var.environments : e => try(local.settings[e].table.name, null) }
}

output "protected" {
  value = [for e in var.environments : try(local.settings[e].table.protected, "undecided")]
}
