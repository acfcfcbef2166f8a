import type { Graph, Resource } from '../../../model/graph.ts';
import { any, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

/** Callers that hand over an event and do not wait: Lambda retries twice, then drops it. */
const ASYNCHRONOUS = [
  'AWS::SNS::Subscription',
  'AWS::S3::Bucket',
  'AWS::Events::Rule',
  'AWS::Scheduler::Schedule',
  'AWS::Logs::SubscriptionFilter',
];
const SERVICES =
  /^(sns|s3|events|scheduler|secretsmanager|ses|iot|iotevents|config|codecommit|codepipeline|logs)\.amazonaws\.com$/;

const calledWithoutWaiting = (fn: Resource, graph: Graph): Truth =>
  any(
    ...ASYNCHRONOUS.map((type) => graph.to(fn, 'invokes', type).exist()),
    // Whoever settles how such calls are tried again expects them.
    graph.to(fn, 'configures', 'AWS::Lambda::EventInvokeConfig').exist(),
    graph
      .to(fn, 'permits')
      .map((permission) => permission.text('Principal'))
      .some((principal) =>
        any(
          principal.matches('a service that does not wait', SERVICES),
          // logs.<region>.amazonaws.com
          principal.contains('logs.'),
        ),
      ),
  );

export default defineCheck({
  id: 'async-failure-kept',
  requirement: 'INF-21',
  severity: 'high',
  effort: 'hours',
  title: 'What an asynchronously called function fails to do is kept',
  gap: { one: 'Failed events of a function are lost', many: 'Failed events of {count} functions are lost' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_116',
    'LambdaDLQ',
    'LambdaAsyncFailureDestination',
    'awslambda_function_no_dead_letter_queue',
    'ES1007',
    'LAMBDA_DLQ_CHECK',
  ],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_fail_fast'] },
  messages: { lost: 'no dead-letter queue and no on-failure destination keeps what fails after the retries' },
  appliesTo: 'AWS::Lambda::Function',
  when: calledWithoutWaiting,
  evaluate: (fn, graph) =>
    any(
      fn.has('DeadLetterConfig.TargetArn'),
      graph.to(fn, 'configures').some((config) => config.has('DestinationConfig.OnFailure.Destination')),
    ).else('lost'),
  fix: 'Send what fails to a queue: an on-failure destination, or a dead-letter queue, with an alarm on it',
  fixImpact: { downtime: false },
});
