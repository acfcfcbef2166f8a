import { cloudFormation, nothing, off, type Rows, row } from './rows.ts';

const FUNCTION = cloudFormation('AWS::Lambda::Function');
const SERVICE = cloudFormation('AWS::ECS::Service');
const TASK = cloudFormation('AWS::ECS::TaskDefinition');
const INSTANCE = cloudFormation('AWS::EC2::Instance');

export const compute: Readonly<Record<string, Rows>> = {
  'AWS::Lambda::Function': {
    ...nothing(
      FUNCTION,
      'DeadLetterConfig',
      'DeadLetterConfig.TargetArn',
      'Environment',
      'Environment.Variables',
      'KmsKeyArn',
      'Layers',
      'ReservedConcurrentExecutions',
      'Tags',
      'VpcConfig',
      'VpcConfig.SecurityGroupIds',
      'VpcConfig.SubnetIds',
      'LoggingConfig.LogGroup',
      'CodeSigningConfigArn',
      'FileSystemConfigs',
    ),
    Timeout: row(3, FUNCTION, 'the default for Timeout is 3 seconds'),
    MemorySize: row(128, FUNCTION, 'the default for MemorySize is 128 MB'),
    'EphemeralStorage.Size': row(512, FUNCTION, '/tmp is 512 MB by default'),
    'TracingConfig.Mode': row('PassThrough', FUNCTION, 'tracing is PassThrough unless set to Active'),
    'LoggingConfig.LogFormat': row('Text', FUNCTION, 'the log format is Text by default'),
    PackageType: row('Zip', FUNCTION, 'PackageType is Zip by default'),
    Architectures: row(['x86_64'], FUNCTION, 'the default architecture is x86_64'),
  },
  'AWS::Lambda::EventInvokeConfig': {
    ...nothing(
      cloudFormation('AWS::Lambda::EventInvokeConfig'),
      'DestinationConfig',
      'DestinationConfig.OnFailure',
      'DestinationConfig.OnFailure.Destination',
      'DestinationConfig.OnSuccess.Destination',
    ),
    MaximumRetryAttempts: row(2, 'Lambda Developer Guide, asynchronous invocation', 'two retries by default'),
    MaximumEventAgeInSeconds: row(
      21600,
      'Lambda Developer Guide, asynchronous invocation',
      'events are kept up to six hours by default',
    ),
  },
  'AWS::Lambda::EventSourceMapping': {
    ...nothing(
      cloudFormation('AWS::Lambda::EventSourceMapping'),
      'DestinationConfig',
      'DestinationConfig.OnFailure',
      'DestinationConfig.OnFailure.Destination',
      'FilterCriteria',
      'FunctionResponseTypes',
      'ScalingConfig',
    ),
    Enabled: row(true, cloudFormation('AWS::Lambda::EventSourceMapping'), 'Enabled is true by default'),
    BisectBatchOnFunctionError: row(
      false,
      cloudFormation('AWS::Lambda::EventSourceMapping'),
      'the default value is false',
    ),
  },
  'AWS::Lambda::Url': nothing(cloudFormation('AWS::Lambda::Url'), 'Cors', 'Cors.AllowOrigins', 'Qualifier'),
  'AWS::Lambda::Permission': nothing(
    cloudFormation('AWS::Lambda::Permission'),
    'SourceArn',
    'SourceAccount',
    'PrincipalOrgID',
  ),
  'AWS::ECS::Cluster': nothing(
    cloudFormation('AWS::ECS::Cluster'),
    'Tags',
    'CapacityProviders',
    'DefaultCapacityProviderStrategy',
  ),
  'AWS::ECS::Service': {
    ...nothing(
      SERVICE,
      'LoadBalancers',
      'Tags',
      'CapacityProviderStrategy',
      'DeploymentConfiguration.Alarms',
      'ServiceRegistries',
    ),
    ...off(
      SERVICE,
      'EnableExecuteCommand',
      'DeploymentConfiguration.DeploymentCircuitBreaker.Enable',
      'DeploymentConfiguration.DeploymentCircuitBreaker.Rollback',
    ),
    'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp': row(
      'DISABLED',
      SERVICE,
      'AssignPublicIp is DISABLED by default when made by API or CloudFormation',
    ),
    'DeploymentController.Type': row('ECS', SERVICE, 'rolling update (ECS) is the default'),
  },
  'AWS::ECS::TaskDefinition': {
    ...nothing(
      TASK,
      'TaskRoleArn',
      'ExecutionRoleArn',
      'Tags',
      'Volumes',
      'ContainerDefinitions[].Environment',
      'ContainerDefinitions[].Secrets',
      'ContainerDefinitions[].LogConfiguration',
      'ContainerDefinitions[].HealthCheck',
      'ContainerDefinitions[].User',
    ),
    ...off(TASK, 'ContainerDefinitions[].Privileged', 'ContainerDefinitions[].ReadonlyRootFilesystem'),
  },
  'AWS::ECR::Repository': {
    ...nothing(
      cloudFormation('AWS::ECR::Repository'),
      'LifecyclePolicy',
      'LifecyclePolicy.LifecyclePolicyText',
      'RepositoryPolicyText',
      'Tags',
    ),
    'ImageScanningConfiguration.ScanOnPush': row(
      false,
      cloudFormation('AWS::ECR::Repository'),
      'images are not scanned on push unless set to true',
    ),
    ImageTagMutability: row(
      'MUTABLE',
      cloudFormation('AWS::ECR::Repository'),
      'MUTABLE is used when the parameter is omitted',
    ),
    'EncryptionConfiguration.EncryptionType': row(
      'AES256',
      cloudFormation('AWS::ECR::Repository'),
      'AES256 with keys of Amazon S3 by default',
    ),
  },
  'AWS::EC2::Instance': {
    ...nothing(INSTANCE, 'IamInstanceProfile', 'KeyName', 'Tags', 'UserData', 'BlockDeviceMappings'),
    ...off(INSTANCE, 'DisableApiTermination', 'EbsOptimized', 'Monitoring'),
  },
  'AWS::AutoScaling::AutoScalingGroup': {
    ...nothing(
      cloudFormation('AWS::AutoScaling::AutoScalingGroup'),
      'Tags',
      'TargetGroupARNs',
      'LoadBalancerNames',
    ),
    HealthCheckType: row(
      'EC2',
      cloudFormation('AWS::AutoScaling::AutoScalingGroup'),
      'the EC2 health check is the default',
    ),
  },
};
