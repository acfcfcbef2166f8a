import type { Reading } from '../../../model/reading.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'sns-encryption-at-rest',
  requirement: 'SEC-12',
  severity: 'medium',
  effort: 'hours',
  title: 'Topics are encrypted at rest',
  gap: { one: 'A topic is not encrypted at rest', many: '{count} topics are not encrypted at rest' },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_26', 'AWS-0095', 'SNS.1', 'sns_topics_kms_encryption_at_rest_enabled'],
  frameworks: { wellArchitected: ['sec_protect_data_rest_encrypt'] },
  messages: {
    off: 'messages wait in the clear until they are delivered: {property} is {actual}',
    odd: 'messages cannot be encrypted: {property} is {actual}, which names no key',
  },
  appliesTo: 'AWS::SNS::Topic',
  evaluate: (topic) =>
    all<'off' | 'odd'>(
      all(topic.has('KmsMasterKeyId').quote(), topic.text('KmsMasterKeyId').isNot('').quote()).else('off'),
      namesKey(topic.text('KmsMasterKeyId')).else('odd'),
    ),
  fix: 'Name a key of KMS whose policy lets the publishers in',
  snippets: {
    terraform: 'kms_master_key_id = aws_kms_key.messages.arn',
    cloudformation: 'KmsMasterKeyId: !GetAtt MessagesKey.Arn',
  },
  fixImpact: { downtime: false, monthlyCost: 'kms-key' },
});

/** An id, an alias or an ARN of either; the attribute of another resource is one of these. */
function namesKey(key: Reading<string>): Truth {
  return any(
    key.isReference(),
    key.isWrittenArnOf('kms'),
    key
      .matches(
        'the id, the alias or the ARN of a key',
        /^(alias\/.+|mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
      )
      .quote(),
  );
}
