import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'topic-deliveries-kept',
  requirement: 'INF-21',
  severity: 'medium',
  effort: 'minutes',
  title: 'What a topic cannot deliver is kept',
  gap: {
    one: 'What a topic cannot deliver to a subscriber is lost',
    many: 'What topics cannot deliver to {count} subscribers is lost',
  },
  evidence: ['iac', 'aws'],
  aliases: ['SNSRedrivePolicy', 'ES7000'],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_fail_fast'] },
  messages: { lost: 'no redrive policy keeps what cannot be delivered' },
  appliesTo: 'AWS::SNS::Subscription',
  // Mail and text messages have nobody who could read them from a queue again.
  when: (subscription) => subscription.text('Protocol').oneOf(['lambda', 'sqs', 'http', 'https', 'firehose']),
  evaluate: (subscription) => subscription.has('RedrivePolicy.deadLetterTargetArn').else('lost'),
  fix: 'Give the subscription a redrive policy with a queue, and set an alarm on that queue',
  snippets: {
    terraform: 'redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.undelivered.arn })',
    cloudformation: 'RedrivePolicy: { deadLetterTargetArn: !GetAtt Undelivered.Arn }',
  },
  fixImpact: { downtime: false },
});
