import type { Perturbation } from './perturbation.ts';
import { switched } from './switched.ts';

const PLAN = `resource "aws_backup_vault" "main" {
  name        = local.name
  kms_key_arn = aws_kms_key.operations.arn
}

resource "aws_backup_plan" "main" {
  name = local.name

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.main.name
    schedule          = "cron(0 5 ? * * *)"

    copy_action {
      destination_vault_arn = "arn:aws:backup:eu-central-1:222222222222:backup-vault:copies"
    }

    lifecycle {
      delete_after = 35
    }
  }

  rule {
    rule_name         = "weekly"
    target_vault_name = aws_backup_vault.main.name
    schedule          = "cron(0 6 ? * SUN *)"

    lifecycle {
      delete_after = 90
    }
  }
}

resource "aws_backup_selection" "main" {
  name         = local.name
  plan_id      = aws_backup_plan.main.id
  iam_role_arn = "arn:aws:iam::111111111111:role/backup"
  resources    = ["*"]
}
`;

/** Backups of what the example has and of what it has not. */
export const RECOVERY: readonly Perturbation[] = [
  switched({
    check: 'backup-plan-covers',
    resource: 'aws_dynamodb_table.state["users"]',
    code: PLAN,
    on: '["*"]',
    off: '["arn:aws:rds:*:*:*"]',
    at: 'resource "aws_backup_selection" "main" {',
  }),
  switched({
    check: 'backup-plans-select',
    resource: 'aws_backup_plan.second',
    code: `${PLAN}
${PLAN.slice(PLAN.indexOf('resource "aws_backup_plan"')).replaceAll('"main" {', '"second" {').replaceAll('aws_backup_plan.main', 'aws_backup_plan.second')}`,
    on: 'plan_id      = aws_backup_plan.second.id',
    off: 'plan_id      = aws_backup_plan.main.id # both',
    hidden: 'plan_id      = var.hidden',
    at: 'resource "aws_backup_plan" "second" {',
  }),
  switched({
    check: 'backup-plan-schedule',
    resource: 'aws_backup_plan.main',
    code: PLAN,
    on: 'delete_after = 35',
    off: 'delete_after = 7',
    hidden: 'delete_after = var.hidden',
  }),
  switched({
    check: 'backups-expire',
    resource: 'aws_backup_plan.main',
    code: PLAN,
    on: 'delete_after = 90',
    off: 'cold_storage_after = 90',
    hidden: 'delete_after = var.hidden',
    at: 'schedule          = "cron(0 6 ? * SUN *)"\n\n    lifecycle {',
  }),
  switched({
    check: 'backups-copied-elsewhere',
    resource: null,
    code: PLAN,
    on: `    copy_action {
      destination_vault_arn = "arn:aws:backup:eu-central-1:222222222222:backup-vault:copies"
    }
`,
    off: '',
    hidden: `    dynamic "copy_action" {
      for_each = var.hidden

      content {
        destination_vault_arn = copy_action.value
      }
    }
`,
    at: 'name = local.name\n\n  rule {',
  }),
  switched({
    check: 'document-database-backup-retention',
    resource: 'aws_docdb_cluster.documents',
    code: `resource "aws_docdb_cluster" "documents" {
  cluster_identifier      = "documents"
  storage_encrypted       = true
  deletion_protection     = true
  backup_retention_period = 30
}
`,
    on: 'backup_retention_period = 30',
    off: 'backup_retention_period = 7',
    hidden: 'backup_retention_period = var.hidden',
  }),
  switched({
    check: 'cache-snapshots',
    resource: 'aws_elasticache_replication_group.sessions',
    code: `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id     = "sessions"
  description              = "sessions"
  snapshot_retention_limit = 7
}
`,
    on: 'snapshot_retention_limit = 7',
    off: 'snapshot_retention_limit = 0',
    hidden: 'snapshot_retention_limit = var.hidden',
  }),
  switched({
    check: 'document-database-audit-logs',
    resource: 'aws_docdb_cluster.documents',
    code: `resource "aws_docdb_cluster" "documents" {
  cluster_identifier              = "documents"
  storage_encrypted               = true
  deletion_protection             = true
  backup_retention_period         = 30
  enabled_cloudwatch_logs_exports = ["audit"]
}
`,
    on: '["audit"]',
    off: '["profiler"]',
  }),
];
