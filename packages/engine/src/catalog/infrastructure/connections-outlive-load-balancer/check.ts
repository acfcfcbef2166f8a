import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, choose, not, Truth } from '../../../model/truth.ts';
import { type Asked, askedOf, isAsked, listensOf } from '../../blocks/asked-containers.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';
const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

/** Source: Elastic Load Balancing user guide, "Application Load Balancers", idle_timeout.timeout_seconds, as of 2026-11-21. */
const IDLE_SECONDS = 60;

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
      any(
        not(balancersOf(service, graph).exist()),
        balancersOf(service, graph).some((balancer) => balancer.text('Type').is('application')),
      ),
    ).asMembership(),
  evaluate: (service, graph) =>
    choose(
      balancersOf(service, graph).exist(),
      () =>
        askedOf(service, graph)
          .every((asked) =>
            balancersOf(service, graph).every((balancer) =>
              any(not(balancer.text('Type').is('application')), isKept(asked, balancer)),
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
        any(one.bool('endsEach').is(true), one.bool('endsNone').is(true), outlives(one, balancer)),
      ),
    ),
    listensOf(asked).none((one) => all(isAsked(one, asked), one.number('keepsSeconds').written().quote())),
  );
}

function outlives(listening: Properties, balancer: Resource): Truth {
  const attributes = balancer.list('LoadBalancerAttributes');
  const isIdle = (one: Properties) => one.text('Key').is('idle_timeout.timeout_seconds').asMembership();
  return listening.number('keepsSeconds').ask((seconds) =>
    choose(
      attributes.some(isIdle),
      attributes.none((one) => all(isIdle(one), one.number('Value').atLeast(seconds))),
      seconds > IDLE_SECONDS ? Truth.yes(listening.whereabouts()) : Truth.no(listening.whereabouts()),
    ),
  );
}

/** The load balancers that lead to a service. */
function balancersOf(service: Resource, graph: Graph): Many<Resource> {
  const groups = service
    .list('LoadBalancers')
    .flatMap((entry) => graph.follow(entry.text('TargetGroupArn'), GROUP));
  const listeners = groups.flatMap((group) => {
    const rules = graph.to(group, 'routesTo', RULE);
    return graph
      .to(group, 'routesTo', LISTENER)
      .and(rules.flatMap((rule) => graph.follow(rule.text('ListenerArn'), LISTENER)));
  });
  return listeners
    .flatMap((listener) => graph.follow(listener.text('LoadBalancerArn'), BALANCER))
    .oncePer(({ address }) => address);
}
