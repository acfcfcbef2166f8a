import type { Graph, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

/** Seconds that a queue keeps a message at most: 14 days. Source: Amazon SQS Developer Guide, Message quotas. */
const LONGEST = 1_209_600;

export default defineCheck({
  id: 'dead-letters-outlive-queue',
  requirement: 'APP-07',
  severity: 'medium',
  effort: 'minutes',
  title: 'Failed messages stay long enough to be looked at',
  gap: {
    one: 'Failed messages expire before anybody can look at them',
    many: 'Failed messages of {count} dead-letter queues expire before anybody can look at them',
  },
  evidence: ['iac'],
  aliases: [],
  frameworks: {},
  messages: {
    short:
      'the dead-letter queue keeps a message for {actual} s, counted from when it was first sent: not longer than the queue it comes from',
  },
  appliesTo: 'AWS::SQS::Queue',
  // A FIFO queue counts the days of a message anew when it takes it in.
  when: (queue, graph) => all(sourcesOf(queue, graph).exist(), not(queue.bool('FifoQueue').is(true))),
  evaluate: (queue, graph) =>
    any(
      queue.number('MessageRetentionPeriod').atLeast(LONGEST),
      sourcesOf(queue, graph).every((source) =>
        Reading.both(
          queue.number('MessageRetentionPeriod'),
          source.number('MessageRetentionPeriod'),
          'longer than the queue it comes from',
          (kept, before) => kept > before,
        ).quote(),
      ),
    ).else('short'),
  fix: 'Let the dead-letter queue keep messages for 14 days',
  snippets: {
    terraform: 'message_retention_seconds = 1209600',
    cloudformation: 'MessageRetentionPeriod: 1209600',
  },
  fixImpact: { downtime: false },
});

function sourcesOf(queue: Resource, graph: Graph): Many<Resource> {
  return graph.to(queue, 'deadLettersTo').where((source) => source.isA('AWS::SQS::Queue'));
}
