import { oneLine } from './one-line.ts';
import { add, type Perturbation, replace } from './perturbation.ts';

const policy = (statement: string) =>
  `resource "aws_iam_policy" "work" {\n  policy = jsonencode({\n    Statement = [{\n      Effect   = "Allow"\n${statement}    }]\n  })\n}\n`;

/** What identities, keys and hosts may do, and who may act as them. */
const CODE = `import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])


def handler(event, context):
    table.put_item(Item=event)
`;

const LIMITED = CODE.replace(
  'boto3.resource("dynamodb")',
  'boto3.resource("dynamodb", config=Config(connect_timeout=1, read_timeout=1, retries={"total_max_attempts": 1}))',
).replace('import boto3\n', 'import boto3\nfrom botocore.config import Config\n');

/** A function with its code, its role and what this allows. */
const PACKAGED = `data "archive_file" "packaged" {
  type        = "zip"
  source_dir  = "\${path.module}/code"
  output_path = "\${path.module}/packaged.zip"
}

resource "aws_iam_role" "packaged" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_iam_role_policy" "packaged" {
  role   = aws_iam_role.packaged.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["dynamodb:PutItem"], Resource = "*" }] })
}

resource "aws_lambda_function" "packaged" {
  function_name = "packaged"
  role          = aws_iam_role.packaged.arn
  runtime       = "python3.13"
  handler       = "app.handler"
  filename      = data.archive_file.packaged.output_path

  environment {
    variables = { TABLE = "orders" }
  }
}
`;

/** The same with a table of the example. */
const OF_USERS = PACKAGED.replace(
  'Resource = "*"',
  'Resource = aws_dynamodb_table.state["users"].arn',
).replace('"orders"', 'aws_dynamodb_table.state["users"].name');

/** A route of an HTTP API that leads to it. */
const ROUTED = `
resource "aws_apigatewayv2_api" "packaged" {
  name          = "packaged"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "packaged" {
  api_id           = aws_apigatewayv2_api.packaged.id
  integration_type = "AWS_PROXY"
  integration_uri  = aws_lambda_function.packaged.invoke_arn
}

resource "aws_apigatewayv2_route" "packaged" {
  api_id    = aws_apigatewayv2_api.packaged.id
  route_key = "GET /cards"
  target    = "integrations/\${aws_apigatewayv2_integration.packaged.id}"
}
`;

const ACL = `resource "aws_wafv2_web_acl" "pool" {
  name  = "pool"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "pool"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafv2_web_acl_association" "pool" {
  resource_arn = aws_cognito_user_pool.users.arn
  web_acl_arn  = aws_wafv2_web_acl.pool.arn
}
`;

export const GRANTS: readonly Perturbation[] = [
  oneLine({
    check: 'iam-no-privilege-escalation',
    resource: 'aws_iam_policy.work',
    code: policy('      Action   = "iam:GetRole"\n      Resource = "*"\n'),
    on: 'Action   = "iam:GetRole"',
    off: 'Action   = "iam:PutRolePolicy"',
  }),
  oneLine({
    check: 'iam-no-allow-all-but',
    resource: 'aws_iam_policy.work',
    code: policy('      Action   = "s3:GetObject"\n      Resource = "arn:aws:s3:::decks/*"\n'),
    on: 'Resource = "arn:aws:s3:::decks/*"',
    off: 'NotResource = "arn:aws:s3:::decks/*"',
    hidden: '(var.hidden) = "arn:aws:s3:::decks/*"',
  }),
  oneLine({
    check: 'iam-no-whole-service-policies',
    resource: 'aws_iam_role.work',
    code: 'resource "aws_iam_role" "work" {\n  assume_role_policy  = jsonencode({ Statement = [] })\n  managed_policy_arns = ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]\n}\n',
    on: 'managed_policy_arns = ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]',
    off: 'managed_policy_arns = ["arn:aws:iam::aws:policy/AmazonS3FullAccess"]',
    hidden: 'managed_policy_arns = [var.hidden]',
  }),
  oneLine({
    check: 'keys-and-registries-not-public',
    resource: 'aws_ecr_repository.images',
    code: 'resource "aws_ecr_repository" "images" {\n  name                 = "images"\n  image_tag_mutability = "IMMUTABLE"\n}\n\nresource "aws_ecr_repository_policy" "images" {\n  repository = aws_ecr_repository.images.name\n  policy = jsonencode({\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "ecr:BatchGetImage"\n      Principal = "arn:aws:iam::111111111111:root"\n    }]\n  })\n}\n',
    on: 'Principal = "arn:aws:iam::111111111111:root"',
    off: 'Principal = "*"',
  }),
  oneLine({
    check: 'instance-metadata-v2',
    resource: 'aws_launch_template.host',
    code: 'resource "aws_launch_template" "host" {\n  image_id = "ami-1"\n\n  metadata_options {\n    http_tokens = "required"\n  }\n}\n',
    on: 'http_tokens = "required"',
    off: 'http_tokens = "optional"',
  }),
  {
    check: 'hosts-without-ssh-keys',
    given: [add('host.tf', 'resource "aws_launch_template" "host" {\n  image_id = "ami-1"\n}\n')],
    resource: 'aws_launch_template.host',
    off: [replace('host.tf', 'image_id = "ami-1"', 'image_id = "ami-1"\n  key_name = "team"')],
    at: { file: 'host.tf', text: 'key_name = "team"' },
    hidden: [replace('host.tf', 'image_id = "ami-1"', 'image_id = "ami-1"\n  key_name = var.hidden')],
  },
  oneLine({
    check: 'role-per-function',
    resource: 'aws_iam_role.one',
    code: 'resource "aws_iam_role" "one" {\n  assume_role_policy = jsonencode({ Statement = [] })\n}\n\nresource "aws_iam_role" "two" {\n  assume_role_policy = jsonencode({ Statement = [] })\n}\n\nresource "aws_lambda_function" "one" {\n  function_name = "one"\n  role          = aws_iam_role.one.arn\n}\n\nresource "aws_lambda_function" "two" {\n  function_name = "two"\n  role          = aws_iam_role.two.arn\n}\n',
    on: 'role          = aws_iam_role.two.arn',
    off: 'role = aws_iam_role.one.arn',
    hidden: 'role = var.hidden',
    at: 'resource "aws_lambda_function" "one" {',
  }),
  {
    check: 'environment-names-set',
    given: [
      add('code/app.py', CODE.replace('os.environ["TABLE"]', 'os.environ["KIND"]')),
      add('packaged.tf', PACKAGED.replace('{ TABLE = "orders" }', '{ KIND = "orders" }')),
    ],
    resource: 'aws_lambda_function.packaged',
    off: [replace('packaged.tf', '{ KIND = "orders" }', '{ OTHER = "orders" }')],
    at: { file: 'code/app.py', text: 'os.environ["KIND"]' },
    hidden: [replace('packaged.tf', '{ KIND = "orders" }', 'var.hidden')],
  },
  {
    check: 'data-names-set',
    given: [add('code/app.py', CODE), add('packaged.tf', PACKAGED)],
    resource: 'aws_lambda_function.packaged',
    off: [replace('packaged.tf', '{ TABLE = "orders" }', '{ OTHER = "orders" }')],
    at: { file: 'code/app.py', text: 'os.environ["TABLE"]' },
    hidden: [replace('packaged.tf', '{ TABLE = "orders" }', 'var.hidden')],
  },
  {
    check: 'gateway-routes-answered',
    besides: ['routes-have-schemas'],
    given: [
      add(
        'code/app.py',
        'def cards(event):\n    return []\n\n\nROUTES = {"GET /cards": cards}\n\n\ndef handler(event, context):\n    return {"statusCode": 200, "body": ROUTES[event["routeKey"]](event)}\n',
      ),
      add('packaged.tf', `${PACKAGED}${ROUTED}`),
    ],
    resource: 'aws_apigatewayv2_route.packaged',
    off: [replace('code/app.py', '{"GET /cards": cards}', '{"GET /decks": cards}')],
    at: { file: 'packaged.tf', text: 'route_key = "GET /cards"' },
    hidden: [replace('packaged.tf', '"GET /cards"', 'var.hidden')],
  },
  {
    check: 'deployments-replace-code',
    given: [
      add('code/app.py', CODE),
      add(
        'packaged.tf',
        `${PACKAGED}`.replace(
          'filename      =',
          'source_code_hash = data.archive_file.packaged.output_base64sha256\n  filename      =',
        ),
      ),
    ],
    resource: 'aws_lambda_function.packaged',
    off: [replace('packaged.tf', 'source_code_hash = data.archive_file.packaged.output_base64sha256', '')],
    at: { file: 'packaged.tf', text: 'filename      =' },
    hidden: [
      replace(
        'packaged.tf',
        'source_code_hash = data.archive_file.packaged.output_base64sha256',
        'source_code_hash = var.hidden ? "1" : null',
      ),
    ],
  },
  {
    check: 'secrets-given-are-read',
    given: [
      add('code/app.py', CODE.replace('(Item=event)', '(Item={"key": os.environ["API_KEY"]})')),
      add('packaged.tf', PACKAGED.replace('TABLE = "orders"', 'TABLE = "orders", API_KEY = "of-a-partner"')),
    ],
    resource: 'aws_lambda_function.packaged',
    off: [replace('code/app.py', 'os.environ["API_KEY"]', '"key"')],
    at: { file: 'packaged.tf', text: 'variables = {' },
    hidden: [replace('packaged.tf', '{ TABLE = "orders", API_KEY = "of-a-partner" }', 'var.hidden')],
  },
  {
    check: 'web-acls-attached',
    given: [add('acl.tf', ACL)],
    resource: 'aws_wafv2_web_acl.pool',
    off: [
      replace(
        'acl.tf',
        '  web_acl_arn  = aws_wafv2_web_acl.pool.arn',
        '  web_acl_arn  = aws_wafv2_web_acl.edge.arn',
      ),
    ],
    at: { file: 'acl.tf', text: 'resource "aws_wafv2_web_acl" "pool" {' },
    hidden: [replace('acl.tf', '  web_acl_arn  = aws_wafv2_web_acl.pool.arn', '  web_acl_arn  = var.hidden')],
  },
  {
    check: 'calls-end-in-time',
    given: [add('code/app.py', LIMITED), add('packaged.tf', PACKAGED)],
    resource: 'aws_lambda_function.packaged',
    off: [replace('code/app.py', 'read_timeout=1', 'read_timeout=9')],
    at: { file: 'code/app.py', text: 'table = boto3' },
    hidden: [replace('packaged.tf', '"app.handler"', '"app.handler"\n  timeout       = var.hidden')],
  },
  {
    check: 'calls-are-granted',
    given: [add('code/app.py', CODE), add('packaged.tf', PACKAGED)],
    resource: 'aws_lambda_function.packaged',
    off: [replace('packaged.tf', '"dynamodb:PutItem"', '"dynamodb:GetItem"')],
    at: { file: 'code/app.py', text: 'table.put_item' },
    hidden: [replace('packaged.tf', '"dynamodb:PutItem"', 'var.hidden')],
  },
  {
    check: 'grants-cover-named-stores',
    given: [add('code/app.py', CODE), add('packaged.tf', OF_USERS)],
    resource: 'aws_lambda_function.packaged',
    off: [replace('packaged.tf', 'state["users"].arn', 'state["locks"].arn')],
    at: { file: 'code/app.py', text: 'table.put_item' },
    hidden: [replace('packaged.tf', 'aws_dynamodb_table.state["users"].arn', 'var.hidden')],
  },
  {
    check: 'grants-are-used',
    given: [add('code/app.py', CODE), add('packaged.tf', PACKAGED)],
    resource: 'aws_iam_role.packaged',
    off: [replace('packaged.tf', '"dynamodb:PutItem"', '"dynamodb:PutItem", "s3:GetObject"')],
    at: { file: 'packaged.tf', text: '"s3:GetObject"' },
    hidden: [replace('packaged.tf', '"dynamodb:PutItem"', '"dynamodb:PutItem", var.hidden')],
  },
];
