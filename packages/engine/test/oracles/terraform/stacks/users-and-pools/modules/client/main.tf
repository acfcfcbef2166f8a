variable "name" {}
variable "pool" {}
variable "client" {
  type = object({ callbacks = list(string), secret = bool, hours = number, flows = list(string) })
}
variable "scopes" { type = set(string) }

resource "aws_cognito_user_pool_client" "this" {
  name                                 = var.name
  user_pool_id                         = var.pool
  generate_secret                      = var.client.secret
  callback_urls                        = length(var.client.callbacks) > 0 ? var.client.callbacks : null
  allowed_oauth_flows                  = var.client.flows
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = var.scopes
  prevent_user_existence_errors        = "ENABLED"
  access_token_validity                = var.client.hours < 1 ? var.client.hours * 60 : var.client.hours
  explicit_auth_flows                  = concat(["ALLOW_REFRESH_TOKEN_AUTH"], var.client.secret ? [] : ["ALLOW_USER_SRP_AUTH"])
  token_validity_units {
    access_token = var.client.hours < 1 ? "minutes" : "hours"
  }
}

output "id" { value = aws_cognito_user_pool_client.this.id }
output "secret" { value = var.client.secret }
