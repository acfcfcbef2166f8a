import { all, any } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'sqs-encryption-at-rest',
  requirement: 'SEC-12',
  severity: 'high',
  effort: 'minutes',
  title: 'Queues are encrypted at rest',
  gap: { one: 'A queue is not encrypted at rest', many: '{count} queues are not encrypted at rest' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_27',
    'AWS-0096',
    'AwsSolutions-SQS2',
    'SQS.1',
    'sqs_queues_server_side_encryption_enabled',
  ],
  frameworks: { wellArchitected: ['sec_protect_data_rest_encrypt'], fsbp: ['SQS.1'] },
  messages: {
    off: 'encryption with a key of SQS is {actual} and no other key is named, expected one of them',
  },
  appliesTo: 'AWS::SQS::Queue',
  evaluate: (queue) =>
    any(
      queue.bool('SqsManagedSseEnabled').is(true).quote(),
      all(queue.has('KmsMasterKeyId'), queue.text('KmsMasterKeyId').isNot('')),
    ).else('off'),
  fix: 'Leave the encryption of SQS on, or name a key of KMS',
  snippets: { terraform: 'sqs_managed_sse_enabled = true', cloudformation: 'SqsManagedSseEnabled: true' },
  fixImpact: { downtime: false },
});
