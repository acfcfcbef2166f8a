import { cloudFormation, nothing, off, type Rows, row } from './rows.ts';

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
      'DatapointsToAlarm',
      'Threshold',
      'Period',
      'Unit',
      'AlarmDescription',
      'Tags',
    ),
    ActionsEnabled: row(true, ALARM, 'actions are enabled by default'),
    TreatMissingData: row('missing', ALARM, 'missing data is treated as missing by default'),
    'Metrics[].ReturnData': row(true, ALARM, 'ReturnData is true unless set to false'),
  },
  'AWS::CloudWatch::CompositeAlarm': {
    ...nothing(
      cloudFormation('AWS::CloudWatch::CompositeAlarm'),
      'AlarmActions',
      'OKActions',
      'InsufficientDataActions',
    ),
    ActionsEnabled: row(true, cloudFormation('AWS::CloudWatch::CompositeAlarm'), 'the default is TRUE'),
  },
  'AWS::Logs::LogGroup': {
    ...nothing(GROUP, 'KmsKeyId', 'Tags', 'DataProtectionPolicy'),
    RetentionInDays: row(null, GROUP, 'if not set, log events never expire'),
    LogGroupClass: row('STANDARD', GROUP, 'STANDARD is the default'),
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
      'EventSelectors',
      'InsightSelectors',
      'SnsTopicName',
      'AdvancedEventSelectors',
    ),
    ...off(TRAIL, 'IsMultiRegionTrail', 'EnableLogFileValidation', 'IsOrganizationTrail'),
  },
  'AWS::KMS::Key': {
    EnableKeyRotation: row(false, KEY, 'rotation is disabled by default'),
    Enabled: row(true, KEY, 'keys are enabled by default'),
    MultiRegion: row(false, KEY, 'a single-Region key is the default'),
    PendingWindowInDays: row(30, KEY, 'the waiting period is 30 days by default'),
    KeySpec: row('SYMMETRIC_DEFAULT', KEY, 'SYMMETRIC_DEFAULT is the default'),
    RotationPeriodInDays: row(365, KEY, 'the rotation period is 365 days by default'),
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
    MaxSessionDuration: row(3600, cloudFormation('AWS::IAM::Role'), 'sessions last one hour by default'),
  },
  'AWS::IAM::User': nothing(
    cloudFormation('AWS::IAM::User'),
    'ManagedPolicyArns',
    'Policies',
    'Groups',
    'LoginProfile',
    'PermissionsBoundary',
  ),
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
  'AWS::Budgets::Budget': nothing(
    cloudFormation('AWS::Budgets::Budget'),
    'NotificationsWithSubscribers',
    'Budget.BudgetLimit',
    'Budget.BudgetLimit.Amount',
  ),
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
    ConnectivityType: row('public', cloudFormation('AWS::EC2::NatGateway'), 'public is the default'),
  },
  'AWS::WAFv2::WebACL': nothing(cloudFormation('AWS::WAFv2::WebACL'), 'Rules', 'Tags'),
  'AWS::Route53::RecordSet': nothing(
    cloudFormation('AWS::Route53::RecordSet'),
    'HealthCheckId',
    'AliasTarget',
    'ResourceRecords',
    'Failover',
  ),
  'AWS::SSM::Parameter': nothing(cloudFormation('AWS::SSM::Parameter'), 'Tags'),
};
