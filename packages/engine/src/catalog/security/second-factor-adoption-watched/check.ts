import type { Graph } from '../../../model/graph.ts';
import type { Reading } from '../../../model/reading.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { allowedHere } from '../../blocks/grants.ts';
import { names } from '../../blocks/iam-statement.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { comesToRun } from '../../blocks/served-code.ts';
import { defineRootCheck } from '../../check.ts';

const POOL = 'AWS::Cognito::UserPool';

export default defineRootCheck({
  id: 'second-factor-adoption-watched',
  requirement: 'SEC-23',
  severity: 'low',
  effort: 'hours',
  title: 'Somebody sees how many users have a second factor, where it is left to them',
  gap: {
    one: 'Nobody sees who uses the second factor',
    many: 'Nobody sees who uses the second factor',
  },
  evidence: ['repo', 'iac', 'attest'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_identities_enforce_mechanisms'] },
  messages: {
    none: 'a second factor is left to the users, and nothing counts or reports how many have one',
  },
  attests: ['none'],
  about: 'repository',
  seesInfrastructure: true,
  // Where it is required nobody has to look.
  when: (graph) =>
    graph
      .of(POOL)
      .some((pool) => pool.text('MfaConfiguration').is('OPTIONAL'))
      .asMembership(),
  evaluate: (graph) =>
    any(
      graph.of('Repository::Metric').some((metric) =>
        all(
          metric.list('names').some((name) => isOfSecondFactor(name.text())),
          comesToRun(metric, graph),
        ),
      ),
      graph
        .of('AWS::Logs::MetricFilter')
        .some((filter) =>
          filter.list('MetricTransformations').some((made) => isOfSecondFactor(made.text('MetricName'))),
        ),
      readsUsers(graph),
    ).else('none'),
  fix: 'Count users with and without a second factor once a day (ListUsers and AdminGetUser tell), send the share as a metric, and look at it',
  fixImpact: { downtime: false, monthlyCost: '$0.30 per metric' },
});

function isOfSecondFactor(name: Reading<string>): Truth {
  return name.matches('of the second factor', SECOND_FACTOR);
}

/** As a word of the name: `ConfirmFailed` and `OrdersNotPaid` have the same letters in a row. */
const SECOND_FACTOR =
  /(?<![A-Za-z])(?:mfa|t?otp)(?![a-z])|(?:Mfa|Totp|Otp)(?![a-z])|(?<![A-Z])(?:MFA|T?OTP)(?![a-z])|2[fF][aA]|[sS]econd[-_ ]?[fF]actor/;

/** The actions that tell of users who has a second factor, in full or by a wildcard. */
const ABOUT_USERS = /^(?:\*|cognito-idp:(?:\*|l\w*\*|listusers|a\w*\*|admingetuser))$/i;

/** What may ask the pool about its users may report what it finds. */
function readsUsers(graph: Graph): Truth {
  return allowedHere(graph).some((statement) =>
    all(
      names(statement, 'Action', (action) => action.matches('about users', ABOUT_USERS)),
      leftTo('telling whether what reads the users of the pool says who has a second factor', statement),
    ),
  );
}
