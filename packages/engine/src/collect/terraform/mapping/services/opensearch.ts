import { json, keyed, META, object, type Service, type Shape, spelled, TAGS, withDefault } from '../row.ts';

const SECURITY: Shape = {
  ...spelled('enabled', 'internal_user_database_enabled'),
  master_user_options: object('MasterUserOptions', {
    master_user_arn: 'MasterUserARN',
    ...spelled('master_user_name', 'master_user_password'),
  }),
};

const CLUSTER: Shape = {
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
  cold_storage_options: object('ColdStorageOptions', spelled('enabled')),
  zone_awareness_config: object('ZoneAwarenessConfig', spelled('availability_zone_count')),
};

/** What both names of the service know. */
const DOMAIN: Shape = {
  access_policies: json('AccessPolicies'),
  advanced_options: 'AdvancedOptions',
  domain_name: 'DomainName',
  tags: TAGS,
  auto_tune_options: META,
  cognito_options: object(
    'CognitoOptions',
    spelled('enabled', 'identity_pool_id', 'role_arn', 'user_pool_id'),
  ),
  domain_endpoint_options: object('DomainEndpointOptions', {
    ...spelled('custom_endpoint', 'custom_endpoint_certificate_arn', 'custom_endpoint_enabled'),
    enforce_https: withDefault('EnforceHTTPS', true),
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
  snapshot_options: object('SnapshotOptions', spelled('automated_snapshot_start_hour')),
  vpc_options: object('VPCOptions', spelled('security_group_ids', 'subnet_ids')),
};

export const opensearch: Service = {
  types: [
    {
      from: 'aws_opensearch_domain',
      to: 'AWS::OpenSearchService::Domain',
      properties: {
        ...DOMAIN,
        engine_version: 'EngineVersion',
        ip_address_type: 'IPAddressType',
        advanced_security_options: object('AdvancedSecurityOptions', {
          ...SECURITY,
          ...spelled('anonymous_auth_enabled'),
        }),
        cluster_config: object('ClusterConfig', {
          ...CLUSTER,
          multi_az_with_standby_enabled: 'MultiAZWithStandbyEnabled',
          node_options: META,
        }),
        off_peak_window_options: META,
        software_update_options: object('SoftwareUpdateOptions', spelled('auto_software_update_enabled')),
      },
    },
    {
      // What the service was called before: a domain of either name is one of it.
      from: 'aws_elasticsearch_domain',
      to: 'AWS::OpenSearchService::Domain',
      properties: {
        ...DOMAIN,
        // A version without the name of an engine is one of Elasticsearch.
        elasticsearch_version: withDefault('EngineVersion', '1.5'),
        advanced_security_options: object('AdvancedSecurityOptions', SECURITY),
        cluster_config: object('ClusterConfig', CLUSTER),
      },
    },
  ],
};
