import { all, any } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'ebs-encryption-at-rest',
  requirement: 'SEC-12',
  severity: 'high',
  effort: 'hours',
  title: 'Volumes are encrypted at rest',
  gap: { one: 'A volume is not encrypted at rest', many: '{count} volumes are not encrypted at rest' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_3',
    'AWS-0026',
    'AwsSolutions-EC26',
    'EC2.3',
    'ec2_ebs_volume_encryption',
    'ENCRYPTED_VOLUMES',
  ],
  frameworks: { wellArchitected: ['sec_protect_data_rest_encrypt'], fsbp: ['EC2.3'] },
  messages: { off: 'its blocks lie in the clear: {property} is {actual}' },
  appliesTo: 'AWS::EC2::Volume',
  // Where nothing is written, the account may encrypt every new volume, and a snapshot hands its encryption on.
  evaluate: (volume) =>
    any(
      volume.bool('Encrypted').is(true).quote(),
      volume.has('KmsKeyId'),
      all(
        volume.bool('Encrypted').isNot(false).quote(),
        leftTo('the account’s setting for the encryption of new volumes', volume),
      ),
    ).else('off'),
  fix: 'Copy the volume’s snapshot with encryption and make the volume from the copy',
  snippets: { terraform: 'encrypted = true', cloudformation: 'Encrypted: true' },
  fixImpact: { downtime: true },
});
