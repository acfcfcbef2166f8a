/** The classes of the library that are asked what they write by themselves (`left-out.ts`), and a value for each of their props. */
import { join } from 'node:path';

// The library is loaded by version, so it has no types here.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Library = any;
export type Props = Readonly<Record<string, unknown>>;

export interface Around {
  readonly cdk: Library;
  readonly stack: Library;
  readonly folder: string;
}

export interface Subject {
  readonly name: string;
  readonly type: string;
  /** What no method of it and no other construct writes: only its props do. */
  readonly asked: readonly string[];
  /** The interfaces of its props, by file. */
  readonly declares: readonly (readonly [file: string, name: string])[];
  /** Props that all of them have, or that are not asked. */
  readonly own: readonly string[];
  readonly base: (around: Around) => Props;
  readonly values: (around: Around) => Readonly<Record<string, () => Props>>;
  /** Whether it is asked with each two as well, and takes each of them. */
  readonly inPairs: boolean;
}

const OF_FUNCTIONS = [
  'Code.ImageUri',
  'DeadLetterConfig',
  'FileSystemConfigs',
  'KmsKeyArn',
  'LoggingConfig.LogFormat',
  'MemorySize',
  'ReservedConcurrentExecutions',
  'Timeout',
  'TracingConfig',
  'VpcConfig',
];
const FUNCTION_OPTIONS = [
  ['aws-lambda/lib/function.d.ts', 'FunctionOptions'],
  ['aws-lambda/lib/event-invoke-config.d.ts', 'EventInvokeConfigOptions'],
] as const;

export const SUBJECTS: readonly Subject[] = [
  {
    name: 'aws-lambda.Function',
    type: 'AWS::Lambda::Function',
    asked: OF_FUNCTIONS,
    declares: [...FUNCTION_OPTIONS, ['aws-lambda/lib/function.d.ts', 'FunctionProps']],
    own: ['runtime', 'code', 'handler'],
    // Its code is an archive here.
    base: ({ cdk, folder }) => ({
      handler: 'index.handler',
      runtime: cdk.aws_lambda.Runtime.NODEJS_18_X,
      code: cdk.aws_lambda.Code.fromAsset(folder),
    }),
    values: ofFunctions,
    inPairs: true,
  },
  {
    name: 'aws-lambda-nodejs.NodejsFunction',
    type: 'AWS::Lambda::Function',
    asked: OF_FUNCTIONS,
    declares: [...FUNCTION_OPTIONS, ['aws-lambda-nodejs/lib/function.d.ts', 'NodejsFunctionProps']],
    own: [
      'entry',
      'handler',
      'runtime',
      'awsSdkConnectionReuse',
      'depsLockFilePath',
      'bundling',
      'projectRoot',
      'code',
    ],
    base: ({ folder }) => ({
      entry: join(folder, 'index.js'),
      depsLockFilePath: join(folder, 'package-lock.json'),
      projectRoot: folder,
    }),
    values: (around) =>
      Object.fromEntries(
        Object.entries(ofFunctions(around)).map(([prop, make]) => [prop, () => forNode(make())]),
      ),
    inPairs: false,
  },
  {
    name: 'aws-dynamodb.Table',
    type: 'AWS::DynamoDB::Table',
    asked: ['DeletionProtectionEnabled', 'PointInTimeRecoverySpecification', 'TimeToLiveSpecification'],
    declares: ['SchemaOptions', 'TableOptions', 'TableProps'].map(
      (name) => ['aws-dynamodb/lib/table.d.ts', name] as const,
    ),
    own: ['partitionKey'],
    base: ({ cdk }) => ({ partitionKey: { name: 'id', type: cdk.aws_dynamodb.AttributeType.STRING } }),
    values: ofTables,
    inPairs: true,
  },
];

/** Without a runtime of another language. */
function forNode({ runtime, ...given }: Props): Props {
  return /^nodejs/.test(String((runtime as { name?: string } | undefined)?.name))
    ? { ...given, runtime }
    : given;
}

function ofTables({ cdk, stack }: Around): Readonly<Record<string, () => Props>> {
  const { aws_dynamodb: dynamodb, aws_kms: kms, aws_kinesis: kinesis, aws_iam: iam, aws_s3: s3 } = cdk;
  const onDemand = { billingMode: dynamodb.BillingMode.PAY_PER_REQUEST };
  const recovered = { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 7 };
  const replicated = { replicationRegions: ['eu-west-2'] };
  const statement = () =>
    new iam.PolicyStatement({
      actions: ['dynamodb:GetItem'],
      resources: ['*'],
      principals: [new iam.AccountRootPrincipal()],
    });
  const from = () => s3.Bucket.fromBucketName(stack, `Bucket${names++}`, 'bucket');
  return {
    sortKey: () => ({ sortKey: { name: 'at', type: dynamodb.AttributeType.NUMBER } }),
    readCapacity: () => ({ readCapacity: 3 }),
    writeCapacity: () => ({ writeCapacity: 3 }),
    maxReadRequestUnits: () => ({ maxReadRequestUnits: 3, ...onDemand }),
    maxWriteRequestUnits: () => ({ maxWriteRequestUnits: 3, ...onDemand }),
    billingMode: () => onDemand,
    warmThroughput: () => ({
      warmThroughput: { readUnitsPerSecond: 15000, writeUnitsPerSecond: 5000 },
      ...onDemand,
    }),
    pointInTimeRecovery: () => ({ pointInTimeRecovery: true }),
    pointInTimeRecoverySpecification: () => ({ pointInTimeRecoverySpecification: recovered }),
    tableClass: () => ({ tableClass: dynamodb.TableClass.STANDARD_INFREQUENT_ACCESS }),
    encryption: () => ({ encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED }),
    encryptionKey: () => ({ encryptionKey: new kms.Key(stack, `Key${names++}`) }),
    timeToLiveAttribute: () => ({ timeToLiveAttribute: 'until' }),
    stream: () => ({ stream: dynamodb.StreamViewType.NEW_IMAGE }),
    removalPolicy: () => ({ removalPolicy: cdk.RemovalPolicy.RETAIN }),
    replicaRemovalPolicy: () => ({ replicaRemovalPolicy: cdk.RemovalPolicy.RETAIN, ...replicated }),
    replicationRegions: () => replicated,
    replicationTimeout: () => ({ replicationTimeout: cdk.Duration.hours(1), ...replicated }),
    waitForReplicationToFinish: () => ({ waitForReplicationToFinish: false, ...replicated }),
    contributorInsightsEnabled: () => ({ contributorInsightsEnabled: true }),
    contributorInsightsSpecification: () => ({ contributorInsightsSpecification: { enabled: true } }),
    deletionProtection: () => ({ deletionProtection: true }),
    importSource: () => ({
      importSource: { inputFormat: dynamodb.InputFormat.dynamoDBJson(), bucket: from() },
    }),
    resourcePolicy: () => ({ resourcePolicy: new iam.PolicyDocument({ statements: [statement()] }) }),
    tableName: () => ({ tableName: `t-${names++}` }),
    kinesisStream: () => ({ kinesisStream: new kinesis.Stream(stack, `Stream${names++}`) }),
    kinesisPrecisionTimestamp: () => ({
      kinesisPrecisionTimestamp: dynamodb.ApproximateCreationDateTimePrecision.MILLISECOND,
      kinesisStream: new kinesis.Stream(stack, `Stream${names++}`),
    }),
  };
}

/** A value for each prop, with what it needs beside it. */
function ofFunctions({ cdk, stack }: Around): Readonly<Record<string, () => Props>> {
  const { aws_lambda: lambda, aws_ec2: ec2, aws_logs: logs, aws_iam: iam, aws_kms: kms, aws_efs: efs } = cdk;
  const { aws_sqs: sqs, aws_sns: sns, aws_signer: signer, aws_codeguruprofiler: profiler } = cdk;
  const { aws_lambda_destinations: destinations, aws_lambda_event_sources: sources } = cdk;
  const once = <T>(make: () => T) => {
    let made: T | undefined;
    return () => (made ??= make());
  };
  const vpc = once(() => new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }));
  const queue = once(() => new sqs.Queue(stack, 'Queue'));
  const role = once(
    () => new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') }),
  );
  const point = once(() => new efs.FileSystem(stack, 'Files', { vpc: vpc() }).addAccessPoint('Point'));
  const group = once(() => new logs.LogGroup(stack, 'Logs'));
  const layer = once(() =>
    lambda.LayerVersion.fromLayerVersionArn(
      stack,
      'Layer',
      'arn:aws:lambda:eu-west-1:111111111111:layer:l:1',
    ),
  );
  const week = logs.RetentionDays.ONE_WEEK;
  const java = { runtime: lambda.Runtime.JAVA_11 };
  const signing = () =>
    new lambda.CodeSigningConfig(stack, 'Signing', {
      signingProfiles: [
        new signer.SigningProfile(stack, 'Profile', { platform: signer.Platform.AWS_LAMBDA_SHA384_ECDSA }),
      ],
    });
  return {
    description: () => ({ description: 'd' }),
    timeout: () => ({ timeout: cdk.Duration.seconds(30) }),
    environment: () => ({ environment: { A: 'b' } }),
    functionName: () => ({ functionName: `f-${names++}` }),
    memorySize: () => ({ memorySize: 512 }),
    ephemeralStorageSize: () => ({ ephemeralStorageSize: cdk.Size.mebibytes(600) }),
    initialPolicy: () => ({
      initialPolicy: [new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] })],
    }),
    role: () => ({ role: role() }),
    vpc: () => ({ vpc: vpc() }),
    ipv6AllowedForDualStack: () => ({ ipv6AllowedForDualStack: true, vpc: vpc() }),
    vpcSubnets: () => ({ vpcSubnets: { subnets: vpc().privateSubnets }, vpc: vpc() }),
    securityGroups: () => ({ securityGroups: [sg(ec2, stack, vpc())], vpc: vpc() }),
    allowAllOutbound: () => ({ allowAllOutbound: false, vpc: vpc() }),
    allowAllIpv6Outbound: () => ({ allowAllIpv6Outbound: true, vpc: vpc() }),
    allowPublicSubnet: () => ({ allowPublicSubnet: true, vpc: vpc() }),
    deadLetterQueueEnabled: () => ({ deadLetterQueueEnabled: true }),
    deadLetterQueue: () => ({ deadLetterQueue: queue() }),
    deadLetterTopic: () => ({ deadLetterTopic: new sns.Topic(stack, `Topic${names++}`) }),
    tracing: () => ({ tracing: lambda.Tracing.ACTIVE }),
    snapStart: () => ({ snapStart: lambda.SnapStartConf.ON_PUBLISHED_VERSIONS, ...java }),
    profiling: () => ({ profiling: true, ...java }),
    profilingGroup: () => ({
      profilingGroup: new profiler.ProfilingGroup(stack, `Group${names++}`),
      ...java,
    }),
    insightsVersion: () => ({ insightsVersion: lambda.LambdaInsightsVersion.VERSION_1_0_119_0 }),
    adotInstrumentation: () => ({
      adotInstrumentation: {
        layerVersion: lambda.AdotLayerVersion.fromJavaScriptSdkLayerVersion(
          lambda.AdotLambdaLayerJavaScriptSdkVersion.LATEST,
        ),
        execWrapper: lambda.AdotLambdaExecWrapper.REGULAR_HANDLER,
      },
    }),
    paramsAndSecrets: () => ({
      paramsAndSecrets: lambda.ParamsAndSecretsLayerVersion.fromVersion(
        lambda.ParamsAndSecretsVersions.V1_0_103,
        {},
      ),
    }),
    layers: () => ({ layers: [layer()] }),
    reservedConcurrentExecutions: () => ({ reservedConcurrentExecutions: 2 }),
    events: () => ({ events: [new sources.SqsEventSource(queue())] }),
    logRetention: () => ({ logRetention: week }),
    logRemovalPolicy: () => ({ logRemovalPolicy: cdk.RemovalPolicy.DESTROY, logRetention: week }),
    logRetentionRole: () => ({ logRetentionRole: role(), logRetention: week }),
    logRetentionRetryOptions: () => ({ logRetentionRetryOptions: { maxRetries: 2 }, logRetention: week }),
    currentVersionOptions: () => ({
      currentVersionOptions: { description: 'v', provisionedConcurrentExecutions: 1 },
    }),
    filesystem: () => ({ filesystem: lambda.FileSystem.fromEfsAccessPoint(point(), '/mnt/a'), vpc: vpc() }),
    environmentEncryption: () => ({ environmentEncryption: new kms.Key(stack, `Key${names++}`) }),
    codeSigningConfig: once(() => ({ codeSigningConfig: signing() })),
    architecture: () => ({ architecture: lambda.Architecture.ARM_64 }),
    runtimeManagementMode: () => ({ runtimeManagementMode: lambda.RuntimeManagementMode.FUNCTION_UPDATE }),
    tenancyConfig: () => ({ tenancyConfig: lambda.TenancyConfig.PER_TENANT }),
    durableConfig: () => ({
      durableConfig: { executionTimeout: cdk.Duration.hours(1) },
      runtime: lambda.Runtime.NODEJS_24_X,
    }),
    logGroup: () => ({ logGroup: group() }),
    logFormat: () => ({ logFormat: 'JSON' }),
    loggingFormat: () => ({ loggingFormat: lambda.LoggingFormat.JSON }),
    recursiveLoop: () => ({ recursiveLoop: lambda.RecursiveLoop.ALLOW }),
    applicationLogLevel: () => ({ applicationLogLevel: 'INFO', logFormat: 'JSON' }),
    applicationLogLevelV2: () => ({
      applicationLogLevelV2: lambda.ApplicationLogLevel.INFO,
      loggingFormat: lambda.LoggingFormat.JSON,
    }),
    systemLogLevel: () => ({ systemLogLevel: 'INFO', logFormat: 'JSON' }),
    systemLogLevelV2: () => ({
      systemLogLevelV2: lambda.SystemLogLevel.INFO,
      loggingFormat: lambda.LoggingFormat.JSON,
    }),
    onFailure: () => ({ onFailure: new destinations.SqsDestination(queue()) }),
    onSuccess: () => ({ onSuccess: new destinations.SqsDestination(queue()) }),
    maxEventAge: () => ({ maxEventAge: cdk.Duration.minutes(5) }),
    retryAttempts: () => ({ retryAttempts: 1 }),
  };
}

let names = 0;

function sg(ec2: Library, stack: Library, vpc: Library): unknown {
  return new ec2.SecurityGroup(stack, `Sg${names++}`, { vpc });
}
