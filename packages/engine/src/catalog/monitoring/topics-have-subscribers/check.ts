import { hasSubscriber } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'topics-have-subscribers',
  requirement: 'MON-09',
  severity: 'high',
  effort: 'minutes',
  title: 'Every topic that alarms or budgets publish to has a subscriber',
  gap: { one: 'A topic of alarms has no subscriber', many: '{count} topics of alarms have no subscriber' },
  evidence: ['iac', 'aws'],
  aliases: ['sns.snsPendingSubscription'],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: { none: 'alarms or budgets publish to it and nobody is subscribed' },
  appliesTo: 'AWS::SNS::Topic',
  when: (topic, graph) => graph.to(topic, 'alertsThrough').exist(),
  evaluate: (topic, graph) => hasSubscriber(topic, graph).else('none'),
  fix: 'Subscribe the people on call: by e-mail, chat or pager',
  snippets: {
    terraform:
      'resource "aws_sns_topic_subscription" "on_call" {\n  topic_arn = aws_sns_topic.alerts.arn\n  protocol  = "email"\n  endpoint  = var.alert_email\n}',
    cloudformation: 'Subscription:\n  - { Protocol: email, Endpoint: !Ref AlertEmail }',
  },
  fixImpact: { downtime: false },
});
