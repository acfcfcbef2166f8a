import type { Resource } from '../../../model/graph.ts';
import { all, not } from '../../../model/truth.ts';
import { allowing, everybody, saysWho } from '../../blocks/iam-statement.ts';
import { defineCheck } from '../../check.ts';

/** Where each type keeps the document that says who may come in. */
const DOCUMENT: Readonly<Record<string, string>> = {
  'AWS::ECR::RegistryPolicy': 'PolicyText',
  'AWS::ECR::Repository': 'RepositoryPolicyText',
  'AWS::KMS::Key': 'KeyPolicy',
};

export default defineCheck({
  id: 'keys-and-registries-not-public',
  requirement: 'SEC-33',
  severity: 'critical',
  effort: 'hours',
  title: 'No key and no registry of images is open to everybody',
  gap: {
    one: 'A key or a registry is open to everybody',
    many: '{count} keys or registries are open to everybody',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_32',
    'CKV_AWS_33',
    'AWS-0032',
    'AwsSolutions-ECR1',
    'ecr_repositories_not_publicly_accessible',
    'kms_key_not_publicly_accessible',
    'KMS_NO_WILDCARD_PRINCIPAL',
  ],
  frameworks: { wellArchitected: ['sec_permissions_analyze_cross_account'] },
  messages: { everybody: 'its policy allows {actual} without a condition that says who' },
  appliesTo: Object.keys(DOCUMENT),
  when: (subject) => subject.has(documentOf(subject)).asMembership(),
  evaluate: (subject) =>
    not(allowing(subject.at(documentOf(subject))).some((s) => all(not(saysWho(s)), everybody(s)))).else(
      'everybody',
    ),
  fix: 'Name the accounts, roles or services that need it',
  snippets: {
    terraform: 'principals {\n  type        = "AWS"\n  identifiers = [aws_iam_role.task.arn]\n}',
    cloudformation: 'Principal: { AWS: !GetAtt TaskRole.Arn }',
  },
  fixImpact: { downtime: false },
});

function documentOf(subject: Resource): string {
  return DOCUMENT[subject.type]!;
}
