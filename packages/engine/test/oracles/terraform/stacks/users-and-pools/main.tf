variable "name" {
  type    = string
  default = "Cards Users"
}

variable "clients" {
  type = map(object({
    callbacks = list(string)
    secret    = optional(bool, false)
    hours     = optional(number, 1)
    flows     = optional(list(string), ["code"])
  }))
  default = {
    web    = { callbacks = ["https://app.example.com/cb"] }
    mobile = { callbacks = ["cards://cb", "https://m.example.com/cb"], hours = 0.5 }
    server = { callbacks = [], secret = true, flows = ["client_credentials"] }
  }
}

variable "attributes" {
  type    = map(string)
  default = { plan = "String", level = "Number" }
}

variable "policy" {
  type    = any
  default = { length = 12, symbols = true }
}

locals {
  slug   = join("-", regexall("[a-z]+", lower(var.name)))
  groups = { for i, g in ["admins", "editors", "readers"] : g => i * 10 }
  strict = try(var.policy.length >= 12 && var.policy.symbols, false)
}

resource "aws_cognito_user_pool" "this" {
  name                     = local.slug
  mfa_configuration        = local.strict ? "ON" : "OPTIONAL"
  auto_verified_attributes = ["email"]
  deletion_protection      = "ACTIVE"

  password_policy {
    minimum_length    = var.policy.length
    require_symbols   = try(var.policy.symbols, false)
    require_uppercase = try(var.policy.uppercase, true)
    require_lowercase = true
    require_numbers   = true
  }

  software_token_mfa_configuration {
    enabled = true
  }

  user_pool_add_ons {
    advanced_security_mode = local.strict ? "ENFORCED" : "OFF"
  }

  dynamic "schema" {
    for_each = var.attributes
    content {
      name                = schema.key
      attribute_data_type = schema.value
      mutable             = true

      dynamic "number_attribute_constraints" {
        for_each = schema.value == "Number" ? [0] : []
        content {
          min_value = number_attribute_constraints.value
          max_value = 100
        }
      }
      dynamic "string_attribute_constraints" {
        for_each = schema.value == "String" ? [""] : []
        content {
          min_length = 0
          max_length = 64
        }
      }
    }
  }

  verification_message_template {
    email_subject = "Welcome to ${title(var.name)}"
    email_message = trimspace(<<-EOT
      Hello,
        your code is {####}.
    EOT
    )
  }
}

resource "aws_cognito_user_group" "this" {
  for_each     = local.groups
  name         = each.key
  precedence   = each.value
  user_pool_id = aws_cognito_user_pool.this.id
}

resource "aws_cognito_resource_server" "this" {
  identifier   = "https://api.example.com"
  name         = "api"
  user_pool_id = aws_cognito_user_pool.this.id
  dynamic "scope" {
    for_each = ["read", "write"]
    content {
      scope_name        = scope.value
      scope_description = "${title(scope.value)} (${scope.key + 1} of 2)"
    }
  }
}

module "client" {
  source   = "./modules/client"
  for_each = var.clients
  name     = each.key
  pool     = aws_cognito_user_pool.this.id
  client   = each.value
  scopes   = contains(each.value.flows, "client_credentials") ? ["https://api.example.com/read"] : ["openid", "email"]
}

resource "aws_cognito_identity_pool" "this" {
  identity_pool_name               = replace(local.slug, "-", " ")
  allow_unauthenticated_identities = false

  dynamic "cognito_identity_providers" {
    for_each = { for k, m in module.client : k => m if !m.secret }
    content {
      client_id               = cognito_identity_providers.value.id
      server_side_token_check = true
    }
  }
}

resource "aws_cognito_user_pool_domain" "this" {
  domain       = substr("${local.slug}-${md5(var.name)}", 0, 20)
  user_pool_id = aws_cognito_user_pool.this.id
}

output "public" {
  value = [for k, m in module.client : k if !m.secret]
}

output "domain" {
  value = aws_cognito_user_pool_domain.this.domain
}
