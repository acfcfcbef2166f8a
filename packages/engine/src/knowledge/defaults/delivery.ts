import { cloudFormation, nothing, onlyWhenTrue, type Rows, row } from './rows.ts';

const GROUP = cloudFormation('AWS::CodeDeploy::DeploymentGroup');
const DOCUMENTS = cloudFormation('AWS::DocDB::DBCluster');
const GRAPHS = cloudFormation('AWS::Neptune::DBCluster');

/** Pipelines and deployments, and platforms that bring their own logs and backups. */
export const delivery: Readonly<Record<string, Rows>> = {
  'AWS::CodePipeline::Pipeline': nothing(
    cloudFormation('AWS::CodePipeline::Pipeline'),
    'ArtifactStore',
    'ArtifactStores',
  ),
  'AWS::CodeDeploy::DeploymentGroup': {
    ...nothing(
      GROUP,
      'AlarmConfiguration',
      'AlarmConfiguration.Alarms',
      'AutoRollbackConfiguration',
      'AutoRollbackConfiguration.Events',
    ),
    // Enabled of both has no row: no page says what holds where the rest is written.
    // DeploymentConfigName has no row: its default depends on the platform.
  },
  'AWS::DocDB::DBCluster': {
    ...nothing(
      DOCUMENTS,
      'EnableCloudwatchLogsExports',
      'Tags',
      'SnapshotIdentifier',
      'SourceDBClusterIdentifier',
      'GlobalClusterIdentifier',
    ),
    // Of a cluster that is made from nothing: one made from another takes over its encryption.
    StorageEncrypted: row(
      false,
      'DocumentDB Developer Guide, Encrypting data at rest',
      'disabled outside the console',
    ),
    ...onlyWhenTrue(DOCUMENTS, 'DeletionProtection'),
    BackupRetentionPeriod: row(1, DOCUMENTS, 'BackupRetentionPeriod defaults to 1'),
  },
  'AWS::Neptune::DBCluster': {
    // StorageEncrypted has no row: only the provider of Terraform documents a default.
    ...nothing(
      GRAPHS,
      'EnableCloudwatchLogsExports',
      'Tags',
      'SnapshotIdentifier',
      'SourceDBClusterIdentifier',
    ),
    ...onlyWhenTrue(GRAPHS, 'DeletionProtection'),
    BackupRetentionPeriod: row(1, GRAPHS, 'BackupRetentionPeriod defaults to 1'),
  },
  'AWS::EKS::Cluster': {
    ...nothing(cloudFormation('AWS::EKS::Cluster'), 'Tags'),
    'ResourcesVpcConfig.EndpointPublicAccess': row(
      true,
      'EKS API Reference, VpcConfigRequest',
      'endpointPublicAccess defaults to true',
    ),
    'ResourcesVpcConfig.PublicAccessCidrs': row(
      ['0.0.0.0/0'],
      'EKS API Reference, VpcConfigRequest',
      'publicAccessCidrs defaults to 0.0.0.0/0',
    ),
    'Logging.ClusterLogging.EnabledTypes': row(
      null,
      'Amazon EKS User Guide, Control plane logs',
      'not sent unless enabled',
    ),
  },
  'AWS::OpenSearchService::Domain': {
    ...nothing(
      cloudFormation('AWS::OpenSearchService::Domain'),
      'LogPublishingOptions',
      'Tags',
      'VPCOptions',
      'VPCOptions.SubnetIds',
    ),
    ...onlyWhenTrue(
      cloudFormation('AWS::OpenSearchService::Domain'),
      'EncryptionAtRestOptions.Enabled',
      'NodeToNodeEncryptionOptions.Enabled',
      'DomainEndpointOptions.EnforceHTTPS',
    ),
  },
  'AWS::Organizations::Policy': nothing(cloudFormation('AWS::Organizations::Policy'), 'TargetIds'),
};
