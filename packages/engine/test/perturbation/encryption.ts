import { oneLine } from './one-line.ts';
import { type Perturbation, replace } from './perturbation.ts';

export const ENCRYPTION: readonly Perturbation[] = [
  oneLine({
    check: 'efs-encryption-at-rest',
    resource: 'aws_efs_file_system.files',
    code: 'resource "aws_efs_file_system" "files" {\n  encrypted = true\n}\n',
    on: 'encrypted = true',
    off: 'encrypted = false',
    hidden: 'encrypted = var.hidden',
  }),
  oneLine({
    check: 'ebs-encryption-at-rest',
    resource: 'aws_ebs_volume.disk',
    code: 'resource "aws_ebs_volume" "disk" {\n  availability_zone = "us-east-1a"\n  size              = 10\n  encrypted         = true\n}\n',
    on: 'encrypted         = true',
    off: 'encrypted         = false',
    hidden: 'encrypted         = var.hidden',
  }),
  oneLine({
    check: 'host-volumes-encrypted',
    resource: 'aws_launch_template.host',
    code: 'resource "aws_launch_template" "host" {\n  image_id = "ami-1"\n\n  block_device_mappings {\n    device_name = "/dev/xvda"\n\n    ebs {\n      encrypted = true\n    }\n  }\n}\n',
    on: 'encrypted = true',
    off: 'encrypted = false',
    hidden: 'encrypted = var.hidden',
  }),
  {
    check: 'sns-encryption-at-rest',
    resource: 'aws_sns_topic.alerts',
    off: [
      replace('alerts.tf', 'kms_master_key_id = aws_kms_key.operations.arn\n}', 'kms_master_key_id = ""\n}'),
    ],
    at: { file: 'alerts.tf', text: 'kms_master_key_id = ""' },
    hidden: [
      replace(
        'alerts.tf',
        'kms_master_key_id = aws_kms_key.operations.arn\n}',
        'kms_master_key_id = var.hidden\n}',
      ),
    ],
  },
  oneLine({
    check: 'kinesis-encryption-at-rest',
    resource: 'aws_kinesis_stream.events',
    code: 'resource "aws_kinesis_stream" "events" {\n  name            = "events"\n  encryption_type = "KMS"\n  kms_key_id      = "alias/aws/kinesis"\n}\n',
    on: 'encryption_type = "KMS"',
    off: 'encryption_type = "NONE"',
    hidden: 'encryption_type = var.hidden',
  }),
  oneLine({
    check: 'elasticache-encryption-at-rest',
    resource: 'aws_elasticache_replication_group.cache',
    code: cache('at_rest_encryption_enabled = true'),
    on: 'at_rest_encryption_enabled = true',
    off: 'at_rest_encryption_enabled = false',
    hidden: 'at_rest_encryption_enabled = var.hidden',
  }),
  oneLine({
    check: 'elasticache-encryption-in-transit',
    resource: 'aws_elasticache_replication_group.cache',
    code: cache('transit_encryption_enabled = true'),
    on: 'transit_encryption_enabled = true',
    off: 'transit_encryption_enabled = false',
    hidden: 'transit_encryption_enabled = var.hidden',
  }),
  oneLine({
    check: 'database-proxy-requires-tls',
    resource: 'aws_db_proxy.proxy',
    code: 'resource "aws_db_proxy" "proxy" {\n  name          = "proxy"\n  engine_family = "POSTGRESQL"\n  role_arn      = "arn:aws:iam::111111111111:role/proxy"\n  require_tls   = true\n}\n',
    on: 'require_tls   = true',
    off: 'require_tls   = false',
    hidden: 'require_tls   = var.hidden',
  }),
  oneLine({
    check: 'ecs-volume-encryption-in-transit',
    resource: 'aws_ecs_task_definition.task',
    code: 'resource "aws_ecs_task_definition" "task" {\n  family                = "task"\n  container_definitions = "[]"\n\n  volume {\n    name = "files"\n\n    efs_volume_configuration {\n      file_system_id     = "fs-1"\n      transit_encryption = "ENABLED"\n    }\n  }\n}\n',
    on: 'transit_encryption = "ENABLED"',
    off: 'transit_encryption = "DISABLED"',
    hidden: 'transit_encryption = var.hidden',
  }),
  oneLine({
    check: 'encryption-keys-enabled',
    resource: 'aws_cloudwatch_log_group.kept',
    code: 'resource "aws_kms_key" "logs" {\n  is_enabled          = true\n  enable_key_rotation = true\n}\n\nresource "aws_cloudwatch_log_group" "kept" {\n  retention_in_days = 30\n  kms_key_id        = aws_kms_key.logs.arn\n}\n',
    on: 'is_enabled          = true',
    off: 'is_enabled          = false',
    hidden: 'is_enabled          = var.hidden',
  }),
  oneLine({
    check: 'encryption-keys-rotate',
    resource: 'aws_kms_key.data',
    code: 'resource "aws_kms_key" "data" {\n  enable_key_rotation = true\n}\n',
    on: 'enable_key_rotation = true',
    off: 'enable_key_rotation = false',
  }),
  oneLine({
    check: 'api-cache-encrypted',
    resource: 'aws_api_gateway_stage.cached',
    code: 'resource "aws_api_gateway_stage" "cached" {\n  rest_api_id           = "api"\n  deployment_id         = "one"\n  stage_name            = "cached"\n  cache_cluster_enabled = true\n}\n\nresource "aws_api_gateway_method_settings" "cached" {\n  rest_api_id = "api"\n  stage_name  = aws_api_gateway_stage.cached.stage_name\n  method_path = "*/*"\n\n  settings {\n    caching_enabled      = true\n    cache_data_encrypted = true\n  }\n}\n',
    on: 'cache_data_encrypted = true',
    off: 'cache_data_encrypted = false',
    hidden: 'cache_data_encrypted = var.hidden',
  }),
];

function cache(line: string): string {
  return `resource "aws_elasticache_replication_group" "cache" {\n  replication_group_id = "cache"\n  description          = "sessions"\n  ${line}\n}\n`;
}
