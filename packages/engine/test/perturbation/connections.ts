import { oneLine } from './one-line.ts';
import type { Perturbation } from './perturbation.ts';

/** How callers and clients connect, and who may. */
export const CONNECTIONS: readonly Perturbation[] = [
  oneLine({
    check: 'load-balancer-drops-invalid-headers',
    resource: 'aws_lb.inside',
    code: 'resource "aws_lb" "inside" {\n  internal                   = true\n  drop_invalid_header_fields = true\n}\n',
    on: 'drop_invalid_header_fields = true',
    off: 'drop_invalid_header_fields = false',
  }),
  oneLine({
    check: 'database-requires-tls',
    resource: 'aws_db_instance.data',
    code: 'resource "aws_db_parameter_group" "data" {\n  family = "postgres16"\n\n  parameter {\n    name  = "rds.force_ssl"\n    value = "1"\n  }\n}\n\nresource "aws_db_instance" "data" {\n  engine               = "postgres"\n  engine_version       = "16.6"\n  instance_class       = "db.t4g.medium"\n  parameter_group_name = aws_db_parameter_group.data.name\n}\n',
    on: 'value = "1"',
    off: 'value = "0"',
  }),
  oneLine({
    check: 'data-services-not-public',
    resource: 'aws_dms_replication_instance.move',
    code: 'resource "aws_dms_replication_instance" "move" {\n  replication_instance_id    = "move"\n  replication_instance_class = "dms.t3.medium"\n  publicly_accessible        = false\n}\n',
    on: 'publicly_accessible        = false',
    off: 'publicly_accessible        = true',
  }),
  oneLine({
    check: 'images-and-snapshots-not-public',
    resource: 'aws_db_snapshot.before',
    code: 'resource "aws_db_snapshot" "before" {\n  db_instance_identifier = "orders"\n  db_snapshot_identifier = "before"\n  shared_accounts        = ["111111111111"]\n}\n',
    on: 'shared_accounts        = ["111111111111"]',
    off: 'shared_accounts        = ["all"]',
    hidden: 'shared_accounts        = [var.hidden]',
  }),
  oneLine({
    check: 'no-secrets-in-state',
    resource: 'aws_db_instance.data',
    code: 'resource "random_password" "data" {\n  length = 32\n}\n\nresource "aws_db_instance" "data" {\n  engine                      = "postgres"\n  instance_class              = "db.t4g.medium"\n  manage_master_user_password = true\n}\n',
    on: 'manage_master_user_password = true',
    off: 'password                    = random_password.data.result',
    hidden: 'password                    = var.hidden',
  }),
];
