import { ALARMS_FILE, alarms } from './alarms.ts';
import { DATABASE, DATABASE_ADDRESS, DATABASE_FILE } from './database.ts';
import { add, type Perturbation, remove, replace } from './perturbation.ts';
import { QUEUE, QUEUE_FILE } from './queue.ts';

const VALUES = `environment        = "live"
domain             = "flashcards.example.com"
zone_id            = "Z0123456789EXAMPLE"
alert_email        = "ops@example.com"
log_retention_days = 90
`;

const RULE_FILE = 'schedule.tf';
const RULE = `resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "\${local.name}-nightly"
  schedule_expression = "rate(1 day)"
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule = aws_cloudwatch_event_rule.nightly.name
  arn  = aws_sqs_queue.orders.arn

  dead_letter_config {
    arn = aws_sqs_queue.failed.arn
  }
}
`;

const SERVICE_FILE = 'service.tf';
const SERVICE = `resource "aws_ecs_service" "web" {
  name            = "\${local.name}-web"
  cluster         = "main"
  task_definition = "web:1"

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}
`;

/** Without what redrives to it, the dead-letter queue is a queue like any other: somebody watches it either way. */
const FAILED_ALARM = alarms('AWS/SQS', 'QueueName = aws_sqs_queue.failed.name', [
  {
    name: 'failed',
    metric: 'ApproximateNumberOfMessagesVisible',
    statistic: 'Maximum',
    operator: 'GreaterThanThreshold',
    threshold: 0,
  },
]);

export const INFRASTRUCTURE: readonly Perturbation[] = [
  {
    check: 'async-failure-kept',
    resource: 'module.rotation.aws_lambda_function.this',
    off: [
      replace(
        'secret.tf',
        `  destination_config {
    on_failure {
      destination = aws_sns_topic.alerts.arn
    }
  }
`,
        '',
      ),
    ],
    at: { file: 'modules/function/main.tf', text: 'resource "aws_lambda_function" "this" {' },
    hidden: [replace('secret.tf', 'destination = aws_sns_topic.alerts.arn', 'destination = var.hidden')],
  },
  {
    check: 'database-not-public',
    given: [add(DATABASE_FILE, DATABASE)],
    resource: DATABASE_ADDRESS,
    off: [
      replace(DATABASE_FILE, 'publicly_accessible         = false', 'publicly_accessible         = true'),
    ],
    at: { file: DATABASE_FILE, text: 'publicly_accessible         = true' },
    hidden: [
      replace(
        DATABASE_FILE,
        'publicly_accessible         = false',
        'publicly_accessible         = var.hidden',
      ),
    ],
  },
  {
    check: 'ecs-circuit-breaker',
    given: [add(SERVICE_FILE, SERVICE)],
    resource: 'aws_ecs_service.web',
    off: [replace(SERVICE_FILE, 'rollback = true', 'rollback = false')],
    at: { file: SERVICE_FILE, text: 'rollback = false' },
    hidden: [replace(SERVICE_FILE, 'rollback = true', 'rollback = var.hidden')],
  },
  {
    check: 'event-rule-dead-letter',
    given: [add(QUEUE_FILE, QUEUE), add(RULE_FILE, RULE)],
    resource: 'aws_cloudwatch_event_rule.nightly',
    off: [replace(RULE_FILE, '  dead_letter_config {\n    arn = aws_sqs_queue.failed.arn\n  }\n', '')],
    at: { file: RULE_FILE, text: 'resource "aws_cloudwatch_event_target" "nightly" {' },
    hidden: [replace(RULE_FILE, 'arn = aws_sqs_queue.failed.arn', 'arn = var.hidden')],
  },
  {
    check: 'lambda-memory-set',
    resource: 'module.api.aws_lambda_function.this',
    off: [replace('modules/function/main.tf', '  memory_size                    = var.memory_mb\n', '')],
    at: { file: 'modules/function/main.tf', text: 'resource "aws_lambda_function" "this" {' },
    hidden: [replace('main.tf', 'memory_mb            = 512', 'memory_mb            = var.hidden')],
  },
  {
    check: 'lambda-runtime-supported',
    resource: 'module.api.aws_lambda_function.this',
    off: [replace('modules/function/main.tf', '"python3.12"', '"python3.7"')],
    at: { file: 'modules/function/main.tf', text: '"python3.7"' },
    hidden: [replace('modules/function/main.tf', '"python3.12"', 'var.hidden')],
  },
  {
    check: 'lambda-timeout-set',
    resource: 'module.rotation.aws_lambda_function.this',
    off: [
      replace('modules/function/main.tf', '  timeout                        = var.timeout_seconds\n', ''),
      // The alarm on the duration stays below the default, or else it could never fire.
      replace('modules/function/alarms.tf', 'var.timeout_seconds * 1000 * 0.8', '2000'),
    ],
    at: { file: 'modules/function/main.tf', text: 'resource "aws_lambda_function" "this" {' },
    hidden: [replace('secret.tf', 'timeout_seconds      = 60', 'timeout_seconds      = var.hidden')],
  },
  {
    check: 'production-environment',
    resource: null,
    // The same values, and nothing that says for which environment.
    off: [
      remove('../airworthy.yaml'),
      remove('staging.tfvars'),
      remove('prod.tfvars'),
      add('terraform.tfvars', VALUES),
    ],
    at: { file: 'versions.tf', text: 'terraform {' },
    // Two environments, and nothing that says which of them is production.
    hidden: [remove('../airworthy.yaml'), remove('prod.tfvars'), add('blue.tfvars', VALUES)],
    decidedBy: '--env',
  },
  {
    check: 'sqs-redrive',
    given: [add(QUEUE_FILE, QUEUE), add(ALARMS_FILE, FAILED_ALARM)],
    resource: 'aws_sqs_queue.orders',
    off: [
      replace(
        QUEUE_FILE,
        `  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed.arn
    maxReceiveCount     = 3
  })
`,
        '',
      ),
    ],
    at: { file: QUEUE_FILE, text: 'resource "aws_sqs_queue" "orders" {' },
    hidden: [
      replace(
        QUEUE_FILE,
        `jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed.arn
    maxReceiveCount     = 3
  })`,
        'var.hidden',
      ),
    ],
  },
];
