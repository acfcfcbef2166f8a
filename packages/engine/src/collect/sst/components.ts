import {
  BUCKET,
  BUS,
  CRON,
  CRON_BY_SCHEDULER,
  DYNAMO,
  QUEUE,
  REALTIME,
  STREAM,
  TOPIC,
  USER_POOL,
} from './events.ts';
import { HTTP_API, WEBSOCKET_API } from './gateways.ts';
import type { Component } from './made.ts';
import { REST_API } from './rest-gateways.ts';

const NETWORK = [
  'AWS::EC2::EIP',
  'AWS::EC2::Instance',
  'AWS::EC2::InternetGateway',
  'AWS::EC2::NatGateway',
  'AWS::EC2::Route',
  'AWS::EC2::RouteTable',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::Subnet',
  'AWS::EC2::VPC',
];
const EDGE = [
  'AWS::CertificateManager::Certificate',
  'AWS::CloudFront::CachePolicy',
  'AWS::CloudFront::Distribution',
  'AWS::CloudFront::Function',
  'AWS::CloudFront::KeyValueStore',
  'AWS::CloudFront::OriginAccessControl',
  'AWS::Route53::RecordSet',
];
const SECRETS = ['AWS::SecretsManager::Secret', 'AWS::SSM::Parameter'];

/** Sites whose server the framework makes functions of. Source: SST documentation, "Nextjs", "Remix", "Astro" and the like. */
const SERVER: Component = {
  beside: [...EDGE, 'AWS::S3::Bucket', 'AWS::S3::BucketPolicy'],
  runs: [
    'AWS::DynamoDB::Table',
    'AWS::Events::Rule',
    'AWS::Lambda::EventSourceMapping',
    'AWS::Lambda::Function',
    'AWS::Lambda::Permission',
    'AWS::Lambda::Url',
    'AWS::SQS::Queue',
  ],
};

const SITE: Component = { beside: [...EDGE, 'AWS::S3::Bucket', 'AWS::S3::BucketPolicy'] };

const CONTAINERS = [
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApplicationAutoScaling::ScalableTarget',
  'AWS::ApplicationAutoScaling::ScalingPolicy',
  'AWS::ECR::Repository',
  'AWS::ECS::Cluster',
  'AWS::ECS::Service',
  'AWS::ECS::TaskDefinition',
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::ListenerRule',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::ServiceDiscovery::Service',
];
const SERVICE: Component = { beside: [...EDGE, 'AWS::EC2::SecurityGroup'], runs: CONTAINERS };

const ofDatabase = (...beside: readonly string[]): Component => ({
  beside: [...beside, ...SECRETS, 'AWS::EC2::SecurityGroup'],
});
const RELATIONAL = ofDatabase(
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBParameterGroup',
  'AWS::RDS::DBProxy',
  'AWS::RDS::DBSubnetGroup',
);
const NOTHING: Component = { beside: [] };

/** The components for AWS of SST by the names of their classes. Source: SST documentation, "Components". */
export const COMPONENTS: Readonly<Record<string, Component>> = {
  ApiGatewayV1: REST_API,
  ApiGatewayV2: HTTP_API,
  ApiGatewayWebSocket: WEBSOCKET_API,
  Cron: CRON,
  CronV2: CRON_BY_SCHEDULER,
  Queue: QUEUE,
  SnsTopic: TOPIC,
  Bus: BUS,
  Dynamo: DYNAMO,
  KinesisStream: STREAM,
  Bucket: BUCKET,
  Realtime: REALTIME,
  CognitoUserPool: USER_POOL,
  CognitoIdentityPool: { beside: ['AWS::Cognito::IdentityPool', 'AWS::Cognito::IdentityPoolRoleAttachment'] },
  Email: { beside: ['AWS::SES::ConfigurationSet', 'AWS::SES::EmailIdentity', 'AWS::Route53::RecordSet'] },
  Efs: {
    beside: [
      'AWS::EFS::AccessPoint',
      'AWS::EFS::FileSystem',
      'AWS::EFS::MountTarget',
      'AWS::EC2::SecurityGroup',
    ],
  },
  Vpc: { beside: [...NETWORK, 'AWS::ServiceDiscovery::PrivateDnsNamespace'] },
  Aurora: RELATIONAL,
  Postgres: RELATIONAL,
  Mysql: RELATIONAL,
  Redis: ofDatabase(
    'AWS::ElastiCache::CacheCluster',
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::ElastiCache::ParameterGroup',
    'AWS::ElastiCache::SubnetGroup',
  ),
  OpenSearch: ofDatabase('AWS::OpenSearchService::Domain'),
  Dsql: ofDatabase('AWS::DSQL::Cluster'),
  Router: {
    beside: EDGE,
    methods: {
      route: () => undefined,
      routeUrl: () => undefined,
      routeBucket: () => undefined,
      routeSite: () => undefined,
    },
  },
  StaticSite: SITE,
  Nextjs: SERVER,
  Remix: SERVER,
  React: SERVER,
  Astro: SERVER,
  SvelteKit: SERVER,
  SolidStart: SERVER,
  TanStackStart: SERVER,
  TanstackStart: SERVER,
  Nuxt: SERVER,
  Analog: SERVER,
  Cluster: {
    beside: ['AWS::ECS::Cluster'],
    methods: {
      addService: (made) => void runs('a service', made),
      addTask: (made) => void runs('a task', made),
    },
  },
  Service: SERVICE,
  Task: SERVICE,
  Permission: NOTHING,
};

function runs(
  what: string,
  { application, at, construct }: Parameters<NonNullable<Component['make']>>[0],
): void {
  application.miss(`${what} of ${construct.path}`, at, { holds: CONTAINERS });
}

/** What components make for themselves, and SST for what it packages. */
export const OF_ALL: readonly string[] = [
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
];

/** Classes of SST that make nothing in the account. */
export const NO_RESOURCES: ReadonlySet<string> = new Set([
  'ComponentResource',
  'Linkable',
  'Resource',
  'Secret',
  'x.DevCommand',
]);
