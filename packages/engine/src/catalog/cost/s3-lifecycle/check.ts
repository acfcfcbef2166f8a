import type { Properties } from '../../../model/graph.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const RULES = 'LifecycleConfiguration.Rules';
const enabled = (rule: Properties): Truth => rule.text('Status').is('Enabled');
const ages = (rule: Properties): Truth =>
  any(
    ...[
      'ExpirationInDays',
      'ExpirationDate',
      'NoncurrentVersionExpiration',
      'NoncurrentVersionExpirationInDays',
      'Transitions',
      'NoncurrentVersionTransitions',
      'Transition',
    ].map((property) => rule.has(property)),
  );

export default defineCheck({
  id: 's3-lifecycle',
  requirement: 'CST-06',
  severity: 'medium',
  effort: 'minutes',
  title: 'Buckets expire or move what is old, and clean up incomplete uploads',
  gap: { one: 'A bucket keeps everything for ever', many: '{count} buckets keep everything for ever' },
  evidence: ['iac', 'aws'],
  aliases: ['CKV2_AWS_61', 'CKV_AWS_300', 'S3.13', 's3_bucket_lifecycle_enabled'],
  frameworks: { fsbp: ['S3.13'] },
  messages: {
    none: 'no enabled lifecycle rule expires or moves old objects or versions',
    uploads: 'no enabled lifecycle rule aborts incomplete uploads',
  },
  appliesTo: 'AWS::S3::Bucket',
  evaluate: (bucket) =>
    all(
      bucket
        .list(RULES)
        .some((rule) => all(enabled(rule), ages(rule)))
        .else('none'),
      bucket
        .list(RULES)
        .some((rule) => all(enabled(rule), rule.has('AbortIncompleteMultipartUpload')))
        .else('uploads'),
    ),
  fix: 'Add lifecycle rules: move or expire what is old, expire old versions, abort incomplete uploads after 7 days',
  fixImpact: { downtime: false },
});
