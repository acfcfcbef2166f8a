import { not } from '../../../model/truth.ts';
import { ofDefinition, workOf } from '../../blocks/workflow.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'workflow-failures-caught',
  requirement: 'INF-21',
  severity: 'medium',
  effort: 'hours',
  title: 'Workflows catch what their steps fail at',
  gap: {
    one: 'A failing step ends a workflow unhandled',
    many: 'A failing step ends {count} workflows unhandled',
  },
  evidence: ['iac', 'aws'],
  aliases: ['stepfunctions.sfnNoCatchHandler'],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_limit_retries'] },
  messages: { uncaught: 'a task, branch or loop has no Catch: when it fails, the execution ends there' },
  appliesTo: 'AWS::StepFunctions::StateMachine',
  when: (machine) => ofDefinition(machine, (definition) => workOf(definition).exist()),
  evaluate: (machine) =>
    ofDefinition(machine, (definition) =>
      workOf(definition).none((state) => not(state.has('Catch').quote())),
    ).else('uncaught'),
  fix: 'Catch the failures of each step, and keep what could not be done in a queue or a table',
  fixImpact: { downtime: false },
});
