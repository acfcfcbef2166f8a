import { json, META, type Service, spelled, TAGS } from '../row.ts';

export const kms: Service = {
  types: [
    {
      from: 'aws_kms_key',
      to: 'AWS::KMS::Key',
      properties: {
        ...spelled(
          'bypass_policy_lockout_safety_check',
          'description',
          'enable_key_rotation',
          'key_usage',
          'multi_region',
          'rotation_period_in_days',
        ),
        custom_key_store_id: META,
        customer_master_key_spec: 'KeySpec',
        deletion_window_in_days: 'PendingWindowInDays',
        is_enabled: 'Enabled',
        policy: json('KeyPolicy'),
        xks_key_id: META,
        tags: TAGS,
      },
    },
    {
      from: 'aws_kms_alias',
      to: 'AWS::KMS::Alias',
      properties: { name: 'AliasName', name_prefix: META, target_key_id: 'TargetKeyId' },
    },
  ],
  joins: [
    {
      from: 'aws_kms_key_policy',
      into: [{ type: 'AWS::KMS::Key', by: 'key_id' }],
      set: { bypass_policy_lockout_safety_check: META, policy: json('KeyPolicy') },
    },
  ],
};
