import { all, allUntilNo, not } from '../../../model/truth.ts';
import { granted, grants, WITH_POLICIES } from '../../blocks/granted.ts';
import { names, narrowed, onEveryIdentity } from '../../blocks/iam-statement.ts';
import { defineCheck } from '../../check.ts';

/**
 * Each of these alone, on every resource, writes or attaches rights, opens a role to somebody or makes credentials of
 * somebody else, and so is enough to become an administrator. What each does: Service Authorization Reference, "Actions
 * defined by AWS Identity and Access Management".
 */
const RAISES = [
  'iam:addusertogroup',
  'iam:attachgrouppolicy',
  'iam:attachrolepolicy',
  'iam:attachuserpolicy',
  'iam:createaccesskey',
  'iam:createloginprofile',
  'iam:createpolicyversion',
  'iam:putgrouppolicy',
  'iam:putrolepolicy',
  'iam:putuserpolicy',
  'iam:setdefaultpolicyversion',
  'iam:updateassumerolepolicy',
  'iam:updateloginprofile',
];

export default defineCheck({
  id: 'iam-no-privilege-escalation',
  requirement: 'SEC-11',
  severity: 'critical',
  effort: 'hours',
  title: 'No policy lets its bearer raise its own rights',
  gap: {
    one: 'A policy lets its bearer raise its own rights',
    many: '{count} policies let their bearers raise their own rights',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_286',
    'AWS-0342',
    'iam_policy_allows_privilege_escalation',
    'iam_inline_policy_allows_privilege_escalation',
    'iam_no_custom_policy_permissive_role_assumption',
    'CKV_AWS_110',
  ],
  frameworks: { wellArchitected: ['sec_permissions_least_privileges'] },
  messages: {
    raises: 'it may change rights at will: {actual} on every resource',
    passes: 'it may hand any role of the account to a service: {actual} on every resource',
    assumes: 'it may take on any role that trusts the account: {actual} on every resource',
  },
  appliesTo: WITH_POLICIES,
  when: grants,
  evaluate: (subject) => {
    const statements = granted(subject);
    const allowsAny = (actions: readonly string[]) =>
      statements.some((statement) =>
        allUntilNo(
          () =>
            names(statement, 'Action', (action) =>
              action.test('actions that change no rights', (text) => isOneOf(text, actions)).quote(),
            ),
          () => not(narrowed(statement)),
          () => onEveryIdentity(statement),
        ),
      );
    return all(
      not(allowsAny(RAISES)).else('raises'),
      not(allowsAny(['iam:passrole'])).else('passes'),
      not(allowsAny(['sts:assumerole'])).else('assumes'),
    );
  },
  fix: 'Name the roles and policies that it may touch, by ARN or by path, and the service that they are passed to',
  snippets: {
    terraform:
      'actions   = ["iam:PassRole"]\nresources = [aws_iam_role.task.arn]\ncondition {\n  test     = "StringEquals"\n  variable = "iam:PassedToService"\n  values   = ["ecs-tasks.amazonaws.com"]\n}',
    cloudformation:
      'Action: iam:PassRole\nResource: !GetAtt TaskRole.Arn\nCondition: { StringEquals: { "iam:PassedToService": ecs-tasks.amazonaws.com } }',
  },
  fixImpact: { downtime: false },
});

/** Whether an action, its wildcards included, stands for one of these. All of a service is judged elsewhere. */
function isOneOf(action: string, actions: readonly string[]): boolean {
  if (/^[^:]*\*?:\*$|^\*$/.test(action)) return false;
  const pattern = action
    .toLowerCase()
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const meant = new RegExp(`^${pattern}$`);
  return actions.some((name) => meant.test(name));
}
