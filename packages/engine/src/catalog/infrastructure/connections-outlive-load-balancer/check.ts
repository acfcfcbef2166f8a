import type { Resource } from '../../../model/graph.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { type Asked, askedOf, isAsked, listensOf } from '../../blocks/asked-containers.ts';
import { balancersOf, endsIdleBefore, isApplication } from '../../blocks/balancers-before.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'connections-outlive-load-balancer',
  requirement: 'INF-25',
  severity: 'medium',
  effort: 'minutes',
  title: 'A server keeps idle connections longer than the load balancer before it',
  gap: {
    one: 'A server ends idle connections that its load balancer still uses',
    many: 'Servers of {count} services end idle connections that their load balancers still use',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: {},
  messages: {
    sooner:
      'the server ends an idle connection after {actual} s, while its load balancer still sends requests over it: now and then one is answered with 502',
  },
  appliesTo: 'AWS::ECS::Service',
  when: (service, graph) =>
    all(
      askedOf(service, graph).some((asked) => listensOf(asked).some((one) => isAsked(one, asked))),
      // The others pass on what comes, and keep no connections of their own.
      any(not(balancersOf(service, graph).exist()), balancersOf(service, graph).some(isApplication)),
    ).asMembership(),
  evaluate: (service, graph) =>
    choose(
      balancersOf(service, graph).exist(),
      () =>
        askedOf(service, graph)
          .every((asked) =>
            balancersOf(service, graph).every((balancer) =>
              any(not(isApplication(balancer)), isKept(asked, balancer)),
            ),
          )
          .else('sooner'),
      () => leftTo('how long the load balancer keeps idle connections, which is not in this code', service),
    ),
  fix: 'Keep idle connections some seconds longer than the load balancer does: 65 s where it has the 60 s of its default',
  fixImpact: { downtime: false },
});

function isKept(asked: Asked, balancer: Resource): Truth {
  return any(
    listensOf(asked).some((one) =>
      all(
        isAsked(one, asked),
        any(
          one.bool('endsEach').is(true),
          one.bool('endsNone').is(true),
          endsIdleBefore(balancer, one.number('keepsSeconds'), one),
        ),
      ),
    ),
    listensOf(asked).none((one) => all(isAsked(one, asked), one.number('keepsSeconds').written().quote())),
  );
}
