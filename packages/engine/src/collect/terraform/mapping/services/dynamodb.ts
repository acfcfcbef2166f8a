import { json, META, object, objects, type Service, type Shape, TAGS, withDefault, wrapped } from '../row.ts';

const KEYS: Shape = {
  hash_key: wrapped('KeySchema', 'AttributeName', { KeyType: 'HASH' }),
  range_key: wrapped('KeySchema', 'AttributeName', { KeyType: 'RANGE' }),
};

const CAPACITY: Shape = {
  read_capacity: 'ProvisionedThroughput.ReadCapacityUnits',
  write_capacity: 'ProvisionedThroughput.WriteCapacityUnits',
  on_demand_throughput: object('OnDemandThroughput', {
    max_read_request_units: 'MaxReadRequestUnits',
    max_write_request_units: 'MaxWriteRequestUnits',
  }),
};

const PROJECTION: Shape = {
  name: 'IndexName',
  non_key_attributes: 'Projection.NonKeyAttributes',
  projection_type: 'Projection.ProjectionType',
};

export const dynamodb: Service = {
  types: [
    {
      from: 'aws_dynamodb_table',
      to: 'AWS::DynamoDB::Table',
      properties: {
        ...KEYS,
        ...CAPACITY,
        name: 'TableName',
        billing_mode: 'BillingMode',
        deletion_protection_enabled: 'DeletionProtectionEnabled',
        stream_enabled: META,
        stream_view_type: 'StreamSpecification.StreamViewType',
        table_class: 'TableClass',
        tags: TAGS,
        restore_date_time: META,
        restore_source_name: META,
        restore_source_table_arn: META,
        restore_to_latest_time: META,
        attribute: objects('AttributeDefinitions', { name: 'AttributeName', type: 'AttributeType' }),
        global_secondary_index: objects('GlobalSecondaryIndexes', { ...KEYS, ...CAPACITY, ...PROJECTION }),
        local_secondary_index: objects('LocalSecondaryIndexes', {
          range_key: KEYS['range_key']!,
          ...PROJECTION,
        }),
        import_table: META,
        point_in_time_recovery: object('PointInTimeRecoverySpecification', {
          enabled: 'PointInTimeRecoveryEnabled',
          recovery_period_in_days: 'RecoveryPeriodInDays',
        }),
        replica: META,
        server_side_encryption: object('SSESpecification', {
          enabled: 'SSEEnabled',
          kms_key_arn: 'KMSMasterKeyId',
        }),
        ttl: object('TimeToLiveSpecification', {
          attribute_name: 'AttributeName',
          enabled: withDefault('Enabled', false),
        }),
      },
    },
  ],
  joins: [
    {
      from: 'aws_dynamodb_contributor_insights',
      into: [{ type: 'AWS::DynamoDB::Table', by: 'table_name' }],
      set: { index_name: META },
      constants: { 'ContributorInsightsSpecification.Enabled': true },
    },
    {
      from: 'aws_dynamodb_resource_policy',
      into: [{ type: 'AWS::DynamoDB::Table', by: 'resource_arn' }],
      set: { policy: json('ResourcePolicy.PolicyDocument'), confirm_remove_self_resource_access: META },
    },
    {
      from: 'aws_dynamodb_kinesis_streaming_destination',
      into: [{ type: 'AWS::DynamoDB::Table', by: 'table_name' }],
      set: {
        stream_arn: 'KinesisStreamSpecification.StreamArn',
        approximate_creation_date_time_precision:
          'KinesisStreamSpecification.ApproximateCreationDateTimePrecision',
      },
    },
  ],
};
