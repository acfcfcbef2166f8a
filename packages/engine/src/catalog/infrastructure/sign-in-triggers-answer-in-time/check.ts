import type { Graph, Resource } from '../../../model/graph.ts';
import { defineCheck } from '../../check.ts';

/** Seconds. Source: Cognito Developer Guide, "Things to know about Lambda triggers"; nothing changes it. */
const WAITS = 5;

export default defineCheck({
  id: 'sign-in-triggers-answer-in-time',
  requirement: 'INF-25',
  severity: 'medium',
  effort: 'minutes',
  title: 'No function that Cognito asks works longer than Cognito waits',
  gap: {
    one: 'A function may work longer than Cognito waits for it',
    many: '{count} functions may work longer than Cognito waits for them',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_client_timeouts'] },
  messages: {
    long: 'the function may work for {actual} s; Cognito waits for 5 s and then asks again, while the first is still at work',
  },
  appliesTo: 'AWS::Lambda::Function',
  when: (fn, graph) => askedBySignIn(fn, graph).exist(),
  evaluate: (fn) => fn.number('Timeout').atMost(WAITS).quote().else('long'),
  fix: 'Let the function end within five seconds, and leave what takes longer to a queue',
  snippets: { terraform: 'timeout = 5', cloudformation: 'Timeout: 5' },
  fixImpact: { downtime: false },
});

/** Senders of mail and messages, which Cognito does not wait for, are no triggers in this sense. */
function askedBySignIn(fn: Resource, graph: Graph) {
  return graph.to(fn, 'invokes', 'AWS::Cognito::UserPool');
}
