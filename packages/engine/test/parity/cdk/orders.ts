/** The application "orders" in CDK; its twins are ../terraform, ../cloudformation and ../sam. */
import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as budgets from 'aws-cdk-lib/aws-budgets';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';

const app = new App();
const stack = new Stack(app, 'Orders');

const orders = new dynamodb.Table(stack, 'OrdersTable', {
  tableName: 'orders',
  billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
  partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  deletionProtection: true,
});
const sessions = new dynamodb.Table(stack, 'SessionsTable', {
  tableName: 'sessions',
  billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
  partitionKey: { name: 'token', type: dynamodb.AttributeType.STRING },
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false },
  deletionProtection: false,
});

const failedJobs = new sqs.Queue(stack, 'FailedJobsQueue', {
  queueName: 'failed-jobs',
  encryption: sqs.QueueEncryption.SQS_MANAGED,
  retentionPeriod: Duration.days(14),
});
const jobs = new sqs.Queue(stack, 'JobsQueue', {
  queueName: 'jobs',
  visibilityTimeout: Duration.seconds(180),
  encryption: sqs.QueueEncryption.SQS_MANAGED,
  deadLetterQueue: { queue: failedJobs, maxReceiveCount: 3 },
});

new s3.Bucket(stack, 'ExportsBucket', {
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  versioned: true,
  encryption: s3.BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  lifecycleRules: [
    {
      id: 'clean-up',
      noncurrentVersionExpiration: Duration.days(30),
      abortIncompleteMultipartUploadAfter: Duration.days(7),
    },
  ],
});

const userPool = new cognito.UserPool(stack, 'UserPool', { userPoolName: 'orders' });
userPool.addClient('Client', {
  accessTokenValidity: Duration.minutes(60),
  idTokenValidity: Duration.minutes(60),
});

const code = () =>
  lambda.Code.fromBucketV2(s3.Bucket.fromBucketName(stack, `Artifacts${count++}`, 'artifacts'), 'orders.zip');
let count = 0;

const api = new lambda.Function(stack, 'ApiFunction', {
  functionName: 'orders-api',
  runtime: lambda.Runtime.NODEJS_22_X,
  handler: 'api.handler',
  code: code(),
  memorySize: 512,
  timeout: Duration.seconds(10),
  tracing: lambda.Tracing.ACTIVE,
  environment: {
    ORDERS_TABLE: orders.tableName,
    SESSIONS_TABLE: sessions.tableName,
    JOBS_QUEUE: jobs.queueUrl,
  },
});
api.addToRolePolicy(
  new iam.PolicyStatement({
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    resources: [orders.tableArn, sessions.tableArn],
  }),
);
api.addToRolePolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [jobs.queueArn] }));

const worker = new lambda.Function(stack, 'WorkerFunction', {
  functionName: 'orders-worker',
  runtime: lambda.Runtime.NODEJS_16_X,
  handler: 'worker.handler',
  code: code(),
  memorySize: 256,
  timeout: Duration.seconds(30),
  environment: {
    ORDERS_TABLE: orders.tableName,
    PAYMENT_PASSWORD: 'correct-horse-battery-staple',
  },
});
worker.addToRolePolicy(new iam.PolicyStatement({ actions: ['*'], resources: ['*'] }));
worker.addEventSource(new SqsEventSource(jobs, { batchSize: 10 }));

for (const name of ['api', 'worker']) {
  new logs.LogGroup(stack, `${name}Logs`, {
    logGroupName: `/aws/lambda/orders-${name}`,
    retention: logs.RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
const accessLogs = new logs.LogGroup(stack, 'AccessLogs', {
  logGroupName: 'orders-access',
  retention: logs.RetentionDays.INFINITE,
});

const restApi = new apigateway.RestApi(stack, 'Api', {
  restApiName: 'orders',
  deployOptions: {
    stageName: 'live',
    tracingEnabled: true,
    accessLogDestination: new apigateway.LogGroupLogDestination(accessLogs),
    accessLogFormat: apigateway.AccessLogFormat.custom('$context.requestId'),
    throttlingRateLimit: 50,
    throttlingBurstLimit: 100,
  },
});
const integration = new apigateway.LambdaIntegration(api);
const authorizer = new apigateway.CognitoUserPoolsAuthorizer(stack, 'Authorizer', {
  cognitoUserPools: [userPool],
});
restApi.root.addResource('orders').addMethod('GET', integration, { authorizer });
restApi.root.addResource('status').addMethod('GET', integration, {
  authorizationType: apigateway.AuthorizationType.NONE,
});

new events.Rule(stack, 'Nightly', {
  schedule: events.Schedule.rate(Duration.days(1)),
  targets: [new LambdaFunction(worker)],
});

const alerts = new sns.Topic(stack, 'Alerts', { topicName: 'orders-alerts' });
alerts.addSubscription(new EmailSubscription('on-call@example.com'));

api
  .metricErrors({ period: Duration.minutes(5), statistic: 'Sum' })
  .createAlarm(stack, 'ApiErrors', {
    evaluationPeriods: 1,
    threshold: 5,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  })
  .addAlarmAction(new SnsAction(alerts));
failedJobs
  .metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) })
  .createAlarm(stack, 'FailedJobs', {
    evaluationPeriods: 1,
    threshold: 1,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
  });

new budgets.CfnBudget(stack, 'Budget', {
  budget: {
    budgetName: 'orders',
    budgetType: 'COST',
    timeUnit: 'MONTHLY',
    budgetLimit: { amount: 50, unit: 'USD' },
  },
  notificationsWithSubscribers: [
    {
      notification: { notificationType: 'ACTUAL', comparisonOperator: 'GREATER_THAN', threshold: 80 },
      subscribers: [{ subscriptionType: 'EMAIL', address: 'on-call@example.com' }],
    },
  ],
});

app.synth();
