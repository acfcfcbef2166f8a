import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import type { Reading } from '../../../model/reading.ts';
import { all, allUntilNo, any, not, type Truth } from '../../../model/truth.ts';
import {
  allBut,
  allowing,
  everyAction,
  narrowed,
  onEverything,
  wholeService,
} from '../../blocks/iam-statement.ts';
import { defineCheck } from '../../check.ts';

const ADMINISTRATION = ['AdministratorAccess', 'PowerUserAccess', 'IAMFullAccess'];

/** What people and workloads are, with policies written into them and attached to them. */
const BEARERS = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];

export default defineCheck({
  id: 'iam-no-admin-policies',
  requirement: 'SEC-11',
  severity: 'critical',
  effort: 'hours',
  title: 'No policy allows every action on every resource',
  gap: { one: 'A policy allows far too much', many: '{count} policies allow far too much' },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_62', 'AWS-0057', 'AWS-0345', 'AwsSolutions-IAM5', 'IAM.1', 'IAM.21', 'CKV_AWS_1'],
  frameworks: { wellArchitected: ['sec_permissions_least_privileges'], fsbp: ['IAM.1', 'IAM.21'] },
  messages: {
    admin: 'it allows the action {actual} on every resource',
    but: 'it allows every action but those listed, on every resource',
    service: 'it allows {actual} on every resource',
    managed: '{actual} is attached',
  },
  appliesTo: [
    'AWS::IAM::Policy',
    'AWS::IAM::ManagedPolicy',
    'AWS::IAM::RolePolicy',
    'AWS::IAM::UserPolicy',
    'AWS::IAM::GroupPolicy',
    ...BEARERS,
  ],
  // A role without any policy of its own has nothing to judge: policies beside it are judged themselves.
  when: (subject, graph) =>
    BEARERS.includes(subject.type)
      ? any(subject.has('Policies'), subject.has('ManagedPolicyArns')).asMembership()
      : all(subject.has('PolicyDocument'), not(onlyBounds(subject, graph))).asMembership(),
  evaluate: (subject) =>
    BEARERS.includes(subject.type)
      ? all(
          grantsLittle((grants) =>
            all(
              subject.has('Policies').asMembership(),
              subject.list('Policies').some((policy) => allows(policy, grants)),
            ),
          ),
          attachedPolicies(subject),
        )
      : grantsLittle((grants) => allows(subject, grants)),
  fix: 'Name the actions and the resources that the workload needs',
  fixImpact: { downtime: false },
});

/** A policy that nobody has and that only bounds what others grant allows nothing by itself. */
function onlyBounds(policy: Resource, graph: Graph): Truth {
  return all(graph.to(policy, 'bounds').exist(), not(graph.to(policy, 'hasPolicy').exist()));
}

type Grants = (statement: Properties) => Truth;

function grantsLittle(allowed: (grants: Grants) => Truth): Truth<'admin' | 'but' | 'service'> {
  return all(
    not(allowed(everyAction)).else('admin'),
    not(allowed(allBut)).else('but'),
    not(allowed(wholeService)).else('service'),
  );
}

function allows(policy: Properties, grants: Grants): Truth {
  return allowing(policy.at('PolicyDocument')).some((s) =>
    allUntilNo(
      () => grants(s),
      () => onEverything(s),
      () => not(narrowed(s)),
    ),
  );
}

function attachedPolicies(bearer: Resource): Truth<'managed'> {
  return not(
    all(
      bearer.has('ManagedPolicyArns').asMembership(),
      bearer.list('ManagedPolicyArns').some((arn) => isAdministration(arn.text())),
    ),
  ).else('managed');
}

/** A policy of this code is judged itself; of AWS's own, these hand over the account. */
function isAdministration(arn: Reading<string>): Truth {
  return all(
    not(arn.isBareReference()),
    any(...ADMINISTRATION.map((name) => arn.endsWith(`:aws:policy/${name}`))).quote(),
  );
}
