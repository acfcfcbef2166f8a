import type { EdgeRule } from '../../model/resource.ts';
import { rules } from './rules.ts';

const GROUP = 'AWS::Logs::LogGroup';
const BUCKET = 'AWS::S3::Bucket';

/** Where logs and backups go, and what belongs to which database. */
export const storage: readonly EdgeRule[] = [
  ...rules('logsTo', 'AWS::Lambda::Function', ['LoggingConfig.LogGroup'], GROUP),
  // Lambda writes to a group named after the function; see the function's identity.
  ...rules('keepsLogsOf', GROUP, ['LogGroupName'], 'AWS::Lambda::Function'),
  ...rules('logsTo', 'AWS::ApiGateway::Stage', ['AccessLogSetting.DestinationArn'], GROUP),
  ...rules('logsTo', 'AWS::ApiGatewayV2::Stage', ['AccessLogSettings.DestinationArn'], GROUP),
  ...rules(
    'logsTo',
    'AWS::StepFunctions::StateMachine',
    ['LoggingConfiguration.Destinations[].CloudWatchLogsLogGroup.LogGroupArn'],
    GROUP,
  ),
  ...rules('logsTo', 'AWS::EC2::FlowLog', ['LogGroupName', 'LogDestination'], GROUP),
  ...rules('logsTo', 'AWS::EC2::FlowLog', ['LogDestination'], BUCKET),
  ...rules('logsTo', 'AWS::CloudTrail::Trail', ['CloudWatchLogsLogGroupArn'], GROUP),
  ...rules('logsTo', 'AWS::CloudTrail::Trail', ['S3BucketName'], BUCKET),
  ...rules('logsTo', 'AWS::WAFv2::LoggingConfiguration', ['LogDestinationConfigs[]'], [GROUP, BUCKET]),
  ...rules('logsTo', BUCKET, ['LoggingConfiguration.DestinationBucketName'], BUCKET),
  ...rules('logsTo', 'AWS::CloudFront::Distribution', ['DistributionConfig.Logging.Bucket'], BUCKET),
  ...rules('logsTo', 'AWS::ElasticLoadBalancing::LoadBalancer', ['AccessLoggingPolicy.S3BucketName'], BUCKET),
  // The only buckets among the attributes of a load balancer are those of its logs.
  ...rules('logsTo', 'AWS::ElasticLoadBalancingV2::LoadBalancer', ['LoadBalancerAttributes[].Value'], BUCKET),
  ...rules(
    'logsTo',
    'AWS::ECS::TaskDefinition',
    ['ContainerDefinitions[].LogConfiguration.Options.awslogs-group'],
    GROUP,
  ),
  ...rules('watches', 'AWS::Logs::MetricFilter', ['LogGroupName'], GROUP),
  // By the name of the function's own group, which nothing has to declare.
  ...rules('countsLogsOf', 'AWS::Logs::MetricFilter', ['LogGroupName'], 'AWS::Lambda::Function'),
  ...rules('watches', 'AWS::Logs::SubscriptionFilter', ['LogGroupName'], GROUP),

  ...rules(
    'backedUpBy',
    'AWS::Backup::BackupSelection',
    ['BackupSelection.Resources[]'],
    [
      'AWS::DynamoDB::Table',
      'AWS::RDS::DBInstance',
      'AWS::RDS::DBCluster',
      'AWS::EFS::FileSystem',
      'AWS::EC2::Volume',
      'AWS::EC2::Instance',
      BUCKET,
    ],
  ),
  ...rules('selects', 'AWS::Backup::BackupSelection', ['BackupPlanId'], 'AWS::Backup::BackupPlan'),
  ...rules(
    'storesIn',
    'AWS::Backup::BackupPlan',
    ['BackupPlan.BackupPlanRule[].TargetBackupVault'],
    'AWS::Backup::BackupVault',
  ),

  ...rules('memberOf', 'AWS::RDS::DBInstance', ['DBClusterIdentifier'], 'AWS::RDS::DBCluster'),
  ...rules('replicates', 'AWS::RDS::DBInstance', ['SourceDBInstanceIdentifier'], 'AWS::RDS::DBInstance'),
  ...rules('parametersOf', 'AWS::RDS::DBInstance', ['DBParameterGroupName'], 'AWS::RDS::DBParameterGroup'),
  ...rules(
    'parametersOf',
    'AWS::RDS::DBCluster',
    ['DBClusterParameterGroupName'],
    'AWS::RDS::DBClusterParameterGroup',
  ),
];
