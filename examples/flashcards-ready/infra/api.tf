resource "aws_apigatewayv2_api" "flashcards" {
  name                         = local.name
  protocol_type                = "HTTP"
  disable_execute_api_endpoint = true

  cors_configuration {
    allow_origins = ["https://${var.domain}"]
    allow_methods = ["GET", "POST", "PUT", "DELETE"]
    allow_headers = ["authorization", "content-type"]
    max_age       = 300
  }
}

resource "aws_apigatewayv2_stage" "default" {
  api_id      = aws_apigatewayv2_api.flashcards.id
  name        = "$default"
  auto_deploy = true

  default_route_settings {
    throttling_rate_limit    = var.requests_per_second
    throttling_burst_limit   = var.requests_per_second * 2
    detailed_metrics_enabled = true
  }

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format = jsonencode({
      requestId = "$context.requestId"
      ip        = "$context.identity.sourceIp"
      route     = "$context.routeKey"
      status    = "$context.status"
      latency   = "$context.responseLatency"
      user      = "$context.authorizer.claims.sub"
    })
  }
}

resource "aws_cloudwatch_log_group" "access" {
  name              = "/aws/apigateway/${local.name}"
  retention_in_days = var.log_retention_days
}

resource "aws_apigatewayv2_integration" "api" {
  api_id                 = aws_apigatewayv2_api.flashcards.id
  integration_type       = "AWS_PROXY"
  integration_uri        = module.api.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_authorizer" "users" {
  api_id           = aws_apigatewayv2_api.flashcards.id
  name             = "users"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    issuer   = "https://${aws_cognito_user_pool.users.endpoint}"
    audience = [aws_cognito_user_pool_client.site.id]
  }
}

resource "aws_apigatewayv2_route" "api" {
  for_each = toset([
    "GET /api/decks",
    "POST /api/decks",
    "GET /api/decks/{deckId}",
    "PUT /api/decks/{deckId}",
    "DELETE /api/decks/{deckId}",
    "GET /api/decks/{deckId}/cards",
    "POST /api/decks/{deckId}/cards",
    "PUT /api/cards/{cardId}",
    "DELETE /api/cards/{cardId}",
    "GET /api/review/due",
    "POST /api/review",
    "GET /api/stats",
    "GET /api/export",
    "DELETE /api/account",
    "POST /api/errors",
  ])

  api_id             = aws_apigatewayv2_api.flashcards.id
  route_key          = each.value
  target             = "integrations/${aws_apigatewayv2_integration.api.id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.users.id
}

# Public on purpose: monitors ask it without signing in, and it tells nothing about users.
resource "aws_apigatewayv2_route" "public_health" {
  api_id             = aws_apigatewayv2_api.flashcards.id
  route_key          = "GET /api/health"
  target             = "integrations/${aws_apigatewayv2_integration.api.id}"
  authorization_type = "NONE"
}

resource "aws_lambda_permission" "api" {
  statement_id  = "AllowHttpApi"
  action        = "lambda:InvokeFunction"
  function_name = module.api.name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.flashcards.execution_arn}/*/*"
}

# The only door of the API. The distribution comes through it with a secret header, which the function asks for.
resource "aws_apigatewayv2_domain_name" "origin" {
  domain_name = local.origin

  domain_name_configuration {
    certificate_arn = aws_acm_certificate_validation.app.certificate_arn
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
}

resource "aws_apigatewayv2_api_mapping" "origin" {
  api_id      = aws_apigatewayv2_api.flashcards.id
  domain_name = aws_apigatewayv2_domain_name.origin.id
  stage       = aws_apigatewayv2_stage.default.id
}
