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
];
