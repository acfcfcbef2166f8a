/** Made by scripts/oracles/cdk-source/makes.ts from aws-cdk-lib 2.276.0, 2.100.0, 2.140.0, 2.180.0, 2.220.0. */
export const OLDEST = '2.100.0';
export const NEWEST = '2.276.0';
export const MODULES: ReadonlySet<string> = new Set([
  '',
  'constructs',
  'custom-resources',
  'triggers',
  'cx-api',
  'region-info',
  'aws-apigateway',
  'aws-apigatewayv2',
  'aws-apigatewayv2-authorizers',
  'aws-apigatewayv2-integrations',
  'aws-applicationautoscaling',
  'aws-appsync',
  'aws-autoscaling',
  'aws-backup',
  'aws-budgets',
  'aws-certificatemanager',
  'aws-chatbot',
  'aws-codebuild',
  'aws-opensearchservice',
  'aws-cloudfront',
  'aws-cloudfront-origins',
  'aws-cloudtrail',
  'aws-cloudwatch',
  'aws-cloudwatch-actions',
  'aws-cognito',
  'aws-cognito-identitypool',
  'aws-dynamodb',
  'aws-ec2',
  'aws-ecr',
  'aws-ecr-assets',
  'aws-ecs',
  'aws-ecs-patterns',
  'aws-efs',
  'aws-elasticache',
  'aws-elasticloadbalancingv2',
  'aws-elasticloadbalancingv2-targets',
  'aws-events',
  'aws-events-targets',
  'aws-iam',
  'aws-kinesis',
  'aws-kinesisfirehose',
  'aws-kms',
  'aws-lambda',
  'aws-lambda-destinations',
  'aws-lambda-event-sources',
  'aws-lambda-nodejs',
  'aws-logs',
  'aws-logs-destinations',
  'aws-pipes',
  'aws-rds',
  'aws-route53',
  'aws-route53-targets',
  'aws-s3',
  'aws-s3-assets',
  'aws-s3-deployment',
  'aws-s3-notifications',
  'aws-scheduler',
  'aws-scheduler-targets',
  'aws-secretsmanager',
  'aws-ses',
  'aws-sns',
  'aws-sns-subscriptions',
  'aws-sqs',
  'aws-ssm',
  'aws-stepfunctions',
  'aws-stepfunctions-tasks',
  'aws-wafv2',
]);
/** See `packed-table.ts`. */
export const TABLE = `Custom::CrossRegionExportReader AWS::CloudFormation::CustomResource Custom::CrossRegionExportWriter AWS::IAM::Role AWS::Lambda::Function Custom::AWSCDKCfnJson Custom::AWSCDKCfnJsonStringify AWS::IAM::Policy AWS::CDK::Metadata Custom::AWSCDKOpenIdConnectProvider AWS::CodeDeploy::BlueGreen AWS::ApiGatewayV2::Api AWS::ApiGatewayV2::DomainName AWS::ApiGatewayV2::Stage AWS::CertificateManager::Certificate Custom::DescribeCognitoUserPoolClient Custom::UserPoolCloudFrontDomainName Custom::DynamoDBReplica AWS::CloudFormation::Init AWS::CloudFormation::Authentication AWS::EC2::LaunchTemplate AWS::EC2::PrefixList Custom::VpcRestrictDefaultSG AWS::ECR::Repository Custom::LogRetention AWS::RDS::DBCluster AWS::RDS::DBInstance Custom::CDKBucketDeployment Custom::AWS Custom::Trigger AWS::AppSync::ApiKey AWS::StepFunctions::StateMachine AWS::ApiGatewayV2::ApiMapping AWS::ApiGatewayV2::Authorizer AWS::ApiGatewayV2::Deployment AWS::ApiGatewayV2::Integration AWS::ApiGatewayV2::IntegrationResponse AWS::ApiGatewayV2::Model AWS::ApiGatewayV2::Route AWS::ApiGatewayV2::RouteResponse Custom::S3AutoDeleteObjects AWS::S3::Object Custom::ECRAutoDeleteImages Custom::CrossAccountZoneDelegation Custom::DeleteExistingRecordSet AWS::RDS::DBProxy AWS::Redshift::Cluster AWS::DocDB::DBInstance AWS::DocDB::DBCluster AWS::CloudFormation::Stack AWS::ApiGateway::ApiKey AWS::ApiGateway::BasePathMapping AWS::ApiGateway::Authorizer AWS::ApiGateway::DomainName AWS::ApiGateway::GatewayResponse AWS::ApiGateway::Method AWS::ApiGateway::Model AWS::ApiGateway::RequestValidator AWS::ApiGateway::Resource AWS::ApiGateway::RestApi AWS::ApiGateway::Account AWS::ApiGateway::Stage AWS::ApiGateway::UsagePlan AWS::ApiGateway::VpcLink AWS::ApiGatewayV2::VpcLink AWS::ApplicationAutoScaling::ScalableTarget AWS::ApplicationAutoScaling::ScalingPolicy AWS::AppSync::DataSource AWS::AppSync::FunctionConfiguration AWS::AppSync::ChannelNamespace AWS::AppSync::Api AWS::AppSync::DomainName AWS::AppSync::DomainNameApiAssociation AWS::AppSync::GraphQLApi AWS::AppSync::GraphQLSchema AWS::AppSync::SourceApiAssociation AWS::AppSync::Resolver AWS::IAM::InstanceProfile AWS::AutoScaling::LaunchConfiguration AWS::AutoScaling::AutoScalingGroup AWS::AutoScaling::LifecycleHook AWS::AutoScaling::ScheduledAction AWS::AutoScaling::ScalingPolicy AWS::AutoScaling::WarmPool AWS::Backup::BackupPlan AWS::Backup::BackupSelection AWS::Backup::BackupVault AWS::Chatbot::SlackChannelConfiguration AWS::CloudFront::CachePolicy AWS::CloudFront::Distribution AWS::CloudFront::MonitoringSubscription AWS::CloudFront::Function AWS::CloudFront::OriginAccessControl AWS::CloudFront::KeyGroup AWS::CloudFront::KeyValueStore AWS::CloudFront::CloudFrontOriginAccessIdentity AWS::CloudFront::OriginRequestPolicy AWS::CloudFront::PublicKey AWS::CloudFront::RealtimeLogConfig AWS::CloudFront::ResponseHeadersPolicy AWS::CloudFront::VpcOrigin AWS::CloudTrail::Trail AWS::CloudWatch::Alarm AWS::CloudWatch::AlarmMuteRule AWS::CloudWatch::CompositeAlarm AWS::CloudWatch::Dashboard AWS::CodeBuild::SourceCredential AWS::CodeBuild::Fleet AWS::CodeBuild::Project AWS::CodeBuild::ReportGroup AWS::Cognito::IdentityPool AWS::Cognito::UserPool AWS::Cognito::UserPoolClient AWS::Cognito::UserPoolDomain AWS::Cognito::UserPoolGroup AWS::Cognito::UserPoolIdentityProvider AWS::Cognito::UserPoolResourceServer AWS::DynamoDB::Table AWS::DynamoDB::GlobalTable AWS::EC2::ClientVpnAuthorizationRule AWS::EC2::ClientVpnEndpoint AWS::EC2::ClientVpnTargetNetworkAssociation AWS::EC2::ClientVpnRoute AWS::EC2::FlowLog AWS::EC2::VPCEndpoint AWS::EC2::Instance AWS::EC2::KeyPair AWS::EC2::NetworkAcl AWS::EC2::NetworkAclEntry AWS::EC2::PlacementGroup AWS::EC2::NatGateway AWS::EC2::EIP AWS::EC2::SecurityGroup AWS::EC2::Subnet AWS::EC2::RouteTable AWS::EC2::SubnetRouteTableAssociation AWS::EC2::Route AWS::EC2::SubnetNetworkAclAssociation AWS::EC2::Volume AWS::EC2::VPC AWS::EC2::InternetGateway AWS::EC2::VPCGatewayAttachment AWS::EC2::EgressOnlyInternetGateway AWS::EC2::VPCEndpointService AWS::EC2::VPCEndpointServicePermissions AWS::EC2::CustomerGateway AWS::EC2::VPNConnection AWS::EC2::VPNConnectionRoute AWS::EC2::VPNGateway AWS::ECS::CapacityProvider AWS::ECS::Service AWS::ECS::Cluster AWS::ECS::TaskDefinition AWS::EFS::AccessPoint AWS::EFS::FileSystem AWS::EFS::MountTarget AWS::ElasticLoadBalancingV2::ListenerCertificate AWS::ElasticLoadBalancingV2::ListenerRule AWS::ElasticLoadBalancingV2::Listener AWS::ElasticLoadBalancingV2::LoadBalancer AWS::ElasticLoadBalancingV2::TargetGroup AWS::ElasticLoadBalancingV2::TrustStore AWS::ElasticLoadBalancingV2::TrustStoreRevocation Custom::CloudwatchLogResourcePolicy AWS::Events::ApiDestination AWS::Events::Archive AWS::Events::Connection AWS::Events::EventBus AWS::Events::EventBusPolicy AWS::Events::Rule AWS::IAM::AccessKey AWS::IAM::Group AWS::IAM::ManagedPolicy AWS::IAM::OIDCProvider AWS::IAM::SAMLProvider AWS::IAM::User AWS::Kinesis::ResourcePolicy AWS::Kinesis::Stream AWS::Kinesis::StreamConsumer AWS::KinesisFirehose::DeliveryStream AWS::KMS::Alias AWS::KMS::Key AWS::Lambda::Alias AWS::Lambda::CapacityProvider AWS::Lambda::CodeSigningConfig AWS::Lambda::EventInvokeConfig AWS::Lambda::EventSourceMapping AWS::Lambda::Permission AWS::Lambda::Url AWS::Lambda::LayerVersion AWS::Lambda::NetworkConnector AWS::Lambda::Version AWS::Lambda::WebFunction AWS::Lambda::WebFunctionRevision AWS::Lambda::ResourcePolicy AWS::Lambda::WebFunctionEndpoint AWS::Logs::Destination AWS::Logs::LogGroup AWS::Logs::LogStream AWS::Logs::MetricFilter AWS::Logs::QueryDefinition AWS::Logs::ResourcePolicy AWS::Logs::SubscriptionFilter AWS::Logs::Transformer AWS::OpenSearchService::Domain Custom::OpenSearchAccessPolicy AWS::RDS::DBProxyTargetGroup AWS::RDS::DBProxyEndpoint AWS::RDS::OptionGroup AWS::RDS::DBClusterParameterGroup AWS::RDS::DBParameterGroup AWS::RDS::DBSubnetGroup AWS::Route53::HealthCheck AWS::Route53::HostedZone AWS::Route53::DNSSEC AWS::Route53::KeySigningKey AWS::Route53::RecordSet AWS::S3::Bucket Custom::S3BucketNotifications AWS::S3::BucketPolicy AWS::Scheduler::Schedule AWS::Scheduler::ScheduleGroup AWS::SecretsManager::ResourcePolicy AWS::SecretsManager::RotationSchedule AWS::SecretsManager::Secret AWS::Serverless::Application AWS::SecretsManager::SecretTargetAttachment AWS::SES::ConfigurationSet AWS::SES::ConfigurationSetEventDestination AWS::SES::DedicatedIpPool AWS::SES::EmailIdentity AWS::SES::ReceiptFilter AWS::SES::ReceiptRule AWS::SES::ReceiptRuleSet AWS::SES::VdmAttributes AWS::SNS::Subscription AWS::SNS::Topic AWS::SNS::TopicPolicy AWS::SQS::Queue AWS::SQS::QueuePolicy AWS::SSM::Parameter AWS::StepFunctions::Activity AWS::ApiGateway::UsagePlanKey AWS::EC2::SecurityGroupIngress AWS::EC2::SecurityGroupEgress AWS::EC2::VPNGatewayRoutePropagation AWS::Lambda::LayerVersionPermission AWS::ApiGateway::Deployment Custom::S3ObjectCopy AWS::Cognito::IdentityPoolRoleAttachment AWS::EC2::VPCCidrBlock AWS::ServiceDiscovery::Service AWS::ECS::ClusterCapacityProviderAssociations AWS::ServiceDiscovery::PrivateDnsNamespace AWS::ServiceDiscovery::PublicDnsNamespace AWS::ServiceDiscovery::HttpNamespace AWS::IAM::UserToGroupAddition AWS::CodeGuruProfiler::ProfilingGroup AWS::CodeStarNotifications::NotificationRule AWS::ServiceDiscovery::Instance

detailType addVpcLink arnForExecuteApi metricClientError addToPrincipalPolicy isBefore isAfter toEpoch cidr addToExecutionRolePolicy addToTaskRolePolicy fromRegistry valueForStringParameter addPermission addToResourcePolicy codeBuildImage tcpRange isExternalCompatible isFargateCompatible isEc2Compatible valueForTypedStringParameterV2 addLambdaPermission bindBaseTargetConfig fromCodeBuildImageId tcp udp ipv4 icmpTypeAndCode anyIpv4 allTraffic fromStringParameterAttributes replaceByKey renderProperties _fromCloudFormation atDate atTimestamp after fromString apply of combine secretsManager jsonWithStandardFields fromBucket fromAsset renderStageKeys fromApiKeyId actions read write readWrite fromApiKey bind bindAfterCreate inspect cfnProperties addBasePathMapping addApiMapping configureMTLS restApi methodArn testMethodArn requestValidatorId metric metricServerError metricCacheHitCount metricCacheMissCount metricCount metricIntegrationLatency metricLatency grantExecute cannedMetric addMethod requestValidatorRef fromRequestValidatorId fromResourceAttributes addResource addProxy addCorsPreflight resourceForPath url resourceRef addModel addRequestValidator fromRestApiId fromRestApiAttributes urlForPath addDomainName addUsagePlan addGatewayResponse addApiKey grantInvokeFromVpcEndpointsOnly _configureCloudWatchRole configureCloudWatchRole configureDeployment _configureDeployment fromStageAttributes stageArn stageRef startExecution renderApiStages createStage fromUsagePlanId createDefaultParameterMapping completeBind addStage addRoutes fromHttpApiAttributes fromHttpApi httpApi produceRouteArn grantInvoke _bindToRoute api baseApi fromHttpStageAttributes fromObject addSecurityGroups renderSecurityGroups fromVpcLinkAttributes addRoute grantManageConnections callbackUrl grantManagementApiAccess fromWebSocketStageAttributes doScaleOnSchedule doScaleOnMetric doScaleToTrackMetric addToRolePolicy scaleOnSchedule scaleOnMetric scaleToTrackMetric functionConfigurationRef fromAppsyncFunctionAttributes createResolver createFunction grantSubscribe grantPublish grantPublishAndSubscribe fromFile setupLogConfig mapAuthorizationProviders fromEventApiAttributes addChannelNamespace addDynamoDbDataSource addHttpDataSource addLambdaDataSource addRdsDataSource addEventBridgeDataSource addOpenSearchDataSource grant grantConnect setupSourceApiAssociations setupMergedApiExecutionRole setupLambdaAuthorizerConfig setupAdditionalAuthorizationModes createAPIKey grantMutation grantQuery grantSubscription fromGraphqlApiAttributes addNoneDataSource addRdsDataSourceV2 addElasticsearchDataSource and renderTemplate eq lt le gt ge beginsWith between dynamoDbResultList dynamoDbResultItem dynamoDbScanTable dynamoDbQuery dynamoDbGetItem dynamoDbDeleteItem dynamoDbPutItem lambdaRequest lambdaResult addSecurityGroup attachToApplicationTargetGroup connections applyUpdatePolicies renderNotificationConfiguration fromAutoScalingGroupName addRule addSelection daily35DayRetention dailyMonthly1YearRetention dailyWeeklyMonthly5YearRetention dailyWeeklyMonthly7YearRetention fromRdsDatabaseCluster fromRdsServerlessCluster blockRecoveryPointDeletion fromBackupVaultName fromBackupVaultArn fromSlackChannelConfigurationArn withOriginAccessControl withEc2Instance withApplicationLoadBalancer withNetworkLoadBalancer _bind grantCreateInvalidation toBehavior toOriginProperty addBehavior renderLogging renderCacheBehaviors createInvalidation fromDistribution singletonKinesisRole fromInline fromOriginAccessIdentityName fromOriginAccessIdentityId trailArn logGroup addEventSelector addLambdaEventSelector logAllLambdaDataEvents addS3EventSelector logAllS3DataEvents onCloudTrailEvent validateEventSelectors onEvent renderMetric fromAlarmName fromAlarmArn addAlarmMuteRule toJson fromCompositeAlarmName fromCompositeAlarmArn addWidgets addMetric with createAlarm anomalyDetectionFor grantPutMetricData fromPromQLAlarmArn fromPromQLAlarmName s3 bucket andBranchIs andBranchIsNot andCommitMessageIs andCommitMessageIsNot andTagIs andTagIsNot andHeadRefIs andHeadRefIsNot andActorAccountIs andActorAccountIsNot andBaseBranchIs andBaseBranchIsNot andBaseRefIs andBaseRefIsNot andFilePathIs andFilePathIsNot andRepositoryNameIs andRepositoryNameIsNot _actions _toJson addCommitMessageFilter addHeadBranchFilter addHeadTagFilter addHeadRefFilter addActorAccountId addBaseBranchFilter addBaseRefFilter addFilePathFilter addRepositoryNameFilter addFilter inEventOf grantPrincipal configureVpc fromFleetArn validate runScriptBuildspec fromDockerRegistry fromEcrRepository awsDeepLearningContainersImage projectName buildId completedPhase completedPhaseStatus completedPhaseDurationSeconds buildComplete projectArn enableBatchBuilds addSecondarySource addFileSystemLocation addSecondaryArtifact bindToCodePipeline validateProject encryptionKey createLoggingPermission renderEnvironment configureFleet renderLoggingConfiguration addVpcRequiredPermissions validateCodePipelineSettings isLambdaBuildImage validateLambdaBuildImage renderFileSystemLocations renderSecondarySources renderSecondarySourceVersions renderSecondaryArtifacts fromProjectArn fromProjectName serializeEnvVariables fromReportGroupName codeCommit gitHub gitHubEnterprise bitBucket buildStatus currentPhase configureDefaultRole configureDefaultGrantPrincipal addTrigger smsConfiguration fromUserPoolId fromUserPoolArn userPoolClientSecret configureAuthFlows cloudFrontDomainName list autoScaleReadCapacity autoScaleWriteCapacity autoScaleGlobalSecondaryIndexReadCapacity autoScaleGlobalSecondaryIndexWriteCapacity makeScalingRole createReplicaTables parseEncryption renderImportSourceSpecification grantListStreams fromTableName fromTableArn fromTableAttributes grantOnKey grants streamGrants grantStream grantReadData grantTableListStreams grantStreamRead grantWriteData grantReadWriteData grantFullAccess metricConsumedReadCapacityUnits metricConsumedWriteCapacityUnits metricThrottledRequestsForOperations metricSystemErrorsForOperations sumMetricsForOperations combinedGrant readData writeData readWriteData fullAccess multiAccountReplicationTo multiAccountReplicationFrom fromTable addToStreamResourcePolicy replica configureReplicaKeys anyIpv6 getImage toAmazonLinuxCpuType allowSshAccessFrom getMachineImage nextBlock addAuthorizationRule fromEndpointAttributes attach fromElements fromConfig fromConfigSets allowTo allowFrom allowInternally allowToAnyIpv4 allowFromAnyIpv4 allowDefaultPortFrom allowDefaultPortInternally allowDefaultPortFromAnyIpv4 allowToDefaultPort allowDefaultPortTo toCloudWatchLogs toS3 fromGatewayVpcEndpointId shellCommand argvCommand _standardConfig symlink fromFileInline systemdConfigFile fromGitHub visit endpointSubnets fromInterfaceVpcEndpointAttributes awsIpamAllocation amazonProvided privateKey latestWindows latestAmazonLinux2 latestAmazonLinux2022 latestAmazonLinux2023 latestAmazonLinux genericLinux genericWindows fromSSMParameter fromSsmParameter resolveSsmParameterAtLaunch lookup fromUserData addUserDataPart render addS3DownloadCommand configureNat configureSubnet gateway instance instanceV2 regionalGateway associateWithSubnet fromNetworkAclId addSubnet addSubnets cidrStrings validateCidrBlocksOverlap validateCidrPairOverlap ipv6 prefixList securityGroupId toRuleJson toString allTcp udpRange allUdp icmpType icmpPing allIcmp allIcmpV6 esp ah fromPrefixListId fromLookup fromPrivateSubnetAttributes addNatGateway fromPublicSubnetAttributes addIngressRule addEgressRule addDirectIngressRule hasIngressRule addDirectEgressRule hasEgressRule addDefaultEgressRule addDefaultIpv6EgressRule removeNoTrafficRule fromLookupById fromLookupByName fromSecurityGroupId fromLookupAttributes addDefaultInternetRoute addIpv6DefaultInternetRoute addIpv6DefaultEgressOnlyInternetRoute addDefaultNatRoute addIpv6Nat64Route associateNetworkAcl fromSubnetAttributes fromSubnetId containsIpAddresses byCidrMask byCidrRanges fromSubnetNetworkAclAssociationAssociationId forLinux forWindows forOperatingSystem validateProps fromVolumeAttributes addS3Endpoint addDynamoDbEndpoint createNatGateways createSubnets createSubnetResources restrictDefaultSecurityGroup fromVpcAttributes addToPolicy grantRead _render wildcard repositoryName repositoryArn addLifecycleRule validateTagMutability renderLifecyclePolicy orderedLifecycleRules enableAutoDeleteImages fromRepositoryAttributes fromRepositoryArn fromRepositoryName arnForLocalRepository validateRepositoryName repositoryRef repositoryUri registryUri repositoryUriForTag repositoryUriForDigest repositoryUriForTagOrDigest repositoryUriWithSuffix onCloudTrailImagePushed onImageScanCompleted grantPull grantPush grantPullPush unsafeCrossAccountResourcePolicyPrincipal getDefaultCluster addServiceAsTarget createAWSLogDriver createEc2Service createFargateService registerECSTargets addPortMappingForTargets createLogDriver configListener validateInput createLoadBalancer createListenerCertificate createListener createDomainName configureAutoscalingForService grantPermissionsToService addTaskDefinitionToEventTarget addTaskAsTarget serviceRef serviceArn enableServiceConnect validateServiceConnectConfiguration executeCommandLogConfiguration enableExecuteCommandEncryption attachToClassicLB loadBalancerTarget registerLoadBalancerTargets attachToNetworkTargetGroup autoScaleTaskCount enableCloudMap associateCloudMapService configureAwsVpcNetworking configureAwsVpcNetworkingWithSecurityGroups renderServiceRegistry attachToELB attachToELBv2 defaultLoadBalancerTarget makeAutoScalingRole addServiceRegistry enableExecuteCommand fromServiceArnWithCluster clusterRef updateKeyPolicyForEphemeralStorageConfiguration renderClusterConfiguration renderExecuteCommandLogConfiguration addDefaultCloudMapNamespace addCapacity addAsgCapacityProvider addAutoScalingGroup configureAutoScalingGroup arnForTasks grantTaskProtection configureWindowsAutoScalingGroup metricCpuReservation metricCpuUtilization metricMemoryReservation metricMemoryUtilization renderExecuteCommandConfiguration fromClusterAttributes fromClusterArn taskProtection fromCluster mountPoints portMappings volumesFrom ulimits containerDependencies addLink addMountPoints addScratch addPortMappings addEnvironment addDockerLabel addSecret addInferenceAcceleratorResource addUlimits addContainerDependencies addVolumesFrom addToExecutionPolicy findPortMapping findPortMappingByName setNamedPort addHostPortIfNeeded validateRestartPolicy referencesSecretJsonField ingressPort containerPort _defaultDisableVersionConsistency renderContainerDefinition fromDockerImageAsset fromTarball arnForS3Object fromS3Bucket addPlacementStrategies addPlacementConstraints fromEc2ServiceArn fromEc2ServiceAttributes addContainer fromEc2TaskDefinitionArn fromEc2TaskDefinitionAttributes validatePlacementConstraints amazonLinux2023 amazonLinux2 amazonLinux windows fromExternalServiceArn fromExternalServiceAttributes fromExternalTaskDefinitionAttributes fromFargateServiceArn fromFargateServiceAttributes fromFargateTaskDefinitionArn fromFargateTaskDefinitionAttributes applicationListener networkListener awsLogs splunk firelens createDefaultInstanceProfile isvalidPortName scaleOnCpuUtilization scaleOnMemoryUtilization scaleOnRequestCount scaleToTrackCustomMetric fromSecretsManager fromSecretsManagerVersion isServiceConnect isValidNetworkmode isValidPortName mountIn validateEbsVolumeConfiguration containers runtimePlatform executionRole inferenceAccelerators renderInferenceAccelerators _validateTarget _portRangeFromPortMapping addFirelensLogRouter _linkContainer addVolume validateVolume addPlacementConstraint addExtension addInferenceAccelerator grantRun obtainExecutionRole validateTaskDefinition findContainer passRoleStatement renderNetworkMode renderContainers checkFargateWindowsBasedTasksSize renderVolumes fromTaskDefinitionArn fromTaskDefinitionAttributes fromAccessPointAttributes fromAccessPointId oneZoneValidation addAccessPoint fromFileSystemAttributes addCertificateArns addCertificates addAction addTargetGroups addTargets addFixedResponse addRedirectResponse registerConnectable fromApplicationListenerAttributes addCondition addTargetGroup validateListenerRule renderConditions addListener addRedirect logAccessLogs logConnectionLogs metricActiveConnectionCount metricClientTlsNegotiationErrorCount metricConsumedLCUs metricHttpFixedResponseCount metricHttpRedirectCount metricHttpRedirectUrlLimitExceededCount metricHttpCodeElb metricHttpCodeTarget metricIpv6ProcessedBytes metricIpv6RequestCount metricNewConnectionCount metricProcessedBytes metricRejectedConnectionCount metricRequestCount metricRuleEvaluations metricTargetConnectionErrorCount metricTargetResponseTime metricTargetTLSNegotiationErrorCount metricElbAuthError metricElbAuthFailure metricElbAuthLatency metricElbAuthSuccess fromApplicationLoadBalancerAttributes metrics addTarget registerListener metricHealthyHostCount metricUnhealthyHostCount metricRequestCountPerTarget validateTargetGroup fromTargetGroupAttributes import resourcePolicyPrincipal renderActions authenticateOidc authenticateJwt forward weightedForward fixedResponse redirect securityGroups metricActiveFlowCount metricNewFlowCount metricTcpClientResetCount metricTcpElbResetCount metricTcpTargetResetCount fromNetworkLoadBalancerAttributes metricUnHealthyHostCount validateHealthCheck iHttpApi validateInputTemplate createInput createEventRolePolicyStatements putEventStatement fromObjectV2 putBatchEventStatement fromApiDestinationAttributes fromEventBusArn fromEventBusName fromEventBusAttributes grantPutEvents grantAllPutEvents allPutEvents fromEventBus eventId source account time region resolve merge nullValue exists doesNotExist exactString equalsIgnoreCase prefix suffix prefixEqualsIgnoreCase suffixEqualsIgnoreCase ipAddressRange anythingBut anythingButPrefix anythingButSuffix anythingButWildcard anythingButEqualsIgnoreCase greaterThan greaterThanOrEqual lessThan lessThanOrEqual equal interval allOf anyOf anythingButConjunction numeric fromMergedObjects fromObjects ensureXEnvTargetEventBus crossRegionPutEventsRole policyFragment inOrganization dedupeStringFor addToAssumeRolePolicy dedupeString get set has register success assertSuccess applyBefore addToPrincipalOrResource addStatementToResourcePolicy addToPrincipal addToPrincipalAndResource drop isResourceWithPolicy isEncryptedResource fromGroupArn fromGroupName roleArn roleRef roleId roleName grantPassRole grantAssumeRole instantiate openIdConnectProviderArn openIdConnectProviderIssuer openIdConnectProviderthumbprints oidcProviderRef getOrCreateProvider fromOpenIdConnectProviderArn toJSON _maybeMergeStatements _splitDocument fromJson addPrincipals addNotPrincipals addAwsAccountPrincipal addArnPrincipal addServicePrincipal addFederatedPrincipal addAccountRootPrincipal addCanonicalUserPrincipal addAnyPrincipal addConditions addAccountCondition addSourceAccountCondition addSourceArnCondition copy addPrincipalConditions _estimateSize withConditions withSessionTags conditions withoutPolicyUpdates splitLargePolicy fromRoleArn fromRoleName assumeRole passRole fromRole fromStaticServicePrincipleName fromUserName fromUserArn fromUserAttributes createResourcePolicy fromStreamArn fromStreamAttributes fromStreamConsumerArn fromStreamConsumerAttributes fromDeliveryStreamName fromDeliveryStreamArn fromDeliveryStreamAttributes putRecords fromDeliveryStream betweenInclusive createOrcSerDeProps createOutputFormatConfig createParquetSerDeProps getS3BackupMode fromCfnTable fromAliasAttributes fromAliasName grantAdmin addDefaultAdminPolicy addLegacyAdminPolicy fromKeyArn fromCfnKey admin decrypt encrypt encryptDecrypt sign verify signVerify generateMac verifyMac granteeStackDependsOnKeyStack isGranteeFromAnotherRegion isGranteeFromAnotherAccount fromKey getSchemaRegistryPolicies sourceAccessConfigurations mappingId enrichMappingOptions functionArn functionName aliasRef addAutoScaling bindToResource validateCapacityProviderProps fromBucketV2 inline fromCustomCommand fromDockerBuild asset fromEcrImage fromAssetImage fromEcr fromImageAsset fromEfsAccessPoint fromS3FilesAccessPoint currentVersion resourceArnsForGrantInvoke getLoggingConfig addLayers addVersion addAlias configureLambdaInsights configureAdotInstrumentation configureParamsAndSecretsExtension configureSnapStart buildDeadLetterQueue buildTracingConfig fromFunctionName fromFunctionArn fromFunctionAttributes functionRef latestVersion addEventSourceMapping grantInvokeLatestVersion grantInvokeVersion grantInvokeUrl grantInvokeCompositePrincipal addEventSource configureAsyncInvoke addFunctionUrl _isStackAccount parsePermissionPrincipal validateConditionCombinations validateConditions isPrincipalWithConditions urlRef fromInsightVersionArn fromInsightsVersion fromLayerVersionArn fromLayerVersionAttributes vpcEgress tenancyConfig runtimeEquals determineLatestPythonRuntime ensureLambda versionRef role edgeArn fromVersionArn fromVersionAttributes addEndpoint createEndpoint createDefaultRole createTelemetryConfig grantServiceKeyUsage fromWebFunctionArn fromWebFunctionAttributes fromAssetToManagedBucket fromAssetToProvidedBucket fromWebFunctionEndpointAttributes invoke fromWebFunctionEndpoint fromLogGroupArn fromLogGroupName fromLogGroup ensureSingletonLogRetentionFunction slowSearchLogGroup slowIndexLogGroup appLogGroup auditLogGroup addAccessPolicies fromDomain builtIn_5_6 builtIn_5_7 builtIn_8_0 provisioned serverlessV2 fromSecret fromDatabaseClusterAttributes dbClusterRef asSecretAttachmentTarget grantDataApiAccess aurora auroraMysql auroraPostgres fromDatabaseInstanceAttributes mariaDb mysql postgres oracleSe oracleSe1 oracleSe2 oracleSe2Cdb oracleEe oracleEeCdb sqlServerSe sqlServerEx sqlServerWeb sqlServerEe fromDatabaseProxyAttributes addConfiguration renderConfigurations bindToCluster bindToInstance createInstanceParameterGroup createClusterParameterGroup forInstance forCluster fromInstance addRotationSingleUser addRotationMultiUser fromServerlessClusterAttributes fromARecordAttributes grantDelegation enableDnssec fromHostedZoneId fromHostedZoneAttributes delegation fromHostedZone alias service grantKeyPermissionsForZone fromPrivateHostedZoneId fromPrivateHostedZoneAttributes addDelegation fromPublicHostedZoneId fromPublicHostedZoneAttributes recordSetRef configureSetIdentifier createIdentifier configureSetIdentifer fromValues fromAlias fromIpAddresses getPrivateDnsConfiguration verifyPrivateDnsConfiguration deployedBucket addSource getOrCreateEfsFileSystem data jsonData yamlData custom bucketArn bucketName bucketWebsiteDomainName isWebsite disallowPublicAccess acknowledgeAccessControl addCorsRule addInventory enforceSSLStatement minimumTLSVersionStatement parseLifecycleConfiguration parseServerAccessLogs parseMetricConfiguration parseCorsConfiguration parseTagFilters parseOwnershipControls parseTieringConfig parseObjectLockConfig renderWebsiteConfiguration renderReplicationConfiguration allowLogDelivery parseInventoryConfiguration enableAutoDeleteObjects setDefaultPublicAccessBlockConfig fromBucketArn fromBucketName fromBucketAttributes fromCfnBucket validateBucketName _validateBucketName validateBucketNameScoped _validateBucketNamePrefix validateBucketNamePrefixScoped validateBucketNamingCombination onCloudTrailPutObject onCloudTrailWriteObject maybeAutoCreatePolicy urlForObject transferAccelerationUrlForObject virtualHostedUrlForObject s3UrlForObject arnForObjects grantWrite grantPut grantPutAcl grantDelete grantReadWrite grantReplicationPermission grantPublicAccess addEventNotification withNotifications addObjectCreatedNotification addObjectRemovedNotification enableEventBridgeNotification addReplicationPolicy urlJoin bucketRef writeActions putActions delete publicAccess put putAcl actionsOnObjectKeys actionsOnBucketAndObjectKeys replicationPermission grantActions fromCfnBucketPolicy governance compliance prefixWith partitionedPrefix simplePrefix addTargetActionToRole createOrGetScheduleTargetRole addDeadLetterQueueActionToRole fromScheduleGroupArn fromDefaultScheduleGroup fromScheduleGroupName readSchedules writeSchedules deleteSchedules fromScheduleGroup mysqlSingleUser mysqlMultiUser postgreSqlSingleUser postgreSqlMultiUser oracleSingleUser oracleMultiUser mariaDbSingleUser mariaDbMultiUser sqlServerSingleUser sqlServerMultiUser redshiftSingleUser redshiftMultiUser mongoDbSingleUser mongoDbMultiUser resolveSecretObjectValue addTargetAttachment addReplicaRegion isSecret fromSecretArn fromSecretCompleteArn fromSecretPartialArn fromSecretName fromSecretNameV2 fromSecretAttributes secretValue fromUnsafePlaintext fromToken secretTargetAttachmentRef fromSecretTargetAttachmentSecretArn addEventDestination easyDkim byoDkim fromEmailIdentityName fromEmailIdentityArn fromReceiptRuleSetName stringFilter numericFilter existsFilter notExistsFilter fromTopicArn fromTopicAttributes addSubscription addSSLPolicy createTopicPolicy createSSLPolicyDocument bindAsNotificationRuleTarget publish subscribe fromTopic fromQueueArn fromQueueAttributes grantConsumeMessages grantSendMessages grantPurge metricApproximateNumberOfMessagesOutstanding consumeMessages sendMessages purge fromQueue fromStringListParameterName fromListParameterAttributes valueForTypedListParameter fromStringParameterName fromStringParameterArn fromSecureStringParameterAttributes valueForTypedStringParameter valueForSecureStringParameter jsonPath jsonata createPolicyStatements renderEncryption _renderTask configurePolicyStatements renderBedrockCreateModelCustomizationJobRole createVpcConfigPolicyStatement renderPolicyStatements getApiEndpoint fromJsonExpression validateNoNetworkingProps makePolicyStatements taskExecutionRoles fromTaskInput createJobExecutionRole grantMonitoringPolicies updateRoleTrustPolicy serviceRole clusterRole autoScalingRole renderTags createServiceRole createClusterRole createAutoScalingRole validateReleaseLabel validatePropsRelatedToReleaseLabel renderEntries getPolicies buildTaskPolicyStatements buildTaskParameters renderParameters createSagemakerRole renderVpcConfig renderOutputDataConfig renderTransformOutput createScopedAccessPolicy metricRunTime metricScheduleTime metricTime metricScheduled metricTimedOut metricStarted metricSucceeded metricFailed metricHeartbeatTimedOut next toSingleState start sequence when afterwards toStateJson or not addCatch fromChainable validateState whenBoundToGraph itemProcessor renderItemReader renderResultWriter renderItemBatcher iterator bindToGraph providePolicyStatements validateResultWriter _addCatch makeNext addChoice renderChoices renderBranches renderIterator renderRetryCatch renderItemProcessor toGraphJson buildLoggingConfiguration buildTracingConfiguration taskResponse redriveExecution startSyncExecution execution fromStateMachine getResponseFieldReference getResponseField formatSdkCall addLogRetentionLifetime createLogGroup addPermissions grantStartExecution setupPermissions addDefaultPermissionRole addLambdaInvokePermission addDefaultPermisionRole _configureVpcLink _addDomainMapping addLifecycleHook addWarmPool scaleOnIncomingBytes scaleOnOutgoingBytes withOriginAccessIdentity projectRef onStateChange onPhaseChange onBuildStarted onBuildFailed onBuildSucceeded metricBuilds metricDuration metricSucceededBuilds metricFailedBuilds notifyOn notifyOnBuildSucceeded notifyOnBuildFailed bindAsNotificationRuleSource addClient addDomain addResourceServer addGroup configureAttributeMapping addEntry securityGroupRef uniqueId toIngressRuleConfig toEgressRuleConfig determineRuleScope renderPeer isSecurityGroup grantAttachVolume grantAttachVolumeByResourceTag grantDetachVolume grantDetachVolumeByResourceTag selectSubnets enableVpnGateway addVpnConnection addClientVpnEndpoint addInterfaceEndpoint addGatewayEndpoint addFlowLog selectSubnetObjects applySubnetFilters taskDefinitionRef isManagedInstancesCompatible _grantClient grantRootAccess archive grantPutEventsTo addUser appendDedupe grantPutRecords metricIncomingBytes metricIncomingRecords metricBackupToS3Bytes metricBackupToS3DataFreshness metricBackupToS3Records grantDecrypt grantEncrypt grantEncryptDecrypt grantSign grantVerify grantSignVerify grantGenerateMac grantVerifyMac addStream logGroupRef addSubscriptionFilter addMetricFilter addTransformer extractMetric convertArnPrincipalToAccountId convertArnPrincpalToAccountId grantIndexRead grantIndexWrite grantIndexReadWrite grantPathRead grantPathWrite grantPathReadWrite _createInstances setLogRetention grantReadSchedules grantWriteSchedules grantDeleteSchedules secretRef cfnDynamicReferenceKey secretFullArn secretValueFromJson addRotationSchedule denyAccountRootDelete arnForPolicies grantSendEmail addDropSpamRule grantStartSyncExecution grantTaskResponse grantExecution grantRedriveExecution metricAborted fromStateMachineArn fromStateMachineName timeBasedCanary timeBasedLinear parseValue date logGroupArn policy vpc renderCondition renderVariables topic clusterArn eventType _renderBehavior _renderEndpoint addTopLevel fromPath toBuildSpec architecture vpcCidrBlock _doBind group fromUrl renderBodyPart subnet addActions allocateVpcCidr allocateVpcIpv6Cidr allocateSubnetsCidr createIpv6CidrBlocks allocateSubnetsIpv6Cidr clusterName fileSystem activeConnectionCount clientTlsNegotiationErrorCount consumedLCUs httpFixedResponseCount httpRedirectCount httpRedirectUrlLimitExceededCount httpCodeElb httpCodeTarget ipv6ProcessedBytes ipv6RequestCount newConnectionCount processedBytes rejectedConnectionCount requestCount ruleEvaluations targetConnectionErrorCount targetResponseTime targetTLSNegotiationErrorCount elbAuthError elbAuthFailure elbAuthLatency elbAuthSuccess healthyHostCount unhealthyHostCount requestCountPerTarget activeFlowCount newFlowCount tcpClientResetCount tcpElbResetCount tcpTargetResetCount unHealthyHostCount connection addToGroup onFailure lambda onSuccess mountTargets mountTargetSecurityGroups generateUniqueName cloudWatchLogs firehose grantDeleteLogGroup clusterEndpoint clusterReadEndpoint instanceIdentifiers instanceEndpoints destinationBucket addNotification actionProperties _applyPolicyStatement clusterCertificateAuthorityData onUpdate onDelete forResource fromVpc http http2 grpc fromServiceAttributes calculateLogicalId addInvokePermission validateAuthType validateEdgeLambdas grantEdgeLambdaFunctionExecutionRole entries addOne hasCommitMessageFilterAndPrEvent hasFilePathFilterAndPrEvent anyWebhookFilterContainsPrReopenedEventAction scaleOnUtilization retainByIp checkCidrRanges extractSubnetsOfType subnetGroupToSubnets registerLoadBalancer registerNonIpInstance registerIpInstance registerCnameInstance createService grantDestinationRead retainDestinationFor defaultParameterGroup supports applyTo export createResourceOnce addHandlerPermissions grantDistributionAccessToBucket grantDistributionAccessToKey getOrCreate bundle supportsTimezone singleton fromProfilingGroup getPolicyDocument

,,ky,,
a,,,,y2
,,,,y2 50 1
,,1,,134
,,,,135
,,2,,
,5,,,y
,,kz,,
,,3,,
,,l0 1,,
,,l2,,
,,5,,
,,,,12n
,,,,td
,,,,uy
,,b,,
,16u 5s,,,19
,,,,1n 13
,,l3,,
,mf h,,,mh
,,,,1b
,,a,,
,,e8,,pd
,,,,pd
b 1 1 j 1 1 1 1 1 1 1,,,,
,o,,,md
,o,,,6r fm
1h,16u,,,1k 1 1
1f,16u,,,1n
,1cn,,,1n 13
,,,,6r nr
,,,,p3
,m9 n,a9,,2 b 1b 1 1g
,,p,,20 4 1
,,,,62
,,,,62 w2 12
1j,16u,,,1q 1f
,,,,1n
,,,,2 33
,,,,1q l u
,,,,2q f
,,,,1z
,mf h,,,1o kt
,,,,20
,,9 10,,2i
,v 15z 5u,,,ns ca
1l,16u,,,1n 3
,,,,1q
,16u,,,26 z
,,l6,,
,,x,,
,,s,,
,,t,,
,,,,24 3
,,,,1n r
,,,,35
,16u 5v,l7,,2f 5 3 10k
,m9 n,a0,,
1k,16u,,,1n
,,w,,
,,,,2e
,,l8,,
,,n,,
,,19,,
1i,16u,,,1n
,,9,,
,m9 n,9j i,,e
1o,m9 n jy,a5 4,,
,,,,2k
,,,,2n
,1b4,14,,2e
,m9 n,a5 4,,33
,16u 5v,l7,,1h y 5 3 10k
1p,16u,,,1n 1i
,,l9,,
,,la,,
,23,,,20 r
,16u 5w,,,2i a
,,,,2t
,,lb,,
,1b7,,,31
,28 k1 n,a9,,d oq
,28,,,10r
,m9 n ob,a9,,d oq
,,,,106 32
,m9 n,a1 4 4,,2v aq a9 5j
,m9 n,a9,,d 2o
,,,,ew 1
,m9 n,a1 4 4,,2v aq a9
,m9 n,a1 4 4,,dl a9 5j
,,,,28
,m9 n,a9,,d oq
,16u 5s,,,
,,lc,,
c,,,,1m p7
,1cr,1u 2,,
,,1w,,
,,1u,,
,,ld,,
,,,,31
,,1s,,
,39,,,31
,,,,1 1 1
,1cs,,,31 1 2
,mf h,,,32 jf
,,1t,,2w 5
,1ct,,,31 4 1 x1
,,le,,
,,1p b,,2i
,16u 5w,,,2s d
,,lf,,
1s,a1,,,39 1 8n 8i gt 20
,,,,kf
,,,,c3 8c gi
,,,,138
,1cr,,,3c
13,1cs,,,34
z,,,,
,1ct,,,35 1 x1
,mf h,,,35 jc
,,lg,,
,,26,,
,,,,3l
,,,,3m
,,,,3n
1t,m9 n,a5 4,,1b
,,,,4
,3k,3d,,
1u,,,,
1w,,,,35 1g ki
,,lh,,
,,,,7n qf
1v,m9 n,a5 4,,35 ux
24,,,,35 j x ki
,,27,,35
1x,,,,35
,,,,35 11
,,28,,
,,,,18
,,,,9l 4
,,,,uo
1y,4d o1 hk 2w 1,a9 2c,,d 2s r 1 25 l3 1 c0
,m9 n,a5 4,,
,,li,,4a
,,lj,,
,,2b,,
,3n 1 7,,,
,3n 1,,,
,3n 1 12,,,
,3n 1 16,,,
,3n 1 l,,,
,3n 1 8,,,
,,,,46
,,,,11m
21 1,se hk 2w 1,a9 2c,,d 2s r c 1 1 1 1 1q l3 1 c0
23,wb,,,
,,,,4a
u,,,,5 1 1
,,lk,,
,,2q,,
,,2e,,
,,2l,,
,,2o,,
,,2s,,
,,2f,,
,,2i,,
,,2r,,
,,2n,,4k
,,,,139
,,2n,,
,,,,33 m0
,,,,11
,,,,11 3k
,,,,11 3k yp
,mf h,,,dm 8v 57
26 1,a1 c8 n q0,5j k 42 4 3,,55 1 2h 2l 1e h 81 b gt 20 3
,,,,52 fd
,,,,j1
,,,,54
,m9 n,a1,,
,,,,13b
,,ll,,
2c,,,,58
,,2w,,
2d,m9 n,a5 4,,24 5j
,,2u,,58
,,,,rm
,,,,rm bq
2e,m9 n,a0 9,,3t 1n 2s
,m9 n,9j i,,
,5b,,,5i
,,lm,,
2f,19y,a5 4 2c,,7n
,,lo,,
,,lp,,
,,,,6r
,5w,a1,,e 6d ns
,,lq,,
,,e8,,6r im 56
,5s ov fd 2x,eh,,5q 1 5 v
,,,,46 1p 3n
,m9 n,a1 8,,p3 w r cn
,m9 n,a1,,e 79 mw
2i,5s 175,lr,,5s 1 1 2 xi
,,lr,,
,mf h,,,14 ld
,un fd,eh,,
,,,,13e
,,34,,
,,39,,
,,31,,
,,37,,
2n,m9 n,9m,,7n
,5y,,,60
,m9 n,9l,,7n
,,,,6r ns
2t,61 om fb 2,a1 4 4 2a 1y,,4 a 3f 28 1 7 i 1h l6 15 7l 12 1 4
15,,,,
,61 4p,,,
,61,,,63 j0
,61,,,63
,61,,,63 o mn 1k
,67,,,6a
,61,9g,,jz
,6r,,,6b
,,ls,,13g
,,,,6d
,,lt,,
2v,,,,yw
,6p,,,6m
,,,,6f
2w,,,,
,,,,6h
,,lu,,
2x,,3g,,14 5b 3 se
,,3q,,
,,,,jy ey
,,,,jy
,69,,,jy ey
,,,,yw 49
,69,,,yw 49
,,3n,,
,,3d,,
2u,,,,
,,lv,,
,,,,6o
,69,,,6f dj ey
,,lw,,
,,lx,,
,,,,7d
,,,,7c
,,,,7e
,,,,7f
,,,,7g
,,,,7h
,,,,7i
,,,,7j
,,,,7k
,,,,7l
,,,,1b 6a
,,3w,,1b
,,3w,,
2z,,,,7o vk
,a1 c8 n,63 3y,,4 7j 4g 8c gt 20
,m9 n,ac,,
,,,,
,,3y 2 3 7,,f 8
,7e 15k,,,
,,3y,,
,,3y,,e6
,,3z,,n
,7e 4,,,
,7i 15g,,,
,7e,,,e6
,7e 14c,,,
,,,,f
,7e e,,,14
,7s 5x,,,dw 3 b
,7e e,,,
,7s 156,,,
,,41,,7u
,,42,,n
,7e f,,,
,7t 155,,,
,,,,13h
30,7e ev n,a1 4 4,,14 6j 1 7 6 2 1 1 2 1 1 1 2 1 1 3 1 1 1 uy
,7e ev n,a1 4 4,,4 7x
,7e,,,88
,7e,,,11x
,7e ev n,a1,,7v
,88,a9,,e 6d 1k 4 1 7 3g 1j o 65 a4 85
,7e 2n,63,,c3 8c gt 20
,7e,,,62 o 1 nt 7k
,7e ev n 1a,a1,,4 114 20
,7e,,,8f
,7e,ly,,
,7e ev n,a1,,4 7j
31,,,,88
,,lz,,
,,m0,,
,,m1,,
,,m2,,
,,m3,,
,,m4,,
,7e,,,38
32 3v,,,,8v e3
,m9 n,a5,,8w
,m9 n,9s,,
33,,,,l 8d g5
,,,,l oi
,m9 n,a9,,d
,m9 n,a0 1 4 4,,
,8p,,,90
,,m5,,
34,,,,92
f,,ii,,zw
35,,,,
g,,ii,,zw
,1cz,,,10v
,1cz,,,b8 pn
,,,,88
,mf h,,,46 42 e9
39,,,,14 74 11 1 1 1
,,m6,,
,m9 n 13,,,nq
h,m9 n 36 12 a jo 11,a1 1u 6q 8v 3 1,,4 14 2y z1
,1a3,aw,,88
,,,,6r 6w
,95,,,9g
,,m7,,
,,,,46 42
,9r,,,a3
,,4l,,88
,md j,,,9i cx
,mf h,,,9j cy
,,,,9i e 1
,,,,1c 87 3 a
,,,,9i e 2
,,,,9i e 3
,,,,9i e 4
,,,,9v
,md j,,,46 42 e7
,md j n,,,mf
,,,,9m a
,,,,9w
,md j n,,,14 32 42 e7
,ma m t,,,
,mf h,,,14 8d d0
,,,,1b 86
,m9 n,9h k 8,,e 93
,m9 n,a1 8,,e 93
,,4p,,
,1d0,4p,,88 1a o
,9v,,,9g
,oz l4,,,ok
,,m8,,
,1d0,4p,,88 1a j 1
,,,,q
,,,,c1
,d5 l5,,,d9
,a1 1h ar n,5d 4o,,7n 2m 2 z ry b
,ca 2,,,q 1 1 1
,,,,o 4g 5g
,bi 2,,,a9 11 2 s7
,,,,8
,,4z,,
3c 1,a1 zx,4z 14 6g,,8 5u 4b 19 h 8c 4o c5 w 14 c
3b,,,,8
3e,,,,8
,,52,,54 fb
i 1,m9 n,a1,,4
,ac,,,ah
,ad,,,ai
,,51,,
,,,,54 fb
,,,,54 5g 21
,,,,54 5f 21
,,,,ck 1
,ca,,,s 9r
,ca,,,s 9s
,,,,ak
,,,,al
,,,,an
,,,,54 5f
,,,,aj
3f,ar,,,62 p 42 il 15 7l 13
,,,,46 xx
,,m9,,
,,ma,,
,1d1,,,118 20
,,mb,,
,d5,,,d9
,d5 1 l3,,,k cp 1
,d6,,,da
,,,,dn
,,59,,
,,,,13l
,,,,13m
,,,,11 12l
,,,,13n
3h,a1 2h 9r n q0,5e p 42 4,,55 2i 2l 1e h 10 7c gt 20
k,,,,
,a1 130,63,,ao g z 8c it c
,,,,118 20
,cv,mb,,c3 s 7k
,,mc,,
,,md,,
,,me,,
3i,,,,
,y7,,,xh
,b5 b4 n q0,52,,a8 1e h 8c iq
,,,,52
,cl,,,db 3z
,,6b,,
,,4v,,
,,4t,,
,,4u,,
,,4w,,
,,56,,
,,58,,
,,57,,
,,mf,,
,,62,,
,,5k,,
,,mg,,
,bs,,,bk
,,,,13o
,,,,bn
,,,,bp t
,,,,3c
,a1 c8 n,5d c e 42 4,,an 12 rj
,a1 34,4w h q,,an 12 1k pz b
,,5o gt,,
,,5q,,
,,5r,,
,,61,,
3j,,,,bu re
,,,,d2 o6 20
,,mi,,
,,,,bx
,,4z,,8 a4
,,,,c0
,,52,,54
,,mj,,
,,5x,,o 1
,,5x,,
,cc,,,c9
l,,,,8
,,52,,
l,,,,cf
,,mk 1,,
3n,1d2,,,
,1d2,,,bp rj
,d5 1,,,d9 1
3o,a1,,,c3 n 1 qh
,a1,,,c4 g 2 od
,a1,,,c4 h 3 4 o8
,a1,,,cn
,a1,,,cp
,a1,,,cl
,a1,,,a7 2e
,a1,,,111
,a1,,,cw
,a1,mm 1,,
,cv,,,c3 s qd
3p 1 1,c6,,,bv
3s,,,,
,cy,,,3c
3t,,,,13p
,,,,d3
,,mo,,
,,mp,,
,,mq,,
,,mr,,
,,ms,,
3u,1a3,9i 1g,,46 42 54 a9 g5
,,mt,,
3v 1 2,b9 2 p 113,,,8 az j 17 1 1 h 1 2 nq 1 3 1 26 7 1
,,55,,
,,,,bo pr
,,,,di q2 9 1 1
,,5z 1,,8
m,,,,
,,mu 1,,
,,mw 1,,
,m9 n,a1,,4 7j
16,,,,
,di,6d,,
n,di,,,9b 4c 3 1 1 1 2 5
,di 8r n,a0,,
,di,,,du
,di,,,88
n,di,,,dq 6
,di,my,,
,di,,,dq
,di,,,e4
,di,,,e7
,di,,,e4 1
,di,9g,,jz
,di,,,68
,di,9g,,dq 69
,di 8v j,9h,,dq n 82
,di,,,46
,di 8x h,,,46 ib
,di 8r n,,,7n
,ff o x1,7d 1,,ef 1 11 v g b z
,ff o x1,7l 1,,ef 1 11 v g b y 1 2d
,eh 5q 9k,8g 53 6,,ee 4h 3 9 17 8p a5
,ff o x1,75,,
,,,,jz
,ff o x1,72,,
,ff o x1,7e,,eh 2 1 1l 7 g b z w
,ff o x1,7d,,fh
,ff o x1,7m,,ei 1 1 1l 7 g b y 1 w
,ff o x1,7l,,fh
,,,,ee 7 1 1 1 3 oh
,,,,f3 1p 26
,ff o x1,,,gc 9 7
,,,,eg
,,,,ep 1 45
,,8g,,138
e,,,,
,,,,j7
,tr,dj,,t3
,tr,8n 4w 6,,ee 2e 26 9 9w a5
,,,,ee 7 2 1 2 1 oh
,,8n,,138
,ff o x1,7d 1,,es 1 o 1m
,ff o x1,7l 1,,es 1 o 1m y 2e
,1a5,fr,,ee 2 os
,,,,3m bk 2j
,,,,x4
,ff o x1,7e,,eg e 29
,ff o vu 17,7m 1d,,eg f 28 y 2e
,a1,9g,,ee 61 it
,1bx,8z,,ev
,1bq,,,ea 2j 1m
,19y,a1 2i,,4 5y cd c5 7k 12
46,ff,,,ex 1 2 1 6 a 2s d hm 3o
,,,,ex
,,,,13w
,,,,ez 1n 6
,,,,gm
,m9 n,a1,,a uo 76
,m9 n,9l g 8,,a 4
,,,,53 ab
,,,,f2 c
,,,,54 a8 1 1f 1d 1 v
,,,,gs 26
,,,,f5 9
,,82,,ff oh
,ff xq,mz,,ex j
,1d5,,,ex j
,a1,63,,52 71 p5
,,,,gs
,a1 2c,,,g 1 1 1
,,,,f3
,,,,fb
,m9 n,a1,,a
,fy,n0,,g1
,a1,,,13j
,a1 o9,,,td
47,a1 60,69 gs,,fk 1 2 1 b 4 n5 4 k
,,,,13c k
,m9 n,a1 8,,e
,,,,fm
,,,,124
,,n2 1 1,,138
,,2t 4b c,,fq ni b
,,,,fr
,,,,52 2 an 4o
,a1 c8 n 48 a,a1 1u fn,,5y 9l b as 9m 34 k
,mf h,,,9i 6a a 6f
,a1,n5,,kf it 4 k
,,n6,,
,mf h,,,fs 6p
,,,,fj od
,,76,,
,g3,,,g4 1 2 1 4 3 1 1 8 1j
,,,,15h 1 1
,ff o,,,
,g3,,,g4
,g3,,,ga 1z
,g3,7z 5,,g5 i 1 17
,g3,,,dm 4t
,g3,,,i3
,g3,,,g7
,g3,,,g8
,g3,,,9
,g3,,,g5 n
,ff o,,,g5 n
,g3,,,g4 1 2 1 k 52
,,80,,
,,7f,,
,,71,,
,,,,ea 2j 1m
,1bq,,,ea 45
,,,,uj
,m9 n,a5 4,,33 m0
,gl,,,gx
,cv 2k,,,52 71 s 2f 1p 1 3f it o
,,,,f2
,,n7,,
,1d6,qr,,ex oz
,6e 91,,,h6 x
,ff,,,h3
,,n8 1,,
,ff,n8 1,,i2
,,,,e6
,,,,ea 45
,a1 2k lp,,,db
,a1,7h,,
,,7h,,
,,70,,
,ff,,,fh of
,,na,,
,,,,i es 1g 1b 2e h3 1q o
,,nb,,
,ff,,,i1
,,,,dm 4t
,m9 n,a1,,9
,,,,gu
,,nc,,
,,nd,,
,,72,,
,,86,,
,,7n,,
,a1 c8 n ov,a5 4,,c3 5k 2s
,m9 n p6,a0 1,,13c
,ff o,,,gs w
,,,,3h
,,,,3i
,,,,3j
,g3,,,dm
,g3,,,hw 1
,m9 n,a5 4,,hz
,,,,ga
,h7,,,28
,,,,e4 1 5 45
48,ff 6u n,a5 4,,i0 1 1 1 1 5 2 2 3 3 1 1 1 iw
,ff o,,,gl 7 1p
,ff o,,,c7 4l
,ff,,,4
,ff,,,4 ib
,ff o,77,,
,ff,7o,,i0
,ff,,,i0
,ff,,,ia
,ff,,,11i
,ff,,,6f
,ff 70 h,,,ii 3z
,ff 6u n,a5 4,,ii
,ff,,,gq 1a
,ff,,,g4 1 1v
,ff,,,gm 1e
,ff 6u n,a1,,i2
,ff we,72,,gu 16 7
,ff,n8 1,,
49,,,,13x
,,,,13x
4a 1,a1 c8 n,63 3g h 1,,e q az 6o ih 1z 1
,,ne 1,,
,m9 n,a9,,33 jb
,a1 a4,,,a7 h 86 1 1g 4
,,,,iv
4c,,,,
,ir,8f,,
,ir 1e,8f,,kb
,,8h,,ix kb
,ir 1g,8f,,kd
,ir 1g,8f,,ke
,,,,54 5g
,,ng 1,,
,,ni 1,,
4d,k5,,,iz 1 5 1 15 2 3a
,,,,nn
,k5,,,kb
,k7,,,kd
,k7,,,ke
,a1,63 hh,,c3 7v h it
,,8e,,
,k7,,,j7 17
,,a1 8,,e 7u bz 97 15 8o
,,,,52 2
,,,,jy 9f
,,,,jy k0
,,,,jy k1
,,,,jy k2
,,,,jy k3
,,,,jy k4
,,,,jy k5
,,,,jy k6
,,,,jy k7
,,,,jy k8
,,,,jy k9
,,,,jy ka
,,,,jy kb
,,,,jy kc
,,,,jy kd
,,,,jy ke
,,,,jy kf
,,,,jy kg
,,,,jy kh
,,,,jy ki
,,,,jy kj
,,,,jy kk
,,,,jy kl
,,nl 1,,
,,nn 1,,
,,np,,
,,,,53
,a1,,,j1
,,,,jy km
,,,,jy kn
,,,,jy ko
,,,,k4 1q
,,nq,,
,jw,,,k5
4e,,,,k8
4f,a1,,,118 20 h
,m9 n,a1 8,,e jt 97 15 8o
,m9 n,9h s,,
,,,,k8
,,nr,,
,,ns,,
,k6,,,kc
,,nt,,
,,8k,,
,kb,,,iv 1g
,kb,,,kb
,,8o,,ix kb
,,nu,,
,a1,63 hs,,jy h it
,,,,54 6z 8c
,,8l,,
,,,,jy kp
,,,,jy kq
,,,,jy kr
,,,,jy ks
,,,,jy kt
,,nw 1,,
,,ny,,
,,nz,,
,,,,f5
,,,,jy ku
,,o0,,
,kp,,,k5
4g,,,,14 j0 j 17 he
,,,,lu
,lf qj,,,4
,lf qj,,,2 2 1j
,lf qj,,,2 2
,lf qj,,,4c 1
,q2 12 a ki,a1 26 bu,,18 20 lv
,m9 n p1,a1 8 dt,,62 en hf 12
,lf qj,,,4 7x sc
,1by,a1,,4
,ff o vv 16,63,,4 fd 4y c ih
,ff o 5c rp,,,38 8v 3e 4y b gi 20 4
,,,,i2
,m9 n,a1,,i hk la k
,lf qj,,,4 ko
,1by,,,11p
,1by,a1,,4 ug
,lf qh,,,p3
,7w,,,0 38 hy
,7w,,,0 l6
,,,,13c
,1by,,,4 ko 2 hu o
,m9 n,a1,,13c
,1by,,,101
,m9 n p1,a1 8,,e
,lf qj,,,3t zi
,lf,,,x5
4k,,,,14t
,,,,14t
4n,m9 n,a1 8,,e
,1c0,,,137
,,o3 1,,
,lm,,,ky
,ln 2 q h,,,kx 4 1 1f
,,9d,,
,,,,l9
,,,,ly
,,,,m0
,ls,,,8
,,,,lx 3
,,,,lx
,lr 6,,,lq 2 3
,,,,lz
,,9f,,
4p,,,,jz
,,o5 1,,m1
,1c0,,,m2
,m9 n,a1 4 4,,4
,,,,nl
,,,,m7
,,,,n5
,,a1,,m6
,ir,,,m3
,m4,,,m5
,,io,,
,mi,,,ml
,m9,,,1b
,m9,9t,,
,mf,,,e m3
,m9,9t,,e
,m9,9t 8,,4 17 6c g0
,mf,,,e jt 2a
,m9,,,e
,m9,,,9h
4r,,,,
,,o7,,
,mk,,,mm
,,,,7n
,,,,mu
,,,,mq 4
,,,,m3 r
,,,,46 io
,,,,ms 2
,,,,mt 1
,,a5,,dl
,,,,mv 3
,mw,,,28 kn 1 1
9,,,,
,mw,,,mv
,mw,o9,,
,,,,bm bg
,,,,bm
,m4,,,1b ks 2 1f 3
,n1,a0,,
,nh,a0,,n4
,,,,1b lu 1 8 9 g3
,,,,m3 1g 4
,,9h,,n5
,,9l,,n5
,,a9,,n5
,,9s,,n5
,,9i,,n5
,,9m,,n5
,,9j,,n5
,,,,j3
,,a1,,1b mc
,,,,ne
,,,,1b mc
,,a1 ea,,
,,a1,,
,,,,m3
,,a3,,
,,aa,,
,m6,oc,,ne 9 g3
,,,,m3 1k
,,,,nn e1
,mh,,,mk
,m6 1v 5,9l er 1 1 1 1,,j3 30 1m 5
,o6,,,4
,,,,4 dh
,mf,,,mh
,,,,46 5c eb
,,,,46 5c ea
,,oh 1,,
,1c3,,,n3
,,,,nq
,,od 1 1 1 1 1,,
,nz,,,nq
,,a6,,
,,oj,,
,m6,oc,,13q
,,,,11o
4v,,9l,,7n eg ir
,,a0 ea,,7n
,o8,,,ny
,,ok,,
,m9 n,a0,,nz
4w,,,,
4x,,,,88 13
,od,,,o1
,,ol,,
4y,,,,
,og,,,o3
,,om,,
4z,1a3,a5 4 n,,88 5e ob
,,,,o6
,,on,,
,,al,,
,1d7,a5 4,,28 be 88
,,,,dm
,,aq 2,,
,on,,,dc
,on,,,o9
,on,,,oa
,on,,,oc
,1d7,a5 4,,ob 2
,,au,,
50,,,,
,,oo,,
,,op,,
51,m9 n,a0,,oh 1 1 16 31 ah
,m9 n,9i j,,e
,,oq,,137
,m9 n 7,,,
,,oq,,
,mw t,,,
,md 3 g,9h,,mf 3 2d 1 1
,m9 n,,,7n
,,ax,,
,m9 n,9j,,
,m4 5 n,,,m5
,lm,,,kw gq
,1bx,95 b 1j,,33 m0
,,,,6r 6v fs 17
,,,,3t zi
,,,,x5
,o,p a,,20 7
,,,,9n ff z
,,,,oz
,,,,46 9g bg z
,m9 n 48 a,a1,,dm be 2 z da 1 1j
,r4 a,,,
,,ed,,6r o0
,,,,6r mn 1a
,r4 a,,,jy ja
,,,,dm be 1 1 z da 1k
,r4 a,,,c3 p5 20
,,fh,,wu 6h
,,,,q1 73
,,,,14v
,pi k,,,b x f5 n6
52,m9 n 13,,,nq 1d 14 d 26 at 1c 1 1
,,,,sq c6
,,,,14w
,,or,,
,,os,,
,m9 n ou,a9,,ea b3
53,m9 n,a5 4,,62 61 8c 4t cw
,,c6,,
,,,,17
,,,,5y
,,bm,,
,,bt,,
,,bn,,
,,bn,,td
,re,,,13j
,m9 n,a9,,e6 4
,m9 n,a1,,54 yt
,cv 9e n,a1,,cv ho 9e 11 1
,aq go 10 hk,a5 4 2a 2 c8,,4 3p 1b y 1l 1 m 83 42 4o 4 f 1 3 1 1 1 1 1 b 1 d l c1 2 b 1c 2
,,c8,,
,,,,62 w2
,,,,ql
,rp,,,pk
,se hk,cl,,r5 c1
,m9 n 4b,,,pn u
,r7,,,gd 9a u
,a1,63,,aj 5 1f 8c gt 20
,re,,,dn cx cz
,1a5,a1 5q,,
,qm,,,py
,,ou,,p3
,1d8,,,p3 17 1
,m9 n 1a,,,4
,,ov,,
56,m9 n,a9,,p0 cv 30
,,,,46 3h eg 1k 1y
,,,,q0 3
,,,,46 3h eg 1k 1g x
,,,,46 3h hg
,,,,33
,,,,qk
55,,,,14v 2
,,bx,,
,md j,,,d m2
,,,,qc
,151,,,m3 1k 2q
58,m9 n,9j,,d 1v mv 1h 26 c6
,,,,q4
,,ox,,qg
,r4,ow,,
59,re,,,p7
,r8 6,,,qi
,,oy,,
,,oz,,
,,,,q0 ew
,,,,qk ec
,qx,,,14w
,re,,,b
,,c4,,
,m9 n,a1 8,,e 6d 1h mb
,,,,7n hg 1k cw
,,,,pk
,,,,gd
,,,,pn
,,,,d
,,bv,,
5b,,,,p3 14 d cz 1c 1 1
,,,,7n x9
,,,,p3 ft
,151,bl,,
,ql,p0,,px
,,p0,,
5c 1,19y,cj,,62 1l hk 1n 1 1 1
,,,,qu
,,cc,,
,p5 ky,a9,,1b nn
,rx,,,qz
,,p1,,
,,,,4 7j
5e,m9 n,a0,,
,,p2,,
,,p3,,
,,p4,,
5f,mh f,,,mk 2j
,,,,e
,,p5,,
,s8,,,r4
,md 4 f,,,mf 5
,,ce,,
,m9 n,a5 4,,11p
,m9 n,a5 4,,ms 7s
,m9 n,a9,,d oq ax 24 12
,,,,6q o8 76 2x 1
5h,,,,88 uy
,,p6,,
,md j,,,mf fp 12
,mw t,ck,,
o,,,,p3 25 by 1x
,,p7,,
5o,a1 4g ee w g7,63 3g i 8 2a 16 1i a1,,c3 8c 6u 1 1 1 1 9v w l h 2
,m9 n,a1 f8 1,,4 7j jq
,,cn,,
,,pd 1 1,,rf 1 1
,a1 138,da,,rj r 8y 20
,a1,cr,,ri
,,cr,,rj
,,,,88 uh
,sv d1 7e 1 1,,,kf bx 65 2o 1 1
p,cv,,,cv eq
,,pb 1,,
,tk,d3,,g3
p 1 j 1 1 1,,,,
,mf h,,,dm 8v gv
,sv u c7 7e 1 1,,,kf bx 65 2o 1 1
,sv ke 1,,,wc 66
,tk,d3,,sf
,,9g,,jz
q,cv,,,cv ex
,,pg,,
,,ph 1 1 1 1 1 1 1 1 1 1 1 1,,
,1d9,d4,,88 ua 7
,1d9,,,12i
19 4h,a1 c8 n,63 42 4,,88 3v 1j 6t gt n 1d
5r,,,,c3 8c gt 20
,,,,47 yi
,,pu,,
5s,,,,s7 1
,a1,63,,kf it
,,,,c3 8c it
,tg,,,sc
,tf,,,sb
5u,,,,
5t,,,,
,,da,,sb
,,da,,sc
,,,,54 5k
,,dc,,
,1da 2,,,138 1w 1
,sv jm,,,
,,pv 1,,
,1dc,d4,,88 uh 2f 1
,,,,12p
,,,,93
17 1,,,,
,tr,dj ce,,t3
,tr,,,t2
5x,tz,,,sp
,5p,,,9i j6
5y,,dv,,
,,py,,
,tx,,,sn
,,ds,,
,tr,du,,
5z,,,,ss
,m9 n,a9,,46
,m9 n 6v,a0 1 4 3i,,
,tr,e7,,
,tr jm,,,sz 2
,tr,,,t0
,tr,e4,,
,,,,dc ft 1
,,ii,,zw
,tr,e5 4d,,
,oz 64 ex 3,,,6r 6v ay 5k
,,,,6r 6v
r,q2 6 w a,c7 ds 1,,18 4u p c1 1n 4o f 3r 5 18 2 8h 3 20
,v3 ex,,,u4 b4
,,8c,,138
,,,,6r im
,,,,t7
,,,,y
,,e8,,6r 6v
,un fd,a9,,d oq 4b 1k
,un fd,a1 8,,e t0 1k 8d
,un fd,a1 8,,e t0 1k 27
14,,,,
61,v5 1,,,6j 1p 13 4g 67 9g 2 1 1 1 1 1 1 1 1 1 1 1 2 1 1 1 1 1 1 1 1 5 2 2 1 f 5
,un,,,tg
,un,,,th
,un,,,ti
,un,,,jy
,m9 n 7r,9j i,,e t0 15
,un fg,aw,,88
,un,,,ts
,m9 n 7r,a9,,88 5f oa
,un,,,jy 9u
,m9 n 7r,a1 4 4,,4 84 bq 9g 15 6 76 1
,m9 n 7r,a1 8,,e t0 5 a q
,m9 n 7r,a1 8,,e 6d mn 15
,m9 n 7r,9l g g0,,e t0 10 5 8o
,v3,,,u4
,v5 i9,q2,,88 l8 1 1 o 2 8z
,p0 5n fg,,,ol
,un,,,u7
,un,,,u9
,un,,,137
,un,,,46 42
,un 1j,,,17
,un,9g,,jz 9f 15
,un,,,68
,un 1k,,,ue 8t
,un 1k,,,137
,un,,,ux
,un,,,te
,un,,,1c 2u 5c jw 15
,un,,,46 5c jw 15 g
,un,,,46 5c l1 h
,un,,,46 5c l1 l
,un,,,46 5c l1
,un,,,1e 2s 5c jw 15 g
,md j 7r,,,14 32 2l 1h 1a cx 6z 15 o 6o 1
,md j 7r,9j,,9i cx 73 11 j
,un,,,us ah
,un,q3 1,,
,un,,,ur
,un,,,us 3
,m9 n 7r,9h 4 g,,e t0 15
,un,,,v0
,md j 7r,,,46 42 e7
,,,,v6
,,,,uz 7
,,,,v5
,m9 n,9j,,6r mr 1n
,,,,v0 5
,,,,uj p
,,,,6r mn 15 f a
,,,,v0
,md j,,,14 32 2l 1h 19 cy 6z 15 f 6y
,md j,,,9h cy
,,,,6r mn 1k
,ma m t,ej,,
,m9 n qj,a0,,6r
,v2 2 13,,,u3 2
,,,,81 sc
,m9 n,a1,,4 7x sc
,m9 n,a1,,4
,ff o x1,,,m 5t 5o 8c gt 20
,ff o x1,,,m bh 8c gt 20
,m9 n,a1,,4 ia li
,ff o x1,,,m ev o5
,,,,0 m
,,,,m
,,,,vf 1 1
,m9 n,a1 4 4,,
,,,,101
65,,,,
,,q5,,
,wo,,,vk
,wm,,,vi
,,f5,,
,a1 iu,63,,88 3v 8c br 52 1g 3 h
,,f6,,
68,sv h8,9h 1h,,46 42 nv 2 8 5k
,sv,f9,,
,sv,,,wc
,sv,f8,,
6a,sv,,,88 jf
,sv,,,e
,sv,q6,,
6b,,,,
6c,m9 n,a0 1 4 4,,e 12x
,,q7,,
,,q8,,
6e,tr 3a,dw 9,,wj
,,qa,,
6g,,,,10 b hl 1c l2
,,,,1b 13z
,,,,1b 13z 1
6h,,,,58 xm
,,qb,,
,m9 n,r0 1,,
,xa,a5 4,,46
,xa,a9,,d oq
,o2 98 cv,a1 8,,e nh
,xa,,,28
6j,ir,,,pu dh
,m9 n,a1 8,,e 12x
,ir,,,4s gx 2 d5
6k,,,,wv
,xk,,,wt
,,qc,,
,xu,,,x1 66
,,fl,,
,,fq,,ww 1 6a
,,,,ww 1 6a
,,fq,,137
,m9 n,a1 a,,
,md j,,,46 5c cx ak
,md j,,,9i cx al
,m9 n,a9,,3t
,ma m t,fp,,
,m9 n qk,a0,,wx
6m,1a3 2 1n,aw,,tm
,xy,,,x3
,,qd,,
,y5,,,xb 5w
,1cl,,,137
,,,,46 5c nq 4n
,,,,46 5c nr 4o
,,,,46 5c ns
,md j,,,mf
,ma m t,ft,,
6o,,,,
,,qe,,
,,,,xd
,,,,u
,y9,,,k
,,,,xh
,,fw,,
,,fx,,
,,,,xm
,,,,xn
,,fy,,
,,fz,,
,,,,xp
,,g0,,
,m9 n,9l g,,e k1 db 2
,m9 n,a0 1 4 4,,6r mn 4d
,m9 n,a1,,c3 8c
,,,,6r 5c 8c a3
,,,,xs
,,g2,,
,,,,2 xk 7
,,g3,,
,,,,2 33 uh 7
,,g4,,
,,g5,,
,m9 n,a1 ge,,pl
,,g6,,
,,,,81 po 2o
,m9 n,a1,,81 sc
,,,,7v s rq
,7i a 1,,,
,,g7,,
,,g8,,
,,qg,,e6
,,qg,,
,1bq,qg,,
,,ga,,
,,gb,,
,,gc,,
,,gd,,
,ff o x1,,,6f
,ff o x1,,,
,ff o x1,,,52 a7 38 1y dg 1
,,,,fh nv
,a1,63,,52 71 8c gt 20
,m9 n,a1,,xx
,,gg,,
,a1,63,,52 su 5c 4
,a1,,,c3 p5
,,,,154 8
,,,,13w 18 8
,,gi,,
,,gk,,
,,gl,,
,,gm,,
,,gn,,
,un fb 2,cj 1y,,62 1l af fk d 1
,,,,62 og
,m9 n,9o d 4 4,,4 42 1w oi 4 3d
,m9 n,a1,,4 42 1w oi 4
,m9 n 36 12 a,a1 26 6b 3 7f h,,18 yo
,,go,,
,zx,,,ms au g 1 1 2 1 1 1 1
,,,gp,
,m9 n d1,a1,,
,m9 n d1,a5 4,,
,m9 n d1 cz,a5 4,,
,m9 n d1,a1 4 4,,
,zx,,,y9
,zx,gp,,
,,gq,,
,,gr,,
,,gs,,
,,gt,,
,m9 n 36 12 a,a1 4 4 1y el 1,,18 mg 1x dy
,,,,yb
,,,,0
,,gv,,
,m9 n,a1,,dc oj
,,gw,,
,,gx,,
,,gy,,
,,,,yc
,,gz,,
,,,,yd
,,,,ye
,m9 n,a1,,14t
,,h0,,
,m9 n,a1,,p3 i
,,h2,,
,,h3,,
,m9 n,a1,,13b
,ff o x1,,,52 1d 8u 56 it
,,,,i er nz
,,qi,,uf
,,qi,,
,,,,xw
,,,,yf
,,hb,,
,,hc,,
,a1,,,7n cs dh k 2s 20
,,,,i0 gh
,m9 n,a0 1 4 4,,4 134
,a1,63,,52 71 8c it
,,hd,,
,a1,,,kf dh 3c 20
,1dh,,,yh 1
,,,,c3 8c
,a1 c8 n,63 3x 1 4 4,,46 w 36 c7 hh 1c
,,he,,
,a1,,,xw
,1dh,,,yj
,,hf,,
,,hg,,
,,,,38 103
,,hi,,
,,hj,,
,,,,yk
,,hl,,
,,hm,,
6p,m9 n,a1 8,,e
,,ho,,
,,hz,,
,,i9,,4 zj
,,,,zh
,11j,qj,,td
,,,,zi
,,hq,,
,,qk,,
,,ql,,
,,,,zf
,11j,,,yx j
,,,,zl
,,hw,,
,,hp,,
,,,,z5 9
,,,,z6 7
,,i9,,
,,,,z0 8 1 1
,,hu,,
,,,,z5
,,hv,,
,,e8,,
,,,,yf l k 1
,,hx,,
,,,,zl 1
,,i9,,zc
,,,,yf 14 2
,,i0,,
,,,,6r o7
,4z,,,6r o7
,4z,,,6r
,m9 n,a1,,6r mn
,,,,z6 6
,,,,zc
,,,,zn
,,,,z0
,mf h 1a,,,mh cj 11 2w
,m9 n f0 bm,a1 4 4 80,,4 a yq k 1
,m9 n,a1,,124 12
,11j,,,yw
,,ic,,
,,ie,,
,,,,z6
,,,,xo 1x
,m9 n,a1,,z6
,,,,l6
,,ih,,
s,m9 n 1a 1w 12 a,a1 26 ef,,18 4u j1 au 3a 1 25 1
,,,,15d
,,ik,,
,,ij,,
,,,,zz
,19y,cj,,
,r4 a,im 2a,,3r 2b ab 42 1f 39 ay 37
,m9 n,a1,,33 m0
,q2 12 a,bv,,18 1v 2z ab 42 4o ax 38
,m9 n qm,a5 4,,33 59 di 39
,19y,a1 2i,,4 120 12
t,,,,p3 h
,,,,15f
,l,,,1f
,mf h,,,1c 86 cz
,mf h,,,9i cz
,mf h,,,1e 84 cz
,,,,ns
,m9 n,,,103 1 1
,m9 n 1a,a1,,pl
6q,16u,,,
,,,,1 30 107
,,21,,138
,2s,,,2 2y
,1b6,,,36
,,,,36
,m9 n,ac,,7n
28,,,,
2b,,,,
29,,,,
2a,,,,
,13o,3d,,
,,qn,,
,,qo,,
,7e,,,7v 6
,7e,,,4
,7e,9g,,7v c4
,7e,,,6a
,7e,,,10e
,7e,,,7v
,7e,,,1z
,7e,qp,,
,7e,,,10n
,7e,,,81
,mf h,,,mh 83
,,4d,,
,,4e,,
38,,,,
36,,,,
3k,,,,8
,a1,,,c3
6r,a1,,,c3 1 ov 2
6s,a1,,,c3 1 ow 1
,a1,,,112 1
,mf h,,,46 42 e9 x
,,,,j3 i1
,,,,j3 i3
,,,,11f
6t,1bp 1e,,,118
41 1 1,,,,119 1z
,,50,,
,,5f,,
,,53,,15g
,,,,11g
,,,,118
,,,,11j
,lp,,,l2
4l,m9 n,a1 8,,e
,mc 2 1 h,,,mg 1 2
,,9l,,m3
,,,,14u
,,,,dl
,,af,,
,,,,46 42 tn
,,,,46 42 to
,,,,46 42 tp
,,,,46 9g
,a1 ej,,,o8
,,,,46 5c ep
,,,,pp
,,,,11v
,,,,11w
,,,,11x
,,,,11y
,,,,11z
,,,,120
,,,,121
,,,,122
,,,,137
,,av,,
,,,,dm bg z
6u,,,,
,sg,,,r7
5i,,,,62 w2
,,,,136
5m,,,,62 w2
5j,,,,62 w2
5n,19y,,,62 7l oh
,15i,,,lb
,,,,46 5c
,,,,1c 2u 5c
,md j,,,9i cx gr
,1ca,,,129 1 x
,m9 n,9l,,
,sl,,,re
,,,,1e 2s 5c
,1cb 18,63 3l 3m,,c3 8c 7u
,m9 n,a5 4,,154
,a1 13i,da,,sa
,m9 n pf,63 3l h 4,,c3 8c 7v
,se hk,cl,,r6
,1cb,63,,c3 8c 7u cv
,wp,,,vo
,mf h,,,9i cz 94
,mf h,,,9i cz 95
,mf h,,,9i cz 96
,sv,,,12o j
,sv,,,12n
,md 6i h8,ay,,88 av 3c fg x
,md 6i h8,ay,,88 e7 fh w
,sv,,,12p
,c sj,,,15
,sv jl,,,
,sv jk,,,137
,m9 n 5z,9i j,,e
,,fd,,
,m9 n 36 12 a,a9 1y 36 aw,,d v nv
,mf h,,,88 e9 fe
,mf h,,,88 e9 ff
,m9 n,a1,,2
,m9 n,a1,,6r
,12n,,,zu
,mf h,,,2r 6r cz
,mf h,,,9i cz db
,mf h,,,9i cz d9
,mf h,,,9i cz dc
,,,,12x
,,qq,,
,,,,130
v,m9 n,a5 4,,33 ir 39
,mf h,,,dm 8v
,,,,14 k5
,,,,14
,,,,1n 1i 12g
1m,,,,
,,,,1n 1i
,,,,26 z
,,l7,,
,m9 n,a5 4,,12v
,,,,35 1
,q2 12 a,,,18
,1bd,,,15m 1
,r4 a lu,,,p3
2s,,,,
,,,,15o 1
,,,,p3 w r cn
,,,,13d
,m9 n,a1 8,,
,,,,15r
,,,,jy lt
,,,,6r nx
,,e8,,6r 6v br 56
,7e ev n,ac,,7n 8 6
,m9 n,a1,,dq
,79,,,7m
,,,,15s 1
,,,,7a
,,,,15u
,,4p,,88 1a
,19y,a1 4 4 2a,,4 5y w2 12
,un fd,a1 8 48,,e t0 15
,,52,,o 4g
,,5u,,
,,,,bw
,,,,b7
6y,,,,b7
,d5 1 l4,,,d9 1
,,52,,54 6z
,,,,c3
,,,,15w
,,,,15x
,,rh,,8 jy je
,,,,8 13c 2e
,,,,15z
,ci,,,8 cv
,di,,,dq 9
6z,,,,ex
77,,,,
,181,,,q bb
70,,,,13w
71,,,,138
,,mz,,
72,,,,
73,,,,
,a1,,,kf it 4 k
,1d6,,,ex
,ff,,,i2
,,,,f3 3v
,cu,,,52 7r
,cu m,nk,,52 7e d 75 ja
,cv,nk,,c3 s 73 ja
,a1,,,am
,,,,k0
,cu m,nv,,cg d 75 h it
,cv,nv,,cv 73 h it
,q2 12 a,,,18 4u
4j,m9 n,a0,,
,,9l,,7n eg
,mw,,,mv 1
,,,,ms
,,,,mt
,,,,7n eg
74,,,,
,oc,,,o0
,mc 3 h,,,mh 2
,mc k,,,46 id
,,,,7n hg 16 da 1d
75,,,,
,cv 9e n,ac,,7n 4g s c8 i o b cz
,,,,13j 1d
,r4,,,13j
,,,,c3 8c gi b 20
,195 4f,,,6r
,un fd,a1 8 48,,e u5
,191,,,137
,1dk,,,6r
,,,,6r wg
,m9 n,a1 8,,e 7u mb 7c
,m9 n,a1 4 4 3z,,4 oz
5p,m9 n,a0 1,,14 q9
5p,m9 n,a0 1,,rd
,a1,,,kf kr
,sm 9,,,
,sm,,,s9
,a1,,,kf
,sv 8,,,
,t3,,,sa
,5p oa,,,so 1
,mw t 6y,9l g,,te 1k
,un ir,,,88 l8 1 1 9p
,,,,6r ep kv
,,,,16b
,,,,14 127 1l
62,1ay,,,56 1l ic e4 35 6
,m9 n 1a,a1,,6r mn
62,m9 n o2,a1,,56 1l ic e4 35 6
,tr jm,,,
,tr,e5,,b8
,m9 n,a1,,4 7j 6n
,m9 n,a1,,4 6n w 5z gy
,11j,,,yx
,,,,nn fm
,1bd,,,6r 1h y5 1
,m9 n,a1 8,,e 6d mn 15
76,,,,0 jz gr
,,,,wy
,m9 n,qu,,
,19y,rl,,
,m9 n,qv 1,,
,1a0,rm,,
,1a0,rn,,
,m9 n,qx,,
,1a3,ro,,
,m9 n,qy 1,,
,1a5,rp,,
,1a5,rq,,
,xa,rr,,
,xa,rs,,
6v,,,,
,,,,7b r
,1az,,,16j
,mf h,,,9i cz ai
6w,mf nj,cj 1p,,62 p do 22 2m a 56 2 2 8l 20 x
,,,,166
,sm,da,,s9
,sm,,,167
,t3,,,16h
,t3,d7,,s7 3
,ci,,,d3
,3y tc,fh 6 c8,,46 42 om
,19y,,,62
,n3 mv 3n,,,62 x5
,1a0,,,6r
,p5 kv 3,,,1b 5g 1h gq
,1a0 3f,rw,,6r wg
,n3 n0,,,
,n3 n2 3h,,,137
,p5 ky 2 3i,,,1b nn
,xa,,,13b
,n3 a7 g6,,,137 4
,p5 85 ct 3k,,,1b nn ed
,m9 n 4i,a1 4 4,,4 oz 1j
,,rt,,
,,ru,,
,3y,,,3t zi
,,,,16k
1d,,,,
,16u 5u,,,
,,l4,,35
1r,16u,,,iy
,1cn,,,35
x,,,,
e,m9 n 36 12 a,a1 1u 9s,,18 nv
,,2z,,tg 1
,,,,tg
2g,,,,
2j,,,,bm dh w
2k,,,,
2l,,,,
2m,,,,
2o,,,,
2p,,,,
2q,,,,13f
2r,,,,
2y,,,,
,m9 n p7,a1,,
,,,,10r
3l,,,,
3z 1,,,,
44,,,,
,dp,,,dy
45,,,,
,,,,dc
,gg 5t n be,a1,,9 1 1 1
4h,,,,6r o7
4i,,,,6r o7
,m9 n p1,a9,,d
,,,,l 1
,m9 n p1,a5 4,,
4m,,,,dn
4o,,,,
4q,,,,
,1cw,a5 4,,
4s,,a0 e8,,7n
4t,,,,28
4u,,,,
54,,,,
5a,m9 n,a5 4,,dn
5g,m9 n,a0,,150
5k,19y,,,124
,m9 n qp,a0,,
5v,a1,,,118 20
,m9 n 13 5s,a1,,4 nm
5w,,,,
64,,,,yw 2z
66,m9 n,a0,,
67,1a3,a1 8 p,,33 4k l e6 2p cu r 3
69,a1 gk j a,63,,88 2g 1f du bb 1i 1 h
6f,,,,137
6d,,,,
6i,,,,
,m9 n qq,a0,,
1e,,,,
w,,,,
1g,,,,
1n,,,,
1q,,,,
b,,,,
12,,,,
d,,,,
1z,,,,
20,,,,
25,,,,
2h,,,,
,,,,38
37,,,,
3a,,,,
3g,,,,
3m,,,,
3x,,,,
,,,,h 1 1 10z
,,,,g5 n
,,,,15k
,un ah 4u 2,cj 1y,,62 p 1h l6 16 4 7f
57,,,,
q,,,,
,sq,d4,,rk
,a1 c8 n qd,a5 4 31,,sa 8y 20 1w
p,,,,
60,,,,
,,,,te
63,,,,
6l,,,,
,,,,8a
v,,,,
,m9 n,a5 4,,dm h2
,un fd,,,
5l,,,,
6n,,,,
51,,,,

,,,v 0
,1,w 2,x 3
,4,7 4 5 4 6 4,y 5 z 6 10 6 11 5
,,12 7,13 8
,,,14 9
,,12 a,13 b
ip,,,15 c
,,,16 d
,,,17 e 18 f
iq,g,19 h,1a i
,,1b j 1c k 1d k 1e k,1f l
8,,1g m 1h n,
ir,o,1i o 1j o w p,
ir,o,1i o 1j o w q,
ir,o,1i o 1j o w p,
ir,o,1i o 1j o w p,
ir,o,1i o 1j o w p,
ir,o,1i o 1j o w p,
ir,o,1i o 1j o w p,
ir,o,1i o 1j o w p,
ir,o,1i o 1j o w p,
ir,o,1i o 1j o w p,
ir,o,1i o 1j o w p,
,r,1k s 1l t 1m u,
8,,,
,v,1g w,
z,x,,
,y,1g z,
,10,1n 11 1o 12 1p 12 1q 13 1r 14 3 15 1s 15 1t 15 1u 15 1v 15 1w 15 1x 15 1y 16 1z 14,
x,17,20 17,
iq,18,,
is,19,,
,1a,21 1b,22 1b
y,1c,1n 11,23 1d
,,24 1e 20 1f 25 1g 26 17 27 1h 28 1i 29 1j,
10,1k,e 1l 2a 1m 2b 1n 28 1o,2c 1p 2d 1p
,,28 1o 2e 1o 2f 1q 2g 1r 2h 1s 2i 1t 2j 1u 3 15 1s 15 1t 15 1u 15 1v 15 1w 15 1x 15 2k 1v 2l 1w 2m 1x 2n 1y,
8,e,,
,,1g 1z,
10,20,e 1l,
15,21,,2o 22
,,2i 1t 2e 11 2p 11 1r 11 3 15 1s 15 1t 15 1u 15 1v 15 1w 15 1x 15 1z 11 2q 11,
,,,2r 23
z,24,,
is,19,,
it,25,2s 26 2t 11,2u 27
,,1g 28,
,,1g 29,
,,1g 2a,
,,1g 2b,
iu,,1g 2c,
1v,,1g 2d 2v d,
1v,,2w 2e 1g v,
iu,,1g 2c,
iu,,1g 2f,
1v,,1g 2g 2v d,
1v,,1g 2h,
1v,2i,1g 2i,
23,,,
23,,1g 2j,
23,,,
iv,2k,,1a 2l
,2m,1m u,
iw,2n,28 2i 2x 2o 2y 2p,2z 2q
,2r,2 2r,30 2s
,2t,31 2u,
,2v,32 2r 33 2w 31 2u,
,,34 2x,
ix,2y,35 2u 36 1j 28 1j,37 2z
,y,1g z,
,,,38 d
iv,30,,
iy,31,2s 26 2t 1j,2u 32
,33,39 34 3a 35,3b 36
,37,3c 38 3d j,
,,34 39,
iz,3a,28 1j 3e 1j 3f 3b,3g 3c
j0,3d,3h 3e 3i 3f 3j 3g,
,3h,3k 3i 3l k 3m 3j 3n 3k,
,3l,3o v,3p 3m
2c,,1g m,
2a,3n,,
j0,3o,3q 3p 3r 3q,
,3r,3s 3s 3t 3s 3u 3s,
,,,18 3t
,,,3v 3u
29,3v,,
29,3w,,
2h,3x,3w 3y 3x 3z,3y 40
,,3z 41 40 42 41 43 42 44 43 45 44 46 45 47 46 j 3t 48 3s 48 3u 48 47 48,
29,49,,
2k,4a,48 4b 49 3y 3w 3y 4a v 4b 4c 4c 4d 46 j 4d 48 4e 48 4f 48,4g 4e
,,4h 4f 40 4g 41 4h 42 4i 43 4j 4i 4j 4j 4k 44 4l 45 4m 3q 3p 46 j 4d 48 4e 48 4f 48,
29,,,
2c,,,
,,4k 4n 4l 4o,4m 4p 4n 4p 4o 4p 4p 4p 4q 4p 4r 4p 4s 4p
29,4q,,
,,,4t 4r 4u 4r 4v 4r 4w 4s 4x 4r 4y 4r 4z 4t 50 4r 51 4r
2a,,,
29,3w,,
29,4u,,
j1,4v,52 4w 53 4x 3k 3i 54 4y 55 4z 56 50,57 51
,52,58 53 59 54,5a 55 5b 55 5c 55 5d 55
,,,5e 56 5f 57
j2,58,5g 59,5h 5a 5i 5b
j3,5c,,5j 5d
,2i,,5k 5e
j4,5f,1g 5g,
,,,5l 5h 5m 5h 5n 5h
36,,5o 5i,
,5j,46 j 5p 5k 5q 5l 5r 5m,
,5n,5s 5o 46 5p 5p 5k 5t 5q 5u 5r,
,,1b j 5v k,5w 5s
,,5x 3y,
,,,17 5t 18 5u 5y 5v
36,,5o 5i,
,5w,,5z 5x 60 5y
36,5f,5o 5z,
j5,60,61 61 62 62 63 61 64 63 65 64 66 65 67 64 68 66 69 61,6a 67
,,1g 2j,
,50,1g 50,
3e,68,6b 69,6c 6a 6d 6b
,,6e 6c,
3d,6d,,
,,6f 6e,
3e,6f,,6g 6g 6h 6h
,,6f v,
,6i,6i 6j,
,,6f 6e,
,6k,6j 6l 6f 6m,
,6n,6f 6o,
,,6k 6p 6l 6q,
,,6l 6q,6m 6p 6n j
3e,6r,,6o 6s 6p 6t
,,6f 6e,
,6k,6f 6m,
,6k,6j 6l 6f 6u,
,,,6q 6v
,,,18 6w
,,,6r 3w
,k,6s 6x 6t 6x 6u 6y 6v 6y 6w 6z 6x 6z 6y 70 6z 70 70 71 71 71 72 72 73 72 74 73 75 73 76 74 77 74 78 75 79 75 7a k 7b k 7c 76 7d 70 7e 70 7f 76 7g 76 7h 73 7i 77 7j 76 7k 76 7l 78,7m 79
,7a,7n 3y 7o 7b,7p 7c
,7d,7q 7e 7r 7f,7s 7g 7t 7h n 7e
,7i,7q 7j 7r 7k,n 7i
,7e,7q 7e 7r 7f,7s 7e 7t 7l 18 7m n 7n f 7e
,7o,1g 7p 7q 7q 7r 7r,7u 7s 7t 7s
,7t,7q 7u 7r 7v,n 7t
,7e,7q 7e 7r 7f,7s 7e 7t 7l 18 7m
,,,7v 7w 7w 7w 7x 7w 7y 7w 7z 7w 80 7w
46 f0,,,
j6 1,7x,81 7e 7v 7e 82 7y 83 7e 84 7e 85 7e 86 7z 87 7e 88 80 89 81 8a 82 8b 7e 7o 83 8c 84 8d 85 8e 7e 8f 7e 8g 86 8h 7e 8i 7e 8j 7e 8k 7e,8l 87 8m 87 8n 88
j8,89,,8o 8a
,,,6q 8b 8p 8c 8q 8d 8r 8e 8s 8f
,,,8t 7w 7v 7w 7w 7w 8u 7w
,7e,7q 7e 7r 8g,7s 7e 7t 7l 18 7m
,8h,8v 8i 8w 8j,
j9,8k,8x 8l l 8m 8y 8n,8z 8o 90 8p
,8q,91 8r 92 d,
,8s,93 8t,
ja,8u,,
ja,8v,,
ja,8u,,
ja,8u,,
ja,8u,,
ja,8u,,
,8w,1b j 94 j 1c 8x,
4n,8y,e 1l 95 8z 96 8z 97 8z 98 8z 99 90 9a 91 9b 92 9c 93,9d j 9e 94 9f 94 9g 95
,,9h 96 9i 97 9j 98 46 99 9k 9a 9l 9b 9m 9a 9n 9c 9o 9d 9p 9e 9q 9f 9r 15 9s 15 9t 9g 9u 9g 9v 6p 9w 9h e 1l,
,,46 9i 9k j 9n 9j 9m j 9l 9k 9o 9k 9p 9k 9q 9k 9h 96 9t 9g 9u 9g 9v 6p 9w 9l e 1l,
,9m,1b 9i 9x 9n 9y 9o 9z 9n a0 9o a1 9p a2 9q,a3 9r
4o,9s,e 1l a4 1l a5 9t a6 9u,9e 9t 9f 9t 9g 9v
4o,9w,e 1l a4 1l,
,,,s 9x a7 9y
4x,,,
4x,,,
4x,,,
57,,a8 9z,
,,a8 9z,
,a0,a9 a1 aa a2 ab a3,
,a4,ac a5,
,a6,ad a7 3c a8,ae a9
,,af aa,ag ab ah ac ai ad
,ae,aj af ak ag al ah am ai an aj ao ak ap al aq am ar an as ao,
,ap,62 aq,
,,,at ar au as
6a,at,,av au
,,a8 av,
,,a8 aw,
,,a8 ax,
,,5o ay,aw az ax az
,,5o b0 ay b1,az 4r b0 4r
,,,b1 b2
,,5o b0,b2 b3
,b4,52 34 3k 3i,
,,b3 b5,
6a,b6,b4 b7,b5 b8
,,,8 b9 b6 ba
,,,b7 bb
,bc,b8 bd,
,be,52 bf,
,,a8 bg,
,,,b9 bh ba bi bb bj bc bk bd bl be bm bf bn bg bo bh bp bi bq bj br
,,,bk bs
67,,bl bt bm bu bn bv,
5s,,bo bw bp bx,
5k,,,
5s,,bo by bp bx,
5s,,bo bz bp bx,
,,,bq c0 br c1 bs c2 bt c3
jb,c4,bu c5,bv c6
,a5,bw c7 bx c8 by a4,
,,,bz c9 c0 a5
,,,q ca s ca c1 ca a7 ca c2 ca c3 cb
,cc,c4 cc c5 cc,o cc g cd c6 cc p cc c7 cd c8 cc r cc c9 cc ca ce cb cc cc cc t cc cd cc ce cc
jc 1,cf,,cf cg cg ch
64,,,ch ci
64,,ci cj,cj ci
5s,,bo ck bp bx,
,,a8 cl,
je 1,cm,ck cn cl co cm cp cn a1 co cq cp a1 cq cr cr cs cs ct,cg cu ct cu cu cu cv cv cw cw
,cx,cx cy cy cz cz bx d0 bx d1 bx 3c cy d2 d0,d3 ci d4 d1
,,,d5 d2 d6 d3 d7 d4
,d0,,d8 c6
,,,d9 d5 da d6 db cl
jg,d7,dc 8w,dd d8
jh,d9,de da df da dg db dh dc di dd dj de,dk df cg dg
,,dl 1l,
57,,,
,,,dm dh
,di,dn di,do dj
,,,dm dh
6g d2,dk,dp di dq di e dl dr di ds di dt dm du di 9b dn dv di,cg do dw dp dx dp dy dp dz di e0 di
,di,e1 dq e2 dr e3 dq e4 ds e5 ds e6 dt e7 dq 68 du e8 dv e9 du 6a dw 46 dx dm dy ea dz eb dz ec dz ed e0,
6j,e1,,
6j,e2,,
j0,e3,ee e4 ef e5 eg e6,
6m,e7,eh e8,
6m,e9,ei ea,
j0,eb,ee e4 eg e6 ej ec ek ed el ee em ef en 36 eo eg ep eh eq ei er ej,
6p,e1,,
6p,e2,,
j0,ek,ee e4 ef e5 eg e6,
6s,e7,eh e8,
6s,e9,ei ea,
j0,el,ee e4 eg e6 ej ec ek ed el ee en 36 eo em eq ei er ej,
6v,en,,
6v,eo,,
j0,ep,es eq et er ee e4 eg e6,
6y,es,,
6y,et,,
j0,eu,eu ev ev e5 ee e4 eg e6,
,,1g 3y,
7i,,1g m,
78,,1g ew,
7v,y,1g ex 62 aq,
,ey,ew ez ex f0 ey f1 ez f2 f0 f3 f1 f4 53 f5 f2 f6 f3 f7 f4 f8 f5 f9 f6 fa f7 fb f8 fc 1r f0 f9 fd fa fd fb fe fc ff fd ff fe fg ff 90 fg fh fh fi,fi fj
,fk,a8 fl,
,fm,fj fn fk fo fl fp fm fq fn fr fo fs fp ft fq fu fr fv fs f0 ft fw fu f0 fv 15 fw 15 fx 15 fy 15 1r f0 1z f0 fz fp,g0 fx g1 fy
,,g2 fz fs g0,g3 g1
j0 j,g2,g4 g3 g5 g3 g6 g3 g7 g3 g8 g3 g9 g4 ga g5 gb g6 gc g7 gd g3 ge g3 gf g8 gg g9 gh ga gi gb gj g3 gk gc gl gd gm g3 gn g3 go g4 gp g3 gq g3 gr ge gs gd gt g3 gu gf,
,,,b gg 7t gh 18 gi gv gj gw gk
,,,gx gl
,,1g gm,
79,,,gy gn
79,,,gy gn
73,go,gz 6e h0 6e f2 gp,h1 gq h2 gr
89 bb,gs,h3 gt,h4 gu h5 gv h6 6e
78,gw,1g gx,
,a1,a8 gy,
,a1,a8 gy,h7 gz h8 gz h9 gz ha h0
,,,18 h1
73,h2,,hb h3 hc gr
89 bb,ff,,h4 gu hd gv
73,h4,f2 gp,he h5 hf gr
89 bb,h6,,hg gu hh gv
7v,,1g h7,
77 cc,h8,gu h9,
7v,,,
7v,,,
7v,,1g h7,
7v,,,
7v,,,
,,,hi ha hj hb
,,,hk hc
,,,hk hc hl hd hm he
j0,hf,1g f0 hn hg,
7v,,,
,g3,7q hh ho g3,
78,,1g h7,
7i,,,
25,,3l hi 3m hj hp hk hq hk hr hk hs hk,
,g3,,bh hl ht hl hu hl
,g3,hv g3 7q hm hw g4 hx g3,
j0,hn,hy ho hz a1,
7v,,1g hp,
7v,,,
78,,1g hq,
jk 1,hr,i0 ff i1 ff i2 ff i3 ff i4 ff i5 hs i6 ht a hu 9 hv h3 hw i7 hx i8 hy i9 hz ia i0 ib i1 ic ff id ff ie i2 if i3 gq i4 ig i5 gm i6 ih hy ii i7 ij ff ik i8 il ff im ff,in i9 io gv
,ff,,13 7d
,ia,,ip ib iq ib
jm,ic,ir 36 is ia,it id
,,53 ie f5 ie af v,
8i,if,iu ig iv ih iw ii ix ij iy ik iz il j0 im j1 in,cg io j2 ip
j0,iq,j3 ir j4 is iz it j0 iu j5 ir j6 ir,
8j,iv,j7 iw j8 ix j9 iy ja iy 52 iz 1r j0 jb j1 jc j2 jd j3 je j4 jf j5 jg j6 jh j7 ji j8 jj j9 jk ja jl jb jm jc jn jd jo je jp jf jq jg jr jh js ji jt jj ju jk jv jl jw jm,cg jn jx jo
8p,e5,jy jp jz jq j1 jr k0 4x 1r j0 jk ja jo je k1 js k2 jt ji j8 k3 ju jq jg jr jh js ji k4 jv,k5 jw k6 jx
,jy,,
,jz,j9 k0 k7 k1,
,,k8 k2,k9 k3 ka k4 kb k5 kc k6 kd k7 ke k7
8i,k8,iv ih ix k9 iy ka,
,,k8 k2,kb kb kc kb
8j,kc,kf kd j7 ke 52 iz kg kf jd j3 kh kg jm jc ki kh kj ki kk kj,cg kk kl kl
8p,e5,jy km jz kn k1 js km ko k4 jv,k5 kp k6 kq
j0,kr,k4 36 kn ks,
,,1g kt,
,11,1n o 1g ku,
,,ko 2u 1g kv,
,,1g kw,
,,1g kx,
,,1g kt,
,y,1g ky kp y,
,,1g kz,
,,1g l0,
,l1,1g l2 kq l3 kr l4,
,,1g l5 ks 4z,
,,1g l6,
,,1g l0,
,,1g l0,
,,1g l7,
,,1g l8,
,,,38 l9 kt la
,lb,1g lc ks ld ku ld,
,le,1g lf,
,50,1g lg,
,,1g lh,
,li,,kv lj
jn,lk,e ll,kw lm kx ln ky lm kz j l0 lo
,,1b j l1 k,l2 lp
,,,l3 7w 0 7w l4 7w l5 7w l6 7w l7 7w
,,l8 lq l9 lr,la ls lb ls lc ls ld ls le ls lf ls lg ls lh ls li ls do ls 8 ls lj lt lk ls ll lu lm lv ln lv lo lv lp lr lq lr lr lr ls lr lt lr lu lw lv lx lw ls lx ls ly ls lz ly m0 ly
,lz,jz m0 m1 m1 m2 m2,
9l,,,
9h,,,
9l,,,
9j,,,
a2,,m3 ir m4 m3,
a2,,m3 ir,
,,,m5 m4
a2,m5,m6 m6 m3 m7 m7 m8,
,m9,,m8 m9 m9 m9 ma m9
,m9,,m8 m9 m9 m9 ma m9
,m9,,13 ma mb m9
a2,ir,m3 ir m7 ir,
,m9,mc m9 md mb me m9 14 mc,mf md mg me mh mf mi mg mj mc
,m9,,mk mh ml mi
jo,mj,,mm mk mn ml
,mm,4 3i dl 3i mo mn mp mn mq mo mr mn m3 mp 46 mq ms mr mt ms mu mt,
ae,mu,m3 ir,
jp,mv,mv mw mw mx mx mw my mx mz mw,n0 my
a2,,m3 ir,
,,l8 mz n1 n0 n2 n1 n3 n2,n4 n3
,n4,n5 n5 n6 n5 n7 n6 n8 n7 n9 n8 na n9 nb na nc nb nd nc ne nd nf nd ng nd nh nd ni ne nj nf nk ng,n4 nh
,mm,dl 3i m6 ni c5 nj n1 nj nl nk nm nl,
jq,,m6 nm ne nd nn nn m3 m7 n1 nj m7 no,
,m9,,13 np mb m9
,nq,4 nr dl ns 46 nt ms nu mt nv no nw np nx,cg ny nq nz nr o0
,,ns nt nt nt,nu o1
a8,,,
9s,,,
a2,,m3 ir,nv o2
jq,,m6 o3 m7 o4,
a2,nj,,
,mm,dl 3i,
,o5,4 o6 dl 3i,nw o7 nx o7 ny o8
9s,,m3 ir,
,o9,nz oa,
jr,ob,9b 92,o0 oc o1 od
js,oe,,o2 of o3 og
am,2i,,
,2i,,13 7d
jt,oh,7n 3y,o4 oi o5 oi o6 oj
,,1b j o7 k,o8 ok
,,1g ol,
,,dm om,
,,1g 4q,
,on,,13 7d
,oo,o9 on dc op oa on ob oq,
,on,,13 7d
,oo,dc on oc on ob or,
,5f,1g os od 5f,
,,1g j,oe ot
ju,ou,,of ov og ow
jv,ox,oh 48 oi oy oj oy,ok oz ol p0 cg p1
,p2,1b p3 om k on k oo k op k oq k or k os k ot k ou k ov p4 ow p4 ox p4,oy p5
a2,p6,m3 nn m7 p7,
,,1g p8,
,,1g p9,
,5f,1g pa,
,50,1g pb,
,,1g pc,
,,1g pd,
,,1g om,
bj,,1g pe,
,,1g pf oz 4z,
jw,om,,
bj 8d,om,1g pg,
bj,6l,1g ph p0 pi,
,5f,1g pj,
,5f,1g pj,
,5f,1g pk,
bj,pl,1g pm p1 50 p0 pn,
,50,1g pb,
,50,1g po,
,,1g pc,
,,1g pp,
,,p2 pq,
bv,pr,,
c3,ps,p3 pt p4 v p5 v 7n mm 1r pu p6 pv,of pw
bq,,1g m p7 n,
bq,,1g px p7 n,
,py,p8 34,
bq,,,
,,,p9 pz 6r q0 pa q1 18 q2 pb q2 pc q2 pd 3u pe q3 pf q4
,,,pg q3 ph q5
bv,q6,,
bq,,1g q7,
,,,pi q8 pj q9
bw,qa,pk qb pl v pm qc pn qd po qb pp qe 62 qf pq qg pr qh ps qh 7o qi pt qj pu qk pv 4z,pw ql px ql py qm
,,pz v d qn 3k qo q0 qp q1 qq 33 qr q2 qs q3 qt q4 qu q5 qv q6 qw q7 qx q8 qy q9 v 46 qz qa nn qb r0 qc r1 qd nn,
,r2,qe v q4 r3,
bq,,,
,r4,,qf r5 qg r4
jx,r6,,qh r7 qi r8
cl,,,
,,,qj r9
bw,,q0 ra qk rb pl v q7 rc,
,rd,c5 re ql re,qm re
bq,,,
bq,5f,p7 rf,
bw,rg,54 4y 62 y pk rh pl v gd ri pn rj d rk qn rl,
c3,rm,qo v 7n rn qp pu 1r ro pp rp qq ro,qr rq qs rr
ca,rs,qt rt qu ru qv 3y qw fq qx rv,qy rw qz rx
,,3k ry e rz,
,,,17 s0 r0 s1 r1 s2
cd,s3,e s4,r2 s5
,s6,e s4,
,,r3 s7,r4 s8
,,1g s9,
,,1g sa,
,,1g sb,
,,5o sc,
jy,sd,,r5 se r6 se
,,1b sf 1d k 1c k,r7 sg
j0,sh,r8 si,
jz,sj,r9 aq ra aq rb aq rc aq rd sk,
,,1b j 1c k 1d k 1e k,re sl
,sm,,13 7d rf sm
,sm,,13 7d rg sm rh sm
,sm,,13 sm
,,1g sn,ri so rj sp
,,,ri a1
,,,rk sq
k0,sr,,cg ss rl st
,,rm lb 25 su rn sv 47 j ro sw,
,sm,,rp sm rq sm rr sm
k0,sx,,
k1,sy,,
,,25 sz 47 j 6a t0 rn sv,cg t1 rs t2
,t3,,rt t3 ru t3 rv t3 rw t3 rx t3 ry t3 rz t3 s0 t3 s1 t3 s2 t3 s3 t3 s4 t3 s5 t3
k1,t4,,
k2,t5,,
k3,t6,qt t7 rn sv 47 t8,s6 t9
f7 4x,8w,,
,t3,,13 t3
,t3,,13 t3
,ta,s7 tb s8 tc,
,t3,,13 t3
,t3,,13 t3
,,s9 td sa te sb tf sc tg,sd th se ti
,t3,,13 t3
,,1g tj,sf tk g3 tk
k5 1,tl,sg tm sh tm,si tn
k5 1,to,,
,,,rk tp
,t3,,13 t3
,5f,1g 5f,
,,1g tq,
e0 67 1,tr,,sj ts
e0 67 2,tr,,
e1,tr,,
,tr,,13 tr
do 6m 1,tr,,
e0 67 3,tt,,
e0 67 5,tt,,
e0 67 6,tt,,
,tu,sk tv sl tw,sm tx sn tx cg ty
,,so 5p,sp tz
e0 67 7,tt,,
kf,tr,,sq u0 sr u0
,u1,ss u2,
e0 67 9,tt,,
e0 67 a,tt,,
dr,36,,st tx su tx
dr,u3,sv u4,sw tx sx tx
k7,u5,sy tr sz u6 t0 tr t1 tr,
,tr,,t2 tr t3 tr t4 tt
e0 67 b,tt,,
e0 67 c,tt,,
kf,tr,,sq u7 sr u7
e0 67 d,tt,,
j0,u8,t5 u9 t6 ua,
e0 67 e,tt,,
j0,ub,dm uc,
j0,ud,t7 ue t8 5f t9 uf,
e9,ug,6r uh,
,,,z ui 10 ui
,,,6r om pd uj ta ug tb ug tc ug
,,1g uk,
,50,1g ul,
,,1g um,
,un,,td 7d
ei 64,uo,te un tf un tg up th uq ti ur tj un dr un 6j us tk un tl un tm ut tn ut 9b uu to uv tp uw tq ux tr un ts un tt un tu un tv un tw un tx uy ty uz tz v0 u0 v1 u1 un,u2 v2 u3 v2 u4 v3 u5 v4 u6 v5 u7 un u8 v5 u9 un ua v6 ub un
,v7,9h v8 9i v9 68 va uc vb ud vb e vc ue vd uf ve ug ve uh ve ui ve uj vf dm vg uk vh ul vi um vj un vk uo vl up vm uq vn ur vo us vp ut vq uu vq uv vr uw vs ux un uy vf uz vt v0 un 46 vu,
,5f,1c vv 1d vw v1 vx v2 vy v3 vz v4 vx v5 w0 v6 w1 1e vw v0 5f uz w2 v7 w3 v8 48 46 w4 uj w5,17 w6
,w7,,v9 w8
,un,,va un vb un
,un,,6k un vc un
,un,,vd un ve un
ez,w9,vf wa,
ez,,vf wb,
es,,m wc,
es,,m wd,
ez,lb,vf we m wf,
ez,,vf 49 m wg,
ez,,vf wb,
ez,,vf wb,
ez,,vf 96 m wh,
ez,v,vf qv,
ez,,m wh,
,,m wi 1g wh vg wj vh wb,
ez,50,vf pb,
ez,,vf 48 m wh,
ez,,vf wk,
ez,,vf wb,
kn,wl,,vi wm vj wn vk wo
,,vl j vm j vn j,vo wp
,,1g wq 54 36,vp wr vq wr vr wr vs wr vt wr vu wr vv wr vw wr vx wr vy wr vz wr w0 wr w1 wr w2 wr
k4 k,ws,w3 sv w4 wt w5 sv,w6 sv w7 wu w8 wu w9 wu wa sv wb sv wc sv
,sv,wd sv,we wv wf wv
ko 1,ww,wg sv e wx,wh wy
,wz,wi x0,
,,,wj x1 wk x2
kq,x3,,wl x4 wm x4
,x5,iw x6 k8 x7,
kr,x8,,wn x9
,,1g xa,
,,1g xb,
,,1g xc,
,,1g xa,
,,1g xd,
,xe,1g 2i,
,xf,pu xg,
,ir,,wo ir wp xh wq ir wr ir
fo,xi,,ws xj wt xk
,xl,wu xm e xn wv xo ww xp wx xq 9h 48 3t xr 3s xs wy xt,
,,1b w4 wz k x0 k,x1 xu
,xv,wx xq,
fs,xw,tm 1u,x2 xx x3 xy
,xz,9h 48 e y0 x4 y1 x5 y2 x6 y3 46 y4 x7 6p,
,,1b w4 x8 k x9 k xa k,xb y5
ks,y6,,xc y7 xd y7 xe y8
ks,y6,,xf y9 xg y7 u y7 xh y7 c ya k y9 xi y9 xj yb
ig,4z,,xk yc xl yc
ig,4z,,xk yd xl yd
ig,ye,xm 4z xn 8w xo yf,xk yg xl yg
ig,4z,,xk yh xl yh
ig,yi,xp 4z,xk yj xl yj
ig,yk,xq yl xr ym xs 4z xo yn,
ig,yo,xs 4z,xk yp xl yp
kt,yq,,xk yr xl yr
kt,ys,xt 1j,xk yt xl yt
ig,4z,,xk yu xl yu
ig,yv,xo v,xk yw xl yw
ig,yx,xp yy xo yz 8n z0,xk z1 xl z1
ig,yx,xp yy xo yz 8n z0,xk z2 xl z2
,,,7t z3 xu z4 b z4 18 z5
ig,4z,,xk z6 xl z6
ig,4z,,xk z7 xl z7
ig,4z,,xk z8 xl z8
ig,4z,,xk z9 xl z9
,,1g za,
,,1g zb,
ig,zc,xo zd f9 ze xv 34 xw zf xx l3,xk zg xl zg
,a1,1g zh f9 zi xw zf xx l3,
ig,zj,xo zk,xk zl xl zl
,f0,,g3 f0 xy f0
ig,ye,xm 4z,xk zm xl zm
ig,4z,,xk zn xl zn
ig,ye,xo f0 xm 4z,xk zo xl zo
ig,ye,xm 4z,xk zp xl zp
ig,zq,xo zr xz zs y0 zt y1 zu xm 4z,xk zv xl zv
ig,zw,y2 zx y3 zx y4 zx xo zx y5 zx xm zy y6 zz y7 100 y8 101 y9 zx ya 102,xk 103 xl 103
ig,4z,,xk 104 xl 104
ig,4z,,xk 105 xl 105
ig,4z,,xk 106 xl 106
ig,ye,xm 4z,xk 107 xl 107
ig,108,xo v,
ig,4z,xo 109 yb 10a,xk 10b xl 10b
ig,10c,,xk 10d xl 10d
ig,4z,,xk 10e xl 10e
ig,4z,,xk 10f xl 10f
ig,10g,yc 4z,xk 10h xl 10h
ig,10i,xo 10j yd 10k ye lj,xk 10l xl 10l
,,1g 10m,
ig,10m,xo v,xk 10n xl 10n
ig,yo,xs 4z,xk 10o xl 10o
,50,1g 10p,
,,1g yi xp 4z,
gh,10q,,
gh,10r,,
,,1g 4z,
,,1g 10m,
,,,17 10s xu 10t
ig,10u,xo 10v xw 4z,xk 10w xl 10w
ig,10u,xo 10v xw 4z,xk 10x xl 10x
ig,10y,52 34 xo 10v yf 10z xw 4z yg 110 yh 111,xk 112 xl 112
ig,113,52 34 xo 10v yf 114 yi 8w yh 115 xw 116,xk 117 xl 117
ig,118,xo 10v yf 119 yj 8w xw wj,xk 11a xl 11a
ig,10u,xo 10v xw 4z,xk 11b xl 11b
,,1g 4z,
ig,10p,xo 11c,xk 11d xl 11d
ig,4z,,xk 11e xl 11e
,,1g 11f yk 4z,
ig,ye,xm 4z,xk 11g xl 11g
ig,11f,yk 4z,xk 11h xl 11h
,11i,46 j yl 15 ym 15 yn 15 yo 15 yp 15 yq 15 yr 15 ys 15 yt 15,
,,yu 11j yv 11k,yw 11j yx 11j td 11j
ht,,1g 11l,
i8,,yy 11m yz 11n z0 11o,xk 11p xl 11p
,,,4k 11q z1 11q z2 11r
i8,,z3 11s yu 11t z0 11u,
,,,3v 11v z4 11w
hy,,z5 11x z6 11y z3 11s z7 11z z0 120 z8 n0 z9 n0 za n0,xk 121 xl 121
i8,,z5 122,xk 123 xl 123
ht,,1g 124,
hy a,,zb 11z z0 125 z5 122 z3 11s z7 11z yu 11t,xk 126 xl 126
i8,,yu 11t z0 127,
i8,,z3 11s yu 11t zc 128 z0 129,xk 11k xl 11k
i8,,yu 11t z0 10v,xk 12a xl 12a
,5f,bm 12b zd 12c,
,5f,bm 12b zd 12d ze 5f,
ku,,bm n0,
ku,,,
ku,,,
ku,,,
,5f,bm 5f zd 12e,
j0,122,zc 12f zf 12g zg 12g zh 12g zi 4o zj 12h zk 12h zl ks zm 12h,
,12g,zn 12i 1g 12j,
kv,12k,7n mm 3k 3i zo 12l zp 4z,
j0,,yv 11k yu 12m,
,,zq j zr j 1c j 2r j zs j zt j 1b j,zu 12n
ht,,,
i8,,,xk 12o xl 12o
i8,,z3 11s yu 11t z0 11u z6 12p,
i8,,z3 11s yu 11t z0 12q z6 12r,
i8,12s,yu 11t z0 12s,xk 12t xl 12t
j0,12u,zv 12v zw 12v zx ay,
,,zy 12w,13 12x
,,b3 12y zz 12z,
j0,130,1g v 100 131 3r 132,
j0 1w,133,101 j 8c 134,
bv,135,,
,,13 136,
,,,
,137,dm 138 uk 139 uo 13a,
,,,
,13b,102 13c 103 8m 104 13d 105 8m,
,,2i 13e,
1v,,106 13f,
,,dm j uk j uo j,
,,1 13g 2 13h,
iz,,,
,,2i 13e,
,,107 13i 1r 13j 2q 13j,
,,,
,13k,108 13l 109 13m 3l 13n hp 13o 10a 13o 10b 13o hr 13o 3n 13o 3m 13p,
,,46 j,
,,3k 3i,
,,,5k 13q 10c 13r
,61,,
,7e,,
,7e,10d 13s 54 7e 82 7e 3k 13t 6a 13u 10e 13v 10f 13v 10g 13w 10h 13w 10i 13w 1r 13x 10j 13y 10k 13y 10l 13y 10m 13y 10n 13z 10o 140 10p 140 10q 141 1z 13x,
,,uk 142,
,,10r 143 10s 144 10t 145 10u 146 46 j,
,,10v d,
,,10w 147,
,cg,,
,ca,,
,a1,10x 148 10y a1 ck 149 cl 14a 10z 148 110 148 111 14b 112 a1,113 a1
,a1,,
,,114 14c 115 14d 116 j 117 14e,
,,118 14f 119 14g 11a 14h 11b 14i 11c 14j 11d da 11e 14k 11f 14l 11g 14m,
,di,,
,g3,,
,ff,,
,ff,11h ff j ff i ff h ff 11i ff,
,,46 y4 11j y4 dm 14n uo 14n 11k 14n e 1l,
,14o,11l 14p 11m 14q,
,mm,m3 14r 11n 14s 4 o6 dl 3i,
,mw,,
a2,,m3 nj dl 14t 4 3i 11o m8,
,,e 14u dm 14v uk 14w uo 14x 46 y4,
,,e 14u dm 14y 46 y4,
,14z,46 j 11p 150 11q 15 11r 15 11s 15 11t 15 11u 15,
,,pp 151 e s4 46 48 11v 152 11w 153 11x 154 11y 155 11z 156 120 157 121 158 122 159,
,15a,pp 15b e 15a 46 p3 11v 48 11w 48 11x 48 121 48 122 48 ov p4 ow p4 ox p4 11y 48 11z 48 120 48,
bj,,1g 15c,
,,d 15d,
,15e,123 15f 124 15g 125 15h 126 15i 127 15j 128 15k uk 15l dm 15m 46 15n e 15o 129 15p 12a 15p,
,15q,dm 15m uk 15l uo 15r 12b 48 12c 48 12d 48 12e 48 12f 48 12g 48 46 j,
cv,15s,12h 15t sg tm sh tm,
k2,15u,sg tm sh tm 47 t8,
cz,15v,12i 15w,
,,47 j,
,sv,,
kx,15x,,
kx,15x,,
,tr,,
,tr,,
,tr,,
,tr,,
,tr,,
,tr,,
,tr,,
,tr,,
,tr,c5 tr,
,tr,,
,tr,,
,tr,,
,tr,,
,tr,,
,tr,,
,un,,
,15y,46 j 12j 15z 12k 160 12l 161,
,162,12m sv 12n 163 12o sv dm 164 uk 165 wd 166 12p 167 12q 168 e 169 12r 16a 12s sv af wt,
,sv,,
,,46 j 12t 48,
,,58 16b 12u 16c,
,,9h 96 dm 16d uk 16e,
ig,,xm 16f,
,5f,bm 5f zd 16g,
,16h,101 16i 12v 16j dm 138 12w 16k 12x 16l 12y 16m 46 139 ys 15 12z 15 yr 15 yp 15 yn 15,130 16n 131 16o
j0,16p,101 j,
,,rm lb ro 16q rn sv,
,,l9 16r,
r2,,,
,,12 16s,
,,12 lq,
r2,,,
iq,,,
r3,16t,15l 1j,
l5,16u,,
y,16v,,
y,16w,,
10,16x,,
15,11,,
,,1g 16y,
it,,,
iv,,,
iw,,,
ix,16z,,
iy,,,
iz,16z,,
,v,3o v,
,,4a v,
2h,,,
2k,,,
j1,a1,,
j2,,,
bv,170,,
j3,13k,,
,2i,1g 171 15m 172 15n pi,
30,,1g 173,
,174,13e 175 15o 176 15p 177,
,6l,13g 178 15q 6l 15r 179,
3e,,,
3e,,,
3e,,,
3t,,1g 17a,
3u,,13i 17b,
j7,17c,,
j8,,,
48,5f,1g uc,
r4,,1g 17d,
r5,17e,,
r5,,1g 17f 15s 17g 15t 17g,
r6,,1g 17h 15u 17g,
j9,,,
25,,3l hi 15v hk,
4n,8w,,
4o,17i,,
54,,1g 17j,
54,,1g 17k,
6a,17l,,
,17m,13r a4 13t 17n,
,,13t a4,
,17o,13s 17p 13u a4 13v a4,
,,a8 17q,
5m,,13o n0,
5s,,bo bw bp bx,
jb,,,
,17r,10z 17s 110 17s,
,,d2 d0,
,,d2 d0,
je,148,cl cr,
je,148,cl a1 ck a1,
65,,118 17t 15w a5,
65,,118 a5,
65,,118 17u 15x a5,
67,,bn 12b,
67,,bn 12b,
jg,8w,,
jh,17v,13k a4,
jh,17v,13k a4,
jh,17w,13k a4 15y 17x 15z 17y,
jh,17w,13k a4 15y 17x 15z 17y,
6g,17z,e di,
r7,180,160 181 161 181 162 182 163 181,
,ez,ew ez,
,,b3 183,
,184,164 185,
,186,164 185,
,187,164 185,
,188,fj fn,
,fn,fj fn,
,189,ew ez,
,18a,j ff i ff h ff 11i ff,
,18a,j ff i ff h ff,
,ez,ew ez,
,189,ew ez,
7u,,iy 18b,
7u,,iy 18b,
jm,a1,,
jm,a1,,
r8,18c,,
r8,18c,,
r8,a1,,
r8,a1,,
,,13y 15 13z 15 140 15 141 15 142 15 143 15 144 d 145 d 146 15 147 15 148 15 149 15 14a 15 14b 15 14c 15 14d d 14e d 14f d 14g d 14h d 14i d 14j d,
,18d,j7 iw,
,18d,j7 iw,
,18e,j7 iw,
,18e,j7 iw,
,,147 15 14b 15 14k d 14l d 145 d 14m d 14d d 14e d 14f d,
,jp,jz jq,
8k,,1g 18f,
8k,,,
8k,,1g 18g,
8m,,1g 18g,
,,14n 15 140 15 14o 15 149 15 14p 15 14q 15 14r 15,
,18h,j7 ke,
,18h,j7 ke,
,18i,j7 ke,
,,14k d 14s d,
,km,jz kn,
c7,18j,,
ii,18k,,
jn,,,
jn,,,
9g,,,
9g,,,
jo,,,
,18l,dl 3i,
,18m,my mx,
,18l,dl 3i,
a2,nj,m7 nj,
a0,,,
,14r,dl 3i 4 o6 ms 48 mt 48 46 nt,
,18l,dl 3i 4 o6 ms 48 mt 48 46 nt,
,nj,4 14t 46 48 ms 18n mt 18o,
,18p,4 14t 46 48 ms 18n mt 18o,
,18p,dl 3i 46 48 ms 18n mt 18o,
,18p,dl 3i 46 48 ms 18n mt 18o,
a9,,m3 ir,
,18l,dl 3i 4 o6 14u 18q,
jr,8w,,
js,18r,,
jt,13k,,
ju,,,
,,46 18s 11v 18t 11w 18t 11x 18t 11y 18t 11z 18t 120 18t 121 18t 122 18t,
jv,15a,,
25,,15v hk 3l hi,
c3,18u,p5 v,
r9,18v,,
bw,18w,,
bw,pu,p3 ro p4 pu 13j 18x 7n rn qp pu pl v pp rp,
bz,r4,5o r4,
bz,r4,5o 18y,
jx,,,
c2,,dn 18z,
c3,18u,pp rp qq v qo v,
ca,7c,,
cb,5f,1g 190,
ra,,158 191 165 15a 166 192,
ra,5f,158 193 166 194 165 195,
cd,,,
jy,15g,,
j0,196,153 wb,
ii,18k,,
ii,197,,
ii,198,,
cv,199,,
cv,199,,
rb,sm,167 sm,
rb,sm,167 sm,
rc,19a,s9 19b 167 sm,
cz,19c,,
rd,19d,sa 19e,
rd,19d,,
rd,19d,,
re,t3,,
re,t3,,
re,t3,,
re,t3,,
re,t3,,
re,t3,,
rf,t3,,
rf,t3,,
rf,t3,,
rf,t3,,
k3,,,
kx,19c,,
kx,19c,,
,tr,1g tr,
,,sk 19f,
c7,18j,,
c0,170,,
,un,168 un 169 19g,
ei,19h,16a un,
j0,5f,159 19i uv 19j 56 19k 16b 19l 16c 19m,
j0,5f,159 19i uv 19j 16b 19n 16c 12e,
kn,,,
ko,sv,wg sv,
fb,,1g 19o,
fb,,1g 19p,
c7,18j,,
kq,,,
kr,,,
fo,9u,,
fs,9u,,
ks,8w,,
c7,18j,,
g9,,1g 19q,
c7,18j,,
ha,5f,1g 19r,
,,yu 19s,
hr,ir,139 19t,
hr,,139 4o,
c7,18j,,
j4,5f,1g 19u 16d 19v 16e fo,
j4,5f,1g 5g,
,19w,jz 19x,
kv,13k,,
,189,ew 189,
bv,170,,
c7,18j,,
,19y,15f 19z,
,1a0,15f 1a1,
,1a0,15f 1a2,
,1a3,15f 1a4,
,1a5,15f 1a6,
,1a5,15f 1a7,
,xa,15f 1a8,
,xa,15f 1a9,
,15a,b3 15a,
l5,1aa,,
48,,,
r6,,,
r4,,1g 1ab,
,,ew ez,
,,j1 an iu ig iv ih ix ii iw ii,
,1ac,3t 1ad dm 138,
cb,,1g 1ae p7 1af,
rc,19a,s9 1ag,
,sm,s9 1ah,
,t3,sa 1ai 16h t3,
rd,19d,sa 1aj,
rd,19d,sa 1aj 16h t3,
a2,15a,m3 nj 4 15a,
,,k6 1ak,
,8w,1g 1al,
bv,170,,
bv,170,,
,1am,e 1an,
,1ao,9h 1ap,
,1ao,e 1aq,
,1a3,e 1ar,
,1a5,e 1as,
,1a5,9h 1at,
,1au,e 1av,
,1au,9h 1aw,
j0,1ax,3k 3i,16i 1ay
,,1b j wz k 1c k,16j 1az
,50,1g 1b0,
,,169 1b1 16k p0,

.ArrayMergeStrategy,0,
.CfnCodeDeployBlueGreenHook,1,
.Expiration,2,
.MissingRemovalPolicies,3,
.NestedStack,,1b2
.PropertyMergeStrategy,4,
.RemovalPolicies,5,
.SecretValue,6,
.eventPatternToCloudFormation,,10a
aws-apigateway.AccessLogFormat,7,
aws-apigateway.ApiDefinition,8,
aws-apigateway.ApiKey,9,
aws-apigateway.ApiKeyGrants,a,
aws-apigateway.AssetApiDefinition,b,
aws-apigateway.BasePathMapping,,s
aws-apigateway.CfnApiMappingV2,c,
aws-apigateway.CfnApiV2,d,
aws-apigateway.CfnAuthorizerV2,e,
aws-apigateway.CfnDeploymentV2,f,
aws-apigateway.CfnDomainNameV2,g,
aws-apigateway.CfnIntegrationResponseV2,h,
aws-apigateway.CfnIntegrationV2,i,
aws-apigateway.CfnModelV2,j,
aws-apigateway.CfnRouteResponseV2,k,
aws-apigateway.CfnRouteV2,l,
aws-apigateway.CfnStageV2,m,
aws-apigateway.CognitoUserPoolsAuthorizer,,1b3
aws-apigateway.Deployment,,1b4
aws-apigateway.DomainName,n,
aws-apigateway.GatewayResponse,,1s
aws-apigateway.InlineApiDefinition,o,
aws-apigateway.LambdaIntegration,p,
aws-apigateway.LambdaRestApi,q,
aws-apigateway.LogGroupLogDestination,r,
aws-apigateway.Method,s,
aws-apigateway.Model,,1m
aws-apigateway.ProxyResource,t,
aws-apigateway.RateLimitedApiKey,u,
aws-apigateway.RequestAuthorizer,v,
aws-apigateway.RequestValidator,w,
aws-apigateway.Resource,x,
aws-apigateway.ResourceBase,y,
aws-apigateway.RestApi,z,
aws-apigateway.RestApiBase,10,
aws-apigateway.S3ApiDefinition,11,
aws-apigateway.SagemakerIntegration,12,
aws-apigateway.SpecRestApi,13,
aws-apigateway.Stage,14,
aws-apigateway.StageBase,15,
aws-apigateway.StepFunctionsIntegration,16,
aws-apigateway.StepFunctionsRestApi,17,
aws-apigateway.TokenAuthorizer,18,
aws-apigateway.UsagePlan,19,
aws-apigateway.VpcLink,,1b5
aws-apigatewayv2-authorizers.HttpJwtAuthorizer,1a,
aws-apigatewayv2-authorizers.HttpLambdaAuthorizer,1b,
aws-apigatewayv2-authorizers.HttpUserPoolAuthorizer,1c,
aws-apigatewayv2-authorizers.WebSocketLambdaAuthorizer,1d,
aws-apigatewayv2-integrations.HttpAlbIntegration,1e,
aws-apigatewayv2-integrations.HttpEventBridgeIntegration,1f,
aws-apigatewayv2-integrations.HttpLambdaIntegration,1g,
aws-apigatewayv2-integrations.HttpNlbIntegration,1h,
aws-apigatewayv2-integrations.HttpServiceDiscoveryIntegration,1i,
aws-apigatewayv2-integrations.HttpSqsIntegration,1j,
aws-apigatewayv2-integrations.HttpStepFunctionsIntegration,1k,
aws-apigatewayv2-integrations.HttpUrlIntegration,1l,
aws-apigatewayv2-integrations.WebSocketAwsIntegration,1m,
aws-apigatewayv2-integrations.WebSocketLambdaIntegration,1n,
aws-apigatewayv2-integrations.WebSocketMockIntegration,1o,
aws-apigatewayv2.ApiKey,1p,
aws-apigatewayv2.ApiMapping,,1b6
aws-apigatewayv2.DomainName,1q,
aws-apigatewayv2.HttpApi,1r,
aws-apigatewayv2.HttpApiHelper,1s,
aws-apigatewayv2.HttpAuthorizer,,28
aws-apigatewayv2.HttpIntegration,1t,
aws-apigatewayv2.HttpRoute,1u,
aws-apigatewayv2.HttpRouteIntegration,1v,
aws-apigatewayv2.HttpStage,1w,
aws-apigatewayv2.LogGroupLogDestination,1x,
aws-apigatewayv2.ParameterMapping,1y,
aws-apigatewayv2.RateLimitedApiKey,1z,
aws-apigatewayv2.UsagePlan,20,
aws-apigatewayv2.VpcLink,21,
aws-apigatewayv2.WebSocketApi,22,
aws-apigatewayv2.WebSocketAuthorizer,,1b7
aws-apigatewayv2.WebSocketIntegration,,39
aws-apigatewayv2.WebSocketRoute,,38
aws-apigatewayv2.WebSocketRouteIntegration,23,
aws-apigatewayv2.WebSocketStage,24,
aws-apigatewayv2.toIHttpApi,,2u
aws-applicationautoscaling.BaseScalableAttribute,25,
aws-applicationautoscaling.ScalableTarget,26,
aws-applicationautoscaling.StepScalingAction,,3k
aws-applicationautoscaling.StepScalingPolicy,,3j
aws-applicationautoscaling.TargetTrackingScalingPolicy,,3k
aws-appsync.AppSyncBackedDataSource,,43
aws-appsync.AppSyncBaseDataSource,,3o
aws-appsync.AppSyncDynamoDbDataSource,,42
aws-appsync.AppSyncEventBridgeDataSource,,46
aws-appsync.AppSyncHttpDataSource,,43
aws-appsync.AppSyncLambdaDataSource,,44
aws-appsync.AppSyncOpenSearchDataSource,,47
aws-appsync.AppSyncRdsDataSource,,45
aws-appsync.AppsyncFunction,27,
aws-appsync.AssetCode,28,
aws-appsync.BackedDataSource,29,
aws-appsync.BaseDataSource,2a,
aws-appsync.ChannelNamespace,2b,
aws-appsync.Code,2c,
aws-appsync.Definition,2d,
aws-appsync.DynamoDbDataSource,2e,
aws-appsync.ElasticsearchDataSource,2f,
aws-appsync.EventApi,2g,
aws-appsync.EventApiBase,2h,
aws-appsync.EventBridgeDataSource,2i,
aws-appsync.GraphqlApi,2j,
aws-appsync.GraphqlApiBase,2k,
aws-appsync.HttpDataSource,2l,
aws-appsync.InlineCode,2m,
aws-appsync.KeyCondition,2n,
aws-appsync.LambdaDataSource,2o,
aws-appsync.MappingTemplate,2p,
aws-appsync.NoneDataSource,2q,
aws-appsync.OpenSearchDataSource,2r,
aws-appsync.RdsDataSource,2s,
aws-appsync.Resolver,,3p
aws-appsync.SourceApiAssociation,,4b
aws-appsync.addSourceApiAutoMergePermission,,wb
aws-appsync.addSourceGraphQLPermission,,wb
aws-appsync.createAPIKey,,4d
aws-autoscaling.AutoScalingGroup,2t,
aws-autoscaling.LifecycleHook,,13l
aws-autoscaling.ScheduledAction,,13n
aws-autoscaling.StepScalingAction,,13o
aws-autoscaling.StepScalingPolicy,,13p
aws-autoscaling.TargetTrackingScalingPolicy,,13o
aws-autoscaling.WarmPool,,13m
aws-backup.BackupPlan,2u,
aws-backup.BackupResource,2v,
aws-backup.BackupSelection,,54
aws-backup.BackupVault,2w,
aws-certificatemanager.Certificate,,eh
aws-certificatemanager.DnsValidatedCertificate,,1b8
aws-certificatemanager.PrivateCertificate,,eh
aws-chatbot.SlackChannelConfiguration,2x,
aws-cloudfront-origins.FunctionUrlOrigin,2y,
aws-cloudfront-origins.RestApiOrigin,,2i
aws-cloudfront-origins.S3BucketOrigin,2z,
aws-cloudfront-origins.S3Origin,,1b9
aws-cloudfront-origins.S3StaticWebsiteOrigin,,1ba
aws-cloudfront-origins.VpcOrigin,30,
aws-cloudfront.AssetImportSource,31,
aws-cloudfront.CachePolicy,,1bb
aws-cloudfront.CloudFrontWebDistribution,32,
aws-cloudfront.Distribution,33,
aws-cloudfront.DistributionGrants,34,
aws-cloudfront.Endpoint,35,
aws-cloudfront.Function,,1bc
aws-cloudfront.FunctionUrlOriginAccessControl,,1bd
aws-cloudfront.ImportSource,36,
aws-cloudfront.InlineImportSource,37,
aws-cloudfront.KeyGroup,,1be
aws-cloudfront.KeyValueStore,,1bf
aws-cloudfront.MediaPackageV2OriginAccessControl,,1bd
aws-cloudfront.OriginAccessIdentity,38,
aws-cloudfront.OriginRequestPolicy,,1bg
aws-cloudfront.PublicKey,,1bh
aws-cloudfront.RealtimeLogConfig,,1bi
aws-cloudfront.ResponseHeadersPolicy,,1bj
aws-cloudfront.S3ImportSource,39,
aws-cloudfront.S3OriginAccessControl,,1bd
aws-cloudfront.VpcOrigin,,173
aws-cloudtrail.InsightType,,61
aws-cloudtrail.Trail,3a,
aws-cloudwatch-actions.LambdaAction,3b,
aws-cloudwatch-actions.SnsAction,3c,
aws-cloudwatch.Alarm,3d,
aws-cloudwatch.AlarmBase,3e,
aws-cloudwatch.AlarmMuteRule,,6c
aws-cloudwatch.AnomalyDetectionAlarm,3f,
aws-cloudwatch.Column,3g,
aws-cloudwatch.CompositeAlarm,3h,
aws-cloudwatch.CustomWidget,3i,
aws-cloudwatch.Dashboard,3j,
aws-cloudwatch.DashboardVariable,3k,
aws-cloudwatch.GaugeWidget,3l,
aws-cloudwatch.GraphWidget,3m,
aws-cloudwatch.MathExpression,3n,
aws-cloudwatch.Metric,3o,
aws-cloudwatch.PromQLAlarm,3p,
aws-cloudwatch.Row,3q,
aws-cloudwatch.SingleValueWidget,3r,
aws-cloudwatch.TableWidget,3s,
aws-codebuild.Artifacts,3t,
aws-codebuild.BitBucketSourceCredentials,,1bk
aws-codebuild.BuildSpec,3u,
aws-codebuild.Cache,3v,
aws-codebuild.FilterGroup,3w,
aws-codebuild.Fleet,3x,
aws-codebuild.GitHubEnterpriseSourceCredentials,,1bk
aws-codebuild.GitHubSourceCredentials,,1bk
aws-codebuild.LinuxArmBuildImage,3y,
aws-codebuild.LinuxArmLambdaBuildImage,3z,
aws-codebuild.LinuxBuildImage,40,
aws-codebuild.LinuxGpuBuildImage,41,
aws-codebuild.LinuxLambdaBuildImage,42,
aws-codebuild.MacBuildImage,43,
aws-codebuild.PhaseChangeEvent,44,
aws-codebuild.PipelineProject,45,
aws-codebuild.Project,46,
aws-codebuild.ReportGroup,47,
aws-codebuild.Source,48,
aws-codebuild.StateChangeEvent,49,
aws-codebuild.UntrustedCodeBoundaryPolicy,,1bl
aws-codebuild.WindowsBuildImage,4a,
aws-codebuild.isLambdaComputeType,,7e
aws-cognito-identitypool.IdentityPool,4b,
aws-cognito-identitypool.UserPoolAuthenticationProvider,,1bm
aws-cognito.UserPool,4c,
aws-cognito.UserPoolClient,4d,
aws-cognito.UserPoolDomain,4e,
aws-cognito.UserPoolGroup,,146
aws-cognito.UserPoolIdentityProviderAmazon,4f,
aws-cognito.UserPoolIdentityProviderApple,4g,
aws-cognito.UserPoolIdentityProviderFacebook,4h,
aws-cognito.UserPoolIdentityProviderGoogle,4i,
aws-cognito.UserPoolIdentityProviderOidc,4j,
aws-cognito.UserPoolIdentityProviderSaml,4k,
aws-cognito.UserPoolResourceServer,,145
aws-dynamodb.StreamGrants,4l,
aws-dynamodb.Table,4m,
aws-dynamodb.TableBase,4n,
aws-dynamodb.TableBaseV2,4o,
aws-dynamodb.TableGrants,4p,
aws-dynamodb.TableV2,4q,
aws-dynamodb.TableV2MultiAccountReplica,4r,
aws-ec2.AclCidr,4s,
aws-ec2.AmazonLinux2022ImageSsmParameter,4t,
aws-ec2.AmazonLinux2023ImageSsmParameter,4u,
aws-ec2.AmazonLinux2ImageSsmParameter,4v,
aws-ec2.AmazonLinuxImage,4w,
aws-ec2.AmazonLinuxImageSsmParameterBase,4x,
aws-ec2.BastionHostLinux,4y,
aws-ec2.CidrBlock,4z,
aws-ec2.ClientVpnAuthorizationRule,,a7
aws-ec2.ClientVpnEndpoint,50,
aws-ec2.ClientVpnRoute,,a8
aws-ec2.CloudFormationInit,51,
aws-ec2.Connections,52,
aws-ec2.FlowLog,53,
aws-ec2.FlowLogDestination,54,
aws-ec2.GatewayVpcEndpoint,55,
aws-ec2.GenericLinuxImage,56,
aws-ec2.GenericSSMParameterImage,57,
aws-ec2.GenericWindowsImage,58,
aws-ec2.InitCommand,59,
aws-ec2.InitFile,5a,
aws-ec2.InitService,5b,
aws-ec2.InitSource,5c,
aws-ec2.Instance,5d,
aws-ec2.InstanceRequireImdsv2Aspect,5e,
aws-ec2.InterfaceVpcEndpoint,5f,
aws-ec2.IpAddresses,5g,
aws-ec2.Ipv6Addresses,5h,
aws-ec2.KeyPair,5i,
aws-ec2.LaunchTemplate,5j,
aws-ec2.LookupMachineImage,5k,
aws-ec2.MachineImage,5l,
aws-ec2.MultipartBody,5m,
aws-ec2.MultipartUserData,5n,
aws-ec2.NatGatewayProvider,5o,
aws-ec2.NatInstanceImage,5p,
aws-ec2.NatInstanceProvider,5q,
aws-ec2.NatInstanceProviderV2,5r,
aws-ec2.NatProvider,5s,
aws-ec2.NetworkAcl,5t,
aws-ec2.NetworkAclEntry,,147
aws-ec2.NetworkBuilder,5u,
aws-ec2.NetworkUtils,5v,
aws-ec2.Peer,5w,
aws-ec2.PlacementGroup,,1bn
aws-ec2.Port,5x,
aws-ec2.PrefixList,5y,
aws-ec2.PrivateSubnet,5z,
aws-ec2.PublicSubnet,60,
aws-ec2.RegionalNatGatewayProvider,61,
aws-ec2.ResolveSsmParameterAtLaunchImage,62,
aws-ec2.SecurityGroup,63,
aws-ec2.Subnet,64,
aws-ec2.SubnetFilter,65,
aws-ec2.SubnetNetworkAclAssociation,66,
aws-ec2.UserData,67,
aws-ec2.Volume,68,
aws-ec2.Vpc,69,
aws-ec2.VpcEndpoint,6a,
aws-ec2.VpcEndpointService,,1bo
aws-ec2.VpnConnection,,14h
aws-ec2.VpnGateway,,1bp
aws-ec2.WindowsImage,6b,
aws-ec2.cidrSplitToCfnExpression,,a4
aws-ecr-assets.DockerImageAsset,,1bq
aws-ecr-assets.TarballImageAsset,,1bq
aws-ecr.AuthorizationToken,6c,
aws-ecr.ImageTagMutabilityExclusionFilter,6d,
aws-ecr.PublicGalleryAuthorizationToken,6e,
aws-ecr.Repository,6f,
aws-ecr.RepositoryBase,6g,
aws-ecr.RepositoryEncryption,,di
aws-ecs-patterns.ApplicationLoadBalancedEc2Service,6h,
aws-ecs-patterns.ApplicationLoadBalancedFargateService,6i,
aws-ecs-patterns.ApplicationLoadBalancedServiceBase,6j,
aws-ecs-patterns.ApplicationMultipleTargetGroupsEc2Service,6k,
aws-ecs-patterns.ApplicationMultipleTargetGroupsFargateService,6l,
aws-ecs-patterns.ApplicationMultipleTargetGroupsServiceBase,6m,
aws-ecs-patterns.NetworkLoadBalancedEc2Service,6n,
aws-ecs-patterns.NetworkLoadBalancedFargateService,6o,
aws-ecs-patterns.NetworkLoadBalancedServiceBase,6p,
aws-ecs-patterns.NetworkMultipleTargetGroupsEc2Service,6q,
aws-ecs-patterns.NetworkMultipleTargetGroupsFargateService,6r,
aws-ecs-patterns.NetworkMultipleTargetGroupsServiceBase,6s,
aws-ecs-patterns.QueueProcessingEc2Service,6t,
aws-ecs-patterns.QueueProcessingFargateService,6u,
aws-ecs-patterns.QueueProcessingServiceBase,6v,
aws-ecs-patterns.ScheduledEc2Task,6w,
aws-ecs-patterns.ScheduledFargateTask,6x,
aws-ecs-patterns.ScheduledTaskBase,6y,
aws-ecs.AlternateTarget,6z,
aws-ecs.AppProtocol,,g3
aws-ecs.AsgCapacityProvider,,1br
aws-ecs.AssetEnvironmentFile,70,
aws-ecs.AssetImage,71,
aws-ecs.AwsLogDriver,72,
aws-ecs.BaseService,73,
aws-ecs.BottleRocketImage,74,
aws-ecs.Cluster,75,
aws-ecs.ClusterGrants,76,
aws-ecs.ContainerDefinition,77,
aws-ecs.ContainerImage,78,
aws-ecs.CredentialSpec,79,
aws-ecs.DeploymentLifecycleLambdaTarget,7a,
aws-ecs.DomainJoinedCredentialSpec,7b,
aws-ecs.DomainlessCredentialSpec,7c,
aws-ecs.Ec2Service,7d,
aws-ecs.Ec2TaskDefinition,7e,
aws-ecs.EcrImage,7f,
aws-ecs.EcsOptimizedAmi,7g,
aws-ecs.EcsOptimizedImage,7h,
aws-ecs.EnvironmentFile,7i,
aws-ecs.ExternalService,7j,
aws-ecs.ExternalTaskDefinition,7k,
aws-ecs.FargateService,7l,
aws-ecs.FargateTaskDefinition,7m,
aws-ecs.FireLensLogDriver,7n,
aws-ecs.FirelensLogRouter,7o,
aws-ecs.FluentdLogDriver,7p,
aws-ecs.GelfLogDriver,7q,
aws-ecs.GenericLogDriver,7r,
aws-ecs.JournaldLogDriver,7s,
aws-ecs.JsonFileLogDriver,7t,
aws-ecs.LinuxParameters,,1bs
aws-ecs.ListenerConfig,7u,
aws-ecs.LogDriver,7v,
aws-ecs.LogDrivers,7w,
aws-ecs.ManagedInstancesCapacityProvider,7x,
aws-ecs.NoneLogDriver,7y,
aws-ecs.PortMap,7z,
aws-ecs.RepositoryImage,80,
aws-ecs.S3EnvironmentFile,81,
aws-ecs.ScalableTaskCount,82,
aws-ecs.Secret,83,
aws-ecs.ServiceConnect,84,
aws-ecs.ServiceManagedVolume,85,
aws-ecs.SplunkLogDriver,86,
aws-ecs.SyslogLogDriver,87,
aws-ecs.TagParameterContainerImage,88,
aws-ecs.TaskDefinition,89,
aws-ecs.TaskDefinitionRevision,8a,
aws-ecs.isEc2Compatible,,ff
aws-ecs.isExternalCompatible,,ff
aws-ecs.isFargateCompatible,,ff
aws-ecs.isManagedInstancesCompatible,,ff
aws-ecs.obtainDefaultFluentBitECRImage,,1bt
aws-efs.AccessPoint,8b,
aws-efs.FileSystem,8c,
aws-elasticloadbalancingv2-targets.LambdaTarget,8d,
aws-elasticloadbalancingv2.ApplicationListener,8e,
aws-elasticloadbalancingv2.ApplicationListenerCertificate,,ih
aws-elasticloadbalancingv2.ApplicationListenerRule,8f,
aws-elasticloadbalancingv2.ApplicationLoadBalancer,8g,
aws-elasticloadbalancingv2.ApplicationTargetGroup,8h,
aws-elasticloadbalancingv2.BaseListener,,jy
aws-elasticloadbalancingv2.BaseLoadBalancer,8j,
aws-elasticloadbalancingv2.ListenerAction,8k,
aws-elasticloadbalancingv2.NetworkListener,8l,
aws-elasticloadbalancingv2.NetworkListenerAction,8m,
aws-elasticloadbalancingv2.NetworkLoadBalancer,8n,
aws-elasticloadbalancingv2.NetworkTargetGroup,8o,
aws-elasticloadbalancingv2.TargetGroupBase,8p,
aws-elasticloadbalancingv2.TrustStore,,1bu
aws-elasticloadbalancingv2.TrustStoreRevocation,,1bv
aws-events-targets.ApiDestination,8q,
aws-events-targets.ApiGateway,8r,
aws-events-targets.ApiGatewayV2,8s,
aws-events-targets.AppSync,8t,
aws-events-targets.AwsApi,8u,
aws-events-targets.BatchJob,8v,
aws-events-targets.CloudWatchLogGroup,8w,
aws-events-targets.CodeBuildProject,8x,
aws-events-targets.CodePipeline,8y,
aws-events-targets.EcsTask,8z,
aws-events-targets.EventBus,90,
aws-events-targets.FirehoseDeliveryStream,91,
aws-events-targets.KinesisFirehoseStream,92,
aws-events-targets.KinesisFirehoseStreamV2,93,
aws-events-targets.KinesisStream,94,
aws-events-targets.LambdaFunction,95,
aws-events-targets.LogGroupTargetInput,96,
aws-events-targets.RedshiftQuery,97,
aws-events-targets.SfnStateMachine,98,
aws-events-targets.SnsTopic,99,
aws-events-targets.SqsQueue,9a,
aws-events-targets.addLambdaPermission,,1bw
aws-events-targets.addToDeadLetterQueueResourcePolicy,,lf
aws-events-targets.bindBaseTargetConfig,,1bx
aws-events-targets.singletonEventRole,,1by
aws-events.ApiDestination,9b,
aws-events.Archive,,14p
aws-events.Connection,,1bz
aws-events.EventBus,9c,
aws-events.EventBusGrants,9d,
aws-events.EventBusPolicy,,1c0
aws-events.EventField,9e,
aws-events.Match,9f,
aws-events.Rule,9g,
aws-iam.AccessKey,,1c1
aws-iam.AccountPrincipal,9h,
aws-iam.AccountRootPrincipal,9i,
aws-iam.AnyPrincipal,9j,
aws-iam.Anyone,9k,
aws-iam.ArnPrincipal,9l,
aws-iam.CanonicalUserPrincipal,9m,
aws-iam.ComparablePrincipal,9n,
aws-iam.CompositeDependable,,m9
aws-iam.CompositePrincipal,9o,
aws-iam.DefaultEncryptedResourceFactories,9p,
aws-iam.DefaultPolicyFactories,9q,
aws-iam.EncryptedResources,9r,
aws-iam.FederatedPrincipal,9s,
aws-iam.Grant,9t,
aws-iam.GrantableResources,9u,
aws-iam.Group,9v,
aws-iam.InstanceProfile,,1c2
aws-iam.LazyRole,9w,
aws-iam.ManagedPolicy,,1c3
aws-iam.OidcProviderNative,,1c4
aws-iam.OpenIdConnectPrincipal,9x,
aws-iam.OpenIdConnectProvider,9y,
aws-iam.OrganizationPrincipal,9z,
aws-iam.Policy,,o6
aws-iam.PolicyDocument,a0,
aws-iam.PolicyStatement,a1,
aws-iam.PrincipalBase,a2,
aws-iam.PrincipalPolicyFragment,,ir
aws-iam.PrincipalWithConditions,a3,
aws-iam.ResourceWithPolicies,a4,
aws-iam.Role,a5,
aws-iam.RoleGrants,a6,
aws-iam.SamlConsolePrincipal,a7,
aws-iam.SamlPrincipal,a8,
aws-iam.SamlProvider,,1c5
aws-iam.ServicePrincipal,a9,
aws-iam.SessionTagsPrincipal,aa,
aws-iam.StarPrincipal,ab,
aws-iam.UnknownPrincipal,ac,
aws-iam.User,ad,
aws-iam.WebIdentityPrincipal,ae,
aws-kinesis.ResourcePolicy,af,
aws-kinesis.Stream,ag,
aws-kinesis.StreamConsumer,ah,
aws-kinesisfirehose.Datadog,ai,
aws-kinesisfirehose.DatadogEndpoint,aj,
aws-kinesisfirehose.DeliveryStream,ak,
aws-kinesisfirehose.DeliveryStreamGrants,al,
aws-kinesisfirehose.EnableLogging,,y
aws-kinesisfirehose.HttpEndpoint,am,
aws-kinesisfirehose.KinesisStreamSource,an,
aws-kinesisfirehose.LambdaFunctionProcessor,ao,
aws-kinesisfirehose.OrcCompression,ap,
aws-kinesisfirehose.OrcOutputFormat,aq,
aws-kinesisfirehose.OutputFormat,,on
aws-kinesisfirehose.ParquetCompression,ar,
aws-kinesisfirehose.ParquetOutputFormat,as,
aws-kinesisfirehose.S3Bucket,at,
aws-kinesisfirehose.SchemaConfiguration,au,
aws-kinesisfirehose.StreamEncryption,,8w
aws-kms.Alias,av,
aws-kms.Key,aw,
aws-kms.KeyGrants,ax,
aws-kms.ViaServicePrincipal,ay,
aws-lambda-destinations.EventBridgeDestination,az,
aws-lambda-destinations.LambdaDestination,b0,
aws-lambda-destinations.S3Destination,b1,
aws-lambda-destinations.SnsDestination,b2,
aws-lambda-destinations.SqsDestination,b3,
aws-lambda-event-sources.ApiEventSource,b4,
aws-lambda-event-sources.ConfluentSchemaRegistry,b5,
aws-lambda-event-sources.DynamoEventSource,b6,
aws-lambda-event-sources.GlueSchemaRegistry,b7,
aws-lambda-event-sources.KinesisConsumerEventSource,b8,
aws-lambda-event-sources.KinesisEventSource,b9,
aws-lambda-event-sources.ManagedKafkaEventSource,ba,
aws-lambda-event-sources.S3EventSource,bb,
aws-lambda-event-sources.S3EventSourceV2,bc,
aws-lambda-event-sources.S3OnFailureDestination,bd,
aws-lambda-event-sources.SelfManagedKafkaEventSource,be,
aws-lambda-event-sources.SnsDlq,bf,
aws-lambda-event-sources.SnsEventSource,bg,
aws-lambda-event-sources.SqsDlq,bh,
aws-lambda-event-sources.SqsEventSource,bi,
aws-lambda-event-sources.StreamEventSource,bj,
aws-lambda-nodejs.NodejsFunction,bk,
aws-lambda.Alias,bl,
aws-lambda.AssetCode,bm,
aws-lambda.AssetImageCode,bn,
aws-lambda.CapacityProvider,bo,
aws-lambda.CfnParametersCode,bp,
aws-lambda.Code,bq,
aws-lambda.CodeSigningConfig,,1c6
aws-lambda.DockerImageCode,br,
aws-lambda.DockerImageFunction,bs,
aws-lambda.EcrImageCode,bt,
aws-lambda.EventInvokeConfig,,qx
aws-lambda.EventSourceMapping,,qq
aws-lambda.FileSystem,bu,
aws-lambda.Function,bv,
aws-lambda.FunctionBase,bw,
aws-lambda.FunctionUrl,bx,
aws-lambda.InlineCode,by,
aws-lambda.LambdaInsightsVersion,bz,
aws-lambda.LayerVersion,c0,
aws-lambda.LogRetention,c1,
aws-lambda.NetworkConnector,,1c7
aws-lambda.NetworkConnectorConfiguration,c2,
aws-lambda.QualifiedFunctionBase,c3,
aws-lambda.Runtime,c4,
aws-lambda.S3Code,c5,
aws-lambda.S3CodeV2,c6,
aws-lambda.SingletonFunction,c7,
aws-lambda.Version,c8,
aws-lambda.WebFunction,c9,
aws-lambda.WebFunctionBase,ca,
aws-lambda.WebFunctionCode,cb,
aws-lambda.WebFunctionEndpoint,cc,
aws-lambda.WebFunctionEndpointBase,cd,
aws-lambda.WebFunctionEndpointGrants,ce,
aws-lambda.determineLatestNodeRuntime,,re
aws-lambda.verifyCodeConfig,,re
aws-logs-destinations.FirehoseDestination,cf,
aws-logs-destinations.KinesisDestination,cg,
aws-logs-destinations.LambdaDestination,ch,
aws-logs.CrossAccountDestination,,1c8
aws-logs.DataProtectionPolicy,ci,
aws-logs.LogGroup,cj,
aws-logs.LogGroupGrants,ck,
aws-logs.LogRetention,cl,
aws-logs.LogStream,,15f
aws-logs.MetricFilter,,15i
aws-logs.QueryDefinition,,1c9
aws-logs.ResourcePolicy,,1ca
aws-logs.SubscriptionFilter,,15h
aws-logs.Transformer,,15j
aws-opensearchservice.Domain,cm,
aws-opensearchservice.DomainGrants,cn,
aws-rds.AuroraEngineVersion,co,
aws-rds.AuroraMysqlEngineVersion,cp,
aws-rds.AuroraPostgresEngineVersion,cq,
aws-rds.ClusterInstance,cr,
aws-rds.ClusterInstanceType,cs,
aws-rds.Credentials,ct,
aws-rds.DatabaseCluster,cu,
aws-rds.DatabaseClusterBase,cv,
aws-rds.DatabaseClusterEngine,cw,
aws-rds.DatabaseClusterFromSnapshot,cx,
aws-rds.DatabaseInstance,cy,
aws-rds.DatabaseInstanceBase,cz,
aws-rds.DatabaseInstanceEngine,d0,
aws-rds.DatabaseInstanceFromSnapshot,d1,
aws-rds.DatabaseInstanceReadReplica,d2,
aws-rds.DatabaseProxy,d3,
aws-rds.DatabaseProxyEndpoint,,t7
aws-rds.DatabaseSecret,d4,
aws-rds.MariaDbEngineVersion,d5,
aws-rds.MysqlEngineVersion,d6,
aws-rds.OptionGroup,d7,
aws-rds.OracleEngineVersion,d8,
aws-rds.OracleLegacyEngineVersion,d9,
aws-rds.ParameterGroup,da,
aws-rds.PostgresEngineVersion,db,
aws-rds.ProxyTarget,dc,
aws-rds.ServerlessCluster,dd,
aws-rds.ServerlessClusterFromSnapshot,de,
aws-rds.SnapshotCredentials,df,
aws-rds.SqlServerEngineVersion,dg,
aws-rds.SubnetGroup,,1cb
aws-route53-targets.BucketWebsiteTarget,dh,
aws-route53-targets.UserPoolDomainTarget,di,
aws-route53.ARecord,dj,
aws-route53.AaaaRecord,dk,
aws-route53.AddressRecordTarget,dl,
aws-route53.Alpn,dm,
aws-route53.CaaAmazonRecord,dn,
aws-route53.CaaRecord,do,
aws-route53.CnameRecord,dp,
aws-route53.CrossAccountZoneDelegationRecord,,1cc
aws-route53.DsRecord,dq,
aws-route53.HealthCheck,,1cd
aws-route53.HostedZone,dr,
aws-route53.HostedZoneGrants,ds,
aws-route53.HttpsRecord,dt,
aws-route53.HttpsRecordValue,du,
aws-route53.KeySigningKey,dv,
aws-route53.MxRecord,dw,
aws-route53.NsRecord,dx,
aws-route53.PrivateHostedZone,dy,
aws-route53.PublicHostedZone,dz,
aws-route53.RecordSet,e0,
aws-route53.RecordTarget,e1,
aws-route53.SrvRecord,e2,
aws-route53.SvcbRecord,e3,
aws-route53.SvcbRecordValue,e4,
aws-route53.TxtRecord,e5,
aws-route53.VpcEndpointServiceDomainName,e6,
aws-route53.ZoneDelegationRecord,e7,
aws-s3-assets.Asset,e8,
aws-s3-deployment.BucketDeployment,e9,
aws-s3-deployment.DeployTimeSubstitutedFile,ea,
aws-s3-deployment.Expires,eb,
aws-s3-deployment.Source,ec,
aws-s3-notifications.LambdaDestination,ed,
aws-s3-notifications.SnsDestination,ee,
aws-s3-notifications.SqsDestination,ef,
aws-s3.BlockPublicAccess,,un
aws-s3.BlockedEncryptionType,eg,
aws-s3.Bucket,eh,
aws-s3.BucketBase,ei,
aws-s3.BucketGrants,ej,
aws-s3.BucketPolicy,ek,
aws-s3.ObjectLockRetention,el,
aws-s3.ReplaceKey,em,
aws-s3.ReplicationTimeValue,,un
aws-s3.TargetObjectKeyFormat,en,
aws-scheduler-targets.CodeBuildStartBuild,eo,
aws-scheduler-targets.CodePipelineStartPipelineExecution,ep,
aws-scheduler-targets.EcsRunEc2Task,eq,
aws-scheduler-targets.EcsRunFargateTask,er,
aws-scheduler-targets.EcsRunTask,es,
aws-scheduler-targets.EventBridgePutEvents,et,
aws-scheduler-targets.FirehosePutRecord,eu,
aws-scheduler-targets.InspectorStartAssessmentRun,ev,
aws-scheduler-targets.KinesisStreamPutRecord,ew,
aws-scheduler-targets.LambdaInvoke,ex,
aws-scheduler-targets.SageMakerStartPipelineExecution,ey,
aws-scheduler-targets.ScheduleTargetBase,ez,
aws-scheduler-targets.SnsPublish,f0,
aws-scheduler-targets.SqsSendMessage,f1,
aws-scheduler-targets.StepFunctionsStartExecution,f2,
aws-scheduler-targets.Universal,f3,
aws-scheduler.Schedule,,1ce
aws-scheduler.ScheduleGroup,f4,
aws-scheduler.ScheduleGroupGrants,f5,
aws-secretsmanager.HostedRotation,f6,
aws-secretsmanager.ResourcePolicy,,1cf
aws-secretsmanager.RotationSchedule,,1cg
aws-secretsmanager.Secret,f7,
aws-secretsmanager.SecretRotation,,1ch
aws-secretsmanager.SecretStringValueBeta1,f8,
aws-secretsmanager.SecretTargetAttachment,f9,
aws-ses.AllowListReceiptFilter,,1ci
aws-ses.ConfigurationSet,fa,
aws-ses.ConfigurationSetEventDestination,,x0
aws-ses.DedicatedIpPool,,1cj
aws-ses.DkimIdentity,fb,
aws-ses.DropSpamReceiptRule,,16c
aws-ses.EmailIdentity,fc,
aws-ses.ReceiptFilter,,1ci
aws-ses.ReceiptRule,fd,
aws-ses.ReceiptRuleSet,fe,
aws-ses.VdmAttributes,,1ck
aws-ses.WhiteListReceiptFilter,,1ci
aws-sns-subscriptions.EmailSubscription,ff,
aws-sns-subscriptions.FirehoseSubscription,fg,
aws-sns-subscriptions.LambdaSubscription,fh,
aws-sns-subscriptions.SmsSubscription,fi,
aws-sns-subscriptions.SqsSubscription,fj,
aws-sns-subscriptions.UrlSubscription,fk,
aws-sns.Subscription,fl,
aws-sns.SubscriptionFilter,fm,
aws-sns.Topic,fn,
aws-sns.TopicBase,fo,
aws-sns.TopicGrants,fp,
aws-sns.TopicPolicy,fq,
aws-sqs.Queue,fr,
aws-sqs.QueueBase,fs,
aws-sqs.QueueGrants,ft,
aws-sqs.QueuePolicy,,1cl
aws-ssm.StringListParameter,fu,
aws-ssm.StringParameter,fv,
aws-stepfunctions-tasks.AthenaGetQueryExecution,fw,
aws-stepfunctions-tasks.AthenaGetQueryResults,fx,
aws-stepfunctions-tasks.AthenaStartQueryExecution,fy,
aws-stepfunctions-tasks.AthenaStopQueryExecution,fz,
aws-stepfunctions-tasks.BatchSubmitJob,g0,
aws-stepfunctions-tasks.BedrockCreateModelCustomizationJob,g1,
aws-stepfunctions-tasks.BedrockInvokeModel,g2,
aws-stepfunctions-tasks.CallApiGatewayHttpApiEndpoint,g3,
aws-stepfunctions-tasks.CallApiGatewayRestApiEndpoint,g4,
aws-stepfunctions-tasks.CallAwsService,g5,
aws-stepfunctions-tasks.CallAwsServiceCrossRegion,g6,
aws-stepfunctions-tasks.CodeBuildStartBuild,g7,
aws-stepfunctions-tasks.CodeBuildStartBuildBatch,g8,
aws-stepfunctions-tasks.DockerImage,g9,
aws-stepfunctions-tasks.DynamoDeleteItem,ga,
aws-stepfunctions-tasks.DynamoGetItem,gb,
aws-stepfunctions-tasks.DynamoPutItem,gc,
aws-stepfunctions-tasks.DynamoUpdateItem,gd,
aws-stepfunctions-tasks.EcsEc2LaunchTarget,ge,
aws-stepfunctions-tasks.EcsFargateLaunchTarget,gf,
aws-stepfunctions-tasks.EcsRunTask,gg,
aws-stepfunctions-tasks.EcsRunTaskBase,gh,
aws-stepfunctions-tasks.EksCall,gi,
aws-stepfunctions-tasks.EksClusterInput,gj,
aws-stepfunctions-tasks.EmrAddStep,gk,
aws-stepfunctions-tasks.EmrCancelStep,gl,
aws-stepfunctions-tasks.EmrContainersCreateVirtualCluster,gm,
aws-stepfunctions-tasks.EmrContainersDeleteVirtualCluster,gn,
aws-stepfunctions-tasks.EmrContainersStartJobRun,go,
aws-stepfunctions-tasks.EmrCreateCluster,gp,
aws-stepfunctions-tasks.EmrModifyInstanceFleetByName,gq,
aws-stepfunctions-tasks.EmrModifyInstanceGroupByName,gr,
aws-stepfunctions-tasks.EmrSetClusterTerminationProtection,gs,
aws-stepfunctions-tasks.EmrTerminateCluster,gt,
aws-stepfunctions-tasks.EvaluateExpression,gu,
aws-stepfunctions-tasks.EventBridgePutEvents,gv,
aws-stepfunctions-tasks.EventBridgeSchedulerCreateScheduleTask,gw,
aws-stepfunctions-tasks.EventBridgeSchedulerTarget,,1bs
aws-stepfunctions-tasks.GlueDataBrewStartJobRun,gx,
aws-stepfunctions-tasks.GlueStartCrawlerRun,gy,
aws-stepfunctions-tasks.GlueStartJobRun,gz,
aws-stepfunctions-tasks.HttpInvoke,h0,
aws-stepfunctions-tasks.InvokeFunction,h1,
aws-stepfunctions-tasks.LambdaInvoke,h2,
aws-stepfunctions-tasks.MediaConvertCreateJob,h3,
aws-stepfunctions-tasks.PublishToTopic,h4,
aws-stepfunctions-tasks.RunBatchJob,h5,
aws-stepfunctions-tasks.RunEcsEc2Task,h6,
aws-stepfunctions-tasks.RunEcsFargateTask,h7,
aws-stepfunctions-tasks.RunGlueJobTask,h8,
aws-stepfunctions-tasks.RunLambdaTask,h9,
aws-stepfunctions-tasks.S3Location,ha,
aws-stepfunctions-tasks.SageMakerCreateEndpoint,hb,
aws-stepfunctions-tasks.SageMakerCreateEndpointConfig,hc,
aws-stepfunctions-tasks.SageMakerCreateModel,hd,
aws-stepfunctions-tasks.SageMakerCreateTrainingJob,he,
aws-stepfunctions-tasks.SageMakerCreateTransformJob,hf,
aws-stepfunctions-tasks.SageMakerUpdateEndpoint,hg,
aws-stepfunctions-tasks.SendToQueue,hh,
aws-stepfunctions-tasks.SnsPublish,hi,
aws-stepfunctions-tasks.SqsSendMessage,hj,
aws-stepfunctions-tasks.StartExecution,hk,
aws-stepfunctions-tasks.StepFunctionsInvokeActivity,hl,
aws-stepfunctions-tasks.StepFunctionsStartExecution,hm,
aws-stepfunctions.Activity,hn,
aws-stepfunctions.Chain,ho,
aws-stepfunctions.ChainDefinitionBody,hp,
aws-stepfunctions.Choice,hq,
aws-stepfunctions.Condition,hr,
aws-stepfunctions.CustomState,hs,
aws-stepfunctions.DefinitionBody,ht,
aws-stepfunctions.DistributedMap,hu,
aws-stepfunctions.Fail,hv,
aws-stepfunctions.FileDefinitionBody,hw,
aws-stepfunctions.Map,hx,
aws-stepfunctions.MapBase,hy,
aws-stepfunctions.Parallel,hz,
aws-stepfunctions.Pass,i0,
aws-stepfunctions.ResultWriter,i1,
aws-stepfunctions.ResultWriterV2,i2,
aws-stepfunctions.S3CsvItemReader,i3,
aws-stepfunctions.S3JsonItemReader,i4,
aws-stepfunctions.S3JsonLItemReader,i5,
aws-stepfunctions.S3ManifestItemReader,i6,
aws-stepfunctions.S3ObjectsItemReader,i7,
aws-stepfunctions.State,i8,
aws-stepfunctions.StateGraph,i9,
aws-stepfunctions.StateMachine,ia,
aws-stepfunctions.StateMachineFragment,ib,
aws-stepfunctions.StateMachineGrants,ic,
aws-stepfunctions.StringDefinitionBody,id,
aws-stepfunctions.Succeed,ie,
aws-stepfunctions.Task,if,
aws-stepfunctions.TaskStateBase,ig,
aws-stepfunctions.Wait,ih,
custom-resources.AwsCustomResource,ii,
custom-resources.CustomResourceConfig,ij,
custom-resources.CustomResourceLogRetention,ik,
custom-resources.Provider,il,
custom-resources.WaiterStateMachine,im,
triggers.Trigger,,135
triggers.TriggerFunction,in,

0 1 1 1 1 1 1 1 1,3o,w 6 1 a 3 2 1 8 1t 24 w 16 1e 1b o o e 1k 2h 4y 1 2 1 7 t 1 1 1 1 c 1 2 8 2 h 1m 1l 22 j 5 1m 2 32 p h 19 e 4s i 1 6 1`;
