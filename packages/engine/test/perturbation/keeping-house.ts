import { DATABASE, DATABASE_ADDRESS, DATABASE_FILE } from './database.ts';
import { add, type Perturbation, replace } from './perturbation.ts';
import { switched } from './switched.ts';

const START = { file: 'versions.tf', text: 'terraform {' };
const CONFIG = `resource "aws_config_configuration_recorder" "all" {
  role_arn = "arn:aws:iam::111111111111:role/config"

  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}

resource "aws_config_config_rule" "volumes" {
  name = "volumes"

  source {
    owner             = "AWS"
    source_identifier = "ENCRYPTED_VOLUMES"
  }
}
`;
const TAGS = `resource "aws_organizations_policy" "tags" {
  name    = "tags"
  type    = "TAG_POLICY"
  content = jsonencode({ tags = {} })
}

resource "aws_organizations_policy_attachment" "tags" {
  policy_id = aws_organizations_policy.tags.id
  target_id = "ou-ab12-11111111"
}
`;
const ATTACHMENT = TAGS.slice(TAGS.indexOf('resource "aws_organizations_policy_attachment"'));

const ANOMALIES = `resource "aws_ce_anomaly_monitor" "services" {
  name              = "services"
  monitor_type      = "DIMENSIONAL"
  monitor_dimension = "SERVICE"
}

resource "aws_ce_anomaly_subscription" "daily" {
  name             = "daily"
  frequency        = "DAILY"
  monitor_arn_list = [aws_ce_anomaly_monitor.services.arn]

  dynamic "subscriber" {
    for_each = [var.alert_email]

    content {
      type    = "EMAIL"
      address = subscriber.value
    }
  }
}
`;

/** What costs, what is cleaned up, and what the account records. */
/** A template beside the example that makes up a secret. */
const SECRET = `Resources:
  Signing:
    Type: AWS::SecretsManager::Secret
    Properties: { GenerateSecretString: { PasswordLength: 32 } }
Outputs:
  Published: { Value: !Ref Signing }
`;

const LEDGER = `Parameters:
  Kept: { Type: String }
Conditions:
  Stays: !Equals [!Ref Kept, 'yes']
Resources:
  Ledger:
    Type: AWS::EFS::FileSystem
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties: { Encrypted: true }
`;

export const KEEPING_HOUSE: readonly Perturbation[] = [
  {
    ...switched({
      check: 'cost-anomaly-detection',
      resource: null,
      code: ANOMALIES,
      on: '[var.alert_email]',
      off: '[]',
      at: 'dynamic "subscriber" {',
    }),
    absent: [replace('added.tf', ANOMALIES, '# none\n')],
  },
  switched({
    check: 'container-image-lifecycle',
    resource: 'aws_ecr_repository.jobs',
    code: `resource "aws_ecr_repository" "jobs" {
  name                 = "jobs"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "jobs" {
  repository = aws_ecr_repository.jobs.name
  policy     = jsonencode({ rules = [] })
}
`,
    on: 'resource "aws_ecr_lifecycle_policy" "jobs" {',
    off: 'resource "aws_ecr_lifecycle_policy" "jobs" {\n  count = 0\n',
    hidden: 'resource "aws_ecr_lifecycle_policy" "jobs" {\n  count = var.hidden\n',
    at: 'resource "aws_ecr_repository" "jobs" {',
  }),
  {
    check: 's3-old-versions-expire',
    resource: 'module.data.aws_s3_bucket.this',
    off: [
      replace(
        'modules/bucket/main.tf',
        'noncurrent_version_expiration {\n      noncurrent_days = var.old_versions_days',
        'expiration {\n      days = 3650 + var.old_versions_days',
      ),
    ],
    at: {
      file: 'modules/bucket/main.tf',
      text: 'resource "aws_s3_bucket_lifecycle_configuration" "this" {\n  bucket = aws_s3_bucket.this.id\n\n  rule {',
    },
    hidden: [
      replace(
        'modules/bucket/main.tf',
        'id     = "old-versions-and-broken-uploads"\n    status = "Enabled"',
        'id     = "old-versions-and-broken-uploads"\n    status = var.hidden',
      ),
    ],
  },
  switched({
    check: 'file-system-lifecycle',
    resource: 'aws_efs_file_system.shared',
    code: `resource "aws_efs_file_system" "shared" {
  encrypted = true

  dynamic "lifecycle_policy" {
    for_each = ["AFTER_30_DAYS"]

    content {
      transition_to_ia = lifecycle_policy.value
    }
  }
}
`,
    on: '["AFTER_30_DAYS"]',
    off: '[]',
    at: 'dynamic "lifecycle_policy" {',
  }),
  switched({
    check: 'volumes-of-current-generation',
    resource: 'aws_ebs_volume.scratch',
    code: `resource "aws_ebs_volume" "scratch" {
  availability_zone = "us-east-1a"
  size              = 100
  encrypted         = true
  type              = "gp3"
}
`,
    on: '"gp3"',
    off: '"gp2"',
  }),
  switched({
    check: 'provisioned-concurrency-scaled',
    resource: 'aws_lambda_alias.live',
    code: `resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = module.rotation.name
  function_version = "1"
}

resource "aws_lambda_provisioned_concurrency_config" "live" {
  function_name                     = module.rotation.name
  qualifier                         = aws_lambda_alias.live.name
  provisioned_concurrent_executions = 2
}

resource "aws_appautoscaling_target" "live" {
  service_namespace  = "lambda"
  resource_id        = "function:\${module.rotation.name}:\${aws_lambda_alias.live.name}"
  scalable_dimension = "lambda:function:ProvisionedConcurrency"
  min_capacity       = 1
  max_capacity       = 5
}
`,
    on: '"function:${module.rotation.name}:${aws_lambda_alias.live.name}"',
    off: '"function:rotation:other"',
    at: 'resource "aws_lambda_alias" "live" {',
  }),
  switched({
    check: 'task-tags-propagated',
    resource: 'aws_ecs_service.jobs',
    code: `resource "aws_ecs_service" "jobs" {
  name            = "jobs"
  cluster         = "jobs"
  task_definition = "arn:aws:ecs:us-east-1:111111111111:task-definition/jobs:1"
  propagate_tags  = "SERVICE"
}
`,
    on: '"SERVICE"',
    off: '"NONE"',
  }),
  {
    check: 'snapshot-tags-copied',
    given: [add(DATABASE_FILE, DATABASE.replace(/\n}\n$/, '\n  copy_tags_to_snapshot = true\n}\n'))],
    resource: DATABASE_ADDRESS,
    off: [replace(DATABASE_FILE, 'copy_tags_to_snapshot = true', 'copy_tags_to_snapshot = false')],
    at: { file: DATABASE_FILE, text: 'copy_tags_to_snapshot = false' },
    hidden: [replace(DATABASE_FILE, 'copy_tags_to_snapshot = true', 'copy_tags_to_snapshot = var.hidden')],
  },
  {
    ...switched({
      check: 'config-recorder',
      resource: null,
      code: CONFIG,
      on: 'all_supported                 = true',
      off: 'all_supported                 = false',
      hidden: 'all_supported                 = var.hidden',
    }),
    absent: [replace('added.tf', CONFIG, '# none\n')],
  },
  {
    ...switched({
      check: 'tag-policy',
      resource: null,
      code: TAGS,
      on: ATTACHMENT,
      off: '# attached to nothing\n',
      hidden: ATTACHMENT.replace('aws_organizations_policy.tags.id', 'var.hidden'),
      at: START,
    }),
    absent: [replace('added.tf', TAGS, '# none\n')],
  },
  {
    check: 'audit-trail-kept',
    resource: 'aws_cloudtrail.account',
    off: [replace('buckets.tf', 'expires_days = 365', 'expires_days = 90')],
    at: { file: 'modules/bucket/main.tf', text: 'days = rule.value' },
    hidden: [replace('buckets.tf', 'expires_days = 365', 'expires_days = var.hidden')],
  },
  {
    check: 'audit-trail-protected',
    resource: 'aws_cloudtrail.account',
    off: [
      replace(
        'modules/bucket/main.tf',
        'versioning_configuration {\n    status = "Enabled"',
        'versioning_configuration {\n    status = var.expires_days == null ? "Enabled" : "Suspended"',
      ),
    ],
    at: { file: 'modules/bucket/main.tf', text: '"Suspended"' },
    hidden: [
      replace(
        'modules/bucket/main.tf',
        'versioning_configuration {\n    status = "Enabled"',
        'versioning_configuration {\n    status = var.expires_days == null ? "Enabled" : var.hidden',
      ),
    ],
  },
  {
    check: 'temporary-items-expire',
    resource: 'aws_dynamodb_table.state["sessions"]',
    off: [
      replace(
        'dynamodb.tf',
        'sessions = { key = "user_id", operations = ["PutItem"], expires = true }',
        'sessions = { key = "user_id", operations = ["PutItem"], expires = false }',
      ),
    ],
    at: { file: 'dynamodb.tf', text: 'resource "aws_dynamodb_table" "state" {' },
    hidden: [
      replace(
        'dynamodb.tf',
        'sessions = { key = "user_id", operations = ["PutItem"], expires = true }',
        'sessions = { key = "user_id", operations = ["PutItem"], expires = var.hidden }',
      ),
    ],
  },
  {
    check: 'replacement-keeps-data',
    given: [add('../ledger/template.yaml', LEDGER)],
    resource: 'Ledger',
    root: 'ledger/template.yaml',
    off: [replace('../ledger/template.yaml', 'UpdateReplacePolicy: Retain', 'UpdateReplacePolicy: Delete')],
    at: { file: '../ledger/template.yaml', text: 'UpdateReplacePolicy: Delete' },
    hidden: [
      replace(
        '../ledger/template.yaml',
        'UpdateReplacePolicy: Retain',
        'UpdateReplacePolicy: !If [Stays, Retain, Delete]',
      ),
    ],
    decidedBy: 'Kept',
  },
  {
    check: 'generated-secrets-used',
    given: [add('../mail/template.yaml', SECRET)],
    resource: 'Signing',
    root: 'mail/template.yaml',
    off: [replace('../mail/template.yaml', 'Value: !Ref Signing', 'Value: none')],
    at: { file: '../mail/template.yaml', text: 'Signing:' },
    hidden: [
      replace('../mail/template.yaml', 'Value: !Ref Signing', 'Value: none'),
      replace('../mail/template.yaml', 'Resources:', 'Transform: Wiring\nResources:'),
    ],
    decidedBy: 'the processed template',
  },
];
