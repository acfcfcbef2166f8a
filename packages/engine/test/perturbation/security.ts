import { DATABASE, DATABASE_ADDRESS, DATABASE_FILE } from './database.ts';
import { LOAD_BALANCER, LOAD_BALANCER_FILE } from './load-balancer.ts';
import { add, type Perturbation, replace } from './perturbation.ts';
import { QUEUE, QUEUE_FILE } from './queue.ts';

/** A route that API Gateway answers with another service of AWS, so that no code could ask who is calling. */
const OUTBOX = `resource "aws_apigatewayv2_integration" "outbox" {
  api_id              = aws_apigatewayv2_api.flashcards.id
  integration_type    = "AWS_PROXY"
  integration_subtype = "SQS-SendMessage"
  request_parameters = {
    QueueUrl    = "https://sqs.us-east-1.amazonaws.com/123456789012/outbox"
    MessageBody = "$request.body.message"
  }
}

resource "aws_apigatewayv2_route" "outbox" {
  api_id             = aws_apigatewayv2_api.flashcards.id
  route_key          = "POST /api/outbox"
  target             = "integrations/\${aws_apigatewayv2_integration.outbox.id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.users.id
}
`;

const KEY = `resource "aws_kms_key" "tables" {
  description         = "\${local.name}: tables"
  enable_key_rotation = true
  is_enabled          = true
}
`;

const GROUP = `resource "aws_security_group" "hosts" {
  name = "\${local.name}-hosts"

  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["10.0.0.0/8"]
  }
}
`;

const WEBSITE = `resource "aws_s3_bucket_website_configuration" "data" {
  bucket = module.data.bucket

  index_document {
    suffix = "index.html"
  }
}
`;

export const SECURITY: readonly Perturbation[] = [
  {
    check: 'api-routes-authorized',
    given: [add('outbox.tf', OUTBOX)],
    resource: 'aws_apigatewayv2_route.outbox',
    off: [replace('outbox.tf', 'authorization_type = "JWT"', 'authorization_type = "NONE"')],
    at: { file: 'outbox.tf', text: 'authorization_type = "NONE"' },
    hidden: [replace('outbox.tf', 'authorization_type = "JWT"', 'authorization_type = var.hidden')],
  },
  {
    check: 'api-throttled',
    resource: 'aws_apigatewayv2_stage.default',
    off: [
      replace(
        'api.tf',
        'throttling_rate_limit    = var.requests_per_second',
        'throttling_rate_limit    = 5000',
      ),
    ],
    at: { file: 'api.tf', text: 'throttling_rate_limit    = 5000' },
    hidden: [
      replace(
        'api.tf',
        'throttling_rate_limit    = var.requests_per_second',
        'throttling_rate_limit    = var.hidden',
      ),
    ],
  },
  {
    check: 'token-lifetimes-set-short',
    given: [replace('main.tf', '  environment = {\n', '  environment = {\n    TOKEN_LIFETIME = "30m"\n')],
    resource: 'module.api.aws_lambda_function.this',
    off: [replace('main.tf', '"30m"', '"30d"')],
    at: { file: 'main.tf', text: 'TOKEN_LIFETIME = "30d"' },
    hidden: [replace('main.tf', '"30m"', 'var.hidden')],
  },
  {
    check: 'cognito-token-lifetime',
    resource: 'aws_cognito_user_pool_client.site',
    off: [replace('users.tf', 'access_token_validity  = 30', 'access_token_validity  = 600')],
    at: { file: 'users.tf', text: 'access_token_validity  = 600' },
    hidden: [replace('users.tf', 'access_token_validity  = 30', 'access_token_validity  = var.hidden')],
  },
  {
    check: 'cors-exact-origins',
    resource: 'aws_apigatewayv2_api.flashcards',
    off: [replace('api.tf', '["https://${var.domain}"]', '["*"]')],
    at: { file: 'api.tf', text: 'allow_origins = ["*"]' },
    hidden: [replace('api.tf', '["https://${var.domain}"]', '[var.hidden]')],
  },
  {
    check: 'dynamodb-encryption-at-rest',
    given: [
      add('key.tf', KEY),
      replace(
        'dynamodb.tf',
        'enabled = true\n  }\n\n  dynamic',
        'enabled     = true\n    kms_key_arn = aws_kms_key.tables.arn\n  }\n\n  dynamic',
      ),
    ],
    resource: 'aws_dynamodb_table.state["users"]',
    off: [replace('key.tf', 'is_enabled          = true', 'is_enabled          = false')],
    at: { file: 'key.tf', text: 'is_enabled          = false' },
    hidden: [replace('key.tf', 'is_enabled          = true', 'is_enabled          = var.hidden')],
  },
  {
    check: 'https-only-cdn',
    resource: 'aws_cloudfront_distribution.app',
    off: [replace('cdn.tf', '"redirect-to-https"', '"allow-all"')],
    at: { file: 'cdn.tf', text: '"allow-all"' },
    hidden: [replace('cdn.tf', '"redirect-to-https"', 'var.hidden')],
  },
  {
    check: 'https-only-listeners',
    given: [add(LOAD_BALANCER_FILE, LOAD_BALANCER)],
    resource: 'aws_lb_listener.plain',
    off: [replace(LOAD_BALANCER_FILE, 'protocol    = "HTTPS"', 'protocol    = "HTTP"')],
    at: { file: LOAD_BALANCER_FILE, text: 'protocol          = "HTTP"' },
    hidden: [replace(LOAD_BALANCER_FILE, 'protocol    = "HTTPS"', 'protocol    = var.hidden')],
  },
  {
    check: 'iam-no-admin-policies',
    resource: 'module.api.aws_iam_role_policy.work',
    off: [
      replace(
        'main.tf',
        'actions   = ["s3:ListBucket"]\n    resources = [module.data.arn]',
        'actions   = ["*"]\n    resources = ["*"]',
      ),
    ],
    at: { file: 'main.tf', text: 'actions   = ["*"]' },
    hidden: [
      replace(
        'main.tf',
        'actions   = ["s3:ListBucket"]\n    resources = [module.data.arn]',
        'actions   = [var.hidden]\n    resources = ["*"]',
      ),
    ],
  },
  {
    check: 'iam-no-wildcard-principals',
    resource: 'module.api.aws_iam_role.this',
    off: [
      replace(
        'modules/function/main.tf',
        'type        = "Service"\n      identifiers = ["lambda.amazonaws.com"]',
        'type        = "AWS"\n      identifiers = ["*"]',
      ),
    ],
    at: { file: 'modules/function/main.tf', text: 'identifiers = ["*"]' },
    hidden: [
      replace(
        'modules/function/main.tf',
        'type        = "Service"\n      identifiers = ["lambda.amazonaws.com"]',
        'type        = "AWS"\n      identifiers = [var.hidden]',
      ),
    ],
  },
  {
    check: 'no-s3-website',
    resource: 'module.data.aws_s3_bucket.this',
    off: [add('website.tf', WEBSITE)],
    at: { file: 'website.tf', text: 'index_document {' },
    hidden: [add('website.tf', WEBSITE.replace('bucket = module.data.bucket', 'bucket = var.hidden'))],
  },
  {
    check: 'no-secret-literals',
    resource: 'module.api.aws_lambda_function.this',
    off: [
      replace(
        'main.tf',
        'ORIGIN_SECRET_ARN = aws_secretsmanager_secret.origin.arn\n',
        'ORIGIN_SECRET = "change-me"\n',
      ),
    ],
    at: { file: 'main.tf', text: 'ORIGIN_SECRET = "change-me"' },
    hidden: [
      replace(
        'main.tf',
        'ORIGIN_SECRET_ARN = aws_secretsmanager_secret.origin.arn\n',
        'ORIGIN_SECRET = var.hidden\n',
      ),
    ],
  },
  {
    check: 'rds-encryption-at-rest',
    given: [add(DATABASE_FILE, DATABASE)],
    resource: DATABASE_ADDRESS,
    off: [
      replace(DATABASE_FILE, 'storage_encrypted           = true', 'storage_encrypted           = false'),
    ],
    at: { file: DATABASE_FILE, text: 'storage_encrypted           = false' },
    hidden: [
      replace(
        DATABASE_FILE,
        'storage_encrypted           = true',
        'storage_encrypted           = var.hidden',
      ),
    ],
  },
  {
    check: 's3-encryption-at-rest',
    resource: 'module.data.aws_s3_bucket.this',
    off: [replace('modules/bucket/main.tf', '"AES256"', '"none"')],
    at: { file: 'modules/bucket/main.tf', text: '"none"' },
    hidden: [replace('modules/bucket/main.tf', '"AES256"', 'var.hidden')],
  },
  {
    check: 's3-public-access-blocked',
    resource: 'module.data.aws_s3_bucket.this',
    off: [
      replace('modules/bucket/main.tf', 'block_public_policy     = true', 'block_public_policy     = false'),
    ],
    at: { file: 'modules/bucket/main.tf', text: 'block_public_policy     = false' },
    hidden: [
      replace(
        'modules/bucket/main.tf',
        'block_public_policy     = true',
        'block_public_policy     = var.hidden',
      ),
    ],
  },
  {
    check: 's3-tls-only',
    resource: 'module.logs.aws_s3_bucket.this',
    off: [replace('modules/bucket/main.tf', 'values   = ["false"]', 'values   = ["true"]')],
    at: { file: 'modules/bucket/main.tf', text: 'values   = ["true"]' },
    hidden: [replace('modules/bucket/main.tf', 'values   = ["false"]', 'values   = [var.hidden]')],
  },
  {
    check: 'security-group-admin-ports-closed',
    given: [add('group.tf', GROUP)],
    resource: 'aws_security_group.hosts',
    off: [replace('group.tf', '["10.0.0.0/8"]', '["0.0.0.0/0"]')],
    at: { file: 'group.tf', text: '["0.0.0.0/0"]' },
    hidden: [replace('group.tf', '["10.0.0.0/8"]', '[var.hidden]')],
  },
  {
    check: 'sqs-encryption-at-rest',
    given: [add(QUEUE_FILE, QUEUE)],
    resource: 'aws_sqs_queue.orders',
    off: [replace(QUEUE_FILE, 'sqs_managed_sse_enabled = true', 'sqs_managed_sse_enabled = false')],
    at: { file: QUEUE_FILE, text: 'sqs_managed_sse_enabled = false' },
    hidden: [replace(QUEUE_FILE, 'sqs_managed_sse_enabled = true', 'sqs_managed_sse_enabled = var.hidden')],
  },
  {
    check: 'tls-policy',
    resource: 'aws_cloudfront_distribution.app',
    off: [replace('cdn.tf', '"TLSv1.2_2021"', '"TLSv1"')],
    at: { file: 'cdn.tf', text: '"TLSv1"' },
    hidden: [replace('cdn.tf', '"TLSv1.2_2021"', 'var.hidden')],
  },
  {
    check: 'waf-attached',
    besides: ['web-acls-attached'],
    resource: 'aws_cloudfront_distribution.app',
    off: [replace('cdn.tf', '  web_acl_id          = aws_wafv2_web_acl.edge.arn\n', '')],
    at: { file: 'cdn.tf', text: 'resource "aws_cloudfront_distribution" "app" {' },
    hidden: [
      replace('cdn.tf', 'web_acl_id          = aws_wafv2_web_acl.edge.arn', 'web_acl_id = var.hidden'),
    ],
  },
];
