import { type Graph, type Resource, refersTo } from '../../../model/graph.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import {
  cdnsBefore,
  isInternetFacing,
  isPrivateApi,
  isWebSocketOrHttp,
  ownDomains,
} from '../../blocks/public-entry.ts';
import { defineCheck } from '../../check.ts';

const DISTRIBUTION = 'AWS::CloudFront::Distribution';
const LOAD_BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const STAGE = 'AWS::ApiGateway::Stage';
const HTTP_API = 'AWS::ApiGatewayV2::Api';
const GRAPHQL_API = 'AWS::AppSync::GraphQLApi';

const WEB_ACL = 'DistributionConfig.WebACLId';

export default defineCheck({
  id: 'waf-attached',
  requirement: 'SEC-10',
  severity: 'high',
  effort: 'hours',
  title: 'A web ACL is attached to every public entry',
  gap: {
    one: 'A public entry has no web ACL',
    many: '{count} public entries have no web ACL',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_68',
    'CKV2_AWS_28',
    'CKV2_AWS_29',
    'CKV2_AWS_33',
    'AWS-0011',
    'AwsSolutions-CFR2',
    'AwsSolutions-APIG3',
    'ALBWAFEnabled',
    'CloudFront.6',
    'APIGateway.4',
    'ELB.16',
    'cloudfront_distributions_using_waf',
    'apigateway_restapi_waf_acl_attached',
    'elbv2_waf_acl_attached',
  ],
  frameworks: {
    wellArchitected: ['sec_network_protection_inspection'],
    fsbp: ['CloudFront.6', 'APIGateway.4', 'ELB.16'],
  },
  messages: {
    none: 'no web ACL is attached, and none is defined in this code',
    loose: 'no web ACL is attached: the one that this code defines protects something else, or nothing',
    classic:
      'its web ACL is one of WAF Classic, which AWS is ending (support until 2025-09-30, each region in its turn): one of WAFv2 has to follow',
    bypass:
      'an HTTP or WebSocket API cannot carry a web ACL, and its default endpoint is open: put a CDN with one in front and disable that endpoint',
    direct: 'the API is reached through its own domain, which no CDN with a web ACL stands in front of',
  },
  appliesTo: [DISTRIBUTION, LOAD_BALANCER, STAGE, HTTP_API, GRAPHQL_API],
  when: (entry, graph) => {
    if (entry.type === DISTRIBUTION)
      return not(
        all(entry.has('DistributionConfig.Enabled'), entry.bool('DistributionConfig.Enabled').is(false)),
      );
    if (entry.type === LOAD_BALANCER)
      return all(isInternetFacing(entry), entry.text('Type').is('application'));
    if (entry.type === STAGE) return not(isPrivateApi(entry, graph));
    if (entry.type === GRAPHQL_API)
      return not(all(entry.has('Visibility'), entry.text('Visibility').is('PRIVATE')));
    return isWebSocketOrHttp(entry);
  },
  evaluate: (entry, graph) => (entry.type === HTTP_API ? behindCdn(entry, graph) : carriesOne(entry, graph)),
  fix: 'Attach a web ACL with managed rule groups and a rate rule; for an HTTP API, to a CDN in front of it',
  snippets: {
    terraform: 'web_acl_id = aws_wafv2_web_acl.edge.arn',
    cloudformation: 'WebACLId: !GetAtt EdgeWebAcl.Arn',
  },
  fixImpact: { downtime: false, monthlyCost: 'waf-web-acl' },
});

function carriesOne(entry: Resource, graph: Graph): Truth<'loose' | 'none' | 'classic'> {
  const attached = attachedTo(entry, graph);
  return choose(
    not(carriesClassic(entry, graph)),
    choose(graph.of('AWS::WAFv2::WebACL').exist(), attached.else('loose'), attached.else('none')),
    attached.else('classic'),
  );
}

function attachedTo(entry: Resource, graph: Graph): Truth {
  if (entry.type === DISTRIBUTION) return namesWebAcl(entry, graph);
  const attached = graph.to(entry, 'attachedTo').exist();
  return entry.type === STAGE ? any(attached, associatedByName(entry, graph)) : attached;
}

function namesWebAcl(distribution: Resource, graph: Graph): Truth {
  const acl = distribution.text(WEB_ACL);
  return all(acl.written(), acl.isNot(''), not(carriesClassic(distribution, graph)));
}

/** A distribution names an ACL of WAFv2 by its ARN and one of WAF Classic by its id. */
function carriesClassic(entry: Resource, graph: Graph): Truth {
  if (entry.type !== DISTRIBUTION) return graph.to(entry, 'classicallyAttachedTo').exist();
  const acl = entry.text(WEB_ACL);
  return all(
    acl.written(),
    any(
      all(acl.isBareReference(), graph.follow(acl, 'AWS::WAF::WebACL').exist()),
      all(
        not(acl.contains('arn:')),
        acl.isLiteral(),
        acl.matches('an id of WAF Classic', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
      ),
    ),
  );
}

/** An association that writes the stage's ARN out: the API by reference, the stage by its name. */
function associatedByName(stage: Resource, graph: Graph): Truth {
  return graph.of('AWS::WAFv2::WebACLAssociation').some((association) => {
    const arn = association.text('ResourceArn');
    return all(
      graph.follow(stage.text('RestApiId'), 'AWS::ApiGateway::RestApi').some((api) => refersTo(arn, api)),
      stage.has('StageName').asMembership(),
      stage.text('StageName').ask((name) => arn.endsWith(`/stages/${name}`)),
    );
  });
}

/** No web ACL fits an HTTP API: everything has to come through a CDN that carries one. */
function behindCdn(api: Resource, graph: Graph): Truth<'bypass' | 'direct'> {
  return all(
    api.bool('DisableExecuteApiEndpoint').is(true).else('bypass'),
    ownDomains(api, graph)
      .every((domain) => cdnsBefore(domain, graph).some((cdn) => namesWebAcl(cdn, graph)))
      .else('direct'),
  );
}
