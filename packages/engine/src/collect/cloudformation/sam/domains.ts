import type { Location } from '../../../model/origin.ts';
import type { Entry, Node } from '../parse.ts';
import { digest, type Expansion, passedOn, type Serverless } from './expansion.ts';
import {
  entry,
  getAtt,
  isFalse,
  isGiven,
  isTrue,
  items,
  literal,
  member,
  node,
  type Plain,
  ref,
  when,
} from './nodes.ts';

/** `Domain` of an API: the domain name, its mappings and its records. */
/** `tags` are those that the API hands on. */
export function expandDomain(
  expansion: Expansion,
  resource: Serverless,
  kind: 'rest' | 'http' | 'websocket',
  tags?: Node,
): void {
  const written = entry(resource.properties, 'Domain');
  if (written === undefined) return;
  const domain = expansion.decided(written.value);
  const name = member(domain, 'DomainName');
  if (name === undefined) {
    const why = 'its DomainName cannot be read';
    expansion.notSeen(`the domain of ${resource.id}`, why, 'a readable Domain', written.at);
    return;
  }
  const isPrivate = kind === 'rest' && expansion.text(member(domain, 'EndpointConfiguration')) === 'PRIVATE';
  const prefix = kind === 'rest' && !isPrivate ? 'ApiGatewayDomainName' : 'ApiGatewayDomainNameV2';
  const made: Domain = {
    expansion,
    tags,
    id: `${prefix}${digest(name)}`,
    domain,
    name,
    resource,
    at: written.at,
  };
  if (kind === 'rest')
    expansion.aliases.set(`${resource.id}.${isPrivate ? 'DomainNameV2' : 'DomainName'}`, made.id);
  else expansion.aliases.set(`${resource.id}.DomainName`, made.id);
  if (isPrivate) privateDomain(expansion, made);
  else if (kind === 'rest') restDomain(expansion, made);
  else httpDomain(expansion, made, kind);
  recordSets(expansion, made, kind, isPrivate);
}

interface Domain {
  readonly tags: Node | undefined;
  readonly expansion: Expansion;
  readonly id: string;
  readonly domain: Node;
  readonly name: Node;
  readonly resource: Serverless;
  readonly at: Location;
}

function setting(domain: Node, name: string): Node | undefined {
  const written = member(domain, name);
  return isGiven(written) ? written : undefined;
}

function endpoint({ domain, at, expansion }: Domain): Node {
  const written = member(domain, 'EndpointConfiguration');
  return written === undefined ? node('REGIONAL', at) : expansion.decided(written);
}

function mutualTls(domain: Node): Plain | undefined {
  const written = setting(domain, 'MutualTlsAuthentication');
  if (written?.kind !== 'map') return written;
  return {
    TruststoreUri: setting(written, 'TruststoreUri'),
    TruststoreVersion: setting(written, 'TruststoreVersion'),
  };
}

function restDomain(expansion: Expansion, made: Domain): void {
  const { domain, resource, at, id } = made;
  const type = endpoint(made);
  const certificate = member(domain, 'CertificateArn');
  const isRegional = whereRegional(made, type, certificate);
  const properties = {
    DomainName: made.name,
    ...isRegional,
    EndpointConfiguration: { Types: [type], IpAddressType: setting(domain, 'IpAddressType') },
    MutualTlsAuthentication: mutualTls(domain),
    SecurityPolicy: setting(domain, 'SecurityPolicy'),
    EndpointAccessMode: setting(domain, 'EndpointAccessMode'),
    OwnershipVerificationCertificateArn: setting(domain, 'OwnershipVerificationCertificateArn'),
    Tags: made.tags,
  };
  expansion.make(id, 'AWS::ApiGateway::DomainName', properties, passedOn(resource), at);
  for (const [path, suffix] of basePaths(domain)) {
    const mapping = { DomainName: ref(id, at), ...mapped(resource, at), BasePath: path };
    const mappingId = `${resource.id}${suffix}BasePathMapping`;
    expansion.make(mappingId, 'AWS::ApiGateway::BasePathMapping', mapping, passedOn(resource), at);
  }
}

/** A regional domain has its certificate in another property; where a parameter says so, that hangs on it. */
function whereRegional(
  { expansion, resource }: Domain,
  type: Node,
  certificate: Node | undefined,
): Record<string, Plain | undefined> {
  const text = literal(type);
  if (text === 'REGIONAL') return { RegionalCertificateArn: certificate };
  if (text !== undefined || certificate === undefined) return { CertificateArn: certificate };
  const name = `${resource.id}DomainIsRegional`;
  const condition = expansion.condition(name, { 'Fn::Equals': [type, 'REGIONAL'] }, type.at);
  const none = { Ref: 'AWS::NoValue' };
  return {
    RegionalCertificateArn: when(condition, certificate, certificate.at),
    CertificateArn: when(condition, none, certificate.at, certificate),
  };
}

function privateDomain(expansion: Expansion, made: Domain): void {
  const { domain, resource, at, id } = made;
  const properties = {
    DomainName: made.name,
    CertificateArn: member(domain, 'CertificateArn'),
    EndpointConfiguration: { Types: [endpoint(made)], IpAddressType: setting(domain, 'IpAddressType') },
    SecurityPolicy: setting(domain, 'SecurityPolicy'),
    EndpointAccessMode: setting(domain, 'EndpointAccessMode'),
    Policy: setting(domain, 'Policy'),
    Tags: made.tags,
  };
  expansion.make(id, 'AWS::ApiGateway::DomainNameV2', properties, passedOn(resource), at);
  for (const [path, suffix] of basePaths(domain)) {
    const mapping = { DomainNameArn: ref(id, at), ...mapped(resource, at), BasePath: path };
    const mappingId = `${resource.id}${suffix}BasePathMapping`;
    expansion.make(mappingId, 'AWS::ApiGateway::BasePathMappingV2', mapping, passedOn(resource), at);
  }
  const access = entry(domain, 'AccessAssociation');
  if (access === undefined) return;
  const source = member(access.value, 'VpcEndpointId');
  const association = {
    DomainNameArn: ref(id, at),
    AccessAssociationSourceType: 'VPCE',
    AccessAssociationSource: source,
    Tags: made.tags,
  };
  const associationId = `DomainNameAccessAssociation${digest(node([source, id], at))}`;
  const type = 'AWS::ApiGateway::DomainNameAccessAssociation';
  expansion.make(associationId, type, association, passedOn(resource), access.at);
}

/** API and stage of a mapping; `<api>.Stage` is a name of SAM for the stage that it makes. */
function mapped(resource: Serverless, at: Location): Record<string, Plain> {
  return { RestApiId: ref(resource.id, at), Stage: ref(`${resource.id}.Stage`, at) };
}

function basePaths(domain: Node): readonly (readonly [string | undefined, string])[] {
  const written = member(domain, 'BasePath');
  if (!isGiven(written)) return [[undefined, '']];
  const keeps = isFalse(member(domain, 'NormalizeBasePath'));
  return items(written).map((one) => {
    const text = literal(one) ?? '';
    const plain = text.replace(/[^\p{L}\p{N}]/gu, '');
    return [keeps ? text : plain, plain] as const;
  });
}

function httpDomain(expansion: Expansion, made: Domain, kind: 'http' | 'websocket'): void {
  const { domain, resource, at, id } = made;
  const tags = kind === 'http' ? { 'httpapi:createdBy': 'SAM' } : { 'websocketapi:createdBy': 'SAM' };
  const written = kind === 'http' ? member(resource.properties, 'Tags') : made.tags;
  const configuration = {
    CertificateArn: member(domain, 'CertificateArn'),
    EndpointType: endpoint(made),
    OwnershipVerificationCertificateArn: setting(domain, 'OwnershipVerificationCertificateArn'),
    SecurityPolicy: setting(domain, 'SecurityPolicy'),
  };
  const properties = {
    DomainName: made.name,
    DomainNameConfigurations: [configuration],
    MutualTlsAuthentication: mutualTls(domain),
    Tags: tagMap(written, tags, at),
  };
  expansion.make(id, 'AWS::ApiGatewayV2::DomainName', properties, passedOn(resource), at);
  const paths = member(domain, 'BasePath');
  const texts = isGiven(paths) ? items(paths).map((one) => literal(one) ?? '') : [undefined];
  for (const path of texts) {
    const mapping = {
      DomainName: ref(id, at),
      ApiId: ref(resource.id, at),
      Stage: ref(`${resource.id}.Stage`, at),
      ApiMappingKey: path?.replace(/^\/+|\/+$/g, ''),
    };
    const mappingId = `${resource.id}${path?.replace(/[-_/]+/g, '') ?? ''}ApiMapping`;
    expansion.make(mappingId, 'AWS::ApiGatewayV2::ApiMapping', mapping, passedOn(resource), at);
  }
}

/** Tags of the second version of API Gateway are a map. */
export function tagMap(
  written: Node | undefined,
  more: Readonly<Record<string, string>>,
  at: Location,
): Node {
  const all: Record<string, Plain> = {};
  if (written?.kind === 'map') for (const [name, e] of written.entries) all[name] = e.value;
  return node({ ...all, ...more }, at);
}

function recordSets(expansion: Expansion, made: Domain, kind: string, isPrivate: boolean): void {
  const written = entry(made.domain, 'Route53');
  if (written === undefined) return;
  const { value: route53, at } = written;
  const zone = member(route53, 'HostedZoneId') ?? member(route53, 'HostedZoneName');
  if (zone === undefined) {
    const why = 'it names no hosted zone';
    expansion.notSeen(`the records of ${made.resource.id}`, why, 'HostedZoneId or HostedZoneName', at);
    return;
  }
  const separate = kind === 'rest' && isTrue(member(route53, 'SeparateRecordSetGroup'));
  const id = separate
    ? `RecordSetGroup${digest(node([zone, made.name], at))}`
    : `RecordSetGroup${digest(zone)}`;
  const records = recordsOf(made, written, isPrivate);
  const before = expansion.resources.get(id)?.value;
  // SAM does not join the records of WebSocket APIs: the last one stands.
  const joins = !separate && kind !== 'websocket';
  const earlier = !joins ? [] : items(member(member(before, 'Properties'), 'RecordSets'));
  if (before !== undefined && joins) {
    expansion.change(
      id,
      (properties) => ({
        ...properties,
        entries: new Map([...properties.entries, ['RecordSets', listEntry([...earlier, ...records], at)]]),
      }),
      at,
    );
    return;
  }
  const named = kind === 'rest' || member(route53, 'HostedZoneId') === undefined;
  const properties = {
    HostedZoneId: member(route53, 'HostedZoneId'),
    HostedZoneName: named ? member(route53, 'HostedZoneName') : undefined,
    RecordSets: records,
  };
  expansion.make(id, 'AWS::Route53::RecordSetGroup', properties, passedOn(made.resource), at);
}

function listEntry(records: readonly Node[], at: Location): Entry {
  return { value: node(records, at), at };
}

function recordsOf(made: Domain, written: Entry, isPrivate: boolean): readonly Node[] {
  const { value: route53, at } = written;
  const both = isTrue(member(route53, 'IpV6')) ? ['A', 'AAAA'] : ['A'];
  return both.map((Type) =>
    node(
      {
        Name: made.name,
        Type,
        AliasTarget: aliasTarget(made, route53, at, isPrivate),
        Region: member(route53, 'Region'),
        SetIdentifier: member(route53, 'SetIdentifier'),
      },
      at,
    ),
  );
}

/** The hosted zone of every CloudFront distribution. Source: AWS::Route53::RecordSet AliasTarget, HostedZoneId. */
const CLOUDFRONT_ZONE = 'Z2FDTNDATAQYW2';

function aliasTarget(made: Domain, route53: Node, at: Location, isPrivate: boolean): Plain {
  const health = member(route53, 'EvaluateTargetHealth');
  const type = literal(endpoint(made));
  if (type === undefined) {
    const why = 'the kind of endpoint is not known';
    return { kind: 'unreadable', why, decidedBy: 'the EndpointConfiguration of the domain', at };
  }
  if (isPrivate || (type !== 'REGIONAL' && type !== 'EDGE')) {
    return {
      EvaluateTargetHealth: health,
      HostedZoneId: member(route53, 'VpcEndpointHostedZoneId'),
      DNSName: member(route53, 'VpcEndpointDomainName'),
    };
  }
  if (type === 'REGIONAL') {
    return {
      EvaluateTargetHealth: health,
      HostedZoneId: getAtt(made.id, 'RegionalHostedZoneId', at),
      DNSName: getAtt(made.id, 'RegionalDomainName', at),
    };
  }
  return {
    EvaluateTargetHealth: health,
    HostedZoneId: CLOUDFRONT_ZONE,
    DNSName: member(route53, 'DistributionDomainName') ?? getAtt(made.id, 'DistributionDomainName', at),
  };
}
