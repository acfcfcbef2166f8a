import { json, META, many, PART, type Service, type Shape, spelled, TAGS } from '../row.ts';

const FEEDBACK: Shape = Object.fromEntries(
  ['application', 'firehose', 'http', 'lambda', 'sqs'].flatMap((protocol) =>
    ['failure_feedback_role_arn', 'success_feedback_role_arn', 'success_feedback_sample_rate'].map((name) => [
      `${protocol}_${name}`,
      META,
    ]),
  ),
);

export const sns: Service = {
  types: [
    {
      from: 'aws_sns_topic',
      to: 'AWS::SNS::Topic',
      properties: {
        ...FEEDBACK,
        ...spelled(
          'content_based_deduplication',
          'display_name',
          'fifo_throughput_scope',
          'fifo_topic',
          'kms_master_key_id',
          'signature_version',
          'tracing_config',
        ),
        archive_policy: json('ArchivePolicy'),
        delivery_policy: META,
        name: 'TopicName',
        name_prefix: META,
        policy: PART,
        tags: TAGS,
      },
      parts: [
        {
          argument: 'policy',
          to: 'AWS::SNS::TopicPolicy',
          parent: { property: 'Topics', attribute: 'arn', list: true },
          shape: { policy: json('PolicyDocument') },
        },
      ],
    },
    {
      from: 'aws_sns_topic_policy',
      to: 'AWS::SNS::TopicPolicy',
      properties: { arn: many('Topics'), policy: json('PolicyDocument') },
    },
    {
      from: 'aws_sns_topic_subscription',
      to: 'AWS::SNS::Subscription',
      properties: {
        ...spelled(
          'endpoint',
          'filter_policy_scope',
          'protocol',
          'raw_message_delivery',
          'subscription_role_arn',
          'topic_arn',
        ),
        confirmation_timeout_in_minutes: META,
        endpoint_auto_confirms: META,
        delivery_policy: json('DeliveryPolicy'),
        filter_policy: json('FilterPolicy'),
        redrive_policy: json('RedrivePolicy'),
        replay_policy: json('ReplayPolicy'),
      },
    },
  ],
};
