import { refersTo } from '../../../model/graph.ts';
import { all, any, choose } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const BUCKET = 'DistributionConfig.Logging.Bucket';

export default defineCheck({
  id: 'cdn-access-logs',
  requirement: 'CMP-05',
  severity: 'medium',
  effort: 'minutes',
  title: 'Requests to CDNs are logged',
  gap: { one: 'Requests to a CDN are not logged', many: 'Requests to {count} CDNs are not logged' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_86',
    'AWS-0010',
    'AwsSolutions-CFR3',
    'CloudFront.5',
    'cloudfront_distributions_logging_enabled',
    'CLOUDFRONT_ACCESSLOGS_ENABLED',
  ],
  frameworks: {
    wellArchitected: ['sec_detect_investigate_events_app_service_logging'],
    fsbp: ['CloudFront.5'],
  },
  messages: {
    off: 'no destination is named that its access logs go to',
    undelivered: 'it is declared as a source of access logs, but nothing delivers them to a destination',
  },
  appliesTo: 'AWS::CloudFront::Distribution',
  evaluate: (cdn, graph) => {
    const toBucket = all(cdn.has(BUCKET), cdn.text(BUCKET).isNot(''));
    // The second way, by way of the delivery of CloudWatch Logs.
    const sources = graph
      .of('AWS::Logs::DeliverySource')
      .where((source) => refersTo(source.text('ResourceArn'), cdn));
    const delivered = sources.some((source) => graph.to(source, 'delivers').exist());
    return choose(sources.exist(), any(toBucket, delivered).else('undelivered'), toBucket.else('off'));
  },
  fix: 'Log the requests to a bucket, with a lifecycle rule',
  snippets: {
    terraform: 'logging_config {\n  bucket = aws_s3_bucket.logs.bucket_domain_name\n  prefix = "cdn/"\n}',
    cloudformation: 'Logging:\n  Bucket: !GetAtt Logs.DomainName\n  Prefix: cdn/',
  },
  fixImpact: { downtime: false },
});
