import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'efs-encryption-at-rest',
  requirement: 'SEC-12',
  severity: 'high',
  effort: 'days',
  title: 'File systems are encrypted at rest',
  gap: {
    one: 'A file system is not encrypted at rest',
    many: '{count} file systems are not encrypted at rest',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_42',
    'AWS-0037',
    'AwsSolutions-EFS1',
    'EFS.1',
    'efs_encryption_at_rest_enabled',
    'EFS_ENCRYPTED_CHECK',
  ],
  frameworks: { wellArchitected: ['sec_protect_data_rest_encrypt'], fsbp: ['EFS.1'] },
  messages: { off: 'its files lie in the clear: {property} is {actual}' },
  appliesTo: 'AWS::EFS::FileSystem',
  evaluate: (files) => files.bool('Encrypted').is(true).else('off'),
  fix: 'Make an encrypted file system, copy the files and mount it instead: the setting cannot be changed later',
  snippets: { terraform: 'encrypted = true', cloudformation: 'Encrypted: true' },
  fixImpact: { downtime: true },
});
