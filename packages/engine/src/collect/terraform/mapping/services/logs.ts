import { json, META, objects, pairs, type Service, spelled, TAGS } from '../row.ts';

export const logs: Service = {
  types: [
    {
      from: 'aws_cloudwatch_log_group',
      to: 'AWS::Logs::LogGroup',
      properties: {
        kms_key_id: 'KmsKeyId',
        log_group_class: 'LogGroupClass',
        name: 'LogGroupName',
        name_prefix: META,
        // 0 is how Terraform writes "never".
        retention_in_days: { to: 'RetentionInDays', as: { kind: 'words', words: { '0': null } } },
        skip_destroy: META,
        tags: TAGS,
      },
    },
    {
      from: 'aws_cloudwatch_log_metric_filter',
      to: 'AWS::Logs::MetricFilter',
      properties: {
        log_group_name: 'LogGroupName',
        name: 'FilterName',
        pattern: 'FilterPattern',
        metric_transformation: objects('MetricTransformations', {
          default_value: 'DefaultValue',
          dimensions: pairs('Dimensions'),
          name: 'MetricName',
          namespace: 'MetricNamespace',
          unit: 'Unit',
          value: 'MetricValue',
        }),
      },
    },
    {
      from: 'aws_cloudwatch_log_subscription_filter',
      to: 'AWS::Logs::SubscriptionFilter',
      properties: {
        ...spelled('destination_arn', 'distribution', 'filter_pattern', 'log_group_name', 'role_arn'),
        name: 'FilterName',
      },
    },
    {
      from: 'aws_cloudwatch_log_resource_policy',
      to: 'AWS::Logs::ResourcePolicy',
      properties: { policy_document: json('PolicyDocument'), policy_name: 'PolicyName' },
    },
    {
      from: 'aws_cloudwatch_log_delivery_source',
      to: 'AWS::Logs::DeliverySource',
      properties: { ...spelled('log_type', 'name', 'resource_arn'), tags: TAGS },
    },
    {
      from: 'aws_cloudwatch_log_delivery',
      to: 'AWS::Logs::Delivery',
      properties: {
        ...spelled('delivery_destination_arn', 'delivery_source_name', 'field_delimiter', 'record_fields'),
        s3_delivery_configuration: META,
        tags: TAGS,
      },
    },
    {
      from: 'aws_cloudwatch_query_definition',
      to: 'AWS::Logs::QueryDefinition',
      properties: spelled('log_group_names', 'name', 'query_string'),
    },
  ],
};
