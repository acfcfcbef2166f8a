import { MANAGED_POLICIES_AS_OF, WHOLE_SERVICE_POLICIES } from '../../../knowledge/managed-policies.ts';
import type { Resource } from '../../../model/graph.ts';
import { any, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'iam-no-whole-service-policies',
  requirement: 'SEC-11',
  severity: 'high',
  effort: 'hours',
  title: 'Workloads have no policy of AWS that allows all of a service',
  gap: {
    one: 'A policy of AWS allows all of a service',
    many: '{count} roles have a policy of AWS that allows all of a service',
  },
  evidence: ['iac', 'aws'],
  aliases: ['AwsSolutions-IAM4'],
  frameworks: { wellArchitected: ['sec_permissions_least_privileges'] },
  messages: {
    whole: `{actual} is attached, which allows a whole service on every resource (policies of AWS, ${MANAGED_POLICIES_AS_OF})`,
  },
  appliesTo: ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'],
  when: (bearer) => bearer.has('ManagedPolicyArns').asMembership(),
  evaluate: (bearer) => not(hasWholeService(bearer)).else('whole'),
  fix: 'Write a policy with the actions and resources that the workload uses',
  fixImpact: { downtime: false },
});

/** A policy of this code is judged by what it says. */
function hasWholeService(bearer: Resource) {
  return bearer
    .list('ManagedPolicyArns')
    .some((arn) =>
      any(...WHOLE_SERVICE_POLICIES.map((name) => arn.text().endsWith(`:aws:policy/${name}`))).quote(),
    );
}
