import { all, not } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'dependencies-have-breakers',
  requirement: 'APP-03',
  severity: 'medium',
  effort: 'days',
  title: 'What is slow or fails often is left alone for a while, and something else is given',
  gap: {
    one: 'Nothing breaks the circuit to services that fail',
    many: 'Nothing breaks the circuit to services that fail',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_graceful_degradation'] },
  messages: {
    none: 'services are called, and no circuit breaker stands before any of them',
  },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) =>
    graph
      .of('Repository::Client')
      .some((client) => all(not(client.bool('page').is(true)), mayRun(client.text('path'), graph)))
      .asMembership(),
  evaluate: (graph) =>
    graph
      .of('Repository::Breaker')
      .some((breaker) => all(mayRun(breaker.text('path'), graph), breaker.bool('fallback').is(true)))
      .else('none'),
  fix: 'Put a circuit breaker (opossum, cockatiel, pybreaker) before what is not critical, with a fallback',
  fixImpact: { downtime: false },
});
