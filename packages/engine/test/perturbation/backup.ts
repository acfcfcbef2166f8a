import { DATABASE, DATABASE_ADDRESS, DATABASE_FILE } from './database.ts';
import { add, type Perturbation, replace } from './perturbation.ts';

export const BACKUP: readonly Perturbation[] = [
  {
    check: 'database-backup-retention',
    given: [add(DATABASE_FILE, DATABASE)],
    resource: DATABASE_ADDRESS,
    off: [replace(DATABASE_FILE, 'backup_retention_period     = 30', 'backup_retention_period     = 7')],
    at: { file: DATABASE_FILE, text: 'backup_retention_period     = 7' },
    hidden: [
      replace(DATABASE_FILE, 'backup_retention_period     = 30', 'backup_retention_period     = var.hidden'),
    ],
  },
  {
    check: 'database-point-in-time-recovery',
    given: [add(DATABASE_FILE, DATABASE)],
    resource: DATABASE_ADDRESS,
    off: [replace(DATABASE_FILE, 'backup_retention_period     = 30', 'backup_retention_period     = 0')],
    at: { file: DATABASE_FILE, text: 'backup_retention_period     = 0' },
    hidden: [
      replace(DATABASE_FILE, 'backup_retention_period     = 30', 'backup_retention_period     = var.hidden'),
    ],
    besides: ['database-backup-retention'],
  },
  {
    check: 'dynamodb-point-in-time-recovery',
    resource: 'aws_dynamodb_table.state["users"]',
    off: [replace('dynamodb.tf', 'enabled = var.recovery\n  }', 'enabled = false\n  }')],
    at: { file: 'dynamodb.tf', text: 'enabled = false' },
    hidden: [replace('dynamodb.tf', 'enabled = var.recovery\n  }', 'enabled = var.hidden\n  }')],
  },
  {
    check: 's3-versioning',
    resource: 'module.data.aws_s3_bucket.this',
    off: [
      replace(
        'modules/bucket/main.tf',
        'versioning_configuration {\n    status = "Enabled"',
        // The bucket of the audit trail has to keep its versions for another check.
        'versioning_configuration {\n    status = var.expires_days == null ? "Suspended" : "Enabled"',
      ),
    ],
    at: { file: 'modules/bucket/main.tf', text: '"Suspended"' },
    hidden: [
      replace(
        'modules/bucket/main.tf',
        'versioning_configuration {\n    status = "Enabled"',
        'versioning_configuration {\n    status = var.hidden',
      ),
    ],
  },
];
