import { all, any, not } from '../../../model/truth.ts';
import { holdsArtifacts } from '../../blocks/bucket-content.ts';
import { inProduction } from '../../blocks/environment.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'bucket-not-emptied',
  requirement: 'DAT-07',
  severity: 'high',
  effort: 'minutes',
  title: 'No bucket in production is emptied when it is taken out of the code',
  gap: {
    one: 'A bucket is emptied when it is taken out of the code',
    many: '{count} buckets are emptied when they are taken out of the code',
  },
  evidence: ['iac'],
  aliases: [],
  frameworks: {},
  messages: {
    forced: 'force_destroy is {actual}: the bucket is deleted with everything in it',
    emptied: 'a helper of the framework empties the bucket before it is deleted',
  },
  appliesTo: 'AWS::S3::Bucket',
  when: (bucket, graph) => all(inProduction(graph), not(holdsArtifacts(bucket, graph))),
  evaluate: (bucket) =>
    all(
      not(
        all(
          bucket.meta.has('arguments.force_destroy').asMembership(),
          bucket.meta.bool('arguments.force_destroy').is(true).quote(),
        ),
      ).else('forced'),
      bucket
        .list('Tags')
        .none((tag) =>
          all(
            tag.text('Key').is('aws-cdk:auto-delete-objects'),
            any(tag.text('Value').is('true'), tag.bool('Value').is(true)),
          ),
        )
        .else('emptied'),
    ),
  fix: 'Leave the deletion of what is in a bucket to people: switch force_destroy or autoDeleteObjects off in production',
  snippets: { terraform: 'force_destroy = false' },
  fixImpact: { downtime: false },
});
