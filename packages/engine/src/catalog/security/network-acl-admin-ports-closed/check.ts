import { type Graph, type Properties, type Resource, refersTo } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { isEveryAddress } from '../../blocks/network.ts';
import { defineCheck } from '../../check.ts';

const ENTRY = 'AWS::EC2::NetworkAclEntry';
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
  appliesTo: ENTRY,
  when: (entry) =>
    all(
      entry.text('RuleAction').is('allow'),
      not(all(entry.has('Egress'), entry.bool('Egress').is(true))),
    ).asMembership(),
  evaluate: (entry, graph) =>
    not(
      any(
        ...ADMINISTRATION.flatMap((port) =>
          RANGES.map((range) =>
            all(
              admits(entry, port).asMembership(),
              fromEverywhere(entry, range),
              deniers(entry, graph)
                .none((other) =>
                  all(isDeniedBefore(entry, other), covers(other, port), fromEverywhere(other, range)),
                )
                .asMembership(),
            ),
          ),
        ),
      ),
    ).else('open'),
  fix: 'Allow administration ports from your own networks only, or leave them to security groups and Session Manager',
  fixImpact: { downtime: false },
});

const RANGES = ['CidrBlock', 'Ipv6CidrBlock'] as const;

function fromEverywhere(entry: Properties, range: (typeof RANGES)[number]): Truth {
  return all(entry.has(range).asMembership(), isEveryAddress(entry.text(range)).quote());
}

/** The entries of the same list: by the list where it is in the code, else by the literal that both name. */
function deniers(entry: Resource, graph: Graph): Many<Resource> {
  const list = entry.text('NetworkAclId');
  const here = graph
    .of('AWS::EC2::NetworkAcl')
    .where((acl) => refersTo(list, acl))
    .flatMap((acl) => graph.to(acl, 'rulesOf', ENTRY));
  return here.and(
    graph.of(ENTRY).where((other) =>
      all(
        list.isLiteral(),
        other.text('NetworkAclId').isLiteral(),
        Reading.both(list, other.text('NetworkAclId'), 'the same list', (a, b) => a === b),
      ),
    ),
  );
}

/** Entries are read by their number, and the first one that fits decides (VPC User Guide, network ACL rules). */
function isDeniedBefore(entry: Properties, other: Properties): Truth {
  return all(
    other.text('RuleAction').is('deny'),
    not(all(other.has('Egress'), other.bool('Egress').is(true))),
    Reading.both(
      other.number('RuleNumber'),
      entry.number('RuleNumber'),
      'a lower number',
      (before, after) => before < after,
    ),
  );
}

/** Whether an entry is about a port of TCP. */
function covers(entry: Properties, port: number): Truth {
  return any(
    isEveryProtocol(entry),
    all(
      entry.text('Protocol').matches('TCP', /^(tcp|6)$/i),
      inRange(entry, (from, to) => from <= port && port <= to),
    ),
  );
}

function admits(entry: Properties, port: number): Truth {
  return any(
    isEveryProtocol(entry),
    inRange(entry, (from, to) => from <= port && port <= to && !takesAnswers(from, to)),
  );
}

function isEveryProtocol(entry: Properties): Truth {
  return entry.text('Protocol').matches('one protocol', /^(-1|all)$/i);
}

function inRange(entry: Properties, fits: (from: number, to: number) => boolean): Truth {
  return all(
    entry.has('PortRange.From'),
    Reading.both(
      entry.number('PortRange.From'),
      entry.number('PortRange.To'),
      'ports for administration closed',
      fits,
    ),
  );
}

/** A network ACL knows no connections: the ports that answers come back on have to be open as a whole. */
function takesAnswers(from: number, to: number): boolean {
  return from >= 1024 && to >= 60_999;
}
