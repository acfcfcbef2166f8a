import type { Properties } from '../../../model/graph.ts';
import { all, not, type Truth } from '../../../model/truth.ts';
import { fromTheInternet, hasGroupHere, opensEverything } from '../../blocks/network.ts';
import { defineCheck } from '../../check.ts';

const GROUP = 'AWS::EC2::SecurityGroup';
const RULE = 'AWS::EC2::SecurityGroupEgress';

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
  aliases: ['CKV_AWS_382', 'AWS-0104', 'SECURITY_GROUP_EGRESS_ALL_PROTOCOLS_RULE'],
  frameworks: { wellArchitected: ['sec_network_protection_layered'] },
  messages: { everything: 'every protocol and port may call {actual}' },
  appliesTo: [GROUP, RULE],
  // A rule is judged with its group, and by itself where this code does not have the group.
  when: (subject, graph) => (subject.type === GROUP ? subject.exists() : not(hasGroupHere(subject, graph))),
  evaluate: (subject, graph) =>
    subject.type === RULE
      ? not(letsEverythingOut(subject)).else('everything')
      : subject
          .list('SecurityGroupEgress')
          .and(graph.to(subject, 'egressRulesOf'))
          .none(letsEverythingOut)
          .else('everything'),
  fix: 'Name the ports that are called (443 at least instead of all), and the groups and networks where they are known',
  fixImpact: { downtime: false },
});

function letsEverythingOut(rule: Properties): Truth {
  return all(opensEverything(rule).asMembership(), fromTheInternet(rule));
}
