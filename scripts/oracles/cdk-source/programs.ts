/** Small programs over many classes of the library, each the body of one stack, by what they show. */
export const PROGRAMS: Readonly<Record<string, string>> = {
  'a table and a function that reads it': `
    const table = new dynamodb.Table(this, 'T', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
    table.grantReadData(fn(this, 'F'));`,
  'a table that scales': `
    const table = new dynamodb.Table(this, 'T', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING }, billingMode: dynamodb.BillingMode.PROVISIONED });
    table.autoScaleReadCapacity({ minCapacity: 1, maxCapacity: 5 }).scaleOnUtilization({ targetUtilizationPercent: 70 });`,
  'a table in other regions': `
    new dynamodb.Table(this, 'T', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING }, replicationRegions: ['eu-west-3'] });`,
  'a global table with a key': `
    new dynamodb.TableV2(this, 'T', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING }, encryption: dynamodb.TableEncryptionV2.customerManagedKey(new kms.Key(this, 'K')) });`,
  'an imported table with a stream': `
    const table = dynamodb.Table.fromTableAttributes(this, 'T', { tableName: 't', tableStreamArn: 'arn:aws:dynamodb:eu-west-1:111111111111:table/t/stream/x' });
    fn(this, 'F').addEventSource(new sources.DynamoEventSource(table, { startingPosition: lambda.StartingPosition.LATEST, onFailure: new sources.SqsDlq(new sqs.Queue(this, 'Q')) }));`,
  'a queue with its dead letters and an alarm': `
    const dead = new sqs.Queue(this, 'D', { encryption: sqs.QueueEncryption.KMS });
    new sqs.Queue(this, 'Q', { deadLetterQueue: { queue: dead, maxReceiveCount: 3 }, enforceSSL: true });
    dead.metricApproximateNumberOfMessagesVisible().createAlarm(this, 'A', { threshold: 1, evaluationPeriods: 1 });`,
  'a topic with every kind of subscriber': `
    const topic = new sns.Topic(this, 'T');
    topic.addSubscription(new subscriptions.LambdaSubscription(fn(this, 'F'), { deadLetterQueue: new sqs.Queue(this, 'D') }));
    topic.addSubscription(new subscriptions.SqsSubscription(new sqs.Queue(this, 'Q')));
    topic.addSubscription(new subscriptions.EmailSubscription('a@example.com'));
    topic.addSubscription(new subscriptions.UrlSubscription('https://example.com/'));`,
  'an alarm that tells a topic': `
    const alarm = fn(this, 'F').metricErrors().createAlarm(this, 'A', { threshold: 1, evaluationPeriods: 1 });
    alarm.addAlarmAction(new actions.SnsAction(new sns.Topic(this, 'T')));
    alarm.addOkAction(new actions.LambdaAction(fn(this, 'G')));
    new cloudwatch.CompositeAlarm(this, 'C', { alarmRule: cloudwatch.AlarmRule.anyOf(alarm) });
    new cloudwatch.Dashboard(this, 'D').addWidgets(new cloudwatch.AlarmWidget({ alarm }));`,
  'a function with all that it can bring along': `
    const f = fn(this, 'F', { runtime: lambda.Runtime.PYTHON_3_12, logRetention: logs.RetentionDays.ONE_DAY, deadLetterQueueEnabled: true, profiling: true, tracing: lambda.Tracing.ACTIVE, onFailure: new destinations.SqsDestination(new sqs.Queue(this, 'Q')), retryAttempts: 1, vpc: new ec2.Vpc(this, 'V') });
    f.addFunctionUrl({ authType: lambda.FunctionUrlAuthType.NONE });
    const alias = f.currentVersion.addAlias('live');
    alias.addAutoScaling({ minCapacity: 1, maxCapacity: 2 }).scaleOnUtilization({ utilizationTarget: 0.5 });
    f.addPermission('P', { principal: new iam.ServicePrincipal('events.amazonaws.com') });`,
  'a function of a schedule, a bucket and an imported topic': `
    new events.Rule(this, 'R', { schedule: events.Schedule.rate(Duration.hours(1)), targets: [new targets.LambdaFunction(fn(this, 'F'), { deadLetterQueue: new sqs.Queue(this, 'Q') })] });
    const bucket = new s3.Bucket(this, 'B');
    bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(fn(this, 'G')));
    fn(this, 'H').addEventSource(new sources.SnsEventSource(sns.Topic.fromTopicArn(this, 'T', 'arn:aws:sns:eu-west-1:111111111111:t')));`,
  'notifications of an imported bucket': `
    const bucket = s3.Bucket.fromBucketName(this, 'B', 'imported');
    bucket.addObjectCreatedNotification(new notifications.SqsDestination(new sqs.Queue(this, 'Q')));
    bucket.addObjectRemovedNotification(new notifications.SnsDestination(new sns.Topic(this, 'T')));
    bucket.grantReadWrite(fn(this, 'F'));`,
  'a bucket that empties itself, with logs and a key': `
    const log = new s3.Bucket(this, 'L');
    new s3.Bucket(this, 'B', { autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY, serverAccessLogsBucket: log, encryption: s3.BucketEncryption.KMS, enforceSSL: true, eventBridgeEnabled: true });`,
  'a site behind a distribution': `
    const bucket = new s3.Bucket(this, 'B');
    const zone = route53.HostedZone.fromHostedZoneAttributes(this, 'Z', { hostedZoneId: 'Z1', zoneName: 'example.com' });
    const certificate = new acm.Certificate(this, 'C', { domainName: 'example.com', validation: acm.CertificateValidation.fromDns(zone) });
    const distribution = new cloudfront.Distribution(this, 'D', { defaultBehavior: { origin: origins.S3BucketOrigin.withOriginAccessControl(bucket), functionAssociations: [{ eventType: cloudfront.FunctionEventType.VIEWER_REQUEST, function: new cloudfront.Function(this, 'F', { code: cloudfront.FunctionCode.fromInline('function handler() {}') }) }] }, certificate, domainNames: ['example.com'], enableLogging: true });
    new route53.ARecord(this, 'A', { zone, target: route53.RecordTarget.fromAlias(new aliases.CloudFrontTarget(distribution)) });
    new deployment.BucketDeployment(this, 'S', { destinationBucket: bucket, distribution, sources: [deployment.Source.data('a.txt', 'a')] });`,
  'a distribution with an identity and policies of its own': `
    const bucket = new s3.Bucket(this, 'B');
    new cloudfront.Distribution(this, 'D', { defaultBehavior: { origin: origins.S3BucketOrigin.withOriginAccessIdentity(bucket), cachePolicy: new cloudfront.CachePolicy(this, 'P'), responseHeadersPolicy: new cloudfront.ResponseHeadersPolicy(this, 'H', { corsBehavior: undefined }), originRequestPolicy: new cloudfront.OriginRequestPolicy(this, 'O') } });`,
  'a zone with records': `
    const zone = new route53.PublicHostedZone(this, 'Z', { zoneName: 'example.com', caaAmazon: true });
    new route53.CnameRecord(this, 'C', { zone, recordName: 'www', domainName: 'example.org' });
    new route53.MxRecord(this, 'M', { zone, values: [{ hostName: 'mail', priority: 1 }], deleteExisting: true });`,
  'a REST API with resources and a domain': `
    const api = new apigateway.RestApi(this, 'A', { deployOptions: { loggingLevel: apigateway.MethodLoggingLevel.INFO }, cloudWatchRole: true, defaultCorsPreflightOptions: { allowOrigins: ['*'] } });
    const items = api.root.addResource('items');
    items.addMethod('GET', new apigateway.LambdaIntegration(fn(this, 'F')), { apiKeyRequired: true });
    items.addProxy({ defaultIntegration: new apigateway.HttpIntegration('https://example.com/') });
    api.addUsagePlan('P').addApiKey(api.addApiKey('K'));
    api.addModel('M', { schema: {} });
    api.addRequestValidator('V', { validateRequestBody: true });
    api.addGatewayResponse('G', { type: apigateway.ResponseType.DEFAULT_4XX });
    api.addDomainName('D', { domainName: 'api.example.com', certificate: acm.Certificate.fromCertificateArn(this, 'C', 'arn:aws:acm:eu-west-1:111111111111:certificate/x') });`,
  'a REST API with authorizers': `
    const pool = new cognito.UserPool(this, 'U');
    const api = new apigateway.LambdaRestApi(this, 'A', { handler: fn(this, 'F'), proxy: false });
    api.root.addMethod('POST', undefined, { authorizer: new apigateway.CognitoUserPoolsAuthorizer(this, 'C', { cognitoUserPools: [pool] }) });
    api.root.addMethod('PUT', undefined, { authorizer: new apigateway.TokenAuthorizer(this, 'T', { handler: fn(this, 'G') }) });`,
  'a REST API from a document': `
    new apigateway.SpecRestApi(this, 'A', { apiDefinition: apigateway.ApiDefinition.fromInline({ openapi: '3.0.2', paths: {} }) });`,
  'an HTTP API with an authorizer and a domain': `
    const pool = new cognito.UserPool(this, 'U');
    const client = pool.addClient('W');
    const api = new gateway.HttpApi(this, 'A', { corsPreflight: { allowOrigins: ['*'] }, defaultDomainMapping: { domainName: new gateway.DomainName(this, 'D', { domainName: 'api.example.com', certificate: acm.Certificate.fromCertificateArn(this, 'C', 'arn:aws:acm:eu-west-1:111111111111:certificate/x') }) } });
    api.addRoutes({ path: '/items', integration: new integrations.HttpLambdaIntegration('I', fn(this, 'F')), authorizer: new authorizers.HttpUserPoolAuthorizer('P', pool, { userPoolClients: [client] }) });
    api.addVpcLink({ vpc: new ec2.Vpc(this, 'V') });`,
  'a WebSocket API': `
    const api = new gateway.WebSocketApi(this, 'A', { connectRouteOptions: { integration: new integrations.WebSocketLambdaIntegration('C', fn(this, 'F')) } });
    new gateway.WebSocketStage(this, 'S', { webSocketApi: api, stageName: 'live', autoDeploy: true });
    api.grantManageConnections(fn(this, 'G'));`,
  'a user pool with triggers, groups and a domain': `
    const pool = new cognito.UserPool(this, 'U', { lambdaTriggers: { preSignUp: fn(this, 'F') }, mfa: cognito.Mfa.OPTIONAL, mfaSecondFactor: { sms: true, otp: true } });
    pool.addTrigger(cognito.UserPoolOperation.POST_CONFIRMATION, fn(this, 'G'));
    pool.addDomain('D', { cognitoDomain: { domainPrefix: 'prefix' } });
    pool.addResourceServer('R', { identifier: 'r' });
    pool.addGroup('A', { groupName: 'admins' });`,
  'an identity pool': `
    const pool = new cognito.UserPool(this, 'U');
    new identities.IdentityPool(this, 'I', { authenticationProviders: { userPools: [new identities.UserPoolAuthenticationProvider({ userPool: pool })] } });`,
  'a network': `
    const vpc = new ec2.Vpc(this, 'V', { maxAzs: 2, natGateways: 1, restrictDefaultSecurityGroup: true });
    vpc.addFlowLog('L');
    vpc.addGatewayEndpoint('S', { service: ec2.GatewayVpcEndpointAwsService.S3 });
    vpc.addInterfaceEndpoint('E', { service: ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER });
    new ec2.BastionHostLinux(this, 'B', { vpc });`,
  'a network with instances for its way out': `
    new ec2.Vpc(this, 'V', { natGatewayProvider: ec2.NatProvider.instanceV2({ instanceType: new ec2.InstanceType('t3.nano') }) });`,
  'a service behind a load balancer': `
    const service = new patterns.ApplicationLoadBalancedFargateService(this, 'S', { taskImageOptions: { image: ecs.ContainerImage.fromRegistry('nginx') }, certificate: acm.Certificate.fromCertificateArn(this, 'C', 'arn:aws:acm:eu-west-1:111111111111:certificate/x'), redirectHTTP: true, circuitBreaker: { rollback: true } });
    service.service.autoScaleTaskCount({ maxCapacity: 3 }).scaleOnCpuUtilization('U', { targetUtilizationPercent: 50 });
    service.targetGroup.metrics.unhealthyHostCount().createAlarm(this, 'A', { threshold: 1, evaluationPeriods: 1 });`,
  'a service of a queue': `
    new patterns.QueueProcessingFargateService(this, 'S', { image: ecs.ContainerImage.fromRegistry('nginx'), vpc: new ec2.Vpc(this, 'V') });`,
  'a task of a schedule': `
    new patterns.ScheduledFargateTask(this, 'S', { schedule: appscaling.Schedule.rate(Duration.days(1)), scheduledFargateTaskImageOptions: { image: ecs.ContainerImage.fromRegistry('nginx') } });`,
  'a cluster with instances and discovery': `
    const vpc = new ec2.Vpc(this, 'V');
    const cluster = new ecs.Cluster(this, 'C', { vpc, containerInsights: true, defaultCloudMapNamespace: { name: 'local' } });
    cluster.addCapacity('I', { instanceType: new ec2.InstanceType('t3.small') });
    const task = new ecs.Ec2TaskDefinition(this, 'T');
    task.addContainer('A', { image: ecs.ContainerImage.fromRegistry('nginx'), memoryLimitMiB: 128, portMappings: [{ containerPort: 80 }], logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'a' }), secrets: { S: ecs.Secret.fromSecretsManager(new secrets.Secret(this, 'S')) } });
    new ecs.Ec2Service(this, 'E', { cluster, taskDefinition: task, cloudMapOptions: { name: 'e' } });`,
  'a repository of images': `
    const repository = new ecr.Repository(this, 'R', { imageScanOnPush: true, emptyOnDelete: true, removalPolicy: RemovalPolicy.DESTROY });
    repository.onImageScanCompleted('S', { target: new targets.SnsTopic(new sns.Topic(this, 'T')) });`,
  'a load balancer with a function behind': `
    const balancer = new elb.ApplicationLoadBalancer(this, 'L', { vpc: new ec2.Vpc(this, 'V'), internetFacing: true });
    const listener = balancer.addListener('P', { port: 80 });
    listener.addTargets('F', { targets: [new elbtargets.LambdaTarget(fn(this, 'F'))] });
    listener.addAction('R', { priority: 1, conditions: [elb.ListenerCondition.pathPatterns(['/a'])], action: elb.ListenerAction.redirect({ port: '443' }) });
    balancer.logAccessLogs(new s3.Bucket(this, 'B'));`,
  'a database with rotation and monitoring': `
    const vpc = new ec2.Vpc(this, 'V');
    const database = new rds.DatabaseInstance(this, 'D', { vpc, engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16 }), monitoringInterval: Duration.minutes(1), cloudwatchLogsExports: ['postgresql'], cloudwatchLogsRetention: logs.RetentionDays.ONE_MONTH });
    database.connections.allowDefaultPortFromAnyIpv4();
    database.addProxy('P', { secrets: [database.secret!], vpc });
    database.metricCPUUtilization().createAlarm(this, 'A', { threshold: 90, evaluationPeriods: 3 });`,
  'a cluster of databases': `
    const vpc = new ec2.Vpc(this, 'V');
    const cluster = new rds.DatabaseCluster(this, 'C', { vpc, engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_4 }), writer: rds.ClusterInstance.serverlessV2('w'), readers: [rds.ClusterInstance.provisioned('r')] });
    cluster.grantDataApiAccess(fn(this, 'F'));`,
  'a secret and a parameter': `
    const secret = new secrets.Secret(this, 'S', { encryptionKey: new kms.Key(this, 'K', { alias: 'k' }) });
    secret.grantRead(fn(this, 'F'));
    secret.addRotationSchedule('R', { rotationLambda: fn(this, 'G') });
    secret.addToResourcePolicy(new iam.PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: ['*'], principals: [new iam.AccountRootPrincipal()] }));
    new ssm.StringParameter(this, 'P', { stringValue: 'a' });
    ssm.StringParameter.valueForStringParameter(this, '/a/b');`,
  'roles, groups and users': `
    const role = new iam.Role(this, 'R', { assumedBy: new iam.CompositePrincipal(new iam.ServicePrincipal('ec2.amazonaws.com'), new iam.AccountRootPrincipal()) });
    role.addManagedPolicy(new iam.ManagedPolicy(this, 'M', { statements: [new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] })] }));
    role.addToPolicy(new iam.PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }));
    const group = new iam.Group(this, 'G');
    const user = new iam.User(this, 'U', { groups: [group] });
    new iam.AccessKey(this, 'A', { user });
    new iam.OpenIdConnectProvider(this, 'O', { url: 'https://example.com' });
    new iam.InstanceProfile(this, 'I', { role });`,
  'a state machine over services': `
    const task = new tasks.LambdaInvoke(this, 'L', { lambdaFunction: fn(this, 'F') });
    const send = new tasks.SqsSendMessage(this, 'S', { queue: new sqs.Queue(this, 'Q'), messageBody: sfn.TaskInput.fromText('a') });
    const machine = new sfn.StateMachine(this, 'M', { definitionBody: sfn.DefinitionBody.fromChainable(task.next(send)), logs: { destination: new logs.LogGroup(this, 'G') }, tracingEnabled: true });
    machine.grantStartExecution(fn(this, 'H'));
    machine.metricFailed().createAlarm(this, 'A', { threshold: 1, evaluationPeriods: 1 });`,
  'a task in a container of a state machine': `
    const vpc = new ec2.Vpc(this, 'V');
    const task = new ecs.FargateTaskDefinition(this, 'T');
    task.addContainer('A', { image: ecs.ContainerImage.fromRegistry('nginx') });
    new sfn.StateMachine(this, 'M', { definitionBody: sfn.DefinitionBody.fromChainable(new tasks.EcsRunTask(this, 'E', { cluster: new ecs.Cluster(this, 'C', { vpc }), taskDefinition: task, launchTarget: new tasks.EcsFargateLaunchTarget(), integrationPattern: sfn.IntegrationPattern.RUN_JOB })) });`,
  'an evaluating state machine': `
    new sfn.StateMachine(this, 'M', { definitionBody: sfn.DefinitionBody.fromChainable(new tasks.EvaluateExpression(this, 'E', { expression: '$.a + 1' })) });`,
  'a bus with rules, an archive and a destination': `
    const bus = new events.EventBus(this, 'B');
    bus.archive('A', { eventPattern: { source: ['a'] }, retention: Duration.days(1) });
    const rule = new events.Rule(this, 'R', { eventBus: bus, eventPattern: { source: ['a'] } });
    rule.addTarget(new targets.SqsQueue(new sqs.Queue(this, 'Q')));
    rule.addTarget(new targets.CloudWatchLogGroup(new logs.LogGroup(this, 'L')));
    rule.addTarget(new targets.SfnStateMachine(new sfn.StateMachine(this, 'M', { definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(this, 'P')) })));
    rule.addTarget(new targets.ApiDestination(new events.ApiDestination(this, 'D', { endpoint: 'https://example.com/', connection: new events.Connection(this, 'C', { authorization: events.Authorization.basic('a', SecretValue.unsafePlainText('b')) }) })));`,
  'a rule that runs what is built in': `
    new events.Rule(this, 'R', { schedule: events.Schedule.rate(Duration.days(1)), targets: [new targets.AwsApi({ service: 'RDS', action: 'stopDBInstance' })] });`,
  'a schedule': `
    new scheduler.Schedule(this, 'S', { schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)), target: new schedulertargets.LambdaInvoke(fn(this, 'F'), { deadLetterQueue: new sqs.Queue(this, 'Q') }) });`,
  'logs with filters': `
    const group = new logs.LogGroup(this, 'G', { encryptionKey: new kms.Key(this, 'K') });
    group.addMetricFilter('M', { filterPattern: logs.FilterPattern.literal('ERROR'), metricName: 'errors', metricNamespace: 'app' }).metric().createAlarm(this, 'A', { threshold: 1, evaluationPeriods: 1 });
    group.addSubscriptionFilter('S', { destination: new logdestinations.LambdaDestination(fn(this, 'F')), filterPattern: logs.FilterPattern.allEvents() });
    new logs.LogRetention(this, 'R', { logGroupName: '/a', retention: logs.RetentionDays.ONE_DAY });
    group.grantWrite(new iam.ServicePrincipal('es.amazonaws.com'));`,
  'a stream with a consumer': `
    const stream = new kinesis.Stream(this, 'S', { encryption: kinesis.StreamEncryption.KMS });
    fn(this, 'F').addEventSource(new sources.KinesisEventSource(stream, { startingPosition: lambda.StartingPosition.LATEST }));
    new firehose.DeliveryStream(this, 'D', { destination: new firehose.S3Bucket(new s3.Bucket(this, 'B')), source: new firehose.KinesisStreamSource(stream) });`,
  'a GraphQL API over a table': `
    const api = new appsync.GraphqlApi(this, 'A', { name: 'a', definition: appsync.Definition.fromFile(SCHEMA), logConfig: { retention: logs.RetentionDays.ONE_DAY }, xrayEnabled: true });
    const table = new dynamodb.Table(this, 'T', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
    api.addDynamoDbDataSource('D', table).createResolver('R', { typeName: 'Query', fieldName: 'get', requestMappingTemplate: appsync.MappingTemplate.dynamoDbGetItem('id', 'id'), responseMappingTemplate: appsync.MappingTemplate.dynamoDbResultItem() });
    api.addLambdaDataSource('L', fn(this, 'F'));`,
  backups: `
    const plan = backup.BackupPlan.dailyWeeklyMonthly5YearRetention(this, 'P');
    plan.addSelection('S', { resources: [backup.BackupResource.fromDynamoDbTable(new dynamodb.Table(this, 'T', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }))] });`,
  'a firewall and a budget': `
    const api = new apigateway.RestApi(this, 'A');
    api.root.addMethod('GET');
    const acl = new wafv2.CfnWebACL(this, 'W', { defaultAction: { allow: {} }, scope: 'REGIONAL', visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: 'w', sampledRequestsEnabled: true } });
    new wafv2.CfnWebACLAssociation(this, 'B', { resourceArn: api.deploymentStage.stageArn, webAclArn: acl.attrArn });
    new budgets.CfnBudget(this, 'C', { budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: 10, unit: 'USD' } } });`,
  'resources without a class of their own': `
    new CfnResource(this, 'R', { type: 'AWS::Connect::Instance', properties: {} });
    new CustomResource(this, 'C', { serviceToken: fn(this, 'F').functionArn, resourceType: 'Custom::Own' });
    new custom.AwsCustomResource(this, 'A', { onCreate: { service: 'S3', action: 'listBuckets', physicalResourceId: custom.PhysicalResourceId.of('a') }, policy: custom.AwsCustomResourcePolicy.fromSdkCalls({ resources: ['*'] }) });
    new custom.Provider(this, 'P', { onEventHandler: fn(this, 'G'), isCompleteHandler: fn(this, 'H') });
    new triggers.Trigger(this, 'T', { handler: fn(this, 'I') });`,
  'nested stacks': `
    class Inner extends NestedStack { readonly topic = new sns.Topic(this, 'T'); }
    const inner = new Inner(this, 'N');
    inner.topic.grantPublish(fn(this, 'F'));
    new CfnOutput(this, 'O', { value: inner.topic.topicArn, exportName: 'o' });`,
  'a file system for a function': `
    const vpc = new ec2.Vpc(this, 'V');
    const files = new efs.FileSystem(this, 'E', { vpc });
    fn(this, 'F', { vpc, filesystem: lambda.FileSystem.fromEfsAccessPoint(files.addAccessPoint('A'), '/mnt/a') });`,
  'a trail': `
    new cloudtrail.Trail(this, 'T', { sendToCloudWatchLogs: true, snsTopic: new sns.Topic(this, 'S') }).logAllS3DataEvents();`,
  'a group of instances that scales': `
    const group = new autoscaling.AutoScalingGroup(this, 'G', { vpc: new ec2.Vpc(this, 'V'), instanceType: new ec2.InstanceType('t3.micro'), machineImage: ec2.MachineImage.latestAmazonLinux2023() });
    group.scaleOnCpuUtilization('C', { targetUtilizationPercent: 50 });
    group.scaleOnMetric('M', { metric: new cloudwatch.Metric({ namespace: 'a', metricName: 'b' }), scalingSteps: [{ upper: 1, change: -1 }, { lower: 5, change: 1 }] });`,
  'aspects, tags and what is removed': `
    Tags.of(this).add('a', 'b');
    Aspects.of(this).add({ visit(node) { if (node instanceof s3.CfnBucket) node.addPropertyOverride('VersioningConfiguration.Status', 'Enabled'); } });
    new s3.Bucket(this, 'B').applyRemovalPolicy(RemovalPolicy.DESTROY);`,
};

/** A program as somebody would write it whose stack has that body. */
export function programOf(body: string, schema: string): string {
  const used = Object.entries(MODULES).filter(([name]) => new RegExp(`\\b${name}\\.`).test(body + FUNCTION));
  const top = TOP.filter((name) => new RegExp(`\\b${name}\\b`).test(body));
  return `import { App, Stack${top.map((name) => `, ${name}`).join('')} } from 'aws-cdk-lib';
${used.map(([name, module]) => `import * as ${name} from 'aws-cdk-lib/${module}';`).join('\n')}
${FUNCTION}
class Service extends Stack {
  constructor(scope: App, id: string) {
    super(scope, id, { env: { account: '111111111111', region: 'eu-west-1' } });${body.replaceAll('SCHEMA', `'${schema}'`)}
  }
}
const app = new App();
new Service(app, 'Service');
app.synth();
`;
}

const FUNCTION = `const fn = (scope: Stack, id: string, more: Partial<lambda.FunctionProps> = {}) =>
  new lambda.Function(scope, id, { runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', code: lambda.Code.fromInline('exports.handler = () => {}'), ...more });`;

const TOP = [
  ...['Aspects', 'CfnOutput', 'CfnResource', 'CustomResource', 'Duration', 'NestedStack', 'RemovalPolicy'],
  ...['SecretValue', 'Tags'],
];

const MODULES: Readonly<Record<string, string>> = {
  acm: 'aws-certificatemanager',
  actions: 'aws-cloudwatch-actions',
  aliases: 'aws-route53-targets',
  apigateway: 'aws-apigateway',
  appscaling: 'aws-applicationautoscaling',
  appsync: 'aws-appsync',
  authorizers: 'aws-apigatewayv2-authorizers',
  autoscaling: 'aws-autoscaling',
  backup: 'aws-backup',
  budgets: 'aws-budgets',
  cloudfront: 'aws-cloudfront',
  cloudtrail: 'aws-cloudtrail',
  cloudwatch: 'aws-cloudwatch',
  cognito: 'aws-cognito',
  custom: 'custom-resources',
  deployment: 'aws-s3-deployment',
  destinations: 'aws-lambda-destinations',
  dynamodb: 'aws-dynamodb',
  ec2: 'aws-ec2',
  ecr: 'aws-ecr',
  ecs: 'aws-ecs',
  efs: 'aws-efs',
  elb: 'aws-elasticloadbalancingv2',
  elbtargets: 'aws-elasticloadbalancingv2-targets',
  events: 'aws-events',
  firehose: 'aws-kinesisfirehose',
  gateway: 'aws-apigatewayv2',
  iam: 'aws-iam',
  identities: 'aws-cognito-identitypool',
  integrations: 'aws-apigatewayv2-integrations',
  kinesis: 'aws-kinesis',
  kms: 'aws-kms',
  lambda: 'aws-lambda',
  logdestinations: 'aws-logs-destinations',
  logs: 'aws-logs',
  notifications: 'aws-s3-notifications',
  origins: 'aws-cloudfront-origins',
  patterns: 'aws-ecs-patterns',
  rds: 'aws-rds',
  route53: 'aws-route53',
  s3: 'aws-s3',
  scheduler: 'aws-scheduler',
  schedulertargets: 'aws-scheduler-targets',
  secrets: 'aws-secretsmanager',
  sfn: 'aws-stepfunctions',
  sns: 'aws-sns',
  sources: 'aws-lambda-event-sources',
  sqs: 'aws-sqs',
  ssm: 'aws-ssm',
  subscriptions: 'aws-sns-subscriptions',
  targets: 'aws-events-targets',
  tasks: 'aws-stepfunctions-tasks',
  triggers: 'triggers',
  wafv2: 'aws-wafv2',
};
