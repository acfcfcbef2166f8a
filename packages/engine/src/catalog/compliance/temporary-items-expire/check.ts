import { all, any, not } from '../../../model/truth.ts';
import { holdsStateLocks } from '../../blocks/state-locks.ts';
import { defineCheck } from '../../check.ts';

/** Items that end by their nature. */
const TEMPORARY =
  /(^|[-_.])(sessions?|tokens?|locks?|leases?|caches?|otps?|attempts?|nonces?|idempotency|temp|tmp|ephemeral|connections?)($|[-_.])/i;

export default defineCheck({
  id: 'temporary-items-expire',
  requirement: 'CMP-09',
  severity: 'medium',
  effort: 'minutes',
  title: 'Tables of temporary items let them expire',
  gap: {
    one: 'A table of temporary items keeps them for ever',
    many: '{count} tables of temporary items keep them for ever',
  },
  evidence: ['iac', 'aws'],
  aliases: ['dynamodb.disabledTTL'],
  frameworks: { wellArchitected: ['sec_data_classification_lifecycle_management'] },
  messages: {
    none: 'no attribute says when an item expires',
    off: 'expiry is declared and {actual}',
  },
  appliesTo: 'AWS::DynamoDB::Table',
  when: (table) =>
    any(
      table.has('TimeToLiveSpecification'),
      all(
        table.has('TableName'),
        not(holdsStateLocks(table)),
        table
          .text('TableName')
          .test('a table of temporary items', (name) =>
            TEMPORARY.test(name.replace(/([a-z])([A-Z])/g, '$1-$2')),
          ),
      ),
    ).asMembership(),
  evaluate: (table) =>
    all<'none' | 'off'>(
      table.has('TimeToLiveSpecification').else('none'),
      any(
        not(table.has('TimeToLiveSpecification')),
        table.bool('TimeToLiveSpecification.Enabled').is(true).quote(),
      ).else('off'),
    ),
  fix: 'Enable time to live with the attribute that says when an item expires',
  snippets: {
    terraform: 'ttl {\n  attribute_name = "expires_at"\n  enabled        = true\n}',
    cloudformation: 'TimeToLiveSpecification:\n  AttributeName: expires_at\n  Enabled: true',
  },
  fixImpact: { downtime: false },
});
