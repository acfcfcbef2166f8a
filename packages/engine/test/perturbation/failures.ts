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
];
