import { all, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'encryption-keys-rotate',
  requirement: 'SEC-12',
  severity: 'medium',
  effort: 'minutes',
  title: 'Keys that encrypt data are renewed regularly',
  gap: {
    one: 'An encryption key is never renewed',
    many: '{count} encryption keys are never renewed',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_7',
    'AWS-0065',
    'AwsSolutions-KMS5',
    'KMSBackingKeyRotationEnabled',
    'CMK_BACKING_KEY_ROTATION_ENABLED',
    'KMS.4',
    'kms_cmk_rotation_enabled',
  ],
  frameworks: { wellArchitected: ['sec_protect_data_rest_key_mgmt'], fsbp: ['KMS.4'] },
  messages: { never: 'its key material stays the same for ever: {property} is {actual}' },
  appliesTo: 'AWS::KMS::Key',
  // AWS renews only what it made itself: no pairs of keys, no codes for messages, no imported material, no store of one's own.
  when: (key) =>
    all(
      key.text('KeySpec').is('SYMMETRIC_DEFAULT'),
      key.text('Origin').is('AWS_KMS'),
      not(key.meta.has('arguments.custom_key_store_id')),
    ).asMembership(),
  evaluate: (key) => key.bool('EnableKeyRotation').is(true).else('never'),
  fix: 'Switch the yearly rotation of the key on',
  snippets: { terraform: 'enable_key_rotation = true', cloudformation: 'EnableKeyRotation: true' },
  fixImpact: { downtime: false, monthlyCost: '1 USD per key and rotation, for the first two' },
});
