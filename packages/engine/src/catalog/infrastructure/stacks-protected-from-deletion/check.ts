import type { Graph } from '../../../model/graph.ts';
import { all, not } from '../../../model/truth.ts';
import { inProduction } from '../../blocks/environment.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'stacks-protected-from-deletion',
  requirement: 'INF-23',
  severity: 'medium',
  effort: 'minutes',
  title: 'Stacks of production cannot be deleted in one step',
  gap: {
    one: 'A stack of production can be deleted in one step',
    many: 'Stacks of production can be deleted in one step, in {count} roots',
  },
  evidence: ['iac', 'aws'],
  aliases: ['cloudformation_stacks_termination_protection_enabled'],
  frameworks: { wellArchitected: ['ops_dev_integ_conf_mgmt_sys'] },
  messages: {
    off: 'termination protection is off: one command deletes the stack {actual} with everything in it',
  },
  // Nothing in a template says how its stack is protected: only an application that makes stacks does.
  when: (graph) => all(stacks(graph).exist(), inProduction(graph)),
  evaluate: (graph) =>
    stacks(graph)
      .none((stack) =>
        all(stack.text('name').written().quote(), not(stack.bool('terminationProtection').is(true))),
      )
      .else('off'),
  fix: 'Set terminationProtection to true for each stack of production',
  fixImpact: { downtime: false },
});

function stacks(graph: Graph) {
  return graph.ownFacts('stacks').flatMap((application) => application.list('stacks'));
}
