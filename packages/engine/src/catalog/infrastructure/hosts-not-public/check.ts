import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import { all, choose, not, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const HOST = 'AWS::EC2::Instance';
const TEMPLATE = 'AWS::EC2::LaunchTemplate';
const CONFIGURATION = 'AWS::AutoScaling::LaunchConfiguration';
const SUBNET = 'AWS::EC2::Subnet';
const CARDS = 'LaunchTemplateData.NetworkInterfaces';
const ADDRESS = 'AssociatePublicIpAddress';

export default defineCheck({
  id: 'hosts-not-public',
  requirement: 'INF-10',
  severity: 'high',
  effort: 'hours',
  title: 'Hosts have no public address',
  gap: { one: 'A host has a public address', many: '{count} hosts have public addresses' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_88',
    'EC2.9',
    'ec2_instance_public_ip',
    'AUTOSCALING_LAUNCH_CONFIG_PUBLIC_IP_DISABLED',
    'EC2_INSTANCE_NO_PUBLIC_IP',
  ],
  frameworks: { wellArchitected: ['sec_network_protection_create_layers'], fsbp: ['EC2.9'] },
  messages: {
    public: 'the host gets a public address: {property} is {actual}',
  },
  appliesTo: [HOST, TEMPLATE, CONFIGURATION],
  // A template that says nothing leaves it to the subnet of whoever uses it.
  when: (subject) => (subject.type === HOST ? subject.exists() : speaksOfAddresses(subject).asMembership()),
  evaluate: (subject, graph) =>
    (subject.type === HOST
      ? hasNoAddress(subject, graph)
      : subject.type === TEMPLATE
        ? subject.list(CARDS).none(isPublic)
        : not(isPublic(subject))
    ).else('public'),
  fix: 'Put the host into a private subnet without a public address, and reach it through a load balancer or Session Manager',
  snippets: { terraform: 'associate_public_ip_address = false' },
  fixImpact: { downtime: true },
});

function speaksOfAddresses(subject: Resource): Truth {
  return subject.type === TEMPLATE
    ? all(
        subject.has(CARDS),
        subject.list(CARDS).some((card) => card.has(ADDRESS)),
      )
    : subject.has(ADDRESS);
}

function isPublic(card: Properties): Truth {
  return all(card.has(ADDRESS).asMembership(), card.bool(ADDRESS).is(true).quote());
}

/** What the interface says counts; without a word there, its subnet decides, or that of the host. */
function hasNoAddress(host: Resource, graph: Graph): Truth {
  const cards = host.list('NetworkInterfaces');
  const withCards = (property: string) =>
    all(
      host.has('NetworkInterfaces').asMembership(),
      cards.some((card) => card.has(property)),
    );
  const handsOutNone = (subnet: Resource) => subnet.bool('MapPublicIpOnLaunch').is(false).quote();
  return choose(
    withCards(ADDRESS),
    cards.none(isPublic),
    choose(
      withCards('SubnetId'),
      cards.flatMap((card) => graph.follow(card.text('SubnetId'), SUBNET)).every(handsOutNone),
      graph.follow(host.text('SubnetId'), SUBNET).every(handsOutNone),
    ),
  );
}
