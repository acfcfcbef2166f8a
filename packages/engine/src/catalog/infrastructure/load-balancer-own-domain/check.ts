import { all, any, choose } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { isInternetFacing } from '../../blocks/public-entry.ts';
import { defineCheck } from '../../check.ts';

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';

export default defineCheck({
  id: 'load-balancer-own-domain',
  requirement: 'INF-07',
  severity: 'medium',
  effort: 'hours',
  title: 'Users reach a public load balancer under a domain of its own',
  gap: {
    one: 'A load balancer is reached under the name of its provider',
    many: '{count} load balancers are reached under the name of their provider',
  },
  evidence: ['iac', 'aws', 'http'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no record and no CDN leads to the load balancer, and it has no certificate for a domain: users see the name of the provider',
  },
  appliesTo: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  when: (balancer) => all(isInternetFacing(balancer), balancer.text('Type').is('application')),
  // A certificate without a record says that the zone of the domain is kept elsewhere.
  evaluate: (balancer, graph) => {
    const leading = graph.to(balancer, 'fronts').exist();
    const certified = graph
      .to(balancer, 'routesTo')
      .where((part) => part.isA(LISTENER))
      .some((listener) => listener.list('Certificates').exist());
    return any(
      leading,
      choose(certified, leftTo('the zone of the domain that the certificate is for', balancer), leading),
    ).else('none');
  },
  fix: 'Point a record of your own domain at the load balancer, with a certificate for it',
  fixImpact: { downtime: false },
});
