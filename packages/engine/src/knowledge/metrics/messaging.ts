import { bytes, countedLevel, duration, events, type Namespace, namespace, seconds } from './metric.ts';

const QUEUE = [['QueueName']];
const TOPIC = [
  ['TopicName'],
  ['Application'],
  ['Platform'],
  ['Country'],
  ['SMSType'],
  ['Country', 'SMSType'],
  [],
];
const RULE = [['RuleName'], ['EventBusName', 'RuleName'], ['EventBusName'], []];

export const messaging: readonly Namespace[] = [
  namespace('AWS/SQS', 'SQS Developer Guide, Available CloudWatch metrics for Amazon SQS', true, [
    {
      kind: countedLevel,
      dimensions: QUEUE,
      names: [
        'ApproximateNumberOfMessagesVisible',
        'ApproximateNumberOfMessagesNotVisible',
        'ApproximateNumberOfMessagesDelayed',
        'ApproximateNumberOfGroupsWithInflightMessages',
        'ApproximateNumberOfNoisyGroups',
        'ApproximateNumberOfMessagesVisibleInQuietGroups',
        'ApproximateNumberOfMessagesNotVisibleInQuietGroups',
        'ApproximateNumberOfMessagesDelayedInQuietGroups',
      ],
    },
    {
      kind: seconds,
      dimensions: QUEUE,
      names: ['ApproximateAgeOfOldestMessage', 'ApproximateAgeOfOldestMessageInQuietGroups'],
    },
    {
      kind: events,
      dimensions: QUEUE,
      names: [
        'NumberOfMessagesSent',
        'NumberOfMessagesReceived',
        'NumberOfMessagesDeleted',
        'NumberOfEmptyReceives',
        'NumberOfDeduplicatedSentMessages',
      ],
    },
    { kind: bytes, dimensions: QUEUE, names: ['SentMessageSize'] },
  ]),
  namespace('AWS/SNS', 'SNS Developer Guide, Monitoring Amazon SNS topics using CloudWatch', false, [
    {
      kind: events,
      dimensions: TOPIC,
      names: [
        'NumberOfMessagesPublished',
        'NumberOfNotificationsDelivered',
        'NumberOfNotificationsFailed',
        'NumberOfNotificationsFilteredOut',
        'NumberOfNotificationsFilteredOut-InvalidAttributes',
        'NumberOfNotificationsFilteredOut-InvalidMessageBody',
        'NumberOfNotificationsFilteredOut-MessageAttributes',
        'NumberOfNotificationsFilteredOut-MessageBody',
        'NumberOfNotificationsFilteredOut-NoMessageAttributes',
        'NumberOfNotificationsRedrivenToDlq',
        'NumberOfNotificationsFailedToRedriveToDlq',
      ],
    },
    { kind: bytes, dimensions: TOPIC, names: ['PublishSize'] },
  ]),
  namespace('AWS/Events', 'EventBridge User Guide, Monitoring Amazon EventBridge', false, [
    {
      kind: events,
      dimensions: RULE,
      names: [
        'Invocations',
        'FailedInvocations',
        'ThrottledRules',
        'TriggeredRules',
        'MatchedEvents',
        'InvocationsSentToDlq',
        'InvocationsFailedToBeSentToDlq',
        'InvocationAttempts',
        'RetryInvocationAttempts',
      ],
    },
    {
      kind: duration,
      dimensions: RULE,
      names: ['IngestionToInvocationStartLatency', 'IngestionToInvocationCompleteLatency'],
    },
  ]),
];
