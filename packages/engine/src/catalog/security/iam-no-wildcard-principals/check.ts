import type { Properties, Resource } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { allowing, everybody, saysWho } from '../../blocks/iam-statement.ts';
import { defineCheck } from '../../check.ts';

const PERMISSION = 'AWS::Lambda::Permission';

/** Where each type keeps the document that says who may come in. */
const DOCUMENT: Readonly<Record<string, string>> = {
  'AWS::S3::BucketPolicy': 'PolicyDocument',
  'AWS::SQS::QueuePolicy': 'PolicyDocument',
  'AWS::SNS::TopicPolicy': 'PolicyDocument',
  'AWS::IAM::Role': 'AssumeRolePolicyDocument',
  'AWS::SecretsManager::ResourcePolicy': 'ResourcePolicy',
};

export default defineCheck({
  id: 'iam-no-wildcard-principals',
  requirement: 'SEC-11',
  severity: 'critical',
  effort: 'hours',
  title: 'No resource lets everybody in',
  gap: { one: 'A policy lets everybody in', many: '{count} policies let everybody in' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_60',
    'CKV_AWS_70',
    'CKV_AWS_283',
    'SNS_TOPICPOLICY_NO_WILDCARD_PRINCIPAL',
    'SQS_QUEUEPOLICY_NO_WILDCARD_PRINCIPAL',
    'S3_BUCKET_POLICY_NO_WILDCARD_PRINCIPAL',
    'CKV_AWS_168',
    'CKV_AWS_169',
    'CKV_AWS_301',
    'LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED',
  ],
  frameworks: { wellArchitected: ['sec_permissions_analyze_cross_account'] },
  messages: {
    everybody: 'it allows {actual} without a condition that says who',
    function: 'everybody may call the function: the principal is {actual} and no source is named',
  },
  appliesTo: [...Object.keys(DOCUMENT), PERMISSION],
  when: (subject) =>
    subject.type === PERMISSION
      ? // A function URL is judged by its own check; it needs a permission for each of these two.
        all(not(subject.has('FunctionUrlAuthType')), not(subject.bool('InvokedViaFunctionUrl').is(true)))
      : subject.has(documentOf(subject)).asMembership(),
  evaluate: (subject) =>
    subject.type === PERMISSION
      ? any(
          subject.text('Principal').isNot('*').quote(),
          ...['SourceArn', 'SourceAccount', 'PrincipalOrgID'].map((source) => subject.has(source)),
        ).else('function')
      : not(letsEverybodyIn(subject.at(documentOf(subject)))).else('everybody'),
  fix: 'Name who may come in, or the condition (organisation, source, endpoint) that they meet',
  fixImpact: { downtime: false },
});

function documentOf(subject: Resource): string {
  return DOCUMENT[subject.type] as string;
}

function letsEverybodyIn(document: Properties): Truth {
  return allowing(document).some((s) => all(not(saysWho(s)), everybody(s)));
}
