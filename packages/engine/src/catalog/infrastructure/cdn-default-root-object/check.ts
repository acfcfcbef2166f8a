import { all, any } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'cdn-default-root-object',
  requirement: 'INF-09',
  severity: 'low',
  effort: 'minutes',
  title: 'A CDN before a bucket answers its root with a page',
  gap: {
    one: 'The root of a CDN shows an error or the list of a bucket',
    many: 'The roots of {count} CDNs show an error or the list of a bucket',
  },
  evidence: ['iac', 'aws', 'http'],
  aliases: [
    'CKV_AWS_305',
    'CloudFront.1',
    'cloudfront_distributions_default_root_object',
    'CLOUDFRONT_DEFAULT_ROOT_OBJECT_CONFIGURED',
  ],
  frameworks: { fsbp: ['CloudFront.1'] },
  messages: { none: 'no default root object is set' },
  appliesTo: 'AWS::CloudFront::Distribution',
  when: (cdn) =>
    cdn
      .list('DistributionConfig.Origins')
      .some((origin) => any(origin.has('S3OriginConfig'), origin.has('OriginAccessControlId'))),
  evaluate: (cdn) =>
    all(
      cdn.has('DistributionConfig.DefaultRootObject'),
      cdn.text('DistributionConfig.DefaultRootObject').isNot(''),
    ).else('none'),
  fix: 'Set the page that the root answers with, such as index.html',
  snippets: {
    terraform: 'default_root_object = "index.html"',
    cloudformation: 'DefaultRootObject: index.html',
  },
  fixImpact: { downtime: false },
});
