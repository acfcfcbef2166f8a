import { any, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 's3-access-logs',
  requirement: 'CMP-05',
  severity: 'medium',
  effort: 'minutes',
  title: 'Requests to buckets are logged',
  gap: { one: 'Requests to a bucket are not logged', many: 'Requests to {count} buckets are not logged' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_18',
    'AWS-0089',
    'AwsSolutions-S1',
    'S3.9',
    's3_bucket_server_access_logging_enabled',
    'S3_BUCKET_LOGGING_ENABLED',
  ],
  frameworks: { wellArchitected: ['sec_detect_investigate_events_app_service_logging'], fsbp: ['S3.9'] },
  messages: { off: 'neither a bucket nor a prefix is named that its access logs go to' },
  appliesTo: 'AWS::S3::Bucket',
  // A bucket that logs into itself never stops; one that receives logs is the end of the chain.
  when: (bucket, graph) => not(graph.to(bucket, 'logsTo').exist()),
  // Without a bucket, a prefix says that the logs stay in this one.
  evaluate: (bucket) =>
    any(
      bucket.has('LoggingConfiguration.DestinationBucketName'),
      bucket.has('LoggingConfiguration.LogFilePrefix'),
    ).else('off'),
  fix: 'Log the requests to a bucket of their own, with a lifecycle rule',
  snippets: {
    terraform:
      'resource "aws_s3_bucket_logging" "data" {\n  bucket        = aws_s3_bucket.data.id\n  target_bucket = aws_s3_bucket.logs.id\n  target_prefix = "data/"\n}',
    cloudformation: 'LoggingConfiguration:\n  DestinationBucketName: !Ref Logs\n  LogFilePrefix: data/',
  },
  fixImpact: { downtime: false },
});
