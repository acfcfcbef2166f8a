import { ALARMS_FILE, alarms } from './alarms.ts';
import { DATABASE, DATABASE_ADDRESS, DATABASE_FILE } from './database.ts';
import { LOAD_BALANCER, LOAD_BALANCER_FILE } from './load-balancer.ts';
import { add, type Perturbation, replace } from './perturbation.ts';

/** A second alarm on what is watched anyway, so that nothing hangs on this one alone. */
const SECOND = alarms('AWS/DynamoDB', '', [
  { name: 'second', metric: 'UserErrors', statistic: 'Sum', operator: 'GreaterThanThreshold', threshold: 5 },
]);

const EACH_OPERATION = `for_each = merge([
    for table, settings in local.tables : {
      for operation in settings.operations : "\${table}/\${operation}" => { table = table, operation = operation }
    }
  ]...)`;

const THROTTLES = '    throttles   = { metric = "Throttles", statistic = "Sum", threshold = 1 }\n';

const SUBSCRIPTION = `resource "aws_sns_topic_subscription" "on_call" {
  topic_arn = aws_sns_topic.on_call.arn
  protocol  = "email"
  endpoint  = var.alert_email
}
`;

const TO_ROTATION = `resource "aws_sns_topic_subscription" "on_call" {
  topic_arn = aws_sns_topic.on_call.arn
  protocol  = "lambda"
  endpoint  = module.rotation.arn
}
`;

/** A second topic of an alarm that is heard anyway, so that nothing hangs on this one alone. */
const ON_CALL = `resource "aws_sns_topic" "on_call" {
  name              = "\${local.name}-on-call"
  kms_master_key_id = aws_kms_key.operations.arn
}

${SUBSCRIPTION}
resource "aws_cloudwatch_metric_alarm" "rotation_errors" {
  alarm_name          = "\${local.name}-rotation-errors-on-call"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 2
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alerts.arn, aws_sns_topic.on_call.arn]

  dimensions = {
    FunctionName = module.rotation.name
  }
}
`;

const UP = 'GreaterThanThreshold';
const DOWN = 'LessThanThreshold';
const DATABASE_ALARMS = alarms('AWS/RDS', `DBInstanceIdentifier = ${DATABASE_ADDRESS}.identifier`, [
  { name: 'cpu', metric: 'CPUUtilization', statistic: 'Average', operator: UP, threshold: 90 },
  { name: 'memory', metric: 'FreeableMemory', statistic: 'Minimum', operator: DOWN, threshold: 268435456 },
  { name: 'connections', metric: 'DatabaseConnections', statistic: 'Maximum', operator: UP, threshold: 80 },
  {
    name: 'storage',
    metric: 'FreeStorageSpace',
    statistic: 'Minimum',
    operator: DOWN,
    threshold: 5368709120,
  },
]);

const BALANCER_ALARMS = alarms(
  'AWS/ApplicationELB',
  'LoadBalancer = aws_lb.public.arn_suffix\n    TargetGroup  = "targetgroup/web/73e2d6bc24d8a067"',
  [
    { name: 'unhealthy', metric: 'UnHealthyHostCount', statistic: 'Maximum', operator: UP, threshold: 0 },
    { name: 'refused', metric: 'HTTPCode_Target_5XX_Count', statistic: 'Sum', operator: UP, threshold: 10 },
    { name: 'slow', metric: 'TargetResponseTime', statistic: 'p99', operator: UP, threshold: 0.5 },
  ],
);

const NETWORK_FILE = 'network.tf';
const NETWORK = `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "main" {
  vpc_id               = aws_vpc.main.id
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = module.logs.arn
}
`;

export const MONITORING: readonly Perturbation[] = [
  {
    check: 'lambda-log-group',
    resource: 'module.api.aws_lambda_function.this',
    off: [
      replace('modules/function/main.tf', '    log_group  = aws_cloudwatch_log_group.this.name\n', ''),
      replace('modules/function/main.tf', '"/aws/lambda/${var.name}"', '"/functions/${var.name}"'),
    ],
    at: { file: 'modules/function/main.tf', text: 'logging_config {' },
    hidden: [
      replace('modules/function/main.tf', 'aws_cloudwatch_log_group.this.name', 'var.hidden'),
      replace('modules/function/main.tf', '"/aws/lambda/${var.name}"', '"/functions/${var.name}"'),
    ],
  },
  {
    check: 'log-group-retention',
    resource: 'aws_cloudwatch_log_group.access',
    off: [replace('api.tf', 'retention_in_days = var.log_retention_days', 'retention_in_days = 0')],
    at: { file: 'api.tf', text: 'retention_in_days = 0' },
    hidden: [
      replace('api.tf', 'retention_in_days = var.log_retention_days', 'retention_in_days = var.hidden'),
    ],
  },
  {
    check: 'tracing-enabled',
    resource: 'module.api.aws_lambda_function.this',
    off: [replace('modules/function/main.tf', '"Active"', '"PassThrough"')],
    at: { file: 'modules/function/main.tf', text: '"PassThrough"' },
    hidden: [replace('modules/function/main.tf', '"Active"', 'var.hidden')],
  },
  {
    check: 'dashboard-exists',
    resource: null,
    off: [
      replace(
        'operations.tf',
        'resource "aws_cloudwatch_dashboard" "operations" {',
        'resource "aws_cloudwatch_dashboard" "operations" {\n  count = 0\n',
      ),
    ],
    at: { file: 'versions.tf', text: 'terraform {' },
    hidden: [
      replace(
        'operations.tf',
        'resource "aws_cloudwatch_dashboard" "operations" {',
        'resource "aws_cloudwatch_dashboard" "operations" {\n  count = var.hidden\n',
      ),
    ],
  },
  {
    check: 'alarms-can-fire',
    given: [add(ALARMS_FILE, SECOND)],
    resource: 'aws_cloudwatch_metric_alarm.second',
    off: [replace(ALARMS_FILE, '"UserErrors"', '"UserError"')],
    at: { file: ALARMS_FILE, text: '"UserError"' },
    hidden: [replace(ALARMS_FILE, '"UserErrors"', 'var.hidden')],
  },
  {
    check: 'alarms-notify',
    given: [add(ALARMS_FILE, SECOND)],
    resource: 'aws_cloudwatch_metric_alarm.second',
    off: [replace(ALARMS_FILE, '[aws_sns_topic.alerts.arn]', '[]')],
    at: { file: ALARMS_FILE, text: 'alarm_actions       = []' },
    hidden: [replace(ALARMS_FILE, '[aws_sns_topic.alerts.arn]', 'var.hidden')],
  },
  {
    check: 'api-alarms',
    resource: 'aws_apigatewayv2_api.flashcards',
    off: [
      replace('alerts.tf', '    latency = { metric = "Latency", statistic = "p99", threshold = 500 }\n', ''),
    ],
    at: { file: 'api.tf', text: 'resource "aws_apigatewayv2_api" "flashcards" {' },
    hidden: [replace('alerts.tf', 'metric = "Latency"', 'metric = var.hidden')],
  },
  {
    check: 'dynamodb-alarms',
    resource: 'aws_dynamodb_table.state["locks"]',
    off: [replace('alerts.tf', EACH_OPERATION, 'for_each = {}')],
    at: { file: 'dynamodb.tf', text: 'resource "aws_dynamodb_table" "state" {' },
    hidden: [replace('alerts.tf', '"SystemErrors"', 'var.hidden')],
  },
  {
    check: 'lambda-alarms',
    resource: 'module.api.aws_lambda_function.this',
    off: [replace('modules/function/alarms.tf', THROTTLES, '')],
    at: { file: 'modules/function/main.tf', text: 'resource "aws_lambda_function" "this" {' },
    hidden: [replace('modules/function/alarms.tf', 'metric = "Throttles"', 'metric = var.hidden')],
  },
  {
    check: 'topics-have-subscribers',
    given: [add('on-call.tf', ON_CALL)],
    resource: 'aws_sns_topic.on_call',
    off: [replace('on-call.tf', SUBSCRIPTION, '')],
    at: { file: 'on-call.tf', text: 'resource "aws_sns_topic" "on_call" {' },
    hidden: [replace('on-call.tf', 'topic_arn = aws_sns_topic.on_call.arn', 'topic_arn = var.hidden')],
  },
  {
    check: 'alarm-subscriptions-confirmed',
    given: [add('on-call.tf', ON_CALL.replace(SUBSCRIPTION, TO_ROTATION))],
    resource: 'aws_sns_topic.on_call',
    off: [
      replace(
        'on-call.tf',
        'protocol  = "lambda"',
        'protocol  = "lambda"\n  filter_policy = jsonencode({ severity = ["high"] })',
      ),
    ],
    at: { file: 'on-call.tf', text: '  filter_policy = jsonencode({ severity = ["high"] })' },
    hidden: [replace('on-call.tf', 'protocol  = "lambda"', 'protocol  = var.hidden')],
  },
  {
    check: 'rds-alarms',
    given: [add(DATABASE_FILE, DATABASE), add(ALARMS_FILE, DATABASE_ALARMS)],
    resource: DATABASE_ADDRESS,
    off: [replace(ALARMS_FILE, '"FreeStorageSpace"', '"ReadIOPS"')],
    at: { file: DATABASE_FILE, text: 'resource "aws_db_instance" "orders" {' },
    hidden: [replace(ALARMS_FILE, '"FreeStorageSpace"', 'var.hidden')],
  },
  {
    check: 'load-balancer-alarms',
    given: [add(LOAD_BALANCER_FILE, LOAD_BALANCER), add(ALARMS_FILE, BALANCER_ALARMS)],
    resource: 'aws_lb.public',
    off: [
      replace(ALARMS_FILE, '"TargetResponseTime"', '"RequestCount"'),
      replace(ALARMS_FILE, 'extended_statistic  = "p99"', 'statistic           = "Sum"'),
    ],
    at: { file: LOAD_BALANCER_FILE, text: 'resource "aws_lb" "public" {' },
    hidden: [replace(ALARMS_FILE, '"TargetResponseTime"', 'var.hidden')],
  },
  {
    check: 'vpc-flow-logs',
    given: [add(NETWORK_FILE, NETWORK)],
    resource: 'aws_vpc.main',
    off: [
      replace(
        NETWORK_FILE,
        'resource "aws_flow_log" "main" {',
        'resource "aws_flow_log" "main" {\n  count = 0\n',
      ),
    ],
    at: { file: NETWORK_FILE, text: 'resource "aws_vpc" "main" {' },
    hidden: [replace(NETWORK_FILE, 'vpc_id               = aws_vpc.main.id', 'vpc_id = var.hidden')],
  },
];
