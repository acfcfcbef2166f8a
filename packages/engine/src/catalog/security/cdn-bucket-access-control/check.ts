import type { Properties } from '../../../model/graph.ts';
import { all, any } from '../../../model/truth.ts';
import { isBucket, originsOf } from '../../blocks/cdn-origin.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'cdn-bucket-access-control',
  requirement: 'SEC-30',
  severity: 'medium',
  effort: 'hours',
  title: 'Buckets behind a CDN are read by the CDN only',
  gap: {
    one: 'A CDN reads a bucket like anybody else',
    many: '{count} CDNs read buckets like anybody else',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV2_AWS_46', 'CLOUDFRONT_ORIGIN_ACCESS_IDENTITY_ENABLED'],
  frameworks: { wellArchitected: ['sec_network_protection_layered'] },
  messages: { open: 'a bucket has neither an access control nor an identity, so it has to be public' },
  appliesTo: 'AWS::CloudFront::Distribution',
  when: (cdn) => originsOf(cdn).some(isBucket).asMembership(),
  evaluate: (cdn) => originsOf(cdn).where(isBucket).every(signs).else('open'),
  fix: 'Give the origin an access control, and let only the distribution read the bucket',
  snippets: {
    terraform: 'origin_access_control_id = aws_cloudfront_origin_access_control.site.id',
    cloudformation: 'OriginAccessControlId: !Ref SiteAccessControl',
  },
  fixImpact: { downtime: false },
});

function signs(origin: Properties) {
  const written = (path: string) => all(origin.has(path).quote(), origin.text(path).isNot('').quote());
  return any(written('OriginAccessControlId'), written('S3OriginConfig.OriginAccessIdentity'));
}
