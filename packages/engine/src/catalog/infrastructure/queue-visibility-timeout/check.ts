import type { Graph, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { Reading } from '../../../model/reading.ts';
import { all, not } from '../../../model/truth.ts';
import { functionsBehind } from '../../blocks/callers.ts';
import { defineCheck } from '../../check.ts';

/** What AWS asks for, so that retries after throttling fit in: Lambda Developer Guide, "Using Lambda with Amazon SQS". */
const TIMES = 6;
/** Messages wait so long for others before the function is called: the same page asks for that time on top. */
const WINDOW = 'MaximumBatchingWindowInSeconds';

export default defineCheck({
  id: 'queue-visibility-timeout',
  requirement: 'INF-25',
  severity: 'high',
  effort: 'minutes',
  title: 'A queue hides a message for at least six times as long as its consumer may run',
  gap: {
    one: 'Messages of a queue come back while they are still worked on',
    many: 'Messages of {count} queues come back while they are still worked on',
  },
  evidence: ['iac', 'aws'],
  aliases: ['LambdaEventSourceSQSVisibilityTimeout'],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_client_timeouts'] },
  messages: {
    shorter:
      'the visibility time-out is {actual} s, which is shorter than the time-out of the function that reads the queue',
    tight:
      'the visibility time-out is {actual} s, which is less than six times the time-out of the function that reads the queue',
    window:
      'the visibility time-out is {actual} s, which is less than six times the time-out of the function that reads the queue and the time that messages are gathered for',
  },
  appliesTo: 'AWS::SQS::Queue',
  when: (queue, graph) => consumersOf(queue, graph).exist(),
  evaluate: (queue, graph) =>
    all(
      consumersOf(queue, graph)
        .every((fn) => hiddenFor(1, queue, fn))
        .else('shorter'),
      consumersOf(queue, graph)
        .every((fn) => hiddenFor(TIMES, queue, fn))
        .else('tight'),
      graph
        .to(queue, 'consumes')
        .where((mapping) => mapping.has(WINDOW))
        .none((mapping) =>
          mapping
            .number(WINDOW)
            .ask((window) =>
              functionsBehind(mapping.text('FunctionName'), graph).some((fn) =>
                not(hiddenFor(TIMES, queue, fn, window)),
              ),
            ),
        )
        .else('window'),
    ),
  fix: 'Set the visibility time-out to at least six times the time-out of the function',
  snippets: { terraform: 'visibility_timeout_seconds = 180', cloudformation: 'VisibilityTimeout: 180' },
  fixImpact: { downtime: false },
});

function consumersOf(queue: Resource, graph: Graph): Many<Resource> {
  return graph
    .to(queue, 'consumes')
    .flatMap((mapping) => functionsBehind(mapping.text('FunctionName'), graph));
}

function hiddenFor(times: number, queue: Resource, fn: Resource, gathered = 0) {
  const more = gathered === 0 ? '' : ` and ${gathered} s`;
  return Reading.both(
    queue.number('VisibilityTimeout'),
    fn.number('Timeout'),
    `at least ${times} times the time-out of the function${more}`,
    (hidden, timeout) => hidden >= timeout * times + gathered,
  ).quote();
}
