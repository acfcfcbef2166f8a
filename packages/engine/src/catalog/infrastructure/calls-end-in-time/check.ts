import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { Reading } from '../../../model/reading.ts';
import { all, choose, not, Truth } from '../../../model/truth.ts';
import { balancersOf, endsIdleBefore, isApplication } from '../../blocks/balancers-before.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { hasOwnCode, TASK } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'calls-end-in-time',
  requirement: 'INF-25',
  severity: 'high',
  effort: 'minutes',
  title: 'Calls of other services end before those who wait for them give up',
  gap: {
    one: 'A call of another service may outlive who waits for it',
    many: 'Calls of other services may outlive who waits for them, in {count} functions and tasks',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_client_timeouts'] },
  messages: {
    warns:
      'requestTimeout of the client of {actual} only warns: without throwOnRequestTimeout or socketTimeout nothing ends its calls',
    endless: 'nothing ends a call of {actual}, and those who wait for it give up long before',
    longer: 'a call of {actual} may take longer, all its attempts together, than the function may work',
    late: 'a call of {actual} may take longer, all its attempts together, than the load balancer waits',
  },
  appliesTo: ['AWS::Lambda::Function', TASK],
  when: (unit, graph) => all(hasOwnCode(unit), clientsOf(unit).exist(), isWaitedFor(unit, graph)),
  evaluate: (unit, graph) =>
    all(
      clientsOf(unit)
        .none((client) => all(client.bool('onlyWarns').is(true), client.text('of').written().quote()))
        .else('warns'),
      clientsOf(unit)
        .none((client) => all(client.bool('endless').is(true), client.text('of').written().quote()))
        .else('endless'),
      clientsOf(unit)
        .none((client) => all(outlives(client, unit), client.text('of').written().quote()))
        .else('longer'),
      clientsOf(unit)
        .none((client) => all(isLeft(client, unit, graph), client.text('of').written().quote()))
        .else('late'),
    ),
  fix: 'Set time-outs and attempts at the client, so that all of them together end before the function does',
  fixImpact: { downtime: false },
});

/** The clients that code which runs makes. */
function clientsOf(unit: Resource): Many<Properties> {
  return unit.meta.list('Code.clients').where((client) => client.bool('runs').is(true));
}

/** A function ends by itself; behind a task somebody waits where a load balancer leads to it. */
function isWaitedFor(unit: Resource, graph: Graph): Truth {
  if (unit.type !== TASK) return Truth.yes(unit.whereabouts());
  return servicesOf(unit, graph).exist().asMembership();
}

/** The services of a task to which load balancers lead. */
function servicesOf(unit: Resource, graph: Graph): Many<Resource> {
  return graph.of('AWS::ECS::Service').where((service) =>
    all(
      service.list('LoadBalancers').exist(),
      graph.follow(service.text('TaskDefinition'), TASK).some((task) => sameAs(task, unit)),
    ),
  );
}

function sameAs(task: Resource, unit: Resource): Truth {
  return task.address === unit.address ? Truth.yes(task.whereabouts()) : Truth.no(task.whereabouts());
}

function outlives(client: Properties, unit: Resource): Truth {
  if (unit.type === TASK) return Truth.no(client.whereabouts());
  return not(
    Reading.both(
      client.number('seconds'),
      unit.number('Timeout'),
      'within the time of the function',
      (seconds, limit) => seconds <= limit,
    ),
  );
}

/** Whether the load balancer before a task gives up first. */
function isLeft(client: Properties, unit: Resource, graph: Graph): Truth {
  if (unit.type !== TASK) return Truth.no(client.whereabouts());
  return servicesOf(unit, graph).some((service) =>
    choose(
      balancersOf(service, graph).exist(),
      () =>
        balancersOf(service, graph).some((balancer) =>
          all(isApplication(balancer), endsIdleBefore(balancer, client.number('seconds'), client)),
        ),
      () => leftTo('how long the load balancer waits, which is not in this code', service),
    ),
  );
}
