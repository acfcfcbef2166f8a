import type { Properties } from '../../../model/graph.ts';
import { all, not } from '../../../model/truth.ts';
import { originsOf } from '../../blocks/cdn-origin.ts';
import { defineCheck } from '../../check.ts';

const CUSTOM = 'CustomOriginConfig';

export default defineCheck({
  id: 'cdn-origin-over-tls',
  requirement: 'SEC-13',
  severity: 'high',
  effort: 'hours',
  title: 'CDNs reach their origins over current TLS',
  gap: {
    one: 'A CDN reaches its origin in the clear or over old TLS',
    many: '{count} CDNs reach their origins in the clear or over old TLS',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'AwsSolutions-CFR5',
    'CloudFront.9',
    'CloudFront.10',
    'cloudfront_distributions_origin_traffic_encrypted',
    'cloudfront_distributions_using_deprecated_ssl_protocols',
  ],
  frameworks: {
    wellArchitected: ['sec_protect_data_transit_encrypt'],
    fsbp: ['CloudFront.9', 'CloudFront.10'],
  },
  messages: {
    plain: 'requests go on to an origin in the clear: {property} is {actual}',
    old: 'an origin is asked over old TLS: {property} has {actual}',
  },
  appliesTo: 'AWS::CloudFront::Distribution',
  when: (cdn) =>
    originsOf(cdn)
      .some((origin) => origin.has(CUSTOM))
      .asMembership(),
  // `match-viewer` follows the browser, whose way is judged by the behaviours of the distribution.
  evaluate: (cdn) => {
    const custom = originsOf(cdn).where((origin) => origin.has(CUSTOM));
    return all(
      custom
        .every((origin) => origin.text(`${CUSTOM}.OriginProtocolPolicy`).isNot('http-only').quote())
        .else('plain'),
      custom.every((origin) => not(allowsOld(origin))).else('old'),
    );
  },
  fix: 'Ask origins over HTTPS only, with TLS 1.2',
  snippets: {
    terraform: 'origin_protocol_policy = "https-only"\norigin_ssl_protocols   = ["TLSv1.2"]',
    cloudformation: 'CustomOriginConfig: { OriginProtocolPolicy: https-only, OriginSSLProtocols: [TLSv1.2] }',
  },
  fixImpact: { downtime: false },
});

function allowsOld(origin: Properties) {
  const protocols = `${CUSTOM}.OriginSSLProtocols`;
  return all(
    origin.has(protocols).asMembership(),
    origin.list(protocols).some((protocol) => protocol.text().oneOf(['SSLv3', 'TLSv1', 'TLSv1.1']).quote()),
  );
}
