import { Reading } from '../../../model/reading.ts';
import { all, any } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

/** A refresh token is a secret that nobody renews while it lives: it gets the days that a secret gets. */
const MOST_DAYS = 90;

/** Days of each unit that Cognito knows. */
const DAYS: Readonly<Record<string, number>> = {
  seconds: 1 / 86_400,
  minutes: 1 / 1440,
  hours: 1 / 24,
  days: 1,
};

export default defineCheck({
  id: 'refresh-tokens-expire',
  requirement: 'SEC-32',
  severity: 'medium',
  effort: 'minutes',
  title: 'Refresh tokens expire within three months, or change with each use',
  gap: { one: 'Refresh tokens live too long', many: 'Refresh tokens of {count} clients live too long' },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_identities_unique'] },
  messages: { long: 'a stolen one works for long: {property} is {actual}, expected {expected}' },
  appliesTo: 'AWS::Cognito::UserPoolClient',
  evaluate: (client) =>
    any(
      all(
        client.has('RefreshTokenRotation.Feature').asMembership(),
        client.text('RefreshTokenRotation.Feature').is('ENABLED').quote(),
      ),
      Reading.both(
        client.number('RefreshTokenValidity'),
        client.text('TokenValidityUnits.RefreshToken').map((unit) => DAYS[unit]),
        `${MOST_DAYS} days or less`,
        (validity, days) => validity * days <= MOST_DAYS,
      ).quote(),
    ).else('long'),
  fix: 'Shorten their life, or let each use replace the token',
  snippets: {
    terraform: 'refresh_token_validity = 30\ntoken_validity_units {\n  refresh_token = "days"\n}',
    cloudformation: 'RefreshTokenValidity: 30\nTokenValidityUnits: { RefreshToken: days }',
  },
  fixImpact: { downtime: false },
});
