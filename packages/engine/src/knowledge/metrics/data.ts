import {
  bytes,
  countedLevel,
  duration,
  events,
  level,
  type Namespace,
  namespace,
  percent,
  seconds,
} from './metric.ts';

const TABLE = [['TableName'], ['TableName', 'GlobalSecondaryIndexName']];
const OPERATION = [['TableName', 'Operation']];
const OPERATIONS = {
  Operation: [
    'BatchExecuteStatement',
    'BatchGetItem',
    'BatchWriteItem',
    'DeleteItem',
    'ExecuteStatement',
    'ExecuteTransaction',
    'GetItem',
    'GetRecords',
    'PutItem',
    'Query',
    'Scan',
    'TransactGetItems',
    'TransactWriteItems',
    'UpdateItem',
  ],
};
const DATABASE = [
  ['DBInstanceIdentifier'],
  ['DBClusterIdentifier'],
  ['DBClusterIdentifier', 'Role'],
  ['DBClusterIdentifier', 'EngineName'],
  ['DatabaseClass'],
  ['EngineName'],
  [],
];

export const data: readonly Namespace[] = [
  namespace('AWS/DynamoDB', 'DynamoDB Developer Guide, DynamoDB metrics and dimensions', true, [
    {
      kind: events,
      dimensions: TABLE,
      names: [
        'ReadThrottleEvents',
        'WriteThrottleEvents',
        'ReadKeyRangeThrottleEvents',
        'WriteKeyRangeThrottleEvents',
        'ReadProvisionedThroughputThrottleEvents',
        'WriteProvisionedThroughputThrottleEvents',
        'ReadAccountLimitThrottleEvents',
        'WriteAccountLimitThrottleEvents',
        'ReadMaxOnDemandThroughputThrottleEvents',
        'WriteMaxOnDemandThroughputThrottleEvents',
        'OnlineIndexThrottleEvents',
        'OnlineIndexConsumedWriteCapacity',
      ],
    },
    {
      kind: { ...events, statistics: ['Sum', 'Average', 'Maximum', 'Minimum', 'SampleCount'] },
      dimensions: [...TABLE, ['TableName', 'ContributorInsightsRuleName']],
      names: ['ConsumedReadCapacityUnits', 'ConsumedWriteCapacityUnits'],
    },
    {
      kind: countedLevel,
      dimensions: TABLE,
      names: ['ProvisionedReadCapacityUnits', 'ProvisionedWriteCapacityUnits'],
    },
    {
      kind: percent,
      dimensions: [...TABLE, ['TableName', 'IndexName']],
      names: ['OnlineIndexPercentageProgress'],
    },
    {
      kind: events,
      dimensions: OPERATION,
      values: OPERATIONS,
      names: ['ThrottledRequests', 'SystemErrors', 'ReturnedItemCount'],
    },
    {
      kind: { ...duration, statistics: ['Average', 'Maximum', 'Minimum', 'SampleCount'] },
      dimensions: OPERATION,
      values: OPERATIONS,
      names: ['SuccessfulRequestLatency'],
    },
    { kind: events, dimensions: [[]], names: ['UserErrors'] },
    {
      kind: events,
      dimensions: [['TableName'], ['TableName', 'Operation']],
      names: [
        'ConditionalCheckFailedRequests',
        'TransactionConflict',
        'TimeToLiveDeletedItemCount',
        'FailedToReplicateRecordCount',
      ],
    },
    {
      kind: level,
      dimensions: [[]],
      names: [
        'AccountMaxReads',
        'AccountMaxTableLevelReads',
        'AccountMaxTableLevelWrites',
        'AccountMaxWrites',
        'AccountProvisionedReadCapacityUtilization',
        'AccountProvisionedWriteCapacityUtilization',
        'MaxProvisionedTableReadCapacityUtilization',
        'MaxProvisionedTableWriteCapacityUtilization',
      ],
    },
    {
      kind: duration,
      dimensions: [
        ['TableName', 'ReceivingRegion'],
        ['TableName', 'DelegatedOperation'],
      ],
      names: ['ReplicationLatency', 'AgeOfOldestUnreplicatedRecord'],
    },
    { kind: events, dimensions: [['TableName', 'ReceivingRegion']], names: ['PendingReplicationCount'] },
    { kind: events, dimensions: [['TableName', 'DelegatedOperation']], names: ['ThrottledPutRecordCount'] },
    { kind: bytes, dimensions: [['TableName', 'Operation', 'StreamLabel']], names: ['ReturnedBytes'] },
    {
      kind: events,
      dimensions: [['TableName', 'Operation', 'StreamLabel']],
      names: ['ReturnedRecordsCount'],
    },
    {
      kind: events,
      dimensions: [['TableName'], ['TableName', 'DelegatedOperation']],
      names: ['ConsumedChangeDataCaptureUnits'],
    },
  ]),
  namespace('AWS/RDS', 'RDS User Guide, Amazon CloudWatch metrics for Amazon RDS', false, [
    { kind: percent, dimensions: DATABASE, names: ['CPUUtilization'] },
    { kind: countedLevel, dimensions: DATABASE, names: ['DatabaseConnections'] },
    {
      kind: level,
      dimensions: DATABASE,
      names: [
        'FreeStorageSpace',
        'FreeableMemory',
        'SwapUsage',
        'DiskQueueDepth',
        'CPUCreditBalance',
        'CPUCreditUsage',
        'ReadIOPS',
        'WriteIOPS',
        'ServerlessDatabaseCapacity',
        'FreeLocalStorage',
        'MaximumUsedTransactionIDs',
      ],
    },
    {
      kind: percent,
      dimensions: DATABASE,
      names: ['ACUUtilization', 'BurstBalance', 'EBSIOBalance%', 'EBSByteBalance%'],
    },
    { kind: seconds, dimensions: DATABASE, names: ['ReadLatency', 'WriteLatency', 'ReplicaLag'] },
    {
      kind: duration,
      dimensions: DATABASE,
      names: ['AuroraReplicaLag', 'AuroraReplicaLagMaximum', 'CommitLatency', 'SelectLatency'],
    },
    { kind: events, dimensions: DATABASE, names: ['Deadlocks', 'LoginFailures'] },
  ]),
];
