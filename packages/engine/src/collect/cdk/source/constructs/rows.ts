import { absent, known, objectOf, type Value } from '../../../../model/value.ts';
import { originOf, type Run, seenThrough } from '../evaluate/run.ts';
import {
  duration,
  flag,
  listBy,
  listed,
  member,
  memberAs,
  notKnown,
  partBy,
  plain,
  type Row,
  structOf,
  type Transform,
  to,
  words,
} from './row.ts';
import { TABLES } from './tables.ts';

const FUNCTION = {
  functionName: to('FunctionName'),
  runtime: to('Runtime', member),
  timeout: to('Timeout', duration('seconds')),
  memorySize: to('MemorySize'),
  handler: to('Handler'),
  description: to('Description'),
  tracing: to(
    'TracingConfig.Mode',
    memberAs({ 'Tracing.ACTIVE': 'Active', 'Tracing.PASS_THROUGH': 'PassThrough', 'Tracing.DISABLED': null }),
  ),
  environment: to('Environment.Variables', variables),
  reservedConcurrentExecutions: to('ReservedConcurrentExecutions'),
};
const { runtime: _runtime, handler: _handler, ...IMAGE_FUNCTION } = FUNCTION;

const DATABASE = {
  deletionProtection: to('DeletionProtection'),
  storageEncrypted: to('StorageEncrypted', plain, { unless: ['storageEncryptionKey'] }),
};

const INSTANCE = {
  ...DATABASE,
  publiclyAccessible: to('PubliclyAccessible'),
  backupRetention: to('BackupRetentionPeriod', duration('days')),
  multiAz: to('MultiAZ'),
  autoMinorVersionUpgrade: to('AutoMinorVersionUpgrade'),
  instanceIdentifier: to('DBInstanceIdentifier', notWritten()),
};

const CLUSTER = {
  ...DATABASE,
  backup: to('BackupRetentionPeriod', partOf('retention', duration('days'))),
  clusterIdentifier: to('DBClusterIdentifier', notWritten()),
};

/**
 * Classes of the library with the resource that they make, and the properties that lead into it unchanged. Each row is
 * proven by synthesis (`scripts/oracles/cdk-source`): what a property does beside this is not claimed.
 */
export const ROWS: Readonly<Record<string, Row>> = {
  'aws-s3.Bucket': {
    type: 'AWS::S3::Bucket',
    props: {
      bucketName: to('BucketName'),
      versioned: to('VersioningConfiguration.Status', flag('Enabled')),
      encryption: to(
        'BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.SSEAlgorithm',
        memberAs({
          'BucketEncryption.S3_MANAGED': 'AES256',
          'BucketEncryption.KMS': 'aws:kms',
          'BucketEncryption.KMS_MANAGED': 'aws:kms',
        }),
      ),
      blockPublicAccess: to('PublicAccessBlockConfiguration', (run) => blockPublicAccess(run)),
      cors: to(
        'CorsConfiguration.CorsRules',
        listBy({
          allowedOrigins: to('AllowedOrigins', listed),
          allowedHeaders: to('AllowedHeaders', listed),
          maxAge: to('MaxAge'),
        }),
      ),
      websiteIndexDocument: to('WebsiteConfiguration.IndexDocument'),
    },
  },
  'aws-lambda.Function': { type: 'AWS::Lambda::Function', props: FUNCTION },
  'aws-lambda-nodejs.NodejsFunction': {
    type: 'AWS::Lambda::Function',
    props: { ...FUNCTION, handler: to('Handler', notWritten()) },
  },
  'aws-lambda-python-alpha.PythonFunction': {
    type: 'AWS::Lambda::Function',
    props: { ...FUNCTION, handler: to('Handler', notWritten()) },
  },
  'aws-lambda.DockerImageFunction': { type: 'AWS::Lambda::Function', props: IMAGE_FUNCTION },
  ...TABLES,
  'aws-sqs.Queue': {
    type: 'AWS::SQS::Queue',
    props: {
      queueName: to('QueueName'),
      visibilityTimeout: to('VisibilityTimeout', duration('seconds')),
      retentionPeriod: to('MessageRetentionPeriod', duration('seconds')),
      encryption: to(
        'SqsManagedSseEnabled',
        memberAs({ 'QueueEncryption.SQS_MANAGED': true, 'QueueEncryption.UNENCRYPTED': false }),
        { unless: ['encryptionMasterKey'] },
      ),
      deadLetterQueue: to(
        'RedrivePolicy',
        partBy({ queue: to('deadLetterTargetArn'), maxReceiveCount: to('maxReceiveCount') }),
      ),
    },
  },
  'aws-sns.Topic': {
    type: 'AWS::SNS::Topic',
    props: { topicName: to('TopicName', plain, { unless: ['fifo'] }), displayName: to('DisplayName') },
  },
  'aws-sns.Subscription': {
    type: 'AWS::SNS::Subscription',
    props: { topic: to('TopicArn'), endpoint: to('Endpoint'), protocol: to('Protocol', member) },
  },
  'aws-rds.DatabaseInstance': { type: 'AWS::RDS::DBInstance', props: INSTANCE },
  'aws-rds.DatabaseInstanceFromSnapshot': {
    type: 'AWS::RDS::DBInstance',
    props: { ...INSTANCE, storageEncrypted: to('StorageEncrypted', notWritten()) },
  },
  'aws-rds.DatabaseInstanceReadReplica': { type: 'AWS::RDS::DBInstance', props: INSTANCE },
  'aws-rds.DatabaseCluster': { type: 'AWS::RDS::DBCluster', props: CLUSTER },
  'aws-rds.DatabaseClusterFromSnapshot': {
    type: 'AWS::RDS::DBCluster',
    props: { ...CLUSTER, storageEncrypted: to('StorageEncrypted', notWritten()) },
  },
  'aws-rds.ServerlessCluster': {
    type: 'AWS::RDS::DBCluster',
    props: {
      deletionProtection: to('DeletionProtection'),
      backupRetention: to('BackupRetentionPeriod', duration('days')),
    },
  },
  'aws-ec2.Vpc': {
    type: 'AWS::EC2::VPC',
    props: { enableDnsHostnames: to('EnableDnsHostnames'), enableDnsSupport: to('EnableDnsSupport') },
  },
  'aws-ec2.SecurityGroup': {
    type: 'AWS::EC2::SecurityGroup',
    props: { description: to('GroupDescription') },
  },
  'aws-ec2.Instance': { type: 'AWS::EC2::Instance', props: {} },
  'aws-ecs.Cluster': { type: 'AWS::ECS::Cluster', props: { clusterName: to('ClusterName') } },
  'aws-ecs.FargateService': {
    type: 'AWS::ECS::Service',
    child: 'Service',
    props: { desiredCount: to('DesiredCount'), serviceName: to('ServiceName') },
  },
  'aws-ecs.Ec2Service': {
    type: 'AWS::ECS::Service',
    child: 'Service',
    props: { desiredCount: to('DesiredCount'), serviceName: to('ServiceName') },
  },
  'aws-ecs.FargateTaskDefinition': { type: 'AWS::ECS::TaskDefinition', props: { family: to('Family') } },
  'aws-ecs.Ec2TaskDefinition': { type: 'AWS::ECS::TaskDefinition', props: { family: to('Family') } },
  'aws-ecr.Repository': {
    type: 'AWS::ECR::Repository',
    props: {
      repositoryName: to('RepositoryName'),
      imageScanOnPush: to('ImageScanningConfiguration.ScanOnPush'),
    },
  },
  'aws-elasticloadbalancingv2.ApplicationLoadBalancer': {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    props: {
      loadBalancerName: to('Name'),
      internetFacing: to('Scheme', words('internet-facing', 'internal')),
    },
  },
  'aws-elasticloadbalancingv2.NetworkLoadBalancer': {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    props: {
      loadBalancerName: to('Name'),
      internetFacing: to('Scheme', words('internet-facing', 'internal')),
    },
  },
  'aws-elasticloadbalancingv2.ApplicationListener': {
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    props: { port: to('Port'), protocol: to('Protocol', member), sslPolicy: to('SslPolicy', member) },
  },
  'aws-elasticloadbalancingv2.ApplicationTargetGroup': {
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    props: { port: to('Port') },
  },
  'aws-apigateway.RestApi': {
    type: 'AWS::ApiGateway::RestApi',
    props: { restApiName: to('Name'), description: to('Description') },
  },
  'aws-apigateway.LambdaRestApi': {
    type: 'AWS::ApiGateway::RestApi',
    props: { restApiName: to('Name'), description: to('Description') },
  },
  'aws-apigateway.SpecRestApi': { type: 'AWS::ApiGateway::RestApi', props: { restApiName: to('Name') } },
  'aws-apigateway.Stage': {
    type: 'AWS::ApiGateway::Stage',
    props: { stageName: to('StageName'), tracingEnabled: to('TracingEnabled') },
  },
  'aws-apigateway.UsagePlan': { type: 'AWS::ApiGateway::UsagePlan', props: { name: to('UsagePlanName') } },
  'aws-apigateway.DomainName': {
    type: 'AWS::ApiGateway::DomainName',
    props: { domainName: to('DomainName'), securityPolicy: to('SecurityPolicy', member) },
  },
  'aws-apigatewayv2.HttpApi': {
    type: 'AWS::ApiGatewayV2::Api',
    props: {
      apiName: to('Name'),
      corsPreflight: to(
        'CorsConfiguration',
        partBy({ allowOrigins: to('AllowOrigins', listed), allowCredentials: to('AllowCredentials') }),
      ),
    },
  },
  'aws-apigatewayv2.WebSocketApi': { type: 'AWS::ApiGatewayV2::Api', props: { apiName: to('Name') } },
  'aws-appsync.GraphqlApi': {
    type: 'AWS::AppSync::GraphQLApi',
    props: { name: to('Name'), xrayEnabled: to('XrayEnabled') },
  },
  'aws-cognito.UserPool': { type: 'AWS::Cognito::UserPool', props: { userPoolName: to('UserPoolName') } },
  'aws-cognito.UserPoolClient': {
    type: 'AWS::Cognito::UserPoolClient',
    props: {
      userPoolClientName: to('ClientName'),
      accessTokenValidity: to('AccessTokenValidity', duration('minutes')),
      idTokenValidity: to('IdTokenValidity', duration('minutes')),
      refreshTokenValidity: to('RefreshTokenValidity', duration('minutes')),
    },
  },
  'aws-cloudfront.Distribution': {
    type: 'AWS::CloudFront::Distribution',
    props: {
      comment: to('DistributionConfig.Comment'),
      defaultRootObject: to('DistributionConfig.DefaultRootObject'),
      webAclId: to('DistributionConfig.WebACLId'),
      minimumProtocolVersion: to('DistributionConfig.ViewerCertificate.MinimumProtocolVersion', member, {
        with: 'certificate',
      }),
      defaultBehavior: to(
        'DistributionConfig.DefaultCacheBehavior',
        partBy({ viewerProtocolPolicy: to('ViewerProtocolPolicy', member) }),
      ),
    },
  },
  'aws-logs.LogGroup': {
    type: 'AWS::Logs::LogGroup',
    props: { logGroupName: to('LogGroupName'), retention: to('RetentionInDays', retention()) },
  },
  'aws-cloudwatch.Alarm': {
    type: 'AWS::CloudWatch::Alarm',
    props: {
      alarmName: to('AlarmName'),
      threshold: to('Threshold', notWritten()),
      evaluationPeriods: to('EvaluationPeriods'),
      datapointsToAlarm: to('DatapointsToAlarm'),
      actionsEnabled: to('ActionsEnabled'),
      treatMissingData: to('TreatMissingData', member),
    },
  },
  'aws-cloudwatch.CompositeAlarm': {
    type: 'AWS::CloudWatch::CompositeAlarm',
    props: { actionsEnabled: to('ActionsEnabled') },
  },
  'aws-cloudwatch.Dashboard': {
    type: 'AWS::CloudWatch::Dashboard',
    props: { dashboardName: to('DashboardName') },
  },
  'aws-kms.Key': { type: 'AWS::KMS::Key', props: { enableKeyRotation: to('EnableKeyRotation') } },
  'aws-secretsmanager.Secret': { type: 'AWS::SecretsManager::Secret', props: { secretName: to('Name') } },
  'aws-ssm.StringParameter': {
    type: 'AWS::SSM::Parameter',
    props: { parameterName: to('Name'), stringValue: to('Value') },
  },
  'aws-events.Rule': { type: 'AWS::Events::Rule', props: { ruleName: to('Name') } },
  'aws-events.EventBus': { type: 'AWS::Events::EventBus', props: { eventBusName: to('Name') } },
  'aws-stepfunctions.StateMachine': {
    type: 'AWS::StepFunctions::StateMachine',
    props: {
      stateMachineName: to('StateMachineName'),
      tracingEnabled: to('TracingConfiguration.Enabled'),
    },
  },
  'aws-backup.BackupPlan': { type: 'AWS::Backup::BackupPlan', props: {} },
  'aws-backup.BackupVault': {
    type: 'AWS::Backup::BackupVault',
    props: { backupVaultName: to('BackupVaultName') },
  },
  'aws-route53.PublicHostedZone': { type: 'AWS::Route53::HostedZone', props: {} },
  'aws-route53.HostedZone': { type: 'AWS::Route53::HostedZone', props: {} },
  'aws-route53.ARecord': { type: 'AWS::Route53::RecordSet', props: {} },
  'aws-certificatemanager.Certificate': {
    type: 'AWS::CertificateManager::Certificate',
    props: { domainName: to('DomainName') },
  },
  'aws-iam.Role': { type: 'AWS::IAM::Role', props: { roleName: to('RoleName') } },
  'aws-iam.Policy': { type: 'AWS::IAM::Policy', props: {} },
  'aws-iam.ManagedPolicy': {
    type: 'AWS::IAM::ManagedPolicy',
    props: { managedPolicyName: to('ManagedPolicyName') },
  },
  'aws-iam.User': { type: 'AWS::IAM::User', props: { userName: to('UserName') } },
  'aws-iam.Group': { type: 'AWS::IAM::Group', props: { groupName: to('GroupName') } },
  'aws-opensearchservice.Domain': { type: 'AWS::OpenSearchService::Domain', props: {} },
  'aws-kinesis.Stream': {
    type: 'AWS::Kinesis::Stream',
    props: { streamName: to('Name'), shardCount: to('ShardCount') },
  },
  'aws-efs.FileSystem': { type: 'AWS::EFS::FileSystem', props: { encrypted: to('Encrypted') } },
  'aws-codepipeline.Pipeline': { type: 'AWS::CodePipeline::Pipeline', props: { pipelineName: to('Name') } },
  'aws-codebuild.Project': { type: 'AWS::CodeBuild::Project', props: { projectName: to('Name') } },
  'aws-autoscaling.AutoScalingGroup': { type: 'AWS::AutoScaling::AutoScalingGroup', child: 'ASG', props: {} },
  'aws-cloudtrail.Trail': {
    type: 'AWS::CloudTrail::Trail',
    props: {
      isMultiRegionTrail: to('IsMultiRegionTrail'),
      enableFileValidation: to('EnableLogFileValidation'),
    },
  },
};

/** Written by the library in a form of its own. */
function notWritten(): Transform {
  return (run) => notKnown(run);
}

/** Environment variables; a method of the function may add more. */
function variables(run: Run): Value {
  const value = plain(run);
  return value.kind === 'object' ? { ...value, open: notKnown(run) } : notKnown(run);
}

/** One property of a part. */
function partOf(name: string, as: Transform): Transform {
  return (run) => {
    const struct = structOf(run);
    const inside = struct?.cell.members.get(name);
    return struct === undefined || inside === undefined
      ? notKnown(run)
      : as(seenThrough(inside, struct.seen));
  };
}

const BLOCKS = ['blockPublicAcls', 'blockPublicPolicy', 'ignorePublicAcls', 'restrictPublicBuckets'];

/** `BLOCK_ALL`, or the four switches as they are written. */
function blockPublicAccess(run: Run): Value {
  const origin = originOf(run);
  if (run.kind === 'library' && run.names.join('.') === 'BlockPublicAccess.BLOCK_ALL') {
    return objectOf(
      new Map(BLOCKS.map((name): [string, Value] => [capital(name), known(true, origin)])),
      origin,
    );
  }
  const given = run.kind === 'made' && run.names.join('.') === 'BlockPublicAccess' ? run.args[0] : undefined;
  if (given?.kind !== 'object' || given.cell.open || !BLOCKS.every((name) => given.cell.members.has(name)))
    return notKnown(run);
  const members = BLOCKS.map((name): [string, Value] => [
    capital(name),
    plain(seenThrough(given.cell.members.get(name) ?? run, [...given.seen, ...run.seen])),
  ]);
  return objectOf(new Map(members), origin);
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Days to keep logs for; what is kept for ever has none. */
function retention(): Transform {
  return (run) => {
    if (run.kind === 'library' && run.names.join('.') === 'RetentionDays.INFINITE')
      return absent(originOf(run));
    return member(run);
  };
}
