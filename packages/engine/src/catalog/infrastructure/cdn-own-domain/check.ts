import { all, any, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const CERTIFICATE = 'DistributionConfig.ViewerCertificate';

export default defineCheck({
  id: 'cdn-own-domain',
  requirement: 'INF-07',
  severity: 'medium',
  effort: 'hours',
  title: 'Users reach a CDN under a domain of its own',
  gap: {
    one: 'A CDN is reached under the name of its provider',
    many: '{count} CDNs are reached under the name of their provider',
  },
  evidence: ['iac', 'aws', 'http'],
  aliases: [
    'CKV2_AWS_42',
    'CloudFront.7',
    'cloudfront_distributions_custom_ssl_certificate',
    'CLOUDFRONT_CUSTOM_SSL_CERTIFICATE',
  ],
  frameworks: { fsbp: ['CloudFront.7'] },
  messages: {
    none: 'the CDN has no alias, so users see its name at cloudfront.net',
    certificate: 'the CDN has an alias, and no certificate for it',
  },
  appliesTo: 'AWS::CloudFront::Distribution',
  when: (cdn) =>
    not(all(cdn.has('DistributionConfig.Enabled'), cdn.bool('DistributionConfig.Enabled').is(false))),
  evaluate: (cdn) =>
    all(
      cdn.list('DistributionConfig.Aliases').exist().else('none'),
      any(cdn.has(`${CERTIFICATE}.AcmCertificateArn`), cdn.has(`${CERTIFICATE}.IamCertificateId`)).else(
        'certificate',
      ),
    ),
  fix: 'Give the CDN an alias with a certificate for it, and a record that points to it',
  snippets: {
    terraform: 'aliases = ["www.example.com"]',
    cloudformation: 'Aliases: [www.example.com]',
  },
  fixImpact: { downtime: false },
});
