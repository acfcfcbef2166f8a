import { all } from '../../../model/truth.ts';
import { fromTheInternet, opensEverything } from '../../blocks/network.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'security-group-egress-reviewed',
  requirement: 'SEC-17',
  severity: 'low',
  effort: 'hours',
  title: 'Security groups let out what is needed',
  gap: {
    one: 'A security group lets everything out to everywhere',
    many: '{count} security groups let everything out to everywhere',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_382', 'AWS-0104'],
  frameworks: { wellArchitected: ['sec_network_protection_layered'] },
  messages: { everything: 'every protocol and port may call {actual}' },
  appliesTo: 'AWS::EC2::SecurityGroup',
  evaluate: (group, graph) =>
    group
      .list('SecurityGroupEgress')
      .and(graph.to(group, 'egressRulesOf'))
      .none((rule) => all(opensEverything(rule).asMembership(), fromTheInternet(rule)))
      .else('everything'),
  fix: 'Name the ports that are called (443 at least instead of all), and the groups and networks where they are known',
  fixImpact: { downtime: false },
});
