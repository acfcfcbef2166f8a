import { rowOf } from '../../../knowledge/row-of.ts';
import type { Node } from '../parse.ts';
import { objectAt } from './code.ts';
import { type Expansion, ownAttributes, passedOn, type Serverless, tagList } from './expansion.ts';
import { isGiven, literal, member, node, type Plain } from './nodes.ts';
import { openProperties } from './unknown.ts';

/** AWS::Serverless::SimpleTable: a table of DynamoDB with one key. */
export function expandSimpleTable(expansion: Expansion, resource: Serverless): void {
  const { id, properties, at } = resource;
  const key = member(properties, 'PrimaryKey');
  const name = isGiven(key) ? member(key, 'Name') : node('id', at);
  const type = isGiven(key) ? attributeType(member(key, 'Type')) : 'S';
  const throughput = setting(resource, 'ProvisionedThroughput');
  const tags = setting(resource, 'Tags');
  const made = {
    AttributeDefinitions: [{ AttributeName: name, AttributeType: type }],
    KeySchema: [{ AttributeName: name, KeyType: 'HASH' }],
    PointInTimeRecoverySpecification: setting(resource, 'PointInTimeRecoverySpecification'),
    ProvisionedThroughput: throughput,
    BillingMode: throughput === undefined ? 'PAY_PER_REQUEST' : undefined,
    SSESpecification: setting(resource, 'SSESpecification'),
    TableName: setting(resource, 'TableName'),
    Tags: tags === undefined ? undefined : tagList(tags),
  };
  expansion.make(
    id,
    'AWS::DynamoDB::Table',
    openProperties(made, properties, at),
    ownAttributes(resource),
    at,
  );
}

function setting(resource: Serverless, name: string): Node | undefined {
  const written = member(resource.properties, name);
  return isGiven(written) ? written : undefined;
}

const ATTRIBUTE_TYPES: Readonly<Record<string, string>> = { String: 'S', Number: 'N', Binary: 'B' };

function attributeType(written: Node | undefined): Plain {
  return rowOf(ATTRIBUTE_TYPES, literal(written) ?? '') ?? written;
}

/** AWS::Serverless::LayerVersion. */
export function expandLayer(expansion: Expansion, resource: Serverless): void {
  const { id, properties, at } = resource;
  const content = objectAt(member(properties, 'ContentUri'), 'S3Bucket', 'S3Key', 'S3ObjectVersion', at);
  const name = member(properties, 'LayerName');
  const made = {
    LayerName: isGiven(name) ? name : id,
    Description: member(properties, 'Description'),
    Content: content,
    CompatibleArchitectures: member(properties, 'CompatibleArchitectures'),
    CompatibleRuntimes: member(properties, 'CompatibleRuntimes'),
    LicenseInfo: member(properties, 'LicenseInfo'),
  };
  const own = ownAttributes(resource);
  const retention = member(properties, 'RetentionPolicy');
  const policy = retention === undefined ? own.DeletionPolicy : policyOf(expansion, retention);
  const attributes = { ...passedOn(resource), DependsOn: own.DependsOn, DeletionPolicy: policy ?? 'Retain' };
  expansion.make(id, 'AWS::Lambda::LayerVersion', openProperties(made, properties, at), attributes, at);
}

function policyOf(expansion: Expansion, retention: Node): Plain {
  const text = expansion.text(retention)?.toLowerCase();
  if (text === 'retain') return node('Retain', retention.at);
  return text === 'delete' ? node('Delete', retention.at) : retention;
}

/** AWS::Serverless::Application: a nested stack, from a file here or from the Serverless Application Repository. */
export function expandApplication(expansion: Expansion, resource: Serverless): void {
  const { id, properties, at } = resource;
  const location = member(properties, 'Location');
  const tags: Record<string, Plain> = { 'lambda:createdBy': 'SAM' };
  const application = member(location, 'ApplicationId');
  const version = member(location, 'SemanticVersion');
  if (application !== undefined) tags['serverlessrepo:applicationId'] = application;
  if (version !== undefined) tags['serverlessrepo:semanticVersion'] = version;
  const made = {
    Parameters: member(properties, 'Parameters'),
    NotificationARNs: member(properties, 'NotificationARNs'),
    Tags: tagList(member(properties, 'Tags'), tags, at),
    TimeoutInMinutes: member(properties, 'TimeoutInMinutes'),
    TemplateURL: location?.kind === 'map' ? fromRepository(location) : location,
  };
  const own = ownAttributes(resource);
  const attributes = { ...passedOn(resource), DependsOn: own.DependsOn };
  expansion.make(id, 'AWS::CloudFormation::Stack', openProperties(made, properties, at), attributes, at);
}

function fromRepository(location: Node): Node {
  const why = 'it comes from the Serverless Application Repository';
  const name = literal(member(location, 'ApplicationId')) ?? 'the application';
  return { kind: 'unreadable', why, decidedBy: `the template of ${name}`, at: location.at };
}
