resource "aws_apigatewayv2_api" "flashcards" {
  name          = local.name
  protocol_type = "HTTP"

  cors_configuration {
    allow_origins = ["*"]
    allow_methods = ["GET", "POST", "PUT", "DELETE", "OPTIONS"]
    allow_headers = ["authorization", "content-type"]
    max_age       = 300
  }
}

resource "aws_apigatewayv2_stage" "default" {
  api_id      = aws_apigatewayv2_api.flashcards.id
  name        = "$default"
  auto_deploy = true
}

resource "aws_apigatewayv2_integration" "api" {
  api_id                 = aws_apigatewayv2_api.flashcards.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.api.invoke_arn
  payload_format_version = "2.0"
}

# The sign-in token is checked in src/app.py, not here.
resource "aws_apigatewayv2_route" "api" {
  for_each = toset(local.routes)

  api_id    = aws_apigatewayv2_api.flashcards.id
  route_key = each.value
  target    = "integrations/${aws_apigatewayv2_integration.api.id}"
}

resource "aws_lambda_permission" "api" {
  statement_id  = "AllowHttpApi"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.api.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.flashcards.execution_arn}/*/*"
}

locals {
  # The 17 routes that moved here from the old server.
  routes = [
    "POST /api/auth/register",
    "POST /api/auth/login",
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
    "POST /api/session/start",
    "POST /api/session/end",
    "GET /api/stats",
    "GET /api/export",
  ]
}
