import { choose } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const RULE = 'AWS::Events::Rule';

export default defineCheck({
  id: 'event-rule-dead-letter',
  requirement: 'INF-21',
  severity: 'high',
  effort: 'minutes',
  title: 'Events that cannot be delivered to their target are kept',
  gap: {
    one: 'Events of a rule or schedule are lost when they cannot be delivered',
    many: 'Events of {count} rules and schedules are lost when they cannot be delivered',
  },
  evidence: ['iac', 'aws'],
  aliases: ['EventBusDLQ', 'ES4000'],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_fail_fast'] },
  messages: { lost: 'no dead-letter queue keeps what cannot be delivered to its target' },
  appliesTo: [RULE, 'AWS::Scheduler::Schedule'],
  when: (source) => choose(source.isA(RULE), source.list('Targets').exist(), source.has('Target')),
  evaluate: (source) =>
    choose(
      source.isA(RULE),
      source.list('Targets').every((target) => target.has('DeadLetterConfig.Arn')),
      source.has('Target.DeadLetterConfig.Arn'),
    ).else('lost'),
  fix: 'Give each target a dead-letter queue, let the rule send to it, and set an alarm on it',
  snippets: {
    terraform: 'dead_letter_config {\n  arn = aws_sqs_queue.undelivered.arn\n}',
    cloudformation: 'DeadLetterConfig:\n  Arn: !GetAtt Undelivered.Arn',
  },
  fixImpact: { downtime: false },
});
