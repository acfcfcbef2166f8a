import { rowOf } from '../../../knowledge/row-of.ts';
import { Reading } from '../../../model/reading.ts';
import { defineCheck } from '../../check.ts';

const MOST_MINUTES = 60;

/** Minutes of each unit that Cognito knows. */
const MINUTES: Readonly<Record<string, number>> = { seconds: 1 / 60, minutes: 1, hours: 60, days: 1440 };

export default defineCheck({
  id: 'cognito-token-lifetime',
  requirement: 'SEC-07',
  severity: 'high',
  effort: 'minutes',
  title: 'Access tokens live for an hour at most',
  gap: {
    one: 'Access tokens live for more than an hour',
    many: 'Access tokens of {count} clients live for more than an hour',
  },
  evidence: ['iac', 'aws'],
  aliases: ['cognito.cognitoTokenValidityTooLong'],
  frameworks: { wellArchitected: ['sec_identities_unique'] },
  messages: { long: 'access tokens live too long: {property} is {actual}, expected {expected}' },
  appliesTo: 'AWS::Cognito::UserPoolClient',
  evaluate: (client) =>
    Reading.both(
      client.number('AccessTokenValidity'),
      client.text('TokenValidityUnits.AccessToken').map((unit) => rowOf(MINUTES, unit)),
      `${MOST_MINUTES} minutes or less`,
      (validity, minutes) => validity * minutes <= MOST_MINUTES,
    ).else('long'),
  fix: 'Let access tokens live for 15 to 60 minutes and refresh them',
  snippets: {
    terraform: 'access_token_validity = 30\ntoken_validity_units {\n  access_token = "minutes"\n}',
    cloudformation: 'AccessTokenValidity: 30\nTokenValidityUnits: { AccessToken: minutes }',
  },
  fixImpact: { downtime: false },
});
