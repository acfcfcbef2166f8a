import { type Graph, type Resource, refersTo } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'gateway-endpoints',
  requirement: 'INF-11',
  severity: 'medium',
  effort: 'minutes',
  title: 'Networks with NAT gateways reach S3 and DynamoDB through endpoints',
  gap: {
    one: 'A network reaches S3 or DynamoDB through its NAT gateway',
    many: '{count} networks reach S3 or DynamoDB through their NAT gateways',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_network_protection_layered'] },
  messages: {
    s3: 'no gateway endpoint leads to S3, so each byte to and from it passes the NAT gateway',
    dynamodb: 'no gateway endpoint leads to DynamoDB, of which there are tables here',
  },
  appliesTo: 'AWS::EC2::VPC',
  when: (vpc, graph) =>
    graph
      .of('AWS::EC2::NatGateway')
      .some((gateway) =>
        graph
          .follow(gateway.text('SubnetId'), 'AWS::EC2::Subnet')
          .some((subnet) => refersTo(subnet.text('VpcId'), vpc)),
      ),
  evaluate: (vpc, graph) =>
    all(
      hasEndpoint(vpc, '.s3', graph).else('s3'),
      any(not(graph.of('AWS::DynamoDB::Table').exist()), hasEndpoint(vpc, '.dynamodb', graph)).else(
        'dynamodb',
      ),
    ),
  fix: 'Add gateway endpoints for S3 and DynamoDB to the private route tables',
  snippets: {
    terraform:
      'resource "aws_vpc_endpoint" "s3" {\n  vpc_id          = aws_vpc.main.id\n  service_name    = "com.amazonaws.eu-west-1.s3"\n  route_table_ids = [aws_route_table.private.id]\n}',
    cloudformation:
      "S3Endpoint:\n  Type: AWS::EC2::VPCEndpoint\n  Properties:\n    VpcId: !Ref Vpc\n    ServiceName: !Sub 'com.amazonaws.${AWS::Region}.s3'\n    RouteTableIds: [!Ref Private]",
  },
  fixImpact: { downtime: false },
});

function hasEndpoint(vpc: Resource, service: string, graph: Graph): Truth {
  return graph
    .of('AWS::EC2::VPCEndpoint')
    .some((endpoint) =>
      all(refersTo(endpoint.text('VpcId'), vpc), endpoint.text('ServiceName').endsWith(service)),
    );
}
