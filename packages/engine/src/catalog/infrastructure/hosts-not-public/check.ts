import type { Graph, Resource } from '../../../model/graph.ts';
import { all, choose, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const ADDRESS = 'AssociatePublicIpAddress';

export default defineCheck({
  id: 'hosts-not-public',
  requirement: 'INF-10',
  severity: 'high',
  effort: 'hours',
  title: 'Hosts have no public address',
  gap: { one: 'A host has a public address', many: '{count} hosts have public addresses' },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_88', 'EC2.9', 'ec2_instance_public_ip'],
  frameworks: { wellArchitected: ['sec_network_protection_create_layers'], fsbp: ['EC2.9'] },
  messages: {
    public: 'the host gets a public address: {property} is {actual}',
  },
  appliesTo: 'AWS::EC2::Instance',
  evaluate: (host, graph) => hasNoAddress(host, graph).else('public'),
  fix: 'Put the host into a private subnet without a public address, and reach it through a load balancer or Session Manager',
  snippets: { terraform: 'associate_public_ip_address = false' },
  fixImpact: { downtime: true },
});

/** What the interface says counts; without a word there, its subnet decides. */
function hasNoAddress(host: Resource, graph: Graph): Truth {
  const said = host.list('NetworkInterfaces').some((card) => card.has(ADDRESS));
  return choose(
    all(host.has('NetworkInterfaces').asMembership(), said),
    host
      .list('NetworkInterfaces')
      .none((card) => all(card.has(ADDRESS).asMembership(), card.bool(ADDRESS).is(true).quote())),
    graph
      .follow(host.text('SubnetId'), 'AWS::EC2::Subnet')
      .every((subnet) => subnet.bool('MapPublicIpOnLaunch').is(false).quote()),
  );
}
