import { keyed, META, object, objects, type Service, spelled, TAGS, writeOnly } from '../row.ts';

const TARGETS = objects('Targets', spelled('key', 'values'));
const PARAMETERS = keyed('Parameters', 'name', { value: 'values' });

export const ssm: Service = {
  types: [
    {
      from: 'aws_ssm_parameter',
      to: 'AWS::SSM::Parameter',
      properties: {
        ...spelled('allowed_pattern', 'data_type', 'description', 'name', 'tier', 'type', 'value'),
        insecure_value: 'Value',
        value_wo: writeOnly('Value'),
        value_wo_version: META,
        key_id: META,
        overwrite: META,
        tags: 'Tags',
      },
    },
    {
      from: 'aws_ssm_association',
      to: 'AWS::SSM::Association',
      properties: {
        ...spelled(
          'apply_only_at_cron_interval',
          'association_name',
          'automation_target_parameter_name',
          'compliance_severity',
          'document_version',
          'instance_id',
          'max_concurrency',
          'max_errors',
          'name',
          'parameters',
          'schedule_expression',
          'sync_compliance',
          'wait_for_success_timeout_seconds',
        ),
        output_location: META,
        targets: TARGETS,
        tags: META,
      },
    },
    {
      from: 'aws_ssm_maintenance_window',
      to: 'AWS::SSM::MaintenanceWindow',
      properties: {
        ...spelled(
          'allow_unassociated_targets',
          'cutoff',
          'description',
          'duration',
          'end_date',
          'name',
          'schedule',
          'schedule_offset',
          'schedule_timezone',
          'start_date',
        ),
        enabled: META,
        tags: TAGS,
      },
    },
    {
      from: 'aws_ssm_maintenance_window_target',
      to: 'AWS::SSM::MaintenanceWindowTarget',
      properties: {
        ...spelled('description', 'name', 'owner_information', 'resource_type', 'window_id'),
        targets: TARGETS,
      },
    },
    {
      from: 'aws_ssm_maintenance_window_task',
      to: 'AWS::SSM::MaintenanceWindowTask',
      properties: {
        ...spelled(
          'cutoff_behavior',
          'description',
          'max_concurrency',
          'max_errors',
          'name',
          'priority',
          'service_role_arn',
          'task_arn',
          'task_type',
          'window_id',
        ),
        targets: TARGETS,
        task_invocation_parameters: object('TaskInvocationParameters', {
          automation_parameters: object('MaintenanceWindowAutomationParameters', {
            document_version: 'DocumentVersion',
            parameter: PARAMETERS,
          }),
          lambda_parameters: META,
          step_functions_parameters: META,
          run_command_parameters: object('MaintenanceWindowRunCommandParameters', {
            ...spelled('comment', 'document_hash', 'document_hash_type', 'document_version'),
            ...spelled('output_s3_key_prefix', 'service_role_arn', 'timeout_seconds'),
            output_s3_bucket: 'OutputS3BucketName',
            cloudwatch_config: META,
            notification_config: META,
            parameter: PARAMETERS,
          }),
        }),
      },
    },
  ],
};
