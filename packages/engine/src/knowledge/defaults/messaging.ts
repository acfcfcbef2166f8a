import { cloudFormation, nothing, onlyWhenTrue, type Rows, row } from './rows.ts';

const QUEUE = cloudFormation('AWS::SQS::Queue');
const TOPIC = cloudFormation('AWS::SNS::Topic');
const RULE = cloudFormation('AWS::Events::Rule');
const RETRIES = 'EventBridge User Guide, Retrying event delivery';
const MACHINE = cloudFormation('AWS::StepFunctions::StateMachine');

/** Queues, topics, events and workflows. */
export const messaging: Readonly<Record<string, Rows>> = {
  'AWS::SQS::Queue': {
    ...nothing(
      QUEUE,
      'RedrivePolicy',
      'RedrivePolicy.deadLetterTargetArn',
      'RedriveAllowPolicy',
      'KmsMasterKeyId',
      'Tags',
    ),
    SqsManagedSseEnabled: row(true, QUEUE, 'SSE-SQS is enabled if not defined'),
    VisibilityTimeout: row(30, QUEUE, 'VisibilityTimeout defaults to 30 seconds'),
    MessageRetentionPeriod: row(345600, QUEUE, 'four days by default'),
    DelaySeconds: row(0, QUEUE, 'DelaySeconds defaults to 0'),
    ReceiveMessageWaitTimeSeconds: row(0, QUEUE, 'short polling is the default'),
    FifoQueue: row(false, QUEUE, 'a standard queue if not specified'),
  },
  'AWS::SNS::Topic': {
    ...nothing(TOPIC, 'KmsMasterKeyId', 'Subscription', 'Tags', 'DeliveryStatusLogging'),
    ...onlyWhenTrue(TOPIC, 'FifoTopic'),
    TracingConfig: row('PassThrough', TOPIC, 'TracingConfig defaults to PassThrough'),
  },
  'AWS::SNS::Subscription': nothing(
    cloudFormation('AWS::SNS::Subscription'),
    'RedrivePolicy',
    'RedrivePolicy.deadLetterTargetArn',
    'FilterPolicy',
    'FilterPolicyScope',
    'Endpoint',
  ),
  'AWS::Events::Rule': {
    ...nothing(
      RULE,
      'Targets',
      'Targets[].DeadLetterConfig',
      'Targets[].DeadLetterConfig.Arn',
      'Tags',
      'EventPattern',
      'ScheduleExpression',
    ),
    State: row('ENABLED', 'EventBridge API Reference, PutRule', 'rules are enabled by default'),
    'Targets[].RetryPolicy.MaximumRetryAttempts': row(185, RETRIES, 'up to 185 times by default'),
    'Targets[].RetryPolicy.MaximumEventAgeInSeconds': row(86400, RETRIES, 'for 24 hours by default'),
    EventBusName: row('default', RULE, 'the default event bus if omitted'),
  },
  // State has no row: only the provider of Terraform documents a default.
  'AWS::Scheduler::Schedule': nothing(
    cloudFormation('AWS::Scheduler::Schedule'),
    'Target.DeadLetterConfig',
    'Target.DeadLetterConfig.Arn',
  ),
  'AWS::StepFunctions::StateMachine': {
    ...nothing(MACHINE, 'LoggingConfiguration.Destinations', 'Tags', 'EncryptionConfiguration'),
    ...onlyWhenTrue(MACHINE, 'TracingConfiguration.Enabled', 'LoggingConfiguration.IncludeExecutionData'),
    'LoggingConfiguration.Level': row(
      'OFF',
      'Step Functions API Reference, CreateStateMachine',
      'the level is OFF by default',
    ),
    StateMachineType: row('STANDARD', MACHINE, 'StateMachineType defaults to STANDARD'),
  },
};
