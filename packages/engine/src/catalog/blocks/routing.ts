import { type Graph, type Resource, refersTo } from '../../model/graph.ts';
import { all, any, choose, not, Truth } from '../../model/truth.ts';
import { leftTo } from './left-open.ts';

/** Whether what is in a subnet is on the way to and from the internet: its route table leads to an internet gateway. */
export function isPublicSubnet(subnet: Resource, graph: Graph): Truth {
  const associations = graph.to(subnet, 'routes');
  const ways = associations
    .flatMap((association) => graph.follow(association.text('RouteTableId'), 'AWS::EC2::RouteTable'))
    .flatMap((table) => graph.to(table, 'routes'));
  return choose(
    associations.exist(),
    ways.some((route) =>
      all(
        route.has('GatewayId').quote(),
        choose(
          route.text('GatewayId').isReference(),
          graph.of('AWS::EC2::InternetGateway').some((gateway) => refersTo(route.text('GatewayId'), gateway)),
          route.text('GatewayId').matches('no internet gateway', /^igw-/),
        ),
      ),
    ),
    byMainTable(subnet, graph),
  );
}

/** The main route table of a network that is made here leads nowhere, unless this code says otherwise. */
function byMainTable(subnet: Resource, graph: Graph): Truth {
  const changed = any(
    graph.of('aws_main_route_table_association').exist(),
    graph
      .of('AWS::EC2::RouteTable')
      .some((table) =>
        table.node.sourceType === 'aws_default_route_table'
          ? Truth.yes(table.whereabouts())
          : Truth.no(table.whereabouts()),
      ),
  );
  const madeHere = graph.follow(subnet.text('VpcId'), 'AWS::EC2::VPC').exist();
  return choose(
    all(madeHere, not(changed)),
    Truth.no(subnet.whereabouts()),
    leftTo('the main route table of the network', subnet),
  );
}
