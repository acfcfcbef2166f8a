import { all, any, choose } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'stream-failures-kept',
  requirement: 'INF-21',
  severity: 'high',
  effort: 'hours',
  title: 'A record of a stream that fails is put aside and does not block those behind it',
  gap: {
    one: 'A failing record blocks or vanishes from a stream',
    many: 'Failing records block or vanish from streams, at {count} triggers',
  },
  evidence: ['iac', 'aws'],
  aliases: ['LambdaEventSourceMappingDestination', 'ES1001'],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_fail_fast'] },
  messages: {
    endless:
      'a failing record is tried again until it expires, and everything behind it waits: neither attempts nor age are limited',
    lost: 'what fails after the last attempt is dropped: no destination keeps it',
  },
  appliesTo: 'AWS::Lambda::EventSourceMapping',
  when: (mapping, graph) =>
    choose(
      mapping.text('EventSourceArn').isReference(),
      any(
        graph.follow(mapping.text('EventSourceArn'), 'AWS::DynamoDB::Table').exist(),
        graph.follow(mapping.text('EventSourceArn'), 'AWS::Kinesis::Stream').exist(),
      ),
      mapping.text('EventSourceArn').matches('a stream', /^arn:[^:]*:(kinesis|dynamodb):/),
    ),
  evaluate: (mapping) =>
    all(
      any(
        mapping.number('MaximumRetryAttempts').atLeast(0),
        mapping.number('MaximumRecordAgeInSeconds').atLeast(0),
      ).else('endless'),
      mapping.has('DestinationConfig.OnFailure.Destination').else('lost'),
    ),
  fix: 'Limit the attempts, split failing batches, and send what still fails to a queue',
  snippets: {
    terraform:
      'maximum_retry_attempts         = 5\nbisect_batch_on_function_error = true\n\ndestination_config {\n  on_failure {\n    destination_arn = aws_sqs_queue.failed.arn\n  }\n}',
    cloudformation:
      'MaximumRetryAttempts: 5\nBisectBatchOnFunctionError: true\nDestinationConfig: { OnFailure: { Destination: !GetAtt Failed.Arn } }',
  },
  fixImpact: { downtime: false },
});
