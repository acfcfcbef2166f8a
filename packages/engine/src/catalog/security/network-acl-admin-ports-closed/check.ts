import type { Properties } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const ADMINISTRATION = [22, 3389];

export default defineCheck({
  id: 'network-acl-admin-ports-closed',
  requirement: 'SEC-17',
  severity: 'medium',
  effort: 'hours',
  title: 'Network ACLs of one’s own do not open administration ports to the internet',
  gap: {
    one: 'A network ACL opens administration ports to the internet',
    many: '{count} rules of network ACLs open administration ports to the internet',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_231',
    'CKV_AWS_232',
    'AWS-0105',
    'EC2.21',
    'ec2_networkacl_allow_ingress_tcp_port_22',
    'ec2_networkacl_allow_ingress_tcp_port_3389',
  ],
  frameworks: { wellArchitected: ['sec_network_protection_layered'], fsbp: ['EC2.21'] },
  messages: { open: 'every address may reach a port for administration (22, 3389): {property} is {actual}' },
  appliesTo: 'AWS::EC2::NetworkAclEntry',
  when: (entry) =>
    all(
      entry.text('RuleAction').is('allow'),
      not(all(entry.has('Egress'), entry.bool('Egress').is(true))),
    ).asMembership(),
  evaluate: (entry) =>
    not(all(opensAdministration(entry).asMembership(), fromEverywhere(entry))).else('open'),
  fix: 'Allow administration ports from your own networks only, or leave them to security groups and Session Manager',
  fixImpact: { downtime: false },
});

function fromEverywhere(entry: Properties) {
  return any(
    ...(
      [
        ['CidrBlock', '0.0.0.0/0'],
        ['Ipv6CidrBlock', '::/0'],
      ] as const
    ).map(([property, range]) =>
      all(entry.has(property).asMembership(), entry.text(property).is(range).quote()),
    ),
  );
}

/** A network ACL knows no connections: the ports that answers come back on have to be open as a whole. */
function takesAnswers(from: number, to: number): boolean {
  return from >= 1024 && to >= 60_999;
}

function opensAdministration(entry: Properties) {
  return any(
    entry.text('Protocol').matches('one protocol', /^(-1|all)$/i),
    all(
      entry.has('PortRange.From'),
      any(
        ...ADMINISTRATION.map((port) =>
          Reading.both(
            entry.number('PortRange.From'),
            entry.number('PortRange.To'),
            `port ${port} closed`,
            (from, to) => from <= port && port <= to && !takesAnswers(from, to),
          ),
        ),
      ),
    ),
  );
}
