import type { Properties } from '../../../model/graph.ts';
import { all, not } from '../../../model/truth.ts';
import { allowing, narrowed } from '../../blocks/iam-statement.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'service-grants-name-their-source',
  requirement: 'SEC-36',
  severity: 'medium',
  effort: 'minutes',
  title: 'Queues, topics and buckets let services in for one source only',
  gap: {
    one: 'A policy lets a service in for anybody',
    many: '{count} policies let a service in for anybody',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_permissions_least_privileges'] },
  messages: { any: 'the service {actual} is let in on behalf of any account' },
  appliesTo: ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy', 'AWS::S3::BucketPolicy'],
  when: (policy) =>
    all(
      policy.has('PolicyDocument'),
      allowing(policy.at('PolicyDocument')).some((s) => letsServiceIn(s)),
    ).asMembership(),
  evaluate: (policy) =>
    allowing(policy.at('PolicyDocument'))
      .none((s) => all(not(narrowed(s)), letsServiceIn(s).quote()))
      .else('any'),
  fix: 'Ask for aws:SourceArn or aws:SourceAccount in a condition',
  snippets: {
    terraform:
      'condition {\n  test     = "ArnEquals"\n  variable = "aws:SourceArn"\n  values   = [aws_sns_topic.orders.arn]\n}',
    cloudformation: 'Condition: { ArnEquals: { "aws:SourceArn": !Ref Orders } }',
  },
  fixImpact: { downtime: false },
});

function letsServiceIn(statement: Properties) {
  return all(
    not(statement.text('Principal').isPlain()).asMembership(),
    statement.has('Principal.Service').asMembership(),
    statement.list('Principal.Service').some((service) => service.text().contains('amazonaws.com')),
  );
}
