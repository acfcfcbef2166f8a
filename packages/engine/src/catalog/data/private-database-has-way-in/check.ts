import { type Graph, type Resource, refersTo } from '../../../model/graph.ts';
import { all, any, choose, not, Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { inboundRules } from '../../blocks/network.ts';
import { defineRootCheck } from '../../check.ts';

const DATABASE = 'AWS::RDS::DBInstance';
const CLUSTER = 'AWS::RDS::DBCluster';
const GROUP = 'AWS::EC2::SecurityGroup';

/** Where each names its security groups. */
const NETWORKED: readonly (readonly [type: string, property: string])[] = [
  [DATABASE, 'VPCSecurityGroups'],
  [CLUSTER, 'VpcSecurityGroupIds'],
];

/** What gives a way into a network by being there. */
const DOORS = [
  'AWS::EC2::InstanceConnectEndpoint',
  'aws_ec2_instance_connect_endpoint',
  'AWS::EC2::ClientVpnEndpoint',
  'aws_ec2_client_vpn_endpoint',
];

/** What may give one, depending on what is at its other end. */
const BRIDGES = [
  'AWS::EC2::VPNGateway',
  'aws_vpn_gateway',
  'AWS::EC2::VPCPeeringConnection',
  'aws_vpc_peering_connection',
  'AWS::EC2::TransitGatewayAttachment',
  'aws_ec2_transit_gateway_vpc_attachment',
];

export default defineRootCheck({
  id: 'private-database-has-way-in',
  requirement: 'DAT-09',
  severity: 'medium',
  effort: 'hours',
  title: 'A private database has a way in for migrations and administrators',
  gap: {
    one: 'A private database has no way in that is in code',
    many: 'Private databases have no way in that is in code, in {count} roots',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'nothing in this code reaches the database to migrate or administer it: no job, task, session or connection',
  },
  when: (graph) =>
    any(
      graph
        .of(DATABASE)
        .some((database) =>
          not(all(database.has('PubliclyAccessible'), database.bool('PubliclyAccessible').is(true))),
        ),
      graph.of(CLUSTER).exist(),
    ),
  evaluate: (graph) => {
    const way = any(
      ...DOORS.map((type) => graph.of(type).exist()),
      graph.of('AWS::ECS::Service').some((service) => service.bool('EnableExecuteCommand').is(true)),
      graph.of(CLUSTER).some((cluster) => cluster.bool('EnableHttpEndpoint').is(true)),
      graph.of('AWS::EC2::Instance').some((host) => host.has('IamInstanceProfile')),
      graph.of('AWS::CodeBuild::Project').some((project) => project.has('VpcConfig')),
      ...['AWS::Lambda::Function', 'AWS::ECS::TaskDefinition'].map((type) => migrates(type, graph)),
    );
    return choose(
      any(...BRIDGES.map((type) => graph.of(type).exist())),
      any(way, leftToNetworks(graph)),
      any(way, letsOthersIn(graph)),
    ).else('none');
  },
  fix: 'Put a way in into code: a migration task or job in the network, Session Manager, or the Data API',
  fixImpact: { downtime: false },
});

/** Functions and tasks that are called after migrations. */
function migrates(type: string, graph: Graph): Truth {
  return graph
    .of(type)
    .some((candidate) =>
      /migrat|flyway|liquibase|alembic|schema/i.test(candidate.address)
        ? Truth.yes(candidate.whereabouts())
        : Truth.no(candidate.whereabouts()),
    );
}

/** Databases whose security groups let in a group of another code: perhaps a host for administrators stands in it. */
function letsOthersIn(graph: Graph): Truth {
  const groups = NETWORKED.map(([type, property]) =>
    graph
      .of(type)
      .where((database) => database.has(property))
      .flatMap((database) => database.list(property)),
  ).reduce((some, more) => some.and(more));
  return groups
    .flatMap((group) => graph.follow(group.text(), GROUP))
    .some((group) =>
      inboundRules(group, graph).some((rule) =>
        all(
          rule.has('SourceSecurityGroupId').asMembership(),
          rule
            .list('SourceSecurityGroupId')
            .some((source) => not(graph.of(GROUP).some((own) => refersTo(source.text(), own)))),
          leftTo('what stands in the security group that the database lets in', rule),
        ),
      ),
    );
}

function leftToNetworks(graph: Graph): Truth {
  const beyond = (bridge: Resource) => leftTo('what is at the other end of the connected network', bridge);
  return any(...BRIDGES.map((type) => graph.of(type).some(beyond)));
}
