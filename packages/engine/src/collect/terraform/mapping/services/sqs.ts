import { json, META, many, PART, type Service, spelled, TAGS } from '../row.ts';

export const sqs: Service = {
  types: [
    {
      from: 'aws_sqs_queue',
      to: 'AWS::SQS::Queue',
      properties: {
        ...spelled(
          'content_based_deduplication',
          'deduplication_scope',
          'delay_seconds',
          'fifo_queue',
          'fifo_throughput_limit',
          'kms_data_key_reuse_period_seconds',
          'kms_master_key_id',
          'sqs_managed_sse_enabled',
        ),
        max_message_size: 'MaximumMessageSize',
        message_retention_seconds: 'MessageRetentionPeriod',
        name: 'QueueName',
        name_prefix: META,
        policy: PART,
        receive_wait_time_seconds: 'ReceiveMessageWaitTimeSeconds',
        redrive_allow_policy: json('RedriveAllowPolicy'),
        redrive_policy: json('RedrivePolicy'),
        tags: TAGS,
        visibility_timeout_seconds: 'VisibilityTimeout',
      },
      parts: [
        {
          argument: 'policy',
          to: 'AWS::SQS::QueuePolicy',
          parent: { property: 'Queues', attribute: 'url', list: true },
          shape: { policy: json('PolicyDocument') },
        },
      ],
    },
    {
      from: 'aws_sqs_queue_policy',
      to: 'AWS::SQS::QueuePolicy',
      properties: { queue_url: many('Queues'), policy: json('PolicyDocument') },
    },
  ],
  joins: [
    {
      from: 'aws_sqs_queue_redrive_policy',
      into: [{ type: 'AWS::SQS::Queue', by: 'queue_url' }],
      set: { redrive_policy: json('RedrivePolicy') },
    },
    {
      from: 'aws_sqs_queue_redrive_allow_policy',
      into: [{ type: 'AWS::SQS::Queue', by: 'queue_url' }],
      set: { redrive_allow_policy: json('RedriveAllowPolicy') },
    },
  ],
};
