import { all, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'queue-batch-failures',
  requirement: 'INF-21',
  severity: 'medium',
  effort: 'hours',
  title: 'One failing message does not fail the others of its batch',
  gap: {
    one: 'One failing message fails its whole batch',
    many: 'One failing message fails its whole batch, at {count} triggers',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_fail_fast'] },
  messages: {
    whole:
      'the function cannot say which messages failed: ReportBatchItemFailures is not among FunctionResponseTypes',
  },
  appliesTo: 'AWS::Lambda::EventSourceMapping',
  when: (mapping, graph) =>
    all(
      graph.follow(mapping.text('EventSourceArn'), 'AWS::SQS::Queue').exist(),
      not(all(mapping.has('BatchSize'), mapping.number('BatchSize').atMost(1))),
    ),
  evaluate: (mapping) =>
    mapping
      .list('FunctionResponseTypes')
      .some((type) => type.text().is('ReportBatchItemFailures'))
      .else('whole'),
  fix: 'Let the function answer with the messages that failed, and switch ReportBatchItemFailures on',
  snippets: {
    terraform: 'function_response_types = ["ReportBatchItemFailures"]',
    cloudformation: 'FunctionResponseTypes: [ReportBatchItemFailures]',
  },
  fixImpact: { downtime: false },
});
