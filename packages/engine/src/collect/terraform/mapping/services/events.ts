import {
  enabled,
  json,
  META,
  object,
  objects,
  pairs,
  type Service,
  type Shape,
  spelled,
  TAGS,
  withDefault,
} from '../row.ts';

const ECS: Shape = {
  ...spelled(
    'enable_execute_command',
    'group',
    'launch_type',
    'platform_version',
    'propagate_tags',
    'task_count',
    'task_definition_arn',
  ),
  enable_ecs_managed_tags: 'EnableECSManagedTags',
  capacity_provider_strategy: objects(
    'CapacityProviderStrategy',
    spelled('base', 'capacity_provider', 'weight'),
  ),
};

const network = (to: string) =>
  object(to, {
    assign_public_ip: enabled('AssignPublicIp', 'ENABLED', 'DISABLED'),
    security_groups: 'SecurityGroups',
    subnets: 'Subnets',
  });

const RETRY = object('RetryPolicy', spelled('maximum_event_age_in_seconds', 'maximum_retry_attempts'));
const DEAD_LETTER = object('DeadLetterConfig', spelled('arn'));

export const events: Service = {
  types: [
    {
      from: 'aws_cloudwatch_event_rule',
      to: 'AWS::Events::Rule',
      properties: {
        ...spelled('description', 'event_bus_name', 'name', 'role_arn', 'schedule_expression'),
        event_pattern: json('EventPattern'),
        is_enabled: enabled('State', 'ENABLED', 'DISABLED'),
        state: withDefault('State', 'ENABLED'),
        name_prefix: META,
        force_destroy: META,
        tags: TAGS,
      },
    },
    {
      from: 'aws_cloudwatch_event_bus',
      to: 'AWS::Events::EventBus',
      properties: {
        ...spelled('description', 'event_source_name', 'kms_key_identifier', 'name'),
        tags: TAGS,
        dead_letter_config: DEAD_LETTER,
      },
    },
    {
      from: 'aws_scheduler_schedule_group',
      to: 'AWS::Scheduler::ScheduleGroup',
      properties: { name: 'Name', name_prefix: META, tags: TAGS },
    },
    {
      from: 'aws_scheduler_schedule',
      to: 'AWS::Scheduler::Schedule',
      properties: {
        ...spelled(
          'description',
          'end_date',
          'group_name',
          'kms_key_arn',
          'name',
          'schedule_expression',
          'schedule_expression_timezone',
          'start_date',
        ),
        state: withDefault('State', 'ENABLED'),
        name_prefix: META,
        flexible_time_window: object('FlexibleTimeWindow', spelled('maximum_window_in_minutes', 'mode')),
        target: object('Target', {
          ...spelled('arn', 'input', 'role_arn'),
          dead_letter_config: DEAD_LETTER,
          ecs_parameters: object('EcsParameters', {
            ...ECS,
            reference_id: 'ReferenceId',
            tags: META,
            network_configuration: network('NetworkConfiguration.AwsvpcConfiguration'),
            placement_constraints: objects('PlacementConstraints', spelled('expression', 'type')),
            placement_strategy: objects('PlacementStrategy', spelled('field', 'type')),
          }),
          eventbridge_parameters: object('EventBridgeParameters', spelled('detail_type', 'source')),
          kinesis_parameters: object('KinesisParameters', spelled('partition_key')),
          retry_policy: RETRY,
          sagemaker_pipeline_parameters: object('SageMakerPipelineParameters', {
            pipeline_parameter: objects('PipelineParameterList', spelled('name', 'value')),
          }),
          sqs_parameters: object('SqsParameters', spelled('message_group_id')),
        }),
      },
    },
  ],
  joins: [
    {
      from: 'aws_cloudwatch_event_target',
      into: [{ type: 'AWS::Events::Rule', by: 'rule' }],
      append: {
        to: 'Targets',
        member: {
          ...spelled('arn', 'input', 'input_path', 'role_arn'),
          target_id: 'Id',
          event_bus_name: META,
          force_destroy: META,
          appsync_target: object('AppSyncParameters', { graphql_operation: 'GraphQLOperation' }),
          batch_target: object('BatchParameters', {
            ...spelled('job_definition', 'job_name'),
            array_size: 'ArrayProperties.Size',
            job_attempts: 'RetryStrategy.Attempts',
          }),
          dead_letter_config: DEAD_LETTER,
          ecs_target: object('EcsParameters', {
            ...ECS,
            tags: pairs('TagList'),
            network_configuration: network('NetworkConfiguration.AwsVpcConfiguration'),
            ordered_placement_strategy: objects('PlacementStrategies', spelled('field', 'type')),
            placement_constraint: objects('PlacementConstraints', spelled('expression', 'type')),
          }),
          http_target: object(
            'HttpParameters',
            spelled('header_parameters', 'path_parameter_values', 'query_string_parameters'),
          ),
          input_transformer: object('InputTransformer', {
            input_paths: 'InputPathsMap',
            input_template: 'InputTemplate',
          }),
          kinesis_target: object('KinesisParameters', spelled('partition_key_path')),
          redshift_target: META,
          retry_policy: RETRY,
          run_command_targets: objects('RunCommandParameters.RunCommandTargets', spelled('key', 'values')),
          sagemaker_pipeline_target: META,
          sqs_target: object('SqsParameters', spelled('message_group_id')),
        },
      },
    },
  ],
};
