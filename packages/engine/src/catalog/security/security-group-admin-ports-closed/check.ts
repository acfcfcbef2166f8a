import { all, not } from '../../../model/truth.ts';
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

const ADMINISTRATION = [22, 3389];
/** MySQL, PostgreSQL, SQL Server, Oracle, MongoDB, Redis, Elasticsearch, Memcached. */
const DATABASES = [3306, 5432, 1433, 1521, 27017, 6379, 9200, 11211];

export default defineCheck({
  id: 'security-group-admin-ports-closed',
  requirement: 'SEC-17',
  severity: 'critical',
  effort: 'minutes',
  title: 'No security group opens administration or database ports to the internet',
  gap: {
    one: 'A security group opens administration or database ports to the internet',
    many: '{count} security groups open administration or database ports to the internet',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_24',
    'CKV_AWS_25',
    'CKV_AWS_277',
    'AWS-0107',
    'AwsSolutions-EC23',
    'EC2.13',
    'EC2.14',
    'EC2.19',
    'ec2_securitygroup_allow_ingress_from_internet_to_high_risk_tcp_ports',
    'INCOMING_SSH_DISABLED',
  ],
  frameworks: {
    wellArchitected: ['sec_network_protection_layered'],
    fsbp: ['EC2.13', 'EC2.14', 'EC2.19'],
  },
  messages: {
    everything: 'every port is open to {actual}',
    administration: 'a port for administration (22, 3389) is open to {actual}',
    database: 'a database port is open to {actual}',
  },
  appliesTo: [GROUP, RULE],
  // A rule is judged with its group, and by itself where this code does not have the group.
  when: (subject, graph) => (subject.type === GROUP ? subject.exists() : not(hasGroupHere(subject, graph))),
  evaluate: (subject, graph) => {
    if (subject.type === RULE)
      return all(
        not(all(opensEverything(subject).asMembership(), fromTheInternet(subject))).else('everything'),
        not(all(opensOneOf(subject, ADMINISTRATION), fromTheInternet(subject))).else('administration'),
        not(all(opensOneOf(subject, DATABASES), fromTheInternet(subject))).else('database'),
      );
    const rules = inboundRules(subject, graph);
    return all(
      rules.none((r) => all(opensEverything(r).asMembership(), fromTheInternet(r))).else('everything'),
      rules.none((r) => all(opensOneOf(r, ADMINISTRATION), fromTheInternet(r))).else('administration'),
      rules.none((r) => all(opensOneOf(r, DATABASES), fromTheInternet(r))).else('database'),
    );
  },
  fix: 'Let in only the security groups or addresses that need the port; reach hosts through Session Manager',
  fixImpact: { downtime: false },
});
