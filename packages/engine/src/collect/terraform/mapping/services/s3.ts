import {
  enabled,
  json,
  META,
  object,
  objects,
  PART,
  pairs,
  type Service,
  type Shape,
  TAGS,
  withDefault,
  words,
  wrapped,
} from '../row.ts';

const CORS: Shape = {
  allowed_headers: 'AllowedHeaders',
  allowed_methods: 'AllowedMethods',
  allowed_origins: 'AllowedOrigins',
  expose_headers: 'ExposedHeaders',
  max_age_seconds: 'MaxAge',
};

const ENCRYPTION: Shape = {
  bucket_key_enabled: 'BucketKeyEnabled',
  apply_server_side_encryption_by_default: object('ServerSideEncryptionByDefault', {
    kms_master_key_id: 'KMSMasterKeyID',
    sse_algorithm: 'SSEAlgorithm',
  }),
};

const TRANSITION: Shape = {
  date: 'TransitionDate',
  days: 'TransitionInDays',
  storage_class: 'StorageClass',
};

const RETENTION = object('ObjectLockConfiguration.Rule', {
  default_retention: object('DefaultRetention', { days: 'Days', mode: 'Mode', years: 'Years' }),
});

const ACL = words('AccessControl', {
  private: 'Private',
  'public-read': 'PublicRead',
  'public-read-write': 'PublicReadWrite',
  'aws-exec-read': 'AwsExecRead',
  'authenticated-read': 'AuthenticatedRead',
  'bucket-owner-read': 'BucketOwnerRead',
  'bucket-owner-full-control': 'BucketOwnerFullControl',
  'log-delivery-write': 'LogDeliveryWrite',
});

const REPLICATION_TARGET: Shape = {
  account: 'Account',
  bucket: 'Bucket',
  storage_class: 'StorageClass',
  access_control_translation: object('AccessControlTranslation', { owner: 'Owner' }),
  encryption_configuration: object('EncryptionConfiguration', { replica_kms_key_id: 'ReplicaKmsKeyID' }),
  metrics: object('Metrics', {
    status: 'Status',
    event_threshold: object('EventThreshold', { minutes: 'Minutes' }),
  }),
  replication_time: object('ReplicationTime', {
    status: 'Status',
    time: object('Time', { minutes: 'Minutes' }),
  }),
};

const notifies = (to: string, argument: string, property: string) =>
  objects(
    to,
    {
      events: 'Event',
      [argument]: property,
      filter_prefix: wrapped('Filter.S3Key.Rules', 'Value', { Name: 'prefix' }),
      filter_suffix: wrapped('Filter.S3Key.Rules', 'Value', { Name: 'suffix' }),
    },
    { perEach: { argument: 'events', to: 'Event' } },
  );

const intoBucket = [{ type: 'AWS::S3::Bucket', by: 'bucket' }] as const;

export const s3: Service = {
  types: [
    {
      from: 'aws_s3_bucket',
      to: 'AWS::S3::Bucket',
      properties: {
        bucket: 'BucketName',
        bucket_prefix: 'BucketNamePrefix',
        tags: TAGS,
        object_lock_enabled: 'ObjectLockEnabled',
        force_destroy: META,
        policy: PART,
        grant: META,
        request_payer: META,
        acceleration_status: 'AccelerateConfiguration.AccelerationStatus',
        acl: ACL,
        cors_rule: objects('CorsConfiguration.CorsRules', CORS),
        lifecycle_rule: objects('LifecycleConfiguration.Rules', {
          id: 'Id',
          enabled: enabled('Status'),
          prefix: 'Prefix',
          tags: pairs('TagFilters'),
          abort_incomplete_multipart_upload_days: 'AbortIncompleteMultipartUpload.DaysAfterInitiation',
          expiration: object('', {
            date: 'ExpirationDate',
            days: 'ExpirationInDays',
            expired_object_delete_marker: 'ExpiredObjectDeleteMarker',
          }),
          noncurrent_version_expiration: object('NoncurrentVersionExpiration', { days: 'NoncurrentDays' }),
          noncurrent_version_transition: objects('NoncurrentVersionTransitions', {
            days: 'TransitionInDays',
            storage_class: 'StorageClass',
          }),
          transition: objects('Transitions', TRANSITION),
        }),
        logging: object('LoggingConfiguration', {
          target_bucket: 'DestinationBucketName',
          target_prefix: 'LogFilePrefix',
        }),
        object_lock_configuration: object('', {
          object_lock_enabled: 'ObjectLockConfiguration.ObjectLockEnabled',
          rule: RETENTION,
        }),
        replication_configuration: object('ReplicationConfiguration', {
          role: 'Role',
          rules: objects('Rules', {
            id: 'Id',
            prefix: 'Prefix',
            priority: 'Priority',
            status: 'Status',
            delete_marker_replication_status: 'DeleteMarkerReplication.Status',
            destination: object('Destination', {
              account_id: 'Account',
              bucket: 'Bucket',
              replica_kms_key_id: 'EncryptionConfiguration.ReplicaKmsKeyID',
              storage_class: 'StorageClass',
            }),
          }),
        }),
        server_side_encryption_configuration: object('', {
          rule: objects('BucketEncryption.ServerSideEncryptionConfiguration', ENCRYPTION),
        }),
        versioning: object('', {
          enabled: { ...enabled('VersioningConfiguration.Status', 'Enabled', 'Suspended') },
          mfa_delete: META,
        }),
        website: object('WebsiteConfiguration', {
          error_document: 'ErrorDocument',
          index_document: 'IndexDocument',
          redirect_all_requests_to: 'RedirectAllRequestsTo.HostName',
          routing_rules: json('RoutingRules'),
        }),
      },
      parts: [
        {
          argument: 'policy',
          to: 'AWS::S3::BucketPolicy',
          parent: { property: 'Bucket', attribute: 'id' },
          shape: { policy: json('PolicyDocument') },
        },
      ],
    },
    {
      from: 'aws_s3_bucket_policy',
      to: 'AWS::S3::BucketPolicy',
      properties: { bucket: 'Bucket', policy: json('PolicyDocument') },
    },
  ],
  joins: [
    {
      from: 'aws_s3_bucket_versioning',
      into: intoBucket,
      set: {
        expected_bucket_owner: META,
        mfa: META,
        versioning_configuration: object('VersioningConfiguration', { status: 'Status', mfa_delete: META }),
      },
    },
    {
      from: 'aws_s3_bucket_public_access_block',
      into: intoBucket,
      set: {
        block_public_acls: withDefault('PublicAccessBlockConfiguration.BlockPublicAcls', false),
        block_public_policy: withDefault('PublicAccessBlockConfiguration.BlockPublicPolicy', false),
        ignore_public_acls: withDefault('PublicAccessBlockConfiguration.IgnorePublicAcls', false),
        restrict_public_buckets: withDefault('PublicAccessBlockConfiguration.RestrictPublicBuckets', false),
      },
    },
    {
      from: 'aws_s3_bucket_server_side_encryption_configuration',
      into: intoBucket,
      set: {
        expected_bucket_owner: META,
        rule: objects('BucketEncryption.ServerSideEncryptionConfiguration', ENCRYPTION),
      },
    },
    {
      from: 'aws_s3_bucket_lifecycle_configuration',
      into: intoBucket,
      set: {
        expected_bucket_owner: META,
        transition_default_minimum_object_size: 'LifecycleConfiguration.TransitionDefaultMinimumObjectSize',
        rule: objects('LifecycleConfiguration.Rules', {
          id: 'Id',
          prefix: 'Prefix',
          status: 'Status',
          abort_incomplete_multipart_upload: object('AbortIncompleteMultipartUpload', {
            days_after_initiation: 'DaysAfterInitiation',
          }),
          expiration: object('', {
            date: 'ExpirationDate',
            days: 'ExpirationInDays',
            expired_object_delete_marker: 'ExpiredObjectDeleteMarker',
          }),
          filter: object('', {
            prefix: 'Prefix',
            object_size_greater_than: 'ObjectSizeGreaterThan',
            object_size_less_than: 'ObjectSizeLessThan',
            tag: objects('TagFilters', { key: 'Key', value: 'Value' }),
            and: object('', {
              prefix: 'Prefix',
              object_size_greater_than: 'ObjectSizeGreaterThan',
              object_size_less_than: 'ObjectSizeLessThan',
              tags: pairs('TagFilters'),
            }),
          }),
          noncurrent_version_expiration: object('NoncurrentVersionExpiration', {
            newer_noncurrent_versions: 'NewerNoncurrentVersions',
            noncurrent_days: 'NoncurrentDays',
          }),
          noncurrent_version_transition: objects('NoncurrentVersionTransitions', {
            newer_noncurrent_versions: 'NewerNoncurrentVersions',
            noncurrent_days: 'TransitionInDays',
            storage_class: 'StorageClass',
          }),
          transition: objects('Transitions', TRANSITION),
        }),
      },
    },
    {
      from: 'aws_s3_bucket_logging',
      into: intoBucket,
      set: {
        expected_bucket_owner: META,
        target_grant: META,
        target_bucket: 'LoggingConfiguration.DestinationBucketName',
        target_prefix: 'LoggingConfiguration.LogFilePrefix',
        target_object_key_format: object('LoggingConfiguration.TargetObjectKeyFormat', {
          partitioned_prefix: object('PartitionedPrefix', { partition_date_source: 'PartitionDateSource' }),
          simple_prefix: object('SimplePrefix', {}),
        }),
      },
    },
    {
      from: 'aws_s3_bucket_cors_configuration',
      into: intoBucket,
      set: {
        expected_bucket_owner: META,
        cors_rule: objects('CorsConfiguration.CorsRules', { ...CORS, id: 'Id' }),
      },
    },
    {
      from: 'aws_s3_bucket_website_configuration',
      into: intoBucket,
      set: {
        expected_bucket_owner: META,
        routing_rules: json('WebsiteConfiguration.RoutingRules'),
        error_document: object('WebsiteConfiguration', { key: 'ErrorDocument' }),
        index_document: object('WebsiteConfiguration', { suffix: 'IndexDocument' }),
        redirect_all_requests_to: object('WebsiteConfiguration.RedirectAllRequestsTo', {
          host_name: 'HostName',
          protocol: 'Protocol',
        }),
        routing_rule: objects('WebsiteConfiguration.RoutingRules', {
          condition: object('RoutingRuleCondition', {
            http_error_code_returned_equals: 'HttpErrorCodeReturnedEquals',
            key_prefix_equals: 'KeyPrefixEquals',
          }),
          redirect: object('RedirectRule', {
            host_name: 'HostName',
            http_redirect_code: 'HttpRedirectCode',
            protocol: 'Protocol',
            replace_key_prefix_with: 'ReplaceKeyPrefixWith',
            replace_key_with: 'ReplaceKeyWith',
          }),
        }),
      },
    },
    {
      from: 'aws_s3_bucket_ownership_controls',
      into: intoBucket,
      set: { rule: objects('OwnershipControls.Rules', { object_ownership: 'ObjectOwnership' }) },
    },
    {
      from: 'aws_s3_bucket_acl',
      into: intoBucket,
      set: { acl: ACL, access_control_policy: META, expected_bucket_owner: META },
    },
    {
      from: 'aws_s3_bucket_replication_configuration',
      into: intoBucket,
      set: {
        token: META,
        role: 'ReplicationConfiguration.Role',
        rule: objects('ReplicationConfiguration.Rules', {
          id: 'Id',
          prefix: 'Prefix',
          priority: 'Priority',
          status: 'Status',
          delete_marker_replication: object('DeleteMarkerReplication', { status: 'Status' }),
          destination: object('Destination', REPLICATION_TARGET),
          existing_object_replication: META,
          filter: object('Filter', {
            prefix: 'Prefix',
            tag: object('TagFilter', { key: 'Key', value: 'Value' }),
            and: object('And', { prefix: 'Prefix', tags: pairs('TagFilters') }),
          }),
          source_selection_criteria: object('SourceSelectionCriteria', {
            replica_modifications: object('ReplicaModifications', { status: 'Status' }),
            sse_kms_encrypted_objects: object('SseKmsEncryptedObjects', { status: 'Status' }),
          }),
        }),
      },
    },
    {
      from: 'aws_s3_bucket_object_lock_configuration',
      into: intoBucket,
      set: {
        expected_bucket_owner: META,
        token: META,
        object_lock_enabled: withDefault('ObjectLockConfiguration.ObjectLockEnabled', 'Enabled'),
        rule: RETENTION,
      },
    },
    {
      from: 'aws_s3_bucket_notification',
      into: intoBucket,
      set: {
        eventbridge: 'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
        lambda_function: notifies(
          'NotificationConfiguration.LambdaConfigurations',
          'lambda_function_arn',
          'Function',
        ),
        queue: notifies('NotificationConfiguration.QueueConfigurations', 'queue_arn', 'Queue'),
        topic: notifies('NotificationConfiguration.TopicConfigurations', 'topic_arn', 'Topic'),
      },
    },
    {
      from: 'aws_s3_bucket_metric',
      into: [{ type: 'AWS::S3::Bucket', by: 'bucket' }],
      append: { to: 'MetricsConfigurations', member: { name: 'Id', filter: META } },
    },
    {
      from: 'aws_s3_bucket_accelerate_configuration',
      into: intoBucket,
      set: { expected_bucket_owner: META, status: 'AccelerateConfiguration.AccelerationStatus' },
    },
    {
      from: 'aws_s3_bucket_intelligent_tiering_configuration',
      into: intoBucket,
      append: {
        to: 'IntelligentTieringConfigurations',
        member: {
          name: 'Id',
          status: 'Status',
          filter: object('', { prefix: 'Prefix', tags: pairs('TagFilters') }),
          tiering: objects('Tierings', { access_tier: 'AccessTier', days: 'Days' }),
        },
      },
    },
  ],
};
