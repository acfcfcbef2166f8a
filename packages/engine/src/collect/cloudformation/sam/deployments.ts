import type { Location } from '../../../model/origin.ts';
import type { Entry, Node } from '../parse.ts';
import { conditionOf, type Expansion, type Serverless, tagList } from './expansion.ts';
import type { Shared } from './function.ts';
import {
  conditional,
  entry,
  getAtt,
  inArms,
  isGiven,
  isNoValue,
  isTrue,
  literal,
  map,
  member,
  members,
  node,
  type Plain,
  ref,
} from './nodes.ts';
import { assumedBy, managedArn } from './role.ts';

const APPLICATION = 'ServerlessDeploymentApplication';
const SERVICE_ROLE = 'CodeDeployServiceRole';

/** The deployment preferences of all functions of a template, which share an application and a role. */
export class Deployments {
  readonly preferences: Preference[] = [];
}

interface Preference {
  readonly functionId: string;
  readonly written: Node;
  readonly at: Location;
  readonly role: Node | undefined;
  /** The condition of the function where it goes over to the deployment. */
  readonly condition: string | undefined;
  /** The condition under which the preference is switched on, where that hangs on a parameter. */
  readonly enabled: string | undefined;
  readonly tags: Node | undefined;
}

/** Notes a preference and gives the update policy of the alias; nothing where it is switched off. */
export function deploymentPreference(
  shared: Shared,
  resource: Serverless,
  written: Entry,
  alias: string | undefined,
): Plain | undefined {
  const { expansion } = shared;
  const { value, at } = written;
  if (value.kind !== 'map') {
    expansion.notSeen(
      `the deployment of ${resource.id}`,
      'it is no map',
      'a readable DeploymentPreference',
      at,
    );
    return undefined;
  }
  const enabled = switchedOn(expansion, resource, member(value, 'Enabled'));
  if (enabled === false) return undefined;
  if (alias === undefined) {
    expansion.notSeen(
      `the deployment of ${resource.id}`,
      'the function has no AutoPublishAlias',
      'an alias',
      at,
    );
    return undefined;
  }
  const passing = expansion.text(member(value, 'PassthroughCondition'));
  const propagates = isTrue(member(resource.properties, 'PropagateTags'));
  shared.deployments.preferences.push({
    functionId: resource.id,
    written: value,
    at,
    role: entry(value, 'Role')?.value,
    condition: passing !== undefined && /^true$/i.test(passing) ? conditionOf(resource) : undefined,
    enabled: enabled === true ? undefined : enabled,
    tags: propagates ? member(resource.properties, 'Tags') : undefined,
  });
  const hooks = member(value, 'Hooks');
  const update = {
    CodeDeployLambdaAliasUpdate: {
      ApplicationName: ref(APPLICATION, at),
      DeploymentGroupName: ref(`${resource.id}DeploymentGroup`, at),
      BeforeAllowTrafficHook: member(hooks, 'PreTraffic'),
      AfterAllowTrafficHook: member(hooks, 'PostTraffic'),
    },
  };
  if (enabled === true) return update;
  return { 'Fn::If': [enabled, node(update, at), { Ref: 'AWS::NoValue' }] };
}

/** Whether a preference is on; a condition where a parameter without value decides it. */
function switchedOn(expansion: Expansion, resource: Serverless, written: Node | undefined): boolean | string {
  if (written === undefined) return true;
  const text = expansion.text(written);
  if (text !== undefined) return !/^false$/i.test(text);
  const off = ['false', 'False'].map((no) => ({ 'Fn::Equals': [written, no] }));
  const name = `${resource.id}DeploymentPreferenceEnabled`;
  return expansion.condition(name, { 'Fn::Not': [{ 'Fn::Or': off }] }, written.at);
}

/** The application, the role and the groups of CodeDeploy. */
export function expandDeployments(expansion: Expansion, deployments: Deployments): void {
  const { preferences } = deployments;
  const [first] = preferences;
  if (first === undefined) return;
  const condition = sharedCondition(expansion, preferences);
  const attributes = { Condition: condition };
  const tags = mergedTags(preferences, first.at);
  expansion.make(
    APPLICATION,
    'AWS::CodeDeploy::Application',
    { ComputePlatform: 'Lambda', Tags: tags },
    attributes,
    first.at,
  );
  if (!preferences.every((p) => p.role !== undefined)) {
    const role = {
      AssumeRolePolicyDocument: assumedBy('codedeploy.amazonaws.com', first.at),
      ManagedPolicyArns: [managedArn('service-role/AWSCodeDeployRoleForLambda', first.at)],
      Tags: tags,
    };
    expansion.make(SERVICE_ROLE, 'AWS::IAM::Role', role, attributes, first.at);
  }
  for (const preference of preferences) deploymentGroup(expansion, preference);
}

/** What the application hangs on: nothing as soon as one preference is there unconditionally. */
function sharedCondition(expansion: Expansion, preferences: readonly Preference[]): string | undefined {
  const conditions = preferences.map((p) => ownCondition(expansion, p));
  if (conditions.some((c) => c === undefined)) return undefined;
  const names = [...new Set(conditions)];
  if (names.length === 1) return names[0];
  const parts = names.map((name) => ({ Condition: name! }));
  return expansion.condition('ServerlessCodeDeployCondition', { 'Fn::Or': parts }, preferences[0]!.at);
}

function ownCondition(expansion: Expansion, preference: Preference): string | undefined {
  const { condition, enabled, functionId, at } = preference;
  if (condition === undefined || enabled === undefined) return condition ?? enabled;
  const both = { 'Fn::And': [{ Condition: condition }, { Condition: enabled }] };
  return expansion.condition(`${functionId}DeploymentCondition`, both, at);
}

function mergedTags(preferences: readonly Preference[], at: Location): Node | undefined {
  const tags = new Map(preferences.flatMap((p) => members(p.tags)));
  return tags.size === 0
    ? undefined
    : tagList(
        map(
          [...tags].map(([k, e]) => [k, e.value]),
          at,
        ),
      );
}

function deploymentGroup(expansion: Expansion, preference: Preference): void {
  const { functionId, written, at, role, tags } = preference;
  const triggers = member(written, 'TriggerConfigurations');
  const type = member(written, 'Type');
  const properties = {
    AlarmConfiguration: alarmConfiguration(member(written, 'Alarms')),
    ApplicationName: ref(APPLICATION, at),
    AutoRollbackConfiguration: {
      Enabled: true,
      Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
    },
    DeploymentConfigName: type === undefined ? undefined : deploymentType(expansion.decided(type)),
    DeploymentStyle: { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' },
    ServiceRoleArn: role ?? getAtt(SERVICE_ROLE, 'Arn', at),
    TriggerConfigurations: isGiven(triggers) ? triggers : undefined,
    Tags: isGiven(tags) ? tagList(tags) : undefined,
  };
  const attributes = { Condition: ownCondition(expansion, preference) };
  const id = `${functionId}DeploymentGroup`;
  expansion.make(id, 'AWS::CodeDeploy::DeploymentGroup', properties, attributes, at);
}

function alarmConfiguration(alarms: Node | undefined): Plain | undefined {
  if (!isGiven(alarms) || isNoValue(alarms)) return undefined;
  if (conditional(alarms) !== undefined) {
    return inArms(alarms, (arm) => node(alarmsOf(arm), arm.at));
  }
  return alarmsOf(alarms);
}

function alarmsOf(alarms: Node): Plain {
  if (alarms.kind !== 'list') {
    const why = 'alarms that are no list';
    return { kind: 'unreadable', why, decidedBy: 'the list of alarms', at: alarms.at };
  }
  const [first] = alarms.items;
  if (first === undefined || isNoValue(first)) return {};
  return { Enabled: true, Alarms: alarms.items.map((Name) => ({ Name })) };
}

/** The names of deployment configurations that CodeDeploy has for Lambda, as SAM writes them. */
const CONFIGURATIONS: ReadonlySet<string> = new Set([
  'Canary10Percent5Minutes',
  'Canary10Percent10Minutes',
  'Canary10Percent15Minutes',
  'Canary10Percent30Minutes',
  'Linear10PercentEvery1Minute',
  'Linear10PercentEvery2Minutes',
  'Linear10PercentEvery3Minutes',
  'Linear10PercentEvery10Minutes',
  'AllAtOnce',
]);

function deploymentType(type: Node): Node {
  if (type.kind === 'call') return { ...type, argument: deploymentType(type.argument) };
  if (type.kind === 'list') return { ...type, items: type.items.map(deploymentType) };
  const text = literal(type);
  return text !== undefined && CONFIGURATIONS.has(text)
    ? node(`CodeDeployDefault.Lambda${text}`, type.at)
    : type;
}
