import { refersTo } from '../../../model/graph.ts';
import { all, any, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const KEY = 'SSESpecification.KMSMasterKeyId';

export default defineCheck({
  id: 'dynamodb-encryption-at-rest',
  requirement: 'SEC-12',
  severity: 'high',
  effort: 'minutes',
  title: 'DynamoDB tables are encrypted at rest with a key that works',
  gap: {
    one: 'A table is encrypted with a key that is switched off',
    many: '{count} tables are encrypted with a key that is switched off',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_protect_data_rest_encrypt'] },
  messages: { disabled: 'its key is switched off: {property} is {actual}' },
  appliesTo: 'AWS::DynamoDB::Table',
  // DynamoDB encrypts every table: `SSEEnabled` chooses between a key that AWS owns (false) and one of KMS (true).
  evaluate: (table, graph) =>
    all(
      table.bool('SSESpecification.SSEEnabled').oneOf([true, false]),
      any(
        not(table.has(KEY)).asMembership(),
        graph
          .of('AWS::KMS::Key')
          .none((key) => all(refersTo(table.text(KEY), key), key.bool('Enabled').is(false))),
      ).else('disabled'),
    ),
  fix: 'Switch the key on again, or leave the encryption to the key that AWS owns',
  snippets: { terraform: 'is_enabled = true', cloudformation: 'Enabled: true' },
  fixImpact: { downtime: false },
});
