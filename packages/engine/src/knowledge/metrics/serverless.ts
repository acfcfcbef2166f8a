import { duration, events, level, type Namespace, namespace, percent, rate } from './metric.ts';

/** A share of one. */
const share = { ...percent, unit: 'Ratio', range: { min: 0, max: 1 } };
const FUNCTION = [
  [],
  ['FunctionName'],
  ['FunctionName', 'Resource'],
  ['FunctionName', 'Resource', 'ExecutedVersion'],
];
const MAPPING = [['EventSourceMappingUUID'], ['EventSourceMappingUUID', 'FunctionName'], ['FunctionName']];
const REST = [['ApiName'], ['ApiName', 'Stage'], ['ApiName', 'Method', 'Resource', 'Stage']];
const HTTP = [
  ['ApiId'],
  ['ApiId', 'Stage'],
  ['ApiId', 'Method', 'Resource', 'Stage'],
  ['ApiId', 'Stage', 'Route'],
];
const MACHINE = [['StateMachineArn']];

export const serverless: readonly Namespace[] = [
  namespace('AWS/Lambda', 'Lambda Developer Guide, Types of metrics for Lambda functions', true, [
    {
      kind: events,
      dimensions: FUNCTION,
      names: [
        'Invocations',
        'Errors',
        'Throttles',
        'DeadLetterErrors',
        'DestinationDeliveryFailures',
        'AsyncEventsReceived',
        'AsyncEventsDropped',
        'RecursiveInvocationsDropped',
        'OversizedRecordCount',
        'ProvisionedConcurrencyInvocations',
        'ProvisionedConcurrencySpilloverInvocations',
        'SignatureValidationErrors',
      ],
    },
    {
      kind: duration,
      dimensions: FUNCTION,
      names: [
        'Duration',
        'PostRuntimeExtensionsDuration',
        'IteratorAge',
        'OffsetLag',
        'AsyncEventAge',
        'ResponseDuration',
        'TimeToFirstByte',
      ],
    },
    {
      kind: level,
      dimensions: FUNCTION,
      names: ['ConcurrentExecutions', 'ProvisionedConcurrentExecutions'],
    },
    { kind: level, dimensions: [[]], names: ['UnreservedConcurrentExecutions', 'ClaimedAccountConcurrency'] },
    { kind: share, dimensions: FUNCTION, names: ['ProvisionedConcurrencyUtilization'] },
    {
      kind: events,
      dimensions: MAPPING,
      names: [
        'PolledEventCount',
        'FilteredOutEventCount',
        'InvokedEventCount',
        'FailedInvokeEventCount',
        'DroppedEventCount',
        'OnFailureDestinationDeliveredEventCount',
        'DeletedEventCount',
        'CommittedEventCount',
      ],
    },
    { kind: level, dimensions: MAPPING, names: ['ProvisionedPollers'] },
    { kind: events, dimensions: FUNCTION, names: ['ResponseBytes', 'SandboxInitializations'] },
  ]),
  namespace(
    'AWS/ApiGateway',
    'API Gateway Developer Guide, Amazon API Gateway dimensions and metrics',
    true,
    [
      { kind: rate, dimensions: REST, names: ['4XXError', '5XXError', 'CacheHitCount', 'CacheMissCount'] },
      { kind: events, dimensions: HTTP, names: ['4xx', '5xx'] },
      { kind: events, dimensions: [...REST, ...HTTP], names: ['Count'] },
      { kind: duration, dimensions: [...REST, ...HTTP], names: ['Latency', 'IntegrationLatency'] },
      { kind: { ...events, unit: 'Bytes' }, dimensions: HTTP, names: ['DataProcessed'] },
      {
        kind: events,
        dimensions: HTTP,
        names: ['ConnectCount', 'MessageCount', 'IntegrationError', 'ClientError', 'ExecutionError'],
      },
    ],
  ),
  namespace(
    'AWS/States',
    'Step Functions Developer Guide, Monitoring Step Functions metrics using CloudWatch',
    false,
    [
      {
        kind: events,
        dimensions: MACHINE,
        names: [
          'ExecutionsStarted',
          'ExecutionsSucceeded',
          'ExecutionsFailed',
          'ExecutionsAborted',
          'ExecutionsTimedOut',
          'ExecutionThrottled',
        ],
      },
      { kind: duration, dimensions: MACHINE, names: ['ExecutionTime'] },
      {
        kind: events,
        dimensions: [['LambdaFunctionArn']],
        names: [
          'LambdaFunctionsFailed',
          'LambdaFunctionsTimedOut',
          'LambdaFunctionsStarted',
          'LambdaFunctionsSucceeded',
        ],
      },
      {
        kind: events,
        dimensions: [['ActivityArn']],
        names: [
          'ActivitiesFailed',
          'ActivitiesTimedOut',
          'ActivitiesHeartbeatTimedOut',
          'ActivitiesSucceeded',
        ],
      },
    ],
  ),
  namespace('AWS/AppSync', 'AppSync Developer Guide, Monitoring using CloudWatch metrics', false, [
    {
      kind: events,
      dimensions: [['GraphQLAPIId']],
      names: ['4XXError', '5XXError', 'Requests', 'TokensConsumed'],
    },
    { kind: duration, dimensions: [['GraphQLAPIId']], names: ['Latency'] },
  ]),
  namespace('AWS/Cognito', 'Cognito Developer Guide, Metrics for Amazon Cognito user pools', false, [
    {
      kind: events,
      dimensions: [['UserPool', 'UserPoolClient']],
      names: [
        'SignUpSuccesses',
        'SignUpThrottles',
        'SignInSuccesses',
        'SignInThrottles',
        'TokenRefreshSuccesses',
        'TokenRefreshThrottles',
      ],
    },
    {
      kind: events,
      dimensions: [
        ['UserPool', 'UserPoolClient', 'IdentityProvider'],
        ['UserPool', 'UserPoolClient'],
      ],
      names: ['FederationSuccesses', 'FederationThrottles'],
    },
  ]),
];
