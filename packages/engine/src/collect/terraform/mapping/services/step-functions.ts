import { META, object, type Service, spelled, TAGS, wrapped } from '../row.ts';

export const stepFunctions: Service = {
  types: [
    {
      from: 'aws_sfn_state_machine',
      to: 'AWS::StepFunctions::StateMachine',
      properties: {
        definition: 'DefinitionString',
        name: 'StateMachineName',
        name_prefix: META,
        publish: META,
        role_arn: 'RoleArn',
        type: 'StateMachineType',
        tags: TAGS,
        encryption_configuration: object(
          'EncryptionConfiguration',
          spelled('kms_data_key_reuse_period_seconds', 'kms_key_id', 'type'),
        ),
        logging_configuration: object('LoggingConfiguration', {
          ...spelled('include_execution_data', 'level'),
          log_destination: wrapped('Destinations', 'CloudWatchLogsLogGroup.LogGroupArn'),
        }),
        tracing_configuration: object('TracingConfiguration', spelled('enabled')),
      },
    },
  ],
};
