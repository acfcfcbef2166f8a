import { cloudFormation, nothing, off, onlyWhenTrue, type Rows, row } from './rows.ts';

const ALARM = cloudFormation('AWS::CloudWatch::Alarm');
const GROUP = cloudFormation('AWS::Logs::LogGroup');
const TRAIL = cloudFormation('AWS::CloudTrail::Trail');
const KEY = cloudFormation('AWS::KMS::Key');

/** Watching, auditing, keys, secrets, identities and money. */
export const operations: Readonly<Record<string, Rows>> = {
  'AWS::CloudWatch::Alarm': {
    ...nothing(
      ALARM,
      'AlarmActions',
      'OKActions',
      'InsufficientDataActions',
      'Dimensions',
      'Metrics',
      'Metrics[].MetricStat.Metric.Dimensions',
      'MetricName',
      'Namespace',
      'Statistic',
      'ExtendedStatistic',
      'Threshold',
      'Period',
      'Unit',
      'AlarmDescription',
      'Tags',
    ),
    ActionsEnabled: row(true, ALARM, 'ActionsEnabled defaults to true'),
    TreatMissingData: row('missing', ALARM, 'TreatMissingData defaults to missing'),
  },
  'AWS::CloudWatch::CompositeAlarm': {
    ...nothing(
      cloudFormation('AWS::CloudWatch::CompositeAlarm'),
      'AlarmActions',
      'OKActions',
      'InsufficientDataActions',
    ),
    ActionsEnabled: row(
      true,
      cloudFormation('AWS::CloudWatch::CompositeAlarm'),
      'ActionsEnabled defaults to true',
    ),
  },
  'AWS::Logs::LogGroup': {
    ...nothing(GROUP, 'KmsKeyId', 'Tags', 'DataProtectionPolicy'),
    RetentionInDays: row(null, GROUP, 'log events do not expire if it is not specified'),
    LogGroupClass: row('STANDARD', 'CloudWatch Logs API Reference, CreateLogGroup', 'STANDARD if omitted'),
  },
  'AWS::Logs::MetricFilter': nothing(
    cloudFormation('AWS::Logs::MetricFilter'),
    'MetricTransformations[].Dimensions',
    'MetricTransformations[].DefaultValue',
  ),
  'AWS::CloudTrail::Trail': {
    ...nothing(
      TRAIL,
      'KMSKeyId',
      'CloudWatchLogsLogGroupArn',
      'InsightSelectors',
      'SnsTopicName',
      'AdvancedEventSelectors',
    ),
    ...off(TRAIL, 'IsMultiRegionTrail', 'EnableLogFileValidation', 'IsOrganizationTrail'),
  },
  'AWS::KMS::Key': {
    EnableKeyRotation: row(false, KEY, 'EnableKeyRotation is off by default'),
    Enabled: row(true, KEY, 'Enabled defaults to true'),
    MultiRegion: row(false, KEY, 'MultiRegion defaults to false'),
    PendingWindowInDays: row(30, KEY, 'PendingWindowInDays defaults to 30'),
    KeySpec: row('SYMMETRIC_DEFAULT', KEY, 'KeySpec defaults to SYMMETRIC_DEFAULT'),
    Origin: row('AWS_KMS', KEY, 'Origin defaults to AWS_KMS'),
    RotationPeriodInDays: row(365, KEY, 'RotationPeriodInDays defaults to 365'),
  },
  'AWS::SecretsManager::Secret': nothing(
    cloudFormation('AWS::SecretsManager::Secret'),
    'SecretString',
    'GenerateSecretString',
    'KmsKeyId',
    'ReplicaRegions',
    'Tags',
  ),
  'AWS::SecretsManager::RotationSchedule': nothing(
    cloudFormation('AWS::SecretsManager::RotationSchedule'),
    'RotationRules.AutomaticallyAfterDays',
    'RotationRules.ScheduleExpression',
    'RotationLambdaARN',
    'HostedRotationLambda',
  ),
  'AWS::IAM::Role': {
    ...nothing(
      cloudFormation('AWS::IAM::Role'),
      'ManagedPolicyArns',
      'Policies',
      'PermissionsBoundary',
      'Tags',
      'AssumeRolePolicyDocument.Statement[].Condition',
      'Policies[].PolicyDocument.Statement[].Action',
      'Policies[].PolicyDocument.Statement[].NotAction',
      'Policies[].PolicyDocument.Statement[].Resource',
      'Policies[].PolicyDocument.Statement[].NotResource',
      'Policies[].PolicyDocument.Statement[].Condition',
    ),
    MaxSessionDuration: row(
      3600,
      cloudFormation('AWS::IAM::Role'),
      'MaxSessionDuration defaults to one hour',
    ),
  },
  'AWS::IAM::User': nothing(
    cloudFormation('AWS::IAM::User'),
    'ManagedPolicyArns',
    'Policies',
    'Groups',
    'LoginProfile',
    'PermissionsBoundary',
  ),
  'AWS::IAM::AccessKey': {
    Status: row('Active', 'IAM API Reference, CreateAccessKey', 'the default status for new keys is Active'),
  },
  'AWS::IAM::Group': nothing(cloudFormation('AWS::IAM::Group'), 'ManagedPolicyArns', 'Policies'),
  ...Object.fromEntries(
    [
      ['AWS::IAM::Policy', 'PolicyDocument'],
      ['AWS::IAM::ManagedPolicy', 'PolicyDocument'],
      ['AWS::IAM::RolePolicy', 'PolicyDocument'],
      ['AWS::IAM::UserPolicy', 'PolicyDocument'],
      ['AWS::IAM::GroupPolicy', 'PolicyDocument'],
      ['AWS::S3::BucketPolicy', 'PolicyDocument'],
      ['AWS::SNS::TopicPolicy', 'PolicyDocument'],
      ['AWS::SQS::QueuePolicy', 'PolicyDocument'],
    ].map(([type, document]) => [
      type,
      nothing(
        'IAM User Guide, JSON policy elements',
        ...['Action', 'NotAction', 'Resource', 'NotResource', 'Principal', 'NotPrincipal', 'Condition'].map(
          (element) => `${document}.Statement[].${element}`,
        ),
      ),
    ]),
  ),
  // BudgetLimit has no row: a budget may have planned limits instead, or those of its kind.
  'AWS::Budgets::Budget': nothing(cloudFormation('AWS::Budgets::Budget'), 'NotificationsWithSubscribers'),
  'AWS::EC2::SecurityGroup': {
    ...nothing(cloudFormation('AWS::EC2::SecurityGroup'), 'SecurityGroupIngress', 'Tags'),
    ...nothing(
      cloudFormation('AWS::EC2::SecurityGroup'),
      ...['CidrIp', 'CidrIpv6', 'SourceSecurityGroupId', 'SourcePrefixListId', 'FromPort', 'ToPort'].map(
        (name) => `SecurityGroupIngress[].${name}`,
      ),
      ...[
        'CidrIp',
        'CidrIpv6',
        'DestinationSecurityGroupId',
        'DestinationPrefixListId',
        'FromPort',
        'ToPort',
      ].map((name) => `SecurityGroupEgress[].${name}`),
    ),
    // SecurityGroupEgress has no row: without it CloudFormation adds a rule that lets everything out.
  },
  'AWS::EC2::SecurityGroupIngress': nothing(
    cloudFormation('AWS::EC2::SecurityGroupIngress'),
    'CidrIp',
    'CidrIpv6',
    'SourceSecurityGroupId',
    'SourcePrefixListId',
    'FromPort',
    'ToPort',
  ),
  'AWS::EC2::SecurityGroupEgress': nothing(
    cloudFormation('AWS::EC2::SecurityGroupEgress'),
    'CidrIp',
    'CidrIpv6',
    'DestinationSecurityGroupId',
    'DestinationPrefixListId',
    'FromPort',
    'ToPort',
  ),
  'AWS::EC2::Subnet': off(cloudFormation('AWS::EC2::Subnet'), 'MapPublicIpOnLaunch'),
  'AWS::EC2::Route': nothing(
    cloudFormation('AWS::EC2::Route'),
    'GatewayId',
    'NatGatewayId',
    'DestinationCidrBlock',
    'DestinationIpv6CidrBlock',
  ),
  'AWS::EC2::NatGateway': {
    ConnectivityType: row('public', cloudFormation('AWS::EC2::NatGateway'), 'public by default'),
    ...nothing(cloudFormation('AWS::EC2::NatGateway'), 'Tags'),
  },
  'AWS::WAFv2::WebACL': nothing(cloudFormation('AWS::WAFv2::WebACL'), 'Rules', 'Tags'),
  'AWS::Route53::RecordSet': {
    ...nothing(
      cloudFormation('AWS::Route53::RecordSet'),
      'HealthCheckId',
      'AliasTarget',
      'ResourceRecords',
      'Failover',
    ),
    ...onlyWhenTrue(cloudFormation('AWS::Route53::RecordSet'), 'AliasTarget.EvaluateTargetHealth'),
  },
  'AWS::SSM::Parameter': nothing(cloudFormation('AWS::SSM::Parameter'), 'Tags'),
};
