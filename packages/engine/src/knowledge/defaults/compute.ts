import { cloudFormation, nothing, onlyWhenTrue, type Rows, row } from './rows.ts';

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
      'CodeSigningConfigArn',
      'FileSystemConfigs',
    ),
    Timeout: row(3, FUNCTION, 'Timeout defaults to 3 seconds'),
    MemorySize: row(128, FUNCTION, 'MemorySize defaults to 128 MB'),
    'EphemeralStorage.Size': row(512, 'Lambda API Reference, CreateFunction', '/tmp has 512 MB by default'),
    'TracingConfig.Mode': row(
      'PassThrough',
      'Lambda Developer Guide, X-Ray',
      'PassThrough unless active tracing is turned on',
    ),
    PackageType: row('Zip', 'Lambda API Reference, CreateFunction', 'for a container image Image is set'),
    Architectures: row(['x86_64'], FUNCTION, 'Architectures defaults to x86_64'),
  },
  'AWS::Lambda::EventInvokeConfig': {
    ...nothing(
      cloudFormation('AWS::Lambda::EventInvokeConfig'),
      'DestinationConfig',
      'DestinationConfig.OnFailure',
      'DestinationConfig.OnFailure.Destination',
      'DestinationConfig.OnSuccess.Destination',
    ),
    MaximumRetryAttempts: row(
      2,
      'Lambda Developer Guide, Retries of asynchronous invocations',
      'two by default',
    ),
    MaximumEventAgeInSeconds: row(
      21600,
      'Lambda Developer Guide, Retries of asynchronous invocations',
      'for up to 6 hours by default',
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
    Enabled: row(true, cloudFormation('AWS::Lambda::EventSourceMapping'), 'Enabled defaults to true'),
    MaximumRecordAgeInSeconds: row(
      -1,
      cloudFormation('AWS::Lambda::EventSourceMapping'),
      'the default -1 is infinite',
    ),
    MaximumRetryAttempts: row(
      -1,
      cloudFormation('AWS::Lambda::EventSourceMapping'),
      'the default -1 is infinite',
    ),
    BisectBatchOnFunctionError: row(
      false,
      cloudFormation('AWS::Lambda::EventSourceMapping'),
      'it defaults to false',
    ),
  },
  'AWS::Lambda::Alias': nothing(
    cloudFormation('AWS::Lambda::Alias'),
    'ProvisionedConcurrencyConfig',
    'RoutingConfig',
  ),
  'AWS::Lambda::Url': nothing(cloudFormation('AWS::Lambda::Url'), 'Cors', 'Cors.AllowOrigins', 'Qualifier'),
  'AWS::Lambda::Permission': {
    ...nothing(cloudFormation('AWS::Lambda::Permission'), 'SourceArn', 'SourceAccount', 'PrincipalOrgID'),
    ...onlyWhenTrue(cloudFormation('AWS::Lambda::Permission'), 'InvokedViaFunctionUrl'),
  },
  // ClusterSettings has no row: without one, a setting of the account decides on Container Insights.
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
      'DeploymentConfiguration.Alarms',
      'ServiceRegistries',
      'VpcLatticeConfigurations',
    ),
    ...onlyWhenTrue(
      SERVICE,
      'EnableExecuteCommand',
      'DeploymentConfiguration.DeploymentCircuitBreaker.Enable',
      'DeploymentConfiguration.DeploymentCircuitBreaker.Rollback',
    ),
    'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp': row(
      'DISABLED',
      SERVICE,
      'AssignPublicIp defaults to DISABLED',
    ),
    DesiredCount: row(1, SERVICE, 'a new service without a desired count has one task'),
    SchedulingStrategy: row(
      'REPLICA',
      'AWS CLI Command Reference, Examples of create-service',
      'REPLICA comes of none',
    ),
    'DeploymentController.Type': row('ECS', SERVICE, 'rolling updates are the default'),
    'DeploymentConfiguration.Strategy': row(
      'ROLLING',
      'ECS API Reference, DeploymentController',
      'rolling updates are the default strategy',
    ),
    'DeploymentConfiguration.Alarms.Enable': row(false, SERVICE, 'alarms are used only when enabled'),
    PropagateTags: row('NONE', SERVICE, 'tags are not propagated if no value is given'),
  },
  'AWS::Amplify::App': nothing(cloudFormation('AWS::Amplify::App'), 'EnvironmentVariables'),
  'AWS::Amplify::Branch': nothing(cloudFormation('AWS::Amplify::Branch'), 'EnvironmentVariables'),
  'AWS::AppRunner::Service': nothing(
    cloudFormation('AWS::AppRunner::Service'),
    'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables',
    'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentVariables',
  ),
  'AWS::Batch::JobDefinition': nothing(
    cloudFormation('AWS::Batch::JobDefinition'),
    'ContainerProperties.Environment',
  ),
  'AWS::CodeBuild::Project': {
    ...nothing(cloudFormation('AWS::CodeBuild::Project'), 'Environment.EnvironmentVariables'),
    'Environment.EnvironmentVariables[].Type': row(
      'PLAINTEXT',
      'CloudFormation docs, AWS::CodeBuild::Project EnvironmentVariable',
      'PLAINTEXT is the default of Type',
    ),
  },
  'AWS::Glue::Job': nothing(cloudFormation('AWS::Glue::Job'), 'DefaultArguments'),
  'AWS::ECS::TaskDefinition': {
    ...nothing(
      TASK,
      'TaskRoleArn',
      'ExecutionRoleArn',
      'Tags',
      'Volumes',
      'ContainerDefinitions[].Environment',
      'ContainerDefinitions[].Secrets',
      'ContainerDefinitions[].HealthCheck',
      'ContainerDefinitions[].PortMappings',
    ),
    ...onlyWhenTrue(
      TASK,
      'ContainerDefinitions[].Privileged',
      'ContainerDefinitions[].ReadonlyRootFilesystem',
    ),
    'ContainerDefinitions[].LogConfiguration': row(null, TASK, 'left to the Docker daemon by default'),
    'Volumes[].EFSVolumeConfiguration.TransitEncryption': row(
      'DISABLED',
      'ECS API Reference, EFSVolumeConfiguration',
      'DISABLED if omitted',
    ),
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
      'ScanOnPush defaults to false',
    ),
    ImageTagMutability: row(
      'MUTABLE',
      cloudFormation('AWS::ECR::Repository'),
      'ImageTagMutability defaults to MUTABLE',
    ),
    'EncryptionConfiguration.EncryptionType': row(
      'AES256',
      'Amazon ECR User Guide, Encryption at rest',
      'AES-256 with keys of S3 by default',
    ),
  },
  'AWS::EC2::Instance': {
    // What a launch template may say instead has no row, nor have the block devices: the image has some of its own.
    ...nothing(INSTANCE, 'Tags'),
  },
  'AWS::GlobalAccelerator::EndpointGroup': nothing(
    cloudFormation('AWS::GlobalAccelerator::EndpointGroup'),
    'EndpointConfigurations',
  ),
  'AWS::ApplicationAutoScaling::ScalableTarget': nothing(
    cloudFormation('AWS::ApplicationAutoScaling::ScalableTarget'),
    'ScheduledActions',
  ),
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
      'HealthCheckType is EC2 by default',
    ),
  },
};
