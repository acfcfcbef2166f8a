import { DATABASE, DATABASE_FILE } from './database.ts';
import { add, type Perturbation, replace } from './perturbation.ts';

/** What a run without a backend leaves behind. */
const STATE = '{ "version": 4, "resources": [] }\n';

/** An application of the CDK beside the example. */
const ASSEMBLY = `{
 "version": "48.0.0",
 "artifacts": {
  "Mail-prod": {
   "type": "aws:cloudformation:stack",
   "properties": {
    "templateFile": "Mail-prod.template.json",
    "terminationProtection": true
   }
  }
 }
}
`;

/** A stage whose own assembly is not there. */
const LATER = `  "assembly-Later": {
   "type": "cdk:cloud-assembly",
   "properties": { "directoryName": "assembly-Later" }
  },`;

export const KEEPING: readonly Perturbation[] = [
  {
    check: 'user-pool-deletion-protection',
    given: [
      add(
        'pool.tf',
        `resource "aws_cognito_user_pool" "guests" {
  name                = "guests"
  mfa_configuration   = "ON"
  deletion_protection = "ACTIVE"
}
`,
      ),
    ],
    resource: 'aws_cognito_user_pool.guests',
    off: [replace('pool.tf', 'deletion_protection = "ACTIVE"', 'deletion_protection = "INACTIVE"')],
    at: { file: 'pool.tf', text: 'deletion_protection = "INACTIVE"' },
    hidden: [replace('pool.tf', 'deletion_protection = "ACTIVE"', 'deletion_protection = var.hidden')],
  },
  {
    check: 'terraform-state-remote',
    resource: null,
    off: [replace('versions.tf', '    use_lockfile = true\n', '')],
    at: { file: 'versions.tf', text: 'backend "s3" {' },
    hidden: [
      replace('versions.tf', '    use_lockfile = true\n', ''),
      replace('versions.tf', '    bucket       =', '    #'),
    ],
    decidedBy: 'terraform init',
  },
  {
    check: 'stacks-protected-from-deletion',
    given: [
      add('../stacks/manifest.json', ASSEMBLY),
      add('../stacks/Mail-prod.template.json', '{ "Resources": {} }\n'),
    ],
    resource: null,
    root: 'stacks',
    off: [
      replace('../stacks/manifest.json', '"terminationProtection": true', '"terminationProtection": false'),
    ],
    at: { file: '../stacks/manifest.json', text: '"terminationProtection": false' },
    hidden: [replace('../stacks/manifest.json', '"artifacts": {', `"artifacts": {\n${LATER}`)],
    decidedBy: 'synthesizing again',
  },
  {
    check: 'no-state-in-repository',
    resource: null,
    off: [add('terraform.tfstate', STATE)],
    at: { file: 'terraform.tfstate', text: '{' },
    hidden: [add('terraform.tfstate', STATE), add('.gitignore', '*.tfstate[\n')],
    decidedBy: 'git check-ignore',
  },
  {
    check: 'load-balancer-deletion-protection',
    given: [
      add(
        'door.tf',
        `resource "aws_lb" "door" {
  name                       = "door"
  internal                   = true
  enable_deletion_protection = true
}
`,
      ),
    ],
    resource: 'aws_lb.door',
    off: [replace('door.tf', 'enable_deletion_protection = true', 'enable_deletion_protection = false')],
    at: { file: 'door.tf', text: 'enable_deletion_protection = false' },
    hidden: [
      replace('door.tf', 'enable_deletion_protection = true', 'enable_deletion_protection = var.hidden'),
    ],
  },
  {
    check: 'bucket-not-emptied',
    given: [
      add(
        'archive.tf',
        `resource "aws_s3_bucket" "archive" {
  bucket        = "example-archive"
  force_destroy = false
}
`,
      ),
    ],
    resource: 'aws_s3_bucket.archive',
    off: [replace('archive.tf', 'force_destroy = false', 'force_destroy = true')],
    at: { file: 'archive.tf', text: 'force_destroy = true' },
    hidden: [replace('archive.tf', 'force_destroy = false', 'force_destroy = var.hidden')],
  },
  {
    check: 'private-database-has-way-in',
    given: [
      add(DATABASE_FILE, DATABASE),
      add(
        'data-api.tf',
        `resource "aws_rds_cluster" "ledger" {
  cluster_identifier   = "ledger"
  engine               = "aurora-postgresql"
  enable_http_endpoint = true
}
`,
      ),
    ],
    resource: null,
    off: [replace('data-api.tf', 'enable_http_endpoint = true', 'enable_http_endpoint = false')],
    at: { file: 'versions.tf', text: 'terraform {' },
    hidden: [replace('data-api.tf', 'enable_http_endpoint = true', 'enable_http_endpoint = var.hidden')],
  },
  {
    check: 'tables-may-be-used',
    given: [
      add(
        'granted.tf',
        `resource "aws_dynamodb_table" "granted" {
  name                        = "granted"
  billing_mode                = "PAY_PER_REQUEST"
  deletion_protection_enabled = true
}

resource "aws_iam_policy" "granted" {
  name = "granted"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "dynamodb:GetItem"
      Resource = aws_dynamodb_table.granted.arn
    }]
  })
}
`,
      ),
    ],
    resource: 'aws_dynamodb_table.granted',
    off: [
      replace(
        'granted.tf',
        'Resource = aws_dynamodb_table.granted.arn',
        'Resource = "arn:aws:dynamodb:us-east-1:123456789012:table/another"',
      ),
    ],
    at: { file: 'granted.tf', text: 'resource "aws_dynamodb_table" "granted" {' },
    hidden: [replace('granted.tf', 'Resource = aws_dynamodb_table.granted.arn', 'Resource = var.hidden')],
  },
  {
    check: 'sticky-sessions-shared',
    given: [
      add(
        'sticky.tf',
        `resource "aws_lb_target_group" "sticky" {
  name     = "sticky"
  protocol = "TCP"
  port     = 80

  stickiness {
    type    = "source_ip"
    enabled = true
  }
}

resource "aws_elasticache_cluster" "sticky" {
  count      = 1
  cluster_id = "sticky"
  engine     = "memcached"
}
`,
      ),
      // The example's own table of sessions.
      replace('dynamodb.tf', '"${local.name}-${each.key}"', '"${local.name}-${substr(each.key, 0, 4)}"'),
    ],
    resource: 'aws_lb_target_group.sticky',
    off: [replace('sticky.tf', 'count      = 1', 'count      = 0')],
    at: { file: 'sticky.tf', text: 'resource "aws_lb_target_group" "sticky" {' },
    hidden: [replace('sticky.tf', 'count      = 1', 'count      = var.hidden ? 1 : 0')],
  },
];
