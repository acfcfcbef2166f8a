import { json, keyed, META, object, type Service, spelled, TAGS } from '../row.ts';

export const opensearch: Service = {
  types: [
    {
      from: 'aws_opensearch_domain',
      to: 'AWS::OpenSearchService::Domain',
      properties: {
        access_policies: json('AccessPolicies'),
        advanced_options: 'AdvancedOptions',
        domain_name: 'DomainName',
        engine_version: 'EngineVersion',
        ip_address_type: 'IPAddressType',
        tags: TAGS,
        advanced_security_options: object('AdvancedSecurityOptions', {
          ...spelled('anonymous_auth_enabled', 'enabled', 'internal_user_database_enabled'),
          master_user_options: object('MasterUserOptions', {
            master_user_arn: 'MasterUserARN',
            ...spelled('master_user_name', 'master_user_password'),
          }),
        }),
        auto_tune_options: META,
        cluster_config: object('ClusterConfig', {
          ...spelled(
            'dedicated_master_count',
            'dedicated_master_enabled',
            'dedicated_master_type',
            'instance_count',
            'instance_type',
            'warm_count',
            'warm_enabled',
            'warm_type',
            'zone_awareness_enabled',
          ),
          multi_az_with_standby_enabled: 'MultiAZWithStandbyEnabled',
          cold_storage_options: object('ColdStorageOptions', spelled('enabled')),
          node_options: META,
          zone_awareness_config: object('ZoneAwarenessConfig', spelled('availability_zone_count')),
        }),
        cognito_options: object(
          'CognitoOptions',
          spelled('enabled', 'identity_pool_id', 'role_arn', 'user_pool_id'),
        ),
        domain_endpoint_options: object('DomainEndpointOptions', {
          ...spelled('custom_endpoint', 'custom_endpoint_certificate_arn', 'custom_endpoint_enabled'),
          enforce_https: 'EnforceHTTPS',
          tls_security_policy: 'TLSSecurityPolicy',
        }),
        ebs_options: object('EBSOptions', {
          ebs_enabled: 'EBSEnabled',
          ...spelled('iops', 'throughput', 'volume_size', 'volume_type'),
        }),
        encrypt_at_rest: object('EncryptionAtRestOptions', spelled('enabled', 'kms_key_id')),
        log_publishing_options: keyed('LogPublishingOptions', 'log_type', {
          cloudwatch_log_group_arn: 'CloudWatchLogsLogGroupArn',
          enabled: { to: 'Enabled', default: true },
        }),
        node_to_node_encryption: object('NodeToNodeEncryptionOptions', spelled('enabled')),
        off_peak_window_options: META,
        snapshot_options: object('SnapshotOptions', spelled('automated_snapshot_start_hour')),
        software_update_options: object('SoftwareUpdateOptions', spelled('auto_software_update_enabled')),
        vpc_options: object('VPCOptions', spelled('security_group_ids', 'subnet_ids')),
      },
    },
  ],
};
