import { oneLine } from './one-line.ts';
import type { Perturbation } from './perturbation.ts';

const SUBJECT = '"token.actions.githubusercontent.com:sub" = "repo:acme/decks:ref:refs/heads/main"';

/** Who sends: pipelines, pages of other sites, services, single clients. */
export const SENDERS: readonly Perturbation[] = [
  oneLine({
    check: 'pipeline-trust-narrow',
    resource: 'aws_iam_role.pipeline',
    code: `resource "aws_iam_role" "pipeline" {\n  assume_role_policy = jsonencode({\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "sts:AssumeRoleWithWebIdentity"\n      Principal = { Federated = "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com" }\n      Condition = {\n        StringLike = {\n          ${SUBJECT}\n        }\n      }\n    }]\n  })\n}\n`,
    on: SUBJECT,
    off: SUBJECT.replace('acme/decks:ref:refs/heads/main', 'acme/*'),
  }),
  oneLine({
    check: 'write-requests-validated',
    resource: 'aws_api_gateway_method.orders',
    code: 'resource "aws_api_gateway_method" "orders" {\n  rest_api_id          = "api"\n  resource_id          = "orders"\n  http_method          = "POST"\n  authorization        = "AWS_IAM"\n  request_validator_id = "validator"\n  request_models       = { "application/json" = "Order" }\n}\n\nresource "aws_api_gateway_integration" "orders" {\n  rest_api_id = "api"\n  resource_id = "orders"\n  http_method = aws_api_gateway_method.orders.http_method\n  type        = "AWS"\n  uri         = "arn:aws:apigateway:us-east-1:sqs:path/111111111111/orders"\n}\n',
    on: 'request_validator_id = "validator"',
    off: 'request_validator_id = null',
    at: 'resource "aws_api_gateway_method" "orders" {',
  }),
  oneLine({
    check: 'clients-limited-one-by-one',
    resource: 'aws_api_gateway_usage_plan.partners',
    code: 'resource "aws_api_gateway_usage_plan" "partners" {\n  name = "partners"\n\n  throttle_settings {\n    rate_limit = 10\n  }\n}\n',
    on: 'rate_limit = 10',
    off: 'rate_limit = null',
    at: 'throttle_settings {',
  }),
  oneLine({
    check: 'search-domain-not-public',
    resource: 'aws_opensearch_domain.search',
    code: 'resource "aws_opensearch_domain" "search" {\n  domain_name = "search"\n\n  access_policies = jsonencode({\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "es:*"\n      Resource  = "*"\n      Principal = "arn:aws:iam::111111111111:role/app"\n    }]\n  })\n}\n',
    on: 'Principal = "arn:aws:iam::111111111111:role/app"',
    off: 'Principal = "*"',
  }),
  oneLine({
    check: 'service-grants-name-their-source',
    resource: 'aws_sqs_queue_policy.jobs',
    code: 'resource "aws_sqs_queue_policy" "jobs" {\n  queue_url = "https://sqs.us-east-1.amazonaws.com/111111111111/jobs"\n  policy = jsonencode({\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "sqs:SendMessage"\n      Resource  = "*"\n      Principal = { Service = "sns.amazonaws.com" }\n      Condition = {\n        ArnEquals = { "aws:SourceArn" = "arn:aws:sns:us-east-1:111111111111:jobs" }\n      }\n    }]\n  })\n}\n',
    on: 'ArnEquals = { "aws:SourceArn" = "arn:aws:sns:us-east-1:111111111111:jobs" }',
    off: 'Bool = { "aws:SecureTransport" = "true" }',
    hidden: '(var.hidden) = { "aws:SecureTransport" = "true" }',
    at: 'Principal = { Service = "sns.amazonaws.com" }',
  }),
  oneLine({
    check: 'rest-cors-exact-origins',
    resource: 'aws_api_gateway_method.preflight',
    code: `resource "aws_api_gateway_method" "preflight" {\n  rest_api_id = "api"\n  resource_id = "orders"\n  http_method = "OPTIONS"\n}\n\nresource "aws_api_gateway_integration_response" "preflight" {\n  rest_api_id = "api"\n  resource_id = "orders"\n  http_method = aws_api_gateway_method.preflight.http_method\n  status_code = "200"\n  response_parameters = {\n    "method.response.header.Access-Control-Allow-Origin" = "'https://app.example.com'"\n  }\n}\n`,
    on: `"method.response.header.Access-Control-Allow-Origin" = "'https://app.example.com'"`,
    off: `"method.response.header.Access-Control-Allow-Origin" = "'*'"`,
  }),
  oneLine({
    check: 'rest-api-only-through-cdn',
    resource: 'aws_api_gateway_rest_api.orders',
    code: 'resource "aws_api_gateway_rest_api" "orders" {\n  name                         = "orders"\n  disable_execute_api_endpoint = true\n}\n\nresource "aws_cloudfront_distribution" "orders" {\n  enabled = true\n\n  origin {\n    origin_id   = "api"\n    domain_name = "${aws_api_gateway_rest_api.orders.id}.execute-api.us-east-1.amazonaws.com"\n  }\n}\n',
    on: 'disable_execute_api_endpoint = true',
    off: 'disable_execute_api_endpoint = false',
  }),
];
