import { type Graph, type Resource, refersTo } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { isBucket, originsOf } from '../../blocks/cdn-origin.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { cdnsBefore, isInternetFacing } from '../../blocks/public-entry.ts';
import { runsBesideFunctions } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'static-files-behind-cdn',
  requirement: 'INF-09',
  severity: 'medium',
  effort: 'days',
  title: 'A CDN stands before servers that send files as they are',
  gap: {
    one: 'A server sends each file itself, to everybody and each time',
    many: '{count} servers send each file themselves, to everybody and each time',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: { wellArchitected: ['perf_networking_choose_workload_location_network_requirements'] },
  messages: {
    none: 'the code sends files as they are, its load balancer is public, and no CDN stands before it',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::StaticFiles',
  when: (files, graph) => all(runsBesideFunctions(files.text('path'), graph), balancers(graph).exist()),
  evaluate: (files, graph) =>
    any(
      balancers(graph).every((balancer) => cdnsBefore(balancer, graph).exist()),
      all(
        mayLeadToServer(graph),
        leftTo('telling which load balancer the origins of the CDN lead to', files),
      ),
    ).else('none'),
  fix: 'Put a CDN before the load balancer that keeps what never changes under its name, or publish the files from a bucket behind it',
  fixImpact: { downtime: false },
});

function balancers(graph: Graph): Many<Resource> {
  return graph
    .of('AWS::ElasticLoadBalancingV2::LoadBalancer')
    .where((balancer) => all(isInternetFacing(balancer), balancer.text('Type').is('application')));
}

/** What else may be an origin, itself or under a name of its own. */
const OTHER_ORIGINS = [
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::Lambda::Url',
  'AWS::ApiGateway::DomainName',
  'AWS::ApiGatewayV2::DomainName',
];

/** Under a name of its own a load balancer may be an origin of any CDN. */
function mayLeadToServer(graph: Graph): Truth {
  return graph
    .of('AWS::CloudFront::Distribution')
    .some((cdn) =>
      originsOf(cdn).some((origin) =>
        all(
          not(isBucket(origin)),
          ...OTHER_ORIGINS.map((type) =>
            graph.of(type).none((api) => refersTo(origin.text('DomainName'), api)),
          ),
        ),
      ),
    )
    .asMembership();
}
