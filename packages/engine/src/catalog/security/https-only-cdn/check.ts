import type { Properties } from '../../../model/graph.ts';
import { all, any, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const BEHAVIORS = 'DistributionConfig.CacheBehaviors';

export default defineCheck({
  id: 'https-only-cdn',
  requirement: 'SEC-01',
  severity: 'critical',
  effort: 'minutes',
  title: 'CDNs answer over HTTPS only',
  gap: { one: 'A CDN answers over plain HTTP', many: '{count} CDNs answer over plain HTTP' },
  evidence: ['iac', 'aws', 'http'],
  aliases: [
    'CKV_AWS_34',
    'AWS-0012',
    'CloudFront.3',
    'cloudfront_distributions_https_enabled',
    'CLOUDFRONT_VIEWER_POLICY_HTTPS',
  ],
  frameworks: { wellArchitected: ['sec_protect_data_transit_encrypt'], fsbp: ['CloudFront.3'] },
  messages: {
    default: 'the default behaviour answers over plain HTTP: {property} is {actual}',
    path: 'a path answers over plain HTTP: {property} is {actual}',
  },
  appliesTo: 'AWS::CloudFront::Distribution',
  evaluate: (cdn) =>
    all(
      httpsOnly(cdn.at('DistributionConfig.DefaultCacheBehavior')).else('default'),
      any(not(cdn.has(BEHAVIORS)).asMembership(), cdn.list(BEHAVIORS).every(httpsOnly)).else('path'),
    ),
  fix: 'Redirect pages to HTTPS and serve everything else over HTTPS only, in every behaviour',
  snippets: {
    terraform: 'viewer_protocol_policy = "redirect-to-https"',
    cloudformation: 'ViewerProtocolPolicy: redirect-to-https',
  },
  fixImpact: { downtime: false },
});

function httpsOnly(behavior: Properties) {
  return behavior.text('ViewerProtocolPolicy').oneOf(['redirect-to-https', 'https-only']);
}
