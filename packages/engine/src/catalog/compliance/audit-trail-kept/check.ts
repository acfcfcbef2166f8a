import type { Properties, Resource } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

/** Seen from the root of the bucket. */
const TRAIL = 'AWSLogs/';

const long = (rule: Properties): Truth => rule.number('ExpirationInDays').atLeast(365).quote();

/** Whether a rule expires the objects of the trail. */
const deletes = (rule: Properties, trail: Resource): Truth =>
  all(
    rule.text('Status').is('Enabled'),
    rule.has('ExpirationInDays'),
    any(not(rule.has('Prefix')), covers(rule, trail)),
    not(rule.has('TagFilters')),
  ).asMembership();

const covers = (rule: Properties, trail: Resource): Truth =>
  choose(
    trail.has('S3KeyPrefix'),
    Reading.both(rule.text('Prefix'), trail.text('S3KeyPrefix'), 'another prefix', (covered, prefix) =>
      `${prefix}/${TRAIL}`.startsWith(covered),
    ),
    rule.text('Prefix').test('another prefix', (covered) => TRAIL.startsWith(covered)),
  );

export default defineCheck({
  id: 'audit-trail-kept',
  requirement: 'CMP-04',
  severity: 'medium',
  effort: 'minutes',
  title: 'The audit trail is kept for a year',
  gap: {
    one: 'An audit trail is deleted within a year',
    many: '{count} audit trails are deleted within a year',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_detect_investigate_events_logs'] },
  messages: {
    short: 'a lifecycle rule deletes it after {actual} days, expected {expected}',
  },
  appliesTo: 'AWS::CloudTrail::Trail',
  evaluate: (trail, graph) =>
    graph
      .follow(trail.text('S3BucketName'), 'AWS::S3::Bucket')
      .every((bucket) =>
        not(
          bucket
            .list('LifecycleConfiguration.Rules')
            .some((rule) => all(deletes(rule, trail), not(long(rule)))),
        ),
      )
      .else('short'),
  fix: 'Let the trail expire after 365 days or later, or move it to cheaper storage in place of that',
  fixImpact: { downtime: false },
});
