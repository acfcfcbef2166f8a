variable "api_id" {}
variable "key" { type = string }
variable "slug" { type = string }
variable "timeout" { type = number }
variable "scopes" { type = list(string) }
variable "authorizer" {
  type    = string
  default = null
}

locals {
  method = element(split(" ", var.key), 0)
  path   = element(split(" ", var.key), 1)
}

resource "aws_apigatewayv2_integration" "this" {
  api_id                 = var.api_id
  integration_type       = "HTTP_PROXY"
  integration_method     = local.method
  integration_uri        = "https://backend.example.com${local.path}"
  payload_format_version = "1.0"
  timeout_milliseconds   = var.timeout * 1000
  description            = var.slug
}

resource "aws_apigatewayv2_route" "this" {
  api_id               = var.api_id
  route_key            = var.key
  target               = "integrations/${aws_apigatewayv2_integration.this.id}"
  authorization_type   = endswith(var.key, "/health") ? "NONE" : "JWT"
  authorization_scopes = length(var.scopes) == 0 ? null : var.scopes
  authorizer_id        = var.authorizer
}

output "open" {
  value = aws_apigatewayv2_route.this.authorization_type == "NONE"
}
