import { cloudFormation, nothing, off, type Rows, row } from './rows.ts';

const QUEUE = cloudFormation('AWS::SQS::Queue');
const TOPIC = cloudFormation('AWS::SNS::Topic');
const RULE = cloudFormation('AWS::Events::Rule');
const MACHINE = cloudFormation('AWS::StepFunctions::StateMachine');

/** Queues, topics, events and workflows. */
export const messaging: Readonly<Record<string, Rows>> = {
  'AWS::SQS::Queue': {
    ...nothing(QUEUE, 'RedrivePolicy', 'RedrivePolicy.deadLetterTargetArn', 'KmsMasterKeyId', 'Tags'),
    SqsManagedSseEnabled: row(
      true,
      'Amazon SQS Developer Guide, encryption at rest',
      'since October 2022 new queues are encrypted with keys of SQS by default',
    ),
    VisibilityTimeout: row(30, QUEUE, 'the default visibility timeout is 30 seconds'),
    MessageRetentionPeriod: row(345600, QUEUE, 'messages are kept four days by default'),
    DelaySeconds: row(0, QUEUE, 'the default delay is 0'),
    ReceiveMessageWaitTimeSeconds: row(0, QUEUE, 'short polling is the default'),
    FifoQueue: row(false, QUEUE, 'a standard queue is made by default'),
  },
  'AWS::SNS::Topic': {
    ...nothing(TOPIC, 'KmsMasterKeyId', 'Subscription', 'Tags', 'DeliveryStatusLogging'),
    FifoTopic: row(false, TOPIC, 'a standard topic is made by default'),
    TracingConfig: row('PassThrough', TOPIC, 'tracing is PassThrough by default'),
  },
  'AWS::SNS::Subscription': nothing(
    cloudFormation('AWS::SNS::Subscription'),
    'RedrivePolicy',
    'RedrivePolicy.deadLetterTargetArn',
    'FilterPolicy',
    'Endpoint',
  ),
  'AWS::Events::Rule': {
    ...nothing(
      RULE,
      'Targets',
      'Targets[].DeadLetterConfig',
      'Targets[].DeadLetterConfig.Arn',
      'Targets[].RetryPolicy',
      'Tags',
      'EventPattern',
      'ScheduleExpression',
    ),
    State: row('ENABLED', 'EventBridge API Reference, PutRule', 'rules are enabled by default'),
    EventBusName: row('default', RULE, 'without it the default event bus is used'),
  },
  'AWS::Scheduler::Schedule': {
    ...nothing(
      cloudFormation('AWS::Scheduler::Schedule'),
      'Target.DeadLetterConfig',
      'Target.DeadLetterConfig.Arn',
      'Target.RetryPolicy',
    ),
    State: row('ENABLED', cloudFormation('AWS::Scheduler::Schedule'), 'schedules are enabled by default'),
  },
  'AWS::StepFunctions::StateMachine': {
    ...nothing(MACHINE, 'LoggingConfiguration.Destinations', 'Tags', 'EncryptionConfiguration'),
    ...off(MACHINE, 'TracingConfiguration.Enabled', 'LoggingConfiguration.IncludeExecutionData'),
    'LoggingConfiguration.Level': row('OFF', MACHINE, 'logging is OFF by default'),
    StateMachineType: row('STANDARD', MACHINE, 'STANDARD is the default'),
  },
};
