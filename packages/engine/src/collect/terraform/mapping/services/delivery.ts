import { META, object, objects, type Service, spelled, TAGS, withDefault } from '../row.ts';

/** Pipelines and deployments. */
export const delivery: Service = {
  types: [
    {
      from: 'aws_codepipeline',
      to: 'AWS::CodePipeline::Pipeline',
      properties: {
        ...spelled('execution_mode', 'name', 'pipeline_type', 'role_arn'),
        tags: TAGS,
        artifact_store: objects('ArtifactStores', {
          region: 'Region',
          location: 'ArtifactStore.Location',
          type: 'ArtifactStore.Type',
          encryption_key: object('ArtifactStore.EncryptionKey', spelled('id', 'type')),
        }),
        stage: objects('Stages', {
          name: 'Name',
          action: objects('Actions', {
            category: 'ActionTypeId.Category',
            owner: 'ActionTypeId.Owner',
            provider: 'ActionTypeId.Provider',
            version: 'ActionTypeId.Version',
            ...spelled('configuration', 'name', 'namespace', 'region', 'role_arn', 'run_order'),
            input_artifacts: META,
            output_artifacts: META,
            timeout_in_minutes: 'TimeoutInMinutes',
          }),
          before_entry: META,
          on_failure: META,
          on_success: META,
        }),
        trigger: META,
        variable: META,
      },
    },
    {
      from: 'aws_codedeploy_app',
      to: 'AWS::CodeDeploy::Application',
      properties: { compute_platform: 'ComputePlatform', name: 'ApplicationName', tags: TAGS },
    },
    {
      from: 'aws_codedeploy_deployment_group',
      to: 'AWS::CodeDeploy::DeploymentGroup',
      properties: {
        app_name: 'ApplicationName',
        autoscaling_groups: 'AutoScalingGroups',
        ...spelled(
          'deployment_config_name',
          'deployment_group_name',
          'outdated_instances_strategy',
          'service_role_arn',
          'termination_hook_enabled',
        ),
        tags: TAGS,
        alarm_configuration: object('AlarmConfiguration', {
          alarms: META,
          enabled: withDefault('Enabled', false),
          ignore_poll_alarm_failure: 'IgnorePollAlarmFailure',
        }),
        auto_rollback_configuration: object('AutoRollbackConfiguration', {
          enabled: withDefault('Enabled', false),
          events: 'Events',
        }),
        blue_green_deployment_config: META,
        deployment_style: object('DeploymentStyle', spelled('deployment_option', 'deployment_type')),
        ec2_tag_filter: META,
        ec2_tag_set: META,
        ecs_service: objects('ECSServices', spelled('cluster_name', 'service_name')),
        load_balancer_info: META,
        on_premises_instance_tag_filter: META,
        trigger_configuration: META,
      },
    },
  ],
};
