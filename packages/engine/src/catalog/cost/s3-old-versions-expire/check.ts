import type { Properties } from '../../../model/graph.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const RULES = 'LifecycleConfiguration.Rules';
const enabled = (rule: Properties): Truth => rule.text('Status').is('Enabled');
const endsVersions = (rule: Properties): Truth =>
  any(
    ...[
      'NoncurrentVersionExpiration',
      'NoncurrentVersionExpirationInDays',
      'NoncurrentVersionTransitions',
      'NoncurrentVersionTransition',
    ].map((property) => rule.has(property)),
  );

export default defineCheck({
  id: 's3-old-versions-expire',
  requirement: 'CST-06',
  severity: 'medium',
  effort: 'minutes',
  title: 'Buckets that keep old versions let them end',
  gap: {
    one: 'A bucket keeps every old version for ever',
    many: '{count} buckets keep every old version for ever',
  },
  evidence: ['iac', 'aws'],
  aliases: ['S3.10'],
  frameworks: { fsbp: ['S3.10'] },
  messages: {
    kept: 'no enabled rule expires or moves old versions: an expired or deleted object stays, as an old version',
  },
  appliesTo: 'AWS::S3::Bucket',
  when: (bucket) =>
    all(
      bucket.text('VersioningConfiguration.Status').is('Enabled'),
      bucket.list(RULES).some(enabled),
    ).asMembership(),
  evaluate: (bucket) =>
    bucket
      .list(RULES)
      .some((rule) => all(enabled(rule), endsVersions(rule)))
      .else('kept'),
  fix: 'Add NoncurrentVersionExpiration to a lifecycle rule',
  snippets: {
    terraform: 'noncurrent_version_expiration {\n  noncurrent_days = 90\n}',
    cloudformation: 'NoncurrentVersionExpiration:\n  NoncurrentDays: 90',
  },
  fixImpact: { downtime: false },
});
