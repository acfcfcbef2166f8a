variable "stage" {
  type    = string
  default = "$default"
}

variable "origins" {
  type    = set(string)
  default = ["https://app.example.com", "https://example.com", "https://app.example.com"]
}

variable "throttle" {
  type    = object({ burst = number, rate = optional(number, 50) })
  default = { burst = 100 }
}

variable "domain" {
  type    = string
  default = null
}

locals {
  routes = {
    "GET /cards"         = { auth = true, timeout = 5 }
    "POST /cards"        = { auth = true }
    "GET /health"        = { auth = false }
    "DELETE /cards/{id}" = { auth = true, scopes = ["cards/delete"] }
  }
  slugs = { for r in keys(local.routes) : r => replace(lower(r), "/[^a-z]+/", "-") }
}

resource "aws_apigatewayv2_api" "this" {
  name          = "cards"
  protocol_type = "HTTP"

  cors_configuration {
    allow_origins = var.origins
    allow_methods = distinct([for r in keys(local.routes) : split(" ", r)[0]])
    max_age       = 60 * 60
  }
}

resource "aws_apigatewayv2_authorizer" "jwt" {
  count            = length([for r in local.routes : r if r.auth]) > 0 ? 1 : 0
  api_id           = aws_apigatewayv2_api.this.id
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]
  name             = "jwt"
  jwt_configuration {
    audience = ["web"]
    issuer   = "https://issuer.example.com/"
  }
}

module "route" {
  source     = "./modules/route"
  for_each   = local.routes
  api_id     = aws_apigatewayv2_api.this.id
  key        = each.key
  slug       = local.slugs[each.key]
  timeout    = try(each.value.timeout, 29)
  scopes     = lookup(each.value, "scopes", [])
  authorizer = each.value.auth ? aws_apigatewayv2_authorizer.jwt[0].id : null
}

resource "aws_cloudwatch_log_group" "access" {
  name              = "/api/${aws_apigatewayv2_api.this.name}/${trimprefix(var.stage, "$")}"
  retention_in_days = 90
}

resource "aws_apigatewayv2_stage" "this" {
  api_id      = aws_apigatewayv2_api.this.id
  name        = var.stage
  auto_deploy = true

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format = jsonencode({
      requestId = "$context.requestId"
      status    = "$context.status"
      path      = "$context.path"
    })
  }

  default_route_settings {
    throttling_burst_limit = var.throttle.burst
    throttling_rate_limit  = var.throttle.rate
  }

  dynamic "route_settings" {
    for_each = { for k, r in local.routes : k => r if !r.auth }
    iterator = open
    content {
      route_key              = open.key
      throttling_burst_limit = floor(var.throttle.burst / 10)
      throttling_rate_limit  = floor(var.throttle.rate / 10)
    }
  }
}

resource "aws_apigatewayv2_domain_name" "this" {
  count       = var.domain == null ? 0 : 1
  domain_name = coalesce(var.domain, "none")
  domain_name_configuration {
    certificate_arn = "arn:aws:acm:eu-central-1:111122223333:certificate/00000000-0000-0000-0000-000000000000"
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
}

output "domains" {
  value = aws_apigatewayv2_domain_name.this[*].domain_name
}

output "slugs" {
  value = local.slugs
}

output "open" {
  value = [for k, m in module.route : k if m.open]
}
