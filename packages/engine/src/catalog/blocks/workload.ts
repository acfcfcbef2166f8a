import type { Graph } from '../../model/graph.ts';
import { any, type Truth } from '../../model/truth.ts';

/** Types that do work, or that requests come in by. */
const WORKING: readonly string[] = [
  'AWS::Amplify::App',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::AppRunner::Service',
  'AWS::AppSync::GraphQLApi',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::Batch::JobDefinition',
  'AWS::CloudFront::Distribution',
  'AWS::EC2::Instance',
  'AWS::ECS::Service',
  'AWS::ECS::TaskDefinition',
  'AWS::EKS::Cluster',
  'AWS::EMR::Cluster',
  'AWS::ElasticBeanstalk::Environment',
  'AWS::ElasticLoadBalancing::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::Glue::Job',
  'AWS::IVS::Channel',
  'AWS::Lambda::Function',
  'AWS::SageMaker::Endpoint',
  'AWS::StepFunctions::StateMachine',
];

/** Types that keep or pass on something at a price. */
const KEEPING: readonly string[] = [
  'AWS::AmazonMQ::Broker',
  'AWS::CloudTrail::Trail',
  'AWS::DocDB::DBCluster',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::EC2::NatGateway',
  'AWS::EC2::VPCEndpoint',
  'AWS::EC2::Volume',
  'AWS::ECR::Repository',
  'AWS::EFS::FileSystem',
  'AWS::ElastiCache::CacheCluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::KMS::Key',
  'AWS::Kinesis::Stream',
  'AWS::Logs::LogGroup',
  'AWS::MSK::Cluster',
  'AWS::Neptune::DBCluster',
  'AWS::OpenSearchService::Domain',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::Redshift::Cluster',
  'AWS::S3::Bucket',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::SecretsManager::Secret',
  'AWS::WAFv2::WebACL',
];

/** Whether something works here: roots of roles, networks or stores alone have no business that could go badly. */
export function worksHere(graph: Graph): Truth {
  return any(...WORKING.map((type) => graph.of(type).exist()));
}

/** Types that answer, and whose load and latency are worth a look. */
const ANSWERING: readonly string[] = KEEPING.filter((type) =>
  /::(DynamoDB|RDS|DocDB|Neptune|ElastiCache|OpenSearchService|Kinesis|MSK|AmazonMQ|Redshift|SQS|EFS)::/.test(
    type,
  ),
);

/** Whether something here works, or answers what works elsewhere. */
export function runsHere(graph: Graph): Truth {
  return any(...[...WORKING, ...ANSWERING].map((type) => graph.of(type).exist()));
}

/** Whether something here has a price. */
export function costsHere(graph: Graph): Truth {
  return any(...[...WORKING, ...KEEPING].map((type) => graph.of(type).exist()));
}
