import { cloudFormation, nothing, off, onlyWhenTrue, type Rows, row } from './rows.ts';

const TABLE = cloudFormation('AWS::DynamoDB::Table');
const BUCKET = cloudFormation('AWS::S3::Bucket');
const DEFAULT_ENCRYPTION = 'Amazon S3 User Guide, Default bucket encryption';
const INSTANCE = cloudFormation('AWS::RDS::DBInstance');
const CLUSTER = cloudFormation('AWS::RDS::DBCluster');
const PLAN = cloudFormation('AWS::Backup::BackupPlan');

/** Databases, buckets, file systems and their backups. */
export const data: Readonly<Record<string, Rows>> = {
  'AWS::DynamoDB::Table': {
    ...nothing(
      TABLE,
      'Tags',
      'StreamSpecification',
      'TimeToLiveSpecification',
      'TimeToLiveSpecification.AttributeName',
      'GlobalSecondaryIndexes',
      'LocalSecondaryIndexes',
      'SSESpecification.KMSMasterKeyId',
      'ResourcePolicy',
    ),
    ...off(TABLE, 'DeletionProtectionEnabled'),
    ...onlyWhenTrue(TABLE, 'TimeToLiveSpecification.Enabled', 'ContributorInsightsSpecification.Enabled'),
    'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled': row(
      false,
      'DynamoDB Developer Guide, Point-in-time recovery',
      'off until it is enabled',
    ),
    'SSESpecification.SSEEnabled': row(false, TABLE, 'encrypted with an AWS owned key if not set'),
    BillingMode: row('PROVISIONED', TABLE, 'BillingMode defaults to PROVISIONED'),
  },
  'AWS::S3::Bucket': {
    ...nothing(
      BUCKET,
      'Tags',
      'LifecycleConfiguration',
      'LifecycleConfiguration.Rules',
      'LoggingConfiguration',
      'CorsConfiguration',
      'CorsConfiguration.CorsRules',
      'WebsiteConfiguration',
      'WebsiteConfiguration.IndexDocument',
      'ReplicationConfiguration',
      'ReplicationConfiguration.Rules',
      'ObjectLockConfiguration',
      'NotificationConfiguration',
      'NotificationConfiguration.LambdaConfigurations',
      'NotificationConfiguration.QueueConfigurations',
      'NotificationConfiguration.TopicConfigurations',
      'IntelligentTieringConfigurations',
      'MetricsConfigurations',
      'LifecycleConfiguration.Rules[].NoncurrentVersionExpirationInDays',
      'LifecycleConfiguration.Rules[].ExpirationInDays',
      'LifecycleConfiguration.Rules[].NoncurrentVersionExpiration',
      'LifecycleConfiguration.Rules[].NoncurrentVersionExpiration.NoncurrentDays',
      'LifecycleConfiguration.Rules[].AbortIncompleteMultipartUpload',
      'LifecycleConfiguration.Rules[].AbortIncompleteMultipartUpload.DaysAfterInitiation',
      'LifecycleConfiguration.Rules[].Transitions',
      'LifecycleConfiguration.Rules[].Prefix',
      'LifecycleConfiguration.Rules[].TagFilters',
    ),
    VersioningConfiguration: row(
      null,
      'Amazon S3 User Guide, Versioning',
      'buckets are unversioned by default',
    ),
    'VersioningConfiguration.Status': row(
      null,
      'Amazon S3 User Guide, Versioning',
      'buckets are unversioned by default',
    ),
    // A check asks first whether the whole configuration is written: without one, buckets made since April 2023 have
    // all four on, older ones none, and the code does not say when. A member left out of a written one is off.
    PublicAccessBlockConfiguration: row(
      null,
      'Amazon S3 User Guide, Block Public Access',
      'on for buckets made since April 2023',
    ),
    ...Object.fromEntries(
      ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'].map((name) => [
        `PublicAccessBlockConfiguration.${name}`,
        row(false, 'S3 API Reference, PublicAccessBlockConfiguration', `on only when ${name} is true`),
      ]),
    ),
    'BucketEncryption.ServerSideEncryptionConfiguration': row(
      null,
      DEFAULT_ENCRYPTION,
      'SSE-S3 since 5 January 2023',
    ),
    'BucketEncryption.ServerSideEncryptionConfiguration[].ServerSideEncryptionByDefault.SSEAlgorithm': row(
      'AES256',
      DEFAULT_ENCRYPTION,
      'SSE-S3 since 5 January 2023',
    ),
    AccessControl: row('Private', 'Amazon S3 User Guide, Canned ACL', 'private is the default'),
    ...onlyWhenTrue(BUCKET, 'ObjectLockEnabled'),
  },
  'AWS::RDS::DBInstance': {
    ...nothing(
      INSTANCE,
      'Tags',
      'EnableCloudwatchLogsExports',
      'MonitoringRoleArn',
      'MasterUserPassword',
      'DBClusterIdentifier',
      'SourceDBInstanceIdentifier',
      'KmsKeyId',
      'MaxAllocatedStorage',
      'AutomaticBackupReplicationRegion',
    ),
    AutomaticBackupReplicationRetentionPeriod: row(null, INSTANCE, 'nothing is copied without a region'),
    ...off(
      INSTANCE,
      'StorageEncrypted',
      'DeletionProtection',
      'EnableIAMDatabaseAuthentication',
      'CopyTagsToSnapshot',
    ),
    ...onlyWhenTrue(INSTANCE, 'EnablePerformanceInsights', 'ManageMasterUserPassword'),
    MultiAZ: row(false, 'Amazon RDS User Guide, Multi-AZ deployments', 'made by specifying Multi-AZ'),
    BackupRetentionPeriod: row(1, INSTANCE, 'BackupRetentionPeriod defaults to 1'),
    AutoMinorVersionUpgrade: row(true, INSTANCE, 'minor upgrades are automatic by default'),
    DeleteAutomatedBackups: row(true, INSTANCE, 'removed with the instance by default'),
    MonitoringInterval: row(0, INSTANCE, 'MonitoringInterval defaults to 0'),
    // PubliclyAccessible has no row: it depends on the subnets.
  },
  'AWS::RDS::DBCluster': {
    ...nothing(
      CLUSTER,
      'Tags',
      'EnableCloudwatchLogsExports',
      'MasterUserPassword',
      'KmsKeyId',
      'ServerlessV2ScalingConfiguration',
    ),
    ...off(
      CLUSTER,
      'DeletionProtection',
      'EnableIAMDatabaseAuthentication',
      'CopyTagsToSnapshot',
      'EnableHttpEndpoint',
    ),
    ...onlyWhenTrue(CLUSTER, 'ManageMasterUserPassword', 'PerformanceInsightsEnabled'),
    BackupRetentionPeriod: row(1, CLUSTER, 'BackupRetentionPeriod defaults to 1'),
    EngineMode: row(
      'provisioned',
      'AWS CLI Command Reference, Examples of create-db-cluster',
      'provisioned comes of none',
    ),
    // StorageEncrypted has no row: Aurora clusters made since 18 February 2026 are encrypted, older ones are not.
  },
  'AWS::RDS::DBParameterGroup': nothing(cloudFormation('AWS::RDS::DBParameterGroup'), 'Parameters'),
  'AWS::RDS::DBProxy': onlyWhenTrue(cloudFormation('AWS::RDS::DBProxy'), 'RequireTLS', 'DebugLogging'),
  'AWS::EFS::FileSystem': {
    ...nothing(cloudFormation('AWS::EFS::FileSystem'), 'LifecyclePolicies', 'FileSystemTags', 'KmsKeyId'),
    Encrypted: row(false, 'Amazon EFS User Guide, Encrypting data at rest', 'to be enabled explicitly'),
    // BackupPolicy.Status has no row: One Zone file systems are backed up by default, others are not.
  },
  'AWS::EC2::Volume': {
    ...nothing(cloudFormation('AWS::EC2::Volume'), 'Tags'),
    VolumeType: row('gp2', cloudFormation('AWS::EC2::Volume'), 'VolumeType defaults to gp2'),
  },
  'AWS::ElastiCache::CacheCluster': {
    SnapshotRetentionLimit: row(
      0,
      'ElastiCache API Reference, CreateCacheCluster',
      'SnapshotRetentionLimit defaults to 0',
    ),
  },
  'AWS::ElastiCache::ReplicationGroup': {
    ...nothing(cloudFormation('AWS::ElastiCache::ReplicationGroup'), 'AuthToken', 'Tags', 'KmsKeyId'),
    ...off(
      cloudFormation('AWS::ElastiCache::ReplicationGroup'),
      'TransitEncryptionEnabled',
      'AutomaticFailoverEnabled',
    ),
    ...onlyWhenTrue(cloudFormation('AWS::ElastiCache::ReplicationGroup'), 'MultiAZEnabled'),
    // AtRestEncryptionEnabled has no row: true with Valkey, false with Redis OSS.
    SnapshotRetentionLimit: row(
      0,
      cloudFormation('AWS::ElastiCache::ReplicationGroup'),
      'SnapshotRetentionLimit defaults to 0',
    ),
  },
  'AWS::AmazonMQ::Broker': off(cloudFormation('AWS::AmazonMQ::Broker'), 'PubliclyAccessible'),
  'AWS::MSK::Cluster': {
    'BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type': row(
      'DISABLED',
      'Amazon MSK Developer Guide, Connect to a cluster',
      'reached from its own network only by default',
    ),
  },
  'AWS::Redshift::Cluster': off(cloudFormation('AWS::Redshift::Cluster'), 'PubliclyAccessible'),
  'AWS::RedshiftServerless::Workgroup': off(
    cloudFormation('AWS::RedshiftServerless::Workgroup'),
    'PubliclyAccessible',
  ),
  'AWS::DMS::ReplicationInstance': {
    PubliclyAccessible: row(
      true,
      cloudFormation('AWS::DMS::ReplicationInstance'),
      'the default value is true',
    ),
  },
  'AWS::Kinesis::Stream': {
    ...nothing(cloudFormation('AWS::Kinesis::Stream'), 'StreamEncryption', 'Tags'),
    RetentionPeriodHours: row(
      24,
      cloudFormation('AWS::Kinesis::Stream'),
      'RetentionPeriodHours defaults to 24',
    ),
  },
  'AWS::Backup::BackupPlan': {
    ...nothing(
      PLAN,
      'BackupPlan.BackupPlanRule[].CopyActions',
      'BackupPlan.BackupPlanRule[].Lifecycle',
      'BackupPlan.BackupPlanRule[].Lifecycle.DeleteAfterDays',
    ),
    'BackupPlan.BackupPlanRule[].EnableContinuousBackup': row(
      false,
      'AWS Backup API Reference, BackupRuleInput',
      'snapshot backups if not specified',
    ),
    'BackupPlan.BackupPlanRule[].ScheduleExpression': row(
      'cron(0 5 ? * * *)',
      'AWS Backup API Reference, BackupRuleInput',
      'daily at 5 if none is given',
    ),
  },
  'AWS::Backup::BackupSelection': nothing(
    cloudFormation('AWS::Backup::BackupSelection'),
    'BackupSelection.Resources',
    'BackupSelection.NotResources',
    'BackupSelection.ListOfTags',
    'BackupSelection.Conditions',
  ),
  'AWS::Backup::BackupVault': nothing(cloudFormation('AWS::Backup::BackupVault'), 'LockConfiguration'),
};
