import type { EdgeRule } from '../../model/resource.ts';
import { rules } from './rules.ts';

/**
 * `alarmsOn`: by the dimension that names the resource, in a simple alarm, in the metrics of an expression, and in the
 * metric that a scaling policy follows.
 */
const DIMENSIONS: Readonly<Record<string, readonly string[]>> = {
  FunctionName: ['AWS::Lambda::Function'],
  Resource: ['AWS::Lambda::Function', 'AWS::Lambda::Alias'],
  TableName: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  ApiId: ['AWS::ApiGatewayV2::Api'],
  ApiName: ['AWS::ApiGateway::RestApi'],
  Stage: ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'],
  GraphQLAPIId: ['AWS::AppSync::GraphQLApi'],
  QueueName: ['AWS::SQS::Queue'],
  TopicName: ['AWS::SNS::Topic'],
  RuleName: ['AWS::Events::Rule'],
  StateMachineArn: ['AWS::StepFunctions::StateMachine'],
  LoadBalancer: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  TargetGroup: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
  DBInstanceIdentifier: ['AWS::RDS::DBInstance'],
  DBClusterIdentifier: ['AWS::RDS::DBCluster'],
  ProxyName: ['AWS::RDS::DBProxy'],
  ClusterName: ['AWS::ECS::Cluster'],
  ServiceName: ['AWS::ECS::Service'],
  DistributionId: ['AWS::CloudFront::Distribution'],
  UserPool: ['AWS::Cognito::UserPool'],
  UserPoolClient: ['AWS::Cognito::UserPoolClient'],
  BucketName: ['AWS::S3::Bucket'],
  AutoScalingGroupName: ['AWS::AutoScaling::AutoScalingGroup'],
  InstanceId: ['AWS::EC2::Instance'],
  NatGatewayId: ['AWS::EC2::NatGateway'],
  VolumeId: ['AWS::EC2::Volume'],
  FileSystemId: ['AWS::EFS::FileSystem'],
  CacheClusterId: ['AWS::ElastiCache::CacheCluster'],
  ReplicationGroupId: ['AWS::ElastiCache::ReplicationGroup'],
  StreamName: ['AWS::Kinesis::Stream'],
  LogGroupName: ['AWS::Logs::LogGroup'],
  WebACL: ['AWS::WAFv2::WebACL'],
  CanaryName: ['AWS::Synthetics::Canary'],
  HealthCheckId: ['AWS::Route53::HealthCheck'],
  CertificateArn: ['AWS::CertificateManager::Certificate'],
};

export const alarmsOn: readonly EdgeRule[] = [
  ...Object.entries(DIMENSIONS).flatMap(([dimension, to]) =>
    rules(
      'alarmsOn',
      'AWS::CloudWatch::Alarm',
      [
        `Dimensions[Name=${dimension}].Value`,
        `Metrics[].MetricStat.Metric.Dimensions[Name=${dimension}].Value`,
      ],
      to,
    ),
  ),
  ...rules('notifies', 'AWS::SNS::Subscription', ['TopicArn'], 'AWS::SNS::Topic'),
  // A chat channel subscribes itself to its topics. Source: Amazon Q Developer in chat applications, Administrator Guide.
  ...rules('notifies', 'AWS::Chatbot::SlackChannelConfiguration', ['SnsTopicArns[]'], 'AWS::SNS::Topic'),
  ...rules(
    'notifies',
    'AWS::Chatbot::MicrosoftTeamsChannelConfiguration',
    ['SnsTopicArns[]'],
    'AWS::SNS::Topic',
  ),
  ...rules(
    'alertsThrough',
    'AWS::CloudWatch::Alarm',
    ['AlarmActions[]', 'OKActions[]', 'InsufficientDataActions[]'],
    'AWS::SNS::Topic',
  ),
  ...rules('alertsThrough', 'AWS::CloudWatch::CompositeAlarm', ['AlarmActions[]'], 'AWS::SNS::Topic'),
  ...rules(
    'alertsThrough',
    'AWS::Budgets::Budget',
    ['NotificationsWithSubscribers[].Subscribers[SubscriptionType=SNS].Address'],
    'AWS::SNS::Topic',
  ),
];
