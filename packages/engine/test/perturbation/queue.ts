/** A queue as it should be, with its dead-letter queue; the example has none. */
export const QUEUE_FILE = 'queue.tf';
export const QUEUE = `resource "aws_sqs_queue" "orders" {
  name                    = "\${local.name}-orders"
  sqs_managed_sse_enabled = true
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed.arn
    maxReceiveCount     = 3
  })
}

resource "aws_sqs_queue" "failed" {
  name = "\${local.name}-failed"
}
`;
