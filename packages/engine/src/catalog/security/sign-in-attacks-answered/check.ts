import type { Graph, Resource } from '../../../model/graph.ts';
import { refersTo } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const ADD_ONS = 'UserPoolAddOns';
const PROVIDERS = 'SupportedIdentityProviders';
const FLOWS = 'ExplicitAuthFlows';

export default defineCheck({
  id: 'sign-in-attacks-answered',
  requirement: 'SEC-24',
  severity: 'medium',
  effort: 'hours',
  title: 'Attacks on sign-in are answered',
  gap: {
    one: 'A user pool lets stolen and guessed passwords in',
    many: '{count} user pools let stolen and guessed passwords in',
  },
  evidence: ['iac', 'aws'],
  aliases: ['cognito_user_pool_advanced_security_enabled', 'Cognito.1'],
  frameworks: { wellArchitected: ['sec_identities_enforce_mechanisms'], fsbp: ['Cognito.1'] },
  messages: {
    none: 'threat protection is not switched on',
    watched: 'sign-ins of high risk are recorded at most, and let in: {property} is {actual}',
  },
  appliesTo: 'AWS::Cognito::UserPool',
  // Threat protection sees nothing of users who sign in elsewhere.
  when: (pool, graph) => not(signsInElsewhere(pool, graph)),
  evaluate: (pool) =>
    all<'none' | 'watched'>(
      pool.has(ADD_ONS).else('none'),
      pool.text(`${ADD_ONS}.AdvancedSecurityMode`).is('ENFORCED').quote().else('watched'),
    ),
  fix: 'Put the pool on the Plus plan and let threat protection answer: block what is of high risk, ask others for a second factor',
  snippets: {
    terraform: 'user_pool_tier = "PLUS"\nuser_pool_add_ons {\n  advanced_security_mode = "ENFORCED"\n}',
    cloudformation: 'UserPoolTier: PLUS\nUserPoolAddOns: { AdvancedSecurityMode: ENFORCED }',
  },
  fixImpact: { downtime: false, monthlyCost: '0.02 USD for each user who signs in' },
});

/**
 * Whether no client of the pool lets users sign in with a password of the pool. What providers a client names is for the pages
 * of Cognito alone: by its API users of the pool sign in all the same, as the flows of the client let them.
 * Source: AWS CloudFormation, `SupportedIdentityProviders` and `ExplicitAuthFlows` of `AWS::Cognito::UserPoolClient`.
 */
function signsInElsewhere(pool: Resource, graph: Graph): Truth {
  const clients = graph
    .of('AWS::Cognito::UserPoolClient')
    .where((client) => refersTo(client.text('UserPoolId'), pool));
  return all(
    clients.exist(),
    clients.every((client) =>
      all(
        client.has(PROVIDERS),
        client.list(PROVIDERS).none((provider) => provider.text().is('COGNITO')),
        any(
          all(
            client.has(FLOWS),
            client
              .list(FLOWS)
              .every((flow) => flow.text().matches('no sign-in', /^ALLOW_REFRESH_TOKEN_AUTH$/)),
          ),
          leftTo('whether the pool has users of its own, who sign in by its API', client),
        ),
      ),
    ),
  ).asMembership();
}
