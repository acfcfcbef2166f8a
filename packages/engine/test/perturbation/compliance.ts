import { LOAD_BALANCER, LOAD_BALANCER_FILE } from './load-balancer.ts';
import { add, type Perturbation, replace } from './perturbation.ts';

const TRAIL = `resource "aws_cloudtrail" "account" {
  name                          = local.name
  s3_bucket_name                = module.logs.bucket
  s3_key_prefix                 = "cloudtrail"
  kms_key_id                    = aws_kms_key.operations.arn
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true

  depends_on = [module.logs]
}
`;

export const COMPLIANCE: readonly Perturbation[] = [
  {
    check: 'api-access-logs',
    resource: 'aws_apigatewayv2_stage.default',
    off: [
      replace(
        'api.tf',
        `  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format = jsonencode({
      requestId = "$context.requestId"
      ip        = "$context.identity.sourceIp"
      route     = "$context.routeKey"
      status    = "$context.status"
      latency   = "$context.responseLatency"
      user      = "$context.authorizer.claims.sub"
    })
  }
`,
        '',
      ),
    ],
    at: { file: 'api.tf', text: 'resource "aws_apigatewayv2_stage" "default" {' },
    hidden: [
      replace(
        'api.tf',
        'destination_arn = aws_cloudwatch_log_group.access.arn',
        'destination_arn = var.hidden',
      ),
    ],
  },
  {
    check: 'cdn-access-logs',
    resource: 'aws_cloudfront_distribution.app',
    off: [
      replace(
        'cdn.tf',
        `  logging_config {
    bucket          = module.logs.domain_name
    prefix          = "cdn/"
    include_cookies = false
  }
`,
        '',
      ),
    ],
    at: { file: 'cdn.tf', text: 'resource "aws_cloudfront_distribution" "app" {' },
    hidden: [replace('cdn.tf', 'bucket          = module.logs.domain_name', 'bucket          = var.hidden')],
  },
  {
    check: 'cloudtrail-all-regions',
    resource: null,
    off: [
      replace(
        'operations.tf',
        'is_multi_region_trail         = true',
        'is_multi_region_trail         = false',
      ),
    ],
    at: { file: 'operations.tf', text: 'is_multi_region_trail         = false' },
    hidden: [
      replace(
        'operations.tf',
        'is_multi_region_trail         = true',
        'is_multi_region_trail         = var.hidden',
      ),
    ],
    absent: [replace('operations.tf', TRAIL, '')],
  },
  {
    check: 'load-balancer-access-logs',
    given: [add(LOAD_BALANCER_FILE, LOAD_BALANCER)],
    resource: 'aws_lb.public',
    off: [replace(LOAD_BALANCER_FILE, 'enabled = true', 'enabled = false')],
    at: { file: LOAD_BALANCER_FILE, text: 'enabled = false' },
    hidden: [replace(LOAD_BALANCER_FILE, 'enabled = true', 'enabled = var.hidden')],
  },
  {
    check: 's3-access-logs',
    resource: 'module.data.aws_s3_bucket.this',
    off: [replace('buckets.tf', '    data = module.data.bucket\n', '')],
    at: { file: 'modules/bucket/main.tf', text: 'resource "aws_s3_bucket" "this" {' },
    hidden: [replace('buckets.tf', 'data = module.data.bucket', 'data = var.hidden')],
  },
];
