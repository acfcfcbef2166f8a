import { META, object, type Service, type Shape, spelled, TAGS, withDefault, writeOnly } from '../row.ts';

const CLUSTER: Shape = {
  ...spelled(
    'availability_zones',
    'copy_tags_to_snapshot',
    'deletion_protection',
    'engine_version',
    'preferred_backup_window',
    'preferred_maintenance_window',
    'snapshot_identifier',
    'storage_type',
    'vpc_security_group_ids',
  ),
  allow_major_version_upgrade: META,
  apply_immediately: META,
  cluster_identifier: 'DBClusterIdentifier',
  cluster_identifier_prefix: META,
  engine: META,
  final_snapshot_identifier: META,
  port: 'Port',
  skip_final_snapshot: META,
  storage_encrypted: withDefault('StorageEncrypted', false),
  tags: TAGS,
};

const { copy_tags_to_snapshot: _, ...SHARED } = CLUSTER;

/** Databases of documents and of graphs. */
export const documentDatabases: Service = {
  types: [
    {
      from: 'aws_docdb_cluster',
      to: 'AWS::DocDB::DBCluster',
      properties: {
        ...SHARED,
        backup_retention_period: 'BackupRetentionPeriod',
        cluster_members: META,
        db_cluster_parameter_group_name: 'DBClusterParameterGroupName',
        db_subnet_group_name: 'DBSubnetGroupName',
        enabled_cloudwatch_logs_exports: 'EnableCloudwatchLogsExports',
        global_cluster_identifier: 'GlobalClusterIdentifier',
        kms_key_id: 'KmsKeyId',
        manage_master_user_password: 'ManageMasterUserPassword',
        master_password: 'MasterUserPassword',
        master_password_wo: writeOnly('MasterUserPassword'),
        master_password_wo_version: META,
        master_username: 'MasterUsername',
        restore_to_point_in_time: object('', {
          source_cluster_identifier: 'SourceDBClusterIdentifier',
          ...spelled('restore_to_time', 'restore_type', 'use_latest_restorable_time'),
        }),
      },
    },
    {
      from: 'aws_neptune_cluster',
      to: 'AWS::Neptune::DBCluster',
      properties: {
        ...CLUSTER,
        port: 'DBPort',
        storage_type: META,
        backup_retention_period: 'BackupRetentionPeriod',
        cluster_members: META,
        enable_cloudwatch_logs_exports: 'EnableCloudwatchLogsExports',
        global_cluster_identifier: META,
        iam_database_authentication_enabled: 'IamAuthEnabled',
        iam_roles: META,
        kms_key_arn: 'KmsKeyId',
        neptune_cluster_parameter_group_name: 'DBClusterParameterGroupName',
        neptune_instance_parameter_group_name: 'DBInstanceParameterGroupName',
        neptune_subnet_group_name: 'DBSubnetGroupName',
        replication_source_identifier: 'SourceDBClusterIdentifier',
        serverless_v2_scaling_configuration: META,
      },
    },
    {
      from: 'aws_neptune_cluster_instance',
      to: 'AWS::Neptune::DBInstance',
      properties: {
        ...spelled('auto_minor_version_upgrade', 'availability_zone', 'preferred_maintenance_window'),
        apply_immediately: META,
        cluster_identifier: 'DBClusterIdentifier',
        engine: META,
        engine_version: META,
        identifier: 'DBInstanceIdentifier',
        identifier_prefix: META,
        instance_class: 'DBInstanceClass',
        neptune_parameter_group_name: 'DBParameterGroupName',
        neptune_subnet_group_name: 'DBSubnetGroupName',
        port: META,
        preferred_backup_window: META,
        promotion_tier: META,
        publicly_accessible: withDefault('PubliclyAccessible', false),
        skip_final_snapshot: META,
        tags: TAGS,
      },
    },
  ],
};
