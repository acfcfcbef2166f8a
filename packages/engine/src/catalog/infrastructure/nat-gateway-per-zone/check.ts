import type { Graph, Resource } from '../../../model/graph.ts';
import { refersTo } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all } from '../../../model/truth.ts';
import { inProduction } from '../../blocks/environment.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'nat-gateway-per-zone',
  requirement: 'INF-04',
  severity: 'high',
  effort: 'hours',
  title: 'In production no single NAT gateway carries a whole network',
  gap: {
    one: 'One NAT gateway carries a whole network',
    many: 'One NAT gateway each carries {count} networks',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_fault_isolation_multiaz_region_system'] },
  messages: {
    single: 'one NAT gateway serves the network: when its zone fails, nothing in the others reaches out',
  },
  appliesTo: 'AWS::EC2::VPC',
  when: (vpc, graph) => all(inProduction(graph), gatewaysOf(vpc, graph).exist()),
  evaluate: (vpc, graph) => gatewaysOf(vpc, graph).atLeast(2).else('single'),
  fix: 'Put a NAT gateway into each zone and let the route tables of a zone lead to its own; or do without, where endpoints are enough',
  fixImpact: { downtime: false, monthlyCost: 'about 33 USD for each more gateway' },
});

/** The NAT gateways in the subnets of a network. */
function gatewaysOf(vpc: Resource, graph: Graph): Many<Resource> {
  return graph
    .of('AWS::EC2::NatGateway')
    .where((gateway) =>
      graph
        .follow(gateway.text('SubnetId'), 'AWS::EC2::Subnet')
        .some((subnet) => refersTo(subnet.text('VpcId'), vpc)),
    );
}
