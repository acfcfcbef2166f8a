import { cloudFormation, nothing, off, type Rows, row } from './rows.ts';

const TABLE = cloudFormation('AWS::DynamoDB::Table');
const BUCKET = cloudFormation('AWS::S3::Bucket');
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
    ...off(
      TABLE,
      'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
      'DeletionProtectionEnabled',
      'TimeToLiveSpecification.Enabled',
      'ContributorInsightsSpecification.Enabled',
    ),
    'SSESpecification.SSEEnabled': row(
      false,
      TABLE,
      'if not set, tables are encrypted at rest with a key that DynamoDB owns',
    ),
    BillingMode: row('PROVISIONED', TABLE, 'if not specified, the default is PROVISIONED'),
    TableClass: row('STANDARD', TABLE, 'STANDARD is the default'),
  },
  'AWS::S3::Bucket': {
    ...nothing(
      BUCKET,
      'Tags',
      'VersioningConfiguration',
      'VersioningConfiguration.Status',
      'LifecycleConfiguration',
      'LifecycleConfiguration.Rules',
      'LoggingConfiguration',
      'LoggingConfiguration.DestinationBucketName',
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
      'LifecycleConfiguration.Rules[].ExpirationInDays',
      'LifecycleConfiguration.Rules[].NoncurrentVersionExpiration',
      'LifecycleConfiguration.Rules[].NoncurrentVersionExpiration.NoncurrentDays',
      'LifecycleConfiguration.Rules[].AbortIncompleteMultipartUpload',
      'LifecycleConfiguration.Rules[].AbortIncompleteMultipartUpload.DaysAfterInitiation',
      'LifecycleConfiguration.Rules[].Transitions',
      'LifecycleConfiguration.Rules[].Prefix',
      'LifecycleConfiguration.Rules[].TagFilters',
    ),
    // A check asks first whether the whole configuration is written: without one, buckets made since April 2023 have
    // all four on, older ones none, and the code does not say when. A member left out of a written one is off.
    PublicAccessBlockConfiguration: row(
      null,
      'Amazon S3 User Guide, blocking public access',
      'not in the code; buckets made since April 2023 have it on at first, older ones do not',
    ),
    ...Object.fromEntries(
      ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'].map((name) => [
        `PublicAccessBlockConfiguration.${name}`,
        row(false, 'Amazon S3 API Reference, PublicAccessBlockConfiguration', 'what is left out is false'),
      ]),
    ),
    BucketEncryption: row(
      'AES256',
      'Amazon S3 User Guide, default encryption',
      'since January 2023 every new object is encrypted with keys of Amazon S3 (SSE-S3) without one',
    ),
    'BucketEncryption.ServerSideEncryptionConfiguration': row(
      null,
      'Amazon S3 User Guide, default encryption',
      'since January 2023 every new object is encrypted with keys of Amazon S3 (SSE-S3) without one',
    ),
    'BucketEncryption.ServerSideEncryptionConfiguration[].ServerSideEncryptionByDefault.SSEAlgorithm': row(
      'AES256',
      'Amazon S3 User Guide, default encryption',
      'SSE-S3 is the default since January 2023',
    ),
    AccessControl: row(
      'Private',
      BUCKET,
      'Private is the default; ACLs are off for buckets made since April 2023',
    ),
    ObjectLockEnabled: row(false, BUCKET, 'object lock is off by default'),
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
      'DBSubnetGroupName',
      'DBParameterGroupName',
    ),
    ...off(
      INSTANCE,
      'StorageEncrypted',
      'DeletionProtection',
      'MultiAZ',
      'EnablePerformanceInsights',
      'EnableIAMDatabaseAuthentication',
      'CopyTagsToSnapshot',
      'ManageMasterUserPassword',
    ),
    BackupRetentionPeriod: row(1, INSTANCE, 'the default is 1 day'),
    AutoMinorVersionUpgrade: row(true, INSTANCE, 'minor upgrades are applied automatically by default'),
    DeleteAutomatedBackups: row(true, INSTANCE, 'automated backups go with the instance by default'),
    MonitoringInterval: row(0, INSTANCE, 'enhanced monitoring is off (0) by default'),
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
      'DBSubnetGroupName',
    ),
    ...off(
      CLUSTER,
      'StorageEncrypted',
      'DeletionProtection',
      'EnableIAMDatabaseAuthentication',
      'CopyTagsToSnapshot',
      'ManageMasterUserPassword',
      'PerformanceInsightsEnabled',
    ),
    BackupRetentionPeriod: row(1, CLUSTER, 'the default is 1 day'),
    EngineMode: row('provisioned', CLUSTER, 'provisioned is the default'),
  },
  'AWS::RDS::DBProxy': off(cloudFormation('AWS::RDS::DBProxy'), 'RequireTLS', 'DebugLogging'),
  'AWS::EFS::FileSystem': {
    ...nothing(cloudFormation('AWS::EFS::FileSystem'), 'LifecyclePolicies', 'FileSystemTags', 'KmsKeyId'),
    Encrypted: row(false, 'Amazon EFS API Reference, CreateFileSystem', 'not encrypted unless asked for'),
    'BackupPolicy.Status': row(
      'DISABLED',
      cloudFormation('AWS::EFS::FileSystem'),
      'no automatic backups by default',
    ),
  },
  'AWS::EC2::Volume': nothing(cloudFormation('AWS::EC2::Volume'), 'KmsKeyId', 'Tags'),
  'AWS::ElastiCache::ReplicationGroup': {
    ...nothing(cloudFormation('AWS::ElastiCache::ReplicationGroup'), 'AuthToken', 'Tags', 'KmsKeyId'),
    ...off(
      cloudFormation('AWS::ElastiCache::ReplicationGroup'),
      'AtRestEncryptionEnabled',
      'TransitEncryptionEnabled',
      'AutomaticFailoverEnabled',
      'MultiAZEnabled',
    ),
    SnapshotRetentionLimit: row(
      0,
      cloudFormation('AWS::ElastiCache::ReplicationGroup'),
      'automatic backups are off (0) by default',
    ),
  },
  'AWS::Kinesis::Stream': {
    ...nothing(cloudFormation('AWS::Kinesis::Stream'), 'StreamEncryption', 'Tags'),
    RetentionPeriodHours: row(
      24,
      cloudFormation('AWS::Kinesis::Stream'),
      'records are kept 24 hours by default',
    ),
  },
  'AWS::Backup::BackupPlan': {
    ...nothing(
      PLAN,
      'BackupPlan.BackupPlanRule[].CopyActions',
      'BackupPlan.BackupPlanRule[].Lifecycle',
      'BackupPlan.BackupPlanRule[].Lifecycle.DeleteAfterDays',
      'BackupPlan.BackupPlanRule[].ScheduleExpression',
    ),
    'BackupPlan.BackupPlanRule[].EnableContinuousBackup': row(
      false,
      PLAN,
      'continuous backup is off by default',
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
