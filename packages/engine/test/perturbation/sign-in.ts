import { oneLine } from './one-line.ts';
import { add, type Perturbation, replace } from './perturbation.ts';

/** A line of the example's users, switched off and hidden. */
function users(check: string, resource: string, on: string, off: string): Perturbation {
  return {
    check,
    resource: `aws_cognito_user_pool${resource}`,
    off: [replace('users.tf', on, off)],
    at: { file: 'users.tf', text: off },
    hidden: [replace('users.tf', on, on.replace(/=\s.*$/, '= var.hidden'))],
  };
}

/** Who signs in and how, images that run, and keys that stay. */
export const SIGN_IN: readonly Perturbation[] = [
  users(
    'sign-in-second-factor',
    '.users',
    'mfa_configuration        = "OPTIONAL"',
    'mfa_configuration        = "OFF"',
  ),
  users(
    'sign-in-password-policy',
    '.users',
    'minimum_length                   = 12',
    'minimum_length                   = 6',
  ),
  users(
    'sign-in-hides-who-exists',
    '_client.site',
    'prevent_user_existence_errors        = "ENABLED"',
    'prevent_user_existence_errors        = "LEGACY"',
  ),
  {
    ...users('oauth-no-implicit-grant', '_client.site', '["code"]', '["implicit"]'),
    hidden: [replace('users.tf', '["code"]', '[var.hidden]')],
  },
  {
    ...users(
      'oauth-callbacks-exact',
      '_client.site',
      'callback_urls                        = ["https://${var.domain}/"]',
      'callback_urls                        = ["http://example.com/"]',
    ),
    hidden: [
      replace(
        'users.tf',
        'callback_urls                        = ["https://${var.domain}/"]',
        'callback_urls                        = [var.hidden]',
      ),
    ],
  },
  {
    check: 'sign-in-pages-have-domain',
    resource: 'aws_cognito_user_pool_client.site',
    off: [replace('users.tf', '  domain       = local.name', '  domain       = "cognito-cards"')],
    at: { file: 'users.tf', text: '"cognito-cards"' },
    hidden: [replace('users.tf', '  domain       = local.name', '  domain       = var.hidden')],
  },
  users(
    'refresh-tokens-expire',
    '_client.site',
    'refresh_token_validity = 7',
    'refresh_token_validity = 365',
  ),
  oneLine({
    check: 'sign-in-attacks-answered',
    resource: 'aws_cognito_user_pool.people',
    code: 'resource "aws_cognito_user_pool" "people" {\n  name = "people"\n\n  user_pool_add_ons {\n    advanced_security_mode = "ENFORCED"\n  }\n}\n',
    on: 'advanced_security_mode = "ENFORCED"',
    off: 'advanced_security_mode = "AUDIT"',
  }),
  oneLine({
    check: 'sign-in-no-guests',
    resource: 'aws_cognito_identity_pool.users',
    code: 'resource "aws_cognito_identity_pool" "users" {\n  identity_pool_name               = "users"\n  allow_unauthenticated_identities = false\n}\n',
    on: 'allow_unauthenticated_identities = false',
    off: 'allow_unauthenticated_identities = true',
  }),
  oneLine({
    check: 'api-bodies-not-logged',
    resource: 'aws_apigatewayv2_stage.live',
    code: 'resource "aws_apigatewayv2_stage" "live" {\n  api_id = "live"\n  name   = "live"\n\n  default_route_settings {\n    data_trace_enabled = false\n  }\n}\n',
    on: 'data_trace_enabled = false',
    off: 'data_trace_enabled = true',
  }),
  oneLine({
    check: 'image-tags-immutable',
    resource: 'aws_ecr_repository.images',
    code: images('image_tag_mutability = "IMMUTABLE"'),
    on: 'image_tag_mutability = "IMMUTABLE"',
    off: 'image_tag_mutability = "MUTABLE"',
  }),
  oneLine({
    check: 'images-scanned-on-push',
    resource: 'aws_ecr_repository.images',
    code: images('image_scanning_configuration {\n    scan_on_push = true\n  }'),
    on: 'scan_on_push = true',
    off: 'scan_on_push = false',
  }),
  oneLine({
    check: 'containers-not-privileged',
    resource: 'aws_ecs_task_definition.web',
    code: 'resource "aws_ecs_task_definition" "web" {\n  family = "web"\n  container_definitions = jsonencode([{\n    name       = "web"\n    privileged = false\n  }])\n}\n',
    on: 'privileged = false',
    off: 'privileged = true',
  }),
  oneLine({
    check: 'container-secrets-from-store',
    resource: 'aws_ecs_task_definition.web',
    code: 'resource "aws_ssm_parameter" "till" {\n  name  = "/till"\n  type  = "SecureString"\n  value = "set by hand"\n}\n\nresource "aws_ecs_task_definition" "web" {\n  family = "web"\n  container_definitions = jsonencode([{\n    name    = "web"\n    secrets = [{ name = "TILL_PASSWORD", valueFrom = aws_ssm_parameter.till.arn }]\n  }])\n}\n',
    on: 'type  = "SecureString"',
    off: 'type  = "String"',
  }),
  oneLine({
    check: 'no-long-lived-access-keys',
    resource: 'aws_iam_access_key.old',
    code: 'resource "aws_iam_access_key" "old" {\n  user   = "old"\n  status = "Inactive"\n}\n',
    on: 'status = "Inactive"',
    off: 'status = "Active"',
  }),
  {
    check: 'no-console-passwords',
    given: [add('person.tf', 'resource "aws_iam_user" "person" {\n  name = "person"\n}\n')],
    resource: 'aws_iam_user.person',
    off: [
      add(
        'login.tf',
        'resource "aws_iam_user_login_profile" "person" {\n  user = aws_iam_user.person.name\n}\n',
      ),
    ],
    at: { file: 'login.tf', text: 'resource "aws_iam_user_login_profile" "person" {' },
    hidden: [
      add(
        'login.tf',
        'resource "aws_iam_user_login_profile" "person" {\n  count = var.hidden ? 1 : 0\n  user  = aws_iam_user.person.name\n}\n',
      ),
    ],
  },
];

function images(line: string): string {
  return `resource "aws_ecr_repository" "images" {\n  name = "images"\n  ${line}\n}\n`;
}
