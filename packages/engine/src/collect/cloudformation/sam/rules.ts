import type { Location } from '../../../model/origin.ts';
import type { Node } from '../parse.ts';
import type { Attributes, Expansion } from './expansion.ts';
import { getAtt, isGiven, literal, member, node, type Plain, ref } from './nodes.ts';
import { allow, assumedBy, inlinePolicy } from './role.ts';
import { openProperties } from './unknown.ts';

/** An event of a function or of a state machine, as rules and schedules need it. */
export interface Scheduled {
  readonly id: string;
  readonly properties: Node;
  readonly passed: Attributes;
  readonly at: Location;
}

/** A rule of EventBridge with one target. */
export function rule(
  expansion: Expansion,
  event: Scheduled,
  properties: Readonly<Record<string, Plain | undefined>>,
  target: Readonly<Record<string, Plain | undefined>>,
): void {
  const made = {
    ...properties,
    Description: 'ScheduleExpression' in properties ? member(event.properties, 'Description') : undefined,
    State: stateOf(event.properties),
    Targets: [openProperties(target, event.properties, event.at)],
  };
  const open = openProperties(made, event.properties, event.at);
  expansion.make(event.id, 'AWS::Events::Rule', open, event.passed, event.at);
}

/** `State` as it is written; `Enabled` is on as soon as it is an expression, as SAM takes it. */
function stateOf(properties: Node): Plain | undefined {
  const state = member(properties, 'State');
  if (isGiven(state)) return state;
  const enabled = member(properties, 'Enabled');
  if (enabled === undefined) return undefined;
  return node(isGiven(enabled) ? 'ENABLED' : 'DISABLED', enabled.at);
}

/** The ARN of the queue for what a rule cannot deliver; SAM makes the queue where only its type is written. */
export function queueForRule(
  expansion: Expansion,
  event: Scheduled,
  source: Node,
  passed: Attributes,
): Plain | undefined {
  const config = member(event.properties, 'DeadLetterConfig');
  if (config === undefined) return undefined;
  const arn = member(config, 'Arn');
  if (arn !== undefined || config.kind !== 'map') return arn ?? config;
  const id = literal(member(config, 'QueueLogicalId')) ?? `${event.id}Queue`;
  const { at } = config;
  const queue = getAtt(id, 'Arn', at);
  expansion.make(id, 'AWS::SQS::Queue', {}, passed, at);
  const statement = {
    Action: 'sqs:SendMessage',
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Resource: queue,
    Condition: { ArnEquals: { 'aws:SourceArn': source } },
  };
  const document = { Version: '2012-10-17', Statement: [statement] };
  const policy = { PolicyDocument: document, Queues: [ref(id, at)] };
  expansion.make(`${event.id}QueuePolicy`, 'AWS::SQS::QueuePolicy', policy, passed, at);
  return queue;
}

/** A schedule of EventBridge Scheduler with the role that lets it call its target. */
export function schedule(
  expansion: Expansion,
  event: Scheduled,
  target: Node,
  policy: { readonly actions: string; readonly suffix: string },
): void {
  const { id, properties, passed, at } = event;
  const queue = scheduleQueue(expansion, event);
  const given = member(properties, 'RoleArn');
  if (given === undefined) {
    const policies = [inlinePolicy(`${id}${policy.suffix}`, [allow(policy.actions, target)])];
    if (queue !== undefined) policies.push(inlinePolicy(`${id}SQSPolicy`, [allow('sqs:SendMessage', queue)]));
    const role = {
      AssumeRolePolicyDocument: assumedBy('scheduler.amazonaws.com', at),
      Policies: policies,
      PermissionsBoundary: member(properties, 'PermissionsBoundary'),
    };
    expansion.make(`${id}Role`, 'AWS::IAM::Role', role, passed, at);
  }
  const state = member(properties, 'State');
  const made = {
    ScheduleExpression: member(properties, 'ScheduleExpression'),
    State: isGiven(state) ? state : undefined,
    Name: isGiven(member(properties, 'OmitName')) ? undefined : (member(properties, 'Name') ?? id),
    Description: member(properties, 'Description'),
    FlexibleTimeWindow: member(properties, 'FlexibleTimeWindow') ?? { Mode: 'OFF' },
    StartDate: member(properties, 'StartDate'),
    EndDate: member(properties, 'EndDate'),
    ScheduleExpressionTimezone: member(properties, 'ScheduleExpressionTimezone'),
    GroupName: member(properties, 'GroupName'),
    KmsKeyArn: member(properties, 'KmsKeyArn'),
    Target: {
      Arn: target,
      RoleArn: given ?? getAtt(`${id}Role`, 'Arn', at),
      Input: member(properties, 'Input'),
      DeadLetterConfig: queue === undefined ? undefined : { Arn: queue },
      RetryPolicy: member(properties, 'RetryPolicy'),
    },
  };
  expansion.make(id, 'AWS::Scheduler::Schedule', openProperties(made, properties, at), passed, at);
}

function scheduleQueue(expansion: Expansion, event: Scheduled): Plain | undefined {
  const config = member(event.properties, 'DeadLetterConfig');
  if (config === undefined) return undefined;
  const arn = member(config, 'Arn');
  if (arn !== undefined || config.kind !== 'map') return arn ?? config;
  const id = literal(member(config, 'QueueLogicalId')) ?? `${event.id}Queue`;
  expansion.make(id, 'AWS::SQS::Queue', {}, event.passed, config.at);
  return getAtt(id, 'Arn', config.at);
}
