import { META, object, objects, type Service, spelled } from '../row.ts';

const LIFECYCLE = object('Lifecycle', {
  cold_storage_after: 'MoveToColdStorageAfterDays',
  delete_after: 'DeleteAfterDays',
  opt_in_to_archive_for_supported_resources: 'OptInToArchiveForSupportedResources',
});

const condition = (to: string) => objects(to, { key: 'ConditionKey', value: 'ConditionValue' });

export const backup: Service = {
  types: [
    {
      from: 'aws_backup_vault',
      to: 'AWS::Backup::BackupVault',
      properties: {
        force_destroy: META,
        kms_key_arn: 'EncryptionKeyArn',
        name: 'BackupVaultName',
        tags: 'BackupVaultTags',
      },
    },
    {
      from: 'aws_backup_plan',
      to: 'AWS::Backup::BackupPlan',
      properties: {
        name: 'BackupPlan.BackupPlanName',
        tags: 'BackupPlanTags',
        advanced_backup_setting: objects(
          'BackupPlan.AdvancedBackupSettings',
          spelled('backup_options', 'resource_type'),
        ),
        rule: objects('BackupPlan.BackupPlanRule', {
          completion_window: 'CompletionWindowMinutes',
          enable_continuous_backup: 'EnableContinuousBackup',
          recovery_point_tags: 'RecoveryPointTags',
          rule_name: 'RuleName',
          schedule: 'ScheduleExpression',
          schedule_expression_timezone: 'ScheduleExpressionTimezone',
          start_window: 'StartWindowMinutes',
          target_vault_name: 'TargetBackupVault',
          copy_action: objects('CopyActions', {
            destination_vault_arn: 'DestinationBackupVaultArn',
            lifecycle: LIFECYCLE,
          }),
          lifecycle: LIFECYCLE,
        }),
      },
    },
    {
      from: 'aws_backup_selection',
      to: 'AWS::Backup::BackupSelection',
      properties: {
        iam_role_arn: 'BackupSelection.IamRoleArn',
        name: 'BackupSelection.SelectionName',
        not_resources: 'BackupSelection.NotResources',
        plan_id: 'BackupPlanId',
        resources: 'BackupSelection.Resources',
        condition: object('BackupSelection.Conditions', {
          string_equals: condition('StringEquals'),
          string_like: condition('StringLike'),
          string_not_equals: condition('StringNotEquals'),
          string_not_like: condition('StringNotLike'),
        }),
        selection_tag: objects('BackupSelection.ListOfTags', {
          key: 'ConditionKey',
          type: 'ConditionType',
          value: 'ConditionValue',
        }),
      },
    },
  ],
};
