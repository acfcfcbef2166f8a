import { json, META, object, objects, PART, type Service, spelled, TAGS, writeOnly } from '../row.ts';

export const secretsManager: Service = {
  types: [
    {
      from: 'aws_secretsmanager_secret',
      to: 'AWS::SecretsManager::Secret',
      properties: {
        ...spelled('description', 'kms_key_id', 'name'),
        force_overwrite_replica_secret: META,
        name_prefix: META,
        policy: PART,
        recovery_window_in_days: META,
        replica: objects('ReplicaRegions', spelled('kms_key_id', 'region')),
        tags: TAGS,
      },
      parts: [
        {
          argument: 'policy',
          to: 'AWS::SecretsManager::ResourcePolicy',
          parent: { property: 'SecretId', attribute: 'arn' },
          shape: { policy: json('ResourcePolicy') },
        },
      ],
    },
    {
      from: 'aws_secretsmanager_secret_policy',
      to: 'AWS::SecretsManager::ResourcePolicy',
      properties: {
        block_public_policy: 'BlockPublicPolicy',
        policy: json('ResourcePolicy'),
        secret_arn: 'SecretId',
      },
    },
    {
      from: 'aws_secretsmanager_secret_rotation',
      to: 'AWS::SecretsManager::RotationSchedule',
      properties: {
        rotate_immediately: 'RotateImmediatelyOnUpdate',
        rotation_lambda_arn: 'RotationLambdaARN',
        secret_id: 'SecretId',
        rotation_rules: object(
          'RotationRules',
          spelled('automatically_after_days', 'duration', 'schedule_expression'),
        ),
      },
    },
  ],
  joins: [
    {
      from: 'aws_secretsmanager_secret_version',
      into: [{ type: 'AWS::SecretsManager::Secret', by: 'secret_id' }],
      set: {
        secret_binary: META,
        secret_string: 'SecretString',
        secret_string_wo: writeOnly('SecretString'),
        secret_string_wo_version: META,
        version_stages: META,
      },
    },
  ],
};
