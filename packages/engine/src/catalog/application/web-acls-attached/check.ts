import type { Graph } from '../../../model/graph.ts';
import { any, choose, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

/** What can carry a web ACL. */
const ENTRIES = [
  'AWS::ApiGateway::Stage',
  'AWS::AppRunner::Service',
  'AWS::AppSync::GraphQLApi',
  'AWS::CloudFront::Distribution',
  'AWS::Cognito::UserPool',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
];

export default defineCheck({
  id: 'web-acls-attached',
  requirement: 'APP-09',
  severity: 'high',
  effort: 'minutes',
  title: 'Each web ACL is attached to something',
  gap: { one: 'A web ACL is attached to nothing', many: '{count} web ACLs are attached to nothing' },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: { loose: 'nothing of this code is protected by the web ACL' },
  appliesTo: 'AWS::WAFv2::WebACL',
  // Where nothing could carry it, other code that is given its ARN may.
  evaluate: (acl, graph) =>
    any(
      graph.to(acl, 'protects').exist(),
      choose(
        hasEntries(graph),
        graph.to(acl, 'protects').exist(),
        leftTo('the code that it is handed to', acl),
      ),
    ).else('loose'),
  fix: 'Name it at the distribution, or associate it with the load balancer, stage or API that it is meant for',
  snippets: {
    terraform: 'web_acl_id = aws_wafv2_web_acl.edge.arn',
    cloudformation: 'WebACLId: !GetAtt Firewall.Arn',
  },
  fixImpact: { downtime: false },
});

function hasEntries(graph: Graph): Truth {
  return any(...ENTRIES.map((type) => graph.of(type).exist())).asMembership();
}
