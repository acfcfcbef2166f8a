import { all, not } from '../../../model/truth.ts';
import { granted, grants, WITH_POLICIES } from '../../blocks/granted.ts';
import { narrowed, onEverything } from '../../blocks/iam-statement.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'iam-no-allow-all-but',
  requirement: 'SEC-11',
  severity: 'high',
  effort: 'hours',
  title: 'Policies name what they allow, not what they leave out',
  gap: {
    one: 'A policy allows everything but a few things',
    many: '{count} policies allow everything but a few things',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_permissions_least_privileges'] },
  messages: {
    resources: 'it allows its actions on every resource but those in NotResource',
    actions: 'on the resources that it names it allows every action but those in NotAction',
  },
  appliesTo: WITH_POLICIES,
  when: grants,
  // NotAction on every resource is what the check on administrators finds.
  evaluate: (subject) =>
    all(
      granted(subject)
        .none((s) => all(not(narrowed(s)), s.has('NotResource').quote()))
        .else('resources'),
      granted(subject)
        .none((s) => all(not(narrowed(s)), s.has('NotAction').quote(), not(onEverything(s))))
        .else('actions'),
    ),
  fix: 'List the actions and resources that are needed; deny the exceptions in a statement of their own',
  snippets: {
    terraform: 'actions   = ["s3:GetObject"]\nresources = [format("%s/*", aws_s3_bucket.data.arn)]',
    cloudformation: 'Action: s3:GetObject\nResource: !Sub "${Data.Arn}/*"',
  },
  fixImpact: { downtime: false },
});
