import { META, object, objects, type Service, type Shape, spelled, TAGS, wrapped } from '../row.ts';

const EBS: Shape = spelled(
  'delete_on_termination',
  'encrypted',
  'iops',
  'kms_key_id',
  'snapshot_id',
  'volume_size',
  'volume_type',
);

const INSTANCE_EBS: Shape = {
  ...Object.fromEntries(Object.entries(EBS).map(([name, to]) => [name, `Ebs.${String(to)}`])),
  throughput: META,
  tags: META,
};

const { snapshot_id: _, ...ROOT_EBS } = INSTANCE_EBS;

/** The volumes of a launch configuration, which knows no key. */
const { kms_key_id: __, tags: ___, ...LAUNCH_EBS } = ROOT_EBS;

const METADATA = object(
  'MetadataOptions',
  spelled(
    'http_endpoint',
    'http_protocol_ipv6',
    'http_put_response_hop_limit',
    'http_tokens',
    'instance_metadata_tags',
  ),
);

const LAUNCH_TEMPLATE = object('LaunchTemplate', {
  id: 'LaunchTemplateId',
  name: 'LaunchTemplateName',
  version: 'Version',
});

const DATA = 'LaunchTemplateData';

export const ec2: Service = {
  types: [
    {
      from: 'aws_instance',
      to: 'AWS::EC2::Instance',
      properties: {
        ...spelled(
          'availability_zone',
          'disable_api_termination',
          'ebs_optimized',
          'host_id',
          'host_resource_group_arn',
          'iam_instance_profile',
          'instance_initiated_shutdown_behavior',
          'instance_type',
          'ipv6_address_count',
          'key_name',
          'monitoring',
          'security_groups',
          'source_dest_check',
          'subnet_id',
          'tenancy',
          'user_data',
        ),
        ami: 'ImageId',
        associate_public_ip_address: wrapped('NetworkInterfaces', 'AssociatePublicIpAddress'),
        cpu_core_count: META,
        cpu_threads_per_core: META,
        disable_api_stop: META,
        enable_primary_ipv6: META,
        get_password_data: META,
        hibernation: META,
        ipv6_addresses: META,
        placement_group: 'PlacementGroupName',
        placement_partition_number: META,
        private_ip: 'PrivateIpAddress',
        secondary_private_ips: META,
        user_data_base64: 'UserData',
        user_data_replace_on_change: META,
        volume_tags: META,
        vpc_security_group_ids: 'SecurityGroupIds',
        tags: TAGS,
        capacity_reservation_specification: META,
        cpu_options: object('CpuOptions', {
          core_count: 'CoreCount',
          threads_per_core: 'ThreadsPerCore',
          amd_sev_snp: META,
        }),
        credit_specification: object('CreditSpecification', { cpu_credits: 'CPUCredits' }),
        root_block_device: objects('BlockDeviceMappings', ROOT_EBS),
        ebs_block_device: objects('BlockDeviceMappings', { device_name: 'DeviceName', ...INSTANCE_EBS }),
        enclave_options: object('EnclaveOptions', spelled('enabled')),
        ephemeral_block_device: META,
        instance_market_options: META,
        launch_template: LAUNCH_TEMPLATE,
        maintenance_options: META,
        metadata_options: METADATA,
        network_interface: META,
        private_dns_name_options: META,
      },
    },
    {
      from: 'aws_launch_configuration',
      to: 'AWS::AutoScaling::LaunchConfiguration',
      properties: {
        ...spelled(
          'associate_public_ip_address',
          'ebs_optimized',
          'iam_instance_profile',
          'image_id',
          'instance_type',
          'key_name',
          'placement_tenancy',
          'security_groups',
          'spot_price',
          'user_data',
        ),
        name: 'LaunchConfigurationName',
        name_prefix: META,
        enable_monitoring: 'InstanceMonitoring',
        user_data_base64: 'UserData',
        root_block_device: objects('BlockDeviceMappings', LAUNCH_EBS),
        ebs_block_device: objects('BlockDeviceMappings', {
          ...spelled('device_name', 'no_device'),
          snapshot_id: 'Ebs.SnapshotId',
          ...LAUNCH_EBS,
        }),
        ephemeral_block_device: META,
        metadata_options: object(
          'MetadataOptions',
          spelled('http_endpoint', 'http_put_response_hop_limit', 'http_tokens'),
        ),
      },
    },
    {
      from: 'aws_launch_template',
      to: 'AWS::EC2::LaunchTemplate',
      properties: {
        name: 'LaunchTemplateName',
        name_prefix: META,
        description: META,
        default_version: META,
        update_default_version: META,
        tags: META,
        ...Object.fromEntries(
          Object.entries(
            spelled(
              'disable_api_stop',
              'disable_api_termination',
              'ebs_optimized',
              'image_id',
              'instance_initiated_shutdown_behavior',
              'instance_type',
              'kernel_id',
              'key_name',
              'user_data',
            ),
          ).map(([name, to]) => [name, `${DATA}.${String(to)}`]),
        ),
        ram_disk_id: `${DATA}.RamDiskId`,
        security_group_names: `${DATA}.SecurityGroups`,
        vpc_security_group_ids: `${DATA}.SecurityGroupIds`,
        block_device_mappings: objects(`${DATA}.BlockDeviceMappings`, {
          ...spelled('device_name', 'no_device', 'virtual_name'),
          ebs: object('Ebs', { ...EBS, ...spelled('throughput', 'volume_initialization_rate') }),
        }),
        iam_instance_profile: object(`${DATA}.IamInstanceProfile`, spelled('arn', 'name')),
        metadata_options: { ...METADATA, to: `${DATA}.MetadataOptions` },
        monitoring: object(`${DATA}.Monitoring`, spelled('enabled')),
        network_interfaces: objects(`${DATA}.NetworkInterfaces`, {
          ...spelled(
            'associate_carrier_ip_address',
            'associate_public_ip_address',
            'delete_on_termination',
            'description',
            'device_index',
            'interface_type',
            'network_card_index',
            'network_interface_id',
            'private_ip_address',
            'subnet_id',
          ),
          security_groups: 'Groups',
          ipv4_address_count: META,
          ipv4_addresses: META,
          ipv4_prefix_count: META,
          ipv4_prefixes: META,
          ipv6_address_count: META,
          ipv6_addresses: META,
          ipv6_prefix_count: META,
          ipv6_prefixes: META,
          primary_ipv6: META,
          connection_tracking_specification: META,
          ena_srd_specification: META,
        }),
      },
    },
    {
      from: 'aws_ebs_volume',
      to: 'AWS::EC2::Volume',
      properties: {
        ...spelled(
          'availability_zone',
          'encrypted',
          'iops',
          'kms_key_id',
          'multi_attach_enabled',
          'outpost_arn',
          'size',
          'snapshot_id',
          'throughput',
        ),
        type: 'VolumeType',
        final_snapshot: META,
        tags: TAGS,
      },
    },
  ],
};
