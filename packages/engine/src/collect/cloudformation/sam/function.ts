import type { Location } from '../../../model/origin.ts';
import type { Entry, MapNode, Node } from '../parse.ts';
import type { Apis } from './apis.ts';
import { codeAt } from './code.ts';
import { type Deployments, deploymentPreference } from './deployments.ts';
import { eventInvokeConfig } from './destinations.ts';
import { functionEvents, type Target } from './events.ts';
import { type Expansion, ownAttributes, passedOn, type Serverless, tagList } from './expansion.ts';
import {
  conditional,
  entry,
  getAtt,
  isGiven,
  isNoValue,
  literal,
  member,
  node,
  type Plain,
  ref,
  when,
} from './nodes.ts';
import { addPolicies, allow, assumedBy, inlinePolicy, managedArn, RoleDraft, XRAY } from './role.ts';
import { openProperties } from './unknown.ts';

/** What functions of one template share. */
export interface Shared {
  readonly expansion: Expansion;
  readonly apis: Apis;
  readonly deployments: Deployments;
}

/** AWS::Serverless::Function: the function, its role, version, alias and URL, and what its events make. */
export function expandFunction(shared: Shared, resource: Serverless): void {
  const { expansion } = shared;
  const { id, at, properties } = resource;
  const passed = passedOn(resource);
  const role = executionRole(expansion, resource);
  const made: Record<string, Plain | undefined> = { ...passedProperties(properties), Code: codeOf(resource) };
  made.Tags = tagList(member(properties, 'Tags'), { 'lambda:createdBy': 'SAM' }, at);
  const tracing = entry(properties, 'Tracing');
  if (tracing !== undefined && isGiven(tracing.value)) {
    made.TracingConfig = unlessDisabled(expansion, id, tracing, { Mode: tracing.value });
  }
  const queue = entry(properties, 'DeadLetterQueue');
  if (queue !== undefined) made.DeadLetterConfig = deadLetters(queue.value);
  if (isGiven(member(properties, 'CapacityProviderConfig'))) {
    made.CapacityProviderConfig = capacityProvider(member(properties, 'CapacityProviderConfig')!);
  }
  const own: Target = { id, arn: getAtt(id, 'Arn', at), name: ref(id, at), shorthand: `\${${id}.Arn}` };
  const alias = published(shared, resource, own, made);
  const target: Target = { ...(alias ?? own), ...conditionOn(passed) };
  functionUrl(expansion, resource, target, alias !== undefined);
  for (const policy of eventInvokeConfig(expansion, resource, alias)) role.policies.push(node(policy, at));
  addPolicies(expansion, resource, role);
  const written = role.policies.splice(0);
  role.policies.push(...queuePolicies(expansion, resource), ...written);
  const chosen = chosenRole(expansion, resource, role);
  made.Role = chosen.arn;
  expansion.make(
    id,
    'AWS::Lambda::Function',
    openProperties(made, properties, at),
    ownAttributes(resource),
    at,
  );
  functionEvents(shared, resource, target, role, passed);
  if (chosen.made) {
    role.make(
      expansion,
      properties,
      { ...passed, ...chosen.attributes },
      {
        Path: member(properties, 'RolePath'),
        PermissionsBoundary: member(properties, 'PermissionsBoundary'),
        Tags: made.Tags,
      },
    );
  }
}

/** `Tracing: Disabled` leaves tracing out; where a parameter without value says it, that hangs on the parameter. */
function unlessDisabled(expansion: Expansion, id: string, tracing: Entry, made: Plain): Node | undefined {
  const { value, at } = tracing;
  const text = expansion.text(value);
  if (text === 'Disabled') return undefined;
  if (text !== undefined || value.kind !== 'call' || value.name !== 'Ref') return node(made, at);
  const off = { 'Fn::Equals': [value, 'Disabled'] };
  return when(expansion.condition(`${id}Traced`, { 'Fn::Not': [off] }, at), made, at);
}

function conditionOn(passed: Readonly<Record<string, Plain | undefined>>): { condition?: string } {
  const condition = literal(passed.Condition as Node | undefined);
  return condition === undefined ? {} : { condition };
}

/** Properties that a function has under the same name. */
const PASSED = [
  'FunctionName',
  'Handler',
  'Runtime',
  'Description',
  'MemorySize',
  'Timeout',
  'VpcConfig',
  'Environment',
  'KmsKeyArn',
  'ReservedConcurrentExecutions',
  'Layers',
  'FileSystemConfigs',
  'ImageConfig',
  'PackageType',
  'Architectures',
  'SnapStart',
  'EphemeralStorage',
  'CodeSigningConfigArn',
  'RuntimeManagementConfig',
  'LoggingConfig',
  'TenancyConfig',
  'RecursiveLoop',
  'DurableConfig',
  'FunctionScalingConfig',
  'PublishToLatestPublished',
];

function passedProperties(properties: MapNode): Record<string, Plain | undefined> {
  return Object.fromEntries(PASSED.map((name) => [name, member(properties, name)]));
}

function codeOf(resource: Serverless): Node {
  const { properties, at } = resource;
  const code = codeAt(properties, at);
  const key = member(properties, 'SourceKMSKeyArn');
  if (key === undefined || literal(member(properties, 'PackageType')) === 'Image' || code.kind !== 'map')
    return code;
  return { ...code, entries: new Map([...code.entries, ['SourceKMSKeyArn', { value: key, at: key.at }]]) };
}

function deadLetters(queue: Node): Node {
  return queue.kind === 'map' ? node({ TargetArn: member(queue, 'TargetArn') }, queue.at) : queue;
}

function capacityProvider(config: Node): Node {
  const names = {
    Arn: 'CapacityProviderArn',
    PerExecutionEnvironmentMaxConcurrency: 'PerExecutionEnvironmentMaxConcurrency',
    ExecutionEnvironmentMemoryGiBPerVCpu: 'ExecutionEnvironmentMemoryGiBPerVCpu',
  };
  const made = Object.entries(names).map(([from, to]) => [to, member(config, from)] as const);
  return node({ LambdaManagedInstancesCapacityProviderConfig: Object.fromEntries(made) }, config.at);
}

/** The role that SAM would make, before events and policies. */
function executionRole(expansion: Expansion, resource: Serverless): RoleDraft {
  const { properties, at } = resource;
  const assume = member(properties, 'AssumeRolePolicyDocument') ?? assumedBy('lambda.amazonaws.com', at);
  const role = new RoleDraft(`${resource.id}Role`, assume, at);
  const durable = isGiven(member(properties, 'DurableConfig'));
  const basic = durable ? 'AWSLambdaBasicDurableExecutionRolePolicy' : 'AWSLambdaBasicExecutionRole';
  role.addManaged(managedArn(`service-role/${basic}`, at));
  const tracing = entry(properties, 'Tracing');
  if (tracing !== undefined && isGiven(tracing.value)) {
    const policy = unlessDisabled(expansion, resource.id, tracing, managedArn(XRAY, tracing.at));
    if (policy !== undefined) role.addManaged(policy);
  }
  const vpc = entry(properties, 'VpcConfig');
  if (vpc !== undefined && isGiven(vpc.value)) {
    role.addManaged(managedArn('service-role/AWSLambdaVPCAccessExecutionRole', vpc.at));
  }
  return role;
}

function queuePolicies(expansion: Expansion, resource: Serverless): Node[] {
  const queue = entry(resource.properties, 'DeadLetterQueue');
  if (queue === undefined) return [];
  const type = expansion.text(member(queue.value, 'Type'));
  const action = type === 'SQS' ? 'sqs:SendMessage' : type === 'SNS' ? 'sns:Publish' : undefined;
  if (action === undefined) {
    const what = `the permission for the dead-letter queue of ${resource.id}`;
    expansion.notSeen(what, 'its Type is neither SQS nor SNS', 'a Type of DeadLetterQueue', queue.at);
    return [];
  }
  const policy = inlinePolicy(
    'DeadLetterQueuePolicy',
    [allow(action, member(queue.value, 'TargetArn'))],
    true,
  );
  return [node(policy, queue.at)];
}

interface ChosenRole {
  readonly arn: Node;
  /** Whether SAM makes a role of its own. */
  readonly made: boolean;
  readonly attributes: Readonly<Record<string, Plain>>;
}

function chosenRole(expansion: Expansion, resource: Serverless, role: RoleDraft): ChosenRole {
  const given = entry(resource.properties, 'Role');
  const own = getAtt(role.id, 'Arn', given?.at ?? resource.at);
  if (given === undefined) return { arn: own, made: true, attributes: {} };
  const choice = conditional(given.value);
  if (choice === undefined) return { arn: given.value, made: false, attributes: {} };
  const { name, yes, no } = choice;
  if (isNoValue(yes) && isNoValue(no)) return { arn: own, made: true, attributes: {} };
  if (isNoValue(yes)) {
    return { arn: when(name, own, given.at, no), made: true, attributes: { Condition: name } };
  }
  if (isNoValue(no)) {
    const negated = expansion.condition(`NOT${name}`, { 'Fn::Not': [{ Condition: name }] }, given.at);
    return { arn: when(name, yes, given.at, own), made: true, attributes: { Condition: negated } };
  }
  return { arn: given.value, made: false, attributes: {} };
}

/** Version and alias of `AutoPublishAlias`, with the deployment that shifts traffic between them. */
function published(
  shared: Shared,
  resource: Serverless,
  own: Target,
  made: Record<string, Plain | undefined>,
): Target | undefined {
  const { expansion } = shared;
  const { id, properties } = resource;
  const written = entry(properties, 'AutoPublishAlias');
  if (written === undefined || !isGiven(written.value)) {
    const preference = entry(properties, 'DeploymentPreference');
    if (preference !== undefined) deploymentPreference(shared, resource, preference, undefined);
    return undefined;
  }
  const { at } = written;
  const passed = passedOn(resource);
  const versionId = `${id}Version`;
  const deletion = passed.DeletionPolicy ?? versionPolicy(resource);
  const scaled = isGiven(member(properties, 'CapacityProviderConfig'));
  expansion.make(
    versionId,
    'AWS::Lambda::Version',
    {
      FunctionName: own.name,
      Description: member(properties, 'VersionDescription'),
      FunctionScalingConfig: scaled ? member(properties, 'FunctionScalingConfig') : undefined,
    },
    { ...passed, DeletionPolicy: deletion },
    at,
  );
  hashedDescription(expansion, properties, made);
  const name = expansion.text(written.value);
  const suffix = name?.replaceAll('-', 'D').replaceAll('_', 'U') ?? openName(written.value);
  const aliasId = `${id}Alias${suffix}`;
  expansion.aliases.set(`${id}.Version`, versionId);
  expansion.aliases.set(`${id}.Alias`, aliasId);
  const preference = entry(properties, 'DeploymentPreference');
  const update =
    preference === undefined ? undefined : deploymentPreference(shared, resource, preference, aliasId);
  expansion.make(
    aliasId,
    'AWS::Lambda::Alias',
    {
      Name: written.value,
      FunctionName: own.name,
      FunctionVersion: getAtt(versionId, 'Version', at),
      ProvisionedConcurrencyConfig: member(properties, 'ProvisionedConcurrencyConfig'),
    },
    { ...passed, UpdatePolicy: update },
    at,
  );
  return { id: aliasId, arn: ref(aliasId, at), name: ref(aliasId, at), shorthand: `\${${aliasId}}` };
}

function versionPolicy(resource: Serverless): Plain {
  const written = member(resource.properties, 'VersionDeletionPolicy');
  if (written !== undefined) return written;
  return isGiven(member(resource.properties, 'CapacityProviderConfig')) ? 'Delete' : 'Retain';
}

/** The hash of the code goes into the description, so that a new one makes a new version. */
function hashedDescription(
  expansion: Expansion,
  properties: MapNode,
  made: Record<string, Plain | undefined>,
): void {
  const hash = entry(properties, 'AutoPublishCodeSha256');
  if (hash === undefined) return;
  const text = expansion.text(made.Description as Node | undefined);
  const before = made.Description as Node | undefined;
  if (!isGiven(before)) made.Description = hash.value;
  else if (text === undefined || literal(hash.value) === undefined) {
    made.Description = node({ 'Fn::Join': [' ', [before, hash.value]] }, hash.at);
  } else made.Description = node(`${text} ${literal(hash.value)}`, hash.at);
}

/** Stands in an id for a name that is not known: `${Stage}`. */
export function openName(of: Node): string {
  const id = of.kind === 'call' && of.name === 'Ref' ? literal(of.argument) : undefined;
  return `\${${id ?? '?'}}`;
}

function functionUrl(expansion: Expansion, resource: Serverless, target: Target, aliased: boolean): void {
  const written = entry(resource.properties, 'FunctionUrlConfig');
  if (written === undefined || !isGiven(written.value)) return;
  const { at } = written;
  const config = written.value;
  const passed = passedOn(resource);
  const name = aliased ? target.arn : target.name;
  expansion.make(
    `${resource.id}Url`,
    'AWS::Lambda::Url',
    openProperties(
      {
        Cors: member(config, 'Cors'),
        AuthType: member(config, 'AuthType'),
        TargetFunctionArn: name,
        InvokeMode: member(config, 'InvokeMode'),
      },
      config,
      at,
    ),
    passed,
    at,
  );
  // SAM opens the URL where `NONE` is written; an expression gets no permission, whatever it comes to.
  const type = member(config, 'AuthType');
  if (type !== undefined && literal(type) === 'NONE') {
    publicPermissions(expansion, resource, name, type, passed, at);
  }
}

function publicPermissions(
  expansion: Expansion,
  resource: Serverless,
  name: Node,
  type: Node,
  passed: Readonly<Record<string, Plain | undefined>>,
  at: Location,
): void {
  expansion.make(
    `${resource.id}UrlPublicPermissions`,
    'AWS::Lambda::Permission',
    { Action: 'lambda:InvokeFunctionUrl', FunctionName: name, Principal: '*', FunctionUrlAuthType: type },
    passed,
    at,
  );
  expansion.make(
    `${resource.id}URLInvokeAllowPublicAccess`,
    'AWS::Lambda::Permission',
    { Action: 'lambda:InvokeFunction', FunctionName: name, Principal: '*', InvokedViaFunctionUrl: true },
    passed,
    at,
  );
}
