import {
  capitalJson,
  enabled,
  META,
  object,
  objects,
  type Service,
  spelled,
  TAGS,
  withDefault,
} from '../row.ts';

const STRATEGY = spelled('base', 'capacity_provider', 'weight');

/** Maps of a container definition whose names are the user's own. */
const FREE_FORM = ['dockerLabels', 'options'] as const;

export const ecs: Service = {
  types: [
    {
      from: 'aws_ecs_cluster',
      to: 'AWS::ECS::Cluster',
      properties: {
        name: 'ClusterName',
        tags: TAGS,
        configuration: object('Configuration', {
          execute_command_configuration: object('ExecuteCommandConfiguration', {
            ...spelled('kms_key_id', 'logging'),
            log_configuration: object('LogConfiguration', {
              ...spelled('cloud_watch_encryption_enabled', 'cloud_watch_log_group_name'),
              s3_bucket_encryption_enabled: 'S3EncryptionEnabled',
              s3_bucket_name: 'S3BucketName',
              s3_key_prefix: 'S3KeyPrefix',
            }),
          }),
          managed_storage_configuration: object(
            'ManagedStorageConfiguration',
            spelled('fargate_ephemeral_storage_kms_key_id', 'kms_key_id'),
          ),
        }),
        service_connect_defaults: object('ServiceConnectDefaults', spelled('namespace')),
        setting: objects('ClusterSettings', spelled('name', 'value')),
      },
    },
    {
      from: 'aws_ecs_service',
      to: 'AWS::ECS::Service',
      properties: {
        ...spelled(
          'availability_zone_rebalancing',
          'cluster',
          'enable_execute_command',
          'health_check_grace_period_seconds',
          'launch_type',
          'platform_version',
          'propagate_tags',
          'scheduling_strategy',
          'task_definition',
        ),
        desired_count: withDefault('DesiredCount', 0),
        deployment_maximum_percent: 'DeploymentConfiguration.MaximumPercent',
        deployment_minimum_healthy_percent: 'DeploymentConfiguration.MinimumHealthyPercent',
        enable_ecs_managed_tags: 'EnableECSManagedTags',
        force_delete: META,
        force_new_deployment: META,
        iam_role: 'Role',
        name: 'ServiceName',
        triggers: META,
        wait_for_steady_state: META,
        tags: TAGS,
        alarms: object('DeploymentConfiguration.Alarms', spelled('alarm_names', 'enable', 'rollback')),
        capacity_provider_strategy: objects('CapacityProviderStrategy', STRATEGY),
        deployment_circuit_breaker: object(
          'DeploymentConfiguration.DeploymentCircuitBreaker',
          spelled('enable', 'rollback'),
        ),
        deployment_controller: object('DeploymentController', spelled('type')),
        load_balancer: objects('LoadBalancers', {
          ...spelled('container_name', 'container_port', 'target_group_arn'),
          elb_name: 'LoadBalancerName',
        }),
        network_configuration: object('NetworkConfiguration.AwsvpcConfiguration', {
          assign_public_ip: enabled('AssignPublicIp', 'ENABLED', 'DISABLED'),
          ...spelled('security_groups', 'subnets'),
        }),
        ordered_placement_strategy: objects('PlacementStrategies', spelled('field', 'type')),
        placement_constraints: objects('PlacementConstraints', spelled('expression', 'type')),
        service_connect_configuration: object('ServiceConnectConfiguration', {
          ...spelled('enabled', 'namespace'),
          log_configuration: META,
          service: META,
        }),
        service_registries: objects(
          'ServiceRegistries',
          spelled('container_name', 'container_port', 'port', 'registry_arn'),
        ),
        volume_configuration: META,
        vpc_lattice_configurations: objects(
          'VpcLatticeConfigurations',
          spelled('port_name', 'role_arn', 'target_group_arn'),
        ),
      },
    },
    {
      from: 'aws_ecs_task_definition',
      to: 'AWS::ECS::TaskDefinition',
      properties: {
        ...spelled(
          'cpu',
          'enable_fault_injection',
          'execution_role_arn',
          'family',
          'ipc_mode',
          'memory',
          'network_mode',
          'pid_mode',
          'requires_compatibilities',
          'task_role_arn',
        ),
        container_definitions: capitalJson('ContainerDefinitions', FREE_FORM),
        skip_destroy: META,
        track_latest: META,
        tags: TAGS,
        ephemeral_storage: object('EphemeralStorage', { size_in_gib: 'SizeInGiB' }),
        inference_accelerator: META,
        placement_constraints: objects('PlacementConstraints', spelled('expression', 'type')),
        proxy_configuration: META,
        runtime_platform: object('RuntimePlatform', spelled('cpu_architecture', 'operating_system_family')),
        volume: objects('Volumes', {
          name: 'Name',
          host_path: 'Host.SourcePath',
          configure_at_launch: 'ConfiguredAtLaunch',
          docker_volume_configuration: META,
          efs_volume_configuration: object('EFSVolumeConfiguration', {
            file_system_id: 'FilesystemId',
            ...spelled('root_directory', 'transit_encryption', 'transit_encryption_port'),
            authorization_config: object('AuthorizationConfig', {
              access_point_id: 'AccessPointId',
              iam: 'IAM',
            }),
          }),
          fsx_windows_file_server_volume_configuration: META,
        }),
      },
    },
  ],
  joins: [
    {
      from: 'aws_ecs_cluster_capacity_providers',
      into: [{ type: 'AWS::ECS::Cluster', by: 'cluster_name' }],
      set: {
        capacity_providers: 'CapacityProviders',
        default_capacity_provider_strategy: objects('DefaultCapacityProviderStrategy', STRATEGY),
      },
    },
  ],
};
