import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { functionsBehind } from '../../blocks/callers.ts';
import { ofDefinition, tasksOf } from '../../blocks/workflow.ts';
import { defineCheck } from '../../check.ts';

/** Seconds. Source: Step Functions Developer Guide, Choosing workflow type; nothing raises it. */
const EXPRESS_ENDS_AFTER = 300;

const TIMEOUT = 'TimeoutSeconds';

export default defineCheck({
  id: 'workflow-waits-for-its-functions',
  requirement: 'INF-25',
  severity: 'medium',
  effort: 'minutes',
  title: 'Workflows wait for their functions as long as these may work',
  gap: {
    one: 'A workflow gives up on a function that is still at work',
    many: '{count} workflows give up on functions that are still at work',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_client_timeouts'] },
  messages: {
    task: 'a task waits for {actual} s, and its function may work for longer: the step is given up or tried again while the function is still at work',
    whole: 'the whole workflow ends after {actual} s, and one of its functions may work for longer',
    express: 'an express workflow ends after 300 s, and one of its functions may work for {actual} s',
  },
  appliesTo: 'AWS::StepFunctions::StateMachine',
  // A task without a time-out of its own waits until its function ends.
  when: (machine, graph) =>
    ofDefinition(machine, (definition) =>
      all(
        tasksOf(definition).some((task) => functionsOf(task, graph).exist()),
        any(
          isExpress(machine),
          definition.has(TIMEOUT),
          tasksOf(definition).some((task) => task.has(TIMEOUT)),
        ),
      ),
    ).asMembership(),
  evaluate: (machine, graph) =>
    all(
      ofDefinition(machine, (definition) =>
        tasksOf(definition).none((task) =>
          all(task.has(TIMEOUT).asMembership(), outlasted(task, task, graph)),
        ),
      ).else('task'),
      ofDefinition(machine, (definition) =>
        not(
          all(
            definition.has(TIMEOUT).asMembership(),
            tasksOf(definition).some((task) => outlasted(definition, task, graph)),
          ),
        ),
      ).else('whole'),
      ofDefinition(machine, (definition) =>
        not(
          all(
            isExpress(machine),
            tasksOf(definition).some((task) =>
              functionsOf(task, graph).some((fn) =>
                not(fn.number('Timeout').atMost(EXPRESS_ENDS_AFTER)).quote(),
              ),
            ),
          ),
        ),
      ).else('express'),
    ),
  fix: 'Let each task wait a little longer than its function may work, and the workflow longer than its tasks',
  fixImpact: { downtime: false },
});

function isExpress(machine: Resource): Truth {
  return machine.text('StateMachineType').is('EXPRESS').asMembership();
}

/** Whether a function of the task may work for longer than is waited. */
function outlasted(waiting: Properties, task: Properties, graph: Graph): Truth {
  return functionsOf(task, graph).some((fn) =>
    not(
      Reading.both(
        waiting.number(TIMEOUT),
        fn.number('Timeout'),
        'at least as long as the function may work',
        (waits, works) => waits >= works,
      ),
    ).quote(),
  );
}

/** The functions that a task calls and waits for: by their own ARN, or through the integration with Lambda. */
function functionsOf(task: Properties, graph: Graph): Many<Resource> {
  const resource = task.text('Resource');
  const integrated = resource.isWrittenArnOf('states');
  const own = task
    .list()
    .where(() => not(integrated))
    .flatMap(() => functionsBehind(resource, graph));
  return ['Parameters', 'Arguments']
    .map((given) =>
      task
        .list()
        .where(() => all(integrated, resource.endsWith(':lambda:invoke'), task.has(given)))
        .flatMap(() => functionsBehind(task.text(`${given}.FunctionName`), graph)),
    )
    .reduce((functions, named) => functions.and(named), own);
}
