import { rowOf } from '../../../knowledge/row-of.ts';
import {
  CLOUDFRONT_POLICIES,
  DOMAIN_POLICIES,
  LOAD_BALANCER_POLICIES,
  type OldestTls,
} from '../../../knowledge/tls-policies.ts';
import type { Properties, Resource } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const DISTRIBUTION = 'AWS::CloudFront::Distribution';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const REST_DOMAIN = 'AWS::ApiGateway::DomainName';
const HTTP_DOMAIN = 'AWS::ApiGatewayV2::DomainName';

const MODERN: readonly (OldestTls | undefined)[] = ['1.2', '1.3'];
const CERTIFICATE = 'DistributionConfig.ViewerCertificate';

export default defineCheck({
  id: 'tls-policy',
  requirement: 'SEC-03',
  severity: 'high',
  effort: 'minutes',
  title: 'Every public endpoint asks for TLS 1.2 or newer',
  gap: { one: 'An endpoint accepts old TLS', many: '{count} endpoints accept old TLS' },
  evidence: ['iac', 'aws', 'http'],
  aliases: [
    'CKV_AWS_103',
    'CKV2_AWS_74',
    'CKV_AWS_174',
    'CKV2_AWS_54',
    'CKV_AWS_206',
    'AWS-0005',
    'AWS-0013',
    'AWS-0047',
    'AwsSolutions-CFR4',
    'elbv2_insecure_ssl_ciphers',
    'ELBV2_LISTENER_SSL_POLICY_RULE',
    'CLOUDFRONT_MINIMUM_PROTOCOL_VERSION_RULE',
  ],
  frameworks: { wellArchitected: ['sec_protect_data_transit_encrypt'] },
  messages: {
    old: '{property} is {actual}, which accepts TLS older than 1.2',
    certificate:
      'the distribution has no certificate of its own, and with that of CloudFront TLS 1.0 is accepted',
  },
  appliesTo: [DISTRIBUTION, LISTENER, REST_DOMAIN, HTTP_DOMAIN],
  when: (endpoint) =>
    endpoint.type === LISTENER ? endpoint.text('Protocol').oneOf(['HTTPS', 'TLS']) : endpoint.exists(),
  evaluate: (endpoint) => {
    if (endpoint.type === DISTRIBUTION) return ofDistribution(endpoint);
    if (endpoint.type === LISTENER) return modern(endpoint, 'SslPolicy', LOAD_BALANCER_POLICIES);
    if (endpoint.type === REST_DOMAIN) return modern(endpoint, 'SecurityPolicy', DOMAIN_POLICIES);
    return endpoint
      .list('DomainNameConfigurations')
      .every((domain) => modern(domain, 'SecurityPolicy', DOMAIN_POLICIES));
  },
  fix: 'Choose a policy that starts at TLS 1.2',
  snippets: {
    terraform: 'ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"',
    cloudformation: 'SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06',
  },
  fixImpact: { downtime: false },
});

/** A policy that the table does not know has no answer: it may be newer than the table. */
function modern(
  endpoint: Properties,
  property: string,
  policies: Readonly<Record<string, OldestTls>>,
): Truth<'old'> {
  const policy = endpoint.text(property);
  return any(
    policy.test('a policy that starts at TLS 1.2', (name) => MODERN.includes(rowOf(policies, name))),
    all(
      not(policy.test('a policy of the table', (name) => rowOf(policies, name) !== undefined)),
      leftTo('a table of TLS policies that has this one', endpoint),
    ),
  ).else('old');
}

function ofDistribution(distribution: Resource): Truth<'old' | 'certificate'> {
  return all(
    any(
      distribution.has(`${CERTIFICATE}.AcmCertificateArn`),
      distribution.has(`${CERTIFICATE}.IamCertificateId`),
    ).else('certificate'),
    modern(distribution, `${CERTIFICATE}.MinimumProtocolVersion`, CLOUDFRONT_POLICIES).quote(),
  );
}
