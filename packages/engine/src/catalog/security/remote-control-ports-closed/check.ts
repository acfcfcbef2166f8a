import type { Properties } from '../../../model/graph.ts';
import { all, not, type Truth } from '../../../model/truth.ts';
import {
  fromTheInternet,
  hasGroupHere,
  inboundRules,
  opensEverything,
  opensOneOf,
} from '../../blocks/network.ts';
import { defineCheck } from '../../check.ts';

const GROUP = 'AWS::EC2::SecurityGroup';
const RULE = 'AWS::EC2::SecurityGroupIngress';

/** Telnet, RPC, SMB, Docker, VNC, WinRM, the kubelet, Kibana. SSH, RDP and databases have a check of their own. */
const CONTROL = [23, 135, 445, 2375, 2376, 5900, 5985, 5986, 10250, 5601];

export default defineCheck({
  id: 'remote-control-ports-closed',
  requirement: 'SEC-17',
  severity: 'critical',
  effort: 'minutes',
  title: 'No security group opens ports for remote control to the internet',
  gap: {
    one: 'A security group opens remote control to the internet',
    many: '{count} security groups open remote control to the internet',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_telnet_23',
    'ec2_instance_port_cifs_exposed_to_internet',
  ],
  frameworks: { wellArchitected: ['sec_network_protection_layered'] },
  messages: {
    open: 'a port for remote control (Telnet, SMB, Docker, VNC, WinRM, kubelet) is open to {actual}',
  },
  appliesTo: [GROUP, RULE],
  // A rule is judged with its group, and by itself where this code does not have the group.
  when: (subject, graph) => (subject.type === GROUP ? subject.exists() : not(hasGroupHere(subject, graph))),
  evaluate: (subject, graph) =>
    subject.type === RULE
      ? not(opensControl(subject)).else('open')
      : inboundRules(subject, graph).none(opensControl).else('open'),
  fix: 'Let in only the security groups or addresses that need the port',
  fixImpact: { downtime: false },
});

/** A group that opens everything is found by the check on administration ports. */
function opensControl(rule: Properties): Truth {
  return all(
    not(opensEverything(rule)).asMembership(),
    opensOneOf(rule, CONTROL).asMembership(),
    fromTheInternet(rule),
  );
}
