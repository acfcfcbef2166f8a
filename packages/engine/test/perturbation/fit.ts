import { add, type Perturbation, replace } from './perturbation.ts';

export const FIT: readonly Perturbation[] = [
  {
    check: 'http-routes-lead-somewhere',
    resource: 'aws_apigatewayv2_route.public_health',
    off: [
      replace(
        'api.tf',
        `  target             = "integrations/\${aws_apigatewayv2_integration.api.id}"
  authorization_type = "NONE"`,
        '  authorization_type = "NONE"',
      ),
    ],
    at: { file: 'api.tf', text: 'resource "aws_apigatewayv2_route" "public_health" {' },
    hidden: [
      replace(
        'api.tf',
        `"integrations/\${aws_apigatewayv2_integration.api.id}"
  authorization_type = "NONE"`,
        `var.hidden
  authorization_type = "NONE"`,
      ),
    ],
  },
  {
    check: 'event-rules-have-targets',
    given: [
      add(
        'weekly.tf',
        `resource "aws_cloudwatch_event_rule" "weekly" {
  name                = "weekly"
  schedule_expression = "rate(7 days)"
}

resource "aws_cloudwatch_event_target" "weekly" {
  count = 1
  rule  = aws_cloudwatch_event_rule.weekly.name
  arn   = "arn:aws:sqs:eu-west-1:123456789012:jobs"
}
`,
      ),
    ],
    resource: 'aws_cloudwatch_event_rule.weekly',
    off: [replace('weekly.tf', 'count = 1', 'count = 0')],
    at: { file: 'weekly.tf', text: 'resource "aws_cloudwatch_event_rule" "weekly" {' },
    hidden: [replace('weekly.tf', 'count = 1', 'count = var.hidden')],
  },
  {
    check: 'queue-visibility-timeout',
    given: [
      add(
        'work.tf',
        `resource "aws_sqs_queue" "work" {
  name                       = "work"
  visibility_timeout_seconds = 360
}

resource "aws_lambda_event_source_mapping" "work" {
  event_source_arn        = aws_sqs_queue.work.arn
  function_name           = module.api.name
  function_response_types = ["ReportBatchItemFailures"]
}
`,
      ),
    ],
    resource: 'aws_sqs_queue.work',
    off: [replace('work.tf', 'visibility_timeout_seconds = 360', 'visibility_timeout_seconds = 30')],
    at: { file: 'work.tf', text: 'visibility_timeout_seconds = 30' },
    hidden: [
      replace('work.tf', 'visibility_timeout_seconds = 360', 'visibility_timeout_seconds = var.hidden'),
    ],
  },
  {
    check: 'authorizers-answer-in-time',
    given: [
      add(
        'decides.tf',
        `resource "aws_apigatewayv2_authorizer" "decides" {
  api_id          = aws_apigatewayv2_api.decides.id
  authorizer_type = "REQUEST"
  authorizer_uri  = aws_lambda_function.decides.invoke_arn
  name            = "decides"
}

resource "aws_apigatewayv2_api" "decides" {
  name          = "decides"
  protocol_type = "HTTP"
}

resource "aws_lambda_function" "decides" {
  function_name = "decides"
  role          = "arn:aws:iam::123456789012:role/decides"
  timeout       = 5
}
`,
      ),
    ],
    resource: 'aws_apigatewayv2_authorizer.decides',
    off: [replace('decides.tf', 'timeout       = 5', 'timeout       = 20')],
    at: { file: 'decides.tf', text: 'timeout       = 20' },
    hidden: [replace('decides.tf', 'timeout       = 5', 'timeout       = var.hidden')],
  },
  {
    check: 'cdn-waits-for-its-origin',
    given: [
      add(
        'slow.tf',
        `resource "aws_lambda_function" "slow" {
  function_name = "slow"
  role          = "arn:aws:iam::123456789012:role/slow"
  timeout       = 45
}

resource "aws_lambda_function_url" "slow" {
  function_name      = aws_lambda_function.slow.function_name
  authorization_type = "AWS_IAM"
}

resource "aws_cloudfront_distribution" "slow" {
  enabled = true
  origin {
    origin_id   = "slow"
    domain_name = "\${aws_lambda_function_url.slow.url_id}.lambda-url.eu-west-1.on.aws"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
      origin_read_timeout    = 60
    }
  }
}
`,
      ),
    ],
    resource: 'aws_cloudfront_distribution.slow',
    off: [replace('slow.tf', 'origin_read_timeout    = 60', 'origin_read_timeout    = 30')],
    at: { file: 'slow.tf', text: 'timeout       = 45' },
    hidden: [replace('slow.tf', 'origin_read_timeout    = 60', 'origin_read_timeout    = var.hidden')],
  },
  {
    check: 'workflow-waits-for-its-functions',
    given: [
      add(
        'steps.tf',
        `resource "aws_lambda_function" "step" {
  function_name = "step"
  role          = "arn:aws:iam::123456789012:role/step"
  timeout       = 45
}

resource "aws_sfn_state_machine" "steps" {
  name     = "steps"
  role_arn = "arn:aws:iam::123456789012:role/steps"
  definition = jsonencode({
    StartAt = "Step"
    States = {
      Step = {
        Type           = "Task"
        Resource       = aws_lambda_function.step.arn
        TimeoutSeconds = 60
        End            = true
      }
    }
  })
}
`,
      ),
    ],
    resource: 'aws_sfn_state_machine.steps',
    off: [replace('steps.tf', 'TimeoutSeconds = 60', 'TimeoutSeconds = 30')],
    at: { file: 'steps.tf', text: 'TimeoutSeconds = 30' },
    hidden: [replace('steps.tf', 'TimeoutSeconds = 60', 'TimeoutSeconds = var.hidden')],
  },
  {
    check: 'sign-in-triggers-answer-in-time',
    given: [
      add(
        'trigger.tf',
        `resource "aws_cognito_user_pool" "guests" {
  name = "guests"
  lambda_config {
    pre_sign_up = aws_lambda_function.trigger.arn
  }
}

resource "aws_lambda_function" "trigger" {
  function_name = "trigger"
  role          = "arn:aws:iam::123456789012:role/trigger"
  timeout       = 5
}
`,
      ),
    ],
    resource: 'aws_lambda_function.trigger',
    off: [replace('trigger.tf', 'timeout       = 5', 'timeout       = 20')],
    at: { file: 'trigger.tf', text: 'timeout       = 20' },
    hidden: [replace('trigger.tf', 'timeout       = 5', 'timeout       = var.hidden')],
  },
  {
    check: 'handler-exists',
    given: [
      add('code/app.py', 'def handler(event, context):\n    return event\n'),
      add(
        'packaged.tf',
        `data "archive_file" "packaged" {
  type        = "zip"
  source_dir  = "\${path.module}/code"
  output_path = "\${path.module}/packaged.zip"
}

resource "aws_lambda_function" "packaged" {
  function_name = "packaged"
  role          = "arn:aws:iam::123456789012:role/packaged"
  runtime       = "python3.13"
  handler       = "app.handler"
  filename      = data.archive_file.packaged.output_path
}
`,
      ),
    ],
    resource: 'aws_lambda_function.packaged',
    off: [replace('packaged.tf', '"app.handler"', '"main.handler"')],
    at: { file: 'packaged.tf', text: '"main.handler"' },
    hidden: [replace('packaged.tf', '"app.handler"', 'var.hidden')],
    decidedBy: 'looking into the package',
  },
  {
    check: 'function-within-gateway-timeout',
    given: [
      add(
        'reports.tf',
        `resource "aws_appsync_datasource" "reports" {
  api_id = "elsewhere"
  name   = "reports"
  type   = "AWS_LAMBDA"

  lambda_config {
    function_arn = aws_lambda_function.reports.arn
  }
}

resource "aws_lambda_function" "reports" {
  function_name = "reports"
  role          = "arn:aws:iam::123456789012:role/reports"
  timeout       = 20
}
`,
      ),
    ],
    resource: 'aws_lambda_function.reports',
    off: [replace('reports.tf', 'timeout       = 20', 'timeout       = 120')],
    at: { file: 'reports.tf', text: 'timeout       = 120' },
    hidden: [replace('reports.tf', 'timeout       = 20', 'timeout       = var.hidden')],
  },
  {
    check: 'callers-may-invoke',
    given: [
      add(
        'courier.tf',
        `resource "aws_sns_topic_subscription" "courier" {
  topic_arn = aws_sns_topic.alerts.arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.courier.arn
}

resource "aws_lambda_function" "courier" {
  function_name = "courier"
  role          = "arn:aws:iam::123456789012:role/courier"
}

resource "aws_lambda_permission" "courier" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.courier.function_name
  principal     = "sns.amazonaws.com"
}
`,
      ),
    ],
    resource: 'aws_lambda_function.courier',
    off: [
      replace('courier.tf', 'principal     = "sns.amazonaws.com"', 'principal     = "events.amazonaws.com"'),
    ],
    at: { file: 'courier.tf', text: 'resource "aws_sns_topic_subscription" "courier" {' },
    hidden: [replace('courier.tf', 'principal     = "sns.amazonaws.com"', 'principal     = var.hidden')],
  },
  {
    check: 'database-proxy-used',
    given: [
      add(
        'proxy.tf',
        `resource "aws_db_proxy" "pool" {
  name          = "pool"
  engine_family = "POSTGRESQL"
  role_arn      = "arn:aws:iam::123456789012:role/pool"
  require_tls   = true
}

resource "aws_db_instance" "pooled" {
  identifier = "pooled"
  engine     = "postgres"
}

resource "aws_lambda_function" "pooled" {
  function_name = "pooled"
  role          = "arn:aws:iam::123456789012:role/pooled"

  environment {
    variables = {
      HOST = aws_db_proxy.pool.endpoint
    }
  }
}
`,
      ),
    ],
    resource: 'aws_lambda_function.pooled',
    off: [replace('proxy.tf', 'aws_db_proxy.pool.endpoint', 'aws_db_instance.pooled.address')],
    at: { file: 'proxy.tf', text: '    variables = {' },
    hidden: [replace('proxy.tf', 'aws_db_proxy.pool.endpoint', 'var.hidden')],
  },
  {
    check: 'request-validators-used',
    given: [
      add(
        'validator.tf',
        `resource "aws_api_gateway_request_validator" "body" {
  name                  = "body"
  rest_api_id           = "1"
  validate_request_body = true
}

resource "aws_api_gateway_method" "validated" {
  rest_api_id          = "1"
  resource_id          = "validated"
  http_method          = "POST"
  authorization        = "AWS_IAM"
  request_validator_id = aws_api_gateway_request_validator.body.id
}
`,
      ),
    ],
    resource: 'aws_api_gateway_request_validator.body',
    off: [replace('validator.tf', 'aws_api_gateway_request_validator.body.id', '"another"')],
    at: { file: 'validator.tf', text: 'resource "aws_api_gateway_request_validator" "body" {' },
    hidden: [replace('validator.tf', 'aws_api_gateway_request_validator.body.id', 'var.hidden')],
  },
  {
    check: 'resolvers-have-source',
    given: [
      add(
        'graph.tf',
        `resource "aws_appsync_datasource" "people" {
  api_id = "1"
  name   = "people"
  type   = "NONE"
}

resource "aws_appsync_resolver" "people" {
  api_id      = "1"
  type        = "Query"
  field       = "people"
  data_source = "people"
}
`,
      ),
    ],
    resource: 'aws_appsync_resolver.people',
    off: [replace('graph.tf', 'data_source = "people"', 'data_source = "nobody"')],
    at: { file: 'graph.tf', text: 'data_source = "nobody"' },
    hidden: [replace('graph.tf', 'data_source = "people"', 'data_source = var.hidden')],
  },
];
