import { rowOf } from '../../../knowledge/row-of.ts';
import { MANAGED_POLICIES } from '../../../knowledge/sam/managed-policies.ts';
import { POLICY_TEMPLATES, type PolicyStatement } from '../../../knowledge/sam/policy-templates.ts';
import type { Location } from '../../../model/origin.ts';
import type { Node } from '../parse.ts';
import type { Attributes, Expansion, Serverless } from './expansion.ts';
import {
  conditional,
  entry,
  isNoValue,
  items,
  literal,
  members,
  node,
  type Plain,
  same,
  sub,
  withMember,
} from './nodes.ts';
import { openProperties } from './unknown.ts';

/** A role in the making: events add policies to it before it stands. */
export class RoleDraft {
  readonly id: string;
  readonly managed: Node[] = [];
  readonly policies: Node[] = [];
  readonly #assume: Node;
  readonly #at: Location;

  constructor(id: string, assume: Node, at: Location) {
    this.id = id;
    this.#assume = assume;
    this.#at = at;
  }

  addManaged(arn: Node): void {
    if (!this.managed.some((before) => same(before, arn) || sameInAws(before, arn))) this.managed.push(arn);
  }

  /** Adds an inline policy unless one with the same document is there. */
  addPolicy(policy: Plain, at: Location): void {
    const made = node(policy, at);
    const document = entry(made, 'PolicyDocument')?.value ?? made;
    const there = (before: Node) => same(entry(before, 'PolicyDocument')?.value ?? before, document);
    if (!this.policies.some(there)) this.policies.push(made);
  }

  /** `from` are the properties in SAM: what cannot be read of them may add to the role. */
  make(
    expansion: Expansion,
    from: Node,
    attributes: Attributes,
    more: Readonly<Record<string, Plain | undefined>>,
  ): void {
    const properties = {
      AssumeRolePolicyDocument: this.#assume,
      ManagedPolicyArns: this.managed.length > 0 ? this.managed : undefined,
      Policies: this.policies.length > 0 ? this.policies : undefined,
      ...more,
    };
    const open = openProperties(properties, from, this.#at);
    expansion.make(this.id, 'AWS::IAM::Role', open, attributes, this.#at);
  }
}

/** What lets a service take on a role. */
export function assumedBy(service: string, at: Location): Node {
  const statement = { Action: ['sts:AssumeRole'], Effect: 'Allow', Principal: { Service: [service] } };
  return node({ Version: '2012-10-17', Statement: [statement] }, at);
}

/** What lets a function send traces. SAM takes AWSXRayDaemonWriteAccess in China and GovCloud, which allows the same. */
export const XRAY = 'AWSXrayWriteOnlyAccess';

/** The ARN of an AWS managed policy, in the partition of the deployment. */
export function managedArn(pathAndName: string, at: Location): Node {
  return sub(`arn:\${AWS::Partition}:iam::aws:policy/${pathAndName}`, at);
}

/** Whether a literal ARN and one for any partition are the same in the partition that the literal names. */
function sameInAws(one: Node, other: Node): boolean {
  const [a, b] = [arnInAws(one), arnInAws(other)];
  return a !== undefined && a === b;
}

function arnInAws(of: Node): string | undefined {
  const text = of.kind === 'call' && of.name === 'Fn::Sub' ? literal(of.argument) : literal(of);
  return text?.replace('${AWS::Partition}', 'aws');
}

export function inlinePolicy(name: string, statements: readonly Plain[], version = false): Plain {
  const document = { ...(version ? { Version: '2012-10-17' } : {}), Statement: statements };
  return { PolicyName: name, PolicyDocument: document };
}

export function allow(actions: Plain, resource: Plain): Plain {
  return { Action: actions, Effect: 'Allow', Resource: resource };
}

/** Adds what the property `Policies` of a function or state machine says to its role. */
export function addPolicies(expansion: Expansion, resource: Serverless, role: RoleDraft): void {
  const written = entry(resource.properties, 'Policies')?.value;
  if (written === undefined) return;
  items(written).forEach((policy, index) => {
    const context = { expansion, resource, name: `${role.id}Policy${index}` };
    const choice = conditional(policy);
    if (choice === undefined) addOne(context, policy, role);
    else addConditional(context, choice, role);
  });
  if (written.kind === 'list' && written.damaged !== undefined) {
    unknownPolicy({ expansion, resource }, written);
    role.policies.push(openPolicy(written));
  }
}

interface Context {
  readonly expansion: Expansion;
  readonly resource: Serverless;
  readonly name: string;
}

function addOne(context: Context, policy: Node, role: RoleDraft): void {
  const arn = managedPolicy(context, policy);
  if (arn !== undefined) {
    role.addManaged(arn);
    return;
  }
  const document = documentOf(context, policy);
  if (document !== undefined) role.policies.push(named(context, document));
  else {
    unknownPolicy(context, policy);
    role.policies.push(openPolicy(policy));
  }
}

function addConditional(
  context: Context,
  choice: { name: string; yes: Node; no: Node; call: Node },
  role: RoleDraft,
): void {
  const arms = [choice.yes, choice.no];
  const arns = arms.map((arm) => (isNoValue(arm) ? arm : managedPolicy(context, arm)));
  const [yes, no] = arns;
  if (yes !== undefined && no !== undefined) {
    role.addManaged(node({ 'Fn::If': [choice.name, yes, no] }, choice.call.at));
    return;
  }
  const documents = arms.map((arm) => (isNoValue(arm) ? arm : documentOf(context, arm)));
  const [then, otherwise] = documents;
  if (then === undefined || otherwise === undefined) {
    unknownPolicy(context, choice.call);
    role.policies.push(openPolicy(choice.call));
    return;
  }
  const arm = (document: Node) => (isNoValue(document) ? document : named(context, document));
  role.policies.push(node({ 'Fn::If': [choice.name, arm(then), arm(otherwise)] }, choice.call.at));
}

function named(context: Context, document: Node): Node {
  return node({ PolicyName: context.name, PolicyDocument: document }, document.at);
}

/** A policy by name or ARN; a reference to one stays what it is. */
function managedPolicy(context: Context, policy: Node): Node | undefined {
  if (policy.kind === 'call') return policy.name === 'Fn::Transform' ? undefined : policy;
  const text = literal(policy);
  if (text === undefined) return undefined;
  const known = MANAGED_POLICIES.get(text);
  if (known !== undefined) return managedArn(known, policy.at);
  if (!text.startsWith('arn:')) {
    const why = `no AWS managed policy of the name ${text} is known`;
    const what = `policy ${text} of ${context.resource.id}`;
    context.expansion.notKnown(what, why, `the ARN of ${text}`, policy.at);
  }
  return policy;
}

function documentOf(context: Context, policy: Node): Node | undefined {
  if (policy.kind !== 'map') return undefined;
  if (policy.entries.has('Statement')) return policy;
  const [only, ...more] = members(policy);
  if (only === undefined || more.length > 0) return undefined;
  return fromTemplate(context, only[0], only[1].value);
}

function fromTemplate(context: Context, name: string, given: Node): Node | undefined {
  const template = rowOf(POLICY_TEMPLATES, name);
  if (template === undefined) return undefined;
  const values = new Map(members(given).map(([parameter, e]) => [parameter, e.value]));
  const missing = template.parameters.filter((parameter) => !values.has(parameter));
  for (const parameter of missing) {
    const what = `policy ${name} of ${context.resource.id}`;
    const why = `its parameter ${parameter} has no value`;
    context.expansion.notKnown(what, why, `a value for ${parameter}`, given.at);
  }
  return node({ Statement: template.statements.map((s) => statement(s, values, given.at)) }, given.at);
}

function statement(of: PolicyStatement, values: ReadonlyMap<string, Node>, at: Location): Plain {
  const fill = (text: string) => filled(text, values, at);
  const resources = typeof of.resources === 'string' ? fill(of.resources) : of.resources.map(fill);
  const conditions = Object.entries(of.condition ?? {}).map(([operator, keys]) => {
    const filledKeys = Object.entries(keys).map(
      ([key, text]) => [key, typeof text === 'string' ? fill(text) : text.map(fill)] as const,
    );
    return [operator, Object.fromEntries(filledKeys)] as const;
  });
  return {
    ...(of.sid === undefined ? {} : { Sid: of.sid }),
    Effect: 'Allow',
    Action: of.single ? of.actions : of.actions.split(' '),
    Resource: resources,
    ...(conditions.length === 0 ? {} : { Condition: Object.fromEntries(conditions) }),
  };
}

/** `${TableName}` in a text stands for what the template was given. */
function filled(text: string, values: ReadonlyMap<string, Node>, at: Location): Plain {
  const whole = /^\$\{(\w+)\}$/.exec(text)?.[1];
  if (whole !== undefined) return values.get(whole) ?? missingValue(whole, at);
  const names = [...text.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1]!);
  if (names.length === 0) return text.includes('${') ? sub(text, at) : text;
  const variables = Object.fromEntries(
    [...new Set(names)].map((name) => [name, values.get(name) ?? missingValue(name, at)]),
  );
  return sub(text, at, variables);
}

function missingValue(parameter: string, at: Location): Node {
  return { kind: 'unreadable', why: `no value for ${parameter}`, decidedBy: `a value for ${parameter}`, at };
}

function unknownPolicy(context: Omit<Context, 'name'>, policy: Node): void {
  const what = `a policy of ${context.resource.id}`;
  const why = 'it is neither a name, a document nor a policy template that is known';
  context.expansion.notKnown(what, why, 'a policy that SAM knows', policy.at);
}

function openPolicy(policy: Node): Node {
  const why = 'a policy that cannot be told';
  const { at } = policy;
  const document: Node = { kind: 'unreadable', why, decidedBy: 'a policy that SAM knows', at };
  return withMember(node({}, at) as Extract<Node, { kind: 'map' }>, 'PolicyDocument', document);
}
