import type { Graph, Resource } from '../../model/graph.ts';
import { refersTo } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, type Truth } from '../../model/truth.ts';

const ORIGINS = 'DistributionConfig.Origins';

/** Whether a load balancer has a public address. */
export function isInternetFacing(loadBalancer: Resource): Truth {
  return loadBalancer.text('Scheme').is('internet-facing').asMembership();
}

/** Whether the API of a REST stage is reached from inside a network only. */
export function isPrivateApi(stage: Resource, graph: Graph): Truth {
  return graph
    .follow(stage.text('RestApiId'), 'AWS::ApiGateway::RestApi')
    .some((api) =>
      all(
        api.has('EndpointConfiguration.Types'),
        api.list('EndpointConfiguration.Types').some((type) => type.text().is('PRIVATE')),
      ),
    )
    .asMembership();
}

/** The kinds of API that API Gateway calls version 2: none of them can carry a web ACL. */
export function isWebSocketOrHttp(api: Resource): Truth {
  return api.text('ProtocolType').oneOf(['HTTP', 'WEBSOCKET']).asMembership();
}

/** The domains of its own under which an HTTP API is reached. */
export function ownDomains(api: Resource, graph: Graph): Many<Resource> {
  return graph
    .of('AWS::ApiGatewayV2::ApiMapping')
    .where((mapping) => refersTo(mapping.text('ApiId'), api))
    .flatMap((mapping) => graph.follow(mapping.text('DomainName'), 'AWS::ApiGatewayV2::DomainName'));
}

/** The distributions that have a resource among their origins. */
export function cdnsBefore(origin: Resource, graph: Graph): Many<Resource> {
  return graph.of('AWS::CloudFront::Distribution').where((distribution) =>
    all(
      distribution.has(ORIGINS),
      distribution.list(ORIGINS).some((candidate) => refersTo(candidate.text('DomainName'), origin)),
    ),
  );
}
