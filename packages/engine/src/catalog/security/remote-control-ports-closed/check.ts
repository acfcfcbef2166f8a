import { all, not } from '../../../model/truth.ts';
import { fromTheInternet, inboundRules, opensEverything, opensOneOf } from '../../blocks/network.ts';
import { defineCheck } from '../../check.ts';

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
  appliesTo: 'AWS::EC2::SecurityGroup',
  // A group that opens everything is found by the check on administration ports.
  evaluate: (group, graph) =>
    inboundRules(group, graph)
      .none((rule) =>
        all(
          not(opensEverything(rule)).asMembership(),
          opensOneOf(rule, CONTROL).asMembership(),
          fromTheInternet(rule),
        ),
      )
      .else('open'),
  fix: 'Let in only the security groups or addresses that need the port',
  fixImpact: { downtime: false },
});
