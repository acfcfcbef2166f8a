import { META, object, objects, type Service, spelled, TAGS, withDefault } from '../row.ts';

/** Brokers of messages: Amazon MQ, MSK. */
export const brokers: Service = {
  types: [
    {
      from: 'aws_mq_broker',
      to: 'AWS::AmazonMQ::Broker',
      properties: {
        ...spelled(
          'authentication_strategy',
          'auto_minor_version_upgrade',
          'broker_name',
          'data_replication_mode',
          'data_replication_primary_broker_arn',
          'deployment_mode',
          'engine_type',
          'engine_version',
          'host_instance_type',
          'security_groups',
          'storage_type',
          'subnet_ids',
        ),
        apply_immediately: META,
        publicly_accessible: withDefault('PubliclyAccessible', false),
        tags: TAGS,
        configuration: object('Configuration', spelled('id', 'revision')),
        encryption_options: object('EncryptionOptions', {
          kms_key_id: 'KmsKeyId',
          use_aws_owned_key: 'UseAwsOwnedKey',
        }),
        ldap_server_metadata: META,
        logs: object('Logs', spelled('audit', 'general')),
        maintenance_window_start_time: object(
          'MaintenanceWindowStartTime',
          spelled('day_of_week', 'time_of_day', 'time_zone'),
        ),
        user: objects(
          'Users',
          spelled('console_access', 'groups', 'password', 'replication_user', 'username'),
        ),
      },
    },
    {
      from: 'aws_msk_cluster',
      to: 'AWS::MSK::Cluster',
      properties: {
        ...spelled(
          'cluster_name',
          'enhanced_monitoring',
          'kafka_version',
          'number_of_broker_nodes',
          'storage_mode',
        ),
        tags: 'Tags',
        broker_node_group_info: object('BrokerNodeGroupInfo', {
          az_distribution: 'BrokerAZDistribution',
          ...spelled('client_subnets', 'instance_type', 'security_groups'),
          connectivity_info: object('ConnectivityInfo', {
            public_access: object('PublicAccess', spelled('type')),
            vpc_connectivity: META,
          }),
          storage_info: META,
        }),
        client_authentication: object('ClientAuthentication', {
          unauthenticated: 'Unauthenticated.Enabled',
          sasl: object('Sasl', { iam: 'Iam.Enabled', scram: 'Scram.Enabled' }),
          tls: object('Tls', { certificate_authority_arns: 'CertificateAuthorityArnList' }),
        }),
        configuration_info: object('ConfigurationInfo', spelled('arn', 'revision')),
        encryption_info: object('EncryptionInfo', {
          encryption_at_rest_kms_key_arn: 'EncryptionAtRest.DataVolumeKMSKeyId',
          encryption_in_transit: object('EncryptionInTransit', spelled('client_broker', 'in_cluster')),
        }),
        logging_info: META,
        open_monitoring: META,
      },
    },
  ],
};
