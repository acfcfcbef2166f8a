import type { Properties } from '../../../model/graph.ts';
import { not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const RULES = 'BucketEncryption.ServerSideEncryptionConfiguration';

export default defineCheck({
  id: 's3-encryption-at-rest',
  requirement: 'SEC-12',
  severity: 'high',
  effort: 'minutes',
  title: 'Buckets encrypt their objects at rest',
  gap: { one: 'A bucket names no known encryption', many: '{count} buckets name no known encryption' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_19',
    'AWS-0088',
    's3_bucket_default_encryption',
    'S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED',
  ],
  frameworks: { wellArchitected: ['sec_protect_data_rest_encrypt'] },
  messages: { algorithm: 'the encryption is {actual}, expected {expected}' },
  appliesTo: 'AWS::S3::Bucket',
  // S3 encrypts every new object since January 2023, in old buckets too: without a rule nothing is wrong.
  evaluate: (bucket) =>
    bucket
      .list(RULES)
      .none((rule) => not(algorithm(rule)))
      .else('algorithm'),
  fix: 'Encrypt with AES256, or with a key of KMS where the data class asks for one',
  snippets: {
    terraform:
      'resource "aws_s3_bucket_server_side_encryption_configuration" "data" {\n  bucket = aws_s3_bucket.data.id\n  rule {\n    apply_server_side_encryption_by_default {\n      sse_algorithm = "AES256"\n    }\n  }\n}',
    cloudformation:
      'BucketEncryption:\n  ServerSideEncryptionConfiguration:\n    - ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 }',
  },
  fixImpact: { downtime: false },
});

const algorithm = (rule: Properties) =>
  rule.text('ServerSideEncryptionByDefault.SSEAlgorithm').oneOf(['AES256', 'aws:kms', 'aws:kms:dsse']);
