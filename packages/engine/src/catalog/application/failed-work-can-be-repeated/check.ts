import { type Graph, refersTo } from '../../../model/graph.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { documentsOf, isFilled } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

/** What does work that nobody waits for. */
const BACKGROUND = [
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Scheduler::Schedule',
  'AWS::SQS::Queue',
  'AWS::StepFunctions::StateMachine',
];
/** Kinds of documents that say what to do. */
const FOR_WHO_ACTS = ['runbook', 'troubleshooting', 'recovery', 'deployment', 'readme'];
/** Commands that do failed work again, or show it. */
const AGAIN =
  /start-message-move-task|receive-message|redrive|replay|reprocess|requeue|redeliver|start-execution|start-job-run|rotate-secret|lambda\s+invoke|submit-job/i;

export default defineRootCheck({
  id: 'failed-work-can-be-repeated',
  requirement: 'APP-07',
  severity: 'medium',
  effort: 'days',
  title: 'Somebody can look at work that failed and do it again',
  gap: {
    one: 'Nobody is told how to look at failed work and do it again',
    many: 'Nobody is told how to look at failed work and do it again',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: {},
  messages: {
    nobody:
      'work is done behind queues, events or schedules; nothing reads what failed, and no document says how it is done again',
  },
  attests: ['nobody'],
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) => any(...BACKGROUND.map((type) => graph.of(type).exist())).asMembership(),
  evaluate: (graph) => any(saysHow(graph), isRead(graph)).else('nobody'),
  fix: 'Write down how failed work is found and repeated (start-message-move-task for a dead-letter queue), and try it',
  fixImpact: { downtime: false },
});

function saysHow(graph: Graph): Truth {
  return documentsOf(graph, ...FOR_WHO_ACTS).some((document) =>
    all(
      isFilled(document),
      document
        .list('commands')
        .some((command) =>
          all(command.text('text').matches('a way to do it again', AGAIN), command.bool('complete').is(true)),
        ),
    ),
  );
}

/** Whether something takes messages out of a dead-letter queue. */
function isRead(graph: Graph): Truth {
  return graph.of('AWS::SQS::Queue').some((queue) =>
    all(
      graph.to(queue, 'deadLettersTo').exist(),
      graph
        .of('AWS::Lambda::EventSourceMapping')
        .some((mapping) => refersTo(mapping.text('EventSourceArn'), queue)),
    ),
  );
}
