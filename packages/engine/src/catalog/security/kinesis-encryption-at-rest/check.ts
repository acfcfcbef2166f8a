import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'kinesis-encryption-at-rest',
  requirement: 'SEC-12',
  severity: 'high',
  effort: 'minutes',
  title: 'Streams are encrypted at rest',
  gap: { one: 'A stream is not encrypted at rest', many: '{count} streams are not encrypted at rest' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_43',
    'AWS-0064',
    'AwsSolutions-KDS1',
    'Kinesis.1',
    'kinesis_stream_encrypted_at_rest',
    'KINESIS_STREAM_ENCRYPTION_RULE',
  ],
  frameworks: { wellArchitected: ['sec_protect_data_rest_encrypt'], fsbp: ['Kinesis.1'] },
  messages: { off: 'its records lie in the clear: {property} is {actual}' },
  appliesTo: 'AWS::Kinesis::Stream',
  evaluate: (stream) =>
    all(
      stream.has('StreamEncryption').quote(),
      stream.text('StreamEncryption.EncryptionType').is('KMS').quote(),
    ).else('off'),
  fix: 'Encrypt the stream with the key that AWS keeps for Kinesis, or with your own',
  snippets: {
    terraform: 'encryption_type = "KMS"\nkms_key_id      = "alias/aws/kinesis"',
    cloudformation: 'StreamEncryption: { EncryptionType: KMS, KeyId: alias/aws/kinesis }',
  },
  fixImpact: { downtime: false },
});
