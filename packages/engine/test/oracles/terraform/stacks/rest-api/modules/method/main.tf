variable "rest_api_id" { type = string }
variable "resource_id" { type = string }
variable "method" { type = string }
variable "key" {
  type    = bool
  default = true
}

resource "aws_api_gateway_method" "this" {
  rest_api_id      = var.rest_api_id
  resource_id      = var.resource_id
  http_method      = var.method
  authorization    = var.key ? "AWS_IAM" : "NONE"
  api_key_required = var.key
  request_parameters = var.method == "GET" ? {
    "method.request.querystring.page" = false
  } : {}
}

resource "aws_api_gateway_integration" "this" {
  rest_api_id = var.rest_api_id
  resource_id = var.resource_id
  http_method = aws_api_gateway_method.this.http_method
  type        = "MOCK"
  request_templates = {
    "application/json" = <<-EOT
      #set($x = "$util.escapeJavaScript($input.body)")
      {"statusCode": ${var.key ? 200 : 204}}
    EOT
  }
}

output "method" { value = aws_api_gateway_method.this.http_method }
output "needs_key" { value = aws_api_gateway_method.this.api_key_required }
