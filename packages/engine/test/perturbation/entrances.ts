import { oneLine } from './one-line.ts';
import { type Perturbation, replace } from './perturbation.ts';

/** Web ACLs, the ways through the CDN, and what comes in by services. */
export const ENTRANCES: readonly Perturbation[] = [
  {
    check: 'waf-managed-rules',
    resource: 'aws_wafv2_web_acl.edge',
    off: [replace('cdn.tf', 'override_action {\n      none {}', 'override_action {\n      count {}')],
    at: { file: 'cdn.tf', text: 'override_action {\n      count {}' },
    hidden: [
      replace(
        'cdn.tf',
        'override_action {\n      none {}\n    }',
        'dynamic "override_action" {\n      for_each = [1]\n      content {\n        dynamic "count" {\n          for_each = var.hidden\n          content {}\n        }\n      }\n    }',
      ),
    ],
  },
  {
    check: 'waf-rate-rule',
    resource: 'aws_wafv2_web_acl.edge',
    off: [replace('cdn.tf', 'action {\n      block {}', 'action {\n      count {}')],
    at: { file: 'cdn.tf', text: 'action {\n      count {}' },
    hidden: [
      replace(
        'cdn.tf',
        'action {\n      block {}\n    }',
        'action {\n      dynamic "count" {\n        for_each = var.hidden\n        content {}\n      }\n    }',
      ),
    ],
  },
  {
    check: 'cdn-bucket-access-control',
    resource: 'aws_cloudfront_distribution.app',
    off: [
      replace(
        'cdn.tf',
        'origin_access_control_id = aws_cloudfront_origin_access_control.site.id',
        'origin_access_control_id = ""',
      ),
    ],
    at: { file: 'cdn.tf', text: 'origin_access_control_id = ""' },
    hidden: [
      replace(
        'cdn.tf',
        'origin_access_control_id = aws_cloudfront_origin_access_control.site.id',
        'origin_access_control_id = var.hidden',
      ),
    ],
  },
  {
    check: 'cdn-origin-over-tls',
    resource: 'aws_cloudfront_distribution.app',
    off: [replace('cdn.tf', '= "https-only"\n      origin_ssl', '= "http-only"\n      origin_ssl')],
    at: { file: 'cdn.tf', text: 'origin_protocol_policy = "http-only"' },
    hidden: [replace('cdn.tf', '= "https-only"\n      origin_ssl', '= var.hidden\n      origin_ssl')],
  },
  {
    check: 'cdn-security-headers',
    resource: 'aws_cloudfront_distribution.app',
    off: [
      replace(
        'cdn.tf',
        '    referrer_policy {\n      referrer_policy = "same-origin"\n      override        = true\n    }\n',
        '',
      ),
    ],
    at: { file: 'cdn.tf', text: 'security_headers_config {' },
    hidden: [
      replace(
        'cdn.tf',
        'response_headers_policy_id = aws_cloudfront_response_headers_policy.strict.id',
        'response_headers_policy_id = var.hidden',
      ),
    ],
  },
  {
    check: 'plain-http-redirects-for-good',
    resource: 'aws_cloudfront_distribution.app',
    off: [replace('cdn.tf', '"redirect-to-https"', '"https-only"')],
    at: { file: 'cdn.tf', text: 'viewer_protocol_policy     = "https-only"' },
    hidden: [replace('cdn.tf', '"redirect-to-https"', 'var.hidden')],
  },
  oneLine({
    check: 'permissions-name-their-source',
    resource: 'aws_lambda_permission.nightly',
    code: 'resource "aws_lambda_permission" "nightly" {\n  function_name = "nightly"\n  action        = "lambda:InvokeFunction"\n  principal     = "events.amazonaws.com"\n  source_arn    = "arn:aws:events:us-east-1:111111111111:rule/nightly"\n}\n',
    on: 'source_arn    = "arn:aws:events:us-east-1:111111111111:rule/nightly"',
    off: 'source_arn    = null',
    at: 'principal     = "events.amazonaws.com"',
  }),
  {
    check: 'secrets-rotate',
    resource: 'aws_secretsmanager_secret.origin',
    off: [replace('secret.tf', 'automatically_after_days = 30', 'automatically_after_days = 300')],
    at: { file: 'secret.tf', text: 'automatically_after_days = 300' },
    hidden: [replace('secret.tf', 'automatically_after_days = 30', 'automatically_after_days = var.hidden')],
  },
];
