import { all, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

/** The managed policy that caches nothing; without a cache a CDN compresses nothing either. */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

export default defineCheck({
  id: 'cdn-compresses',
  requirement: 'PRF-09',
  severity: 'low',
  effort: 'minutes',
  title: 'A CDN compresses what it caches',
  gap: {
    one: 'A CDN sends what it caches uncompressed',
    many: '{count} CDNs send what they cache uncompressed',
  },
  evidence: ['iac', 'http'],
  aliases: ['cloudfront.compressObjectsAutomatically'],
  frameworks: {},
  messages: { off: 'compression is not switched on for a behaviour that caches' },
  appliesTo: 'AWS::CloudFront::Distribution',
  evaluate: (cdn) =>
    cdn
      .list('DistributionConfig.DefaultCacheBehavior')
      .and(cdn.list('DistributionConfig.CacheBehaviors'))
      .none((behavior) =>
        all(
          behavior.text('CachePolicyId').isNot(CACHING_DISABLED).asMembership(),
          not(behavior.bool('Compress').is(true)).quote(),
        ),
      )
      .else('off'),
  fix: 'Switch compression on for each behaviour that caches, with a cache policy that knows Brotli and gzip',
  snippets: { terraform: 'compress = true', cloudformation: 'Compress: true' },
  fixImpact: { downtime: false },
});
