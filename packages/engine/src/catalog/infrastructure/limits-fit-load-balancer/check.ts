import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, choose, not } from '../../../model/truth.ts';
import { askedOf } from '../../blocks/asked-containers.ts';
import { balancersOf, endsIdleBefore, isApplication } from '../../blocks/balancers-before.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'limits-fit-load-balancer',
  requirement: 'INF-25',
  severity: 'medium',
  effort: 'minutes',
  title: 'Time limits that code sets for its calls end before the load balancer gives up',
  gap: {
    one: 'A time limit is longer than the load balancer waits',
    many: 'Time limits of {count} services are longer than their load balancers wait',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_client_timeouts'] },
  messages: {
    longer:
      'the time limit for {actual} is longer, all attempts together, than the load balancer waits for an answer',
  },
  appliesTo: 'AWS::ECS::Service',
  when: (service, graph) =>
    all(
      limitedOf(service, graph).exist(),
      any(not(balancersOf(service, graph).exist()), balancersOf(service, graph).some(isApplication)),
    ).asMembership(),
  evaluate: (service, graph) =>
    choose(
      balancersOf(service, graph).exist(),
      () =>
        balancersOf(service, graph)
          .every((balancer) =>
            any(
              not(isApplication(balancer)),
              limitedOf(service, graph).none((client) =>
                all(
                  endsIdleBefore(balancer, client.number('seconds'), client),
                  client.text('of').written().quote(),
                ),
              ),
            ),
          )
          .else('longer'),
      () => leftTo('how long the load balancer waits, which is not in this code', service),
    ),
  fix: 'Set time-outs and attempts at the client, so that all of them together end before the load balancer gives up',
  fixImpact: { downtime: false },
});

/** The clients of code behind a load balancer for which somebody chose a limit. */
function limitedOf(service: Resource, graph: Graph): Many<Properties> {
  return askedOf(service, graph).flatMap(({ task }) =>
    task.meta
      .list('Code.clients')
      .where((client) => all(client.bool('runs').is(true), client.bool('chosen').is(true))),
  );
}
