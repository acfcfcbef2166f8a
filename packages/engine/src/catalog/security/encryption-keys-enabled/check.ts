import type { Graph, Resource } from '../../../model/graph.ts';
import { refersTo } from '../../../model/graph.ts';
import { all, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

/** Where each type names its key. Tables have a check of their own. */
const KEY: Readonly<Record<string, string>> = {
  'AWS::Logs::LogGroup': 'KmsKeyId',
  'AWS::SNS::Topic': 'KmsMasterKeyId',
  'AWS::SQS::Queue': 'KmsMasterKeyId',
  'AWS::RDS::DBInstance': 'KmsKeyId',
  'AWS::RDS::DBCluster': 'KmsKeyId',
  'AWS::EFS::FileSystem': 'KmsKeyId',
  'AWS::EC2::Volume': 'KmsKeyId',
  'AWS::Kinesis::Stream': 'StreamEncryption.KeyId',
  'AWS::Backup::BackupVault': 'EncryptionKeyArn',
  'AWS::SecretsManager::Secret': 'KmsKeyId',
  'AWS::Lambda::Function': 'KmsKeyArn',
  'AWS::CloudTrail::Trail': 'KMSKeyId',
};

export default defineCheck({
  id: 'encryption-keys-enabled',
  requirement: 'SEC-12',
  severity: 'high',
  effort: 'minutes',
  title: 'Keys that encrypt something are switched on',
  gap: {
    one: 'Something is encrypted with a key that is switched off',
    many: '{count} resources are encrypted with keys that are switched off',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_protect_data_rest_key_mgmt'] },
  messages: { disabled: 'nobody can read or write it: {property} of its key is {actual}' },
  appliesTo: Object.keys(KEY),
  when: (subject) => subject.has(keyOf(subject)).asMembership(),
  evaluate: (subject, graph) => not(encryptedWithDisabled(subject, graph)).else('disabled'),
  fix: 'Switch the key on again, or encrypt with one that is',
  snippets: { terraform: 'is_enabled = true', cloudformation: 'Enabled: true' },
  fixImpact: { downtime: false },
});

function keyOf(subject: Resource): string {
  return KEY[subject.type]!;
}

function encryptedWithDisabled(subject: Resource, graph: Graph) {
  return graph
    .of('AWS::KMS::Key')
    .some((key) =>
      all(refersTo(subject.text(keyOf(subject)), key).asMembership(), key.bool('Enabled').is(false).quote()),
    );
}
