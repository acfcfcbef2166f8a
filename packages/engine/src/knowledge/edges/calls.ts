import type { EdgeRule } from '../../model/resource.ts';
import { rules } from './rules.ts';

const FUNCTION = 'AWS::Lambda::Function';
const ALIAS = 'AWS::Lambda::Alias';

/** Where a distribution names the functions that run at the edge. */
const ASSOCIATIONS: readonly string[] = [
  'DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations[].LambdaFunctionARN',
  'DistributionConfig.CacheBehaviors[].LambdaFunctionAssociations[].LambdaFunctionARN',
];
const TARGETS = [FUNCTION, 'AWS::SQS::Queue', 'AWS::SNS::Topic', 'AWS::StepFunctions::StateMachine'] as const;
const V2 = 'AWS::ApiGatewayV2::Api';
const REST = 'AWS::ApiGateway::RestApi';

/** Who calls whom: routes, triggers, targets, and what stands in front of what. */
export const calls: readonly EdgeRule[] = [
  ...['Route', 'Integration', 'Stage', 'Authorizer', 'Deployment', 'ApiMapping'].flatMap((part) =>
    rules('routesTo', `AWS::ApiGatewayV2::${part}`, ['ApiId'], V2),
  ),
  ...[
    'Stage',
    'Method',
    'Resource',
    'Deployment',
    'Authorizer',
    'RequestValidator',
    'Model',
    'GatewayResponse',
    'BasePathMapping',
  ].flatMap((part) => rules('routesTo', `AWS::ApiGateway::${part}`, ['RestApiId'], REST)),
  ...['DataSource', 'Resolver', 'ApiKey', 'ApiCache'].flatMap((part) =>
    rules('routesTo', `AWS::AppSync::${part}`, ['ApiId'], 'AWS::AppSync::GraphQLApi'),
  ),
  ...rules('routesTo', 'AWS::ApiGatewayV2::Route', ['Target'], 'AWS::ApiGatewayV2::Integration'),
  ...rules('authorizedBy', 'AWS::ApiGatewayV2::Route', ['AuthorizerId'], 'AWS::ApiGatewayV2::Authorizer'),
  ...rules('authorizedBy', 'AWS::ApiGateway::Method', ['AuthorizerId'], 'AWS::ApiGateway::Authorizer'),
  ...rules(
    'routesTo',
    'AWS::ElasticLoadBalancingV2::Listener',
    ['LoadBalancerArn'],
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
  ),
  ...rules(
    'routesTo',
    'AWS::ElasticLoadBalancingV2::ListenerRule',
    ['ListenerArn'],
    'AWS::ElasticLoadBalancingV2::Listener',
  ),
  ...rules(
    'routesTo',
    'AWS::ElasticLoadBalancingV2::Listener',
    ['DefaultActions[].TargetGroupArn', 'DefaultActions[].ForwardConfig.TargetGroups[].TargetGroupArn'],
    'AWS::ElasticLoadBalancingV2::TargetGroup',
  ),
  ...rules(
    'routesTo',
    'AWS::ElasticLoadBalancingV2::ListenerRule',
    ['Actions[].TargetGroupArn', 'Actions[].ForwardConfig.TargetGroups[].TargetGroupArn'],
    'AWS::ElasticLoadBalancingV2::TargetGroup',
  ),
  ...rules(
    'registersWith',
    'AWS::ECS::Service',
    ['LoadBalancers[].TargetGroupArn'],
    'AWS::ElasticLoadBalancingV2::TargetGroup',
  ),
  ...rules(
    'registersWith',
    'AWS::AutoScaling::AutoScalingGroup',
    ['TargetGroupARNs[]'],
    'AWS::ElasticLoadBalancingV2::TargetGroup',
  ),

  ...rules('permits', 'AWS::Lambda::Permission', ['FunctionName'], [FUNCTION, ALIAS]),
  ...rules('runsAtEdge', 'AWS::CloudFront::Distribution', ASSOCIATIONS, [FUNCTION, 'AWS::Lambda::Version']),
  ...rules('versions', 'AWS::Lambda::Version', ['FunctionName'], FUNCTION),
  ...rules('invokes', 'AWS::Lambda::Permission', ['FunctionName'], FUNCTION),
  ...rules('invokes', 'AWS::Lambda::EventSourceMapping', ['FunctionName'], FUNCTION),
  ...rules('invokes', 'AWS::ApiGatewayV2::Integration', ['IntegrationUri'], [FUNCTION, ALIAS]),
  ...rules('invokes', 'AWS::ApiGateway::Method', ['Integration.Uri'], [FUNCTION, ALIAS]),
  ...rules('invokes', 'AWS::ApiGateway::Authorizer', ['AuthorizerUri'], FUNCTION),
  ...rules('invokes', 'AWS::ApiGatewayV2::Authorizer', ['AuthorizerUri'], FUNCTION),
  ...rules(
    'invokes',
    'AWS::AppSync::GraphQLApi',
    [
      'LambdaAuthorizerConfig.AuthorizerUri',
      'AdditionalAuthenticationProviders[].LambdaAuthorizerConfig.AuthorizerUri',
    ],
    [FUNCTION, ALIAS],
  ),
  ...rules('invokes', 'AWS::AppSync::DataSource', ['LambdaConfig.LambdaFunctionArn'], [FUNCTION, ALIAS]),
  ...rules('invokes', 'AWS::Events::Rule', ['Targets[].Arn'], [...TARGETS, 'AWS::ECS::Cluster']),
  ...rules('invokes', 'AWS::Scheduler::Schedule', ['Target.Arn'], [...TARGETS, 'AWS::ECS::Cluster']),
  ...rules('invokes', 'AWS::SNS::Subscription', ['Endpoint'], [FUNCTION, 'AWS::SQS::Queue']),
  ...rules(
    'invokes',
    'AWS::S3::Bucket',
    ['NotificationConfiguration.LambdaConfigurations[].Function'],
    FUNCTION,
  ),
  ...rules(
    'invokes',
    'AWS::S3::Bucket',
    ['NotificationConfiguration.QueueConfigurations[].Queue'],
    'AWS::SQS::Queue',
  ),
  ...rules(
    'invokes',
    'AWS::S3::Bucket',
    ['NotificationConfiguration.TopicConfigurations[].Topic'],
    'AWS::SNS::Topic',
  ),
  ...rules(
    'invokes',
    'AWS::StepFunctions::StateMachine',
    ['DefinitionString', 'DefinitionSubstitutions'],
    FUNCTION,
  ),
  ...rules('invokes', 'AWS::Logs::SubscriptionFilter', ['DestinationArn'], FUNCTION),
  ...rules('invokes', 'AWS::SecretsManager::RotationSchedule', ['RotationLambdaARN'], FUNCTION),
  ...rules(
    'invokes',
    'AWS::Cognito::UserPool',
    [
      'LambdaConfig.PreSignUp',
      'LambdaConfig.PostConfirmation',
      'LambdaConfig.PreAuthentication',
      'LambdaConfig.PostAuthentication',
      'LambdaConfig.PreTokenGeneration',
      'LambdaConfig.CustomMessage',
      'LambdaConfig.UserMigration',
      'LambdaConfig.DefineAuthChallenge',
      'LambdaConfig.CreateAuthChallenge',
      'LambdaConfig.VerifyAuthChallengeResponse',
    ],
    FUNCTION,
  ),
  ...rules(
    'consumes',
    'AWS::Lambda::EventSourceMapping',
    ['EventSourceArn'],
    ['AWS::SQS::Queue', 'AWS::DynamoDB::Table', 'AWS::Kinesis::Stream'],
  ),
  ...rules('deadLettersTo', 'AWS::SQS::Queue', ['RedrivePolicy.deadLetterTargetArn'], 'AWS::SQS::Queue'),
  ...rules('deadLettersTo', FUNCTION, ['DeadLetterConfig.TargetArn'], ['AWS::SQS::Queue', 'AWS::SNS::Topic']),
  ...rules('deadLettersTo', 'AWS::Events::Rule', ['Targets[].DeadLetterConfig.Arn'], 'AWS::SQS::Queue'),
  ...rules(
    'deadLettersTo',
    'AWS::SNS::Subscription',
    ['RedrivePolicy.deadLetterTargetArn'],
    'AWS::SQS::Queue',
  ),
  ...rules(
    'deadLettersTo',
    'AWS::Pipes::Pipe',
    [
      'SourceParameters.DynamoDBStreamParameters.DeadLetterConfig.Arn',
      'SourceParameters.KinesisStreamParameters.DeadLetterConfig.Arn',
    ],
    ['AWS::SQS::Queue', 'AWS::SNS::Topic'],
  ),
  ...rules('deadLettersTo', 'AWS::Scheduler::Schedule', ['Target.DeadLetterConfig.Arn'], 'AWS::SQS::Queue'),
  ...rules(
    'deadLettersTo',
    'AWS::Lambda::EventInvokeConfig',
    ['DestinationConfig.OnFailure.Destination'],
    ['AWS::SQS::Queue', 'AWS::SNS::Topic'],
  ),
  ...rules(
    'deadLettersTo',
    'AWS::Lambda::EventSourceMapping',
    ['DestinationConfig.OnFailure.Destination'],
    ['AWS::SQS::Queue', 'AWS::SNS::Topic'],
  ),

  ...rules(
    'fronts',
    'AWS::CloudFront::Distribution',
    ['DistributionConfig.Origins[].DomainName'],
    [
      'AWS::S3::Bucket',
      V2,
      REST,
      'AWS::ApiGateway::Stage',
      'AWS::ApiGatewayV2::Stage',
      'AWS::ElasticLoadBalancingV2::LoadBalancer',
      'AWS::Lambda::Url',
    ],
  ),
  ...rules(
    'fronts',
    'AWS::Route53::RecordSet',
    ['AliasTarget.DNSName', 'ResourceRecords[]'],
    [
      'AWS::CloudFront::Distribution',
      'AWS::ElasticLoadBalancingV2::LoadBalancer',
      'AWS::ApiGateway::DomainName',
      'AWS::ApiGatewayV2::DomainName',
      'AWS::S3::Bucket',
      'AWS::Cognito::UserPoolDomain',
    ],
  ),
  ...rules('mapsDomainTo', 'AWS::ApiGateway::BasePathMapping', ['DomainName'], 'AWS::ApiGateway::DomainName'),
  ...rules('mapsDomainTo', 'AWS::ApiGatewayV2::ApiMapping', ['DomainName'], 'AWS::ApiGatewayV2::DomainName'),
];
