import type { Resource } from '../../../model/graph.ts';
import { any, not } from '../../../model/truth.ts';
import { cdnsBefore } from '../../blocks/public-entry.ts';
import { defineCheck } from '../../check.ts';

const WEBSITE = 'WebsiteConfiguration';

export default defineCheck({
  id: 'no-s3-website',
  requirement: 'SEC-01',
  severity: 'critical',
  effort: 'hours',
  title: 'No bucket serves its website to users over plain HTTP',
  gap: {
    one: 'A bucket serves a website over plain HTTP',
    many: '{count} buckets serve websites over plain HTTP',
  },
  evidence: ['iac', 'aws', 'http'],
  aliases: ['AwsSolutions-S5'],
  frameworks: { wellArchitected: ['sec_protect_data_transit_encrypt'] },
  messages: {
    website: 'the bucket is a website, whose endpoint speaks plain HTTP only, and no CDN stands before it',
  },
  appliesTo: 'AWS::S3::Bucket',
  evaluate: (bucket, graph) =>
    any(not(bucket.has(WEBSITE)), redirectsOnly(bucket), cdnsBefore(bucket, graph).exist()).else('website'),
  fix: 'Put a CDN with a certificate and origin access control before the bucket and remove the website configuration',
  fixImpact: { downtime: false },
});

/** A bucket that only sends people elsewhere serves nothing. */
function redirectsOnly(bucket: Resource) {
  return bucket.has(`${WEBSITE}.RedirectAllRequestsTo`);
}
