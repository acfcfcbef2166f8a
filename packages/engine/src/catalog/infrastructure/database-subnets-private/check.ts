import { not } from '../../../model/truth.ts';
import { isPublicSubnet } from '../../blocks/routing.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'database-subnets-private',
  requirement: 'INF-10',
  severity: 'high',
  effort: 'days',
  title: 'Databases sit in subnets without a way from the internet',
  gap: {
    one: 'Databases sit in a subnet that the internet reaches',
    many: 'Databases sit in subnets that the internet reaches, by {count} subnet groups',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_network_protection_create_layers'] },
  messages: { public: 'a subnet of the group is routed to an internet gateway: {actual}' },
  appliesTo: 'AWS::RDS::DBSubnetGroup',
  evaluate: (group, graph) =>
    group
      .list('SubnetIds')
      .every((id) =>
        graph.follow(id.text(), 'AWS::EC2::Subnet').every((subnet) => not(isPublicSubnet(subnet, graph))),
      )
      .else('public'),
  fix: 'Put the database into private subnets, whose route table has no internet gateway',
  fixImpact: { downtime: true },
});
