import type { EdgeRule } from '../../model/resource.ts';
import { rules } from './rules.ts';

/** Protection, policies and settings that are resources of their own and name what they protect or configure. */
export const attachments: readonly EdgeRule[] = [
  // `graph.to(entry, 'attachedTo')`: the associations of web ACLs with an entry. CloudFront is the exception: the
  // distribution names its ACL (`DistributionConfig.WebACLId`), so a check follows that property.
  ...rules(
    'attachedTo',
    'AWS::WAFv2::WebACLAssociation',
    ['ResourceArn'],
    [
      'AWS::ElasticLoadBalancingV2::LoadBalancer',
      'AWS::ApiGateway::Stage',
      'AWS::AppSync::GraphQLApi',
      'AWS::Cognito::UserPool',
    ],
  ),
  // WAF Classic, whose support was announced to end in 2025: what it is attached to needs one of WAFv2.
  ...rules(
    'classicallyAttachedTo',
    'AWS::WAFRegional::WebACLAssociation',
    ['ResourceArn'],
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ApiGateway::Stage'],
  ),
  ...rules('protects', 'AWS::WAFv2::WebACLAssociation', ['WebACLArn'], 'AWS::WAFv2::WebACL'),
  ...rules(
    'protects',
    'AWS::CloudFront::Distribution',
    ['DistributionConfig.WebACLId'],
    'AWS::WAFv2::WebACL',
  ),
  ...rules('configures', 'AWS::WAFv2::LoggingConfiguration', ['ResourceArn'], 'AWS::WAFv2::WebACL'),
  ...rules('delivers', 'AWS::Logs::Delivery', ['DeliverySourceName'], 'AWS::Logs::DeliverySource'),
  ...rules('configures', 'AWS::S3::BucketPolicy', ['Bucket'], 'AWS::S3::Bucket'),
  ...rules('configures', 'AWS::SNS::TopicPolicy', ['Topics[]'], 'AWS::SNS::Topic'),
  ...rules('configures', 'AWS::SQS::QueuePolicy', ['Queues[]'], 'AWS::SQS::Queue'),
  ...rules('configures', 'AWS::Lambda::EventInvokeConfig', ['FunctionName'], 'AWS::Lambda::Function'),
  ...rules('configures', 'AWS::Lambda::Url', ['TargetFunctionArn'], 'AWS::Lambda::Function'),
  ...rules('configures', 'AWS::Lambda::Alias', ['FunctionName'], 'AWS::Lambda::Function'),
  ...rules('configures', 'AWS::Lambda::Version', ['FunctionName'], 'AWS::Lambda::Function'),
  ...rules('configures', 'AWS::SecretsManager::ResourcePolicy', ['SecretId'], 'AWS::SecretsManager::Secret'),
  ...rules('rotates', 'AWS::SecretsManager::RotationSchedule', ['SecretId'], 'AWS::SecretsManager::Secret'),
  ...rules('configures', 'AWS::KMS::Alias', ['TargetKeyId'], 'AWS::KMS::Key'),
  ...rules('configures', 'AWS::EC2::FlowLog', ['ResourceId'], ['AWS::EC2::VPC', 'AWS::EC2::Subnet']),
  ...rules(
    'scales',
    'AWS::ApplicationAutoScaling::ScalableTarget',
    ['ResourceId'],
    ['AWS::ECS::Service', 'AWS::DynamoDB::Table', 'AWS::RDS::DBCluster', 'AWS::Lambda::Alias'],
  ),
  ...rules(
    'scales',
    'AWS::ApplicationAutoScaling::ScalingPolicy',
    ['ScalingTargetId', 'ResourceId'],
    'AWS::ApplicationAutoScaling::ScalableTarget',
  ),
  ...rules(
    'scales',
    'AWS::AutoScaling::ScalingPolicy',
    ['AutoScalingGroupName'],
    'AWS::AutoScaling::AutoScalingGroup',
  ),
  ...rules('memberOf', 'AWS::Cognito::UserPoolClient', ['UserPoolId'], 'AWS::Cognito::UserPool'),
  ...rules('memberOf', 'AWS::Cognito::UserPoolDomain', ['UserPoolId'], 'AWS::Cognito::UserPool'),
  ...rules('memberOf', 'AWS::Cognito::UserPoolGroup', ['UserPoolId'], 'AWS::Cognito::UserPool'),
  ...rules('memberOf', 'AWS::Cognito::UserPoolIdentityProvider', ['UserPoolId'], 'AWS::Cognito::UserPool'),
  ...rules('memberOf', 'AWS::ApiGateway::UsagePlanKey', ['UsagePlanId'], 'AWS::ApiGateway::UsagePlan'),
  ...rules('throttles', 'AWS::ApiGateway::UsagePlan', ['ApiStages[].ApiId'], 'AWS::ApiGateway::RestApi'),
  ...rules('throttles', 'AWS::ApiGateway::UsagePlan', ['ApiStages[].Stage'], 'AWS::ApiGateway::Stage'),
];
