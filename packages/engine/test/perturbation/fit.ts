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
];
