import { all } from '../../../model/truth.ts';
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
  messages: { off: 'messages wait in the clear until they are delivered: {property} is {actual}' },
  appliesTo: 'AWS::SNS::Topic',
  evaluate: (topic) =>
    all(topic.has('KmsMasterKeyId').quote(), topic.text('KmsMasterKeyId').isNot('').quote()).else('off'),
  fix: 'Name a key of KMS whose policy lets the publishers in',
  snippets: {
    terraform: 'kms_master_key_id = aws_kms_key.messages.arn',
    cloudformation: 'KmsMasterKeyId: !GetAtt MessagesKey.Arn',
  },
  fixImpact: { downtime: false, monthlyCost: 'kms-key' },
});
