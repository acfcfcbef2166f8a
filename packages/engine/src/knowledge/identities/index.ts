import type { Identity } from '../../model/resource.ts';
import { rowOf } from '../row-of.ts';

/**
 * Under which property each type carries its name, and what its ARN looks like (`*` for partition, region and account).
 * A type without a row can be meant by reference only. Source: the ARN formats of the Service Authorization Reference.
 */
export function identityOf(type: string): Identity | undefined {
  const row = rowOf(IDENTITIES, type);
  if (row === undefined) return undefined;
  const [name, arn] = row;
  const also = rowOf(ALSO, type);
  return { name, ...(arn === undefined ? {} : { arn }), ...(also === undefined ? {} : { also }) };
}

/** Other texts by which AWS itself means a resource. Source: AWS Lambda Developer Guide, "Sending logs to CloudWatch". */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'AWS::Lambda::Function': ['/aws/lambda/{name}'],
  // Application Auto Scaling API Reference, RegisterScalableTarget: how a table is called there.
  'AWS::DynamoDB::Table': ['table/{name}'],
};

export const IDENTITIES: Readonly<Record<string, readonly [name: string, arn?: string]>> = {
  'AWS::ApiGateway::ApiKey': ['Name'],
  'AWS::ApiGateway::DomainName': ['DomainName', 'arn:*:apigateway:*::/domainnames/{name}'],
  'AWS::ApiGateway::RestApi': ['Name'],
  'AWS::ApiGateway::Stage': ['StageName', 'arn:*:apigateway:*::/restapis/*/stages/{name}'],
  'AWS::ApiGateway::UsagePlan': ['UsagePlanName'],
  'AWS::ApiGatewayV2::Api': ['Name'],
  'AWS::ApiGatewayV2::DomainName': ['DomainName', 'arn:*:apigateway:*::/domainnames/{name}'],
  'AWS::ApiGatewayV2::Stage': ['StageName', 'arn:*:apigateway:*::/apis/*/stages/{name}'],
  'AWS::AppSync::GraphQLApi': ['Name'],
  'AWS::AutoScaling::AutoScalingGroup': [
    'AutoScalingGroupName',
    'arn:*:autoscaling:*:*:autoScalingGroup:*:autoScalingGroupName/{name}',
  ],
  'AWS::Backup::BackupPlan': ['BackupPlan.BackupPlanName'],
  'AWS::Backup::BackupVault': ['BackupVaultName', 'arn:*:backup:*:*:backup-vault:{name}'],
  'AWS::Budgets::Budget': ['Budget.BudgetName', 'arn:*:budgets::*:budget/{name}'],
  'AWS::CertificateManager::Certificate': ['DomainName'],
  'AWS::CloudTrail::Trail': ['TrailName', 'arn:*:cloudtrail:*:*:trail/{name}'],
  'AWS::CloudWatch::Alarm': ['AlarmName', 'arn:*:cloudwatch:*:*:alarm:{name}'],
  'AWS::CloudWatch::CompositeAlarm': ['AlarmName', 'arn:*:cloudwatch:*:*:alarm:{name}'],
  'AWS::CloudWatch::Dashboard': ['DashboardName', 'arn:*:cloudwatch::*:dashboard/{name}'],
  'AWS::DynamoDB::Table': ['TableName', 'arn:*:dynamodb:*:*:table/{name}'],
  'AWS::DynamoDB::GlobalTable': ['TableName', 'arn:*:dynamodb:*:*:table/{name}'],
  'AWS::ECR::Repository': ['RepositoryName', 'arn:*:ecr:*:*:repository/{name}'],
  'AWS::ECS::Cluster': ['ClusterName', 'arn:*:ecs:*:*:cluster/{name}'],
  'AWS::ECS::Service': ['ServiceName', 'arn:*:ecs:*:*:service/*/{name}'],
  'AWS::ECS::TaskDefinition': ['Family', 'arn:*:ecs:*:*:task-definition/{name}'],
  'AWS::ElasticLoadBalancingV2::LoadBalancer': [
    'Name',
    'arn:*:elasticloadbalancing:*:*:loadbalancer/app/{name}/*',
  ],
  'AWS::ElasticLoadBalancingV2::TargetGroup': ['Name', 'arn:*:elasticloadbalancing:*:*:targetgroup/{name}/*'],
  'AWS::ElastiCache::ReplicationGroup': [
    'ReplicationGroupId',
    'arn:*:elasticache:*:*:replicationgroup:{name}',
  ],
  'AWS::Events::EventBus': ['Name', 'arn:*:events:*:*:event-bus/{name}'],
  'AWS::Events::Rule': ['Name', 'arn:*:events:*:*:rule/{name}'],
  'AWS::IAM::Group': ['GroupName', 'arn:*:iam::*:group/{name}'],
  'AWS::IAM::InstanceProfile': ['InstanceProfileName', 'arn:*:iam::*:instance-profile/{name}'],
  'AWS::IAM::ManagedPolicy': ['ManagedPolicyName', 'arn:*:iam::*:policy/{name}'],
  'AWS::IAM::Role': ['RoleName', 'arn:*:iam::*:role/{name}'],
  'AWS::IAM::User': ['UserName', 'arn:*:iam::*:user/{name}'],
  'AWS::Kinesis::Stream': ['Name', 'arn:*:kinesis:*:*:stream/{name}'],
  'AWS::KinesisFirehose::DeliveryStream': ['DeliveryStreamName', 'arn:*:firehose:*:*:deliverystream/{name}'],
  'AWS::KMS::Alias': ['AliasName', 'arn:*:kms:*:*:{name}'],
  'AWS::Lambda::Alias': ['Name'],
  'AWS::Lambda::Function': ['FunctionName', 'arn:*:lambda:*:*:function:{name}'],
  'AWS::Lambda::LayerVersion': ['LayerName', 'arn:*:lambda:*:*:layer:{name}:*'],
  'AWS::Logs::DeliverySource': ['Name', 'arn:*:logs:*:*:delivery-source:{name}'],
  'AWS::Logs::LogGroup': ['LogGroupName', 'arn:*:logs:*:*:log-group:{name}'],
  'AWS::RDS::DBCluster': ['DBClusterIdentifier', 'arn:*:rds:*:*:cluster:{name}'],
  'AWS::RDS::DBInstance': ['DBInstanceIdentifier', 'arn:*:rds:*:*:db:{name}'],
  'AWS::RDS::DBParameterGroup': ['DBParameterGroupName', 'arn:*:rds:*:*:pg:{name}'],
  'AWS::RDS::DBClusterParameterGroup': ['DBClusterParameterGroupName', 'arn:*:rds:*:*:cluster-pg:{name}'],
  'AWS::RDS::DBProxy': ['DBProxyName'],
  'AWS::RDS::DBSubnetGroup': ['DBSubnetGroupName', 'arn:*:rds:*:*:subgrp:{name}'],
  'AWS::Route53::HostedZone': ['Name'],
  'AWS::S3::Bucket': ['BucketName', 'arn:*:s3:::{name}'],
  'AWS::Scheduler::Schedule': ['Name', 'arn:*:scheduler:*:*:schedule/*/{name}'],
  'AWS::SecretsManager::Secret': ['Name', 'arn:*:secretsmanager:*:*:secret:{name}-*'],
  'AWS::SNS::Topic': ['TopicName', 'arn:*:sns:*:*:{name}'],
  'AWS::SQS::Queue': ['QueueName', 'arn:*:sqs:*:*:{name}'],
  'AWS::SSM::Parameter': ['Name', 'arn:*:ssm:*:*:parameter{name}'],
  'AWS::StepFunctions::StateMachine': ['StateMachineName', 'arn:*:states:*:*:stateMachine:{name}'],
  'AWS::Synthetics::Canary': ['Name', 'arn:*:synthetics:*:*:canary:{name}'],
};
