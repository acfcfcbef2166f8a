import { any } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'audit-trail-protected',
  requirement: 'CMP-04',
  severity: 'medium',
  effort: 'minutes',
  title: 'The audit trail cannot be overwritten',
  gap: { one: 'An audit trail can be overwritten', many: '{count} audit trails can be overwritten' },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_detect_investigate_events_logs'] },
  messages: {
    plain: 'its bucket keeps no old versions: {property} is {actual}',
  },
  appliesTo: 'AWS::CloudTrail::Trail',
  evaluate: (trail, graph) =>
    graph
      .follow(trail.text('S3BucketName'), 'AWS::S3::Bucket')
      .every((bucket) =>
        any(
          bucket.bool('ObjectLockEnabled').is(true),
          bucket.text('VersioningConfiguration.Status').is('Enabled').quote(),
        ),
      )
      .else('plain'),
  fix: 'Switch versioning or object lock on in the bucket of the trail',
  fixImpact: { downtime: false },
});
