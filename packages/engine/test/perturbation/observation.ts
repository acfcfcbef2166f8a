import { type Perturbation, replace } from './perturbation.ts';
import { switched } from './switched.ts';

const START = { file: 'versions.tf', text: 'terraform {' };
const dashboard = (row: string) => `resource "aws_cloudwatch_dashboard" "more" {
  dashboard_name = "\${local.name}-more"
  dashboard_body = jsonencode({ widgets = [{ type = "metric", properties = { stat = "Sum", metrics = [${row}] } }] })
}
`;
const alarm = (name: string, threshold: number) => `
resource "aws_cloudwatch_metric_alarm" "${name}" {
  alarm_name          = "\${local.name}-${name}"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  dimensions          = { QueueName = aws_sqs_queue.jobs.name }
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = ${threshold}
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alerts.arn]
}
`;
const QUERY = 'resource "aws_cloudwatch_query_definition" "errors" {';

/** Dashboards, traces, saved questions and whether thresholds agree. */
export const OBSERVATION: readonly Perturbation[] = [
  {
    check: 'dashboards-show-percentiles',
    resource: null,
    off: [replace('operations.tf', '["p50", "p95", "p99"]', '["Average"]')],
    at: {
      file: 'operations.tf',
      text: 'title  = "API: requests and errors"\n          region = "us-east-1"\n          stat   = "Sum"',
    },
    hidden: [replace('operations.tf', '["p50", "p95", "p99"]', 'var.hidden')],
  },
  switched({
    check: 'operations-dashboard',
    resource: null,
    code: dashboard('["AWS/DynamoDB", "ReadThrottleEvents", "TableName", "users"]'),
    on: '"AWS/DynamoDB"',
    off: '"AWS/S3"',
    at: { file: 'dynamodb.tf', text: 'resource "aws_dynamodb_table" "state" {' },
  }),
  switched({
    check: 'business-dashboard',
    resource: null,
    code: dashboard('["Flashcards", "Reviews"]'),
    on: '"Flashcards"',
    off: '"AWS/S3"',
  }),
  switched({
    check: 'saved-log-queries',
    resource: null,
    code: `${QUERY}
  name         = "errors"
  query_string = "fields @message"
}
`,
    on: QUERY,
    off: `${QUERY}\n  count = 0\n`,
    hidden: `${QUERY}\n  count = var.hidden\n`,
    at: START,
  }),
  switched({
    check: 'cdn-cache-metrics',
    resource: 'aws_cloudfront_distribution.app',
    code: `resource "aws_cloudfront_monitoring_subscription" "app" {
  distribution_id = aws_cloudfront_distribution.app.id

  monitoring_subscription {
    realtime_metrics_subscription_config {
      realtime_metrics_subscription_status = "Enabled"
    }
  }
}
`,
    on: '"Enabled"',
    off: '"Disabled"',
  }),
  switched({
    check: 'containers-traced',
    resource: 'aws_ecs_task_definition.jobs',
    code: `resource "aws_ecs_task_definition" "jobs" {
  family                = "jobs"
  container_definitions = jsonencode([{ name = "jobs", image = "jobs:1", environment = [{ name = local.tracer, value = "x" }] }])
}

locals {
  tracer = "OTEL_EXPORTER_OTLP_ENDPOINT"
}
`,
    on: '"OTEL_EXPORTER_OTLP_ENDPOINT"',
    off: '"LANGUAGE"',
    at: 'name = local.tracer',
  }),
  switched({
    check: 'graphql-apis-traced',
    resource: 'aws_appsync_graphql_api.jobs',
    code: `resource "aws_appsync_graphql_api" "jobs" {
  name                = "jobs"
  authentication_type = "AWS_IAM"
  xray_enabled        = true
}
`,
    on: 'xray_enabled        = true',
    off: 'xray_enabled        = false',
    hidden: 'xray_enabled        = var.hidden',
  }),
  switched({
    check: 'one-threshold-per-signal',
    resource: 'aws_sqs_queue.jobs',
    code: `resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}
${alarm('old', 600)}${alarm('older', 600).replace('threshold           = 600', 'threshold           = 300 + 300')}`,
    on: 'threshold           = 300 + 300',
    off: 'threshold           = 900',
    hidden: 'threshold           = var.hidden',
    at: 'threshold           = 600',
  }),
];
