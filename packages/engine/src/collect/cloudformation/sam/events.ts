import { rowOf } from '../../../knowledge/row-of.ts';
import { EVENT_PROPERTIES } from '../../../knowledge/sam/properties.ts';
import type { Location } from '../../../model/origin.ts';
import type { Node } from '../parse.ts';
import { type Attributes, alphanumeric, digest, type Serverless } from './expansion.ts';
import type { Shared } from './function.ts';
import { MAPPINGS, mapping } from './mappings.ts';
import {
  canonicalJson,
  entry,
  getAtt,
  idIn,
  items,
  literal,
  map,
  member,
  members,
  node,
  type Plain,
  ref,
  sub,
  when,
  withMember,
} from './nodes.ts';
import type { RoleDraft } from './role.ts';
import { queueForRule, rule, schedule } from './rules.ts';
import { topicEvent } from './topic-events.ts';

/** What an event calls: a function or its alias. */
export interface Target {
  readonly id: string;
  readonly arn: Node;
  readonly name: Node;
  /** As `Fn::Sub` names its ARN. */
  readonly shorthand: string;
  readonly condition?: string;
}

/** One event of a function with everything that its resources are made from. */
export interface FunctionEvent {
  readonly shared: Shared;
  readonly resource: Serverless;
  readonly target: Target;
  readonly role: RoleDraft;
  readonly passed: Attributes;
  /** Function and event together, as ids begin. */
  readonly id: string;
  readonly name: string;
  readonly properties: Node;
  readonly at: Location;
}

export function functionEvents(
  shared: Shared,
  resource: Serverless,
  target: Target,
  role: RoleDraft,
  passed: Attributes,
): void {
  for (const { name, type, properties, at } of eventsOf(shared, resource)) {
    const event = {
      shared,
      resource,
      target,
      role,
      passed,
      id: `${resource.id}${name}`,
      name,
      properties,
      at,
    };
    const handle = rowOf(HANDLERS, type);
    if (handle !== undefined) handle(event);
    else if (rowOf(MAPPINGS, type) !== undefined) mapping(event, type);
    else unknownEvent(shared, resource, name, `its type ${type} is not known`, at);
  }
}

export interface WrittenEvent {
  readonly name: string;
  readonly type: string;
  readonly properties: Node;
  readonly at: Location;
}

/** The events of a resource that can be told, in SAM's order; the others are reported. */
export function eventsOf(shared: Shared, resource: Serverless): readonly WrittenEvent[] {
  const written = entry(resource.properties, 'Events');
  if (written === undefined) return [];
  const { value, at } = written;
  if (value.kind !== 'map' || value.damaged !== undefined) {
    unknownEvent(shared, resource, 'Events', 'they are no map that can be read wholly', at);
  }
  const events: WrittenEvent[] = [];
  for (const [name, e] of members(value)) {
    const type = shared.expansion.text(member(e.value, 'Type'));
    const properties = member(e.value, 'Properties') ?? map([], e.at);
    if (type === undefined || name.startsWith('Fn::')) {
      unknownEvent(shared, resource, name, 'its type is not known', e.at);
    } else {
      if (properties.kind !== 'map' || properties.damaged !== undefined) {
        unknownEvent(shared, resource, name, 'its properties cannot be read wholly', e.at);
      }
      for (const [property, { at: place }] of members(properties)) {
        const known = rowOf(EVENT_PROPERTIES, type)?.has(property) ?? true;
        const why = `its property ${property} is none of SAM that is known`;
        if (!known) unknownEvent(shared, resource, name, why, place);
      }
      events.push({ name, type, properties, at: e.at });
    }
  }
  const key = (event: WrittenEvent) => {
    const path = literal(member(event.properties, 'Path'));
    return path ?? (event.type === 'HttpApi' ? '$default' : event.name);
  };
  return events.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

export function unknownEvent(
  shared: Shared,
  resource: Serverless,
  name: string,
  why: string,
  at: Location,
): void {
  shared.expansion.notSeen(`event ${name} of ${resource.id}`, why, `what the event ${name} is`, at);
}

const HANDLERS: Readonly<Record<string, (event: FunctionEvent) => void>> = {
  Api: (event) => event.shared.apis.restRoute(event),
  HttpApi: (event) => event.shared.apis.httpRoute(event),
  S3: bucketEvent,
  SNS: topicEvent,
  Schedule: scheduleEvent,
  ScheduleV2: (event) => {
    const policy = {
      actions: 'lambda:InvokeFunction',
      suffix: 'LambdaPolicy',
    };
    schedule(event.shared.expansion, event, event.target.arn, policy);
  },
  EventBridgeRule: ruleEvent,
  CloudWatchEvent: ruleEvent,
  CloudWatchLogs: logsEvent,
  IoTRule: iotEvent,
  AlexaSkill: (event) => {
    const token = member(event.properties, 'SkillId');
    permit(event, { principal: 'alexa-appkit.amazon.com', token });
  },
  Cognito: cognitoEvent,
};

interface Permission {
  readonly principal: string;
  readonly source?: Plain;
  readonly account?: Plain;
  readonly token?: Plain | undefined;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** The permission for a service to call the function; gives its id. */
export function permit(event: FunctionEvent, permission: Permission): string {
  const { expansion } = event.shared;
  const { suffix = '', prefix = event.id } = permission;
  const id = `${prefix}Permission${suffix === '' || alphanumeric(suffix) ? suffix : digest(suffix)}`;
  expansion.make(
    id,
    'AWS::Lambda::Permission',
    {
      Action: 'lambda:InvokeFunction',
      FunctionName: event.target.name,
      Principal: permission.principal,
      SourceArn: permission.source,
      SourceAccount: permission.account,
      EventSourceToken: permission.token,
    },
    event.passed,
    event.at,
  );
  return id;
}

function scheduleEvent(event: FunctionEvent): void {
  const { properties, id, at, target, passed } = event;
  const { expansion } = event.shared;
  const source = getAtt(id, 'Arn', at);
  const queue = queueForRule(expansion, event, source, passed);
  const aim = {
    Arn: target.arn,
    Id: targetId(id, 'LambdaTarget'),
    Input: member(properties, 'Input'),
    DeadLetterConfig: queue === undefined ? undefined : { Arn: queue },
    RetryPolicy: member(properties, 'RetryPolicy'),
  };
  rule(
    expansion,
    event,
    { ScheduleExpression: member(properties, 'Schedule'), Name: member(properties, 'Name') },
    aim,
  );
  permit(event, { principal: 'events.amazonaws.com', source });
}

function ruleEvent(event: FunctionEvent): void {
  const { properties, id, at, target, passed } = event;
  const { expansion } = event.shared;
  const source = getAtt(id, 'Arn', at);
  const queue = queueForRule(expansion, event, source, passed);
  const aim = {
    Arn: target.arn,
    Id: member(member(properties, 'Target'), 'Id') ?? targetId(id, 'LambdaTarget'),
    Input: member(properties, 'Input'),
    InputPath: member(properties, 'InputPath'),
    DeadLetterConfig: queue === undefined ? undefined : { Arn: queue },
    RetryPolicy: member(properties, 'RetryPolicy'),
    InputTransformer: member(properties, 'InputTransformer'),
  };
  const made = {
    EventBusName: member(properties, 'EventBusName'),
    EventPattern: member(properties, 'Pattern'),
    Name: member(properties, 'RuleName'),
  };
  rule(expansion, event, made, aim);
  permit(event, { principal: 'events.amazonaws.com', source });
}

/** Ids of targets have at most 64 characters. */
export function targetId(id: string, suffix: string): string {
  return id.length + suffix.length <= 64 ? `${id}${suffix}` : `${id.slice(0, 64 - suffix.length)}${suffix}`;
}

function bucketEvent(event: FunctionEvent): void {
  const { properties, at, target } = event;
  const { expansion } = event.shared;
  const permission = permit(event, { principal: 's3.amazonaws.com', account: ref('AWS::AccountId', at) });
  const bucket = idIn(member(properties, 'Bucket'));
  if (bucket === undefined || !isReadable(event, bucket)) {
    unknownEvent(event.shared, event.resource, event.name, 'its bucket is not in this template', at);
    return;
  }
  const notified = items(member(properties, 'Events')).map((type) => {
    const made = node({ Event: type, Filter: member(properties, 'Filter'), Function: target.arn }, at);
    return target.condition === undefined ? made : when(target.condition, made, at);
  });
  expansion.change(bucket, (before) => withNotifications(before, notified, at), at);
  const { condition } = target;
  if (condition === undefined) {
    expansion.changeBody(bucket, (body) => {
      const before = items(member(body, 'DependsOn'));
      const there = before.some((one) => literal(one) === permission);
      return withMember(body, 'DependsOn', there ? before : [...before, permission], at);
    });
    return;
  }
  // A bucket cannot depend on what may not exist: SAM lets a tag refer to it.
  const Value = { 'Fn::If': [condition, ref(permission, at), 'no dependency'] };
  const tag = { Key: `sam:ConditionalDependsOn:${permission}`, Value };
  expansion.change(
    bucket,
    (before) => withMember(before, 'Tags', [...items(member(before, 'Tags')), tag], at),
    at,
  );
}

function withNotifications(bucket: Extract<Node, { kind: 'map' }>, notified: readonly Node[], at: Location) {
  const config = member(bucket, 'NotificationConfiguration');
  const readable = config?.kind === 'map' ? config : map([], config?.at ?? at);
  const before = items(member(readable, 'LambdaConfigurations'));
  const there = new Set(before.map(canonicalJson));
  const added = notified.filter((one) => !there.has(canonicalJson(one)));
  const all = withMember(readable, 'LambdaConfigurations', [...before, ...added], at);
  const open = config !== undefined && config.kind !== 'map';
  return withMember(
    bucket,
    'NotificationConfiguration',
    open ? { ...all, damaged: 'a configuration that is no map' } : all,
    config?.at ?? at,
  );
}

/** Whether a resource stands in the template with properties that can be added to. */
function isReadable(event: FunctionEvent, id: string): boolean {
  const body = event.shared.expansion.resources.get(id)?.value;
  const properties = member(body, 'Properties');
  return body?.kind === 'map' && (properties === undefined || properties.kind === 'map');
}

function cognitoEvent(event: FunctionEvent): void {
  const { properties, at, target } = event;
  const pool = idIn(member(properties, 'UserPool'));
  if (pool === undefined || !isReadable(event, pool)) {
    unknownEvent(event.shared, event.resource, event.name, 'its user pool is not in this template', at);
    return;
  }
  const source = getAtt(pool, 'Arn', at);
  permit(event, { principal: 'cognito-idp.amazonaws.com', source, prefix: `${target.id}Cognito` });
  event.shared.expansion.change(
    pool,
    (before) => {
      const config = member(before, 'LambdaConfig');
      let all = config?.kind === 'map' ? config : map([], at);
      for (const trigger of items(member(properties, 'Trigger'))) {
        const name = literal(trigger);
        if (name !== undefined) all = withMember(all, name, target.arn, at);
      }
      return withMember(before, 'LambdaConfig', all, at);
    },
    at,
  );
}

function logsEvent(event: FunctionEvent): void {
  const { properties, target, at, id } = event;
  const group = member(properties, 'LogGroupName');
  const text = 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${__LogGroupName__}:*';
  const source = sub(text, at, { __LogGroupName__: group });
  const permission = permit(event, { principal: 'logs.amazonaws.com', source });
  const filter = {
    LogGroupName: group,
    FilterPattern: member(properties, 'FilterPattern'),
    DestinationArn: target.arn,
  };
  const attributes = { ...event.passed, DependsOn: [permission] };
  event.shared.expansion.make(id, 'AWS::Logs::SubscriptionFilter', filter, attributes, at);
}

function iotEvent(event: FunctionEvent): void {
  const { properties, target, at, id } = event;
  const text = 'arn:${AWS::Partition}:iot:${AWS::Region}:${AWS::AccountId}:rule/${RuleName}';
  const source = sub(text, at, { RuleName: ref(id, at) });
  permit(event, { principal: 'iot.amazonaws.com', source, account: sub('${AWS::AccountId}', at) });
  const payload = {
    Sql: member(properties, 'Sql'),
    RuleDisabled: false,
    Actions: [{ Lambda: { FunctionArn: target.arn } }],
    AwsIotSqlVersion: member(properties, 'AwsIotSqlVersion'),
  };
  event.shared.expansion.make(id, 'AWS::IoT::TopicRule', { TopicRulePayload: payload }, event.passed, at);
}
