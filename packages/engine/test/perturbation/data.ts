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
    check: 'document-database-deletion-protection',
    given: [
      add(
        'documents.tf',
        `resource "aws_docdb_cluster" "documents" {
  cluster_identifier  = "documents"
  deletion_protection = true
}
`,
      ),
    ],
    resource: 'aws_docdb_cluster.documents',
    off: [replace('documents.tf', 'deletion_protection = true', 'deletion_protection = false')],
    at: { file: 'documents.tf', text: 'deletion_protection = false' },
    hidden: [replace('documents.tf', 'deletion_protection = true', 'deletion_protection = var.hidden')],
  },
  {
    check: 'stored-data-kept',
    given: [
      add(
        'files.tf',
        `resource "aws_efs_file_system" "files" {
  encrypted = true

  lifecycle {
    prevent_destroy = true
  }
}
`,
      ),
    ],
    resource: 'aws_efs_file_system.files',
    off: [replace('files.tf', 'prevent_destroy = true', 'prevent_destroy = false')],
    at: { file: 'files.tf', text: 'prevent_destroy = false' },
    hidden: [replace('files.tf', 'prevent_destroy = true', 'prevent_destroy = var.hidden')],
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
