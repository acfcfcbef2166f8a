import type { Graph } from '../../model/graph.ts';
import { all, any, not, type Truth } from '../../model/truth.ts';

/** Where who calls may show that a request is theirs before code is asked: a signature of AWS, or a certificate. */
const SIGNS: readonly (readonly [type: string, property: string])[] = [
  ['AWS::ApiGatewayV2::Route', 'AuthorizationType'],
  ['AWS::ApiGateway::Method', 'AuthorizationType'],
  ['AWS::Lambda::Url', 'AuthType'],
];
const CERTIFIES: readonly (readonly [type: string, property: string])[] = [
  ['AWS::ApiGateway::DomainName', 'MutualTlsAuthentication'],
  ['AWS::ApiGatewayV2::DomainName', 'MutualTlsAuthentication'],
  ['AWS::ElasticLoadBalancingV2::Listener', 'MutualAuthentication'],
];

/** Whether any entry of the infrastructure asks for a signed request, or for a certificate of the caller. */
export function signsAtGateway(graph: Graph): Truth {
  return any(
    ...SIGNS.map(([type, property]) =>
      graph.of(type).some((entry) => all(entry.has(property), entry.text(property).is('AWS_IAM'))),
    ),
    ...CERTIFIES.map(([type, property]) => graph.of(type).some((entry) => entry.has(property))),
  ).asMembership();
}

/** Whether an entry lets in whoever reaches it over the internet: between it and who calls is no mesh and no private network. */
export function isOnTheInternet(graph: Graph): Truth {
  const types = 'EndpointConfiguration.Types';
  return any(
    graph.of('AWS::ApiGatewayV2::Route').exist(),
    graph.of('AWS::Lambda::Url').exist(),
    graph.of('AWS::ApiGateway::RestApi').some((api) =>
      not(
        all(
          api.has(types),
          api.list(types).some((type) => type.text().is('PRIVATE')),
        ),
      ),
    ),
  ).asMembership();
}
