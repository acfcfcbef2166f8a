import { add, type Change, type Perturbation, remove, replace } from './perturbation.ts';

const FILE = 'one-alarm.tf';

interface Alarm {
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions?: string;
  readonly statistic: string;
  readonly operator?: string;
  readonly threshold: number;
  readonly period?: number;
  readonly missing?: string;
  readonly topic?: string;
}

const alarm = (of: Alarm): string => `resource "aws_cloudwatch_metric_alarm" "one" {
  alarm_name          = "\${local.name}-one"
  namespace           = "${of.namespace}"
  metric_name         = "${of.metric}"
  ${of.statistic.startsWith('p') ? 'extended_statistic ' : 'statistic          '} = "${of.statistic}"
  comparison_operator = "${of.operator ?? 'GreaterThanThreshold'}"
  threshold           = ${of.threshold}
  period              = ${of.period ?? 300}
  evaluation_periods  = 1
  treat_missing_data  = "${of.missing ?? 'missing'}"
  alarm_actions       = [${of.topic ?? 'aws_sns_topic.alerts.arn'}]
  dimensions          = { ${of.dimensions ?? ''} }
}
`;

/** One line of an alarm is written wrong. */
function quality(check: string, of: Alarm, from: string, to: string, hidden: string): Perturbation {
  return {
    check,
    given: [add(FILE, alarm(of))],
    resource: 'aws_cloudwatch_metric_alarm.one',
    off: [replace(FILE, from, to)],
    at: { file: FILE, text: to },
    hidden: [replace(FILE, from, hidden)],
  };
}

/** The only alarm of its kind is not made. */
function only(check: string, of: Alarm, ...given: readonly Change[]): Perturbation {
  const declaration = 'resource "aws_cloudwatch_metric_alarm" "one" {';
  return {
    check,
    given: [add(FILE, alarm(of)), ...given],
    resource: null,
    off: [replace(FILE, declaration, `${declaration}\n  count = 0\n`)],
    at: { file: 'versions.tf', text: 'terraform {' },
    hidden: [replace(FILE, `"${of.namespace}"`, 'var.hidden')],
  };
}

const USER_ERRORS = 'resource "aws_cloudwatch_metric_alarm" "user_errors" {';
const KEY_FILE = 'topic-key.tf';
const CANARY_FILE = 'canary.tf';
const CANARY = `resource "aws_synthetics_canary" "probe" {
  name                 = "probe"
  artifact_s3_location = "s3://\${module.logs.bucket}/canary"
  execution_role_arn   = "arn:aws:iam::111111111111:role/canary"
  handler              = "probe.handler"
  runtime_version      = "syn-nodejs-puppeteer-9.1"
  s3_bucket            = "code"
  s3_key               = "probe.zip"
  start_canary         = true

  schedule {
    expression = "rate(5 minutes)"
  }
}
`;
const PROBE = 'resource "aws_synthetics_canary" "probe" {';

const BILL: Alarm = {
  namespace: 'AWS/Billing',
  metric: 'EstimatedCharges',
  dimensions: 'Currency = "USD"',
  statistic: 'Maximum',
  threshold: 100,
  period: 21600,
};

export const ALARM_QUALITY: readonly Perturbation[] = [
  quality(
    'alarms-on-latency-use-percentiles',
    {
      namespace: 'AWS/ApiGateway',
      metric: 'IntegrationLatency',
      dimensions: 'ApiId = aws_apigatewayv2_api.flashcards.id',
      statistic: 'p99',
      threshold: 500,
    },
    'extended_statistic  = "p99"',
    'statistic           = "Average"',
    'statistic           = var.hidden',
  ),
  quality(
    'alarm-thresholds-in-their-unit',
    {
      namespace: 'AWS/ApiGateway',
      metric: 'IntegrationLatency',
      dimensions: 'ApiId = aws_apigatewayv2_api.flashcards.id',
      statistic: 'p99',
      threshold: 500,
    },
    'threshold           = 500',
    'threshold           = 0.5',
    'threshold           = var.hidden',
  ),
  quality(
    'alarms-on-too-few-hear-silence',
    {
      namespace: 'Flashcards',
      metric: 'Reviews',
      statistic: 'Sum',
      operator: 'LessThanThreshold',
      threshold: 1,
      missing: 'breaching',
    },
    'treat_missing_data  = "breaching"',
    'treat_missing_data  = "notBreaching"',
    'treat_missing_data  = var.hidden',
  ),
  quality(
    'alarm-periods-fit-their-metric',
    {
      namespace: 'AWS/Billing',
      metric: 'EstimatedCharges',
      dimensions: 'Currency = "USD"',
      statistic: 'Maximum',
      threshold: 100,
      period: 21600,
    },
    'period              = 21600',
    'period              = 300',
    'period              = var.hidden',
  ),
  quality(
    'alarms-on-consumed-capacity-sum-it-up',
    {
      namespace: 'AWS/DynamoDB',
      metric: 'ConsumedReadCapacityUnits',
      dimensions: 'TableName = aws_dynamodb_table.state["users"].name',
      statistic: 'Sum',
      threshold: 3000,
    },
    'statistic           = "Sum"',
    'statistic           = "Average"',
    'statistic           = var.hidden',
  ),
  {
    check: 'billing-alarm',
    given: [add(FILE, alarm(BILL))],
    resource: null,
    off: [replace(FILE, 'Currency = "USD"', 'Currency = "USD", ServiceName = "AmazonEC2"')],
    at: { file: FILE, text: 'Currency = "USD", ServiceName = "AmazonEC2"' },
    hidden: [replace(FILE, '"AWS/Billing"', 'var.hidden')],
    absent: [remove(FILE)],
  },
  only(
    'business-metric-alarm',
    {
      namespace: 'Flashcards',
      metric: 'Reviews',
      statistic: 'Sum',
      operator: 'LessThanThreshold',
      threshold: 1,
      missing: 'breaching',
    },
    add(
      'counted.tf',
      `resource "aws_cloudwatch_log_metric_filter" "reviews" {
  name           = "reviews"
  log_group_name = aws_cloudwatch_log_group.access.name
  pattern        = "review"

  metric_transformation {
    namespace = "Flashcards"
    name      = "Reviews"
    value     = "1"
  }
}
`,
    ),
  ),
  only('error-budget-alerts', {
    namespace: 'AWS/ApplicationSignals',
    metric: 'BurnRate',
    dimensions: 'SloName = "reviews"',
    statistic: 'Maximum',
    threshold: 14.4,
  }),
  {
    check: 'dynamodb-user-error-alarm',
    resource: null,
    off: [replace('alerts.tf', USER_ERRORS, `${USER_ERRORS}\n  count = 0\n`)],
    at: { file: 'versions.tf', text: 'terraform {' },
    hidden: [replace('alerts.tf', '"UserErrors"', 'var.hidden')],
  },
  {
    check: 'alarm-topics-accept-alarms',
    given: [
      add(
        KEY_FILE,
        `resource "aws_sns_topic" "second" {
  name              = "\${local.name}-second"
  kms_master_key_id = aws_kms_key.operations.arn
}

resource "aws_sns_topic_subscription" "second" {
  topic_arn = aws_sns_topic.second.arn
  protocol  = "email"
  endpoint  = var.alert_email
}
`,
      ),
      add(
        FILE,
        alarm({
          namespace: 'Flashcards',
          metric: 'Reviews',
          statistic: 'Sum',
          threshold: 1000,
          topic: 'aws_sns_topic.second.arn',
        }),
      ),
    ],
    resource: 'aws_sns_topic.second',
    off: [replace(KEY_FILE, 'aws_kms_key.operations.arn', '"alias/aws/sns"')],
    at: { file: KEY_FILE, text: 'kms_master_key_id = "alias/aws/sns"' },
    hidden: [replace(KEY_FILE, 'aws_kms_key.operations.arn', 'var.hidden')],
  },
  {
    check: 'synthetic-checks',
    given: [add(CANARY_FILE, CANARY)],
    resource: null,
    off: [replace(CANARY_FILE, PROBE, `${PROBE}\n  count = 0\n`)],
    at: { file: 'versions.tf', text: 'terraform {' },
    hidden: [replace(CANARY_FILE, PROBE, `${PROBE}\n  count = var.hidden\n`)],
  },
  {
    check: 'canaries-run-often',
    given: [add(CANARY_FILE, CANARY)],
    resource: 'aws_synthetics_canary.probe',
    off: [replace(CANARY_FILE, '"rate(5 minutes)"', '"rate(1 hour)"')],
    at: { file: CANARY_FILE, text: '"rate(1 hour)"' },
    hidden: [replace(CANARY_FILE, '"rate(5 minutes)"', 'var.hidden')],
  },
  {
    check: 'canary-alarms',
    given: [
      add(CANARY_FILE, CANARY),
      add(
        FILE,
        alarm({
          namespace: 'CloudWatchSynthetics',
          metric: 'Failed',
          dimensions: 'CanaryName = aws_synthetics_canary.probe.name',
          statistic: 'Sum',
          threshold: 0,
        }),
      ),
    ],
    resource: 'aws_synthetics_canary.probe',
    off: [replace(FILE, '"Failed"', '"Duration"')],
    at: { file: CANARY_FILE, text: PROBE },
    hidden: [replace(FILE, '"Failed"', 'var.hidden')],
  },
  {
    check: 'sign-in-alarms',
    given: [
      add(
        FILE,
        alarm({
          namespace: 'AWS/Cognito',
          metric: 'SignInSuccesses',
          dimensions:
            'UserPool = aws_cognito_user_pool.users.id, UserPoolClient = aws_cognito_user_pool_client.site.id',
          statistic: 'Average',
          operator: 'LessThanThreshold',
          threshold: 0.8,
        }),
      ),
    ],
    resource: 'aws_cognito_user_pool.users',
    off: [replace(FILE, '"SignInSuccesses"', '"SignUpSuccesses"')],
    at: { file: 'users.tf', text: 'resource "aws_cognito_user_pool" "users" {' },
    hidden: [replace(FILE, '"SignInSuccesses"', 'var.hidden')],
  },
];
