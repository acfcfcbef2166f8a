import { rowOf } from '../../../knowledge/row-of.ts';
import type { Node } from '../parse.ts';
import { publishToTopic, sendToQueue, writeToBucket } from './destinations.ts';
import { type FunctionEvent, unknownEvent } from './events.ts';
import { isGiven, items, literal, member, type Plain, sub, withMember } from './nodes.ts';
import { allow, managedArn } from './role.ts';
import { openProperties } from './unknown.ts';

/** What a function polls: where the ARN of the source stands, and what its role needs to read it. */
interface Source {
  readonly source?: string;
  /** The AWS managed policy that lets the role read. */
  readonly managed?: string;
  readonly policy?: (event: FunctionEvent) => Plain | undefined;
  /** Where the id of the consumer group and the schema registry go. */
  readonly kafka?: string;
}

/** Event source mappings by event type. Source: the SAM specification, section Event source types. */
export const MAPPINGS: Readonly<Record<string, Source>> = {
  Kinesis: { source: 'Stream', managed: 'AWSLambdaKinesisExecutionRole' },
  DynamoDB: { source: 'Stream', managed: 'AWSLambdaDynamoDBExecutionRole' },
  SQS: { source: 'Queue', managed: 'AWSLambdaSQSQueueExecutionRole' },
  MSK: {
    source: 'Stream',
    managed: 'AWSLambdaMSKExecutionRole',
    policy: mskPolicy,
    kafka: 'AmazonManagedKafkaEventSourceConfig',
  },
  MQ: { source: 'Broker', policy: brokerPolicy },
  SelfManagedKafka: { policy: kafkaPolicy, kafka: 'SelfManagedKafkaEventSourceConfig' },
  DocumentDB: { source: 'Cluster', policy: documentPolicy },
};

/** Properties that a mapping has under the same name. */
const PASSED = [
  'StartingPosition',
  'StartingPositionTimestamp',
  'BatchSize',
  'Enabled',
  'MaximumBatchingWindowInSeconds',
  'MaximumRetryAttempts',
  'BisectBatchOnFunctionError',
  'MaximumRecordAgeInSeconds',
  'ParallelizationFactor',
  'Topics',
  'Queues',
  'SourceAccessConfigurations',
  'TumblingWindowInSeconds',
  'FunctionResponseTypes',
  'FilterCriteria',
  'KmsKeyArn',
  'ScalingConfig',
  'ProvisionedPollerConfig',
  'MetricsConfig',
  'LoggingConfig',
];

/** An event source mapping, with what the role of the function needs for it. */
export function mapping(event: FunctionEvent, type: string): void {
  const source = MAPPINGS[type]!;
  const { properties, role, at, target } = event;
  const made: Record<string, Plain | undefined> = { FunctionName: target.name };
  made.EventSourceArn = source.source === undefined ? undefined : member(properties, source.source);
  for (const name of PASSED) made[name] = member(properties, name);
  const servers = member(properties, 'KafkaBootstrapServers');
  if (isGiven(servers)) made.SelfManagedEventSource = { Endpoints: { KafkaBootstrapServers: servers } };
  if (source.kafka !== undefined) made[source.kafka] = kafkaConfig(properties);
  if (type === 'DocumentDB') made.DocumentDBEventSourceConfig = documentConfig(properties);
  made.DestinationConfig = destination(event);
  const open = openProperties(made, properties, at);
  event.shared.expansion.make(event.id, 'AWS::Lambda::EventSourceMapping', open, event.passed, at);
  if (source.managed !== undefined) role.addManaged(managedArn(`service-role/${source.managed}`, at));
  const policy = source.policy?.(event);
  if (policy !== undefined) role.addPolicy(policy, at);
  const failed = failurePolicy(event);
  if (failed !== undefined) role.addPolicy(failed, at);
}

function kafkaConfig(properties: Node): Plain | undefined {
  const group = member(properties, 'ConsumerGroupId');
  const registry = member(properties, 'SchemaRegistryConfig');
  if (!isGiven(group) && !isGiven(registry)) return undefined;
  return { ConsumerGroupId: group, SchemaRegistryConfig: registry };
}

function documentConfig(properties: Node): Plain {
  const names = ['DatabaseName', 'CollectionName', 'FullDocument'];
  return Object.fromEntries(names.map((name) => [name, member(properties, name)]));
}

/** `Type` is SAM's own and goes away. */
function destination(event: FunctionEvent): Plain | undefined {
  const config = member(event.properties, 'DestinationConfig');
  if (!isGiven(config)) return undefined;
  const failure = member(config, 'OnFailure');
  if (config.kind !== 'map' || failure?.kind !== 'map') return config;
  return withMember(config, 'OnFailure', withMember(failure, 'Type', undefined), failure.at);
}

function failurePolicy(event: FunctionEvent): Plain | undefined {
  const failure = member(member(event.properties, 'DestinationConfig'), 'OnFailure');
  const type = member(failure, 'Type');
  if (type === undefined) return undefined;
  const arn = member(failure, 'Destination');
  const policies: Readonly<Record<string, Plain | undefined>> = {
    SQS: sendToQueue(arn, event.id),
    SNS: publishToTopic(arn, event.id),
    S3: writeToBucket(arn, event.id),
    Kafka: undefined,
  };
  const name = event.shared.expansion.text(type) ?? '';
  if (!Object.hasOwn(policies, name)) {
    unknownEvent(
      event.shared,
      event.resource,
      event.name,
      'the type of its destination is not known',
      type.at,
    );
  }
  return rowOf(policies, name);
}

/** The URI of an access configuration of one of the types. */
function accessUri(event: FunctionEvent, types: readonly string[]): Node | undefined {
  const found = items(member(event.properties, 'SourceAccessConfigurations')).find((one) =>
    types.includes(literal(member(one, 'Type')) ?? ''),
  );
  return member(found, 'URI');
}

function readSecret(uri: Plain): Plain {
  return allow(['secretsmanager:GetSecretValue'], uri);
}

function decryptSecret(event: FunctionEvent, actions: Plain): Plain[] {
  const key = member(event.properties, 'SecretsManagerKmsKeyId');
  if (!isGiven(key)) return [];
  const arn = `arn:\${AWS::Partition}:kms:\${AWS::Region}:\${AWS::AccountId}:key/`;
  const id = literal(key);
  const resource = id === undefined ? sub(`${arn}\${Key}`, key.at, { Key: key }) : sub(`${arn}${id}`, key.at);
  return [allow(actions, resource)];
}

const NETWORK = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeVpcs',
  'ec2:DescribeSubnets',
  'ec2:DescribeSecurityGroups',
];

function mskPolicy(event: FunctionEvent): Plain | undefined {
  const statements = registryStatements(event);
  for (const one of items(member(event.properties, 'SourceAccessConfigurations'))) {
    const uri = member(one, 'URI');
    if (literal(member(one, 'Type')) === 'CLIENT_CERTIFICATE_TLS_AUTH' && isGiven(uri)) {
      statements.push(readSecret(uri));
    }
  }
  if (statements.length === 0) return undefined;
  return { PolicyName: 'MSKExecutionRolePolicy', PolicyDocument: { Statement: statements } };
}

function brokerPolicy(event: FunctionEvent): Plain {
  const named = isGiven(member(event.properties, 'DynamicPolicyName'));
  const statements = [
    readSecret(accessUri(event, ['BASIC_AUTH'])),
    allow(['mq:DescribeBroker'], member(event.properties, 'Broker')),
    ...decryptSecret(event, 'kms:Decrypt'),
  ];
  const name = named ? `${event.id}AMQPolicy` : 'SamAutoGeneratedAMQPolicy';
  return { PolicyName: name, PolicyDocument: { Statement: statements } };
}

function kafkaPolicy(event: FunctionEvent): Plain {
  const mechanisms = [
    'SASL_SCRAM_256_AUTH',
    'SASL_SCRAM_512_AUTH',
    'BASIC_AUTH',
    'CLIENT_CERTIFICATE_TLS_AUTH',
  ];
  const secret = accessUri(event, mechanisms);
  const certificate = accessUri(event, ['SERVER_ROOT_CA_CERTIFICATE']);
  const statements: Plain[] = [];
  if (secret !== undefined) statements.push(readSecret(secret));
  // SAM names the first secret a second time here, not the certificate.
  if (certificate !== undefined) statements.push(readSecret(secret));
  const inVpc = [['VPC_SUBNET'], ['VPC_SECURITY_GROUP']].every((t) => accessUri(event, t) !== undefined);
  if (inVpc) statements.push(allow(NETWORK, '*'));
  statements.push(...decryptSecret(event, ['kms:Decrypt']), ...registryStatements(event));
  const document = { Statement: statements, Version: '2012-10-17' };
  return { PolicyName: 'SelfManagedKafkaExecutionRolePolicy', PolicyDocument: document };
}

function documentPolicy(event: FunctionEvent): Plain {
  const { at } = event;
  const arn = (rest: string) =>
    sub(`arn:\${AWS::Partition}:rds:\${AWS::Region}:\${AWS::AccountId}:${rest}`, at);
  const statements = [
    readSecret(accessUri(event, ['BASIC_AUTH'])),
    allow(['rds:DescribeDBClusterParameters'], arn('cluster-pg:*')),
    allow(['rds:DescribeDBSubnetGroups'], arn('subgrp:*')),
    allow(['rds:DescribeDBClusters'], member(event.properties, 'Cluster')),
    allow(NETWORK, '*'),
    ...decryptSecret(event, ['kms:Decrypt']),
  ];
  return { PolicyName: 'SamAutoGeneratedDocumentDBPolicy', PolicyDocument: { Statement: statements } };
}

function registryStatements(event: FunctionEvent): Plain[] {
  const registry = member(event.properties, 'SchemaRegistryConfig');
  if (!isGiven(registry)) return [];
  const statements: Plain[] = [];
  for (const access of items(member(registry, 'AccessConfigs'))) {
    const uri = member(access, 'URI');
    if (uri !== undefined) statements.push(readSecret(uri));
  }
  const uri = member(registry, 'SchemaRegistryURI');
  const name = registryName(uri);
  if (uri === undefined || name === undefined) return statements;
  const schemas = `arn:\${AWS::Partition}:glue:\${AWS::Region}:\${AWS::AccountId}:schema/${name}/*`;
  statements.push(allow(['glue:GetRegistry'], uri), allow(['glue:GetSchemaVersion'], [sub(schemas, uri.at)]));
  return statements;
}

function registryName(uri: Node | undefined): string | undefined {
  const text = uri?.kind === 'call' && uri.name === 'Fn::Sub' ? literal(uri.argument) : literal(uri);
  if (!text?.startsWith('arn')) return undefined;
  // Placeholders have colons of their own.
  const masked = text.replace(/\$\{[^}]*\}/g, (placeholder) => '_'.repeat(placeholder.length));
  const name = /^(?:[^:]*:){5}registry\/([^:]+)/.exec(masked)?.[1];
  return name === undefined
    ? undefined
    : text.slice(masked.indexOf(':registry/') + ':registry/'.length).slice(0, name.length);
}
