import { rowOf } from '../../../knowledge/row-of.ts';
import type { Location } from '../../../model/origin.ts';
import type { Entry, Node } from '../parse.ts';
import type { Target } from './events.ts';
import { conditionOf, type Expansion, passedOn, type Serverless } from './expansion.ts';
import { conditional, entry, getAtt, isGiven, isNoValue, member, type Plain, ref, when } from './nodes.ts';
import { allow, inlinePolicy } from './role.ts';
import { openProperties } from './unknown.ts';

/** `EventInvokeConfig` of a function with queues and topics that SAM adds as destinations; gives the role its policies. */
export function eventInvokeConfig(
  expansion: Expansion,
  resource: Serverless,
  alias: Target | undefined,
): readonly Plain[] {
  const written = entry(resource.properties, 'EventInvokeConfig');
  if (written === undefined || !isGiven(written.value)) return [];
  const { value: config, at } = written;
  const id = `${resource.id}EventInvokeConfig`;
  const policies: Plain[] = [];
  const destinations: Record<string, Plain> = {};
  for (const name of ['OnSuccess', 'OnFailure']) {
    const one = entry(member(config, 'DestinationConfig'), name);
    if (one === undefined) continue;
    const { destination, policy } = destinationOf(expansion, resource, `${id}${name}`, one);
    destinations[name] = { Destination: destination };
    if (policy !== undefined) policies.push(policy);
  }
  const name = alias === undefined ? undefined : member(resource.properties, 'AutoPublishAlias');
  const properties = {
    FunctionName: ref(resource.id, at),
    Qualifier: name ?? '$LATEST',
    DestinationConfig: destinations,
    MaximumEventAgeInSeconds: member(config, 'MaximumEventAgeInSeconds'),
    MaximumRetryAttempts: member(config, 'MaximumRetryAttempts'),
  };
  const attributes = {
    ...passedOn(resource),
    Metadata: entry(resource.entry.value, 'Metadata')?.value,
    DependsOn: alias === undefined ? undefined : [alias.id],
  };
  expansion.make(
    id,
    'AWS::Lambda::EventInvokeConfig',
    openProperties(properties, config, at),
    attributes,
    at,
  );
  return policies;
}

interface Destination {
  readonly destination: Plain;
  readonly policy: Plain | undefined;
}

function destinationOf(expansion: Expansion, resource: Serverless, id: string, written: Entry): Destination {
  const { at } = written;
  const type = expansion.text(member(written.value, 'Type')) ?? '';
  const given = member(written.value, 'Destination');
  const policyOf = rowOf(POLICIES, type);
  if (policyOf === undefined) {
    expansion.notSeen(
      `a destination of ${resource.id}`,
      'its Type is not known',
      'a Type of the destination',
      at,
    );
  }
  const choice = optional(expansion, given);
  if (given !== undefined && choice === undefined)
    return { destination: given, policy: policyOf?.(given, id) };
  const made = madeDestination(expansion, resource, type, id, choice?.condition, at);
  if (made === undefined) {
    const why = 'it names no destination';
    expansion.notSeen(`a destination of ${resource.id}`, why, 'a Destination', at);
    const unknown: Node = { kind: 'unreadable', why, decidedBy: 'a Destination', at };
    return { destination: given ?? unknown, policy: undefined };
  }
  const destination =
    choice === undefined ? made : when(choice.condition, made, given?.at ?? at, choice.other);
  return { destination, policy: policyOf?.(destination, id) };
}

/** `Fn::If` of which one arm is left out: SAM makes a destination for that arm. */
function optional(
  expansion: Expansion,
  given: Node | undefined,
): { readonly condition: string; readonly other: Node } | undefined {
  const choice = conditional(given);
  if (choice === undefined) return undefined;
  if (isNoValue(choice.yes) && !isNoValue(choice.no)) return { condition: choice.name, other: choice.no };
  if (!isNoValue(choice.no)) return undefined;
  const negated = { 'Fn::Not': [{ Condition: choice.name }] };
  return { condition: expansion.condition(`NOT${choice.name}`, negated, choice.call.at), other: choice.yes };
}

function madeDestination(
  expansion: Expansion,
  resource: Serverless,
  type: string,
  id: string,
  condition: string | undefined,
  at: Location,
): Node | undefined {
  const own = conditionOf(resource);
  const both =
    own !== undefined && condition !== undefined
      ? expansion.condition(
          `${own}AND${condition}`,
          { 'Fn::And': [{ Condition: own }, { Condition: condition }] },
          at,
        )
      : (own ?? condition);
  const attributes = { ...passedOn(resource), Condition: both };
  if (type === 'SQS') {
    expansion.aliases.set(`${resource.id}.DestinationQueue`, `${id}Queue`);
    expansion.make(`${id}Queue`, 'AWS::SQS::Queue', {}, attributes, at);
    return getAtt(`${id}Queue`, 'Arn', at);
  }
  if (type !== 'SNS') return undefined;
  expansion.aliases.set(`${resource.id}.DestinationTopic`, `${id}Topic`);
  expansion.make(`${id}Topic`, 'AWS::SNS::Topic', {}, attributes, at);
  return ref(`${id}Topic`, at);
}

type PolicyOf = (arn: Plain, id: string) => Plain;

/** What a function needs to send to a destination, by its type. */
const POLICIES: Readonly<Record<string, PolicyOf>> = {
  SQS: sendToQueue,
  SNS: publishToTopic,
  EventBridge: (arn, id) => inlinePolicy(`${id}EventBridgePolicy`, [allow('events:PutEvents', arn)]),
  Lambda: invokeFunction,
  S3Bucket: writeToBucket,
};

export function sendToQueue(arn: Plain, id: string): Plain {
  return inlinePolicy(`${id}SQSPolicy`, [allow('sqs:SendMessage', arn)]);
}

export function publishToTopic(arn: Plain, id: string): Plain {
  return inlinePolicy(`${id}SNSPolicy`, [allow('sns:publish', arn)]);
}

export function invokeFunction(arn: Plain, id: string): Plain {
  return inlinePolicy(`${id}LambdaPolicy`, [allow('lambda:InvokeFunction', arn)]);
}

export function writeToBucket(arn: Plain, id: string): Plain {
  const objects = { 'Fn::Join': ['/', [arn, '*']] };
  return inlinePolicy(`${id}S3Policy`, [allow('s3:PutObject', objects), allow('s3:ListBucket', arn)]);
}
