import { add, type Perturbation, replace } from './perturbation.ts';

export const DELIVERY: readonly Perturbation[] = [
  {
    check: 'cdn-answers-by-caller',
    resource: 'aws_cloudfront_distribution.app',
    off: [
      replace(
        'cdn.tf',
        '    cache_policy_id          = local.managed.caching_disabled',
        '    cache_policy_id          = local.managed.caching_optimized',
      ),
    ],
    at: { file: 'cdn.tf', text: '    origin_request_policy_id = local.managed.all_viewer_except_host' },
    hidden: [
      replace(
        'cdn.tf',
        '    cache_policy_id          = local.managed.caching_disabled',
        '    cache_policy_id          = var.hidden',
      ),
    ],
  },
  {
    check: 'rest-cache-by-caller',
    given: [
      add(
        'cached.tf',
        `resource "aws_api_gateway_rest_api" "cached" {
  name = "cached"
}

resource "aws_api_gateway_stage" "cached" {
  rest_api_id           = aws_api_gateway_rest_api.cached.id
  deployment_id         = "1"
  stage_name            = "cached"
  cache_cluster_enabled = true
}

resource "aws_api_gateway_method_settings" "cached" {
  rest_api_id = aws_api_gateway_rest_api.cached.id
  stage_name  = aws_api_gateway_stage.cached.stage_name
  method_path = "*/*"

  settings {
    caching_enabled = true
  }
}

resource "aws_api_gateway_method" "cached" {
  rest_api_id   = aws_api_gateway_rest_api.cached.id
  resource_id   = "cached"
  http_method   = "GET"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_integration" "cached" {
  rest_api_id          = aws_api_gateway_rest_api.cached.id
  resource_id          = "cached"
  http_method          = aws_api_gateway_method.cached.http_method
  type                 = "HTTP_PROXY"
  uri                  = "https://example.com"
  cache_key_parameters = ["method.request.header.Authorization"]
}
`,
      ),
    ],
    resource: 'aws_api_gateway_method.cached',
    off: [replace('cached.tf', '"method.request.header.Authorization"', '"method.request.querystring.page"')],
    at: { file: 'cached.tf', text: '"method.request.querystring.page"' },
    hidden: [replace('cached.tf', '["method.request.header.Authorization"]', 'var.hidden')],
  },
  {
    check: 'resolvers-query-indexes',
    given: [
      add(
        'resolver.tf',
        `resource "aws_appsync_resolver" "orders" {
  api_id      = "1"
  type        = "Query"
  field       = "orders"
  data_source = "orders"
  code        = "export const request = () => ({ operation: 'Query' })"
}

resource "aws_appsync_datasource" "orders" {
  api_id = "1"
  name   = "orders"
  type   = "NONE"
}
`,
      ),
    ],
    resource: 'aws_appsync_resolver.orders',
    off: [replace('resolver.tf', "operation: 'Query'", "operation: 'Scan'")],
    at: { file: 'resolver.tf', text: "operation: 'Scan'" },
    hidden: [replace('resolver.tf', `"export const request = () => ({ operation: 'Query' })"`, 'var.hidden')],
  },
  {
    check: 'cdn-compresses',
    resource: 'aws_cloudfront_distribution.app',
    off: [replace('cdn.tf', 'compress                   = true', 'compress                   = false')],
    at: { file: 'cdn.tf', text: 'compress                   = false' },
    hidden: [
      replace('cdn.tf', 'compress                   = true', 'compress                   = var.hidden'),
    ],
  },
  {
    check: 'gateway-cache-used',
    given: [
      add(
        'stage.tf',
        `resource "aws_api_gateway_stage" "fast" {
  rest_api_id           = "1"
  deployment_id         = "1"
  stage_name            = "fast"
  cache_cluster_enabled = true
}

resource "aws_api_gateway_method_settings" "fast" {
  rest_api_id = "1"
  stage_name  = aws_api_gateway_stage.fast.stage_name
  method_path = "*/*"

  settings {
    caching_enabled = true
  }
}
`,
      ),
    ],
    resource: 'aws_api_gateway_stage.fast',
    off: [replace('stage.tf', 'caching_enabled = true', 'caching_enabled = false')],
    at: { file: 'stage.tf', text: 'caching_enabled = false' },
    hidden: [replace('stage.tf', 'caching_enabled = true', 'caching_enabled = var.hidden')],
  },
];
