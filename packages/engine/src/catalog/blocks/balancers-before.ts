import type { Graph, Properties, Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import type { Reading } from '../../model/reading.ts';
import { all, choose, Truth } from '../../model/truth.ts';

const GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';
const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

/** Source: Elastic Load Balancing user guide, "Application Load Balancers", idle_timeout.timeout_seconds, as of 2026-11-21. */
const IDLE_SECONDS = 60;

/** The load balancers that lead to a service of containers. */
export function balancersOf(service: Resource, graph: Graph): Many<Resource> {
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

/** The others pass on what comes, and wait for no answer. */
export function isApplication(balancer: Resource): Truth {
  return balancer.text('Type').is('application');
}

/** Whether a load balancer ends a connection on which nothing is said before so many seconds of something (`of`) are over. */
export function endsIdleBefore(balancer: Resource, after: Reading<number>, of: Properties): Truth {
  const attributes = balancer.list('LoadBalancerAttributes');
  const isIdle = (one: Properties) => one.text('Key').is('idle_timeout.timeout_seconds').asMembership();
  return after.ask((seconds) =>
    choose(
      attributes.some(isIdle),
      attributes.none((one) => all(isIdle(one), one.number('Value').atLeast(seconds))),
      seconds > IDLE_SECONDS ? Truth.yes(of.whereabouts()) : Truth.no(of.whereabouts()),
    ),
  );
}
