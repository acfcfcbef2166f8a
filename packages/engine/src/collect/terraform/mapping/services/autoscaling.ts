import { META, object, objects, type Service, type Shape, spelled, withDefault } from '../row.ts';

const STEP = objects(
  'StepAdjustments',
  spelled('metric_interval_lower_bound', 'metric_interval_upper_bound', 'scaling_adjustment'),
);

const PREDEFINED = object(
  'PredefinedMetricSpecification',
  spelled('predefined_metric_type', 'resource_label'),
);

const METRIC: Shape = spelled('metric_name', 'namespace', 'statistic', 'unit');

const LAUNCH_TEMPLATE: Shape = { id: 'LaunchTemplateId', name: 'LaunchTemplateName', version: 'Version' };

export const autoscaling: Service = {
  types: [
    {
      from: 'aws_autoscaling_group',
      to: 'AWS::AutoScaling::AutoScalingGroup',
      properties: {
        ...spelled(
          'availability_zones',
          'capacity_rebalance',
          'context',
          'default_instance_warmup',
          'desired_capacity',
          'desired_capacity_type',
          'health_check_grace_period',
          'health_check_type',
          'max_instance_lifetime',
          'max_size',
          'min_size',
          'placement_group',
          'termination_policies',
        ),
        default_cooldown: 'Cooldown',
        enabled_metrics: META,
        metrics_granularity: META,
        force_delete: META,
        force_delete_warm_pool: META,
        ignore_failed_scaling_activities: META,
        launch_configuration: 'LaunchConfigurationName',
        load_balancers: 'LoadBalancerNames',
        min_elb_capacity: META,
        name: 'AutoScalingGroupName',
        name_prefix: META,
        protect_from_scale_in: 'NewInstancesProtectedFromScaleIn',
        service_linked_role_arn: 'ServiceLinkedRoleARN',
        suspended_processes: META,
        target_group_arns: 'TargetGroupARNs',
        vpc_zone_identifier: 'VPCZoneIdentifier',
        wait_for_capacity_timeout: META,
        wait_for_elb_capacity: META,
        availability_zone_distribution: object(
          'AvailabilityZoneDistribution',
          spelled('capacity_distribution_strategy'),
        ),
        capacity_reservation_specification: META,
        initial_lifecycle_hook: META,
        instance_maintenance_policy: object(
          'InstanceMaintenancePolicy',
          spelled('max_healthy_percentage', 'min_healthy_percentage'),
        ),
        instance_refresh: META,
        launch_template: object('LaunchTemplate', LAUNCH_TEMPLATE),
        mixed_instances_policy: object('MixedInstancesPolicy', {
          instances_distribution: object(
            'InstancesDistribution',
            spelled(
              'on_demand_allocation_strategy',
              'on_demand_base_capacity',
              'on_demand_percentage_above_base_capacity',
              'spot_allocation_strategy',
              'spot_instance_pools',
              'spot_max_price',
            ),
          ),
          launch_template: object('LaunchTemplate', {
            launch_template_specification: object(
              'LaunchTemplateSpecification',
              spelled('launch_template_id', 'launch_template_name', 'version'),
            ),
            override: META,
          }),
        }),
        tag: objects('Tags', spelled('key', 'propagate_at_launch', 'value')),
        traffic_source: objects('TrafficSources', spelled('identifier', 'type')),
        warm_pool: META,
      },
    },
    {
      from: 'aws_autoscaling_policy',
      to: 'AWS::AutoScaling::ScalingPolicy',
      properties: {
        ...spelled(
          'adjustment_type',
          'cooldown',
          'estimated_instance_warmup',
          'metric_aggregation_type',
          'min_adjustment_magnitude',
          'scaling_adjustment',
        ),
        autoscaling_group_name: 'AutoScalingGroupName',
        enabled: META,
        name: 'PolicyName',
        policy_type: withDefault('PolicyType', 'SimpleScaling'),
        predictive_scaling_configuration: META,
        step_adjustment: STEP,
        target_tracking_configuration: object('TargetTrackingConfiguration', {
          ...spelled('disable_scale_in', 'target_value'),
          customized_metric_specification: object('CustomizedMetricSpecification', {
            ...METRIC,
            period: 'Period',
            metric_dimension: objects('Dimensions', spelled('name', 'value')),
            metrics: META,
          }),
          predefined_metric_specification: PREDEFINED,
        }),
      },
    },
    {
      from: 'aws_appautoscaling_target',
      to: 'AWS::ApplicationAutoScaling::ScalableTarget',
      properties: {
        ...spelled('max_capacity', 'min_capacity', 'resource_id', 'scalable_dimension', 'service_namespace'),
        role_arn: 'RoleARN',
        tags: META,
        suspended_state: object(
          'SuspendedState',
          spelled(
            'dynamic_scaling_in_suspended',
            'dynamic_scaling_out_suspended',
            'scheduled_scaling_suspended',
          ),
        ),
      },
    },
    {
      from: 'aws_appautoscaling_policy',
      to: 'AWS::ApplicationAutoScaling::ScalingPolicy',
      properties: {
        ...spelled('resource_id', 'scalable_dimension', 'service_namespace'),
        name: 'PolicyName',
        policy_type: withDefault('PolicyType', 'StepScaling'),
        step_scaling_policy_configuration: object('StepScalingPolicyConfiguration', {
          ...spelled('adjustment_type', 'cooldown', 'metric_aggregation_type', 'min_adjustment_magnitude'),
          step_adjustment: STEP,
        }),
        target_tracking_scaling_policy_configuration: object('TargetTrackingScalingPolicyConfiguration', {
          ...spelled('disable_scale_in', 'scale_in_cooldown', 'scale_out_cooldown', 'target_value'),
          customized_metric_specification: object('CustomizedMetricSpecification', {
            ...METRIC,
            dimensions: objects('Dimensions', spelled('name', 'value')),
            metrics: META,
          }),
          predefined_metric_specification: PREDEFINED,
        }),
      },
    },
  ],
};
