import { all, any, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'sqs-redrive',
  requirement: 'INF-21',
  severity: 'high',
  effort: 'minutes',
  title: 'Messages that cannot be processed leave the queue for a dead-letter queue',
  gap: {
    one: 'A queue keeps failing messages until they expire',
    many: '{count} queues keep failing messages until they expire',
  },
  evidence: ['iac', 'aws'],
  aliases: ['AwsSolutions-SQS3', 'SQSRedrivePolicy', 'ES6000'],
  frameworks: {},
  messages: { none: 'no redrive policy is set' },
  appliesTo: 'AWS::SQS::Queue',
  // A dead-letter queue is where failing messages end: of what is here, or of queues elsewhere that it is open to.
  when: (queue, graph) =>
    not(
      any(
        graph.to(queue, 'deadLettersTo').exist(),
        all(
          queue.has('RedriveAllowPolicy'),
          queue.text('RedriveAllowPolicy.redrivePermission').oneOf(['allowAll', 'byQueue']),
        ),
      ),
    ),
  evaluate: (queue) => queue.has('RedrivePolicy.deadLetterTargetArn').else('none'),
  fix: 'Add a redrive policy to a dead-letter queue after three to five attempts, and an alarm on that queue',
  fixImpact: { downtime: false },
});
