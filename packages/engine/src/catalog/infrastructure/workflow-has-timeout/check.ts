import { any } from '../../../model/truth.ts';
import { ofDefinition, workOf } from '../../blocks/workflow.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'workflow-has-timeout',
  requirement: 'INF-21',
  severity: 'medium',
  effort: 'minutes',
  title: 'Workflows end when a step hangs',
  gap: {
    one: 'A workflow waits for ever for a step that hangs',
    many: '{count} workflows wait for ever for a step that hangs',
  },
  evidence: ['iac', 'aws'],
  aliases: ['stepfunctions.sfnNoTimeout'],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_client_timeouts'] },
  messages: {
    endless:
      'neither the workflow nor each of its steps has TimeoutSeconds, so one that hangs is waited for up to a year',
  },
  appliesTo: 'AWS::StepFunctions::StateMachine',
  // An express workflow ends after five minutes by itself.
  when: (machine) => machine.text('StateMachineType').isNot('EXPRESS'),
  evaluate: (machine) =>
    ofDefinition(machine, (definition) =>
      any(
        definition.has('TimeoutSeconds'),
        workOf(definition).none((state) => state.text('Type').is('Task')),
        workOf(definition).every((state) =>
          any(state.has('TimeoutSeconds'), state.has('TimeoutSecondsPath')),
        ),
      ),
    ).else('endless'),
  fix: 'Set TimeoutSeconds for the workflow, and for each task that waits for an answer',
  fixImpact: { downtime: false },
});
