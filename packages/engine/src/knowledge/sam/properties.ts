/**
 * The properties of each resource type of AWS SAM.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html
 * and the types of aws-sam-translator 1.110.0; 2026-11-21.
 */
const NAMES: Readonly<Record<string, string>> = {
  'AWS::Serverless::Api': `
    Name StageName Tags PropagateTags DefinitionBody DefinitionUri MergeDefinitions CacheClusterEnabled
    CacheClusterSize Variables EndpointConfiguration MethodSettings BinaryMediaTypes
    MinimumCompressionSize Cors Auth GatewayResponses AccessLogSetting CanarySetting TracingEnabled
    OpenApiVersion Models Domain FailOnWarnings Description Mode DisableExecuteApiEndpoint
    ApiKeySourceType AlwaysDeploy Policy SecurityPolicy EndpointAccessMode
  `,
  'AWS::Serverless::Application': `
    Location TemplateUrl Parameters NotificationARNs Tags TimeoutInMinutes
  `,
  'AWS::Serverless::CapacityProvider': `
    CapacityProviderName VpcConfig OperatorRole Tags PropagateTags InstanceRequirements ScalingConfig
    KmsKeyArn
  `,
  'AWS::Serverless::Connector': `
    Source Destination Permissions
  `,
  'AWS::Serverless::Function': `
    FunctionName Handler Runtime CodeUri ImageUri PackageType InlineCode DeadLetterQueue Description
    MemorySize Timeout VpcConfig Role AssumeRolePolicyDocument Policies RolePath PermissionsBoundary
    Environment Events Tags PropagateTags Tracing KmsKeyArn DeploymentPreference
    ReservedConcurrentExecutions Layers EventInvokeConfig EphemeralStorage AutoPublishAlias
    AutoPublishCodeSha256 AutoPublishAliasAllProperties VersionDescription ProvisionedConcurrencyConfig
    FileSystemConfigs ImageConfig CodeSigningConfigArn Architectures SnapStart FunctionUrlConfig
    RuntimeManagementConfig LoggingConfig RecursiveLoop SourceKMSKeyArn CapacityProviderConfig
    FunctionScalingConfig VersionDeletionPolicy PublishToLatestPublished TenancyConfig DurableConfig
  `,
  'AWS::Serverless::GraphQLApi': `
    Name Tags XrayEnabled Auth SchemaInline SchemaUri Logging DataSources Functions Resolvers ApiKeys
    DomainName Cache Visibility OwnerContact IntrospectionConfig QueryDepthLimit ResolverCountLimit
  `,
  'AWS::Serverless::HttpApi': `
    Name StageName Tags PropagateTags DefinitionBody DefinitionUri StageVariables CorsConfiguration
    AccessLogSettings DefaultRouteSettings Auth RouteSettings Domain FailOnWarnings Description
    DisableExecuteApiEndpoint
  `,
  'AWS::Serverless::LayerVersion': `
    LayerName Description PublishLambdaVersion ContentUri CompatibleArchitectures CompatibleRuntimes
    LicenseInfo RetentionPolicy
  `,
  'AWS::Serverless::SimpleTable': `
    PointInTimeRecoverySpecification PrimaryKey ProvisionedThroughput TableName Tags SSESpecification
  `,
  'AWS::Serverless::StateMachine': `
    Definition DefinitionUri Logging Role RolePath DefinitionSubstitutions Events Name Type Tags
    PropagateTags Policies Tracing PermissionsBoundary AutoPublishAlias DeploymentPreference
    UseAliasAsEventTarget
  `,
  'AWS::Serverless::WebSocketApi': `
    ApiKeySelectionExpression AccessLogSettings Auth DefaultRouteSettings Description
    DisableExecuteApiEndpoint Domain DisableSchemaValidation FailOnWarnings IpAddressType Name
    PropagateTags Routes RouteSettings RouteSelectionExpression StageName StageVariables Tags
  `,
};

/** Property names by resource type; a type that is not here is none of SAM that is known. */
export const KNOWN_PROPERTIES: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(NAMES).map(([type, names]) => [type, new Set(names.trim().split(/\s+/))]),
);

const EVENT_NAMES: Readonly<Record<string, string>> = {
  AlexaSkill: `
    SkillId
  `,
  Api: `
    Path Method RestApiId Stage Auth RequestModel RequestParameters TimeoutInMillis ResponseTransferMode
    UnescapeMappingTemplate
  `,
  CloudWatchEvent: `
    EventBusName RuleName Pattern DeadLetterConfig RetryPolicy Input InputPath Target Enabled State
    InputTransformer
  `,
  CloudWatchLogs: `
    LogGroupName FilterPattern
  `,
  Cognito: `
    UserPool Trigger
  `,
  DocumentDB: `
    BatchSize StartingPosition StartingPositionTimestamp Enabled MaximumBatchingWindowInSeconds
    MaximumRetryAttempts BisectBatchOnFunctionError MaximumRecordAgeInSeconds DestinationConfig
    ParallelizationFactor Topics Queues SourceAccessConfigurations SecretsManagerKmsKeyId
    TumblingWindowInSeconds FunctionResponseTypes KafkaBootstrapServers FilterCriteria KmsKeyArn
    ConsumerGroupId ScalingConfig ProvisionedPollerConfig SchemaRegistryConfig MetricsConfig
    LoggingConfig Cluster DatabaseName CollectionName FullDocument
  `,
  DynamoDB: `
    BatchSize StartingPosition StartingPositionTimestamp Enabled MaximumBatchingWindowInSeconds
    MaximumRetryAttempts BisectBatchOnFunctionError MaximumRecordAgeInSeconds DestinationConfig
    ParallelizationFactor Topics Queues SourceAccessConfigurations SecretsManagerKmsKeyId
    TumblingWindowInSeconds FunctionResponseTypes KafkaBootstrapServers FilterCriteria KmsKeyArn
    ConsumerGroupId ScalingConfig ProvisionedPollerConfig SchemaRegistryConfig MetricsConfig
    LoggingConfig Stream
  `,
  EventBridgeRule: `
    EventBusName RuleName Pattern DeadLetterConfig RetryPolicy Input InputPath Target Enabled State
    InputTransformer
  `,
  HttpApi: `
    Path Method ApiId Stage Auth TimeoutInMillis RouteSettings PayloadFormatVersion
  `,
  IoTRule: `
    Sql AwsIotSqlVersion
  `,
  Kinesis: `
    BatchSize StartingPosition StartingPositionTimestamp Enabled MaximumBatchingWindowInSeconds
    MaximumRetryAttempts BisectBatchOnFunctionError MaximumRecordAgeInSeconds DestinationConfig
    ParallelizationFactor Topics Queues SourceAccessConfigurations SecretsManagerKmsKeyId
    TumblingWindowInSeconds FunctionResponseTypes KafkaBootstrapServers FilterCriteria KmsKeyArn
    ConsumerGroupId ScalingConfig ProvisionedPollerConfig SchemaRegistryConfig MetricsConfig
    LoggingConfig Stream
  `,
  MQ: `
    BatchSize StartingPosition StartingPositionTimestamp Enabled MaximumBatchingWindowInSeconds
    MaximumRetryAttempts BisectBatchOnFunctionError MaximumRecordAgeInSeconds DestinationConfig
    ParallelizationFactor Topics Queues SourceAccessConfigurations SecretsManagerKmsKeyId
    TumblingWindowInSeconds FunctionResponseTypes KafkaBootstrapServers FilterCriteria KmsKeyArn
    ConsumerGroupId ScalingConfig ProvisionedPollerConfig SchemaRegistryConfig MetricsConfig
    LoggingConfig Broker DynamicPolicyName
  `,
  MSK: `
    BatchSize StartingPosition StartingPositionTimestamp Enabled MaximumBatchingWindowInSeconds
    MaximumRetryAttempts BisectBatchOnFunctionError MaximumRecordAgeInSeconds DestinationConfig
    ParallelizationFactor Topics Queues SourceAccessConfigurations SecretsManagerKmsKeyId
    TumblingWindowInSeconds FunctionResponseTypes KafkaBootstrapServers FilterCriteria KmsKeyArn
    ConsumerGroupId ScalingConfig ProvisionedPollerConfig SchemaRegistryConfig MetricsConfig
    LoggingConfig Stream
  `,
  S3: `
    Bucket Events Filter
  `,
  SNS: `
    Topic Region FilterPolicy FilterPolicyScope SqsSubscription RedrivePolicy
  `,
  SQS: `
    BatchSize StartingPosition StartingPositionTimestamp Enabled MaximumBatchingWindowInSeconds
    MaximumRetryAttempts BisectBatchOnFunctionError MaximumRecordAgeInSeconds DestinationConfig
    ParallelizationFactor Topics Queues SourceAccessConfigurations SecretsManagerKmsKeyId
    TumblingWindowInSeconds FunctionResponseTypes KafkaBootstrapServers FilterCriteria KmsKeyArn
    ConsumerGroupId ScalingConfig ProvisionedPollerConfig SchemaRegistryConfig MetricsConfig
    LoggingConfig Queue
  `,
  Schedule: `
    Schedule RuleName Input Enabled State Name Description DeadLetterConfig RetryPolicy Target RoleArn
  `,
  ScheduleV2: `
    PermissionsBoundary ScheduleExpression FlexibleTimeWindow Name State Description StartDate EndDate
    ScheduleExpressionTimezone GroupName KmsKeyArn Input RoleArn DeadLetterConfig RetryPolicy OmitName
  `,
  SelfManagedKafka: `
    BatchSize StartingPosition StartingPositionTimestamp Enabled MaximumBatchingWindowInSeconds
    MaximumRetryAttempts BisectBatchOnFunctionError MaximumRecordAgeInSeconds DestinationConfig
    ParallelizationFactor Topics Queues SourceAccessConfigurations SecretsManagerKmsKeyId
    TumblingWindowInSeconds FunctionResponseTypes KafkaBootstrapServers FilterCriteria KmsKeyArn
    ConsumerGroupId ScalingConfig ProvisionedPollerConfig SchemaRegistryConfig MetricsConfig
    LoggingConfig
  `,
};

/** Property names of events of functions and state machines by their type. */
export const EVENT_PROPERTIES: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(EVENT_NAMES).map(([type, names]) => [type, new Set(names.trim().split(/\s+/))]),
);
