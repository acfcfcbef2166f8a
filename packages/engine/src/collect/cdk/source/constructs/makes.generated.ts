/** Made by scripts/oracles/cdk-source/makes.ts from aws-cdk-lib 2.276.0, 2.50.0, 2.100.0, 2.140.0, 2.180.0, 2.220.0. */
export const OLDEST = '2.50.0';
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
export const TABLE = `Custom::CrossRegionExportReader AWS::CloudFormation::CustomResource Custom::CrossRegionExportWriter AWS::IAM::Role AWS::Lambda::Function Custom::AWSCDKCfnJsonStringify Custom::AWSCDKCfnJson AWS::IAM::Policy AWS::CDK::Metadata Custom::AWSCDKOpenIdConnectProvider AWS::CodeDeploy::BlueGreen AWS::ApiGatewayV2::Api AWS::ApiGatewayV2::DomainName AWS::ApiGatewayV2::Stage AWS::CertificateManager::Certificate Custom::DescribeCognitoUserPoolClient Custom::UserPoolCloudFrontDomainName Custom::DynamoDBReplica AWS::CloudFormation::Init AWS::CloudFormation::Authentication AWS::EC2::LaunchTemplate AWS::EC2::PrefixList Custom::VpcRestrictDefaultSG AWS::ECR::Repository Custom::LogRetention AWS::RDS::DBCluster AWS::RDS::DBInstance Custom::CDKBucketDeployment Custom::AWS Custom::Trigger AWS::AppSync::ApiKey AWS::StepFunctions::StateMachine AWS::ApiGatewayV2::ApiMapping AWS::ApiGatewayV2::Authorizer AWS::ApiGatewayV2::Deployment AWS::ApiGatewayV2::Integration AWS::ApiGatewayV2::IntegrationResponse AWS::ApiGatewayV2::Model AWS::ApiGatewayV2::Route AWS::ApiGatewayV2::RouteResponse Custom::S3AutoDeleteObjects AWS::S3::Object Custom::ECRAutoDeleteImages Custom::CrossAccountZoneDelegation Custom::DeleteExistingRecordSet AWS::RDS::DBProxy AWS::Redshift::Cluster AWS::DocDB::DBInstance AWS::DocDB::DBCluster AWS::CloudFormation::Stack AWS::ApiGateway::ApiKey AWS::ApiGateway::BasePathMapping AWS::ApiGateway::Authorizer AWS::ApiGateway::DomainName AWS::ApiGateway::GatewayResponse AWS::ApiGateway::Method AWS::ApiGateway::Model AWS::ApiGateway::RequestValidator AWS::ApiGateway::Resource AWS::ApiGateway::RestApi AWS::ApiGateway::Account AWS::ApiGateway::Stage AWS::ApiGateway::UsagePlan AWS::ApiGateway::VpcLink AWS::ApiGatewayV2::VpcLink AWS::ApplicationAutoScaling::ScalableTarget AWS::ApplicationAutoScaling::ScalingPolicy AWS::AppSync::DataSource AWS::AppSync::FunctionConfiguration AWS::AppSync::ChannelNamespace AWS::AppSync::Api AWS::AppSync::DomainName AWS::AppSync::DomainNameApiAssociation AWS::AppSync::GraphQLApi AWS::AppSync::GraphQLSchema AWS::AppSync::SourceApiAssociation AWS::AppSync::Resolver AWS::IAM::InstanceProfile AWS::AutoScaling::LaunchConfiguration AWS::AutoScaling::AutoScalingGroup AWS::AutoScaling::LifecycleHook AWS::AutoScaling::ScheduledAction AWS::AutoScaling::ScalingPolicy AWS::AutoScaling::WarmPool AWS::Backup::BackupPlan AWS::Backup::BackupSelection AWS::Backup::BackupVault AWS::Chatbot::SlackChannelConfiguration AWS::CloudFront::CachePolicy AWS::CloudFront::Distribution AWS::CloudFront::MonitoringSubscription AWS::CloudFront::Function AWS::CloudFront::OriginAccessControl AWS::CloudFront::KeyGroup AWS::CloudFront::KeyValueStore AWS::CloudFront::CloudFrontOriginAccessIdentity AWS::CloudFront::OriginRequestPolicy AWS::CloudFront::PublicKey AWS::CloudFront::RealtimeLogConfig AWS::CloudFront::ResponseHeadersPolicy AWS::CloudFront::VpcOrigin AWS::CloudTrail::Trail AWS::CloudWatch::Alarm AWS::CloudWatch::AlarmMuteRule AWS::CloudWatch::CompositeAlarm AWS::CloudWatch::Dashboard AWS::CodeBuild::SourceCredential AWS::CodeBuild::Fleet AWS::CodeBuild::Project AWS::CodeBuild::ReportGroup AWS::Cognito::IdentityPool AWS::Cognito::UserPool AWS::Cognito::UserPoolClient AWS::Cognito::UserPoolDomain AWS::Cognito::UserPoolGroup AWS::Cognito::UserPoolIdentityProvider AWS::Cognito::UserPoolResourceServer AWS::DynamoDB::Table AWS::DynamoDB::GlobalTable AWS::EC2::ClientVpnAuthorizationRule AWS::EC2::ClientVpnEndpoint AWS::EC2::ClientVpnTargetNetworkAssociation AWS::EC2::ClientVpnRoute AWS::EC2::FlowLog AWS::EC2::VPCEndpoint AWS::EC2::Instance AWS::EC2::KeyPair AWS::EC2::NetworkAcl AWS::EC2::NetworkAclEntry AWS::EC2::PlacementGroup AWS::EC2::NatGateway AWS::EC2::EIP AWS::EC2::SecurityGroup AWS::EC2::Subnet AWS::EC2::RouteTable AWS::EC2::SubnetRouteTableAssociation AWS::EC2::Route AWS::EC2::SubnetNetworkAclAssociation AWS::EC2::Volume AWS::EC2::VPC AWS::EC2::InternetGateway AWS::EC2::VPCGatewayAttachment AWS::EC2::EgressOnlyInternetGateway AWS::EC2::VPCEndpointService AWS::EC2::VPCEndpointServicePermissions AWS::EC2::CustomerGateway AWS::EC2::VPNConnection AWS::EC2::VPNConnectionRoute AWS::EC2::VPNGateway AWS::ECS::CapacityProvider AWS::ECS::Service AWS::ECS::Cluster AWS::ECS::TaskDefinition AWS::EFS::AccessPoint AWS::EFS::FileSystem AWS::EFS::MountTarget AWS::ElasticLoadBalancingV2::ListenerCertificate AWS::ElasticLoadBalancingV2::ListenerRule AWS::ElasticLoadBalancingV2::Listener AWS::ElasticLoadBalancingV2::LoadBalancer AWS::ElasticLoadBalancingV2::TargetGroup AWS::ElasticLoadBalancingV2::TrustStore AWS::ElasticLoadBalancingV2::TrustStoreRevocation Custom::CloudwatchLogResourcePolicy AWS::Events::ApiDestination AWS::Events::Archive AWS::Events::Connection AWS::Events::EventBus AWS::Events::EventBusPolicy AWS::Events::Rule AWS::IAM::AccessKey AWS::IAM::Group AWS::IAM::ManagedPolicy AWS::IAM::OIDCProvider AWS::IAM::SAMLProvider AWS::IAM::User AWS::Kinesis::ResourcePolicy AWS::Kinesis::Stream AWS::Kinesis::StreamConsumer AWS::KinesisFirehose::DeliveryStream AWS::KMS::Alias AWS::KMS::Key AWS::Lambda::Alias AWS::Lambda::CapacityProvider AWS::Lambda::CodeSigningConfig AWS::Lambda::EventInvokeConfig AWS::Lambda::EventSourceMapping AWS::Lambda::Permission AWS::Lambda::Url AWS::Lambda::LayerVersion AWS::Lambda::NetworkConnector AWS::Lambda::Version AWS::Lambda::WebFunction AWS::Lambda::WebFunctionRevision AWS::Lambda::ResourcePolicy AWS::Lambda::WebFunctionEndpoint AWS::Logs::Destination AWS::Logs::LogGroup AWS::Logs::LogStream AWS::Logs::MetricFilter AWS::Logs::QueryDefinition AWS::Logs::ResourcePolicy AWS::Logs::SubscriptionFilter AWS::Logs::Transformer AWS::OpenSearchService::Domain Custom::OpenSearchAccessPolicy AWS::RDS::DBProxyTargetGroup AWS::RDS::DBProxyEndpoint AWS::RDS::OptionGroup AWS::RDS::DBClusterParameterGroup AWS::RDS::DBParameterGroup AWS::RDS::DBSubnetGroup AWS::Route53::HealthCheck AWS::Route53::HostedZone AWS::Route53::DNSSEC AWS::Route53::KeySigningKey AWS::Route53::RecordSet AWS::S3::Bucket Custom::S3BucketNotifications AWS::S3::BucketPolicy AWS::Scheduler::Schedule AWS::Scheduler::ScheduleGroup AWS::SecretsManager::ResourcePolicy AWS::SecretsManager::RotationSchedule AWS::SecretsManager::Secret AWS::Serverless::Application AWS::SecretsManager::SecretTargetAttachment AWS::SES::ConfigurationSet AWS::SES::ConfigurationSetEventDestination AWS::SES::DedicatedIpPool AWS::SES::EmailIdentity AWS::SES::ReceiptFilter AWS::SES::ReceiptRule AWS::SES::ReceiptRuleSet AWS::SES::VdmAttributes AWS::SNS::Subscription AWS::SNS::Topic AWS::SNS::TopicPolicy AWS::SQS::Queue AWS::SQS::QueuePolicy AWS::SSM::Parameter AWS::StepFunctions::Activity AWS::ApiGateway::UsagePlanKey AWS::EC2::SecurityGroupIngress AWS::EC2::SecurityGroupEgress AWS::EC2::VPNGatewayRoutePropagation AWS::Lambda::LayerVersionPermission AWS::ApiGateway::Deployment Custom::S3ObjectCopy AWS::Cognito::IdentityPoolRoleAttachment AWS::EC2::VPCCidrBlock AWS::ServiceDiscovery::Service AWS::ECS::ClusterCapacityProviderAssociations AWS::ServiceDiscovery::PrivateDnsNamespace AWS::ServiceDiscovery::PublicDnsNamespace AWS::ServiceDiscovery::HttpNamespace AWS::IAM::UserToGroupAddition AWS::CodeGuruProfiler::ProfilingGroup AWS::CodeStarNotifications::NotificationRule AWS::ServiceDiscovery::Instance

detailType addVpcLink arnForExecuteApi metricClientError addToPrincipalPolicy isBefore isAfter toEpoch cidr addToExecutionRolePolicy addToTaskRolePolicy fromRegistry valueForStringParameter addPermission addToResourcePolicy codeBuildImage tcpRange isExternalCompatible isFargateCompatible isEc2Compatible valueForTypedStringParameterV2 addLambdaPermission bindBaseTargetConfig fromCodeBuildImageId tcp udp ipv4 icmpTypeAndCode anyIpv4 allTraffic fromStringParameterAttributes replaceByKey renderProperties _fromCloudFormation atDate atTimestamp after fromString apply of combine secretsManager jsonWithStandardFields fromBucket fromAsset renderStageKeys fromApiKeyId actions read write readWrite fromApiKey bind bindAfterCreate inspect cfnProperties addBasePathMapping addApiMapping configureMTLS restApi methodArn testMethodArn requestValidatorId metric metricServerError metricCacheHitCount metricCacheMissCount metricCount metricIntegrationLatency metricLatency grantExecute cannedMetric addMethod requestValidatorRef fromRequestValidatorId fromResourceAttributes addResource addProxy addCorsPreflight resourceForPath url resourceRef addModel addRequestValidator fromRestApiId fromRestApiAttributes urlForPath addDomainName addUsagePlan addGatewayResponse addApiKey grantInvokeFromVpcEndpointsOnly _configureCloudWatchRole configureCloudWatchRole configureDeployment _configureDeployment fromStageAttributes stageArn stageRef startExecution renderApiStages createStage fromUsagePlanId createDefaultParameterMapping completeBind addStage addRoutes fromHttpApiAttributes fromHttpApi httpApi produceRouteArn grantInvoke _bindToRoute api baseApi fromHttpStageAttributes fromObject addSecurityGroups renderSecurityGroups fromVpcLinkAttributes addRoute grantManageConnections callbackUrl grantManagementApiAccess fromWebSocketStageAttributes doScaleOnSchedule doScaleOnMetric doScaleToTrackMetric addToRolePolicy scaleOnSchedule scaleOnMetric scaleToTrackMetric functionConfigurationRef fromAppsyncFunctionAttributes createResolver createFunction grantSubscribe grantPublish grantPublishAndSubscribe fromFile setupLogConfig mapAuthorizationProviders fromEventApiAttributes addChannelNamespace addDynamoDbDataSource addHttpDataSource addLambdaDataSource addRdsDataSource addEventBridgeDataSource addOpenSearchDataSource grant grantConnect setupSourceApiAssociations setupMergedApiExecutionRole setupLambdaAuthorizerConfig setupAdditionalAuthorizationModes createAPIKey grantMutation grantQuery grantSubscription fromGraphqlApiAttributes addNoneDataSource addRdsDataSourceV2 addElasticsearchDataSource and renderTemplate eq lt le gt ge beginsWith between dynamoDbResultList dynamoDbResultItem dynamoDbScanTable dynamoDbQuery dynamoDbGetItem dynamoDbDeleteItem dynamoDbPutItem lambdaRequest lambdaResult addSecurityGroup attachToApplicationTargetGroup connections applyUpdatePolicies renderNotificationConfiguration fromAutoScalingGroupName addRule addSelection daily35DayRetention dailyMonthly1YearRetention dailyWeeklyMonthly5YearRetention dailyWeeklyMonthly7YearRetention fromRdsDatabaseCluster fromRdsServerlessCluster blockRecoveryPointDeletion fromBackupVaultName fromBackupVaultArn fromSlackChannelConfigurationArn withOriginAccessControl withEc2Instance withApplicationLoadBalancer withNetworkLoadBalancer _bind grantCreateInvalidation toBehavior toOriginProperty addBehavior renderLogging renderCacheBehaviors createInvalidation fromDistribution singletonKinesisRole fromInline fromOriginAccessIdentityName fromOriginAccessIdentityId trailArn logGroup addEventSelector addLambdaEventSelector logAllLambdaDataEvents addS3EventSelector logAllS3DataEvents onCloudTrailEvent validateEventSelectors onEvent renderMetric fromAlarmName fromAlarmArn addAlarmMuteRule toJson fromCompositeAlarmName fromCompositeAlarmArn addWidgets addMetric with createAlarm anomalyDetectionFor grantPutMetricData fromPromQLAlarmArn fromPromQLAlarmName s3 bucket andBranchIs andBranchIsNot andCommitMessageIs andCommitMessageIsNot andTagIs andTagIsNot andHeadRefIs andHeadRefIsNot andActorAccountIs andActorAccountIsNot andBaseBranchIs andBaseBranchIsNot andBaseRefIs andBaseRefIsNot andFilePathIs andFilePathIsNot andRepositoryNameIs andRepositoryNameIsNot _actions _toJson addCommitMessageFilter addHeadBranchFilter addHeadTagFilter addHeadRefFilter addActorAccountId addBaseBranchFilter addBaseRefFilter addFilePathFilter addRepositoryNameFilter addFilter inEventOf grantPrincipal configureVpc fromFleetArn validate runScriptBuildspec fromDockerRegistry fromEcrRepository awsDeepLearningContainersImage projectName buildId completedPhase completedPhaseStatus completedPhaseDurationSeconds buildComplete projectArn enableBatchBuilds addSecondarySource addFileSystemLocation addSecondaryArtifact bindToCodePipeline validateProject encryptionKey createLoggingPermission renderEnvironment configureFleet renderLoggingConfiguration addVpcRequiredPermissions validateCodePipelineSettings isLambdaBuildImage validateLambdaBuildImage renderFileSystemLocations renderSecondarySources renderSecondarySourceVersions renderSecondaryArtifacts fromProjectArn fromProjectName serializeEnvVariables fromReportGroupName codeCommit gitHub gitHubEnterprise bitBucket buildStatus currentPhase configureDefaultRole configureDefaultGrantPrincipal addTrigger smsConfiguration fromUserPoolId fromUserPoolArn userPoolClientSecret configureAuthFlows cloudFrontDomainName list autoScaleReadCapacity autoScaleWriteCapacity autoScaleGlobalSecondaryIndexReadCapacity autoScaleGlobalSecondaryIndexWriteCapacity makeScalingRole createReplicaTables parseEncryption renderImportSourceSpecification grantListStreams fromTableName fromTableArn fromTableAttributes grantOnKey grants streamGrants grantStream grantReadData grantTableListStreams grantStreamRead grantWriteData grantReadWriteData grantFullAccess metricConsumedReadCapacityUnits metricConsumedWriteCapacityUnits metricThrottledRequestsForOperations metricSystemErrorsForOperations sumMetricsForOperations combinedGrant readData writeData readWriteData fullAccess multiAccountReplicationTo multiAccountReplicationFrom fromTable addToStreamResourcePolicy replica configureReplicaKeys anyIpv6 getImage toAmazonLinuxCpuType allowSshAccessFrom getMachineImage nextBlock addAuthorizationRule fromEndpointAttributes attach fromElements fromConfig fromConfigSets allowTo allowFrom allowInternally allowToAnyIpv4 allowFromAnyIpv4 allowDefaultPortFrom allowDefaultPortInternally allowDefaultPortFromAnyIpv4 allowToDefaultPort allowDefaultPortTo toCloudWatchLogs toS3 fromGatewayVpcEndpointId shellCommand argvCommand _standardConfig symlink fromFileInline systemdConfigFile fromGitHub visit endpointSubnets fromInterfaceVpcEndpointAttributes awsIpamAllocation amazonProvided privateKey latestWindows latestAmazonLinux2 latestAmazonLinux2022 latestAmazonLinux2023 latestAmazonLinux genericLinux genericWindows fromSSMParameter fromSsmParameter resolveSsmParameterAtLaunch lookup fromUserData addUserDataPart render addS3DownloadCommand configureNat configureSubnet gateway instance instanceV2 regionalGateway associateWithSubnet fromNetworkAclId addSubnet addSubnets cidrStrings validateCidrBlocksOverlap validateCidrPairOverlap ipv6 prefixList securityGroupId toRuleJson toString allTcp udpRange allUdp icmpType icmpPing allIcmp allIcmpV6 esp ah fromPrefixListId fromLookup fromPrivateSubnetAttributes addNatGateway fromPublicSubnetAttributes addIngressRule addEgressRule addDirectIngressRule hasIngressRule addDirectEgressRule hasEgressRule addDefaultEgressRule addDefaultIpv6EgressRule removeNoTrafficRule fromLookupById fromLookupByName fromSecurityGroupId fromLookupAttributes addDefaultInternetRoute addIpv6DefaultInternetRoute addIpv6DefaultEgressOnlyInternetRoute addDefaultNatRoute addIpv6Nat64Route associateNetworkAcl fromSubnetAttributes fromSubnetId containsIpAddresses byCidrMask byCidrRanges fromSubnetNetworkAclAssociationAssociationId forLinux forWindows forOperatingSystem validateProps fromVolumeAttributes addS3Endpoint addDynamoDbEndpoint createNatGateways createSubnets createSubnetResources restrictDefaultSecurityGroup fromVpcAttributes addToPolicy grantRead _render wildcard repositoryName repositoryArn addLifecycleRule validateTagMutability renderLifecyclePolicy orderedLifecycleRules enableAutoDeleteImages fromRepositoryAttributes fromRepositoryArn fromRepositoryName arnForLocalRepository validateRepositoryName repositoryRef repositoryUri registryUri repositoryUriForTag repositoryUriForDigest repositoryUriForTagOrDigest repositoryUriWithSuffix onCloudTrailImagePushed onImageScanCompleted grantPull grantPush grantPullPush unsafeCrossAccountResourcePolicyPrincipal getDefaultCluster addServiceAsTarget createAWSLogDriver createEc2Service createFargateService registerECSTargets addPortMappingForTargets createLogDriver configListener validateInput createLoadBalancer createListenerCertificate createListener createDomainName configureAutoscalingForService grantPermissionsToService addTaskDefinitionToEventTarget addTaskAsTarget serviceRef serviceArn enableServiceConnect validateServiceConnectConfiguration executeCommandLogConfiguration enableExecuteCommandEncryption attachToClassicLB loadBalancerTarget registerLoadBalancerTargets attachToNetworkTargetGroup autoScaleTaskCount enableCloudMap associateCloudMapService configureAwsVpcNetworking configureAwsVpcNetworkingWithSecurityGroups renderServiceRegistry attachToELB attachToELBv2 defaultLoadBalancerTarget makeAutoScalingRole addServiceRegistry enableExecuteCommand fromServiceArnWithCluster clusterRef updateKeyPolicyForEphemeralStorageConfiguration renderClusterConfiguration renderExecuteCommandLogConfiguration addDefaultCloudMapNamespace addCapacity addAsgCapacityProvider addAutoScalingGroup configureAutoScalingGroup arnForTasks grantTaskProtection configureWindowsAutoScalingGroup metricCpuReservation metricCpuUtilization metricMemoryReservation metricMemoryUtilization renderExecuteCommandConfiguration fromClusterAttributes fromClusterArn taskProtection fromCluster mountPoints portMappings volumesFrom ulimits containerDependencies addLink addMountPoints addScratch addPortMappings addEnvironment addDockerLabel addSecret addInferenceAcceleratorResource addUlimits addContainerDependencies addVolumesFrom addToExecutionPolicy findPortMapping findPortMappingByName setNamedPort addHostPortIfNeeded validateRestartPolicy referencesSecretJsonField ingressPort containerPort _defaultDisableVersionConsistency renderContainerDefinition fromDockerImageAsset fromTarball arnForS3Object fromS3Bucket addPlacementStrategies addPlacementConstraints fromEc2ServiceArn fromEc2ServiceAttributes addContainer fromEc2TaskDefinitionArn fromEc2TaskDefinitionAttributes validatePlacementConstraints amazonLinux2023 amazonLinux2 amazonLinux windows fromExternalServiceArn fromExternalServiceAttributes fromExternalTaskDefinitionAttributes fromFargateServiceArn fromFargateServiceAttributes fromFargateTaskDefinitionArn fromFargateTaskDefinitionAttributes applicationListener networkListener awsLogs splunk firelens createDefaultInstanceProfile isvalidPortName scaleOnCpuUtilization scaleOnMemoryUtilization scaleOnRequestCount scaleToTrackCustomMetric fromSecretsManager fromSecretsManagerVersion isServiceConnect isValidNetworkmode isValidPortName mountIn validateEbsVolumeConfiguration containers runtimePlatform executionRole inferenceAccelerators renderInferenceAccelerators _validateTarget _portRangeFromPortMapping addFirelensLogRouter _linkContainer addVolume validateVolume addPlacementConstraint addExtension addInferenceAccelerator grantRun obtainExecutionRole validateTaskDefinition findContainer passRoleStatement renderNetworkMode renderContainers checkFargateWindowsBasedTasksSize renderVolumes fromTaskDefinitionArn fromTaskDefinitionAttributes fromAccessPointAttributes fromAccessPointId oneZoneValidation addAccessPoint fromFileSystemAttributes addCertificateArns addCertificates addAction addTargetGroups addTargets addFixedResponse addRedirectResponse registerConnectable fromApplicationListenerAttributes addCondition addTargetGroup validateListenerRule renderConditions addListener addRedirect logAccessLogs logConnectionLogs metricActiveConnectionCount metricClientTlsNegotiationErrorCount metricConsumedLCUs metricHttpFixedResponseCount metricHttpRedirectCount metricHttpRedirectUrlLimitExceededCount metricHttpCodeElb metricHttpCodeTarget metricIpv6ProcessedBytes metricIpv6RequestCount metricNewConnectionCount metricProcessedBytes metricRejectedConnectionCount metricRequestCount metricRuleEvaluations metricTargetConnectionErrorCount metricTargetResponseTime metricTargetTLSNegotiationErrorCount metricElbAuthError metricElbAuthFailure metricElbAuthLatency metricElbAuthSuccess fromApplicationLoadBalancerAttributes metrics addTarget registerListener metricHealthyHostCount metricUnhealthyHostCount metricRequestCountPerTarget validateTargetGroup fromTargetGroupAttributes import resourcePolicyPrincipal renderActions authenticateOidc authenticateJwt forward weightedForward fixedResponse redirect securityGroups metricActiveFlowCount metricNewFlowCount metricTcpClientResetCount metricTcpElbResetCount metricTcpTargetResetCount fromNetworkLoadBalancerAttributes metricUnHealthyHostCount validateHealthCheck iHttpApi validateInputTemplate createInput createEventRolePolicyStatements putEventStatement fromObjectV2 putBatchEventStatement fromApiDestinationAttributes fromEventBusArn fromEventBusName fromEventBusAttributes grantPutEvents grantAllPutEvents allPutEvents fromEventBus eventId source account time region resolve merge nullValue exists doesNotExist exactString equalsIgnoreCase prefix suffix prefixEqualsIgnoreCase suffixEqualsIgnoreCase ipAddressRange anythingBut anythingButPrefix anythingButSuffix anythingButWildcard anythingButEqualsIgnoreCase greaterThan greaterThanOrEqual lessThan lessThanOrEqual equal interval allOf anyOf anythingButConjunction numeric fromMergedObjects fromObjects ensureXEnvTargetEventBus crossRegionPutEventsRole policyFragment inOrganization dedupeStringFor addToAssumeRolePolicy dedupeString get set has register success assertSuccess applyBefore addToPrincipalOrResource addStatementToResourcePolicy addToPrincipal addToPrincipalAndResource drop isResourceWithPolicy isEncryptedResource fromGroupArn fromGroupName roleArn roleRef roleId roleName grantPassRole grantAssumeRole instantiate openIdConnectProviderArn openIdConnectProviderIssuer openIdConnectProviderthumbprints oidcProviderRef getOrCreateProvider fromOpenIdConnectProviderArn toJSON _maybeMergeStatements _splitDocument fromJson addPrincipals addNotPrincipals addAwsAccountPrincipal addArnPrincipal addServicePrincipal addFederatedPrincipal addAccountRootPrincipal addCanonicalUserPrincipal addAnyPrincipal addConditions addAccountCondition addSourceAccountCondition addSourceArnCondition copy addPrincipalConditions _estimateSize withConditions withSessionTags conditions withoutPolicyUpdates splitLargePolicy fromRoleArn fromRoleName assumeRole passRole fromRole fromStaticServicePrincipleName fromUserName fromUserArn fromUserAttributes createResourcePolicy fromStreamArn fromStreamAttributes fromStreamConsumerArn fromStreamConsumerAttributes fromDeliveryStreamName fromDeliveryStreamArn fromDeliveryStreamAttributes putRecords fromDeliveryStream betweenInclusive createOrcSerDeProps createOutputFormatConfig createParquetSerDeProps getS3BackupMode fromCfnTable fromAliasAttributes fromAliasName grantAdmin addDefaultAdminPolicy addLegacyAdminPolicy fromKeyArn fromCfnKey admin decrypt encrypt encryptDecrypt sign verify signVerify generateMac verifyMac granteeStackDependsOnKeyStack isGranteeFromAnotherRegion isGranteeFromAnotherAccount fromKey getSchemaRegistryPolicies sourceAccessConfigurations mappingId enrichMappingOptions functionArn functionName aliasRef addAutoScaling bindToResource validateCapacityProviderProps fromBucketV2 inline fromCustomCommand fromDockerBuild asset fromEcrImage fromAssetImage fromEcr fromImageAsset fromEfsAccessPoint fromS3FilesAccessPoint currentVersion resourceArnsForGrantInvoke getLoggingConfig addLayers addVersion addAlias configureLambdaInsights configureAdotInstrumentation configureParamsAndSecretsExtension configureSnapStart buildDeadLetterQueue buildTracingConfig fromFunctionName fromFunctionArn fromFunctionAttributes functionRef latestVersion addEventSourceMapping grantInvokeLatestVersion grantInvokeVersion grantInvokeUrl grantInvokeCompositePrincipal addEventSource configureAsyncInvoke addFunctionUrl _isStackAccount parsePermissionPrincipal validateConditionCombinations validateConditions isPrincipalWithConditions urlRef fromInsightVersionArn fromInsightsVersion fromLayerVersionArn fromLayerVersionAttributes vpcEgress tenancyConfig runtimeEquals determineLatestPythonRuntime ensureLambda versionRef role edgeArn fromVersionArn fromVersionAttributes addEndpoint createEndpoint createDefaultRole createTelemetryConfig grantServiceKeyUsage fromWebFunctionArn fromWebFunctionAttributes fromAssetToManagedBucket fromAssetToProvidedBucket fromWebFunctionEndpointAttributes invoke fromWebFunctionEndpoint fromLogGroupArn fromLogGroupName fromLogGroup ensureSingletonLogRetentionFunction slowSearchLogGroup slowIndexLogGroup appLogGroup auditLogGroup addAccessPolicies fromDomain builtIn_5_6 builtIn_5_7 builtIn_8_0 provisioned serverlessV2 fromSecret fromDatabaseClusterAttributes dbClusterRef asSecretAttachmentTarget grantDataApiAccess aurora auroraMysql auroraPostgres fromDatabaseInstanceAttributes mariaDb mysql postgres oracleSe oracleSe1 oracleSe2 oracleSe2Cdb oracleEe oracleEeCdb sqlServerSe sqlServerEx sqlServerWeb sqlServerEe fromDatabaseProxyAttributes addConfiguration renderConfigurations bindToCluster bindToInstance createInstanceParameterGroup createClusterParameterGroup forInstance forCluster fromInstance addRotationSingleUser addRotationMultiUser fromServerlessClusterAttributes fromARecordAttributes grantDelegation enableDnssec fromHostedZoneId fromHostedZoneAttributes delegation fromHostedZone alias service grantKeyPermissionsForZone fromPrivateHostedZoneId fromPrivateHostedZoneAttributes addDelegation fromPublicHostedZoneId fromPublicHostedZoneAttributes recordSetRef configureSetIdentifier createIdentifier configureSetIdentifer fromValues fromAlias fromIpAddresses getPrivateDnsConfiguration verifyPrivateDnsConfiguration deployedBucket addSource getOrCreateEfsFileSystem data jsonData yamlData custom bucketArn bucketName bucketWebsiteDomainName isWebsite disallowPublicAccess acknowledgeAccessControl addCorsRule addInventory enforceSSLStatement minimumTLSVersionStatement parseLifecycleConfiguration parseServerAccessLogs parseMetricConfiguration parseCorsConfiguration parseTagFilters parseOwnershipControls parseTieringConfig parseObjectLockConfig renderWebsiteConfiguration renderReplicationConfiguration allowLogDelivery parseInventoryConfiguration enableAutoDeleteObjects setDefaultPublicAccessBlockConfig fromBucketArn fromBucketName fromBucketAttributes fromCfnBucket validateBucketName _validateBucketName validateBucketNameScoped _validateBucketNamePrefix validateBucketNamePrefixScoped validateBucketNamingCombination onCloudTrailPutObject onCloudTrailWriteObject maybeAutoCreatePolicy urlForObject transferAccelerationUrlForObject virtualHostedUrlForObject s3UrlForObject arnForObjects grantWrite grantPut grantPutAcl grantDelete grantReadWrite grantReplicationPermission grantPublicAccess addEventNotification withNotifications addObjectCreatedNotification addObjectRemovedNotification enableEventBridgeNotification addReplicationPolicy urlJoin bucketRef writeActions putActions delete publicAccess put putAcl actionsOnObjectKeys actionsOnBucketAndObjectKeys replicationPermission grantActions fromCfnBucketPolicy governance compliance prefixWith partitionedPrefix simplePrefix addTargetActionToRole createOrGetScheduleTargetRole addDeadLetterQueueActionToRole fromScheduleGroupArn fromDefaultScheduleGroup fromScheduleGroupName readSchedules writeSchedules deleteSchedules fromScheduleGroup mysqlSingleUser mysqlMultiUser postgreSqlSingleUser postgreSqlMultiUser oracleSingleUser oracleMultiUser mariaDbSingleUser mariaDbMultiUser sqlServerSingleUser sqlServerMultiUser redshiftSingleUser redshiftMultiUser mongoDbSingleUser mongoDbMultiUser resolveSecretObjectValue addTargetAttachment addReplicaRegion isSecret fromSecretArn fromSecretCompleteArn fromSecretPartialArn fromSecretName fromSecretNameV2 fromSecretAttributes secretValue fromUnsafePlaintext fromToken secretTargetAttachmentRef fromSecretTargetAttachmentSecretArn addEventDestination easyDkim byoDkim fromEmailIdentityName fromEmailIdentityArn fromReceiptRuleSetName stringFilter numericFilter existsFilter notExistsFilter fromTopicArn fromTopicAttributes addSubscription addSSLPolicy createTopicPolicy createSSLPolicyDocument bindAsNotificationRuleTarget publish subscribe fromTopic fromQueueArn fromQueueAttributes grantConsumeMessages grantSendMessages grantPurge metricApproximateNumberOfMessagesOutstanding consumeMessages sendMessages purge fromQueue fromStringListParameterName fromListParameterAttributes valueForTypedListParameter fromStringParameterName fromStringParameterArn fromSecureStringParameterAttributes valueForTypedStringParameter valueForSecureStringParameter jsonPath jsonata createPolicyStatements renderEncryption _renderTask configurePolicyStatements renderBedrockCreateModelCustomizationJobRole createVpcConfigPolicyStatement renderPolicyStatements getApiEndpoint fromJsonExpression validateNoNetworkingProps makePolicyStatements taskExecutionRoles fromTaskInput createJobExecutionRole grantMonitoringPolicies updateRoleTrustPolicy serviceRole clusterRole autoScalingRole renderTags createServiceRole createClusterRole createAutoScalingRole validateReleaseLabel validatePropsRelatedToReleaseLabel renderEntries getPolicies buildTaskPolicyStatements buildTaskParameters renderParameters createSagemakerRole renderVpcConfig renderOutputDataConfig renderTransformOutput createScopedAccessPolicy metricRunTime metricScheduleTime metricTime metricScheduled metricTimedOut metricStarted metricSucceeded metricFailed metricHeartbeatTimedOut next toSingleState start sequence when afterwards toStateJson or not addCatch fromChainable validateState whenBoundToGraph itemProcessor renderItemReader renderResultWriter renderItemBatcher iterator bindToGraph providePolicyStatements validateResultWriter _addCatch makeNext addChoice renderChoices renderBranches renderIterator renderRetryCatch renderItemProcessor toGraphJson buildLoggingConfiguration buildTracingConfiguration taskResponse redriveExecution startSyncExecution execution fromStateMachine getResponseFieldReference getResponseField formatSdkCall addLogRetentionLifetime createLogGroup addPermissions grantStartExecution determineHandlerArn setupPermissions addDefaultPermissionRole addLambdaInvokePermission addDefaultPermisionRole _configureVpcLink _addDomainMapping addLifecycleHook addWarmPool scaleOnIncomingBytes scaleOnOutgoingBytes withOriginAccessIdentity projectRef onStateChange onPhaseChange onBuildStarted onBuildFailed onBuildSucceeded metricBuilds metricDuration metricSucceededBuilds metricFailedBuilds notifyOn notifyOnBuildSucceeded notifyOnBuildFailed bindAsNotificationRuleSource addClient addDomain addResourceServer addGroup configureAttributeMapping addEntry securityGroupRef uniqueId toIngressRuleConfig toEgressRuleConfig determineRuleScope renderPeer isSecurityGroup grantAttachVolume grantAttachVolumeByResourceTag grantDetachVolume grantDetachVolumeByResourceTag selectSubnets enableVpnGateway addVpnConnection addClientVpnEndpoint addInterfaceEndpoint addGatewayEndpoint addFlowLog selectSubnetObjects applySubnetFilters taskDefinitionRef isManagedInstancesCompatible _grantClient grantRootAccess archive grantPutEventsTo addUser appendDedupe grantPutRecords metricIncomingBytes metricIncomingRecords metricBackupToS3Bytes metricBackupToS3DataFreshness metricBackupToS3Records grantDecrypt grantEncrypt grantEncryptDecrypt grantSign grantVerify grantSignVerify grantGenerateMac grantVerifyMac addStream logGroupRef addSubscriptionFilter addMetricFilter addTransformer extractMetric convertArnPrincipalToAccountId convertArnPrincpalToAccountId grantIndexRead grantIndexWrite grantIndexReadWrite grantPathRead grantPathWrite grantPathReadWrite _createInstances setLogRetention grantReadSchedules grantWriteSchedules grantDeleteSchedules secretRef cfnDynamicReferenceKey secretFullArn secretValueFromJson addRotationSchedule denyAccountRootDelete arnForPolicies grantSendEmail addDropSpamRule grantStartSyncExecution grantTaskResponse grantExecution grantRedriveExecution metricAborted fromStateMachineArn fromStateMachineName timeBasedCanary timeBasedLinear parseValue date logGroupArn policy vpc renderCondition renderVariables topic clusterArn eventType _renderBehavior _renderEndpoint addTopLevel fromPath toBuildSpec architecture vpcCidrBlock _doBind group fromUrl renderBodyPart subnet addActions allocateVpcCidr allocateVpcIpv6Cidr allocateSubnetsCidr createIpv6CidrBlocks allocateSubnetsIpv6Cidr clusterName fromServiceAttributes fileSystem activeConnectionCount clientTlsNegotiationErrorCount consumedLCUs httpFixedResponseCount httpRedirectCount httpRedirectUrlLimitExceededCount httpCodeElb httpCodeTarget ipv6ProcessedBytes ipv6RequestCount newConnectionCount processedBytes rejectedConnectionCount requestCount ruleEvaluations targetConnectionErrorCount targetResponseTime targetTLSNegotiationErrorCount elbAuthError elbAuthFailure elbAuthLatency elbAuthSuccess healthyHostCount unhealthyHostCount requestCountPerTarget activeFlowCount newFlowCount tcpClientResetCount tcpElbResetCount tcpTargetResetCount unHealthyHostCount connection addToGroup onFailure lambda onSuccess mountTargets mountTargetSecurityGroups generateUniqueName cloudWatchLogs firehose grantDeleteLogGroup clusterEndpoint clusterReadEndpoint instanceIdentifiers instanceEndpoints destinationBucket addNotification actionProperties _applyPolicyStatement clusterCertificateAuthorityData onUpdate onDelete forResource fromVpc http http2 grpc calculateLogicalId addInvokePermission validateAuthType validateEdgeLambdas grantEdgeLambdaFunctionExecutionRole entries addOne hasCommitMessageFilterAndPrEvent hasFilePathFilterAndPrEvent anyWebhookFilterContainsPrReopenedEventAction scaleOnUtilization retainByIp checkCidrRanges extractSubnetsOfType subnetGroupToSubnets registerLoadBalancer registerNonIpInstance registerIpInstance registerCnameInstance createService grantDestinationRead retainDestinationFor defaultParameterGroup supports applyTo export createResourceOnce addHandlerPermissions grantDistributionAccessToBucket grantDistributionAccessToKey getOrCreate bundle supportsTimezone singleton fromProfilingGroup getPolicyDocument

,,l0,,
a,,,,y2
,,,,y2 51 1
,,1,,135
,,,,136
,,2,,
,5,,,y
,,l1,,
,,3,,
,,l2 1,,
,,l4,,
,,5,,
,,,,12o
,,,,td
,,,,uy
,,b,,
,16y 5s,,,19
,,,,1n 13
,,l5,,
,mg h,,,mh
,,,,1b
,,a,,
,,e8,,pd
,,,,pd
b 1 1 j 1 1 1 1 1 1 1,,,,
,o,,,md
,o,,,6r fm
1h,16y,,,1k 1 1
1f,16y,,,1n
,1cr,,,1n 13
,,,,6r nr
,,,,p3
,ma n,a9,,2 b 1b 1 1g
,,p,,20 4 1
,,,,62
,,,,62 w3 12
1j,16y,,,1q 1f
,,,,1n
,,,,2 33
,,,,1q l u
,,,,2q f
,,,,1z
,mg h,,,1o kt
,,,,20
,,9 10,,2i
,v 163 5u,,,ns cb
1l,16y,,,1n 3
,,,,1q
,16y,,,26 z
,,l8,,
,,x,,
,,s,,
,,t,,
,,,,24 3
,,,,1n r
,,,,35
,16y 5v,l9,,2f 5 3 10l
,ma n,a0,,
1k,16y,,,1n
,,w,,
,,,,2e
,,la,,
,,n,,
,,19,,
1i,16y,,,1n
,,9,,
,ma n,9j i,,e
1o,ma n k1,a5 4,,
,,,,2k
,,,,2n
,1b8,14,,2e
,ma n,a5 4,,33
,16y 5v,l9,,1h y 5 3 10l
1p,16y,,,1n 1i
,,lb,,
,,lc,,
,23,,,20 r
,16y 5w,,,2i a
,,,,2t
,,ld,,
,1bb,,,31
,28 k2 n,a9,,d oq
,28,,,10s
,ma n oe,a9,,d oq
,,,,107 32
,ma n,a1 4 4,,2v aq a9 5j
,ma n,a9,,d 2o
,,,,ew 1
,ma n,a1 4 4,,2v aq a9
,ma n,a1 4 4,,dl a9 5j
,,,,28
,ma n,a9,,d oq
,16y 5s,,,
,,le,,
c,,,,1m p7
,1cv,1u 2,,
,,1w,,
,,1u,,
,,lf,,
,,,,31
,,1s,,
,39,,,31
,,,,1 1 1
,1cw,,,31 1 2
,mg h,,,32 jf
,,1t,,2w 5
,1cx,,,31 4 1 x2
,,lg,,
,,1p b,,2i
,16y 5w,,,2s d
,,lh,,
1s,a1,,,39 1 8n 8i gu 20
,,,,kf
,,,,c3 8c gj
,,,,139
,1cv,,,3c
13,1cw,,,34
z,,,,
,1cx,,,35 1 x2
,mg h,,,35 jc
,,li,,
,,26,,
,,,,3l
,,,,3m
,,,,3n
1t,ma n,a5 4,,1b
,,,,4
,3k,3d,,
1u,,,,
1w,,,,35 1g ki
,,lj,,
,,,,7n qf
1v,ma n,a5 4,,35 ux
24,,,,35 j x ki
,,27,,35
1x,,,,35
,,,,35 11
,,28,,
,,,,18
,,,,9l 4
,,,,uo
1y,4d o2 hn 2w 1,a9 2c,,d 2s r 1 25 l3 1 c1
,ma n,a5 4,,
,,lk,,4a
,,ll,,
,,2b,,
,3n 1 7,,,
,3n 1,,,
,3n 1 12,,,
,3n 1 16,,,
,3n 1 l,,,
,3n 1 8,,,
,,,,46
,,,,11n
21 1,sf hn 2w 1,a9 2c,,d 2s r c 1 1 1 1 1q l3 1 c1
23,wc,,,
,,,,4a
u,,,,5 1 1
,,lm,,
,,2q,,
,,2e,,
,,2l,,
,,2o,,
,,2s,,
,,2f,,
,,2i,,
,,2r,,
,,2n,,4k
,,,,13a
,,2n,,
,,,,33 m0
,,,,11
,,,,11 3k
,,,,11 3k yq
,mg h,,,dm 8v 57
26 1,a1 c9 n q3,5j k 42 4 3,,55 1 2h 2l 1e h 81 b gu 20 3
,,,,52 fd
,,,,j1
,,,,54
,ma n,a1,,
,,,,13c
,,ln,,
2c,,,,58
,,2w,,
2d,ma n,a5 4,,24 5j
,,2u,,58
,,,,rm
,,,,rm br
2e,ma n,a0 9,,3t 1n 2s
,ma n,9j i,,
,5b,,,5i
,,lo,,
2f,1a2,a5 4 2c,,7n
,,lq,,
,,lr,,
,,,,6r
,5w,a1,,e 6d ns
,,ls,,
,,e8,,6r im 56
,5s ow fg 2x,eh,,5q 1 5 v
,,,,46 1p 3n
,ma n,a1 8,,p3 w r co
,ma n,a1,,e 79 mw
2i,5s 179,lt,,5s 1 1 2 xj
,,lt,,
,mg h,,,14 ld
,uo fg,eh,,
,,,,13f
,,34,,
,,39,,
,,31,,
,,37,,
2n,ma n,9m,,7n
,5y,,,60
,ma n,9l,,7n
,,,,6r ns
2t,61 on fe 2,a1 4 4 2a 1y,,4 a 3f 28 1 7 i 1h l6 15 7m 12 1 4
15,,,,
,61 4p,,,
,61,,,63 j0
,61,,,63
,61,,,63 o mn 1k
,67,,,6a
,61,9g,,jz
,6r,,,6b
,,lu,,13h
,,,,6d
,,lv,,
2v,,,,yw
,6p,,,6m
,,,,6f
2w,,,,
,,,,6h
,,lw,,
2x,,3g,,14 5b 3 se
,,3q,,
,,,,jy ey
,,,,jy
,69,,,jy ey
,,,,yw 4a
,69,,,yw 4a
,,3n,,
,,3d,,
2u,,,,
,,lx,,
,,,,6o
,69,,,6f dj ey
,,ly,,
,,lz,,
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
2z,,,,7o vl
,a1 c9 n,63 3y,,4 7j 4g 8c gu 20
,ma n,ac,,
,,,,
,,3y 2 3 7,,f 8
,7e 15o,,,
,,3y,,
,,3y,,e6
,,3z,,n
,7e 4,,,
,7i 15k,,,
,7e,,,e6
,7e 14g,,,
,,,,f
,7e e,,,14
,7s 5x,,,dw 3 b
,7e e,,,
,7s 15a,,,
,,41,,7u
,,42,,n
,7e f,,,
,7t 159,,,
,,,,13i
30,7e ew n,a1 4 4,,14 6j 1 7 6 2 1 1 2 1 1 1 2 1 1 3 1 1 1 uz
,7e ew n,a1 4 4,,4 7x
,7e,,,88
,7e,,,11y
,7e ew n,a1,,7v
,88,a9,,e 6d 1k 4 1 7 3g 1j o 65 a4 86
,7e 2n,63,,c3 8c gu 20
,7e,,,62 o 1 nt 7l
,7e ew n 1a,a1,,4 115 20
,7e,,,8f
,7e,m0,,
,7e ew n,a1,,4 7j
31,,,,88
,,m1,,
,,m2,,
,,m3,,
,,m4,,
,,m5,,
,,m6,,
,7e,,,38
32 3v,,,,8v e3
,ma n,a5,,8w
,ma n,9s,,
33,,,,l 8d g5
,,,,l oi
,ma n,a9,,d
,ma n,a0 1 4 4,,
,8p,,,90
,,m7,,
34,,,,92
f,,ii,,zw
35,,,,
g,,ii,,zw
,1d3,,,10w
,1d3,,,b8 po
,,,,88
,mg h,,,46 42 e9
39,,,,14 74 11 1 1 1
,,m8,,
,ma n 13,,,nq
h,ma n 36 12 a jr 11,a1 1u 6q 8z 3 1,,4 14 2y z2
,1a7,aw,,88
,,,,6r 6w
,95,,,9g
,,m9,,
,,,,46 42
,9r,,,a3
,,4l,,88
,me j,,,9i cx
,mg h,,,9j cy
,,,,9i e 1
,,,,1c 87 3 a
,,,,9i e 2
,,,,9i e 3
,,,,9i e 4
,,,,9v
,me j,,,46 42 e7
,me j n,,,mf
,,,,9m a
,,,,9w
,me j n,,,14 32 42 e7
,mb m t,,,
,mg h,,,14 8d d0
,,,,1b 86
,ma n,9h k 8,,e 93
,ma n,a1 8,,e 93
,,4p,,
,1d4,4p,,88 1a o
,9v,,,9g
,p0 l7,,,ok
,,ma,,
,1d4,4p,,88 1a j 1
,,,,q
,,,,c1
,d5 l6,,,d9
,a1 1h 3 ap n,5d 4o,,7n 2m 2 z 3 rw b
,ca 2,,,q 1 1 1
,,,,o 4g 5g
,bi 2,,,a9 11 2 s8
,,,,8
,,4z,,
3c 1,a1 101,4z 14 6g,,8 5u 4b 19 h 8c 4o c6 w 14 c
3b,,,,8
3e,,,,8
,,52,,54 fb
i 1,ma n,a1,,4
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
3f,ar,,,62 p 42 il 15 7m 13
,,,,46 xy
,,mb,,
,,mc,,
,1d5,,,119 20
,,md,,
,d5,,,d9
,d5 1 l4,,,k cp 1
,d6,,,da
,,,,dn
,,59,,
,,,,13m
,,,,13n
,,,,11 12m
,,,,13o
3h,a1 2h 9s n q3,5e p 42 4,,55 2i 2l 1e h 10 7c gu 20
k,,,,
,a1 134,63,,ao g z 8c iu c
,,,,119 20
,cv,md,,c3 s 7k
,,me,,
,,mf,,
,,mg,,
3i,,,,
,y8,,,xh
,b5 b5 n q3,52,,a8 1e h 8c ir
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
,,mh 1,,
,,62,,
,,5k,,
,,mj,,
,bs,,,bk
,,,,13p
,,,,bn
,,,,bp t
,,,,3c
,a1 c9 n,5d c e 42 4,,an 12 rk
,a1 34,4w h q,,an 12 1k q0 b
,,5o gw,,
,,5q,,
,,5r,,
,,61,,
3j,,,,bu rf
,,,,d2 o7 20
,,ml,,
,,,,bx
,,4z,,8 a4
,,,,c0
,,52,,54
,,mm,,
,,5x,,o 1
,,5x,,
,cc,,,c9
l,,,,8
,,52,,
l,,,,cf
,,mn 1,,
3n,1d6,,,
,1d6,,,bp rk
,d5 1,,,d9 1
3o,a1,,,c3 n 1 qi
,a1,,,c4 g 2 oe
,a1,,,c4 h 3 4 o9
,a1,,,cn
,a1,,,cp
,a1,,,cl
,a1,,,a7 2e
,a1,,,112
,a1,,,cw
,a1,mp 1,,
,cv,,,c3 s qe
3p 1 1,c6,,,bv
3s,,,,
,cy,,,3c
3t,,,,13q
,,,,d3
,,mr,,
,,ms,,
,,mt,,
,,mu,,
,,mv,,
3u,1a7,9i 1g,,46 42 54 a9 g6
,,mw,,
3v 1 2,b9 2 p 117,,,8 az j 17 1 1 h 1 2 nr 1 3 1 26 7 1
,,55,,
,,,,bo ps
,,,,di q3 9 1 1
,,5z 1,,8
m,,,,
,,mx 1,,
,,mz 1,,
,ma n,a1,,4 7j
16,,,,
,di,6d,,
n,di,,,9b 4c 3 1 1 1 2 5
,di 8s n,a0,,
,di,,,du
,di,,,88
n,di,,,dq 6
,di,n1,,
,di,,,dq
,di,,,e4
,di,,,e7
,di,,,e4 1
,di,9g,,jz
,di,,,68
,di,9g,,dq 69
,di 8w j,9h,,dq n 82
,di,,,46
,di 8y h,,,46 ib
,di 8y h,,,46 a4 87
,di 8s n,,,7n
,fg o x4,7d 1,,ef 1 11 v g b z
,fg o x4,7l 1,,ef 1 11 v g b y 1 2d
,ei 5q 9k,8g 53 6,,ee 4h 3 9 17 8p a6
,fg o x4,75,,
,,,,jz
,fg o x4,72,,
,fg o x4,7e,,eh 2 1 1l 7 g b z w
,fg o x4,7d,,fh
,fg o x4,7m,,ei 1 1 1l 7 g b y 1 w
,fg o x4,7l,,fh
,,,,ee 7 1 1 1 3 oi
,,,,f3 1p 26
,fg o x4,,,gc 9 7
,,,,eg
,,,,ep 1 45
,,8g,,139
e,,,,
,,,,j7
,ts,dj,,t3
,ts,8n 4w 6,,ee 2e 26 9 9w a6
,,,,ee 7 2 1 2 1 oi
,,8n,,139
,fg o x4,7d 1,,es 1 o 1m
,fg o x4,7l 1,,es 1 o 1m y 2e
,1a9,fr,,ee 2 ot
,,,,3m bk 2j
,,,,x4
,fg o x4,7e,,eg e 29
,fg o vx 17,7m 1d,,eg f 28 y 2e
,a1,9g,,ee 61 iu
,1c1,8z,,ev
,1bu,,,ea 2j 1m
,1a2,a1 2i,,4 5y cd c5 7l 12
46,fg,,,ex 1 2 1 6 a 2s d hn 3o
,,,,ex
,,,,13x
,,,,ez 1n 6
,,,,gm
,ma n,a1,,a uo 77
,ma n,9l g 8,,a 4
,,,,53 ab
,,,,f2 c
,,,,54 a8 1 1f 1d 1 v
,,,,gs 26
,,,,f5 9
,,82,,ff oi
,fg xt,n2,,ex j
,1d9,,,ex j
,a1,63,,52 71 p6
,,,,gs
,a1 2c,,,g 1 1 1
,,,,f3
,,,,fb
,ma n,a1,,a
,fz,n3,,g1
,a1,,,13k
,a1 oa,,,td
47,a1 61,69 gv,,fk 1 2 1 b 4 n6 4 k
,,,,13d k
,ma n,a1 8,,e
,,,,fm
,,,,125
,,n5 1 1,,139
,,2t 4b c,,fq nj b
,,,,fr
,,,,52 2 an 4o
,a1 c9 n 48 a,a1 1u fr,,5y 9l b as 9n 34 k
,mg h,,,9i 6a a 6f
,a1,n8,,kf iu 4 k
,,n9,,
,mg h,,,fs 6p
,,,,fj oe
,,76,,
,g4,,,g4 1 2 1 4 3 1 1 8 1j
,,,,15j 1 1
,fg o,,,
,g4,,,g4
,g4,,,ga 1z
,fg o,7z 5,,g5 i 1 4 13
,g4,,,dm 4t
,g4,,,i3
,g4,,,g7
,g4,,,g8
,g4,,,9
,g4,,,g5 n
,fg o,,,g5 n
,g4,,,g4 1 2 1 k 52
,,80,,
,,7f,,
,,71,,
,,,,ea 2j 1m
,1bu,,,ea 45
,,,,uj
,ma n,a5 4,,33 m0
,gm,,,gx
,cv 2l,,,52 71 s 2f 1p 1 3f iu o
,,,,f2
,,na,,
,1da,qv,,ex p0
,6e 92,,,h6 x
,fg,,,h3
,,nb 1,,
,fg,nb 1,,i2
,,,,e6
,,,,ea 45
,a1 2k lq,,,db
,a1,7h,,
,,7h,,
,,70,,
,fg,,,fh og
,,nd,,
,,,,i es 1g 1b 2e h4 1q o
,,ne,,
,fg,,,i1
,,,,dm 4t
,ma n,a1,,9
,,,,gu
,,nf,,
,,ng,,
,,72,,
,,86,,
,,7n,,
,a1 c9 n oy,a5 4,,c3 5k 2s
,ma n p9,a0 1,,13d
,fg o,,,gs w
,,,,3h
,,,,3i
,,,,3j
,g4,,,dm
,g4,,,hw 1
,ma n,a5 4,,hz
,,,,ga
,h8,,,28
,,,,e4 1 5 45
48,fg 6u n,a5 4,,i0 1 1 1 1 5 2 2 3 3 1 1 1 ix
,fg o,,,gl 7 1p
,fg o,,,c7 4l
,fg,,,4
,fg,,,4 ib
,fg o,77,,
,fg,7o,,i0
,fg,,,i0
,fg,,,ia
,fg,,,11j
,fg,,,6f
,fg 70 h,,,ii 3z
,fg 6u n,a5 4,,ii
,fg,,,gq 1a
,fg,,,g4 1 1v
,fg,,,gm 1e
,fg 6u n,a1,,i2
,fg wh,72,,gu 16 7
,fg,nb 1,,
49,,,,13z
,,,,13z
4a 1,a1 c9 n,63 3g h 1,,e q az 6o ii 1z 1
,,nh 1,,
,ma n,a9,,33 jb
,a1 a5,,,a7 h 86 1 1g 4
,,,,iv
4c,,,,
,is,8f,,
,is 1e,8f,,kb
,,8h,,ix kc
,is 1g,8f,,kd
,is 1g,8f,,ke
,,,,54 5g
,,nj 1,,
,,nl 1,,
4d,k6,,,iz 1 5 1 12 3 2 3a
,,,,nn
,k6,,,kb
,k8,,,kd
,k8,,,ke
,a1,63 hk,,c3 7v h iu
,,8e,,
,k8,,,j7 17
,,a1 8,,e 7u bz 97 15 8p
,,,,52 2
,,,,jy 9f
,,,,1z hz k2
,,,,1z hz k3
,,,,1z hz k4
,,,,1z hz k5
,,,,1z hz k6
,,,,1z hz k7
,,,,jy k8
,,,,jy k9
,,,,1z hz ka
,,,,1z hz kb
,,,,1z hz kc
,,,,1z hz kd
,,,,1z hz ke
,,,,1z hz kf
,,,,1z hz kg
,,,,jy kh
,,,,jy ki
,,,,jy kj
,,,,jy kk
,,,,jy kl
,,,,jy km
,,,,jy kn
,,no 1,,
,,nq 1,,
,,ns,,
,,,,53
,a1,,,j1
,,,,jy ko
,,,,jy kp
,,,,jy kq
,,,,k4 1q
,,nt,,
,jx,,,k5
4e,,,,k8
4f,a1,,,119 20 h
,ma n,9h k 8,,e jt 97 15 2 8n
,ma n,9h s,,
,,,,k8
,,8k fa,,
,,nv,,
,k7,,,kc
,,nw,,
,,8k,,
,kc,,,iv 1g
,kc,,,kb
,,8o,,ix kc
,,nx,,
,a1,63 hv,,jy h iu
,,,,54 6z 8c
,,8l,,
,,,,1z hz kr
,,,,1z hz ks
,,,,1z hz kt
,,,,1z hz ku
,,,,1z hz kv
,,nz 1,,
,,o1,,
,,o2,,
,,,,f5
,,,,jy kw
,,o3,,
,kq,,,k5
4g,,,,14 j0 j 17 hf
,,,,lu
,lg qm,,,4
,lg qm,,,2 2 1j
,lg qm,,,2 2
,lg qm,,,4c 1
,q3 12 a kl,a1 26 bx,,18 20 lv
,ma n p4,a1 8 dw,,62 en hg 12
,lg qm,,,4 7x sd
,1c2,a1,,4
,fg o vy 16,63,,4 fd 4y c ii
,fg o 5c rs,,,38 8v 3e 4y b gj 20 4
,,,,i2
,ma n,a1,,i hk lb k
,lg qm,,,4 ko
,1c2,,,11q
,1c2,a1,,4 ug
,lg qk,,,p3
,7w,,,0 38 hy
,7w,,,0 l6
,,,,13d
,1c2,,,4 ko 2 hv o
,ma n,a1,,13d
,1c2,,,101
,ma n p4,a1 8,,e
,lg qm,,,3t zj
,lg,,,x5
4k,,,,14v
,,,,14v
4n,ma n,a1 8,,e
,1c4,,,138
,,o6 1,,
,ln,,,ky
,lo 2 q h,,,kx 4 1 1f
,,9d,,
,,,,l9
,,,,ly
,,,,m0
,lt,,,8
,,,,lx 3
,,,,lx
,ls 6,,,lq 2 3
,,,,lz
,,9f,,
4p,,,,jz
,,o8 1,,m1
,1c4,,,m2
,ma n,a1 4 4,,4
,,,,nl
,,,,m7
,,,,n5
,,a1,,m6
,is,,,m3
,m5,,,m5
,,ip,,
,mj,,,ml
,ma,,,1b
,ma,9t,,
,mg,,,e m3
,ma,9t,,e
,ma,9t 8,,4 17 6c g0
,mg,,,e jt 2a
,ma,,,e
,ma,,,9h
4r,,,,
,,oa,,
,ml,,,mm
,,,,7n
,,,,mu
,,,,mq 4
,,,,m3 r
,,,,46 io
,,,,ms 2
,,,,mt 1
,,a5,,dl
,,,,mv 3
,mx,,,28 kn 1 1
9,,,,
,mx,,,mv
,mx,oc,,
,,,,bm bg
,,,,bm
,m5,,,1b ks 2 1f 3
,n2,a0,,
,ni,a0,,n4
,,,,1b lu 1 8 9 g4
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
,,a1 ed,,
,,a1,,
,,,,m3
,,a3,,
,,aa,,
,m7,of,,ne 9 g4
,,,,m3 1k
,,,,nn e2
,mi,,,mk
,m7 1v 5,9l eu 1 1 1 1,,j3 30 n z 5
,o7,,,4
,,,,4 dh
,mg,,,mh
,,,,46 5c eb
,,,,46 5c ea
,,ok 1,,
,1c7,,,n3
,,,,nq
,,og 1 1 1 1 1 1,,
,o0,,,nq
,,a6,,
,,on,,
,m7,of,,13r
,,,,11p
4v,,9l,,7n eg it
,,a0 ed,,7n
,o9,,,ny
,,oo,,
,ma n,a0,,nz
4w,,,,
4x,,,,88 13
,oe,,,o1
,,op,,
4y,,,,
,oh,,,o3
,,oq,,
4z,1a7,a5 4 n,,88 5e oc
,,,,o6
,,or,,
,,al,,
,1db,a5 4,,28 be 88
,,,,dm
,,aq 2,,
,oo,,,dc
,oo,,,o9
,oo,,,oa
,oo,,,oc
,1db,a5 4,,ob 2
,,au,,
50,,,,
,,os,,
,,ot,,
51,ma n,a0,,oh 1 1 16 31 ai
,ma n,9i j,,e
,,ou,,138
,ma n 7,,,
,,ou,,
,mx t,,,
,me 3 g,9h,,mf 3 2d 1 1
,ma n,,,7n
,,ax,,
,ma n,9j,,
,m5 5 n,,,m5
,ln,,,kw gr
,1c1,95 b 1j,,33 m0
,,,,6r 6v fs 17
,,,,3t zj
,,,,x5
,o,p a,,20 7
,,,,9n ff z
,,,,oz
,,,,46 9g bg z
,ma n 48 a,a1,,dm be 2 z db 1 1k
,r5 a,,,
,,ed,,6r o0
,,,,6r mn 1a
,r5 a,,,jy jb
,,,,dm be 1 1 z db 1l
,r5 a,,,c3 p6 20
,,fh,,wu 6i
,,,,q1 73
,,,,14x
,pj k,,,b x f5 n7
52,ma n 13,,,nq 1d 14 d 26 au 1d 1 1
,,,,sq c8
,,,,14y
,,ov,,
,,ow,,
,ma n ox,a9,,ea b3
53,ma n,a5 4,,62 61 8c 4t cx
,,c6,,
,,,,17
,,,,5y
,,bm,,
,,bt,,
,,bn,,
,,bn,,td
,rf,,,13k
,ma n,a9,,e6 4
,ma n,a1,,54 yv
,cv 9f n,a1,,cv ho 9g 11 1
,aq gp 10 hn,a5 4 2a 2 cc,,4 3p 1b y 1l 1 m 83 42 4o 4 f 1 3 1 1 1 1 1 b 1 d l c2 2 b 1d 2
,,c8,,
,,,,62 w3
,,,,ql
,rq,,,pk
,sf hn,cl,,r5 c2
,ma n 4b,,,pn u
,r8,,,gd 9a u
,a1,63,,aj 5 1f 8c gu 20
,rf,,,dn cx d0
,1a9,a1 5q,,
,qn,,,py
,,oy,,p3
,1dc,,,p3 17 1
,ma n 1a,,,4
,,oz,,
56,ma n,a9,,p0 cw 31
,,,,46 3h eg 1k 1y
,,,,q0 3
,,,,46 3h eg 1k 1g x
,,,,46 3h hg
,,,,33
,,,,qk
55,,,,14x 2
,,bx,,
,me j,,,d m2
,,,,qc
,154,,,m3 1k 2q
58,ma n,9j,,d 1v mv 1h 26 c8
,,,,q4
,,p1,,qg
,r5,p0,,
59,rf,,,p7
,r9 6,,,qi
,,p2,,
,,p3,,
,,,,q0 ey
,,,,qk ee
,qy,,,14y
,rf,,,b
,,c4,,
,ma n,a1 8,,e 6d 1h mb
,,,,7n hg 1k cx
,,,,pk
,,,,gd
,,,,pn
,,,,d
,,bv,,
5b,,,,p3 14 d d0 1d 1 1
,,,,7n xb
,,,,p3 fv
,154,bl,,
,qm,p4,,px
,,p4,,
5c 1,1a2,cj,,62 1l hk 1n 1 1 1
,,,,qu
,,cc,,
,p6 l1,a9,,1b nn
,ry,,,qz
,,p5,,
,,,,4 7j
5e,ma n,a0,,
,,p6,,
,,p7,,
,,p8,,
5f,mi f,,,mk 2j
,,,,e
,,p9,,
,s9,,,r4
,me 4 f,,,mf 5
,,ce,,
,ma n,a5 4,,11q
,ma n,a5 4,,ms 7s
,ma n,a9,,d oq ax 25 12
,,,,6q o8 77 2y 1
5h,,,,88 uz
,,pa,,
,me j,,,mf fq 12
,mx t,ck,,
o,,,,p3 25 bz 1y
,,pb,,
5o,a1 4h ee w ga,63 3g i 8 2a 16 1i a5,,c3 8c 6u 1 1 1 1 9w w l h 2
,ma n,a1 fc 1,,4 7j jq
,,cn,,
,,ph 1 1,,rf 1 1
,a1 13c,da,,rj r 8z 20
,a1,cr,,ri
,,cr,,rj
,,,,88 ui
,sw d3 7f 1 1,,,kf bx 66 2p 1 1
p,cv,,,cv eq
,,pf 1,,
,tl,d3,,g3
p 1 j 1 1 1,,,,
,mg h,,,dm 8v gw
,sw u c9 7f 1 1,,,kf bx 66 2p 1 1
,sw kh 1,,,wc 67
,tl,d3,,sf
,,9g,,jz
q,cv,,,cv ex
,,pk,,
,,pl 1 1 1 1 1 1 1 1 1 1 1 1,,
,1dd,d4,,88 ub 7
,1dd,,,12j
19 4h,a1 c9 n,63 42 4,,88 3v 1j 6t gu n 1d
5r,,,,c3 8c gu 20
,,,,47 yj
,,py,,
5s,,,,s7 1
,a1,63,,kf iu
,,,,c3 8c iu
,th,,,sc
,tg,,,sb
5u,,,,
5t,,,,
,,da,,sb
,,da,,sc
,,,,54 5k
,,dc,,
,1de 2,,,139 1x 1
,sw jp,,,
,,pz 1,,
,1dg,d4,,88 ui 2g 1
,,,,12q
,,,,93
17 1,,,,
,ts,dj ci,,t3
,ts,,,t2
5x,u0,,,sp
,5p,,,9i j6
5y,,dv,,
,,q2,,
,ty,,,sn
,,ds,,
,ts,du,,
5z,,,,ss
,ma n,a9,,46
,ma n 6v,a0 1 4 3i,,
,ts,e7,,
,ts jp,,,sz 2
,ts,,,t0
,ts,e4,,
,,,,dc ft 1
,,ii,,zw
,ts,e5 4d,,
,p0 64 f0 3,,,6r 6v ay 5k
,,,,6r 6v
r,q3 6 w a,c7 dw 1,,18 4u p c1 1n 4o f 3r 5 18 2 8i 3 21
,v3 f1,,,u2 b8
,,8c,,139
,,,,6r im
,,,,t7
,,,,y
,,e8,,6r 6v
,uo fg,a9,,d oq 4b 1k
,uo fg,a1 8,,e t0 1k 8e
,uo fg,a1 8,,e t0 1k 27
14,,,,
61,v6 1,,,6j 1p 13 4g 67 9g 2 1 1 1 1 1 1 1 1 1 1 1 2 1 1 1 1 1 1 1 1 5 2 2 1 f 5
,uo,,,tg
,uo,,,th
,uo,,,ti
,uo,,,jy
,ma n 7r,9j i,,e t0 15
,uo fj,aw,,88
,uo,,,ts
,ma n 7r,a9,,88 5f ob
,uo,,,jy 9u
,ma n 7r,a1 4 4,,4 84 bq 9g 15 6 77 1
,ma n 7r,a1 8,,e t0 5 a q
,ma n 7r,a1 8,,e 6d mn 15
,ma n 7r,9l g g4,,e t0 10 5 8p
,v4,,,u4
,v6 ic,q6,,88 l8 1 1 o 2 90
,p1 5n fj,,,ol
,uo,,,u7
,uo,,,u9
,uo,,,138
,uo,,,46 42
,uo 1j,,,17
,uo,9g,,jz 9f 15
,uo,,,68
,uo 1k,,,ue 8u
,uo 1k,,,138
,uo,,,ux
,uo,,,te
,uo,,,1c 2u 5c jw 15
,uo,,,46 5c jw 15 g
,uo,,,46 5c l1 h
,uo,,,46 5c l1 l
,uo,,,46 5c l1
,uo,,,1e 2s 5c jw 15 g
,me j 7r,,,14 32 2l 1h 1a cx 6z 15 o 6p 1
,me j 7r,9j,,9i cx 73 11 j
,uo,,,us aj
,uo,q7 1,,
,uo,,,ur
,uo,,,us 3
,ma n 7r,9h 4 g,,e t0 15
,uo,,,v0
,me j 7r,,,46 42 e7
,,,,v6
,,,,uz 7
,,,,v5
,ma n,9j,,6r mr 1n
,,,,v0 5
,,,,uj p
,,,,6r mn 15 f a
,,,,v0
,me j,,,14 32 2l 1h 19 cy 6z 15 f 6z
,me j,,,9h cy
,,,,6r mn 1k
,mb m t,ej,,
,ma n qm,a0,,6r
,v3 2 13,,,u3 2
,,,,81 sd
,ma n,a1,,4 7x sd
,ma n,a1,,4
,fg o x4,,,m 5t 5o 8c gu 20
,fg o x4,,,m bh 8c gu 20
,ma n,a1,,4 ia lj
,fg o x4,,,m ev o6
,,,,0 m
,,,,m
,,,,vf 1 1
,ma n,a1 4 4,,
,,,,101
65,,,,
,,q9,,
,wp,,,vk
,wn,,,vi
,,f5,,
,a1 iv,63,,88 3v 8c br 53 1g 3 h
,,f6,,
68,sw hb,9h 1h,,46 42 nv 2 8 5l
,sw,f9,,
,sw,,,wc
,sw,f8,,
6a,sw,,,88 jf
,sw,,,e
,sw,qa,,
6b,,,,
6c,ma n,a0 1 4 4,,e 12y
,,qb,,
,,qc,,
6e,ts 3a,dw 9,,wj
,,qe,,
6g,,,,10 b hl 1c l4
,,,,1b 141
,,,,1b 141 1
6h,,,,58 xn
,,qf,,
,ma n,r4 1,,
,xb,a5 4,,46
,xb,a9,,d oq
,o3 98 cy,a1 8,,e nh
,xb,,,28
6j,is,,,pu di
,ma n,a1 8,,e 12y
,is,,,4s gx 2 d5
6k,,,,wv
,xl,,,wt
,,qg,,
,xv,,,x1 67
,,fl,,
,,fq,,ww 1 6b
,,,,ww 1 6b
,,fq,,138
,ma n,a1 a,,
,me j,,,46 5c cx ak
,me j,,,9i cx al
,ma n,a9,,3t
,mb m t,fp,,
,ma n qn,a0,,wx
6m,1a7 2 1n,aw,,tm
,xz,,,x3
,,qh,,
,y6,,,xb 5x
,1cp,,,138
,,,,46 5c nq 4o
,,,,46 5c nr 4p
,,,,46 5c ns
,me j,,,mf
,mb m t,ft,,
6o,,,,
,,qi,,
,,,,xd
,,,,u
,ya,,,k
,,,,xh
,,fw,,
,,fx,,
,,,,xm
,,,,xn
,,fy,,
,,fz,,
,,,,xp
,,g0,,
,ma n,9l g,,e k1 db 2
,ma n,a0 1 4 4,,6r mn 4d
,ma n,a1,,c3 8c
,,,,6r 5c 8c a3
,,,,xs
,,g2,,
,,,,2 xk 7
,,g3,,
,,,,2 33 uh 7
,,g4,,
,,g5,,
,ma n,a1 gi,,pl
,,g6,,
,,,,81 po 2p
,ma n,a1,,81 sd
,,,,7v s rr
,7i a 1,,,
,,g7,,
,,g8,,
,,qk,,e6
,,qk,,
,1bu,qk,,
,,ga,,
,,gb,,
,,gc,,
,,gd,,
,fg o x4,,,6f
,fg o x4,,,
,fg o x4,,,52 a7 38 1y dg 1
,,,,fh nw
,a1,63,,52 71 8c gu 20
,ma n,a1,,xx
,,gg,,
,a1,63,,52 su 5d 4
,a1,,,c3 p6
,,,,156 8
,,,,13x 19 8
,,gi,,
,,gk,,
,,gl,,
,,gm,,
,,gn,,
,uo fe 2,cj 1y,,62 1l af fk d 1
,,,,62 og
,ma n,9o d 4 4,,4 42 1w oi 4 3d
,ma n,a1,,4 42 1w oi 4
,ma n 36 12 a,a1 26 6b 3 7j h,,18 yo
,,go,,
,zy,,,ms au g 1 1 2 1 1 1 1
,,,gp,
,ma n d1,a1,,
,ma n d1,a5 4,,
,ma n d1 d2,a5 4,,
,ma n d1,a1 4 4,,
,zy,,,y9
,zy,gp,,
,,gq,,
,,gr,,
,,gs,,
,,gt,,
,ma n 36 12 a,a1 4 4 1y ep 1,,18 mg 1x dz
,,,,yb
,,,,0
,,gv,,
,ma n,a1,,dc ok
,,gw,,
,,gx,,
,,gy,,
,,,,yc
,,gz,,
,,,,yd
,,,,ye
,ma n,a1,,14v
,,h0,,
,ma n,a1,,p3 i
,,h2,,
,,h3,,
,ma n,a1,,13c
,fg o x4,,,52 1d 8u 56 iu
,,,,i er o0
,,qm,,uf
,,qm,,
,,,,xw
,,,,yf
,,hb,,
,,hc,,
,a1,,,7n cs dh k 2t 20
,,,,i0 gh
,ma n,a0 1 4 4,,4 135
,a1,63,,52 71 8c iu
,,hd,,
,a1,,,kf dh 3d 20
,1dl,,,yh 1
,,,,c3 8c
,a1 c9 n,63 3x 1 4 4,,46 w 36 c7 hi 1c
,,he,,
,a1,,,xw
,1dl,,,yj
,,hf,,
,,hg,,
,,,,38 104
,,hi,,
,,hj,,
,,,,yk
,,hl,,
,,hm,,
6p,ma n,a1 8,,e
,,ho,,
,,hz,,
,,i9,,4 zj
,,,,zh
,11k,qn,,td
,,,,zi
,,hq,,
,,qo,,
,,qp,,
,,,,zf
,11k,,,yx j
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
,ma n,a1,,6r mn
,,,,z6 6
,,,,zc
,,,,zn
,,,,z0
,mg h 1a,,,mh cj 11 2x
,ma n f0 bp,a1 4 4 80,,4 a yq j 1 1
,ma n,a1,,125 12
,11k,,,yw
,,ic,,
,,ie,,
,,,,z6
,,,,xo 1x
,ma n,a1,,z6
,,,,l6
,,ih,,
s,ma n 1a 1w 12 a,a1 26 ej,,18 4u j1 au 3b 1 26 1
,,,,15f
,,ik,,
,,ij,,
,,,,zz
,1a2,cj,,
,r5 a,im 2c,,3r 2b ab 42 1f 39 ay 38
,ma n,a1,,33 m0
,q3 12 a,bv,,18 1v 2z ab 42 4o ax 39
,ma n qp,a5 4,,33 59 di 39
,1a2,a1 2i,,4 121 12
t,,,,p3 h ai
,,,,p3 h
,,in,,
,,,,15h
,l,,,1f
,mg h,,,1c 86 cz
,mg h,,,9i cz
,mg h,,,1e 84 cz
,,,,ns
,ma n 1a,a1 8,,d p8 aj 1 1
,ma n 1a,a1,,pl
6q,16y,,,
,,,,1 30 108
,,21,,139
,2s,,,2 2y
,1ba,,,36
,,,,36
,ma n,ac,,7n
28,,,,
2b,,,,
29,,,,
2a,,,,
,13r,3d,,
,,qr,,
,,qs,,
,7e,,,7v 6
,7e,,,4
,7e,9g,,7v c4
,7e,,,6a
,7e,,,10f
,7e,,,7v
,7e,,,1z
,7e,qt,,
,7e,,,10o
,7e,,,81
,mg h,,,mh 83
,,4d,,
,,4e,,
38,,,,
36,,,,
3k,,,,8
,a1,,,c3
6r,a1,,,c3 1 ow 2
6s,a1,,,c3 1 ox 1
,a1,,,113 1
,mg h,,,46 42 e9 x
,,,,j3 i2
,,,,j3 i4
,,,,11g
6t,1bt 1e,,,119
41 1 1,,,,11a 1z
,,50,,
,,5f,,
,,53,,15i
,,,,11h
,,,,119
,,,,11k
,lq,,,l2
4l,ma n,a1 8,,e
,md 2 1 h,,,mg 1 2
,,9l,,m3
,,,,14w
,,,,dl
,,af,,
,,,,46 42 to
,,,,46 42 tp
,,,,46 42 tq
,,,,46 9g
,a1 ek,,,o8
,,,,46 5c ep
,,,,pp
,,,,11w
,,,,11x
,,,,11y
,,,,11z
,,,,120
,,,,121
,,,,122
,,,,123
,,,,138
,,av,,
,,,,dm bg z
6u,,,,
,sh,,,r7
5i,,,,62 w3
,,,,137
5m,,,,62 w3
5j,,,,62 w3
5n,1a2,,,62 7l oi
,15l,,,lb
,,,,46 5c
,,,,1c 2u 5c
,me j,,,9i cx gs
,1ce,,,12a 1 x
,ma n,9l,,
,sm,,,re
,,,,1e 2s 5c
,1cf 18,63 3l 3m,,c3 8c 7u
,ma n,a5 4,,156
,a1 13m,da,,sa
,ma n pi,63 3l h 4,,c3 8c 7v
,sf hn,cl,,r6
,1cf,63,,c3 8c 7u cx
,wq,,,vo
,mg h,,,9i cz 94
,mg h,,,9i cz 95
,mg h,,,9i cz 96
,sw,,,12p j
,sw,,,12o
,me 6i hb,ay,,88 av 3c fh x
,me 6i hb,ay,,88 e7 fi w
,sw,,,12q
,c sk,,,15
,sw jo,,,
,sw jn,,,138
,ma n 5z,9i j,,e
,sw,,,12p
,,fd,,
,ma n 36 12 a,a9 1y 36 b0,,d v nv
,mg h,,,88 e9 ff
,mg h,,,88 e9 fg
,ma n,a1,,2
,ma n,a1,,6r
,12o,,,zu
,mg h,,,2r 6r cz
,mg h,,,9i cz db
,mg h,,,9i cz d9
,mg h,,,9i cz dc
,,,,12y
,,qu,,
,,,,131
v,ma n,a5 4,,33 ir 39
,mg h,,,dm 8v
,,,,14 k5
,,,,14
,,,,1n 1i 12h
1m,,,,
,,,,1n 1i
,,,,26 z
,,l9,,
,ma n,a5 4,,12w
,,,,35 1
,q3 12 a,,,18
,1bh,,,15n 1
,r5 a lx,,,p3
2s,,,,
,,,,15p 1
,,,,p3 w r co
,,,,13e
,ma n,a1 8,,
,,,,15s
,,,,jy lu
,,,,6r nx
,,e8,,6r 6v br 56
,7e ew n,ac,,7n 8 6
,ma n,a1,,dq
,79,,,7m
,,,,15t 1
,,,,7a
,,,,15v
,,4p,,88 1a
,1a2,a1 4 4 2a,,4 5y w3 12
,uo fg,a1 8 48,,e t0 15
,,52,,o 4g
,,5u,,
,,,,bw
,,,,b7
6y,,,,b7
,d5 1 l5,,,d9 1
,,52,,54 6z
,,,,c3
,,,,15x
,,,,15y
,,rl,,8 jy jf
,,,,8 13d 2e
,,,,160
,ci,,,8 cv
,di,,,dq 9
6z,,,,ex
77,,,,
,185,,,q bb
70,,,,13x
71,,,,139
,,n2,,
72,,,,
73,,,,
,a1,,,kf iu 4 k
,1da,,,ex
,fg,,,i2
,,,,f3 3v
,cu,,,52 7r
,cu m,nn,,52 7e d 75 jb
,cv,nn,,c3 s 73 jb
,a1,,,am
,,,,k0
,cu m,ny,,cg d 75 h iu
,cv,ny,,cv 73 h iu
,q3 12 a,,,18 4u
4j,ma n,a0,,
,,9l,,7n eg
,mx,,,mv 1
,,,,ms
,,,,mt
,,,,7n eg
74,,,,
,od,,,o0
,md 3 h,,,mh 2
,md k,,,46 id
,,,,7n hg 16 db 1e
75,,,,
,cv 9f n,ac,,7n 4g s c8 i o b d0
,,,,13k 1e
,r5,,,13k
,,,,c3 8c gj b 20
,199 4f,,,6r
,uo fg,a1 8 48,,e u5
,195,,,138
,1do,,,6r
,,,,6r wh
,ma n,a1 8,,e 7u mb 7d
,ma n,a1 4 4 3z,,4 oz
5p,ma n,a0 1,,14 q9
5p,ma n,a0 1,,rd
,a1,,,kf kt
,sn 9,,,
,sn,,,s9
,a1,,,kf
,sw 8,,,
,t4,,,sa
,5p ob,,,so 1
,mx t 6y,9l g,,te 1k
,uo iu,,,88 l8 1 1 9q
,,,,6r ep kw
,,,,16c
,,,,14 128 1m
62,1b2,,,56 1l ic e5 35 6
,ma n 1a,a1,,6r mn
62,ma n o5,a1,,56 1l ic e5 35 6
,ts jp,,,
,ts,e5,,b8
,ma n,a1,,4 7j 6n
,ma n,a1,,4 6n w 5z gy
,11k,,,yx
,,,,nn fn
,1bh,,,6r 1h y6 1
,ma n,a1 8,,e 6d mn 15
76,,,,0 jz gs
,,,,wy
,ma n,qy,,
,1a2,rp,,
,ma n,qz 1,,
,1a4,rq,,
,1a4,rr,,
,ma n,r1,,
,1a7,rs,,
,ma n,r2 1,,
,1a9,rt,,
,1a9,ru,,
,xb,rv,,
,xb,rw,,
6v,,,,
,,,,7b r
,1b3,,,16k
,mg h,,,9i cz ai
6w,mg nm,cj 1p,,62 p do 22 2m a 56 2 2 8m 21 w
,,,,167
,sn,da,,s9
,sn,,,168
,t4,,,16i
,t4,d7,,s7 3
,ci,,,d3
,3y td,fh 6 cc,,46 42 om
,1a2,,,62
,n4 my 3n,,,62 x6
,1a4,,,6r
,p6 ky 3,,,1b 5g 1h gq
,1a4 3f,s0,,6r wh
,n4 n3,,,
,n4 n5 3h,,,138
,p6 l1 2 3i,,,1b nn
,xb,,,13c
,n4 a7 g9,,,138 4
,p6 85 cw 3k,,,1b nn ee
,ma n 4i,a1 4 4,,4 oz 1j
,,rx,,
,,ry,,
,3y,,,3t zj
,,,,16l
1d,,,,
,16y 5u,,,
,,l6,,35
1r,16y,,,iy
,1cr,,,35
x,,,,
e,ma n 36 12 a,a1 1u 9u,,18 nv
,,2z,,tg 1
,,,,tg
2g,,,,
2j,,,,bm dh w
2k,,,,
2l,,,,
2m,,,,
2o,,,,
2p,,,,
2q,,,,13g
2r,,,,
2y,,,,
,ma n pa,a1,,
,,,,10s
3l,,,,
3z 1,,,,
44,,,,
,dp,,,dy
45,,,,
,,,,dc
,gh 5t n be,a1,,9 1 1 1
4h,,,,6r o7
4i,,,,6r o7
,ma n p4,a9,,d
,,,,l 1
,ma n p4,a5 4,,
4m,,,,dn
4o,,,,
4q,,,,
,1d0,a5 4,,
4s,,a0 eb,,7n
4t,,,,28
4u,,,,
54,,,,
5a,ma n,a5 4,,dn
5g,ma n,a0,,152
5k,1a2,,,125
,ma n qs,a0,,
5v,a1,,,119 20
,ma n 13 5s,a1,,4 nm
5w,,,,
64,,,,yw 30
66,ma n,a0,,
67,1a7,a1 8 p,,33 4k l e6 2p cv r 3
69,a1 gl j a,63,,88 2g 1f du bc 1i 1 h
6f,,,,138
6d,,,,
6i,,,,
,ma n qt,a0,,
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
,,,,h 1 1 110
,,,,g5 n
,,,,13y
,uo aj 4v 2,cj 1y,,62 p 1h l6 16 4 7g
57,,,,
q,,,,
,sr,d4,,rk
,a1 c9 n qg,a5 4 31,,sa 8z 20 1x
p,,,,
60,,,,
,,,,te
63,,,,
6l,,,,
,,,,8a
v,,,,
,ma n,a5 4,,dm h2
,uo fg,,,
5l,,,,
6n,,,,
51,,,,

,,,v 0
,1,w 2,x 3
,4,7 4 5 4 6 4,y 5 z 6 10 6 11 5
,,12 7,13 8
,,,14 9
,,12 a,13 b
iq,,,15 c
,,,16 d
,,,17 e 18 f
ir,g,19 h,1a i
,,1b j 1c k 1d k 1e k,1f l
8,,1g m 1h n,
is,o,1i o 1j o w p,
is,o,1i o 1j o w q,
is,o,1i o 1j o w p,
is,o,1i o 1j o w p,
is,o,1i o 1j o w p,
is,o,1i o 1j o w p,
is,o,1i o 1j o w p,
is,o,1i o 1j o w p,
is,o,1i o 1j o w p,
is,o,1i o 1j o w p,
is,o,1i o 1j o w p,
,r,1k s 1l t 1m u,
8,,,
,v,1g w,
z,x,,
,y,1g z,
,10,1n 11 1o 12 1p 12 1q 13 1r 14 3 15 1s 15 1t 15 1u 15 1v 15 1w 15 1x 15 1y 16 1z 14,
x,17,20 17,
ir,18,,
it,19,,
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
it,19,,
iu,25,2s 26 2t 11,2u 27
,,1g 28,
,,1g 29,
,,1g 2a,
,,1g 2b,
iv,,1g 2c,
1v,,1g 2d 2v d,
1v,,2w 2e 1g v,
iv,,1g 2c,
iv,,1g 2f,
1v,,1g 2g 2v d,
1v,,1g 2h,
1v,2i,1g 2i,
23,,,
23,,1g 2j,
23,,,
iw,2k,,1a 2l
,2m,1m u,
ix,2n,28 2i 2x 2o 2y 2p,2z 2q
,2r,2 2r,30 2s
,2t,31 2u,
,2v,32 2r 33 2w 31 2u,
,,34 2x,
iy,2y,35 2u 36 1j 28 1j,37 2z
,y,1g z,
,,,38 d
iw,30,,
iz,31,2s 26 2t 1j,2u 32
,33,39 34 3a 35,3b 36
,37,3c 38 3d j,
,,34 39,
j0,3a,28 1j 3e 1j 3f 3b,3g 3c
j1,3d,3h 3e 3i 3f 3j 3g,
,3h,3k 3i 3l k 3m 3j 3n 3k,
,3l,3o v,3p 3m
2c,,1g m,
2a,3n,,
j1,3o,3q 3p 3r 3q,
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
j2,4v,52 4w 53 4x 3k 3i 54 4y 55 4z 56 50,57 51
,52,58 53 59 54,5a 55 5b 55 5c 55 5d 55
,,,5e 56 5f 57
j3,58,5g 59,5h 5a 5i 5b
j4,5c,,5j 5d
,2i,,5k 5e
j5,5f,1g 5g,
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
j6,60,61 61 62 62 63 61 64 63 65 64 66 65 67 64 68 66 69 61,6a 67
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
46 f1,,,
j7 1,7x,81 7e 7v 7e 82 7y 83 7e 84 7e 85 7e 86 7z 87 7e 88 80 89 81 8a 82 8b 7e 7o 83 8c 84 8d 85 8e 7e 8f 7e 8g 86 8h 7e 8i 7e 8j 7e 8k 7e,8l 87 8m 87 8n 88
j9,89,,8o 8a
,,,6q 8b 8p 8c 8q 8d 8r 8e 8s 8f
,,,8t 7w 7v 7w 7w 7w 8u 7w
,7e,7q 7e 7r 8g,7s 7e 7t 7l 18 7m
,8h,8v 8i 8w 8j,
ja,8k,8x 8l l 8m 8y 8n,8z 8o 90 8p
,8q,91 8r 92 d,
,8s,93 8t,
jb,8u,,
jb,8v,,
jb,8u,,
jb,8u,,
jb,8u,,
jb,8u,,
,8w,1b j 94 j 1c 8x,
4n ep,8y,e 1l 95 8z 96 8z 97 8z 98 8z 99 90 9a 91 9b 92 9c 93,9d j 9e 94 9f 94 9g 95
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
jd,c4,bu c5,bv c6
,a5,bw c7 bx c8 by a4,
,,,bz c9 c0 a5
,,,q ca s ca c1 ca a7 ca c2 ca c3 cb
,cc,c4 cc c5 cc,o cc g cd c6 cc p cc c7 cd c8 cc r cc c9 cc ca ce cb cc cc cc t cc cd cc ce cc
je 1,cf,,cf cg cg ch
64,,,ch ci
64,,ci cj,cj ci
5s,,bo ck bp bx,
,,a8 cl,
jg 1,cm,ck cn cl co cm cp cn a1 co cq cp a1 cq cr cr cs cs ct,cg cu ct cu cu cu cv cv cw cw
,cx,cx cy cy cz cz bx d0 bx d1 bx 3c cy d2 d0,d3 ci d4 d1
,,,d5 d2 d6 d3 d7 d4
,d0,,d8 c6
,,,d9 d5 da d6 db cl
ji,d7,dc 8w,dd d8
jj,d9,de da df da dg db dh dc di dd dj de,dk df cg dg
,,dl 1l,
57,,,
,,,dm dh
,di,dn di,do dj
,,,dm dh
6g d4,dk,dp di dq di e dl dr di ds di dt dm du di 9b dn dv di,cg do dw dp dx dp dy dp dz di e0 di
,di,e1 dq e2 dr e3 dq e4 ds e5 ds e6 dt e7 dq 68 du e8 dv e9 du 6a dw 46 dx dm dy ea dz eb dz ec e0 ed e1,
6j,e2,,
6j,e3,,
j1,e4,ee e5 ef e6 eg e7,
6m,e8,eh e9,
6m,ea,ei eb,
j1,ec,ee e5 eg e7 ej ed ek ee el ef em eg en 36 eo eh ep ei eq ej er ek,
6p,e2,,
6p,e3,,
j1,el,ee e5 ef e6 eg e7,
6s,e8,eh e9,
6s,ea,ei eb,
j1,em,ee e5 eg e7 ej ed ek ee el ef en 36 eo en eq ej er ek,
6v,eo,,
6v,ep,,
j1,eq,es er et es ee e5 eg e7,
6y,et,,
6y,eu,,
j1,ev,eu ew ev e6 ee e5 eg e7,
,,1g 3y,
7i,,1g m,
78,,1g ex,
7v,y,1g ey 62 aq,
,ez,ew f0 ex f1 ey f2 ez f3 f0 f4 f1 f5 53 f6 f2 f7 f3 f8 f4 f9 f5 fa f6 fb f7 fc f8 fd 1r f1 f9 fe fa fe fb ff fc fg fd fg fe fh ff 90 fg fi fh fj,fi fk
,fl,a8 fm,
,fn,fj fo fk fp fl fq fm fr fn fs fo ft fp fu fq fv fr fw fs f1 ft fx fu f1 fv 15 fw 15 fx 15 fy 15 1r f1 1z f1 fz fq,g0 fy g1 fz
,,g2 g0 fs g1,g3 g2
j1 k,g3,g4 g4 g5 g4 g6 g4 g7 g4 g8 g4 g9 g5 ga g6 gb g7 gc g8 gd g4 ge g4 gf g9 gg ga gh gb gi gc gj g4 gk gd gl ge gm g4 gn g4 go g5 gp g4 gq g4 gr gf gs ge gt g4 gu gg,
,,,b gh 7t gi 18 gj gv gk gw gl
,,,gx gm
,,1g gn,
79,,,gy go
79,,,gy go
73,gp,gz 6e h0 6e f2 gq,h1 gr h2 gs
89 bd,gt,h3 gu,h4 gv h5 gw h6 6e
78,gx,1g gy,
,a1,a8 gz,
,a1,a8 gz,h7 h0 h8 h0 h9 h0 ha h1
,,,18 h2
73,h3,,hb h4 hc gs
89 bd,fg,,h4 gv hd gw
73,h5,f2 gq,he h6 hf gs
89 bd,h7,,hg gv hh gw
7v,,1g h8,
77 ce,h9,gu ha,
7v,,,
7v,,,
7v,,1g h8,
7v,,,
7v,,,
,,,hi hb hj hc
,,,hk hd
,,,hk hd hl he hm hf
j1,hg,1g f1 hn hh,
7v,,,
,g4,7q hi ho g4,
78,,1g h8,
7i,,,
25,,3l hj 3m hk hp hl hq hl hr hl hs hl,
,g4,,bh hm ht hm hu hm
,g4,hv g4 7q hn hw g5 hx g4,
j1,ho,hy hp hz a1,
7v,,1g hq,
7v,,,
78,,1g hr,
jm 1,hs,i0 fg i1 fg i2 fg i3 fg i4 fg i5 ht i6 hu a hv 9 hw h3 hx i7 hy i8 hz i9 i0 ia i1 ib i2 ic fg id fg ie i3 if i4 gq i5 ig i6 gm i7 ih hz ii i8 ij fg ik i9 il fg im fg,in ia io gw
,fg,,13 7d
,ib,,ip ic iq ic
jo,id,ir 36 is ib,it ie
,,53 if f5 if af v,
8i,ig,iu ih iv ii iw ij ix ik iy il iz im j0 in j1 io,cg ip j2 iq
j1,ir,j3 is j4 it iz iu j0 iv j5 is j6 is,
8j,iw,j7 ix j8 iy j9 iz ja iz 52 j0 1r j1 jb j2 jc j3 jd j4 je j5 jf j6 jg j7 jh j8 ji j9 jj ja jk jb jl jc jm jd jn je jo jf jp jg jq jh jr ji js jj jt jk ju jl jv jm jw jn,cg jo jx jp
8p,e6,jy jq jz jr j1 js k0 4x 1r j1 jk jb jo jf k1 jt k2 ju ji j9 k3 jv jq jh jr ji js jj k4 jw,k5 jx k6 jy
,jz,,
,k0,j9 k1 k7 k2,
,,k8 k3,k9 k4 ka k5 kb k6 kc k7 kd k8 ke k8
8i,k9,iv ii ix ka iy kb,
,,k8 k3,kb kc kc kc
8j,kd,kf ke j7 kf 52 j0 kg kg jd j4 kh kh jm jd ki ki kj kj kk kk,cg kl kl km
8p,e6,jy kn jz ko k1 jt km kp k4 jw,k5 kq k6 kr
j1,ks,k4 36 kn kt,
,,1g ku,
,11,1n o 1g kv,
,,ko 2u 1g kw,
,,1g kx,
,,1g ky,
,,1g ku,
,y,1g kz kp y,
,,1g l0,
,,1g l1,
,l2,1g l3 kq l4 kr l5,
,,1g l6 ks 4z,
,,1g l7,
,,1g l1,
,,1g l1,
,,1g l8,
,,1g l9,
,,,38 la kt lb
,lc,1g ld ks le ku le,
,lf,1g lg,
,50,1g lh,
,,1g li,
,lj,,kv lk
jp,ll,e lm,kw ln kx lo ky ln kz j l0 lp
,,1b j l1 k,l2 lq
,,,l3 7w 0 7w l4 7w l5 7w l6 7w l7 7w
,,l8 lr l9 ls,la lt lb lt lc lt ld lt le lt lf lt lg lt lh lt li lt do lt 8 lt lj lu lk lt ll lv lm lw ln lw lo lw lp ls lq ls lr ls ls ls lt ls lu lx lv ly lw lt lx lt ly lt lz lz m0 lz
,m0,jz m1 m1 m2 m2 m3,
9l,,,
9h,,,
9l,,,
9j,,,
a2,,m3 is m4 m4,
a2,,m3 is,
,,,m5 m5
a2,m6,m6 m7 m3 m8 m7 m9,
,ma,,m8 ma m9 ma ma ma
,ma,,m8 ma m9 ma ma ma
,ma,,13 mb mb ma
a2,is,m3 is m7 is,
,ma,mc ma md mc me ma 14 md,mf me mg mf mh mg mi mh mj md
,ma,,mk mi ml mj
jq,mk,,mm ml mn mm
,mn,4 3i dl 3i mo mo mp mo mq mp mr mo m3 mq 46 mr ms ms mt mt mu mu,
ae,mv,m3 is,
jr,mw,mv mx mw my mx mx my my mz mx,n0 mz
a2,,m3 is,
,,l8 n0 n1 n1 n2 n2 n3 n3,n4 n4
,n5,n5 n6 n6 n6 n7 n7 n8 n8 n9 n9 na na nb nb nc nc nd nd ne ne nf ne ng ne nh ne ni nf nj ng nk nh,n4 ni
,mn,dl 3i m6 nj c5 nk n1 nk nl nl nm nm,
js,,m6 nn ne ne nn no m3 m8 n1 nk m7 np,
,ma,,13 nq mb ma
,nr,4 ns dl nt 46 nu ms nv mt nw no nx np ny,cg nz nq o0 nr o1
,,ns nu nt nu,nu o2
a8,,,
9s,,,
a2,,m3 is,nv o3
js,,m6 o4 m7 o5,
a2,nk,,
,mn,dl 3i,
,o6,4 o7 dl 3i,nw o8 nx o8 ny o9
9s,,m3 is,
,oa,nz ob,
jt,oc,9b 92,o0 od o1 oe
ju,of,,o2 og o3 oh
am,2i,,
,2i,,13 7d
jv,oi,7n 3y,o4 oj o5 oj o6 ok
,,1b j o7 k,o8 ol
,,1g om,
,,dm on,
,,1g 4q,
,oo,,13 7d
,op,o9 oo dc oq oa oo ob or,
,oo,,13 7d
,op,dc oo oc oo ob os,
,5f,1g ot od 5f,
,,1g j,oe ou
jw,ov,,of ow og ox
jx,oy,oh 48 oi oz oj oz,ok p0 ol p1 cg p2
,p3,1b p4 om k on k oo k op k oq k or k os k ot k ou k ov p5 ow p5 ox p5,oy p6
a2,p7,m3 no m7 p8,
,,1g p9,
,,1g pa,
,5f,1g pb,
,50,1g pc,
,,1g pd,
,,1g pe,
,,1g on,
bj,,1g pf,
,,1g pg oz 4z,
jy,on,,
bj 8f,on,1g ph,
bj,6l,1g pi p0 pj,
,5f,1g pk,
,5f,1g pk,
,5f,1g pl,
bj,pm,1g pn p1 50 p0 po,
,50,1g pc,
,50,1g pp,
,,1g pd,
,,1g pq,
,,p2 pr,
bv,ps,,
c3,pt,p3 pu p4 v p5 v 7n mn 1r pv p6 pw,of px
bq,,1g m p7 n,
bq,,1g py p7 n,
,pz,p8 34,
bq,,,
,,,p9 q0 6r q1 pa q2 18 q3 pb q3 pc q3 pd 3u pe q4 pf q5
,,,pg q4 ph q6
bv,q7,,
bq,,1g q8,
,,,pi q9 pj qa
bw,qb,pk qc pl v pm qd pn qe po qc pp qf 62 qg pq qh pr qi ps qi 7o qj pt qk pu ql pv 4z,pw qm px qm py qn
,,pz v d qo 3k qp q0 qq q1 qr 33 qs q2 qt q3 qu q4 qv q5 qw q6 qx q7 qy q8 qz q9 v 46 r0 qa no qb r1 qc r2 qd no,
,r3,qe v q4 r4,
bq,,,
,r5,,qf r6 qg r5
jz,r7,,qh r8 qi r9
cl,,,
,,,qj ra
bw,,q0 rb qk rc pl v q7 rd,
,re,c5 rf ql rf,qm rf
bq,,,
bq,5f,p7 rg,
bw,rh,54 4y 62 y pk ri pl v gd rj pn rk d rl qn rm,
c3,rn,qo v 7n ro qp pv 1r rp pp rq qq rp,qr rr qs rs
ca,rt,qt ru qu rv qv 3y qw fr qx rw,qy rx qz ry
,,3k rz e s0,
,,,17 s1 r0 s2 r1 s3
cd,s4,e s5,r2 s6
,s7,e s5,
,,r3 s8,r4 s9
,,1g sa,
,,1g sb,
,,1g sc,
,,5o sd,
k0,se,,r5 sf r6 sf
,,1b sg 1d k 1c k,r7 sh
j1,si,r8 sj,
k1,sk,r9 aq ra aq rb aq rc aq rd sl,
,,1b j 1c k 1d k 1e k,re sm
,sn,,13 7d rf sn
,sn,,13 7d rg sn rh sn
,sn,,13 sn
,,1g so,ri sp rj sq
,,,ri a1
,,,rk sr
k2,ss,,cg st rl su
,,rm lc 25 sv rn sw 47 j ro sx,
,sn,,rp sn rq sn rr sn
k2,sy,,
k3,sz,,
,,25 t0 47 j 6a t1 rn sw,cg t2 rs t3
,t4,,rt t4 ru t4 rv t4 rw t4 rx t4 ry t4 rz t4 s0 t4 s1 t4 s2 t4 s3 t4 s4 t4 s5 t4
k3,t5,,
k4,t6,,
k5,t7,qt t8 rn sw 47 t9,s6 ta
f7 4z,8w,,
,t4,,13 t4
,t4,,13 t4
,tb,s7 tc s8 td,
,t4,,13 t4
,t4,,13 t4
,,s9 te sa tf sb tg sc th,sd ti se tj
,t4,,13 t4
,,1g tk,sf tl g3 tl
k7 1,tm,sg tn sh tn,si to
k7 1,tp,,
,,,rk tq
,t4,,13 t4
,5f,1g 5f,
,,1g tr,
e0 69 1,ts,,sj tt
e0 69 2,ts,,
e1,ts,,
,ts,,13 ts
do 6o 1,ts,,
e0 69 3,tu,,
e0 69 5,tu,,
e0 69 6,tu,,
,tv,sk tw sl tx,sm ty sn ty cg tz
,,so 5p,sp u0
e0 69 7,tu,,
kh,ts,,sq u1 sr u1
,u2,ss u3,
e0 69 9,tu,,
e0 69 a,tu,,
dr,36,,st ty su ty
dr,u4,sv u5,sw ty sx ty
k9,u6,sy ts sz u7 t0 ts t1 ts,
,ts,,t2 ts t3 ts t4 tu
e0 69 b,tu,,
e0 69 c,tu,,
kh,ts,,sq u8 sr u8
e0 69 d,tu,,
j1,u9,t5 ua t6 ub,
e0 69 e,tu,,
j1,uc,dm ud,
j1,ue,t7 uf t8 5f t9 ug,
e9,uh,6r ui,
,,,z uj 10 uj
,,,6r on pd uk ta uh tb uh tc uh
,,1g ul,
,50,1g um,
,,1g un,
,uo,,td 7d
ei 66,up,te uo tf uo tg uq th ur ti us tj uo dr uo 6j ut tk uo tl uo tm uu tn uu 9b uv to uw tp ux tq uy tr uo ts uo tt uo tu uo tv uo tw uo tx uz ty v0 tz v1 u0 v2 u1 uo,u2 v3 u3 v3 u4 v4 u5 v5 u6 v6 u7 uo u8 v6 u9 uo ua v7 ub uo
,v8,9h v9 9i va 68 vb uc vc ud vc e vd ue ve uf vf ug vf uh vf ui vf uj vg dm vh uk vi ul vj um vk un vl uo vm up vn uq vo ur vp us vq ut vr uu vr uv vs uw vt ux uo uy vg uz vu v0 uo 46 vv,
,5f,1c vw 1d vx v1 vy v2 vz v3 w0 v4 vy v5 w1 v6 w2 1e vx v0 5f uz w3 v7 w4 v8 48 46 w5 uj w6,17 w7
,w8,,v9 w9
,uo,,va uo vb uo
,uo,,6k uo vc uo
,uo,,vd uo ve uo
ez,wa,vf wb,
ez,,vf wc,
es,,m wd,
es,,m we,
ez,lc,vf wf m wg,
ez,,vf 49 m wh,
ez,,vf wc,
ez,,vf wc,
ez,,vf 96 m wi,
ez,v,vf qw,
ez,,m wi,
,,m wj 1g wi vg wk vh wc,
ez,50,vf pc,
ez,,vf 48 m wi,
ez,,vf wl,
ez,,vf wc,
kp,wm,,vi wn vj wo vk wp
,,vl j vm j vn j,vo wq
,,1g wr 54 36,vp ws vq ws vr ws vs ws vt ws vu ws vv ws vw ws vx ws vy ws vz ws w0 ws w1 ws w2 ws
k6 k,wt,w3 sw w4 wu w5 sw,w6 sw w7 wv w8 wv w9 wv wa sw wb sw wc sw
,sw,wd sw,we ww wf ww
kq 1,wx,wg sw e wy,wh wz
,x0,wi x1,
,,,wj x2 wk x3
ks,x4,,wl x5 wm x5
,x6,iw x7 k8 x8,
kt,x9,,wn xa
,,1g xb,
,,1g xc,
,,1g xd,
,,1g xb,
,,1g xe,
,xf,1g 2i,
,xg,pu xh,
,is,,wo is wp xi wq is wr is
fo,xj,,ws xk wt xl
,xm,wu xn e xo wv xp ww xq wx xr 9h 48 3t xs 3s xt wy xu,
,,1b w5 wz k x0 k,x1 xv
,xw,wx xr,
fs,xx,tm 1u,x2 xy x3 xz
,y0,9h 48 e y1 x4 y2 x5 y3 x6 y4 46 y5 x7 6p,
,,1b w5 x8 k x9 k xa k,xb y6
ku,y7,,xc y8 xd y8 xe y9
ku,y7,,xf ya xg y8 u y8 xh y8 c yb k ya xi ya xj yc
ig,4z,,xk yd xl yd
ig,4z,,xk ye xl ye
ig,yf,xm 4z xn 8w xo yg,xk yh xl yh
ig,4z,,xk yi xl yi
ig,yj,xp 4z,xk yk xl yk
ig,yl,xq ym xr yn xs 4z xo yo,
ig,yp,xs 4z,xk yq xl yq
kv,yr,,xk ys xl ys
kv,yt,xt 1j,xk yu xl yu
ig,4z,,xk yv xl yv
ig,yw,xo v,xk yx xl yx
ig,yy,xp yz xo z0 8n z1,xk z2 xl z2
ig,yy,xp yz xo z0 8n z1,xk z3 xl z3
,,,7t z4 xu z5 b z5 18 z6
ig,4z,,xk z7 xl z7
ig,4z,,xk z8 xl z8
ig,4z,,xk z9 xl z9
ig,4z,,xk za xl za
,,1g zb,
,,1g zc,
ig,zd,xo ze f9 zf xv 34 xw zg xx l4,xk zh xl zh
,a1,1g zi f9 zj xw zg xx l4,
ig,zk,xo zl,xk zm xl zm
,f1,,g3 f1 xy f1
ig,yf,xm 4z,xk zn xl zn
ig,4z,,xk zo xl zo
ig,yf,xo f1 xm 4z,xk zp xl zp
ig,yf,xm 4z,xk zq xl zq
ig,zr,xo zs xz zt y0 zu y1 zv xm 4z,xk zw xl zw
ig,zx,y2 zy y3 zy y4 zy xo zy y5 zy xm zz y6 100 y7 101 y8 102 y9 zy ya 103,xk 104 xl 104
ig,4z,,xk 105 xl 105
ig,4z,,xk 106 xl 106
ig,4z,,xk 107 xl 107
ig,yf,xm 4z,xk 108 xl 108
ig,109,xo v,
ig,4z,xo 10a yb 10b,xk 10c xl 10c
ig,10d,,xk 10e xl 10e
ig,4z,,xk 10f xl 10f
ig,4z,,xk 10g xl 10g
ig,10h,yc 4z,xk 10i xl 10i
ig,10j,xo 10k yd 10l ye lk,xk 10m xl 10m
,,1g 10n,
ig,10n,xo v,xk 10o xl 10o
ig,yp,xs 4z,xk 10p xl 10p
,50,1g 10q,
,,1g yj xp 4z,
gh,10r,,
gh,10s,,
,,1g 4z,
,,1g 10n,
,,,17 10t xu 10u
ig,10v,xo 10w xw 4z,xk 10x xl 10x
ig,10v,xo 10w xw 4z,xk 10y xl 10y
ig,10z,52 34 xo 10w yf 110 xw 4z yg 111 yh 112,xk 113 xl 113
ig,114,52 34 xo 10w yf 115 yi 8w yh 116 xw 117,xk 118 xl 118
ig,119,xo 10w yf 11a yj 8w xw wk,xk 11b xl 11b
ig,10v,xo 10w xw 4z,xk 11c xl 11c
,,1g 4z,
ig,10q,xo 11d,xk 11e xl 11e
ig,4z,,xk 11f xl 11f
,,1g 11g yk 4z,
ig,yf,xm 4z,xk 11h xl 11h
ig,11g,yk 4z,xk 11i xl 11i
,11j,46 j yl 15 ym 15 yn 15 yo 15 yp 15 yq 15 yr 15 ys 15 yt 15,
,,yu 11k yv 11l,yw 11k yx 11k td 11k
ht,,1g 11m,
i8,,yy 11n yz 11o z0 11p,xk 11q xl 11q
,,,4k 11r z1 11r z2 11s
i8,,z3 11t yu 11u z0 11v,
,,,3v 11w z4 11x
hy,,z5 11y z6 11z z3 11t z7 120 z0 121 z8 n1 z9 n1 za n1,xk 122 xl 122
i8,,z5 123,xk 124 xl 124
ht,,1g 125,
hy a,,zb 120 z0 126 z5 123 z3 11t z7 120 yu 11u,xk 127 xl 127
i8,,yu 11u z0 128,
i8,,z3 11t yu 11u zc 129 z0 12a,xk 11l xl 11l
i8,,yu 11u z0 10w,xk 12b xl 12b
,5f,bm 12c zd 12d,
,5f,bm 12c zd 12e ze 5f,
kw,,bm n1,
kw,,,
kw,,,
kw,,,
,5f,bm 5f zd 12f,
j1,123,zc 12g zf 12h zg 12h zh 12h zi 4o zj 12i zk 12i zl kt zm 12i,
,12h,zn 12j 1g 12k,
kx,12l,7n mn 3k 3i zo 12m zp 4z,
j1,,yv 11l yu 12n,
,,zq j zr j 1c j 2r j zs j zt j 1b j,zu 12o
ht,,,
i8,,,xk 12p xl 12p
i8,,z3 11t yu 11u z0 11v z6 12q,
i8,,z3 11t yu 11u z0 12r z6 12s,
i8,12t,yu 11u z0 12t,xk 12u xl 12u
j1,12v,zv 12w zw 12w zx ay,
,,zy 12x,13 12y
,,b3 12z zz 130,
j1,131,1g v 100 132 3r 133,
j1 1x,134,101 j 8c 135,
j1,136,102 137,
bv,138,,
,,13 139,
,,,
,13a,dm 13b uk 13c uo 13d,
,,,
,13e,103 13f 104 8m 105 13g 106 8m,
,,2i 13h,
1v,,107 13i,
,,dm j uk j uo j,
,,1 13j 2 13k,
j0,,,
,,2i 13h,
,,108 13l 1r 13m 2q 13m,
,,,
,13n,109 13o 10a 13p 3l 13q hp 13r 10b 13r 10c 13r hr 13r 3n 13r 3m 13s,
,,46 j,
,,3k 3i,
,,,5k 13t 10d 13u
,61,,
,7e,,
,7e,10e 13v 54 7e 82 7e 3k 13w 6a 13x 10f 13y 10g 13y 10h 13z 10i 13z 10j 13z 1r 140 10k 141 10l 141 10m 141 10n 141 10o 142 10p 143 10q 143 10r 144 1z 140,
,,uk 145,
,,10s 146 10t 147 10u 148 10v 149 46 j,
,,10w d,
,,46 j 9k j 9l 9k 9m j 9n 9j 9o 9k 9p 9k 9q 9k 9r 15 9s 15 9t 9g 9u 9g 9v 6p 9w 8x,
,,10x 14a,
,cg,,
,ca,,
,a1,10y 14b 10z a1 ck 14c cl 14d 110 14b 111 14b 112 14e 113 a1,114 a1
,a1,,
,,115 14f 116 14g 117 j 118 14h,
,,119 14i 11a 14j 11b 14k 11c 14l 11d 14m 11e da 11f 14n 11g 14o 11h 14p,
,di,,
,g4,,
,fg,,
,fg,11i fg j fg i fg h fg 11j fg,
,,46 y5 11k y5 dm 14q uo 14q 11l 14q e 1l,
,14r,11m 14s 11n 14t,
,mn,m3 14u 11o 14v 4 o7 dl 3i,
,mx,,
a2,,m3 nk dl 14w 4 3i 11p m9,
,,e 14x dm 14y uk 14z uo 150 46 y5,
,,e 14x dm 151 46 y5,
,152,46 j 11q 153 11r 15 11s 15 11t 15 11u 15 11v 15,
,,pp 154 e s5 46 48 11w 155 11x 156 11y 157 11z 158 120 159 121 15a 122 15b 123 15c,
,15d,pp 15e e 15d 46 p4 11w 48 11x 48 11y 48 ov p5 ow p5 ox p5 122 48 123 48 11z 48 120 48 121 48,
bj,,1g 15f,
,,d 15g,
,15h,124 15i 125 15j 126 15k 127 15l 128 15m 129 15n uk 15o dm 15p 46 15q e 15r 12a 15s 12b 15s,
,15t,dm 15p uk 15o uo 15u 12c 48 12d 48 12e 48 12f 48 12g 48 12h 48 46 j,
cv,15v,12i 15w sg tn sh tn,
k4,15x,sg tn sh tn 47 t9,
cz,15y,12j 15z,
,,47 j,
,sw,,
kz,160,,
kz,160,,
,ts,,
,ts,,
,ts,,
,ts,,
,ts,,
,ts,,
,ts,,
,ts,,
,ts,c5 ts,
,ts,,
,ts,,
,ts,,
,ts,,
,ts,,
,ts,,
,uo,,
,161,46 j 12k 162 12l 163 12m 164,
,165,12n sw 12o 166 12p sw dm 167 uk 168 wd 169 12q 16a 12r 16b e 16c 12s 16d 12t 16e af wu,
,sw,,
,,46 j 12u 48,
,,58 16f 12v 16g,
,,9h 96 dm 16h uk 16i,
ig,,xm 16j,
,5f,bm 5f zd 16k,
,16l,101 16m 12w 16n dm 13b 12x 16o 12y 16p 12z 16q 46 13c ys 15 130 15 yr 15 yp 15 yn 15,131 16r 132 16s
j1,16t,101 j,
,,rm lc ro 16u rn sw,
,,l9 16v,
r6,,,
,,12 16w,
,,12 lr,
r6,,,
ir,,,
r7,16x,15m 1j,
l7,16y,,
y,16z,,
y,170,,
10,171,,
15,11,,
,,1g 172,
iu,,,
iw,,,
ix,,,
iy,173,,
iz,,,
j0,173,,
,v,3o v,
,,4a v,
2h,,,
2k,,,
j2,a1,,
j3,,,
bv,174,,
j4,13n,,
,2i,1g 175 15n 176 15o pj,
30,,1g 177,
,178,13f 179 15p 17a 15q 17b,
,6l,13h 17c 15r 6l 15s 17d,
3e,,,
3e,,,
3e,,,
3t,,1g 17e,
3u,,13j 17f,
j8,17g,,
j9,,,
48,5f,1g ud,
r8,,1g 17h,
r9,17i,,
r9,,1g 17j 15t 17k 15u 17k,
ra,,1g 17l 15v 17k,
ja,,,
25,,3l hj 15w hl,
4n ep,8w,,
4o,17m,,
54,,1g 17n,
54,,1g 17o,
6a,17p,,
,17q,13s a4 13u 17r,
,,13u a4,
,17s,13t 17t 13v a4 13w a4,
,,a8 17u,
,,a8 17u,
5m,,13p n1,
5s,,bo bw bp bx,
jd,,,
,17v,110 17w 111 17w,
,,d2 d0,
,,d2 d0,
jg,14b,cl cr,
jg,14b,cl a1 ck a1,
65,,119 17x 15x a5,
65,,119 a5,
65,,119 17y 15y a5,
67,,bn 12c,
67,,bn 12c,
ji,8w,,
jj,17z,13l a4,
jj,17z,13l a4,
jj,180,13l a4 15z 181 160 182,
jj,180,13l a4 15z 181 160 182,
6g,183,e di,
rb,184,161 185 162 185 163 186 164 185,
,f0,ew f0,
,,b3 187,
,188,165 189,
,18a,165 189,
,18b,165 189,
,18c,fj fo,
,fo,fj fo,
,18d,ew f0,
,18e,j fg i fg h fg 11j fg,
,18e,j fg i fg h fg,
,f0,ew f0,
,18d,ew f0,
7u,,iy 18f,
7u,,iy 18f,
jo,a1,,
jo,a1,,
rc,18g,,
rc,18g,,
rc,a1,,
rc,a1,,
,,140 15 141 15 142 15 143 15 144 15 145 15 146 d 147 d 148 15 149 15 14a 15 14b 15 14c 15 14d 15 14e 15 14f d 14g d 14h d 14i d 14j d 14k d 14l d,
,18h,j7 ix,
,18h,j7 ix,
,18i,j7 ix,
,18i,j7 ix,
,,149 15 14d 15 14m d 14n d 147 d 14o d 14f d 14g d 14h d,
,jq,jz jr,
8k,,1g 18j,
8k,,,
8k,,1g 18k,
8m,,1g 18k,
,,14p 15 142 15 14q 15 14b 15 14r 15 14s 15 14t 15,
,18l,j7 kf,
,18l,j7 kf,
,18m,j7 kf,
,,14m d 14u d,
,kn,jz ko,
c7,18n,,
ii,18o,,
jp,,,
jp,,,
9g,,,
9g,,,
jq,,,
,18p,dl 3i,
,18q,my my,
,18p,dl 3i,
a2,nk,m7 nk,
a0,,,
,14u,dl 3i 4 o7 ms 48 mt 48 46 nu,
,18p,dl 3i 4 o7 ms 48 mt 48 46 nu,
,nk,4 14w 46 48 ms 18r mt 18s,
,18t,4 14w 46 48 ms 18r mt 18s,
,18t,dl 3i 46 48 ms 18r mt 18s,
,18t,dl 3i 46 48 ms 18r mt 18s,
,18p,dl 3i 4 o7 ms 48 mt 48 46 nu,
a9,,m3 is,
,18p,dl 3i 4 o7 14w 18u,
jt,8w,,
ju,18v,,
jv,13n,,
jw,,,
,,46 18w 11w 18x 11x 18x 11y 18x 11z 18x 120 18x 121 18x 122 18x 123 18x,
jx,15d,,
25,,15w hl 3l hj,
c3,18y,p5 v,
rd,18z,,
bw,190,,
bw,pv,p3 rp p4 pv 13k 191 7n ro qp pv pl v pp rq,
bz,r5,5o r5,
bz,r5,5o 192,
jz,,,
c2,,dn 193,
c3,18y,pp rq qq v qo v,
ca,7c,,
cb,5f,1g 194,
re,,15a 195 166 15d 167 196,
re,5f,15a 197 167 198 166 199,
cd,,,
k0,15j,,
j1,19a,155 wc,
ii,18o,,
ii,19b,,
ii,19c,,
cv,19d,,
cv,19d,,
rf,sn,168 sn,
rf,sn,168 sn,
rg,19e,s9 19f 168 sn,
cz,19g,,
rh,19h,sa 19i,
rh,19h,,
rh,19h,,
ri,t4,,
ri,t4,,
ri,t4,,
ri,t4,,
ri,t4,,
ri,t4,,
rj,t4,,
rj,t4,,
rj,t4,,
rj,t4,,
k5,,,
kz,19g,,
kz,19g,,
,ts,1g ts,
,,sk 19j,
c7,18n,,
c0,174,,
,uo,169 uo 16a 19k,
ei,19l,16b uo,
j1,5f,15b 19m uv 19n 56 19o 16c 19p 16d 19q,
j1,5f,15b 19m uv 19n 16c 19r 16d 12f,
kp,,,
kq,sw,wg sw,
fb,,1g 19s,
fb,,1g 19t,
c7,18n,,
ks,,,
kt,,,
fo,9u,,
fs,9u,,
ku,8w,,
c7,18n,,
g9,,1g 19u,
c7,18n,,
ha,5f,1g 19v,
,,yu 19w,
hr,is,13a 19x,
hr,,13a 4o,
c7,18n,,
j5,5f,1g 19y 16e 19z 16f fp,
j5,5f,1g 5g,
,1a0,jz 1a1,
kx,13n,,
,18d,ew 18d,
bv,174,,
c7,18n,,
,1a2,15h 1a3,
,1a4,15h 1a5,
,1a4,15h 1a6,
,1a7,15h 1a8,
,1a9,15h 1aa,
,1a9,15h 1ab,
,xb,15h 1ac,
,xb,15h 1ad,
,15d,b3 15d,
l7,1ae,,
48,,,
ra,,,
r8,,1g 1af,
,,ew f0,
,,j1 an iu ih iv ii ix ij iw ij,
,1ag,3t 1ah dm 13b,
cb,,1g 1ai p7 1aj,
rg,19e,s9 1ak,
,sn,s9 1al,
,t4,sa 1am 16i t4,
rh,19h,sa 1an,
rh,19h,sa 1an 16i t4,
a2,15d,m3 nk 4 15d,
,,k6 1ao,
,8w,1g 1ap,
bv,174,,
bv,174,,
,1aq,e 1ar,
,1as,9h 1at,
,1as,e 1au,
,1a7,e 1av,
,1a9,e 1aw,
,1a9,9h 1ax,
,1ay,e 1az,
,1ay,9h 1b0,
j1,1b1,3k 3i,16j 1b2
,,1b j wz k 1c k,16k 1b3
,50,1g 1b4,
,,16a 1b5 16l p1,

.ArrayMergeStrategy,0,
.CfnCodeDeployBlueGreenHook,1,
.Expiration,2,
.MissingRemovalPolicies,3,
.NestedStack,,1b6
.PropertyMergeStrategy,4,
.RemovalPolicies,5,
.SecretValue,6,
.eventPatternToCloudFormation,,10b
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
aws-apigateway.CognitoUserPoolsAuthorizer,,1b7
aws-apigateway.Deployment,,1b8
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
aws-apigateway.VpcLink,,1b9
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
aws-apigatewayv2.ApiMapping,,1ba
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
aws-apigatewayv2.WebSocketAuthorizer,,1bb
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
aws-appsync.addSourceApiAutoMergePermission,,wc
aws-appsync.addSourceGraphQLPermission,,wc
aws-appsync.createAPIKey,,4d
aws-autoscaling.AutoScalingGroup,2t,
aws-autoscaling.LifecycleHook,,13o
aws-autoscaling.ScheduledAction,,13q
aws-autoscaling.StepScalingAction,,13r
aws-autoscaling.StepScalingPolicy,,13s
aws-autoscaling.TargetTrackingScalingPolicy,,13r
aws-autoscaling.WarmPool,,13p
aws-backup.BackupPlan,2u,
aws-backup.BackupResource,2v,
aws-backup.BackupSelection,,54
aws-backup.BackupVault,2w,
aws-certificatemanager.Certificate,,ei
aws-certificatemanager.DnsValidatedCertificate,,1bc
aws-certificatemanager.PrivateCertificate,,ei
aws-chatbot.SlackChannelConfiguration,2x,
aws-cloudfront-origins.FunctionUrlOrigin,2y,
aws-cloudfront-origins.RestApiOrigin,,2i
aws-cloudfront-origins.S3BucketOrigin,2z,
aws-cloudfront-origins.S3Origin,,1bd
aws-cloudfront-origins.S3StaticWebsiteOrigin,,1be
aws-cloudfront-origins.VpcOrigin,30,
aws-cloudfront.AssetImportSource,31,
aws-cloudfront.CachePolicy,,1bf
aws-cloudfront.CloudFrontWebDistribution,32,
aws-cloudfront.Distribution,33,
aws-cloudfront.DistributionGrants,34,
aws-cloudfront.Endpoint,35,
aws-cloudfront.Function,,1bg
aws-cloudfront.FunctionUrlOriginAccessControl,,1bh
aws-cloudfront.ImportSource,36,
aws-cloudfront.InlineImportSource,37,
aws-cloudfront.KeyGroup,,1bi
aws-cloudfront.KeyValueStore,,1bj
aws-cloudfront.MediaPackageV2OriginAccessControl,,1bh
aws-cloudfront.OriginAccessIdentity,38,
aws-cloudfront.OriginRequestPolicy,,1bk
aws-cloudfront.PublicKey,,1bl
aws-cloudfront.RealtimeLogConfig,,1bm
aws-cloudfront.ResponseHeadersPolicy,,1bn
aws-cloudfront.S3ImportSource,39,
aws-cloudfront.S3OriginAccessControl,,1bh
aws-cloudfront.VpcOrigin,,177
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
aws-codebuild.BitBucketSourceCredentials,,1bo
aws-codebuild.BuildSpec,3u,
aws-codebuild.Cache,3v,
aws-codebuild.FilterGroup,3w,
aws-codebuild.Fleet,3x,
aws-codebuild.GitHubEnterpriseSourceCredentials,,1bo
aws-codebuild.GitHubSourceCredentials,,1bo
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
aws-codebuild.UntrustedCodeBoundaryPolicy,,1bp
aws-codebuild.WindowsBuildImage,4a,
aws-codebuild.isLambdaComputeType,,7e
aws-cognito-identitypool.IdentityPool,4b,
aws-cognito-identitypool.UserPoolAuthenticationProvider,,1bq
aws-cognito.UserPool,4c,
aws-cognito.UserPoolClient,4d,
aws-cognito.UserPoolDomain,4e,
aws-cognito.UserPoolGroup,,149
aws-cognito.UserPoolIdentityProviderAmazon,4f,
aws-cognito.UserPoolIdentityProviderApple,4g,
aws-cognito.UserPoolIdentityProviderFacebook,4h,
aws-cognito.UserPoolIdentityProviderGoogle,4i,
aws-cognito.UserPoolIdentityProviderOidc,4j,
aws-cognito.UserPoolIdentityProviderSaml,4k,
aws-cognito.UserPoolResourceServer,,148
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
aws-ec2.NetworkAclEntry,,14a
aws-ec2.NetworkBuilder,5u,
aws-ec2.NetworkUtils,5v,
aws-ec2.Peer,5w,
aws-ec2.PlacementGroup,,1br
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
aws-ec2.VpcEndpointService,,1bs
aws-ec2.VpnConnection,,14k
aws-ec2.VpnGateway,,1bt
aws-ec2.WindowsImage,6b,
aws-ec2.cidrSplitToCfnExpression,,a4
aws-ecr-assets.DockerImageAsset,,1bu
aws-ecr-assets.TarballImageAsset,,1bu
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
aws-ecs.AppProtocol,,g4
aws-ecs.AsgCapacityProvider,,1bv
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
aws-ecs.LinuxParameters,,1bw
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
aws-ecs.isEc2Compatible,,fg
aws-ecs.isExternalCompatible,,fg
aws-ecs.isFargateCompatible,,fg
aws-ecs.isManagedInstancesCompatible,,fg
aws-ecs.obtainDefaultFluentBitECRImage,,1bx
aws-efs.AccessPoint,8b,
aws-efs.FileSystem,8c,
aws-elasticloadbalancingv2-targets.LambdaTarget,8d,
aws-elasticloadbalancingv2.ApplicationListener,8e,
aws-elasticloadbalancingv2.ApplicationListenerCertificate,,ii
aws-elasticloadbalancingv2.ApplicationListenerRule,8f,
aws-elasticloadbalancingv2.ApplicationLoadBalancer,8g,
aws-elasticloadbalancingv2.ApplicationTargetGroup,8h,
aws-elasticloadbalancingv2.BaseListener,,jz
aws-elasticloadbalancingv2.BaseLoadBalancer,8j,
aws-elasticloadbalancingv2.ListenerAction,8k,
aws-elasticloadbalancingv2.NetworkListener,8l,
aws-elasticloadbalancingv2.NetworkListenerAction,8m,
aws-elasticloadbalancingv2.NetworkLoadBalancer,8n,
aws-elasticloadbalancingv2.NetworkTargetGroup,8o,
aws-elasticloadbalancingv2.TargetGroupBase,8p,
aws-elasticloadbalancingv2.TrustStore,,1by
aws-elasticloadbalancingv2.TrustStoreRevocation,,1bz
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
aws-events-targets.addLambdaPermission,,1c0
aws-events-targets.addToDeadLetterQueueResourcePolicy,,lg
aws-events-targets.bindBaseTargetConfig,,1c1
aws-events-targets.singletonEventRole,,1c2
aws-events.ApiDestination,9b,
aws-events.Archive,,14s
aws-events.Connection,,1c3
aws-events.EventBus,9c,
aws-events.EventBusGrants,9d,
aws-events.EventBusPolicy,,1c4
aws-events.EventField,9e,
aws-events.Match,9f,
aws-events.Rule,9g,
aws-iam.AccessKey,,1c5
aws-iam.AccountPrincipal,9h,
aws-iam.AccountRootPrincipal,9i,
aws-iam.AnyPrincipal,9j,
aws-iam.Anyone,9k,
aws-iam.ArnPrincipal,9l,
aws-iam.CanonicalUserPrincipal,9m,
aws-iam.ComparablePrincipal,9n,
aws-iam.CompositeDependable,,ma
aws-iam.CompositePrincipal,9o,
aws-iam.DefaultEncryptedResourceFactories,9p,
aws-iam.DefaultPolicyFactories,9q,
aws-iam.EncryptedResources,9r,
aws-iam.FederatedPrincipal,9s,
aws-iam.Grant,9t,
aws-iam.GrantableResources,9u,
aws-iam.Group,9v,
aws-iam.InstanceProfile,,1c6
aws-iam.LazyRole,9w,
aws-iam.ManagedPolicy,,1c7
aws-iam.OidcProviderNative,,1c8
aws-iam.OpenIdConnectPrincipal,9x,
aws-iam.OpenIdConnectProvider,9y,
aws-iam.OrganizationPrincipal,9z,
aws-iam.Policy,,o7
aws-iam.PolicyDocument,a0,
aws-iam.PolicyStatement,a1,
aws-iam.PrincipalBase,a2,
aws-iam.PrincipalPolicyFragment,,is
aws-iam.PrincipalWithConditions,a3,
aws-iam.ResourceWithPolicies,a4,
aws-iam.Role,a5,
aws-iam.RoleGrants,a6,
aws-iam.SamlConsolePrincipal,a7,
aws-iam.SamlPrincipal,a8,
aws-iam.SamlProvider,,1c9
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
aws-kinesisfirehose.OutputFormat,,oo
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
aws-lambda.CodeSigningConfig,,1ca
aws-lambda.DockerImageCode,br,
aws-lambda.DockerImageFunction,bs,
aws-lambda.EcrImageCode,bt,
aws-lambda.EventInvokeConfig,,qy
aws-lambda.EventSourceMapping,,qr
aws-lambda.FileSystem,bu,
aws-lambda.Function,bv,
aws-lambda.FunctionBase,bw,
aws-lambda.FunctionUrl,bx,
aws-lambda.InlineCode,by,
aws-lambda.LambdaInsightsVersion,bz,
aws-lambda.LayerVersion,c0,
aws-lambda.LogRetention,c1,
aws-lambda.NetworkConnector,,1cb
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
aws-lambda.determineLatestNodeRuntime,,rf
aws-lambda.verifyCodeConfig,,rf
aws-logs-destinations.FirehoseDestination,cf,
aws-logs-destinations.KinesisDestination,cg,
aws-logs-destinations.LambdaDestination,ch,
aws-logs.CrossAccountDestination,,1cc
aws-logs.DataProtectionPolicy,ci,
aws-logs.LogGroup,cj,
aws-logs.LogGroupGrants,ck,
aws-logs.LogRetention,cl,
aws-logs.LogStream,,15i
aws-logs.MetricFilter,,15l
aws-logs.QueryDefinition,,1cd
aws-logs.ResourcePolicy,,1ce
aws-logs.SubscriptionFilter,,15k
aws-logs.Transformer,,15m
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
aws-rds.DatabaseProxyEndpoint,,t8
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
aws-rds.SubnetGroup,,1cf
aws-route53-targets.BucketWebsiteTarget,dh,
aws-route53-targets.UserPoolDomainTarget,di,
aws-route53.ARecord,dj,
aws-route53.AaaaRecord,dk,
aws-route53.AddressRecordTarget,dl,
aws-route53.Alpn,dm,
aws-route53.CaaAmazonRecord,dn,
aws-route53.CaaRecord,do,
aws-route53.CnameRecord,dp,
aws-route53.CrossAccountZoneDelegationRecord,,1cg
aws-route53.DsRecord,dq,
aws-route53.HealthCheck,,1ch
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
aws-s3.BlockPublicAccess,,uo
aws-s3.BlockedEncryptionType,eg,
aws-s3.Bucket,eh,
aws-s3.BucketBase,ei,
aws-s3.BucketGrants,ej,
aws-s3.BucketPolicy,ek,
aws-s3.ObjectLockRetention,el,
aws-s3.ReplaceKey,em,
aws-s3.ReplicationTimeValue,,uo
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
aws-scheduler.Schedule,,1ci
aws-scheduler.ScheduleGroup,f4,
aws-scheduler.ScheduleGroupGrants,f5,
aws-secretsmanager.HostedRotation,f6,
aws-secretsmanager.ResourcePolicy,,1cj
aws-secretsmanager.RotationSchedule,,1ck
aws-secretsmanager.Secret,f7,
aws-secretsmanager.SecretRotation,,1cl
aws-secretsmanager.SecretStringValueBeta1,f8,
aws-secretsmanager.SecretTargetAttachment,f9,
aws-ses.AllowListReceiptFilter,,1cm
aws-ses.ConfigurationSet,fa,
aws-ses.ConfigurationSetEventDestination,,x1
aws-ses.DedicatedIpPool,,1cn
aws-ses.DkimIdentity,fb,
aws-ses.DropSpamReceiptRule,,16g
aws-ses.EmailIdentity,fc,
aws-ses.ReceiptFilter,,1cm
aws-ses.ReceiptRule,fd,
aws-ses.ReceiptRuleSet,fe,
aws-ses.VdmAttributes,,1co
aws-ses.WhiteListReceiptFilter,,1cm
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
aws-sqs.QueuePolicy,,1cp
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
aws-stepfunctions-tasks.EventBridgeSchedulerTarget,,1bw
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
triggers.Trigger,in,
triggers.TriggerFunction,io,

0 1 1 1 1 1 1 1 1,3o,w 6 1 a 3 2 1 8 1t 15 z w 16 1e 1b o o e 1k 2h 4y 1 2 1 7 t 1 1 1 1 c 1 2 8 2 h 1m 1l 22 j 5 1m 2 32 p h 1a e 4s i 1 6 1`;
