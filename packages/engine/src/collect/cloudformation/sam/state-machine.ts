import type { Location } from '../../../model/origin.ts';
import type { Entry, MapNode, Node } from '../parse.ts';
import { objectAt } from './code.ts';
import { eventsOf, targetId, unknownEvent, type WrittenEvent } from './events.ts';
import { type Expansion, ownAttributes, passedOn, type Serverless, tagList } from './expansion.ts';
import type { Shared } from './function.ts';
import { entry, getAtt, isGiven, isTrue, literal, map, member, node, type Plain, ref } from './nodes.ts';
import { addPolicies, allow, assumedBy, inlinePolicy, managedArn, RoleDraft, XRAY } from './role.ts';
import { queueForRule, rule, schedule } from './rules.ts';
import { integrationBody } from './state-machine-routes.ts';
import { openProperties } from './unknown.ts';

/** AWS::Serverless::StateMachine: the state machine, its role, version and alias, and what its events make. */
export function expandStateMachine(shared: Shared, resource: Serverless): void {
  const { expansion } = shared;
  const { id, at, properties } = resource;
  const passed = passedOn(resource);
  const given = member(properties, 'Role');
  const tags = tagList(member(properties, 'Tags'), { 'stateMachine:createdBy': 'SAM' }, at);
  if (!isGiven(given)) {
    const role = new RoleDraft(`${id}Role`, assumedBy('states.amazonaws.com', at), at);
    addPolicies(expansion, resource, role);
    const tracing = member(properties, 'Tracing');
    if (isTrue(member(tracing, 'Enabled'))) role.addManaged(managedArn(XRAY, tracing!.at));
    role.make(expansion, properties, passed, {
      Path: member(properties, 'RolePath'),
      PermissionsBoundary: member(properties, 'PermissionsBoundary'),
      ManagedPolicyArns: role.managed,
      Tags: tags,
    });
  }
  const made = {
    ...definitionOf(properties, at),
    RoleArn: isGiven(given) ? given : getAtt(`${id}Role`, 'Arn', at),
    StateMachineName: member(properties, 'Name'),
    StateMachineType: member(properties, 'Type'),
    LoggingConfiguration: member(properties, 'Logging'),
    TracingConfiguration: member(properties, 'Tracing'),
    Tags: tags,
  };
  const open = openProperties(made, properties, at);
  expansion.make(id, 'AWS::StepFunctions::StateMachine', open, ownAttributes(resource), at);
  const alias = published(expansion, resource);
  const aliased = isTrue(member(properties, 'UseAliasAsEventTarget')) ? alias : undefined;
  for (const event of eventsOf(shared, resource)) machineEvent(shared, resource, event, aliased ?? id);
}

function definitionOf(properties: MapNode, at: Location): Record<string, Plain | undefined> {
  const definition = entry(properties, 'Definition');
  const substitutions = member(properties, 'DefinitionSubstitutions');
  const given = isGiven(substitutions) ? substitutions : undefined;
  if (definition !== undefined) {
    const { text, values } = substituted(definition);
    const all = values.entries.size === 0 ? given : joined(given, values);
    return { DefinitionString: text, DefinitionSubstitutions: all };
  }
  const uri = member(properties, 'DefinitionUri');
  // A file of this repository was read in place of its path.
  if (uri?.kind === 'map' && uri.entries.has('States')) {
    return { DefinitionString: { 'Fn::ToJsonString': uri }, DefinitionSubstitutions: given };
  }
  return {
    DefinitionS3Location: objectAt(uri, 'Bucket', 'Key', 'Version', uri?.at ?? at),
    DefinitionSubstitutions: given,
  };
}

function joined(given: Node | undefined, values: MapNode): Node {
  if (given?.kind !== 'map')
    return given === undefined ? values : { ...values, damaged: 'other substitutions' };
  return { ...given, entries: new Map([...given.entries, ...values.entries]) };
}

/** A definition as JSON text; expressions in it become substitutions, for only those are filled in at deployment. */
function substituted(definition: Entry): { readonly text: Node; readonly values: MapNode } {
  const values = new Map<string, Entry>();
  const replace = (of: Node): Node => {
    const dynamic = of.kind === 'scalar' && /^\{\{resolve:[a-zA-Z-]+:.+\}\}$/.test(of.text);
    if (of.kind === 'call' || dynamic) {
      const name = `definition_substitution_${values.size + 1}`;
      values.set(name, { value: of, at: of.at });
      return node(`\${${name}}`, of.at);
    }
    if (of.kind === 'list') return { ...of, items: of.items.map(replace) };
    if (of.kind !== 'map') return of;
    const sorted = [...of.entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return { ...of, entries: new Map(sorted.map(([name, e]) => [name, { ...e, value: replace(e.value) }])) };
  };
  const text = node({ 'Fn::ToJsonString': replace(definition.value) }, definition.at);
  return { text, values: { ...map([], definition.at), entries: values } };
}

/** Version and alias of `AutoPublishAlias`; gives the id of the alias. */
function published(expansion: Expansion, resource: Serverless): string | undefined {
  const { id, properties } = resource;
  const written = entry(properties, 'AutoPublishAlias');
  if (written === undefined || !isGiven(written.value)) return undefined;
  const { value: name, at } = written;
  const passed = passedOn(resource);
  const version = `${id}Version`;
  expansion.make(
    version,
    'AWS::StepFunctions::StateMachineVersion',
    { StateMachineArn: ref(id, at), StateMachineRevisionId: getAtt(id, 'StateMachineRevisionId', at) },
    {
      ...passed,
      DeletionPolicy: passed.DeletionPolicy ?? 'Retain',
      UpdateReplacePolicy: passed.UpdateReplacePolicy ?? 'Retain',
    },
    at,
  );
  const preference = member(properties, 'DeploymentPreference');
  const deployment: Record<string, Plain> = { Type: 'ALL_AT_ONCE' };
  if (preference?.kind === 'map') {
    delete deployment.Type;
    for (const [key, e] of preference.entries) deployment[key] = e.value;
  }
  deployment.StateMachineVersionArn = ref(version, at);
  const alias = `${id}Alias${literal(name) ?? openName(name)}`;
  expansion.aliases.set(`${id}.Alias`, alias);
  expansion.aliases.set(`${id}.Version`, version);
  const made = { Name: name, DeploymentPreference: deployment };
  expansion.make(alias, 'AWS::StepFunctions::StateMachineAlias', made, passed, at);
  return alias;
}

function openName(of: Node): string {
  const id = of.kind === 'call' && of.name === 'Ref' ? literal(of.argument) : undefined;
  return `\${${id ?? '?'}}`;
}

function machineEvent(shared: Shared, resource: Serverless, event: WrittenEvent, target: string): void {
  const { expansion } = shared;
  const { properties, at } = event;
  const id = `${resource.id}${event.name}`;
  const passed = passedOn(resource);
  const arn = ref(target, at);
  const scheduled = { id, properties, passed, at };
  if (event.type === 'ScheduleV2') {
    schedule(expansion, scheduled, arn, { actions: 'states:StartExecution', suffix: 'StartExecutionPolicy' });
    return;
  }
  if (event.type === 'Api') {
    startRole(expansion, resource, id, 'apigateway.amazonaws.com', arn, at);
    integrationBody(shared, resource, event, target, getAtt(`${id}Role`, 'Arn', at));
    return;
  }
  const isSchedule = event.type === 'Schedule';
  if (!isSchedule && event.type !== 'CloudWatchEvent' && event.type !== 'EventBridgeRule') {
    unknownEvent(shared, resource, event.name, `its type ${event.type} is not known`, at);
    return;
  }
  const given = isSchedule ? member(properties, 'RoleArn') : undefined;
  if (given === undefined) startRole(expansion, resource, id, 'events.amazonaws.com', arn, at);
  const queue = queueForRule(expansion, scheduled, getAtt(id, 'Arn', at), passed);
  const aim = {
    Arn: arn,
    Id: member(member(properties, 'Target'), 'Id') ?? targetId(id, 'StepFunctionsTarget'),
    RoleArn: given ?? getAtt(`${id}Role`, 'Arn', at),
    Input: member(properties, 'Input'),
    InputPath: isSchedule ? undefined : member(properties, 'InputPath'),
    DeadLetterConfig: queue === undefined ? undefined : { Arn: queue },
    RetryPolicy: member(properties, 'RetryPolicy'),
    InputTransformer: isSchedule ? undefined : member(properties, 'InputTransformer'),
  };
  const made = isSchedule
    ? { ScheduleExpression: member(properties, 'Schedule'), Name: member(properties, 'Name') }
    : {
        EventBusName: member(properties, 'EventBusName'),
        EventPattern: member(properties, 'Pattern'),
        Name: member(properties, 'RuleName'),
      };
  rule(expansion, scheduled, made, aim);
}

function startRole(
  expansion: Expansion,
  resource: Serverless,
  id: string,
  service: string,
  machine: Node,
  at: Location,
): void {
  const role = {
    AssumeRolePolicyDocument: assumedBy(service, at),
    Policies: [inlinePolicy(`${id}RoleStartExecutionPolicy`, [allow('states:StartExecution', machine)])],
    PermissionsBoundary: member(resource.properties, 'PermissionsBoundary'),
  };
  expansion.make(`${id}Role`, 'AWS::IAM::Role', role, passedOn(resource), at);
}
