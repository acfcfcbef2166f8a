import { add, type Perturbation, replace } from './perturbation.ts';

export const FAILURES: readonly Perturbation[] = [
  {
    check: 'queue-batch-failures',
    given: [
      add(
        'batches.tf',
        `resource "aws_sqs_queue" "batches" {
  name = "batches"
}

resource "aws_lambda_event_source_mapping" "batches" {
  event_source_arn        = aws_sqs_queue.batches.arn
  function_name           = "elsewhere"
  function_response_types = ["ReportBatchItemFailures"]
}
`,
      ),
    ],
    resource: 'aws_lambda_event_source_mapping.batches',
    off: [replace('batches.tf', '["ReportBatchItemFailures"]', '[]')],
    at: { file: 'batches.tf', text: 'function_response_types = []' },
    hidden: [replace('batches.tf', '["ReportBatchItemFailures"]', 'var.hidden')],
  },
  {
    check: 'stream-failures-kept',
    given: [
      add(
        'stream.tf',
        `resource "aws_lambda_event_source_mapping" "stream" {
  event_source_arn       = "arn:aws:kinesis:eu-west-1:123456789012:stream/events"
  function_name          = "elsewhere"
  maximum_retry_attempts = 5

  destination_config {
    on_failure {
      destination_arn = "arn:aws:sqs:eu-west-1:123456789012:failed"
    }
  }
}
`,
      ),
    ],
    resource: 'aws_lambda_event_source_mapping.stream',
    off: [replace('stream.tf', 'maximum_retry_attempts = 5', 'maximum_retry_attempts = -1')],
    at: { file: 'stream.tf', text: 'maximum_retry_attempts = -1' },
    hidden: [replace('stream.tf', 'maximum_retry_attempts = 5', 'maximum_retry_attempts = var.hidden')],
  },
  {
    check: 'dead-letters-outlive-queue',
    given: [
      add(
        'letters.tf',
        `resource "aws_sqs_queue" "letters" {
  name = "letters"
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead_letters.arn
    maxReceiveCount     = 3
  })
}

resource "aws_sqs_queue" "dead_letters" {
  name                      = "dead-letters"
  message_retention_seconds = 1209600
}
`,
      ),
    ],
    resource: 'aws_sqs_queue.dead_letters',
    off: [replace('letters.tf', 'message_retention_seconds = 1209600', 'message_retention_seconds = 3600')],
    at: { file: 'letters.tf', text: 'message_retention_seconds = 3600' },
    hidden: [
      replace('letters.tf', 'message_retention_seconds = 1209600', 'message_retention_seconds = var.hidden'),
    ],
  },
  {
    check: 'topic-deliveries-kept',
    given: [
      add(
        'deliveries.tf',
        `resource "aws_sns_topic_subscription" "partner" {
  topic_arn      = "arn:aws:sns:us-east-1:123456789012:orders"
  protocol       = "https"
  endpoint       = "https://partner.example.com/orders"
  redrive_policy = jsonencode({ deadLetterTargetArn = "arn:aws:sqs:us-east-1:123456789012:undelivered" })
}
`,
      ),
    ],
    resource: 'aws_sns_topic_subscription.partner',
    off: [
      replace(
        'deliveries.tf',
        '  redrive_policy = jsonencode({ deadLetterTargetArn = "arn:aws:sqs:us-east-1:123456789012:undelivered" })\n',
        '',
      ),
    ],
    at: { file: 'deliveries.tf', text: 'resource "aws_sns_topic_subscription" "partner" {' },
    hidden: [
      replace(
        'deliveries.tf',
        'jsonencode({ deadLetterTargetArn = "arn:aws:sqs:us-east-1:123456789012:undelivered" })',
        'var.hidden',
      ),
    ],
  },
  {
    check: 'workflow-failures-caught',
    given: [
      add(
        'workflow.tf',
        `resource "aws_sfn_state_machine" "fulfil" {
  name     = "fulfil"
  role_arn = "arn:aws:iam::123456789012:role/fulfil"
  definition = jsonencode({
    StartAt        = "Work"
    TimeoutSeconds = 300
    States = {
      Work = {
        Type     = "Task"
        Resource = "arn:aws:states:::lambda:invoke"
        Catch    = [{ ErrorEquals = ["States.ALL"], Next = "Failed" }]
        End      = true
      }
      Failed = { Type = "Fail" }
    }
  })
}
`,
      ),
    ],
    resource: 'aws_sfn_state_machine.fulfil',
    off: [
      replace('workflow.tf', '        Catch    = [{ ErrorEquals = ["States.ALL"], Next = "Failed" }]\n', ''),
    ],
    at: { file: 'workflow.tf', text: '      Work = {' },
    hidden: [replace('workflow.tf', '[{ ErrorEquals = ["States.ALL"], Next = "Failed" }]', 'var.hidden')],
  },
  {
    check: 'workflow-has-timeout',
    given: [
      add(
        'timed.tf',
        `resource "aws_sfn_state_machine" "timed" {
  name     = "timed"
  role_arn = "arn:aws:iam::123456789012:role/timed"
  definition = jsonencode({
    StartAt = "Work"
    States = {
      Work = {
        Type           = "Task"
        Resource       = "arn:aws:states:::lambda:invoke"
        TimeoutSeconds = 60
        Catch          = [{ ErrorEquals = ["States.ALL"], Next = "Failed" }]
        End            = true
      }
      Failed = { Type = "Fail" }
    }
  })
}
`,
      ),
    ],
    resource: 'aws_sfn_state_machine.timed',
    off: [replace('timed.tf', '        TimeoutSeconds = 60\n', '')],
    at: { file: 'timed.tf', text: '  definition = jsonencode({' },
    hidden: [
      replace(
        'timed.tf',
        `      Work = {
        Type           = "Task"
        Resource       = "arn:aws:states:::lambda:invoke"
        TimeoutSeconds = 60
        Catch          = [{ ErrorEquals = ["States.ALL"], Next = "Failed" }]
        End            = true
      }
`,
        '      Work = var.hidden\n',
      ),
    ],
  },
];
