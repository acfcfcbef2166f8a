import { rowOf } from '../../../knowledge/row-of.ts';
import {
  CONNECTOR_ENDS,
  CONNECTOR_PROFILES,
  type ConnectorAccess,
  type ConnectorProfile,
} from '../../../knowledge/sam/connector-profiles.ts';
import type { Location } from '../../../model/origin.ts';
import type { Entry, Node } from '../parse.ts';
import { type Expansion, ownAttributes, type Serverless } from './expansion.ts';
import {
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
  same,
  sub,
  withMember,
  withMembers,
} from './nodes.ts';
import { allow } from './role.ts';

/** Connectors that stand in a resource (`Connectors`), as resources of their own. */
export function embeddedConnectors(resources: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const [id, written] of resources) {
    for (const [name, { value, at }] of members(member(written.value, 'Connectors'))) {
      if (value.kind !== 'map') continue;
      const properties = member(value, 'Properties');
      const reference = member(properties, 'SourceReference');
      let source = map([['Id', id]], at);
      for (const [key, e] of members(reference)) source = withMember(source, key, e.value);
      const own = properties?.kind === 'map' ? properties : map([], at);
      const all = withMember(withMember(own, 'SourceReference', undefined), 'Source', source, at);
      const body = withMembers(value, { Type: 'AWS::Serverless::Connector', Properties: all }, at);
      found.set(`${id}${name}`, { value: body, at });
    }
  }
  return found;
}

/** One side of a connector, as far as it can be told. */
interface End {
  readonly id?: string;
  readonly type: string;
  /** Type in the template as it is written. */
  readonly written: string;
  readonly values: Readonly<Record<string, Node | undefined>>;
  readonly role: Node | undefined;
  readonly url: Node | undefined;
}

/** AWS::Serverless::Connector: the policy that lets one resource reach another. */
export function expandConnector(expansion: Expansion, resource: Serverless): void {
  const { id, properties } = resource;
  const destination = member(properties, 'Destination');
  const several = destination?.kind === 'list';
  const made: string[] = [];
  items(destination).forEach((one, index) => {
    const source = member(properties, 'Source');
    const ends = [endOf(expansion, source, one), endOf(expansion, one, source)] as const;
    made.push(...connect(expansion, resource, ends, several ? `Destination${index}` : ''));
  });
  if (made.length > 0) dependOn(expansion, id, made);
}

function endOf(expansion: Expansion, written: Node | undefined, other: Node | undefined): End | undefined {
  const id = literal(member(written, 'Id'));
  if (id === undefined) {
    const type = literal(member(written, 'Type'));
    if (type === undefined) return undefined;
    const values = Object.fromEntries(
      Object.entries({ Arn: 'Arn', ResourceId: 'ResourceId', Name: 'Name', Qualifier: 'Qualifier' }).map(
        ([key, name]) => [key, member(written, name)],
      ),
    );
    const role = member(written, 'RoleName');
    return {
      type: rowOf(CLOUDFORMATION, type) ?? type,
      written: rowOf(CLOUDFORMATION, type) ?? type,
      values,
      role,
      url: member(written, 'QueueUrl'),
    };
  }
  const body = expansion.resources.get(id)?.value;
  const type = literal(member(body, 'Type'));
  if (type === undefined) return undefined;
  const end = rowOf(CONNECTOR_ENDS, type);
  const at = written!.at;
  const value = (attribute: string | undefined): Node | undefined => {
    if (attribute === undefined) return undefined;
    return attribute === 'Ref' ? ref(id, at) : getAtt(id, attribute, at);
  };
  const qualifier = end?.qualifier === undefined ? undefined : node(end.qualifier, at);
  return {
    id,
    type,
    written: expansion.typeOf(id) ?? type,
    values: {
      Arn: value(end?.arn),
      ResourceId: value(end?.id),
      Name: value(end?.name),
      Qualifier: member(written, 'Qualifier') ?? qualifier,
    },
    role: roleOf(member(body, 'Properties'), end?.role, other),
    url: value(end?.url),
  };
}

/** SAM's types under the names of CloudFormation. */
const CLOUDFORMATION: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'AWS::Lambda::Function',
  'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
  'AWS::Serverless::Api': 'AWS::ApiGateway::RestApi',
  'AWS::Serverless::HttpApi': 'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
};

function roleOf(
  properties: Node | undefined,
  name: string | undefined,
  other: Node | undefined,
): Node | undefined {
  if (name === undefined) return undefined;
  const role = name === 'Targets' ? targetRole(properties, other) : member(properties, name);
  const id = idIn(role);
  return role === undefined || id === undefined ? undefined : ref(id, role.at);
}

/** The role of a rule stands at the target that the connector leads to. */
function targetRole(rule: Node | undefined, other: Node | undefined): Node | undefined {
  const id = literal(member(other, 'Id'));
  const arn = member(other, 'Arn');
  const target = items(member(rule, 'Targets')).find((one) => {
    const aim = member(one, 'Arn');
    if (aim === undefined) return false;
    return (id !== undefined && idIn(aim) === id) || (arn !== undefined && same(aim, arn));
  });
  return member(target, 'RoleArn');
}

/** Makes the policies between two ends; gives their ids. */
function connect(
  expansion: Expansion,
  resource: Serverless,
  [source, destination]: readonly [End | undefined, End | undefined],
  suffix: string,
): readonly string[] {
  const { at } = resource;
  const key = `${source?.type ?? '?'} > ${destination?.type ?? '?'}`;
  const profile = CONNECTOR_PROFILES[key];
  const asked = items(member(resource.properties, 'Permissions')).map((one) => expansion.text(one));
  const why = refusal(profile, asked, source, destination);
  if (profile === undefined || source === undefined || destination === undefined || why !== undefined) {
    const between = `connector ${resource.id} (${key})`;
    expansion.notSeen(between, why ?? 'what it connects is not known', 'a connector that SAM knows', at);
    return [];
  }
  const wanted = Object.entries(profile.access).filter(([name]) => asked.includes(name));
  const values = valuesOf(source, destination);
  const context: Connecting = { expansion, resource, profile, source, destination, suffix, values };
  return MAKERS[profile.policyOf](context, wanted);
}

function refusal(
  profile: ConnectorProfile | undefined,
  asked: readonly (string | undefined)[],
  source: End | undefined,
  destination: End | undefined,
): string | undefined {
  if (profile === undefined || source === undefined || destination === undefined) {
    return 'SAM has no connector between these';
  }
  if (
    asked.length === 0 ||
    asked.some((name) => name === undefined || !Object.hasOwn(profile.access, name))
  ) {
    return 'its Permissions are not known';
  }
  const sorted = [...asked].sort().join();
  if (
    profile.together !== undefined &&
    !profile.together.some((names) => [...names].sort().join() === sorted)
  ) {
    return 'its Permissions do not go together';
  }
  const end = profile.at === 'source' ? source : destination;
  if (profile.policyOf === 'role' && end.role === undefined)
    return `the role of the ${profile.at} is not known`;
  if (profile.policyOf === 'queue' && end.url === undefined) return `the queue is not known`;
  return undefined;
}

function valuesOf(source: End, destination: End): ReadonlyMap<string, Node> {
  const values = new Map<string, Node>();
  for (const [side, end] of [
    ['Source', source],
    ['Destination', destination],
  ] as const) {
    for (const [name, value] of Object.entries(end.values)) {
      if (value !== undefined) values.set(`${side}.${name}`, value);
    }
  }
  return values;
}

interface Connecting {
  readonly expansion: Expansion;
  readonly resource: Serverless;
  readonly profile: ConnectorProfile;
  readonly source: End;
  readonly destination: End;
  readonly suffix: string;
  readonly values: ReadonlyMap<string, Node>;
}

type Wanted = readonly (readonly [string, ConnectorAccess])[];

const MAKERS: Readonly<
  Record<ConnectorProfile['policyOf'], (context: Connecting, wanted: Wanted) => readonly string[]>
> = { role: rolePolicy, function: permissions, queue: queuePolicy, topic: topicPolicy };

function make(context: Connecting, id: string, type: string, properties: Plain): string {
  const { expansion, resource, source, destination } = context;
  const own = ownAttributes(resource);
  const types = { Source: { Type: source.written }, Destination: { Type: destination.written } };
  const written = own.Metadata as Node | undefined;
  const metadata = withMember(
    written?.kind === 'map' ? written : map([], resource.at),
    'aws:sam:connectors',
    { [resource.id]: types },
    resource.at,
  );
  expansion.make(id, type, properties, { ...own, Metadata: metadata }, resource.at);
  return id;
}

function rolePolicy(context: Connecting, wanted: Wanted): readonly string[] {
  const { resource, profile, expansion, source, destination } = context;
  const { at } = resource;
  const end = profile.at === 'source' ? source : destination;
  const statements = wanted.flatMap(([, access]) =>
    (access.statements ?? []).map((s) =>
      node(
        allow(
          s.actions.split(' '),
          s.resources.map((text) => filled(context, text, at)),
        ),
        at,
      ),
    ),
  );
  const document = { Version: '2012-10-17', Statement: statements };
  const id = `${resource.id}Policy${context.suffix}`;
  make(context, id, 'AWS::IAM::ManagedPolicy', { PolicyDocument: document, Roles: [end.role] });
  if (profile.dependedBy === 'source' && source.id !== undefined) addDependency(expansion, source.id, id);
  if (profile.dependedBy === 'mapping') {
    const mappings = mappingsBetween(expansion, source, destination);
    if (mappings.length === 1) addDependency(expansion, mappings[0]!, id);
  }
  return [id];
}

function permissions(context: Connecting, wanted: Wanted): readonly string[] {
  const { resource, profile, source, destination } = context;
  const { at } = resource;
  const end = profile.at === 'source' ? source : destination;
  return wanted.map(([name, access]) => {
    const suffix = context.suffix === '' ? '' : context.suffix;
    return make(context, `${resource.id}${name}LambdaPermission${suffix}`, 'AWS::Lambda::Permission', {
      Action: 'lambda:InvokeFunction',
      FunctionName: end.values.Arn,
      Principal: access.service,
      SourceArn: filled(context, access.source ?? '', at),
      SourceAccount: access.account === undefined ? undefined : filled(context, access.account, at),
    });
  });
}

function queuePolicy(context: Connecting, wanted: Wanted): readonly string[] {
  const { resource, profile, source, destination } = context;
  const end = profile.at === 'source' ? source : destination;
  const properties = { PolicyDocument: sendDocument(context, wanted, 'sqs:SendMessage'), Queues: [end.url] };
  const id = `${resource.id}QueuePolicy${context.suffix}`;
  return [make(context, id, 'AWS::SQS::QueuePolicy', properties)];
}

function topicPolicy(context: Connecting, wanted: Wanted): readonly string[] {
  const { resource, profile, source, destination } = context;
  const end = profile.at === 'source' ? source : destination;
  const properties = {
    Topics: [end.values.Arn],
    PolicyDocument: sendDocument(context, wanted, 'sns:Publish'),
  };
  const id = `${resource.id}TopicPolicy${context.suffix}`;
  return [make(context, id, 'AWS::SNS::TopicPolicy', properties)];
}

function sendDocument(context: Connecting, wanted: Wanted, action: string): Plain {
  const { at } = context.resource;
  const statements = wanted.map(([, access]) => ({
    Effect: 'Allow',
    Principal: { Service: access.service },
    Resource: filled(context, '%{Destination.Arn}', at),
    Action: action,
    Condition: { ArnEquals: { 'aws:SourceArn': filled(context, access.source ?? '', at) } },
  }));
  return { Version: '2012-10-17', Statement: statements };
}

/** `%{Source.Arn}/*` with what it stands for. */
function filled(context: Connecting, text: string, at: Location): Node {
  const value = (name: string): Node => context.values.get(name) ?? missing(context, name, at);
  const whole = /^%\{([\w.]+)\}$/.exec(text)?.[1];
  if (whole !== undefined) return value(whole);
  const names = [...text.matchAll(/%\{([\w.]+)\}/g)].map((match) => match[1]!);
  const variables = Object.fromEntries(names.map((name) => [name.replace('.', ''), value(name)]));
  const written = text.replace(/%\{([\w.]+)\}/g, (_, name: string) => `\${${name.replace('.', '')}}`);
  return names.length === 0 ? sub(written, at) : sub(written, at, variables);
}

function missing(context: Connecting, name: string, at: Location): Node {
  const side = name.startsWith('Source') ? 'source' : 'destination';
  const decidedBy = `${name.split('.')[1]} of the ${side} of connector ${context.resource.id}`;
  return { kind: 'unreadable', why: 'it is not written', decidedBy, at };
}

function mappingsBetween(expansion: Expansion, source: End, destination: End): readonly string[] {
  const found: string[] = [];
  for (const [id, { value }] of expansion.resources) {
    if (literal(member(value, 'Type')) !== 'AWS::Lambda::EventSourceMapping') continue;
    const properties = member(value, 'Properties');
    const reads = idIn(member(properties, 'EventSourceArn'));
    const calls = idIn(member(properties, 'FunctionName'));
    if (reads !== undefined && reads === source.id && calls === destination.id) found.push(id);
  }
  return found;
}

function addDependency(expansion: Expansion, id: string, on: string): void {
  expansion.changeBody(id, (body) => {
    const before = items(member(body, 'DependsOn')).filter((one) => literal(one) !== on);
    return withMember(body, 'DependsOn', [...before, on]);
  });
}

/** What depends on a connector, depends on what it makes. */
function dependOn(expansion: Expansion, connector: string, made: readonly string[]): void {
  for (const [id, { value }] of expansion.resources) {
    const depends = entry(value, 'DependsOn')?.value;
    const written = items(depends);
    if (!written.some((one) => literal(one) === connector)) continue;
    const others = written.filter((one) => ![connector, ...made].includes(literal(one) ?? ''));
    expansion.changeBody(id, (body) => withMember(body, 'DependsOn', [...others, ...made], depends!.at));
  }
}
