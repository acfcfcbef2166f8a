import { META, object, objects, type Service, spelled, TAGS, wrapped } from '../row.ts';

export const eks: Service = {
  types: [
    {
      from: 'aws_eks_cluster',
      to: 'AWS::EKS::Cluster',
      properties: {
        ...spelled('bootstrap_self_managed_addons', 'name', 'role_arn', 'version'),
        enabled_cluster_log_types: wrapped('Logging.ClusterLogging.EnabledTypes', 'Type'),
        force_update_version: META,
        tags: TAGS,
        access_config: object(
          'AccessConfig',
          spelled('authentication_mode', 'bootstrap_cluster_creator_admin_permissions'),
        ),
        compute_config: META,
        encryption_config: objects('EncryptionConfig', {
          resources: 'Resources',
          provider: object('Provider', spelled('key_arn')),
        }),
        kubernetes_network_config: META,
        outpost_config: META,
        remote_network_config: META,
        storage_config: META,
        upgrade_policy: object('UpgradePolicy', spelled('support_type')),
        vpc_config: object(
          'ResourcesVpcConfig',
          spelled(
            'endpoint_private_access',
            'endpoint_public_access',
            'public_access_cidrs',
            'security_group_ids',
            'subnet_ids',
          ),
        ),
        zonal_shift_config: META,
      },
    },
  ],
};
