import { holdsData } from '../../blocks/bucket-content.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 's3-versioning',
  requirement: 'BKP-03',
  severity: 'high',
  effort: 'minutes',
  title: 'Buckets with user data keep old versions of their objects',
  gap: { one: 'A bucket keeps no old versions', many: '{count} buckets keep no old versions' },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_21', 'AWS-0090', 'S3BucketVersioningEnabled', 'S3.14', 's3_bucket_object_versioning'],
  frameworks: { wellArchitected: ['rel_backing_up_data_identified_backups_data'], fsbp: ['S3.14'] },
  messages: { off: 'versioning is {actual}, expected Enabled' },
  appliesTo: 'AWS::S3::Bucket',
  when: holdsData,
  evaluate: (bucket) => bucket.text('VersioningConfiguration.Status').is('Enabled').else('off'),
  fix: 'Switch versioning on, with a lifecycle rule that expires old versions',
  snippets: {
    terraform:
      'resource "aws_s3_bucket_versioning" "data" {\n  bucket = aws_s3_bucket.data.id\n  versioning_configuration {\n    status = "Enabled"\n  }\n}',
    cloudformation: 'VersioningConfiguration:\n  Status: Enabled',
  },
  fixImpact: { downtime: false },
});
