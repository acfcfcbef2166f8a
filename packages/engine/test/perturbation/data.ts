import { DATABASE, DATABASE_ADDRESS, DATABASE_FILE } from './database.ts';
import { add, type Perturbation, replace } from './perturbation.ts';

export const DATA: readonly Perturbation[] = [
  {
    check: 'dynamodb-deletion-protection',
    resource: 'aws_dynamodb_table.state["locks"]',
    off: [
      replace(
        'dynamodb.tf',
        'deletion_protection_enabled = var.recovery',
        'deletion_protection_enabled = false',
      ),
    ],
    at: { file: 'dynamodb.tf', text: 'deletion_protection_enabled = false' },
    hidden: [
      replace(
        'dynamodb.tf',
        'deletion_protection_enabled = var.recovery',
        'deletion_protection_enabled = var.hidden',
      ),
    ],
  },
  {
    check: 'rds-deletion-protection',
    given: [add(DATABASE_FILE, DATABASE)],
    resource: DATABASE_ADDRESS,
    off: [
      replace(DATABASE_FILE, 'deletion_protection         = true', 'deletion_protection         = false'),
    ],
    at: { file: DATABASE_FILE, text: 'deletion_protection         = false' },
    hidden: [
      replace(
        DATABASE_FILE,
        'deletion_protection         = true',
        'deletion_protection         = var.hidden',
      ),
    ],
  },
];
